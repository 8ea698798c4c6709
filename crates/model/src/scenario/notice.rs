//! What a link said that was not understood, in the reader's words.

use super::query::{QueryProblem, cut};

/// Most faults of a query that are told one by one.
const MAX_PROBLEMS: usize = 20;

/// One thing in a link that was not read as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The key in question; empty where the whole link is meant.
    pub key: String,
    /// What the link gave for it, cut to 40 characters.
    pub given: String,
    /// What that means for the reader.
    pub message: String,
}

impl Notice {
    /// A notice. Whatever quotes the link is cut.
    #[must_use]
    pub fn new(key: &str, given: &str, message: String) -> Self {
        Self { key: cut(key), given: cut(given), message }
    }

    /// What was wrong with the query as such.
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
