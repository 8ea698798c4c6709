//! Demand meets the fleet, quarter after quarter: who is served, who leaves, and how idle plant lowers prices.

use super::clock::Clock;
use super::demand::{Asked, Class, at_share, months, payers_won};
use super::fleet::Fleet;
use super::revenue::Market;
use super::run::World;
use super::service::fill;
use payenough_model::{CapexBy, Inputs};
use payenough_quantities::lane::{Lane, Mask as _};
use payenough_quantities::{AcceleratorSeconds, Ratio, Seconds, Usd, UserMonths, Users};

/// How demand and fleet meet in a quarter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met<L = f64> {
    /// The share of each class's demand that is served.
    pub(super) fill: [L; Class::COUNT],
    /// The share of each class's demand whose running costs are borne.
    ///
    /// - classes that pay: what is served, `fill`
    /// - free users and the vendors' own use: what the plant that stands would serve if all of it had power
    ///
    /// Vendors do not stop their own use, nor close the free tier, because part of their plant waits for power: they get
    /// that service elsewhere, at no less than its running costs here plus what it would have brought in. Counted are
    /// exactly these costs, and none of what it brings in, so a power cap saves nothing on use that pays nothing.
    ///
    /// Source: our judgement, MODEL.md section 5.
    pub(super) borne: [L; Class::COUNT],
    /// The share of each class that has not left for good.
    pub(super) stays: [L; Class::COUNT],
    /// Revenue that each class would bring in if all its demand were served.
    pub(super) if_served: [Usd<L>; Class::COUNT],
    /// Accelerator time of the accelerators that have power.
    pub(super) capacity: AcceleratorSeconds<L>,
    /// Accelerator time used.
    pub(super) used: AcceleratorSeconds<L>,
    /// The part of `capacity` that is used, [`load_on`].
    pub(super) load: L,
    /// The part of the plant that stands which demand wants, with power or without. The rest is surplus, and switched off;
    /// [`Inputs::switch_off`] mothballs it, so that its sites and spare parts cost nothing.
    pub(super) wanted: L,
    /// Price of tokens and of accelerator-hours over their paths, [`price_under`].
    pub(super) price: Ratio<L>,
}

/// Prices over their paths: `(1 − x·(1 − u))/(1 − x·(1 − u₀))`.
///
/// - `fall` `x`, the fall of prices if the whole fleet is idle
/// - `used` `u`, the part of the fleet's time used in the quarter before
/// - `stated` `u₀`, the part used when the stated prices held
///
/// Source: definition; data/judgements.csv load_price.
#[must_use]
pub(super) fn price_under<L: Lane>(fall: L, used: L, stated: L) -> L {
    let of = |used: L| L::all(1.0) - fall * (L::all(1.0) - used);
    of(used) / of(stated)
}

/// The load of the quarter before, to which prices answer, and the load at which the stated prices held.
///
/// - One amount of capex a year: list prices are those of a time without idle plant, `u₀ = 1`.
/// - Calendar years: they hold with the load of the quarter of the levels, or of the first one after it in which plant
///   stands; up to then prices do not answer.
#[derive(Clone, Copy, Debug)]
struct Felt<L> {
    used: L,
    stated: L,
    /// 1 once `stated` is known.
    known: L,
}

impl<L: Lane> Felt<L> {
    fn new(inputs: &Inputs<L>) -> Self {
        let one = L::all(1.0);
        let known = if inputs.capex_by == CapexBy::Rate { one } else { L::ZERO };
        Self { used: one, stated: one, known }
    }

    /// What is felt after a quarter.
    ///
    /// - `is_past` whether the quarter lies before that of the levels; `stands` whether plant stands in it
    fn after(self, load: L, is_past: bool, stands: L::Mask) -> Self {
        if L::all(0.5).below(self.known).all() {
            return Self { used: load, ..self };
        }
        let is_first = stands & self.known.below(L::all(0.5));
        let stated = if is_past { self.stated } else { L::select(is_first, load, self.stated) };
        let known = if is_past { self.known } else { L::select(is_first, L::all(1.0), self.known) };
        Self { used: L::select(L::all(0.5).below(known), load, L::all(1.0)), stated, known }
    }
}

/// The share of customers that has not left after a quarter: `s·(1 − λ) + λ·f`.
///
/// - `stays` `s`, the share before; `lost` `λ`, the part of those not served who leave; `served` `f`, the share served
///
/// Source: definition; data/judgements.csv unserved_lost.
#[must_use]
pub(super) fn staying<L: Lane>(stays: L, lost: L, served: L) -> L {
    stays * (L::all(1.0) - lost) + lost * served
}

/// The share of the next quarter's customers that has not left: `1 − (1 − s)·min(1, a/a⁺)`.
///
/// - `stays` `s`, the share of this quarter's customers that has not left
/// - `before` `a`, `after` `a⁺`, all customers of this quarter and of the next, had nobody left
///
/// Those who join have not left. Source: definition.
#[must_use]
pub(super) fn after_joining<L: Lane>(stays: L, before: L, after: L) -> L {
    let one = L::all(1.0);
    let old = L::select(L::ZERO.below(after), (before / after).lesser(one), one);
    one - (one - stays) * old
}

