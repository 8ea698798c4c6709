//! An accelerator as published.

use crate::sources::Grade;
use payenough_quantities::{
    Accelerators, Gigabytes, GigabytesPerSecond, MegawattsPerAccelerator, Teraflops, UsdPerAccelerator,
    UsdPerAcceleratorHour,
};

/// A figure with its range; each of the three may be unknown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread<Q> {
    /// Middle.
    pub value: Option<Q>,
    /// Low end.
    pub low: Option<Q>,
    /// High end.
    pub high: Option<Q>,
}

impl<Q> Spread<Q> {
    /// Nothing known.
    pub const NONE: Self = Self { value: None, low: None, high: None };
}

/// An accelerator: a row of `data/accelerators.csv`. What the row lacks is lacking here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chip {
    /// As a link writes it.
    pub key: &'static str,
    /// Name for people.
    pub label: &'static str,
    /// Who sells it.
    pub vendor: &'static str,
    /// Year of release.
    pub year: u16,
    /// Memory.
    pub memory: Gigabytes,
    /// Memory bandwidth.
    pub bandwidth: GigabytesPerSecond,
    /// Dense rate at 16 bits.
    pub rate_16: Option<Teraflops>,
    /// Dense rate at 8 bits.
    pub rate_8: Option<Teraflops>,
    /// Dense rate at 4 bits.
    pub rate_4: Option<Teraflops>,
    /// Link to the others of its domain, one direction.
    pub link: GigabytesPerSecond,
    /// Accelerators in a domain.
    pub domain: Accelerators,
    /// Power at the meter with host, network and cooling.
    pub power: Option<MegawattsPerAccelerator>,
    /// Price.
    pub price: Spread<UsdPerAccelerator>,
    /// Rent on demand.
    pub rental: Spread<UsdPerAcceleratorHour>,
    /// Cost of an hour to an owner.
    pub owner_tco: Option<UsdPerAcceleratorHour>,
    /// Grade of the row.
    pub grade: Grade,
    /// Row of `data/accelerators.csv`.
    pub row: &'static str,
}

impl Chip {
    /// True where the price is a street price of the chip alone. Racks (domains of more than a server's 8) are priced
    /// whole, divided by their accelerators.
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
