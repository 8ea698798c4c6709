//! Notices about the parts of a link that could not be read, or that may not stay as they are, in words for the reader.

use super::query::{QueryProblem, cut};

/// Most faults of a query that get a notice each.
const MAX_PROBLEMS: usize = 20;

/// One part of a link that was not read as written, or that may not stay as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The key; empty if the notice is about the whole link.
    pub key: String,
    /// The value that the link gave, shortened to 40 characters.
    pub given: String,
    /// What this means for the reader.
    pub message: String,
}

impl Notice {
    /// A notice. Text quoted from the link is shortened.
    #[must_use]
    pub fn new(key: &str, given: &str, message: String) -> Self {
        Self { key: cut(key), given: cut(given), message }
    }

    /// The notices for faults of the query itself.
    pub(super) fn of_problems(problems: &[QueryProblem]) -> Vec<Self> {
        let mut notices: Vec<Self> = problems.iter().take(MAX_PROBLEMS).map(Self::of_problem).collect();
        if let Some(more @ 1..) = problems.len().checked_sub(MAX_PROBLEMS) {
            notices.push(Self::new("", "", format!("The link has {more} more faults of this kind.")));
        }
        notices
    }

    fn of_problem(problem: &QueryProblem) -> Self {
        let key = match problem {
            QueryProblem::TooLong => "",
            QueryProblem::BadEncoding { key } | QueryProblem::Duplicate { key } => key,
        };
        Self::new(key, "", format!("{problem}."))
    }
}
