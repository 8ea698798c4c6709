//! The tokens and the video of a message, and of what the people of a class send in a quarter.

use super::{Kind, Operand, Parts, Workings, faded, fixed, ramped};
use crate::demand::{Class, QUARTER_MONTHS};
use crate::request::{Habits, Mix, Request};
use payenough_model::InputId;
use payenough_quantities::{Ratio, SecondsPerMessage, TokensPerMessage};

/// The inputs that describe a message: the prompt and its growth, the shares of messages with each capability now and
/// later, and the tokens that each capability adds.
const MESSAGE: [InputId; 25] = [
    InputId::prompt,
    InputId::prompt_growth,
    InputId::prompt_half,
    InputId::prompt_end,
    InputId::answer,
    InputId::chat_cache,
    InputId::memory_cache,
    InputId::reasoning_now,
    InputId::reasoning_later,
    InputId::video_now,
    InputId::video_later,
    InputId::memory_now,
    InputId::memory_later,
    InputId::tasks_now,
    InputId::tasks_later,
    InputId::ramp,
    InputId::reasoning_factor,
    InputId::video_seconds,
    InputId::video_tokens,
    InputId::memory_tokens,
    InputId::task_steps,
    InputId::made_now,
    InputId::made_later,
    InputId::made_seconds,
    InputId::storage,
];

/// The inputs of [`MESSAGE`] that tokens and video of a message depend on: all but the cost of storing a memory.
const OF_MESSAGE: usize = MESSAGE.len() - 1;

/// The indices of what [`message`] gives for video: tokens watched, seconds made.
pub(super) const VIDEO: [usize; 2] = [3, 4];

/// The tokens of a message by class: input that must be read, input found in the cache, and the answer. Then tokens of
/// video that is watched, and seconds of video that is made.
///
/// - `shares` the shares of messages that use reasoning, contain video, recall a memory, start a task and make a video
/// - `it` tokens of the prompt and of the answer, cache hit rates of the chat and of the memory, answer multiple of
///   reasoning, seconds of video and tokens per second, tokens of a memory, steps of a task, seconds of video made
pub(super) fn message(shares: [f64; 5], it: &[f64; 10]) -> [f64; 5] {
    let [reasoning, video, memory, tasks, making] = shares;
    let [prompt, answer, hit, memory_hit, factor, seconds, per_second, remembered, n_steps, made] = *it;
    let habits = Habits {
        answer: TokensPerMessage::of(answer),
        chat_cache: Ratio::of(hit),
        memory_cache: Ratio::of(memory_hit),
        reasoning_factor: Ratio::of(factor),
        video_seconds: Ratio::of(seconds),
        video_tokens: TokensPerMessage::of(per_second),
        memory_tokens: TokensPerMessage::of(remembered),
        task_steps: Ratio::of(n_steps),
        made_seconds: SecondsPerMessage::of(made),
    };
    let request = Request::of(&habits, Mix { reasoning, video, memory, tasks, making });
    let message = request.with(TokensPerMessage::of(prompt));
    let [uncached, cached, output, watched] =
        [message.uncached, message.cached, message.output, message.watched].map(|it| it.value());
    [uncached, cached, output, watched, message.made.value()]
}

impl Workings<'_> {
    /// What a customer class requests in a quarter, given what a message of people requests. Agents send no such
    /// messages.
    pub(super) fn of_people(&self, class: Class, of_message: Operand, at: usize) -> Parts {
        let (who, usage) = match class {
            Class::Subscribers => (Kind::Subscribers, 0),
            Class::Seats => (Kind::Seats, 0),
            Class::Free => (Kind::Free, 1),
            Class::Api | Class::Background => {
                return Parts::product(vec![fixed("agents watch and make none", 0.0)]);
            }
        };
        Parts::product(vec![
            self.figure(who, 0, at),
            fixed("months", QUARTER_MONTHS),
            self.figure(Kind::Messages, 0, at),
            self.figure(Kind::Usage, usage, at),
            of_message,
        ])
    }

    /// A part of an average message in a quarter, by its index in [`message`].
    pub(super) fn message_part(&self, part: usize, at: usize) -> Parts {
        let mut all = self.all(&MESSAGE[..OF_MESSAGE]);
        all.push(self.middle(at));
        Parts::of(all, move |v| {
            let prompt = v[0] * faded(v[1], v[2], v[3], v[OF_MESSAGE]);
            let share = |first: usize| ramped(v[first], v[first + 1], v[15], v[OF_MESSAGE]);
            let shares = [share(7), share(9), share(11), share(13), share(21)];
            message(shares, &[prompt, v[4], v[5], v[6], v[16], v[17], v[18], v[19], v[20], v[23]])[part]
        })
    }

    /// The accelerator time of video, given tokens watched and seconds made.
    pub(super) fn video_work(&self, [watched, made]: [Operand; 2]) -> Parts {
        let times = [Kind::EncodeTime, Kind::MakeTime].map(|kind| self.figure(kind, 0, 0));
        let [encode, make] = times;
        Parts::of(vec![watched, encode, made, make], super::dot)
    }

    /// The inputs that determine the tokens of a kind of message, followed by the cost of storing a memory.
    pub(super) fn message_inputs(&self) -> Vec<Operand> {
        self.all(&MESSAGE)
    }
}
