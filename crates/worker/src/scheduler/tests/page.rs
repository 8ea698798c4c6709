//! Tests without workers: the main thread does the jobs itself, in slices.

use super::super::State;
use super::*;

fn n_of(task: &Task) -> Option<u32> {
    match *task {
        Task::Begin { n, .. } | Task::Draw { n, .. } | Task::Figures { n, .. } => Some(n),
        Task::Conclude { .. } | Task::Sections { .. } => None,
    }
}

#[test]
fn the_main_thread_gives_the_same_answers() {
    let mut world = World::without_workers();
    assert_eq!(world.hired.iter().filter(|it| it.1 == Place::Page).count(), 1);
    world.request_all("a");
    world.settle();
    assert_eq!(world.answers(), ["a: 0 of 2048", "a: 2048 of 2048", "a: 2048 of 4096"]);
    assert!(world.shown().contains(&("prices", "a")));
}

#[test]
fn the_main_thread_learns_how_many_futures_fit_into_a_slice() {
    let mut world = World::without_workers();
    world.took_ms = 1.0;
    world.request(Lane::Futures, "a");
    let mut sizes = Vec::new();
    for _ in 0..6 {
        sizes.extend(world.sent.first().and_then(|it| n_of(&it.task)));
        // a machine that draws 20 futures per millisecond
        world.took_ms = f64::from(*sizes.last().expect("one")) / 20.0;
        let job = world.sent[0].job;
        world.answer(job);
    }
    assert_eq!(sizes, [8, 16, 32, 64, 128, 128]);
}

#[test]
fn the_main_thread_has_one_job_at_a_time_besides_a_section() {
    let mut world = World::without_workers();
    world.request_all("a");
    world.settle();
    world.request(Lane::Search, "b");
    world.request(Lane::Futures, "b");
    assert_eq!(world.sent.iter().map(|it| it.task.name()).collect::<Vec<_>>(), ["sections", "begin"]);
}

#[test]
fn on_the_main_thread_sections_come_before_futures_that_are_not_urgent() {
    let mut world = World::without_workers();
    world.request_all("a");
    world.settle();
    world.request_all("b");
    world.first_answer();
    assert_eq!(world.lanes(), [Lane::Quick]);
    assert_eq!(world.sent.len(), 1);
}

#[test]
fn an_outdated_answer_is_cancelled_between_two_slices() {
    let mut world = World::without_workers();
    world.request(Lane::Futures, "a");
    world.do_all("begin");
    world.do_all("draw");
    let job = world.oldest("conclude").expect("a conclusion");
    world.request(Lane::Futures, "b");
    assert_eq!(world.cancelled, [job]);
    world.settle();
    assert!(world.answers().iter().all(|it| it.starts_with('b')));
}

#[test]
fn a_job_that_panics_on_the_main_thread_is_given_up() {
    let mut world = World::without_workers();
    world.request(Lane::Futures, "a");
    let Sent { worker, job, .. } = world.sent[0].clone();
    world.on(Event::Broken(worker, job));
    world.frame();
    assert_eq!(world.progress().map(|it| it.state), Some(State::Failed));
    world.sent.clear();
    world.request(Lane::Futures, "b");
    world.settle();
    assert_eq!(world.answers().last(), Some(&"b: 2048 of 4096"), "the next request is answered");
}

#[test]
fn no_job_is_queued_on_the_main_thread_while_a_slider_moves() {
    let mut world = World::without_workers();
    world.request_all("a");
    world.settle();
    world.pass(1_000.0);
    world.move_slider("b");
    world.first_answer();
    world.do_all("sections");
    assert!(world.oldest("figures").is_some());
    world.on(Event::SliderReleased);
    assert_eq!(world.sent.len(), 1);
}
