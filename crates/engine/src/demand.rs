//! Demand of each class of customer in each quarter: users, requests, tokens, and the accelerator time that they need.

use super::adoption::Bass;
use super::around::Before;
use super::clock::Clock;
use super::paths::Fading;
use super::request::{Habits, Mix, PerMessage, Request};
use super::revenue::Market;
use super::serving::video::VideoTimes;
use super::serving::{Load, Rates};
use super::usage::{api_response, usage_split};
use super::willingness::capped_mean_use;
use payenough_model::Inputs;
use payenough_quantities::lane::Lane;
use payenough_quantities::{
    AcceleratorSeconds, Messages, Months, Ratio, Seconds, Tokens, UserMonths, Users, Years,
};

/// Months in a quarter.
pub(super) const QUARTER_MONTHS: f64 = 3.0;

/// The months in a quarter, for each future.
pub(super) fn months<L: Lane>() -> Months<L> {
    Months::all(QUARTER_MONTHS)
}

/// Classes of customer. Subscribers, seats and paid API pay for the service. Free users see ads. Background work brings
/// no revenue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Consumers on a plan.
    Subscribers,
    /// People with a business seat.
    Seats,
    /// Tokens sold through the API.
    Api,
    /// All other users.
    Free,
    /// The vendors' own tokens.
    Background,
}

impl Class {
    /// The number of classes.
    pub(super) const COUNT: usize = 5;
    /// All classes.
    pub(super) const ALL: [Self; Self::COUNT] =
        [Self::Subscribers, Self::Seats, Self::Api, Self::Free, Self::Background];
    /// The classes whose tokens come from people's messages.
    pub(super) const PEOPLE: [Self; 3] = [Self::Subscribers, Self::Seats, Self::Free];
}

/// Demand on the programme in one quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Asked<L = f64> {
    /// Weekly active users credited to the programme.
    pub(super) users: Users<L>,
    /// Those of the users who are on a plan.
    pub(super) subscribers: Users<L>,
    /// Those of the users who have a business seat.
    pub(super) seats: Users<L>,
    /// User-months of all users.
    pub(super) user_months: UserMonths<L>,
    /// Requests from people on a plan, from people with a seat, and from all others.
    messages: [Messages<L>; 3],
    /// Tokens of one of these requests.
    message: PerMessage<L>,
    /// Tokens of agents: those sold, and the vendors' own.
    agents: [Tokens<L>; 2],
    /// Benchmark accelerator time by class of customer.
    pub(super) work: [AcceleratorSeconds<L>; Class::COUNT],
}

impl<L: Lane> Asked<L> {
    /// People with neither plan nor seat.
    pub(super) fn free(&self) -> Users<L> {
        self.users - self.subscribers - self.seats
    }

    /// Tokens of a class of customer, split into the three kinds of token that differ in cost.
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

    /// All tokens of a class of customer, used only for volumes.
    pub(super) fn tokens(&self, class: Class) -> Tokens<L> {
        match class {
            Class::Subscribers => self.messages[0] * self.message.total(),
            Class::Seats => self.messages[1] * self.message.total(),
            Class::Free => self.messages[2] * self.message.total(),
            Class::Api => self.agents[0],
            Class::Background => self.agents[1],
        }
    }

    /// User-months of a share of each class of people.
    pub(super) fn months_of(&self, fill: &[L; Class::COUNT]) -> UserMonths<L> {
        let free = self.users - self.subscribers - self.seats;
        let of = |people: Users<L>, class: Class| people * fill[class as usize];
        let people =
            of(self.subscribers, Class::Subscribers) + of(self.seats, Class::Seats) + of(free, Class::Free);
        people * months()
    }

    /// Answer tokens of a share of each class.
    ///
    /// - `background_out` share of agents' tokens that are answer tokens; `fill` share of each class
    pub(super) fn answers(&self, background_out: Ratio<L>, fill: &[L; Class::COUNT]) -> Tokens<L> {
        let of = |class: Class| fill[class as usize];
        let [subscribers, seats, free] = self.messages;
        let messages =
            subscribers * of(Class::Subscribers) + seats * of(Class::Seats) + free * of(Class::Free);
        let agents = self.agents[0] * of(Class::Api) + self.agents[1] * of(Class::Background);
        messages * self.message.output + agents * background_out
    }
}

/// Splits a number of agent tokens into uncached prompt, cached prompt and answer tokens.
fn background_load<L: Lane>(tokens: Tokens<L>, output: Ratio<L>, hit: Ratio<L>) -> Load<L> {
    let one = L::all(1.0);
    let input = tokens * (one - output.value());
    let uncached = input * (one - hit.value());
    let (watched, made) = (Tokens::ZERO, Seconds::ZERO);
    Load { uncached, cached: input * hit, output: tokens * output, watched, made }
}

/// What a share of all users, seats and agents' tokens is.
#[derive(Clone, Copy, Debug)]
struct Credited<L> {
    /// Weekly users in the end.
    ceiling: Users<L>,
    /// Business seats at the date of the levels.
    seats: Users<L>,
    /// Agents' tokens in a quarter at the date of the levels.
    background: Tokens<L>,
}

