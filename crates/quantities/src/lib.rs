//! Quantities: a number never travels without its unit, and a table lists the legal products of units.

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
pub mod series;
pub mod special;
pub mod word;

pub use quantity::{Column, Quantity};

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
    Accelerators * UsdPerAccelerator = Usd;
    Accelerators * MegawattsPerAccelerator = Megawatts;
    Megawatts * UsdPerMegawatt = Usd;
    MegawattsPerAccelerator * UsdPerMegawatt = UsdPerAccelerator;
    KilowattHours * UsdPerKwh = Usd;
    Users * UsdPerUser = Usd;
    AcceleratorHours * UsdPerAcceleratorHour = Usd;
    Tokens * BytesPerToken = Bytes;
}
