//! Names of numbers: the key by which a request asks for the working of a number, and how a sentence carries that key.

use super::{Ask, Case, OfFutures};
use payenough_engine::working::Figure;
use payenough_model::InputId;

/// The marks before the key of a number in a text, between the key and the words, and after the words. No text of ours
/// contains these characters.
const MARKS: [char; 3] = ['\u{e}', '\u{f}', '\u{10}'];

/// A number that an analysis computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What the number is.
    pub kind: Ask,
    /// Which capability, price, row or input it belongs to, if there are several.
    pub line: usize,
}

/// A number on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// A figure of the reader's scenario or of a variant of it.
    Figure(Case, Figure),
    /// A number that an analysis computes.
    Answer(Answer),
    /// A number that summarises many futures.
    OfFutures(OfFutures),
    /// An input itself, which needs no working.
    Input(InputId),
}

impl From<Figure> for Number {
    fn from(figure: Figure) -> Self {
        Self::Figure(Case::own(), figure)
    }
}

impl From<InputId> for Number {
    fn from(id: InputId) -> Self {
        Self::Input(id)
    }
}

impl Number {
    /// The answer of this kind in this line.
    #[must_use]
    pub const fn answer(kind: Ask, line: usize) -> Self {
        Self::Answer(Answer { kind, line })
    }

    /// Its key in a request.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Figure(case, figure) => figure.key() + &case.key(),
            Self::Answer(Answer { kind, line }) => format!("{}.{line}", kind.key()),
            Self::OfFutures(it) => it.key(),
            Self::Input(id) => id.named(),
        }
    }

    /// The number with this key; `None` if there is none.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        if let Some(key) = key.strip_prefix("#in-") {
            return InputId::ALL.into_iter().find(|id| id.spec().key == key).map(Self::Input);
        }
        if let Some(key) = key.strip_prefix(OfFutures::BEFORE) {
            return OfFutures::parse(key).map(Self::OfFutures);
        }
        let (name, case) = match key.split_once('@') {
            Some((name, case)) => (name, Some(case)),
            None => (key, None),
        };
        if let Some(figure) = Figure::parse(name) {
            return Some(Self::Figure(Case::parse(case)?, figure));
        }
        let (kind, line) = name.split_once('.')?;
        let kind = Ask::ALL.into_iter().find(|it| it.key() == kind)?;
        Some(Self::answer(kind, line.parse().ok()?))
    }

    /// Links words to the working of this number: the text carries its key, and the page shows the words as a button.
    #[must_use]
    pub fn linked(&self, words: &str) -> String {
        link(&self.key(), words)
    }
}

/// Whatever has a key by which its working can be requested. Each type implements it on its own, so that a program
/// contains only those it uses.
pub trait Named {
    /// The key in a request.
    fn named(&self) -> String;
}

impl Named for Number {
    fn named(&self) -> String {
        self.key()
    }
}

impl Named for Figure {
    fn named(&self) -> String {
        self.key()
    }
}

impl Named for OfFutures {
    fn named(&self) -> String {
        self.key()
    }
}

impl Named for InputId {
    fn named(&self) -> String {
        format!("#in-{}", self.spec().key)
    }
}

/// [`Number::linked`] for anything with a key.
#[must_use]
pub fn linked(number: impl Named, words: &str) -> String {
    link(&number.named(), words)
}

fn link(key: &str, words: &str) -> String {
    let [open, middle, close] = MARKS;
    format!("{open}{key}{middle}{words}{close}")
}

/// A part of a text: words, and the key of the number that they stand for, if any.
pub type Piece<'a> = (&'a str, Option<&'a str>);

/// The parts of a text, in order.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let [open, middle, close] = MARKS;
    let mut all = Vec::new();
    for (at, part) in text.split(open).enumerate() {
        let named = if at == 0 { None } else { part.split_once(middle) };
        let rest = match named {
            Some((key, rest)) => {
                let (words, rest) = rest.split_once(close).unwrap_or((rest, ""));
                all.push((words, Some(key)));
                rest
            }
            None => part,
        };
        if !rest.is_empty() {
            all.push((rest, None));
        }
    }
    all
}

/// The text without the keys of its numbers.
#[must_use]
pub fn plain(text: &str) -> String {
    pieces(text).into_iter().map(|it| it.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::working::Percentile;
    use payenough_engine::working::Kind;

    #[test]
    fn keys_parse_back_to_their_numbers() {
        let npv = Figure::new(Kind::Npv, 0, 0);
        let place = Case::own().with(InputId::realised, 0.3).with(InputId::sub_price, 20.0);
        let case = Case::own().with(InputId::realised, 0.1 + 0.2).with(InputId::sub_price, -0.0);
        for number in [
            Number::from(Figure::new(Kind::Npv, 0, 0)),
            Number::Figure(case, Figure::new(Kind::Cost, 3, 7)),
            Number::Figure(Case::of_future(4711), Figure::new(Kind::Npv, 0, 0)),
            OfFutures::Percentile(Percentile { figure: npv, part: 0.1, n: 9, low: 3, high: 4 }).into(),
            OfFutures::Twenty(vec![1, 2, 3]).into(),
            OfFutures::Below { futures: vec![3, 1, 2], lowest: 4 }.into(),
            OfFutures::Error { n: 16, hits: [1; 8] }.into(),
            OfFutures::Existing { figure: npv, counts: [2, 3], first: [Some(0), None] }.into(),
            OfFutures::Share(place).into(),
            OfFutures::Between(InputId::realised, [0.1, 0.2]).into(),
            OfFutures::Moved([-0.6, -0.25]).into(),
            Number::answer(Ask::Turns, 17),
            Number::Input(InputId::realised),
        ] {
            assert_eq!(Number::parse(&number.key()), Some(number.clone()));
            let text = format!("a {} b {}", number.linked("$5"), number.linked("7"));
            assert_eq!(plain(&text), "a $5 b 7");
            assert_eq!(pieces(&text).len(), 4);
            assert_eq!(pieces(&text)[1], ("$5", Some(number.key().as_str())));
        }
        for odd in [
            "",
            "npv",
            "of-futures ",
            "of-futures error ,1",
            "of-futures twenty x,y",
            "npv.0.0@",
            "npv.0.0@realised=1",
            "npv.0.0@future=x",
            "npv.0.0@realised_pct=x",
            "turns.x",
            "#in-x",
        ] {
            assert_eq!(Number::parse(odd), None, "{odd:?}");
        }
    }
}
