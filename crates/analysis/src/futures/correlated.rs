//! Finds the groups of correlated inputs among those that vary.

use super::copula::{Group, Pair};
use payenough_model::{CORRELATIONS, InputId, Values};

/// A group of correlated inputs.
#[derive(Clone, Debug)]
pub(super) struct CorrelatedGroup {
    /// Indices of the inputs in the list of those that vary.
    pub(super) places: Vec<usize>,
    /// Their correlations.
    pub(super) group: Group,
}

/// The groups of correlated inputs: inputs are in the same group if a correlation other than 0 joins them, directly or
/// through others.
pub(super) fn correlated_groups(values: &Values, varied: &[InputId]) -> Vec<CorrelatedGroup> {
    let place = |id: InputId| varied.iter().position(|it| *it == id);
    let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
    for correlation in &CORRELATIONS {
        let rank = values.get(correlation.row) / 100.0;
        if rank == 0.0 {
            continue;
        }
        for &(one, other, sign) in correlation.pairs {
            if let (Some(one), Some(other)) = (place(one), place(other)) {
                pairs.push((one, other, sign * rank));
            }
        }
    }
    let mut group_of: Vec<usize> = (0..varied.len()).collect();
    for &(one, other, _) in &pairs {
        let (kept, gone) = (group_of[one], group_of[other]);
        for group in &mut group_of {
            if *group == gone {
                *group = kept;
            }
        }
    }
    let mut groups = Vec::new();
    for group in 0..varied.len() {
        let places: Vec<usize> = (0..varied.len()).filter(|&it| group_of[it] == group).collect();
        if places.len() < 2 {
            continue;
        }
        let within = |it: usize| places.iter().position(|&place| place == it);
        let pairs: Vec<Pair> = pairs
            .iter()
            .filter_map(|&(one, other, rank)| Some(Pair { one: within(one)?, other: within(other)?, rank }))
            .collect();
        if let Ok(group) = Group::of(places.len(), &pairs) {
            groups.push(CorrelatedGroup { places, group });
        }
    }
    groups
}
