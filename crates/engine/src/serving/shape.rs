//! The counts of a model that the roofline needs: weights, operations and cache per token.

use payenough_model::catalogue::{Architecture, Attention};
use payenough_quantities::special::{exp, ln};

/// Counts of one model: weights, multiply-adds and cached elements, independent of precision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// Number of layers, `L`.
    pub layers: f64,
    /// Hidden size, `d`.
    pub width: f64,
    /// Weights that every token passes through: attention, dense FFN, shared experts.
    pub common: f64,
    /// Weights of one expert, summed over the layers with experts.
    pub expert: f64,
    /// Number of experts in a layer, `E`; 0 for a dense model.
    pub experts: f64,
    /// Number of experts that a token activates, `k`.
    pub visited: f64,
    /// Logarithm of the share of experts that a token does not activate, `ln(1 − k/E)`.
    pub passed: f64,
    /// Number of layers with experts.
    pub expert_layers: f64,
    /// Weights of the output head; the embedding has the same number.
    pub head: f64,
    /// Multiply-adds of attention per pair of prompt tokens, `a_pre`.
    pub prefill_pair: f64,
    /// Multiply-adds of attention per cached token read, `a_dec`.
    pub decode_pair: f64,
    /// Cached elements per token over all layers.
    pub cached: f64,
    /// Whether the cache is one vector for all heads, so that accelerators that cut attention still hold all of it.
    pub whole_cache: bool,
    /// Entries per token in caches that are read as a whole, averaged over layers.
    pub whole: f64,
    /// Share of layers that attend only to a window.
    pub windowed: f64,
    /// Length of that window in tokens.
    pub window: f64,
    /// Share of layers with sparse attention, which selects the entries that it reads.
    pub picking: f64,
    /// Entries per token in the cache of a sparse layer.
    pub picked: f64,
    /// Most entries that a sparse layer reads.
    pub read: f64,
}

impl Shape {
    /// The counts of an architecture.
    ///
    /// Grouped: `a_pre = a_dec = 2 L n_h d_h`. Latent: `a_pre = L n_h (nope + r + v)`, uncompressed;
    /// `a_dec = L n_h (2c + r)`, absorbed. With one vector as key and value, as for grouped. Source: MODEL.md section
    /// 4.
    #[must_use]
    pub fn of(model: &Architecture) -> Self {
        let per_head = model.layers * model.heads;
        let (prefill_pair, decode_pair) = match model.attention {
            Attention::Grouped => (2.0 * per_head * model.head, 2.0 * per_head * model.head),
            Attention::Latent { rank, rope, nope, value, .. } => {
                (per_head * (nope + rope + value), per_head * (2.0 * rank + rope))
            }
            Attention::Shared { .. } => (2.0 * per_head * model.head, 2.0 * per_head * model.head),
        };
        Self {
            layers: model.layers,
            width: model.width,
            common: model.common_weights(),
            expert: model.expert_layers() * model.expert_weights(),
            experts: model.experts,
            visited: model.visited.min(model.experts),
            passed: ln(1.0 - model.visited.min(model.experts) / model.experts),
            expert_layers: model.expert_layers(),
            head: model.vocabulary * model.width,
            prefill_pair,
            decode_pair,
            cached: model.cached_elements(),
            whole_cache: !matches!(model.attention, Attention::Grouped),
            whole: model.whole,
            windowed: model.windowed,
            window: model.window,
            picking: model.picking,
            picked: model.picked,
            read: model.read.unwrap_or(f64::MAX),
        }
    }

    /// Cached entries that a new token reads, averaged over layers: `f n + p min(q n, R) + w min(n, W)`.
    #[must_use]
    pub fn reads(&self, context: f64) -> f64 {
        self.whole * context
            + self.picking * (self.picked * context).min(self.read)
            + self.windowed * context.min(self.window)
    }

    /// Cached entries that are kept, averaged over layers: `(f + p q) n + w min(n, W)`.
    #[must_use]
    pub fn keeps(&self, context: f64) -> f64 {
        (self.whole + self.picking * self.picked) * context + self.windowed * context.min(self.window)
    }

    /// Number of experts in a layer that `tokens` tokens of one step activate together.
    ///
    /// `E (1 − (1 − k/E)^B)`. Source: Erdil 2025, arXiv 2506.04645.
    #[must_use]
    pub fn touched(&self, tokens: f64) -> f64 {
        if self.experts <= 0.0 {
            return 0.0;
        }
        self.experts * (1.0 - exp(tokens * self.passed))
    }

    /// All weights, including the embedding and the output head.
    #[must_use]
    pub fn weights(&self) -> f64 {
        self.common + self.experts * self.expert + 2.0 * self.head
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_model::catalogue::MODELS;

    #[test]
    fn sparse_attention_bounds_what_is_read_and_not_what_is_kept() {
        let shape = |key| MODELS.iter().find(|it| it.key == key).map(Shape::of).expect("a model");
        let (all, some) = (shape("deepseek-v32"), shape("minimax-m3"));
        assert_eq!((all.keeps(1e5), all.reads(1e5), all.reads(500.0)), (1e5, 2048.0, 500.0));
        let mixed = (3.0 * 1e5 + 57.0 * 2048.0) / 60.0;
        assert!((some.reads(1e5) / mixed - 1.0).abs() < 1e-12);
        assert_eq!(shape("deepseek-v3").reads(1e5), 1e5);
    }
}
