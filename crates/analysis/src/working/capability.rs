//! The workings of what a capability adds: the scenario with it minus the scenario without it.

use super::{Answer, Answers, Ask, Case, Part, Worked};
use crate::capability::{Capability, MOST_UPLIFT, account};
use payenough_engine::working::{End, Kind, Parts, Search};
use payenough_model::InputId;

impl Capability {
    /// The scenario without this capability.
    #[must_use]
    pub fn without_case(self) -> Case {
        let (now, later) = match self {
            Self::Reasoning => (InputId::reasoning_now, InputId::reasoning_later),
            Self::Video => (InputId::video_now, InputId::video_later),
            Self::Memory => (InputId::memory_now, InputId::memory_later),
            Self::Agents => (InputId::tasks_now, InputId::tasks_later),
            Self::Making => (InputId::made_now, InputId::made_later),
        };
        Case::own().with(now, 0.0).with(later, 0.0)
    }

    /// The scenario in which nothing is paid for this capability.
    #[must_use]
    pub fn unpaid_case(self) -> Case {
        Case::own().with(self.uplift_input(), 0.0)
    }

    /// The input that holds this capability's uplift of willingness to pay.
    #[must_use]
    pub const fn uplift_input(self) -> InputId {
        match self {
            Self::Reasoning => InputId::reasoning_wtp,
            Self::Video => InputId::video_wtp,
            Self::Memory => InputId::memory_wtp,
            Self::Agents => InputId::tasks_wtp,
            Self::Making => InputId::made_wtp,
        }
    }
}

impl Answers<'_> {
    pub(super) fn capability(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        let capability = *Capability::ALL.get(line)?;
        let cases = [Case::own(), capability.without_case(), capability.unpaid_case()];
        let of = |kind| -> [Part; 3] { [0, 1, 2].map(|at| self.whole(&cases[at], kind)) };
        let account = || account(capability, &self.inputs, &self.outcome);
        Some(match kind {
            Ask::AddsRevenue => {
                let [with, _, unpaid] = of(Kind::RevenueSum);
                (account().revenue.value(), Parts::less(with, unpaid))
            }
            Ask::AddsCost => {
                let ([_, lost, unpaid], [with, without, _]) = (of(Kind::RevenueSum), of(Kind::CostSum));
                let all = vec![with, without, lost, unpaid];
                (account().cost.value(), Parts::of(all, |v| v[0] - v[1] + v[2] - v[3]))
            }
            Ask::Adds => {
                let [with, without, _] = of(Kind::Npv);
                (account().npv.value(), Parts::less(with, without))
            }
            Ask::NeedsUplift => return self.needs_uplift(capability),
            _ => return None,
        })
    }

    fn needs_uplift(&self, capability: Capability) -> Option<Worked> {
        let value = account(capability, &self.inputs, &self.outcome).needed_uplift?.value();
        let id = capability.uplift_input();
        let with = Case::own().with(id, value * id.spec().unit.per_base);
        let with = self.whole(&with, Kind::Npv);
        let without = self.whole(&capability.without_case(), Kind::Npv);
        let nothing = self.whole(&capability.unpaid_case(), Kind::Npv);
        let (left, size) = (with.value - without.value, nothing.value - without.value);
        let search = Search {
            between: [0.0, MOST_UPLIFT],
            method: "halving, 50 times",
            watched: "net present value with it less that without it",
            unit: "$",
            left,
            size,
            // A capability that pays for itself at an uplift of 0 needs no search.
            end: if value == 0.0 { End::Jump } else { End::Zero },
        };
        Some((value, Parts::found(vec![with, without], search)))
    }
}
