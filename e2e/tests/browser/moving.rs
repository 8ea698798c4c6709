//! The answer while a slider moves, and after its release.

use std::time::Duration;

use e2e::{Checked, Findings, World, parts};
use payenough_view::{Child, unpack};
use payenough_worker::futures::{conclude, draw, figures};
use serde_json::json;

use crate::futures::{Before, OVER, at_length, processors};
use crate::sections::{NO_WORKERS, text_of};

/// Records the texts of the answer and their times in `__answers`.
const RECORDED: &str = "window.__answers = []; const place = document.querySelector('#app .verdict'); \
     const note = () => { const text = document.querySelector('.verdict .headline')?.textContent; \
       const all = text + document.querySelector('.verdict .detail')?.textContent; \
       if (text && all !== __answers.at(-1)?.all) __answers.push({ text, all, at: performance.now() }); }; \
     new MutationObserver(note).observe(place, { subtree: true, childList: true, characterData: true }); note();";
/// Drags a slider steadily from one position to another in 120 steps of 25 ms, then releases it.
const DRAGGED: &str = "const it = document.querySelector('#range-api_usd_per_mtok'); const [from, to] = arguments; let at = 0; \
     const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set; window.__over = false; \
     const move = () => { set.call(it, String(from + (to - from) * at / 120)); \
       it.dispatchEvent(new InputEvent('input', { bubbles: true })); at += 1; \
       if (at <= 120) setTimeout(move, 25); \
       else { window.__moved = performance.now(); it.dispatchEvent(new Event('change', { bubbles: true })); window.__over = true; } }; \
     move(); return true";

/// Records the requests to workers, except those of the first screen, in `__requests`: the names of calls or lanes.
const ASKED: &str = "window.__requests = []; const post = Worker.prototype.postMessage; \
     Worker.prototype.postMessage = function (it, ...rest) { \
       if (it?.call && it.call !== 'cancel' && it.lane !== 'middle') __requests.push(it.lane ?? it.call); \
       return post.call(this, it, ...rest); };";

/// Keeps three links: the last answer that a worker sent in `__concluded`, the last request in `__requested`, and the
/// last answer that the page received in `__shown`.
const CONCLUDED: &str = "window.__concluded = ''; const listen = EventTarget.prototype.addEventListener; \
     const linkOf = (tree) => /\\u0003data-for=([^\\u0001-\\u001f]*)/.exec(tree)?.[1]; \
     Worker.prototype.addEventListener = function (name, then, ...rest) { \
       return listen.call(this, name, name !== 'message' ? then : (event) => { \
         then(event); const [id, tree] = event.data.sections ?? []; \
         if (id === 'verdict') __concluded = linkOf(tree); }, ...rest); }; \
     addEventListener('payenough-request', ({ detail }) => { \
       const [lane, , , link] = detail.split('\\n'); if (lane === 'futures') __requested = link; }); \
     addEventListener('payenough-section', ({ detail }) => { \
       if (detail.startsWith('verdict\\n')) __shown = linkOf(detail); });";
/// Moves a slider, moves it again as soon as the answer is there, waits until the workers have the last answer, and
/// then releases it. `__let_go` holds the link requested and the link shown at that moment, and the requests to
/// workers.
const RESTED: &str = "const it = document.querySelector('#range-api_usd_per_mtok'); \
     const put = (at) => { it.value = at; it.dispatchEvent(new InputEvent('input', { bubbles: true })); }; \
     const until = (is) => new Promise((then) => { const look = () => is() ? then() : setTimeout(look, 2); look(); }); \
     (async () => { put(600); await until(() => __shown === __requested); \
       put(620); await until(() => __concluded === __requested && __requests.at(-1) !== 'conclude'); \
       __requests.length = 0; it.dispatchEvent(new Event('change', { bubbles: true })); \
       window.__let_go = [__requested, __shown, __requests.join()]; })(); return true";

/// Counts in `__at` the requests for sections that workers are computing.
const SEARCHED: &str = "window.__at = 0; const sent = Worker.prototype.postMessage; \
     Worker.prototype.postMessage = function (it, ...rest) { \
       if (it?.program === 'sections' && it.call === 'sections') __at += 1; return sent.call(this, it, ...rest); }; \
     const addListener = Worker.prototype.addEventListener; \
     Worker.prototype.addEventListener = function (name, then, ...rest) { \
       return addListener.call(this, name, name !== 'message' ? then : (event) => { \
         const { program, call } = event.data; \
         if (program === 'sections' && ['sections', 'cancelled'].includes(call)) __at -= 1; \
         then(event); }, ...rest); };";
