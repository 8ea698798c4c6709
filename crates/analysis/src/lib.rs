//! Questions about a scenario that evaluate the engine many times: the answer in a sentence, what each capability adds,
//! what limits serving, what would have to be true, and many simulated futures.

pub mod backtest;
mod binding;
mod capability;
pub mod contradiction;
pub mod futures;
mod goal;
pub mod goal_seek;
mod per_dollar;
mod perspective;
pub mod pieces;
pub mod plan;
pub mod prices;
pub mod reality;
pub mod report;
pub mod segments;
pub mod serving;
pub mod shock;
mod subject;
mod verdict;
pub mod working;

pub use capability::{Account, Capability, Margin, accounts, accounts_in_pieces, capability_name, margins};
pub use per_dollar::{amount, per_dollar};
pub use perspective::perspective;
pub use subject::subject;
pub use verdict::{Verdict, verdict};
