//! How many sequences decode at a time: the limits set by memory, by the promised speed and by the serving engine.

use super::pass::{Parts, Setup};

/// What limits the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Memory for the KV cache.
    Memory,
    /// The speed promised to each reader.
    Speed,
    /// The largest batch that the serving engine takes.
    Engine,
}

/// Why no request can be served.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Impossible {
    /// Weights and the cache of one sequence need more memory than the group has.
    Memory,
    /// Even a batch of one is slower than the promised speed.
    Speed {
        /// The highest possible speed, tokens/s.
        fastest: f64,
    },
}

/// A group while it decodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decoding {
    /// Number of sequences at a time over the whole group.
    pub batch: f64,
    /// What limits the batch.
    pub limit: Limit,
    /// Tokens per second that each reader gets.
    pub speed: f64,
    /// How the time of a step is divided.
    pub parts: Parts,
    /// Output tokens per second of one accelerator while it decodes.
    pub rate: f64,
}

impl Setup {
    /// Number of sequences that fit into memory: `c·B·ctx·kv ≤ n (0.97 HBM − 2 GB) − weights`, with `c` copies.
    ///
    /// `ctx` is the average length of a sequence. Paged caches allocate memory as it fills, so the worst case need not
    /// be reserved (this fitted measurements better than the prompt plus the whole answer).
    #[must_use]
    pub fn held(&self, context: f64) -> f64 {
        self.room() / self.sequence(context)
    }

    /// The largest number of sequences that memory and the serving engine allow.
    ///
    /// # Errors
    /// [`Impossible::Memory`] if not even one fits.
    pub fn most(&self, context: f64) -> Result<(f64, Limit), Impossible> {
        let (held, taken) = (self.held(context), self.calibration.sequences * self.engines());
        if held < 1.0 {
            return Err(Impossible::Memory);
        }
        Ok(if held < taken { (held, Limit::Memory) } else { (taken, Limit::Engine) })
    }

    /// The group while it decodes a given batch; `stall` is prefill work that each sequence adds to a step, s.
    #[must_use]
    pub fn at(&self, batch: f64, context: f64, stall: f64, limit: Limit) -> Decoding {
        let parts = self.decode(batch, context);
        let tokens = self.draft.tokens();
        let rate = batch * tokens / (parts.total() * self.group);
        Decoding { batch, limit, speed: tokens / (parts.total() + batch * stall), parts, rate }
    }

    /// The largest batch that keeps the promised speed, or all that fits: `t(B) + B·stall ≤ tokens per step / speed`.
    ///
    /// # Errors
    /// [`Impossible::Memory`] if not even one sequence fits, [`Impossible::Speed`] if a single one is too slow.
    pub fn decoding(&self, context: f64, speed: f64, stall: f64) -> Result<Decoding, Impossible> {
        self.most(context)?;
        let at_one = self.draft.tokens() / speed - self.decode(1.0, context).total() - stall;
        if at_one < 0.0 {
            let decoding = self.at(1.0, context, stall, Limit::Speed);
            return Err(Impossible::Speed { fastest: decoding.speed });
        }
        self.decoding_above((1.0, at_one), context, speed, stall)
    }

    /// [`Setup::decoding`], starting from a `known` batch that keeps the speed and the time that it leaves in a step.
    ///
    /// # Errors
    /// [`Impossible::Memory`] if not even one sequence fits.
    pub(super) fn decoding_above(
        &self,
        known: (f64, f64),
        context: f64,
        speed: f64,
        stall: f64,
    ) -> Result<Decoding, Impossible> {
        let (most, limit) = self.most(context)?;
        let allowed = self.draft.tokens() / speed;
        let slack = |batch: f64| allowed - self.decode_in_place(batch, context).total() - batch * stall;
        let at_most = slack(most);
        if at_most >= 0.0 {
            return Ok(self.at(most, context, stall, limit));
        }
        Ok(self.at(crossing(known, (most, at_most), slack), context, stall, Limit::Speed))
    }
}

/// The point at which a falling function reaches 0, between `low`, where it is not negative, and `high`, where it is;
/// each comes with its value. A secant that halves the value of an end that stays twice (Illinois). Returns the last
/// point at which the function is known not to be negative.
#[inline(always)]
fn crossing(mut low: (f64, f64), mut high: (f64, f64), value: impl Fn(f64) -> f64) -> f64 {
    let mut kept_low = None;
    for _ in 0..60 {
        if high.0 - low.0 <= 1e-12 * high.0 {
            break;
        }
        let next = (low.0 + (high.0 - low.0) * low.1 / (low.1 - high.1)).clamp(low.0, high.0);
        let at_next = value(next);
        let falls = at_next < 0.0;
        let stays = if kept_low == Some(falls) { 0.5 } else { 1.0 };
        if falls {
            high = (next, at_next);
            low.1 *= stays;
        } else {
            low = (next, at_next);
            high.1 *= stays;
        }
        kept_low = Some(falls);
        if (0.0..=1e-14).contains(&at_next) {
            break;
        }
    }
    low.0
}
