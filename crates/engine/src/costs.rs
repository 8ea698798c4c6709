//! Running costs, each one formula: the books of a quarter, the unit costs and the working of a number all call it.
//!
//! A new running cost is a function here and its row in [`running`]. See [`super::terms`] for what it may read.

use super::outcome::{ByCost, ByStream};
use super::service::Use;
use super::terms::{Amounts, Bearer, Bill, Numbers, Terms, input};
use payenough_model::{CostLine, Inputs, Stream};
use payenough_quantities::lane::{Lane, Mask};
use payenough_quantities::{Ratio, Usd};

/// Hours of a quarter.
pub(super) const QUARTER_HOURS: f64 = 2190.0;

/// Takes up every running cost, with its line, who bears it, and its formula.
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
/// - `K` what the plant in service cost, $; `s` site cost over it, a year; `n` spans of time in a year
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn site<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.plant() * input!(of.site_opex) / of.per_year().value()
}

/// Replacing failed accelerators: `K·f/n`.
///
/// - `K` what the accelerators in service cost, $; `f` share replaced a year; `n` spans of time in a year
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn replacement<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.accelerators() * input!(of.replacement) / of.per_year().value()
}

/// Rented compute: `h·p`. It holds the energy, the site and the replacements, which are the landlord's.
///
/// - `h` accelerator-hours in service; `p` rent, $/accelerator-hour
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn rent<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.hours() * input!(of.rent)
}

/// Staff: `R·s`.
///
/// - `R` what users, firms and advertisers pay, $; `s` staff's share of it
///
/// Source: MODEL.md section 5. A landlord pays it on its rent.
#[inline(always)]
fn staff<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.paid() * input!(of.staff)
}

/// Making the next models: `R·d`.
///
/// - `R` what users, firms and advertisers pay, $; `d` the share of it that is charged, [`research_share`]
///
/// Source: MODEL.md section 5. A landlord makes no models.
#[inline(always)]
fn research<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.paid() * of.research()
}

/// Payment and store fees: `R·f`.
///
/// - `R` what users pay for plans, $; `f` fees, a share of it
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn fees<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.subscriptions() * input!(of.fees)
}

/// Support and moderation: `U·s`.
///
/// - `U` user-months; `s` support, $/user-month
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn support<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.user_months() * input!(of.support)
}

/// Winning payers: `N·a`.
///
/// - `N` payers won, served or not; `a` cost of winning one, $/user
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn acquisition<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.won() * input!(of.acquisition)
}

/// Network traffic: `T·p`.
///
/// - `T` answer tokens served; `p` price of moving one, $/token
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn egress<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.answers() * input!(of.egress)
}

/// Storage of long memories: `M·s/n`.
///
/// - `M` user-months with a long memory, or messages that recall one; `n` how many of them make a user-month
/// - `s` storage, $/user-month
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn storage<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.memory() * (input!(of.storage) / of.per_month().value())
}

/// Idle nights given to training, credited: `−h·w`.
///
/// - `h` idle hours that are given to training, [`idle_at_night`] of the hours in service; `w` the worth of one, net of the
///   electricity that it draws, $/accelerator-hour
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn night_credit<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    -(of.nights() * input!(of.night_value))
}

/// Lost to ads: `R·(l + d)`.
///
/// - `R` what advertisers pay, $; `l` usage lost to ads, `d` own ads displaced, both shares of it
///
/// Source: MODEL.md section 5.
#[inline(always)]
fn ad_losses<L: Lane>(of: &impl Terms<L>) -> Usd<L> {
    of.ads() * (input!(of.ad_loss) + input!(of.own_ads_lost))
}

/// Of the hours in service, those that stand idle below the peak and could train: `u·(1 − a)/(1 + r)·(1 − t)`.
///
/// - `u` safe load at the peak, `a` average over peak load, `r` redundancy, `t` share of the fleet that trains anyway
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

/// Of an hour in service, what is idle and given to training.
#[must_use]
pub(super) fn night_share<L: Lane>(inputs: &Inputs<L>, of: &Use<L>) -> L {
    idle_at_night(inputs.safe_load, of.over_peak, inputs.redundancy, of.training) * inputs.night_reuse.value()
}

/// Share of revenue that is charged for research: `d·(1 − c·min(1, t/(1 − i)))`.
///
/// - `d` R&D over revenue, `c` part of R&D that is training compute
/// - `t` share of the fleet kept for training, on the demand basis only
/// - `1 − i` what training takes of all compute: a fleet that holds that much holds all of the compute
///
/// Source: MODEL.md section 5. Training is paid once, and half a training fleet spares half of it.
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

/// The same, as the inputs describe it.
#[must_use]
pub(super) fn research_charged<L: Lane>(inputs: &Inputs<L>, of: &Use<L>) -> Ratio<L> {
    research_share(inputs.research, inputs.research_compute, inputs.inference_share, of.training)
}

/// What users, firms and advertisers pay, of a quarter's revenue.
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

/// The running costs of a quarter. Those that do not scale with revenue are 0 without plant in service.
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
