//! What video takes beside the tokens of a language model: encoding what is watched, and making what is asked for.

use payenough_model::Inputs;
use payenough_quantities::lane::Lane;
use payenough_quantities::{Ratio, Seconds, SecondsPerMessage, Teraflops, Teraoperations};

/// Accelerator time of one clip that no number of accelerators shortens and no other clip shares, s: the text encoder,
/// the decoder of the frames, and scheduling. Fitted with the input `mfu_video` to `data/video_2026.csv`.
pub const CLIP_ONCE: f64 = 2.0;

/// Accelerator time of video, at the speed of the benchmark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VideoTimes<L = f64> {
    /// Time of the vision encoder for one token of video that is watched. The language model then reads the token as
    /// it reads any other token of a prompt.
    pub encode: Seconds<L>,
    /// Time for one second of video that is made.
    pub make: Seconds<L>,
}

impl<L: Lane> VideoTimes<L> {
    /// The times that the inputs describe.
    #[must_use]
    pub fn of(inputs: &Inputs<L>) -> Self {
        let [at_16, at_8] = peaks(inputs);
        Self {
            encode: arithmetic(inputs.encoder_work, at_16, inputs.mfu),
            make: making(inputs.made_work, at_8, inputs.mfu_video, inputs.made_seconds),
        }
    }
}

/// The time of arithmetic on one accelerator, `t = w/(F·MFU)`.
///
/// - `w` arithmetic, `F` dense peak of the accelerator, `MFU` share of it that is reached
#[must_use]
pub fn arithmetic<L: Lane>(work: Teraoperations<L>, peak: Teraflops<L>, reached: Ratio<L>) -> Seconds<L> {
    work / (peak * reached)
}

/// Accelerator time per second of video that is made: `t = w/(F₈·MFU_v) + t_once/c`.
///
/// - `w` arithmetic per second of video: steps × passes of a step × (`2·P·N + 4·L·d·N²`) of a diffusion transformer
///   with `P` weights that each of the `N` tokens of a clip passes, `L` layers and width `d`, over the clip's length
/// - `F₈` dense peak at 8 bits, `MFU_v` share of it that is reached with attention included
/// - `t_once` [`CLIP_ONCE`], `c` seconds of video in a clip
///
/// A batch of one clip already fills an accelerator, so there is no batch in it. Source: MODEL.md section 4; constants
/// fitted to MLPerf Inference v6.1, data/video_2026.csv.
#[must_use]
pub fn making<L: Lane>(
    work: Teraoperations<L>,
    peak: Teraflops<L>,
    reached: Ratio<L>,
    clip: SecondsPerMessage<L>,
) -> Seconds<L> {
    arithmetic(work, peak, reached) + Seconds::of(L::all(CLIP_ONCE) / clip.value())
}

/// Dense peaks at 16 and at 8 bits. An accelerator that lacks one of them uses the nearest that it has.
fn peaks<L: Lane>(inputs: &Inputs<L>) -> [Teraflops<L>; 2] {
    let Some(chip) = inputs.chip.chip() else { return [inputs.own_16, inputs.own_8] };
    let first = |rates: [Option<Teraflops>; 3]| {
        let rate = rates.into_iter().flatten().next();
        Teraflops::all(rate.map_or(1.0, Teraflops::value))
    };
    [first([chip.rate_16, chip.rate_8, chip.rate_4]), first([chip.rate_8, chip.rate_16, chip.rate_4])]
}
