//! The scenario as set in words: what comes back of each dollar, what a user brings in and costs a month, and by how much
//! revenue could differ. Rules write it from the numbers, with the same grammar whichever way they fall.
//!
//! It is not the answer: how sure that is, is said by simulated futures ([`super::futures::Sentence`]), among which this
//! scenario is one.

use super::per_dollar::{brings_and_costs, per_dollar};
use super::subject::subject;
use super::working::{linked, plain};
use payenough_engine::working::{Figure, Kind};
use payenough_engine::{Outcome, ends_with_plant};
use payenough_model::scenario::Scenario;
use payenough_model::{InputId, Inputs, Perspective};
use payenough_quantities::print;

/// The scenario as set, in words whose numbers link to their workings.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Whether the plan pays for itself: its net present value is at least 0.
    pub pays: bool,
    /// Whose build-out is judged: a noun phrase.
    pub subject: String,
    /// By when: `by 2033`; empty if there are no years.
    pub until: String,
    /// The same in the simulated futures, whose last years may differ.
    pub until_in_futures: String,
    /// What comes back of each dollar, as printed without a link; empty if there are no outlays.
    pub back: String,
    /// What a user brings in and costs a month, as printed; the second is empty if there are no outlays, and both are if there
    /// are no users.
    pub brings: String,
    /// See `brings`.
    pub costs: String,
    /// Who brings in and costs that: `a user`.
    pub user: &'static str,
    /// By how much revenue would have to be higher, or could be lower: a sentence.
    pub revenue: String,
}

impl Verdict {
    /// The whole as one text without links.
    #[must_use]
    pub fn text(&self) -> String {
        plain(&self.linked_text())
    }

    /// The whole as one text.
    #[must_use]
    pub fn linked_text(&self) -> String {
        let Self { subject, until, .. } = self;
        let back = match self.back() {
            Some(back) => format!("brings back {back} per dollar of cost{until}"),
            None => format!("costs nothing on balance{until}"),
        };
        let a_month = self.a_month(["", ""]).map_or_else(String::new, |it| format!(": {it}"));
        format!("As set, {subject} {back}{a_month}. {}", self.revenue)
    }

    /// What comes back of each dollar, with a link to its working.
    #[must_use]
    pub fn back(&self) -> Option<String> {
        (!self.back.is_empty()).then(|| figure_link(Kind::BackPerDollar, &self.back))
    }

    /// What a user brings in and costs a month: a clause, with a range after each amount. `None` if there are no users.
    #[must_use]
    pub fn a_month(&self, [brings_range, costs_range]: [&str; 2]) -> Option<String> {
        if self.brings.is_empty() {
            return None;
        }
        let brings = figure_link(Kind::Expected, &self.brings);
        let costs = if self.costs.is_empty() {
            "nothing on balance".to_owned()
        } else {
            figure_link(Kind::CostEach, &self.costs)
        };
        Some(format!("{} brings in {brings} a month{brings_range} and costs {costs}{costs_range}", self.user))
    }
}

/// Links an amount to its working.
fn figure_link(kind: Kind, words: &str) -> String {
    linked(Figure::new(kind, 0, 0), words)
}

/// Puts the outcome of a scenario into words.
#[must_use]
pub fn verdict(scenario: &Scenario, outcome: &Outcome) -> Verdict {
    let ratio = outcome.benefit_cost.map(|it| it.value());
    let brings = outcome.expected.value();
    let [brings, costs] = match (outcome.cost_per_user_month.map(|it| it.value()), ratio) {
        (Some(costs), Some(ratio)) => brings_and_costs(brings, costs, ratio),
        (Some(_), None) => [super::per_dollar::amount(brings), String::new()],
        (None, _) => [String::new(), String::new()],
    };
    let is_rented_out = Inputs::read(scenario.values()).perspective == Perspective::Landlord;
    Verdict {
        pays: outcome.npv.value() >= 0.0,
        subject: subject(scenario),
        until: until(scenario, outcome),
        until_in_futures: until_in_futures(scenario, outcome),
        back: ratio.map_or_else(String::new, per_dollar),
        brings,
        costs,
        user: if is_rented_out { "a user behind the fleet" } else { "a user" },
        revenue: revenue(outcome),
    }
}

