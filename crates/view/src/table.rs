//! The yearly table: its columns and their common units, and its CSV form. Independent of the browser.

use payenough_engine::working::Kind;
use payenough_engine::{Outcome, Year};
use payenough_model::CostLine;
use payenough_quantities::print;

/// The unit of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Year,
    People,
    Tokens,
    Count,
    Megawatts,
    Usd,
    UsdPerUserMonth,
}

/// A column of the yearly table.
pub struct Column {
    /// Heading without unit.
    pub head: &'static str,
    /// Heading in CSV, with unit.
    pub key: &'static str,
    /// The figure whose working a cell opens; `None` for the year itself.
    pub figure: Option<Kind>,
    unit: Unit,
    get: fn(&Year) -> Option<f64>,
}

/// A column whose numbers are printed in one scale.
pub struct Scaled {
    /// Heading with unit.
    pub head: String,
    /// The cells, one per year.
    pub cells: Vec<String>,
}

/// Printed in place of a value that does not exist.
pub const NO_VALUE: &str = "\u{2013}";

/// All columns in order. Revenue minus costs plus residual value is free cash flow.
#[rustfmt::skip]
pub const COLUMNS: [Column; 18] = [
    Column { head: "Year", key: "year", figure: None, unit: Unit::Year, get: |it| Some(f64::from(it.year)) },
    Column { head: "Active users", key: "active_users", figure: Some(Kind::UsersYear), unit: Unit::People, get: |it| Some(it.active_users.value()) },
    Column { head: "Subscribers", key: "subscribers", figure: Some(Kind::SubscribersYear), unit: Unit::People, get: |it| Some(it.subscribers.value()) },
    Column { head: "Business seats", key: "seats", figure: Some(Kind::SeatsYear), unit: Unit::People, get: |it| Some(it.seats.value()) },
    Column { head: "Demand", key: "demand_mtok", figure: Some(Kind::DemandYear), unit: Unit::Tokens, get: |it| Some(it.demand.value()) },
    Column { head: "Capacity", key: "capacity_mtok", figure: Some(Kind::CapacityYear), unit: Unit::Tokens, get: |it| Some(it.capacity.value()) },
    Column { head: "Served", key: "served_mtok", figure: Some(Kind::ServedYear), unit: Unit::Tokens, get: |it| Some(it.served.value()) },
    Column { head: "Accelerators", key: "accelerators", figure: Some(Kind::AcceleratorsYear), unit: Unit::Count, get: |it| Some(it.accelerators.value()) },
    Column { head: "Power", key: "power_mw", figure: Some(Kind::PowerYear), unit: Unit::Megawatts, get: |it| Some(it.power.value()) },
    Column { head: "Needed", key: "needed_usd_per_user_month", figure: Some(Kind::NeededYear), unit: Unit::UsdPerUserMonth, get: |it| it.needed.map(|it| it.value()) },
    Column { head: "Expected", key: "expected_usd_per_user_month", figure: Some(Kind::ExpectedYear), unit: Unit::UsdPerUserMonth, get: |it| it.expected.map(|it| it.value()) },
    Column { head: "Revenue", key: "revenue_usd", figure: Some(Kind::RevenueAll), unit: Unit::Usd, get: |it| Some(it.revenue_total().value()) },
    Column { head: "Running costs", key: "opex_usd", figure: Some(Kind::RunningYear), unit: Unit::Usd, get: |it| Some(it.opex().value()) },
    Column { head: "Plant bought", key: "capex_usd", figure: Some(Kind::PlantYear), unit: Unit::Usd, get: |it| Some(it.capex().value()) },
    Column { head: "Tax", key: "tax_usd", figure: Some(Kind::TaxYear), unit: Unit::Usd, get: |it| Some(it.tax().value()) },
    Column { head: "Plant left over", key: "residual_usd", figure: Some(Kind::LeftYear), unit: Unit::Usd, get: |it| Some(-left_over(it).value() + 0.0) },
    Column { head: "Free cash flow", key: "fcf_usd", figure: Some(Kind::CashYear), unit: Unit::Usd, get: |it| Some(it.fcf.value()) },
    Column { head: "Cumulative cash", key: "cumulative_usd", figure: Some(Kind::CumulativeYear), unit: Unit::Usd, get: |it| Some(it.cumulative.value()) },
];

/// The residual value of the plant, which counts as a negative cost.
fn left_over(year: &Year) -> payenough_quantities::Usd {
    year.cost[CostLine::Residual as usize]
}

impl Column {
    /// Prints the column with the same unit for all years.
    #[must_use]
    pub fn scaled(&self, years: &[Year]) -> Scaled {
        let values: Vec<Option<f64>> = years.iter().map(self.get).collect();
        let top = values.iter().flatten().fold(0.0_f64, |top, value| top.max(value.abs()));
        let (per, word) = scale(top, self.unit);
        let decimals = decimals(top / per);
        let cell =
            |value: Option<f64>| value.map_or_else(|| NO_VALUE.to_owned(), |it| self.cell(it, per, decimals));
        let unit = match self.unit {
            Unit::Year => String::new(),
            Unit::People | Unit::Count => word.trim().to_owned(),
            Unit::Tokens => format!("{word}tokens"),
            Unit::Megawatts => "MW".to_owned(),
            Unit::Usd => format!("$ {}", word.trim()),
            Unit::UsdPerUserMonth => "$ per user-month".to_owned(),
        };
        Scaled { head: self.heading(unit.trim()), cells: values.into_iter().map(cell).collect() }
    }

