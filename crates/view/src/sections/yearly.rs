//! The yearly table.

use super::Subject;
use crate::table::{COLUMNS, Column, NO_VALUE, Scaled};
use crate::tree::{El, el, opens};
use payenough_engine::working::Figure;

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let years = &subject.outcome.years;
    let columns: Vec<Scaled> = COLUMNS.iter().map(|one| one.scaled(years)).collect();
    let heads = columns.iter().map(|it| el("th").attr("scope", "col").text(&it.head)).collect();
    let row = |at: usize| {
        let text = |it: &Scaled| it.cells.get(at).cloned().unwrap_or_default();
        let year = el("th").attr("scope", "row").text(&columns.first().map(text).unwrap_or_default());
        let cell = |(column, it): (&Column, &Scaled)| match column.figure {
            Some(kind) if text(it) != NO_VALUE => el("td").with(opens(&text(it), Figure::new(kind, 0, at))),
            _ => el("td").text(&text(it)),
        };
        let cells = COLUMNS.iter().zip(&columns).skip(1).map(cell).collect();
        el("tr").with(year).with_all(cells)
    };
    el("table")
        .class("yearly")
        .with(el("caption").text("Each row is a year. Money is as paid, not discounted."))
        .with(el("thead").with(el("tr").with_all(heads)))
        .with(el("tbody").with_all((0..years.len()).map(row).collect()))
}
