//! Simulated futures: digits do not depend on how the work is split, on what crashes, or on when the reader stops it.

use std::time::{Duration, Instant};

use e2e::{Checked, Fault, Findings, World, collapsed, parts};
use payenough_analysis::futures::WHAT_IF;
use payenough_view::unpack;
use payenough_worker::futures::{conclude, draw, figures, wanted};
use serde_json::{Value, json};

use crate::sections::{NO_WORKERS, words};

/// A link whose simulation takes long enough for something to happen meanwhile.
const LINK: &str = "v=1&d=2026-11&n=1&draws_n=9000";
/// Whether all futures have arrived, or the reader has stopped the simulation.
pub(crate) const OVER: &str = "return document.querySelector('#futures-box').dataset.state === 'over'";
/// Whether the first answer has arrived.
const BEGUN: &str = "return !!document.querySelector('#sure') && !document.querySelector('#sure .waiting')";
/// Records every worker in `__workers`, and refuses to create more than `__most`.
pub(crate) const KEPT: &str = "window.__workers = []; window.__most = 99; \
     window.Worker = class extends Worker { constructor(...given) { \
       if (__workers.length >= __most) throw new DOMException('no', 'SecurityError'); \
       super(...given); __workers.push(this); } };";
/// Makes the page's clock run four times as fast: a silent worker counts as crashed after 2.5 seconds instead of 10.
pub(crate) const IMPATIENT: &str = "const later = setTimeout, now = performance.now.bind(performance); \
     performance.now = () => 4 * now(); \
     window.setTimeout = (task, ms, ...rest) => later(task, ms / 4, ...rest);";
/// Ends a worker like a crash.
pub(crate) const CRASH: &str =
    "const it = __workers[arguments[0]]; it.terminate(); it.dispatchEvent(new ErrorEvent('error'));";

/// The texts that the page must show for the first `n` futures.
fn expected(link: &str, width: u32, n: u32) -> Vec<String> {
    let [_, n_full] = wanted(link);
    let reply = conclude(link, width, &draw(link, 0, n), &figures(link, 0, n_full));
    let mut said = Vec::new();
    for section in reply {
        if let Some(tree) = unpack(&section.tree) {
            words(&tree, &mut said);
        }
    }
    said
}

/// A script that runs before the page's own scripts, until it is removed.
pub(crate) struct Before(Value);

impl Before {
    pub(crate) async fn of(world: &World, source: &str) -> Checked<Self> {
        let added = world
            .cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": format!("{{ {source} }}") }))
            .await?;
        Ok(Self(added["identifier"].clone()))
    }

    pub(crate) async fn take_back(self, world: &World) -> Checked {
        let name = json!({ "identifier": self.0 });
        world.cdp("Page.removeScriptToEvaluateOnNewDocument", name).await.map(drop)
    }
}

/// Makes the page see `n` processors.
pub(crate) fn processors(n: u32) -> String {
    format!("Object.defineProperty(navigator, 'hardwareConcurrency', {{ get: () => {n} }});")
}

