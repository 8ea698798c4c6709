//! Correlations between inputs in the simulated futures: named groups, each with the input that sets its rank
//! correlation.

use super::inputs::InputId;

/// A group of pairs of inputs that share one Spearman rank correlation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// The input that sets the correlation, in per cent.
    pub row: InputId,
    /// Two inputs and a sign: the correlation between them is the row's figure times the sign.
    pub pairs: &'static [(InputId, InputId, f64)],
}

impl Correlation {
    /// Name shown to people.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.row.spec().label
    }
}

/// All groups. No pair of inputs is in more than one.
pub static CORRELATIONS: [Correlation; 7] = [
    Correlation {
        row: InputId::rho_use_fall,
        pairs: &[
            (InputId::background_growth, InputId::api_fall, 1.0),
            (InputId::prompt_growth, InputId::api_fall, 1.0),
        ],
    },
    Correlation { row: InputId::rho_realised_price, pairs: &[(InputId::realised, InputId::api_price, 1.0)] },
    Correlation { row: InputId::rho_share_years, pairs: &[(InputId::programme_share, InputId::plan, 1.0)] },
    Correlation {
        row: InputId::rho_gain_fall,
        pairs: &[
            (InputId::software_gain, InputId::api_fall, 1.0),
            (InputId::hardware_gain, InputId::api_fall, 1.0),
        ],
    },
    Correlation {
        row: InputId::rho_gain_cost,
        pairs: &[
            (InputId::price_growth, InputId::hardware_gain, 1.0),
            (InputId::power_growth, InputId::hardware_gain, 1.0),
        ],
    },
    Correlation {
        row: InputId::rho_prices,
        pairs: &[
            (InputId::sub_price, InputId::seat_price, 1.0),
            (InputId::sub_price, InputId::api_price, 1.0),
            (InputId::seat_price, InputId::api_price, 1.0),
        ],
    },
    Correlation {
        row: InputId::rho_costs,
        pairs: &[
            (InputId::accelerator_price, InputId::facility_price, 1.0),
            (InputId::accelerator_price, InputId::power_price, 1.0),
            (InputId::facility_price, InputId::power_price, 1.0),
        ],
    },
];
