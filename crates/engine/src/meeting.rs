//! Demand meets the fleet, quarter after quarter: who is served, who leaves, and how idle plant lowers prices.

use super::demand::{Asked, Class, months, payers_won};
use super::run::World;
use super::service::fill;
use payenough_quantities::lane::{Lane, Mask as _};
use payenough_quantities::{AcceleratorSeconds, Ratio, Usd, UserMonths, Users};

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
    /// [`switch_off`](payenough_model::Inputs::switch_off) mothballs it, so that its sites and spare parts cost nothing.
    pub(super) wanted: L,
    /// Price of tokens and of accelerator-hours over their paths, [`price_under`].
    pub(super) price: Ratio<L>,
}

/// Prices over their paths: `1 − x·(1 − u)`.
///
/// - `fall` `x`, the fall of prices if the whole fleet is idle
/// - `used` `u`, the part of the fleet's time used in the quarter before
///
/// Source: definition; data/judgements.csv load_price.
#[must_use]
pub(super) fn price_under<L: Lane>(fall: L, used: L) -> L {
    L::all(1.0) - fall * (L::all(1.0) - used)
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

impl<L: Lane> Met<L> {
    /// Before the first quarter: nobody has left, and prices are those of a time without idle plant.
    #[must_use]
    pub(super) fn nothing_yet() -> Self {
        let one = L::all(1.0);
        Self {
            fill: [one; Class::COUNT],
            borne: [one; Class::COUNT],
            stays: [one; Class::COUNT],
            if_served: [Usd::ZERO; Class::COUNT],
            capacity: AcceleratorSeconds::ZERO,
            used: AcceleratorSeconds::ZERO,
            load: one,
            wanted: one,
            price: Ratio::all(1.0),
        }
    }

    /// Lets demand and fleet meet in a quarter, given how they met in the quarter before.
    ///
    /// - Prices answer to the load of the quarter before, [`price_under`]; before the first quarter it is 1. Sellers with
    ///   idle plant cut prices, and list prices are those of a time without. Demand does not respond: its growth already
    ///   contains past price falls.
    /// - Of those not served, the part [`unserved_lost`](payenough_model::Inputs::unserved_lost) leaves for good, [`staying`], from the first purchase
    ///   on, so that waiting for the fleet loses customers too. Those who join later have not left, [`after_joining`].
    ///   People leave in one share, whether they pay or not: payers come from free users. Buyers of tokens leave in their
    ///   own share. The vendors' own use stays.
    ///
    /// Source: definition; data/judgements.csv. One value is carried from quarter to quarter, since a list of them would
    /// be most of what a future writes to memory, and only workings read it.
    #[inline(never)]
    pub(super) fn next(&mut self, world: &World<'_, L>, quarter: usize) {
        let (inputs, asked, service) = (world.inputs, &world.asked[quarter], &world.fleet.service[quarter]);
        let one = L::all(1.0);
        let loses = L::ZERO.below(inputs.unserved_lost.value()).any();
        if loses && quarter > 0 {
            self.leave(inputs.unserved_lost.value(), &world.asked[quarter - 1], asked);
        }
        let standing = service.effective * world.yields[quarter];
        self.capacity = standing * service.powered;
        self.price = Ratio::of(price_under(inputs.load_price.value(), self.load));
        self.if_served = world.market.if_served(quarter, asked, self.price);
        let (mut open, mut pays) = (asked.work, self.if_served);
        if loses {
            for (it, stays) in self.stays.iter().enumerate() {
                open[it] = open[it] * *stays;
                pays[it] = pays[it] * *stays;
            }
        }
        let share = |capacity, stays: &[L; Class::COUNT]| {
            let mut shares = fill(inputs.shortage, &open, &pays, capacity);
            if loses {
                shares.iter_mut().zip(stays).for_each(|(share, stays)| *share *= *stays);
            }
            shares
        };
        self.fill = share(self.capacity, &self.stays);
        let total: AcceleratorSeconds<L> = open.iter().copied().sum();
        self.load = load_on(total, self.capacity);
        (self.borne, self.wanted) = (self.fill, self.load);
        if service.powered.below(one).any() {
            let with_power = share(standing, &self.stays);
            for unpaid in [Class::Free, Class::Background] {
                self.borne[unpaid as usize] = with_power[unpaid as usize];
            }
            self.wanted = load_on(total, standing);
        }
        self.used = work_of(&asked.work, &self.fill);
    }

    /// The part `lost` of those who were not served leaves, and others join, from one quarter to the next.
    fn leave(&mut self, lost: L, before: &Asked<L>, after: &Asked<L>) {
        let one = L::all(1.0);
        let people = before.months_of(&self.fill);
        let served = people.share_of(before.user_months).value();
        let served = L::select(UserMonths::ZERO.below(before.user_months), served, one);
        let [people_before, people_after] = [before, after].map(|it| it.user_months.value());
        for class in Class::PEOPLE {
            let kept = staying(self.stays[class as usize], lost, served);
            self.stays[class as usize] = after_joining(kept, people_before, people_after);
        }
        let api = Class::Api as usize;
        let [before, after] = [before, after].map(|it| it.tokens(Class::Api).value());
        self.stays[api] = after_joining(staying(self.stays[api], lost, self.fill[api]), before, after);
    }
}

impl<L: Lane> World<'_, L> {
    /// New payers in a quarter: net growth, plus the replacement of payers who left. Payers at t = 0 are not new.
    pub(super) fn won(&self, quarter: usize) -> Users<L> {
        let before = self.asked[quarter.saturating_sub(1)].subscribers;
        payers_won(self.asked[quarter].subscribers, before, self.inputs.churn)
    }

    /// User-months credited to the programme of people with neither plan nor seat.
    #[inline(always)]
    pub(super) fn free_months(&self, quarter: usize) -> UserMonths<L> {
        let all = self.asked[quarter].free() * months();
        UserMonths::select(self.fleet.service[quarter].serves(), all, UserMonths::ZERO)
    }
}
