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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parallel {
    /// Every matrix is cut over all of them.
    Tensor,
    /// Experts are spread over them; attention runs whole on each, for its own sequences.
    Expert,
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
    pub parallel: Parallel,
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
    /// `t = 2 P_active T/(n F·MFU) + a_pre·s·T/(n F₁₆·MFU_a) + bytes_w/(BW·MBU) + t_comm + L (t_layer + t_coll)`
    ///
    /// - `T` tokens of the pass, `s` length of a prompt: a token attends to half of it on average
    ///
    /// Source: MODEL.md section 4.
    #[must_use]
    pub fn prefill(&self, tokens: f64, length: f64, prompts: f64) -> Parts {
        let pairs = self.shape.prefill_pair * self.shape.reads(length) / 2.0 * tokens;
        self.pass(tokens, prompts, pairs, Parts { latency: self.layers(), ..Parts::default() })
    }

    /// One decode step of `batch` sequences over the whole group, each with `context` cached tokens.
    ///
    /// `t = 2 P_active B/(n F·MFU) + 2 a_dec·ctx·B/(n F₁₆·MFU_a) + bytes_w/(BW·MBU) + B·ctx·kv/(n BW·MBU_kv) + t_comm
    /// + L (t_layer + t_coll) + B_e·t_seq`
    ///
    /// - `B_e` sequences of one engine: the batch, or an accelerator's part of it where experts are spread
    ///
    /// Every drafted token is computed; the cache is read once. Source: MODEL.md section 4.
    #[must_use]
    pub fn decode(&self, batch: f64, context: f64) -> Parts {
        let read = batch * self.shape.reads(context);
        let positions = batch * (1.0 + self.draft.length);
        let pairs = self.shape.decode_pair * read * (1.0 + self.draft.length);
        let bytes = read * self.shape.cached * self.element;
        let cache = bytes / (self.group * self.machine.bandwidth * self.calibration.cache);
        let latency = self.layers() + batch / self.engines() * self.calibration.sequence;
        self.pass(positions, positions, pairs, Parts { cache, latency, ..Parts::default() })
    }

    /// The terms that both phases share.
    fn pass(&self, tokens: f64, sampled: f64, pairs: f64, own: Parts) -> Parts {
        let (shape, by) = (&self.shape, &self.calibration);
        let busiest = if self.parallel == Parallel::Expert { by.imbalance } else { 1.0 };
        let reached = if self.weight < 1.0 { by.matrices_4_bit } else { by.matrices };
        let products =
            tokens * (shape.common + shape.visited * shape.expert * busiest) + sampled * shape.head;
        let experts = shape.touched(tokens) * shape.expert * busiest / self.group;
        let common = (shape.common + shape.head) / self.copies();
        let mut parts = Parts {
            matrices: 2.0 * products / (self.group * self.machine.peak * reached),
            attention: 2.0 * pairs / (self.group * self.machine.peak_16 * by.attention),
            weights: (common + experts) * self.weight / (self.machine.bandwidth * by.weights),
            ..own
        };
        let (exchange, hidden) = self.exchange(tokens);
        parts.network = if hidden { (exchange - parts.core()).max(0.0) } else { exchange };
        parts
    }

    /// Time of exchange between accelerators, and whether it overlaps with the rest.
    ///
    /// Tensor: two sums per layer, `2L·2(n−1)/n·T·d·2 bytes / link`. Expert, inside a domain: all to all over the link;
    /// across domains: at most 4 of them per token, overlapped. Source: MODEL.md section 4.
    fn exchange(&self, tokens: f64) -> (f64, bool) {
        let (shape, n) = (&self.shape, self.group);
        if n <= 1.0 {
            return (0.0, false);
        }
        let link = self.machine.link * self.calibration.link;
        let one = n <= self.machine.domain;
        match self.parallel {
            Parallel::Tensor => {
                let bytes = 4.0 * shape.layers * (n - 1.0) / n * tokens * shape.width * SUMMED;
                (bytes / if one { link } else { link.min(self.calibration.between) }, false)
            }
            Parallel::Expert => {
                let sent = tokens / n * shape.expert_layers * shape.width * EXCHANGED;
                if one {
                    (sent * shape.visited.min(n) * (n - 1.0) / n / link, false)
                } else {
                    let others = DESTINATIONS.min(shape.visited).min(n / self.machine.domain);
                    (sent * others / link.min(self.calibration.between), true)
                }
            }
        }
    }

    fn layers(&self) -> f64 {
        let collective = if self.group > 1.0 { self.calibration.collective } else { 0.0 };
        self.shape.layers * (self.calibration.layer + collective)
    }

    /// Over how many accelerators the common weights are cut.
    fn copies(&self) -> f64 {
        match self.parallel {
            Parallel::Tensor => self.group,
            Parallel::Expert => 1.0,
        }
    }

    /// Engines that schedule sequences of their own.
    #[must_use]
    pub fn engines(&self) -> f64 {
        match self.parallel {
            Parallel::Tensor => 1.0,
            Parallel::Expert => self.group,
        }
    }

    /// Memory of the whole group left for KV cache, bytes; negative where the weights alone do not fit.
    ///
    /// `n (0.92 HBM − 3 GB) − weights`, common weights once per accelerator where experts are spread.
    #[must_use]
    pub fn room(&self) -> f64 {
        let shape = &self.shape;
        let usable = self.group * (self.machine.memory * self.calibration.memory - self.calibration.reserve);
        let common = (shape.common + 2.0 * shape.head) * self.engines();
        usable - (common + shape.experts * shape.expert) * self.weight
    }

    /// KV cache of a sequence, bytes.
    #[must_use]
    pub fn sequence(&self, context: f64) -> f64 {
        self.shape.keeps(context) * self.shape.cached * self.element
    }

    /// The same setup on another number of accelerators.
    #[must_use]
    pub fn on(self, group: f64) -> Self {
        Self { group, ..self }
    }
}
