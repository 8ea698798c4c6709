//! A reference Monte Carlo of 12 uncertain inputs and 40 quarters that other tools can run too: for exactness and speed.
//!
//! Draw `i` of input `j` is `u = (h(i ⊕ h((seed + j φ) ⊕ c)) + ½)/2³²`, `h` the hash "triple32", `φ` = 0x9E3779B9, `c` = 0x5bd1e995.
//! An accelerator is bought when work exceeds the fleet and never retired.

use super::distribution::{Distribution, Triangular};
use payenough_quantities::lane::Lane;
use payenough_quantities::series::in_memory;
use payenough_quantities::word::{Draw, Word};

/// How many inputs vary.
pub const N_INPUTS: usize = 12;
/// Quarters of straight-line depreciation, from the quarter of purchase; the model runs for twice as many.
const LIFE: usize = 20;

const fn triangular(low: f64, peak: f64, high: f64) -> Distribution {
    match Triangular::new(low, peak, high) {
        Some(it) => Distribution::Triangular(it),
        None => Distribution::Uniform(low, high),
    }
}

/// How each input is spread, in the order of the streams.
const INPUTS: [Distribution; N_INPUTS] = [
    Distribution::Lognormal(50e6, 0.40),
    Distribution::Normal(0.12, 0.03),
    Distribution::Uniform(0.03, 0.10),
    Distribution::Lognormal(400e3, 0.60),
    triangular(0.08, 0.10, 0.14),
    triangular(800.0, 1500.0, 3000.0),
    Distribution::Uniform(0.0, 0.08),
    Distribution::Lognormal(45e3, 0.20),
    triangular(1200.0, 1800.0, 3200.0),
    triangular(0.02, 0.05, 0.12),
    Distribution::Normal(54.0, 8.0),
    Distribution::Uniform(0.0, 4.0),
];

/// The streams of the twelve inputs for one seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streams([u32; N_INPUTS]);

impl Streams {
    /// Of a seed.
    #[must_use]
    pub fn of(seed: u32) -> Self {
        let stream = |input: usize| {
            let start = seed.wrapping_add((input as u32).wrapping_mul(0x9e37_79b9));
            (start ^ 0x5bd1_e995).hashed()
        };
        Self(core::array::from_fn(stream))
    }

    /// Quantiles of draws `first`, `first + 1` and so on, one per lane.
    #[inline(always)]
    #[must_use]
    pub fn uniforms<L: Draw>(&self, first: u32) -> [L; N_INPUTS] {
        let index = L::Word::counting(first);
        self.0.map(|stream| L::unit(index.xor(L::Word::all(stream)).hashed()))
    }
}

/// Net present value in dollars, at quantiles of the twelve inputs.
///
/// A quarter's cash is `EBITDA − tax − capex`, `EBITDA = 0.85 revenue − fleet·opex`, `tax = 0.21 max(EBITDA − depreciation, 0)`
/// without loss carry-forward.
#[must_use]
pub fn net_present_value<L: Lane>(u: &[L; N_INPUTS]) -> L {
    let mut drawn = *u;
    drawn.iter_mut().zip(&INPUTS).for_each(|(value, input)| *value = input.quantile(*value));
    cash(&drawn, &mut [L::ZERO; LIFE])
}

/// Net present value by what the inputs are; `bought_in` is room for what each quarter of the first life buys.
#[inline(always)]
fn cash<L: Lane>(drawn: &[L; N_INPUTS], bought_in: &mut [L; LIFE]) -> L {
    let one = L::all(1.0);
    let &[
        users,
        growth,
        decay,
        tokens,
        rate,
        throughput,
        growth_of_throughput,
        capex,
        opex,
        paying,
        price,
        ads,
    ] = drawn;
    let (mut users, mut growth, kept) = (users, growth, one - decay);
    let faster = one / (one + growth_of_throughput);
    // accelerators per user: seconds of a quarter, busy 60% of them, peaks 1.3 times the mean
    let mut per_user = tokens / (throughput * L::all(7_884_000.0 * 0.60 / 1.30));
    // per user and quarter, less 15%
    let margin = L::all(0.85) * (paying * price + (one - paying) * ads);
    // (1 + rate)^(−1/4)
    let later = one / (one + rate).root().root();
    let mut discount = one;
    let (mut fleet, mut depreciation, mut npv) = (L::ZERO, L::ZERO, L::ZERO);
    let yearly = capex * L::all(1.0 / LIFE as f64);
    // what is bought, less what is written off by then
    let [none, tax_rate] = in_memory(&[0.0, 0.21]).map(L::all);
    let mut quarter = |written_off: L| {
        let bought = (users * per_user - fleet).greater(none);
        fleet += bought;
        depreciation += bought * yearly;
        depreciation -= written_off;
        let ebitda = users * margin - fleet * opex;
        let tax = tax_rate * (ebitda - depreciation).greater(none);
        npv += (ebitda - tax - bought * capex) * discount;
        discount *= later;
        users *= one + growth;
        growth *= kept;
        per_user *= faster;
        bought
    };
    // two loops: with the life asked in one, V8 takes twice as long
    for bought in bought_in.iter_mut() {
        *bought = quarter(L::ZERO);
    }
    for bought in bought_in.iter() {
        quarter(*bought * yearly);
    }
    npv
}