/// Moves a slider as soon as the futures are finished while a search is still running. `__result` holds the immediate
/// requests and, when the answer has arrived, the links shown and requested.
const CHANGED_IN_A_SEARCH: &str = "const it = () => document.querySelector('#range-api_usd_per_mtok'); \
     const until = (is) => new Promise((then) => { const look = () => is() ? then() : setTimeout(look, 1); look(); }); \
     const isOver = () => document.querySelector('#futures-box')?.dataset.state === 'over'; \
     (async () => { await until(() => it() && isOver() && __at > 0); \
       __requests.length = 0; it().value = 640; \
       for (const name of ['input', 'change']) it().dispatchEvent(new Event(name, { bubbles: true })); \
       const at = __requests.join(); await until(() => __shown === __requested); \
       window.__result = [at, __shown, __requested]; })(); return true";

/// Moves a slider, and releases it at another position just when a worker is sent a request for full figures. Then that
/// worker crashes. `__result` holds the requests right after the release, and which worker they went to.
const LET_GO_AT_FIGURES: &str = "const it = document.querySelector('#range-api_usd_per_mtok'); \
     const put = (at, ...names) => { it.value = at; \
       for (const name of names) it.dispatchEvent(new Event(name, { bubbles: true })); }; \
     const post = Worker.prototype.postMessage, all = []; \
     Worker.prototype.postMessage = function (what, ...rest) { \
       if (what?.call && what.call !== 'cancel' && what.lane !== 'middle') all.push([what.call, this]); \
       if (what?.call === 'figures' && !window.__result) { \
         window.__result = []; \
         queueMicrotask(() => { \
           all.length = 0; put(640, 'input', 'change'); \
           window.__result = all.map(([call, who]) => who === this ? `${call} to the busy worker` : call).sort(); \
           this.terminate(); this.dispatchEvent(new ErrorEvent('error')); }); } \
       return post.call(this, what, ...rest); }; \
     put(600, 'input'); return true";

/// Opens a page with 2,048 futures and a script that runs before it, and waits until all sections have arrived.
async fn settled(world: &World, script: &str) -> Checked<Before> {
    let before = Before::of(world, script).await?;
    world.open_link("v=1&d=2026-11&n=1&draws_n=2048").await?;
    at_length(world, OVER, "the futures").await?;
    world.until(parts::WORKED_OUT, "the sections").await?;
    Ok(before)
}

/// The first sentence of the answer for a link, from natively simulated futures.
fn lead(link: &str, n: u32) -> String {
    let drawn = conclude(link, 700, &draw(link, 0, n), &figures(link, 0, n));
    let answer = drawn.first().and_then(|it| unpack(&it.tree));
    let first = answer.as_ref().and_then(|it| it.children.first());
    first.map_or_else(String::new, |it| if let Child::El(it) = it { text_of(it) } else { String::new() })
}

/// While a slider is dragged in one direction, the answer changes at most four times a second and no earlier wording
/// comes back. After the release the exact answer is shown.
pub(crate) async fn no_wording_comes_back_during_a_drag(world: &World) -> Checked {
    let mut findings = Findings::new();
    for (how, source, from, to) in [
        ("up", String::new(), 300.0, 1000.0),
        ("down", String::new(), 1000.0, 300.0),
        ("up without workers", NO_WORKERS.to_owned(), 300.0, 1000.0),
    ] {
        let before = settled(world, &source).await?;
        world.driver.execute(RECORDED, Vec::new()).await?;
        let _dragging: bool = world.js(DRAGGED, &[json!(from), json!(to)]).await?;
        at_length(world, "return window.__over && location.search.includes('api_usd_per_mtok')", "the drag")
            .await?;
        let query: String = world.js("return location.search.slice(1)", &[]).await?;
        // The answer for the last value follows immediately.
        tokio::time::sleep(Duration::from_millis(300)).await;
        at_length(world, OVER, "all futures").await?;
        let let_go: f64 = world.js("return window.__moved", &[]).await?;
        let all: Vec<(String, f64)> = world.js("return __answers.map(it => [it.text, it.at])", &[]).await?;
        // The first one was there before.
        let dragged: Vec<&(String, f64)> = all.iter().skip(1).filter(|it| it.1 < let_go).collect();
        let gaps = dragged.windows(2).map(|pair| pair[1].1 - pair[0].1);
        let least = gaps.fold(f64::INFINITY, f64::min);
        findings.expect(dragged.len() > 1, || format!("{how}: the answer changed {} times", dragged.len()));
        findings.expect(least > 230.0, || format!("{how}: changed again after {least:.0} ms"));
        let first = |it: &(String, f64)| it.0.split(" on these").next().unwrap_or_default().to_owned();
        let mut turns: Vec<String> = dragged.iter().map(|it| first(it)).collect();
        turns.dedup();
        println!("{how}: {} times, {turns:?}", dragged.len());
        let mut once = turns.clone();
        once.sort_unstable();
        once.dedup();
        findings.expect(once.len() == turns.len(), || format!("{how}: words come back: {turns:?}"));
        findings
            .expect(turns.iter().all(|it| it.len() < 25), || format!("{how}: other sentences: {turns:?}"));
        findings.same(&format!("{how}, let go"), &world.headline().await?, &lead(&query, 2048));
        before.take_back(world).await?;
    }
    findings.done()
}

