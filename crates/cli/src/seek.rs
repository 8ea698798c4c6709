//! `seek`: what would have to be true, as lines of text.

use std::fmt::Write;

use payenough_analysis::goal_seek::{Found, Goal, goal_seek, levers};
use payenough_model::InputId;
use payenough_model::scenario::read_link;
use payenough_quantities::{PerYear, Ratio, Usd, Years};

/// The arguments of the command; at most one of the three goals may be given.
#[derive(clap::Args)]
pub(crate) struct Seek {
    /// A full address, ?query or query; leave it out for the starting point.
    link: Option<String>,
    /// The one input to seek, by its key in a link; leave it out for every input that moves the answer.
    #[arg(long)]
    input: Option<String>,
    /// Internal rate of return to reach, in percent a year, instead of a net present value of 0.
    #[arg(long, group = "goal", allow_negative_numbers = true)]
    irr: Option<f64>,
    /// Payback time to reach, in years.
    #[arg(long, group = "goal")]
    payback: Option<f64>,
    /// Net present value to reach, in percent of the present value of revenue.
    #[arg(long, group = "goal", allow_negative_numbers = true)]
    margin: Option<f64>,
}

/// Why the search cannot be made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SeekError {
    #[error("no input has the key {0:?}; `payenough-cli inputs` lists them")]
    Key(String),
    #[error("a goal must be a finite number, a rate of return above -100")]
    Goal,
}

impl Seek {
    fn goal(&self) -> Result<Goal, SeekError> {
        let goal = match (self.irr, self.payback, self.margin) {
            (Some(irr), _, _) if irr > -100.0 => (irr, Goal::Irr(PerYear::of(irr / 100.0))),
            (Some(_), _, _) => return Err(SeekError::Goal),
            (_, Some(payback), _) => (payback, Goal::Payback(Years::of(payback))),
            (_, _, Some(margin)) => (margin, Goal::Margin(Ratio::of(margin / 100.0))),
            (None, None, None) => (0.0, Goal::Npv(Usd::ZERO)),
        };
        if goal.0.is_finite() { Ok(goal.1) } else { Err(SeekError::Goal) }
    }
}

/// One line for each value of the given input, or one for each input that moves the answer.
pub(crate) fn report(seek: &Seek) -> Result<String, SeekError> {
    let (scenario, _) = read_link(seek.link.as_deref().unwrap_or_default());
    let (values, goal) = (scenario.values(), seek.goal()?);
    let mut text = String::new();
    if let Some(key) = &seek.input {
        let id = InputId::ALL.into_iter().find(|id| id.spec().key == key);
        let id = id.ok_or_else(|| SeekError::Key(key.clone()))?;
        let found = goal_seek(goal, values, id);
        if found.is_empty() {
            let _ = writeln!(text, "No value in the allowed range does it.");
        }
        for it in found {
            let _ = writeln!(text, "{}", value_text(id, it));
        }
        return Ok(text);
    }
    let _ = writeln!(text, "{:36} {:>20}  would have to be", "input", "now");
    for lever in levers(goal, values) {
        let spec = lever.id.spec();
        let there = lever
            .found
            .map_or("no value in the allowed range does it".to_owned(), |it| value_text(lever.id, it));
        let effort = lever.effort.map_or(String::new(), |it| format!(", {it:.2} of its range away"));
        let now = spec.amount(values.get(lever.id));
        let _ = writeln!(text, "{:36} {now:>20}  {there}{effort}", spec.key);
    }
    Ok(text)
}

/// The value, with four significant digits.
fn value_text(id: InputId, found: Found) -> String {
    let value = format!("{:.3e}", found.value).parse().unwrap_or(found.value);
    let jump = if found.is_jump { " (a leap)" } else { "" };
    format!("{}{jump}", id.spec().amount(value))
}
