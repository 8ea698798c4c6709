//! Number entry by keystrokes: Enter and blur commit, Escape reverts, and a wrong entry is explained and changes
//! nothing.

use e2e::{Checked, Expected, Findings, World, parts};
use payenough_model::InputId;
use serde_json::json;
use thirtyfour::Key;

const FIELD: &str = "ai_share_pct";

async fn holds(world: &World, what: &str, text: &str, query: &str, findings: &mut Findings) -> Checked {
    findings.same(&format!("the field {what}"), &world.value(&parts::field(FIELD)).await?, text);
    findings.same(&format!("the address {what}"), &world.query_after(query).await?, query);
    findings.same(&format!("the verdict {what}"), &world.verdict().await?, &Expected::of(query).text());
    Ok(())
}

pub(crate) async fn enter_and_blur_commit_and_escape_reverts(world: &World) -> Checked {
    let mut findings = Findings::new();
    let field = parts::field(FIELD);
    world.open("/").await?;
    world.type_into(&field, "61.5 percent").await?;
    findings.same("the verdict while typing", &world.verdict().await?, &Expected::of("").text());
    world.press(&field, Key::Enter).await?;
    holds(world, "after Enter", "61.5", "v=1&d=2026-11&n=1&ai_share_pct=61.5", &mut findings).await?;
    findings.same("the echo after Enter", &world.text(&parts::echo(FIELD)).await?, "= 61.5%");
    world.type_into(&field, "33").await?;
    world.press(&field, Key::Escape).await?;
    holds(world, "after Esc", "61.5", "v=1&d=2026-11&n=1&ai_share_pct=61.5", &mut findings).await?;
    world.type_into(&field, "62").await?;
    world.press(&field, Key::Tab).await?;
    holds(world, "after blur", "62", "v=1&d=2026-11&n=1&ai_share_pct=62", &mut findings).await?;
    world.type_into(&parts::field("capex_usd"), "$1.2 trillion").await?;
    world.press(&parts::field("capex_usd"), Key::Enter).await?;
    let both = Expected::of("v=1&d=2026-11&ai_share_pct=62&capex_usd=1.2e12").scenario.query();
    findings.same("the address after a scale word", &world.query_after(&both).await?, &both);
    findings.same(
        "the echo of a scale word",
        &world.text(&parts::echo("capex_usd")).await?,
        "= $1.2 trillion",
    );
    findings.done()
}

pub(crate) async fn a_refused_entry_leaves_the_last_valid_answer(world: &World) -> Checked {
    let mut findings = Findings::new();
    let field = parts::field(FIELD);
    world.open("/").await?;
    world.type_into(&field, "61").await?;
    world.press(&field, Key::Enter).await?;
    let query = "v=1&d=2026-11&n=1&ai_share_pct=61";
    findings.same("the address", &world.query_after(query).await?, query);
    let label = InputId::ai_share.spec().label;
    for (entry, error) in [
        ("sixty", "must be a number, like 60 billion or 15"),
        ("250", "must be between 1% and 100%"),
        ("9 to 5", "must be a range that rises, like 4 to 6 or 4 to 5 to 6"),
    ] {
        world.type_into(&field, entry).await?;
        world.press(&field, Key::Tab).await?;
        // A suggestion may follow the sentence.
        let said = world.text(&parts::error(FIELD)).await?;
        let said = said.split("Did you mean").next().unwrap_or_default().trim_end();
        findings.same(&format!("the error of {entry:?}"), said, &format!("{label} {error}"));
        is_refused(world, entry, &mut findings).await?;
        holds(world, &format!("after {entry:?}"), entry, query, &mut findings).await?;
    }
    world.press(&field, Key::Escape).await?;
    holds(world, "after Esc", "61", query, &mut findings).await?;
    findings.same("the error after Esc", &world.text(&parts::error(FIELD)).await?, "");
    findings.same("the note after Esc", &world.text(parts::STALE).await?, "");
    findings.same("aria-invalid after Esc", &world.attributes(&field, "aria-invalid").await?.concat(), "");
    findings.done()
}

