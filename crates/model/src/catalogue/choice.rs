//! A choice between the entries of a catalogue and an accelerator or model that the reader describes.

use super::{Architecture, CHIPS, Chip, MODELS};
use payenough_quantities::{Quantity, shared_by_lanes};

/// Name in links and label of an option.
type Name = (&'static str, &'static str);

const OWN_CHIP: Name = ("own", "your own");
const OWN_MODEL: Name = ("own", "your own");

const fn chips() -> [Name; CHIPS.len() + 1] {
    let mut names = [OWN_CHIP; CHIPS.len() + 1];
    let mut at = 0;
    while at < CHIPS.len() {
        names[at] = (CHIPS[at].key, CHIPS[at].label);
        at += 1;
    }
    names
}

const fn models() -> [Name; MODELS.len() + 1] {
    let mut names = [OWN_MODEL; MODELS.len() + 1];
    let mut at = 0;
    while at < MODELS.len() {
        names[at] = (MODELS[at].key, MODELS[at].label);
        at += 1;
    }
    names
}

/// The index of an accelerator in the catalogue, or one past the last for the reader's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChipChoice(u8);

impl ChipChoice {
    /// Name in links and label of each option.
    pub const OPTIONS: &'static [Name] = &chips();

    /// The accelerator; `None` if it is the reader's own.
    #[must_use]
    pub fn chip(self) -> Option<&'static Chip> {
        CHIPS.get(usize::from(self.0))
    }
}

/// The index of a model in the catalogue, or one past the last for the reader's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModelChoice(u8);

impl ModelChoice {
    /// Name in links and label of each option.
    pub const OPTIONS: &'static [Name] = &models();

    /// The model; `None` if it is the reader's own.
    #[must_use]
    pub fn model(self) -> Option<&'static Architecture> {
        MODELS.get(self.row()?)
    }

    /// The model's index in the catalogue; `None` if it is the reader's own.
    #[must_use]
    pub fn row(self) -> Option<usize> {
        Some(usize::from(self.0)).filter(|&row| row < MODELS.len())
    }
}

shared_by_lanes!(ChipChoice, ModelChoice);

impl Quantity for ChipChoice {
    const UNIT: &'static str = "";
    fn value(self) -> f64 {
        f64::from(self.0)
    }
    fn of(value: f64) -> Self {
        Self(value as u8)
    }
}

impl Quantity for ModelChoice {
    const UNIT: &'static str = "";
    fn value(self) -> f64 {
        f64::from(self.0)
    }
    fn of(value: f64) -> Self {
        Self(value as u8)
    }
}
