//! What the page uses of the browser: address bar, clipboard, downloads, widths. If the browser refuses, the function
//! returns and never panics.

use gloo_file::{Blob, ObjectUrl};
use js_sys::Reflect;
use js_sys::futures::JsFuture;
use leptos::prelude::document;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    Element, HtmlAnchorElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Location, Response,
};
use std::time::Duration;

/// The time after which a file that has not arrived counts as missing.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// The window of the page.
fn window() -> Option<leptos::web_sys::Window> {
    leptos::web_sys::window()
}

fn location() -> Option<Location> {
    window().map(|window| window.location())
}

/// The query of the address, with `?`; empty if there is none.
pub(super) fn query() -> String {
    location().and_then(|location| location.search().ok()).unwrap_or_default()
}

/// The address up to the query.
pub(super) fn base_address() -> String {
    let href = location().and_then(|location| location.href().ok()).unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The folder of the page: its address without a file name and without `embed/`.
pub(super) fn root_address() -> String {
    let base = base_address();
    let folder = base.rsplit_once('/').map_or(base.as_str(), |(folder, _)| folder);
    format!("{}/", folder.strip_suffix("/embed").unwrap_or(folder))
}

/// How the address bar takes on a new scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Replaces the current entry of the history.
    Replace,
    /// Adds a new entry to the history.
    Push,
}

/// Writes a query to the address bar. A refusal by the browser (too many calls, a sandbox) is ignored.
pub(super) fn write_query(query: &str, step: Step) {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return };
    let hash = location().and_then(|location| location.hash().ok()).unwrap_or_default();
    let url = if query.is_empty() { base_address() } else { format!("?{query}{hash}") };
    let _refused = match step {
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// Whether the page is inside a frame.
pub(super) fn in_frame() -> bool {
    let Some(window) = window() else { return false };
    let parent = Reflect::get(&window, &"parent".into()).unwrap_or(JsValue::NULL);
    !parent.loose_eq(&JsValue::from(window))
}

/// The root element of the document.
pub(super) fn root() -> Option<Element> {
    document().document_element()
}

/// Whether a slider is moving. The coordinator of the workers marks this on the root element.
pub(super) fn is_moving() -> bool {
    root().is_some_and(|root| root.has_attribute("data-moving"))
}

/// Marks on the root element whether something keeps answers from arriving, for the style sheet.
pub(super) fn mark_trouble(is_trouble: bool) {
    if let Some(root) = root() {
        let _marked = root.toggle_attribute_with_force("data-trouble", is_trouble);
    }
}

/// The answer as the page shows it; `None` while it shows none for this scenario.
pub(super) fn headline() -> Option<String> {
    let shown = document().query_selector(".verdict :not(.pending, .old) > .headline").ok().flatten();
    shown.and_then(|it| it.text_content())
}

/// Width of the first chart in whole CSS pixels, which is that of every chart beside inputs; 0 if there is no chart.
pub(super) fn chart_width() -> u32 {
    let chart = document().query_selector("#app .chart").ok().flatten();
    chart.map_or(0, |it| it.get_bounding_client_rect().width() as u32)
}

/// Width of the window in CSS pixels.
pub(super) fn window_width() -> f64 {
    window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64()).unwrap_or(800.0)
}

/// Moves the focus into the panel on how a number is worked out, unless the panel already has it.
pub(super) fn focus_panel() {
    let Some(panel) = document().get_element_by_id("working") else { return };
    let is_inside = document().active_element().is_some_and(|it| panel.contains(Some(&it)));
    if let (false, Ok(panel)) = (is_inside, panel.dyn_into::<HtmlElement>()) {
        let _unfocused = panel.focus();
    }
}

/// Copies text to the clipboard; false if there is no clipboard or the browser refuses.
pub(super) async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into()).unwrap_or(JsValue::UNDEFINED);
    if clipboard.is_undefined() || clipboard.is_null() {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// Selects all text of a field, so that the reader can copy it.
pub(super) fn select(field: &HtmlTextAreaElement) {
    let _unfocused = field.focus();
    field.select();
}

/// Offers text as a file to download.
pub(super) fn download(name: &str, text: &str) -> Result<(), JsValue> {
    // The address is taken back when it is dropped.
    let address = ObjectUrl::from(Blob::new(text));
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Ok(())
}

/// Longest file that is opened, in bytes. Saved settings have at most a quarter of that.
const LONGEST_FILE: f64 = 65_536.0;

/// The text of the file that the reader chose. The field is cleared, so that the same file can be chosen again.
pub(super) async fn chosen_text(field: &HtmlInputElement) -> Option<String> {
    let file = field.files()?.get(0)?;
    let text = (file.size() <= LONGEST_FILE).then(|| file.text());
    field.set_value("");
    JsFuture::from(text?).await.ok()?.as_string()
}

/// The text of one of the page's own static files.
pub(super) async fn file(path: &str) -> Option<String> {
    let address = format!("{}{path}", root_address());
    let response: Response =
        JsFuture::from(window()?.fetch_with_str(&address)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
