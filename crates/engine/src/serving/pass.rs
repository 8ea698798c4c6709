//! The time of one forward pass on a group of accelerators: the roofline, term by term.

use super::calibration::Calibration;
pub use super::draft::Draft;
use super::layout::doublings;
use super::shape::Shape;

/// One accelerator as the roofline sees it, in FLOP/s, bytes and bytes/s.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Machine {
    /// Dense peak at the precision of the weights.
    pub peak: f64,
    /// Dense peak at 16 bits, which attention uses; that of the weights if none is published.
    pub peak_16: f64,
    /// Memory bandwidth.
    pub bandwidth: f64,
    /// Memory capacity.
    pub memory: f64,
    /// Bandwidth of the link inside a domain, one direction.
    pub link: f64,
    /// Number of accelerators in a domain.
    pub domain: f64,
}

/// How the accelerators of a group share one model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// Number of accelerators over which attention is cut, along with all other weights that every token passes
    /// through. If it is smaller than the group, each such set attends to its own sequences (data-parallel attention).
    pub attention: f64,
    /// Whether experts are spread over the group as a whole. Otherwise each is cut over the whole group.
    pub spread: bool,
}

impl Layout {
    /// Every matrix is cut over all accelerators of a group.
    #[must_use]
    pub const fn cut(group: f64) -> Self {
        Self { attention: group, spread: false }
    }

    /// Experts are spread, and attention is whole on each accelerator.
    pub const SPREAD: Self = Self { attention: 1.0, spread: true };
}

/// A model on a group of accelerators.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setup {
    /// The model.
    pub shape: Shape,
    /// The accelerator.
    pub machine: Machine,
    /// Number of accelerators that share one copy, `n`.
    pub group: f64,
    /// How they share it.
    pub layout: Layout,
    /// Bytes per weight.
    pub weight: f64,
    /// Bytes per cached element.
    pub element: f64,
    /// Speculation.
    pub draft: Draft,
    /// How much of the published peak rates is reached.
    pub calibration: Calibration,
}

/// How the time of a pass is divided, s. The parts sum to the time of the pass.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Parts {
    /// Matrix products.
    pub matrices: f64,
    /// Arithmetic of attention.
    pub attention: f64,
    /// Reading weights.
    pub weights: f64,
    /// Reading the KV cache.
    pub cache: f64,
    /// Exchange between accelerators that does not overlap with other work.
    pub network: f64,
    /// Kernel launches, collectives and sampling.
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

/// Bytes that are sent to one expert and back for one token, per element: 8 bits out, 16 bits back.
const EXCHANGED: f64 = 3.0;
/// Bytes of an activation in a tensor-parallel sum.
const SUMMED: f64 = 2.0;
/// Largest number of other domains in which the experts of a token may lie.
const DESTINATIONS: f64 = 4.0;

impl Setup {
    /// Time to read `tokens` prompt tokens from `prompts` prompts, each of length `length`.
    ///
    /// `t = 2 P_c T/(n F·MFU) + 2 P_e T/(n F·MFU_e) + a_pre·s·T/(n F₁₆·MFU_a) + bytes_w/(BW·MBU) + t_comm + t_fixed`
    ///
    /// - `T` tokens of the pass, `s` length of a prompt; a token attends to half of it on average
    /// - `P_c` weights that every token passes through, `P_e` weights of the experts that it activates
    ///
    /// Source: MODEL.md section 4.
    #[must_use]
    #[inline(never)]
    pub fn prefill(&self, tokens: f64, length: f64, prompts: f64) -> Parts {
        let pairs = self.shape.prefill_pair * self.shape.reads(length) / 2.0 * tokens;
        self.pass(tokens, prompts, pairs, Parts { latency: self.fixed(), ..Parts::default() })
    }

    /// Time of one decode step of `batch` sequences over the whole group, each with `context` cached tokens.
    ///
    /// `t = 2 P_c B/(n F·MFU) + 2 P_e B/(n F·MFU_e) + 2 a_dec·ctx·B/(n F₁₆·MFU_a) + bytes_w/(BW·MBU)
    /// + c·B·ctx·kv/(n BW·MBU_kv) + t_comm + t_fixed + B_e·t_seq`
    ///
    /// - `B_e` sequences of one engine: the batch, or the part of it that one set has if attention is data-parallel
    /// - `c` number of copies of a sequence's cache, [`Setup::copies`]
    ///
    /// Every drafted token is computed; the cache is read once. Source: MODEL.md section 4.
    #[must_use]
    #[inline(never)]
    pub fn decode(&self, batch: f64, context: f64) -> Parts {
        self.decode_in_place(batch, context)
    }

