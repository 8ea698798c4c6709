//! The kinds of figures that the engine keeps no number of.

use super::Kind;

impl Kind {
    /// Whether the engine keeps no number of this kind, so that its rule gives the value. The numbers that are computed
    /// from it are the engine's own.
    #[must_use]
    pub(super) const fn is_by_rule(self) -> bool {
        matches!(
            self,
            Self::WithoutLeft
                | Self::BorneMonths
                | Self::SiteWorth
                | Self::FirstFive
                | Self::LeftShare
                | Self::AfterShare
                | Self::AdRegion
                | Self::Raise
                | Self::SpeedPremium
                | Self::AdBases
                | Self::FreeMonths
                | Self::KeptQuarter
                | Self::RevenueShare
                | Self::CostShare
                | Self::Gap
                | Self::FlatTax
                | Self::PayingYear
                | Self::FleetRate
                | Self::ServedMonth
                | Self::Messages
                | Self::Usage
                | Self::MessageTokens
                | Self::MessageEncoded
                | Self::MessageMade
                | Self::DayAverage
                | Self::Busy
                | Self::Gain
                | Self::ChipPrice
                | Self::PortPrice
                | Self::PowerEach
                | Self::AllIn
                | Self::Budget
                | Self::OtherPlant
                | Self::OtherYear
                | Self::Kept
                | Self::EffectiveKept
                | Self::PowerKept
                | Self::PortsKept
                | Self::SitesKept
                | Self::PeakPower
                | Self::InUse
                | Self::Drawn
                | Self::Night
                | Self::Worth
                | Self::WrittenOff
                | Self::Charge
                | Self::ChargeYear
                | Self::ResearchShare
                | Self::Net
                | Self::Flow
                | Self::FlowPv
                | Self::Mirr
                | Self::Payback
                | Self::Cover
                | Self::Copies
                | Self::Measured
                | Self::Growth
                | Self::PassTokens
                | Self::StepShare
                | Self::Attention
                | Self::Common
                | Self::Expert
                | Self::Head
                | Self::Cached
                | Self::PairPrompt
                | Self::PairAnswer
                | Self::Reads
                | Self::Keeps
                | Self::ByPhysics
                | Self::Useful
        )
    }
}
