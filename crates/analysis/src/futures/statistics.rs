//! Statistics of lists: mean, standard deviation, percentiles, ranks and correlations.

/// Mean; `None` for an empty list.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(values.iter().sum::<f64>() / values.len() as f64) }
}

/// Standard deviation of a sample, `√(Σ(x − x̄)²/(n − 1))`; `None` for fewer than two values.
#[must_use]
pub fn standard_deviation(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    if values.len() < 2 { None } else { Some((squares / (values.len() - 1) as f64).sqrt()) }
}

/// The values in ascending order.
#[must_use]
pub fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

/// The indices of the finite values of a list, in ascending order of value; ties keep their order.
#[must_use]
pub fn rising(values: &[f64]) -> Vec<u32> {
    rising_of(values, |it| it.is_finite())
}

/// The indices of the values of a list for which `is_in` holds, in ascending order of value; ties keep their order.
#[must_use]
pub fn rising_of(values: &[f64], is_in: impl Fn(f64) -> bool) -> Vec<u32> {
    let mut order: Vec<u32> = (0..values.len() as u32).filter(|&at| is_in(values[at as usize])).collect();
    order.sort_by(|&a, &b| values[a as usize].total_cmp(&values[b as usize]));
    order
}

/// The two indices of an ascending list of `n` values between which a share `p` of it lies; `None` for an empty list.
#[must_use]
pub fn neighbours(n: usize, p: f64) -> Option<[usize; 2]> {
    let last = n.checked_sub(1)?;
    let below = ((p.clamp(0.0, 1.0) * last as f64) as usize).min(last);
    Some([below, (below + 1).min(last)])
}

/// The value below which a share `p` of an ascending list lies, interpolated between the two values nearest to position
/// `(n − 1) p`; `None` for an empty list.
///
/// Source: type 7 of R. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50, 1996.
#[must_use]
pub fn percentile(sorted: &[f64], p: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = p.clamp(0.0, 1.0) * last as f64;
    let [below, above] = neighbours(sorted.len(), p)?;
    let (low, high) = (sorted[below], sorted[above]);
    Some(low + (high - low) * (place - below as f64))
}

/// Pearson's correlation; `None` if one list does not vary or the lengths differ.
#[must_use]
pub fn correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    let [xx, yy, xy] = squares(x, y)?;
    let scale = xx.sqrt() * yy.sqrt();
    if 0.0 < scale && scale.is_finite() { Some((xy / scale).clamp(-1.0, 1.0)) } else { None }
}

/// `Σ(x − x̄)²`, `Σ(y − ȳ)²` and `Σ(x − x̄)(y − ȳ)`; `None` if the lists are empty or the lengths differ.
#[must_use]
pub fn squares(x: &[f64], y: &[f64]) -> Option<[f64; 3]> {
    let (mean_x, mean_y) = (mean(x)?, mean(y)?);
    if x.len() != y.len() {
        return None;
    }
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (x, y) in x.iter().zip(y) {
        let (x, y) = (x - mean_x, y - mean_y);
        xx += x * x;
        yy += y * y;
        xy += x * y;
    }
    Some([xx, yy, xy])
}

/// The rank of each value in ascending order, from 0; equal values share the mean of their ranks.
#[must_use]
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let order = order(values);
    let mut ranks = vec![0.0; values.len()];
    let mut from = 0;
    while let Some(first) = order.get(from) {
        let mut next = from + 1;
        while order.get(next).is_some_and(|it| it.value == first.value) {
            next += 1;
        }
        let rank = (from + next - 1) as f64 / 2.0;
        order[from..next].iter().for_each(|it| ranks[it.at as usize] = rank);
        from = next;
    }
    ranks
}

/// A value and its index in the list.
#[derive(Clone, Copy, Debug, Default)]
struct Placed {
    value: f64,
    at: u32,
}

/// A slot with at least this many values is sorted on its own.
const FULL: u32 = 16;

