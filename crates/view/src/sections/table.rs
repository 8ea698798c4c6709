//! The table of sections: one row per section, in the order of the page. The page and its workers share the names. The
//! drawing functions are linked only into programs that call [`draw_first`] or [`draw_rest`].

use super::{
    Subject, as_set, backtest, belief, cash, costs, drivers, flips, frontier, levers, needed, numbers,
    prices, reality, reverse, shock, speed, token, who_pays, why, yearly,
};
use crate::tree::El;
use payenough_analysis::pieces::at_once;

/// When a section is drawn, and by which program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Drawn before all others, from one evaluation: the first screen and its charts.
    First,
    /// Drawn next, from a few evaluations.
    Quick,
    /// Drawn first among the searches, because one of its lines stands beside the answer.
    Flips,
    /// Drawn last, because it takes a search.
    Search,
    /// Drawn from simulated futures, as they arrive.
    Futures,
    /// The working of a number, drawn when the reader clicks the number.
    Working,
    /// The answer as JSON, made when the reader asks for it.
    Result,
    /// The yearly table as CSV, made when the reader asks for it.
    Csv,
}

/// The place of a section on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Under a heading of its own, in the order of the table.
    Own,
    /// On the first screen, in another section or in a panel. Only the command line shows its heading.
    Within,
}

/// Draws `$id` if it is this section and the section is of [`Kind::First`].
macro_rules! first {
    ($name:ident First($draw:path), $id:ident, $subject:ident) => {
        if $id == SectionId::$name {
            return Some($draw($subject));
        }
    };
    ($($other:tt)*) => {};
}

/// Draws `$id` if it is this section and the section is not of [`Kind::First`]. `await` marks an async drawing
/// function.
macro_rules! rest {
    ($name:ident First($draw:path), $id:ident, $subject:ident) => {};
    ($name:ident $kind:ident(await $draw:path), $id:ident, $subject:ident) => {
        if $id == SectionId::$name {
            return Some($draw($subject).await);
        }
    };
    ($name:ident $kind:ident($draw:path), $id:ident, $subject:ident) => {
        if $id == SectionId::$name {
            return Some($draw($subject));
        }
    };
    ($($other:tt)*) => {};
}

macro_rules! sections {
    ($($(#[$doc:meta])* $name:ident: $id:literal, $title:literal, $place:ident, $kind:ident $(($($draw:tt)+))?;)*) => {
        /// A part of the page that is drawn off its main thread.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum SectionId {
            $($(#[$doc])* $name,)*
        }

        impl SectionId {
            /// All sections, in the order of the page.
            pub const ALL: [Self; [$($id),*].len()] = [$(Self::$name),*];

            /// The name of the section in the page and in messages.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }

            /// The heading of the section.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self {
                    $(Self::$name => $title,)*
                }
            }

            /// The place of the section on the page.
            #[must_use]
            pub const fn place(self) -> Place {
                match self {
                    $(Self::$name => Place::$place,)*
                }
            }

            /// When the section is drawn, and by which program.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self {
                    $(Self::$name => Kind::$kind,)*
                }
            }

            /// The section with this name.
            #[must_use]
            pub fn parse(id: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|it| it.id() == id)
            }
        }

        /// Draws a section of [`Kind::First`]; `None` for any other kind.
        #[must_use]
        pub fn draw_first(id: SectionId, subject: &Subject<'_>) -> Option<El> {
            $(first!($name $kind$(($($draw)+))?, id, subject);)*
            None
        }

        /// Draws a section of [`Kind::Quick`], [`Kind::Flips`] or [`Kind::Search`]; `None` for any other kind.
        pub async fn draw_rest(id: SectionId, subject: &Subject<'_>) -> Option<El> {
            $(rest!($name $kind$(($($draw)+))?, id, subject);)*
            None
        }
    };
}

