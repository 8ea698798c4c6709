//! One request: the capabilities that it uses, and the number of tokens that it takes.

use super::paths::ramp;
use super::serving::Load;
use payenough_model::Inputs;
use payenough_quantities::lane::Lane;
use payenough_quantities::{Messages, Ratio, SecondsPerMessage, TokensPerMessage};

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
    /// Video as output.
    pub(super) making: L,
}

impl<L: Lane> Mix<L> {
    /// The mix when the share `done` of the ramp is done.
    #[must_use]
    pub(super) fn at(inputs: &Inputs<L>, done: L) -> Self {
        let at = |now, later| ramp(now, later, done);
        Self {
            reasoning: at(inputs.reasoning_now, inputs.reasoning_later),
            video: at(inputs.video_now, inputs.video_later),
            memory: at(inputs.memory_now, inputs.memory_later),
            tasks: at(inputs.tasks_now, inputs.tasks_later),
            making: at(inputs.made_now, inputs.made_later),
        }
    }

    /// The mix at the end of the ramp.
    #[must_use]
    pub(super) fn later(inputs: &Inputs<L>) -> Self {
        Self {
            reasoning: inputs.reasoning_later.value(),
            video: inputs.video_later.value(),
            memory: inputs.memory_later.value(),
            tasks: inputs.tasks_later.value(),
            making: inputs.made_later.value(),
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
            making: inputs.made_now.value(),
        }
    }
}

/// Tokens of an average request.
///
/// `uncached = S·((1−h)·P + v·s·ρ + m·(1−h_m)·M)`, `cached = S·(h·P + m·h_m·M)`, `out = S·A·(1 + r(R−1))`,
/// `watched = S·v·s·ρ`, `made = k·c`, `S = 1 + a(n−1)`
///
/// - `P`, `A` prompt and answer of a plain message, tokens; `h` cache-hit share
/// - `r`, `v`, `m`, `a`, `k` shares of messages that reason, contain video, recall a memory, start a task, make a video
/// - `R` answer multiple of reasoning; `s·ρ` seconds × tokens per second of video; `M`, `h_m` memory and its cache-hit
///   share
/// - `n` model calls per task; `c` seconds of video made at a time
///
/// A message may use several capabilities; their shares are independent. Tokens of video stand in two amounts: in the
/// prompt, which the language model reads, and in `watched`, which the encoder makes. Source: MODEL.md section 3.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct PerMessage<L = f64> {
    pub(super) uncached: TokensPerMessage<L>,
    pub(super) cached: TokensPerMessage<L>,
    pub(super) output: TokensPerMessage<L>,
    pub(super) watched: TokensPerMessage<L>,
    pub(super) made: SecondsPerMessage<L>,
}

/// The terms from which the request of any mix is computed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Habits<L = f64> {
    /// `A`, answer tokens of a plain message.
    pub(super) answer: TokensPerMessage<L>,
    /// `h`, cache-hit share of the prompt.
    pub(super) chat_cache: Ratio<L>,
    /// `h_m`, cache-hit share of memory.
    pub(super) memory_cache: Ratio<L>,
    /// `R`, answer multiple of reasoning.
    pub(super) reasoning_factor: Ratio<L>,
    /// `s`, seconds of a video.
    pub(super) video_seconds: Ratio<L>,
    /// `ρ`, tokens per second of video.
    pub(super) video_tokens: TokensPerMessage<L>,
    /// `M`, memory in tokens.
    pub(super) memory_tokens: TokensPerMessage<L>,
    /// `n`, model calls per task.
    pub(super) task_steps: Ratio<L>,
    /// `c`, seconds of video made at a time.
    pub(super) made_seconds: SecondsPerMessage<L>,
}

impl<L: Lane> Habits<L> {
    /// The terms that the inputs describe.
    #[must_use]
    pub(super) fn of(inputs: &Inputs<L>) -> Self {
        Self {
            answer: inputs.answer,
            chat_cache: inputs.chat_cache,
            memory_cache: inputs.memory_cache,
            reasoning_factor: inputs.reasoning_factor,
            video_seconds: inputs.video_seconds,
            video_tokens: inputs.video_tokens,
            memory_tokens: inputs.memory_tokens,
            task_steps: inputs.task_steps,
            made_seconds: inputs.made_seconds,
        }
    }
}

/// An average request of a mix, with a prompt of any length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Request<L> {
    /// Uncached and cached tokens for each token of the prompt.
    of_prompt: [L; 2],
    /// Uncached and cached tokens that are not part of the prompt.
    beside: [TokensPerMessage<L>; 2],
    output: TokensPerMessage<L>,
    watched: TokensPerMessage<L>,
    made: SecondsPerMessage<L>,
}

impl<L: Lane> Request<L> {
    /// The request of a mix.
    pub(super) fn of(habits: &Habits<L>, mix: Mix<L>) -> Self {
        let one = L::all(1.0);
        let steps = one + mix.tasks * (habits.task_steps.value() - one);
        let hit = habits.chat_cache.value();
        let memory_hit = habits.memory_cache.value();
        let video = habits.video_tokens * (mix.video * habits.video_seconds.value());
        let memory = habits.memory_tokens * mix.memory;
        let longer = one + mix.reasoning * (habits.reasoning_factor.value() - one);
        Self {
            of_prompt: [(one - hit) * steps, hit * steps],
            beside: [(video + memory * (one - memory_hit)) * steps, memory * (memory_hit * steps)],
            output: habits.answer * (longer * steps),
            watched: video * steps,
            made: habits.made_seconds * mix.making,
        }
    }

    /// The request with a prompt of the given length.
    pub(super) fn with(&self, prompt: TokensPerMessage<L>) -> PerMessage<L> {
        PerMessage {
            uncached: prompt * self.of_prompt[0] + self.beside[0],
            cached: prompt * self.of_prompt[1] + self.beside[1],
            output: self.output,
            watched: self.watched,
            made: self.made,
        }
    }
}

impl<L: Lane> PerMessage<L> {
    /// The request of a mix.
    #[must_use]
    pub(super) fn of(inputs: &Inputs<L>, mix: Mix<L>, prompt: TokensPerMessage<L>) -> Self {
        Request::of(&Habits::of(inputs), mix).with(prompt)
    }

    /// All tokens of the request. Only for volumes, because the classes of tokens cost differently.
    pub(super) fn total(self) -> TokensPerMessage<L> {
        self.uncached + self.cached + self.output
    }

    /// The load of this many requests.
    #[must_use]
    pub(super) fn load(self, messages: Messages<L>) -> Load<L> {
        Load {
            uncached: messages * self.uncached,
            cached: messages * self.cached,
            output: messages * self.output,
            watched: messages * self.watched,
            made: messages * self.made,
        }
    }
}
