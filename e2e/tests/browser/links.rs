//! Links of every kind: the page shows the engine's native answer, and never nonsense.

use e2e::{Checked, Expected, Findings, Random, World, collapsed, parts};

use crate::sanity;

/// Broken links: malformed, truncated, with unknown or repeated keys, as people and programs produce them.
const JUNK: [&str; 40] = [
    "",
    "v=1",
    "d=2026-11",
    "v=0&d=2026-11",
    "v=99&d=2031-01&capex_usd=650e9",
    "v=one&d=2026-11",
    "v=1&d=1999-01&wacc_pct=11",
    "v=1&d=2026-11&p=no-such-preset",
    "v=1&d=2026-11&n=12&capex_usd=650e9",
    "v=1&d=2026-11&n=many",
    "v=1&d=2026-11&no_such_key_usd=5&another_pct=6",
    "v=1&d=2026-11&capex_usd=1e9&capex_usd=2e9",
    "v=1&d=2026-11&capex_usd=1",
    "v=1&d=2026-11&capex_usd=999e15",
    "v=1&d=2026-11&capex_usd=NaN",
    "v=1&d=2026-11&capex_usd=inf",
    "v=1&d=2026-11&capex_usd=-inf",
    "v=1&d=2026-11&capex_usd=1e400",
    "v=1&d=2026-11&capex_usd=1e-400",
    "v=1&d=2026-11&capex_usd=0x10",
    "v=1&d=2026-11&capex_usd=1_000",
    "v=1&d=2026-11&capex_usd=1e5",
    "v=1&d=2026-11&capex_usd=",
    "v=1&d=2026-11&capex_usd",
    "v=1&d=2026-11&ai_share_pct=40..60",
    "v=1&d=2026-11&ai_share_pct=60..40",
    "v=1&d=2026-11&ai_share_pct=50..50",
    "v=1&d=2026-11&ai_share_pct=%zz",
    "v=1&d=2026-11&ai_share_pct=%ff%fe",
    "v=1&d=2026-11&%F0%9F=5",
    "v=1&amp;d=2026-11&amp;ai_share_pct=50",
    "v=1&d=2026-11&ai_share_pct=50).,;!",
    "v=1&d=2026-11&__proto__=5&constructor=6&toString=7&hasOwnProperty=8",
    "v=1&d=2026-11&ai_share_pct=<script>alert(1)</script>",
    "v=1&d=2026-11&<img src=x onerror=alert(1)>=5",
    "v=1&d=2026-11&capex_basis=javascript:alert(1)",
    "v=1&d=2026-11&b.capex_usd=5e9",
    "utm_source=x&fbclid=y&childId=z&initialWidth=300",
    "?????&&&===",
    "v=1&d=2026-11&ai_share_pct=١٥&capex_basis=%E2%80%AEtxt",
];
/// For one in this many links the JSON is compared too.
const JSON_EVERY: usize = 10;

pub(crate) async fn a_hundred_valid_links_show_what_the_engine_says(world: &World) -> Checked {
    let mut random = Random::new(1);
    let links: Vec<String> = (0..100).map(|_| random.scenario().query()).collect();
    all_show_what_the_engine_says(world, &links).await
}

pub(crate) async fn a_hundred_careless_links_show_notices_and_no_nonsense(world: &World) -> Checked {
    let mut random = Random::new(2);
    let links: Vec<String> = (0..100).map(|_| random.careless_query()).collect();
    let n_noticed = links.iter().filter(|link| !Expected::of(link).notices.is_empty()).count();
    assert!(n_noticed > 50, "only {n_noticed} of the links are careless");
    all_show_what_the_engine_says(world, &links).await
}

pub(crate) async fn junk_links_open_with_a_notice(world: &World) -> Checked {
    let mut links: Vec<String> = JUNK.map(str::to_owned).into();
    links.push(format!("v=1&d=2026-11&note={}", "x".repeat(9_000)));
    all_show_what_the_engine_says(world, &links).await
}

async fn all_show_what_the_engine_says(world: &World, links: &[String]) -> Checked {
    let mut findings = Findings::new();
    for (at, link) in links.iter().enumerate() {
        let shown: String = link.chars().take(150).collect();
        if let Err(fault) = world.open_link(link).await {
            findings.expect(false, || format!("{shown}: {}", fault.0));
            break;
        }
        shows_what_the_engine_says(world, link, &shown, &mut findings).await?;
        if at % JSON_EVERY == 0 {
            world.click(parts::COPY_JSON).await?;
            let got = world.copied().await?;
            findings.same(
                &format!("the JSON of {shown}"),
                &got,
                &payenough_worker::answer(&format!("?{link}")),
            );
        }
        // Nothing was committed, so the address is unchanged.
        findings.expect(!world.js::<bool>(OPENED_DIALOG, &[]).await?, || format!("{shown} ran a script"));
    }
    findings.done()
}

/// Whether markup from a link was inserted into the document.
const OPENED_DIALOG: &str = "return document.querySelectorAll('main script, main img').length > 0";

async fn shows_what_the_engine_says(
    world: &World,
    link: &str,
    shown: &str,
    findings: &mut Findings,
) -> Checked {
    let expected = Expected::of(link);
    findings.same(&format!("the verdict of {shown}"), &world.verdict().await?, &expected.text());
    let notices = world.texts(parts::NOTICES).await?;
    findings.expect(notices.len() == expected.notices.len(), || {
        format!("{shown}: {} notices instead of {}: {notices:?}", notices.len(), expected.notices.len())
    });
    for notice in &expected.notices {
        let message = collapsed(&notice.message);
        findings.expect(notices.iter().any(|line| line.contains(&message)), || {
            format!("{shown}: no notice {message:?} among {notices:?}")
        });
    }
    let nonsense = sanity::nonsense(world).await?;
    findings.expect(nonsense.is_empty(), || format!("{shown}: {nonsense:?}"));
    let errors = world.errors().await?;
    findings.expect(errors.is_empty(), || format!("{shown}: {errors:?}"));
    Ok(())
}