    /// [`Setup::decode`], compiled into its caller: a search over batches then works out only once what no batch changes.
    #[inline(always)]
    pub(super) fn decode_in_place(&self, batch: f64, context: f64) -> Parts {
        let read = batch * self.shape.reads(context);
        let positions = batch * (1.0 + self.draft.length);
        let pairs = self.shape.decode_pair * read * (1.0 + self.draft.length);
        let bytes = read * self.shape.cached * self.element * self.copies();
        let cache = bytes / (self.group * self.machine.bandwidth * self.calibration.cache);
        let latency = self.fixed() + batch / self.engines() * self.calibration.sequence;
        self.pass(positions, positions, pairs, Parts { cache, latency, ..Parts::default() })
    }

    /// The terms that both phases have in common.
    ///
    /// `bytes_w = b·((P_c + P_head)/n_a + min(touched·imbalance, E)·w_e/n)`: an accelerator reads at most what it
    /// holds.
    ///
    /// - `n_a` number of accelerators over which attention is cut, `w_e` weights of one expert
    #[inline(always)]
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

    /// Time of the all-reduce sums, which nothing overlaps. In each layer there is one after attention, over the `n_a`
    /// accelerators that cut it, and one after the FFN over the group, unless tokens are sent to their experts.
    ///
    /// `2L·((n_a−1)/n_a·T/n_e + (n−1)/n·T)·d·2 bytes / link`, `n_e` engines. Source: MODEL.md section 4.
    #[inline(always)]
    fn sums(&self, tokens: f64) -> f64 {
        let (n, cut) = (self.group, self.layout.attention);
        let after_attention = (cut - 1.0) / cut * tokens / self.engines();
        let after_rest = if self.sends() { 0.0 } else { (n - 1.0) / n * tokens };
        let link = if self.is_inside() { self.link() } else { self.across() };
        2.0 * self.shape.layers * (after_attention + after_rest) * self.shape.width * SUMMED / link
    }

    /// Time that tokens take to reach their experts and return, less the part that overlaps with the rest of a pass.
    ///
    /// Inside a domain it is an all-to-all over the link without overlap. Between domains a token is sent to at most 4
    /// of them, and two halves of a batch take turns, so that this and [`Setup::spread_time`] overlap with the `core`
    /// of the other half. Source: MODEL.md section 4.
    #[inline(always)]
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

    /// Time that does not depend on the batch: `L (t_layer + t_coll[n>1]) + L_e (t_e + t_g log₂ n)`.
    ///
    /// - `L_e` layers with experts. Routing and many small products take `t_e`, and `t_g` more for each doubling of the
    ///   accelerators that wait for each other
    #[inline(always)]
    fn fixed(&self) -> f64 {
        let by = &self.calibration;
        let collective = if self.group > 1.0 { by.collective } else { 0.0 };
        let spread = if self.sends() && !self.is_inside() { 0.0 } else { self.spread_time() };
        self.shape.layers * (by.layer + collective) + self.shape.expert_layers * by.expert_layer + spread
    }

    /// The part of the fixed time that grows with the number of accelerators that share an expert layer:
    /// `L_e t_g log₂ n`.
    #[inline(always)]
    fn spread_time(&self) -> f64 {
        self.shape.expert_layers * self.calibration.expert_growth * doublings(self.group)
    }

    /// Whether tokens are sent to the accelerators of their experts. If attention is cut over the whole group, every
    /// accelerator already has every token.
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

    /// Number of sets of accelerators that attend to their own sequences. Each is an engine that schedules these
    /// sequences.
    #[must_use]
    pub fn engines(&self) -> f64 {
        self.group / self.layout.attention
    }

    /// Number of copies of a sequence's cache. A latent vector serves all heads, so every accelerator that cuts
    /// attention holds the whole of it; separate heads are divided among the accelerators.
    #[must_use]
    pub fn copies(&self) -> f64 {
        if self.shape.whole_cache { self.layout.attention } else { 1.0 }
    }

    /// Usable memory of one accelerator, bytes.
    #[must_use]
    pub fn usable(&self) -> f64 {
        self.machine.memory * self.calibration.memory - self.calibration.reserve
    }

    /// Memory of the whole group that is left for KV cache, bytes; negative if the weights alone do not fit.
    ///
    /// `n (0.97 HBM − 2 GB) − weights`, where common weights count once per engine.
    #[must_use]
    pub fn room(&self) -> f64 {
        let shape = &self.shape;
        let common = (shape.common + 2.0 * shape.head) * self.engines();
        self.group * self.usable() - (common + shape.experts * shape.expert) * self.weight
    }

    /// KV cache of one sequence including all copies, bytes.
    #[must_use]
    pub fn sequence(&self, context: f64) -> f64 {
        self.shape.keeps(context) * self.shape.cached * self.element * self.copies()
    }

    /// The same setup on another number of accelerators. A matrix that was cut over all accelerators still is.
    #[must_use]
    pub fn on(self, group: f64) -> Self {
        let attention = if self.layout.spread { self.layout.attention.min(group) } else { group };
        Self { group, layout: Layout { attention, ..self.layout }, ..self }
    }
}
