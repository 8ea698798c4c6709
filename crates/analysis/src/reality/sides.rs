//! What the two inputs that move the answer most do to it alone, and the paying share compared with observations.

use super::{FAR, PUBLISHED};
use crate::futures::named::apart;
use crate::futures::tornado::Tornado;
use crate::per_dollar::{amount, per_dollar};
use crate::working::{Ask, Case, Number, linked};
use payenough_engine::working::{Figure, Kind};
use payenough_engine::{Outcome, evaluate, headline};
use payenough_model::{InputId, Inputs, Values};
use payenough_quantities::Usd;
use payenough_quantities::print::percent;

/// Number of inputs whose ends are described.
const N_SIDES: usize = 2;

/// What each of the two inputs that move the answer most would do to it at the low and at the high end of its range. One
/// sentence for each end that is not the present value; empty if no input varies.
#[must_use]
pub fn sides(values: &Values, ranking: &Tornado) -> Vec<String> {
    let now = headline(&Inputs::read(values));
    let sentence = |id: InputId, value: f64| {
        let case = Case::own().with(id, value);
        let at_end = &case.values(values);
        let link =
            |kind: Kind, words: &str| Number::Figure(case.clone(), Figure::new(kind, 0, 0)).linked(words);
        let outcome = evaluate(&Inputs::read(at_end));
        let flips = (outcome.npv >= Usd::ZERO) != (now >= Usd::ZERO);
        let verdict = if flips { "turns" } else { "stays on its side" };
        let back = outcome.benefit_cost.map_or_else(
            || "no cost to set what comes back against".to_owned(),
            |it| format!("{} back per dollar of cost", link(Kind::BackPerDollar, &per_dollar(it.value()))),
        );
        let costs = outcome.cost_per_user_month.map_or_else(String::new, |it| {
            let brings = link(Kind::Expected, &amount(outcome.expected.value()));
            format!(
                ", {brings} brought in and {} spent per user and month",
                link(Kind::CostEach, &amount(it.value()))
            )
        });
        let (before, after) = apart(id.spec(), values.get(id), value);
        format!(
            "With \u{201c}{}\u{201d} at {}, not {}, the scenario {verdict}: {back}{costs}.",
            id.spec().label,
            link(Kind::Npv, &after),
            linked(id, &before),
        )
    };
    let first = ranking.bars.iter().filter(|bar| bar.swing > 0.0).take(N_SIDES);
    let ends = first.flat_map(|bar| [(bar.id, bar.low.value), (bar.id, bar.high.value)]);
    ends.filter(|&(id, value)| value != values.get(id)).map(|(id, value)| sentence(id, value)).collect()
}

/// Observed paying shares: whose, per hundred users, and the fact in `data/`.
const SEEN: [(&str, &str, f64, &str); 2] = [
    ("ChatGPT's weekly users", "5.6%", 0.056, "users_revenue:chatgpt_conv"),
    ("US households", "2 to 3%", 0.025, "willingness_to_pay:bofa_hh"),
];

/// The modelled paying share compared with the observed ones, and a warning for each that differs from the first year's
/// share by more than a factor of 2. Empty if there are no users.
#[must_use]
pub fn conversion(outcome: &Outcome) -> Vec<String> {
    let at = |year: usize| outcome.years.get(year).filter(|it| it.active_users.value() > 0.0);
    let share = |year: usize| at(year).map(|it| it.subscribers.share_of(it.active_users).value());
    let (Some(now), Some(later)) = (share(0), share(4).or(share(0))) else { return Vec::new() };
    let last = if at(4).is_some() { 4 } else { 0 };
    let paying = |year: usize, value: f64| linked(Figure::new(Kind::PayingYear, 0, year), &percent(value));
    let published = |words: &str, fact: &str| {
        let row = PUBLISHED.iter().position(|it| it.facts.first().is_some_and(|(first, _)| *first == fact));
        row.map_or_else(|| words.to_owned(), |row| Number::answer(Ask::Published, row).linked(words))
    };
    let [a, b] = SEEN.map(|(who, words, _, fact)| format!("{} of {who}", published(words, fact)));
    let mut all = vec![format!(
        "{} of users are on a plan in the first year and {} in the fifth. Seen so far: {a}, and {b}.",
        paying(0, now),
        paying(last, later),
    )];
    all.extend(SEEN.into_iter().filter_map(|(who, words, seen, fact)| {
        let way = match now / seen {
            ratio if ratio > FAR => "more than twice",
            ratio if ratio < 1.0 / FAR => "less than half",
            _ => return None,
        };
        Some(format!(
            "Warning: {} in the first year is {way} the {} seen of {who}.",
            paying(0, now),
            published(words, fact)
        ))
    }));
    all
}
