//! A list that is filled in parts, which may arrive in any order.

use std::collections::BTreeMap;

/// Which parts of a list have been assigned, and up to where it is filled without a gap.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The end of the parts that have been assigned.
    pub(super) given: u32,
    /// The end of the part that is filled without a gap.
    pub(super) filled: u32,
    /// The filled parts after the first gap: their ends by their beginnings.
    ends: BTreeMap<u32, u32>,
}

impl Parts {
    /// Assigns the next part. Returns its beginning.
    pub(super) fn next(&mut self, n: u32) -> u32 {
        let from = self.given;
        self.given += n;
        from
    }

    /// Marks a part as filled.
    pub(super) fn fill(&mut self, from: u32, n: u32) {
        self.ends.insert(from, from + n);
        while let Some(end) = self.ends.remove(&self.filled) {
            self.filled = end;
        }
    }
}

/// The numbers of all parts. They are kept between requests to reuse the memory.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// Present values of each future.
    pub(super) presents: Vec<f64>,
    /// Figures of each future, row after row.
    pub(super) rows: Vec<f64>,
}

/// Writes numbers into a list from a position on. The list grows if necessary.
pub(super) fn put(list: &mut Vec<f64>, from: usize, numbers: &[f64]) {
    let end = from + numbers.len();
    if list.len() < end {
        list.resize(end, 0.0);
    }
    if let Some(place) = list.get_mut(from..end) {
        place.copy_from_slice(numbers);
    }
}

/// The first `n` numbers of a list, or all if there are fewer.
pub(super) fn first(list: &[f64], n: usize) -> Vec<f64> {
    list.get(..n).unwrap_or(list).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_counts_as_filled_up_to_its_first_gap() {
        let mut parts = Parts::default();
        assert_eq!([parts.next(8), parts.next(4), parts.next(4)], [0, 8, 12]);
        parts.fill(8, 4);
        assert_eq!(parts.filled, 0);
        parts.fill(0, 8);
        assert_eq!(parts.filled, 12);
        parts.fill(12, 4);
        assert_eq!((parts.filled, parts.given), (16, 16));
    }

    #[test]
    fn numbers_are_in_their_positions() {
        let mut list = Vec::new();
        put(&mut list, 2, &[3.0, 4.0]);
        put(&mut list, 0, &[1.0, 2.0]);
        assert_eq!(first(&list, 3), [1.0, 2.0, 3.0]);
        assert_eq!(first(&list, 9), [1.0, 2.0, 3.0, 4.0]);
    }
}
