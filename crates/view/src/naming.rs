//! Names of the numbers of a working, and of the scenarios that they belong to.

use super::amount::amount;
use payenough_analysis::capability_name;
use payenough_analysis::plan::sums;
use payenough_analysis::reality::PUBLISHED;
use payenough_analysis::working::{Answer, Ask, Case, Number, OTHERS, OfFutures, PRICES, Percentile};
use payenough_engine::working::{Figure, When};
use payenough_model::scenario::Scenario;
use payenough_model::{InputId, Inputs};
use payenough_quantities::print;

/// The scenario that a number belongs to.
pub(super) fn case(number: &Number) -> Case {
    match number {
        Number::Figure(case, _) => case.clone(),
        Number::OfFutures(OfFutures::Share(case)) => case.clone(),
        Number::Answer(_) | Number::OfFutures(_) | Number::Input(_) => Case::own(),
    }
}

/// Describes the scenario of a figure in a few words.
pub(super) fn beside(case: &Case) -> String {
    if let Some(future) = case.future() {
        return format!("in future {}", print::number(f64::from(future), 10));
    }
    let changes = case.changes();
    let changed = |id: InputId| changes.iter().any(|it| it.0 == id);
    match changes {
        [] => "in this scenario".to_owned(),
        _ if changed(InputId::api_saturation) => "after the shock".to_owned(),
        _ if changed(InputId::capex_basis) => "before the shock".to_owned(),
        _ => {
            let change =
                |&(id, value): &(InputId, f64)| format!("{}: {}", id.spec().label, amount(id, value));
            format!("with {}", changes.iter().map(change).collect::<Vec<_>>().join("; "))
        }
    }
}

/// The name of a number, with its line and its time.
pub(super) fn name(number: &Number, scenario: &Scenario) -> String {
    match number {
        Number::Figure(_, figure) => figure_name(*figure, scenario),
        Number::Answer(answer) => answer_name(*answer),
        Number::OfFutures(it) => of_futures_name(it, scenario),
        Number::Input(id) => id.spec().label.to_owned(),
    }
}

fn of_futures_name(it: &OfFutures, scenario: &Scenario) -> String {
    match it {
        OfFutures::Percentile(Percentile { figure, part, .. }) => {
            format!("{}, {} of the futures below", figure_name(*figure, scenario), print::percent(*part))
        }
        OfFutures::Existing { figure, .. } => format!("{} {}", it.label(), figure_name(*figure, scenario)),
        OfFutures::Between(id, _) => format!("{} {}", it.label(), id.spec().label),
        OfFutures::Twenty(_)
        | OfFutures::Below { .. }
        | OfFutures::Error { .. }
        | OfFutures::Share(_)
        | OfFutures::Moved(_) => it.label().to_owned(),
    }
}

/// Names of the segments, by line index.
const SEGMENTS: [&str; 3] = ["consumers on a plan", "prosumers on the top plan", "business seats"];

fn answer_name(Answer { kind, line }: Answer) -> String {
    let label = |id: Option<&InputId>| id.map_or("", |id| id.spec().label);
    let line = match kind {
        Ask::AddsRevenue | Ask::AddsCost | Ask::Adds | Ask::NeedsUplift => capability_name(line),
        Ask::Elasticity | Ask::Best => label(PRICES.get(line)),
        Ask::Turns | Ask::TurnsOther | Ask::Effort | Ask::RankCorrelation => label(InputId::ALL.get(line)),
        Ask::PlaceAlone
        | Ask::PlaceTotal
        | Ask::DollarsAlone
        | Ask::DollarsTotal
        | Ask::PlaceAloneOff
        | Ask::PlaceTotalOff
        | Ask::DollarsAloneOff
        | Ask::DollarsTotalOff => {
            if line == OTHERS {
                "all others together"
            } else {
                label(InputId::ALL.get(line))
            }
        }
        Ask::Published | Ask::ThisScenario | Ask::Apart => PUBLISHED.get(line).map_or("", |it| it.label),
        Ask::SumYearly | Ask::SumPayers | Ask::SumThisPlan => sums().get(line).map_or("", |it| it.name),
        Ask::SegmentPeople | Ask::SegmentWorth | Ask::SegmentTaking => {
            SEGMENTS.get(line).copied().unwrap_or("")
        }
        Ask::OverChats if line == 1 => "did accelerators do what they do in benchmarks",
        Ask::LostPlans if line == 1 => "growing faster at first",
        _ => "",
    };
    format!("{} {line}", kind.label()).trim_end().to_owned()
}

pub(super) fn figure_name(figure: Figure, scenario: &Scenario) -> String {
    let lines = figure.line_name().into_iter().filter(|it| !it.is_empty()).map(inside);
    let line = lines.collect::<Vec<_>>().join(", ");
    let first = Inputs::read(scenario.values()).first_year() as usize;
    let quarter = |at: usize| format!(", Q{} {}", at % 4 + 1, first + at / 4);
    let when = match figure.kind.when() {
        When::Whole => String::new(),
        When::Year => format!(", {}", first + figure.at),
        When::Quarter => quarter(figure.at),
        When::Eighth if figure.at.is_multiple_of(2) => format!("{}, first day", quarter(figure.at / 2)),
        When::Eighth => format!("{}, middle", quarter(figure.at / 2)),
        When::End if figure.at == 0 => ", at the start".to_owned(),
        When::End => format!("{}, end", quarter(figure.at - 1)),
        When::Bought => format!("{}, in {}", quarter(figure.at / 100), first + figure.at % 100),
    };
    let line = if line.is_empty() { line } else { format!(" {line}") };
    format!("{}{line}{when}", figure.kind.label())
}

/// A name as written inside a sentence: with a small first letter, unless the name begins with an abbreviation.
fn inside(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().collect::<String>() + letters.as_str()
        }
        _ => name.to_owned(),
    }
}
