//! LeCun's claim in numbers: what each capability does to the cost of a message, and to the fleet that serves it.

use super::clock::Clock;
use super::credit::is_computed;
use super::offer::Offers;
use super::request::{Mix, PerMessage};
use super::run::{Span, World};
use super::service::{Use, yields};
use super::serving::rates;
use super::serving::video::VideoTimes;
use super::unit_cost::{ByPart, UnitCost, all_in};
use payenough_model::{Inputs, MessageKind};
use payenough_quantities::{
    Accelerators, Megawatts, Messages, Months, Ratio, SecondsPerMessage, TokensPerMessage, Usd,
};

/// The cost of one kind of message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CapabilityCost {
    /// The kind of message.
    pub kind: MessageKind,
    /// Uncached prompt, cached prompt and answer tokens of one message; for agents, of a whole task.
    pub tokens: [TokensPerMessage; 3],
    /// Tokens of video among the prompt, which a vision encoder makes.
    pub watched: TokensPerMessage,
    /// Video that is made.
    pub made: SecondsPerMessage,
    /// The cost of each part of the message. Storage of a memory is in [`payenough_model::Part::Other`].
    pub cost: ByPart<Usd>,
    /// The cost as a multiple of that of plain chat.
    pub multiple: Ratio,
    /// Accelerators that today's messages would need if all were of this kind.
    pub accelerators: Accelerators,
    /// Power of these accelerators at the meter.
    pub power: Megawatts,
    /// Cost of these accelerators with network and facility.
    pub capex: Usd,
}

/// The cost of each kind of message, and the fleet that today's users would need if they sent only messages of that
/// kind.
///
/// `N = W/(7,884,000 s · realised · υ)`, `MW = N·kW`, `capex = N·(accelerator + network + kW·$/MW)`
///
/// - `W` benchmark accelerator time of one quarter of messages, from all users at t = 0, or in the quarter of the levels where that is later, who count for the programme
///
/// Agents that firms run and API volume are left out, so that the rows differ by the message alone. Source: MODEL.md
/// sections 3 and 5; the claim is Yann LeCun's of January 2025.
#[must_use]
pub fn capability_costs(inputs: &Inputs) -> [CapabilityCost; MessageKind::COUNT] {
    let (rates, unit) = (rates(inputs), UnitCost::of(inputs));
    let clock = Clock::of(inputs);
    let at = clock.past();
    let offer = Offers::new(inputs, &clock, 0.0, at + 1).at(inputs, at);
    let given = yields(inputs, &Use::of(inputs), &clock, at + 1)[at];
    let sent = inputs.users_start * share_at(inputs, at) * Months::of(3.0) * inputs.messages;
    let priced = MessageKind::ALL.map(|kind| {
        let mix = mix(kind, inputs);
        let load = PerMessage::of(inputs, mix, inputs.prompt).load(Messages::of(1.0));
        let cost = unit.of_load(inputs, load, rates, Ratio::of(mix.memory));
        let accelerators = load.work(rates.times(VideoTimes::of(inputs))) * sent.value() / given;
        let tokens = [load.uncached, load.cached, load.output].map(|it| TokensPerMessage::of(it.value()));
        CapabilityCost {
            kind,
            tokens,
            watched: TokensPerMessage::of(load.watched.value()),
            made: SecondsPerMessage::of(load.made.value()),
            cost,
            multiple: Ratio::of(1.0),
            accelerators,
            power: accelerators * offer.power,
            capex: accelerators * all_in(offer, inputs.facility_price),
        }
    });
    let total = |it: &CapabilityCost| it.cost.iter().copied().sum::<Usd>();
    let chat = total(&priced[0]);
    priced.map(|it| CapabilityCost { multiple: total(&it).share_of(chat), ..it })
}

/// The share of users credited in a quarter.
fn share_at(inputs: &Inputs, quarter: usize) -> Ratio {
    let shares = || World::new(inputs, None, Span::Horizon).shares;
    let computed = if is_computed(inputs) { shares() } else { None };
    computed.and_then(|it| it.get(quarter).copied()).unwrap_or(inputs.programme_share)
}

/// The shares of requests that use each capability, if all are of this kind.
fn mix(kind: MessageKind, inputs: &Inputs) -> Mix {
    let none = Mix::default();
    match kind {
        MessageKind::Chat => none,
        MessageKind::Reasoning => Mix { reasoning: 1.0, ..none },
        MessageKind::Video => Mix { video: 1.0, ..none },
        MessageKind::Memory => Mix { memory: 1.0, ..none },
        MessageKind::Agents => Mix { tasks: 1.0, ..none },
        MessageKind::Together => Mix { reasoning: 1.0, video: 1.0, memory: 1.0, ..none },
        MessageKind::Making => Mix { making: 1.0, ..none },
        MessageKind::Start => Mix::today(inputs),
        MessageKind::Later => Mix::later(inputs),
    }
}
