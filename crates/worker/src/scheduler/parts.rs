//! A list that is filled part by part, in any order.

use std::collections::BTreeMap;

/// Which parts of a list were given out, and how far it is filled without a gap.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Up to here the list was given out.
    pub(super) given: u32,
    /// Up to here it is filled without a gap.
    pub(super) filled: u32,
    /// Ends of what is filled beyond, by beginning.
    ends: BTreeMap<u32, u32>,
}

impl Parts {
    /// Gives out the next part; returns where it begins.
    pub(super) fn next(&mut self, n: u32) -> u32 {
        let from = self.given;
        self.given += n;
        from
    }

    /// Notes that a part is filled.
    pub(super) fn fill(&mut self, from: u32, n: u32) {
        self.ends.insert(from, from + n);
        while let Some(end) = self.ends.remove(&self.filled) {
            self.filled = end;
        }
    }
}

/// The numbers of all parts, kept from one request to the next so that the memory is used again.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// Net present values by future.
    pub(super) npv: Vec<f64>,
    /// Figures by future, row after row.
    pub(super) rows: Vec<f64>,
}

/// Writes numbers into a list from a place on, which grows if it must.
pub(super) fn put(list: &mut Vec<f64>, from: usize, numbers: &[f64]) {
    let end = from + numbers.len();
    if list.len() < end {
        list.resize(end, 0.0);
    }
    if let Some(place) = list.get_mut(from..end) {
        place.copy_from_slice(numbers);
    }
}

/// The first numbers of a list.
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
    fn numbers_stand_where_they_belong() {
        let mut list = Vec::new();
        put(&mut list, 2, &[3.0, 4.0]);
        put(&mut list, 0, &[1.0, 2.0]);
        assert_eq!(first(&list, 3), [1.0, 2.0, 3.0]);
        assert_eq!(first(&list, 9), [1.0, 2.0, 3.0, 4.0]);
    }
}
