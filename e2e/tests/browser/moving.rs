//! What stands beside the answer while a slider moves, and after it was let go.

use std::time::Duration;

use e2e::{Checked, Findings, World, parts};
use payenough_view::{Child, unpack};
use payenough_worker::futures::{conclude, draw, figures};
use serde_json::json;

use crate::futures::{Before, OVER, at_length, processors};
use crate::sections::{NO_WORKERS, text_of};

/// Records what the answer at the top says, and when, in `__said`.
const RECORDED: &str = "window.__said = []; const place = document.querySelector('#app .verdict'); \
     const note = () => { const text = document.querySelector('.verdict .headline')?.textContent; \
       const all = text + document.querySelector('.verdict .detail')?.textContent; \
       if (text && all !== __said.at(-1)?.all) __said.push({ text, all, at: performance.now() }); }; \
     new MutationObserver(note).observe(place, { subtree: true, childList: true, characterData: true }); note();";
/// Drags a slider steadily from one place to another: 120 steps of 25 ms, then lets go.
const DRAGGED: &str = "const it = document.querySelector('#range-api_usd_per_mtok'); const [from, to] = arguments; let at = 0; \
     const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set; window.__over = false; \
     const move = () => { set.call(it, String(from + (to - from) * at / 120)); \
       it.dispatchEvent(new InputEvent('input', { bubbles: true })); at += 1; \
       if (at <= 120) setTimeout(move, 25); \
       else { window.__moved = performance.now(); it.dispatchEvent(new Event('change', { bubbles: true })); window.__over = true; } }; \
     move(); return true";

/// Records what is asked of the workers in `__asked`, but for the first screen: the names of tasks, and of lanes.
const ASKED: &str = "window.__asked = []; const post = Worker.prototype.postMessage; \
     Worker.prototype.postMessage = function (it, ...rest) { \
       if (it?.call && it.call !== 'cancel' && it.lane !== 'middle') __asked.push(it.lane ?? it.call); \
       return post.call(this, it, ...rest); };";

/// The links that were concluded, asked for and answered last, in `__concluded`, `__wanted` and `__told`.
const CONCLUDED: &str = "window.__concluded = ''; const listen = EventTarget.prototype.addEventListener; \
     const linkOf = (tree) => /\\u0003data-for=([^\\u0001-\\u001f]*)/.exec(tree)?.[1]; \
     Worker.prototype.addEventListener = function (name, then, ...rest) { \
       return listen.call(this, name, name !== 'message' ? then : (event) => { \
         then(event); const [id, tree] = event.data.sections ?? []; \
         if (id === 'verdict') __concluded = linkOf(tree); }, ...rest); }; \
     addEventListener('payenough-request', ({ detail }) => { \
       const [lane, , , link] = detail.split('\\n'); if (lane === 'futures') __wanted = link; }); \
     addEventListener('payenough-section', ({ detail }) => { \
       if (detail.startsWith('verdict\\n')) __told = linkOf(detail); });";
/// Moves a slider, and again at once after it was answered for; rests until the workers have the last answer, then lets go.
/// `__let_go` says what was wanted and told in the very moment, and what was asked of the workers in it.
const RESTED: &str = "const it = document.querySelector('#range-api_usd_per_mtok'); \
     const put = (at) => { it.value = at; it.dispatchEvent(new InputEvent('input', { bubbles: true })); }; \
     const until = (is) => new Promise((then) => { const look = () => is() ? then() : setTimeout(look, 2); look(); }); \
     (async () => { put(600); await until(() => __told === __wanted); \
       put(620); await until(() => __concluded === __wanted && __asked.at(-1) !== 'conclude'); \
       __asked.length = 0; it.dispatchEvent(new Event('change', { bubbles: true })); \
       window.__let_go = [__wanted, __told, __asked.join()]; })(); return true";