/// All demand on the programme, quarter by quarter, whether or not a fleet can serve it.
///
/// - `shares` the share of all users, seats and agents' tokens in each quarter; without it the typed share holds
#[must_use]
#[inline(never)]
pub(super) fn ask<L: Lane>(
    inputs: &Inputs<L>,
    rates: Rates<L>,
    market: &Market<L>,
    clock: &Clock,
    shares: Option<&[Ratio<L>]>,
    quarters: usize,
) -> Vec<Asked<L>> {
    let fading =
        |growth, half_life, end, before| Fading { growth, half_life, end }.levels(clock, before, quarters);
    let back = Before::Back;
    let messages = fading(inputs.messages_growth, inputs.messages_half, inputs.messages_end, back);
    let prompts = fading(inputs.prompt_growth, inputs.prompt_half, inputs.prompt_end, back);
    // what was observed takes their place before the date of the levels
    let held = Before::Held;
    let seats = fading(inputs.seats_growth, inputs.seats_half, inputs.seats_end, held);
    let volume = fading(inputs.background_growth, inputs.background_half, inputs.background_end, held);
    let curve: Bass<L> = Bass { innovation: inputs.bass_p.value(), imitation: inputs.bass_q.value() };
    let reached = inputs.users_start.share_of(inputs.users_ceiling).value();
    let mut adopted = curve.shares_from(reached, Years::all(clock.middle_of(clock.past())), Years::all(0.25));
    let capped = capped_mean_use(inputs.usage_cap.value(), inputs.usage_sigma.value());
    let response =
        api_response(inputs.api_price, inputs.api_reference, inputs.api_elasticity, inputs.api_saturation);
    let times = rates.times(VideoTimes::of(inputs));
    let paid = inputs.api_paid.value();
    let (sold, own) = (paid * response, L::all(1.0) - paid);
    let one = background_load(Tokens::all(1.0), inputs.background_out, inputs.background_cache);
    let per_agent_token = one.work(times).value();

    // These values are the same in every quarter.
    let credited = |share: Ratio<L>| Credited {
        ceiling: inputs.users_ceiling * share,
        seats: inputs.seats * share,
        background: inputs.background * (L::all(QUARTER_MONTHS) * share.value()),
    };
    let sent = inputs.messages * (capped * L::all(QUARTER_MONTHS));
    let typed = credited(inputs.programme_share);
    let habits = Habits::of(inputs);
    let mut request = Request::of(&habits, Mix::today(inputs));

    let mut asked = Vec::with_capacity(quarters);
    for quarter in 0..quarters {
        let terms = market.at(quarter);
        if quarter <= market.settled() {
            request = Request::of(&habits, market.ramped(quarter).mix);
        }
        let all = shares.and_then(|it| it.get(quarter)).map_or(typed, |share| credited(*share));
        let seen = clock.observed(quarter);
        let people = match seen {
            Some(seen) => all.ceiling * (reached * L::all(seen.users)),
            None => all.ceiling * adopted.next_share(),
        };
        let subscribers = people * terms.paying;
        let sold_seats = seen.map_or(seats.level(quarter), |seen| L::all(seen.seats));
        let bought = sold_seats * terms.seat_response;
        let seat_users = (all.seats * bought).min(people - subscribers);
        let message = request.with(inputs.prompt * prompts.level(quarter));
        let tokens = all.background * seen.map_or(volume.level(quarter), |seen| L::all(seen.tokens));
        let agents = [tokens * sold, tokens * own];
        let per_user = sent.value() * messages.level(quarter);
        let messages = requests(inputs.payer_usage, people, [subscribers, seat_users], per_user);
        let per_message = message.load(Messages::all(1.0)).work(times).value();
        let of_people = messages.map(|it| AcceleratorSeconds::of(it.value() * per_message));
        let of_agents = agents.map(|it| AcceleratorSeconds::of(it.value() * per_agent_token));
        let user_months = people * months();
        asked.push(Asked {
            users: people,
            subscribers,
            seats: seat_users,
            user_months,
            messages,
            message,
            agents,
            work: [of_people[0], of_people[1], of_agents[0], of_people[2], of_agents[1]],
        });
    }
    asked
}

/// Payers of the quarter before at the share credited now: `N₀·s/s₀`, and `N` if none were credited before.
///
/// - `now` `N`, payers in this quarter; `before` `N₀`, payers in the quarter before
/// - `from` `s₀`, the share credited in the quarter before; `to` `s`, that of this quarter
///
/// A payer who comes under this plant because it grew faster than others' plant is not won, and one who leaves it
/// because others' grew faster is not lost. Source: definition.
#[must_use]
pub(super) fn at_share<L: Lane>(now: Users<L>, before: Users<L>, from: Ratio<L>, to: Ratio<L>) -> Users<L> {
    Users::select(Ratio::ZERO.below(from), before * to.share_of(from), now)
}

/// New payers in a quarter, `max(0, N − N₀·(1 − c)³)`: net growth, plus the replacement of payers who left.
///
/// - `now` `N`, payers in this quarter; `before` `N₀`, payers in the quarter before
/// - `churn` `c`, share of payers who leave in a month
#[must_use]
pub(super) fn payers_won<L: Lane>(now: Users<L>, before: Users<L>, churn: Ratio<L>) -> Users<L> {
    let stay = L::all(1.0) - churn.value();
    (now - before * (stay * stay * stay)).max(Users::ZERO)
}

/// Requests in a quarter from people on a plan, from people with a seat, and from all others. The average over all
/// users is `per_user`.
fn requests<L: Lane>(
    payer_usage: Ratio<L>,
    all: Users<L>,
    [subscribers, seats]: [Users<L>; 2],
    per_user: L,
) -> [Messages<L>; 3] {
    let (paying, others) = (subscribers + seats, all - subscribers - seats);
    let (payer, free) = usage_split(all.value(), paying.value(), others.value(), payer_usage);
    let per_payer = payer * per_user;
    [subscribers.value() * per_payer, seats.value() * per_payer, free * per_user].map(Messages::of)
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
