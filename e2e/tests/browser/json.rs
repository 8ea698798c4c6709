//! The button *Copy result as JSON* copies the bytes that the command line prints for the same link.

use e2e::{Checked, Findings, Random, World, cli_json, parts};
use payenough_worker::answer;

const N_LINKS: usize = 50;
/// One in this many links is passed to the real program, the others to the function that the program calls.
const CLI_EVERY: usize = 7;

pub(crate) async fn the_json_of_fifty_links_is_what_the_command_line_prints(world: &World) -> Checked {
    let mut random = Random::new(3);
    let mut findings = Findings::new();
    for at in 0..N_LINKS {
        let link = match at {
            0 => String::new(),
            _ if at % 5 == 4 => random.careless_query(),
            _ => random.scenario().query(),
        };
        world.open_link(&link).await?;
        world.click(parts::COPY_JSON).await?;
        let got = world.copied().await?;
        let expected = if at % CLI_EVERY == 0 { cli_json(&["evaluate", &link])? } else { answer(&link) };
        findings.same(&format!("the JSON of {link}"), &got, &expected);
    }
    let said = world.text(parts::COPIED).await?;
    findings.expect(said.contains("copied"), || format!("nothing says that it was copied: {said:?}"));
    findings.done()
}

const SHOWN: &str = "return !!document.querySelector('#copy-by-hand')?.checkVisibility()";

pub(crate) async fn a_denied_clipboard_leaves_a_field_to_copy_from(world: &World) -> Checked {
    let mut findings = Findings::new();
    let link = "v=1&d=2026-11&n=1&ai_share_pct=50";
    world.open_link(link).await?;
    let early: bool = world.js(SHOWN, &[]).await?;
    findings.expect(!early, || "the field to copy from is shown before it is needed".to_owned());
    world.js::<()>("window.__seen.denied = true", &[]).await?;
    for (button, expected) in
        [(parts::COPY_JSON, answer(link)), (parts::COPY_LINK, format!("{}/?{link}", world.site.origin()))]
    {
        world.click(button).await?;
        world.until(SHOWN, "the field to copy from").await?;
        let wanted = serde_json::to_string(&expected)?;
        let is_there = format!("return document.querySelector('#copy-by-hand')?.value === {wanted}");
        findings.expect(world.until(&is_there, button).await.is_ok(), || format!("{button}: another text"));
        let said = world.text(parts::COPIED).await?;
        findings.expect(!said.contains("copied."), || format!("{button} says {said:?} though it was denied"));
        let script = "const it = document.querySelector('#copy-by-hand'); return it.readOnly \
             && it.selectionStart === 0 && it.selectionEnd === it.value.length && document.activeElement === it";
        findings.expect(world.until(script, "all of it selected").await.is_ok(), || {
            format!("{button}: the field is not read-only with all of its text selected")
        });
    }
    findings.done()
}
