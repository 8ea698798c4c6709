//! The address bar holds the scenario: it is empty until the first commit and canonical after it, and it always gives
//! the same digits.

use e2e::{Checked, Expected, Findings, World, parts};
use payenough_model::scenario::{PRESETS, Scenario};
use payenough_worker::answer;
use thirtyfour::Key;
use tokio::time::{Duration, sleep};

/// Longer than the page waits before it writes the address.
const QUIET: Duration = Duration::from_millis(600);

/// Checks what a reader sees of a scenario: the verdict, two fields and the whole JSON.
async fn shows(world: &World, link: &str, when: &str, findings: &mut Findings) -> Checked {
    let expected = Expected::of(link);
    findings.same(&format!("the verdict {when}"), &world.verdict().await?, &expected.text());
    world.click(parts::COPY_JSON).await?;
    findings.same(&format!("the JSON {when}"), &world.copied().await?, &answer(link));
    findings.same(&format!("the address {when}"), &world.query_after(link).await?, link);
    Ok(())
}

/// Types a value and commits it.
pub(crate) async fn commit(world: &World, key: &str, text: &str) -> Checked {
    world.type_into(&parts::field(key), text).await?;
    world.press(&parts::field(key), Key::Enter).await
}

pub(crate) async fn a_bare_address_stays_bare_until_the_first_commit(world: &World) -> Checked {
    let mut findings = Findings::new();
    world.open("/").await?;
    world.reveal(&parts::field("wacc_pct")).await?;
    world.type_into(&parts::field("wacc_pct"), "12").await?;
    world.press(&parts::field("wacc_pct"), Key::Escape).await?;
    world.press(&parts::field("wacc_pct"), Key::Enter).await?;
    world.click(parts::COPY_JSON).await?;
    world.copied().await?;
    sleep(QUIET).await;
    findings.same("the address before a commit", &world.query_after("").await?, "");
    world.driver.refresh().await?;
    world.until_ready().await?;
    findings.same("the address after a reload", &world.query_after("").await?, "");
    commit(world, "wacc_pct", "12").await?;
    let expected = Expected::of("v=1&d=2026-11&wacc_pct=12").scenario.query();
    findings.same("the address after a commit", &world.query_after(&expected).await?, &expected);
    commit(world, "capex_usd", "650bn").await?;
    let both = Expected::of("v=1&d=2026-11&wacc_pct=12&capex_usd=650e9").scenario.query();
    findings.same("the address after two commits", &world.query_after(&both).await?, &both);
    shows(world, &both, "after two commits", &mut findings).await?;
    findings.done()
}

pub(crate) async fn reload_back_and_forward_show_the_same_digits(world: &World) -> Checked {
    let mut findings = Findings::new();
    world.open("/").await?;
    commit(world, "ai_share_pct", "62.5").await?;
    let mine = Expected::of("v=1&d=2026-11&ai_share_pct=62.5").scenario.query();
    shows(world, &mine, "after a commit", &mut findings).await?;
    world.driver.refresh().await?;
    world.until_ready().await?;
    shows(world, &mine, "after a reload", &mut findings).await?;
    world.click(&parts::preset(1)).await?;
    let preset = Scenario::of_preset(PRESETS[1]).query();
    shows(world, &preset, "after a preset", &mut findings).await?;
    for round in ["first", "second"] {
        world.driver.back().await?;
        shows(world, &mine, &format!("after back, {round} time"), &mut findings).await?;
        world.driver.forward().await?;
        shows(world, &preset, &format!("after forward, {round} time"), &mut findings).await?;
    }
    findings.done()
}

pub(crate) async fn copy_link_always_names_version_and_date(world: &World) -> Checked {
    let mut findings = Findings::new();
    let origin = world.site.origin();
    for (opened, link) in [
        ("/", Expected::of("").scenario.query()),
        ("/?utm_source=mail", Expected::of("").scenario.query()),
        ("/?v=1&d=2026-11&n=1&wacc_pct=12", "v=1&d=2026-11&n=1&wacc_pct=12".to_owned()),
        ("/?wacc_pct=12", "v=1&d=2026-11&n=1&wacc_pct=12".to_owned()),
    ] {
        world.open(opened).await?;
        world.click(parts::COPY_LINK).await?;
        findings.same(
            &format!("the link copied at {opened}"),
            &world.copied().await?,
            &format!("{origin}/?{link}"),
        );
    }
    world.open("/").await?;
    commit(world, "wacc_pct", "13").await?;
    world.click(parts::COPY_LINK).await?;
    let expected = format!("{origin}/?v=1&d=2026-11&n=1&wacc_pct=13");
    findings.same("the link copied at once after a commit", &world.copied().await?, &expected);
    findings.done()
}

pub(crate) async fn presets_load_and_resets_revert_changes(world: &World) -> Checked {
    let mut findings = Findings::new();
    world.open("/").await?;
    for (key, text) in [("wacc_pct", "12"), ("capex_usd", "650bn"), ("ai_share_pct", "50")] {
        commit(world, key, text).await?;
    }
    let start = Expected::of("v=1&d=2026-11&wacc_pct=12&capex_usd=650e9&ai_share_pct=50").scenario;
    lists_the_changes(world, &start, &mut findings).await?;
    world.click(&parts::reset("capex_usd")).await?;
    let without = Expected::of("v=1&d=2026-11&wacc_pct=12&ai_share_pct=50").scenario;
    shows(world, &without.query(), "after one reset", &mut findings).await?;
    lists_the_changes(world, &without, &mut findings).await?;
    world.click(parts::RESET_ALL).await?;
    shows(world, &Scenario::starting_point().query(), "after all resets", &mut findings).await?;
    lists_the_changes(world, &Scenario::starting_point(), &mut findings).await?;
    world.click(&parts::preset(1)).await?;
    shows(world, &Scenario::of_preset(PRESETS[1]).query(), "after the preset", &mut findings).await?;
    world.click(&parts::preset(0)).await?;
    shows(world, &Scenario::starting_point().query(), "back at the starting point", &mut findings).await?;
    findings.done()
}

/// Checks that the list has a line with the label of each changed input, in the order of the table.
async fn lists_the_changes(world: &World, scenario: &Scenario, findings: &mut Findings) -> Checked {
    let lines = world.texts(parts::CHANGED).await?;
    let labels: Vec<&str> = scenario.changed_from_start().into_iter().map(|id| id.spec().label).collect();
    let matches =
        lines.len() == labels.len() && lines.iter().zip(&labels).all(|(line, label)| line.starts_with(label));
    findings.expect(matches, || format!("the changes are listed as {lines:?}, expected {labels:?}"));
    Ok(())
}
