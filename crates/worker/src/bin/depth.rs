//! The program of the worker: what the page works out off its main thread.

use core::pin::Pin;
use payenough_analysis::pieces::next_piece;
use wasm_bindgen::prelude::wasm_bindgen;

/// How many futures a link wants, and how many of them in full.
#[wasm_bindgen]
pub fn wanted(query: &str) -> Vec<u32> {
    payenough_worker::futures::wanted(query).into()
}

/// Net present values of futures `from` to `from + n`.
#[wasm_bindgen]
pub fn draw(query: &str, from: u32, n: u32) -> Vec<f64> {
    payenough_worker::futures::draw(query, from, n)
}

/// All figures of futures `from` to `from + n`, one row after the other.
#[wasm_bindgen]
pub fn figures(query: &str, from: u32, n: u32) -> Vec<f64> {
    payenough_worker::futures::figures(query, from, n)
}

/// What is worked out piece by piece, so that a page can do it between other things, and a worker can say how far it is.
#[wasm_bindgen]
pub struct Work(Option<Pin<Box<dyn Future<Output = String>>>>);

#[wasm_bindgen]
impl Work {
    /// The reply to a request of the page.
    pub fn answer(request: String) -> Self {
        Self(Some(Box::pin(async move { payenough_worker::depth::reply_in_pieces(&request).await })))
    }

    /// What futures 0, 1 and so on say, as the reply to a request of the page: `figures` are the rows of the first of them;
    /// `said` is the count of twenty that was said last, while a slider moves.
    pub fn conclude(query: String, width: u32, npv: Vec<f64>, figures: Vec<f64>, said: Option<u32>) -> Self {
        let work = async move {
            payenough_worker::futures::conclude_after(&query, width, &npv, &figures, said).await
        };
        Self(Some(Box::pin(work)))
    }

    /// Does the next piece; gives the reply with the last.
    pub fn step(&mut self) -> Option<String> {
        let reply = next_piece(self.0.as_mut()?.as_mut())?;
        self.0 = None;
        Some(reply)
    }
}

/// Memory in the browser: faster than the standard library's allocator there, and smaller.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}