/// The accelerator time of a share of each class.
pub(super) fn work_of<L: Lane>(
    work: &[AcceleratorSeconds<L>; Class::COUNT],
    share: &[L; Class::COUNT],
) -> AcceleratorSeconds<L> {
    work.iter().zip(share).map(|(&work, &share)| work * share).sum()
}

/// The part of an accelerator time that work takes: `min(1, W/K)`, and 1 if there is no accelerator time.
///
/// - `work` `W`; `capacity` `K`
fn load_on<L: Lane>(work: AcceleratorSeconds<L>, capacity: AcceleratorSeconds<L>) -> L {
    let one = L::all(1.0);
    L::select(AcceleratorSeconds::ZERO.below(capacity), work.share_of(capacity).value().lesser(one), one)
}

/// Lets demand and fleet meet in each of `quarters` quarters.
///
/// - Prices answer to the load of the quarter before, [`price_under`]: sellers with idle plant cut prices. Demand does not
///   respond: its growth already contains past price falls.
/// - Of those not served, the part [`Inputs::unserved_lost`] leaves for good, [`staying`], from the first purchase on, so
///   that waiting for the fleet loses customers too. Those who join later have not left, [`after_joining`]. People leave
///   in one share, whether they pay or not: payers come from free users. Buyers of tokens leave in their own share. The
///   vendors' own use stays.
///
/// Source: definition; data/judgements.csv.
#[must_use]
#[inline(never)]
pub(super) fn meet<L: Lane>(
    inputs: &Inputs<L>,
    clock: &Clock,
    market: &Market<L>,
    asked: &[Asked<L>],
    fleet: &Fleet<L>,
    yields: &[Seconds<L>],
    quarters: usize,
) -> Vec<Met<L>> {
    let one = L::all(1.0);
    let lost = inputs.unserved_lost.value();
    let loses = L::ZERO.below(lost).any();
    let mut stays = [one; Class::COUNT];
    let mut felt = Felt::new(inputs);
    let quarter = |quarter: usize| {
        let next = asked.get(quarter + 1).unwrap_or(&asked[quarter]);
        let (asked, service) = (&asked[quarter], &fleet.service[quarter]);
        let standing = service.effective * yields[quarter];
        let capacity = standing * service.powered;
        let price = Ratio::of(price_under(inputs.load_price.value(), felt.used, felt.stated));
        let if_served = market.at(quarter).if_served(asked, price);
        let (open, pays) = if loses {
            let open = core::array::from_fn(|it| asked.work[it] * stays[it]);
            (open, core::array::from_fn(|it| if_served[it] * stays[it]))
        } else {
            (asked.work, if_served)
        };
        let share = |capacity| {
            let shares = fill(inputs.shortage, &open, &pays, capacity);
            if loses { core::array::from_fn(|it| shares[it] * stays[it]) } else { shares }
        };
        let fill: [L; Class::COUNT] = share(capacity);
        let total: AcceleratorSeconds<L> = open.iter().copied().sum();
        let load = load_on(total, capacity);
        felt = felt.after(load, quarter < clock.past(), AcceleratorSeconds::ZERO.below(capacity));
        let waits = service.powered.below(one).any();
        let (mut borne, mut wanted) = (fill, load);
        if waits {
            let with_power: [L; Class::COUNT] = share(standing);
            for unpaid in [Class::Free, Class::Background] {
                borne[unpaid as usize] = with_power[unpaid as usize];
            }
            wanted = load_on(total, standing);
        }
        let used = work_of(&asked.work, &fill);
        let met = Met { fill, borne, stays, if_served, capacity, used, load, wanted, price };
        if loses {
            let people = asked.months_of(&fill);
            let served = people.share_of(asked.user_months).value();
            let served = L::select(UserMonths::ZERO.below(asked.user_months), served, one);
            let [before, after] = [asked, next].map(|it| it.user_months.value());
            for class in Class::PEOPLE {
                let kept = staying(stays[class as usize], lost, served);
                stays[class as usize] = after_joining(kept, before, after);
            }
            let api = Class::Api as usize;
            let [before, after] = [asked, next].map(|it| it.tokens(Class::Api).value());
            stays[api] = after_joining(staying(stays[api], lost, fill[api]), before, after);
        }
        met
    };
    (0..quarters).map(quarter).collect()
}

impl<L: Lane> World<'_, L> {
    /// New payers in a quarter: net growth, plus the replacement of payers who left. Payers at t = 0 are not new.
    pub(super) fn won(&self, quarter: usize) -> Users<L> {
        let earlier = quarter.saturating_sub(1);
        let [now, before] = [quarter, earlier].map(|it| self.asked[it].subscribers);
        let before = match &self.shares {
            Some(shares) => at_share(now, before, shares[earlier], shares[quarter]),
            None => before,
        };
        payers_won(now, before, self.inputs.churn)
    }

    /// User-months credited to the programme of people with neither plan nor seat.
    #[inline(always)]
    pub(super) fn free_months(&self, quarter: usize) -> UserMonths<L> {
        let all = self.asked[quarter].free() * months();
        UserMonths::select(self.fleet.service[quarter].serves(), all, UserMonths::ZERO)
    }
}
