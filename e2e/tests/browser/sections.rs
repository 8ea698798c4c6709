//! The sections that workers draw: they show the engine's figures, follow the scenario, and their buttons turn the
//! answer.

use e2e::{Checked, Expected, Findings, World, parts};
use payenough_analysis::futures::Drawing;
use payenough_analysis::futures::tornado::Tornado;
use payenough_analysis::reality::sides;
use payenough_analysis::working::plain;
use payenough_engine::evaluate;
use payenough_model::Inputs;
use payenough_view::sections::{SectionId, Subject, Widths, draw};
use payenough_view::working::panel;
use payenough_view::{Child, El};
use serde_json::json;
use thirtyfour::Key;

/// Makes a page without workers, as in a sandboxed frame.
pub(crate) const NO_WORKERS: &str =
    "window.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } }";

/// The text content of an element.
pub(crate) fn text_of(tree: &El) -> String {
    let of = |child: &Child| match child {
        Child::Text(text) => text.clone(),
        Child::El(child) => text_of(child),
    };
    tree.children.iter().map(of).collect()
}

pub(crate) fn words(tree: &El, to: &mut Vec<String>) {
    for child in &tree.children {
        match child {
            Child::Text(text) if !text.trim().is_empty() => {
                to.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            Child::Text(_) => {}
            Child::El(child) => words(child, to),
        }
    }
}

async fn worked_out(world: &World) -> Checked {
    world.until(parts::WORKED_OUT, "the sections").await
}

pub(crate) async fn sections_show_the_figures_of_the_engine(world: &World) -> Checked {
    let mut findings = Findings::new();
    for link in
        ["v=1&d=2026-11", "v=1&d=2026-11&p=article-2025-01", "v=1&d=2026-11&plans=three&cheap_worth_pct=20"]
    {
        world.open_link(link).await?;
        worked_out(world).await?;
        let scenario = Expected::of(link).scenario;
        let inputs = Inputs::read(scenario.values());
        let outcome = evaluate(&inputs);
        let width: f64 =
            world.js("return document.querySelector('#main').getBoundingClientRect().width", &[]).await?;
        let beside: f64 = world
            .js("return document.querySelector('#app .chart').getBoundingClientRect().width", &[])
            .await?;
        let widths = Widths { column: width.floor(), beside: beside.floor() };
        let subject = Subject { scenario: &scenario, inputs: &inputs, outcome: &outcome, widths };
        for id in SectionId::ALL {
            let Some(tree) = draw(id, &subject).filter(|_| id != SectionId::AsSet) else { continue };
            let place = match id {
                SectionId::Numbers => ".numbers".to_owned(),
                SectionId::Needed => "#app .chart".to_owned(),
                _ => format!("#{}", id.id()),
            };
            let mut expected = Vec::new();
            words(&tree, &mut expected);
            let said = world.text(&place).await?;
            findings.expect(!expected.is_empty(), || format!("{link}: {place} is empty"));
            for text in expected.iter().filter(|it| !said.contains(it.as_str())) {
                findings.expect(false, || format!("{link}: {place} lacks {text:?}"));
            }
        }
    }
    findings.done()
}

pub(crate) async fn the_set_button_of_a_lever_turns_the_answer(world: &World) -> Checked {
    let mut findings = Findings::new();
    world.open("/").await?;
    worked_out(world).await?;
    let before = world.text(parts::BACK).await?;
    world.click("#true tbody tr:first-child [data-set]").await?;
    world.until("return location.search.length > 20", "the link").await?;
    world.until(parts::ANSWERED, "the answer").await?;
    let after = world.text(parts::BACK).await?;
    findings.expect(before != after, || format!("the answer stays {after:?}"));
    // The list follows, and now asks for the opposite answer.
    world
        .until(
            "return document.querySelector('#true').textContent.includes('As set, each dollar of cost comes back')",
            "the new list",
        )
        .await?;
    findings.done()
}

/// The sentences on what moves the answer most, computed natively.
fn expected_sides(link: &str) -> Vec<String> {
    let scenario = Expected::of(link).scenario;
    let ranking = Tornado::of(&Drawing::of(scenario.values(), scenario.spreads()));
    sides(scenario.values(), &ranking).iter().map(|it| plain(it)).collect()
}

pub(crate) async fn sentences_beside_the_verdict_follow_it(world: &World) -> Checked {
    let mut findings = Findings::new();
    for link in ["v=1&d=2026-11", "v=1&d=2026-11&wacc_pct=4"] {
        world.open_link(link).await?;
        worked_out(world).await?;
        let said = world.text("#sides").await?;
        for sentence in expected_sides(link) {
            findings.expect(said.contains(&sentence), || format!("{link} lacks {sentence:?}"));
        }
    }
    findings.done()
}

pub(crate) async fn the_page_draws_sections_itself_without_workers(world: &World) -> Checked {
    let mut findings = Findings::new();
    let added = world.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NO_WORKERS })).await?;
    world.open("/").await?;
    worked_out(world).await?;
    let said = world.text("#why").await?;
    findings.expect(said.contains("Needed"), || format!("#why says {said:?}"));
    let field = parts::field("wacc_pct");
    world.type_into(&field, "4").await?;
    world.press(&field, Key::Enter).await?;
    world
        .until(
            "return document.querySelector('#true').textContent.includes('As set, each dollar of cost comes back')",
            "the new list",
        )
        .await?;
    world
        .cdp("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": added["identifier"] }))
        .await?;
    findings.done()
}

