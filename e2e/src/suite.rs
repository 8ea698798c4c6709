//! Runs the checks in several browsers at once, and prints their results in the format of Rust's test runner.

#![allow(clippy::print_stdout, reason = "a test runner prints what came of its tests")]

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::pin::Pin;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::driver::Driver;
use crate::fault::{Checked, Fault};
use crate::server::Server;
use crate::world::World;

/// A running check.
type Running<'a> = Pin<Box<dyn Future<Output = Checked> + 'a>>;

/// A check in a browser.
pub struct Check {
    /// The name, which states what must hold.
    pub name: &'static str,
    /// The function that runs the check.
    pub run: for<'a> fn(&'a World) -> Running<'a>,
}

/// All checks of a run.
pub struct Suite {
    /// The checks in the order in which they start, the long ones first.
    pub checks: Vec<Check>,
}

/// Number of browsers at a time, unless `PAYENOUGH_E2E_BROWSERS` is set.
const N_BROWSERS: usize = 2;

impl Suite {
    /// Runs the checks whose names contain one of the words on the command line, or all checks without words. Returns
    /// whether all passed.
    ///
    /// # Errors
    /// If there is no page or no browser.
    pub fn run(mut self) -> Checked<bool> {
        let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
        let n_all = self.checks.len();
        self.checks.retain(|check| words.is_empty() || words.iter().any(|word| check.name.contains(word)));
        let started = Instant::now();
        let browsers = Browsers {
            driver: Driver::start()?,
            site: Server::start(Some(World::dist()?))?,
            host: Server::start(None)?,
        };
        println!("\nrunning {} tests", self.checks.len());
        let ends = browsers.run(&self.checks);
        drop(browsers);
        let failed: Vec<&End> = ends.iter().filter(|end| end.fault.is_some()).collect();
        print_failures(&failed);
        println!(
            "\ntest result: {}. {} passed; {} failed; 0 ignored; 0 measured; {} filtered out; finished in {:.2}s\n",
            if failed.is_empty() { "ok" } else { "FAILED" },
            ends.len() - failed.len(),
            failed.len(),
            n_all - ends.len(),
            started.elapsed().as_secs_f64()
        );
        Ok(failed.is_empty())
    }
}

/// The end of a check.
struct End {
    name: &'static str,
    fault: Option<Fault>,
}

fn print_failures(failed: &[&End]) {
    if !failed.is_empty() {
        println!("\nfailures:");
    }
    for end in failed {
        let fault = end.fault.as_ref().map_or("", |fault| &fault.0);
        println!("\n---- {} ----\n{fault}", end.name);
    }
}

struct Browsers {
    driver: Driver,
    site: Server,
    host: Server,
}

impl Browsers {
    fn run(&self, checks: &[Check]) -> Vec<End> {
        let wanted = std::env::var("PAYENOUGH_E2E_BROWSERS").ok().and_then(|text| text.parse().ok());
        let n_browsers = wanted.unwrap_or(N_BROWSERS).clamp(1, checks.len().max(1));
        let (next, ends) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
        let take = || checks.get(next.fetch_add(1, Ordering::Relaxed));
        let note = |end: End| {
            if let Ok(mut ends) = ends.lock() {
                ends.push(end);
            }
        };
        std::thread::scope(|threads| {
            for _ in 0..n_browsers {
                threads.spawn(|| {
                    if let Err(fault) = self.worker(&take, &note) {
                        note(End { name: "the browser", fault: Some(fault) });
                    }
                });
            }
        });
        ends.into_inner().unwrap_or_default()
    }

    /// Opens one browser and runs checks in it until none is left.
    fn worker<'a>(&self, take: &dyn Fn() -> Option<&'a Check>, note: &dyn Fn(End)) -> Checked {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (site, host) = (self.site.clone(), self.host.clone());
        let world = runtime.block_on(World::open_browser(&self.driver.address, site, host))?;
        while let Some(check) = take() {
            let started = Instant::now();
            let end = catch_unwind(AssertUnwindSafe(|| runtime.block_on(one(check, &world))));
            let fault = match end {
                Ok(checked) => checked.err(),
                Err(_) => Some(Fault("it panicked, see above".to_owned())),
            };
            let word = if fault.is_none() { "ok" } else { "FAILED" };
            println!("test {} ... {word} ({:.1} s)", check.name, started.elapsed().as_secs_f64());
            note(End { name: check.name, fault });
        }
        Ok(runtime.block_on(world.driver.quit())?)
    }
}

/// Runs a check, and resets the browser after it.
async fn one(check: &Check, world: &World) -> Checked {
    let end = (check.run)(world).await;
    if end.is_err() {
        picture(check.name, world).await;
    }
    let tidied = world.tidy().await;
    match (end, tidied) {
        (Err(fault), Err(leftover)) => Err(Fault(format!("{}\n{}", fault.0, leftover.0))),
        (end, tidied) => end.and(tidied),
    }
}

/// Saves a screenshot of a failed check. If that fails, the error message has to suffice.
async fn picture(name: &str, world: &World) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/e2e");
    let _ = std::fs::create_dir_all(&folder);
    let _ = world.driver.screenshot(&folder.join(format!("{}.png", name.replace(' ', "_")))).await;
}
