//! The driver of the browser. It is started on a free port and ends with this process, however this process ends.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::fault::{Checked, Fault};

/// A chromedriver with all browsers that it starts, and their profiles.
#[derive(Debug)]
pub(crate) struct Driver {
    shell: Child,
    folder: PathBuf,
    /// The address at which it listens.
    pub(crate) address: String,
}

/// A shell script that kills its process group once its standard input is closed, which also happens if this process is
/// killed.
const UNTIL_INPUT_ENDS: &str = r#""$0" --port=0 & cat > /dev/null; kill -9 0"#;

impl Driver {
    /// Starts the driver.
    pub(crate) fn start() -> Checked<Self> {
        let program = program();
        let folder = std::env::temp_dir().join(format!("payenough-e2e-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(UNTIL_INPUT_ENDS).arg(&program).env("TMPDIR", &folder).process_group(0);
        shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut shell = shell.spawn()?;
        let lines = shell.stdout.take().map(BufReader::new);
        let port = lines.and_then(port);
        let mut driver = Self { shell, folder, address: String::new() };
        let port = port.ok_or_else(|| Fault(not_started(&program)))?;
        driver.address = format!("http://127.0.0.1:{port}");
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // The shell kills itself, and a profile that is left in the temporary folder does no harm.
        let _ = self.shell.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The driver: `CHROMEDRIVER` if it is set, else the one from Debian's package or on the PATH.
fn program() -> PathBuf {
    if let Some(named) = std::env::var_os("CHROMEDRIVER") {
        return named.into();
    }
    let debian = Path::new("/usr/bin/chromedriver");
    if debian.is_file() { debian.to_owned() } else { "chromedriver".into() }
}

fn not_started(program: &Path) -> String {
    format!(
        "{} did not start. Install chromium and chromium-driver, or name the driver in CHROMEDRIVER.",
        program.display()
    )
}

/// Reads the port from the driver's output. Later output is discarded, so that the driver never blocks on it.
fn port(mut lines: impl BufRead + Send + 'static) -> Option<u16> {
    let mut line = String::new();
    while lines.read_line(&mut line).ok()? > 0 {
        if let Some((_, port)) = line.trim_end().trim_end_matches('.').rsplit_once("successfully on port ") {
            let port = port.parse().ok();
            std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
            return port;
        }
        line.clear();
    }
    None
}