/// Slider moves are faster than searches, and the last one counts.
pub(crate) async fn the_newest_request_wins(world: &World) -> Checked {
    let mut findings = Findings::new();
    world.open("/").await?;
    worked_out(world).await?;
    let moves = "const it = document.querySelector('#range-api_usd_per_mtok'); \
         for (let at = 0; at <= 40; at += 1) { it.value = 500 + 10 * at; it.dispatchEvent(new Event('input', { bubbles: true })); } \
         it.dispatchEvent(new Event('change', { bubbles: true })); return true";
    let _moved: bool = world.js(moves, &[]).await?;
    world.until("return /api_usd_per_mtok/.test(location.search)", "the price in the address").await?;
    let query: String = world.js("return location.search.slice(1)", &[]).await?;
    let expected = expected_sides(&query);
    let script = "return document.querySelector('#sides').textContent.includes(arguments[0])";
    let mut said = false;
    for _ in 0..200 {
        said = world.js(script, &[json!(expected[0])]).await?;
        if said {
            break;
        }
    }
    findings.expect(said, || format!("#sides lacks {:?} for {query}", expected[0]));
    findings.done()
}

/// A number opens its equation, and each figure in it opens its own, down to the inputs. Back and Escape lead out.
pub(crate) async fn a_number_opens_its_working_down_to_the_inputs(world: &World) -> Checked {
    let mut findings = Findings::new();
    let link = "v=1&d=2026-11&programme_share_pct=60";
    world.open_link(link).await?;
    worked_out(world).await?;
    world.click(".numbers .brings button").await?;
    let way = ["revenue.0.0", "revenue-year.0.1", "stream.0.5", "subscribers.0.5", "people.0.5"];
    let holds = "return document.querySelector('#working').textContent.includes(arguments[0])";
    let scenario = Expected::of(link).scenario;
    for key in ["expected.0.0"].into_iter().chain(way) {
        if key != "expected.0.0" {
            world.click(&format!("#working [data-why='{key}']")).await?;
        }
        let mut expected = Vec::new();
        words(&panel(key, &scenario), &mut expected);
        for text in expected {
            let mut said = false;
            for _ in 0..100 {
                said = world.js(holds, &[json!(text)]).await?;
                if said {
                    break;
                }
            }
            findings.expect(said, || format!("the working of {key} lacks {text:?}"));
        }
    }
    let text = world.text("#working").await?;
    findings.expect(text.contains("yours"), || format!("the reader's own share is not tagged: {text}"));
    let focused =
        world.until("return !!document.activeElement.closest('#working')", "the focus").await.is_ok();
    findings.expect(focused, || "the panel has no focus".to_owned());
    world.click("#working [data-why='back']").await?;
    world.until(&is_headed("Subscribers"), "the way back").await?;
    world.press("#working [data-why='back']", Key::Escape).await?;
    world.until("return document.querySelector('#working').hidden", "the panel to close").await?;
    // A cell of the yearly table opens its working too.
    world.click("table.yearly tbody tr:first-child td:last-child button").await?;
    world.until(&is_headed("Cumulative cash"), "the cell's working").await?;
    findings.done()
}

