//! `cargo xtask serve`: builds the page and serves it on this machine.

use std::process::Command;

use crate::build;
use crate::run;
use crate::server::{self, Site};
use crate::trouble::{Outcome, Trouble};

/// What the person asked for.
#[derive(Debug, PartialEq)]
pub struct Options {
    /// The port; 0 takes a free one.
    pub port: u16,
    /// Show the page in the browser when it is ready.
    pub open: bool,
    /// Serve `dist/` as it is.
    pub built: bool,
    /// The path to serve under: "" or "/sub/path".
    pub prefix: String,
}

/// Builds, then serves until stopped.
pub fn serve(options: Options) -> Outcome<()> {
    // First, so that a busy port is told before the minutes of building and not after.
    let listener = server::bind(options.port)?;
    let address =
        listener.local_addr().map_err(|error| Trouble::new(format!("the port went away: {error}.")))?;
    let root = if options.built { build::dist() } else { build::build()? };
    if !root.join("index.html").is_file() {
        return Err(Trouble::new(format!(
            "there is no page in {}. Run `cargo xtask serve` without --built.",
            root.display()
        )));
    }
    let url = format!("http://{address}{}/", options.prefix);
    println!("Serving {url} (stop with Ctrl+C).");
    if options.open && !open_browser(&url) {
        println!("No browser could be opened from here; open {url} yourself.");
    }
    server::run(&listener, Site { root, prefix: options.prefix, reports: None });
    Ok(())
}

fn open_browser(url: &str) -> bool {
    let (program, first): (&str, &[&str]) = if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let mut command: Command = run::command(program);
    command.args(first).arg(url).spawn().is_ok()
}