/// A list in ascending order by [`f64::total_cmp`]; ties keep their order.
///
/// The values are first distributed over as many slots as there are values, evenly spaced between the lowest and the
/// highest. After that few values are out of order, and each is close to its place, so sorting takes a fraction of the
/// time.
fn order(values: &[f64]) -> Vec<Placed> {
    let (low, high) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &it| {
        (if it < low { it } else { low }, if high < it { it } else { high })
    });
    let per_value = values.len() as f64 / (high - low);
    let is_even = per_value.is_finite() && 0.0 < per_value && values.iter().all(|it| it.is_finite());
    let last = values.len().saturating_sub(1) as u32;
    let slot = |&it: &f64| if is_even { (((it - low) * per_value) as u32).min(last) } else { 0 };
    let slots: Vec<u32> = values.iter().map(slot).collect();
    // The next free place in each slot.
    let mut free = vec![0_u32; values.len() + 1];
    for &slot in &slots {
        free[slot as usize + 1] += 1;
    }
    let is_crowded = free.iter().any(|&count| FULL < count);
    let mut sum = 0;
    for free in &mut free {
        sum += *free;
        *free = sum;
    }
    let mut order = vec![Placed::default(); values.len()];
    for ((at, &value), &slot) in (0_u32..).zip(values).zip(&slots) {
        let free = &mut free[slot as usize];
        order[*free as usize] = Placed { value, at };
        *free += 1;
    }
    if is_crowded {
        order.sort_by(|a, b| a.value.total_cmp(&b.value));
        return order;
    }
    for end in 1..order.len() {
        let placed = order[end];
        let mut to = end;
        while 0 < to && placed.value.total_cmp(&order[to - 1].value).is_lt() {
            order[to] = order[to - 1];
            to -= 1;
        }
        order[to] = placed;
    }
    order
}

/// Spearman's correlation: Pearson's correlation of the ranks.
#[must_use]
pub fn rank_correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    correlation(&ranks(x), &ranks(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_lists_match_hand_calculations() {
        let values = [3.0, 1.0, 2.0, 2.0];
        assert_eq!((mean(&values), standard_deviation(&values)), (Some(2.0), Some((2.0_f64 / 3.0).sqrt())));
        let sorted = sorted(&values);
        let at = [0.0, 0.1, 0.5, 0.9, 1.0].map(|p| percentile(&sorted, p));
        assert_eq!(at, [Some(1.0), Some(1.3), Some(2.0), Some(2.7), Some(3.0)]);
        assert_eq!(ranks(&values), [3.0, 0.0, 1.5, 1.5]);
        assert!((rank_correlation(&[1.0, 2.0, 5.0], &[-1.0, -8.0, -9.0]).unwrap_or(0.0) + 1.0).abs() < 1e-15);
        assert!((correlation(&[1.0, 2.0, 3.0], &[1.0, 3.0, 2.0]).unwrap_or(0.0) - 0.5).abs() < 1e-15);
    }

    #[test]
    fn statistics_of_nothing_are_none() {
        assert_eq!((mean(&[]), standard_deviation(&[1.0]), percentile(&[], 0.5)), (None, None, None));
        assert_eq!((correlation(&[1.0, 1.0], &[1.0, 2.0]), correlation(&[1.0], &[1.0, 2.0])), (None, None));
        assert_eq!(ranks(&[f64::NAN, 1.0]), [1.0, 0.0]);
    }

    #[test]
    fn slots_do_not_change_the_order() {
        let wave = |at: u32| libm::sin(f64::from(at) * 12.9898) * 43_758.545_3;
        let even: Vec<f64> = (0..3000).map(wave).collect();
        let skewed: Vec<f64> = even.iter().map(|it| libm::exp(it * 1e-3)).collect();
        let ties: Vec<f64> = even.iter().map(|it| libm::floor(it * 1e-4) * -0.0).collect();
        let far: Vec<f64> = even.iter().map(|it| it * 4e303).collect();
        let odd = [f64::NAN, 1.0, f64::INFINITY, -f64::NAN, 1.0, f64::NEG_INFINITY, -0.0, 0.0];
        for values in [&even[..], &skewed, &ties, &far, &odd, &[7.0; 5], &[]] {
            let mut expected: Vec<u32> = (0..values.len() as u32).collect();
            expected.sort_by(|&a, &b| values[a as usize].total_cmp(&values[b as usize]));
            let found: Vec<u32> = order(values).iter().map(|it| it.at).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn zero_and_negative_zero_are_equal() {
        assert_eq!(ranks(&[0.0, -0.0, -3.0, 7.0]), [1.5, 1.5, 0.0, 3.0]);
    }
}