/// After a change both workers simulate futures for the answer first, and compute sections only then.
pub(crate) async fn the_answer_comes_before_the_sections(world: &World) -> Checked {
    let mut findings = Findings::new();
    let before = settled(world, &format!("{ASKED} {}", processors(2))).await?;
    let changed = "__requests.length = 0; const it = document.querySelector('#range-api_usd_per_mtok'); it.value = 700; \
         for (const name of ['input', 'change']) it.dispatchEvent(new Event(name, { bubbles: true })); return true";
    let _changed: bool = world.js(changed, &[]).await?;
    at_length(world, "return __requests.includes('conclude') && __requests.includes('quick')", "the answer")
        .await?;
    let sent: Vec<String> = world.js("return __requests", &[]).await?;
    let first = |what: &str| sent.iter().position(|it| it == what);
    let drawn = sent.iter().take_while(|it| *it == "begin" || *it == "draw").count();
    findings
        .expect(drawn == 2 && first("quick") > first("draw"), || format!("requested in the order {sent:?}"));
    before.take_back(world).await?;
    findings.done()
}

/// If a slider rests before its release, the answer is ready and is shown at the release, without another simulation.
pub(crate) async fn a_slider_at_rest_has_its_answer_ready(world: &World) -> Checked {
    let mut findings = Findings::new();
    let before = settled(world, &format!("{ASKED} {CONCLUDED}")).await?;
    let _resting: bool = world.js(RESTED, &[]).await?;
    at_length(world, "return window.__let_go !== undefined", "the release").await?;
    let [requested, shown, sent]: [String; 3] = world.js("return __let_go", &[]).await?;
    findings.same("answered at the release", &shown, &requested);
    findings.expect(!sent.contains("begin") && !sent.contains("conclude"), || {
        format!("the release requested {sent}")
    });
    findings.same("the words", &world.headline().await?, &lead(&requested, 2048));
    before.take_back(world).await?;
    findings.done()
}

/// A worker in a long search also simulates futures, which wait for at most one piece of the search.
pub(crate) async fn no_search_delays_the_answer(world: &World) -> Checked {
    let mut findings = Findings::new();
    let before = Before::of(world, &format!("{ASKED} {CONCLUDED} {SEARCHED} {}", processors(2))).await?;
    world.open_link("v=1&d=2026-11&n=1&draws_n=2048").await?;
    let _waiting: bool = world.js(CHANGED_IN_A_SEARCH, &[]).await?;
    at_length(world, "return window.__result !== undefined", "a search under way, then an answer").await?;
    let [at_once, shown, requested]: [String; 3] = world.js("return __result", &[]).await?;
    findings.same("requested at once from two workers, one of which is searching", &at_once, "begin,draw");
    findings.same("answered", &shown, &requested);
    world.until(parts::WORKED_OUT, "the sections").await?;
    findings.same("the words", &world.headline().await?, &lead(&requested, 2048));
    before.take_back(world).await?;
    findings.done()
}

/// A worker that is busy with a short job already holds its part of the next answer, so that a release waits neither
/// for that job nor for the main thread. If the worker crashes, the other one takes over its part.
pub(crate) async fn a_busy_worker_already_holds_its_part_of_the_answer(world: &World) -> Checked {
    let mut findings = Findings::new();
    let before = settled(world, &format!("{ASKED} {CONCLUDED} {}", processors(2))).await?;
    let _moving: bool = world.js(LET_GO_AT_FIGURES, &[]).await?;
    at_length(world, "return window.__result?.length > 0", "full figures, then the release").await?;
    let sent: Vec<String> = world.js("return __result", &[]).await?;
    let mine = sent.iter().filter(|it| it.ends_with("busy worker")).count();
    findings.expect(sent.len() == 2 && mine == 1, || format!("the release requested {sent:?}"));
    at_length(world, "return __shown === __requested", "the answer").await?;
    at_length(world, OVER, "all futures").await?;
    let requested: String = world.js("return __requested", &[]).await?;
    findings.same("the words", &world.headline().await?, &lead(&requested, 2048));
    before.take_back(world).await?;
    findings.done()
}
