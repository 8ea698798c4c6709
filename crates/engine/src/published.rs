//! Published calculations by others, restated so that each can be run with other figures.
//!
//! They are meant for comparison and not endorsed. Each states what it leaves out.

use crate::annuity::annualised_capex;
use payenough_quantities::finite::{finite, quotient};
use payenough_quantities::{Megawatts, Tokens, Usd, UsdPerUserMonth, Users};

/// Months in a year.
const MONTHS: f64 = 12.0;
/// Seconds in a day.
const DAY_S: f64 = 86_400.0;
/// Tokens are priced per million.
const MILLION: f64 = 1e6;

/// Yearly revenue that end users must bring so that a year's chip sales pay off: `N / s / (1 − m)`.
///
/// - `N` `chip_sales` of a year, $; `s` share of chips in the cost of a data centre; `m` gross margin of the companies
///   that sell to end users
///
/// Source: D. Cahn, "AI's $200B question" and "AI's $600B question", Sequoia Capital 2023 and 2024: 150 × 2 × 2 = 600.
/// Leaves out lives (the chips of a year need not pay off within a year), opex outside the data centre, and growth.
#[must_use]
pub fn required_revenue(chip_sales: Usd, chip_share_of_cost: f64, gross_margin: f64) -> Option<Usd> {
    quotient(chip_sales.value(), chip_share_of_cost * (1.0 - gross_margin)).map(Usd::of)
}

/// Number of GPUs, their price and the cost of the 100 MW site from which Balancier takes the share of chips in capex.
const BALANCIER_SITE: (f64, f64, f64) = (45_248.0, 30_000.0, 3.35e9);

/// Yearly depreciation that a quarter of chip sales leads to, and the number of subscriptions that equal it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DepreciationChain {
    /// The industry's spending on chips in a year.
    pub chip_capex: Usd,
    /// The industry's spending on everything in a year.
    pub total_capex: Usd,
    /// The industry's spending on everything but chips in a year.
    pub other_capex: Usd,
    /// Yearly depreciation of the chips.
    pub chip_depreciation: Usd,
    /// Yearly depreciation of everything but chips.
    pub other_depreciation: Usd,
    /// Yearly depreciation of both.
    pub depreciation: Usd,
    /// The share of chips in capex at the example site of the source.
    pub chip_share_check: f64,
    /// Number of subscribers whose payments equal the depreciation, if nothing else is paid from them.
    pub subscribers: Users,
}

/// From a quarter of chip sales to subscriptions: `4 N_q/s`, `/ g`, each part over its life, `/ (12 P)`.
///
/// - `N_q` `quarter_sales`, $; `s` `market_share`; `g` `chip_share` of capex; lives in years; `P` `price`
///
/// Source: Balancier Capital, "Does AI datacenter capex make financial sense?" 2024; its site of 100 MW (45,248 chips
/// at $30,000 in $3.35bn) from Morgan Stanley research. Leaves out opex, cost of capital and every revenue but
/// subscriptions.
#[must_use]
pub fn depreciation_chain(
    quarter_sales: Usd,
    market_share: f64,
    chip_share: f64,
    chip_life_years: f64,
    other_life_years: f64,
    price: UsdPerUserMonth,
) -> Option<DepreciationChain> {
    let chip_capex = quotient(4.0 * quarter_sales.value(), market_share)?;
    let total_capex = quotient(chip_capex, chip_share)?;
    let other_capex = total_capex - chip_capex;
    let chip_depreciation = quotient(chip_capex, chip_life_years)?;
    let other_depreciation = quotient(other_capex, other_life_years)?;
    let depreciation = finite(chip_depreciation + other_depreciation)?;
    let (n_chips, chip_price, site_cost) = BALANCIER_SITE;
    Some(DepreciationChain {
        chip_capex: Usd::of(chip_capex),
        total_capex: Usd::of(total_capex),
        other_capex: Usd::of(other_capex),
        chip_depreciation: Usd::of(chip_depreciation),
        other_depreciation: Usd::of(other_depreciation),
        depreciation: Usd::of(depreciation),
        chip_share_check: n_chips * chip_price / site_cost,
        subscribers: Users::of(quotient(depreciation, MONTHS * price.value())?),
    })
}

/// Yearly revenue whose gross profit covers a year's depreciation and a return on capital: `(K/n + ρ K)/m`.
///
/// - `K` `capex`, $; `n` `life_years`; `m` `gross_margin` before depreciation; `ρ` `return_on_capital`, 0 for
///   depreciation alone
///
/// Source: H. Kupperman (Praetorian Capital), "Global Crossing Is Reborn", 2025. Leaves out tax, growth and mixed
/// lives.
#[must_use]
pub fn revenue_covering(
    capex: Usd,
    life_years: f64,
    gross_margin: f64,
    return_on_capital: f64,
) -> Option<Usd> {
    let depreciation = quotient(capex.value(), life_years)?;
    quotient(depreciation + return_on_capital * capex.value(), gross_margin).map(Usd::of)
}

