//! The program of the worker: what the page works out off its main thread.

use wasm_bindgen::prelude::wasm_bindgen;

/// The reply to a request of the page.
#[wasm_bindgen]
pub fn answer(request: &str) -> String {
    payenough::worker::depth::reply(request)
}

fn main() {}
