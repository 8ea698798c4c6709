//! Every wait for a file ends ten seconds after something last arrived, in one line with the reason, the words on what is
//! shown, and a link to try again.

use std::time::{Duration, Instant};

use e2e::{Checked, Defect, Findings, Media, Server, World, collapsed, parts};
use serde_json::json;

use crate::futures::{Before, IMPATIENT, at_length};
use crate::loading::lead;

/// A scenario other than the starting point.
pub(crate) const LINK: &str = "v=1&d=2026-11&n=1&chip_life_yr=4";
/// The words on what is shown while nothing could be worked out.
const ONLY_START: &str = "No scenario other than the starting point is shown.";
const NOT_LOADED: &str = "could not be loaded";
const LATE: &str = "has not arrived for ten seconds";
/// The line while the page's program has not started, if it is visible.
const BOOT_LINE: &str = "const shown = it => it && getComputedStyle(it).visibility === 'visible' && it.checkVisibility(); \
     const said = ['#boot-note', '#boot-late'].map(it => document.querySelector(it)).filter(shown); \
     return said.map(it => it.innerText).join(' ')";
/// The line once the page's program runs, if it is visible.
pub(crate) const LINE: &str =
    "const it = document.querySelector('.trouble'); return it?.checkVisibility() ? it.innerText : ''";
/// Whether anything is still said to be worked out.
const WAITS: &str = "return document.querySelector('main').innerText.includes('Working it out')";

/// A server of the page whose files can have defects, which no cache hides.
pub(crate) async fn site(world: &World) -> Checked<Server> {
    world.cdp("Network.enable", json!({})).await?;
    world.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    Server::start(Some(World::dist()?))
}

/// Opens a page without waiting for it.
pub(crate) async fn go(world: &World, site: &Server, query: &str) -> Checked {
    world.driver.goto("about:blank").await?;
    Ok(world.driver.goto(format!("{}/?{query}", site.origin())).await?)
}

/// Forgets the errors in the console that a missing file causes.
pub(crate) async fn forget_errors(world: &World) -> Checked {
    world.console().await?;
    world.errors().await.map(drop)
}

