//! The architecture of an open model, and what follows from it: parameter counts and the size of the KV cache.

use crate::sources::Grade;
use payenough_quantities::{BytesPerToken, Tokens};

/// The kind of attention.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Attention {
    /// Heads share keys and values in groups: GQA and MQA, or MHA with one group per head.
    Grouped,
    /// Keys and values are compressed into one latent vector: MLA.
    Latent {
        /// Rank of the compressed query, `q`.
        query_rank: f64,
        /// Rank of the compressed keys and values, `c`.
        rank: f64,
        /// Dimension of the part of a query or key that carries the position, `r`.
        rope: f64,
        /// Dimension of the part of a query or key without the position.
        nope: f64,
        /// Dimension of a value, `v`.
        value: f64,
    },
    /// All heads share one vector that is key and value at once, and answers are put together in groups.
    Shared {
        /// Rank of the compressed query, `q`.
        query_rank: f64,
        /// Groups of heads, `g`.
        groups: f64,
        /// Rank of what each group hands on, `o`.
        output_rank: f64,
    },
}

/// The architecture of a model, as published: a row of `data/models.csv` with its details in `data/architectures.csv`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Architecture {
    /// Name in links.
    pub key: &'static str,
    /// Name shown to people.
    pub label: &'static str,
    /// Number of layers, `L`.
    pub layers: f64,
    /// Hidden size, `d`.
    pub width: f64,
    /// Number of query heads, `n_h`.
    pub heads: f64,
    /// Number of key and value heads, `n_kv`.
    pub kv_heads: f64,
    /// Dimension of one head, `d_h`.
    pub head: f64,
    /// Size of the vocabulary, `V`.
    pub vocabulary: f64,
    /// Kind of attention.
    pub attention: Attention,
    /// Number of weight matrices in an FFN: 3 if it is gated, else 2.
    pub matrices: f64,
    /// Number of layers without experts.
    pub dense_layers: f64,
    /// FFN width of the layers without experts.
    pub dense_ffn: f64,
    /// Number of routed experts in each of the other layers, `E`; 0 for a dense model.
    pub experts: f64,
    /// Number of routed experts that a token activates, `k`.
    pub visited: f64,
    /// Number of shared experts, which every token activates.
    pub shared: f64,
    /// FFN width of one expert.
    pub expert_ffn: f64,
    /// Weights of a layer's attention beyond what its kind counts, mean over layers: gates, compression, an index that picks, linear
    /// attention.
    pub more: f64,
    /// Entries that a token adds to caches that are read whole, mean over layers: 1 where every layer keeps and reads every token.
    pub whole: f64,
    /// Share of layers that see a window.
    pub windowed: f64,
    /// That window, tokens; chunks count as a window, and the state of linear attention as one of its size.
    pub window: f64,
    /// Share of layers with sparse attention, which selects the tokens that it reads. These layers keep their whole
    /// cache.
    pub picking: f64,
    /// Entries that a token adds to the cache of one of these: less than 1 where it is compressed.
    pub picked: f64,
    /// Most entries that a picking layer reads; absent where none picks. The index is not counted.
    pub read: Option<f64>,
    /// Other published figures; `None` for a reader's own model.
    pub published: Option<Published>,
}

/// What is published about a model besides its architecture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    /// Longest context in tokens.
    pub context: Tokens,
    /// Bits per weight: 16, 8 or 4. If the weights are mixed, this is the figure for the experts.
    pub bits: Option<f64>,
    /// Total parameters.
    pub total: Option<f64>,
    /// Active parameters per token.
    pub active: Option<f64>,
    /// Grade of the source.
    pub grade: Grade,
    /// Id of the row in `data/models.csv`.
    pub row: &'static str,
}

impl Architecture {
    /// Number of weights in the attention of one layer.
    ///
    /// Grouped: `2 d n_h d_h + 2 d n_kv d_h`. Latent: `d q + q n_h (nope + r) + d (c + r) + c n_h (nope + v) + n_h v d`.
    /// Shared: `d q + q n_h d_h + d d_h + n_h d_h o + g o d`. Each with [`Architecture::more`].
    ///
    /// Source: the projections of torchtitan's llama3 and deepseek_v3 (`data/sources.csv`: torchtitan_l3, torchtitan_ds).
    #[must_use]
    pub fn attention_weights(&self) -> f64 {
        let (d, heads) = (self.width, self.heads);
        let of_kind = match self.attention {
            Attention::Grouped => 2.0 * d * self.head * (heads + self.kv_heads),
            Attention::Shared { query_rank, groups, output_rank } => {
                d * query_rank
                    + query_rank * heads * self.head
                    + d * self.head
                    + heads * self.head * output_rank
                    + groups * output_rank * d
            }
            Attention::Latent { query_rank, rank, rope, nope, value } => {
                d * query_rank
                    + query_rank * heads * (nope + rope)
                    + d * (rank + rope)
                    + rank * heads * (nope + value)
                    + heads * value * d
            }
        };
        of_kind + self.more
    }

    /// Number of layers with experts.
    #[must_use]
    pub fn expert_layers(&self) -> f64 {
        if self.experts > 0.0 { self.layers - self.dense_layers } else { 0.0 }
    }

