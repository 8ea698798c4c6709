//! A table of amounts of money with bars, whose parts sum to the total.

use super::bar::{BAR_WIDTH, bar};
use super::plot::bars;
use super::table::{NO_VALUE, fixed, usd_cells};
use super::tree::{El, el, opens};
use payenough_engine::working::{Figure, Kind};

/// One part of the total.
pub struct Line {
    /// Name of the part.
    pub label: &'static str,
    /// Amount in dollars.
    pub usd: f64,
    /// The figure whose working the amount opens.
    pub figure: Figure,
}

/// Caption, headings and links of the table.
pub struct Heads {
    /// Caption of the table.
    pub caption: &'static str,
    /// Heading of the column of names.
    pub name: &'static str,
    /// Name of the total.
    pub total: &'static str,
    /// The figure whose working the total opens.
    pub sum: Kind,
    /// The figure whose working a share opens.
    pub share: Kind,
}

/// Draws a row with a bar for each part, then the total. All amounts have the same unit.
#[must_use]
pub fn money_table(lines: &[Line], heads: &Heads) -> El {
    let amounts: Vec<f64> = lines.iter().map(|line| line.usd).collect();
    let total: f64 = amounts.iter().sum();
    let cells = usd_cells(&amounts.iter().copied().chain([total]).collect::<Vec<_>>());
    let head = |text: &str| el("th").attr("scope", "col").text(text);
    let row = |name: &str, amount: El, share: El, drawn: Vec<El>| {
        el("tr")
            .with(el("th").attr("scope", "row").text(name))
            .with(el("td").class("num").with(amount))
            .with(el("td").class("num").with(share))
            .with(el("td").class("bar-cell").with_all(drawn))
    };
    let parts = lines.iter().zip(&cells.cells).zip(bars(&amounts, BAR_WIDTH));
    let rows = parts.map(|((line, amount), placed)| {
        let share = opens(&share_of(line.usd, total), Figure { kind: heads.share, ..line.figure });
        row(line.label, opens(amount, line.figure), share, vec![bar(placed)])
    });
    let sum = cells.cells.last().map_or("", String::as_str);
    let all = el("span").text(&share_of(total, total));
    let titles = el("tr")
        .with(head(heads.name))
        .with(head(&format!("Present value, {}", cells.head)).class("num"))
        .with(head("Share").class("num"))
        .with(el("td").class("bar-cell"));
    el("table")
        .class("money")
        .with(el("caption").text(heads.caption))
        .with(el("thead").with(titles))
        .with(el("tbody").with_all(rows.collect()))
        .with(el("tfoot").with(row(heads.total, opens(sum, Figure::new(heads.sum, 0, 0)), all, Vec::new())))
}

/// Prints a share in percent with one decimal, or a dash if the total is 0.
#[must_use]
pub fn share_of(part: f64, whole: f64) -> String {
    if whole == 0.0 { NO_VALUE.to_owned() } else { fixed(part / whole * 100.0, 1) + "%" }
}
