//! What a list of draws says: mean, spread, percentiles and how two lists go together.

/// Mean; `None` of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(values.iter().sum::<f64>() / values.len() as f64) }
}

/// Standard deviation of a sample, `√(Σ(x − x̄)²/(n − 1))`; `None` of fewer than two.
#[must_use]
pub fn standard_deviation(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    if values.len() < 2 { None } else { Some((squares / (values.len() - 1) as f64).sqrt()) }
}

/// In rising order.
#[must_use]
pub fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

/// The places in a list of its finite values, from the lowest value up; the earlier of equals first.
#[must_use]
pub fn rising(values: &[f64]) -> Vec<u32> {
    let mut order: Vec<u32> =
        (0..values.len() as u32).filter(|&at| values[at as usize].is_finite()).collect();
    order.sort_by(|&a, &b| values[a as usize].total_cmp(&values[b as usize]));
    order
}

/// The places in a list in rising order between which a share `p` of it lies; `None` of nothing.
#[must_use]
pub fn neighbours(n: usize, p: f64) -> Option<[usize; 2]> {
    let last = n.checked_sub(1)?;
    let below = ((p.clamp(0.0, 1.0) * last as f64) as usize).min(last);
    Some([below, (below + 1).min(last)])
}

/// The value below which a share `p` of a list in rising order lies: between the two nearest, in proportion to
/// `(n − 1) p`; `None` of nothing.
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

/// Pearson's correlation; `None` where one list does not vary or the two are not of a length.
#[must_use]
pub fn correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    let [xx, yy, xy] = squares(x, y)?;
    let scale = xx.sqrt() * yy.sqrt();
    if 0.0 < scale && scale.is_finite() { Some((xy / scale).clamp(-1.0, 1.0)) } else { None }
}

/// `Σ(x − x̄)²`, `Σ(y − ȳ)²` and `Σ(x − x̄)(y − ȳ)`; `None` of nothing, or where the two are not of a length.
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

/// The place of each value in rising order, from 0; equal values share the middle of their places.
#[must_use]
pub fn ranks(values: &[f64]) -> Vec<f64> {
    // value and place in one number: a comparison looks nothing up
    let mut order: Vec<u128> =
        (0_u32..).zip(values).map(|(at, &it)| place_of(it) << 32 | u128::from(at)).collect();
    order.sort_unstable();
    let order: Vec<u32> = order.into_iter().map(|it| it as u32).collect();
    let value = |at: u32| values[at as usize];
    let mut ranks = vec![0.0; values.len()];
    let mut from = 0;
    while from < order.len() {
        let same = order[from..].iter().take_while(|&&at| value(at) == value(order[from])).count().max(1);
        let rank = from as f64 + (same - 1) as f64 / 2.0;
        order[from..from + same].iter().for_each(|&at| ranks[at as usize] = rank);
        from += same;
    }
    ranks
}

/// A whole number that is in the order of [`f64::total_cmp`]: the bits, of negative numbers turned round.
fn place_of(value: f64) -> u128 {
    let bits = value.to_bits();
    u128::from(if value.is_sign_negative() { !bits } else { bits | 1 << 63 })
}

/// Spearman's correlation: Pearson's of the ranks.
#[must_use]
pub fn rank_correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    correlation(&ranks(x), &ranks(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_lists_by_hand() {
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
    fn what_does_not_exist_is_none() {
        assert_eq!((mean(&[]), standard_deviation(&[1.0]), percentile(&[], 0.5)), (None, None, None));
        assert_eq!((correlation(&[1.0, 1.0], &[1.0, 2.0]), correlation(&[1.0], &[1.0, 2.0])), (None, None));
        assert_eq!(ranks(&[f64::NAN, 1.0]), [1.0, 0.0]);
    }

    #[test]
    fn whole_numbers_stand_in_the_order_of_their_values() {
        let rising = [
            -f64::NAN,
            f64::NEG_INFINITY,
            -2.0,
            -1.0,
            -5e-324,
            -0.0,
            0.0,
            5e-324,
            1.0,
            f64::INFINITY,
            f64::NAN,
        ];
        assert!(rising.windows(2).all(|it| place_of(it[0]) < place_of(it[1])));
        assert_eq!(ranks(&[0.0, -0.0, -3.0, 7.0]), [1.5, 1.5, 0.0, 3.0]);
    }
}
