//! Running costs. Each has one formula, which the books of a quarter, the unit costs and the working of a number all
//! call.
//!
//! To add a running cost, write a function here and add a row for it to [`running`]. See [`super::terms`] for the terms
//! that a formula can read.

use super::outcome::{ByCost, ByStream};
use super::service::Use;
use super::terms::{Amounts, Bearer, Bill, Numbers, Terms, input};
use payenough_model::{CostLine, Inputs, Stream};
use payenough_quantities::lane::{Lane, Mask};
use payenough_quantities::{Ratio, Usd};

/// The hours in a quarter.
pub(super) const QUARTER_HOURS: f64 = 2190.0;

/// Visits every running cost with its line, its bearer, and its formula.
#[inline(always)]
pub(super) fn running<L: Lane>(bill: &mut impl Bill<L>) {
    bill.line(CostLine::Energy, Bearer::Owner, energy);
    bill.line(CostLine::Site, Bearer::Owner, site);
    bill.line(CostLine::Replacement, Bearer::Owner, replacement);
    bill.line(CostLine::Rent, Bearer::Renter, rent);
    bill.line(CostLine::Staff, Bearer::Anyone, staff);
    bill.line(CostLine::Research, Bearer::Vendor, research);
    bill.line(CostLine::Fees, Bearer::Vendor, fees);
    bill.line(CostLine::Support, Bearer::Vendor, support);
    bill.line(CostLine::Acquisition, Bearer::Vendor, acquisition);
    bill.line(CostLine::Egress, Bearer::Vendor, egress);
    bill.line(CostLine::Storage, Bearer::Vendor, storage);
    bill.line(CostLine::NightCredit, Bearer::Vendor, night_credit);
    bill.line(CostLine::AdLosses, Bearer::Vendor, ad_losses);
}

/// Electricity: `E·p`.
///
/// - `E` electricity drawn, kWh; `p` its price, $/kWh
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn energy<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.energy() * input!(of.power_price)
}

/// Running the sites: `K·s/n`.
///
/// - `K` purchase cost of the plant in service, $, without surplus if [`Inputs::switch_off`] mothballs it
/// - `s` yearly site cost as a share of `K`; `n` spans of time in a year
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn site<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.plant() * input!(of.site_opex) / of.per_year().value()
}

/// Replacing failed accelerators: `K·f/n`.
///
/// - `K` purchase cost of the accelerators in service, $, without surplus if [`Inputs::switch_off`] mothballs it
/// - `f` share replaced per year; `n` spans of time in a year
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn replacement<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.accelerators() * input!(of.replacement) / of.per_year().value()
}

/// Rented compute: `h·p`. The rent includes energy, site and replacements, which are the landlord's costs.
///
/// - `h` accelerator-hours contracted, with power or without, as hours of new accelerators (rent falls with age); `p` rent,
///   $/accelerator-hour
///
/// What the tenant leaves idle does not lower the rent that was agreed. Source: MODEL.md section 5.
#[inline(always)]
fn rent<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.hours() * input!(of.rent)
}

/// Staff: `R·s`.
///
/// - `R` revenue from users, firms and advertisers, $; `s` staff cost as a share of it
///
/// Source: MODEL.md section 5. For a landlord the cost is a share of its revenue from rent.
#[inline(always)]
fn staff<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.paid() * input!(of.staff)
}

/// Developing the next models: `R·d`.
///
/// - `R` revenue from users, firms and advertisers, $; `d` the share of it that is charged, [`research_share`]
///
/// Source: MODEL.md section 5. A landlord develops no models.
#[inline(always)]
fn research<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.paid() * of.research()
}

/// Payment and store fees: `R·f`.
///
/// - `R` revenue from plans, $; `f` fees as a share of it
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn fees<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.subscriptions() * input!(of.fees)
}

/// Support and moderation: `U·s`.
///
/// - `U` user-months whose costs are borne, [`super::meeting::Met::borne`]; `s` support, $/user-month
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn support<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.user_months() * input!(of.support)
}

/// Acquisition of payers: `N·a`.
///
/// - `N` new payers who are served; `a` cost of acquiring one, $/user
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn acquisition<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.won() * input!(of.acquisition)
}

/// Network traffic: `T·p`.
///
/// - `T` answer tokens served, and those of unpaid use that is served elsewhere; `p` price of transmitting one, $/token
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn egress<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.answers() * input!(of.egress)
}

/// Storage of long memories: `M·s/n`.
///
/// - `M` user-months with a long memory whose costs are borne, or messages that recall one; `n` units of `M` in a
///   user-month
/// - `s` storage, $/user-month
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn storage<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.memory() * (input!(of.storage) / of.per_month().value())
}

/// Credit for idle hours at night that are used for training: `−h·w`.
///
/// - `h` idle hours that are used for training, a part of the share [`idle_at_night`] of the hours in service
/// - `w` value of one such hour, net of the electricity that it draws, $/accelerator-hour
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn night_credit<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    -(of.nights() * input!(of.night_value))
}

/// Losses caused by ads: `R·(l + d)`.
///
/// - `R` revenue from ads in chats, $; `l` loss of usage; `d` further loss of the vendor's own ads that are displaced;
///   both are shares of `R`
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn ad_losses<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.ads() * (input!(of.ad_loss) + input!(of.own_ads_lost))
}

