//! Demand meets the fleet, quarter after quarter: who is served, who leaves, and how idle plant lowers prices.

use super::demand::{Asked, Class, at_share, months, payers_won};
use super::run::World;
use super::service::fill;
use payenough_model::{CapexBy, Inputs, ShortageRule};
use payenough_quantities::lane::{Lane, Mask as _};
use payenough_quantities::{AcceleratorSeconds, Ratio, Usd, UserMonths, Users};

/// The classes that pay nothing.
const UNPAID: [Class; 2] = [Class::Free, Class::Background];

/// How demand and fleet meet in a quarter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met<L = f64> {
    /// The share of each class's demand that is served.
    pub(super) fill: [L; Class::COUNT],
    /// The share of the demand of free users and of the vendors' own use whose running costs are borne: what the plant
    /// that stands would serve if all of it had power. Of classes that pay it is what is served.
    ///
    /// Vendors do not stop their own use, nor close the free tier, because part of their plant waits for power: they get
    /// that service elsewhere, at no less than its running costs here plus what it would have brought in. Counted are
    /// exactly these costs, and none of what it brings in, so a power cap saves nothing on use that pays nothing.
    ///
    /// Source: our judgement, MODEL.md section 5.
    unpaid: [L; UNPAID.len()],
    /// The share of each class that has not left for good.
    pub(super) stays: [L; Class::COUNT],
    /// Revenue that each class would bring in if all its demand were served.
    pub(super) if_served: [Usd<L>; Class::COUNT],
    /// Accelerator time that all demand takes, without that of those who have left.
    work: AcceleratorSeconds<L>,
    /// Accelerator time of the accelerators that have power.
    pub(super) capacity: AcceleratorSeconds<L>,
    /// Accelerator time of all accelerators that stand.
    standing: AcceleratorSeconds<L>,
    /// Price of tokens and of accelerator-hours over their paths, [`price_under`].
    pub(super) price: Ratio<L>,
    /// The load to which prices answer.
    felt: Felt<L>,
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

impl<L: Lane> Met<L> {
    /// Before the first quarter: nobody has left, and prices are as stated.
    #[must_use]
    pub(super) fn nothing_yet(inputs: &Inputs<L>) -> Self {
        let one = L::all(1.0);
        Self {
            fill: [one; Class::COUNT],
            unpaid: [one; UNPAID.len()],
            stays: [one; Class::COUNT],
            if_served: [Usd::ZERO; Class::COUNT],
            work: AcceleratorSeconds::ZERO,
            capacity: AcceleratorSeconds::ZERO,
            standing: AcceleratorSeconds::ZERO,
            price: Ratio::all(1.0),
            felt: Felt::new(inputs),
        }
    }

    /// Lets demand and fleet meet in a quarter, given how they met in the quarter before.
    ///
    /// - Prices answer to the load of the quarter before, [`price_under`]: sellers with idle plant cut prices. Demand does
    ///   not respond: its growth already contains past price falls.
    /// - Of those not served, the part `λ` leaves for good, [`staying`], from the first purchase on, so that waiting for the
    ///   fleet loses customers too. Those who join later have not left, [`after_joining`]. People leave in one share,
    ///   whether they pay or not: payers come from free users. Buyers of tokens leave in their own share. The vendors' own
    ///   use stays.
    ///
    /// Source: definition; data/judgements.csv. One value is carried from quarter to quarter: a list of them would be a
    /// quarter of what a future writes to memory, and only workings read it. What the block does not use, because nobody
    /// leaves or prices do not answer to load, is skipped.
    #[inline(never)]
    pub(super) fn next(&mut self, world: &World<'_, L>, quarter: usize) {
        let (inputs, asked, service) = (world.inputs, &world.asked[quarter], &world.fleet.service[quarter]);
        let (lost, fall) = (inputs.unserved_lost.value(), inputs.load_price.value());
        let loses = L::ZERO.below(lost).any();
        if loses && quarter > 0 {
            self.leave(lost, &world.asked[quarter - 1], asked);
        }
        if !fall.equals(L::ZERO).all() {
            if quarter > 0 {
                let stands = AcceleratorSeconds::ZERO.below(self.capacity);
                self.felt = self.felt.after(self.load(), quarter <= world.clock.past(), stands);
            }
            self.price = Ratio::of(price_under(fall, self.felt.used, self.felt.stated));
        }
        self.standing = service.effective * world.yields[quarter];
        self.capacity = self.standing * service.powered;
        self.if_served = world.market.if_served(quarter, asked, self.price);
        let waits = service.powered.below(L::all(1.0)).any();
        if loses {
            let open = core::array::from_fn(|it| asked.work[it] * self.stays[it]);
            let pays = core::array::from_fn(|it| self.if_served[it] * self.stays[it]);
            self.serve(inputs.shortage, &open, &pays, waits);
            self.fill.iter_mut().zip(&self.stays).for_each(|(share, &stays)| *share *= stays);
            for (share, class) in self.unpaid.iter_mut().zip(UNPAID) {
                *share *= self.stays[class as usize];
            }
        } else {
            let pays = self.if_served;
            self.serve(inputs.shortage, &asked.work, &pays, waits);
        }
    }

    /// Serves demand from the capacity.
    ///
    /// - `open` work in demand; `pays` what it brings in; `waits` whether any plant waits for power
    #[inline(always)]
    fn serve(
        &mut self,
        rule: ShortageRule,
        open: &[AcceleratorSeconds<L>; Class::COUNT],
        pays: &[Usd<L>; Class::COUNT],
        waits: bool,
    ) {
        self.work = open.iter().copied().sum();
        self.fill = fill(rule, open, pays, self.capacity);
        self.unpaid = UNPAID.map(|it| self.fill[it as usize]);
        if waits {
            let with_power = fill(rule, open, pays, self.standing);
            self.unpaid = UNPAID.map(|it| with_power[it as usize]);
        }
    }

    /// The part of the capacity that is used, [`load_on`].
    #[must_use]
    pub(super) fn load(&self) -> L {
        load_on(self.work, self.capacity)
    }

    /// The part of the plant that stands which demand wants, with power or without. The rest is surplus, and switched off;
    /// [`switch_off`](payenough_model::Inputs::switch_off) mothballs it, so that its sites and spare parts cost nothing.
    #[must_use]
    pub(super) fn wanted(&self) -> L {
        load_on(self.work, self.standing)
    }

    /// The share of each class's demand whose running costs are borne.
    #[inline(always)]
    #[must_use]
    pub(super) fn borne(&self) -> [L; Class::COUNT] {
        let ([subscribers, seats, api, ..], [free, background]) = (self.fill, self.unpaid);
        [subscribers, seats, api, free, background]
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
