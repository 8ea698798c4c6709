//! What does not fit into a link is kept in a file, and the page agrees with itself meanwhile.

use e2e::{Checked, Expected, Findings, World, parts};
use payenough_model::InputId;
use payenough_model::scenario::query::{MAX_QUERY_CHARS, is_too_long};
use payenough_model::scenario::{Scenario, read_settings, saved};
use payenough_view::slider;
use serde_json::json;

use crate::futures::{OVER, at_length};

/// The longest scenario that a link holds: ranges with long numbers, input after input.
fn longest_link() -> Scenario {
    let mut longest = Scenario::starting_point();
    for id in InputId::ALL.into_iter().filter(|id| id.spec().takes_range()) {
        let (low, high) = id.spec().soft;
        let at = |place: f64| low + (high - low) * place;
        let next = longest.try_set(id, &[at(0.123_456), at(0.623_456), at(0.723_456)]).unwrap_or(longest);
        // room for the last change of the count and of one number is not left
        if is_too_long(&next.query()) {
            break;
        }
        longest = next;
    }
    longest
}

pub(crate) async fn settings_beyond_a_link_are_saved_and_opened_as_a_file(world: &World) -> Checked {
    let mut findings = Findings::new();
    let longest = longest_link();
    let query = longest.query();
    findings.expect(query.len() > MAX_QUERY_CHARS - 100, || format!("only {} characters", query.len()));
    world.open_link(&query).await?;
    at_length(world, OVER, "all futures").await?;
    // Some more changes, by hand, and the link is too long.
    let mut scenario = longest;
    for id in InputId::ALL.into_iter().filter(|id| longest.get(*id) == Scenario::starting_point().get(*id)) {
        let changed = scenario.try_with(id, slider::nudge(id.spec(), scenario.get(id), 1.0));
        let is_number = matches!(id.spec().kind, payenough_model::Kind::Number);
        if let Some(changed) = changed.filter(|it| is_number && *it != scenario) {
            world.click(&parts::raise(id.spec().key)).await?;
            scenario = changed;
        }
        if is_too_long(&scenario.query()) {
            break;
        }
    }
    findings.expect(is_too_long(&scenario.query()), || "it still fits".to_owned());
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    let notices = world.texts(parts::NOTICES).await?;
    findings.expect(notices.iter().any(|it| it.contains("too many for a link")), || format!("{notices:?}"));
    at_length(world, parts::ANSWERED, "the answer").await?;
    findings.same("the answer", &world.verdict().await?, &Expected::of_scenario(scenario).text());
    let address: String = world.js("return location.search.slice(1)", &[]).await?;
    findings.expect(!is_too_long(&address), || format!("the address has {} characters", address.len()));
    world.click(parts::COPY_LINK).await?;
    let said = world.text(parts::COPIED).await?;
    findings.expect(said.contains("Save them as a file"), || format!("the copied link says {said:?}"));
    let n_copied: usize = world.js("return window.__seen.copied.length", &[]).await?;
    findings.expect(n_copied == 0, || "a link that is too long was copied".to_owned());
    world.click("#save-file").await?;
    let file = world.offered_file().await?;
    findings.same("the file", &file, &saved(&scenario));
    findings.expect(read_settings(&file).0 == scenario, || "the file holds another scenario".to_owned());
    // The file opens in a page that shows something else.
    world.open("/").await?;
    open_file(world, &file).await?;
    at_length(world, "return document.querySelectorAll('#changed li').length > 100", "the file").await?;
    at_length(world, parts::ANSWERED, "the answer to the file").await?;
    findings.same("the opened answer", &world.verdict().await?, &Expected::of_scenario(scenario).text());
    // A file that fits into a link becomes one, and another file changes nothing.
    let four = Scenario::starting_point().with(InputId::accelerator_life, 4.0);
    open_file(world, &saved(&four)).await?;
    findings.same("the address", &world.query_after(&four.query()).await?, &four.query());
    open_file(world, "a letter").await?;
    world
        .until(
            "return document.querySelector('#share [role=status]').textContent.includes('no settings')",
            "a line",
        )
        .await?;
    findings.same("the address after a letter", &world.query_after(&four.query()).await?, &four.query());
    findings.done()
}

/// Chooses a file with this text.
async fn open_file(world: &World, text: &str) -> Checked {
    let script = "const it = document.querySelector('#open-file'), all = new DataTransfer(); \
         all.items.add(new File([arguments[0]], 'settings.txt', { type: 'text/plain' })); it.files = all.files; \
         it.dispatchEvent(new Event('change', { bubbles: true }))";
    world.js::<()>(script, &[json!(text)]).await
}
