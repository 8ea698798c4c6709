//! The question in reverse: how many payers a plan, or a published estimate, implies.

use crate::working::{Ask, Number};
use payenough_engine::published::{
    DepreciationChain, depreciation_chain, required_revenue, revenue_covering, revenue_per_watt,
};
use payenough_engine::reverse::BreakEven;
use payenough_engine::{CAPEX_LINES, Outcome};
use payenough_model::{AfterPlan, CapexBasis, CostLine, Inputs, Stream};
use payenough_quantities::print::{count, money};
use payenough_quantities::{Megawatts, Usd, UsdPerUserMonth, Users};

/// Price of a plan in the published estimates, in dollars a month.
pub(super) const PLAN: f64 = 20.0;
pub(super) const MONTHS: f64 = 12.0;

/// Computes a figure from others, which it takes in a fixed order.
pub type Rule = fn(&[f64]) -> f64;

/// A published top-down estimate, recomputed.
#[derive(Clone, Debug)]
pub struct Sum {
    /// Its author.
    pub name: &'static str,
    /// Where and when it was published.
    pub published: &'static str,
    /// The calculation in words, with its figures.
    pub working: String,
    /// The figures that it starts from, by name.
    pub figures: Vec<(&'static str, f64)>,
    /// Computes the yearly amount from the figures.
    pub rule: Rule,
    /// Computes the plant from the figures; `None` if the estimate gives no plant.
    pub plant_rule: Option<Rule>,
    /// The yearly revenue that it calls for, in dollars.
    pub yearly: Usd,
    /// The plant that it starts from.
    pub plant: Option<Usd>,
    /// Number of payers of $20 a month with the same yearly total.
    pub payers: Users,
    /// What the estimate leaves out.
    pub leaves_out: &'static str,
}

/// The number of payers of $20 a month who together pay a yearly amount.
#[must_use]
pub fn payers(yearly: Usd) -> Users {
    Users::of(yearly.value() / (MONTHS * PLAN))
}

/// The published estimates in chronological order. Each is computed here from its own figures.
#[must_use]
pub fn sums() -> Vec<Sum> {
    let asked = |at: usize, usd: Usd| Number::answer(Ask::SumYearly, at).linked(&money(usd.value()));
    let mut all = Vec::new();
    let mut put = |name,
                   published,
                   figures: &[(&'static str, f64)],
                   (rule, plant_rule): (Rule, Option<Rule>),
                   calculation: &dyn Fn(Usd) -> String,
                   leaves_out| {
        let figures = figures.to_vec();
        let values: Vec<f64> = figures.iter().map(|it| it.1).collect();
        let yearly = Usd::of(rule(&values));
        if yearly.value().is_finite() {
            let (working, payers) = (calculation(yearly), payers(yearly));
            let plant = plant_rule.map(|rule| Usd::of(rule(&values)));
            all.push(Sum {
                name,
                published,
                working,
                figures,
                rule,
                plant_rule,
                yearly,
                plant,
                payers,
                leaves_out,
            });
        }
    };
    put(
        "Sequoia",
        "AI's $600B question, 2024",
        &[
            ("chips sold in a year, $", 1.5e11),
            ("share of chips in a data centre", 0.5),
            ("gross margin", 0.5),
        ],
        (
            |v| required_revenue(Usd::of(v[0]), v[1], v[2]).map_or(f64::NAN, |it| it.value()),
            Some(|v| v[0] / v[1]),
        ),
        &|needed| {
            format!(
                "{} of chips a year, twice for the whole data centre, twice for a gross margin of half: {}",
                money(1.5e11),
                asked(0, needed)
            )
        },
        "Lives of the plant: one year's chips need not be paid in a year. Growth, tax, the cost of money.",
    );
    put(
        "Balancier Capital",
        "Does AI datacenter capex make financial sense?, 2024",
        &BALANCIER,
        (
            |v| balancier(v).map_or(f64::NAN, |it| it.depreciation.value()),
            Some(|v| balancier(v).map_or(f64::NAN, |it| it.total_capex.value())),
        ),
        &|depreciation| {
            format!(
                "{} of chips in a quarter is {} of plant a year; chips over 5 years and the rest over 20 wear out by {} a year",
                money(2.25e10),
                money(balancier(&BALANCIER.map(|it| it.1)).map_or(f64::NAN, |it| it.total_capex.value())),
                asked(1, depreciation)
            )
        },
        "Running costs, the cost of money, tax, and every revenue but plans.",
    );
    put(
        "Praetorian Capital",
        "Global Crossing Is Reborn, 2025",
        &[("plant, $", 4e11), ("life, years", 10.0), ("gross margin", 0.25)],
        (
            |v| revenue_covering(Usd::of(v[0]), v[1], v[2], 0.0).map_or(f64::NAN, |it| it.value()),
            Some(|v| v[0]),
        ),
        &|cover| {
            format!(
                "{} of plant over 10 years is {} a year; at a gross margin of a quarter that takes {} of revenue",
                money(4e11),
                money(4e11 / 10.0),
                asked(2, cover)
            )
        },
        "Mixed lives, tax, growth. A return of 20% on the plant would take three times as much.",
    );
    put(
        "Bain",
        "Technology Report 2025",
        &[("plant a year, $", 5e11), ("part of revenue that may go into plant", 0.25)],
        (|v| v[0] / v[1], Some(|v| v[0])),
        &|revenue| {
            let per_watt = revenue_per_watt(revenue, Megawatts::of(2e5)).unwrap_or(f64::NAN);
            format!(
                "Plant for {} a year at a quarter of revenue takes {} a year by 2030, {} for each watt of 200 GW; savings of firms \
                 would leave {} open",
                money(5e11),
                asked(3, revenue),
                money(per_watt),
                money(8e11)
            )
        },
        "How full that capacity is, lives, and who pays: plant at a quarter of revenue is a rule of clouds that sell far more than AI.",
    );
    put(
        "J.P. Morgan",
        "Research note, 2025",
        &[("revenue a year, $", 6.5e11)],
        (|v| v[0], None),
        &|revenue| {
            format!(
                "{} a year, for ever, gives 10% on the build-out to 2030: $34.72 a month from each of {} iPhone users",
                asked(4, revenue),
                count(revenue.value() / (MONTHS * 34.72))
            )
        },
        "Lives: a perpetuity never renews its plant. Who else could pay, and for what.",
    );
    all
}

/// Balancier's figures.
const BALANCIER: [(&str, f64); 5] = [
    ("chips sold in a quarter, $", 2.25e10),
    ("share of the market", 0.8),
    ("share of chips in plant", 0.41),
    ("life of chips, years", 5.0),
    ("life of the rest, years", 20.0),
];

/// Balancier's calculation from its figures in order.
fn balancier(v: &[f64]) -> Option<DepreciationChain> {
    let &[quarter, market, chips, life, rest] = v else { return None };
    depreciation_chain(Usd::of(quarter), market, chips, life, rest, UsdPerUserMonth::of(PLAN))
}

/// The plan in reverse: what its plant must earn in a year, and from whom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Implied {
    /// Plant bought, undiscounted.
    pub capex: Usd,
    /// Whether the plant is bought once and then runs off.
    pub is_once: bool,
    /// Years from the first quarter in service to the last.
    pub years: f64,
    /// Running costs of an average year in service.
    pub opex: Usd,
    /// Capital charge and running costs of one year.
    pub yearly: Usd,
    /// Users of this programme, averaged over the years in service.
    pub users: Users,
    /// Revenue from ads per user and month, averaged over the years in service.
    pub ads: UsdPerUserMonth,
    /// The revenue per user and month that is needed.
    pub per_user: Option<UsdPerUserMonth>,
    /// The number of payers needed at the plan's price, with advertising to everybody else. `None` if a payer brings no
    /// more than the ads that payers no longer see; below 0 if ads alone are enough.
    pub payers: Option<Users>,
    /// The price that the payers pay.
    pub price: UsdPerUserMonth,
}

impl Implied {
    /// What another plant would have to earn in a year if it were like this one; `None` if this one is bought
    /// repeatedly.
    #[must_use]
    pub fn of_plant(&self, plant: Usd) -> Option<Usd> {
        self.is_once.then(|| self.yearly * plant.share_of(self.capex))
    }
}

/// The textbook answer for a scenario's plan: the plant as a level annuity, with average running costs and users.
///
/// `(K − L)·CRF(r, n) + O`
///
/// - `K`, `L` present values of the plant and of its residual value; `n` years in service
/// - `O` running costs of an average year in service
///
/// The calculator's own answer differs because money, users and plant change from year to year, and because of tax.
/// `None` if nothing is bought.
#[must_use]
pub fn implied(inputs: &Inputs, outcome: &Outcome) -> Option<Implied> {
    let served: Vec<_> = outcome.years.iter().filter(|year| year.user_months.value() > 0.0).collect();
    let fleet = &outcome.fleet;
    let years = (fleet.last_quarter as f64 - libm::round(4.0 * inputs.build_lag.value())) / 4.0;
    if served.is_empty() || years <= 0.0 || fleet.capex <= Usd::ZERO {
        return None;
    }
    let sum = |of: &dyn Fn(&payenough_engine::Year) -> f64| served.iter().map(|year| of(year)).sum::<f64>();
    let users = Users::of(sum(&|year| year.user_months.value()) / (MONTHS * years));
    let opex = Usd::of(sum(&|year| year.opex().value()) / years);
    let ads = sum(&|year| year.revenue[Stream::Ads as usize].value()) / (MONTHS * years * users.value());
    let bought: Usd = CAPEX_LINES.iter().map(|&line| outcome.cost_pv[line as usize]).sum();
    let service = BreakEven::of_capex(
        bought + outcome.cost_pv[CostLine::Residual as usize],
        opex,
        inputs.discount_rate.value(),
        years,
        users,
        UsdPerUserMonth::of(ads),
    )?;
    let price = inputs.sub_price;
    Some(Implied {
        capex: fleet.capex,
        is_once: (inputs.capex_basis, inputs.after_plan) == (CapexBasis::Announced, AfterPlan::RunOff),
        years,
        opex,
        yearly: service.annual_cost,
        users,
        ads: service.ads,
        per_user: service.revenue_per_user(),
        payers: service.payers(price),
        price,
    })
}
