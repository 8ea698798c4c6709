//! A model as the roofline sees it: weights, operations and cache per token.

use payenough_model::catalogue::{Architecture, Attention};
use payenough_quantities::special::{exp, ln};

/// Counts of one model: numbers of weights, of multiply-adds and of cached elements, whatever their precision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// Layers, `L`.
    pub layers: f64,
    /// Hidden size, `d`.
    pub width: f64,
    /// Weights that every token passes: attention, dense FFN, shared experts.
    pub common: f64,
    /// Weights of one expert, summed over the layers that have experts.
    pub expert: f64,
    /// Experts of a layer, `E`; 0 for a dense model.
    pub experts: f64,
    /// Experts that a token visits, `k`.
    pub visited: f64,
    /// Logarithm of the share of experts that a token passes by, `ln(1 − k/E)`.
    pub passed: f64,
    /// Layers with experts.
    pub expert_layers: f64,
    /// Weights of the output head; the embedding is as large.
    pub head: f64,
    /// Multiply-adds of attention per pair of prompt tokens, `a_pre`.
    pub prefill_pair: f64,
    /// Multiply-adds of attention per cached token read, `a_dec`.
    pub decode_pair: f64,
    /// Cached elements per token over all layers.
    pub cached: f64,
    /// Is the cache one vector for all heads, so that who cuts attention still holds it whole?
    pub whole_cache: bool,
    /// Entries that a token adds to caches that are read whole, mean over layers.
    pub whole: f64,
    /// Share of layers that see a window.
    pub windowed: f64,
    /// That window, tokens.
    pub window: f64,
    /// Share of layers whose attention picks what it reads.
    pub picking: f64,
    /// Entries that a token adds to the cache of one of these.
    pub picked: f64,
    /// Most entries that these read.
    pub read: f64,
}

impl Shape {
    /// The counts of an architecture.
    ///
    /// Grouped: `a_pre = a_dec = 2 L n_h d_h`. Latent: `a_pre = L n_h (nope + r + v)`, uncompressed;
    /// `a_dec = L n_h (2c + r)`, absorbed. One vector as key and value: as grouped. Source: MODEL.md section 4.
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

    /// Cached entries that a new token reads, mean over layers: `f n + p min(q n, R) + w min(n, W)`.
    #[must_use]
    pub fn reads(&self, context: f64) -> f64 {
        self.whole * context
            + self.picking * (self.picked * context).min(self.read)
            + self.windowed * context.min(self.window)
    }

    /// Cached entries that are kept, mean over layers: `(f + p q) n + w min(n, W)`.
    #[must_use]
    pub fn keeps(&self, context: f64) -> f64 {
        (self.whole + self.picking * self.picked) * context + self.windowed * context.min(self.window)
    }

    /// Experts of a layer that `tokens` tokens of one step visit between them.
    ///
    /// `E (1 − (1 − k/E)^B)`. Source: Erdil 2025, arXiv 2506.04645.
    #[must_use]
    pub fn touched(&self, tokens: f64) -> f64 {
        if self.experts <= 0.0 {
            return 0.0;
        }
        self.experts * (1.0 - exp(tokens * self.passed))
    }

    /// All weights, embedding and head included.
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
    fn picking_bounds_what_is_read_and_not_what_is_kept() {
        let shape = |key| MODELS.iter().find(|it| it.key == key).map(Shape::of).expect("a model");
        let (all, some) = (shape("deepseek-v32"), shape("minimax-m3"));
        assert_eq!((all.keeps(1e5), all.reads(1e5), all.reads(500.0)), (1e5, 2048.0, 500.0));
        let mixed = (3.0 * 1e5 + 57.0 * 2048.0) / 60.0;
        assert!((some.reads(1e5) / mixed - 1.0).abs() < 1e-12);
        assert_eq!(shape("deepseek-v3").reads(1e5), 1e5);
    }
}
