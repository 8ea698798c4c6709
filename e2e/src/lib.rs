//! Drives the built page in a real browser and compares it with the engine run natively.
//!
//! The checks are in `tests/browser`; here are the parts they share: a static server, the browser, the page as a
//! reader sees it, and what the engine says natively. `cargo test -p e2e -- WORD` runs the checks whose name holds the
//! word; a picture of each page that failed is left in `target/e2e`. Set by environment: `PAYENOUGH_DIST` the folder of
//! the page, `PAYENOUGH_CLI` the command line program, `CHROMEDRIVER`, `CHROMIUM`, `PAYENOUGH_E2E_BROWSERS` how many
//! browsers at a time.

mod chromium;
mod driver;
mod expected;
mod fault;
mod page;
pub mod parts;
mod random;
mod server;
mod suite;
mod world;

pub use expected::{Expected, cli_json, collapsed};
pub use fault::{Checked, Fault, Findings};
pub use random::Random;
pub use server::{SUB_PATH, Server};
pub use suite::{Check, Suite};
pub use world::{Media, World};
