//! What would turn the answer: the nearest value of one input, and how far that is.

use super::{Answer, Answers, Ask, Case, Part, Worked};
use crate::engine::working::{End, Fact, Kind, Operand, Origin, Parts, Search};
use crate::inquiry::goal_seek::{Goal, Lever, nearest};
use crate::model::{InputId, Scale};
use crate::units::Usd;

impl Answers<'_> {
    pub(super) fn turns(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        if !matches!(kind, Ask::Turns | Ask::Effort) {
            return None;
        }
        let id = *InputId::ALL.get(line)?;
        let Lever { found, effort, .. } = nearest(Goal::Npv(Usd::ZERO), self.values, id)?;
        let found = found?;
        if kind == Ask::Effort {
            return Some((effort?, self.effort(id, found.value)));
        }
        let there = self.whole(&Case::own().with(id, found.value), Kind::Npv);
        let now = self.whole(&Case::own(), Kind::Npv);
        let search = Search {
            between: id.spec().hard.into(),
            method: "steps over the slider and beyond, ever longer; between the first two that differ, the ITP method",
            watched: "net present value",
            unit: "$",
            left: there.value,
            size: now.value.abs().max(self.outcome.fleet.capex.value()),
            end: if found.is_jump { End::Jump } else { End::Zero },
        };
        Some((found.value, Parts::found(vec![there, now], search)))
    }

    /// Distance over the width of the sourced range, both in the units of the key.
    fn effort(&self, id: InputId, value: f64) -> Parts<super::Number> {
        let spec = id.spec();
        let (table, row) = spec.fact.split_once(':').unwrap_or(("", spec.fact));
        let end = |name, value| -> Part {
            Operand::fact(Fact { name, whose: spec.label, table, row, grade: spec.grade }, value)
        };
        let turns = super::Number::answer(Ask::Turns, id as usize);
        let all = vec![
            Operand { origin: Origin::Figure(turns), value },
            Operand { origin: Origin::Input(id), value: self.values.get(id) },
            end("low end of what sources give", spec.low),
            end("high end of what sources give", spec.high),
        ];
        let scale = spec.scale;
        Parts::of(all, move |v| {
            let at = |value: f64| match scale {
                Scale::Linear => value,
                Scale::Log => libm::log(value.max(f64::MIN_POSITIVE)),
            };
            (at(v[0]) - at(v[1])).abs() / (at(v[3]) - at(v[2]))
        })
    }
}
