//! Contour lines: lines along which a grid of values has the same level.

/// A point in the plane.
pub type Place = (f64, f64);

/// A side of a grid cell: the one below or left of a node.
type Side = (usize, usize, bool);

/// The contour lines of a level over a grid, in which `values[row * xs.len() + column]` is the value at `(xs[column],
/// ys[row])`.
///
/// Marching squares: where the ends of a cell's side lie above and below the level, linear interpolation gives the
/// point of crossing. The points of a cell are joined; in a saddle the mean of the corners decides which. A closed
/// line ends where it begins.
#[must_use]
pub fn contour(xs: &[f64], ys: &[f64], values: &[f64], level: f64) -> Vec<Vec<Place>> {
    let at = |column: usize, row: usize| values.get(row * xs.len() + column).map_or(0.0, |it| it - level);
    let place = |(column, row, is_across): Side| {
        let (x, y) = (xs[column], ys[row]);
        let (a, b) = (at(column, row), if is_across { at(column + 1, row) } else { at(column, row + 1) });
        let part = if a == b { 0.5 } else { a / (a - b) };
        if is_across { (x + part * (xs[column + 1] - x), y) } else { (x, y + part * (ys[row + 1] - y)) }
    };
    let mut pieces: Vec<[Side; 2]> = Vec::new();
    for row in 0..ys.len().saturating_sub(1) {
        for column in 0..xs.len().saturating_sub(1) {
            let corners =
                [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)];
            // Side n lies between corner n and the next corner.
            let sides = [
                (column, row, true),
                (column + 1, row, false),
                (column, row + 1, true),
                (column, row, false),
            ];
            let is_above = corners.map(|it| it >= 0.0);
            let crossed: Vec<usize> = (0..4).filter(|&n| is_above[n] != is_above[(n + 1) % 4]).collect();
            match crossed[..] {
                [one, other] => pieces.push([sides[one], sides[other]]),
                [_, _, _, _] => {
                    let is_middle_above = corners.iter().sum::<f64>() >= 0.0;
                    let pairs =
                        if is_middle_above == is_above[0] { [[0, 1], [2, 3]] } else { [[3, 0], [1, 2]] };
                    pieces.extend(pairs.map(|pair| pair.map(|n| sides[n])));
                }
                _ => {}
            }
        }
    }
    joined(pieces).into_iter().map(|line| line.into_iter().map(place).collect()).collect()
}

/// Joins pieces that share a side into lines.
fn joined(mut pieces: Vec<[Side; 2]>) -> Vec<Vec<Side>> {
    let mut lines = Vec::new();
    while let Some([first, last]) = pieces.pop() {
        let mut line = std::collections::VecDeque::from([first, last]);
        for is_back in [true, false] {
            loop {
                let end = if is_back { line.back() } else { line.front() };
                let Some(&end) = end else { break };
                let Some(next) = pieces.iter().position(|piece| piece.contains(&end)) else { break };
                let [a, b] = pieces.swap_remove(next);
                let other = if a == end { b } else { a };
                if is_back { line.push_back(other) } else { line.push_front(other) }
            }
        }
        lines.push(line.into());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(xs: &[f64], ys: &[f64], of: impl Fn(f64, f64) -> f64) -> Vec<f64> {
        ys.iter().flat_map(|&y| xs.iter().map(move |&x| (x, y))).map(|(x, y)| of(x, y)).collect()
    }

    #[test]
    fn the_contour_of_a_plane_is_a_straight_line() {
        let (xs, ys) = ([0.0, 1.0, 2.5, 4.0], [0.0, 0.5, 3.0]);
        let lines = contour(&xs, &ys, &grid(&xs, &ys, |x, y| 2.0 * x - 3.0 * y + 1.0), 3.0);
        assert_eq!(lines.len(), 1);
        for &(x, y) in &lines[0] {
            assert!((2.0 * x - 3.0 * y - 2.0).abs() < 1e-12, "{x} {y}");
        }
        let ends = [lines[0][0], lines[0][lines[0].len() - 1]];
        for known in [(1.0, 0.0), (4.0, 2.0)] {
            let gap = |at: &Place| (at.0 - known.0).abs() + (at.1 - known.1).abs();
            assert!(ends.iter().any(|end| gap(end) < 1e-12), "{ends:?}");
        }
    }

    #[test]
    fn a_hill_has_a_closed_contour() {
        let steps: Vec<f64> = (0..=20).map(|at| f64::from(at) / 10.0 - 1.0).collect();
        let lines = contour(&steps, &steps, &grid(&steps, &steps, |x, y| -x * x - y * y), -0.25);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].first(), lines[0].last());
        assert!(lines[0].iter().all(|(x, y)| ((x * x + y * y).sqrt() - 0.5).abs() < 0.01));
    }

    #[test]
    fn a_saddle_has_two_lines_and_a_level_out_of_reach_has_none() {
        let two = [0.0, 1.0];
        assert_eq!(contour(&two, &two, &[1.0, -1.0, -1.0, 1.0], 0.0).len(), 2);
        assert!(contour(&two, &two, &[1.0, 2.0, 3.0, 4.0], 9.0).is_empty());
        assert!(contour(&[], &two, &[], 0.0).is_empty() && contour(&[1.0], &[1.0], &[1.0], 0.0).is_empty());
    }
}
