//! The table of sections: a row each, in the order of the page. The page and its workers share the names; what draws a section
//! is in a program only where [`draw_first`] or [`draw_rest`] is called.

use super::{
    Subject, belief, cash, costs, drivers, flips, frontier, levers, middle, needed, numbers, prices, reality,
    reverse, shock, speed, token, who_pays, why, yearly,
};
use crate::tree::El;
use payenough_analysis::pieces::at_once;

/// When a section is drawn, and by which program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Before all others, from one evaluation: the first screen and its charts.
    First,
    /// Soon after, from a few evaluations.
    Quick,
    /// The first of the searches, since a line of it stands beside the answer.
    Flips,
    /// After the others: it takes a search.
    Search,
    /// From simulated futures, as they arrive.
    Futures,
    /// When the reader clicks a number: its working.
    Working,
    /// When the reader asks for the answer as JSON.
    Result,
    /// When the reader asks for the yearly table as CSV.
    Csv,
}

/// Where a section stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Under a heading of its own, in the order of the table.
    Own,
    /// On the first screen, in another section or in a panel; its title is for the command line.
    Within,
}

/// Draws `$id` if it is this section, and one of the first screen's.
macro_rules! first {
    ($name:ident First($draw:path), $id:ident, $subject:ident) => {
        if $id == SectionId::$name {
            return Some($draw($subject));
        }
    };
    ($($other:tt)*) => {};
}

/// Draws `$id` if it is this section, and none of the first screen's; `await` stands before what is drawn in pieces.
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
            /// All of them, in the order of the page.
            pub const ALL: [Self; [$($id),*].len()] = [$(Self::$name),*];

            /// Its name in the page and in messages.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }

            /// Its heading.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self {
                    $(Self::$name => $title,)*
                }
            }

            /// Where it stands.
            #[must_use]
            pub const fn place(self) -> Place {
                match self {
                    $(Self::$name => Place::$place,)*
                }
            }

            /// When it is drawn, and by which program.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self {
                    $(Self::$name => Kind::$kind,)*
                }
            }

            /// The section of this name.
            #[must_use]
            pub fn parse(id: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|it| it.id() == id)
            }
        }

        /// A section of [`Kind::First`]; `None` of any other kind.
        #[must_use]
        pub fn draw_first(id: SectionId, subject: &Subject<'_>) -> Option<El> {
            $(first!($name $kind$(($($draw)+))?, id, subject);)*
            None
        }

        /// A section of [`Kind::Quick`], [`Kind::Flips`] or [`Kind::Search`], in pieces; `None` of any other kind.
        pub async fn draw_rest(id: SectionId, subject: &Subject<'_>) -> Option<El> {
            $(rest!($name $kind$(($($draw)+))?, id, subject);)*
            None
        }
    };
}

// name: id, heading, place, kind (function that draws it);
#[rustfmt::skip]
sections! {
    /// The answer from simulated futures, at the top of the page.
    Verdict: "verdict", "The answer", Within, Futures;
    /// The same with every input at its middle.
    Middle: "middle", "The answer with every input at its middle", Within, First(middle::draw);
    /// The line beside the answer on what flips it; it comes with `Robust`.
    FlipsLine: "flips", "What flips the answer", Within, Flips;
    /// Needed, expected and the answer, big.
    Numbers: "numbers", "Needed and expected", Within, First(numbers::draw);
    /// The main chart.
    Needed: "needed", "Needed and expected by year", Within, First(needed::draw);
    /// Two numbers that are known least.
    Sides: "sides", "Two numbers to know before believing it", Own, Quick(why::sides_of_it);
    /// Percentiles, dots and fans.
    Sure: "sure", "How sure are we", Own, Futures;
    /// Cumulative cash.
    Cash: "cash", "When the money comes back", Own, First(cash::draw);
    /// Each number that turns the answer.
    True: "true", "What would have to be true?", Own, Search(await belief::draw);
    /// Revenue by stream.
    WhoPays: "who-pays", "Who pays", Own, Quick(who_pays::draw);
    /// Best prices.
    Prices: "prices", "What prices do", Own, Search(await prices::draw);
    /// With and without each capability.
    Capabilities: "capabilities", "Do video, reasoning and memory pay for themselves?", Own, Quick(await levers::draw);
    /// Costs by line.
    Costs: "costs", "Where the money goes", Own, Quick(costs::draw);
    /// What the needed amount is made of.
    Why: "why", "Why this answer", Own, Quick(why::draw);
    /// The tornado.
    Drivers: "drivers", "What would change it", Own, Quick(await drivers::draw);
    /// One number or two that flip the answer.
    Robust: "robust", "Can one number flip it, or two?", Own, Flips(await flips::draw);
    /// Parts of the variance.
    Shares: "shares", "Where the uncertainty comes from", Own, Search(await drivers::shares);
    /// The map of two numbers.
    Frontier: "frontier", "Any two numbers together", Own, Search(await frontier::draw);
    /// Sentences on the cost of a token.
    Token: "token", "What a token costs", Own, Quick(token::draw);
    /// The chart of cost against speed.
    Speed: "speed", "What speed costs", Within, Quick(speed::draw);
    /// Costs by part.
    Parts: "parts", "What a token costs, by part", Within, Quick(token::parts);
    /// Published figures beside the model's.
    Reality: "reality", "Held against what is published", Own, Quick(reality::draw);
    /// Before and after January 2025.
    Shock: "shock", "The DeepSeek shock, as an experiment", Own, Quick(await shock::draw);
    /// Published sums.
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

/// A section of any kind that one evaluation or a search gives; `None` of the others.
#[must_use]
pub fn draw(id: SectionId, subject: &Subject<'_>) -> Option<El> {
    draw_first(id, subject).or_else(|| at_once(draw_rest(id, subject)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unlike_and_read_back() {
        for id in SectionId::ALL {
            assert_eq!(SectionId::parse(id.id()), Some(id));
            assert!(!id.title().is_empty() && id.id().chars().all(|it| it.is_ascii_lowercase() || it == '-'));
        }
        assert_eq!(SectionId::parse("nothing"), None);
    }
}
