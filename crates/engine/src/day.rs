//! The load over 24 hours: the daily curve of one time zone, smoothed by users in other zones.

use payenough_model::Inputs;
use payenough_quantities::lane::Lane;
use payenough_quantities::{Hours, Ratio};

/// The load over a day, as a share of its peak.
///
/// In one zone: `m + a·cos(2π(t − t₀)/24)`, `m = (1 + n)/2`, `a = (1 − n)/2`. For users spread evenly over time zones
/// that span `Z` hours, `a` becomes `a·s`, `s = sin(πZ/24)/(πZ/24)`, which is the mean of the shifted curves.
///
/// - `n` load of the quietest hour over that of the busiest, in one zone
///
/// Source: definition. DeepSeek's day of February 2025 had an average ÷ peak of 226.75/278, with accelerators put to
/// other use at night.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Day {
    mean: f64,
    swing: f64,
}

/// Average over peak load of the day that each future describes.
///
/// - `quiet` load of the quietest hour over that of the busiest; `zones` span of the users' time zones in hours
pub(super) fn average<L: Lane>(quiet: Ratio<L>, zones: Hours<L>) -> L {
    let (quiet, zones) = (quiet.value(), zones.value());
    let of = |lane: usize| Day::new(quiet.lane(lane), zones.lane(lane)).average();
    if quiet.is_same() && zones.is_same() { L::all(of(0)) } else { L::each(of) }
}

impl Day {
    /// The day that the inputs describe.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        Self::new(inputs.night_load.value(), inputs.zones.value())
    }

    /// The day that one future describes.
    ///
    /// - `quiet` load of the quietest hour over that of the busiest; `zones` span of the users' time zones in hours
    fn new(quiet: f64, zones: f64) -> Self {
        let angle = core::f64::consts::PI * zones / 24.0;
        let smoothing = if angle > 0.0 { libm::sin(angle) / angle } else { 1.0 };
        Self { mean: (1.0 + quiet) / 2.0, swing: (1.0 - quiet) / 2.0 * smoothing.max(0.0) }
    }

    /// Average over peak load.
    #[must_use]
    pub fn average(&self) -> f64 {
        self.mean / (self.mean + self.swing)
    }

    /// Load in the middle of an hour after the peak, over the load at the peak.
    #[must_use]
    pub fn at(&self, hour: f64) -> f64 {
        let wave = libm::cos(core::f64::consts::PI * hour / 12.0);
        (self.mean + self.swing * wave) / (self.mean + self.swing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use payenough_model::{InputId, Values};

    fn day(quiet: f64, zones: f64) -> Day {
        let values = Values::STARTING_POINT.with(InputId::night_load, quiet).with(InputId::zones, zones);
        Day::of(&Inputs::read(&values))
    }

    #[test]
    fn the_average_is_the_mean_of_the_hours() {
        for (quiet, zones) in [(0.0, 0.0), (30.0, 0.0), (30.0, 8.0), (60.0, 24.0), (100.0, 3.0)] {
            let day = day(quiet, zones);
            let mean = (0..24).map(|hour| day.at(f64::from(hour))).sum::<f64>() / 24.0;
            assert!((mean - day.average()).abs() < 1e-12, "{quiet} {zones}");
            assert!((0..24).all(|hour| day.at(f64::from(hour)) <= 1.0 + 1e-12));
        }
    }

    #[test]
    fn users_in_several_zones_have_the_mean_of_shifted_days() {
        let (spread, alone) = (day(20.0, 6.0), day(20.0, 0.0));
        let steps = 6000;
        let shifted = |hour: f64| {
            let shifts = (0..steps).map(|step| (f64::from(step) + 0.5) / f64::from(steps) * 6.0 - 3.0);
            shifts.map(|shift| alone.at(hour + shift)).sum::<f64>() / f64::from(steps)
        };
        let peak = shifted(0.0);
        for hour in [0.0, 5.0, 12.0, 17.0] {
            assert!((shifted(hour) / peak - spread.at(hour)).abs() < 1e-6, "{hour}");
        }
        assert!((day(20.0, 24.0).average() - 1.0).abs() < 1e-12);
    }
}
