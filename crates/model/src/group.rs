//! The groups into which the inputs are sorted.

/// The part of the calculation that an input belongs to, in page order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What is built, and what it costs.
    Capex,
    /// How much work one accelerator does.
    Serving,
    /// How well accelerators are utilised.
    Calibration,
    /// An accelerator or model that the catalogue does not have.
    Hardware,
    /// How many people ask for how much.
    Demand,
    /// Who pays how much.
    Revenue,
    /// What it costs to run the fleet and the service.
    Opex,
    /// Discounting, tax and time.
    Money,
    /// What-if experiments outside the main answer.
    Experiment,
    /// How simulated futures are drawn from the uncertain inputs.
    Uncertainty,
}

impl Group {
    /// All groups, in page order.
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

    /// Heading shown on the page.
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