    /// Number of weights in one expert.
    #[must_use]
    pub fn expert_weights(&self) -> f64 {
        self.matrices * self.width * self.expert_ffn
    }

    /// Number of weights in all routers: `d E` in each layer with experts.
    #[must_use]
    pub fn router_weights(&self) -> f64 {
        self.expert_layers() * self.width * self.experts
    }

    /// Number of weights that every token passes through, without routers, the embedding and the output head.
    #[must_use]
    pub fn common_weights(&self) -> f64 {
        let dense = if self.experts > 0.0 { self.dense_layers } else { self.layers };
        self.layers * self.attention_weights()
            + dense * self.matrices * self.width * self.dense_ffn
            + self.expert_layers() * self.shared * self.expert_weights()
    }

    /// Number of weights in the embedding, `V d`; the output head has the same number.
    #[must_use]
    pub fn vocabulary_weights(&self) -> f64 {
        self.vocabulary * self.width
    }

    /// Elements of KV cache per token over all layers: `2 L n_kv d_h`, latent `L (c + r)`, shared `L d_h`.
    #[must_use]
    pub fn cached_elements(&self) -> f64 {
        match self.attention {
            Attention::Grouped => 2.0 * self.layers * self.kv_heads * self.head,
            Attention::Latent { rank, rope, .. } => self.layers * (rank + rope),
            Attention::Shared { .. } => self.layers * self.head,
        }
    }

    /// KV cache of one token at `element_bytes` bytes per element, if every layer keeps it.
    ///
    /// `κ = 2 L n_kv d_h b`, or `L (c + r) b` for latent attention. DeepSeek-V3 at 2 bytes has 70,272.
    ///
    /// Source: data/README.md, formulas used.
    #[must_use]
    pub fn kv_bytes(&self, element_bytes: f64) -> BytesPerToken {
        BytesPerToken::of(self.cached_elements() * element_bytes)
    }

    /// Entries that a sequence of `context` keeps in cache, mean over layers: `(f + p q) n + w min(n, W)`.
    #[must_use]
    pub fn kept(&self, context: Tokens) -> Tokens {
        let seen = context.min(Tokens::of(self.window));
        context * (self.whole + self.picking * self.picked) + seen * self.windowed
    }
}

#[cfg(test)]
mod tests {
    use super::super::MODELS;
    use super::*;

    fn model(key: &str) -> &'static Architecture {
        MODELS.iter().find(|it| it.key == key).expect("a model")
    }

    /// Weights with so many experts to a layer; norms, biases and heads that predict several tokens are left out:
    /// `common + L_E (d E + n w_E) + 2 V d`.
    fn weights(it: &Architecture, experts: f64) -> f64 {
        it.common_weights()
            + it.router_weights()
            + it.expert_layers() * experts * it.expert_weights()
            + 2.0 * it.vocabulary_weights()
    }

    #[test]
    fn parameter_counts_match_published_ones() {
        let mut table = String::new();
        let mut worst = 0.0_f64;
        for it in &MODELS {
            let published = it.published.expect("of a row");
            // some publishers count the embedding among active weights, some do not
            let active = weights(it, it.visited);
            let active = [active, active - it.vocabulary_weights()];
            let pairs = [([weights(it, it.experts); 2], published.total), (active, published.active)];
            for (ours, published) in pairs {
                let Some(published) = published else { continue };
                let gaps = ours.map(|it| it / published - 1.0);
                let (ours, gap) =
                    if gaps[0].abs() <= gaps[1].abs() { (ours[0], gaps[0]) } else { (ours[1], gaps[1]) };
                worst = worst.max(gap.abs());
                table += &format!("{:<16} {:>8.2} {:>8.2} {gap:+.4}\n", it.key, ours / 1e9, published / 1e9);
            }
        }
        println!("{table}");
        assert!(worst < 0.03, "\n{table}");
    }

    #[test]
    fn a_deepseek_token_caches_70272_bytes() {
        assert_eq!(model("deepseek-v3").kv_bytes(2.0), BytesPerToken::of(70_272.0));
    }

    #[test]
    fn windows_limit_the_cache() {
        let it = model("gpt-oss-120b");
        assert_eq!(it.kept(Tokens::of(100.0)), Tokens::of(100.0));
        assert_eq!(it.kept(Tokens::of(1128.0)), Tokens::of(628.0));
        assert_eq!(it.kv_bytes(2.0), BytesPerToken::of(73_728.0));
    }

    #[test]
    fn keys_are_unique_and_valid_in_links() {
        let chips = super::super::CHIPS.iter().map(|it| it.key);
        let mut models: Vec<&str> = MODELS.iter().map(|it| it.key).collect();
        let is_link = |key: &str| {
            (1..=24).contains(&key.len())
                && key.bytes().all(|it| matches!(it, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        };
        assert!(chips.clone().chain(models.iter().copied()).all(is_link));
        let (some, mut chips): (usize, Vec<&str>) = (models.len(), chips.collect());
        models.sort_unstable();
        models.dedup();
        chips.sort_unstable();
        chips.dedup();
        assert_eq!((models.len(), chips.len()), (some, super::super::CHIPS.len()));
    }
}
