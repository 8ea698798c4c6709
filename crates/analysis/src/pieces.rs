//! Long computations in pieces, so that their thread can do other work between two pieces. A computation is an `async`
//! function that pauses between pieces. However it is driven, it does the same work in the same order.

use core::future::Future;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use payenough_engine::futures::{self, Column};
use payenough_model::{InputId, Values};

/// Number of futures in one piece. The second figure applies if each future searches for the best life of its
/// accelerators, which takes about 25 times as long.
const PIECE: [usize; 2] = [256, 4];

/// Ends a piece. The work continues when it is polled again.
pub fn pause() -> impl Future<Output = ()> {
    Pause { is_over: false }
}

struct Pause {
    is_over: bool,
}

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if self.is_over {
            return Poll::Ready(());
        }
        self.is_over = true;
        Poll::Pending
    }
}

/// Runs the next piece of some work; returns the result if it was the last piece.
pub fn next_piece<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

/// Runs all pieces one after the other.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Some(result) = next_piece(work.as_mut()) {
            return result;
        }
    }
}

/// [`futures::net_present_values`] in pieces, with identical bits.
pub async fn net_present_values(base: &Values, columns: &[Column], n_futures: usize) -> Vec<f64> {
    let size = PIECE[usize::from(base.get(InputId::retire_early) != 0.0)];
    let mut answers = Vec::with_capacity(n_futures);
    for from in (0..n_futures).step_by(size) {
        let to = (from + size).min(n_futures);
        // A column's last value also applies beyond its end.
        let part = |values: &[f64]| {
            let last = values.len().saturating_sub(1);
            values
                .get(from.min(last)..to.min(values.len()))
                .filter(|it| !it.is_empty())
                .map_or_else(|| values.last().copied().into_iter().collect(), <[f64]>::to_vec)
        };
        let part = |it: &Column| Column { id: it.id, values: part(&it.values) };
        let part: Vec<Column> = columns.iter().map(part).collect();
        answers.extend(futures::net_present_values(base, &part, to - from));
        pause().await;
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_runs_one_piece_per_poll() {
        let mut done = Vec::new();
        {
            let mut work = pin!(async {
                for n in 0..3 {
                    done.push(n);
                    pause().await;
                }
                "all"
            });
            for _ in 0..3 {
                assert_eq!(next_piece(work.as_mut()), None);
            }
            assert_eq!(next_piece(work.as_mut()), Some("all"));
        }
        assert_eq!(done, [0, 1, 2]);
        assert_eq!(at_once(async { 7 }), 7);
    }

    #[test]
    fn pieces_give_the_same_bits_as_one_run() {
        let n = 3 * PIECE[0] / 2;
        let rising = |id: InputId, len: usize| {
            let (low, high) = (id.spec().low, id.spec().high);
            let values = (0..len).map(|at| low + (high - low) * at as f64 / n as f64).collect();
            Column { id, values }
        };
        let columns = [
            rising(InputId::discount_rate, n),
            rising(InputId::accelerator_life, n / 3),
            rising(InputId::api_price, PIECE[0]),
            rising(InputId::seat_price, 0),
        ];
        for retires_early in [0.0, 1.0] {
            let n = if retires_early == 0.0 { n } else { 2 * PIECE[1] + 1 };
            let base = Values::STARTING_POINT.with(InputId::retire_early, retires_early);
            let whole = futures::net_present_values(&base, &columns, n);
            assert_eq!(whole, at_once(net_present_values(&base, &columns, n)));
        }
    }
}
