//! The whole calculator, in the order of the table of sections, with the page's own parts between them.

use crate::ui::sections::{
    DataTables, Groups, Headline, Levers, NeededChart, Notices, Numbers, Presets, Share, Token, Yearly,
};
use crate::ui::state::ScenarioState;
use crate::ui::worker_sections::WorkerSections;
use leptos::prelude::*;
use payenough_view::sections::SectionId;
use std::ops::Bound::{Excluded, Included, Unbounded};

/// The first screen: the answer, the chart and the three inputs that matter most.
#[component]
pub(super) fn First(
    /// The page's state.
    state: ScenarioState,
    /// The sections that workers draw.
    worked_out: WorkerSections,
) -> impl IntoView {
    view! {
        <Notices state />
        <Headline state worked_out />
        <Numbers worked_out />
        <div class="hero">
            <NeededChart worked_out />
            <Levers state />
        </div>
    }
}

/// The part between the first screen and the static text on the method.
#[component]
pub(super) fn Rest(
    /// The page's state.
    state: ScenarioState,
    /// The sections that workers draw.
    worked_out: WorkerSections,
) -> impl IntoView {
    view! {
        {worked_out.sections((Unbounded, Included(SectionId::Sure)))}
        <Presets state />
        {worked_out.sections((Excluded(SectionId::Sure), Excluded(SectionId::Token)))}
        <Token state worked_out />
        {worked_out.sections((Excluded(SectionId::Token), Excluded(SectionId::Yearly)))}
        <Yearly state worked_out />
        {worked_out.sections((Excluded(SectionId::Yearly), Unbounded))}
        <Groups state />
        {worked_out.panel()}
    }
}

/// The part after the static text on the method.
#[component]
pub(super) fn Tail(
    /// The page's state.
    state: ScenarioState,
    /// The sections that workers draw.
    worked_out: WorkerSections,
) -> impl IntoView {
    view! {
        <DataTables />
        <Share state worked_out />
        {worked_out.trouble()}
    }
}
