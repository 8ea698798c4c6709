//! Who asks for how much, and what they would pay if all were served: users, requests, tokens, work.

use super::adoption::Bass;
use super::paths::{Fading, middle_of, ramp};
use super::revenue::Market;
use super::serving::{Load, Rates};
use super::usage::{api_response, usage_split};
use super::willingness::capped_mean_use;
use crate::model::Inputs;
use crate::units::lane::Lane;
use crate::units::{
    AcceleratorSeconds, Messages, MessagesPerUserMonth, Months, Ratio, Tokens, TokensPerMessage, UserMonths,
    Users, Years,
};

/// Months in a quarter.
pub(super) const QUARTER_MONTHS: f64 = 3.0;

/// The months of a quarter, for each future.
pub(super) fn months<L: Lane>() -> Months<L> {
    Months::all(QUARTER_MONTHS)
}

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
}

/// What one quarter asks of the programme.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Asked<L = f64> {
    /// Weekly active users credited to the programme.
    pub(super) users: Users<L>,
    /// Of these on a plan.
    pub(super) subscribers: Users<L>,
    /// Of these on a business seat.
    pub(super) seats: Users<L>,
    /// User-months of all users.
    pub(super) user_months: UserMonths<L>,
    /// User-months with a long memory.
    pub(super) memory_months: UserMonths<L>,
    /// Requests of people on a plan, on a seat, and of everybody else.
    messages: [Messages<L>; 3],
    /// One of these requests.
    message: PerMessage<L>,
    /// Tokens of agents: sold, and the vendors' own.
    agents: [Tokens<L>; 2],
    /// Benchmark accelerator time by class of customer.
    pub(super) work: [AcceleratorSeconds<L>; Class::COUNT],
}

impl<L: Lane> Asked<L> {
    /// Tokens of a class of customer, by what they cost.
    pub(super) fn load(&self, inputs: &Inputs<L>, class: Class) -> Load<L> {
        let agents = |tokens| background_load(tokens, inputs.background_out, inputs.background_cache);
        match class {
            Class::Subscribers => self.message.load(self.messages[0]),
            Class::Seats => self.message.load(self.messages[1]),
            Class::Free => self.message.load(self.messages[2]),
            Class::Api => agents(self.agents[0]),
            Class::Background => agents(self.agents[1]),
        }
    }

    /// All tokens of a class, for volumes only.
    pub(super) fn tokens(&self, class: Class) -> Tokens<L> {
        match class {
            Class::Subscribers => self.messages[0] * self.message.total(),
            Class::Seats => self.messages[1] * self.message.total(),
            Class::Free => self.messages[2] * self.message.total(),
            Class::Api => self.agents[0],
            Class::Background => self.agents[1],
        }
    }

    /// Answer tokens of which so much of each class is served.
    pub(super) fn answers(&self, inputs: &Inputs<L>, fill: &[L; Class::COUNT]) -> Tokens<L> {
        let of = |class: Class| fill[class as usize];
        let [subscribers, seats, free] = self.messages;
        let messages =
            subscribers * of(Class::Subscribers) + seats * of(Class::Seats) + free * of(Class::Free);
        let agents = self.agents[0] * of(Class::Api) + self.agents[1] * of(Class::Background);
        messages * self.message.output + agents * inputs.background_out
    }
}

/// The shares of requests that use each capability in one quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Mix<L = f64> {
    /// Longer answers.
    pub(super) reasoning: L,
    /// Video as input.
    pub(super) video: L,
    /// A long memory as input.
    pub(super) memory: L,
    /// Tasks of many steps.
    pub(super) tasks: L,
}

impl<L: Lane> Mix<L> {
    /// The mix when so much of the ramp is done.
    #[must_use]
    pub(super) fn at(inputs: &Inputs<L>, done: L) -> Self {
        let at = |now, later| ramp(now, later, done);
        Self {
            reasoning: at(inputs.reasoning_now, inputs.reasoning_later),
            video: at(inputs.video_now, inputs.video_later),
            memory: at(inputs.memory_now, inputs.memory_later),
            tasks: at(inputs.tasks_now, inputs.tasks_later),
        }
    }

    /// The mix after the ramp.
    #[must_use]
    pub(super) fn later(inputs: &Inputs<L>) -> Self {
        Self {
            reasoning: inputs.reasoning_later.value(),
            video: inputs.video_later.value(),
            memory: inputs.memory_later.value(),
            tasks: inputs.tasks_later.value(),
        }
    }

