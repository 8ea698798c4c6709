//! A scenario: a dated default set, a preset on top of it, and the reader's changes. A link stores it for good.
//!
//! Depends on units and the model only; nothing here computes money.

mod article;
mod build_out;
mod chatgpt_lab;
mod deepseek_day;
mod meta_2026;
mod migrate;
mod notice;
mod preset;
pub mod query;
mod sets;
mod share;
mod sorted;
mod stories;
mod value;
mod vintage;

pub use migrate::VERSION;
pub use notice::Notice;
pub use preset::{Change, PRESETS, Preset, STARTING_POINT};
pub use share::{read_link, read_settings, saved};
pub use value::{option_name, read_setting, write as write_value, write_setting};
pub use vintage::{VINTAGES, Vintage};

use crate::{Figures, InputId, Misfit, N_INPUTS, PeakShape, Range, Setting, Shape, Spread, Values};
use payenough_quantities::Quantity as _;

/// A complete set of inputs and where it comes from. Its values are valid and have the digits that a link writes.
///
/// A number of the starting point is as uncertain as its dated set says, unless the reader is certain of it. Any other single number, from the reader or from
/// a preset, is taken as certain; a range is not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenario {
    preset: Option<&'static Preset>,
    /// Single numbers, and the middles of ranges.
    values: Values,
    /// The ends of each input given as a range; equal for inputs given as a number, and [`CERTAIN`] for a number that
    /// no future leaves.
    ends: [(f64, f64); N_INPUTS],
}

/// In the place of a range's ends, which rise: one number, where a number alone would be open.
const CERTAIN: (f64, f64) = (1.0, 0.0);

impl Scenario {
    /// The newest released default set, without changes.
    #[must_use]
    pub fn starting_point() -> Self {
        Self::of(Vintage::latest(), None)
    }

    /// The scenario of a preset on the default set that it starts from.
    #[must_use]
    pub fn of_preset(preset: &'static Preset) -> Self {
        Self::of(preset.vintage(), Some(preset))
    }

    /// The scenario of a default set with a preset, if any.
    fn of(vintage: &'static Vintage, preset: Option<&'static Preset>) -> Self {
        let preset = preset.filter(|preset| !preset.is_start());
        let start = vintage.values();
        let values = preset.map_or(start, |preset| preset.on(start));
        Self { preset, values, ends: [(0.0, 0.0); N_INPUTS] }
    }

