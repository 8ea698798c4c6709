//! What MLPerf Inference v6.1 measures of video, computed by the same physics: clips made by a diffusion model, and
//! requests with a picture read by a vision-language model.

use super::pass::Setup;
use super::video::{CLIP_ONCE, arithmetic};
use payenough_quantities::{Ratio, Teraflops, Teraoperations};

/// A clip and the diffusion transformer that makes it.
///
/// Source: mlcommons/inference, text_to_video/wan2.2-t2v-14b/inference_config.yaml (v6.1), and the model's published
/// configuration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clip {
    /// Tokens of the clip, `N`: latent frames × rows × columns.
    pub tokens: f64,
    /// Layers, `L`.
    pub layers: f64,
    /// Width, `d`.
    pub width: f64,
    /// Inner width of the FFN, which has two matrices.
    pub ffn: f64,
    /// Heads of attention.
    pub heads: f64,
    /// Tokens of the text that every layer attends to.
    pub text: f64,
    /// Denoising steps.
    pub steps: f64,
    /// Passes of a step: with the text and without it, for guidance.
    pub passes: f64,
    /// Seconds of video.
    pub seconds: f64,
}

/// The clip of the text-to-video benchmark: Wan 2.2 A14B, 1280×720, 81 frames at 16 a second, 20 steps with guidance.
/// Four frames, the first alone, and 8×8 pixels are one latent; 2×2 latents are a token.
pub const WAN: Clip = Clip {
    tokens: 21.0 * 45.0 * 80.0,
    layers: 40.0,
    width: 5120.0,
    ffn: 13_824.0,
    heads: 40.0,
    text: 512.0,
    steps: 20.0,
    passes: 2.0,
    seconds: 81.0 / 16.0,
};

/// Bytes of an activation that accelerators exchange.
const ACTIVATION: f64 = 2.0;
/// Exchanges of a layer when heads are shared out: queries, keys, values, and what attention gives.
const EXCHANGES: f64 = 4.0;

impl Clip {
    /// Arithmetic of the clip: `s·p·(2·L·(6d² + 2·d·f)·N + 4·L·d·N·(N + T))`.
    ///
    /// - `s` steps, `p` passes of a step; `6d²` of self-attention and of the queries and outputs of attention to the
    ///   text, `2·d·f` of the FFN; every token attends to all `N` tokens and to the `T` of the text
    #[must_use]
    pub fn work(&self) -> Teraoperations {
        let Self { tokens, layers, width, ffn, text, steps, passes, .. } = *self;
        let weights = layers * (6.0 * width * width + 2.0 * width * ffn);
        let attention = 4.0 * layers * width * tokens * (tokens + text);
        Teraoperations::of(steps * passes * (2.0 * weights * tokens + attention) / 1e12)
    }

    /// Arithmetic per second of video.
    #[must_use]
    pub fn work_per_second(&self) -> Teraoperations {
        Teraoperations::of(self.work().value() / self.seconds)
    }

    /// Seconds until one clip is made on `n` accelerators: `t = W/(g·F₈·MFU_v) + t_link + t_once`.
    ///
    /// - `g` accelerators that share the clip: passes × a number that divides the heads, at most `n`
    /// - `t_link = s·p/p_g·L·4·N·d·2 bytes·(u − 1)/u² / (link·36%)`, where `u` accelerators share the heads of a pass and
    ///   `p_g` passes run side by side
    #[must_use]
    pub fn time(&self, machine: &Maker, n: f64) -> f64 {
        let (aside, cut) = self.shared(n);
        let alone =
            arithmetic(self.work(), Teraflops::of(machine.peak_8), Ratio::of(machine.reached)).value();
        let sent = EXCHANGES * self.tokens * self.width * ACTIVATION * (cut - 1.0) / (cut * cut);
        let times = self.steps * self.passes / aside * self.layers;
        alone / (aside * cut) + times * sent / machine.link + CLIP_ONCE
    }

    /// Passes that run side by side and accelerators that share the heads of each: the most that `n` allow.
    fn shared(&self, n: f64) -> (f64, f64) {
        let aside = if n >= self.passes { self.passes } else { 1.0 };
        let most = libm::floor(n / aside).clamp(1.0, self.heads) as u32;
        let divides = |cut: &u32| self.heads % f64::from(*cut) == 0.0;
        (aside, (1..=most).rev().find(divides).map_or(1.0, f64::from))
    }
}

/// An accelerator as making video sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Maker {
    /// Dense peak at 8 bits, TFLOP/s.
    pub peak_8: f64,
    /// Share of it that is reached.
    pub reached: f64,
    /// Link rate that is reached, bytes/s.
    pub link: f64,
}

