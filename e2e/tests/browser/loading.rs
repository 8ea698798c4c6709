//! The page loads from any path, makes no request to another host, and is readable without JavaScript.

use e2e::{Checked, Expected, Findings, SUB_PATH, World, cli_json, collapsed, parts};
use payenough_model::InputId;
use payenough_model::scenario::VINTAGES;
use serde_json::{Value, json};

use crate::futures::{Before, at_length};
use crate::sanity;

/// Parts of the question that must appear in order to recognise it.
const QUESTION: [&str; 4] = ["Will users pay enough", "capex", "opex", "?"];
const REQUESTS: &str = "return performance.getEntriesByType('resource').map(it => it.name)";

pub(crate) async fn the_page_loads_from_any_path_and_requests_no_other_host(world: &World) -> Checked {
    let (expected, lead) = (Expected::of(""), lead()?);
    let mut findings = Findings::new();
    for path in ["/", &format!("{SUB_PATH}/"), "/index.html"] {
        world.open(path).await?;
        let headings = world.texts("h1").await?;
        findings
            .expect(headings.len() == 1 && asks(&headings[0]), || format!("the h1 of {path}: {headings:?}"));
        findings.same(&format!("the verdict of {path}"), &world.verdict().await?, &expected.text());
        findings.same(&format!("the answer of {path}"), &world.headline().await?, &lead);
        findings.same("brings in", &world.text(parts::BRINGS).await?, &expected.verdict.brings);
        findings.same("costs", &world.text(parts::COSTS).await?, &expected.verdict.costs);
        findings.same("comes back", &world.text(parts::BACK).await?, &expected.verdict.back);
        let limits = world.text(parts::LIMITS).await?;
        let date = expected.scenario.vintage().label;
        findings.expect(limits.contains(date), || format!("{date} is not in {limits:?}"));
        let own = format!("{}{}", world.site.origin(), path.trim_end_matches("index.html"));
        for name in world.js::<Vec<String>>(REQUESTS, &[]).await? {
            findings.expect(name.starts_with(&own), || format!("{path} asked for {name}"));
        }
        let nonsense = sanity::nonsense(world).await?;
        findings.expect(nonsense.is_empty(), || format!("{path}: {nonsense:?}"));
        let errors = world.errors().await?;
        findings.expect(errors.is_empty(), || format!("{path}: {errors:?}"));
    }
    findings
        .expect(head_is_complete(world).await?, || "title, description, icon or lang is missing".to_owned());
    world.console_reports_errors().await?;
    let charts = "return ['#app', '#cash'].every(it => document.querySelector(`${it} .chart svg[role=img]`)?.checkVisibility())";
    let are_drawn = world.until(charts, "the main chart and that of cash").await.is_ok();
    findings.expect(are_drawn, || "a chart is missing".to_owned());
    findings.done()
}

fn asks(text: &str) -> bool {
    QUESTION.iter().all(|part| text.contains(part))
}

async fn head_is_complete(world: &World) -> Checked<bool> {
    let script = "return !!document.title && document.documentElement.lang === 'en' \
         && !!document.querySelector('meta[name=description]').content && !!document.querySelector('link[rel=icon]')";
    world.js(script, &[]).await
}

pub(crate) async fn question_and_answer_are_readable_without_javascript(world: &World) -> Checked {
    // This takes seconds and comes first: a page that never runs its program must not stay open for long.
    let verdict = lead()?;
    world.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    let read = read_without_scripts(world).await;
    world.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
    let mut findings = Findings::new();
    for (path, text) in read? {
        findings.expect(asks(&text), || format!("{path} does not ask the question: {text:?}"));
        findings.expect(text.contains(&verdict), || format!("{path} does not say {verdict:?}: {text:?}"));
        findings.expect(text.contains("JavaScript"), || format!("{path} does not name JavaScript: {text:?}"));
    }
    findings.done()
}

/// The starting point's answer, from natively simulated futures.
pub(crate) fn lead() -> Checked<String> {
    let said: Value = serde_json::from_str(&cli_json(&["futures"])?)?;
    Ok(said["headline"].as_str().unwrap_or("no headline").to_owned())
}

/// All sentences of the starting point's answer.
pub(crate) fn sentences() -> Checked<Vec<String>> {
    let said: Value = serde_json::from_str(&cli_json(&["futures"])?)?;
    let whole = |text: &str| format!("{}.", text.trim_end_matches('.'));
    Ok(said["sentence"].as_str().unwrap_or("no sentence").split(". ").map(whole).collect())
}

/// The text of both pages without scripts, as the accessibility tree gives it to screen readers.
async fn read_without_scripts(world: &World) -> Checked<Vec<(&'static str, String)>> {
    let mut read = Vec::new();
    for path in ["/", "/embed/"] {
        world.driver.goto(format!("{}{path}", world.site.origin())).await?;
        let tree = world.cdp("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let shown = nodes.iter().filter(|node| node["role"]["value"] == "StaticText");
        let text: Vec<&str> = shown.filter_map(|node| node["name"]["value"].as_str()).collect();
        read.push((path, collapsed(&text.join(" "))));
    }
    Ok(read)
}

/// The page says the reasons of a later set's figures, which it fetches, or that it could not load them.
pub(crate) async fn reasons_of_a_later_set_arrive_or_a_line_says_that_they_did_not(world: &World) -> Checked {
    let set = VINTAGES.into_iter().find(|set| set.before.is_some()).expect("a later set");
    let table = format!("defaults_{}.csv", set.id);
    let unless = |answer: &str| {
        format!(
            "const ask = window.fetch; window.fetch = (what, ...more) => \
             String(what).includes('{table}') ? {answer} : ask(what, ...more);"
        )
    };
    let mut findings = Findings::new();
    for (how, source) in [
        ("loaded", String::new()),
        ("refused", unless("Promise.reject(new TypeError('refused'))")),
        ("silent", unless("new Promise(() => {})")),
    ] {
        let before = Before::of(world, &source).await?;
        world.open_link(&format!("d={}", set.id)).await?;
        let rests = "return ![...document.querySelectorAll('details.why')].some(it => it.textContent.includes('Loading…'))";
        at_length(world, rests, "the reasons").await?;
        for (id, figures) in InputId::ALL.into_iter().filter_map(|id| Some((id, set.own(id)?))) {
            let css = format!("{} details.why", parts::row(id.spec().key));
            // Closed disclosures have no rendered text.
            let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
            let shown = collapsed(&world.js::<String>(script, &[json!(css)]).await?);
            let expected = match how {
                "loaded" => collapsed(figures.doc.trim()),
                _ => "could not be loaded".to_owned(),
            };
            findings.expect(shown.contains(&expected), || {
                format!("{how}: {} says {shown:?} and not {expected:?}", id.spec().key)
            });
        }
        before.take_back(world).await?;
    }
    findings.done()
}
