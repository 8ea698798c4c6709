//! A scenario: a dated default set, a preset on top of it, and what the reader changed. Links are its lasting form.
//!
//! Knows units and the model alone; nothing here computes money.

mod article;
mod chatgpt_lab;
mod deepseek_day;
mod meta_2026;
mod migrate;
mod notice;
mod preset;
pub mod query;
mod share;
mod sorted;
mod stories;
mod value;
mod vintage;

pub use migrate::VERSION;
pub use notice::Notice;
pub use preset::{Change, PRESETS, Preset, STARTING_POINT};
pub use share::read_link;
pub use value::{option_name, said as read_value, write as write_value, write_setting};
pub use vintage::{VINTAGES, Vintage};

use crate::{Hill, InputId, Misfit, N_INPUTS, Range, Setting, Shape, Spread, Values};
use payenough_quantities::Quantity as _;

/// A complete set of inputs, and where it comes from. Its values are valid, and have the digits that a link writes.
///
/// A number of the starting point is as uncertain as its sources say. Any other single number, of the reader or of a
/// preset, is taken as certain; a range is not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenario {
    vintage: &'static Vintage,
    preset: Option<&'static Preset>,
    /// Numbers, and the middles of ranges.
    values: Values,
    /// Ends of what was given as a range; equal where it was not.
    ends: [(f64, f64); N_INPUTS],
}

impl Scenario {
    /// The newest default set, unchanged.
    #[must_use]
    pub fn starting_point() -> Self {
        Self::of(Vintage::latest(), None)
    }

    /// A preset on the newest default set.
    #[must_use]
    pub fn of_preset(preset: &'static Preset) -> Self {
        Self::of(Vintage::latest(), Some(preset))
    }

    /// A preset, or none, on a default set.
    fn of(vintage: &'static Vintage, preset: Option<&'static Preset>) -> Self {
        let preset = preset.filter(|preset| !preset.is_start());
        let start = vintage.values();
        let values = preset.map_or(start, |preset| preset.on(start));
        Self { vintage, preset, values, ends: [(0.0, 0.0); N_INPUTS] }
    }

    /// The default set it starts from.
    #[must_use]
    pub const fn vintage(&self) -> &'static Vintage {
        self.vintage
    }

    /// The preset it starts from; `None` is the starting point.
    #[must_use]
    pub const fn preset(&self) -> Option<&'static Preset> {
        self.preset
    }

    /// All inputs; of a range its middle.
    #[must_use]
    pub const fn values(&self) -> &Values {
        &self.values
    }

    /// One input, in the unit of its key; of a range its middle.
    #[must_use]
    pub const fn get(&self, id: InputId) -> f64 {
        self.values.get(id)
    }

    /// What is given for an input.
    #[must_use]
    pub fn setting(&self, id: InputId) -> Setting {
        let (low, high) = self.ends[id as usize];
        let mid = self.get(id);
        if low < high { Setting::Range(Range { low, mid, high }) } else { Setting::Number(mid) }
    }

    /// How an input varies between futures, whether they are simulated or not; `None` where it does not.
    #[must_use]
    pub fn spread(&self, id: InputId) -> Option<Spread> {
        let spec = id.spec();
        let shaped = |range, shape| {
            let is_pert = shape == Shape::Triangular && Hill::of(self.get(InputId::hill)) == Hill::Pert;
            Spread { range, shape: if is_pert { Shape::Pert } else { shape } }
        };
        match self.setting(id) {
            Setting::Range(range) => Some(shaped(range, spec.shape_of_range())),
            Setting::Number(mid) => {
                let is_open = spec.shape != Shape::Fixed && spec.low < spec.high;
                let range = Range { low: spec.low.min(mid), mid, high: spec.high.max(mid) };
                (is_open && mid == self.start().get(id)).then(|| shaped(range, spec.shape))
            }
        }
    }

    /// Every input that varies between the simulated futures, in table order; none where there are none.
    pub fn spreads(&self) -> impl Iterator<Item = (InputId, Spread)> + '_ {
        let is_simulated = self.get(InputId::futures) != 0.0;
        InputId::ALL
            .into_iter()
            .filter(move |_| is_simulated)
            .filter_map(|id| self.spread(id).map(|spread| (id, spread)))
    }

    /// The starting point of its default set.
    #[must_use]
    pub fn start(&self) -> Values {
        self.vintage.values()
    }

    /// What it is compared with in a link: the preset, else the starting point.
    #[must_use]
    pub fn base(&self) -> Values {
        Self::of(self.vintage, self.preset).values
    }

    /// Inputs that differ from the base, in table order: those that a link writes.
    #[must_use]
    pub fn changed(&self) -> Vec<InputId> {
        self.differing(&self.base())
    }

    /// Inputs that differ from the starting point, in table order; a preset's changes are among them.
    #[must_use]
    pub fn changed_from_start(&self) -> Vec<InputId> {
        self.differing(&self.start())
    }

    fn differing(&self, base: &Values) -> Vec<InputId> {
        let differs = |&id: &InputId| self.setting(id) != Setting::Number(base.get(id));
        InputId::ALL.into_iter().filter(differs).collect()
    }

    /// The same with one input changed to a number, kept with the row's digits; `None` if the value is not valid.
    #[must_use]
    pub fn try_with(self, id: InputId, value: f64) -> Option<Self> {
        self.try_set(id, &[value]).ok()
    }

    /// The same with one input changed to a number, a range of two or of three, as [`InputSpec::setting`] reads them.
    ///
    /// # Errors
    /// Why the numbers are no setting of the input.
    ///
    /// [`InputSpec::setting`]: crate::InputSpec::setting
    pub fn try_set(self, id: InputId, numbers: &[f64]) -> Result<Self, Misfit> {
        id.spec().setting(numbers).map(|setting| self.set(id, setting))
    }

    /// The same with one input changed to what its row made a setting.
    fn set(mut self, id: InputId, setting: Setting) -> Self {
        self.values = self.values.with(id, setting.mid());
        self.ends[id as usize] = match setting {
            Setting::Number(_) => (0.0, 0.0),
            Setting::Range(range) => (range.low, range.high),
        };
        self
    }

    /// The same with one input changed; unchanged if the setting is not valid.
    #[must_use]
    pub fn with_setting(self, id: InputId, setting: Setting) -> Self {
        let set = match setting {
            Setting::Number(value) => self.try_set(id, &[value]),
            Setting::Range(Range { low, mid, high }) => self.try_set(id, &[low, mid, high]),
        };
        set.unwrap_or(self)
    }

    /// As [`Self::try_with`]; unchanged if the value is not valid.
    #[must_use]
    pub fn with(self, id: InputId, value: f64) -> Self {
        self.try_with(id, value).unwrap_or(self)
    }

    /// The one link of this scenario, without `?`.
    #[must_use]
    pub fn query(&self) -> String {
        share::write(self)
    }
}
