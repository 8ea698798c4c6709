//! The rules that every row of the input table must keep, checked at compile time.

use super::figures::Figures;
use super::input::InputSpec;
use super::inputs::InputId;
use super::kind::{Kind, Scale, Shape};

/// Audits the table at compile time: a row that breaks a rule does not build.
pub(super) const fn audit(specs: &[InputSpec]) {
    let mut row = 0;
    while row < specs.len() {
        let spec = &specs[row];
        let inside = spec.hard.0 <= spec.default && spec.default <= spec.hard.1;
        assert!(inside, "a default lies outside its hard range");
        assert!(spec.hard.0 <= spec.low && spec.low <= spec.high && spec.high <= spec.hard.1, "low and high");
        assert!(spec.low <= spec.default && spec.default <= spec.high, "a default lies outside low and high");
        if matches!(spec.kind, Kind::Number) {
            assert!(
                spec.hard.0 <= spec.soft.0 && spec.soft.0 < spec.soft.1 && spec.soft.1 <= spec.hard.1,
                "soft"
            );
            assert!(!matches!(spec.scale, Scale::Log) || spec.soft.0 > 0.0, "a log slider touches 0");
            assert!(ends_with(spec.key, spec.unit.suffix), "a key must end in its unit");
            assert!(!spec.unit.suffix.is_empty(), "a number needs a unit");
        }
        if let Some(options) = spec.kind.options() {
            assert!(
                spec.hard.0 == 0.0 && spec.hard.1 == (options.len() - 1) as f64,
                "an option out of reach"
            );
        }
        assert!(!spec.fact.is_empty() && !spec.doc.is_empty(), "a row needs a fact and a reason");
        let mut other = 0;
        while other < row {
            assert!(!same(spec.key, specs[other].key), "two rows share a key");
            other += 1;
        }
        row += 1;
    }
}

/// Compile-time audit of a later set's figures: those that break a rule of the table do not build.
pub(super) const fn audit_set(specs: &[InputSpec], set: &[(InputId, Figures)]) {
    let mut at = 0;
    while at < set.len() {
        let (row, it) = (set[at].0 as usize, &set[at].1);
        let spec = &specs[row];
        assert!(
            at == 0 || (set[at - 1].0 as usize) < row,
            "figures of a set stand in table order, each input once"
        );
        assert!(spec.hard.0 <= it.low && it.high <= spec.hard.1, "a set's range leaves the hard range");
        assert!(
            it.low <= it.default && it.default <= it.high,
            "a set's default lies outside its low and high"
        );
        let in_ratios = matches!(it.shape, Shape::Lognormal);
        assert!(!in_ratios || it.low > 0.0, "a spread in ratios needs numbers above 0");
        assert!(!it.fact.is_empty() && !it.doc.is_empty(), "a set's figures need a fact and a reason");
        at += 1;
    }
}

const fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && ends_with(a, b)
}

const fn ends_with(text: &str, tail: &str) -> bool {
    let (text, tail) = (text.as_bytes(), tail.as_bytes());
    if tail.len() > text.len() {
        return false;
    }
    let mut i = 0;
    while i < tail.len() {
        if text[text.len() - tail.len() + i] != tail[i] {
            return false;
        }
        i += 1;
    }
    true
}
