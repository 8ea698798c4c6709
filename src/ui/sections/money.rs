//! A table of money lines with bars: parts that sum to their total.

use crate::ui::charts::{BAR_WIDTH, bar};
use crate::ui::plot::{Bar, bars};
use crate::units::print;
use leptos::prelude::*;

/// One part.
pub(super) struct Line {
    /// Its name.
    pub(super) label: &'static str,
    /// Its amount in dollars.
    pub(super) usd: f64,
}

/// Words around the table.
pub(super) struct Heads {
    /// Caption.
    pub(super) caption: &'static str,
    /// Heading of the names.
    pub(super) name: &'static str,
    /// Name of the total.
    pub(super) total: &'static str,
}

/// Rows with bars, then the total.
pub(super) fn money_table(lines: &[Line], heads: &Heads) -> impl IntoView + use<> {
    let amounts: Vec<f64> = lines.iter().map(|line| line.usd).collect();
    let total: f64 = amounts.iter().sum();
    let placed = bars(&amounts, BAR_WIDTH);
    let rows = lines.iter().zip(placed).map(|(line, placed)| row(line, placed, total)).collect_view();
    let share = share_of(total, total);
    view! {
        <table class="money">
            <caption>{heads.caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{heads.name}</th>
                    <th scope="col" class="num">"Present value"</th>
                    <th scope="col" class="num">"Share"</th>
                    <td class="bar-cell"></td>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{heads.total}</th>
                    <td class="num">{print::money(total)}</td>
                    <td class="num">{share}</td>
                    <td class="bar-cell"></td>
                </tr>
            </tfoot>
        </table>
    }
}

fn row(line: &Line, placed: Bar, total: f64) -> AnyView {
    view! {
        <tr>
            <th scope="row">{line.label}</th>
            <td class="num">{print::money(line.usd)}</td>
            <td class="num">{share_of(line.usd, total)}</td>
            <td class="bar-cell">{bar(placed)}</td>
        </tr>
    }
    .into_any()
}

/// A share in percent; a dash where the whole is 0.
pub(super) fn share_of(part: f64, whole: f64) -> String {
    if whole == 0.0 { "\u{2013}".to_owned() } else { print::percent(part / whole) }
}
