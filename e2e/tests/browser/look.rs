//! Dark theme and reduced motion, which follow the reader's system and the address, and the skipping of distant
//! sections.

use e2e::{Checked, Findings, Media, World, parts};
use serde_json::json;

const BACKGROUND: &str = "return getComputedStyle(document.body).backgroundColor === 'rgba(0, 0, 0, 0)' \
     ? getComputedStyle(document.documentElement).backgroundColor : getComputedStyle(document.body).backgroundColor";

/// Brightness of the page, from 0 for black to 255 for white.
async fn brightness(world: &World, path: &str, media: Media) -> Checked<f64> {
    world.media(media).await?;
    world.open(path).await?;
    let colour: String = world.js(BACKGROUND, &[]).await?;
    let numbers =
        colour.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|part| part.parse::<f64>().ok());
    let channels: Vec<f64> = numbers.take(3).collect();
    Ok(channels.iter().sum::<f64>() / 3.0)
}

pub(crate) async fn the_dark_theme_follows_the_system_and_the_address(world: &World) -> Checked {
    let mut findings = Findings::new();
    for path in ["/", "/embed/"] {
        for (query, media, is_dark) in [
            ("", Media::Plain, false),
            ("", Media::Dark, true),
            ("?theme=dark", Media::Plain, true),
            ("?theme=light", Media::Dark, false),
            ("?theme=auto", Media::Dark, true),
        ] {
            let address = format!("{path}{query}");
            let brightness = brightness(world, &address, media).await?;
            let is_right = if is_dark { brightness < 70.0 } else { 200.0 < brightness };
            findings.expect(is_right, || format!("{address} with {media:?}: brightness {brightness}"));
        }
    }
    findings.done()
}

pub(crate) async fn nothing_moves_with_reduced_motion(world: &World) -> Checked {
    let script = r"
        const seconds = text => Math.max(...text.split(',').map(it => parseFloat(it) * (/ms/.test(it) ? 0.001 : 1)));
        const found = document.getAnimations().filter(it => it.playState === 'running').map(() => 'an animation');
        for (const it of document.querySelectorAll('*')) {
          const style = getComputedStyle(it);
          if (seconds(style.transitionDuration) > 0.01 || seconds(style.animationDuration) > 0.01)
            found.push(it.tagName + '.' + (it.className.baseVal ?? it.className));
          if (style.scrollBehavior === 'smooth') found.push('smooth scrolling of ' + it.tagName);
        }
        return found.slice(0, 5);";
    let mut findings = Findings::new();
    world.media(Media::Still).await?;
    for path in ["/", "/embed/"] {
        world.open(path).await?;
        let found: Vec<String> = world.js(script, &[]).await?;
        findings.expect(found.is_empty(), || format!("{path} still moves: {found:?}"));
    }
    findings.done()
}

/// The layout of a distant section is skipped, but a link leads to it, and all sections are printed.
pub(crate) async fn distant_sections_are_skipped_but_can_be_reached(world: &World) -> Checked {
    const DRAWN: &str =
        "return document.querySelector('#shock h2').checkVisibility({ contentVisibilityAuto: true })";
    const FOUND: &str = "const { top } = document.querySelector('#shock h2').getBoundingClientRect(); \
         return 0 < top && top < innerHeight / 2";
    const ON_PAPER: &str = "return [...document.querySelectorAll('.section')] \
         .every(it => getComputedStyle(it).contentVisibility === 'visible')";
    // A focus outline is 3 px wide at a distance of 2 px.
    const OUTLINED: &str = "const low = []; for (const section of document.querySelectorAll('.section')) { \
         section.style.contentVisibility = 'visible'; const { bottom } = section.getBoundingClientRect(); \
         for (const it of section.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')) \
         if (it.checkVisibility() && bottom < it.getBoundingClientRect().bottom + 5) low.push(section.id + ' ' + it.textContent); } \
         return low";
    let mut findings = Findings::new();
    world.size(1280, 900).await?;
    world.open("/").await?;
    world.until(parts::WORKED_OUT, "the sections").await?;
    let is_drawn: bool = world.js(DRAWN, &[]).await?;
    findings.expect(!is_drawn, || "a section twenty screens below is drawn".to_owned());
    world.js::<()>("location.hash = 'shock'", &[]).await?;
    world.until(DRAWN, "the section that was asked for").await?;
    findings
        .expect(world.until(FOUND, "its heading").await.is_ok(), || "a link misses its section".to_owned());
    let low: Vec<String> = world.js(OUTLINED, &[]).await?;
    findings.expect(low.is_empty(), || format!("no room for the outline of {low:?}"));
    world
        .js::<()>("document.querySelectorAll('.section').forEach(it => it.removeAttribute('style'))", &[])
        .await?;
    world.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    let on_paper: bool = world.js(ON_PAPER, &[]).await?;
    findings.expect(on_paper, || "sections are missing on paper".to_owned());
    world.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
    findings.done()
}
