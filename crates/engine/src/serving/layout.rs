//! The cheapest layout of a model at a promised speed: the group sizes and the ways to cut attention that the chip's
//! domain allows.

use super::batch::{Decoding, Impossible, Limit};
use super::pass::{Layout, Setup};

/// Largest number of accelerators that one copy is spread over. Larger groups have not been measured (DeepSeek serves
/// answers on 144).
pub const LARGEST: f64 = 144.0;
/// Largest number of accelerators that cut the attention of a model with experts. Larger numbers have not been
/// measured.
pub const WIDEST: f64 = 8.0;
/// Group sizes that are tried in addition to the whole domain.
const SIZES: [f64; 7] = [64.0, 32.0, 16.0, 8.0, 4.0, 2.0, 1.0];

/// The prompts and answers of a group at a promised speed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Work {
    /// Uncached prompt tokens per answer token that the same group reads; 0 if another pool reads them.
    pub prompts: f64,
    /// Average number of tokens in a conversation.
    pub context: f64,
    /// Tokens per second promised to each reader.
    pub speed: f64,
}

/// A layout that the search found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The group and its layout.
    pub setup: Setup,
    /// How it decodes.
    pub decoding: Decoding,
    /// Prompt work that each conversation adds to a decode step, s.
    pub stall: f64,
    /// The highest possible speed, tokens/s, if no layout keeps the promise.
    pub fastest: Option<f64>,
}

impl Setup {
    /// The layouts that the domain allows, the largest first, as the number of accelerators and the number that cut
    /// attention. The group is the whole domain, or a power of two up to half of it. Attention is whole on each
    /// accelerator, or cut over at most [`WIDEST`] of them; without experts it is cut over the whole group.
    fn sizes(&self) -> impl Iterator<Item = (f64, f64)> + use<> {
        let most = libm::trunc(self.machine.domain.clamp(1.0, LARGEST));
        let has_experts = self.shape.experts > 0.0;
        let smaller = SIZES.into_iter().filter(move |size| *size <= most / 2.0);
        core::iter::once(most).chain(smaller).flat_map(move |size| {
            let widest = if has_experts { size.min(WIDEST) } else { size };
            // both are whole numbers, so the quotient is whole if one divides the other
            let is_cut = widest > 1.0 && libm::trunc(size / widest) == size / widest;
            let whole = (has_experts || size <= 1.0).then_some((size, 1.0));
            whole.into_iter().chain(is_cut.then_some((size, widest)))
        })
    }

    /// The same setup on a number of accelerators, of which some cut attention.
    fn laid_out(self, (group, attention): (f64, f64)) -> Self {
        let spread = self.shape.experts > 0.0;
        Self { group, layout: Layout { attention, spread }, ..self }
    }

    /// All layouts that the domain allows.
    pub fn layouts(self) -> impl Iterator<Item = Self> {
        self.sizes().map(move |it| self.laid_out(it))
    }

    /// The layout that takes the least accelerator time for prompts and answers at a promised speed.
    ///
    /// `w = P/μ_pre + 1/μ_dec`, the least over all layouts that hold the model and a conversation; of two equal
    /// layouts, the earlier one. If none keeps the promised speed, the fastest. `None` if none holds the model and a
    /// conversation.
    ///
    /// The batch of a layout is searched for only if the layout can beat the best so far. That is tested twice: first
    /// with the arithmetic of the prompts alone, which takes the same time in all layouts, and then with the whole time
    /// of the prompts.
    #[must_use]
    pub fn cheapest(self, work: Work) -> Option<Found> {
        let mut trial = self;
        let mut best: Option<(f64, Found)> = None;
        let mut fastest: Option<Found> = None;
        let (mut arithmetic, tokens) = (0.0, self.draft.tokens());
        for size in self.sizes() {
            trial.group = size.0;
            trial.layout = Layout { attention: size.1, spread: self.shape.experts > 0.0 };
            let Ok((most, _)) = trial.most(work.context) else { continue };
            let least = best.map_or(f64::INFINITY, |it| it.0);
            if best.is_some() && trial.better(work, tokens, arithmetic, most, least).is_none() {
                continue;
            }
            let reading = trial.prompt_time(work);
            let stall = reading / trial.group;
            let decoded = if best.is_none() {
                trial.decoding(work.context, work.speed, stall)
            } else if let Some(known) = trial.better(work, tokens, reading, most, least) {
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

    /// A batch with which this layout needs at most `least` for an answer token whose prompts take `reading`, and the
    /// time that it leaves in a step; `None` if there is no such batch.
    ///
    /// At the promised speed, `1/μ = least − reading` is reached with `B = n T/(g/μ + r)` conversations, where `T` is
    /// the time that the promise allows for a step, `g` the `tokens` that a step yields, and `r` the time of the prompts.
    /// The batch exists if these conversations fit into memory and the step is in time.
    fn better(&self, work: Work, tokens: f64, reading: f64, most: f64, least: f64) -> Option<(f64, f64)> {
        let left = least - reading;
        let allowed = tokens / work.speed;
        if left <= 0.0 {
            return None;
        }
        let batch = (self.group * allowed / (tokens * left + reading)).min(most).max(1.0);
        let step = self.decode(batch, work.context).total();
        let slack = allowed - step - batch * reading / self.group;
        (slack >= 0.0 && step * self.group <= left * batch * tokens).then_some((batch, slack))
    }

    /// The arithmetic part of the time that prompts take, s: a lower bound for every layout.
    fn prompt_arithmetic(&self, work: Work) -> f64 {
        let parts = self.reading(work.context).1;
        self.prompt_time(work) * (parts.matrices + parts.attention) / parts.total() * (1.0 - 1e-12)
    }

    /// Accelerator time of this layout for one answer token with its prompts, s; `None` if it cannot keep the promise.
    #[must_use]
    pub fn time(&self, work: Work) -> Option<f64> {
        let reading = self.prompt_time(work);
        let decoding = self.decoding(work.context, work.speed, reading / self.group).ok()?;
        Some(reading + 1.0 / decoding.rate)
    }

    /// Accelerator time for the prompt tokens of one answer token, s.
    fn prompt_time(&self, work: Work) -> f64 {
        if work.prompts > 0.0 { work.prompts / self.reading(work.context).0 } else { 0.0 }
    }

    /// The layout that reads prompts in the least accelerator time; `None` if no layout holds the model and a prompt.
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

/// `log₂ n`. For a power of two, which most groups are, it is the exponent of the number and costs no logarithm.
pub(super) fn doublings(group: f64) -> f64 {
    const FRACTION: u64 = 0x000f_ffff_ffff_ffff;
    let bits = group.to_bits();
    if (1.0..=1e9).contains(&group) && bits & FRACTION == 0 {
        ((bits >> 52) - 1023) as f64
    } else {
        libm::log2(group)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doublings_are_the_logarithm() {
        for group in (1..2000).map(f64::from).chain([1e9, 1e300, f64::INFINITY, 0.5, 0.0, 1.5]) {
            assert_eq!(doublings(group).to_bits(), libm::log2(group).to_bits(), "{group}");
        }
    }
}
