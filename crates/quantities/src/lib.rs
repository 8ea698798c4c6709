//! Quantities: a number never travels without its unit, and a table lists the legal products of units.
//!
//! A quantity is a newtype over `f64` or over a [`lane::Lane`], which holds several futures side by side. Two quantities
//! can be multiplied only where the product has a meaning; each product also gives the two divisions. Everything else
//! does not compile.
//!
//! ```
//! use payenough_quantities::lane::{Block, Lane};
//! use payenough_quantities::{Months, Quantity, Usd, UsdPerUserMonth, UserMonths, Users, print};
//!
//! /// Revenue of a year: written once, for one future or for as many as a lane holds.
//! fn revenue<L: Lane>(users: Users<L>, price: UsdPerUserMonth<L>) -> Usd<L> {
//!     let user_months: UserMonths<L> = users * Months::all(12.0);
//!     user_months * price
//! }
//!
//! // One future.
//! let one = revenue(Users::of(1.5e6), UsdPerUserMonth::of(20.0));
//! assert_eq!(print::money(one.value()), "$360 million");
//! assert_eq!(Usd::UNIT, "$");
//!
//! // A division goes back: dollars by user-months are dollars per user and month.
//! let price: UsdPerUserMonth = one / (Users::of(1.5e6) * Months::of(12.0));
//! assert_eq!(price.value(), 20.0);
//!
//! // Several futures, each with its own number of users. Lane by lane the bits are those of one future.
//! let users = Block::each(|future| 1e6 + 1e5 * future as f64);
//! let several = revenue(Users::of(users), UsdPerUserMonth::all(20.0));
//! for future in 0..Block::WIDTH {
//!     let alone = revenue(Users::of(users.lane(future)), UsdPerUserMonth::of(20.0));
//!     assert_eq!(several.value().lane(future), alone.value());
//! }
//! ```
//!
//! A product without a meaning is refused by the compiler:
//!
//! ```compile_fail
//! use payenough_quantities::{Usd, Users};
//! let nonsense = Usd::of(1.0) * Users::of(2.0);
//! ```
//!
//! What is absent: the exponential, the logarithm and the powers of the standard library, which differ between native
//! code and wasm. [`special`] and [`normal`] have functions that give the same bits on both.

mod decimal;
pub mod entry;
pub mod field;
pub mod link_number;
pub mod print;
#[macro_use]
mod quantity;
pub mod date;
pub mod finite;
pub mod lane;
pub mod normal;
pub mod read;
mod read_error;
pub mod series;
pub mod special;
pub mod word;

pub use quantity::{Column, Measure, Quantity};

quantities! {
    /// A pure number: a ratio, a share, a factor.
    Ratio = "";
    /// Nominal US dollars.
    Usd = "$";
    /// Calendar time in years.
    Years = "years";
    /// A rate per year: 0.095 is 9.5% a year.
    PerYear = "per year";
    /// People who are active in a given week.
    Users = "users";
    /// One weekly-active user for one month.
    UserMonths = "user-months";
    /// Months.
    Months = "months";
    /// Requests sent to a model.
    Messages = "messages";
    /// Requests per user and month.
    MessagesPerUserMonth = "messages/user-month";
    /// Tokens of any class.
    Tokens = "tokens";
    /// Tokens per request.
    TokensPerMessage = "tokens/message";
    /// Throughput of one accelerator.
    TokensPerSecond = "tokens/s";
    /// Accelerators in service or on order.
    Accelerators = "accelerators";
    /// One second of one accelerator's work.
    AcceleratorSeconds = "accelerator-seconds";
    /// Seconds.
    Seconds = "s";
    /// Power in megawatts.
    Megawatts = "MW";
    /// Power per accelerator.
    MegawattsPerAccelerator = "MW/accelerator";
    /// Energy in kilowatt-hours.
    KilowattHours = "kWh";
    /// Price of energy.
    UsdPerKwh = "$/kWh";
    /// Price of one accelerator with its share of the server.
    UsdPerAccelerator = "$/accelerator";
    /// Price of shell, power and cooling.
    UsdPerMegawatt = "$/MW";
    /// Money per user and month.
    UsdPerUserMonth = "$/user-month";
    /// Money per person, once.
    UsdPerUser = "$/user";
    /// Price of tokens.
    UsdPerToken = "$/token";
    /// One hour of one accelerator's work.
    AcceleratorHours = "accelerator-hours";
    /// Money per accelerator-hour.
    UsdPerAcceleratorHour = "$/accelerator-hour";
    /// Hours of the day.
    Hours = "h";
    /// Memory in units of 10^9 bytes.
    Gigabytes = "GB";
    /// Bandwidth in units of 10^9 bytes a second.
    GigabytesPerSecond = "GB/s";
    /// Arithmetic throughput in units of 10^12 operations a second.
    Teraflops = "TFLOP/s";
    /// Arithmetic in units of 10^12 operations.
    Teraoperations = "TFLOP";
    /// Seconds of video per request.
    SecondsPerMessage = "s/message";
    /// Memory in bytes.
    Bytes = "B";
    /// Memory that one token of context takes.
    BytesPerToken = "B/token";
}

products! {
    Users * Months = UserMonths;
    UserMonths * UsdPerUserMonth = Usd;
    UserMonths * MessagesPerUserMonth = Messages;
    Messages * TokensPerMessage = Tokens;
    Tokens * UsdPerToken = Usd;
    TokensPerSecond * AcceleratorSeconds = Tokens;
    Accelerators * Seconds = AcceleratorSeconds;
    Teraflops * Seconds = Teraoperations;
    Messages * SecondsPerMessage = Seconds;
    Accelerators * UsdPerAccelerator = Usd;
    Accelerators * MegawattsPerAccelerator = Megawatts;
    Megawatts * UsdPerMegawatt = Usd;
    MegawattsPerAccelerator * UsdPerMegawatt = UsdPerAccelerator;
    KilowattHours * UsdPerKwh = Usd;
    Users * UsdPerUser = Usd;
    AcceleratorHours * UsdPerAcceleratorHour = Usd;
    Tokens * BytesPerToken = Bytes;
}