/// What draws are worked out in: a block, or one by one where the machine has no vectors.
#[cfg(any(target_feature = "sse2", target_feature = "simd128", target_feature = "neon"))]
type Lanes = payenough_quantities::lane::Quartet;
#[cfg(not(any(target_feature = "sse2", target_feature = "simd128", target_feature = "neon")))]
type Lanes = f64;

/// Blocks that are drawn before their cash is worked out: input by input, each in a short loop of its own, which compilers of
/// wasm turn into better code than one long loop.
const BATCH: usize = 32;

/// By input.
type Batch = [[Lanes; BATCH]; N_INPUTS];

/// Net present values of draws `from`, `from + 1` and so on.
pub fn fill(seed: u32, from: u32, into: &mut [f64]) {
    let streams = Streams::of(seed);
    let mut drawn: Batch = [[Lanes::ZERO; BATCH]; N_INPUTS];
    let mut at = from;
    for values in into.chunks_mut(Lanes::WIDTH * BATCH) {
        for ((distribution, stream), drawn) in INPUTS.iter().zip(streams.0).zip(&mut drawn) {
            sample(distribution, stream, at, drawn);
        }
        worth(&drawn, values);
        at = at.wrapping_add((Lanes::WIDTH * BATCH) as u32);
    }
}

/// Draws one input.
#[inline(never)]
fn sample(distribution: &Distribution, stream: u32, first: u32, drawn: &mut [Lanes; BATCH]) {
    let mut at = first;
    for value in drawn.iter_mut() {
        let index = <Lanes as Draw>::Word::counting(at);
        *value = Lanes::unit(index.xor(<Lanes as Draw>::Word::all(stream)).hashed());
        at = at.wrapping_add(Lanes::WIDTH as u32);
    }
    distribution.quantiles(drawn);
}

/// Works out what was drawn.
#[inline(never)]
fn worth(drawn: &Batch, into: &mut [f64]) {
    let mut bought_in = [Lanes::ZERO; LIFE];
    for (at, part) in into.chunks_mut(Lanes::WIDTH).enumerate() {
        let npv = cash(&core::array::from_fn(|input| drawn[input][at % BATCH]), &mut bought_in);
        let lanes: [f64; Lanes::WIDTH] = core::array::from_fn(|lane| npv.lane(lane));
        part.copy_from_slice(&lanes[..part.len()]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_draws_of_seed_1_are_on_record() {
        let known = [
            2_663_752_698.541_886_3,
            9_428_076_826.488_31,
            12_332_613_563.745_626,
            12_935_180_872.423_555,
            25_455_663_277.069_233,
        ];
        let mut drawn = [0.0; 5];
        fill(1, 0, &mut drawn);
        for (drawn, known) in drawn.into_iter().zip(known) {
            assert!((drawn / known - 1.0).abs() < 1e-12, "{drawn} {known}");
        }
    }

    #[test]
    fn a_block_has_the_bits_of_single_draws() {
        let mut drawn = [0.0; 100];
        fill(9, 3, &mut drawn);
        let streams = Streams::of(9);
        for (at, drawn) in (3..).zip(drawn) {
            assert_eq!(drawn.to_bits(), net_present_value::<f64>(&streams.uniforms(at)).to_bits());
        }
    }
}