/// The share of the hours in service that is idle because the load is below its peak, and that could be used for
/// training: `u·(1 − a)/(1 + r)·(1 − t)`.
///
/// - `u` safe load at the peak, `a` average over peak load, `r` redundancy, `t` share of the fleet kept for training
///
/// Source: MODEL.md section 5.
#[must_use]
pub(super) fn idle_at_night<L: Lane>(
    safe_load: Ratio<L>,
    over_peak: L,
    redundancy: Ratio<L>,
    training: L,
) -> L {
    let one = L::all(1.0);
    safe_load.value() * (one - over_peak) / (one + redundancy.value()) * (one - training)
}

/// The share of an hour in service that is idle and used for training.
#[must_use]
pub(super) fn night_share<L: Lane>(inputs: &Inputs<L>, of: &Use<L>) -> L {
    idle_at_night(inputs.safe_load, of.over_peak, inputs.redundancy, of.training) * inputs.night_reuse.value()
}

/// The share of revenue that is charged for research: `d·(1 − c·min(1, t/(1 − i)))`.
///
/// - `d` R&D over revenue, `c` share of R&D that is spent on training compute
/// - `t` share of the fleet kept for training, on the demand basis only
/// - `1 − i` share of all compute that training takes; a fleet with at least this share for training includes all of
///   the training compute
///
/// Source: MODEL.md section 5. Training compute is charged only once: if the fleet includes half of it, only the other
/// half is charged here.
#[must_use]
pub(super) fn research_share<L: Lane>(
    research: Ratio<L>,
    of_compute: Ratio<L>,
    inference: Ratio<L>,
    training: L,
) -> Ratio<L> {
    let one = L::all(1.0);
    let whole = one - inference.value();
    let all = L::select(L::ZERO.below(training), one, L::ZERO);
    let spared = L::select(training.below(whole), training / whole, all);
    research * (one - of_compute.value() * spared)
}

/// The share of revenue that is charged for research, computed from the inputs.
#[must_use]
pub(super) fn research_charged<L: Lane>(inputs: &Inputs<L>, of: &Use<L>) -> Ratio<L> {
    research_share(inputs.research, inputs.research_compute, inputs.inference_share, of.training)
}

/// The part of a quarter's revenue that users, firms and advertisers pay.
#[must_use]
pub(super) fn paid<L: Lane>(revenue: &ByStream<L>) -> Usd<L> {
    Stream::ALL.into_iter().filter(|it| it.is_paid()).map(|it| revenue[it as usize]).sum()
}

/// The books of a quarter, line by line.
struct Books<'a, L: Lane> {
    numbers: Numbers<'a, L>,
    cost: ByCost<L>,
}

impl<'a, L: Lane> Bill<L> for Books<'a, L> {
    type Of = Numbers<'a, L>;

    #[inline(always)]
    fn line(&mut self, line: CostLine, bearer: Bearer, formula: impl Fn(&Self::Of) -> Usd<L>) {
        let inputs = self.numbers.inputs;
        if bearer.bears(inputs.compute, inputs.perspective) {
            self.cost[line as usize] = formula(&self.numbers);
        }
    }
}

/// The running costs of a quarter. If no plant is in service, the costs that do not scale with revenue are 0.
#[must_use]
pub(super) fn of_quarter<L: Lane>(inputs: &Inputs<L>, amounts: Amounts<L>, serves: L::Mask) -> ByCost<L> {
    let mut books = Books { numbers: Numbers { inputs, amounts }, cost: [Usd::ZERO; CostLine::COUNT] };
    running(&mut books);
    let mut cost = books.cost;
    if serves.all() {
        return cost;
    }
    for line in CostLine::ALL.into_iter().filter(|it| it.is_held()) {
        cost[line as usize] = Usd::select(serves, cost[line as usize], Usd::ZERO);
    }
    cost
}

/// Running costs of a quarter, summed line by line in the order of [`CostLine::ALL`].
pub(super) struct Sums<'a, L: Lane> {
    numbers: Numbers<'a, L>,
    /// Those that scale with revenue.
    pub(super) follows_revenue: Usd<L>,
    /// Those that do not.
    pub(super) held: Usd<L>,
}

impl<'a, L: Lane> Bill<L> for Sums<'a, L> {
    type Of = Numbers<'a, L>;

    #[inline(always)]
    fn line(&mut self, line: CostLine, bearer: Bearer, formula: impl Fn(&Self::Of) -> Usd<L>) {
        let inputs = self.numbers.inputs;
        if bearer.bears(inputs.compute, inputs.perspective) {
            let sum = if line.follows_revenue() { &mut self.follows_revenue } else { &mut self.held };
            *sum += formula(&self.numbers);
        }
    }
}

/// The sums of [`of_quarter`] alone. A line that is not borne would add 0, which changes no bit of a sum that starts at 0.
#[inline(always)]
pub(super) fn sums_of_quarter<'a, L: Lane>(
    inputs: &'a Inputs<L>,
    amounts: Amounts<L>,
    serves: L::Mask,
) -> Sums<'a, L> {
    let numbers = Numbers { inputs, amounts };
    let mut sums = Sums { numbers, follows_revenue: Usd::ZERO, held: Usd::ZERO };
    running(&mut sums);
    sums.held = Usd::select(serves, sums.held, Usd::ZERO);
    sums
}
