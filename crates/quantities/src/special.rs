//! Exponentials, logarithms and the normal distribution. One source serves native code and wasm, and one number and a
//! block of futures, so all of them give the same bits.
//!
//! They are written here because libm's versions branch on the number and so cannot run on a block. Tests compare them
//! with libm.

use std::sync::LazyLock;

use super::lane::{Lane, Mask, WHOLE};
use super::series::{in_memory, polynomial};

/// ln 2 in two parts. The first has so few bits that its product with a whole number is exact.
const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// `e^x`, to 1 unit in the last place; 0 where the result is below the smallest normal number.
///
/// `e^x = 2^k (1 + r + r² q(r))`, where `k` is the whole number nearest to `x/ln 2`, `r = x − k ln 2`, and `q` is a
/// Chebyshev fit of `(e^r − 1 − r)/r²` on `|r| ≤ ln 2/2` with an error of 1e-16.
#[inline(always)]
#[must_use]
pub fn exp<L: Lane>(x: L) -> L {
    exp_by(x, &Q)
}

/// Applies [`exp`] to each number of a list in place, with identical bits.
pub fn exps<L: Lane>(list: &mut [L]) {
    let q = in_memory(&Q);
    for x in list {
        *x = exp_by(*x, q);
    }
}

/// The coefficients of `q` in [`exp`].
static Q: [f64; 10] = [
    0.500_000_000_000_000_1,
    0.166_666_666_666_666_67,
    0.041_666_666_666_624_13,
    0.008_333_333_333_330_062,
    0.001_388_888_891_721_371_7,
    0.000_198_412_698_630_536_17,
    0.000_024_801_521_295_954_375,
    2.755_726_845_999_706_5e-6,
    2.762_008_844_540_974_8e-7,
    2.510_038_549_551_032e-8,
];

#[inline(always)]
fn exp_by<L: Lane>(x: L, q: &[f64; 10]) -> L {
    // Outside these bounds the result is infinite or 0 anyway.
    let held = x.between(-746.0, 710.0);
    let whole = held * L::all(core::f64::consts::LOG2_E) + L::all(WHOLE);
    let k = whole - L::all(WHOLE);
    let r = (held - k * L::all(LN_2_HIGH)) - k * L::all(LN_2_LOW);
    let y = L::all(1.0) + (r + r * r * polynomial(r, q));
    // `y` is doubled and the power of two halved, so that 2^1024 is never needed.
    let scaled = (y + y) * (whole - L::all(1.0)).power_of_two();
    L::select(x.below(L::all(-708.0)), L::ZERO, scaled)
}

/// Natural logarithm, to 1 unit in the last place; −∞ at 0, ∞ at ∞, NaN below 0.
#[inline(always)]
#[must_use]
pub fn ln<L: Lane>(x: L) -> L {
    // Subnormal numbers are scaled up by 2^54.
    let small = x.below(L::all(f64::MIN_POSITIVE));
    let lifted = L::select(small, x * L::all(18_014_398_509_481_984.0), x);
    let finite = ln_normal(lifted, L::select(small, L::all(54.0), L::ZERO));
    let finite = L::select(x.below(L::all(f64::INFINITY)), finite, x);
    let finite = L::select(x.equals(L::ZERO), L::all(f64::NEG_INFINITY), finite);
    L::select(L::ZERO.up_to(x), finite, L::all(f64::NAN))
}

/// `ln(x 2^−lift)` of a normal number above 0.
///
/// `ln(m 2^e) = e ln 2 + ln m` with `m` in √½ to √2, and `ln(1 + f) = f − (f²/2 − s(f²/2 + R))` with `s = f/(2 + f)`,
/// `R = z P(z)`, `z = s²` and `P` a Chebyshev fit of `(2 artanh(s)/s − 2)/z`.
#[inline(always)]
pub fn ln_normal<L: Lane>(x: L, lift: L) -> L {
    const P: [f64; 7] = [
        0.666_666_666_666_667,
        0.399_999_999_998_994_5,
        0.285_714_286_260_014_26,
        0.222_222_111_305_607_26,
        0.181_828_894_337_575_16,
        0.153_317_113_466_729_96,
        0.146_165_764_216_443_86,
    ];
    let (mantissa, exponent) = x.split();
    let upper = L::all(core::f64::consts::SQRT_2).below(mantissa);
    let m = L::select(upper, mantissa * L::all(0.5), mantissa);
    let e = L::select(upper, exponent + L::all(1.0), exponent) - lift;
    let f = m - L::all(1.0);
    let s = f / (L::all(2.0) + f);
    let z = s * s;
    let half = f * f * L::all(0.5);
    let rest = half - (s * (half + z * polynomial(z, &P)) + e * L::all(LN_2_LOW));
    e * L::all(LN_2_HIGH) - (rest - f)
}

/// `2^x`.
#[inline(always)]
#[must_use]
pub fn exp2<L: Lane>(x: L) -> L {
    exp(x * L::all(core::f64::consts::LN_2))
}

