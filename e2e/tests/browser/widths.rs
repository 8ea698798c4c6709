//! No page scrolls sideways at any width. Wider content scrolls in its own region, which the keyboard can reach.

use e2e::{Checked, Findings, World, parts};
use serde::Deserialize;
use thirtyfour::Key;

const WIDTHS: [u32; 8] = [320, 360, 375, 414, 768, 1024, 1280, 1920];
const OPEN_ALL: &str = "document.querySelectorAll('details').forEach(it => it.open = true)";
/// Makes all sections visible before measuring, because skipped sections would clip overflow.
const MEASURE: &str = r"
    document.querySelectorAll('.section').forEach(it => it.style.contentVisibility = 'visible');
    const wide = document.documentElement.scrollWidth, inside = window.innerWidth;
    const over = [], unreached = [], cut = [];
    for (const section of document.querySelectorAll('.section')) {
      const room = section.getBoundingClientRect();
      for (const it of section.querySelectorAll('*')) {
        if (it.closest('.scroller, .hidden, thead') || it.closest('svg') && !/^(svg|text)$/.test(it.tagName)) continue;
        const { left, right, width } = it.getBoundingClientRect();
        if (width > 0 && (left < room.left - 0.5 || right > room.right + 0.5)) cut.push(section.id + ' ' + it.tagName + ' ' + it.textContent.slice(0, 20));
      }
    }
    for (const it of document.querySelectorAll('body *')) {
      if (it.closest('.hidden')) continue;
      const style = getComputedStyle(it);
      if (/auto|scroll/.test(style.overflowX) && it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0
          && it.tagName !== 'TEXTAREA' && !(it.tabIndex === 0 && it.getAttribute('role') === 'region'
          && it.getAttribute('aria-label'))) unreached.push(it.tagName + '.' + it.className);
      if (wide > inside && !it.closest('.scroller, svg') && it.getBoundingClientRect().right > inside + 1)
        over.push(it.tagName + '.' + (it.className.baseVal ?? it.className));
    }
    for (const it of document.querySelectorAll('.money thead th'))
      if (it.scrollWidth > it.clientWidth + 1) cut.push('a head, ' + it.textContent);
    return { wide, inside, over: over.slice(0, 5), unreached, cut: cut.slice(0, 5) };";

#[derive(Deserialize)]
struct Measured {
    wide: f64,
    inside: f64,
    over: Vec<String>,
    unreached: Vec<String>,
    cut: Vec<String>,
}

pub(crate) async fn no_page_scrolls_sideways_at_any_width(world: &World) -> Checked {
    let mut findings = Findings::new();
    for path in ["/", "/embed/", "/?v=1&d=2026-11&n=9&capex_usd=1e14&wacc_pct=what&nonsense=yes"] {
        world.open(path).await?;
        for state in ["closed", "open"] {
            if state == "open" {
                world.js::<()>(OPEN_ALL, &[]).await?;
                world.until("return !/Loading…/.test(document.body.textContent)", "the tables").await?;
            }
            for width in WIDTHS {
                measure(world, path, state, width, &mut findings).await?;
            }
        }
    }
    the_table_is_reached_by_tab(world, &mut findings).await?;
    findings.done()
}

async fn measure(world: &World, path: &str, state: &str, width: u32, findings: &mut Findings) -> Checked {
    world.size(width, 800).await?;
    let drawn = "const done = arguments[arguments.length - 1]; \
         requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)))";
    world.driver.execute_async(drawn, Vec::new()).await?;
    world.until(parts::WORKED_OUT, "the sections").await?;
    let Measured { wide, inside, over, unreached, cut } = world.js(MEASURE, &[]).await?;
    let what = format!("{path} ({state}) at {width} px");
    findings.expect(wide <= inside, || format!("{what} is {wide} px wide: {over:?}"));
    findings.expect(inside == f64::from(width), || format!("{what} has {inside} px inside"));
    findings.expect(cut.is_empty(), || format!("{what}: a section cuts off {cut:?}"));
    findings.expect(unreached.is_empty(), || format!("{what}: no keyboard reaches {unreached:?}"));
    Ok(())
}

/// Checks that at 320 px the yearly table scrolls in its region by keyboard alone.
async fn the_table_is_reached_by_tab(world: &World, findings: &mut Findings) -> Checked {
    world.size(320, 800).await?;
    world.open("/").await?;
    world.until(parts::WORKED_OUT, "the sections").await?;
    let region = format!(".scroller:has({})", parts::YEARLY);
    world.reveal(&region).await?;
    let before = "const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, \
         [tabindex]')].filter(it => it.checkVisibility()); const at = all.indexOf(document.querySelector('.scroller:has(table.yearly)')); \
         all[at - 1].focus(); return at > 0";
    let found: bool = world.js(before, &[]).await?;
    findings.expect(found, || "the yearly table's region is not focusable".to_owned());
    let active = world.driver.active_element().await?;
    active.send_keys(thirtyfour::common::keys::TypingData::from(Key::Tab)).await?;
    let focused = "return document.activeElement === document.querySelector('.scroller:has(table.yearly)')";
    let is_focused: bool = world.js(focused, &[]).await?;
    findings.expect(is_focused, || "Tab does not lead to the yearly table".to_owned());
    let active = world.driver.active_element().await?;
    active.send_keys(thirtyfour::common::keys::TypingData::from(Key::Right)).await?;
    let moved = "return document.querySelector('.scroller:has(table.yearly)').scrollLeft > 0";
    findings.expect(world.until(moved, "the table to scroll").await.is_ok(), || {
        "the arrow keys do not scroll the yearly table".to_owned()
    });
    Ok(())
}
