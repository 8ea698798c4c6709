//! The segments that pay: consumers, prosumers, business seats and developers, each with its price and its value to
//! them.

use super::contradiction::{curve, offered};
use payenough_engine::Outcome;
use payenough_engine::plans::Menu;
use payenough_engine::willingness::{Willingness, capped_mean_use};
use payenough_model::{Inputs, Plans};
use payenough_quantities::{Ratio, Users};

/// A segment of those who pay for the service, in the first year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// The year of the number of people, counted from the first.
    pub year: usize,
    /// Its index: 0 consumers, 1 prosumers, 2 seats.
    pub line: usize,
    /// Its name.
    pub name: &'static str,
    /// Number of people, as credited to this programme.
    pub people: Users,
    /// Price at the start, in dollars a month.
    pub price: f64,
    /// The distribution of its worth to them at the start: half of them would pay the median.
    pub worth: Willingness,
    /// Reach × capture: the share of all people who get to choose. `None` for seats, whose number already includes it.
    pub reached: Option<Ratio>,
    /// The share of those who take it at the start.
    pub taking: Ratio,
}

/// The segments that pay by the month: consumers on a cheap or standard plan, prosumers on the top one (if there are
/// three plans), and business seats.
///
/// Prosumers are the people to whom the top plan is worth its price. They are the upper tail of the consumers'
/// distribution and have none of their own. Reach × capture is solved so that today's price gives today's number of
/// payers, `observed/Φ((ln m − ln P₀)/σ)`, at most 1.
///
/// Source: MODEL.md section 6.
#[must_use]
pub fn segments(inputs: &Inputs, outcome: &Outcome) -> Vec<Segment> {
    let at = inputs.stated_year();
    let Some(year) = outcome.years.get(at) else { return Vec::new() };
    let worth = curve(inputs);
    let reached = Ratio::of(reach(inputs, &worth));
    let menu = Menu::new(&offered(inputs).map(|it| it.1));
    let top = if inputs.plans == Plans::Three { menu.share(&worth, 2) } else { 0.0 };
    let paying = match inputs.plans {
        Plans::One => worth.share_paying(inputs.sub_price.value()),
        Plans::Three => menu.paying(&worth),
    };
    let of_top = if paying > 0.0 { top / paying } else { 0.0 };
    let mut all = vec![Segment {
        line: 0,
        year: at,
        name: "Consumers on a plan",
        people: year.subscribers * (1.0 - of_top),
        price: inputs.sub_price.value(),
        worth,
        reached: Some(reached),
        taking: Ratio::of(paying - top),
    }];
    if inputs.plans == Plans::Three {
        all.push(Segment {
            line: 1,
            year: at,
            name: "Prosumers on the top plan",
            people: year.subscribers * of_top,
            price: inputs.top_price.value(),
            worth: Willingness { median: worth.median * inputs.top_worth.value(), ..worth },
            reached: Some(reached),
            taking: Ratio::of(top),
        });
    }
    let firms = Willingness { median: inputs.seat_value.value(), sigma: inputs.seat_sigma.value() };
    all.push(Segment {
        line: 2,
        year: at,
        name: "Business seats",
        people: year.seats,
        price: inputs.seat_price.value(),
        worth: firms,
        reached: None,
        taking: Ratio::of(firms.share_paying(inputs.seat_price.value())),
    });
    all
}

/// The share of an average person's use that remains under a usage cap.
#[must_use]
pub fn use_under_cap(inputs: &Inputs) -> Ratio {
    Ratio::of(capped_mean_use(inputs.usage_cap.value(), inputs.usage_sigma.value()))
}

fn reach(inputs: &Inputs, worth: &Willingness) -> f64 {
    let (observed, at_observed) = (inputs.pay_now.value(), worth.share_paying(inputs.observed_price.value()));
    if observed < at_observed {
        observed / at_observed
    } else if observed > 0.0 {
        1.0
    } else {
        0.0
    }
}
