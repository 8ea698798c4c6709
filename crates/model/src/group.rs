//! The parts of the story that inputs belong to.

/// The part of the story an input belongs to; the order is the order on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What is built, and what it costs.
    Capex,
    /// How much one accelerator serves.
    Serving,
    /// How well accelerators are used.
    Calibration,
    /// An accelerator or a model that the catalogue does not hold.
    Hardware,
    /// Who asks for how much.
    Demand,
    /// Who pays how much.
    Revenue,
    /// What it costs to run.
    Opex,
    /// Discounting, tax and time.
    Money,
    /// What-ifs beside the answer.
    Experiment,
    /// How futures are drawn from what is uncertain.
    Uncertainty,
}

impl Group {
    /// All groups in page order.
    pub const ALL: [Self; 10] = [
        Self::Capex,
        Self::Serving,
        Self::Demand,
        Self::Revenue,
        Self::Opex,
        Self::Money,
        Self::Uncertainty,
        Self::Experiment,
        Self::Calibration,
        Self::Hardware,
    ];

    /// Stable name for machines.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Capex => "capex",
            Self::Serving => "serving",
            Self::Calibration => "calibration",
            Self::Hardware => "hardware",
            Self::Demand => "demand",
            Self::Revenue => "revenue",
            Self::Opex => "opex",
            Self::Money => "money",
            Self::Experiment => "experiment",
            Self::Uncertainty => "uncertainty",
        }
    }

    /// Heading on the page.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Capex => "What is built",
            Self::Serving => "What one accelerator serves",
            Self::Calibration => "How well accelerators are used",
            Self::Hardware => "Your own accelerator or model",
            Self::Demand => "Who asks for how much",
            Self::Revenue => "Who pays",
            Self::Opex => "Running costs",
            Self::Money => "Money and time",
            Self::Uncertainty => "How sure are we",
            Self::Experiment => "A shock, and the question from the other end",
        }
    }
}
