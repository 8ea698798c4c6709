//! Drives the built page in a real browser and compares it with the engine run natively.
//!
//! The checks are in `tests/browser`. This library holds what they share: a static server, the browser, the page as a
//! reader sees it, and the engine's native answer. `cargo test -p e2e -- WORD` runs the checks whose names contain the
//! word. A screenshot of each failed check is kept in `target/e2e`. Environment variables: `PAYENOUGH_DIST` is the
//! folder of the page, `PAYENOUGH_CLI` the command line program, `CHROMEDRIVER` and `CHROMIUM` the browser's programs,
//! and `PAYENOUGH_E2E_BROWSERS` the number of browsers at a time.

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
pub use static_server::Defect;
pub use suite::{Check, Suite};
pub use world::{Media, World};
