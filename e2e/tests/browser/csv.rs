//! The yearly table, in the page and as a CSV file.

use e2e::{Checked, Findings, World, parts};
use payenough_worker::answer;
use serde_json::Value;

pub(crate) async fn the_yearly_file_reopens_to_the_same_numbers(world: &World) -> Checked {
    let mut findings = Findings::new();
    for query in ["", "v=1&d=2026-11&p=article-2025-01", "v=1&d=2026-11&n=2&capex_usd=650e9&horizon_yr=7"] {
        world.open_link(query).await?;
        world.click(parts::CSV).await?;
        let text = world.offered_file().await?;
        let answer: Value = serde_json::from_str(&answer(query))?;
        let years = answer["years"].as_array().cloned().unwrap_or_default();
        compare(&text, &years, &mut findings);
    }
    findings.done()
}

fn compare(text: &str, years: &[Value], findings: &mut Findings) {
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let heads: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    findings.expect(rows.len() == years.len(), || format!("{} years instead of {}", rows.len(), years.len()));
    let known = heads.iter().filter(|head| years.iter().all(|year| year.get(**head).is_some())).count();
    findings.expect(known >= 12, || format!("only {known} columns are named as in the answer: {heads:?}"));
    for (row, year) in rows.iter().zip(years) {
        findings
            .expect(row.len() == heads.len(), || format!("{} cells under {} heads", row.len(), heads.len()));
        for (head, cell) in heads.iter().zip(row) {
            let Some(expected) = year.get(*head) else { continue };
            let is_same = match expected.as_f64() {
                Some(number) => {
                    cell.parse::<f64>().is_ok_and(|read| (read - number).abs() <= 1e-14 * number.abs())
                }
                None => cell.is_empty(),
            };
            findings.expect(is_same, || format!("{head} of {}: {cell:?} for {expected}", year["year"]));
        }
    }
}

pub(crate) async fn the_yearly_table_is_a_real_table(world: &World) -> Checked {
    let script = r"
        const it = document.querySelector('table.yearly'), rows = [...it.tBodies[0].rows];
        const last = [...rows[0].cells].at(-1), style = getComputedStyle(last);
        return [!!it.caption?.textContent, [...it.tHead.rows[0].cells].every(one => one.scope === 'col'),
          rows.every(row => row.cells[0].tagName === 'TH' && row.cells[0].scope === 'row'),
          /right|end/.test(style.textAlign), /tabular-nums/.test(style.fontVariantNumeric), rows.length];";
    let mut findings = Findings::new();
    world.open("/").await?;
    world.until(parts::WORKED_OUT, "the sections").await?;
    let (caption, heads, years, right, figures, n_rows): (bool, bool, bool, bool, bool, usize) =
        world.js(script, &[]).await?;
    findings.expect(caption, || "no caption".to_owned());
    findings.expect(heads, || "a heading without scope=col".to_owned());
    findings.expect(years, || "a year without scope=row".to_owned());
    findings.expect(right, || "numbers are not right-aligned".to_owned());
    findings.expect(figures, || "numerals are not tabular".to_owned());
    let answer: Value = serde_json::from_str(&answer(""))?;
    let n_years = answer["years"].as_array().map_or(0, Vec::len);
    findings.expect(n_rows == n_years, || format!("{n_rows} rows for {n_years} years"));
    let units = world.texts("table.yearly thead th").await?;
    let with_unit = units.iter().filter(|head| head.contains(", ")).count();
    findings.expect(with_unit >= 8, || format!("units are missing in {units:?}"));
    findings.done()
}
