//! The smallest change that flips the answer, as one line beside the answer.

use super::brackets::pays;
use super::robustness::{At, Robustness, now_and_then};
use payenough_engine::headline;
use payenough_model::{Inputs, Values};
use payenough_quantities::Usd;

/// Says what takes the scenario as set to the other side of a dollar back for each dollar of cost.
#[must_use]
pub fn flips_in_a_line(found: &Robustness, values: &Values) -> String {
    let npv: Usd = headline(&Inputs::read(values));
    let change = if pays(npv.value()) {
        "make the scenario as set fall short"
    } else {
        "make the scenario as set pay for itself"
    };
    turns(found, values, change)
}

fn turns(found: &Robustness, values: &Values, change: &str) -> String {
    let named = |at: &At| {
        let [now, then] = now_and_then(found, values, at);
        format!("\u{201c}{}\u{201d} at {then}, not {now}", at.0.spec().label)
    };
    match found {
        Robustness::One { nearest, others: 0 } => {
            format!("One number alone, inside its range, would {change}: {}.", named(nearest))
        }
        Robustness::One { nearest, others } => format!(
            "Any of {} numbers alone, inside its range, would {change}; the nearest is {}.",
            others + 1,
            named(nearest)
        ),
        Robustness::Two { pair: [one, other], .. } => format!(
            "No number alone, inside its range, would {change}; two together would: {} and {}.",
            named(one),
            named(other)
        ),
        Robustness::Neither => {
            format!(
                "No number alone, and no two together, were found that would {change} inside their ranges."
            )
        }
    }
}
