//! Whose build-out is judged, as a noun phrase whose numbers link to their inputs.

use super::working::linked;
use payenough_model::scenario::Scenario;
use payenough_model::{AfterPlan, CapexBasis, CapexBy, Compute, InputId, Inputs, Perspective};
use payenough_quantities::print;

/// The inputs that say what is built, by whom, and which part of it is judged.
const OF_PLAN: [InputId; 15] = [
    InputId::capex_basis,
    InputId::capex_by,
    InputId::judged_from,
    InputId::judged_to,
    InputId::capex_2025,
    InputId::capex_2026,
    InputId::capex_2027,
    InputId::capex_per_year,
    InputId::plan,
    InputId::after_plan,
    InputId::ai_share,
    InputId::inference_share,
    InputId::compute,
    InputId::programme_share,
    InputId::perspective,
];

/// Whose build-out is judged: in the words of the preset or of the starting point where its plan is unchanged, else in words
/// made from the inputs.
#[must_use]
pub fn subject(scenario: &Scenario) -> String {
    let base = scenario.base();
    if OF_PLAN.iter().all(|&id| scenario.get(id) == base.get(id)) {
        return scenario.whose().to_owned();
    }
    of_inputs(&Inputs::read(scenario.values()))
}

/// Whose build-out the inputs describe.
fn of_inputs(inputs: &Inputs) -> String {
    let owner = match inputs.perspective {
        Perspective::Platform => "one platform's",
        Perspective::Lab => "a model lab's",
        Perspective::Landlord => "a cloud's",
        Perspective::Industry => "the industry's",
    };
    let is_rented = match inputs.perspective {
        Perspective::Platform => inputs.compute == Compute::Rented,
        Perspective::Lab => true,
        Perspective::Landlord | Perspective::Industry => false,
    };
    let what = if is_rented { "service on rented machines" } else { "build-out" };
    let after = if inputs.after_plan == AfterPlan::Renewal { ", then renewed" } else { "" };
    let size = match (inputs.capex_basis, inputs.capex_by) {
        (CapexBasis::Sized, _) => "sized to demand".to_owned(),
        (CapexBasis::Announced, CapexBy::Calendar) => {
            let first = inputs.first_year();
            let last = first + inputs.years_judged() as i32 - 1;
            let [from, to] = [(InputId::judged_from, first), (InputId::judged_to, last)]
                .map(|(id, year)| linked(id, &year.to_string()));
            if first == last { format!("of {from}{after}") } else { format!("of {from} to {to}{after}") }
        }
        (CapexBasis::Announced, CapexBy::Rate) => {
            let money = linked(InputId::capex_per_year, &print::money(inputs.capex_per_year.value()));
            let years = inputs.plan.value();
            let time = if years == 1.0 {
                "for a year".to_owned()
            } else {
                format!("for {}", linked(InputId::plan, &print::years(years)))
            };
            format!("of {money} a year {time}{after}")
        }
    };
    format!("{owner} {what} {size}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::working::plain;
    use payenough_model::scenario::{PRESETS, read_link};

    #[test]
    fn an_unchanged_plan_has_the_words_of_its_preset() {
        for preset in PRESETS {
            let scenario = Scenario::of_preset(preset);
            assert_eq!(subject(&scenario), scenario.whose(), "{}", preset.id);
            assert_eq!(
                subject(&scenario.with(InputId::discount_rate, 3.0)),
                scenario.whose(),
                "{}",
                preset.id
            );
            let other = scenario.with(InputId::programme_share, 11.0);
            assert_ne!(subject(&other), scenario.whose(), "{}", preset.id);
        }
    }

    #[test]
    fn another_plan_is_described() {
        let of = |query: &str| plain(&subject(&read_link(&format!("v=1&d=2026-11&{query}")).0));
        assert_eq!(of("capex_usd=60e9"), "one platform's build-out of $60 billion a year for a year");
        assert_eq!(
            of("capex_usd=60e9&plan_yr=2&after_plan=renewal&perspective=industry"),
            "the industry's build-out of $60 billion a year for 2 years, then renewed"
        );
        assert_eq!(of("capex_by=calendar"), "one platform's build-out of 2025 to 2027");
        assert_eq!(
            of("capex_by=calendar&judged_from=2026&judged_to=2026&after_plan=renewal"),
            "one platform's build-out of 2026, then renewed"
        );
        assert_eq!(of("capex_basis=sized&perspective=landlord"), "a cloud's build-out sized to demand");
        assert_eq!(
            of("capex_basis=sized&compute=rented"),
            "one platform's service on rented machines sized to demand"
        );
    }
}
