//! The answer as plain data for export: names with units, every total with its parts, and null for what does not exist.
//! It is only written, never read.

mod serving;

pub use serving::{Capability, Curve, Point, Serving};

use serde::{Serialize, Serializer};

use crate::verdict;
use payenough_engine::{Outcome, Year, evaluate};
use payenough_model::scenario::{Notice, STARTING_POINT, Scenario, option_name};
use payenough_model::{CostLine, InputId, Inputs, Range, Setting, Stream};
use payenough_quantities::{PerYear, Ratio, Usd, UsdPerUserMonth, Years};

/// Everything that the engine reports about a scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it; the outcome's own docs explain")]
pub struct Report {
    /// The scenario's canonical link, without the `?`.
    pub link: String,
    /// Release of the model.
    pub version: &'static str,
    /// Id of the dated default set.
    pub vintage: &'static str,
    /// Id of the preset that the scenario starts from.
    pub preset: &'static str,
    /// The scenario as set in words.
    pub verdict: String,
    /// 100 × receipts ÷ outlays, in present values; `null` if the outlays are not above 0.
    pub cents_back_per_dollar: Option<f64>,
    /// Present value of all revenue.
    pub receipts_pv_usd: f64,
    /// Present value of every cost, less residual value and credits: `npv_usd` is `receipts_pv_usd` − `outlays_pv_usd`.
    pub outlays_pv_usd: f64,
    /// `null` without user-months.
    pub cost_usd_per_user_month: Option<f64>,
    pub npv_usd: f64,
    pub irr_per_yr: Option<f64>,
    pub irr_roots: Vec<f64>,
    /// Whether NPV is 0 at several rates.
    pub irr_ambiguous: bool,
    pub payback_yr: Option<f64>,
    pub payback_first_yr: Option<f64>,
    pub discounted_payback_yr: Option<f64>,
    pub needed_usd_per_user_month: Option<f64>,
    pub needed_flat_usd_per_user_month: Option<f64>,
    pub expected_usd_per_user_month: f64,
    pub breakeven_factor_x: Option<f64>,
    pub user_months_pv: f64,
    pub revenue_pv_usd: Lines,
    /// Costs by line, including tax and the (negative) residual value: `npv_usd` is Σ revenue − Σ cost.
    pub cost_pv_usd: Lines,
    pub npv_from_residual_usd: f64,
    pub npv_after_year_5_usd: f64,
    pub kept_value_pv_usd: f64,
    pub fleet: Fleet,
    pub serving: Serving,
    pub years: Vec<ReportYear>,
    /// The inputs that differ from the starting point, in table order.
    pub changed: Vec<Changed>,
    pub notices: Vec<Noticed>,
}

/// Key figures of the fleet.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it; the outcome's own docs explain")]
pub struct Fleet {
    pub peak_accelerators_n: f64,
    pub peak_mw: f64,
    pub capex_usd: f64,
    pub all_in_usd_per_accelerator: f64,
    pub last_quarter_n: usize,
}

/// One model year.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it; the outcome's own docs explain")]
pub struct ReportYear {
    pub year: i32,
    /// Share of all users credited to this build-out.
    pub share: f64,
    pub active_users: f64,
    pub subscribers: f64,
    pub seats: f64,
    /// Subscribers and seats.
    pub payers: f64,
    pub user_months: f64,
    pub demand_mtok: f64,
    pub capacity_mtok: f64,
    pub served_mtok: f64,
    pub accelerators: f64,
    pub power_mw: f64,
    pub revenue_usd: f64,
    pub revenue_by_stream_usd: Lines,
    pub opex_usd: f64,
    pub capex_usd: f64,
    pub tax_usd: f64,
    /// Residual value of the plant, as money in.
    pub residual_usd: f64,
    pub cost_by_line_usd: Lines,
    pub fcf_usd: f64,
    pub cumulative_usd: f64,
    pub needed_usd_per_user_month: Option<f64>,
    pub expected_usd_per_user_month: Option<f64>,
}

/// One input that differs from the starting point.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Changed {
    /// Key in a link.
    pub key: &'static str,
    /// Name shown to people.
    pub label: &'static str,
    /// Its value in this scenario.
    pub value: Written,
    /// Its value at the starting point.
    pub base: Written,
}

/// One notice about the link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Noticed {
    /// The key; empty if the notice is about the whole link.
    pub key: String,
    /// The value that the link gave.
    pub given: String,
    /// What this means for the reader.
    pub message: String,
}

/// A value as a link writes it: a number, a range, or the name of an option.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Written {
    /// A number; a switch is 0 or 1.
    Number(f64),
    /// The 10th, 50th and 90th percentiles.
    Range {
        /// 10th percentile.
        p10: f64,
        /// 50th percentile, with which this answer is computed.
        p50: f64,
        /// 90th percentile.
        p90: f64,
    },
    /// The name of an option.
    Option(&'static str),
}

/// Money by line, in table order. It is serialised as an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines(pub Vec<(&'static str, f64)>);

impl Serialize for Lines {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

impl Lines {
    fn of_streams(money: &[Usd; Stream::COUNT]) -> Self {
        Self(Stream::ALL.map(|stream| (stream.key(), plain(money[stream as usize].value()))).into())
    }

