//! The workings of what would turn the answer: the nearest values of one input, and how far the nearest is.

use super::{Answer, Answers, Ask, Case, Part, Worked};
use crate::goal_seek::{Found, Goal, Lever, nearest};
use payenough_engine::working::{End, Fact, Kind, Operand, Origin, Parts, Search};
use payenough_model::{InputId, Scale, Whose};

/// A payback time that misses the goal by more than this, relative to the goal, has jumped past it.
const LEAP: f64 = 1e-6;

impl Answers<'_> {
    pub(super) fn turns(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        if !matches!(kind, Ask::Turns | Ask::TurnsOther | Ask::Effort) {
            return None;
        }
        let id = *InputId::ALL.get(line)?;
        let Lever { found, other, effort, .. } = nearest(Goal::sought(&self.inputs), self.values, id)?;
        match kind {
            Ask::Effort => Some((effort?, self.effort(id, found?.value))),
            Ask::Turns => Some(self.turn(id, found?)),
            _ => Some(self.turn(id, other?)),
        }
    }

    /// What is evaluated on the way to a value, and its value at the present setting.
    fn turn(&self, id: InputId, found: Found) -> Worked {
        let goal = Goal::sought(&self.inputs);
        let (mut there, mut now) = (Case::own().with(id, found.value), Case::own());
        let (kinds, watched, unit): (&[(Kind, usize)], _, _) = match goal {
            Goal::Npv(_) => (&[(Kind::Npv, 0)], "net present value", "$"),
            Goal::Irr(rate) => {
                let discount = InputId::discount_rate;
                let rate = rate.value() * discount.spec().unit.per_base;
                (there, now) = (there.with(discount, rate), now.with(discount, rate));
                (&[(Kind::Npv, 0)], "net present value at the rate that is asked for", "$")
            }
            Goal::Payback(_) => (&[(Kind::Payback, 1)], "payback asked for less payback", "years"),
            Goal::Margin(_) => (
                &[(Kind::Npv, 0), (Kind::RevenueSum, 0)],
                "net present value less what is asked for of revenue",
                "$",
            ),
        };
        let excess = |case: &Case| goal.excess(&case.values(self.values));
        let left = excess(&there);
        let size = match goal {
            Goal::Payback(asked) => asked.value(),
            _ => excess(&now).abs().max(self.outcome.fleet.capex.value()),
        };
        let mut all: Vec<Part> = Vec::new();
        for case in [&there, &now] {
            all.extend(kinds.iter().filter_map(|&(kind, line)| self.existing(case, kind, line)));
        }
        match goal {
            Goal::Npv(_) => {}
            Goal::Irr(_) => all.push(self.input(InputId::sought_irr)),
            Goal::Payback(_) => all.push(self.input(InputId::sought_payback)),
            Goal::Margin(_) => all.push(self.input(InputId::sought_margin)),
        }
        // A payback time can jump at the answer and be close to the goal on its other side only.
        let leaps = matches!(goal, Goal::Payback(_)) && left.abs() > LEAP * size;
        let search = Search {
            between: id.spec().hard.into(),
            method: "steps over the slider and beyond, ever longer; between the first two that differ, the ITP method",
            watched,
            unit,
            left,
            size,
            end: if found.is_jump || leaps { End::Jump } else { End::Zero },
        };
        (found.value, Parts::found(all, search))
    }

    /// The distance relative to the width of the input's range, both in the units of the key.
    fn effort(&self, id: InputId, value: f64) -> Parts<super::Number> {
        let (spec, own) = (id.spec(), self.values.figures(id));
        let (table, row) = own.fact.split_once(':').unwrap_or(("", own.fact));
        let names = match own.whose {
            Whose::Sources => ["low end of what sources give", "high end of what sources give"],
            Whose::Ours => ["low end of our range", "high end of our range"],
        };
        let end = |name, value| -> Part {
            Operand::fact(Fact { name, whose: spec.label, table, row, grade: own.grade }, value)
        };
        let turns = super::Number::answer(Ask::Turns, id as usize);
        let all = vec![
            Operand { origin: Origin::Figure(turns), value },
            Operand { origin: Origin::Input(id), value: self.values.get(id) },
            end(names[0], own.low),
            end(names[1], own.high),
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
