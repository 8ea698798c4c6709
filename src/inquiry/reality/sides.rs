//! The numbers that flip the answer alone, and the paying share beside what was seen.

use super::{FAR, PUBLISHED};
use crate::engine::working::{Figure, Kind};
use crate::engine::{Outcome, evaluate, headline};
use crate::inquiry::working::{Ask, Case, Number, told_of};
use crate::model::{InputId, Inputs, Values};
use crate::units::Usd;
use crate::units::print::{money, percent};

/// What either of the two numbers that flip the answer alone would make of it: whose users are counted, and how much of
/// what an accelerator can do it really does.
#[must_use]
pub fn sides(values: &Values) -> Vec<String> {
    let now = headline(&Inputs::read(values));
    let said = |condition: String, id: InputId, value: f64| {
        let case = Case::own().with(id, value);
        let values = &case.values(values);
        let told =
            |kind: Kind, words: &str| Number::Figure(case.clone(), Figure::new(kind, 0, 0)).told(words);
        let outcome = evaluate(&Inputs::read(values));
        let flips = (outcome.npv >= Usd::ZERO) != (now >= Usd::ZERO);
        let direction = if outcome.npv >= Usd::ZERO { "enough" } else { "not enough" };
        let verdict = if flips { "the answer turns" } else { "the answer stays" };
        let needed = outcome
            .needed
            .map_or_else(|| "no amount".to_owned(), |it| told(Kind::Needed, &money(it.value())));
        format!(
            "{condition}, {verdict}: {direction}, with {} expected and {needed} needed per user and month.",
            told(Kind::Expected, &money(outcome.expected.value()))
        )
    };
    let share = InputId::programme_share;
    let credited = if values.get(share) == 100.0 {
        "All revenue of these users is credited to this build-out already.".to_owned()
    } else {
        said("If all revenue of these users is credited to this build-out".to_owned(), share, 100.0)
    };
    let real = InputId::realised;
    let mut all = vec![credited];
    for end in [real.spec().low, real.spec().high] {
        let condition = format!(
            "If accelerators really do {} of what they do in benchmarks, not {}",
            told_of(real, &real.spec().amount(end)),
            told_of(real, &real.spec().amount(values.get(real)))
        );
        all.push(said(condition, real, end));
    }
    all
}

/// The row of ChatGPT's paying share.
const CHATGPT: usize = 3;

/// The modelled paying share beside the observed ones, with a warning where they part by more than 2 times.
#[must_use]
pub fn conversion(outcome: &Outcome) -> String {
    let at = |year: usize| outcome.years.get(year).filter(|it| it.active_users.value() > 0.0);
    let share = |year: usize| at(year).map(|it| it.subscribers.share_of(it.active_users).value());
    let (Some(now), Some(later)) = (share(0), share(4).or(share(0))) else { return String::new() };
    let last = if at(4).is_some() { 4 } else { 0 };
    let observed = PUBLISHED[CHATGPT].value;
    let warning = match now / observed {
        ratio if ratio > FAR => {
            " The first is more than twice what ChatGPT was seen to have: say why that should be."
        }
        ratio if ratio < 1.0 / FAR => {
            " The first is less than half of what ChatGPT was seen to have: say why that should be."
        }
        _ => "",
    };
    format!(
        "{} of users are on a plan in the first year and {} in the fifth. Seen so far: {} of ChatGPT's weekly users, and 2 \
         to 3% of US households.{warning}",
        told_of(Figure::new(Kind::PayingYear, 0, 0), &percent(now)),
        told_of(Figure::new(Kind::PayingYear, 0, last), &percent(later)),
        Number::answer(Ask::Published, CHATGPT).told(&percent(observed)),
    )
}
