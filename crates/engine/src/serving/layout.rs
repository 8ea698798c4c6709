//! The cheapest way to share a model at a promised speed: sizes of group and cuts that the chip's domain allows.

use super::batch::{Decoding, Impossible, Limit};
use super::pass::{Layout, Setup};

/// Most accelerators that one copy is spread over: as far as anybody has measured (DeepSeek's own answers, 144).
pub const LARGEST: f64 = 144.0;
/// Most accelerators that cut the attention of a model with experts: as far as anybody has measured.
pub const WIDEST: f64 = 8.0;
/// Sizes that are tried beside the domain.
const SIZES: [f64; 7] = [64.0, 32.0, 16.0, 8.0, 4.0, 2.0, 1.0];

/// Prompts and answers of one group at a promised speed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Work {
    /// Uncached prompt tokens for each answer token that the same group reads; 0 where another pool does.
    pub prompts: f64,
    /// Tokens that a conversation holds on average.
    pub context: f64,
    /// Tokens a second that each reader is promised.
    pub speed: f64,
}

/// A layout at work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The group.
    pub setup: Setup,
    /// Its answers.
    pub decoding: Decoding,
    /// Prompt work that each conversation adds to a step, s.
    pub stall: f64,
    /// The fastest there is, where nothing is as fast as promised.
    pub fastest: Option<f64>,
}

impl Setup {
    /// Layouts that the domain allows, as accelerators and how many of them cut attention, the largest first: the whole domain and each
    /// power of two up to half of it, with attention whole on each, or cut over as many as are cut over at most; over all of the group where
    /// there are no experts.
    fn sizes(&self) -> impl Iterator<Item = (f64, f64)> + use<> {
        let most = libm::trunc(self.machine.domain.clamp(1.0, LARGEST));
        let has_experts = self.shape.experts > 0.0;
        let smaller = SIZES.into_iter().filter(move |size| *size <= most / 2.0);
        core::iter::once(most).chain(smaller).flat_map(move |size| {
            let widest = if has_experts { size.min(WIDEST) } else { size };
            let is_cut = widest > 1.0 && libm::fmod(size, widest) == 0.0;
            let whole = (has_experts || size <= 1.0).then_some((size, 1.0));
            whole.into_iter().chain(is_cut.then_some((size, widest)))
        })
    }

    /// The same on a number of accelerators, of which some cut attention.
    fn laid_out(self, (group, attention): (f64, f64)) -> Self {
        let spread = self.shape.experts > 0.0;
        Self { group, layout: Layout { attention, spread }, ..self }
    }

    /// Every layout that the domain allows.
    pub fn layouts(self) -> impl Iterator<Item = Self> {
        self.sizes().map(move |it| self.laid_out(it))
    }

    /// The layout that takes the least accelerator time for prompts and answers at a promised speed, and that time.
    ///
    /// `w = P/μ_pre + 1/μ_dec`, the least over all layouts that hold the model and a conversation; the earlier of two alike. `None`
    /// where none does.
    ///
    /// A layout is first asked whether it can be better than the best so far, with prompts read in no more than the time of their
    /// arithmetic, which is the same in all layouts: then as is. Only if it is, its batch is searched.
    #[must_use]
    pub fn cheapest(self, work: Work) -> Option<Found> {
        let mut trial = self;
        let mut best: Option<(f64, Found)> = None;
        let mut fastest: Option<Found> = None;
        let mut arithmetic = 0.0;
        for size in self.sizes() {
            trial.group = size.0;
            trial.layout = Layout { attention: size.1, spread: self.shape.experts > 0.0 };
            let Ok((most, _)) = trial.most(work.context) else { continue };
            let least = best.map_or(f64::INFINITY, |it| it.0);
            if best.is_some() && trial.better(work, arithmetic, most, least).is_none() {
                continue;
            }
            let reading = trial.prompt_time(work);
            let stall = reading / trial.group;
            let decoded = if best.is_none() {
                trial.decoding(work.context, work.speed, stall)
            } else if let Some(known) = trial.better(work, reading, most, least) {
                trial.decoding_above(known, work.context, work.speed, stall)
            } else {
                continue;
            };
            match decoded {
                Ok(decoding) => {
                    let time = reading + 1.0 / decoding.rate;
                    if time < least {
                        if best.is_none() {
                            arithmetic = trial.prompt_arithmetic(work);
                        }
                        best = Some((time, Found { setup: trial, decoding, stall, fastest: None }));
                    }
                }
                Err(Impossible::Speed { fastest: speed }) => {
                    if fastest.is_none_or(|it| it.decoding.speed < speed) {
                        let decoding = trial.at(1.0, work.context, stall, Limit::Speed);
                        fastest = Some(Found { setup: trial, decoding, stall, fastest: Some(speed) });
                    }
                }
                Err(Impossible::Memory) => {}
            }
        }
        best.map(|it| it.1).or(fastest)
    }

    /// A batch with which this layout needs no more than `least` for an answer token whose prompts take `reading`, and the time of a
    /// step that the promise leaves; `None` where there is none.
    ///
    /// `1/μ = least − reading` is reached at the promised speed with `B = n T/(g/μ + r)` conversations, `T` the time that the promise
    /// allows for a step, `g` the tokens that it yields, `r` the reading: if memory holds them and the step is in time, it does.
    fn better(&self, work: Work, reading: f64, most: f64, least: f64) -> Option<(f64, f64)> {
        let (tokens, left) = (self.draft.tokens(), least - reading);
        let allowed = tokens / work.speed;
        if left <= 0.0 {
            return None;
        }
        let batch = (self.group * allowed / (tokens * left + reading)).min(most).max(1.0);
        let step = self.decode(batch, work.context).total();
        let slack = allowed - step - batch * reading / self.group;
        (slack >= 0.0 && step * self.group <= left * batch * tokens).then_some((batch, slack))
    }

    /// The part of the prompts' time that is arithmetic, s: at most what any layout takes.
    fn prompt_arithmetic(&self, work: Work) -> f64 {
        let parts = self.reading(work.context).1;
        self.prompt_time(work) * (parts.matrices + parts.attention) / parts.total() * (1.0 - 1e-12)
    }

    /// Accelerator time of this layout for an answer token with its prompts, s; `None` where it cannot keep the promise.
    #[must_use]
    pub fn time(&self, work: Work) -> Option<f64> {
        let reading = self.prompt_time(work);
        let decoding = self.decoding(work.context, work.speed, reading / self.group).ok()?;
        Some(reading + 1.0 / decoding.rate)
    }

    /// Accelerator time for the prompt tokens of an answer token, s.
    fn prompt_time(&self, work: Work) -> f64 {
        if work.prompts > 0.0 { work.prompts / self.reading(work.context).0 } else { 0.0 }
    }

    /// The layout that reads prompts at the least accelerator time; `None` where none holds the model and a prompt.
    #[must_use]
    pub fn quickest_reader(self, context: f64) -> Option<Self> {
        let mut best: Option<(f64, Self)> = None;
        for setup in self.layouts().filter(|it| it.held(context) >= 1.0) {
            let (rate, _) = setup.reading(context);
            if best.is_none_or(|(most, _)| rate > most) {
                best = Some((rate, setup));
            }
        }
        best.map(|it| it.1)
    }
}
