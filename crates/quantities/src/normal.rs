//! The quantile function of the normal distribution, used to draw uncertain inputs.

use super::lane::{Lane, Mask};
use super::series::{in_memory, polynomial};
use super::special::ln_normal;

/// The standard normal quantile `Φ⁻¹(p)` for `p` in 0..1, with a relative error of 1e-15; infinite at 0 and 1, NaN
/// outside.
///
/// A ratio of two polynomials of degree 7 in each of three regions: in `0.180625 − q²` for `|q| = |p − ½| ≤ 0.425`, and
/// with `r = √(−ln min(p, 1 − p))`, in `r − 1.6` for `r` up to 5 and in `r − 5` beyond.
///
/// Source: M. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37, 1988.
#[inline(always)]
#[must_use]
pub fn normal_quantile<L: Lane>(p: L) -> L {
    let near = square_from_middle(p).up_to(L::all(NEAR));
    if near.all() {
        return centre(p, &CENTRE);
    }
    L::select(near, centre(p, &CENTRE), sides(p))
}

/// Longest list that [`normal_quantiles`] takes.
const MOST: usize = 128;

/// Applies [`normal_quantile`] to each number of a list in place, with identical bits.
///
/// About 15 numbers in 100 lie outside the middle region. They are gathered from the whole list and computed together,
/// so that no lane is wasted.
pub fn normal_quantiles<L: Lane>(list: &mut [L]) {
    let series = in_memory(&CENTRE);
    for part in list.chunks_mut(MOST / L::WIDTH) {
        let mut all = [0.0; MOST];
        let (mut outside, mut places, mut n) = ([0.0; MOST], [0_usize; MOST], 0);
        for (at, p) in part.iter().enumerate() {
            let (z, square) = (centre(*p, series), square_from_middle(*p));
            for lane in 0..L::WIDTH {
                let place = (at * L::WIDTH + lane) % MOST;
                all[place] = z.lane(lane);
                (outside[n % MOST], places[n % MOST]) = (p.lane(lane), place);
                let is_near = square.lane(lane) <= NEAR;
                n += usize::from(!is_near);
            }
        }
        for first in (0..n).step_by(L::WIDTH) {
            let z = sides(L::each(|lane| outside[(first + lane).min(n - 1) % MOST]));
            for lane in 0..L::WIDTH.min(n - first) {
                all[places[first + lane]] = z.lane(lane);
            }
        }
        for (at, slot) in part.iter_mut().enumerate() {
            *slot = L::each(|lane| all[(at * L::WIDTH + lane) % MOST]);
        }
    }
}

/// The largest `q²` of the middle region.
const NEAR: f64 = 0.180_625;

#[inline(always)]
fn square_from_middle<L: Lane>(p: L) -> L {
    let q = p - L::all(0.5);
    q * q
}

