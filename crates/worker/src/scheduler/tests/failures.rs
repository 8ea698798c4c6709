//! Tests of workers that crash, fall silent or never start.

use super::super::State;
use super::*;

/// Two workers that draw the rest of many futures.
fn drawing() -> World {
    let mut world = World::new(2, false);
    world.wanted = (20_000, 2_048);
    world.load_all();
    world.request(Lane::Futures, "a");
    world.load_all();
    world.first_answer();
    world
}

/// Every worker finishes its job, so that the jobs of a lost worker are taken over.
fn all_finish_their_jobs(world: &mut World) {
    for job in world.sent.iter().map(|it| it.job).collect::<Vec<_>>() {
        world.answer(job);
    }
}

const ALL: &str = "a: 2048 of 20000";

#[test]
fn a_crashed_worker_is_restarted_once_and_another_does_its_job() {
    let mut world = drawing();
    let second = world.hired[1].0;
    world.on(Event::Lost(second));
    assert_eq!((world.hired.len(), &world.dismissed[..]), (3, &[second][..]));
    world.settle();
    assert_eq!(world.answers().last(), Some(&ALL));
}

#[test]
fn a_worker_that_crashes_twice_is_given_up() {
    let mut world = drawing();
    let second = world.hired[1].0;
    world.on(Event::Lost(second));
    all_finish_their_jobs(&mut world);
    world.load_all();
    let again = world.hired[2].0;
    world.on(Event::Lost(again));
    assert_eq!(world.hired.len(), 3);
    world.settle();
    assert_eq!(world.answers().last(), Some(&ALL));
}

#[test]
fn the_main_thread_takes_over_if_all_workers_are_lost() {
    let mut world = drawing();
    for at in 0..4 {
        let worker = world.hired[at].0;
        world.on(Event::Lost(worker));
        all_finish_their_jobs(&mut world);
        world.load_all();
        all_finish_their_jobs(&mut world);
    }
    assert_eq!(world.hired.last().map(|it| it.1), Some(Place::Page));
    world.settle();
    assert_eq!(world.answers().last(), Some(&ALL));
}

#[test]
fn a_job_that_crashes_two_workers_is_given_up() {
    let mut world = drawing();
    for _ in 0..2 {
        let Sent { worker, job, .. } =
            world.sent.iter().find(|it| it.task.name() == "figures").cloned().expect("one");
        let is_first = |task: &Task| matches!(task, Task::Figures { from: 0, .. });
        let broken =
            world.sent.iter().find(|it| is_first(&it.task)).map_or((worker, job), |it| (it.worker, it.job));
        world.on(Event::Broken(broken.0, broken.1));
        world.load_all();
    }
    world.frame();
    assert_eq!(world.progress().map(|it| it.state), Some(State::Failed));
}

#[test]
fn a_worker_that_never_started_is_not_restarted() {
    let mut world = World::new(2, false);
    let first = world.hired[0].0;
    world.on(Event::Lost(first));
    assert_eq!(world.hired.iter().map(|it| it.1).collect::<Vec<_>>(), [Place::Worker, Place::Page]);
}

#[test]
fn a_silent_worker_is_lost_after_10_seconds() {
    let mut world = drawing();
    let [first, second] = [world.hired[0].0, world.hired[1].0];
    for _ in 0..9 {
        world.pass(1_000.0);
        world.on(Event::Alive(first));
    }
    assert_eq!(world.dismissed, []);
    world.pass(1_000.0);
    assert_eq!(world.dismissed, [second], "the other said that it is at work");
    world.settle();
    assert_eq!(world.answers().last(), Some(&ALL));
}

#[test]
fn a_worker_without_jobs_may_be_silent() {
    let mut world = World::settled("a");
    world.pass(100_000.0);
    assert_eq!(world.dismissed, []);
}

#[test]
fn a_worker_that_does_not_start_is_lost_after_10_seconds_and_in_a_sandbox_after_2() {
    for (is_sandboxed, ms) in [(false, 10_000.0), (true, 2_000.0)] {
        let mut world = World::new(2, is_sandboxed);
        world.pass(ms - 1.0);
        assert_eq!(world.dismissed, []);
        world.pass(1.0);
        assert_eq!(world.dismissed.len(), 1);
        assert_eq!(world.hired.last().map(|it| it.1), Some(Place::Page));
    }
}

#[test]
fn a_queued_job_is_not_to_blame_and_has_as_many_tries_as_others() {
    let mut world = World::settled("a");
    world.pass(1_000.0);
    world.move_slider("b");
    world.first_answer();
    world.on(Event::SliderReleased);
    world.request_all("c");
    let worker = world.hired[1].0;
    assert_eq!(world.jobs_of(worker), ["figures", "sections", "begin"]);
    world.on(Event::Lost(worker));
    world.settle();
    assert_eq!(world.answers().last(), Some(&"c: 2048 of 4096"));
}

#[test]
fn a_section_whose_worker_is_lost_is_drawn_by_another() {
    let mut world = World::settled("a");
    world.request(Lane::Search, "b");
    let first = world.hired[0].0;
    world.on(Event::Lost(first));
    world.settle();
    assert_eq!(world.shown(), [("true", "b"), ("prices", "b")]);
}

#[test]
fn messages_of_a_lost_worker_are_ignored() {
    let mut world = drawing();
    let late = world.sent[0].clone();
    world.on(Event::Lost(late.worker));
    let answer = world.answer_to(&late.task);
    world.on(Event::Done { worker: late.worker, job: late.job, answer, took_ms: 1.0 });
    world.on(Event::Ready(late.worker, Program::Futures));
    world.settle();
    assert_eq!(world.answers().last(), Some(&ALL));
}

#[test]
fn each_message_gives_a_worker_another_10_seconds() {
    let mut world = drawing();
    let [first, second] = [world.hired[0].0, world.hired[1].0];
    world.pass(9_000.0);
    world.on(Event::Alive(first));
    world.on(Event::Alive(second));
    world.pass(9_999.0);
    assert_eq!(world.dismissed, []);
    world.pass(1.0);
    assert_eq!(world.dismissed, [first, second]);
}
