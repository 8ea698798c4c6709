//! The reasons for the figures of a dated set after the first. The page itself holds those of the first set; the others are
//! fetched from the set's table once a scenario uses it, so that other readers need not load them.

use super::browser;
use leptos::prelude::*;
use leptos::task::spawn_local;
use payenough_model::InputId;
use payenough_model::scenario::Vintage;
use payenough_view::{El, csv, el, outward};

/// The state of the download of one set's table.
#[derive(Clone, PartialEq)]
enum Table {
    Loading,
    Failed,
    /// The rows, with the names of the columns in the first.
    Rows(Vec<Vec<String>>),
}

/// The tables that were requested, each with the id of its set.
#[derive(Clone, Copy)]
pub(super) struct Reasons(RwSignal<Vec<(&'static str, Table)>>);

impl Reasons {
    /// No table was requested yet.
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// What the set says about an input, with its source; a line on the download until it has arrived.
    pub(super) fn text(self, set: &'static Vintage, id: InputId) -> El {
        let table = self.0.with(|all| all.iter().find(|it| it.0 == set.id).map(|it| it.1.clone()));
        match table {
            Some(Table::Rows(rows)) => reason(&rows, set, id),
            Some(Table::Failed) => {
                el("p").text("The reason could not be loaded. Reload the page to try again.")
            }
            Some(Table::Loading) => el("p").text("Loading…"),
            None => {
                self.request(set);
                el("p").text("Loading…")
            }
        }
    }

    fn request(self, set: &'static Vintage) {
        self.0.update_untracked(|all| all.push((set.id, Table::Loading)));
        let all = self.0;
        let receive = move |table: Table| {
            // The owner is gone if the page was left meanwhile.
            let _kept = all.try_update(|all| {
                for it in all.iter_mut().filter(|it| it.0 == set.id && it.1 == Table::Loading) {
                    it.1 = table.clone();
                }
            });
        };
        set_timeout(move || receive(Table::Failed), browser::PATIENCE);
        spawn_local(async move {
            let text = browser::file(&format!("data/defaults_{}.csv", set.id)).await;
            receive(text.map_or(Table::Failed, |text| Table::Rows(csv::rows(&text))));
        });
    }
}

/// The reason, the range and the source in a set's table.
fn reason(rows: &[Vec<String>], set: &'static Vintage, id: InputId) -> El {
    let (spec, figures) = (id.spec(), set.figures(id));
    let row = rows.iter().find(|row| row.first().is_some_and(|key| key == spec.key));
    let cell = |name: &str| {
        let column = rows.first().and_then(|heads| heads.iter().position(|head| head == name));
        column.and_then(|at| row?.get(at)).map_or("", String::as_str)
    };
    let source = el("span").class("source").text("Source: ");
    let source = match cell("source_url") {
        "" => source.text("our judgement."),
        url => source.with(outward(url, cell("source_title"))).text(&format!(
            " ({}; {})",
            cell("publisher"),
            figures.grade_label()
        )),
    };
    let facts = format!(
        "Starting point of {}: {}{}. ",
        set.label,
        spec.amount(figures.default),
        figures.range_text(spec)
    );
    el("div").with(el("p").text(cell("note"))).with(el("p").text(&facts).with(source))
}