/// Numerator and denominator coefficients of the middle region.
static CENTRE: [[f64; 8]; 2] = [
    [
        3.387_132_872_796_366_6,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
];

/// The quantile in the middle region, which [`normal_quantile`] describes.
#[inline(always)]
fn centre<L: Lane>(p: L, [top, bottom]: &[[f64; 8]; 2]) -> L {
    let q = p - L::all(0.5);
    let r = L::all(NEAR) - q * q;
    q * polynomial(r, top) / polynomial(r, bottom)
}

/// The quantile outside the middle region.
#[inline(always)]
fn sides<L: Lane>(p: L) -> L {
    const SIDE: [[f64; 8]; 2] = [
        [
            1.423_437_110_749_683_5,
            4.630_337_846_156_546,
            5.769_497_221_460_691,
            3.647_848_324_763_204_5,
            1.270_458_252_452_368_4,
            0.241_780_725_177_450_6,
            0.022_723_844_989_269_184,
            7.745_450_142_783_414e-4,
        ],
        [
            1.0,
            2.053_191_626_637_759,
            1.676_384_830_183_803_8,
            0.689_767_334_985_1,
            0.148_103_976_427_480_08,
            0.015_198_666_563_616_457,
            5.475_938_084_995_345e-4,
            1.050_750_071_644_416_9e-9,
        ],
    ];
    let negative = (p - L::all(0.5)).below(L::ZERO);
    let tail = L::select(negative, p, L::all(1.0) - p);
    let smallest = L::all(f64::MIN_POSITIVE);
    let r = (-ln_normal(tail.greater(smallest), L::ZERO)).root();
    let side = r - L::all(1.6);
    let size = polynomial(side, &SIDE[0]) / polynomial(side, &SIDE[1]);
    let z = L::select(negative, -size, size);
    let end = L::select(negative, L::all(f64::NEG_INFINITY), L::all(f64::INFINITY));
    let z = L::select(tail.below(smallest), L::select(tail.equals(L::ZERO), end, L::all(f64::NAN)), z);
    // A 32-bit draw never reaches the far tails, so they are skipped unless a lane needs them. Skipping changes no bit.
    let z = if tail.below(L::all(FAR)).any() { with_far_tails(p, z) } else { z };
    // NaN stays NaN.
    L::select(p.equals(p), z, p)
}

/// Below this probability `r > 5`. It is the next double above `e⁻²⁵`.
const FAR: f64 = 1.388_794_386_496_402_1e-11;

/// Replaces the quantiles that lie in the far tails. It is a function of its own so that the common path pays nothing
/// for it.
#[cold]
#[inline(never)]
fn with_far_tails<L: Lane>(p: L, z: L) -> L {
    const TOP: [f64; 8] = [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ];
    const BOTTOM: [f64; 8] = [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ];
    let negative = p.below(L::all(0.5));
    let tail = L::select(negative, p, L::all(1.0) - p);
    let r = (-ln_normal(tail.greater(L::all(f64::MIN_POSITIVE)), L::ZERO)).root();
    let far = L::all(5.0).below(r);
    let r = r - L::all(5.0);
    let size = polynomial(r, &TOP) / polynomial(r, &BOTTOM);
    let is_far = L::all(f64::MIN_POSITIVE).up_to(tail) & far;
    L::select(is_far, L::select(negative, -size, size), z)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lane::Block;
    use crate::special::normal_cdf;
    use proptest::prelude::*;

    /// Reference values computed with mpmath to 40 digits.
    const KNOWN: [(f64, f64); 17] = [
        (1e-300, -37.047_096_299_361_2),
        (1e-100, -21.273_453_560_965_324),
        (1e-20, -9.262_340_089_798_408),
        (1e-11, -6.706_023_155_495_136),
        (1.2e-10, -6.333_282_208_218_192),
        (1e-5, -4.264_890_793_922_825),
        (0.02, -2.053_748_910_631_823),
        (0.074_9, -1.440_238_267_527_963_7),
        (0.075, -1.439_531_470_938_456),
        (0.075_1, -1.438_825_392_752_54),
        (0.25, -0.674_489_750_196_081_7),
        (0.3, -0.524_400_512_708_040_8),
        (0.500_1, 0.000_250_662_830_088_007_5),
        (0.9, 1.281_551_565_544_600_6),
        (0.925, 1.439_531_470_938_456_2),
        (0.926, 1.446_632_067_158_978_8),
        (0.999, 3.090_232_306_167_813),
    ];

    #[test]
    fn quantiles_match_forty_digit_values() {
        for (p, z) in KNOWN {
            let got = normal_quantile(p);
            assert!((got - z).abs() <= 1e-15 * z.abs(), "{p}: {got} {z}");
        }
        assert_eq!(
            (normal_quantile(0.5), normal_quantile(0.0), normal_quantile(1.0)),
            (0.0, f64::NEG_INFINITY, f64::INFINITY)
        );
        assert!([-0.1, 1.1, f64::NAN].into_iter().all(|p| normal_quantile(p).is_nan()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn quantile_inverts_the_distribution_function(p in 1e-12..1.0_f64, power in -300.0..0.0_f64) {
            let back = normal_cdf(normal_quantile(p));
            prop_assert!((back - p).abs() <= 1e-14, "{p} {back}");
            // A `p` near 1 is known only through `1 − p`.
            let small = libm::exp(power);
            let (z, back) = (normal_quantile(small), normal_cdf(normal_quantile(small)));
            // An error in the last place of the deviation changes the tail by a factor that grows with z².
            prop_assert!((back / small - 1.0).abs() <= 1e-14 + 1e-15 * z * z, "{small} {back}");
        }

        #[test]
        fn a_block_has_the_same_bits_as_its_lanes(p in prop::array::uniform8(0.0..1.0_f64), small in any::<bool>()) {
            let of = |at: usize| if small && at == 3 { 1e-13 * p[3] } else { p[at] };
            let block = normal_quantile(Block::each(of));
            for at in 0..8 {
                prop_assert_eq!(block.lane(at).to_bits(), normal_quantile(of(at)).to_bits());
            }
        }

        #[test]
        fn a_list_has_the_same_bits_as_its_numbers(list in prop::collection::vec(-0.001..1.001_f64, 0..600), end in 0..4_usize) {
            let list: Vec<f64> = list.into_iter().chain([0.0, 1.0, f64::NAN, 1e-300].into_iter().take(end)).collect();
            let mut single = list.clone();
            normal_quantiles(&mut single);
            let mut blocks: Vec<Block> =
                list.chunks(8).map(|some| Block::each(|at| some.get(at).copied().unwrap_or(0.5))).collect();
            normal_quantiles(&mut blocks);
            for (at, &p) in list.iter().enumerate() {
                let (one, of_block) = (normal_quantile(p), blocks[at / 8].lane(at % 8));
                prop_assert!(one.to_bits() == single[at].to_bits() || one.is_nan() && single[at].is_nan());
                prop_assert!(one.to_bits() == of_block.to_bits() || one.is_nan() && of_block.is_nan());
            }
        }
    }
}
