//! Small symmetric matrices: eigenvalues, the nearest correlation matrix, and the Cholesky factor.

/// A square matrix, row by row.
pub(super) type Matrix = Vec<Vec<f64>>;

/// Eigenvalues below this count as zero: it is the size of rounding errors.
const NOTHING: f64 = 1e-10;
/// Limit on sweeps of Jacobi rotations and on Higham projections, far above what small matrices need.
const ROUNDS: usize = 200;

/// The identity matrix.
pub(super) fn identity(n: usize) -> Matrix {
    (0..n).map(|row| (0..n).map(|column| f64::from(u8::from(row == column))).collect()).collect()
}

/// Eigenvalues of a symmetric matrix, and its eigenvectors as columns, by Jacobi rotations.
pub(super) fn eigen(matrix: &Matrix) -> (Vec<f64>, Matrix) {
    let n = matrix.len();
    let mut a = matrix.clone();
    let mut vectors = identity(n);
    for _ in 0..ROUNDS {
        let off: f64 = (0..n).flat_map(|p| (0..p).map(move |q| (p, q))).map(|(p, q)| a[p][q] * a[p][q]).sum();
        if off < 1e-30 {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                if a[p][q] == 0.0 {
                    continue;
                }
                // The rotation that makes a[p][q] zero: the smaller root of t² + 2tθ = 1.
                let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
                let t = f64::copysign(1.0, theta) / (theta.abs() + (theta * theta + 1.0).sqrt());
                let c = 1.0 / (t * t + 1.0).sqrt();
                let s = t * c;
                for row in &mut a {
                    (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
                }
                let (upper, lower) = a.split_at_mut(q);
                for (x, y) in upper[p].iter_mut().zip(&mut lower[0]) {
                    (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
                }
                for row in &mut vectors {
                    (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
                }
            }
        }
    }
    ((0..n).map(|k| a[k][k]).collect(), vectors)
}

/// The matrix with eigenvalues below `least` raised to it.
fn raised(matrix: &Matrix, least: f64) -> Matrix {
    let (values, vectors) = eigen(matrix);
    let n = matrix.len();
    let at = |row: usize, column: usize| {
        (0..n).map(|k| vectors[row][k] * values[k].max(least) * vectors[column][k]).sum()
    };
    (0..n).map(|row| (0..n).map(|column| at(row, column)).collect()).collect()
}

/// Whether the matrix has a negative eigenvalue.
pub(super) fn is_contradictory(matrix: &Matrix) -> bool {
    eigen(matrix).0.iter().any(|&value| value < -NOTHING)
}

/// The nearest matrix, in the sum of squares, that has no negative eigenvalue and a diagonal of ones. It projects on
/// the two sets in turn, with Dykstra's correction.
///
/// Source: N. Higham, Computing the nearest correlation matrix, IMA Journal of Numerical Analysis 22, 2002.
pub(super) fn nearest_correlation(matrix: &Matrix) -> Matrix {
    let n = matrix.len();
    let mut y = matrix.clone();
    let mut correction = vec![vec![0.0; n]; n];
    for _ in 0..ROUNDS {
        let r: Matrix = (0..n).map(|i| (0..n).map(|j| y[i][j] - correction[i][j]).collect()).collect();
        let x = raised(&r, 0.0);
        let mut moved: f64 = 0.0;
        for i in 0..n {
            for j in 0..n {
                correction[i][j] = x[i][j] - r[i][j];
                let next = if i == j { 1.0 } else { x[i][j] };
                moved = moved.max((next - y[i][j]).abs());
                y[i][j] = next;
            }
        }
        if moved < 1e-12 {
            break;
        }
    }
    // Negative eigenvalues that remain are rounding errors. They are raised, and the diagonal is scaled back to 1.
    let x = raised(&y, NOTHING);
    let scale: Vec<f64> = (0..n).map(|i| x[i][i].sqrt()).collect();
    let of = |i: usize, j: usize| if i == j { 1.0 } else { x[i][j] / (scale[i] * scale[j]) };
    (0..n).map(|i| (0..n).map(|j| of(i, j)).collect()).collect()
}

/// The lower triangular `L` with `L Lᵀ` equal to the matrix. A row that depends entirely on those before it gets no
/// part of its own.
pub(super) fn cholesky(matrix: &Matrix) -> Matrix {
    let n = matrix.len();
    let mut factor = vec![vec![0.0; n]; n];
    for row in 0..n {
        for column in 0..=row {
            let before: f64 = (0..column).map(|k| factor[row][k] * factor[column][k]).sum();
            let rest = matrix[row][column] - before;
            factor[row][column] = if row == column {
                if rest > NOTHING * 0.01 { rest.sqrt() } else { 0.0 }
            } else if factor[column][column] > 0.0 {
                rest / factor[column][column]
            } else {
                0.0
            };
        }
    }
    factor
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(factor: &Matrix) -> Matrix {
        let n = factor.len();
        let at = |i: usize, j: usize| (0..n).map(|k| factor[i][k] * factor[j][k]).sum();
        (0..n).map(|i| (0..n).map(|j| at(i, j)).collect()).collect()
    }

    fn apart(a: &Matrix, b: &Matrix) -> f64 {
        a.iter().flatten().zip(b.iter().flatten()).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
    }

    #[test]
    fn the_nearest_matrix_matches_highams_example() {
        // Higham's own example in section 4, whose solution he prints to four decimals.
        let matrix = vec![vec![1.0, 1.0, 0.0], vec![1.0, 1.0, 1.0], vec![0.0, 1.0, 1.0]];
        assert!(is_contradictory(&matrix));
        let nearest = nearest_correlation(&matrix);
        let known = vec![vec![1.0, 0.7607, 0.1573], vec![0.7607, 1.0, 0.7607], vec![0.1573, 0.7607, 1.0]];
        assert!(apart(&nearest, &known) < 6e-5, "{nearest:?}");
        assert!(!is_contradictory(&nearest));
        assert!(apart(&square(&cholesky(&nearest)), &nearest) < 1e-9);
    }

    #[test]
    fn a_consistent_matrix_is_unchanged() {
        let matrix = vec![vec![1.0, 0.5, -0.2], vec![0.5, 1.0, 0.3], vec![-0.2, 0.3, 1.0]];
        assert!(!is_contradictory(&matrix));
        assert!(apart(&nearest_correlation(&matrix), &matrix) < 1e-12);
        assert!(apart(&square(&cholesky(&matrix)), &matrix) < 1e-15);
        let (values, _) = eigen(&matrix);
        assert!((values.iter().sum::<f64>() - 3.0).abs() < 1e-14);
    }

    #[test]
    fn complete_correlation_is_allowed() {
        let matrix = vec![vec![1.0, -1.0], vec![-1.0, 1.0]];
        assert!(!is_contradictory(&matrix));
        assert_eq!(cholesky(&matrix), [[1.0, 0.0], [-1.0, 0.0]]);
    }
}
