//! The page's program: it sets the panic hook and mounts the page. It is compiled for the browser only; natively it is
//! empty.

#[cfg(target_arch = "wasm32")]
mod ui;

/// Allocator in the browser: it is faster and smaller there than the allocator of the standard library.
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
