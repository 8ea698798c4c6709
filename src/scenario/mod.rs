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
pub use value::{option_name, said as read_value, write as write_value};
pub use vintage::{VINTAGES, Vintage};

use crate::model::{InputId, Values};

/// A complete set of inputs, and where it comes from. Its values are valid, and have the digits that a link writes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenario {
    vintage: &'static Vintage,
    preset: Option<&'static Preset>,
    values: Values,
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
        Self { vintage, preset, values: preset.map_or(start, |preset| preset.on(start)) }
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

    /// All inputs.
    #[must_use]
    pub const fn values(&self) -> &Values {
        &self.values
    }

    /// One input, in the unit of its key.
    #[must_use]
    pub const fn get(&self, id: InputId) -> f64 {
        self.values.get(id)
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
        self.values.changed_from(&self.base()).collect()
    }

    /// Inputs that differ from the starting point, in table order; a preset's changes are among them.
    #[must_use]
    pub fn changed_from_start(&self) -> Vec<InputId> {
        self.values.changed_from(&self.start()).collect()
    }

    /// The same with one input changed, kept with the row's digits; `None` if the value is not valid.
    #[must_use]
    pub fn try_with(mut self, id: InputId, value: f64) -> Option<Self> {
        self.values = self.values.with(id, value::kept(id.spec(), value)?);
        Some(self)
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
