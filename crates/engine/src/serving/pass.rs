//! The time of one forward pass on a group of accelerators: the roofline, term by term.

use super::calibration::Calibration;
use super::shape::Shape;
use payenough_quantities::special::pow;

/// One accelerator as the roofline sees it, in FLOP/s, bytes and bytes/s.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Machine {
    /// Dense peak at the precision of the weights.
    pub peak: f64,
    /// Dense peak at 16 bits, in which attention runs; that of the weights where none is published.
    pub peak_16: f64,
    /// Memory bandwidth.
    pub bandwidth: f64,
    /// Memory.
    pub memory: f64,
    /// Link inside a domain, one direction.
    pub link: f64,
    /// Accelerators in a domain.
    pub domain: f64,
}

/// How the accelerators of a group share one model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// Accelerators over which attention is cut, and with it all else that every token passes; where they are fewer than
    /// the group, each such set attends to sequences of its own (data-parallel attention).
    pub attention: f64,
    /// Are experts spread whole over the group? Else each is cut over all of it.
    pub spread: bool,
}

impl Layout {
    /// Every matrix cut over all accelerators of a group.
    #[must_use]
    pub const fn cut(group: f64) -> Self {
        Self { attention: group, spread: false }
    }

    /// Experts spread, attention whole on each accelerator.
    pub const SPREAD: Self = Self { attention: 1.0, spread: true };
}

/// Drafted tokens that a step checks.
///
/// `tokens per step = (1 − a^(g+1))/(1 − a)`
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Draft {
    /// Drafted tokens, `g`; 0 without.
    pub length: f64,
    /// Chance that one is accepted, `a`.
    pub accepted: f64,
}

impl Draft {
    /// No speculation.
    pub const NONE: Self = Self { length: 0.0, accepted: 0.0 };

    /// Tokens that a step yields, at least 1.
    #[must_use]
    pub fn tokens(&self) -> f64 {
        if self.accepted >= 1.0 {
            return self.length + 1.0;
        }
        (1.0 - pow(self.accepted, self.length + 1.0)) / (1.0 - self.accepted)
    }
}

/// A model on a group of accelerators.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setup {
    /// The model.
    pub shape: Shape,
    /// The accelerator.
    pub machine: Machine,
    /// Accelerators that share one copy, `n`.
    pub group: f64,
    /// How they share it.
    pub layout: Layout,
    /// Bytes of a weight.
    pub weight: f64,
    /// Bytes of a cached element.
    pub element: f64,
    /// Speculation.
    pub draft: Draft,
    /// What is reached of the data sheet.
    pub calibration: Calibration,
}

/// Where the time of a pass goes, s; the parts sum to it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Parts {
    /// Matrix products.
    pub matrices: f64,
    /// Attention's arithmetic.
    pub attention: f64,
    /// Reading weights.
    pub weights: f64,
    /// Reading the KV cache.
    pub cache: f64,
    /// Exchange between accelerators that nothing hides.
    pub network: f64,
    /// Starting kernels, collectives, sampling.
    pub latency: f64,
}

impl Parts {
    /// The time of the pass.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.core() + self.network
    }

    fn core(&self) -> f64 {
        self.matrices + self.attention + self.weights + self.cache + self.latency
    }
}

/// Bytes that one token sends to one expert and gets back, per element: 8 bits out, 16 bits back.
const EXCHANGED: f64 = 3.0;
/// Bytes of an activation that a tensor-parallel sum moves.
const SUMMED: f64 = 2.0;
/// Most other domains that a token's experts are allowed to lie in.
const DESTINATIONS: f64 = 4.0;