/// Checks that the panel opens with a heading that begins with these words.
async fn opened(world: &World, place: &str, begins: &str, findings: &mut Findings) -> Checked {
    world.js::<bool>(
        "const it = document.querySelector(arguments[0]); it?.closest('details')?.setAttribute('open', ''); return !!it",
        &[json!(place)],
    )
    .await?;
    world.click(place).await?;
    is_open(world, place, begins, findings).await?;
    world.click("#working [data-why='close']").await
}

/// Whether the working in the page has a heading that begins with these words.
fn is_headed(begins: &str) -> String {
    format!("return (document.querySelector('#working h2')?.textContent ?? '').startsWith({begins:?})")
}

/// Records every heading of a working that is shown, however briefly.
const TAKE_HEADINGS: &str = "\
    window.headings = new Set();
    new MutationObserver(() => {
      const heading = document.querySelector('#working:not([hidden]) h2')?.textContent;
      if (heading) headings.add(heading);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });";

/// Checks that the requested working opens, and that no other is shown in its place before.
async fn is_open(world: &World, place: &str, begins: &str, findings: &mut Findings) -> Checked {
    let is_open = world.until(&is_headed(begins), &format!("the working of {place}")).await.is_ok();
    findings.expect(is_open, || format!("{place} does not open {begins:?}"));
    let seen: Vec<String> =
        world.js("const seen = [...headings]; headings.clear(); return seen", &[]).await?;
    findings.expect(!seen.is_empty() && seen.iter().all(|it| it.starts_with(begins)), || {
        format!("{place} showed {seen:?} and not {begins:?} alone")
    });
    Ok(())
}

/// The amounts of the answer, its count of futures, a percentile, a dot, an end of a bar and the chart of speed open
/// their workings.
pub(crate) async fn numbers_of_many_futures_open(world: &World) -> Checked {
    let mut findings = Findings::new();
    world.open_link("v=1&d=2026-11&n=1&draws_n=2048&programme_share_pct=60").await?;
    worked_out(world).await?;
    world.until("return !!document.querySelector('#sure .percentiles')", "the futures").await?;
    world.js::<Option<bool>>(TAKE_HEADINGS, &[]).await?;
    for (place, begins) in [
        (".verdict .detail [data-why='cost-each.0.0']", "Cost per user"),
        (".verdict .headline [data-why='back-per-dollar.0.0']", "Comes back of each dollar"),
        (".verdict .headline [data-why^='of-futures percentile']", "Comes back of each dollar"),
        (".verdict .headline [data-why^='of-futures below']", "Of twenty futures, how many bring back less"),
        (".verdict .detail [data-why='expected.0.0']", "Expected revenue"),
        (".verdict .headline [data-why]", "Of twenty futures"),
        (".verdict .draws [data-why^='of-futures error']", "Standard error"),
        (
            "#sure .percentiles tbody tr:first-child td:nth-child(2) button",
            "Comes back of each dollar of cost, 5% of",
        ),
        ("#drivers tbody tr:first-child td:nth-child(2) button", "Net present value"),
        ("#drivers tbody tr:first-child td:last-child button", "Rank correlation"),
        ("#shares tbody tr:first-child td:nth-child(2) button", "Of the variance of places"),
        ("#frontier .place .opens", "Net present value"),
        ("#speed button", "An answer token at twice the speed"),
    ] {
        opened(world, place, begins, &mut findings).await?;
    }
    // By keyboard, down to a future and its drawn inputs.
    world
        .js::<bool>("document.querySelector('.verdict .headline [data-why]').focus(); return true", &[])
        .await?;
    world.press(".verdict .headline [data-why]", Key::Enter).await?;
    is_open(world, "the count, by Enter,", "Of twenty futures", &mut findings).await?;
    world.click("#working tbody tr:first-child [data-why]").await?;
    world.until("return !!document.querySelector('#working details table')", "what the future draws").await?;
    let text = world.text("#working").await?;
    findings.expect(text.contains("as drawn there"), || format!("no future: {text}"));
    // A frame has no room for workings.
    for path in ["/embed/", "/embed/?v=1&d=2026-11&programme_share_pct=60"] {
        world.open(path).await?;
        let n: usize =
            world.js("return document.querySelectorAll('.verdict [data-why]').length", &[]).await?;
        findings.expect(n == 0, || format!("{n} numbers of the answer in {path} open"));
    }
    findings.done()
}
