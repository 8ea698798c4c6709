//! The program that draws futures and the first screen, in workers or on the main thread. On the main thread it also
//! coordinates the workers.

use payenough_worker::futures::answer;
use payenough_worker::protocol::Program;
use payenough_worker::web::{self, Boot, Port};
use wasm_bindgen::prelude::*;

/// Answers the jobs for this program that arrive at a port.
///
/// # Errors
///
/// If the browser cannot send messages.
#[wasm_bindgen]
pub fn serve(port: Port) -> Result<(), JsValue> {
    web::serve(Program::Futures, port, |task| Box::pin(answer(task)))
}

/// Starts the coordinator of the page's workers.
#[wasm_bindgen]
pub fn coordinate(boot: Boot) {
    web::coordinate(boot);
}

/// The allocator. In the browser it is faster and smaller than that of the standard library.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}
