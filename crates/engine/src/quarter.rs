//! The results of one quarter: revenue, running costs, and what they sum to.

use super::demand::Class;
use super::outcome::{ByCost, ByStream};
use payenough_model::{CostLine, Stream};
use payenough_quantities::lane::Lane;
use payenough_quantities::{Tokens, Usd, UserMonths};

/// Results of running the fleet for one quarter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quarter<L = f64> {
    /// User-months credited to the programme; 0 if no fleet is in service.
    pub(super) user_months: UserMonths<L>,
    /// Tokens served.
    pub(super) served: Tokens<L>,
    /// Tokens that the fleet could serve at the same mix as those it serves.
    pub(super) capacity: Tokens<L>,
    /// The share of each class's demand that is served.
    pub(super) fill: [L; Class::COUNT],
    /// Revenue by stream.
    pub(super) revenue: ByStream<L>,
    /// Running costs by cost line.
    pub(super) cost: ByCost<L>,
}

impl<L: Lane> Quarter<L> {
    /// Cash revenue less the costs that scale with revenue.
    #[must_use]
    pub(super) fn contribution(&self) -> Usd<L> {
        self.cash() - self.cost_of(CostLine::follows_revenue)
    }

    /// Running costs that do not scale with revenue.
    #[must_use]
    pub(super) fn fixed_cost(&self) -> Usd<L> {
        self.cost_of(CostLine::is_held)
    }

    /// The sum of the running costs of the lines that `is_of` selects.
    #[inline(always)]
    pub(super) fn cost_of(&self, is_of: impl Fn(CostLine) -> bool) -> Usd<L> {
        CostLine::ALL.into_iter().filter(|it| is_of(*it)).map(|it| self.cost[it as usize]).sum()
    }

    /// Revenue that reaches the builders.
    #[must_use]
    pub(super) fn cash(&self) -> Usd<L> {
        cash(&self.revenue)
    }

    /// Revenue of all streams.
    #[must_use]
    pub(super) fn receipts(&self) -> Usd<L> {
        self.cash() + self.beyond()
    }

    /// Value counted in addition to cash revenue. It is not taxed, and the break-even factor does not scale it.
    #[must_use]
    pub(super) fn beyond(&self) -> Usd<L> {
        beyond(&self.revenue)
    }
}

/// [`Quarter::cash`] of revenue by stream.
#[inline(always)]
pub(super) fn cash<L: Lane>(revenue: &ByStream<L>) -> Usd<L> {
    Stream::ALL.into_iter().filter(|it| it.is_cash()).map(|it| revenue[it as usize]).sum()
}

/// [`Quarter::beyond`] of revenue by stream.
#[inline(always)]
pub(super) fn beyond<L: Lane>(revenue: &ByStream<L>) -> Usd<L> {
    revenue[Stream::Kept as usize] + revenue[Stream::Protected as usize]
}

/// The sum of a list of amounts of money.
#[must_use]
pub(super) fn total<L: Lane>(parts: &[Usd<L>]) -> Usd<L> {
    parts.iter().copied().sum()
}
