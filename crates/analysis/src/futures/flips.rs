//! The smallest change that flips the answer, as one line beside the answer.

use super::brackets::pays;
use super::robustness::{At, Robustness, now_and_then};
use payenough_engine::headline;
use payenough_model::{Inputs, Values};
use payenough_quantities::Usd;

/// Says what flips the answer. If some inputs have a range, it adds that this refers to the answer with every input at
/// its middle.
#[must_use]
pub fn flips_in_a_line(found: &Robustness, values: &Values, is_spread: bool) -> String {
    let npv: Usd = headline(&Inputs::read(values));
    let place =
        if is_spread { "With every input at its middle" } else { "With each input at its one number" };
    let not = if pays(npv.value()) { "" } else { " do not" };
    format!("{place}, users{not} pay enough. {}", turns(found, values))
}

fn turns(found: &Robustness, values: &Values) -> String {
    let named = |at: &At| {
        let [now, then] = now_and_then(found, values, at);
        format!("\u{201c}{}\u{201d} at {then}, not {now}", at.0.spec().label)
    };
    match found {
        Robustness::One { nearest, others: 0 } => {
            format!("One number alone, inside its range, changes that answer: {}.", named(nearest))
        }
        Robustness::One { nearest, others } => format!(
            "Any of {} numbers alone, inside its range, changes that answer; the nearest is {}.",
            others + 1,
            named(nearest)
        ),
        Robustness::Two { pair: [one, other], .. } => format!(
            "No number alone, inside its range, changes that answer; two together do: {} and {}.",
            named(one),
            named(other)
        ),
        Robustness::Neither => {
            "No number alone, and no two together, were found to change that answer inside their ranges."
                .to_owned()
        }
    }
}
