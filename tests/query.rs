//! How a link's query is split after hosts, mail programs and strangers have changed it.

use payenough_model::scenario::query::{
    KeyOwner, MAX_QUERY_CHARS, MAX_SHOWN_CHARS, QueryProblem, cut, key_owner, split_query, trimmed_tail,
};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, pairs: &[(&str, &str)], problems: &[QueryProblem]) {
    let (read, noted) = split_query(text);
    let read: Vec<(&str, &str)> = read.iter().map(|pair| (pair.key.as_str(), pair.value.as_str())).collect();
    assert_eq!(read, pairs, "{text:?}");
    assert_eq!(noted, problems, "{text:?}");
}

fn duplicate(key: &str) -> QueryProblem {
    QueryProblem::Duplicate { key: key.to_owned() }
}

fn bad_encoding(key: &str) -> QueryProblem {
    QueryProblem::BadEncoding { key: key.to_owned() }
}

#[test]
fn urls_queries_and_bare_pairs_are_read() {
    let pairs = [("v", "1"), ("capex_usd", "650e9")];
    for text in [
        "https://calculator.example/?v=1&capex_usd=650e9",
        "https://calculator.example/?v=1&capex_usd=650e9#verdict",
        "https://calculator.example?v=1&capex_usd=650e9",
        "/embed/?v=1&capex_usd=650e9",
        "?v=1&capex_usd=650e9",
        "v=1&capex_usd=650e9",
        " v=1&capex_usd=650e9#a?b=c\n",
        "?&v=1&&capex_usd=650e9&",
        "?v=1&amp;capex_usd=650e9",
        "?%76=1&capex%5Fusd=650%659",
    ] {
        check(text, &pairs, &[]);
    }
    for text in
        ["", "?", "#v=1", "https://calculator.example/", "https://calculator.example/#?v=1", "/embed/"]
    {
        check(text, &[], &[]);
    }
    check("v=1&x=why?", &[("v", "1"), ("x", "why?")], &[]);
    check("?v=1&x=a?b/c", &[("v", "1"), ("x", "a?b/c")], &[]);
    check("?amp;amp;v=1&flag&a=b=c&=5", &[("amp;v", "1"), ("flag", ""), ("a", "b=c"), ("", "5")], &[]);
}

#[test]
fn damaged_encoding_drops_only_its_pair() {
    check("?a=1%2C5&b=1+1", &[("a", "1,5"), ("b", "1+1")], &[]);
    for text in ["?a=%", "?a=%4", "?a=%zz", "?a=%+1", "?a=%ff", "?a=%C3"] {
        check(&format!("{text}&b=2"), &[("b", "2")], &[bad_encoding("a")]);
    }
    check("?%E0%A4%A=1", &[], &[bad_encoding("%E0%A4%A")]);
    check("?a=%zz&a=2", &[("a", "2")], &[bad_encoding("a")]);
    check("?parentTitle=caf%E9&utm_term=%", &[], &[]);
}

#[test]
fn the_first_of_repeated_keys_counts() {
    check("?a=1&a=2&b=3&%61=4", &[("a", "1"), ("b", "3")], &[duplicate("a")]);
    check(
        "?utm_source=x&utm_source=y&theme=dark&theme=light",
        &[("utm_source", "x"), ("theme", "dark")],
        &[],
    );
    check("?__proto__=1&constructor=2", &[("__proto__", "1"), ("constructor", "2")], &[]);
}

#[test]
fn a_link_that_is_too_long_is_not_read() {
    let fits = format!("a={}", "é".repeat(MAX_QUERY_CHARS - 2));
    assert_eq!(split_query(&format!("https://calculator.example/?{fits}#fragment")).0.len(), 1);
    check(&format!("?{fits}é"), &[], &[QueryProblem::TooLong]);
    check(&"&".repeat(100_000), &[], &[QueryProblem::TooLong]);
    assert_eq!(
        QueryProblem::TooLong.to_string(),
        "This link is longer than 8000 characters, so its settings were ignored"
    );
}

#[test]
fn keys_have_owners() {
    for key in [
        "utm_source",
        "mc_cid",
        "fbclid",
        "gclid",
        "igshid",
        "initialWidth",
        "childId",
        "parentTitle",
        "parentUrl",
    ] {
        assert_eq!(key_owner(key), KeyOwner::Foreign, "{key}");
    }
    for key in ["layout", "h", "controls", "theme", "lang", "id"] {
        assert_eq!(key_owner(key), KeyOwner::Embed, "{key}");
    }
    for key in ["v", "d", "n", "capex_usd", "__proto__", "constructor", "utm", "ID", ""] {
        assert_eq!(key_owner(key), KeyOwner::Scenario, "{key}");
    }
}

#[test]
fn tails_and_cuts() {
    assert_eq!(trimmed_tail("11)."), "11");
    assert_eq!(trimmed_tail("650e9!;,"), "650e9");
    assert_eq!(trimmed_tail(").,;!"), "");
    assert_eq!(trimmed_tail("38.5"), "38.5");
    assert_eq!(cut("<b>"), "<b>");
    assert_eq!(cut(&"é".repeat(MAX_SHOWN_CHARS)), "é".repeat(MAX_SHOWN_CHARS));
    assert_eq!(cut(&"é".repeat(MAX_SHOWN_CHARS + 1)), "é".repeat(MAX_SHOWN_CHARS - 1) + "…");
    assert_eq!(cut("a\u{202e}b\u{0}c\n"), "a\u{fffd}b\u{fffd}c\u{fffd}");
}

proptest! {
    #[test]
    fn any_text_can_be_split(text in prop_oneof![any::<String>(), "[?&=#%a-c+;é/0-9]{0,60}"]) {
        let (pairs, problems) = split_query(&text);
        for (at, pair) in pairs.iter().enumerate() {
            prop_assert!(!pairs[..at].iter().any(|earlier| earlier.key == pair.key));
        }
        for problem in &problems {
            if let QueryProblem::Duplicate { key } | QueryProblem::BadEncoding { key } = problem {
                prop_assert!(key.chars().count() <= MAX_SHOWN_CHARS);
            }
        }
        prop_assert_eq!(split_query(&text), (pairs, problems));
        prop_assert!(text.starts_with(trimmed_tail(&text)));
        prop_assert!(cut(&text).chars().count() <= MAX_SHOWN_CHARS);
    }

    #[test]
    fn encoded_pairs_come_back(wanted in prop::collection::btree_map("\\PC{1,8}", "\\PC{0,8}", 0..6)) {
        let encoded = |text: &str| text.bytes().map(|b| format!("%{b:02x}")).collect::<String>();
        let query: Vec<String> = wanted.iter().map(|(key, value)| format!("{}={}", encoded(key), encoded(value))).collect();
        let (pairs, problems) = split_query(&query.join("&"));
        prop_assert_eq!(problems, vec![]);
        prop_assert!(pairs.iter().map(|pair| (&pair.key, &pair.value)).eq(&wanted));
    }
}
