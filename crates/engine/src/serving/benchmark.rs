//! What published benchmarks measure, computed by the same roofline.

use super::batch::{Impossible, Limit};
use super::calibration::MEASURED;
use super::pass::Setup;

impl Setup {
    /// The factors on the calculated rate between which eight of ten runs measure.
    #[must_use]
    pub fn measured(&self) -> [f64; 2] {
        let [experts, dense] = MEASURED;
        if self.shape.experts > 0.0 { experts } else { dense }
    }

    /// Time of one static batch from the first prompt token to the last answer token, s.
    ///
    /// `t = t_pre(B·in) + (out − 1)·t(B, in + out/2)`
    #[must_use]
    pub fn static_batch(&self, batch: f64, prompt: f64, answer: f64) -> f64 {
        let first = self.prefill(batch * prompt, prompt, batch).total();
        first + (answer - 1.0) * self.decode(batch, prompt + answer / 2.0).total()
    }

    /// Output tokens per second of a group to which `batch` conversations send requests at the same time, alternating
    /// between prompts and answers. Conversations that do not fit into memory wait.
    ///
    /// `X = B·out/(B·t_pre(in) + (out − 1)·t(B, in + out/2))`
    ///
    /// - `B` conversations that run: those that send requests, or as many of them as fit into memory
    /// - `t_pre` time that one prompt takes in a prefill pass
    #[must_use]
    pub fn concurrent(&self, batch: f64, prompt: f64, answer: f64, prompt_time: f64) -> f64 {
        let context = prompt + answer / 2.0;
        let batch = batch.min(self.held(context).max(1.0));
        let step = self.decode(batch, context).total();
        batch * answer / (batch * prompt_time + (answer - 1.0) * step)
    }

    /// Output tokens per second of a group at full load, with as many conversations as memory and the serving engine
    /// allow, and prompts read in whole chunks.
    ///
    /// # Errors
    /// [`Impossible::Memory`] if not even one conversation fits.
    pub fn full_load(&self, prompt: f64, answer: f64) -> Result<f64, Impossible> {
        let (most, _) = self.most(prompt + answer / 2.0)?;
        let (rate, _) = self.reading(prompt);
        Ok(self.concurrent(most, prompt, answer, prompt / (rate * self.group)))
    }

    /// Output tokens per second of one accelerator that only decodes, at a promised speed or with as many sequences as
    /// fit.
    ///
    /// # Errors
    /// As [`Setup::decoding`].
    pub fn decode_only(&self, context: f64, speed: Option<f64>) -> Result<f64, Impossible> {
        match speed {
            Some(speed) => Ok(self.decoding(context, speed, 0.0)?.rate),
            None => {
                let (most, limit) = self.most(context)?;
                Ok(self.at(most, context, 0.0, limit).rate)
            }
        }
    }

    /// The curve of cost against speed: the same group at other batches, from one conversation to as many as fit.
    ///
    /// # Errors
    /// [`Impossible::Memory`] if not even one conversation fits.
    pub fn curve<const N: usize>(
        &self,
        context: f64,
        stall: f64,
    ) -> Result<[super::batch::Decoding; N], Impossible> {
        let (most, limit) = self.most(context)?;
        let step = if N > 1 { libm::log(most) / (N - 1) as f64 } else { 0.0 };
        Ok(core::array::from_fn(|at| {
            let batch = libm::exp(step * at as f64);
            self.at(batch, context, stall, if at + 1 == N { limit } else { Limit::Speed })
        }))
    }
}
