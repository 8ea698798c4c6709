//! Workings of a model's weights, operations and cache per token, from its published counts or from the reader's own.

use super::{Fact, Figure, Kind, Operand, Parts, Workings, fixed};
use payenough_model::catalogue::{Architecture, Attention};
use payenough_model::{Grade, InputId};

/// A count of a model: its name, and the input for the reader's own model.
type Count = (&'static str, InputId);

const LAYERS: Count = ("layers, L", InputId::own_layers);
const WIDTH: Count = ("hidden size, d", InputId::own_width);
const HEADS: Count = ("query heads, n_h", InputId::own_heads);
const KV_HEADS: Count = ("heads of keys and values, n_kv", InputId::own_kv_heads);
const HEAD: Count = ("dimension of a head, d_h", InputId::own_head);
const VOCABULARY: Count = ("words of the vocabulary", InputId::own_vocabulary);
const DENSE: Count = ("layers without experts", InputId::own_dense_layers);
const FFN: Count = ("FFN width of layers without experts", InputId::own_ffn);
const EXPERTS: Count = ("experts of a layer, E", InputId::own_experts);
const VISITED: Count = ("experts that a token visits, k", InputId::own_visited);
const SHARED: Count = ("experts that every token visits", InputId::own_shared);
const EXPERT_FFN: Count = ("FFN width of an expert", InputId::own_expert_ffn);
const RANK: Count = ("rank of the compressed cache, c", InputId::own_latent);
const ROPE: Count = ("position part of the compressed cache, r", InputId::own_rope);

impl Workings<'_> {
    /// A count of the model: the published one, or the reader's own.
    fn count(&self, (name, own): Count, of: fn(&Architecture) -> f64) -> Operand {
        match self.inputs().model.model() {
            Some(model) => self.published(name, model, of(model)),
            None => self.input(own),
        }
    }

    fn published(&self, name: &'static str, model: &'static Architecture, value: f64) -> Operand {
        let row = model.published.map_or("", |it| it.row);
        let grade = model.published.map_or(Grade::Judgement, |it| it.grade);
        Operand::fact(Fact { name, whose: model.label, table: "models", row, grade }, value)
    }

    /// A detail for which a reader's own model has no input: the published one, or `own`.
    fn detail(&self, name: &'static str, own: f64, of: fn(&Architecture) -> f64) -> Operand {
        match self.inputs().model.model() {
            Some(model) => self.published(name, model, of(model)),
            None => fixed(name, own),
        }
    }

    pub(super) fn layers_of(&self) -> Operand {
        self.count(LAYERS, |it| it.layers)
    }

    pub(super) fn width(&self) -> Operand {
        self.count(WIDTH, |it| it.width)
    }

    pub(super) fn experts(&self) -> Operand {
        self.count(EXPERTS, |it| it.experts)
    }

    pub(super) fn visited(&self) -> Operand {
        self.count(VISITED, |it| it.visited)
    }

    pub(super) fn dense(&self) -> Operand {
        self.count(DENSE, |it| it.dense_layers)
    }

    /// Rank of the compressed query, number of head groups and their output rank, if one vector is key and value.
    fn shared(&self) -> Option<[Operand; 3]> {
        let model = self.inputs().model.model()?;
        let Attention::Shared { query_rank, groups, output_rank } = model.attention else { return None };
        Some([
            self.published("rank of the compressed query, q", model, query_rank),
            self.published("groups of heads, g", model, groups),
            self.published("rank of what a group hands on, o", model, output_rank),
        ])
    }

    fn is_latent(&self) -> bool {
        match self.inputs().model.model() {
            Some(model) => matches!(model.attention, Attention::Latent { .. }),
            None => self.inputs().own_latent.value() > 0.0,
        }
    }

    /// Rank `c`, position part `r`, and the dimensions of a head without position and of a value.
    fn latent(&self) -> [Operand; 4] {
        let part = |it: &Architecture, at: usize| match it.attention {
            Attention::Latent { rank, rope, nope, value, .. } => [rank, rope, nope, value][at],
            _ => 0.0,
        };
        let [nope, value] = match self.inputs().model.model() {
            Some(model) => [
                self.published("query and key dimension without position", model, part(model, 2)),
                self.published("value dimension, v", model, part(model, 3)),
            ],
            None => [self.input(InputId::own_head), self.input(InputId::own_head)],
        };
        [
            self.count(RANK, |it| match it.attention {
                Attention::Latent { rank, .. } => rank,
                _ => 0.0,
            }),
            self.count(ROPE, |it| match it.attention {
                Attention::Latent { rope, .. } => rope,
                _ => 0.0,
            }),
            nope,
            value,
        ]
    }

    pub(super) fn shape(&self, figure: Figure) -> Option<Parts> {
        let [layers, width] = [self.layers_of(), self.width()];
        let heads = self.count(HEADS, |it| it.heads);
        let head = self.count(HEAD, |it| it.head);
        let kv_heads = self.count(KV_HEADS, |it| it.kv_heads);
        let matrices = self.detail("weight matrices of an FFN", 3.0, |it| it.matrices);
        let expert_ffn = self.count(EXPERT_FFN, |it| it.expert_ffn);
        let is_latent = self.is_latent();
        let more = self.detail("weights of a layer's attention beyond its kind's", 0.0, |it| it.more);
        Some(match figure.kind {
            Kind::Attention if is_latent => {
                let query = match self.inputs().model.model() {
                    Some(model) => self.published(
                        "rank of the compressed query, q",
                        model,
                        match model.attention {
                            Attention::Latent { query_rank, .. } => query_rank,
                            _ => 0.0,
                        },
                    ),
                    None => fixed("rank of the compressed query, three times that of the cache", {
                        3.0 * self.inputs().own_latent.value()
                    }),
                };
                let mut all = vec![more, width, heads, query];
                all.extend(self.latent());
                Parts::of(all, |v| {
                    let [more, d, n, q, c, r, nope, value] = *v else { return f64::NAN };
                    d * q + q * n * (nope + r) + d * (c + r) + c * n * (nope + value) + n * value * d + more
                })
            }
            Kind::Attention => match self.shared() {
                Some([query, groups, rank]) => {
                    Parts::of(vec![more, width, heads, head, query, groups, rank], |v| {
                        let [more, d, n, h, q, g, o] = *v else { return f64::NAN };
                        d * q + q * n * h + d * h + n * h * o + g * o * d + more
                    })
                }
                None => Parts::of(vec![width, head, heads, kv_heads, more], |v| {
                    2.0 * v[0] * v[1] * (v[2] + v[3]) + v[4]
                }),
            },
            Kind::Common => {
                let ffn = self.count(FFN, |it| it.dense_ffn);
                let shared = self.count(SHARED, |it| it.shared);
                let attention = self.figure(Kind::Attention, 0, 0);
                let all = vec![
                    layers,
                    attention,
                    self.dense(),
                    matrices,
                    width,
                    ffn,
                    self.experts(),
                    shared,
                    expert_ffn,
                ];
                Parts::of(all, |v| {
                    let with_experts = v[6] > 0.0;
                    let dense = if with_experts { v[2].min(v[0]) } else { v[0] };
                    let shared = if with_experts { (v[0] - dense) * v[7] * v[3] * v[4] * v[8] } else { 0.0 };
                    v[0] * v[1] + dense * v[3] * v[4] * v[5] + shared
                })
            }
            Kind::Expert => {
                let all = vec![layers, self.dense(), self.experts(), matrices, width, expert_ffn];
                Parts::of(all, |v| {
                    let n_layers = if v[2] > 0.0 { v[0] - v[1].min(v[0]) } else { 0.0 };
                    n_layers * v[3] * v[4] * v[5]
                })
            }
            Kind::Head => Parts::product(vec![self.count(VOCABULARY, |it| it.vocabulary), width]),
            Kind::Cached if is_latent => {
                let [rank, rope, ..] = self.latent();
                Parts::of(vec![layers, rank, rope], |v| v[0] * (v[1] + v[2]))
            }
            Kind::Cached if self.shared().is_some() => Parts::product(vec![layers, head]),
            Kind::Cached => Parts::of(vec![layers, kv_heads, head], |v| 2.0 * v[0] * v[1] * v[2]),
            Kind::PairPrompt if is_latent => {
                let [_, rope, nope, value] = self.latent();
                Parts::of(vec![layers, heads, nope, rope, value], |v| v[0] * v[1] * (v[2] + v[3] + v[4]))
            }
            Kind::PairAnswer if is_latent => {
                let [rank, rope, ..] = self.latent();
                Parts::of(vec![layers, heads, rank, rope], |v| v[0] * v[1] * (2.0 * v[2] + v[3]))
            }
            Kind::PairPrompt | Kind::PairAnswer => {
                Parts::of(vec![layers, heads, head], |v| 2.0 * v[0] * v[1] * v[2])
            }
            Kind::Reads => {
                let mut all = self.entries();
                all.push(self.detail("most that these read, R", 0.0, |it| it.read.unwrap_or(0.0)));
                Parts::of(all, |v| v[1] * v[0] + v[4] * (v[5] * v[0]).min(v[6]) + v[2] * v[0].min(v[3]))
            }
            Kind::Keeps => Parts::of(self.entries(), |v| (v[1] + v[4] * v[5]) * v[0] + v[2] * v[0].min(v[3])),
            _ => return None,
        })
    }

    /// Tokens of a conversation, and the shares of layers and entries that keep them.
    fn entries(&self) -> Vec<Operand> {
        vec![
            self.input(InputId::context),
            self.detail("entries of a token in caches read whole, f", 1.0, |it| it.whole),
            self.detail("share of layers that see a window, w", 0.0, |it| it.windowed),
            self.detail("that window, W", 0.0, |it| it.window),
            self.detail("share of layers that pick what they read, p", 0.0, |it| it.picking),
            self.detail("entries of a token in one of these, q", 1.0, |it| it.picked),
        ]
    }
}
