//! `cargo xtask serve`: builds the page and serves it on this machine.

use std::net::TcpListener;
use std::process::Command;
use std::sync::Arc;

use static_server::Site;

use crate::build;
use crate::error::{Error, Result};
use crate::run;

/// The options of the command.
#[derive(Debug, PartialEq)]
pub struct Options {
    /// The port; 0 chooses a free one.
    pub port: u16,
    /// Whether to open the page in the browser when it is ready.
    pub open: bool,
    /// Whether to serve `dist/` as it is, without building.
    pub built: bool,
    /// The path to serve under: "" or "/sub/path".
    pub prefix: String,
}

/// Builds the page and serves it until the program is stopped.
pub fn serve(options: Options) -> Result<()> {
    // The port is bound first, so that a busy port is reported before the build, which takes minutes.
    let listener = bind(options.port)?;
    let address =
        listener.local_addr().map_err(|error| Error::new(format!("the port went away: {error}.")))?;
    let root = if options.built { build::dist() } else { build::build()? };
    if !root.join("index.html").is_file() {
        return Err(Error::new(format!(
            "there is no page in {}. Run `cargo xtask serve` without --built.",
            root.display()
        )));
    }
    let url = format!("http://{address}{}/", options.prefix);
    println!("Serving {url} (stop with Ctrl+C).");
    if options.open && !open_browser(&url) {
        println!("No browser could be opened from here; open {url} yourself.");
    }
    static_server::run(&listener, &Arc::new(Site::new().with_folder(&options.prefix, root)));
    Ok(())
}

/// Binds a port of the loopback interface; port 0 chooses any free one.
pub fn bind(port: u16) -> Result<TcpListener> {
    static_server::bind(port).map_err(|error| port_error(port, &error))
}

fn port_error(port: u16, error: &std::io::Error) -> Error {
    use std::io::ErrorKind::{AddrInUse, PermissionDenied};
    let next = if port < 1024 { 8080 } else { port.saturating_add(1) };
    Error::new(match error.kind() {
        AddrInUse => format!(
            "port {port} is busy: another program uses it. Stop that program, or choose another port: `cargo xtask serve --port {next}`."
        ),
        PermissionDenied => format!(
            "port {port} is not open to this user. Choose one above 1023: `cargo xtask serve --port {next}`."
        ),
        _ => format!("cannot use port {port}: {error}. Try another: `cargo xtask serve --port {next}`."),
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_is_one_sentence_with_the_remedy() {
        let taken = bind(0).expect("some port is free");
        let port = taken.local_addr().expect("it is bound").port();
        let message = bind(port).expect_err("it is taken").to_string();
        assert!(message.starts_with(&format!("port {port} is busy")), "{message}");
        assert!(message.contains("cargo xtask serve --port "), "{message}");
    }
}
