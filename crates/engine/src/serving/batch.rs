//! How many sequences decode at a time: what memory holds, what a promised speed allows, what the engine takes.

use super::pass::{Parts, Setup};

/// What sets the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Memory for KV cache.
    Memory,
    /// The speed promised to each reader.
    Speed,
    /// The most that an engine takes.
    Engine,
}

/// Why nothing can be served.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Impossible {
    /// Weights and the cache of one sequence need more memory than the group has.
    Memory,
    /// Not even a batch of one is as fast as asked.
    Speed {
        /// The fastest, tokens/s.
        fastest: f64,
    },
}

/// A group at work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decoding {
    /// Sequences at a time over the whole group.
    pub batch: f64,
    /// What sets the batch.
    pub limit: Limit,
    /// Tokens per second that each reader gets.
    pub speed: f64,
    /// Where the time of a step goes.
    pub parts: Parts,
    /// Output tokens per second of one accelerator while it decodes.
    pub rate: f64,
}

impl Setup {
    /// Sequences that memory holds: `c·B·ctx·kv ≤ n (0.97 HBM − 2 GB) − weights`, `c` copies.
    ///
    /// `ctx` is what a sequence holds on average: paged caches give memory out as it fills, so that the worst case need
    /// not be kept free (it fitted measurements better than prompt and whole answer).
    #[must_use]
    pub fn held(&self, context: f64) -> f64 {
        self.room() / self.sequence(context)
    }

    /// Most sequences that memory and engine take.
    ///
    /// # Errors
    /// [`Impossible::Memory`] where not one fits.
    pub fn most(&self, context: f64) -> Result<(f64, Limit), Impossible> {
        let (held, taken) = (self.held(context), self.calibration.sequences * self.engines());
        if held < 1.0 {
            return Err(Impossible::Memory);
        }
        Ok(if held < taken { (held, Limit::Memory) } else { (taken, Limit::Engine) })
    }

    /// The group decoding a given batch; `stall` is prefill work that each sequence adds to a step, s.
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
    /// [`Impossible::Memory`] where not one sequence fits, [`Impossible::Speed`] where one alone is too slow.
    pub fn decoding(&self, context: f64, speed: f64, stall: f64) -> Result<Decoding, Impossible> {
        self.most(context)?;
        let at_one = self.draft.tokens() / speed - self.decode(1.0, context).total() - stall;
        if at_one < 0.0 {
            let decoding = self.at(1.0, context, stall, Limit::Speed);
            return Err(Impossible::Speed { fastest: decoding.speed });
        }
        self.decoding_above((1.0, at_one), context, speed, stall)
    }

    /// The same, where a batch is known with the time of a step that the promise leaves.
    ///
    /// # Errors
    /// [`Impossible::Memory`] where not one sequence fits.
    pub(super) fn decoding_above(
        &self,
        known: (f64, f64),
        context: f64,
        speed: f64,
        stall: f64,
    ) -> Result<Decoding, Impossible> {
        let (most, limit) = self.most(context)?;
        let allowed = self.draft.tokens() / speed;
        let slack = |batch: f64| allowed - self.decode(batch, context).total() - batch * stall;
        let at_most = slack(most);
        if at_most >= 0.0 {
            return Ok(self.at(most, context, stall, limit));
        }
        Ok(self.at(crossing(known, (most, at_most), slack), context, stall, Limit::Speed))
    }
}

/// Where a falling function reaches 0 between `low`, where it is not negative, and `high`, where it is, each with its value: a
/// secant that halves the value of an end that stays twice (Illinois). Gives the last point known not to be negative.
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