impl Setup {
    /// Reads `tokens` prompt tokens of `prompts` prompts, each `length` long.
    ///
    /// `t = 2 P_c T/(n F·MFU) + 2 P_e T/(n F·MFU_e) + a_pre·s·T/(n F₁₆·MFU_a) + bytes_w/(BW·MBU) + t_comm + t_fixed`
    ///
    /// - `T` tokens of the pass, `s` length of a prompt: a token attends to half of it on average
    /// - `P_c` weights that every token passes, `P_e` those of the experts that it visits
    ///
    /// Source: MODEL.md section 4.
    #[must_use]
    pub fn prefill(&self, tokens: f64, length: f64, prompts: f64) -> Parts {
        let pairs = self.shape.prefill_pair * self.shape.reads(length) / 2.0 * tokens;
        self.pass(tokens, prompts, pairs, Parts { latency: self.fixed(), ..Parts::default() })
    }

    /// One decode step of `batch` sequences over the whole group, each with `context` cached tokens.
    ///
    /// `t = 2 P_c B/(n F·MFU) + 2 P_e B/(n F·MFU_e) + 2 a_dec·ctx·B/(n F₁₆·MFU_a) + bytes_w/(BW·MBU)
    /// + c·B·ctx·kv/(n BW·MBU_kv) + t_comm + t_fixed + B_e·t_seq`
    ///
    /// - `B_e` sequences of one engine: the batch, or a set's part of it where attention is data parallel
    /// - `c` copies of a sequence's cache, [`Setup::copies`]
    ///
    /// Every drafted token is computed; the cache is read once. Source: MODEL.md section 4.
    #[must_use]
    pub fn decode(&self, batch: f64, context: f64) -> Parts {
        let read = batch * self.shape.reads(context);
        let positions = batch * (1.0 + self.draft.length);
        let pairs = self.shape.decode_pair * read * (1.0 + self.draft.length);
        let bytes = read * self.shape.cached * self.element * self.copies();
        let cache = bytes / (self.group * self.machine.bandwidth * self.calibration.cache);
        let latency = self.fixed() + batch / self.engines() * self.calibration.sequence;
        self.pass(positions, positions, pairs, Parts { cache, latency, ..Parts::default() })
    }

    /// The terms that both phases share.
    ///
    /// `bytes_w = b·((P_c + P_head)/n_a + min(touched·imbalance, E)·w_e/n)`: an accelerator reads no more than it holds.
    ///
    /// - `n_a` accelerators over which attention is cut, `w_e` weights of one expert
    fn pass(&self, tokens: f64, sampled: f64, pairs: f64, own: Parts) -> Parts {
        let (shape, by) = (&self.shape, &self.calibration);
        let busiest = if self.layout.spread { by.imbalance } else { 1.0 };
        let (reached, of_experts) = match self.weight < 1.0 {
            true => (by.matrices_4_bit, by.experts_4_bit),
            false => (by.matrices, by.experts),
        };
        let common = tokens * shape.common + sampled * shape.head;
        let visited = tokens * shape.visited * shape.expert * busiest;
        let held = (shape.touched(tokens) * busiest).min(shape.experts) * shape.expert / self.group;
        let cut = (shape.common + shape.head) / self.layout.attention;
        let mut parts = Parts {
            matrices: 2.0 * (common / reached + visited / of_experts) / (self.group * self.machine.peak),
            attention: 2.0 * pairs / (self.group * self.machine.peak_16 * by.attention),
            weights: (cut + held) * self.weight / (self.machine.bandwidth * by.weights),
            ..own
        };
        parts.network = self.sums(tokens) + self.exchange(tokens, parts.core());
        parts
    }

    /// Time of the sums over accelerators that cut a matrix, which nothing hides: one per layer after attention, over the
    /// `n_a` that cut it, and one after the rest over the group, where tokens are not sent to their experts.
    ///
    /// `2L·((n_a−1)/n_a·T/n_e + (n−1)/n·T)·d·2 bytes / link`, `n_e` engines. Source: MODEL.md section 4.
    fn sums(&self, tokens: f64) -> f64 {
        let (n, cut) = (self.group, self.layout.attention);
        let after_attention = (cut - 1.0) / cut * tokens / self.engines();
        let after_rest = if self.sends() { 0.0 } else { (n - 1.0) / n * tokens };
        let link = if self.is_inside() { self.link() } else { self.across() };
        2.0 * self.shape.layers * (after_attention + after_rest) * self.shape.width * SUMMED / link
    }