/// Checks that a refused entry is marked for all readers: the field is invalid and names its error, and a note says
/// that the verdict uses the last valid value.
async fn is_refused(world: &World, entry: &str, findings: &mut Findings) -> Checked {
    let script = "const it = document.querySelector(arguments[0]); \
         const descriptions = (it.getAttribute('aria-describedby') || '').split(' ').map(id => document.getElementById(id)); \
         return [it.getAttribute('aria-invalid') === 'true', \
                 descriptions.every(Boolean) && descriptions.some(it => it.textContent.includes('must be'))]";
    let [invalid, described]: [bool; 2] = world.js(script, &[json!(parts::field(FIELD))]).await?;
    findings.expect(invalid, || format!("after {entry:?} the field does not say aria-invalid"));
    findings.expect(described, || format!("after {entry:?} aria-describedby does not lead to the error"));
    let stale = world.text(parts::STALE).await?;
    findings
        .expect(stale.contains("last valid value"), || format!("after {entry:?} the verdict says {stale:?}"));
    Ok(())
}

pub(crate) async fn a_suggestion_is_applied_only_by_its_button(world: &World) -> Checked {
    let mut findings = Findings::new();
    let field = parts::field(FIELD);
    world.open("/").await?;
    world.type_into(&field, "0.15").await?;
    world.press(&field, Key::Tab).await?;
    findings.same("the verdict with an offer", &world.verdict().await?, &Expected::of("").text());
    findings.same("the offer", &world.text(&parts::offer(FIELD)).await?, "Did you mean 15%?");
    world.click(&parts::offer(FIELD)).await?;
    holds(world, "after the offer", "15", "v=1&d=2026-11&n=1&ai_share_pct=15", &mut findings).await?;
    findings.same("the echo after the offer", &world.text(&parts::echo(FIELD)).await?, "= 15%");

    // In this field 0.15% is a valid value: it is accepted, and 15% is only suggested.
    let taken = parts::field("churn_pct");
    world.type_into(&taken, "0.15").await?;
    world.press(&taken, Key::Tab).await?;
    let query = Expected::of("v=1&d=2026-11&ai_share_pct=15&churn_pct=0.15").scenario.query();
    findings.same("the address with 0.15%", &world.query_after(&query).await?, &query);
    findings.same("the offer at 0.15%", &world.text(&parts::offer("churn_pct")).await?, "Did you mean 15%?");
    let invalid = world.attributes(&taken, "aria-invalid").await?.concat();
    findings.expect(invalid != "true", || "0.15% is taken, yet marked as invalid".to_owned());
    world.click(&parts::offer("churn_pct")).await?;
    let query = Expected::of("v=1&d=2026-11&ai_share_pct=15&churn_pct=15").scenario.query();
    findings.same("the address after that offer", &world.query_after(&query).await?, &query);
    findings.done()
}

/// An input method composes text undisturbed: its half-written text stays, and its Enter does not commit.
pub(crate) async fn an_input_method_composes_undisturbed(world: &World) -> Checked {
    let mut findings = Findings::new();
    let field = parts::field(FIELD);
    world.open("/").await?;
    let before = world.value(&field).await?;
    world.type_into(&field, "").await?;
    for text in ["\u{FF16}", "\u{FF16}\u{FF10}"] {
        let place = text.chars().count();
        let composed = json!({ "text": text, "selectionStart": place, "selectionEnd": place });
        world.cdp("Input.imeSetComposition", composed).await?;
        findings.same("the field while composing", &world.value(&field).await?, text);
    }
    let enter = "const it = document.querySelector(arguments[0]); \
         it.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })); return true";
    let _pressed: bool = world.js(enter, &[json!(field)]).await?;
    findings.same("the verdict while composing", &world.verdict().await?, &Expected::of("").text());
    world.cdp("Input.insertText", json!({ "text": "\u{FF16}\u{FF10}" })).await?;
    findings.same("the field after composing", &world.value(&field).await?, "\u{FF16}\u{FF10}");
    world.press(&field, Key::Enter).await?;
    holds(world, "after composing", "60", "v=1&d=2026-11&n=1&ai_share_pct=60", &mut findings).await?;
    findings.expect(before != "60", || "the field began with 60".to_owned());
    findings.done()
}

/// A row that is reset takes no refused entry away from another row.
pub(crate) async fn a_reset_row_leaves_refused_entries_of_others(world: &World) -> Checked {
    let mut findings = Findings::new();
    let field = parts::field(FIELD);
    world.open("/?v=1&d=2026-11&n=1&wacc_pct=8").await?;
    world.type_into(&field, "sixty").await?;
    world.press(&field, Key::Tab).await?;
    world.click(&parts::reset("wacc_pct")).await?;
    findings.same("the address", &world.query_after("v=1&d=2026-11").await?, "v=1&d=2026-11");
    findings.same("the refused entry", &world.value(&field).await?, "sixty");
    is_refused(world, "sixty", &mut findings).await?;
    findings.done()
}
