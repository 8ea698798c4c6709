//! Random scenarios that are the same on every platform, and a hash of the engine's answers to them.

#![allow(dead_code, reason = "each test takes what it needs")]

use payenough_analysis::futures::copula::{Group, Pair};
use payenough_analysis::futures::points::{self, Points};
use payenough_analysis::futures::refdcf;
use payenough_analysis::futures::spread::{Family, Spread};
use payenough_engine::{Outcome, evaluate};
use payenough_model::{InputId, Inputs, Kind, Scale, Values};

/// Number of scenarios in the hash.
const SCENARIOS: u64 = 10_000;

/// A number in [0, 1) that depends only on its two coordinates (SplitMix64).
pub(crate) fn unit(scenario: u64, column: u64) -> f64 {
    let mut z = scenario.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ column.wrapping_mul(0xD1B5_4A32_D192_ED03);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
}

/// A random scenario: each input is at its default, in its slider range, or anywhere in its hard range.
pub(crate) fn scenario(n: u64) -> Values {
    let mut values = Values::STARTING_POINT;
    for id in InputId::ALL {
        values = values.with(id, value(n, id));
    }
    values
}

fn value(n: u64, id: InputId) -> f64 {
    let spec = id.spec();
    // by key, so that a new input leaves the values of the others as they are
    let seed = hash_of(FNV_START, spec.key.bytes());
    let (which, u) = (unit(n, seed), unit(n, !seed));
    match spec.kind {
        Kind::Choice(_) | Kind::NumberKey => {
            (u * spec.kind.options().unwrap_or_default().len() as f64).floor()
        }
        Kind::Switch => (u * 2.0).floor(),
        Kind::Number if which < 0.5 => spec.default,
        Kind::Number if which < 0.95 => between(spec.soft, spec.scale, u),
        Kind::Number => between(spec.hard, if spec.hard.0 > 0.0 { Scale::Log } else { Scale::Linear }, u),
    }
}

fn between((low, high): (f64, f64), scale: Scale, u: f64) -> f64 {
    let value = match scale {
        Scale::Linear => low + (high - low) * u,
        Scale::Log => low * libm::exp(u * libm::log(high / low)),
    };
    value.clamp(low, high)
}

/// Every number of an outcome. A number that does not exist is a fixed marker value.
pub(crate) fn numbers(outcome: &Outcome) -> Vec<f64> {
    let absent = -123_456.789;
    let mut all = vec![
        outcome.npv.value(),
        outcome.irr.map_or(absent, |it| it.value()),
        outcome.payback.map_or(absent, |it| it.value()),
        outcome.payback_first.map_or(absent, |it| it.value()),
        outcome.discounted_payback.map_or(absent, |it| it.value()),
        outcome.needed.map_or(absent, |it| it.value()),
        outcome.needed_flat.map_or(absent, |it| it.value()),
        outcome.expected.value(),
        outcome.breakeven_factor.map_or(absent, |it| it.value()),
        outcome.user_months_pv.value(),
        outcome.npv_from_residual.value(),
        outcome.npv_after_year_5.value(),
        outcome.kept_value_pv.value(),
        outcome.fleet.peak_accelerators.value(),
        outcome.fleet.peak_power.value(),
        outcome.fleet.capex.value(),
        outcome.fleet.all_in_price.value(),
    ];
    all.extend(outcome.irr_roots.iter().map(|it| it.value()));
    all.extend(outcome.revenue_pv.iter().chain(&outcome.cost_pv).map(|it| it.value()));
    for year in &outcome.years {
        all.extend([year.active_users.value(), year.subscribers.value(), year.seats.value()]);
        all.extend([
            year.user_months.value(),
            year.demand.value(),
            year.capacity.value(),
            year.served.value(),
        ]);
        all.extend([
            year.accelerators.value(),
            year.power.value(),
            year.fcf.value(),
            year.cumulative.value(),
        ]);
        all.extend(year.revenue.iter().chain(&year.cost).map(|it| it.value()));
        all.push(year.needed.map_or(absent, |it| it.value()));
        all.push(year.expected.map_or(absent, |it| it.value()));
    }
    all
}

/// The FNV-1a hash of the bits of every number of every outcome.
fn results_hash() -> u64 {
    (0..SCENARIOS).fold(FNV_START, |hash, n| hashed(hash, numbers(&evaluate(&Inputs::read(&scenario(n))))))
}

/// The content of `hashes.txt`, checked natively and in wasm: the hash of the results of random scenarios and the hash of
/// draws. A change of the model changes the first.
pub(crate) fn hashes() -> String {
    format!("results {:#x}\ndraws {:#x}\n", results_hash(), draws_hash())
}

/// The FNV-1a hash of the bits of 4,001 draws of each kind of points, of their values in each family of distributions and
/// in a correlated group, and of the reference Monte Carlo.
fn draws_hash() -> u64 {
    const N: usize = 4001;
    let pair = Pair { one: 0, other: 1, rank: 0.6 };
    let group = Group::of(2, &[pair]).expect("a correlation");
    let mut hash = FNV_START;
    let mut draws = [const { Vec::new() }; 2];
    for kind in points::Kind::ALL {
        let points = Points { kind, seed: 42, n_total: N as u32 };
        for (list, key) in draws.iter_mut().zip(["users_n", "wacc_pct"]) {
            list.resize(N, 0.0);
            points.column(key).fill(0, list);
        }
        for (&one, &other) in draws[0].iter().zip(&draws[1]) {
            let mut correlated = [one, other];
            group.correlate(&mut correlated);
            hash = hashed(hash, correlated);
            for family in [Family::Normal, Family::Lognormal, Family::Triangular, Family::Uniform] {
                let spread = Spread::new(family, [1.0, 2.0, 5.0], (0.0, 1e9)).expect("in order");
                hash = hashed(hash, [spread.quantile(one)]);
            }
        }
    }
    let mut npv = vec![0.0; N];
    refdcf::fill(1, 0, &mut npv);
    hashed(hash, npv)
}

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

fn hashed(hash: u64, numbers: impl IntoIterator<Item = f64>) -> u64 {
    hash_of(hash, numbers.into_iter().flat_map(|number| number.to_bits().to_le_bytes()))
}

fn hash_of(hash: u64, bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