    /// Time that tokens take to their experts and back, less what the rest of a pass hides.
    ///
    /// Inside a domain all to all over the link, hidden by nothing. Across domains at most 4 of them per token; two halves of a
    /// batch take turns, so that this and [`Setup::spread_time`] hide behind the `core` of the other. Source: MODEL.md
    /// section 4.
    fn exchange(&self, tokens: f64, core: f64) -> f64 {
        if !self.sends() {
            return 0.0;
        }
        let (shape, n) = (&self.shape, self.group);
        let sent = tokens / n * shape.expert_layers * shape.width * EXCHANGED;
        if self.is_inside() {
            return sent * shape.visited.min(n) * (n - 1.0) / n / self.link();
        }
        let others = DESTINATIONS.min(shape.visited).min(n / self.machine.domain);
        (sent * others / self.across() + self.spread_time() - core).max(0.0)
    }

    /// Time that no batch shortens: `L (t_layer + t_coll[n>1]) + L_e (t_e + t_g log₂ n)`.
    ///
    /// - `L_e` layers with experts: routing and many small products take `t_e`, and `t_g` more for each doubling of the
    ///   accelerators that must have finished
    fn fixed(&self) -> f64 {
        let by = &self.calibration;
        let collective = if self.group > 1.0 { by.collective } else { 0.0 };
        let spread = if self.sends() && !self.is_inside() { 0.0 } else { self.spread_time() };
        self.shape.layers * (by.layer + collective) + self.shape.expert_layers * by.expert_layer + spread
    }

    /// The part of it that grows with the accelerators sharing an expert layer: `L_e t_g log₂ n`.
    fn spread_time(&self) -> f64 {
        self.shape.expert_layers * self.calibration.expert_growth * libm::log2(self.group)
    }

    /// Are tokens sent to the accelerators of their experts? Where attention is cut over the whole group every accelerator
    /// has every token.
    fn sends(&self) -> bool {
        self.layout.spread && self.engines() > 1.0
    }

    fn is_inside(&self) -> bool {
        self.group <= self.machine.domain
    }

    fn link(&self) -> f64 {
        self.machine.link * self.calibration.link
    }

    fn across(&self) -> f64 {
        self.link().min(self.calibration.between)
    }

    /// Sets of accelerators that attend to sequences of their own, each an engine that schedules them.
    #[must_use]
    pub fn engines(&self) -> f64 {
        self.group / self.layout.attention
    }

    /// Copies of a sequence's cache: a latent vector serves all heads, so that every accelerator that cuts attention holds it
    /// whole; heads are shared out.
    #[must_use]
    pub fn copies(&self) -> f64 {
        if self.shape.whole_cache { self.layout.attention } else { 1.0 }
    }

    /// Memory of one accelerator that may be filled, bytes.
    #[must_use]
    pub fn usable(&self) -> f64 {
        self.machine.memory * self.calibration.memory - self.calibration.reserve
    }

    /// Memory of the whole group left for KV cache, bytes; negative where the weights alone do not fit.
    ///
    /// `n (0.97 HBM − 2 GB) − weights`, common weights once per engine.
    #[must_use]
    pub fn room(&self) -> f64 {
        let shape = &self.shape;
        let common = (shape.common + 2.0 * shape.head) * self.engines();
        self.group * self.usable() - (common + shape.experts * shape.expert) * self.weight
    }

    /// KV cache of a sequence with all its copies, bytes.
    #[must_use]
    pub fn sequence(&self, context: f64) -> f64 {
        self.shape.keeps(context) * self.shape.cached * self.element * self.copies()
    }

    /// The same setup on another number of accelerators: a matrix cut over all is cut over all of these.
    #[must_use]
    pub fn on(self, group: f64) -> Self {
        let attention = if self.layout.spread { self.layout.attention.min(group) } else { group };
        Self { group, layout: Layout { attention, ..self.layout }, ..self }
    }
}
