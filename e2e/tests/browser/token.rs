//! What a token costs: impossible choices are explained with a button that fixes them, and the tables show the engine's
//! figures.

use e2e::{Checked, Expected, Findings, World, parts};
use payenough_analysis::report::Serving;
use payenough_analysis::serving::{advice, cost_sentence, price_hints};
use payenough_analysis::working::plain;
use payenough_engine::serving::operation::Operation;
use payenough_engine::unit_cost::UnitCost;
use payenough_model::{Inputs, MessageKind};

const ADVICE: &str = "return [...document.querySelectorAll('#token .advice')].map(it => [...it.childNodes] \
     .filter(part => !part.matches?.('[data-set]')).map(part => part.textContent).join('').trim())";
const BUTTONS: &str = "return document.querySelectorAll('#token .advice [data-set]').length";
const COLUMN: &str = "return [...document.querySelectorAll('#token table')].at(-1).tBodies[0].rows.length";

/// All advice on the page.
async fn advice_shown(world: &World) -> Checked<String> {
    world.until(parts::WORKED_OUT, "the sections").await?;
    Ok(world.js::<Vec<String>>(ADVICE, &[]).await?.join(" | "))
}

pub(crate) async fn impossible_choices_have_advice_with_a_button_that_helps(world: &World) -> Checked {
    let mut findings = Findings::new();
    world.open("/").await?;
    findings.same("advice at the start", &advice_shown(world).await?, "");
    let link = "v=1&d=2026-11&chip=h100&model=llama31-405b&group_n=2&speed_tok_s=400";
    world.open_link(link).await?;
    let scenario = Expected::of(link).scenario;
    let inputs = Inputs::read(scenario.values());
    let expected: Vec<String> = advice(&inputs, &Operation::of(&inputs))
        .into_iter()
        .chain(price_hints(&inputs))
        .map(|it| plain(&it.text))
        .collect();
    findings.expect(expected.len() >= 4, || format!("only {expected:?}"));
    findings.same("advice", &advice_shown(world).await?, &expected.join(" | "));
    // The hint that a chip's price excludes its server has no button.
    let kept: Vec<String> =
        price_hints(&inputs).into_iter().filter(|it| it.change.is_none()).map(|it| plain(&it.text)).collect();
    for _ in 0..8 {
        let left = world.js::<u32>(BUTTONS, &[]).await?;
        if left == 0 {
            break;
        }
        world.click("#token .advice [data-set]").await?;
        for _ in 0..100 {
            if world.js::<u32>(BUTTONS, &[]).await? != left {
                break;
            }
        }
    }
    findings.same("advice that is left", &advice_shown(world).await?, &kept.join(" | "));
    world.until("return /precision=fp8/.test(location.search)", "the precision in the address").await?;
    findings.done()
}

pub(crate) async fn token_costs_are_those_of_the_engine(world: &World) -> Checked {
    let mut findings = Findings::new();
    for link in ["v=1&d=2026-11", "v=1&d=2026-11&p=deepseek-day", "v=1&d=2026-11&speed_tok_s=60&group_n=72"] {
        world.open_link(link).await?;
        world.until(parts::WORKED_OUT, "the sections").await?;
        let inputs = Inputs::read(Expected::of(link).scenario.values());
        let sentence = plain(&cost_sentence(&inputs, &UnitCost::of(&inputs)));
        let said = world.text("#token").await?;
        findings.expect(said.contains(&sentence), || format!("{link} does not say {sentence:?}"));
        let serving = Serving::of(&inputs);
        let names = world.texts("#token table:last-of-type tbody th").await?;
        for (kind, cost) in MessageKind::ALL.into_iter().zip(&serving.capabilities) {
            findings.expect(names.iter().any(|name| name == kind.label()), || {
                format!("{link} lacks {}", kind.label())
            });
            findings.expect(cost.usd > 0.0, || format!("{link}: {} costs {}", cost.kind, cost.usd));
        }
        let n_rows: usize = world.js(COLUMN, &[]).await?;
        findings.expect(n_rows == MessageKind::COUNT, || format!("{link}: {n_rows} rows of capabilities"));
    }
    findings.done()
}
