//! The same work on many things, side by side: whichever thread takes which, the answers come in one order.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// As many threads as the machine runs at once.
pub fn all() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// What `work` makes of the numbers below `count`, in their order, on up to `threads` threads. They are begun in order.
pub fn each<T: Send>(count: usize, threads: usize, work: &(dyn Fn(usize) -> T + Sync)) -> Vec<T> {
    let places: Vec<Mutex<Option<T>>> = (0..count).map(|_| Mutex::new(None)).collect();
    let next = AtomicUsize::new(0);
    let run = || {
        loop {
            let i = next.fetch_add(1, Ordering::Relaxed);
            let Some(place) = places.get(i) else { return };
            let made = work(i);
            if let Ok(mut place) = place.lock() {
                *place = Some(made);
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads.clamp(1, count.max(1)) {
            scope.spawn(run);
        }
        run();
    });
    // A thread that panicked has taken the scope along, so every place is filled.
    places.into_iter().filter_map(|place| place.into_inner().ok().flatten()).collect()
}
