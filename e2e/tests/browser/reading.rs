//! Types every entry of the unit test's table into a field of its unit: the page reads it as the table says.

use std::collections::BTreeMap;

use e2e::{Checked, Expected, Findings, World, parts};
use payenough_model::scenario::Scenario;
use payenough_model::{InputId, Kind};
use serde::Deserialize;
use serde_json::json;

const TABLE: &str = include_str!("../../../tests/entry_table.tsv");

/// A line of the table and the field it is typed into.
struct Row {
    id: InputId,
    text: String,
    expected: Option<Vec<f64>>,
}

/// What the page shows after the focus has left an entry.
#[derive(Deserialize)]
struct Shown {
    verdict: String,
    invalid: bool,
    error: String,
    echo: String,
    stale: bool,
}

pub(crate) async fn every_entry_of_the_table_is_read_as_the_unit_test_reads_it(world: &World) -> Checked {
    let rows = rows();
    let n_taken = rows.iter().filter(|row| row.expected.is_some()).count();
    let mut findings = Findings::new();
    findings.expect(n_taken >= 80 && rows.len() - n_taken >= 60, || {
        format!("only {n_taken} entries to take and {} to refuse fit a field", rows.len() - n_taken)
    });
    let mut fields: BTreeMap<InputId, Vec<Row>> = BTreeMap::new();
    for row in rows {
        fields.entry(row.id).or_default().push(row);
    }
    for (id, rows) in fields {
        world.open("/").await?;
        let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
        let shown = typed(world, id, &texts).await?;
        let mut scenario = Scenario::starting_point();
        for (row, shown) in rows.iter().zip(&shown) {
            scenario = compare(row, shown, scenario, &mut findings);
        }
        // The address is written once an entry is accepted, even if it is the value of the starting point.
        let is_bare = shown.iter().all(|shown| shown.invalid);
        let query = if is_bare { String::new() } else { scenario.query() };
        let key = id.spec().key;
        findings.same(&format!("the address after {key}"), &world.query_after(&query).await?, &query);
    }
    findings.done()
}

/// Checks whether an entry is accepted, what the page says about it, and which value the verdict uses after it.
fn compare(row: &Row, shown: &Shown, scenario: Scenario, findings: &mut Findings) -> Scenario {
    let spec = row.id.spec();
    let taken = row.expected.as_ref().and_then(|numbers| scenario.try_set(row.id, numbers).ok());
    let what = format!("{:?} in {} ({})", row.text, spec.key, spec.unit.text);
    let next = taken.unwrap_or(scenario);
    findings.same(&format!("the verdict after {what}"), &shown.verdict, &Expected::of_scenario(next).text());
    findings.expect(shown.invalid == taken.is_none(), || {
        format!("{what}: aria-invalid is {}, the error {:?}", shown.invalid, shown.error)
    });
    findings.expect(shown.stale == taken.is_none(), || format!("{what}: last valid value: {}", shown.stale));
    findings
        .expect(shown.echo.starts_with("= ") == taken.is_some(), || format!("{what}: echo {:?}", shown.echo));
    let says = shown.error.starts_with(&format!("{} must ", spec.label));
    findings.expect(taken.is_some() || says, || format!("{what}: the error is {:?}", shown.error));
    if row.expected.is_some() && taken.is_none() {
        let says = ["between ", "a range that rises"]
            .into_iter()
            .any(|why| shown.error.starts_with(&format!("{} must be {why}", spec.label)));
        findings.expect(says, || format!("{what}: not of the row, but the error is {:?}", shown.error));
    }
    next
}

/// Types each entry into the field and moves the focus away.
async fn typed(world: &World, id: InputId, texts: &[&str]) -> Checked<Vec<Shown>> {
    let key = id.spec().key;
    world.reveal(&parts::field(key)).await?;
    let script = r"
        const [field, error, echo, verdict, stale, texts] = arguments;
        const done = arguments[arguments.length - 1];
        const at = css => document.querySelector(css);
        const words = css => (at(css)?.textContent ?? '').replace(/\s+/g, ' ').trim();
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
        const settled = () => new Promise(next => setTimeout(next, 0));
        (async () => {
          const shown = [];
          for (const text of texts) {
            at(field).focus();
            set.call(at(field), text);
            at(field).dispatchEvent(new InputEvent('input', { bubbles: true }));
            await settled();
            at(field).blur();
            await settled();
            await settled();
            for (const start = performance.now(); !at(verdict)?.dataset.asSet && performance.now() - start < 5000;) {
              await settled();
            }
            shown.push({
              verdict: (at(verdict)?.dataset.asSet ?? '').replace(/\s+/g, ' ').trim(), error: words(error), echo: words(echo),
              invalid: at(field).getAttribute('aria-invalid') === 'true',
              stale: words(stale).includes('last valid value'),
            });
          }
          return shown;
        })().then(done, e => done(String(e)));";
    let arguments = vec![
        json!(parts::field(key)),
        json!(parts::error(key)),
        json!(parts::echo(key)),
        json!(parts::VERDICT),
        json!(parts::STALE),
        json!(texts),
    ];
    let returned = world.driver.execute_async(script, arguments).await?;
    Ok(serde_json::from_value(returned.json().clone())?)
}

/// The lines of the table that fit a field on the page, each with its field.
fn rows() -> Vec<Row> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect()
}

fn row(line: &str) -> Option<Row> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [unit, negatives, text, expected] = columns[..] else { panic!("not four columns: {line:?}") };
    let expected: Option<Vec<f64>> = expected.split(' ').map(|number| number.parse().ok()).collect();
    let negatives = negatives == "yes";
    // An entry that is refused where negative numbers are allowed is refused everywhere. An accepted one needs a field
    // that allows its sign.
    let fits = |id: &InputId| {
        let spec = id.spec();
        let sign = spec.negatives() == negatives || (expected.is_none() && !spec.negatives());
        matches!(spec.kind, Kind::Number) && spec.unit.text == unit && sign
    };
    let holds = |id: &InputId| expected.as_ref().is_some_and(|numbers| id.spec().setting(numbers).is_ok());
    let mut fitting = InputId::ALL.into_iter().filter(fits);
    let id = fitting.clone().find(holds).or_else(|| fitting.next())?;
    Some(Row { id, text: unescaped(text), expected })
}

/// Replaces each `\uXXXX` by the UTF-16 code unit.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u");
    let mut units: Vec<u16> = parts.next().unwrap_or_default().encode_utf16().collect();
    for part in parts {
        let (code, rest) = part.split_at(4);
        units.push(u16::from_str_radix(code, 16).expect("four hexadecimal digits"));
        units.extend(rest.encode_utf16());
    }
    String::from_utf16(&units).expect("paired surrogates")
}