/// Waits like [`World::until`], but longer.
pub(crate) async fn at_length(world: &World, script: &str, what: &str) -> Checked {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(120) {
        if world.js(script, &[]).await? {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let state: String =
        world.js("return document.querySelector('#futures-box')?.outerHTML ?? 'no box'", &[]).await?;
    Err(Fault(format!("waited in vain for {what}: {state}")))
}

async fn width(world: &World) -> Checked<u32> {
    let script = "return Math.floor(document.querySelector('#main').getBoundingClientRect().width)";
    world.js(script, &[]).await
}

/// Checks that the page shows the native answer for this number of futures.
async fn says(world: &World, how: &str, link: &str, n: u32, findings: &mut Findings) -> Checked {
    let expected = expected(link, width(world).await?, n);
    findings.expect(!expected.is_empty(), || format!("{how}: nothing to say"));
    let (start, mut said, mut lacking) = (Instant::now(), String::new(), expected);
    while !lacking.is_empty() && start.elapsed() < Duration::from_secs(20) {
        said =
            collapsed(&world.js::<String>("return document.querySelector('#sure').textContent", &[]).await?);
        lacking.retain(|text| !said.contains(text.as_str()));
    }
    findings.expect(lacking.is_empty(), || format!("{how}: {lacking:?} is not in {said:?}"));
    Ok(())
}

pub(crate) async fn digits_do_not_depend_on_how_the_work_is_split(world: &World) -> Checked {
    let mut findings = Findings::new();
    for (how, source, n_workers) in [
        ("one worker", format!("{KEPT} __most = 1;"), 1),
        ("two workers", format!("{KEPT} {}", processors(2)), 2),
        ("four workers", format!("{KEPT} {}", processors(5)), 4),
        ("no worker", format!("window.__workers = []; {NO_WORKERS};"), 0),
    ] {
        let before = Before::of(world, &source).await?;
        world.open_link(LINK).await?;
        at_length(world, OVER, how).await?;
        says(world, how, LINK, 9000, &mut findings).await?;
        let n: usize = world.js("return __workers.length", &[]).await?;
        findings.expect(n == n_workers, || format!("{how}: {n} workers"));
        let label = world.text("#futures-said").await?;
        findings.same(&format!("the label with {how}"), &label, "9,000 simulated futures");
        before.take_back(world).await?;
    }
    findings.done()
}

/// In a frame without an origin, workers start from a blob. If blobs are refused too, the page computes in slices.
pub(crate) async fn a_sandboxed_frame_shows_the_same_digits(world: &World) -> Checked {
    let mut findings = Findings::new();
    for (how, source) in [("text", KEPT), ("slices", NO_WORKERS)] {
        let before = Before::of(world, source).await?;
        let address = format!("{}/?{LINK}", world.site.origin()).replace('&', "&amp;");
        world.host.put(
            "/framed.html",
            format!(
                "<!doctype html><html lang=\"en\"><title>Host</title><link rel=\"icon\" href=\"data:,\"><body>\
                 <iframe sandbox=\"allow-scripts\" title=\"Calculator\" src=\"{address}\" width=\"900\" height=\"640\">\
                 </iframe></body></html>"
            ),
        );
        world.driver.goto(format!("{}/framed.html", world.host.origin())).await?;
        world.driver.enter_frame(0).await?;
        world.until_ready().await?;
        at_length(world, OVER, how).await?;
        says(world, how, LINK, 9000, &mut findings).await?;
        if how == "text" {
            let n: usize = world.js("return __workers.length", &[]).await?;
            findings.expect(n > 0, || "no worker was made from text".to_owned());
        }
        world.driver.enter_default_frame().await?;
        before.take_back(world).await?;
    }
    findings.done()
}

pub(crate) async fn the_newest_futures_win(world: &World) -> Checked {
    let mut findings = Findings::new();
    world.open_link(LINK).await?;
    at_length(world, BEGUN, "a first answer").await?;
    let moves = "const it = document.querySelector('#range-api_usd_per_mtok'); let at = 0; \
         const move = () => { it.value = 500 + 10 * at; it.dispatchEvent(new Event('input', { bubbles: true })); \
           at += 1; if (at <= 40) setTimeout(move, 5); \
           else { it.dispatchEvent(new Event('change', { bubbles: true })); window.__moved = true; } }; \
         move(); return true";
    let _moving: bool = world.js(moves, &[]).await?;
    at_length(
        world,
        "return window.__moved === true && location.search.includes('api_usd_per_mtok')",
        "moves",
    )
    .await?;
    let query: String = world.js("return location.search.slice(1)", &[]).await?;
    // After the release, the first answer for the old value must not come back.
    tokio::time::sleep(Duration::from_millis(300)).await;
    at_length(world, OVER, "all futures").await?;
    says(world, "after the moves", &query, 9000, &mut findings).await?;
    findings.done()
}

pub(crate) async fn stopping_keeps_the_futures_so_far_and_states_their_number(world: &World) -> Checked {
    let mut findings = Findings::new();
    let link = "v=1&d=2026-11&n=1&draws_n=1000000";
    world.open_link(link).await?;
    at_length(world, BEGUN, "a first answer").await?;
    // Stop only after the full figures have arrived, because they are compared too.
    at_length(world, "return document.querySelector('#futures-bar').value > 2048", "more").await?;
    world.click("#futures-stop").await?;
    at_length(world, OVER, "the end").await?;
    let label = world.text("#futures-said").await?;
    let n = label
        .strip_prefix("Stopped after ")
        .and_then(|it| it.strip_suffix(" of 1,000,000 simulated futures"));
    let n: u32 = n.and_then(|it| it.replace(',', "").parse().ok()).unwrap_or_default();
    findings.expect((2048..1_000_000).contains(&n), || format!("the label is {label:?}"));
    findings.same("what is read out", &world.text("#futures-status").await?, &label);
    tokio::time::sleep(Duration::from_millis(300)).await;
    findings.same("the label later", &world.text("#futures-said").await?, &label);
    says(world, "stopped", link, n, &mut findings).await?;
    let named = world.text("#sure").await?;
    let written = label.split(' ').nth(2).unwrap_or_default().to_owned();
    findings.expect(named.contains(&written), || format!("{written} is not in {named:?}"));
    let focus: bool = world.js("return document.activeElement.id === 'futures-box'", &[]).await?;
    findings.expect(focus, || "the focus is lost with the button".to_owned());
    findings.done()
}

/// A crashed worker is restarted once, then the others take over, and finally the main thread. No digit changes.
pub(crate) async fn a_crash_changes_no_digit(world: &World) -> Checked {
    let mut findings = Findings::new();
    let link = "v=1&d=2026-11&n=1&draws_n=20000";
    let before = Before::of(world, &format!("{KEPT} {} {IMPATIENT}", processors(2))).await?;
    let n_workers = "return __workers.length";
    for (how, crashes, n_after) in [("one crash", 1, 3), ("two workers crash twice", 4, 4)] {
        world.open_link(link).await?;
        at_length(world, BEGUN, "a first answer").await?;
        for at in 0..crashes {
            at_length(world, &format!("return __workers.length > {at}"), "the next worker").await?;
            // Let the worker start first, so that it crashes instead of failing to start.
            tokio::time::sleep(Duration::from_millis(400)).await;
            world.driver.execute(CRASH, vec![json!(at)]).await?;
        }
        at_length(world, OVER, how).await?;
        says(world, how, link, 20000, &mut findings).await?;
        let n: usize = world.js(n_workers, &[]).await?;
        findings.expect(n == n_after, || format!("{how}: {n} workers, not {n_after}"));
    }
    world.open_link(link).await?;
    at_length(world, BEGUN, "a first answer").await?;
    world.driver.execute("__workers[1].terminate()", Vec::new()).await?;
    at_length(world, OVER, "what a silent worker left").await?;
    says(world, "a silent worker", link, 20000, &mut findings).await?;
    before.take_back(world).await?;
    findings.done()
}

/// By how much the memory of the programs on the page may grow in 10,000 moves of a slider, in bytes.
const MOST_GROWTH: f64 = 2_097_152.0;

/// Slider moves leak no nodes, no listeners and no memory.
pub(crate) async fn ten_thousand_moves_leak_nothing(world: &World) -> Checked {
    let mut findings = Findings::new();
    let memories = "window.__memories = []; const make = WebAssembly.instantiate, stream = WebAssembly.instantiateStreaming; \
         const note = made => { const its = (made.instance ?? made).exports; \
           __memories.push({ name: its.coordinate ? 'futures' : its.serve ? 'sections' : 'page', memory: its.memory }); return made; }; \
         WebAssembly.instantiate = (...given) => make(...given).then(note); \
         WebAssembly.instantiateStreaming = (...given) => stream(...given).then(note);";
    for (how, source) in [("with workers", String::new()), ("without workers", NO_WORKERS.to_owned())] {
        let before = Before::of(world, &format!("{memories}; {source}")).await?;
        world.open_link("v=1&d=2026-11&n=1&draws_n=2048").await?;
        world.until(parts::WORKED_OUT, "the sections").await?;
        moves(world, 1_000).await?;
        let (start, pages) = (measured(world).await?, by_program(world).await?);
        moves(world, 10_000).await?;
        let (end, pages_after) = (measured(world).await?, by_program(world).await?);
        println!("{how}: {start:?} then {end:?}; pages of the memories: {pages} then {pages_after}");
        for (at, what) in ["DOM nodes", "listeners"].into_iter().enumerate() {
            findings
                .expect(start[at] == end[at], || format!("{how}: {what} from {} to {}", start[at], end[at]));
        }
        findings.expect(end[2] - start[2] <= 1e6, || format!("{how}: heap from {} to {}", start[2], end[2]));
        findings.expect(end[3] - start[3] <= MOST_GROWTH, || {
            format!("{how}: wasm memory from {} to {}", start[3], end[3])
        });
        before.take_back(world).await?;
    }
    findings.done()
}

/// Moves the slider `n` times and back to its first position, and waits until all sections have arrived.
async fn moves(world: &World, n: u32) -> Checked {
    let script = "const it = document.querySelector('#range-api_usd_per_mtok'), from = it.value, n = arguments[0]; \
         const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set; window.__moved = false; \
         const move = value => { set.call(it, String(value)); it.dispatchEvent(new InputEvent('input', { bubbles: true })); }; \
         let at = 0; const some = () => { for (let k = 0; k < 25 && at < n; k += 1, at += 1) move(200 + 500 * (at % 97) / 97); \
           if (at < n) setTimeout(some); else { move(from); it.dispatchEvent(new Event('change', { bubbles: true })); window.__moved = true; } }; \
         some(); return true";
    let _moving: bool = world.js(script, &[json!(n)]).await?;
    at_length(world, "return window.__moved", "the moves").await?;
    tokio::time::sleep(Duration::from_millis(1500)).await;
    at_length(world, OVER, "all futures").await
}

/// Number of nodes and listeners, and bytes of the heap and of the wasm memories, after garbage collection.
async fn measured(world: &World) -> Checked<[f64; 4]> {
    for _ in 0..2 {
        world.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    }
    world.cdp("Performance.enable", json!({})).await?;
    let metrics = world.cdp("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let all = metrics["metrics"].as_array().map(Vec::as_slice).unwrap_or_default();
        all.iter().find(|it| it["name"] == name).and_then(|it| it["value"].as_f64()).unwrap_or(f64::NAN)
    };
    let memory: f64 =
        world.js("return __memories.reduce((sum, it) => sum + it.memory.buffer.byteLength, 0)", &[]).await?;
    Ok([metric("Nodes"), metric("JSEventListeners"), metric("JSHeapUsedSize"), memory])
}

/// The size of each program's memory, in pages of 64 KiB.
async fn by_program(world: &World) -> Checked<String> {
    let script =
        "return __memories.map(it => `${it.name} ${it.memory.buffer.byteLength / 65536}`).join(', ')";
    world.js(script, &[]).await
}

/// If WebAssembly lacks SIMD in a browser, the static page stays with a line that says so.
pub(crate) async fn the_static_page_stays_if_wasm_lacks_simd(world: &World) -> Checked {
    let mut findings = Findings::new();
    // This takes seconds and comes first: a page that never runs its program must not stay open for long.
    let sentences = super::loading::sentences()?;
    let before = Before::of(world, "WebAssembly.validate = () => false;").await?;
    world.driver.goto(format!("{}/", world.site.origin())).await?;
    world.until("return document.getElementById('boot-note').dataset.state === 'off'", "the line").await?;
    let note = world.text("#boot-note").await?;
    findings.expect(note.contains("Interactivity is off") && note.contains("SIMD"), || note.clone());
    let said = world.text("#boot-verdict").await?;
    findings
        .expect(said.starts_with(&sentences[0]), || format!("{said:?} begins otherwise than {sentences:?}"));
    // This sentence is at the foot of the page.
    let (foot, beside): (Vec<_>, Vec<_>) = sentences.iter().partition(|it| *it == WHAT_IF);
    for sentence in beside {
        findings.expect(said.contains(sentence), || format!("the page says {said:?}, not {sentence:?}"));
    }
    let page = world.text("body").await?;
    findings.expect(foot.len() == 1 && page.contains(&WHAT_IF["This is a ".len()..]), || {
        format!("{foot:?} is not on the page")
    });
    let asked = "return performance.getEntriesByType('resource').filter(it => /futures|sections|worker/.test(it.name)).length";
    let n: usize = world.js(asked, &[]).await?;
    findings.expect(n == 0, || "a program for workers was loaded".to_owned());
    let shown: bool =
        world.js("return document.querySelector('#futures-box').getClientRects().length > 0", &[]).await?;
    findings.expect(!shown, || "a dead Stop button is shown".to_owned());
    before.take_back(world).await?;
    findings.done()
}
