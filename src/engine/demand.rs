//! Who asks for how much, and what they would pay if all were served: users, requests, tokens, work.

use super::adoption::Bass;
use super::paths::{Fading, Moment, ramp};
use super::revenue::Market;
use super::serving::{Load, Rates};
use super::willingness::capped_mean_use;
use crate::model::Inputs;
use crate::units::{
    AcceleratorSeconds, Messages, MessagesPerUserMonth, Months, Ratio, Tokens, TokensPerMessage, UserMonths,
    Users, Years,
};

/// Months in a quarter.
pub(super) const QUARTER_MONTHS: Months = Months::of(3.0);

/// Who asks. Subscribers, seats and paid API pay for service; free users see ads; background pays nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Consumers on a plan.
    Subscribers,
    /// People on a business seat.
    Seats,
    /// Tokens sold.
    Api,
    /// Everybody else.
    Free,
    /// The vendors' own tokens.
    Background,
}

impl Class {
    /// How many classes there are.
    pub(super) const COUNT: usize = 5;
    /// All classes.
    pub(super) const ALL: [Self; Self::COUNT] =
        [Self::Subscribers, Self::Seats, Self::Api, Self::Free, Self::Background];

    /// Does it pay for service itself?
    #[must_use]
    pub(super) const fn pays(self) -> bool {
        matches!(self, Self::Subscribers | Self::Seats | Self::Api)
    }
}

/// What one quarter asks of the programme.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Asked {
    /// Weekly active users credited to the programme.
    pub(super) users: Users,
    /// Of these on a plan.
    pub(super) subscribers: Users,
    /// Of these on a business seat.
    pub(super) seats: Users,
    /// User-months of all users.
    pub(super) user_months: UserMonths,
    /// User-months with a long memory.
    pub(super) memory_months: UserMonths,
    /// Tokens by class of customer.
    pub(super) load: [Load; Class::COUNT],
    /// Benchmark accelerator time by class of customer.
    pub(super) work: [AcceleratorSeconds; Class::COUNT],
}

/// The shares of requests that use each capability in one quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Mix {
    /// Longer answers.
    pub(super) reasoning: f64,
    /// Video as input.
    pub(super) video: f64,
    /// A long memory as input.
    pub(super) memory: f64,
    /// Tasks of many steps.
    pub(super) tasks: f64,
}

impl Mix {
    /// The mix in the middle of a quarter.
    #[must_use]
    pub(super) fn at(inputs: &Inputs, quarter: usize) -> Self {
        let at = |now, later| ramp(now, later, inputs.ramp, quarter);
        Self {
            reasoning: at(inputs.reasoning_now, inputs.reasoning_later),
            video: at(inputs.video_now, inputs.video_later),
            memory: at(inputs.memory_now, inputs.memory_later),
            tasks: at(inputs.tasks_now, inputs.tasks_later),
        }
    }

    /// The mix after the ramp.
    #[must_use]
    pub(super) fn later(inputs: &Inputs) -> Self {
        Self {
            reasoning: inputs.reasoning_later.value(),
            video: inputs.video_later.value(),
            memory: inputs.memory_later.value(),
            tasks: inputs.tasks_later.value(),
        }
    }

    /// The mix at t = 0.
    #[must_use]
    pub(super) fn today(inputs: &Inputs) -> Self {
        Self {
            reasoning: inputs.reasoning_now.value(),
            video: inputs.video_now.value(),
            memory: inputs.memory_now.value(),
            tasks: inputs.tasks_now.value(),
        }
    }
}

/// Tokens of one average request.
///
/// `uncached = S·((1−h)·P + v·s·ρ + m·(1−h_m)·M)`, `cached = S·(h·P + m·h_m·M)`, `out = S·A·(1 + r(R−1))`,
/// `S = 1 + a(n−1)`
///
/// - `P`, `A` prompt and answer of a plain message, tokens; `h` cache-hit share
/// - `r`, `v`, `m`, `a` shares of messages that reason, hold video, recall a memory, start a task
/// - `R` answer multiple of reasoning; `s·ρ` seconds × tokens per second of video; `M`, `h_m` memory and its hits
/// - `n` model calls of a task
///
/// Source: MODEL.md section 3. A message may use several capabilities; their shares are independent.
#[derive(Clone, Copy, Debug)]
pub(super) struct PerMessage {
    uncached: TokensPerMessage,
    cached: TokensPerMessage,
    output: TokensPerMessage,
}

impl PerMessage {
    /// The request of a mix.
    #[must_use]
    pub(super) fn of(inputs: &Inputs, mix: Mix, prompt: TokensPerMessage) -> Self {
        let steps = 1.0 + mix.tasks * (inputs.task_steps.value() - 1.0);
        let hit = inputs.chat_cache.value();
        let memory_hit = inputs.memory_cache.value();
        let video = inputs.video_tokens * (mix.video * inputs.video_seconds.value());
        let memory = inputs.memory_tokens * mix.memory;
        let longer = 1.0 + mix.reasoning * (inputs.reasoning_factor.value() - 1.0);
        Self {
            uncached: (prompt * (1.0 - hit) + video + memory * (1.0 - memory_hit)) * steps,
            cached: (prompt * hit + memory * memory_hit) * steps,
            output: inputs.answer * (longer * steps),
        }
    }

    /// The load of so many requests.
    #[must_use]
    pub(super) fn load(self, messages: Messages) -> Load {
        Load {
            uncached: messages * self.uncached,
            cached: messages * self.cached,
            output: messages * self.output,
        }
    }
}

