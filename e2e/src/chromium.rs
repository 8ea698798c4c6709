//! A headless Chromium with a profile of its own, and the hooks that run in every document before its scripts.

use std::time::Duration;

use serde_json::json;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel, WebDriver};

use crate::fault::Checked;

const ARGUMENTS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,1000",
    // A sandboxed frame then stays in the process whose console is read; it still has its own origin.
    "--disable-features=IsolateSandboxedIframes",
];

/// Records errors, texts copied to the clipboard and files offered for download. `denied` refuses the clipboard.
const HOOKS: &str = r#"
window.__seen = { errors: [], copied: [], blobs: [], denied: false };
const note = what => window.__seen.errors.push(String(what));
addEventListener('error', e => note(e.message || 'not loaded: ' + (e.target.src || e.target.href)), true);
addEventListener('unhandledrejection', e => note('rejected: ' + e.reason));
addEventListener('securitypolicyviolation', e => note('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
const create = URL.createObjectURL.bind(URL);
URL.createObjectURL = blob => { window.__seen.blobs.push(blob); return create(blob); };
if (navigator.clipboard) {
  navigator.clipboard.writeText = text => {
    if (window.__seen.denied) return Promise.reject(new DOMException('denied', 'NotAllowedError'));
    window.__seen.copied.push(text);
    return Promise.resolve();
  };
}
"#;

/// Time limit for a script. It is long, because some scripts visit every element of a page with all tables open.
const PATIENCE: Duration = Duration::from_secs(20);

/// Opens a browser.
pub(crate) async fn open(driver_address: &str) -> Checked<WebDriver> {
    let mut capabilities = ChromeCapabilities::new();
    for argument in ARGUMENTS {
        capabilities.add_arg(argument)?;
    }
    if let Ok(binary) = std::env::var("CHROMIUM") {
        capabilities.set_binary(&binary)?;
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    let driver = WebDriver::new(driver_address, capabilities).await?;
    driver.set_page_load_timeout(PATIENCE).await?;
    driver.set_script_timeout(3 * PATIENCE).await?;
    driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": HOOKS })).await?;
    Ok(driver)
}