    fn of_costs(money: &[Usd; CostLine::COUNT]) -> Self {
        Self(CostLine::ALL.map(|line| (line.key(), plain(money[line as usize].value()))).into())
    }
}

impl Written {
    /// The setting of an input as a link writes it.
    #[must_use]
    pub fn of(id: InputId, setting: Setting) -> Self {
        match (id.spec().kind.options(), setting) {
            (Some(options), setting) => Self::Option(option_name(options, setting.mid())),
            (_, Setting::Number(value)) => Self::Number(value),
            (_, Setting::Certain(value)) => Self::Range { p10: value, p50: value, p90: value },
            (_, Setting::Range(Range { low, mid, high })) => Self::Range { p10: low, p50: mid, p90: high },
        }
    }
}

impl Report {
    /// Evaluates a scenario.
    #[must_use]
    pub fn of(scenario: &Scenario, notices: &[Notice]) -> Self {
        Self::of_outcome(scenario, notices, &evaluate(&Inputs::read(scenario.values())))
    }

    /// The report on an outcome that the caller has already computed.
    #[must_use]
    pub fn of_outcome(scenario: &Scenario, notices: &[Notice], outcome: &Outcome) -> Self {
        Self {
            link: scenario.query(),
            version: env!("CARGO_PKG_VERSION"),
            vintage: scenario.vintage().id,
            preset: scenario.preset().unwrap_or(&STARTING_POINT).id,
            verdict: verdict(scenario, outcome).text(),
            cents_back_per_dollar: outcome.benefit_cost.map(|it| plain(100.0 * it.value())),
            receipts_pv_usd: plain(outcome.receipts_pv.value()),
            outlays_pv_usd: plain(outcome.outlays_pv.value()),
            cost_usd_per_user_month: outcome.cost_per_user_month.map(|it| plain(it.value())),
            npv_usd: plain(outcome.npv.value()),
            irr_per_yr: outcome.irr.map(PerYear::value),
            irr_roots: outcome.irr_roots.iter().copied().map(PerYear::value).collect(),
            irr_ambiguous: outcome.irr_roots.len() > 1,
            payback_yr: outcome.payback.map(Years::value),
            payback_first_yr: outcome.payback_first.map(Years::value),
            discounted_payback_yr: outcome.discounted_payback.map(Years::value),
            needed_usd_per_user_month: outcome.needed.map(UsdPerUserMonth::value),
            needed_flat_usd_per_user_month: outcome.needed_flat.map(UsdPerUserMonth::value),
            expected_usd_per_user_month: plain(outcome.expected.value()),
            breakeven_factor_x: outcome.breakeven_factor.map(Ratio::value),
            user_months_pv: outcome.user_months_pv.value(),
            revenue_pv_usd: Lines::of_streams(&outcome.revenue_pv),
            cost_pv_usd: Lines::of_costs(&outcome.cost_pv),
            npv_from_residual_usd: plain(outcome.npv_from_residual.value()),
            npv_after_year_5_usd: plain(outcome.npv_after_year_5.value()),
            kept_value_pv_usd: plain(outcome.kept_value_pv.value()),
            fleet: Fleet::of(outcome),
            serving: Serving::of(&Inputs::read(scenario.values())),
            years: outcome.years.iter().map(ReportYear::of).collect(),
            changed: changed(scenario),
            notices: notices.iter().map(Noticed::of).collect(),
        }
    }
}

impl Fleet {
    fn of(outcome: &Outcome) -> Self {
        let fleet = &outcome.fleet;
        Self {
            peak_accelerators_n: fleet.peak_accelerators.value(),
            peak_mw: fleet.peak_power.value(),
            capex_usd: fleet.capex.value(),
            all_in_usd_per_accelerator: fleet.all_in_price.value(),
            last_quarter_n: fleet.last_quarter,
        }
    }
}

impl ReportYear {
    fn of(year: &Year) -> Self {
        let mtok = 1e-6;
        Self {
            year: year.year,
            share: year.share.value(),
            active_users: year.active_users.value(),
            subscribers: year.subscribers.value(),
            seats: year.seats.value(),
            payers: (year.subscribers + year.seats).value(),
            user_months: year.user_months.value(),
            demand_mtok: year.demand.value() * mtok,
            capacity_mtok: year.capacity.value() * mtok,
            served_mtok: year.served.value() * mtok,
            accelerators: year.accelerators.value(),
            power_mw: year.power.value(),
            revenue_usd: plain(year.revenue_total().value()),
            revenue_by_stream_usd: Lines::of_streams(&year.revenue),
            opex_usd: plain(year.opex().value()),
            capex_usd: plain(year.capex().value()),
            tax_usd: plain(year.tax().value()),
            residual_usd: plain(-year.cost[CostLine::Residual as usize].value()),
            cost_by_line_usd: Lines::of_costs(&year.cost),
            fcf_usd: plain(year.fcf.value()),
            cumulative_usd: plain(year.cumulative.value()),
            needed_usd_per_user_month: year.needed.map(UsdPerUserMonth::value),
            expected_usd_per_user_month: year.expected.map(UsdPerUserMonth::value),
        }
    }
}

impl Noticed {
    fn of(notice: &Notice) -> Self {
        Self { key: notice.key.clone(), given: notice.given.clone(), message: notice.message.clone() }
    }
}

/// The inputs that the page lists as changed.
fn changed(scenario: &Scenario) -> Vec<Changed> {
    let start = scenario.start();
    let ids = scenario.changed_from_start().into_iter();
    ids.map(|id| Changed {
        key: id.spec().key,
        label: id.spec().label,
        value: Written::of(id, scenario.setting(id)),
        base: Written::of(id, Setting::Number(start.get(id))),
    })
    .collect()
}

/// The number with negative zero replaced by zero.
fn plain(value: f64) -> f64 {
    value + 0.0
}