/// By when the money is back: by the end of the last year, unless that differs between futures.
fn until(scenario: &Scenario, outcome: &Outcome) -> String {
    match outcome.years.last() {
        Some(_) if scenario.spreads().any(|it| it.0 == InputId::horizon) => {
            " over the years looked at".to_owned()
        }
        Some(last) => format!(" by {}", last.year),
        None => String::new(),
    }
}

/// By when the money is back in the simulated futures. Where lives differ between them, so do their last years.
fn until_in_futures(scenario: &Scenario, outcome: &Outcome) -> String {
    let lives = [InputId::accelerator_life, InputId::physical_life];
    let differs = scenario.spreads().any(|it| lives.contains(&it.0));
    match outcome.years.last() {
        Some(last) if differs && ends_with_plant(&Inputs::read(scenario.values())) => {
            format!(" before its last chip retires, in {} as set", last.year)
        }
        _ => until(scenario, outcome),
    }
}

/// By how much all cash revenue, with the costs that follow it, would have to be higher or could be lower.
fn revenue(outcome: &Outcome) -> String {
    let Some(multiple) = outcome.breakeven_factor.map(|it| it.value()) else {
        return "No level of revenue would be enough.".to_owned();
    };
    let change = |share: f64| figure_link(Kind::MoreRevenue, &in_percent(share.abs()));
    match multiple {
        0.0 => "It would come out even without any revenue in cash.".to_owned(),
        _ if multiple < 2.0 && outcome.npv.value() < 0.0 => {
            format!("Revenue would have to be {} higher, as some costs grow with it.", change(multiple - 1.0))
        }
        _ if outcome.npv.value() < 0.0 => {
            let times = print::number(multiple, if multiple < 9.95 { 2 } else { 3 });
            format!(
                "Revenue would have to be {} times as high, as some costs grow with it.",
                figure_link(Kind::Multiple, &times)
            )
        }
        _ => format!("Revenue could be {} lower, as some costs shrink with it.", change(multiple - 1.0)),
    }
}

/// A share in whole percent, but never as nothing or as all.
fn in_percent(share: f64) -> String {
    match share * 100.0 {
        percent if percent < 0.95 => "under 1%".to_owned(),
        percent if 99.05 < percent && percent < 100.0 => "over 99%".to_owned(),
        percent => format!("{}%", libm::round(percent)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_engine::evaluate;
    use payenough_model::scenario::{PRESETS, read_link};

    fn of(link: &str) -> Verdict {
        let scenario = read_link(link).0;
        verdict(&scenario, &evaluate(&Inputs::read(scenario.values())))
    }

    #[test]
    fn the_scenario_as_set_is_said_in_two_sentences() {
        let it = of("v=1&d=2026-11");
        let Verdict { back, brings, costs, .. } = &it;
        let start = "As set, the four large platforms' build-out of 2026 brings back ";
        let revenue = plain(&it.revenue);
        assert_eq!(
            it.text(),
            format!(
                "{start}{back} per dollar of cost by 2036: a user brings in {brings} a month and costs {costs}. {revenue}"
            )
        );
        assert!(
            revenue.starts_with("Revenue would have to be ")
                && revenue.ends_with("% higher, as some costs grow with it."),
            "{revenue}"
        );
    }

    #[test]
    fn every_way_that_revenue_can_differ_has_its_words() {
        let texts: Vec<String> =
            PRESETS.into_iter().map(|it| plain(&of(&Scenario::of_preset(it).query()).revenue)).collect();
        assert!(texts.iter().any(|it| it.contains("% higher, ")), "{texts:?}");
        assert!(texts.iter().any(|it| it.contains(" times as high, ")), "{texts:?}");
        assert!(texts.iter().any(|it| it.contains("% lower, ")), "{texts:?}");
        assert_eq!(
            [0.0, 0.004, 0.06, 0.995, 1.0].map(in_percent),
            ["under 1%", "under 1%", "6%", "over 99%", "100%"]
        );
    }
}
