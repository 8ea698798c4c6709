//! A range is typed, shown, moved, reset and shared like a number.

use e2e::{Checked, Expected, Findings, World, parts};
use payenough_worker::answer;
use thirtyfour::Key;

use crate::address::commit;

const LIFE: &str = "chip_life_yr";

pub(crate) async fn a_range_is_typed_echoed_listed_and_reset(world: &World) -> Checked {
    let mut findings = Findings::new();
    world.open("/").await?;
    commit(world, LIFE, "4 to 6 years").await?;
    let ranged = "v=1&d=2026-11&n=1&chip_life_yr=4..6";
    findings.same("the address", &world.query_after(ranged).await?, ranged);
    findings.same("the field", &world.value(&parts::field(LIFE)).await?, "4 to 6");
    findings.same("the echo", &world.text(&parts::echo(LIFE)).await?, "= 4 to 6 years (8 in 10)");
    findings.same("the verdict", &world.verdict().await?, &Expected::of(ranged).text());
    let lines = world.texts(parts::CHANGED).await?;
    let says = matches!(&lines[..], [line] if line.contains("4 to 6 years (8 in 10)"));
    findings.expect(says, || format!("listed as {lines:?}"));
    world.click(parts::COPY_JSON).await?;
    let json = world.copied().await?;
    findings.same("the JSON", &json, &answer(ranged));
    findings.expect(json.contains("p90"), || "the JSON says no range".to_owned());
    world.click(&parts::raise(LIFE)).await?;
    let raised = world.value(&parts::field(LIFE)).await?;
    findings.expect(raised.contains(" to ") && raised != "4 to 6", || format!("raised to {raised:?}"));
    commit(world, LIFE, "$60 billion to 4").await?;
    findings.same(
        "the field keeps a refused entry",
        &world.value(&parts::field(LIFE)).await?,
        "$60 billion to 4",
    );
    for (entry, why) in [
        ("6 to 4", "Economic life of an accelerator must be a range that rises, like 4 to 6 or 4 to 5 to 6"),
        ("4 to 60", "Economic life of an accelerator must be between 1 year and 20 years, all of the range"),
    ] {
        commit(world, LIFE, entry).await?;
        findings.same(&format!("the error of {entry}"), &world.text(&parts::error(LIFE)).await?, why);
    }
    world.click(&parts::reset(LIFE)).await?;
    let bare = Expected::of("").scenario.query();
    findings.same("the address after the reset", &world.query_after(&bare).await?, &bare);
    commit(world, LIFE, "3..4..6").await?;
    commit(world, LIFE, "4").await?;
    let single = "v=1&d=2026-11&n=1&chip_life_yr=4";
    findings.same("a number in place of a range", &world.query_after(single).await?, single);
    findings.done()
}

pub(crate) async fn links_with_ranges_fill_the_controls(world: &World) -> Checked {
    let mut findings = Findings::new();
    for (link, key, field) in [
        ("v=1&d=2026-11&n=1&chip_life_yr=3..4..6", "chip_life_yr", "3 to 4 to 6"),
        ("v=1&d=2026-11&n=1&capex_usd=600e9..800e9", "capex_usd", "600 billion to 800 billion"),
        ("v=1&d=2026-11&n=1&api_elasticity_x=-1.8..-0.5", "api_elasticity_x", "-1.8 to -0.5"),
    ] {
        world.open_link(link).await?;
        findings.same(&format!("the field of {link}"), &world.value(&parts::field(key)).await?, field);
        findings.same(&format!("the verdict of {link}"), &world.verdict().await?, &Expected::of(link).text());
        world.press(&parts::slider(key), Key::Right).await?;
        let moved = world.value(&parts::field(key)).await?;
        findings.expect(moved.contains(" to ") && moved != field, || format!("{key} slid to {moved:?}"));
    }
    world.open_link("v=1&d=2026-11&n=1&chip_life_yr=6..4").await?;
    findings.same("the field of a reversed range", &world.value(&parts::field(LIFE)).await?, "5");
    findings.done()
}
