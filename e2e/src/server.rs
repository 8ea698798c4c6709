//! A static host: it serves the built page at `/` and at `/sub/path/`, and the pages that a check adds.

use std::path::PathBuf;
use std::sync::Arc;

use static_server::{Defect, Site};

use crate::fault::Checked;

/// The path of the second copy of the page.
pub const SUB_PATH: &str = "/sub/path";

/// One origin. It serves until the process ends.
#[derive(Clone, Debug)]
pub struct Server {
    port: u16,
    site: Arc<Site>,
}

impl Server {
    /// Serves the folder, if one is given, on a free port.
    ///
    /// # Errors
    /// If no port is free.
    pub fn start(root: Option<PathBuf>) -> Checked<Self> {
        let listener = static_server::bind(0)?;
        let port = listener.local_addr()?.port();
        let site = root.map_or_else(Site::new, |root| {
            Site::new().with_folder(SUB_PATH, root.clone()).with_folder("", root)
        });
        let site = Arc::new(site);
        let served = Arc::clone(&site);
        std::thread::spawn(move || static_server::run(&listener, &served));
        Ok(Self { port, site })
    }

    /// `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// From now on, files whose paths contain this text have this defect, or none.
    pub fn spoil(&self, part: &str, defect: Option<Defect>) {
        self.site.spoil(part, defect);
    }

    /// Serves this HTML at this path from now on.
    pub fn put(&self, path: &str, html: String) {
        self.site.put(path, html);
    }
}