/// Revenue per watt of capacity: `R/(10⁹ G)`.
///
/// - `R` `revenue` of a year, $; `G` `power`
///
/// Source: Bain & Company, Technology Report 2025 ($2tn a year for 200 GW). Leaves out the utilisation of that
/// capacity.
#[must_use]
pub fn revenue_per_watt(revenue: Usd, power: Megawatts) -> Option<f64> {
    quotient(revenue.value(), power.value() * 1e6)
}

/// Yearly cost of a site whose equipment and shell have different lives: `K_it CRF(r, n_it) + K_f CRF(r, n_f) + O`.
///
/// - `K_it` `equipment`, `K_f` `facility`, `O` `opex` of a year, $; `r` `rate` per year; lives in years
///
/// Source: Epoch AI, "AI data center cost breakdown"; the split and the rate are inferred. Leaves out residual value
/// and tax.
#[must_use]
pub fn annual_site_cost(
    (equipment, equipment_life_years): (Usd, f64),
    (facility, facility_life_years): (Usd, f64),
    opex: Usd,
    rate: f64,
) -> Option<Usd> {
    let equipment = annualised_capex(equipment, rate, equipment_life_years)?;
    Some(equipment + annualised_capex(facility, rate, facility_life_years)? + opex)
}

/// One day of a serving fleet, with the figures that DeepSeek published about its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ServingDay {
    /// Nodes in use, averaged over the day.
    pub nodes_average: f64,
    /// Nodes in use at the peak.
    pub nodes_peak: f64,
    /// Accelerators per node.
    pub accelerators_per_node: f64,
    /// Rent of an accelerator, $ per hour.
    pub usd_per_accelerator_hour: f64,
    /// Input tokens, including cached ones.
    pub tokens_in: Tokens,
    /// Input tokens read from the cache.
    pub tokens_cached: Tokens,
    /// Output tokens.
    pub tokens_out: Tokens,
    /// Prices of cached input, of other input and of output, $ per million tokens.
    pub usd_per_mtok: [f64; 3],
    /// Throughput of a node in prefill, including cached tokens, tokens/s.
    pub node_prefill_per_s: f64,
    /// Throughput of a node in decode, tokens/s.
    pub node_decode_per_s: f64,
}

impl ServingDay {
    /// Rent for the day: `nodes · accelerators · $/h · 24`.
    #[must_use]
    pub fn cost(&self) -> Usd {
        Usd::of(self.nodes_average * self.accelerators_per_node * self.usd_per_accelerator_hour * 24.0)
    }

    /// Revenue if every token were paid for at list price.
    ///
    /// Source: DeepSeek open-infra-index, day 6 (2025-03-01). Leaves out free use, night discounts and cheaper models.
    #[must_use]
    pub fn list_revenue(&self) -> Usd {
        let [cached, fresh, out] = self.usd_per_mtok;
        let tokens_fresh = self.tokens_in - self.tokens_cached;
        let paid = self.tokens_cached.value() * cached
            + tokens_fresh.value() * fresh
            + self.tokens_out.value() * out;
        Usd::of(paid / MILLION)
    }

    /// Profit over cost, in percent: a markup, which the source calls a cost profit margin.
    #[must_use]
    pub fn markup_percent(&self) -> Option<f64> {
        quotient((self.list_revenue() - self.cost()).value(), self.cost().value()).map(|share| 100.0 * share)
    }

    /// Peak nodes over average nodes.
    #[must_use]
    pub fn peak_to_average(&self) -> Option<f64> {
        quotient(self.nodes_peak, self.nodes_average)
    }

    /// Nodes that the day's input keeps busy, including cached tokens: `T/(86,400 μ)`.
    #[must_use]
    pub fn prefill_nodes(&self) -> Option<f64> {
        quotient(self.tokens_in.value(), DAY_S * self.node_prefill_per_s)
    }

    /// Nodes that the day's output keeps busy: `T/(86,400 μ)`.
    #[must_use]
    pub fn decode_nodes(&self) -> Option<f64> {
        quotient(self.tokens_out.value(), DAY_S * self.node_decode_per_s)
    }
}

/// Yearly revenue per user: `R/U`. Leaves out when in the year the users joined.
#[must_use]
pub fn revenue_per_user_year(revenue: Usd, users: Users) -> Option<f64> {
    quotient(revenue.value(), users.value())
}

/// Yearly subscription revenue: `12 N P`.
#[must_use]
pub fn subscription_revenue(payers: Users, price: UsdPerUserMonth) -> Usd {
    Usd::of(MONTHS * payers.value() * price.value())
}
