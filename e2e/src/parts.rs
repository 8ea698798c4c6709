//! Where things are on the page. Selectors stand here and nowhere else.

/// The answer with its limits; holds the verdict with every input at its middle as an attribute.
pub const VERDICT: &str = "#app .verdict";
/// The sentence, with its detail.
pub const HEADLINE: &str = ".verdict .headline";
/// What says that an entry was not taken.
pub const STALE: &str = ".verdict .stale";
/// Under the sentence: the date of the figures.
pub const LIMITS: &str = ".verdict .limits";
/// Needed and expected, as printed.
pub const NEEDED: &str = ".numbers .needed dd";
/// See [`NEEDED`].
pub const EXPECTED: &str = ".numbers .expected dd";
/// What a link said that was not understood, a line each.
pub const NOTICES: &str = ".notices li";
/// What was changed, a line each.
pub const CHANGED: &str = "#changed li";
/// Takes all changes back.
pub const RESET_ALL: &str = "#changed button:not(.reset)";
/// Copies the link.
pub const COPY_LINK: &str = "#copy-link";
/// Copies the answer.
pub const COPY_JSON: &str = "#copy-json";
/// Says that something was copied.
pub const COPIED: &str = "#share [role=status]";
/// Where a reader copies by hand.
pub const BY_HAND: &str = "#copy-by-hand";
/// The code that embeds the page.
pub const SNIPPET: &str = "#embed-code";
/// Offers the yearly table as a file.
pub const CSV: &str = "#yearly .scroller ~ button";
/// The yearly table.
pub const YEARLY: &str = "table.yearly";
/// In the embedded page: the way to the full one.
pub const OPEN_FULL: &str = ".card-bottom a";

/// Has the page taken over from the words that were there while it loaded, with the first screen of its own scenario? True of
/// both pages.
pub const READY: &str = "return !document.getElementById('boot') && !document.querySelector('.pending') \
     && !!document.querySelector('.verdict .headline') && !!document.querySelector('.verdict').dataset.middle \
     && !!document.querySelector('#share, .card-bottom a')";

/// Is the verdict with every input at its middle that of the scenario as it is now?
pub const ANSWERED: &str = "return !!document.querySelector('#app .verdict')?.dataset.middle";

/// Does every deeper section show its answer? True of the embedded page, which has none.
pub const WORKED_OUT: &str = "return document.querySelectorAll('.waiting').length === 0";

/// The row of an input.
#[must_use]
pub fn row(key: &str) -> String {
    format!(".row[data-key='{key}']")
}

/// Its field, select or checkbox.
#[must_use]
pub fn field(key: &str) -> String {
    format!("#in-{key}")
}

/// Its slider.
#[must_use]
pub fn slider(key: &str) -> String {
    format!("#range-{key}")
}

/// What is wrong with its entry.
#[must_use]
pub fn error(key: &str) -> String {
    format!("#error-{key}")
}

/// What may have been meant.
#[must_use]
pub fn offer(key: &str) -> String {
    format!("#error-{key} button")
}

/// How its entry was read.
#[must_use]
pub fn echo(key: &str) -> String {
    format!("#echo-{key}")
}

/// Its button that raises it.
#[must_use]
pub fn raise(key: &str) -> String {
    format!("{} .step:last-of-type", row(key))
}

/// Its button that lowers it.
#[must_use]
pub fn lower(key: &str) -> String {
    format!("{} .step:first-of-type", row(key))
}

/// Its button that takes it back.
#[must_use]
pub fn reset(key: &str) -> String {
    format!("{} .reset", row(key))
}

/// The button of a preset, by its place among them.
#[must_use]
pub fn preset(place: usize) -> String {
    format!("#presets article:nth-of-type({}) > button", place + 1)
}
