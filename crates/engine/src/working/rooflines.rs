//! Workings of tokens per second: the rooflines of prompts and answers, down to the published figures of the
//! accelerator and the model.

use super::{End, Fact, Figure, Kind, Operand, Parts, Search, Workings, fixed};
use crate::serving::batch::Limit;
use crate::serving::pass::{Parts as Times, Setup};
use crate::serving::rates;
use crate::serving::video::{CLIP_ONCE, VideoTimes};
use payenough_model::catalogue::Chip;
use payenough_model::{InputId, Pools, Throughput};

/// The parts of the time of a pass as an array.
const fn list(times: &Times) -> [f64; 6] {
    [times.matrices, times.attention, times.weights, times.cache, times.network, times.latency]
}

impl Workings<'_> {
    /// A figure of the accelerator: the published one, or the reader's own.
    pub(super) fn chip(&self, name: &'static str, own: InputId, of: fn(&Chip) -> f64) -> Operand {
        match self.inputs().chip.chip() {
            Some(chip) => {
                let fact =
                    Fact { name, whose: chip.label, table: "accelerators", row: chip.row, grade: chip.grade };
                Operand::fact(fact, of(chip))
            }
            None => self.input(own),
        }
    }

    /// Dense throughput at the bits of the weights, or at 16 bits.
    pub(super) fn rate_at(&self, bits: f64) -> Operand {
        match bits {
            ..=4.0 => self.chip("dense rate at 4 bits, teraflop/s", InputId::own_4, |it| {
                it.rate_4.map_or(f64::NAN, |it| it.value())
            }),
            ..=8.0 => self.chip("dense rate at 8 bits, teraflop/s", InputId::own_8, |it| {
                it.rate_8.map_or(f64::NAN, |it| it.value())
            }),
            _ => self.chip("dense rate at 16 bits, teraflop/s", InputId::own_16, |it| {
                it.rate_16.map_or(f64::NAN, |it| it.value())
            }),
        }
    }

    /// Dense throughput at the first of these numbers of bits that the accelerator has.
    fn peak(&self, order: [f64; 3]) -> Operand {
        let has = |bits: &f64| match (self.inputs().chip.chip(), *bits as u8) {
            (None, _) => true,
            (Some(chip), 4) => chip.rate_4.is_some(),
            (Some(chip), 8) => chip.rate_8.is_some(),
            (Some(chip), _) => chip.rate_16.is_some(),
        };
        self.rate_at(order.into_iter().find(has).unwrap_or(order[0]))
    }

    pub(super) fn setup(&self, pool: usize) -> &Setup {
        if pool == 0 { &self.operation.setup } else { &self.operation.prefill_setup }
    }

    pub(super) fn bytes(&self) -> Operand {
        fixed("bytes of a weight, by its precision", self.operation.setup.weight)
    }

    pub(super) fn element(&self) -> Operand {
        fixed("bytes of a cached element, by its precision", self.operation.setup.element)
    }

    pub(super) fn memory(&self) -> [Operand; 3] {
        [
            self.chip("memory, GB", InputId::own_memory, |it| it.memory.value()),
            self.input(InputId::memory_used),
            self.input(InputId::memory_kept),
        ]
    }

    pub(super) fn rooflines_value(&self, figure: Figure) -> Option<f64> {
        let it = &self.operation;
        let line = figure.line;
        Some(match figure.kind {
            Kind::Rate => {
                let rates = rates(self.inputs());
                [rates.prefill, rates.cached, rates.decode].get(line)?.value()
            }
            Kind::EncodeTime => VideoTimes::of(self.inputs()).encode.value(),
            Kind::MakeTime => VideoTimes::of(self.inputs()).make.value(),
            Kind::Group if line < 2 => self.setup(line).group,
            Kind::Cut if line < 2 => self.setup(line).layout.attention,
            Kind::Batch => it.decoding.batch,
            Kind::Room => it.setup.room(),
            Kind::Sequence => it.setup.sequence(it.context),
            Kind::Stall => it.stall,
            Kind::StepTokens => it.setup.draft.tokens(),
            Kind::Step => it.decoding.parts.total(),
            Kind::StepPart => *list(&it.decoding.parts).get(line)?,
            Kind::Speed => it.decoding.speed,
            Kind::Pass => it.prefill_parts.total(),
            Kind::PassPart => *list(&it.prefill_parts).get(line)?,
            _ => return None,
        })
    }

    pub(super) fn rooflines(&self, figure: Figure) -> Option<Parts> {
        let line = figure.line;
        let fig = |kind, line| self.figure(kind, line, 0);
        let physics = self.inputs().throughput == Throughput::Physics;
        Some(match figure.kind {
            Kind::Rate => match (line, physics) {
                (1, _) => {
                    let all = vec![self.input(InputId::cache_load), fig(Kind::Cached, 0), self.element()];
                    Parts::of(all, |v| v[0] * 1e9 / (v[1] * v[2]))
                }
                (0, true) => Parts::of(self.prompt_rate(), |v| v[0] / (v[1] * v[2])),
                (0, false) => Parts::sum(self.all(&[InputId::prefill_rate])),
                (2, true) => Parts::of(self.answer_rate(), |v| v[0] * v[1] / (v[2] * v[3])),
                (2, false) => Parts::sum(self.all(&[InputId::decode_rate])),
                _ => return None,
            },
            Kind::EncodeTime => {
                let mut all = self.all(&[InputId::encoder_work, InputId::mfu]);
                all.push(self.peak([16.0, 8.0, 4.0]));
                Parts::of(all, |v| v[0] / (v[2] * v[1]))
            }
            Kind::MakeTime => {
                let mut all = self.all(&[InputId::made_work, InputId::mfu_video, InputId::made_seconds]);
                all.extend([self.peak([8.0, 16.0, 4.0]), fixed("seconds that a clip takes once", CLIP_ONCE)]);
                Parts::of(all, |v| v[0] / (v[3] * v[1]) + v[4] / v[2])
            }
            Kind::Measured => {
                let of_kind = self.setup(0).measured();
                let mut all = self.answer_rate();
                all.push(fixed(
                    "what one run in ten is below, or above, of what is calculated",
                    *of_kind.get(line)?,
                ));
                Parts::of(all, |v| v[0] * v[1] / (v[2] * v[3]) * v[4])
            }
            Kind::ByPhysics if line == 0 => Parts::of(self.answer_rate(), |v| v[0] * v[1] / (v[2] * v[3]))
                .with(self.input(InputId::decode_rate), |physics, measured| physics / measured),
            Kind::ByPhysics => Parts::of(self.prompt_rate(), |v| v[0] / (v[1] * v[2]))
                .with(self.input(InputId::prefill_rate), |physics, measured| physics / measured),
            Kind::Group => self.group(line),
            Kind::Cut => self.cut(line),
            Kind::Copies => self.copies(line),
            Kind::Growth => self.growth(line),
            Kind::Batch => self.batch(),
            Kind::Room => {
                let mut all = vec![fig(Kind::Group, 0), fig(Kind::Cut, 0), self.bytes()];
                all.extend(self.memory());
                all.extend(self.weights());
                Parts::of(all, |v| {
                    v[0] * (v[3] * 1e9 * v[4] - v[5] * 1e9)
                        - ((v[6] + 2.0 * v[7]) * (v[0] / v[1]) + v[8] * v[9]) * v[2]
                })
            }
            Kind::Sequence => {
                let kinds = [Kind::Keeps, Kind::Cached, Kind::Copies];
                let mut all = kinds.map(|kind| fig(kind, 0)).to_vec();
                all.push(self.element());
                Parts::product(all)
            }
            Kind::Stall if self.inputs().pools == Pools::Two => {
                Parts::product(vec![fixed("prompts are read in a pool of their own", 0.0)])
            }
            Kind::Stall => {
                let mut all = self.all(&[InputId::prompt, InputId::chat_cache, InputId::answer]);
                all.extend(self.prompt_rate());
                all.push(fig(Kind::Group, 0));
                Parts::of(all, |v| v[0] * (1.0 - v[1]) / v[2] / (v[3] / (v[4] * v[5]) * v[6]))
            }
            Kind::StepTokens => Parts::of(self.all(&[InputId::draft_length, InputId::draft_accepted]), |v| {
                let drafted = libm::round(v[0]);
                match v[1] {
                    1.0.. => drafted + 1.0,
                    accepted => (1.0 - libm::pow(accepted, drafted + 1.0)) / (1.0 - accepted),
                }
            }),
            Kind::Step => Parts::sum((0..6).map(|part| fig(Kind::StepPart, part)).collect()),
            Kind::StepPart => self.part(line, true)?,
            Kind::Speed => {
                let kinds = [Kind::StepTokens, Kind::Step, Kind::Batch, Kind::Stall];
                Parts::of(kinds.map(|it| fig(it, 0)).to_vec(), |v| v[0] / (v[1] + v[2] * v[3]))
            }
            Kind::PassTokens => {
                let mut all = self.all(&[InputId::chunk, InputId::context]);
                all.push(fig(Kind::Group, 1));
                Parts::of(all, |v| (v[0] * v[2]).max(v[1]))
            }
            Kind::Pass => Parts::sum((0..6).map(|part| fig(Kind::PassPart, part)).collect()),
            Kind::PassPart => self.part(line, false)?,
            Kind::StepShare => {
                let parts: &[usize] = [&[0, 1][..], &[2, 3], &[4], &[5]].get(line)?;
                Parts::sum(parts.iter().map(|&part| fig(Kind::StepPart, part)).collect())
                    .with(fig(Kind::Step, 0), |part, step| part / step)
            }
            _ => return None,
        })
    }

    /// Tokens of a prompt pass, its time, and the accelerators that run it.
    fn prompt_rate(&self) -> Vec<Operand> {
        [(Kind::PassTokens, 0), (Kind::Pass, 0), (Kind::Group, 1)]
            .map(|(kind, line)| self.figure(kind, line, 0))
            .to_vec()
    }

    /// Conversations, tokens per step, the time of a step, and the accelerators that run it.
    fn answer_rate(&self) -> Vec<Operand> {
        [Kind::Batch, Kind::StepTokens, Kind::Step, Kind::Group].map(|kind| self.figure(kind, 0, 0)).to_vec()
    }

    /// Common weights, weights of the output head, number of experts, weights of one expert.
    pub(super) fn weights(&self) -> [Operand; 4] {
        let fig = |kind| self.figure(kind, 0, 0);
        [fig(Kind::Common), fig(Kind::Head), self.experts(), fig(Kind::Expert)]
    }

    fn batch(&self) -> Parts {
        let fig = |kind| self.figure(kind, 0, 0);
        let decoding = &self.operation.decoding;
        if self.operation.nearest.speed.is_some() {
            return Parts::product(vec![fixed("no batch is as fast as promised: one alone is fastest", 1.0)]);
        }
        match decoding.limit {
            Limit::Memory => {
                Parts::of(vec![fig(Kind::Room), fig(Kind::Sequence)], |v| (v[0] / v[1]).max(1.0))
            }
            Limit::Engine => {
                let all = vec![self.input(InputId::engine_batch), fig(Kind::Group), fig(Kind::Cut)];
                Parts::of(all, |v| v[0] * (v[1] / v[2]))
            }
            Limit::Speed => {
                let it = &self.operation;
                let slack = |batch: f64| {
                    let step = it.setup.decode(batch, it.context).total();
                    it.setup.draft.tokens() / self.inputs().speed.value() - step - batch * it.stall
                };
                let most = it.setup.most(it.context).map_or(1.0, |it| it.0);
                let mut all = vec![self.input(InputId::speed)];
                all.extend([Kind::StepTokens, Kind::Step, Kind::Stall].map(fig));
                let search = Search {
                    between: [1.0, most],
                    method: "a secant that halves the value of an end that stays twice",
                    watched: "time of a step that the promised speed leaves",
                    unit: "s",
                    left: slack(decoding.batch),
                    size: slack(most),
                    end: End::Zero,
                };
                Parts::found(all, search)
            }
        }
    }
}
