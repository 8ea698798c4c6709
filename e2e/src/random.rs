//! Pseudo-random choices that are the same in every run.

use payenough_model::scenario::{PRESETS, Scenario};
use payenough_model::{InputId, InputSpec, Kind, Scale};

/// The generator `SplitMix64`.
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    /// A generator with this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// An integer from 0 to below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.share() * n as f64) as usize
    }

    /// A value anywhere in the hard range, including its ends.
    pub fn value(&mut self, spec: &InputSpec) -> f64 {
        let (low, high) = spec.hard;
        match (spec.kind, self.below(12)) {
            (Kind::Choice(_) | Kind::NumberKey, _) => {
                self.below(spec.kind.options().unwrap_or_default().len()) as f64
            }
            (Kind::Switch, _) => self.below(2) as f64,
            (Kind::Number, 0) => low,
            (Kind::Number, 1) => high,
            (Kind::Number, _) if matches!(spec.scale, Scale::Log) && 0.0 < low => {
                low * libm::pow(high / low, self.share())
            }
            (Kind::Number, _) => low + self.share() * (high - low),
        }
    }

    /// A scenario in which any number of inputs lie anywhere in their hard ranges. Every fourth of them is a range.
    pub fn scenario(&mut self) -> Scenario {
        let base = Scenario::of_preset(PRESETS[self.below(PRESETS.len())]);
        let n_most = if self.below(2) == 0 { 6 } else { InputId::ALL.len() };
        let n_changed = 1 + self.below(n_most);
        (0..n_changed).fold(base, |scenario, _| {
            let id = InputId::ALL[self.below(InputId::ALL.len())];
            let value = self.value(id.spec());
            if self.below(4) > 0 {
                return scenario.with(id, value);
            }
            let other = self.value(id.spec());
            scenario.try_set(id, &[value.min(other), value.max(other)]).unwrap_or(scenario)
        })
    }

    /// A query as a careless person writes it: not canonical, and often not readable.
    pub fn careless_query(&mut self) -> String {
        let mut query = String::from("v=1&d=2026-11");
        for _ in 0..1 + self.below(8) {
            let spec = InputId::ALL[self.below(InputId::ALL.len())].spec();
            let value = self.value(spec);
            let text = match self.below(6) {
                0 => format!("{:e}", value * 1e4),
                1 => format!("-{value}"),
                2 => JUNK[self.below(JUNK.len())].to_owned(),
                _ => format!("{value:.3}"),
            };
            query += &format!("&{}={text}", spec.key);
        }
        query
    }
}

/// Values that are not allowed in a link.
const JUNK: [&str; 14] = [
    "NaN", "inf", "1e400", "1e-400", "0x10", "1_000", "1e5", "", "9..4", "4..4", "%zz", "<script>", "60bn",
    "5).",
];
