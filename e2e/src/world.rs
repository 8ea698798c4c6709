//! One browser with the servers it visits; what a check changes in it is undone before the next.

use std::path::PathBuf;

use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::chromium;
use crate::fault::{Checked, Fault};
use crate::server::Server;

/// What a check works with.
#[derive(Debug)]
pub struct World {
    /// The browser.
    pub driver: WebDriver,
    /// Serves the built page at `/` and `/sub/path/`.
    pub site: Server,
    /// Another origin, for pages that embed it.
    pub host: Server,
}

/// What a reader's system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// Nothing in particular.
    Plain,
    /// A dark page.
    Dark,
    /// No motion.
    Still,
}

impl World {
    /// Opens a browser.
    ///
    /// # Errors
    /// If it does not start.
    pub async fn open_browser(driver_address: &str, site: Server, host: Server) -> Checked<Self> {
        Ok(Self { driver: chromium::open(driver_address).await?, site, host })
    }

    /// The folder of the built page: `PAYENOUGH_DIST`, else `dist` in the project's folder.
    ///
    /// # Errors
    /// If it holds no page.
    pub fn dist() -> Checked<PathBuf> {
        let own = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../dist");
        let dist = std::env::var_os("PAYENOUGH_DIST").map_or_else(own, PathBuf::from);
        if dist.join("index.html").is_file() {
            return Ok(dist);
        }
        Err(Fault(format!("no page in {}: build it with `cargo xtask build` first", dist.display())))
    }

    /// A command of the browser's own protocol.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Checked<Value> {
        Ok(self.driver.cdp().send_raw(method, parameters).await?)
    }

    /// The width and height of the window's inside, in CSS pixels.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn size(&self, width: u32, height: u32) -> Checked {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", size).await.map(drop)
    }

    /// What the system asks for.
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

    /// Errors and warnings of all documents since the last call.
    ///
    /// # Errors
    /// If the browser does not tell.
    pub async fn console(&self) -> Checked<Vec<String>> {
        let entries = self.driver.browser_log().await?;
        let bad = entries.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        Ok(bad.map(|entry| format!("{} {}", entry.level, entry.message)).collect())
    }

    /// Fails if an error in the current document would go unheard.
    ///
    /// # Errors
    /// If it would, or if there was one before.
    pub async fn console_is_heard(&self) -> Checked {
        let before = self.console().await?;
        self.driver.execute("console.error('probe')", Vec::new()).await?;
        let heard = self.console().await?;
        if before.is_empty() && heard.len() == 1 && heard[0].contains("probe") {
            return Ok(());
        }
        Err(Fault(format!("the console said {before:?}, and of a probe {heard:?}")))
    }

    /// Puts the browser back as a check found it; what the console says unasked is a fault of the check.
    ///
    /// # Errors
    /// The console's errors and warnings.
    pub async fn tidy(&self) -> Checked {
        self.driver.enter_default_frame().await?;
        let mut said = self.console().await?;
        said.extend(self.errors().await.unwrap_or_default());
        self.driver.goto("about:blank").await?;
        self.cdp("Emulation.clearDeviceMetricsOverride", json!({})).await?;
        self.media(Media::Plain).await?;
        let findings: Vec<String> = said.into_iter().collect();
        if findings.is_empty() {
            return Ok(());
        }
        Err(Fault(format!("the console said\n  - {}", findings.join("\n  - "))))
    }
}