    /// The mix at t = 0.
    #[must_use]
    pub(super) fn today(inputs: &Inputs<L>) -> Self {
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
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct PerMessage<L = f64> {
    uncached: TokensPerMessage<L>,
    cached: TokensPerMessage<L>,
    output: TokensPerMessage<L>,
}

impl<L: Lane> PerMessage<L> {
    /// The request of a mix.
    #[must_use]
    pub(super) fn of(inputs: &Inputs<L>, mix: Mix<L>, prompt: TokensPerMessage<L>) -> Self {
        let one = L::all(1.0);
        let steps = one + mix.tasks * (inputs.task_steps.value() - one);
        let hit = inputs.chat_cache.value();
        let memory_hit = inputs.memory_cache.value();
        let video = inputs.video_tokens * (mix.video * inputs.video_seconds.value());
        let memory = inputs.memory_tokens * mix.memory;
        let longer = one + mix.reasoning * (inputs.reasoning_factor.value() - one);
        Self {
            uncached: (prompt * (one - hit) + video + memory * (one - memory_hit)) * steps,
            cached: (prompt * hit + memory * memory_hit) * steps,
            output: inputs.answer * (longer * steps),
        }
    }

    /// All its tokens, for volumes only.
    fn total(self) -> TokensPerMessage<L> {
        self.uncached + self.cached + self.output
    }

    /// The load of so many requests.
    #[must_use]
    pub(super) fn load(self, messages: Messages<L>) -> Load<L> {
        Load {
            uncached: messages * self.uncached,
            cached: messages * self.cached,
            output: messages * self.output,
        }
    }
}

/// Splits a volume of agent tokens into the three classes.
fn background_load<L: Lane>(tokens: Tokens<L>, output: Ratio<L>, hit: Ratio<L>) -> Load<L> {
    let one = L::all(1.0);
    let input = tokens * (one - output.value());
    Load { uncached: input * (one - hit.value()), cached: input * hit, output: tokens * output }
}

/// Everything asked of the programme, quarter by quarter, whether a fleet can serve it or not.
#[must_use]
#[inline(never)]
pub(super) fn ask<L: Lane>(
    inputs: &Inputs<L>,
    rates: Rates<L>,
    market: &Market<L>,
    quarters: usize,
) -> Vec<Asked<L>> {
    let fading = |growth, half_life, end| Fading { growth, half_life, end }.levels(quarters);
    let messages = fading(inputs.messages_growth, inputs.messages_half, inputs.messages_end);
    let prompts = fading(inputs.prompt_growth, inputs.prompt_half, inputs.prompt_end);
    let seats = fading(inputs.seats_growth, inputs.seats_half, inputs.seats_end);
    let volume = fading(inputs.background_growth, inputs.background_half, inputs.background_end);
    let curve: Bass<L> = Bass { innovation: inputs.bass_p.value(), imitation: inputs.bass_q.value() };
    let reached = inputs.users_start.share_of(inputs.users_ceiling).value();
    let mut adopted = curve.shares_from(reached, Years::all(middle_of(0)), Years::all(0.25));
    let capped = capped_mean_use(inputs.usage_cap.value(), inputs.usage_sigma.value());
    let share = inputs.programme_share;
    let response = api_response(inputs);
    let times = rates.times();
    let paid = inputs.api_paid.value();
    let (sold, own) = (paid * response, L::all(1.0) - paid);
    let one = background_load(Tokens::all(1.0), inputs.background_out, inputs.background_cache);
    let per_agent_token = one.work(times).value();

    let mut asked = Vec::with_capacity(quarters);
    for quarter in 0..quarters {
        let terms = market.at(quarter);
        let people = inputs.users_ceiling * adopted.next_share() * share;
        let subscribers = people * terms.paying;
        let bought = share.value() * seats.level(quarter) * terms.seat_response;
        let seat_users = (inputs.seats * bought).min(people - subscribers);
        let mix = terms.mix;
        let message = PerMessage::of(inputs, mix, inputs.prompt * prompts.level(quarter));
        let rate = inputs.messages * (messages.level(quarter) * capped);
        let tokens = inputs.background * (L::all(QUARTER_MONTHS) * volume.level(quarter) * share.value());
        let agents = [tokens * sold, tokens * own];
        let messages = requests(inputs, people, [subscribers, seat_users], rate);
        let per_message = message.load(Messages::all(1.0)).work(times).value();
        let of_people = messages.map(|it| AcceleratorSeconds::of(it.value() * per_message));
        let of_agents = agents.map(|it| AcceleratorSeconds::of(it.value() * per_agent_token));
        let user_months = people * months();
        asked.push(Asked {
            users: people,
            subscribers,
            seats: seat_users,
            user_months,
            memory_months: user_months * mix.memory,
            messages,
            message,
            agents,
            work: [of_people[0], of_people[1], of_agents[0], of_people[2], of_agents[1]],
        });
    }
    asked
}

/// Requests of a quarter of people on a plan, on a seat, and of everybody else, who on average send `rate`.
fn requests<L: Lane>(
    inputs: &Inputs<L>,
    all: Users<L>,
    [subscribers, seats]: [Users<L>; 2],
    rate: MessagesPerUserMonth<L>,
) -> [Messages<L>; 3] {
    let paying = (subscribers + seats).share_of(all).value();
    let (payer, free) = usage_split(paying, inputs.payer_usage);
    let rest = (all - subscribers - seats).max(Users::ZERO);
    let of = |users: Users<L>, factor: L| users * months() * rate * factor;
    [of(subscribers, payer), of(seats, payer), of(rest, free)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agent_tokens_split_without_loss() {
        let load = background_load(Tokens::of(100.0), Ratio::of(0.05), Ratio::of(0.8));
        let total = load.uncached + load.cached + load.output;
        assert!((total.value() - 100.0).abs() < 1e-12);
        assert!((load.uncached.value() - 19.0).abs() < 1e-12);
    }
}
