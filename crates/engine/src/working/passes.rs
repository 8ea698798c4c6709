//! Workings of the time of a decode step or of a prompt pass, part by part.

use super::{Kind, Operand, Parts, Workings, fixed};
use payenough_model::InputId;

/// Bytes per element that are sent to an expert and back for one token; bytes of an activation in a sum; largest number
/// of other domains that a token reaches.
const SENT: [f64; 3] = [3.0, 2.0, 4.0];

impl Workings<'_> {
    /// One part of the time of a decode step or of a prompt pass.
    pub(super) fn part(&self, part: usize, is_step: bool) -> Option<Parts> {
        let pool = usize::from(!is_step);
        let setup = *self.setup(pool);
        let is_spread = setup.layout.spread;
        let fig = |kind| self.figure(kind, 0, 0);
        let [group, cut] = [Kind::Group, Kind::Cut].map(|kind| self.figure(kind, pool, 0));
        let size = match is_step {
            true => [fig(Kind::Batch), self.input(InputId::draft_length)],
            false => [fig(Kind::PassTokens), self.input(InputId::context)],
        };
        // the tokens of the pass, and the number of tokens that it samples
        let tokens = move |a: f64, b: f64| match is_step {
            true => (a * (1.0 + libm::round(b)), a * (1.0 + libm::round(b))),
            false => (a, a / b),
        };
        let imbalance = match is_spread {
            true => self.input(InputId::imbalance),
            false => fixed("no accelerator is busier where matrices are cut", 1.0),
        };
        let bandwidth =
            self.chip("memory bandwidth, GB/s", InputId::own_bandwidth, |it| it.bandwidth.value());
        let mut all = size.to_vec();
        all.push(group);
        Some(match part {
            0 => {
                let reached = match setup.weight < 1.0 {
                    true => [InputId::mfu_4_bit, InputId::mfu_experts_4_bit],
                    false => [InputId::mfu, InputId::mfu_experts],
                };
                all.extend([fig(Kind::Common), self.visited(), self.experts(), fig(Kind::Expert), imbalance]);
                all.extend([fig(Kind::Head), self.rate_at(setup.weight * 8.0)]);
                all.extend(self.all(&reached));
                Parts::of(all, move |v| {
                    let (tokens, sampled) = tokens(v[0], v[1]);
                    let common = tokens * v[3] + sampled * v[8];
                    let visited = tokens * v[4].min(v[5]) * v[6] * v[7];
                    2.0 * (common / v[10] + visited / v[11]) / (v[2] * v[9] * 1e12)
                })
            }
            1 => {
                let at_16 = self.rate_at(16.0);
                let rate = if at_16.value.is_nan() { self.rate_at(setup.weight * 8.0) } else { at_16 };
                let pair = if is_step { Kind::PairAnswer } else { Kind::PairPrompt };
                all.extend([fig(pair), fig(Kind::Reads), rate, self.input(InputId::mfu_attention)]);
                Parts::of(all, move |v| {
                    let (tokens, _) = tokens(v[0], v[1]);
                    let read = if is_step { v[4] } else { v[4] / 2.0 };
                    2.0 * v[3] * read * tokens / (v[2] * v[5] * 1e12 * v[6])
                })
            }
            2 => {
                all.extend([fig(Kind::Common), fig(Kind::Head), self.experts(), self.visited()]);
                all.extend([fig(Kind::Expert), imbalance, self.bytes(), bandwidth]);
                all.extend([self.input(InputId::mbu), cut]);
                Parts::of(all, move |v| {
                    let (tokens, _) = tokens(v[0], v[1]);
                    let missed = libm::pow(1.0 - v[6].min(v[5]) / v[5], tokens);
                    let touched = if v[5] > 0.0 { v[5] * (1.0 - missed) } else { 0.0 };
                    let held = (touched * v[8]).min(v[5]) * v[7] / v[2];
                    let weights = (v[3] + v[4]) / v[12] + held;
                    weights * v[9] / (v[10] * 1e9 * v[11])
                })
            }
            3 if is_step => {
                all.extend([fig(Kind::Reads), fig(Kind::Cached), self.element(), bandwidth]);
                all.extend([self.input(InputId::mbu_cache), fig(Kind::Copies)]);
                Parts::of(all, |v| v[0] * v[3] * v[4] * v[5] * v[8] / (v[2] * v[6] * 1e9 * v[7]))
            }
            3 => Parts::product(vec![fixed("a prompt pass reads no cache", 0.0)]),
            4 => self.links(all, pool, is_step, tokens),
            5 => {
                let (out, growth) = (self.sends_out(pool), self.figure(Kind::Growth, pool, 0));
                all.extend([cut, self.layers_of(), self.dense(), self.experts()]);
                all.extend(self.all(&[
                    InputId::layer_time,
                    InputId::collective_time,
                    InputId::sequence_time,
                    InputId::expert_layer_time,
                ]));
                all.push(match out {
                    true => fixed("what grows with the accelerators hides behind the rest", 0.0),
                    false => growth,
                });
                Parts::of(all, move |v| {
                    let collective = if v[2] > 1.0 { v[8] } else { 0.0 };
                    let with_experts = if v[6] > 0.0 { v[4] - v[5].min(v[4]) } else { 0.0 };
                    let sampling = if is_step { v[0] / (v[2] / v[3]) * v[9] } else { 0.0 };
                    v[4] * (v[7] + collective) + with_experts * v[10] + v[11] + sampling
                })
            }
            _ => return None,
        })
    }

    /// Whether tokens are sent to experts outside the domain.
    fn sends_out(&self, pool: usize) -> bool {
        let setup = self.setup(pool);
        setup.layout.spread && setup.engines() > 1.0 && setup.group > setup.machine.domain
    }

    /// Sums over accelerators, and exchange between them that does not overlap with other work.
    fn links(
        &self,
        mut all: Vec<Operand>,
        pool: usize,
        is_step: bool,
        tokens: impl Fn(f64, f64) -> (f64, f64) + 'static,
    ) -> Parts {
        let is_spread = self.setup(pool).layout.spread;
        all.extend([self.layers_of(), self.dense(), self.visited(), self.experts(), self.width()]);
        all.extend([
            self.chip("link, one direction, GB/s", InputId::own_link, |it| it.link.value()),
            self.input(InputId::link_share),
            self.chip("accelerators in a domain", InputId::own_domain, |it| it.domain.value()),
            self.input(InputId::between),
            self.figure(Kind::Cut, pool, 0),
        ]);
        if self.sends_out(pool) {
            let kind = if is_step { Kind::StepPart } else { Kind::PassPart };
            all.push(self.figure(Kind::Growth, pool, 0));
            all.extend([0, 1, 2, 3, 5].map(|part| self.figure(kind, part, 0)));
        }
        Parts::of(all, move |v| {
            let (tokens, _) = tokens(v[0], v[1]);
            let (n, link, domain, cut) = (v[2], v[8] * 1e9 * v[9], v[10], v[12]);
            let (within, across) = (n <= domain, link.min(v[11] * 1e9));
            let [per_expert, per_sum, most_domains] = SENT;
            let sends = is_spread && n / cut > 1.0;
            let after_attention = (cut - 1.0) / cut * tokens / (n / cut);
            let after_rest = if sends { 0.0 } else { (n - 1.0) / n * tokens };
            let rate = if within { link } else { across };
            let sums = 2.0 * v[3] * (after_attention + after_rest) * v[7] * per_sum / rate;
            if !sends {
                return sums;
            }
            let visited = v[5].min(v[6]);
            let sent = tokens / n * (v[3] - v[4].min(v[3])) * v[7] * per_expert;
            if within {
                return sums + sent * visited.min(n) * (n - 1.0) / n / link;
            }
            let others = most_domains.min(visited).min(n / domain);
            let hidden = v[14..].iter().sum::<f64>();
            sums + (sent * others / across + v[13] - hidden).max(0.0)
        })
    }
}