/// Counts the requests for sections that workers are at in `__at`.
const SEARCHED: &str = "window.__at = 0; const sent = Worker.prototype.postMessage; \
     Worker.prototype.postMessage = function (it, ...rest) { \
       if (it?.program === 'sections' && it.call === 'sections') __at += 1; return sent.call(this, it, ...rest); }; \
     const hear = Worker.prototype.addEventListener; \
     Worker.prototype.addEventListener = function (name, then, ...rest) { \
       return hear.call(this, name, name !== 'message' ? then : (event) => { \
         const { program, call } = event.data; \
         if (program === 'sections' && ['sections', 'cancelled'].includes(call)) __at -= 1; \
         then(event); }, ...rest); };";
/// Moves a slider as soon as the futures are over and a search is not; `__result` says what was asked for at once, and, when the
/// answer came, what was told and wanted.
const CHANGED_IN_A_SEARCH: &str = "const it = () => document.querySelector('#range-api_usd_per_mtok'); \
     const until = (is) => new Promise((then) => { const look = () => is() ? then() : setTimeout(look, 1); look(); }); \
     const isOver = () => document.querySelector('#futures-box')?.dataset.state === 'over'; \
     (async () => { await until(() => it() && isOver() && __at > 0); \
       __asked.length = 0; it().value = 640; \
       for (const name of ['input', 'change']) it().dispatchEvent(new Event(name, { bubbles: true })); \
       const at = __asked.join(); await until(() => __told === __wanted); \
       window.__result = [at, __told, __wanted]; })(); return true";

/// Moves a slider, and lets it go elsewhere in the moment in which a worker is given full figures; then that worker crashes. `__result`
/// says what the release asked for at once, and of whom.
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
           window.__result = all.map(([call, who]) => who === this ? `${call} of the one at figures` : call).sort(); \
           this.terminate(); this.dispatchEvent(new ErrorEvent('error')); }); } \
       return post.call(this, what, ...rest); }; \
     put(600, 'input'); return true";

/// A page of 2,048 futures, with a script that ran before it, on which everything is worked out.
async fn settled(world: &World, script: &str) -> Checked<Before> {
    let before = Before::of(world, script).await?;
    world.open_link("v=1&d=2026-11&n=1&draws_n=2048").await?;
    at_length(world, OVER, "the futures").await?;
    world.until(parts::WORKED_OUT, "the deeper sections").await?;
    Ok(before)
}

/// The first sentence of the answer on a link, as its futures say it.
fn lead(link: &str, n: u32) -> String {
    let drawn = conclude(link, 700, &draw(link, 0, n), &figures(link, 0, n));
    let answer = drawn.first().and_then(|it| unpack(&it.tree));
    let first = answer.as_ref().and_then(|it| it.children.first());
    first.map_or_else(String::new, |it| if let Child::El(it) = it { text_of(it) } else { String::new() })
}

