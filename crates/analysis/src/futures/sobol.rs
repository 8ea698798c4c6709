//! Sobol's sequence with reversed bits, and Owen's scrambling, which keeps its points evenly distributed.
//!
//! With reversed bits, scrambling a bit by the bits above it is an ordinary product, because products carry upwards.

use super::directions::JOE_KUO;
use payenough_quantities::word::Word;

/// One dimension of the sequence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sequence {
    /// The bit-reversed direction number for each bit of an index.
    directions: [u32; 32],
    /// The direction numbers of bits 0 to `b` combined, which change when counting carries to bit `b`.
    carries: [u32; 32],
}

impl Sequence {
    /// The sequence for a dimension. Beyond the last dimension it is that of dimension 0, van der Corput's sequence.
    pub(super) fn of(dimension: usize) -> Self {
        let mut directions = [0_u32; 32];
        let mut carries = [0_u32; 32];
        let row = dimension.checked_sub(1).and_then(|row| JOE_KUO.get(row));
        // v_k = v_(k−s)/2^s ⊕ v_(k−s) ⊕ Σ a_j v_(k−j), as fractions with 32 binary digits.
        let mut numbers: Vec<u32> = Vec::with_capacity(32);
        for bit in 0..32_usize {
            let number = match row {
                None => 1 << (31 - bit),
                Some((_, first)) if bit < first.len() => u32::from(first[bit]) << (31 - bit),
                Some((a, first)) => {
                    let degree = first.len();
                    let before = numbers[bit - degree];
                    (1..degree).fold(before ^ (before >> degree), |number, back| {
                        let has = (a >> (degree - 1 - back)) & 1 == 1;
                        if has { number ^ numbers[bit - back] } else { number }
                    })
                }
            };
            numbers.push(number);
            directions[bit] = number.reverse_bits();
            carries[bit] = directions[bit] ^ if bit == 0 { 0 } else { carries[bit - 1] };
        }
        Self { directions, carries }
    }

    /// Point `index` with its bits reversed.
    #[inline]
    pub(super) fn at(&self, index: u32) -> u32 {
        let mut left = index;
        let mut point = 0;
        while left != 0 {
            point ^= self.directions[left.trailing_zeros() as usize & 31];
            left &= left - 1;
        }
        point
    }

    /// Computes point `index + 1` from point `index`.
    #[inline(always)]
    pub(super) fn after(&self, point: u32, index: u32) -> u32 {
        point ^ self.carries[index.trailing_ones() as usize & 31]
    }
}

/// A nested uniform scrambling of bit-reversed points: each bit is flipped or not, according to a hash of the seed and
/// the bits before it.
///
/// There are two rounds with independent seeds, because a single round leaves traces of the structure of its seed.
///
/// Source of the form: S. Laine and T. Karras, Stratified sampling for stochastic transparency, 2011; B. Burley, Practical
/// hash-based Owen scrambling, Journal of Computer Graphics Techniques 9, 2020; constants by N. Vegdahl, 2021.
#[inline(always)]
pub(super) fn scrambled<W: Word>(point: W, seeds: [W; 2]) -> W {
    let mut x = point;
    for seed in seeds {
        x = x.xor(x.times(W::all(0x3d20_adea)));
        x = x.plus(seed);
        // The number (seed >> 16) | 1 is odd.
        let high = seed.right(16);
        x = x.times(high.plus(high).plus(W::all(1)));
        x = x.xor(x.times(W::all(0x0552_6c56)));
        x = x.xor(x.times(W::all(0x53a2_2864)));
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_points_match_published_values() {
        let point = |dimension: usize, index: u32| {
            f64::from(Sequence::of(dimension).at(index).reverse_bits()) / 4_294_967_296.0
        };
        assert_eq!([0, 1, 2, 3].map(|index| point(0, index)), [0.0, 0.5, 0.25, 0.75]);
        // The values of SciPy 1.17, qmc.Sobol without scrambling, which returns the points in Gray-code order.
        let known = [
            (1, 5, 0.125),
            (2, 6, 0.625),
            (9, 1000, 0.122_070_312_5),
            (99, 777, 0.231_445_312_5),
            (255, 2000, 0.916_503_906_25),
        ];
        for (dimension, index, expected) in known {
            assert_eq!(point(dimension, index), expected, "{dimension} {index}");
        }
    }

    #[test]
    fn each_dimension_fills_every_interval_once() {
        for dimension in 0..=JOE_KUO.len() {
            let sequence = Sequence::of(dimension);
            let mut seen = vec![false; 1024];
            let mut point = sequence.at(0);
            for index in 0..1024 {
                assert_eq!(point, sequence.at(index));
                let scrambled = scrambled(point, [0x1234_5678, 0x9abc_def0]).reverse_bits();
                seen[(scrambled >> 22) as usize] = true;
                point = sequence.after(point, index);
            }
            assert!(seen.iter().all(|&it| it), "dimension {dimension}");
        }
    }

    #[test]
    fn the_first_two_dimensions_fill_every_box() {
        let (a, b) = (Sequence::of(0), Sequence::of(1));
        let cut = |point: u32, seeds, bits: u32| scrambled(point, seeds).reverse_bits() >> (32 - bits);
        for bits in 1..10 {
            let mut seen = vec![0; 1024];
            for index in 0..1024 {
                let (x, y) = (cut(a.at(index), [7, 8], bits), cut(b.at(index), [9, 10], 10 - bits));
                seen[((x << (10 - bits)) | y) as usize] += 1;
            }
            assert!(seen.iter().all(|&it| it == 1), "{bits}");
        }
    }
}
