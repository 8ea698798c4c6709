//! The page in a frame of another site, under the strictest sandbox.

use e2e::{Checked, Expected, Findings, World, parts};
use payenough_model::{InputId, Place};
use payenough_view::sections::SectionId;
use payenough_view::{Child, unpack};
use payenough_worker::futures::{conclude, draw, figures};
use serde_json::json;
use thirtyfour::Key;

use crate::futures::{Before, at_length};
use crate::sanity;
use crate::sections::{NO_WORKERS, text_of};

pub(crate) async fn a_sandboxed_frame_on_another_origin_answers(world: &World) -> Checked {
    let mut findings = Findings::new();
    for width in [320, 600, 1280] {
        world.size(width, 1000).await?;
        let query = "v=1&d=2026-11&n=1&ai_share_pct=50";
        enter(world, &format!("{query}&theme=dark&childId=x")).await?;
        let expected = Expected::of(query);
        let at = format!("in a frame at {width} px");
        findings.same(&format!("the verdict {at}"), &world.verdict().await?, &expected.text());
        // In one script: between two commands the answer of the futures may take the place of this one.
        let is_displayed: bool = world.js(DISPLAYED, &[json!(parts::HEADLINE)]).await?;
        findings.expect(is_displayed, || format!("the verdict is not displayed {at}"));
        levers_work(world, expected, &mut findings).await?;
        let size: [f64; 4] = world.js(SIZE, &[]).await?;
        findings.expect(size[0] <= size[1], || format!("the frame scrolls sideways {at}: {size:?}"));
        findings.expect(size[2] <= size[3], || {
            format!("the frame's page is higher than the frame {at}: {size:?}")
        });
        let nonsense = sanity::nonsense(world).await?;
        findings.expect(nonsense.is_empty(), || format!("{at}: {nonsense:?}"));
        let errors = world.errors().await?;
        findings.expect(errors.is_empty(), || format!("{at}: {errors:?}"));
        world.console_reports_errors().await?;
        world.driver.enter_default_frame().await?;
        let height: f64 = world.js("return document.querySelector('iframe').offsetHeight", &[]).await?;
        findings.expect(height == 640.0, || format!("the frame is {height} px high"));
    }
    findings.done()
}

const DISPLAYED: &str = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); \
     return document.querySelector(arguments[0]).checkVisibility() && box.width > 0 && box.height > 0";

const SIZE: &str = "const it = document.documentElement; \
     return [it.scrollWidth, innerWidth, it.scrollHeight, innerHeight]";

/// Opens a page of another origin that contains the frame, and enters the frame.
async fn enter(world: &World, query: &str) -> Checked {
    let source = format!("{}/embed/?{query}", world.site.origin()).replace('&', "&amp;");
    let html = format!(
        "<!doctype html><html lang=\"en\"><title>Host</title><link rel=\"icon\" href=\"data:,\">\
         <meta name=\"viewport\" content=\"width=device-width\"><body style=\"margin:0\"><h1>News</h1>\
         <iframe sandbox=\"allow-scripts\" title=\"Calculator\" src=\"{source}\" \
         style=\"display:block;width:100%;border:0;height:640px\"></iframe></body></html>"
    );
    world.host.put("/host.html", html);
    world.driver.goto(format!("{}/host.html", world.host.origin())).await?;
    world.driver.enter_frame(0).await?;
    world.until_ready().await
}

/// Checks that each of the three levers changes the verdict, and that the link to the full page keeps the changes.
async fn levers_work(world: &World, expected: Expected, findings: &mut Findings) -> Checked {
    let mut scenario = expected.scenario;
    let levers: Vec<InputId> =
        InputId::ALL.into_iter().filter(|id| id.spec().place == Place::Lever).collect();
    findings.expect(levers.len() == 3, || format!("{} levers", levers.len()));
    let rows = world.attributes(".row", "data-key").await?;
    findings.expect(rows.len() == 3, || format!("the frame shows {rows:?}"));
    for id in levers {
        let (key, value) = (id.spec().key, id.spec().high);
        scenario = scenario.with(id, value);
        world.type_into(&parts::field(key), &format!("{value}")).await?;
        world.press(&parts::field(key), Key::Enter).await?;
        let wanted = Expected::of_scenario(scenario).text();
        findings.same(&format!("the verdict after {key}"), &world.verdict().await?, &wanted);
        let link = world.attributes(parts::OPEN_FULL, "href").await?.concat();
        let full = format!("{}/?{}", world.site.origin(), scenario.query());
        findings.same("the link to the full page", &link, &full);
    }
    let [target, rel] = ["target", "rel"].map(|name| world.attributes(parts::OPEN_FULL, name));
    findings.same("its target", &target.await?.concat(), "_blank");
    let rel = rel.await?.concat();
    findings.expect(rel.contains("noopener"), || format!("its rel is {rel:?}"));
    findings.same("its words", &world.text(parts::OPEN_FULL).await?, "Open full calculator");
    Ok(())
}

/// Records every answer that is visible in a frame of the page, from the first on.
const SEEN: &str = "window.__answers = []; const look = () => { \
     for (const it of document.querySelectorAll('.headline')) \
       if (it.checkVisibility({ visibilityProperty: true }) && !__answers.includes(it.textContent)) __answers.push(it.textContent); \
     requestAnimationFrame(look); }; requestAnimationFrame(look);";

