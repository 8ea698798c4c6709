//! Every input of the table appears on the page, in links and in the command line, and nothing else does.

use std::collections::BTreeSet;

use e2e::{Checked, Expected, Findings, World, cli_json, parts};
use payenough_model::scenario::Scenario;
use payenough_model::{InputId, InputSpec, Kind, SPECS};
use payenough_quantities::entry::read_entry;
use payenough_quantities::field::FieldUnit;
use serde_json::{Value, json};

pub(crate) async fn every_input_is_on_the_page_in_the_link_and_in_the_table(world: &World) -> Checked {
    let mut findings = Findings::new();
    world.open("/").await?;
    let own: BTreeSet<&str> = SPECS.iter().map(|spec| spec.key).collect();
    let rows = world.attributes("[data-key].row", "data-key").await?;
    let shown: BTreeSet<&str> = rows.iter().map(String::as_str).collect();
    findings.expect(rows.len() == shown.len(), || "an input has two rows on the page".to_owned());
    findings.expect(own == shown, || format!("only on one side: {:?}", own.symmetric_difference(&shown)));
    let table: Vec<Value> = serde_json::from_str(&cli_json(&["inputs", "--json"])?)?;
    let listed: BTreeSet<&str> = table.iter().filter_map(|row| row["key"].as_str()).collect();
    findings
        .expect(own == listed, || format!("inputs --json differs: {:?}", own.symmetric_difference(&listed)));
    for spec in &SPECS {
        has_its_parts(world, spec, &mut findings).await?;
    }
    findings.done()
}

/// Checks that an input has a visible label with its unit, a control of the right kind, a slider, and a reason with its
/// source.
async fn has_its_parts(world: &World, spec: &InputSpec, findings: &mut Findings) -> Checked {
    world.reveal(&parts::field(spec.key)).await?;
    let script = r"
        const [row, field, slider, label, unit] = arguments;
        const it = document.querySelector(field), named = document.querySelector(`label[for='${it.id}']`);
        const box = named?.getBoundingClientRect(), why = document.querySelector(`${row} details`);
        return [
          !!named && box.width > 5 && box.height > 5 && getComputedStyle(named).visibility === 'visible',
          !!named && named.textContent.includes(label) && named.textContent.includes(unit),
          it.type, !!document.querySelector(slider), !!why && /Source: /.test(why.textContent),
        ];";
    let arguments = [parts::row(spec.key), parts::field(spec.key), parts::slider(spec.key)];
    let mut arguments: Vec<Value> = arguments.into_iter().map(|css| json!(css)).collect();
    arguments.extend([json!(spec.label), json!(spec.unit.text)]);
    let (seen, named, kind, slider, source): (bool, bool, String, bool, bool) =
        world.js(script, &arguments).await?;
    let key = spec.key;
    findings.expect(seen, || format!("{key} has no visible label"));
    findings.expect(named, || format!("the label of {key} lacks its name or unit"));
    let expected = match spec.kind {
        Kind::Number => "text",
        Kind::Choice(_) | Kind::NumberKey => "select-one",
        Kind::Switch => "checkbox",
    };
    findings.same(&format!("the control of {key}"), &kind, expected);
    findings.expect(slider == matches!(spec.kind, Kind::Number), || format!("{key}: slider {slider}"));
    findings.expect(source, || format!("{key} names no source"));
    Ok(())
}

/// A valid value other than the default.
fn other(spec: &InputSpec) -> f64 {
    let step = if matches!(spec.kind, Kind::Number) { 0.0 } else { 1.0 };
    let all = [spec.low, spec.high, spec.soft.0, spec.soft.1, spec.default - step, spec.default + step];
    all.into_iter().find(|&value| value != spec.default && spec.allows(value)).unwrap_or(spec.default)
}

pub(crate) async fn a_link_that_changes_every_input_fills_every_control(world: &World) -> Checked {
    let mut findings = Findings::new();
    let start = Scenario::starting_point();
    let all = InputId::ALL.into_iter().fold(start, |scenario, id| scenario.with(id, other(id.spec())));
    let query = all.query();
    for id in InputId::ALL {
        let key = id.spec().key;
        findings.expect(query.contains(&format!("&{key}=")), || format!("no link can change {key}"));
    }
    let read = Expected::of(&query);
    findings
        .expect(read.scenario == all && read.notices.is_empty(), || format!("read back: {:?}", read.notices));
    world.open_link(&query).await?;
    findings.same("the verdict", &world.verdict().await?, &read.text());
    for id in InputId::ALL {
        let spec = id.spec();
        let held = world.value(&parts::field(spec.key)).await?;
        let value = match spec.kind {
            Kind::Number => {
                let read = read_entry(&held, &FieldUnit::new(spec.unit.text), spec.negatives());
                read.ok().and_then(|values| values.first().copied())
            }
            Kind::Choice(_) | Kind::NumberKey => {
                let options = spec.kind.options().unwrap_or_default();
                options.iter().position(|option| option.0 == held).map(|at| at as f64)
            }
            Kind::Switch => Some(f64::from(u8::from(held == "true"))),
        };
        findings.expect(value == Some(all.get(id)), || {
            format!("{} holds {held:?} instead of {}", spec.key, all.get(id))
        });
    }
    let labels: Vec<&str> = InputId::ALL.into_iter().map(|id| id.spec().label).collect();
    let lines = world.texts(parts::CHANGED).await?;
    let listed =
        lines.len() == labels.len() && lines.iter().zip(labels).all(|(line, label)| line.starts_with(label));
    findings.expect(listed, || format!("{} changes listed: {lines:?}", lines.len()));
    findings.done()
}

/// Opens all disclosures, so that everything is drawn.
const OPEN_ALL: &str = "document.querySelectorAll('details').forEach(it => it.open = true)";

pub(crate) async fn nothing_needs_inline_styles_or_scripts(world: &World) -> Checked {
    let script = r"
        const found = [];
        for (const it of document.querySelectorAll('*')) {
          if (it.hasAttribute('style')) found.push('style on ' + it.tagName + '.' + it.className);
          if (it.tagName === 'STYLE' || (it.tagName === 'SCRIPT' && !it.src)) found.push('inline ' + it.tagName);
          for (const one of it.attributes) if (one.name.startsWith('on')) found.push(one.name + ' on ' + it.tagName);
        }
        const policy = document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? '';
        if (!policy || policy.includes('unsafe-inline')) found.push('policy: ' + policy);
        return found;";
    let mut findings = Findings::new();
    for path in ["/", "/embed/", "/?theme=dark&v=1&d=2026-11&wacc_pct=1e400"] {
        world.open(path).await?;
        world.js::<()>(OPEN_ALL, &[]).await?;
        tokio::time::sleep(tokio::time::Duration::from_millis(300)).await;
        let found: Vec<String> = world.js(script, &[]).await?;
        findings.expect(found.is_empty(), || format!("{path}: {found:?}"));
    }
    findings.done()
}
