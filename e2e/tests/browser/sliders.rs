//! Every way to set a number leads to the same state, and the slider never limits what may be typed.

use e2e::{Checked, Expected, Findings, World, parts};
use payenough_model::scenario::Scenario;
use payenough_model::{InputId, Kind, Place, Scale, Setting};
use payenough_view::{field, slider};
use serde_json::json;
use thirtyfour::Key;

const SLIDE: &str = r"
    const it = document.querySelector(arguments[0]);
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    for (const share of [0.2, 0.5, arguments[1]]) {
      set.call(it, String(Number(it.max) * share));
      it.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    it.dispatchEvent(new Event('change', { bubbles: true }));";

/// The query after the address bar has settled.
async fn settled(world: &World) -> Checked<String> {
    tokio::time::sleep(tokio::time::Duration::from_millis(500)).await;
    world.query_after("").await
}

pub(crate) async fn slider_buttons_arrows_and_typing_agree(world: &World) -> Checked {
    let mut findings = Findings::new();
    let numbers = || InputId::ALL.into_iter().filter(|id| matches!(id.spec().kind, Kind::Number));
    let levers = numbers().filter(|id| id.spec().place == Place::Lever);
    let others = [Scale::Linear, Scale::Log]
        .into_iter()
        .filter_map(|scale| numbers().find(|id| id.spec().scale == scale && can_go_both_ways(id)));
    for id in levers.chain(others) {
        let key = id.spec().key;
        for way in ["slide", "right", "left", "raise", "lower"] {
            world.open("/").await?;
            go(world, key, way).await?;
            agrees_with_typing(world, id, way, &mut findings).await?;
        }
    }
    findings.done()
}

/// Whether the slider of an input starts between its ends.
fn can_go_both_ways(id: &InputId) -> bool {
    let spec = id.spec();
    spec.place == Place::Fine && spec.soft.0 < spec.default && spec.default < spec.soft.1
}

async fn go(world: &World, key: &str, way: &str) -> Checked {
    let slider = parts::slider(key);
    match way {
        "slide" => world.js::<()>(SLIDE, &[json!(slider), json!(0.8)]).await,
        "right" => world.press(&slider, Key::Right).await,
        "left" => world.press(&slider, Key::Left).await,
        "raise" => world.click(&parts::raise(key)).await,
        _ => world.click(&parts::lower(key)).await,
    }
}

/// Checks that typing the text that the field shows gives the same address and the same answer.
async fn agrees_with_typing(world: &World, id: InputId, way: &str, findings: &mut Findings) -> Checked {
    let key = id.spec().key;
    let query = settled(world).await?;
    let what = format!("{key} by {way}");
    let scenario = Expected::of(&query).scenario;
    let start = Scenario::starting_point();
    let (from, to) = (start.get(id), scenario.get(id));
    findings.expect(scenario.query() == query, || format!("{what}: the address is {query:?}"));
    let expected_move = match way {
        "slide" => from != to,
        "right" | "raise" => from < to,
        _ => to < from,
    };
    findings.expect(expected_move, || format!("{what}: from {from} to {to}"));
    findings.same(&format!("the verdict of {what}"), &world.verdict().await?, &Expected::of(&query).text());
    let text = world.value(&parts::field(key)).await?;
    world.open("/").await?;
    world.type_into(&parts::field(key), &text).await?;
    world.press(&parts::field(key), Key::Enter).await?;
    findings.same(&format!("{what}, then {text:?} typed"), &world.query_after(&query).await?, &query);
    Ok(())
}

pub(crate) async fn a_value_beyond_the_slider_is_used_and_pins_it(world: &World) -> Checked {
    let mut findings = Findings::new();
    let beyond =
        InputId::ALL.into_iter().filter(|id| matches!(id.spec().kind, Kind::Number)).filter_map(|id| {
            let value = 3.0 * id.spec().soft.1;
            Scenario::starting_point().try_with(id, value).map(|scenario| (id, value, scenario))
        });
    let chosen: Vec<_> = beyond.collect();
    findings
        .expect(chosen.len() >= 5, || format!("only {} inputs can be set beyond their slider", chosen.len()));
    for (id, value, scenario) in chosen.into_iter().step_by(4) {
        let key = id.spec().key;
        world.open("/").await?;
        world.type_into(&parts::field(key), &format!("{value}")).await?;
        world.press(&parts::field(key), Key::Enter).await?;
        let query = scenario.query();
        findings.same(&format!("{value} in {key}"), &world.query_after(&query).await?, &query);
        let expected = Expected::of_scenario(scenario).text();
        findings.same(&format!("the verdict of {value} in {key}"), &world.verdict().await?, &expected);
        findings.same(&format!("the error of {value} in {key}"), &world.text(&parts::error(key)).await?, "");
        let script =
            "const it = document.querySelector(arguments[0]); return Number(it.value) === Number(it.max)";
        let pinned: bool = world.js(script, &[json!(parts::slider(key))]).await?;
        findings.expect(pinned, || format!("{value} in {key}: the slider is not at its end"));
    }
    findings.done()
}

/// Presses an arrow key three times on every slider, and returns what the fields show after each press. The page handles
/// these keys itself, so that browsers do not differ.
const PRESS: &str = r"
    const key = arguments[0], all = [];
    for (const it of document.querySelectorAll('input[type=range]')) {
      const field = document.getElementById(it.id.replace('range-', 'in-')), shown = [];
      for (let press = 0; press < 3; press += 1) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        const is_handled = !it.dispatchEvent(event);
        await new Promise(then => setTimeout(then));
        shown.push(is_handled ? field.value : 'not handled');
      }
      all.push([field.name, shown]);
    }
    return all;";

pub(crate) async fn every_press_of_an_arrow_key_moves_one_step(world: &World) -> Checked {
    let mut findings = Findings::new();
    for (key, direction) in [("ArrowRight", 1.0), ("ArrowUp", 1.0), ("ArrowLeft", -1.0), ("ArrowDown", -1.0)]
    {
        world.open("/").await?;
        world.until(parts::WORKED_OUT, "the sections").await?;
        let script = format!("return (async () => {{ {PRESS} }})()");
        let all: Vec<(String, Vec<String>)> = world.js(&script, &[json!(key)]).await?;
        let n_numbers = InputId::ALL.into_iter().filter(|id| matches!(id.spec().kind, Kind::Number)).count();
        findings.expect(all.len() >= n_numbers, || format!("{} sliders of {n_numbers} numbers", all.len()));
        for (name, shown) in all {
            let Some(id) = InputId::ALL.into_iter().find(|id| id.spec().key == name) else { continue };
            let (spec, mut value) = (id.spec(), Scenario::starting_point().get(id));
            let mut expected = Vec::new();
            for _ in 0..3 {
                value = slider::arrow(spec, value, direction);
                expected.push(field::text(spec, Setting::Number(value)));
            }
            findings.expect(shown == expected, || format!("{key} in {name}: {shown:?} and not {expected:?}"));
        }
    }
    findings.done()
}
