//! The line beside the answer that says what flips it.

use e2e::{Checked, Expected, Findings, World, collapsed, parts};
use payenough_analysis::pieces::at_once;
use payenough_engine::evaluate;
use payenough_model::Inputs;
use payenough_view::sections::flips::section_and_line;
use payenough_view::sections::{Subject, Widths};
use serde_json::json;
use thirtyfour::Key;

use crate::futures::Before;
use crate::sections::{NO_WORKERS, text_of};

/// Records in every frame the position of the element after the answer.
const PLACES: &str = "window.__places = []; \
     const look = () => { const it = document.querySelector('.numbers'); \
       if (it) { const at = Math.round(it.getBoundingClientRect().top + scrollY); if (at !== __places.at(-1)) __places.push(at); } \
       requestAnimationFrame(look); }; look();";
/// Records in every frame what the scenario as set says, and the line beside it.
const LINES: &str = "window.__lines = []; const look = () => { \
     const asSet = document.querySelector('#app .verdict').dataset.asSet; \
     const text = document.querySelector('.verdict .flips')?.textContent ?? ''; \
     if (text !== __lines.at(-1)?.[1]) __lines.push([asSet, text]); requestAnimationFrame(look); }; look();";

/// The line for a link, computed natively.
fn line(link: &str) -> String {
    let scenario = Expected::of(link).scenario;
    let inputs = Inputs::read(scenario.values());
    let outcome = evaluate(&inputs);
    let subject =
        Subject { scenario: &scenario, inputs: &inputs, outcome: &outcome, widths: Widths::of_column(700.0) };
    text_of(&at_once(section_and_line(&subject, link)).1)
}

pub(crate) async fn the_line_on_what_flips_the_answer_is_beside_it(world: &World) -> Checked {
    let mut findings = Findings::new();
    for (how, source) in [("with workers", String::new()), ("without workers", NO_WORKERS.to_owned())] {
        let before = Before::of(world, &format!("{PLACES} {source}")).await?;
        for link in [
            "v=1&d=2026-11",
            "v=1&d=2026-11&n=1&capex_usd=3e12",
            "v=1&d=2026-11&n=1&futures=0",
            "v=1&d=2026-11&p=article-2025-01",
        ] {
            for width in [360, 800, 1280] {
                world.size(width, 800).await?;
                world.open_link(link).await?;
                world.until(parts::WORKED_OUT, "the sections").await?;
                let shown = world.text(".verdict .flips").await?;
                findings.same(&format!("{link} {how}"), &shown, &collapsed(&line(link)));
                let places: Vec<i32> = world.js("return __places", &[]).await?;
                findings
                    .expect(places.len() == 1, || format!("{link} {how}, {width} wide: moves {places:?}"));
            }
        }
        // The line of another scenario is never shown, not even briefly.
        world.open_link("v=1&d=2026-11&n=1&wacc_pct=10").await?;
        world.until(parts::WORKED_OUT, "the sections").await?;
        world.driver.execute(LINES, Vec::new()).await?;
        let field = parts::field("capex_usd");
        world.type_into(&field, "3 trillion").await?;
        world.press(&field, Key::Enter).await?;
        world
            .until("return /capex_usd/.test(location.search) && __lines.at(-1)[1] !== ''", "the next line")
            .await?;
        let query: String = world.js("return location.search.slice(1)", &[]).await?;
        let lines: Vec<(String, String)> = world.js("return __lines", &[]).await?;
        let (as_set, next) = (Expected::of(&query).text(), line(&query));
        for (shown, line) in &lines {
            let is_new = collapsed(shown) == collapsed(&as_set);
            findings.expect(!is_new || line.is_empty() || *line == next, || format!("{how}: {lines:?}"));
        }
        findings.same(
            &format!("the next line {how}"),
            lines.last().map_or("", |it| it.1.as_str()),
            next.as_str(),
        );
        before.take_back(world).await?;
    }
    world.size(360, 800).await?;
    world.open("/embed/").await?;
    let shown =
        "return [...document.querySelectorAll('.flips')].filter(it => it.getClientRects().length > 0).length";
    let n: usize = world.js(shown, &[json!(null)]).await?;
    findings.expect(n == 0, || "the card has no room for the line".to_owned());
    findings.done()
}
