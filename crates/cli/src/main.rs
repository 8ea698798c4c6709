//! The command line: the same engine for scripts. The exit code is 0, or 2 with one line that says what is wrong.

mod futures;
mod golden;
mod inputs;
mod page;
mod progress;
mod seek;
mod show;
mod validate;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

/// Will users pay enough to justify the capex and the opex of AI inference?
#[derive(Parser)]
#[command(name = "payenough-cli", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the answer to a link as one line of JSON.
    Evaluate {
        /// A full address, ?query or query; leave it out for the starting point.
        link: Option<OsString>,
    },
    /// Print the table of inputs.
    Inputs {
        /// A link that names the dated set to take figures from; without it, the newest released set.
        link: Option<OsString>,
        /// Print a JSON array instead of text.
        #[arg(long)]
        json: bool,
    },
    /// Say what one input, or each of them, would have to be for the plan to break even.
    Seek(seek::Seek),
    /// Print the results of a link's simulated futures as one line of JSON: share, standard error, percentiles.
    Futures(futures::Asked),
    /// Print the page's deeper sections as text: who pays, why, prices, reality checks, the shock and so on.
    Show(show::Show),
    /// Compute the cases of a golden file and print one line of JSON for each.
    Golden {
        /// A JSON list of cases {id, group, kind, inputs}.
        file: PathBuf,
    },
    /// Print the parts of the static page that come from the tables, as one JSON object.
    Page(validate::Files),
    /// Compare the serving physics with measurements and with other models.
    Validate {
        #[command(flatten)]
        files: validate::Files,
        /// Print JSON instead of text.
        #[arg(long)]
        json: bool,
    },
}

/// Why the command failed.
#[derive(Debug, thiserror::Error)]
enum CliError {
    #[error("the link is not UTF-8 text")]
    Link,
    #[error("cannot write the table: {0}")]
    Table(#[from] serde_json::Error),
    #[error(transparent)]
    Golden(#[from] golden::GoldenError),
    #[error(transparent)]
    Seek(#[from] seek::SeekError),
    #[error(transparent)]
    Show(#[from] show::NoSection),
    #[error(transparent)]
    Validate(#[from] validate::ValidateError),
    #[error("cannot write the answer: {0}")]
    Output(#[from] std::io::Error),
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return refuse(&error),
    };
    match run(cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(CliError::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

fn run(command: Command) -> Result<(), CliError> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match command {
        Command::Evaluate { link } => {
            let link = link.unwrap_or_default();
            writeln!(out, "{}", payenough_worker::answer(link.to_str().ok_or(CliError::Link)?))?;
        }
        Command::Inputs { link, json } => {
            let link = link.unwrap_or_default();
            let link = link.to_str().ok_or(CliError::Link)?;
            if json {
                writeln!(out, "{}", inputs::json(link)?)?;
            } else {
                write!(out, "{}", inputs::table(link))?;
            }
        }
        Command::Seek(it) => write!(out, "{}", seek::report(&it)?)?,
        Command::Futures(it) => writeln!(out, "{}", futures::report(&it))?,
        Command::Show(it) => write!(out, "{}", it.text()?)?,
        Command::Golden { file } => {
            for line in golden::answers(&file)? {
                writeln!(out, "{line}")?;
            }
        }
        Command::Page(files) => writeln!(out, "{}", page::parts(validate::html(&files)?))?,
        Command::Validate { files, json } => write!(out, "{}", validate::report(&files, json)?)?,
    }
    Ok(out.flush()?)
}

/// Prints help and version as clap formats them, and a usage error as one line.
fn refuse(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // If even the help cannot be printed, there is nothing left to do.
            let _ = error.print();
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => fail("no subcommand given; --help lists them"),
        _ => {
            let text = error.render().to_string();
            let mistake = text.split("\n\n").next().unwrap_or_default().trim_start_matches("error:");
            fail(&format!("{}; --help tells more", mistake.split_whitespace().collect::<Vec<_>>().join(" ")))
        }
    }
}

/// Prints one line on stderr and returns exit status 2.
fn fail(reason: &str) -> ExitCode {
    // If stderr is closed, there is nothing left to do.
    let _ = writeln!(std::io::stderr(), "payenough-cli: {reason}");
    ExitCode::from(2)
}
