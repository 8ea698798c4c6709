//! The page. All views are drawn from the input table and the answer; no module of the page computes amounts of money.

mod browser;
#[allow(unreachable_pub, reason = "the macro for components makes their props pub")]
mod inputs;
mod markup;
#[allow(unreachable_pub, reason = "the macro for components makes their props pub")]
mod pages;
mod reasons;
#[allow(unreachable_pub, reason = "the macro for components makes their props pub")]
mod sections;
mod state;
mod worker_sections;
mod workers;

pub(crate) use pages::mount;
