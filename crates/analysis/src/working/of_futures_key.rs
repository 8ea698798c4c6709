//! The keys of numbers that summarise many futures, and how they are read.

use super::{Case, OfFutures, Percentile};
use payenough_engine::working::Figure;

impl OfFutures {
    /// The prefix of the keys of such numbers.
    pub(super) const BEFORE: &str = "of-futures ";

    pub(super) fn key(&self) -> String {
        let list = |all: &[u32]| all.iter().map(|it| format!(",{it}")).collect::<String>();
        let fields = match self {
            Self::Percentile(Percentile { figure, part, n, low, high }) => {
                format!("percentile {} {:x}{}", figure.key(), part.to_bits(), list(&[*n, *low, *high]))
            }
            Self::Twenty(futures) => format!("twenty {}", list(futures)),
            Self::Below { futures, lowest } => format!("below {lowest}{}", list(futures)),
            Self::Error { n, hits } => format!("error {}{}", list(&[*n]), list(hits)),
            Self::Existing { figure, counts, first } => {
                // 0 stands for no future.
                let first = first.map(|it| it.map_or(0, |it| it.saturating_add(1)));
                format!("existing {} {}{}", figure.key(), list(counts), list(&first))
            }
            Self::Share(case) => format!("share {}", case.key()),
            Self::Moved(moved) => {
                format!("moved {}", moved.map(|it| format!("{:x}", it.to_bits())).join(","))
            }
            Self::Between(id, [low, high]) => {
                format!("between {}", Case::own().with(*id, *low).with(*id, *high).key())
            }
        };
        format!("{}{fields}", Self::BEFORE)
    }

    pub(super) fn parse(key: &str) -> Option<Self> {
        let (what, rest) = key.split_once(' ')?;
        let list =
            |text: &str| text.split(',').skip(1).map(|it| it.parse().ok()).collect::<Option<Vec<u32>>>();
        let figure = || {
            let (figure, rest) = rest.split_once(' ')?;
            Some((Figure::parse(figure)?, rest))
        };
        let case = || Case::parse(Some(rest.strip_prefix('@')?));
        Some(match what {
            "percentile" => {
                let (figure, rest) = figure()?;
                let bits = rest.split(',').next()?;
                let part = f64::from_bits(u64::from_str_radix(bits, 16).ok()?);
                let [n, low, high] = list(rest)?.try_into().ok()?;
                let is_some = n > 0 && (0.0..=1.0).contains(&part);
                is_some.then_some(Self::Percentile(Percentile { figure, part, n, low, high }))?
            }
            "twenty" => Self::Twenty(list(rest)?),
            "below" => {
                let lowest = rest.split(',').next()?.parse().ok()?;
                Self::Below { futures: list(rest)?, lowest }
            }
            "error" => {
                let [n, hits @ ..]: [u32; 9] = list(rest)?.try_into().ok()?;
                Self::Error { n, hits }
            }
            "existing" => {
                let (figure, rest) = figure()?;
                let [with, n, has, lacks]: [u32; 4] = list(rest)?.try_into().ok()?;
                let first = [has, lacks].map(|it| it.checked_sub(1));
                Self::Existing { figure, counts: [with, n], first }
            }
            "share" => Self::Share(case()?),
            "moved" => {
                let (asked, kept) = rest.split_once(',')?;
                let number = |bits: &str| Some(f64::from_bits(u64::from_str_radix(bits, 16).ok()?));
                Self::Moved([number(asked)?, number(kept)?])
            }
            "between" => match case()?.changes() {
                &[(id, low), (same, high)] if id == same => Self::Between(id, [low, high]),
                _ => return None,
            },
            _ => return None,
        })
    }
}
