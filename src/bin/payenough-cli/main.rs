//! The command line: the same engine for scripts. Exit code 0, or 2 with one line on what is wrong.

mod golden;
mod inputs;

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Will users pay enough to justify the capex and the opex of AI inference?
#[derive(Debug, Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the answer to a link as JSON
    Evaluate {
        /// A full address, `?query` or `query`; nothing for the starting point
        link: Option<OsString>,
    },
    /// Print the table of inputs
    Inputs {
        /// As a JSON array
        #[arg(long)]
        json: bool,
    },
    /// Compute the cases of a golden file and print one line of JSON for each
    Golden {
        /// A JSON list of cases {id, group, kind, inputs}
        file: PathBuf,
    },
}

fn main() -> ExitCode {
    let answer = match Cli::try_parse() {
        Ok(cli) => run(cli.command),
        Err(error) if error.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Err("no command given; --help lists them".to_owned())
        }
        Err(error) if error.use_stderr() => Err(first_paragraph(&error.to_string())),
        Err(help) => Ok(help.to_string()),
    };
    match answer.and_then(|text| print(text.trim_end())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Nobody may be listening on stderr either; the exit code says it all.
            let _unheard =
                writeln!(std::io::stderr(), "payenough-cli: {}", message.trim_start_matches("error: "));
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<String, String> {
    match command {
        Command::Evaluate { link } => {
            let link = link.unwrap_or_default();
            let link = link.to_str().ok_or("the link is not UTF-8 text")?;
            Ok(payenough::worker::answer(link))
        }
        Command::Inputs { json: true } => inputs::json(),
        Command::Inputs { json: false } => Ok(inputs::table()),
        Command::Golden { file } => {
            golden::answers(&file).map(|lines| lines.join("\n")).map_err(|error| error.to_string())
        }
    }
}

/// What a longer message says first, in one line.
fn first_paragraph(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// Prints with one line break at the end. A reader who stops listening is no error.
fn print(text: &str) -> Result<(), String> {
    let mut stdout = std::io::stdout().lock();
    match writeln!(stdout, "{text}").and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}
