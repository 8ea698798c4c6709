//! Who pays: the streams of revenue, whose money counts, how many pay, and the surplus that users keep.

use super::{Subject, moved_by, note};
use crate::money::{Heads, Line, money_table, share_of};
use crate::tree::{El, el, opens};
use payenough_analysis::perspective;
use payenough_engine::working::{Figure, Kind};
use payenough_engine::{Outcome, Year};
use payenough_model::{InputId, Perspective, Stream};
use payenough_quantities::print;

pub(super) fn draw(subject: &Subject<'_>) -> El {
    let outcome = subject.outcome;
    let worth = print::money(outcome.kept_value_pv.value());
    let kept = el("p")
        .text("Users also get use that is worth more to them than they pay: ")
        .with(opens(&worth, Figure::new(Kind::KeptAll, 0, 0)))
        .text(&format!(
            " in present value on these assumptions. It does not reach the builders, so it counts only if you switch on “{}”.",
            InputId::count_value.spec().label,
        ));
    // The users belong to a cloud's tenants; the cloud itself has none.
    let segments = match subject.inputs.perspective {
        Perspective::Landlord => Vec::new(),
        _ => vec![super::segments::draw(subject)],
    };
    el("div")
        .with(note(
            "Users and firms pay directly, by plans, seats and the API, and indirectly, by ads and commissions. Amounts are present \
             values over the years looked at.",
        ))
        .with(note(&perspective(subject.inputs)))
        .with(money_table(&lines(outcome), &HEADS))
        .with(payers(outcome))
        .with_all(segments)
        .with(kept)
        .with(moved_by(
            "Moved by",
            &[InputId::perspective, InputId::count_value, InputId::protect_on, InputId::plans, InputId::ad_uplift_on],
        ))
}

const HEADS: Heads = Heads {
    caption: "Money in, by stream",
    name: "Stream",
    total: "All revenue",
    sum: Kind::RevenueSum,
    share: Kind::RevenueShare,
};

fn lines(outcome: &Outcome) -> Vec<Line> {
    let line = |stream: Stream| Line {
        label: stream.label(),
        usd: outcome.revenue_pv[stream as usize].value(),
        figure: Figure::new(Kind::Revenue, stream as usize, 0),
    };
    Stream::ALL.into_iter().map(line).filter(|line| line.usd != 0.0).collect()
}

/// The number of payers in the first and the fifth year.
fn payers(outcome: &Outcome) -> El {
    let years: Vec<(usize, &Year)> =
        [0, 4].into_iter().filter_map(|at| Some((at, outcome.years.get(at)?))).collect();
    let head =
        |(_, year): &(usize, &Year)| el("th").attr("scope", "col").class("num").text(&year.year.to_string());
    let line =
        |name: &str, cells: Vec<El>| el("tr").with(el("th").attr("scope", "row").text(name)).with_all(cells);
    let row = |name: &str, kind: Kind, of: fn(&Year) -> f64| {
        let cell = |(at, year): &(usize, &Year)| {
            el("td").class("num").with(opens(&print::count(of(year)), Figure::new(kind, 0, *at)))
        };
        line(name, years.iter().map(cell).collect())
    };
    let share = |(at, year): &(usize, &Year)| {
        let text = share_of(year.subscribers.value(), year.active_users.value());
        el("td").class("num").with(opens(&text, Figure::new(Kind::PayingYear, 0, *at)))
    };
    let body = el("tbody")
        .with(row("Active users served by this build-out", Kind::UsersYear, |it| it.active_users.value()))
        .with(row("Subscribers", Kind::SubscribersYear, |it| it.subscribers.value()))
        .with(line("Subscribers, share of users", years.iter().map(share).collect()))
        .with(row("Business seats", Kind::SeatsYear, |it| it.seats.value()));
    let heads = el("tr").with(el("td")).with_all(years.iter().map(head).collect());
    el("table")
        .class("payers")
        .with(el("caption").text("How many pay"))
        .with(el("thead").with(heads))
        .with(body)
}
