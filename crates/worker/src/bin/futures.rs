//! The program that draws futures and the first screen, in workers or on the page. On the page it also coordinates them.

use payenough_worker::futures::answer;
use payenough_worker::protocol::Program;
use payenough_worker::web::{self, Boot, Port};
use wasm_bindgen::prelude::*;

/// Answers the jobs for this program that arrive at a port, from now on.
///
/// # Errors
///
/// If the browser cannot send messages.
#[wasm_bindgen]
pub fn serve(port: Port) -> Result<(), JsValue> {
    web::serve(Program::Futures, port, |task| Box::pin(answer(task)))
}

/// Coordinates the workers of the page from now on.
#[wasm_bindgen]
pub fn coordinate(boot: Boot) {
    web::coordinate(boot);
}

/// Memory in the browser: faster than the standard library's allocator there, and smaller.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}
