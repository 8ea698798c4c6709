//! Accessibility rules: axe-core finds no violation in any state of the page.

use e2e::{Checked, Findings, Media, World, parts};
use serde_json::{Value, json};
use thirtyfour::Key;

const AXE: &str = include_str!("../../vendor/axe.min.js");
const RUN: &str = r"
    const [sizes, done] = arguments;
    // The whole page is checked, including sections whose layout is skipped.
    document.querySelectorAll('.section').forEach(it => it.style.contentVisibility = 'visible');
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const rules = { 'target-size': { enabled: sizes } };
    axe.run(document, { runOnly: tags, rules, resultTypes: ['violations'] }).then(result => done({
      passed: result.passes.length,
      found: result.violations.map(it => it.id + ' (' + it.nodes.length + '): ' + it.help + '; '
        + it.nodes.slice(0, 3).map(node => node.target.join(' ') + ' ' + node.any.concat(node.all, node.none)
          .map(one => one.message).join(', ').slice(0, 160)).join(' | ')),
    }), error => done({ passed: 0, found: [String(error)] }));";
const OPEN_ALL: &str = "document.querySelectorAll('details').forEach(it => it.open = true)";

/// Preference, width and states. A page with everything open includes the default state.
const LOOKS: [(Media, u32, &[&str]); 3] = [
    (Media::Plain, 1280, &["default", "error", "notices", "open", "embed"]),
    (Media::Dark, 1280, &["error", "notices", "open", "embed"]),
    (Media::Plain, 320, &["error", "notices", "open", "embed"]),
];

pub(crate) async fn axe_finds_no_violation_in_any_state(world: &World) -> Checked {
    let mut findings = Findings::new();
    for (media, width, states) in LOOKS {
        world.media(media).await?;
        world.size(width, 900).await?;
        let look = format!("{media:?} at {width} px");
        for state in states {
            show(world, state).await?;
            judge(world, &format!("{state}, {look}"), &mut findings).await?;
        }
    }
    findings.done()
}

async fn show(world: &World, state: &str) -> Checked {
    match state {
        "embed" => world.open("/embed/").await,
        "notices" => world.open("/?v=1&d=2026-11&n=9&wacc_pct=what&p=x&ai_share_pct=50").await,
        "error" => {
            world.open("/").await?;
            world.type_into(&parts::field("ai_share_pct"), "0.15").await?;
            world.press(&parts::field("ai_share_pct"), Key::Tab).await
        }
        "open" => {
            world.open("/").await?;
            world.js::<()>(OPEN_ALL, &[]).await?;
            world.until("return !/Loading…/.test(document.body.textContent)", "the tables").await
        }
        _ => world.open("/").await,
    }
}

/// Checks the page at its scroll position and, if it is scrolled, at the top too. Target sizes are checked only at the
/// top, because which targets lie half under the sticky bar of numbers depends on the scroll position.
async fn judge(world: &World, what: &str, findings: &mut Findings) -> Checked {
    world.driver.execute(AXE, Vec::new()).await?;
    if world.js("return scrollY > 0", &[]).await? {
        judge_in_place(world, &format!("{what}, scrolled"), false, findings).await?;
        world.js::<()>("scrollTo({ top: 0, behavior: 'instant' })", &[]).await?;
    }
    judge_in_place(world, what, true, findings).await
}

async fn judge_in_place(world: &World, what: &str, sizes: bool, findings: &mut Findings) -> Checked {
    let judged: Value = world.driver.execute_async(RUN, vec![json!(sizes)]).await?.json().clone();
    findings.expect(judged["passed"].as_u64() > Some(20), || format!("{what}: axe did not run: {judged}"));
    findings.expect(judged["found"] == json!([]), || format!("{what}: {}", list(&judged["found"])));
    Ok(())
}

fn list(found: &Value) -> String {
    let lines = found.as_array().into_iter().flatten().filter_map(Value::as_str);
    lines.collect::<Vec<_>>().join("\n      ")
}