    /// The default set that the scenario starts from.
    #[must_use]
    pub const fn vintage(&self) -> &'static Vintage {
        self.values.vintage()
    }

    /// What its default set says of an input.
    #[must_use]
    pub fn figures(&self, id: InputId) -> Figures {
        self.values.figures(id)
    }

    /// The preset that the scenario starts from; `None` is the starting point.
    #[must_use]
    pub const fn preset(&self) -> Option<&'static Preset> {
        self.preset
    }

    /// Whose build-out the starting point or the preset judges, as a noun phrase.
    #[must_use]
    pub fn whose(&self) -> &'static str {
        self.preset.map_or(self.vintage().whose, |preset| preset.whose)
    }

    /// The value of every input; for a range, its middle.
    #[must_use]
    pub const fn values(&self) -> &Values {
        &self.values
    }

    /// The value of one input in the unit of its key; for a range, its middle.
    #[must_use]
    pub const fn get(&self, id: InputId) -> f64 {
        self.values.get(id)
    }

    /// The setting of an input: a number or a range.
    #[must_use]
    pub fn setting(&self, id: InputId) -> Setting {
        let (low, high) = self.ends[id as usize];
        let mid = self.get(id);
        match (low, high) {
            CERTAIN => Setting::Certain(mid),
            _ if low < high => Setting::Range(Range { low, mid, high }),
            _ => Setting::Number(mid),
        }
    }

    /// How an input varies between futures, whether or not futures are simulated; `None` if it does not vary.
    #[must_use]
    pub fn spread(&self, id: InputId) -> Option<Spread> {
        let own = self.figures(id);
        let shaped = |range, shape| {
            let is_pert =
                shape == Shape::Triangular && PeakShape::of(self.get(InputId::peak_shape)) == PeakShape::Pert;
            Spread { range, shape: if is_pert { Shape::Pert } else { shape } }
        };
        match self.setting(id) {
            Setting::Range(range) => Some(shaped(range, id.spec().shape_of_range())),
            Setting::Number(mid) => {
                let range = Range { low: own.low, mid, high: own.high };
                self.is_open_at(id, mid).then(|| shaped(range, own.shape))
            }
            Setting::Certain(_) => None,
        }
    }

    /// Whether a number alone varies between futures: it is the value of the default set, which gives it a range.
    fn is_open_at(&self, id: InputId, value: f64) -> bool {
        let own = self.figures(id);
        own.shape != Shape::Fixed && own.is_range() && value == own.default
    }

    /// Every input that varies between the simulated futures, in table order; empty if no futures are simulated.
    pub fn spreads(&self) -> impl Iterator<Item = (InputId, Spread)> + '_ {
        let is_simulated = self.get(InputId::futures) != 0.0;
        InputId::ALL
            .into_iter()
            .filter(move |_| is_simulated)
            .filter_map(|id| self.spread(id).map(|spread| (id, spread)))
    }

    /// The starting point of the scenario's default set.
    #[must_use]
    pub fn start(&self) -> Values {
        self.vintage().values()
    }

    /// What a link compares the scenario with: the preset, or else the starting point.
    #[must_use]
    pub fn base(&self) -> Values {
        Self::of(self.vintage(), self.preset).values
    }

    /// The inputs that differ from the base, in table order. A link writes these.
    #[must_use]
    pub fn changed(&self) -> Vec<InputId> {
        self.differing(&self.base())
    }

    /// The inputs that differ from the starting point, in table order, including those that the preset changes.
    #[must_use]
    pub fn changed_from_start(&self) -> Vec<InputId> {
        self.differing(&self.start())
    }

    fn differing(&self, base: &Values) -> Vec<InputId> {
        let differs = |&id: &InputId| self.setting(id) != Setting::Number(base.get(id));
        InputId::ALL.into_iter().filter(differs).collect()
    }

    /// The scenario with one input changed to a number, rounded to the row's digits; `None` if the value is not valid.
    #[must_use]
    pub fn try_with(self, id: InputId, value: f64) -> Option<Self> {
        self.try_set(id, &[value]).ok()
    }

    /// The scenario with one input changed to a number or to a range of two or three numbers, as [`InputSpec::setting`]
    /// reads them.
    ///
    /// # Errors Why the numbers are not a valid setting of the input.
    ///
    /// [`InputSpec::setting`]: crate::InputSpec::setting
    pub fn try_set(self, id: InputId, numbers: &[f64]) -> Result<Self, Misfit> {
        id.spec().setting(numbers).map(|setting| self.set(id, setting))
    }

    /// The scenario with one input changed to a setting that its row has made.
    fn set(mut self, id: InputId, setting: Setting) -> Self {
        self.values = self.values.with(id, setting.mid());
        self.ends[id as usize] = match setting {
            Setting::Certain(value) if self.is_open_at(id, value) => CERTAIN,
            Setting::Number(_) | Setting::Certain(_) => (0.0, 0.0),
            Setting::Range(range) => (range.low, range.high),
        };
        self
    }

    /// The scenario with one input changed; unchanged if the setting is not valid.
    #[must_use]
    pub fn with_setting(self, id: InputId, setting: Setting) -> Self {
        let set = match setting {
            Setting::Number(value) => self.try_set(id, &[value]),
            Setting::Certain(value) => self.try_set(id, &[value, value]),
            Setting::Range(Range { low, mid, high }) => self.try_set(id, &[low, mid, high]),
        };
        set.unwrap_or(self)
    }

    /// Like [`Self::try_with`], but unchanged if the value is not valid.
    #[must_use]
    pub fn with(self, id: InputId, value: f64) -> Self {
        self.try_with(id, value).unwrap_or(self)
    }

    /// The canonical link of this scenario, without the `?`.
    #[must_use]
    pub fn query(&self) -> String {
        share::write(self)
    }
}
