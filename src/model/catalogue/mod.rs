//! What can be chosen: accelerators and open models, as published. No formula but the counts of weights.

mod architectures;
mod chips;
mod choice;

pub use architectures::MODELS;
pub use chips::CHIPS;
pub use choice::{ChipChoice, ModelChoice};

/// An accelerator as published, in the units of `data/accelerators.csv`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chip {
    /// As a link writes it.
    pub key: &'static str,
    /// Name for people.
    pub label: &'static str,
    /// Memory, GB.
    pub memory_gb: f64,
    /// Memory bandwidth, TB/s.
    pub bandwidth_tb_s: f64,
    /// Dense rate at 16 bits, TFLOP/s; absent where none is published.
    pub tflops_16: Option<f64>,
    /// At 8 bits.
    pub tflops_8: Option<f64>,
    /// At 4 bits.
    pub tflops_4: Option<f64>,
    /// Link to the other accelerators of its domain, one direction, GB/s.
    pub link_gb_s: f64,
    /// Accelerators in a domain.
    pub domain: f64,
    /// Power at the meter with host, network and cooling, kW.
    pub kw: Option<f64>,
    /// Price: middle, low, high.
    pub price_usd: Option<[f64; 3]>,
}

/// How a model attends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Attention {
    /// Heads share keys and values in groups (GQA, MQA; one group per head is MHA).
    Grouped,
    /// Keys and values are compressed into one latent vector (MLA).
    Latent {
        /// Rank of the compressed query.
        query_rank: f64,
        /// Rank of the compressed keys and values, `c`.
        rank: f64,
        /// Dimension that carries position, `r`.
        rope: f64,
        /// Query and key dimension without position.
        nope: f64,
        /// Value dimension.
        value: f64,
    },
}

/// The architecture of a model: counts only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Architecture {
    /// As a link writes it.
    pub key: &'static str,
    /// Name for people.
    pub label: &'static str,
    /// Layers, `L`.
    pub layers: f64,
    /// Hidden size, `d`.
    pub width: f64,
    /// Query heads, `n_h`.
    pub heads: f64,
    /// Heads of keys and values, `n_kv`.
    pub kv_heads: f64,
    /// Dimension of a head, `d_h`.
    pub head: f64,
    /// Words of the vocabulary.
    pub vocabulary: f64,
    /// Kind of attention.
    pub attention: Attention,
    /// Weight matrices of an FFN: 3 where it is gated, else 2.
    pub matrices: f64,
    /// Layers without experts.
    pub dense_layers: f64,
    /// FFN width of these.
    pub dense_ffn: f64,
    /// Experts of the other layers, `E`; 0 for a dense model.
    pub experts: f64,
    /// Experts that a token visits, `k`.
    pub visited: f64,
    /// Experts that every token visits.
    pub shared: f64,
    /// FFN width of an expert.
    pub expert_ffn: f64,
    /// Share of layers that see a window only.
    pub windowed: f64,
    /// That window, tokens.
    pub window: f64,
    /// Most cached tokens that attention reads, where it picks; absent where it reads all.
    pub read: Option<f64>,
}

impl Architecture {
    /// Weights of one layer's attention.
    ///
    /// Grouped: `2 d n_h d_h + 2 d n_kv d_h`. Latent: `d q + q n_h (nope + r) + d (c + r) + c n_h (nope + v) + n_h v d`
    #[must_use]
    pub fn attention_weights(&self) -> f64 {
        let (d, heads) = (self.width, self.heads);
        match self.attention {
            Attention::Grouped => 2.0 * d * self.head * (heads + self.kv_heads),
            Attention::Latent { query_rank, rank, rope, nope, value } => {
                d * query_rank
                    + query_rank * heads * (nope + rope)
                    + d * (rank + rope)
                    + rank * heads * (nope + value)
                    + heads * value * d
            }
        }
    }

    /// Layers with experts.
    #[must_use]
    pub fn expert_layers(&self) -> f64 {
        if self.experts > 0.0 { self.layers - self.dense_layers } else { 0.0 }
    }

    /// Weights of one expert.
    #[must_use]
    pub fn expert_weights(&self) -> f64 {
        self.matrices * self.width * self.expert_ffn
    }

    /// Weights that every token passes, without the embedding and the output head.
    #[must_use]
    pub fn common_weights(&self) -> f64 {
        let dense = if self.experts > 0.0 { self.dense_layers } else { self.layers };
        self.layers * self.attention_weights()
            + dense * self.matrices * self.width * self.dense_ffn
            + self.expert_layers() * self.shared * self.expert_weights()
    }

    /// All weights: embedding and output head each `V d`.
    #[must_use]
    pub fn parameters(&self) -> f64 {
        self.common_weights()
            + self.expert_layers() * self.experts * self.expert_weights()
            + 2.0 * self.vocabulary * self.width
    }

    /// Weights that a token uses, embedding and head counted as published counts do.
    #[must_use]
    pub fn active_parameters(&self) -> f64 {
        self.common_weights()
            + self.expert_layers() * self.visited * self.expert_weights()
            + 2.0 * self.vocabulary * self.width
    }

    /// Elements of KV cache per token over all layers: `2 L n_kv d_h`, latent `L (c + r)`.
    #[must_use]
    pub fn cached_elements(&self) -> f64 {
        match self.attention {
            Attention::Grouped => 2.0 * self.layers * self.kv_heads * self.head,
            Attention::Latent { rank, rope, .. } => self.layers * (rank + rope),
        }
    }
}
