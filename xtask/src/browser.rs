//! Finds Chromium and its driver, or installs them from Debian's packages if that is allowed.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::error::{Error, Result};
use crate::run;

/// The browser and the driver that controls it in tests.
pub struct Browser {
    /// Chromium or Chrome.
    pub chromium: PathBuf,
    /// A chromedriver of the same version.
    pub driver: PathBuf,
}

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// Finds both programs. If they are missing, root installs them on a system with apt.
pub fn ensure() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if run::which("apt-get").is_none() || !is_root() {
        return Err(Error::new(TO_INSTALL));
    }
    eprintln!("Installing {} from the system's packages.", PACKAGES.join(" and "));
    let mut update = run::command("apt-get");
    run::watch(update.arg("update"), "refresh the system's list of packages", |_| ())?;
    let mut install = run::command("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "-y"]).args(PACKAGES);
    run::watch(&mut install, "install Chromium and its driver", |_| ())?;
    find().ok_or_else(|| Error::new(TO_INSTALL))
}

const TO_INSTALL: &str = "Chromium and its driver are needed for the browser tests and were not found. Install both in the same version (Debian: `sudo apt-get install chromium chromium-driver`; elsewhere: Chrome, and chromedriver on the PATH or its path in CHROMEDRIVER) and run the same command again.";

fn find() -> Option<Browser> {
    let named = |variable: &str| std::env::var_os(variable).map(PathBuf::from).filter(|it| it.is_file());
    let chromium = named("CHROMIUM").or_else(|| NAMES.iter().find_map(|name| run::which(name)))?;
    let driver = named("CHROMEDRIVER").or_else(|| run::which("chromedriver"))?;
    Some(Browser { chromium, driver })
}

/// The path of geckodriver, if it and Firefox are installed.
pub fn firefox() -> Option<PathBuf> {
    ["firefox", "firefox-esr"].iter().find_map(|name| run::which(name))?;
    let named = std::env::var_os("GECKODRIVER").map(PathBuf::from).filter(|it| it.is_file());
    named.or_else(|| run::which("geckodriver"))
}

/// Whether the user is root. Chromium refuses to run its sandbox as root.
pub fn is_root() -> bool {
    run::ask(run::command("id").arg("-u")).is_some_and(|it| it.trim() == "0")
}

/// A headless Chromium that shows one page. Dropping it ends the browser and removes its profile.
pub struct Window {
    child: Child,
    profile: PathBuf,
}

impl Window {
    /// Opens a URL.
    pub fn open(chromium: &Path, url: &str) -> Result<Self> {
        let profile = std::env::temp_dir().join(format!("payenough-chromium-{}", std::process::id()));
        let mut command = Command::new(chromium);
        command.args(["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]);
        command.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
        command.arg("--window-size=1280,800");
        if is_root() {
            command.arg("--no-sandbox");
        }
        command.arg(format!("--user-data-dir={}", profile.display())).arg(url);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command
            .spawn()
            .map_err(|error| Error::new(format!("cannot start {}: {error}.", chromium.display())))?;
        Ok(Self { child, profile })
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // The browser may have ended already, and a profile that is left in the temporary folder does no harm.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