    fn heading(&self, unit: &str) -> String {
        if unit.is_empty() { self.head.to_owned() } else { format!("{}, {unit}", self.head) }
    }

    fn cell(&self, value: f64, per: f64, decimals: usize) -> String {
        match self.unit {
            Unit::Year => format!("{value}"),
            Unit::UsdPerUserMonth => fixed(value, 2),
            _ if decimals == 0 => print::number(libm::round(value / per), 15),
            _ => fixed(value / per, decimals),
        }
    }
}

/// Prints a number with this many decimals, a typographic minus sign, and no negative zero.
#[must_use]
pub fn fixed(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return NO_VALUE.to_owned();
    }
    let per = [1_u64, 10, 100, 1000].get(decimals).copied().unwrap_or(1000);
    let all = libm::round(value.abs() * per as f64);
    if 1e15 < all {
        return print::count(value);
    }
    let all = all as u64;
    let sign = if value < 0.0 && all > 0 { "\u{2212}" } else { "" };
    match decimals {
        0 => format!("{sign}{all}"),
        _ => format!("{sign}{}.{:0decimals$}", all / per, all % per),
    }
}

/// Prints amounts of money in one unit with the same number of decimals. The heading is the unit.
#[must_use]
pub fn usd_cells(amounts: &[f64]) -> Scaled {
    let top = amounts.iter().fold(0.0_f64, |top, amount| top.max(amount.abs()));
    let (per, word) = scale(top, Unit::Usd);
    let decimals = decimals(top / per);
    let cells = amounts.iter().map(|amount| fixed(amount / per, decimals)).collect();
    Scaled { head: format!("$ {word}").trim_end().to_owned(), cells }
}

/// Number of decimals in all cells of a column whose largest number is `top`.
fn decimals(top: f64) -> usize {
    match top {
        top if top < 10.0 => 2,
        top if top < 1000.0 => 1,
        _ => 0,
    }
}

/// The factor between a value and the unit of its column, and the name of that unit.
fn scale(top: f64, unit: Unit) -> (f64, &'static str) {
    match unit {
        Unit::Year | Unit::Megawatts | Unit::UsdPerUserMonth => (1.0, ""),
        _ if top < 1e5 => (1.0, ""),
        _ if top < 1e8 => (1e6, "million "),
        Unit::People if top < 2e10 => (1e6, "million "),
        _ if top < 2e12 || matches!(unit, Unit::Usd) => (1e9, "billion "),
        _ => (1e12, "trillion "),
    }
}

/// The table as CSV: one row per year, plain numbers, an empty field for a value that does not exist.
#[must_use]
pub fn csv(outcome: &Outcome) -> String {
    let heads: Vec<&str> = COLUMNS.iter().map(|column| column.key).collect();
    let mut text = heads.join(",") + "\r\n";
    for year in &outcome.years {
        let cell = |column: &Column| {
            let value =
                (column.get)(year).map(|it| if column.key.ends_with("_mtok") { it / 1e6 } else { it });
            value.map_or_else(String::new, |it| print::plain(it, 15))
        };
        let cells: Vec<String> = COLUMNS.iter().map(cell).collect();
        text += &(cells.join(",") + "\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_engine::evaluate;
    use payenough_model::{Inputs, Values};

    #[test]
    fn csv_holds_plain_numbers() {
        let outcome = evaluate(&Inputs::read(&Values::STARTING_POINT));
        let text = csv(&outcome);
        assert_eq!(text.lines().count(), outcome.years.len() + 1);
        for cell in text.lines().skip(1).flat_map(|line| line.split(',')) {
            assert!(cell.is_empty() || cell.parse::<f64>().is_ok_and(f64::is_finite), "{cell}");
        }
    }

    #[test]
    fn money_columns_sum_to_free_cash_flow() {
        let outcome = evaluate(&Inputs::read(&Values::STARTING_POINT));
        let column = |key: &str| COLUMNS.iter().find(|column| column.key == key).unwrap().get;
        for year in &outcome.years {
            let keys = ["revenue_usd", "opex_usd", "capex_usd", "tax_usd", "residual_usd", "fcf_usd"];
            let [revenue, opex, capex, tax, left, fcf] = keys.map(|key| column(key)(year).unwrap());
            assert!(
                (revenue - opex - capex - tax + left - fcf).abs()
                    <= 1e-9 * (revenue.abs() + capex.abs() + 1.0)
            );
        }
    }

    #[test]
    fn cells_have_no_negative_zero() {
        assert_eq!([fixed(-0.001, 2), fixed(-1.5, 1), fixed(f64::NAN, 1)], ["0.00", "\u{2212}1.5", NO_VALUE]);
    }

    #[test]
    fn headings_name_the_unit_of_all_cells() {
        let outcome = evaluate(&Inputs::read(&Values::STARTING_POINT));
        let revenue =
            COLUMNS.iter().find(|column| column.key == "revenue_usd").unwrap().scaled(&outcome.years);
        assert_eq!(revenue.head, "Revenue, $ billion");
        assert_eq!(revenue.cells.len(), outcome.years.len());
    }
}