/// For a link, page and card say the answer of its futures and, before they have it, nothing: neither what the scenario as
/// set says nor the answer of the starting point, which the page's HTML holds.
pub(crate) async fn page_and_card_say_the_same_or_nothing(world: &World) -> Checked {
    let mut findings = Findings::new();
    for preset in ["commodity", "everywhere"] {
        let query = Expected::of(&format!("v=1&d=2026-11&p={preset}&n=1&draws_n=2048")).scenario.query();
        let reply = conclude(&query, 700, &draw(&query, 0, 2048), &figures(&query, 0, 2048));
        let tree = reply.first().and_then(|it| unpack(&it.tree));
        let said = tree.as_ref().and_then(|it| it.children.first());
        let said = said
            .map_or_else(String::new, |it| if let Child::El(it) = it { text_of(it) } else { String::new() });
        findings.expect(said.contains(" of 20 simulated futures, "), || format!("{preset}: {said:?}"));
        for (how, source) in [("with workers", String::new()), ("without workers", format!("{NO_WORKERS};"))]
        {
            let before = Before::of(world, &format!("{SEEN} {source}")).await?;
            for path in ["/", "/embed/"] {
                world.open(&format!("{path}?{query}")).await?;
                at_length(world, "return __answers.length > 0", "an answer").await?;
                let seen: Vec<String> = world.js("return __answers", &[]).await?;
                findings.expect(seen == [said.as_str()], || {
                    format!("{path} of {preset} {how}: {seen:?}, not {said:?}")
                });
            }
            before.take_back(world).await?;
        }
    }
    // At the bare address the answer of the starting point is there from the first.
    let before = Before::of(world, SEEN).await?;
    for path in ["/", "/embed/"] {
        world.open(path).await?;
        let seen: Vec<String> = world.js("return __answers", &[]).await?;
        let lead = crate::loading::lead()?;
        findings.expect(seen == [lead.as_str()], || format!("{path}: {seen:?}, not {lead:?}"));
    }
    before.take_back(world).await?;
    findings.done()
}

/// The card simulates futures like the full page and shows the same answer. Without workers it simulates in slices.
pub(crate) async fn the_card_shows_the_answer_of_the_futures(world: &World) -> Checked {
    let mut findings = Findings::new();
    let link = "v=1&d=2026-11&n=1&ai_share_pct=50&draws_n=2048";
    let query = Expected::of(link).scenario.query();
    let reply = conclude(&query, 700, &draw(&query, 0, 2048), &figures(&query, 0, 2048));
    let tree = reply.iter().find(|it| it.id == SectionId::Verdict).and_then(|it| unpack(&it.tree));
    let mut sentences = Vec::new();
    for child in tree.iter().flat_map(|it| &it.children) {
        if let Child::El(line) = child {
            sentences.push(e2e::collapsed(&text_of(line)));
        }
    }
    findings.expect(sentences.len() == 3, || format!("the futures say {sentences:?}"));
    for (how, source) in [("with workers", ""), ("without workers", NO_WORKERS)] {
        let before = Before::of(world, source).await?;
        enter(world, link).await?;
        let draws = json!(sentences.last());
        let all = format!("return document.querySelector('.verdict .draws')?.textContent === {draws}");
        at_length(world, &all, how).await?;
        // The first sentence comes before the figures of all futures, which add a range to it.
        let in_full =
            "return document.querySelector('.verdict .detail')?.textContent.includes('8 in 10 futures')";
        at_length(world, in_full, how).await?;
        for (part, said) in ["headline", "detail", "draws"].into_iter().zip(&sentences) {
            findings.same(&format!("{part} {how}"), &world.text(&format!(".verdict .{part}")).await?, said);
        }
        let opened = "return document.querySelectorAll('.card [data-why], .card a.opens').length";
        let n: usize = world.js(opened, &[]).await?;
        findings.expect(n == 0, || format!("{how}: {n} numbers of the card open"));
        world.driver.enter_default_frame().await?;
        before.take_back(world).await?;
    }
    findings.done()
}

pub(crate) async fn the_snippet_is_a_frame_with_the_link_escaped(world: &World) -> Checked {
    let mut findings = Findings::new();
    let query = "v=1&d=2026-11&n=2&capex_usd=650e9&ai_share_pct=50";
    world.open_link(query).await?;
    let snippet = world.value(parts::SNIPPET).await?;
    let canonical = Expected::of(query).scenario.query();
    let escaped = format!("{}/embed/?{}", world.site.origin(), canonical.replace('&', "&amp;"));
    findings.expect(snippet.contains(&format!("src=\"{escaped}\"")), || format!("no {escaped} in {snippet}"));
    let script = r"
        const it = new DOMParser().parseFromString(arguments[0], 'text/html'), frame = it.querySelector('iframe');
        return [it.querySelectorAll('iframe').length === 1 && !it.querySelector('script, parsererror'),
          !!frame.title && frame.sandbox.contains('allow-scripts') && frame.loading === 'lazy'
            && /height:/.test(frame.getAttribute('style')) && !frame.hasAttribute('width'),
          frame.src, it.querySelector('p > a').href];";
    // Only this test parses text as HTML, which the page's own policy forbids.
    let blank = "<!doctype html><html lang=\"en\"><title>Blank</title><link rel=\"icon\" href=\"data:,\">";
    world.host.put("/blank.html", blank.to_owned());
    world.driver.goto(format!("{}/blank.html", world.host.origin())).await?;
    let (alone, complete, frame, link): (bool, bool, String, String) =
        world.js(script, &[json!(snippet)]).await?;
    findings.expect(alone, || format!("more than a frame: {snippet}"));
    findings.expect(complete, || format!("title, sandbox, loading or height is missing: {snippet}"));
    findings.same("the frame's address", &frame, &format!("{}/embed/?{canonical}", world.site.origin()));
    findings.same("the link below it", &link, &format!("{}/?{canonical}", world.site.origin()));
    world.console().await?;
    findings.done()
}
