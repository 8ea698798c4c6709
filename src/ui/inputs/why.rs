//! Why an input has its value: reason, default, range, source, date and grade, of the row and of the preset.

use crate::model::{Grade, InputId, Kind, Source};
use crate::scenario::Change;
use crate::ui::field::amount;
use crate::ui::state::ScenarioState;
use leptos::prelude::*;

/// The disclosure under a control.
pub(super) fn why(id: InputId, state: ScenarioState) -> impl IntoView {
    let spec = id.spec();
    let range = (matches!(spec.kind, Kind::Number) && spec.low < spec.high)
        .then(|| format!("; sources range from {} to {}", amount(spec, spec.low), amount(spec, spec.high)));
    let facts = format!("Starting point: {}{}.", amount(spec, spec.default), range.unwrap_or_default());
    let preset = move || {
        let preset = state.scenario().preset()?;
        let change = preset.changes.iter().find(|change| change.id == id)?;
        Some(view! { <p>{format!("In “{}”: ", preset.title)}{reason(change)}</p> })
    };
    view! {
        <details class="why">
            <summary>"Why this value"<span class="hidden">{format!(" for {}", spec.label)}</span></summary>
            <p>{spec.doc.trim()}</p>
            <p>{facts}" "{citation(spec.source, spec.grade)}</p>
            {preset}
        </details>
    }
}

/// What a preset sets and why.
pub(in crate::ui) fn reason(change: &'static Change) -> impl IntoView {
    let value = amount(change.id.spec(), change.value);
    view! { <b>{value}</b>". "{change.why}" "{citation(change.source, change.grade)} }
}

/// A source with link, date and grade; our judgement is named as that.
pub(in crate::ui) fn citation(source: &'static Source, grade: Grade) -> AnyView {
    if source.url.is_empty() {
        return view! { <span class="source">"Source: our judgement."</span> }.into_any();
    }
    let rest = format!(" ({}, {}; {})", source.publisher, source.date, grade.label());
    view! {
        <span class="source">
            "Source: "<a href=source.url rel="noopener noreferrer" target="_blank">{source.title}</a>{rest}
        </span>
    }
    .into_any()
}
