//! The parts of the page, as selectors. All selectors that several checks use are in this module.

/// The answer with its limits. An attribute holds what the scenario as set says by itself.
pub const VERDICT: &str = "#app .verdict";
/// The sentence of the answer.
pub const HEADLINE: &str = ".verdict .headline";
/// The note that an entry was refused.
pub const STALE: &str = ".verdict .stale";
/// The line below the sentence with the date of the figures.
pub const LIMITS: &str = ".verdict .limits";
/// What a user brings in a month, as printed.
pub const BRINGS: &str = ".numbers .brings dd";
/// What a user costs a month, as printed.
pub const COSTS: &str = ".numbers .costs dd";
/// What comes back of each dollar, as printed.
pub const BACK: &str = ".numbers .back dd";
/// The notices about parts of a link that could not be read, one line each.
pub const NOTICES: &str = ".notices li";
/// The changed inputs, one line each.
pub const CHANGED: &str = "#changed li";
/// The button that resets all inputs.
pub const RESET_ALL: &str = "#changed button:not(.reset)";
/// The button that copies the link.
pub const COPY_LINK: &str = "#copy-link";
/// The button that copies the answer as JSON.
pub const COPY_JSON: &str = "#copy-json";
/// The status that says whether something was copied.
pub const COPIED: &str = "#share [role=status]";
/// The field from which a reader can copy by hand.
pub const BY_HAND: &str = "#copy-by-hand";
/// The snippet that embeds the page.
pub const SNIPPET: &str = "#embed-code";
/// The button that downloads the yearly table.
pub const CSV: &str = "#yearly .scroller ~ button";
/// The yearly table.
pub const YEARLY: &str = "table.yearly";
/// The link from the embedded page to the full page.
pub const OPEN_FULL: &str = ".card-bottom a";

/// Whether the page has replaced the text that is shown while it loads by the first screen of its scenario. This works
/// on both pages.
pub const READY: &str = "return !document.getElementById('boot') && !document.querySelector('.pending') \
     && !!document.querySelector('.verdict .headline') && !!document.querySelector('.verdict').dataset.asSet \
     && !!document.querySelector('#share, .card-bottom a')";

/// Whether what the scenario as set says is there for the current scenario.
pub const ANSWERED: &str = "return !!document.querySelector('#app .verdict')?.dataset.asSet";

/// Whether every section has arrived. Always true on the embedded page, which has none.
pub const WORKED_OUT: &str = "return document.querySelectorAll('.waiting').length === 0";

/// The row of an input.
#[must_use]
pub fn row(key: &str) -> String {
    format!(".row[data-key='{key}']")
}

/// The field, select or checkbox of an input.
#[must_use]
pub fn field(key: &str) -> String {
    format!("#in-{key}")
}

/// The slider of an input.
#[must_use]
pub fn slider(key: &str) -> String {
    format!("#range-{key}")
}

/// The error message of an input.
#[must_use]
pub fn error(key: &str) -> String {
    format!("#error-{key}")
}

/// The suggestion of an input.
#[must_use]
pub fn offer(key: &str) -> String {
    format!("#error-{key} button")
}

/// The note on how the entry of an input was read.
#[must_use]
pub fn echo(key: &str) -> String {
    format!("#echo-{key}")
}

/// The button that raises an input.
#[must_use]
pub fn raise(key: &str) -> String {
    format!("{} .step:last-of-type", row(key))
}

/// The button that lowers an input.
#[must_use]
pub fn lower(key: &str) -> String {
    format!("{} .step:first-of-type", row(key))
}

/// The button that resets an input.
#[must_use]
pub fn reset(key: &str) -> String {
    format!("{} .reset", row(key))
}

/// The button of a preset, by its index.
#[must_use]
pub fn preset(place: usize) -> String {
    format!("#presets article:nth-of-type({}) > button", place + 1)
}
