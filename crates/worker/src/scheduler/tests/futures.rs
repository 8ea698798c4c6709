//! Tests of the futures: the first answer, later answers, the stop button, and the progress line.

use super::super::State;
use super::*;

#[test]
fn the_page_gets_one_message_that_the_coordinator_is_ready() {
    let mut world = World::new(2, false);
    assert_eq!(world.told, []);
    world.load_all();
    world.request_all("a");
    world.load_all();
    assert_eq!(world.told.iter().filter(|it| **it == Message::Ready).count(), 1);
}

#[test]
fn there_is_one_worker_per_processor_except_one() {
    for (n_processors, n_workers) in [(1, 2), (2, 2), (3, 2), (5, 4), (9, 8), (64, 8)] {
        let mut world = World::new(n_processors, false);
        world.load_all();
        assert_eq!(world.hired.len(), 1, "the others come with the first request for futures");
        world.request(Lane::Quick, "a");
        assert_eq!(world.hired.len(), 1);
        world.request(Lane::Futures, "a");
        world.request(Lane::Futures, "b");
        assert_eq!(world.hired.len(), n_workers, "{n_processors} processors");
    }
}

#[test]
fn the_first_answer_is_based_on_2048_futures_and_others_follow() {
    let mut world = World::new(2, false);
    world.load_all();
    world.request_all("a");
    world.load_all();
    world.settle();
    assert_eq!(world.answers(), ["a: 0 of 2048", "a: 2048 of 2048", "a: 2048 of 4096"]);
}

#[test]
fn all_workers_share_the_futures_of_the_first_answer() {
    let mut world = World::settled("a");
    world.request(Lane::Futures, "b");
    assert_eq!(world.log, ["begin", "draw"]);
    let workers: Vec<WorkerId> = world.sent.iter().map(|it| it.worker).collect();
    assert_ne!(workers[0], workers[1]);
    assert!(matches!(world.sent[0].task, Task::Begin { n: 1_024, .. }));
    assert!(matches!(world.sent[1].task, Task::Draw { from: 1_024, n: 1_024, .. }));
}

#[test]
fn parts_may_arrive_in_any_order() {
    let mut world = World::settled("a");
    world.request(Lane::Futures, "b");
    let last = world.sent[1].job;
    world.answer(last);
    world.settle();
    // `World` checks that each future is in its position
    assert_eq!(world.answers(), ["b: 0 of 2048", "b: 2048 of 2048", "b: 2048 of 4096"]);
}

#[test]
fn futures_beyond_those_requested_are_dropped() {
    let mut world = World::new(2, false);
    world.wanted = (100, 100);
    world.load_all();
    world.request(Lane::Futures, "a");
    world.load_all();
    world.settle();
    assert_eq!(world.answers().last(), Some(&"a: 100 of 100"));
    assert_eq!(world.progress().map(|it| it.label()).as_deref(), Some("100 simulated futures"));
}

#[test]
fn a_scenario_without_random_inputs_has_an_answer() {
    let mut world = World::new(2, false);
    world.wanted = (1, 1);
    world.load_all();
    world.request(Lane::Futures, "a");
    world.load_all();
    world.settle();
    assert_eq!(world.answers().last(), Some(&"a: 1 of 1"));
    assert_eq!(world.progress().map(|it| it.style()), Some("single"));
}

#[test]
fn a_newer_request_replaces_the_older_one() {
    let mut world = World::settled("a");
    world.request(Lane::Futures, "b");
    world.request(Lane::Futures, "c");
    world.settle();
    assert_eq!(world.answers(), ["c: 0 of 2048", "c: 2048 of 2048", "c: 2048 of 4096"]);
}

#[test]
fn an_outdated_answer_is_not_shown() {
    let mut world = World::settled("a");
    world.request(Lane::Futures, "b");
    world.do_all("begin");
    world.do_all("draw");
    assert!(world.oldest("conclude").is_some());
    world.request(Lane::Futures, "c");
    // the job was done before its worker received the cancellation
    world.cancelled.clear();
    world.do_all("conclude");
    assert!(world.answers().iter().all(|it| it.starts_with('c')), "{:?}", world.answers());
}

#[test]
fn the_answer_is_shown_before_the_rest_of_the_conclusion() {
    let mut world = World::settled("a");
    world.request(Lane::Futures, "b");
    world.first_answer();
    assert_eq!(world.shown(), [("verdict", "b: 0 of 2048")]);
    world.resume();
    assert_eq!(world.shown(), [("verdict", "b: 0 of 2048"), ("sure", "b: 0 of 2048")]);
}

#[test]
fn a_stop_concludes_from_the_futures_that_have_arrived_and_is_announced() {
    let mut world = World::new(2, false);
    world.wanted = (1_000_000, 2_048);
    world.load_all();
    world.request(Lane::Futures, "a");
    world.load_all();
    world.first_answer();
    world.do_all("figures");
    for _ in 0..3 {
        let job = world.oldest("draw").expect("another part");
        world.answer(job);
    }
    world.on(Event::StopClicked);
    world.settle();
    let progress = world.progress().expect("a line");
    assert_eq!(progress.state, State::Stopped);
    assert_eq!(progress.announcement(), progress.label());
    assert_eq!(world.answers().last(), Some(&format!("a: 2048 of {}", progress.n).as_str()));
    assert!((2_048..1_000_000).contains(&progress.n), "{progress:?}");
    assert_eq!(world.sent.len(), 0);
}

#[test]
fn a_stop_before_the_first_answer_or_after_the_last_has_no_effect() {
    let mut world = World::settled("a");
    world.on(Event::StopClicked);
    assert_eq!(world.progress(), None);
    world.request(Lane::Futures, "b");
    world.on(Event::StopClicked);
    world.settle();
    assert_eq!(world.answers().last(), Some(&"b: 2048 of 4096"));
    assert_eq!(world.progress().map(|it| it.state), Some(State::Finished));
}

#[test]
fn the_progress_line_is_written_once_per_frame() {
    let mut world = World::settled("a");
    world.request(Lane::Futures, "b");
    world.do_all("begin");
    world.do_all("draw");
    assert_eq!((world.n_frames, world.progress()), (1, None));
    world.frame();
    let progress = world.progress().expect("a line");
    assert_eq!((progress.n, progress.n_total, progress.state), (2_048, 4_096, State::Running));
}

#[test]
fn a_new_simulation_expects_as_many_futures_as_the_last_one() {
    let mut world = World::settled("a");
    world.request(Lane::Futures, "b");
    world.frame();
    assert_eq!(world.progress().map(|it| (it.n, it.n_total)), Some((0, 4_096)));
}

#[test]
fn many_workers_share_the_first_answer_evenly() {
    let mut world = World::new(5, false);
    world.load_all();
    world.request(Lane::Futures, "a");
    world.load_all();
    world.settle();
    world.forget();
    world.request(Lane::Futures, "b");
    assert_eq!(world.log, ["begin", "draw", "draw", "draw"]);
}
