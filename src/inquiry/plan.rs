//! The question from the other end: from a plan or a published sum to the payers that it implies.

use crate::engine::published::{depreciation_chain, required_revenue, revenue_covering, revenue_per_watt};
use crate::engine::reverse::BreakEven;
use crate::engine::{Outcome, evaluate};
use crate::model::{Inputs, Stream};
use crate::units::print::{count, money};
use crate::units::{Megawatts, Usd, UsdPerUserMonth, Users};

/// Price of a plan in the published sums, $ a month.
const PLAN: f64 = 20.0;
const MONTHS: f64 = 12.0;

/// A published top-down sum, recomputed.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// Whose.
    pub name: &'static str,
    /// Where and when.
    pub published: &'static str,
    /// The sum in words, with its figures.
    pub working: String,
    /// What it asks for, $ a year.
    pub yearly: Usd,
    /// Payers of $20 a month that this equals.
    pub payers: Users,
    /// What it leaves out.
    pub leaves_out: &'static str,
}

/// Payers of $20 a month whose payments are a yearly amount.
#[must_use]
pub fn payers(yearly: Usd) -> Users {
    Users::of(yearly.value() / (MONTHS * PLAN))
}

/// The published sums, in the order of their years. Each is computed here from its own figures.
#[must_use]
pub fn sums() -> Vec<Sum> {
    let mut all = Vec::new();
    let mut put = |name, published, working: String, yearly: Usd, leaves_out| {
        all.push(Sum { name, published, working, yearly, payers: payers(yearly), leaves_out });
    };
    let chips = Usd::of(1.5e11);
    if let Some(needed) = required_revenue(chips, 0.5, 0.5) {
        put(
            "Sequoia",
            "AI's $600B question, 2024",
            format!(
                "{} of chips a year, twice for the whole data centre, twice for a gross margin of half: {}",
                money(chips.value()),
                money(needed.value())
            ),
            needed,
            "Lives of the plant: one year's chips need not be paid in a year. Growth, tax, the cost of money.",
        );
    }
    let quarter = Usd::of(2.25e10);
    if let Some(chain) = depreciation_chain(quarter, 0.8, 0.41, 5.0, 20.0, UsdPerUserMonth::of(PLAN)) {
        put(
            "Balancier Capital",
            "Does AI datacenter capex make financial sense?, 2024",
            format!(
                "{} of chips in a quarter is {} of plant a year; chips over 5 years and the rest over 20 wear out by {} a year",
                money(quarter.value()),
                money(chain.total_capex.value()),
                money(chain.depreciation.value())
            ),
            chain.depreciation,
            "Running costs, the cost of money, tax, and every revenue but plans.",
        );
    }
    let capex = Usd::of(4e11);
    if let Some(cover) = revenue_covering(capex, 10.0, 0.25, 0.0) {
        put(
            "Praetorian Capital",
            "Global Crossing Is Reborn, 2025",
            format!(
                "{} of plant over 10 years is {} a year; at a gross margin of a quarter that takes {} of revenue",
                money(capex.value()),
                money(capex.value() / 10.0),
                money(cover.value())
            ),
            cover,
            "Mixed lives, tax, growth. A return of 20% on the plant would take three times as much.",
        );
    }
    let revenue = Usd::of(2e12);
    if let Some(per_watt) = revenue_per_watt(revenue, Megawatts::of(2e5)) {
        put(
            "Bain",
            "Technology Report 2025",
            format!(
                "{} a year pays for 200 GW by 2030, {} for each watt; savings of firms would leave {} open",
                money(revenue.value()),
                money(per_watt),
                money(8e11)
            ),
            revenue,
            "How full that capacity is, lives, and who pays: plant at a quarter of revenue is a rule of clouds that sell far more than AI.",
        );
    }
    let revenue = Usd::of(6.5e11);
    let phones = revenue.value() / (MONTHS * 34.72);
    put(
        "J.P. Morgan",
        "Research note, 2025",
        format!(
            "{} a year, for ever, gives 10% on the build-out to 2030: $34.72 a month from each of {} iPhone users",
            money(revenue.value()),
            count(phones)
        ),
        revenue,
        "Lives: a perpetuity never renews its plant. Who else could pay, and for what.",
    );
    all
}

/// A plan turned round: what its plant must earn a year, and from whom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Implied {
    /// Plant bought.
    pub capex: Usd,
    /// Running costs of a mean year in service.
    pub opex: Usd,
    /// Capital charge and running costs of a year.
    pub yearly: Usd,
    /// Users of this programme, mean over the years in service.
    pub users: Users,
    /// Revenue per user and month.
    pub per_user: Option<UsdPerUserMonth>,
    /// Payers at the plan's price, advertising on the others.
    pub payers: Option<Users>,
    /// The price at which they are counted.
    pub price: UsdPerUserMonth,
}

/// The textbook's answer for a scenario's plan: plant as a level annuity over the life of its accelerators, running costs
/// and users at their means. The calculator's own answer differs as money, users and plant move from year to year.
#[must_use]
pub fn implied(inputs: &Inputs, outcome: &Outcome) -> Option<Implied> {
    let served: Vec<_> = outcome.years.iter().filter(|year| year.user_months.value() > 0.0).collect();
    let n = served.len() as f64;
    let mean = |of: &dyn Fn(&crate::engine::Year) -> f64| served.iter().map(|year| of(year)).sum::<f64>() / n;
    let users = Users::of(mean(&|year| year.user_months.value() / MONTHS));
    let opex = Usd::of(mean(&|year| year.opex().value()));
    let ads = mean(&|year| year.revenue[Stream::Ads as usize].value() / (MONTHS * users.value()));
    let capex = outcome.fleet.capex;
    let life = inputs.accelerator_life.value();
    let service = BreakEven::of_capex(
        capex,
        opex,
        inputs.discount_rate.value(),
        life,
        users,
        UsdPerUserMonth::of(ads),
    )?;
    let price = inputs.sub_price;
    Some(Implied {
        capex,
        opex,
        yearly: service.annual_cost,
        users,
        per_user: service.revenue_per_user(),
        payers: service.payers(price),
        price,
    })
}

/// [`implied`] of the inputs alone.
#[must_use]
pub fn implied_by(inputs: &Inputs) -> Option<Implied> {
    implied(inputs, &evaluate(inputs))
}
