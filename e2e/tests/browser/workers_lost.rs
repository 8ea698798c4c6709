//! Workers that hang, and an open page whose host has got other files: what is given up is said, and what can be worked out
//! is.

use e2e::{Checked, Defect, Expected, Findings, World, parts};
use serde_json::json;

use crate::futures::{Before, CRASH, IMPATIENT, KEPT, OVER, at_length};
use crate::waits::{LINE, LINK, forget_errors, go, nothing_waits, site, until_said};

/// From the call on, workers receive no message, as if they hung. `__alive` has them say that they are alive.
const HANG: &str = "window.__hang = false; window.__alive = false; \
     window.Worker = class extends Worker { postMessage(...given) { if (!window.__hang) super.postMessage(...given); \
       else if (given[0].module) super.postMessage(...given); } }; \
     setInterval(() => { if (window.__alive) for (const it of __workers) \
       it.dispatchEvent(new MessageEvent('message', { data: { program: 'sections', call: 'alive' } })); }, 200);";
/// Moves a slider once.
const MOVE: &str = "const it = document.querySelector('#range-api_usd_per_mtok'); it.value = arguments[0]; \
     it.dispatchEvent(new Event('input', { bubbles: true })); it.dispatchEvent(new Event('change', { bubbles: true }))";

pub(crate) async fn a_hung_worker_and_one_that_only_says_that_it_is_alive_are_given_up(
    world: &World,
) -> Checked {
    let mut findings = Findings::new();
    let before = Before::of(world, &format!("{KEPT} {HANG} {IMPATIENT}")).await?;
    for (how, words) in
        [("silent", &["silent for ten seconds", "being repeated"][..]), ("alive", &["stopped"][..])]
    {
        world.open_link(LINK).await?;
        at_length(world, parts::WORKED_OUT, "the sections").await?;
        at_length(world, OVER, "all futures").await?;
        let hang = format!("window.__hang = true; window.__alive = {}", how == "alive");
        world.js::<()>(&hang, &[]).await?;
        world.js::<()>(MOVE, &[json!(700)]).await?;
        until_said(world, LINE, words, how).await?;
        until_said(world, LINE, &["A part of the calculation stopped", "earlier numbers", "Try again"], how)
            .await?;
        nothing_waits(world, how, &mut findings).await?;
        // the next change has its own tries, with workers that are well
        world.js::<()>("window.__hang = false; window.__alive = false", &[]).await?;
        world.js::<()>(MOVE, &[json!(300)]).await?;
        at_length(world, OVER, "all futures of the next change").await?;
        let query = world.query_after("").await?;
        findings.same(how, &world.verdict().await?, &Expected::of(&query).text());
        until_said(
            world,
            "return document.querySelector('.trouble').checkVisibility() ? '' : 'no line'",
            &["no line"],
            how,
        )
        .await?;
    }
    before.take_back(world).await?;
    forget_errors(world).await?;
    findings.done()
}

/// A host that has got a new release no longer has the files of an open page. It answers all the same, on the main thread
/// in the end.
pub(crate) async fn after_a_deploy_the_open_page_still_answers(world: &World) -> Checked {
    let mut findings = Findings::new();
    let site = site(world).await?;
    let before = Before::of(world, KEPT).await?;
    go(world, &site, LINK).await?;
    at_length(world, parts::READY, "the answer").await?;
    at_length(world, parts::WORKED_OUT, "the sections").await?;
    at_length(world, OVER, "all futures").await?;
    site.spoil("-", Some(Defect::Gone));
    site.spoil("_", Some(Defect::Gone));
    let mut n_crashed = 0;
    while n_crashed < world.js::<usize>("return __workers.length", &[]).await? {
        world.driver.execute(CRASH, vec![json!(n_crashed)]).await?;
        n_crashed += 1;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
    world.js::<()>(MOVE, &[json!(300)]).await?;
    at_length(world, "return location.search.includes('api_usd_per_mtok')", "the address").await?;
    at_length(world, OVER, "all futures on the main thread").await?;
    let query = world.query_after("").await?;
    findings.same("the answer", &world.verdict().await?, &Expected::of(&query).text());
    findings.same("the line", &world.js::<String>(LINE, &[]).await?, "");
    before.take_back(world).await?;
    forget_errors(world).await?;
    findings.done()
}