// name: id, heading, place, kind(drawing function);
#[rustfmt::skip]
sections! {
    /// The answer from simulated futures, at the top of the page.
    Verdict: "verdict", "The answer", Within, Futures;
    /// What the scenario as set says by itself.
    AsSet: "as-set", "The scenario as set", Within, First(as_set::draw);
    /// The line beside the answer that says what flips it; it is computed with `Robust`.
    FlipsLine: "flips", "What flips the answer", Within, Flips;
    /// What a user brings in and costs a month, and what comes back of each dollar.
    Numbers: "numbers", "What a user brings in and costs", Within, First(numbers::draw);
    /// The main chart.
    Needed: "needed", "Needed and expected by year", Within, First(needed::draw);
    /// What the two numbers that move the answer most do to it.
    Sides: "sides", "Two numbers to know before believing it", Own, Quick(await why::sides_of_it);
    /// Percentiles, dots and fans.
    Sure: "sure", "How sure are we", Own, Futures;
    /// Cumulative cash.
    Cash: "cash", "When the money comes back", Own, First(cash::draw);
    /// The value of each number that turns the answer.
    True: "true", "What would have to be true?", Own, Search(await belief::draw);
    /// Revenue by stream.
    WhoPays: "who-pays", "Who pays", Own, Quick(who_pays::draw);
    /// Best prices.
    Prices: "prices", "What prices do", Own, Search(await prices::draw);
    /// Revenue and cost of each capability.
    Capabilities: "capabilities", "Do video, reasoning and memory pay for themselves?", Own, Quick(await levers::draw);
    /// Costs by line.
    Costs: "costs", "Where the money goes", Own, Quick(costs::draw);
    /// The parts of the needed amount.
    Why: "why", "Why this answer", Own, Quick(why::draw);
    /// The tornado chart.
    Drivers: "drivers", "What would change it", Own, Quick(await drivers::draw);
    /// Whether one number or two can flip the answer.
    Robust: "robust", "Can one number flip it, or two?", Own, Flips(await flips::draw);
    /// Shares of the variance.
    Shares: "shares", "Where the uncertainty comes from", Own, Search(await drivers::shares);
    /// The map of the answer over two numbers.
    Frontier: "frontier", "Any two numbers together", Own, Search(await frontier::draw);
    /// Sentences on the cost of a token.
    Token: "token", "What a token costs", Own, Quick(token::draw);
    /// The chart of cost against speed.
    Speed: "speed", "What speed costs", Within, Quick(speed::draw);
    /// Cost of a token by part.
    Parts: "parts", "What a token costs, by part", Within, Quick(token::parts);
    /// Published figures beside the figures of the model.
    Reality: "reality", "Held against what is published", Own, Quick(reality::draw);
    /// What January 2025 foretold beside what came.
    Backtest: "backtest", "What January 2025 foretold, and what came", Own, Quick(backtest::draw);
    /// The state before and after January 2025.
    Shock: "shock", "The DeepSeek shock, as an experiment", Own, Quick(await shock::draw);
    /// The payers that published sums imply.
    Reverse: "reverse", "The question from the other end", Own, Quick(await reverse::draw);
    /// The yearly table.
    Yearly: "yearly", "Year by year", Own, Quick(yearly::draw);
    /// The yearly table as CSV.
    YearlyCsv: "yearly-csv", "Year by year, as CSV", Within, Csv;
    /// The panel on how a number is worked out.
    Working: "working", "How this number is worked out", Within, Working;
    /// The answer as JSON.
    Result: "result", "The answer as JSON", Within, Result;
}

/// Draws a section of any kind that needs one evaluation or a search; `None` for other kinds.
#[must_use]
pub fn draw(id: SectionId, subject: &Subject<'_>) -> Option<El> {
    draw_first(id, subject).or_else(|| at_once(draw_rest(id, subject)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn section_names_are_unique_and_are_read_back() {
        for id in SectionId::ALL {
            assert_eq!(SectionId::parse(id.id()), Some(id));
            assert!(!id.title().is_empty() && id.id().chars().all(|it| it.is_ascii_lowercase() || it == '-'));
        }
        assert_eq!(SectionId::parse("nothing"), None);
    }
}
