//! The bar in a table row. It is decoration: the cells of the row hold the number.

use super::plot::Bar;
use super::tree::{El, svg};

/// Width of the coordinate system of a bar; the drawing is stretched to the width of its cell.
pub const BAR_WIDTH: f64 = 1000.0;

/// Draws a bar as decoration.
#[must_use]
pub fn bar(bar: Bar) -> El {
    svg("svg")
        .class(if bar.negative { "bar negative" } else { "bar" })
        .attr("viewBox", "0 0 1000 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .with(svg("rect").px("x", bar.x).px("y", 0.0).px("width", bar.width).px("height", 10.0))
        .with(svg("line").px("x1", bar.zero).px("x2", bar.zero).px("y1", 0.0).px("y2", 10.0))
}
