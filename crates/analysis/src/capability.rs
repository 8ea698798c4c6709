//! LeCun's levers: do reasoning, video, memory and agents each pay for their own extra cost?

use crate::pieces::{at_once, pause};
use payenough_engine::{ByStream, Outcome, evaluate, headline};
use payenough_model::Inputs;
use payenough_quantities::{Ratio, Usd};

/// The largest uplift of willingness to pay that is considered, as a factor.
pub(super) const MOST_UPLIFT: f64 = 100.0;
/// Bisection steps of the search for the needed uplift.
const HALVINGS: u32 = 50;

/// A capability that makes inference cost more than plain chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capability {
    /// Longer answers.
    Reasoning,
    /// Video as input.
    Video,
    /// A long memory as input.
    Memory,
    /// Tasks of many steps that people start.
    Agents,
    /// Video as output.
    Making,
}

impl Capability {
    /// All capabilities.
    pub const ALL: [Self; 5] = [Self::Reasoning, Self::Video, Self::Memory, Self::Agents, Self::Making];

    /// Name shown to people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Reasoning => "Reasoning",
            Self::Video => "Video watched",
            Self::Memory => "Long memory",
            Self::Agents => "Agents that people start",
            Self::Making => "Video made",
        }
    }

    /// The inputs without this capability.
    #[must_use]
    pub fn without(self, inputs: &Inputs) -> Inputs {
        let mut inputs = *inputs;
        let (now, later) = match self {
            Self::Reasoning => (&mut inputs.reasoning_now, &mut inputs.reasoning_later),
            Self::Video => (&mut inputs.video_now, &mut inputs.video_later),
            Self::Memory => (&mut inputs.memory_now, &mut inputs.memory_later),
            Self::Agents => (&mut inputs.tasks_now, &mut inputs.tasks_later),
            Self::Making => (&mut inputs.made_now, &mut inputs.made_later),
        };
        *now = Ratio::ZERO;
        *later = Ratio::ZERO;
        inputs
    }

    /// The inputs with this uplift for the capability.
    #[must_use]
    pub fn worth(self, inputs: &Inputs, uplift: Ratio) -> Inputs {
        let mut inputs = *inputs;
        *match self {
            Self::Reasoning => &mut inputs.reasoning_wtp,
            Self::Video => &mut inputs.video_wtp,
            Self::Memory => &mut inputs.memory_wtp,
            Self::Agents => &mut inputs.tasks_wtp,
            Self::Making => &mut inputs.made_wtp,
        } = uplift;
        inputs
    }

    /// How much the capability adds to worth for a customer who takes it.
    #[must_use]
    pub const fn uplift(self, inputs: &Inputs) -> Ratio {
        match self {
            Self::Reasoning => inputs.reasoning_wtp,
            Self::Video => inputs.video_wtp,
            Self::Memory => inputs.memory_wtp,
            Self::Agents => inputs.tasks_wtp,
            Self::Making => inputs.made_wtp,
        }
    }
}

/// The name of the capability with this index; empty if there is none.
#[must_use]
pub fn capability_name(at: usize) -> &'static str {
    Capability::ALL.get(at).map_or("", |it| it.label())
}

/// What a capability adds to the net present value: the scenario with it minus the scenario without it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margin {
    /// The capability.
    pub capability: Capability,
    /// Added net present value; negative if the capability does not pay for itself.
    pub npv: Usd,
}

/// What a capability brings and costs, and how much it would have to bring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Account {
    /// The capability.
    pub capability: Capability,
    /// What is paid for it, by stream: present value of revenue less that of the same scenario in which it adds nothing to
    /// worth.
    pub paid: ByStream,
    /// The sum of that.
    pub revenue: Usd,
    /// What it costs, in present value: added cost, including tax and residual value, and the revenue that others bring less
    /// because they go without service. Revenue minus this is the added net present value.
    pub cost: Usd,
    /// Added net present value.
    pub npv: Usd,
    /// What the capability adds to worth in this scenario, for a customer who takes it.
    pub uplift: Ratio,
    /// The uplift at which it would pay for itself; `None` if even a factor of 100 is not enough.
    pub needed_uplift: Option<Ratio>,
}

/// The margin of each capability while the others stay as they are.
#[must_use]
pub fn margins(inputs: &Inputs) -> [Margin; Capability::ALL.len()] {
    let all = headline(inputs);
    Capability::ALL.map(|capability| Margin { capability, npv: all - headline(&capability.without(inputs)) })
}

/// The account of each capability while the others stay as they are.
///
/// `revenue = R − R₀`, `cost = (C − C₋) + (R₋ − R₀)`, `npv = revenue − cost`
///
/// - `R`, `C` present value of revenue and of cost; `R₋`, `C₋` the same without the capability; `R₀` revenue with it, were
///   nothing paid for it
///
/// If the fleet has a fixed size, a capability takes capacity from other uses. What these would have paid, `R₋ − R₀`, is a
/// cost of it. Source: definition of opportunity cost.
#[must_use]
pub fn accounts(inputs: &Inputs) -> Vec<Account> {
    at_once(accounts_in_pieces(inputs))
}

/// Async version of [`accounts`], which pauses between pieces of work.
pub async fn accounts_in_pieces(inputs: &Inputs) -> Vec<Account> {
    let all = evaluate(inputs);
    let mut accounts = Vec::new();
    for capability in Capability::ALL {
        accounts.push(account_in_pieces(capability, inputs, &all).await);
    }
    accounts
}

/// The account of one capability, given the outcome of the scenario with it.
#[must_use]
pub(super) fn account(capability: Capability, inputs: &Inputs, all: &Outcome) -> Account {
    at_once(account_in_pieces(capability, inputs, all))
}

async fn account_in_pieces(capability: Capability, inputs: &Inputs, all: &Outcome) -> Account {
    let sum = |parts: &[Usd]| -> Usd { parts.iter().copied().sum() };
    let without = evaluate(&capability.without(inputs));
    let unpaid = evaluate(&capability.worth(inputs, Ratio::ZERO));
    let lost = sum(&without.revenue_pv) - sum(&unpaid.revenue_pv);
    Account {
        capability,
        paid: core::array::from_fn(|stream| all.revenue_pv[stream] - unpaid.revenue_pv[stream]),
        revenue: sum(&all.revenue_pv) - sum(&unpaid.revenue_pv),
        cost: sum(&all.cost_pv) - sum(&without.cost_pv) + lost,
        npv: all.npv - without.npv,
        uplift: capability.uplift(inputs),
        needed_uplift: needed_uplift(capability, inputs, without.npv).await,
    }
}

/// The smallest uplift at which the scenario is worth as much with the capability as without it.
async fn needed_uplift(capability: Capability, inputs: &Inputs, without: Usd) -> Option<Ratio> {
    let pays = |uplift: f64| headline(&capability.worth(inputs, Ratio::of(uplift))) >= without;
    if pays(0.0) {
        return Some(Ratio::ZERO);
    }
    if !pays(MOST_UPLIFT) {
        return None;
    }
    let (mut low, mut high) = (0.0, MOST_UPLIFT);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if pays(middle) {
            high = middle
        } else {
            low = middle
        }
        pause().await;
    }
    Some(Ratio::of(high))
}
