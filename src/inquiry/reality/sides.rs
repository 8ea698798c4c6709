//! The numbers that flip the answer alone, and the paying share beside what was seen.

use super::FAR;
use crate::engine::{Outcome, evaluate, headline};
use crate::model::{InputId, Inputs, Values};
use crate::units::Usd;
use crate::units::print::{money, percent};

/// What either of the two numbers that flip the answer alone would make of it: whose users are counted, and how much of
/// what an accelerator can do it really does.
#[must_use]
pub fn sides(values: &Values) -> Vec<String> {
    let now = headline(&Inputs::read(values));
    let said = |condition: String, values: &Values| {
        let outcome = evaluate(&Inputs::read(values));
        let flips = (outcome.npv >= Usd::ZERO) != (now >= Usd::ZERO);
        let direction = if outcome.npv >= Usd::ZERO { "enough" } else { "not enough" };
        let verdict = if flips { "the answer turns" } else { "the answer stays" };
        let needed = outcome.needed.map_or_else(|| "no amount".to_owned(), |it| money(it.value()));
        format!(
            "{condition}, {verdict}: {direction}, with {} expected and {needed} needed per user and month.",
            money(outcome.expected.value())
        )
    };
    let share = InputId::programme_share;
    let credited = if values.get(share) == 100.0 {
        "All revenue of these users is credited to this build-out already.".to_owned()
    } else {
        said(
            "If all revenue of these users is credited to this build-out".to_owned(),
            &values.with(share, 100.0),
        )
    };
    let real = InputId::realised;
    let mut all = vec![credited];
    for end in [real.spec().low, real.spec().high] {
        let condition = format!(
            "If accelerators really do {} of what they do in benchmarks, not {}",
            real.spec().amount(end),
            real.spec().amount(values.get(real))
        );
        all.push(said(condition, &values.with(real, end)));
    }
    all
}

/// What was seen of paying shares: who, and how many of a hundred.
const SEEN: [(&str, &str, f64); 2] =
    [("ChatGPT's weekly users", "5.6%", 0.056), ("US households", "2 to 3%", 0.025)];

/// The modelled paying share beside the observed ones, and a warning for each that the first year's parts from by more than 2
/// times. Nothing where there are no users.
#[must_use]
pub fn conversion(outcome: &Outcome) -> Vec<String> {
    let at = |year: usize| outcome.years.get(year).filter(|it| it.active_users.value() > 0.0);
    let share = |year: usize| at(year).map(|it| it.subscribers.share_of(it.active_users).value());
    let (Some(now), Some(later)) = (share(0), share(4).or(share(0))) else { return Vec::new() };
    let [a, b] = SEEN.map(|(who, said, _)| format!("{said} of {who}"));
    let mut all = vec![format!(
        "{} of users are on a plan in the first year and {} in the fifth. Seen so far: {a}, and {b}.",
        percent(now),
        percent(later),
    )];
    all.extend(SEEN.into_iter().filter_map(|(who, said, seen)| {
        let way = match now / seen {
            ratio if ratio > FAR => "more than twice",
            ratio if ratio < 1.0 / FAR => "less than half",
            _ => return None,
        };
        Some(format!("Warning: {} in the first year is {way} the {said} seen of {who}.", percent(now)))
    }));
    all
}
