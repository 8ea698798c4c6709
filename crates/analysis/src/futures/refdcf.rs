//! A reference Monte Carlo simulation of 12 uncertain inputs and 40 quarters, simple enough to run in other tools. It
//! is used to compare exactness and speed.
//!
//! Draw `i` of input `j` is `u = (h(i ⊕ h((seed + j φ) ⊕ c)) + ½)/2³²`, where `h` is the hash "triple32", `φ` =
//! 0x9E3779B9 and `c` = 0x5bd1e995. Accelerators are bought when the work exceeds the fleet, and are never retired.

use super::distribution::{Distribution, Triangular};
use payenough_quantities::lane::Lane;
use payenough_quantities::series::in_memory;
use payenough_quantities::word::{Draw, Word};

/// Number of inputs that vary.
pub const N_INPUTS: usize = 12;
/// Number of quarters of straight-line depreciation from the quarter of purchase. The model runs for twice as many.
const LIFE: usize = 20;

const fn triangular(low: f64, peak: f64, high: f64) -> Distribution {
    match Triangular::new(low, peak, high) {
        Some(it) => Distribution::Triangular(it),
        None => Distribution::Uniform(low, high),
    }
}

/// The distribution of each input, in the order of the streams.
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

/// The random streams of the twelve inputs for one seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streams([u32; N_INPUTS]);

impl Streams {
    /// The streams for a seed.
    #[must_use]
    pub fn of(seed: u32) -> Self {
        let stream = |input: usize| {
            let start = seed.wrapping_add((input as u32).wrapping_mul(0x9e37_79b9));
            (start ^ 0x5bd1_e995).hashed()
        };
        Self(core::array::from_fn(stream))
    }
}

/// Net present value in dollars, at quantiles of the twelve inputs.
///
/// The cash flow of a quarter is `EBITDA − tax − capex`, with `EBITDA = 0.85 revenue − fleet·opex` and
/// `tax = 0.21 max(EBITDA − depreciation, 0)`, without loss carry-forward.
#[must_use]
pub fn net_present_value<L: Lane>(u: &[L; N_INPUTS]) -> L {
    let mut drawn = *u;
    drawn.iter_mut().zip(&INPUTS).for_each(|(value, input)| *value = input.quantile(*value));
    cash(&drawn, &mut [L::ZERO; LIFE])
}

/// Net present value given the values of the inputs. `bought_in` is scratch space for the purchases in each quarter of
/// the first depreciation life.
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
    // Accelerators per user: the seconds of a quarter, of which they are busy 60%, with peaks at 1.3 times the mean.
    let mut per_user = tokens / (throughput * L::all(7_884_000.0 * 0.60 / 1.30));
    // Revenue per user and quarter, minus 15%.
    let margin = L::all(0.85) * (paying * price + (one - paying) * ads);
    // (1 + rate)^(−1/4)
    let later = one / (one + rate).root().root();
    let mut discount = one;
    let (mut fleet, mut depreciation, mut npv) = (L::ZERO, L::ZERO, L::ZERO);
    let yearly = capex * L::all(1.0 / LIFE as f64);
    // The cost of what has been bought minus what has been depreciated.
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
    // Two loops, because V8 takes twice as long if one loop checks for the end of the life.
    for bought in bought_in.iter_mut() {
        *bought = quarter(L::ZERO);
    }
    for bought in bought_in.iter() {
        quarter(*bought * yearly);
    }
    npv
}

/// The lanes in which draws are computed.
#[cfg(any(target_feature = "sse2", target_feature = "simd128", target_feature = "neon"))]
type Lanes = payenough_quantities::lane::Quartet;
#[cfg(not(any(target_feature = "sse2", target_feature = "simd128", target_feature = "neon")))]
type Lanes = f64;

/// Number of blocks that are drawn before their cash flows are computed. Each input is drawn in a short loop of its
/// own, which compilers for wasm turn into better code than one long loop.
const BATCH: usize = 32;

/// The draws by input.
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

/// Computes the net present values of what was drawn.
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

    /// The quantiles of one draw.
    fn uniforms(streams: &Streams, at: u32) -> [f64; N_INPUTS] {
        let index = <f64 as Draw>::Word::counting(at);
        streams.0.map(|stream| f64::unit(index.xor(<f64 as Draw>::Word::all(stream)).hashed()))
    }

    #[test]
    fn a_block_has_the_same_bits_as_single_draws() {
        let mut drawn = [0.0; 100];
        fill(9, 3, &mut drawn);
        let streams = Streams::of(9);
        for (at, drawn) in (3..).zip(drawn) {
            assert_eq!(drawn.to_bits(), net_present_value::<f64>(&uniforms(&streams, at)).to_bits());
        }
    }
}
