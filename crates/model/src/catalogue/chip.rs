//! An accelerator and its published figures.

use crate::sources::Grade;
use payenough_quantities::{
    Accelerators, Gigabytes, GigabytesPerSecond, MegawattsPerAccelerator, Teraflops, UsdPerAccelerator,
    UsdPerAcceleratorHour,
};

/// A figure with its range. Any of the three may be unknown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread<Q> {
    /// Middle of the range.
    pub value: Option<Q>,
    /// Low end of the range.
    pub low: Option<Q>,
    /// High end of the range.
    pub high: Option<Q>,
}

impl<Q> Spread<Q> {
    /// A figure of which nothing is known.
    pub const NONE: Self = Self { value: None, low: None, high: None };
}

/// An accelerator: a row of `data/accelerators.csv`. A figure that is blank there is `None` here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chip {
    /// Name in links.
    pub key: &'static str,
    /// Name shown to people.
    pub label: &'static str,
    /// The company that sells it.
    pub vendor: &'static str,
    /// Year of release.
    pub year: u16,
    /// Memory capacity.
    pub memory: Gigabytes,
    /// Memory bandwidth.
    pub bandwidth: GigabytesPerSecond,
    /// Dense arithmetic throughput at 16 bits.
    pub rate_16: Option<Teraflops>,
    /// Dense arithmetic throughput at 8 bits.
    pub rate_8: Option<Teraflops>,
    /// Dense arithmetic throughput at 4 bits.
    pub rate_4: Option<Teraflops>,
    /// Bandwidth of the link to other accelerators in the same domain, in one direction.
    pub link: GigabytesPerSecond,
    /// Number of accelerators in a domain (a server or a rack with fast links).
    pub domain: Accelerators,
    /// Power at the meter, including host, network and cooling.
    pub power: Option<MegawattsPerAccelerator>,
    /// Purchase price.
    pub price: Spread<UsdPerAccelerator>,
    /// On-demand rent.
    pub rental: Spread<UsdPerAcceleratorHour>,
    /// Total cost of ownership for one hour.
    pub owner_tco: Option<UsdPerAcceleratorHour>,
    /// Grade of the source.
    pub grade: Grade,
    /// Id of the row in `data/accelerators.csv`.
    pub row: &'static str,
}

impl Chip {
    /// Whether the price is a street price for the chip alone. Racks, which are domains larger than a server of 8, are
    /// priced whole and divided by their number of accelerators.
    ///
    /// Source: the note on `unit_price_usd` in data/README.md.
    #[must_use]
    pub fn priced_alone(&self) -> bool {
        self.domain.value() <= 8.0
    }
}

pub(super) const fn gb(value: f64) -> Gigabytes {
    Gigabytes::of(value)
}

pub(super) const fn gb_s(value: f64) -> GigabytesPerSecond {
    GigabytesPerSecond::of(value)
}

pub(super) const fn tb_s(value: f64) -> GigabytesPerSecond {
    GigabytesPerSecond::of(value * 1e3)
}

pub(super) const fn tflops(value: f64) -> Teraflops {
    Teraflops::of(value)
}

pub(super) const fn kw(value: f64) -> MegawattsPerAccelerator {
    MegawattsPerAccelerator::of(value / 1e3)
}

pub(super) const fn usd(value: f64) -> UsdPerAccelerator {
    UsdPerAccelerator::of(value)
}

pub(super) const fn usd_hour(value: f64) -> UsdPerAcceleratorHour {
    UsdPerAcceleratorHour::of(value)
}