/// `x^y` for `x > 0`: `e^(y ln x)`.
#[inline(always)]
#[must_use]
pub fn pow<L: Lane>(x: L, y: L) -> L {
    exp(y * ln(x))
}

/// The standard normal distribution function `Φ(z)`, to 4 units in its last place.
///
/// Within 7 standard deviations it is a polynomial in the distance to the nearest grid point `c`; the grid has 256
/// points to a deviation. The polynomial has six terms of the Taylor series, into which the next two are folded with
/// Chebyshev polynomials. The relative error in the tail is 5e-17 up to 5 deviations and 3e-16 at the end of the table.
/// Beyond the table, and for the table's own `Φ(c)`, it calls `normal_cdf_anywhere`. The other terms follow from
/// `Φ⁽ⁿ⁾ = φ⁽ⁿ⁻¹⁾` and `φ′ = −cφ`.
///
/// Source: derivation. A table is worth having because one simulated future needs hundreds of these values, and the
/// table takes a third of the time.
#[inline(always)]
#[must_use]
pub fn normal_cdf<L: Lane>(z: L) -> L {
    // on the heap, so that a program does not carry the table's room as zeros
    static TABLE: LazyLock<Box<[Series; N_SERIES]>> =
        LazyLock::new(|| Box::new(core::array::from_fn(series)));
    let scaled = z * L::all(PER_DEVIATION);
    let place = scaled + L::all(WHOLE);
    let off = scaled - (place - L::all(WHOLE));
    let square = off * off;
    let [[a, b], [c, d], [e, f]] = place.row(&TABLE);
    let near = (a + (c + e * square) * square) + (b + (d + f * square) * square) * off;
    // NaN is neither far nor near, and stays NaN.
    let is_far = L::all(TABLE_END).below(z.size());
    if is_far.any() { L::select(is_far, normal_cdf_anywhere(z), near) } else { near }
}

/// Applies [`normal_cdf`] to each number of a list, in a loop that stays in registers.
#[inline(never)]
pub fn normal_cdfs<L: Lane>(list: &mut [L]) {
    for z in list {
        *z = normal_cdf(*z);
    }
}

/// Six terms of a polynomial; each pair holds an even and an odd one.
type Series = [[f64; 2]; 3];
/// Grid points of the table to a standard deviation, on each side of the median.
const PER_DEVIATION: f64 = 256.0;
const N_SERIES: usize = 4096;
/// Number of standard deviations that the table covers on each side of the median.
const TABLE_END: f64 = 7.0;

/// The polynomial of `Φ(x)` around grid point `place`; the upper half of the grid points are the negative ones.
fn series(place: usize) -> Series {
    let whole = if place < N_SERIES / 2 { place as f64 } else { place as f64 - N_SERIES as f64 };
    let at = whole / PER_DEVIATION;
    let mut terms = [0.0; 8];
    terms[0] = normal_cdf_anywhere(at);
    // φ⁽ⁿ⁾/n! and the one before it.
    let (mut now, mut before) = (exp(-0.5 * at * at) / (2.0 * SLOPE), 0.0);
    for (n, term) in terms.iter_mut().enumerate().skip(1) {
        *term = now / n as f64;
        (now, before) = (-(at * now + before) / n as f64, now);
    }
    // The variable is measured in steps of the table, so the largest distance is half a step.
    let mut scale = 1.0;
    for term in &mut terms {
        *term *= scale;
        scale /= PER_DEVIATION;
    }
    // T₆(2x)/32 and T₇(2x)/64 are negligible for |x| ≤ ½, so terms six and seven are replaced by the lower powers that
    // make those polynomials vanish.
    let (sixth, seventh) = (terms[6] / 32.0, terms[7] / 64.0);
    [
        [terms[0] + sixth / 64.0, terms[1] + seventh * (7.0 / 64.0)],
        [terms[2] - sixth * (18.0 / 16.0), terms[3] - seventh * (56.0 / 16.0)],
        [terms[4] + sixth * (48.0 / 4.0), terms[5] + seventh * (112.0 / 4.0)],
    ]
}

/// Half of `√(2π)`.
const SLOPE: f64 = 1.253_314_137_315_500_3;

