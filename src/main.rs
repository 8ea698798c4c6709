//! The page: panic hook and mount, nothing else. It is a program for the browser; natively there is nothing of it.

#[cfg(target_arch = "wasm32")]
mod ui;

/// Memory in the browser: faster than the standard library's allocator there, and smaller.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        console_error_panic_hook::set_once();
        ui::mount();
    }
}
