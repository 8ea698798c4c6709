//! Workings of what is charged on top of a price, and of payment that comes from elsewhere than users.

use super::{Figure, Kind, Parts, Workings, fixed, is_on};
use crate::demand::QUARTER_MONTHS;
use crate::premium::{RAISED, premium, raised};
use payenough_model::InputId;
use payenough_quantities::Ratio;

/// The lines of [`Kind::Raise`].
pub(super) const OF_PLANS: usize = 0;
pub(super) const OF_SEATS: usize = 1;
pub(super) const OF_TOKENS: usize = 2;

/// The inputs that say which part of the worth that capabilities add is charged, by line of [`Kind::Raise`].
const CHARGED: [InputId; RAISED] = [InputId::plan_raise, InputId::seat_raise, InputId::api_raise];

impl Workings<'_> {
    pub(super) fn premiums(&self, figure: Figure) -> Option<Parts> {
        let Figure { kind, at, line } = figure;
        let fig = |kind| self.figure(kind, 0, at);
        let inputs = self.inputs();
        Some(match kind {
            Kind::Raise => {
                let all = vec![self.input(*CHARGED.get(line)?), fig(Kind::Uplift)];
                Parts::of(all, |v| raised(Ratio::of(v[0]), v[1]))
            }
            Kind::SpeedPremium => {
                let ids =
                    [InputId::speed_paid, InputId::speed_premium, InputId::speed, InputId::speed_reference];
                Parts::of(self.all(&ids), |v| premium(v[0], v[1], v[2] / v[3]))
            }
            Kind::AdBases => {
                let businesses = [
                    (inputs.ad_uplift_on, InputId::ad_base),
                    (inputs.google_uplift_on, InputId::google_base),
                    (inputs.amazon_uplift_on, InputId::amazon_base),
                ];
                let counted =
                    |(on, base)| [is_on(on, "is its uplift counted? 1 yes, 0 no"), self.input(base)];
                let all = businesses.into_iter().flat_map(counted).collect();
                Parts::of(all, |v| v.chunks_exact(2).map(|it| it[0] * it[1]).sum())
            }
            Kind::FreeMonths => {
                let all =
                    vec![fig(Kind::Free), fixed("months", QUARTER_MONTHS), fig(Kind::UserMonthsQuarter)];
                Parts::of(all, |v| if v[2] > 0.0 { v[0] * v[1] } else { 0.0 })
            }
            Kind::KeptQuarter => {
                let mut all = vec![
                    fig(Kind::UserMonthsQuarter),
                    fig(Kind::KeptEach),
                    fig(Kind::Fill),
                    fig(Kind::FreeMonths),
                    self.figure(Kind::Fill, 3, at),
                ];
                all.extend(self.all(&[InputId::free_value, InputId::wtp_real]));
                Parts::of(all, |v| v[0] * v[1] * v[2] + v[3] * v[4] * v[5] * v[6])
            }
            _ => return None,
        })
    }
}
