//! The section on methods: every source is linked, and the full tables are fetched only when they are opened.

use e2e::{Checked, Findings, World, parts};
use payenough_model::scenario::PRESETS;
use payenough_model::{SOURCES, SPECS};

const TABLES: &str =
    "return performance.getEntriesByType('resource').map(it => it.name).filter(it => /\\.csv$/.test(it))";

pub(crate) async fn tables_are_fetched_only_when_opened(world: &World) -> Checked {
    let mut findings = Findings::new();
    for base in ["/", "/sub/path/"] {
        world.open(base).await?;
        tokio::time::sleep(tokio::time::Duration::from_millis(300)).await;
        let early: Vec<String> = world.js(TABLES, &[]).await?;
        findings.expect(early.is_empty(), || format!("{base} fetched {early:?} before anything was opened"));
        world
            .js::<()>("document.querySelectorAll('#tables details').forEach(it => it.open = true)", &[])
            .await?;
        world.until("return !/Loading…/.test(document.body.textContent)", "the tables").await?;
        let fetched: Vec<String> = world.js(TABLES, &[]).await?;
        findings.expect(fetched.len() >= 10, || format!("{base} fetched only {fetched:?}"));
        let failed = world.texts("#tables [role=status]").await?;
        findings.expect(failed.is_empty(), || format!("{base}: {failed:?}"));
        let empty =
            "return [...document.querySelectorAll('#tables table')].filter(it => it.rows.length < 2).length";
        let n_empty: usize = world.js(empty, &[]).await?;
        findings.expect(n_empty == 0, || format!("{base}: {n_empty} empty tables"));
    }
    every_table_is_served(world, &mut findings).await?;
    findings.done()
}

/// Checks that the linked files exist.
async fn every_table_is_served(world: &World, findings: &mut Findings) -> Checked {
    let script = "const done = arguments[arguments.length - 1]; \
         Promise.all([...document.querySelectorAll('#tables a[download]')].map(async it => { \
           const got = await fetch(it.href), text = await got.text(); \
           return [it.href, got.ok && /^text\\/csv/.test(got.headers.get('content-type')) && text.length > 100]; \
         })).then(done)";
    let returned = world.driver.execute_async(script, Vec::new()).await?;
    let files: Vec<(String, bool)> = serde_json::from_value(returned.json().clone())?;
    findings.expect(files.len() >= 10, || format!("only {} files are offered", files.len()));
    for (file, is_served) in files {
        findings.expect(is_served, || format!("{file} is not served as a table"));
    }
    Ok(())
}

pub(crate) async fn every_source_is_linked(world: &World) -> Checked {
    let mut findings = Findings::new();
    world.open("/").await?;
    let linked = world.attributes("#methods a[href]", "href").await?;
    let of_inputs = SPECS.iter().map(|spec| spec.source);
    let of_presets = PRESETS.into_iter().flat_map(|preset| preset.changes).map(|change| change.source);
    for source in SOURCES.iter().chain(of_inputs).chain(of_presets).filter(|source| !source.url.is_empty()) {
        findings.expect(linked.iter().any(|link| link == source.url), || {
            format!("{} ({}) is not linked in Methods", source.id, source.url)
        });
    }
    let judged = world.text("#methods").await?;
    for spec in SPECS.iter().filter(|spec| spec.source.url.is_empty()) {
        findings
            .expect(judged.contains(spec.label), || format!("{} is our judgement, yet not listed", spec.key));
        let row = world.text(&parts::row(spec.key)).await?;
        findings
            .expect(row.contains("our judgement"), || format!("{} does not say whose judgement", spec.key));
    }
    findings.done()
}
