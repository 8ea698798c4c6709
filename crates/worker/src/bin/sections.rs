//! The program that computes everything below the first screen, in workers or on the main thread.

use payenough_worker::protocol::Program;
use payenough_worker::sections::answer;
use payenough_worker::web::{self, Port};
use wasm_bindgen::prelude::*;

/// Answers the jobs for this program that arrive at a port.
///
/// # Errors
///
/// If the browser cannot send messages.
#[wasm_bindgen]
pub fn serve(port: Port) -> Result<(), JsValue> {
    web::serve(Program::Sections, port, |task| Box::pin(answer(task)))
}

/// The allocator. In the browser it is faster and smaller than that of the standard library.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}
