//! Where the time of a step or of a prompt pass goes, part by part.

use super::{Kind, Operand, Parts, Workings, fixed};
use crate::serving::pass::Parallel;
use payenough_model::InputId;

/// Bytes that a token sends to an expert and gets back per element; of an activation in a sum; most domains it reaches.
const SENT: [f64; 3] = [3.0, 2.0, 4.0];

impl Workings<'_> {
    /// A part of the time of a step, or of a prompt pass.
    pub(super) fn part(&self, part: usize, is_step: bool) -> Option<Parts> {
        let pool = usize::from(!is_step);
        let setup = *self.setup(pool);
        let is_spread = setup.parallel == Parallel::Expert;
        let fig = |kind| self.figure(kind, 0, 0);
        let group = self.figure(Kind::Group, pool, 0);
        let size = match is_step {
            true => [fig(Kind::Batch), self.input(InputId::draft_length)],
            false => [fig(Kind::PassTokens), self.input(InputId::context)],
        };
        // tokens of the pass, and how many it samples
        let tokens = move |a: f64, b: f64| match is_step {
            true => (a * (1.0 + libm::round(b)), a * (1.0 + libm::round(b))),
            false => (a, a / b),
        };
        let imbalance = match is_spread {
            true => self.input(InputId::imbalance),
            false => fixed("no expert is busier where matrices are cut", 1.0),
        };
        let bandwidth =
            self.chip("memory bandwidth, GB/s", InputId::own_bandwidth, |it| it.bandwidth.value());
        let mut all = size.to_vec();
        all.push(group);
        Some(match part {
            0 => {
                let reached = if setup.weight < 1.0 { InputId::mfu_4_bit } else { InputId::mfu };
                all.extend([fig(Kind::Common), self.visited(), self.experts(), fig(Kind::Expert), imbalance]);
                all.extend([fig(Kind::Head), self.rate_at(setup.weight * 8.0), self.input(reached)]);
                Parts::of(all, move |v| {
                    let (tokens, sampled) = tokens(v[0], v[1]);
                    let products = tokens * (v[3] + v[4].min(v[5]) * v[6] * v[7]) + sampled * v[8];
                    2.0 * products / (v[2] * v[9] * 1e12 * v[10])
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
                all.push(self.input(InputId::mbu));
                Parts::of(all, move |v| {
                    let (tokens, _) = tokens(v[0], v[1]);
                    let missed = libm::pow(1.0 - v[6].min(v[5]) / v[5], tokens);
                    let touched = if v[5] > 0.0 { v[5] * (1.0 - missed) } else { 0.0 };
                    let copies = if is_spread { 1.0 } else { v[2] };
                    let weights = (v[3] + v[4]) / copies + touched * v[7] * v[8] / v[2];
                    weights * v[9] / (v[10] * 1e9 * v[11])
                })
            }
            3 if is_step => {
                all.extend([fig(Kind::Reads), fig(Kind::Cached), self.element(), bandwidth]);
                all.push(self.input(InputId::mbu_cache));
                Parts::of(all, |v| v[0] * v[3] * v[4] * v[5] / (v[2] * v[6] * 1e9 * v[7]))
            }
            3 => Parts::product(vec![fixed("a prompt pass reads no cache", 0.0)]),
            4 => self.links(all, pool, is_step, tokens),
            5 => {
                all.push(self.layers_of());
                all.extend(self.all(&[
                    InputId::layer_time,
                    InputId::collective_time,
                    InputId::sequence_time,
                ]));
                all.push(self.engines(pool));
                Parts::of(all, move |v| {
                    let collective = if v[2] > 1.0 { v[5] } else { 0.0 };
                    let sampling = if is_step { v[0] / v[7] * v[6] } else { 0.0 };
                    v[3] * (v[4] + collective) + sampling
                })
            }
            _ => return None,
        })
    }

    /// Exchange between accelerators that nothing hides.
    fn links(
        &self,
        mut all: Vec<Operand>,
        pool: usize,
        is_step: bool,
        tokens: impl Fn(f64, f64) -> (f64, f64) + 'static,
    ) -> Parts {
        let is_spread = self.setup(pool).parallel == Parallel::Expert;
        all.extend([self.layers_of(), self.dense(), self.visited(), self.experts(), self.width()]);
        all.extend([
            self.chip("link, one direction, GB/s", InputId::own_link, |it| it.link.value()),
            self.input(InputId::link_share),
            self.chip("accelerators in a domain", InputId::own_domain, |it| it.domain.value()),
            self.input(InputId::between),
        ]);
        let kind = if is_step { Kind::StepPart } else { Kind::PassPart };
        all.extend([0, 1, 2, 3, 5].map(|part| self.figure(kind, part, 0)));
        Parts::of(all, move |v| {
            let (tokens, _) = tokens(v[0], v[1]);
            let (n, link, domain) = (v[2], v[8] * 1e9 * v[9], v[10]);
            let (within, across) = (n <= domain, link.min(v[11] * 1e9));
            let [per_expert, per_sum, most_domains] = SENT;
            if n <= 1.0 {
                return 0.0;
            }
            if !is_spread {
                let bytes = 4.0 * v[3] * (n - 1.0) / n * tokens * v[7] * per_sum;
                return bytes / if within { link } else { across };
            }
            let visited = v[5].min(v[6]);
            let sent = tokens / n * (v[3] - v[4].min(v[3])) * v[7] * per_expert;
            if within {
                return sent * visited.min(n) * (n - 1.0) / n / link;
            }
            let others = most_domains.min(visited).min(n / domain);
            (sent * others / across - v[12..].iter().sum::<f64>()).max(0.0)
        })
    }
}