/// [`normal_cdf`] without its table.
///
/// `Φ(−z) = e^(−z²/2) C(t)/(1 + z √(2π)/2)` for `z ≥ 0`, with `t = (z − 5.5)/(z + 5.5)` and `C` a Chebyshev fit with an
/// error of 1e-17; 0 beyond 37 deviations.
///
/// Source of the form: M. Shepherd and J. Laframboise, Chebyshev approximation of (1 + 2x) exp(x²) erfc x, Mathematics
/// of Computation 36, 1981. The coefficients are our own.
#[cold]
#[inline(never)]
fn normal_cdf_anywhere<L: Lane>(z: L) -> L {
    const C: [f64; 23] = [
        0.555_230_904_857_160_3,
        -0.077_118_918_893_494_91,
        0.017_240_283_774_448,
        0.023_562_747_749_173_284,
        -0.040_307_909_544_265_82,
        0.038_005_490_356_49,
        -0.026_412_710_726_158_727,
        0.014_169_897_719_547_092,
        -0.005_706_490_942_550_637,
        0.001_502_281_725_386_894_3,
        -0.000_088_426_618_143_793_01,
        -0.000_122_617_412_089_078_43,
        0.000_049_970_826_571_214_26,
        4.703_849_420_721_611e-8,
        -6.171_956_892_971_23e-6,
        1.304_516_432_509_793_4e-6,
        6.023_155_277_796_145e-7,
        -2.718_216_514_272_244_5e-7,
        -5.884_406_034_396_151e-8,
        4.415_655_705_139_296e-8,
        8.324_738_596_359_229e-9,
        -5.154_549_066_898_926e-9,
        -1.486_077_064_269_305_5e-9,
    ];
    // 1.5·2^32: adding it rounds to 20 binary places, so that the square is exact.
    const SHORT: f64 = 6_442_450_944.0;
    let far = z.size().lesser(L::all(40.0));
    let short = (far + L::all(SHORT)) - L::all(SHORT);
    let rest = (short - far) * (short + far) * L::all(0.5);
    let bell = exp(short * short * L::all(-0.5)) * (L::all(1.0) + rest * (L::all(1.0) + L::all(0.5) * rest));
    let t = (far - L::all(5.5)) / (far + L::all(5.5));
    let tail = bell * polynomial(t, &C) / (L::all(1.0) + far * L::all(SLOPE));
    let whole = L::select(z.below(L::ZERO), tail, L::all(1.0) - tail);
    // NaN stays NaN.
    L::select(z.equals(z), whole, z)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lane::Block;
    use proptest::prelude::*;

    fn apart(a: f64, b: f64) -> f64 {
        if a == b { 0.0 } else { (a - b).abs() / (b.abs() * f64::EPSILON) }
    }

    #[test]
    fn values_at_the_ends_of_the_range() {
        assert_eq!((exp(f64::NEG_INFINITY), exp(-800.0), exp(0.0)), (0.0, 0.0, 1.0));
        assert_eq!((exp(f64::INFINITY), exp(710.0)), (f64::INFINITY, f64::INFINITY));
        assert!(
            exp(f64::NAN).is_nan()
                && ln(f64::NAN).is_nan()
                && ln(-1.0).is_nan()
                && normal_cdf(f64::NAN).is_nan()
        );
        assert_eq!((ln(0.0), ln(1.0), ln(f64::INFINITY)), (f64::NEG_INFINITY, 0.0, f64::INFINITY));
        assert!(apart(ln(5e-324), libm::log(5e-324)) < 2.0);
        assert_eq!(
            (normal_cdf(0.0), normal_cdf(f64::INFINITY), normal_cdf(f64::NEG_INFINITY)),
            (0.5, 1.0, 0.0)
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100_000))]
        #[test]
        fn matches_libm(x in -708.0..709.7_f64, near in -2.0..2.0_f64, z in -36.0..9.0_f64) {
            prop_assert!(apart(exp(x), libm::exp(x)) <= 1.0, "exp {x}");
            prop_assert!(apart(exp(near), libm::exp(near)) <= 1.0, "exp {near}");
            let positive = libm::exp(x);
            prop_assert!(apart(ln(positive), libm::log(positive)) <= 2.0, "ln {positive}");
            prop_assert!(apart(ln(1.0 + 0.4 * near), libm::log(1.0 + 0.4 * near)) <= 2.0, "ln near 1: {near}");
            let tail = 0.5 * libm::erfc(-z * core::f64::consts::FRAC_1_SQRT_2);
            // libm's argument is itself rounded, which costs z² units in the last place.
            prop_assert!(apart(normal_cdf(z), tail) <= 6.0 + z * z, "normal {z}");
        }

        #[test]
        fn a_block_has_the_same_bits_as_its_lanes(x in prop::array::uniform8(-750.0..750.0_f64)) {
            let block = Block::each(|at| x[at]);
            for (at, &x) in x.iter().enumerate() {
                prop_assert_eq!(exp(block).lane(at).to_bits(), exp(x).to_bits());
                let mixed = |lane: usize| block.lane(lane) * [1.0, 0.012][lane % 2];
                for z in [Block::each(mixed), Block::each(|at| 0.01 * block.lane(at))] {
                    prop_assert_eq!(normal_cdf(z).lane(at).to_bits(), normal_cdf(z.lane(at)).to_bits());
                }
                let logarithm = (ln(block).lane(at), ln(x));
                prop_assert!(logarithm.0.to_bits() == logarithm.1.to_bits() || x < 0.0);
            }
        }
    }
}
