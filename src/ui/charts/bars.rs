//! One bar of a row: the table beside it carries the number.

use crate::ui::plot::Bar;
use leptos::prelude::*;

/// Width that bars are placed in; the drawing stretches.
pub(in crate::ui) const BAR_WIDTH: f64 = 1000.0;

/// A bar as a decoration.
pub(in crate::ui) fn bar(bar: Bar) -> impl IntoView {
    let class = if bar.negative { "bar negative" } else { "bar" };
    view! {
        <svg class=class viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            <rect x=bar.x y="0" width=bar.width height="10" />
            <line x1=bar.zero x2=bar.zero y1="0" y2="10" />
        </svg>
    }
}