/// Splits a volume of agent tokens into the three classes.
fn background_load(tokens: Tokens, output: Ratio, hit: Ratio) -> Load {
    let input = tokens * (1.0 - output.value());
    Load { uncached: input * (1.0 - hit.value()), cached: input * hit, output: tokens * output }
}

/// How much the API's use rises as the reader's price leaves the sourced one.
///
/// `Q/Q0 = min((P/P_ref)^ε, saturation)`; 1 where ε is 0 (growth already contains past price falls)
pub(super) fn api_response(inputs: &Inputs) -> f64 {
    let elasticity = inputs.api_elasticity.value();
    if elasticity == 0.0 {
        return 1.0;
    }
    let cap = inputs.api_saturation.value();
    let ratio = inputs.api_price.share_of(inputs.api_reference).value();
    if ratio <= 0.0 {
        return cap;
    }
    let response = libm::pow(ratio, elasticity);
    if response < cap { response } else { cap }
}

/// The least that free users send, of the average: payers cannot take all of it.
const FREE_USE: f64 = 0.1;

/// Paying people and free people send different volumes, and the average holds.
///
/// Payers send `ρ` times the average, but leave free users at least a tenth of it; free users share the rest.
fn usage_split(paying: f64, payer_usage: Ratio) -> (f64, f64) {
    if paying <= 0.0 {
        return (1.0, 1.0);
    }
    if paying >= 1.0 {
        return (1.0, 0.0);
    }
    let most = (1.0 - FREE_USE * (1.0 - paying)) / paying;
    let payer = if payer_usage.value() < most { payer_usage.value() } else { most };
    (payer, (1.0 - payer * paying) / (1.0 - paying))
}

/// Everything asked of the programme, quarter by quarter, whether a fleet can serve it or not.
#[must_use]
pub(super) fn ask(inputs: &Inputs, rates: Rates, market: &Market, quarters: usize) -> Vec<Asked> {
    let fading = |growth, half_life, end| Fading { growth, half_life, end }.levels(quarters, Moment::Middle);
    let messages = fading(inputs.messages_growth, inputs.messages_half, inputs.messages_end);
    let prompts = fading(inputs.prompt_growth, inputs.prompt_half, inputs.prompt_end);
    let seats = fading(inputs.seats_growth, inputs.seats_half, inputs.seats_end);
    let volume = fading(inputs.background_growth, inputs.background_half, inputs.background_end);
    let curve = Bass { innovation: inputs.bass_p.value(), imitation: inputs.bass_q.value() };
    let reached = inputs.users_start.share_of(inputs.users_ceiling).value();
    let capped = capped_mean_use(inputs.usage_cap.value(), inputs.usage_sigma.value());
    let share = inputs.programme_share;
    let response = api_response(inputs);

    let mut asked = Vec::with_capacity(quarters);
    for quarter in 0..quarters {
        let time = Years::of(Moment::Middle.years(quarter));
        let people = inputs.users_ceiling * curve.share_from(reached, time) * share;
        let subscribers = people * market.paying[quarter];
        let sold = share.value() * seats[quarter] * market.seat_response[quarter];
        let seat_users = (inputs.seats * sold).min(people - subscribers);
        let mix = Mix::at(inputs, quarter);
        let message = PerMessage::of(inputs, mix, inputs.prompt * prompts[quarter]);
        let rate = inputs.messages * (messages[quarter] * capped);
        let tokens = inputs.background * (QUARTER_MONTHS.value() * volume[quarter] * share.value());
        let people = People { all: people, subscribers, seats: seat_users };
        let load = loads(inputs, people, rate, message, tokens, response);
        asked.push(Asked {
            users: people.all,
            subscribers,
            seats: seat_users,
            user_months: people.all * QUARTER_MONTHS,
            memory_months: people.all * QUARTER_MONTHS * mix.memory,
            load,
            work: load.map(|load| load.work(rates)),
        });
    }
    asked
}

#[derive(Clone, Copy)]
struct People {
    all: Users,
    subscribers: Users,
    seats: Users,
}

fn loads(
    inputs: &Inputs,
    people: People,
    rate: MessagesPerUserMonth,
    message: PerMessage,
    background: Tokens,
    response: f64,
) -> [Load; Class::COUNT] {
    let paying = (people.subscribers + people.seats).share_of(people.all).value();
    let (payer, free) = usage_split(paying, inputs.payer_usage);
    let of = |users: Users, factor: f64| message.load(users * QUARTER_MONTHS * rate * factor);
    let rest = (people.all - people.subscribers - people.seats).max(Users::ZERO);
    let paid = inputs.api_paid.value();
    let agents = |tokens| background_load(tokens, inputs.background_out, inputs.background_cache);
    [
        of(people.subscribers, payer),
        of(people.seats, payer),
        agents(background * (paid * response)),
        of(rest, free),
        agents(background * (1.0 - paid)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_average_user_stays_average() {
        for paying in [0.01, 0.2, 0.5, 0.9] {
            let (payer, free) = usage_split(paying, Ratio::of(3.0));
            assert!(free >= FREE_USE - 1e-12);
            assert!((payer * paying + free * (1.0 - paying) - 1.0).abs() < 1e-12);
        }
        assert_eq!(usage_split(0.0, Ratio::of(3.0)), (1.0, 1.0));
        assert_eq!(usage_split(1.0, Ratio::of(3.0)), (1.0, 0.0));
    }

    #[test]
    fn agent_tokens_split_without_loss() {
        let load = background_load(Tokens::of(100.0), Ratio::of(0.05), Ratio::of(0.8));
        assert!((load.total().value() - 100.0).abs() < 1e-12);
        assert!((load.uncached.value() - 19.0).abs() < 1e-12);
    }
}
