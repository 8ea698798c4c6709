//! The workings of the segments that pay: how many people they are, what the service is worth to them, and how many
//! take it.

use super::{Answer, Answers, Ask, Case, Number, Part, Worked, prices::menu};
use crate::segments::{Segment, segments, use_under_cap};
use payenough_engine::plans::Menu;
use payenough_engine::willingness::{Willingness, capped_mean_use};
use payenough_engine::working::{Figure, Kind, Parts};
use payenough_model::{InputId, Plans};

/// The line numbers of consumers, prosumers and seats.
const PROSUMERS: usize = 1;
const SEATS: usize = 2;

/// The distribution of willingness to pay for the standard plan: median, real part and spread.
fn curve(v: &[f64]) -> Willingness {
    Willingness { median: v[0] * v[1], sigma: v[2] }
}

/// From the operands of a menu, followed by those of the distribution: the share on the top plan, and on any plan.
fn on_plans(v: &[f64]) -> (f64, f64) {
    let curve = curve(&v[5..]);
    let menu = Menu::new(&menu(v));
    (menu.share(&curve, 2), menu.paying(&curve))
}

impl Segment {
    /// The number of people in the year for which levels are stated.
    #[must_use]
    pub fn people_number(&self) -> Number {
        match self.line {
            SEATS => Figure::new(Kind::SeatsYear, 0, self.year).into(),
            line => Number::answer(Ask::SegmentPeople, line),
        }
    }

    /// The inputs that hold its price and the spread of its worth.
    #[must_use]
    pub const fn inputs(&self) -> [InputId; 2] {
        match self.line {
            PROSUMERS => [InputId::top_price, InputId::wtp_sigma],
            SEATS => [InputId::seat_price, InputId::seat_sigma],
            _ => [InputId::sub_price, InputId::wtp_sigma],
        }
    }
}

impl Answers<'_> {
    pub(super) fn segment(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        let inputs = &self.inputs;
        let found = || segments(inputs, &self.outcome).into_iter().find(|it| it.line == line);
        let curve_of = || [InputId::wtp_median, InputId::wtp_real, InputId::wtp_sigma];
        let has_menu = inputs.plans == Plans::Three;
        Some(match kind {
            Ask::SegmentTokens => {
                let mut all: Vec<Part> =
                    self.all([InputId::background, InputId::api_paid]).into_iter().collect();
                all.extend(self.figures(&Case::own(), [(Kind::ShareYear, 0, inputs.stated_year())]));
                (all.iter().map(|it| it.value).product(), Parts::product(all))
            }
            Ask::CapLeaves => {
                let all = self.all([InputId::usage_cap, InputId::usage_sigma]);
                (use_under_cap(inputs).value(), Parts::of(all, |v| capped_mean_use(v[0], v[1])))
            }
            Ask::SegmentPeople if line != SEATS => {
                let [subscribers] =
                    self.figures(&Case::own(), [(Kind::SubscribersYear, 0, inputs.stated_year())]);
                let parts = if has_menu {
                    let mut all: Vec<Part> = self.menu();
                    all.push(subscribers);
                    Parts::of(all, move |v| {
                        let (top, paying) = on_plans(v);
                        let of_top = if paying > 0.0 { top / paying } else { 0.0 };
                        v[8] * if line == PROSUMERS { of_top } else { 1.0 - of_top }
                    })
                } else {
                    Parts::sum(vec![subscribers])
                };
                (found()?.people.value(), parts)
            }
            Ask::SegmentWorth => {
                let mut all = match line {
                    SEATS => self.all([InputId::seat_value]),
                    _ => self.all([InputId::wtp_median, InputId::wtp_real]),
                };
                if line == PROSUMERS {
                    all.push(self.input(InputId::top_worth));
                }
                (found()?.worth.median, Parts::product(all))
            }
            Ask::SegmentReached => {
                let mut all = self.all(curve_of());
                all.extend(self.all([InputId::observed_price, InputId::pay_now]));
                let rule = |v: &[f64]| match (v[4], curve(v).share_paying(v[3])) {
                    (observed, most) if observed < most => observed / most,
                    (observed, _) => f64::from(u8::from(observed > 0.0)),
                };
                (found()?.reached?.value(), Parts::of(all, rule))
            }
            Ask::SegmentTaking if line == SEATS => {
                let all = self.all([InputId::seat_value, InputId::seat_sigma, InputId::seat_price]);
                let rule = |v: &[f64]| Willingness { median: v[0], sigma: v[1] }.share_paying(v[2]);
                (found()?.taking.value(), Parts::of(all, rule))
            }
            Ask::SegmentTaking if has_menu => {
                let rule = move |v: &[f64]| match on_plans(v) {
                    (top, _) if line == PROSUMERS => top,
                    (top, paying) => paying - top,
                };
                (found()?.taking.value(), Parts::of(self.menu(), rule))
            }
            Ask::SegmentTaking => {
                let mut all = self.all(curve_of());
                all.push(self.input(InputId::sub_price));
                (found()?.taking.value(), Parts::of(all, |v| curve(v).share_paying(v[3])))
            }
            _ => return None,
        })
    }
}