/// Waits until a line holds all words, and returns it.
pub(crate) async fn until_said(world: &World, script: &str, words: &[&str], what: &str) -> Checked<String> {
    let start = Instant::now();
    loop {
        let said = collapsed(&world.js::<String>(script, &[]).await?);
        if words.iter().all(|it| said.contains(it)) || start.elapsed() > Duration::from_secs(30) {
            return if words.iter().all(|it| said.contains(it)) {
                Ok(said)
            } else {
                Err(e2e::Fault(format!("{what}: the page says {said:?} and not {words:?}")))
            };
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

pub(crate) async fn a_first_program_that_does_not_arrive_ends_in_a_line(world: &World) -> Checked {
    let mut findings = Findings::new();
    let site = site(world).await?;
    for (part, defect) in [
        ("/app-", Defect::Gone),
        (".wasm", Defect::Gone),
        (".wasm", Defect::Refused),
        (".wasm", Defect::Page),
        (".wasm", Defect::Cut),
    ] {
        let what = format!("{part} {defect:?}");
        site.spoil(part, Some(defect));
        go(world, &site, LINK).await?;
        until_said(world, BOOT_LINE, &["Interactivity is off", NOT_LOADED, ONLY_START, "Try again"], &what)
            .await?;
        site.spoil(part, None);
        world.click("#boot-late a").await?;
        world.until_ready().await.map_err(|it| e2e::Fault(format!("again after {what}: {}", it.0)))?;
        let query: String = world.js("return location.search.slice(1)", &[]).await?;
        findings.same(&format!("the scenario after {what}"), &query, LINK);
        forget_errors(world).await?;
    }
    let before = Before::of(world, IMPATIENT).await?;
    for (part, defect) in
        [("/app-", Defect::Silent), ("_bg.wasm", Defect::Silent), ("_bg.wasm", Defect::Stalled)]
    {
        let what = format!("{part} {defect:?}");
        site.spoil(part, Some(defect));
        go(world, &site, LINK).await?;
        until_said(world, BOOT_LINE, &["Interactivity is off", LATE, ONLY_START, "Try again"], &what).await?;
        site.spoil(part, None);
        // what arrives later is welcome
        world.until_ready().await.map_err(|it| e2e::Fault(format!("after {what}: {}", it.0)))?;
        forget_errors(world).await?;
    }
    // A slow file is no reason to give up: each piece of it counts.
    site.spoil("/app-", Some(Defect::Slow));
    go(world, &site, LINK).await?;
    let mut said = Vec::new();
    while !world.js::<bool>(parts::READY, &[]).await? {
        said.push(world.js::<String>(BOOT_LINE, &[]).await?);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let is_off = said.iter().any(|it| it.contains("Interactivity is off"));
    findings.expect(!is_off && said.len() > 60, || format!("a slow file: {said:?}"));
    site.spoil("/app-", None);
    before.take_back(world).await?;
    findings.done()
}

/// Each fault has its own words: a page opened as a file, and a browser whose policy blocks WebAssembly, as Firefox,
/// Chromium and Safari put it.
pub(crate) async fn each_fault_has_its_own_words(world: &World) -> Checked {
    let mut findings = Findings::new();
    let page = World::dist()?.join("index.html").canonicalize()?;
    world.driver.goto(format!("file://{}", page.display())).await?;
    let said = until_said(world, BOOT_LINE, &["opened as a file", "web server"], "file://").await?;
    findings.expect(!said.contains("sandboxed"), || format!("file://: {said}"));
    forget_errors(world).await?;
    for message in [
        "call to WebAssembly.instantiateStreaming() blocked by CSP",
        "WebAssembly.instantiateStreaming(): Refused to compile or instantiate WebAssembly module because \
         'unsafe-eval' is not an allowed source of script",
        "Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source",
    ] {
        let source = format!(
            "WebAssembly.instantiateStreaming = () => Promise.reject(new WebAssembly.CompileError({message:?}));"
        );
        let before = Before::of(world, &source).await?;
        world.driver.goto(format!("{}/?{LINK}", world.site.origin())).await?;
        let said = until_said(world, BOOT_LINE, &["security policy", ONLY_START], message).await;
        findings.expect(said.is_ok(), || format!("{said:?}"));
        before.take_back(world).await?;
        forget_errors(world).await?;
    }
    findings.done()
}

/// If the boot file does not run, a line appears by the style sheet alone, also with reduced motion.
pub(crate) async fn a_boot_file_that_does_not_run_gives_way_to_a_line(world: &World) -> Checked {
    let mut findings = Findings::new();
    let site = site(world).await?;
    for (defect, media) in [(Defect::PlainText, Media::Plain), (Defect::Gone, Media::Still)] {
        world.media(media).await?;
        site.spoil("/boot-", Some(defect));
        go(world, &site, LINK).await?;
        let start = Instant::now();
        let early = collapsed(&world.js::<String>(BOOT_LINE, &[]).await?);
        findings.same(&format!("{defect:?} at first"), &early, "Working it out on your device…");
        let said = until_said(world, BOOT_LINE, &["did not start", ONLY_START, "Try again"], "late").await?;
        let waited = start.elapsed().as_secs_f64();
        findings.expect((8.0..13.0).contains(&waited), || format!("{defect:?}: the line after {waited} s"));
        findings.expect(!said.contains("Working"), || format!("{defect:?}: {said}"));
        site.spoil("/boot-", None);
        world.click("#boot-late a").await?;
        world.until_ready().await?;
        forget_errors(world).await?;
    }
    findings.done()
}

/// Without scripts, and in a frame that allows none, nothing is said to be worked out.
pub(crate) async fn without_scripts_nothing_is_said_to_be_worked_out(world: &World) -> Checked {
    let mut findings = Findings::new();
    let lead = lead()?;
    world.host.put(
        "/no-scripts.html",
        format!(
            "<!doctype html><html lang=\"en\"><title>Host</title><link rel=\"icon\" href=\"data:,\"><body>\
             <iframe sandbox=\"\" title=\"Calculator\" src=\"{}/?{LINK}\" width=\"900\" height=\"640\"></iframe>",
            world.site.origin()
        ),
    );
    for (what, address) in [
        ("scripts are off", format!("{}/?{LINK}", world.site.origin())),
        ("the frame allows none", format!("{}/no-scripts.html", world.host.origin())),
    ] {
        let is_off = what == "scripts are off";
        world.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": is_off })).await?;
        world.driver.goto(&address).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let said = shown_in_all_frames(world).await?;
        findings.expect(said.contains(&lead), || format!("{what}: no answer in {said:?}"));
        findings.expect(said.contains("needs JavaScript"), || format!("{what}: {said:?}"));
        for wrong in ["Working it out", "did not start", "Try again"] {
            findings.expect(!said.contains(wrong), || format!("{what}: {wrong:?} stands there"));
        }
        world.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
    }
    forget_errors(world).await?;
    findings.done()
}

/// The text of the page and of its frames, as the accessibility tree gives it.
async fn shown_in_all_frames(world: &World) -> Checked<String> {
    let tree = world.cdp("Page.getFrameTree", json!({})).await?["frameTree"].clone();
    let mut frames = vec![tree["frame"]["id"].clone()];
    frames.extend(tree["childFrames"].as_array().into_iter().flatten().map(|it| it["frame"]["id"].clone()));
    let mut said = String::new();
    for frame in frames {
        let tree = world.cdp("Accessibility.getFullAXTree", json!({ "frameId": frame })).await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let shown = nodes.iter().filter(|node| node["role"]["value"] == "StaticText");
        for text in shown.filter_map(|node| node["name"]["value"].as_str()) {
            said.push_str(text);
            said.push(' ');
        }
    }
    Ok(collapsed(&said))
}

pub(crate) async fn a_second_program_that_does_not_arrive_ends_in_a_line(world: &World) -> Checked {
    let mut findings = Findings::new();
    let site = site(world).await?;
    for (part, defect) in [
        ("/worker-", Defect::Gone),
        ("/futures-", Defect::Gone),
        ("/futures_bg", Defect::Cut),
        ("/futures_bg", Defect::Page),
        ("/futures_bg", Defect::Refused),
        ("/sections-", Defect::Gone),
        ("/sections_bg", Defect::Cut),
        ("/sections_bg", Defect::Page),
        ("/sections_bg", Defect::Refused),
    ] {
        let what = format!("{part} {defect:?}");
        site.spoil(part, Some(defect));
        go(world, &site, LINK).await?;
        let has_answer = part.contains("sections");
        let words = if has_answer { "What is shown may be" } else { ONLY_START };
        until_said(world, LINE, &[NOT_LOADED, words, "Try again"], &what).await?;
        nothing_waits(world, &what, &mut findings).await?;
        world.click(parts::COPY_JSON).await?;
        let status = until_said(world, STATUS, &["Not worked out."], &what).await;
        findings.expect(status.is_ok(), || format!("the JSON after {what}: {status:?}"));
        site.spoil(part, None);
        world.click(".trouble a").await?;
        stands(world, &what, &mut findings).await?;
    }
    let before = Before::of(world, IMPATIENT).await?;
    for (part, defect) in [
        ("/worker-", Defect::Silent),
        ("/futures-", Defect::Silent),
        ("/futures_bg", Defect::Stalled),
        ("/sections-", Defect::Silent),
        ("/sections_bg", Defect::Stalled),
    ] {
        let what = format!("{part} {defect:?}");
        site.spoil(part, Some(defect));
        go(world, &site, LINK).await?;
        until_said(world, LINE, &[LATE, "Try again"], &what).await?;
        nothing_waits(world, &what, &mut findings).await?;
        site.spoil(part, None);
        stands(world, &what, &mut findings).await?;
    }
    before.take_back(world).await?;
    findings.done()
}

const STATUS: &str = "return document.querySelector('#share [role=status]').innerText";

/// Checks that nothing is said to be worked out while the line stands, and that the line is in view.
pub(crate) async fn nothing_waits(world: &World, what: &str, findings: &mut Findings) -> Checked {
    let waits: bool = world.js(WAITS, &[]).await?;
    findings.expect(!waits, || format!("{what}: something still is said to be worked out"));
    let pending = "const it = document.querySelector('.answer-text.pending'); \
         return it ? getComputedStyle(it, '::before').content : ''";
    let said: String = world.js(pending, &[]).await?;
    findings.expect(!said.contains("Working"), || format!("{what}: {said} stands for the answer"));
    let in_view = "const { top, bottom } = document.querySelector('.trouble').getBoundingClientRect(); \
         return 0 <= top && bottom <= innerHeight + 1";
    let is_in_view: bool = world.js(in_view, &[]).await?;
    findings.expect(is_in_view, || format!("{what}: the line is out of view"));
    Ok(())
}

/// Checks that everything is worked out in the end, and that no line stands.
async fn stands(world: &World, what: &str, findings: &mut Findings) -> Checked {
    at_length(world, parts::READY, &format!("the answer after {what}")).await?;
    at_length(world, parts::WORKED_OUT, &format!("the sections after {what}")).await?;
    findings.same(&format!("the line after {what}"), &world.js::<String>(LINE, &[]).await?, "");
    forget_errors(world).await
}

pub(crate) async fn offline_before_the_second_program_is_said(world: &World) -> Checked {
    let mut findings = Findings::new();
    let site = site(world).await?;
    let network = |is_offline: bool| json!({ "offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    site.spoil("/worker-", Some(Defect::Silent));
    go(world, &site, LINK).await?;
    at_length(world, "return !document.getElementById('boot')", "the page's program").await?;
    world.cdp("Network.emulateNetworkConditions", network(true)).await?;
    site.spoil("/worker-", Some(Defect::Cut));
    let said = until_said(world, LINE, &["Try again", ONLY_START], "offline").await;
    world.cdp("Network.emulateNetworkConditions", network(false)).await?;
    said?;
    nothing_waits(world, "offline", &mut findings).await?;
    site.spoil("/worker-", None);
    world.click(".trouble a").await?;
    stands(world, "offline", &mut findings).await?;
    findings.done()
}
