//! What published benchmarks measure, worked out by the same roofline.

use super::batch::{Impossible, Limit};
use super::calibration::MEASURED;
use super::pass::Setup;

impl Setup {
    /// Between which parts of what is calculated eight of ten runs measure.
    #[must_use]
    pub fn measured(&self) -> [f64; 2] {
        let [experts, dense] = MEASURED;
        if self.shape.experts > 0.0 { experts } else { dense }
    }

    /// One static batch from the first prompt token to the last answer token, s.
    ///
    /// `t = t_pre(B·in) + (out − 1)·t(B, in + out/2)`
    #[must_use]
    pub fn static_batch(&self, batch: f64, prompt: f64, answer: f64) -> f64 {
        let first = self.prefill(batch * prompt, prompt, batch).total();
        first + (answer - 1.0) * self.decode(batch, prompt + answer / 2.0).total()
    }

    /// Output tokens per second of a group that `batch` conversations ask at a time, prompts in turns with answers. What memory
    /// does not hold waits.
    ///
    /// `X = B·out/(B·t_pre(in) + (out − 1)·t(B, in + out/2))`
    ///
    /// - `B` conversations that run: those that ask, at most those that memory holds
    /// - `t_pre` time that one prompt of a pass takes
    #[must_use]
    pub fn concurrent(&self, batch: f64, prompt: f64, answer: f64, prompt_time: f64) -> f64 {
        let context = prompt + answer / 2.0;
        let batch = batch.min(self.held(context).max(1.0));
        let step = self.decode(batch, context).total();
        batch * answer / (batch * prompt_time + (answer - 1.0) * step)
    }

    /// Output tokens per second of a group at full load: the most conversations that memory and engine take, prompts
    /// read in whole chunks.
    ///
    /// # Errors
    /// [`Impossible::Memory`] where not one conversation fits.
    pub fn full_load(&self, prompt: f64, answer: f64) -> Result<f64, Impossible> {
        let (most, _) = self.most(prompt + answer / 2.0)?;
        let (rate, _) = self.reading(prompt);
        Ok(self.concurrent(most, prompt, answer, prompt / (rate * self.group)))
    }

    /// Output tokens per second of one accelerator that only decodes, at a promised speed or all that fits.
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

    /// The curve of cost against speed: the same group at other batches, from one conversation to the most that fits.
    ///
    /// # Errors
    /// [`Impossible::Memory`] where not one conversation fits.
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
