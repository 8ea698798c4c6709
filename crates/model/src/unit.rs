//! The unit of an input's key.

/// The unit in which readers, links and tables write an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// Ending of the link key, without the underscore before it.
    pub suffix: &'static str,
    /// Text printed after a number (or before it, for `$`).
    pub text: &'static str,
    /// How many of this unit make one of the engine's unit: 100 for percent.
    pub per_base: f64,
}

impl Unit {
    /// A unit.
    #[must_use]
    pub const fn new(suffix: &'static str, text: &'static str, per_base: f64) -> Self {
        Self { suffix, text, per_base }
    }
}