/// The vision encoder of Qwen3-VL: 27 layers of width 1,152, FFN 4,304, patches of 16×16 pixels, four of which make a
/// token. Source: the model's published configuration (data/architectures.csv).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Encoder {
    layers: f64,
    width: f64,
    ffn: f64,
    patches: f64,
}

/// The encoder of Qwen3-VL-235B-A22B.
pub const QWEN3_VL: Encoder = Encoder { layers: 27.0, width: 1152.0, ffn: 4304.0, patches: 4.0 };

impl Encoder {
    /// Arithmetic per token of a picture of so many tokens: `m·(2·L·(4d² + 2·d·f) + 4·L·d·m·V)`.
    ///
    /// - `m` patches of a token, `V` tokens of the picture; a patch attends to all patches of its picture
    #[must_use]
    pub fn work(&self, picture: f64) -> Teraoperations {
        let Self { layers, width, ffn, patches } = *self;
        let weights = layers * (4.0 * width * width + 2.0 * width * ffn);
        let attention = 4.0 * layers * width * patches * picture;
        Teraoperations::of(patches * (2.0 * weights + attention) / 1e12)
    }
}

/// Tokens of a request of the vision-language benchmark, picture and text together. The benchmark publishes no mean; this
/// one is fitted, and stands for a picture of 1.2 to 1.6 million pixels (a token is 32×32 pixels).
pub const REQUEST: f64 = 1600.0;
/// Answer tokens of such a request, as measured in every run.
pub const REQUEST_ANSWER: f64 = 43.0;
/// Share of the time that an engine may be busy if 99 of 100 answers have to come within 1.5 s, fitted.
pub const BUSY_IN_TIME: f64 = 0.6;
/// Bytes of the pixels of one token in the host's memory: 4 patches × 3 colours × 2 frames × 16×16 pixels × 4 bytes.
pub const PIXELS: f64 = 4.0 * 3.0 * 2.0 * 256.0 * 4.0;
/// Rate at which a host hands the pixels to each further accelerator of an engine, bytes/s, fitted. NVIDIA's notes on its
/// runs name these copies as what delays answers.
pub const HOST: f64 = 2.3e9;

/// How requests have to be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// At any time (offline), or within 12 s (server): engines are always busy.
    Loaded,
    /// 99 of 100 within 1.5 s (interactive).
    InTime,
}

impl Setup {
    /// Requests per second of `engines` engines that each span the setup's group.
    ///
    /// Loaded: `X = E·n/((T + m)/μ_pre + T·t_enc)`. In time: `X = ρ·E/((T/μ_pre + T·t_enc)/n + (n − 1)·T·b/H)`.
    ///
    /// - `E` engines, `n` accelerators of each; `T` tokens of a request, `m` of its answer, which pass with the prompts
    ///   of others; `μ_pre` prompt tokens per second of one accelerator, `t_enc` time of the encoder per token
    /// - `ρ` share of the time that an engine may be busy; `b` bytes of a token's pixels, `H` rate of the host
    #[must_use]
    pub fn pictures(&self, engines: f64, scenario: Scenario) -> f64 {
        let (reading, _) = self.reading(REQUEST);
        let (peak, reached) = (self.machine.peak_16 / 1e12, self.calibration.matrices);
        let encode = arithmetic(QWEN3_VL.work(REQUEST), Teraflops::of(peak), Ratio::of(reached)).value();
        let prompt = REQUEST / reading + REQUEST * encode;
        match scenario {
            Scenario::Loaded => engines * self.group / (prompt + REQUEST_ANSWER / reading),
            Scenario::InTime => {
                let copies = (self.group - 1.0) * REQUEST * PIXELS / HOST;
                BUSY_IN_TIME * engines / (prompt / self.group + copies)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counted by hand: 11.95 billion weights for each token, and all pairs of 75,600 tokens.
    #[test]
    fn arithmetic_of_a_clip() {
        let weights = 40.0 * (6.0 * 5120.0 * 5120.0 + 2.0 * 5120.0 * 13_824.0);
        let pairs = 75_600.0 * (75_600.0 + 512.0);
        let by_hand = 40.0 * (2.0 * weights * 75_600.0 + 4.0 * 40.0 * 5120.0 * pairs);
        assert!((WAN.work().value() * 1e12 / by_hand - 1.0).abs() < 1e-12);
        assert!((WAN.work_per_second().value() / 51_525.0 - 1.0).abs() < 1e-3, "{:?}", WAN.work_per_second());
    }

    #[test]
    fn a_clip_is_shared_by_passes_and_heads() {
        let shared = [1.0, 2.0, 4.0, 8.0, 12.0, 72.0, 1000.0].map(|n| WAN.shared(n));
        let expected = [(1.0, 1.0), (2.0, 1.0), (2.0, 2.0), (2.0, 4.0), (2.0, 5.0), (2.0, 20.0), (2.0, 40.0)];
        assert_eq!(shared, expected);
    }
}
