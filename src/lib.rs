//! payenough: will users pay enough to justify the capex and the opex of AI inference?
//!
//! The layers, lowest first; a file may name its own layer and any before it (`tests/layering.rs`).

pub mod engine;
pub mod inquiry;
pub mod model;
pub mod scenario;
pub mod sheet;
pub mod ui;
pub mod units;
pub mod worker;

/// Memory in the browser: faster than the standard library's allocator there, and smaller.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
