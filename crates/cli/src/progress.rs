//! A line on the terminal that says how far the simulated futures are. Where the error stream is a file or a pipe it stays
//! silent.

use std::io::{self, IsTerminal as _, Write};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use payenough_quantities::print;

/// The line is written at most this often.
const PAUSE: Duration = Duration::from_millis(100);

/// Counts futures that are worked out, from several threads.
pub(crate) struct Progress<W: Write> {
    n_total: u32,
    n_done: AtomicU32,
    /// The terminal, and when the line was last written; `None` where there is no terminal.
    terminal: Option<Mutex<(W, Instant)>>,
}

impl Progress<io::Stderr> {
    /// Of so many futures, on the error stream if that is a terminal.
    pub(crate) fn on_stderr(n_total: u32) -> Self {
        let stderr = io::stderr();
        Self::new(n_total, stderr.is_terminal().then_some(stderr))
    }
}

impl<W: Write> Progress<W> {
    fn new(n_total: u32, terminal: Option<W>) -> Self {
        let terminal = terminal.map(|it| Mutex::new((it, Instant::now())));
        Self { n_total, n_done: AtomicU32::new(0), terminal }
    }

    /// So many more are done.
    pub(crate) fn add(&self, n: u32) {
        let n_done = self.n_done.fetch_add(n, Ordering::Relaxed) + n;
        let Some(terminal) = &self.terminal else { return };
        let mut terminal = terminal.lock().unwrap_or_else(PoisonError::into_inner);
        if terminal.1.elapsed() >= PAUSE {
            let [done, total] = [n_done, self.n_total].map(|n| print::number(f64::from(n), 9));
            terminal.1 = Instant::now();
            // A terminal that went away misses nothing.
            let _ =
                write!(terminal.0, "\r{done} of {total} simulated futures").and_then(|()| terminal.0.flush());
        }
    }
}

impl<W: Write> Drop for Progress<W> {
    /// Clears the line, so that what is printed next begins at its left end.
    fn drop(&mut self) {
        if let Some(terminal) = &self.terminal {
            let mut terminal = terminal.lock().unwrap_or_else(PoisonError::into_inner);
            let _ = write!(terminal.0, "\r\x1b[K").and_then(|()| terminal.0.flush());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_many_are_done_and_is_cleared() {
        let mut written = Vec::new();
        let progress = Progress::new(100_000, Some(&mut written));
        progress.add(4096);
        std::thread::sleep(PAUSE);
        progress.add(4096);
        drop(progress);
        let text = String::from_utf8(written).expect("it writes text");
        assert_eq!(text, "\r8,192 of 100,000 simulated futures\r\x1b[K");
    }

    #[test]
    fn without_a_terminal_it_counts_in_silence() {
        let progress = Progress::<Vec<u8>>::new(10, None);
        progress.add(10);
        assert!(progress.terminal.is_none() && progress.n_done.load(Ordering::Relaxed) == 10);
    }
}
