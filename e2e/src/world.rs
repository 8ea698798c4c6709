//! A browser and the servers that it visits. The changes of one check are undone before the next.

use std::path::PathBuf;

use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::chromium;
use crate::fault::{Checked, Fault};
use crate::server::Server;

/// The environment of a check.
#[derive(Debug)]
pub struct World {
    /// The browser.
    pub driver: WebDriver,
    /// Serves the built page at `/` and `/sub/path/`.
    pub site: Server,
    /// A server of another origin, for pages that embed the built page.
    pub host: Server,
}

/// A preference of the reader's system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// No preference.
    Plain,
    /// Dark colours.
    Dark,
    /// Reduced motion.
    Still,
}

impl World {
    /// Opens a browser.
    ///
    /// # Errors
    /// If the browser does not start.
    pub async fn open_browser(driver_address: &str, site: Server, host: Server) -> Checked<Self> {
        Ok(Self { driver: chromium::open(driver_address).await?, site, host })
    }

    /// The folder of the built page: `PAYENOUGH_DIST` if it is set, else `dist` in the project's folder.
    ///
    /// # Errors
    /// If the folder holds no page.
    pub fn dist() -> Checked<PathBuf> {
        let own = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../dist");
        let dist = std::env::var_os("PAYENOUGH_DIST").map_or_else(own, PathBuf::from);
        if dist.join("index.html").is_file() {
            return Ok(dist);
        }
        Err(Fault(format!("no page in {}: build it with `cargo xtask build` first", dist.display())))
    }

    /// Sends a command of the Chrome DevTools protocol.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Checked<Value> {
        Ok(self.driver.cdp().send_raw(method, parameters).await?)
    }

    /// Sets the width and height of the viewport in CSS pixels.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn size(&self, width: u32, height: u32) -> Checked {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", size).await.map(drop)
    }

    /// Sets the preference of the system.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn media(&self, media: Media) -> Checked {
        let features = match media {
            Media::Plain => json!([]),
            Media::Dark => json!([{ "name": "prefers-color-scheme", "value": "dark" }]),
            Media::Still => json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]),
        };
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
    }

    /// The errors and warnings of all documents since the last call.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn console(&self) -> Checked<Vec<String>> {
        let entries = self.driver.browser_log().await?;
        let bad = entries.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        Ok(bad.map(|entry| format!("{} {}", entry.level, entry.message)).collect())
    }

    /// Checks that errors in the current document reach the console log.
    ///
    /// # Errors
    /// If they do not, or if there were errors before.
    pub async fn console_reports_errors(&self) -> Checked {
        let before = self.console().await?;
        self.driver.execute("console.error('probe')", Vec::new()).await?;
        let reported = self.console().await?;
        if before.is_empty() && reported.len() == 1 && reported[0].contains("probe") {
            return Ok(());
        }
        Err(Fault(format!("the console said {before:?}, and reported {reported:?} for a probe")))
    }

    /// Resets the browser after a check. Errors and warnings in the console fail the check.
    ///
    /// # Errors
    /// The errors and warnings of the console.
    pub async fn tidy(&self) -> Checked {
        self.driver.enter_default_frame().await?;
        let mut messages = self.console().await?;
        messages.extend(self.errors().await.unwrap_or_default());
        self.driver.goto("about:blank").await?;
        self.cdp("Emulation.clearDeviceMetricsOverride", json!({})).await?;
        self.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": false })).await?;
        self.media(Media::Plain).await?;
        let findings: Vec<String> = messages.into_iter().collect();
        if findings.is_empty() {
            return Ok(());
        }
        Err(Fault(format!("the console said\n  - {}", findings.join("\n  - "))))
    }
}
