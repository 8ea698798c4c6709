//! Builds, serves, tests and measures the project: `cargo xtask help`.

#![allow(clippy::print_stdout, reason = "a program for a terminal: printing is its job")]
#![allow(unreachable_pub, reason = "modules of one program")]

mod bench;
mod browser;
mod build;
mod catalogue;
mod error;
mod html;
mod machine;
mod minify;
mod page;
mod programs;
mod refdcf;
mod release;
mod run;
mod serve;
mod sizes;
mod test;
mod tools;

mod wasm;

use std::process::ExitCode;

use error::{Error, Result};

const HELP: &str = "\
cargo xtask serve [--port N] [--open]   build the page and serve it at http://127.0.0.1:8080/
            [--prefix /SUB] [--built]   under a sub-path; dist/ as it is
cargo xtask build                       write the page into dist/, ready for any static host
cargo xtask size                        measure what dist/ loads first against its budget
cargo xtask validate                    hold the serving physics against public measurements
cargo xtask bench [--json]              build the page; time the engine natively and as wasm in
                                        Chromium, and the page's answer after a change
cargo xtask test [STEP...]              run every check, or only these steps:
                                        ";

/// A command of the command line. A new one needs a variant, a line in `parse` and a line in `carry_out`.
#[derive(Debug, PartialEq)]
enum Job {
    Help,
    Serve(serve::Options),
    Build,
    Size,
    Validate,
    Bench(bench::Form),
    Test(Vec<String>),
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let job = match parse(&words) {
        Ok(job) => job,
        Err(error) => {
            eprintln!("xtask: {error} `cargo xtask help` lists the commands.");
            return ExitCode::from(2);
        }
    };
    match carry_out(job) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(job: Job) -> Result<()> {
    match job {
        Job::Help => {
            println!("{HELP}{}", test::names().join(" "));
            Ok(())
        }
        Job::Serve(options) => serve::serve(options),
        Job::Build => build::build().map(drop),
        Job::Size => sizes::check(&build::dist()),
        Job::Validate => build::validate(),
        Job::Bench(form) => bench::bench(form),
        Job::Test(steps) => test::test(&steps),
    }
}

fn parse(words: &[String]) -> Result<Job> {
    let Some((command, rest)) = words.split_first() else { return Ok(Job::Help) };
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Job::Help),
        "serve" => serve_options(rest).map(Job::Serve),
        "build" => nothing_more(rest, Job::Build),
        "size" => nothing_more(rest, Job::Size),
        "validate" => nothing_more(rest, Job::Validate),
        "bench" => match rest {
            [] => Ok(Job::Bench(bench::Form::Table)),
            [word] if word == "--json" => Ok(Job::Bench(bench::Form::Json)),
            [word, ..] => Err(unexpected(word)),
        },
        "test" => Ok(Job::Test(rest.to_vec())),
        _ => Err(Error::new(format!("there is no command {command:?}."))),
    }
}

fn nothing_more(rest: &[String], job: Job) -> Result<Job> {
    rest.first().map_or(Ok(job), |word| Err(unexpected(word)))
}

fn unexpected(word: &str) -> Error {
    Error::new(format!("{word:?} was not expected."))
}

fn serve_options(rest: &[String]) -> Result<serve::Options> {
    let mut options = serve::Options { port: 8080, open: false, built: false, prefix: String::new() };
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| Error::new(format!("{word} needs a value.")));
        match word.as_str() {
            "--port" => {
                let given = value()?;
                options.port = given.parse().map_err(|_| {
                    Error::new(format!("{given:?} is no port; give a number from 0 to 65535."))
                })?;
            }
            "--prefix" => {
                let given = value()?.trim_matches('/');
                options.prefix = if given.is_empty() { String::new() } else { format!("/{given}") };
            }
            "--open" => options.open = true,
            "--built" => options.built = true,
            _ => return Err(unexpected(word)),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Job> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn commands_are_read() {
        assert_eq!(read(""), Ok(Job::Help));
        assert_eq!(read("build"), Ok(Job::Build));
        assert_eq!(read("test format e2e"), Ok(Job::Test(vec!["format".into(), "e2e".into()])));
        assert_eq!(read("bench --json"), Ok(Job::Bench(bench::Form::Json)));
        let plain = serve::Options { port: 8080, open: false, built: false, prefix: String::new() };
        assert_eq!(read("serve"), Ok(Job::Serve(plain)));
        let full = serve::Options { port: 9000, open: true, built: true, prefix: "/sub/path".into() };
        assert_eq!(read("serve --port 9000 --open --built --prefix /sub/path/"), Ok(Job::Serve(full)));
    }

    #[test]
    fn errors_name_the_word_that_was_not_understood() {
        for (line, mark) in [
            ("biuld", "\"biuld\""),
            ("build now", "\"now\""),
            ("serve --port", "--port needs"),
            ("serve --port x", "\"x\" is no port"),
            ("serve --port 70000", "\"70000\""),
            ("serve --colour", "--colour"),
        ] {
            let message = read(line).expect_err(line).to_string();
            assert!(message.contains(mark), "{line}: {message}");
        }
    }
}