/// While a slider is dragged one way the answer is said anew at most four times a second, in the words of the futures, and no
/// words come back; after it is let go the exact ones stand.
pub(crate) async fn a_drag_flips_no_words_twice(world: &World) -> Checked {
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
        // what follows at once: the answer on the last value
        tokio::time::sleep(Duration::from_millis(300)).await;
        at_length(world, OVER, "all futures").await?;
        let let_go: f64 = world.js("return window.__moved", &[]).await?;
        let all: Vec<(String, f64)> = world.js("return __said.map(it => [it.text, it.at])", &[]).await?;
        // the first is what stood before
        let dragged: Vec<&(String, f64)> = all.iter().skip(1).filter(|it| it.1 < let_go).collect();
        let gaps = dragged.windows(2).map(|pair| pair[1].1 - pair[0].1);
        let least = gaps.fold(f64::INFINITY, f64::min);
        findings.expect(dragged.len() > 1, || format!("{how}: the answer was said {} times", dragged.len()));
        findings.expect(least > 230.0, || format!("{how}: said again after {least:.0} ms"));
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

/// After a change both workers draw futures for the answer, and only then work out what stands below it.
pub(crate) async fn the_answer_comes_before_what_is_below(world: &World) -> Checked {
    let mut findings = Findings::new();
    let before = settled(world, &format!("{ASKED} {}", processors(2))).await?;
    let changed = "__asked.length = 0; const it = document.querySelector('#range-api_usd_per_mtok'); it.value = 700; \
         for (const name of ['input', 'change']) it.dispatchEvent(new Event(name, { bubbles: true })); return true";
    let _changed: bool = world.js(changed, &[]).await?;
    at_length(world, "return __asked.includes('conclude') && __asked.includes('quick')", "the answer")
        .await?;
    let asked: Vec<String> = world.js("return __asked", &[]).await?;
    let first = |what: &str| asked.iter().position(|it| it == what);
    let drawn = asked.iter().take_while(|it| *it == "begin" || *it == "draw").count();
    findings
        .expect(drawn == 2 && first("quick") > first("draw"), || format!("asked for in the order {asked:?}"));
    before.take_back(world).await?;
    findings.done()
}

/// A slider that rests before it is let go has its answer ready: it is said in the moment of the release, without another future.
pub(crate) async fn a_slider_at_rest_has_its_answer_ready(world: &World) -> Checked {
    let mut findings = Findings::new();
    let before = settled(world, &format!("{ASKED} {CONCLUDED}")).await?;
    let _resting: bool = world.js(RESTED, &[]).await?;
    at_length(world, "return window.__let_go !== undefined", "the release").await?;
    let [wanted, told, asked]: [String; 3] = world.js("return __let_go", &[]).await?;
    findings.same("answered at the release", &told, &wanted);
    findings.expect(!asked.contains("begin") && !asked.contains("conclude"), || {
        format!("the release asked for {asked}")
    });
    findings.same("the words", &world.headline().await?, &lead(&wanted, 2048));
    before.take_back(world).await?;
    findings.done()
}

/// A worker at a long search draws futures all the same: they wait for one piece of it and no longer.
pub(crate) async fn no_search_holds_up_the_answer(world: &World) -> Checked {
    let mut findings = Findings::new();
    let before = Before::of(world, &format!("{ASKED} {CONCLUDED} {SEARCHED} {}", processors(2))).await?;
    world.open_link("v=1&d=2026-11&n=1&draws_n=2048").await?;
    let _waiting: bool = world.js(CHANGED_IN_A_SEARCH, &[]).await?;
    at_length(world, "return window.__result !== undefined", "a search under way, then an answer").await?;
    let [at_once, told, wanted]: [String; 3] = world.js("return __result", &[]).await?;
    findings.same("asked at once of two workers, one of them at a search", &at_once, "begin,draw");
    findings.same("answered", &told, &wanted);
    world.until(parts::WORKED_OUT, "the deeper sections").await?;
    findings.same("the words", &world.headline().await?, &lead(&wanted, 2048));
    before.take_back(world).await?;
    findings.done()
}

/// A worker at a short job has its part of the answer at hand: a release waits neither for that job nor for the page. If it crashes,
/// its part goes to the other.
pub(crate) async fn the_next_part_is_at_hand(world: &World) -> Checked {
    let mut findings = Findings::new();
    let before = settled(world, &format!("{ASKED} {CONCLUDED} {}", processors(2))).await?;
    let _moving: bool = world.js(LET_GO_AT_FIGURES, &[]).await?;
    at_length(world, "return window.__result?.length > 0", "full figures, then the release").await?;
    let asked: Vec<String> = world.js("return __result", &[]).await?;
    let mine = asked.iter().filter(|it| it.ends_with("figures")).count();
    findings.expect(asked.len() == 2 && mine == 1, || format!("the release asked for {asked:?}"));
    at_length(world, "return __told === __wanted", "the answer").await?;
    at_length(world, OVER, "all futures").await?;
    let wanted: String = world.js("return __wanted", &[]).await?;
    findings.same("the words", &world.headline().await?, &lead(&wanted, 2048));
    before.take_back(world).await?;
    findings.done()
}
