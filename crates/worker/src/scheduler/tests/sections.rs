//! Tests of sections: they follow the first answer, for the newest request of each lane, in stretches between urgent
//! jobs.

use super::*;

#[test]
fn the_first_screen_comes_before_everything_else() {
    let mut world = World::settled("a");
    world.request_all("b");
    assert_eq!(world.sent[0].task, Task::Sections { request: Request::of(Lane::Middle, "b"), width: 700 });
    // the worker has its part of the answer queued behind this job
    assert_eq!(world.log, ["sections", "begin", "draw"]);
    let job = world.job_for(Lane::Middle);
    world.answer(job);
    assert_eq!(world.shown(), [("as-set", "b")]);
}

/// The links of the first screens that the page was sent.
fn first_screens(world: &World) -> Vec<&str> {
    world.shown().into_iter().filter(|it| it.0 == SectionId::AsSet.id()).map(|it| it.1).collect()
}

#[test]
fn the_first_screen_follows_a_slider_that_moves_faster_than_it_is_drawn() {
    let mut world = World::settled("a");
    world.move_slider("b");
    let old = world.job_for(Lane::Middle);
    world.move_slider("c");
    world.answer(old);
    let new = world.job_for(Lane::Middle);
    world.answer(new);
    assert_eq!(first_screens(&world), ["b", "c"]);
}

#[test]
fn an_older_first_screen_does_not_replace_a_newer_one() {
    let mut world = World::settled("a");
    world.request_all("b");
    let old = world.job_for(Lane::Middle);
    world.request_all("c");
    // workers give up the jobs for the older link, which makes room for the newer one
    for job in world.cancelled.clone() {
        world.answer(job);
    }
    let jobs = world
        .sent
        .iter()
        .filter(|it| matches!(&it.task, Task::Sections { request, .. } if request.lane == Lane::Middle));
    let new = jobs.map(|it| it.job).max().expect("a job for the newer");
    assert_ne!(old, new);
    world.answer(new);
    world.answer(old);
    assert_eq!(first_screens(&world), ["c"]);
}

#[test]
fn no_section_is_started_before_the_first_answer() {
    let mut world = World::settled("a");
    world.request_all("b");
    let job = world.job_for(Lane::Middle);
    world.answer(job);
    world.do_all("begin");
    world.do_all("draw");
    assert_eq!(world.lanes(), []);
    assert_eq!(world.sent.len(), 1, "the conclusion");
    world.first_answer();
    assert_eq!(world.lanes(), [Lane::Quick]);
}

#[test]
fn the_sections_program_is_fetched_after_the_first_answer() {
    let mut world = World::new(2, false);
    world.load_all();
    world.request_all("a");
    world.load_all();
    assert_eq!(world.fetches, []);
    world.first_answer();
    assert_eq!(world.fetches, [Program::Sections]);
    world.on(Event::Fetched(Program::Sections));
    assert_eq!(world.loads.len(), 2);
    assert_eq!(world.lanes(), []);
    world.load_all();
    assert!(world.sent.iter().all(|it| it.task.name() != "sections"), "both workers have other jobs");
    world.settle();
    assert!(world.shown().contains(&("prices", "a")));
}

#[test]
fn a_click_fetches_the_sections_program_at_once() {
    let mut world = World::new(2, false);
    world.load_all();
    world.request_all("a");
    assert_eq!(world.fetches, []);
    world.on(Event::Requested(Request::working("npv", "a")));
    assert_eq!(world.fetches, [Program::Sections]);
}

#[test]
fn a_failed_fetch_is_repeated_at_the_next_request() {
    let mut world = World::new(2, false);
    world.load_all();
    world.request_all("a");
    world.load_all();
    world.first_answer();
    world.on(Event::NotFetched(Program::Sections));
    assert_eq!(world.fetches.len(), 1);
    world.request(Lane::Quick, "b");
    assert_eq!(world.fetches.len(), 2);
}

#[test]
fn of_two_requests_in_a_lane_the_newer_is_answered_and_the_older_cancelled() {
    let mut world = World::settled("a");
    world.request(Lane::Quick, "b");
    let old = world.job_for(Lane::Quick);
    world.request(Lane::Quick, "c");
    assert_eq!(world.cancelled, [old]);
    world.settle();
    assert_eq!(world.shown(), [("sides", "c"), ("who-pays", "c")]);
}

#[test]
fn a_section_that_was_done_before_it_was_cancelled_is_not_shown() {
    let mut world = World::settled("a");
    world.request(Lane::Quick, "b");
    let old = world.job_for(Lane::Quick);
    world.answer(old);
    assert!(world.is_yielding);
    world.request(Lane::Quick, "c");
    world.resume();
    assert_eq!(world.shown(), []);
    world.settle();
    assert_eq!(world.shown(), [("sides", "c"), ("who-pays", "c")]);
}

#[test]
fn sections_are_shown_one_at_a_time() {
    let mut world = World::settled("a");
    world.request(Lane::Quick, "b");
    world.do_all("sections");
    assert_eq!(world.shown(), []);
    world.resume();
    assert_eq!(world.shown(), [("sides", "b")]);
    world.resume();
    assert_eq!(world.shown(), [("sides", "b"), ("who-pays", "b")]);
    assert!(!world.is_yielding);
}

#[test]
fn searches_are_done_one_after_the_other_by_the_first_worker() {
    let mut world = World::settled("a");
    world.request_all("b");
    world.first_answer();
    let first = world.hired[0].0;
    let job = world.job_for(Lane::Quick);
    world.answer(job);
    let job = world.job_for(Lane::Flips);
    assert_eq!(world.sent.iter().find(|it| it.job == job).map(|it| it.worker), Some(first));
    assert!(!world.lanes().contains(&Lane::Search));
    world.answer(job);
    let job = world.job_for(Lane::Search);
    assert_eq!(world.sent.iter().find(|it| it.job == job).map(|it| it.worker), Some(first));
}

#[test]
fn a_worker_interrupts_a_search_for_the_answer() {
    let mut world = World::settled("a");
    world.request(Lane::Search, "a");
    let first = world.hired[0].0;
    assert_eq!(world.jobs_of(first), ["sections"]);
    world.request(Lane::Futures, "b");
    assert_eq!(world.log, ["sections", "begin", "draw"]);
    assert_eq!(world.jobs_of(first).len(), 2);
}

#[test]
fn the_working_of_a_number_waits_for_no_search() {
    let mut world = World::settled("a");
    world.request(Lane::Search, "a");
    world.on(Event::Requested(Request::working("npv", "a")));
    assert_eq!(world.lanes(), [Lane::Search, Lane::Working]);
    let mut world = World::without_workers();
    world.request_all("a");
    world.settle();
    world.request(Lane::Search, "a");
    world.on(Event::Requested(Request::working("npv", "a")));
    assert_eq!(world.lanes(), [Lane::Search, Lane::Working], "even if the main thread does everything");
}

#[test]
fn sections_are_drawn_for_the_width_of_the_column() {
    let mut world = World::settled("a");
    world.on(Event::Resized(320));
    world.request(Lane::Quick, "b");
    assert_eq!(world.sent[0].task, Task::Sections { request: Request::of(Lane::Quick, "b"), width: 320 });
}

/// The worker that has the job for a lane.
fn worker_for(world: &World, lane: Lane) -> WorkerId {
    let job = world.job_for(lane);
    world.sent.iter().find(|it| it.job == job).map(|it| it.worker).expect("a worker")
}

#[test]
fn a_worker_draws_the_sections_of_one_request_at_a_time() {
    let mut world = World::settled("a");
    world.request(Lane::Search, "a");
    world.request(Lane::Quick, "a");
    world.on(Event::Requested(Request::working("npv", "a")));
    assert_eq!(world.lanes(), [Lane::Search, Lane::Quick]);
    world.request(Lane::Quick, "b");
    let quick = world.job_for(Lane::Quick);
    world.answer(quick);
    assert_eq!(world.lanes(), [Lane::Search, Lane::Working], "the click comes first");
}

#[test]
fn a_worker_without_sections_gets_the_first_futures() {
    let mut world = World::settled("a");
    world.request(Lane::Search, "a");
    world.request(Lane::Futures, "b");
    let begin = world.oldest("begin").expect("a simulation");
    assert_eq!(world.sent.iter().find(|it| it.job == begin).map(|it| it.worker), Some(world.hired[1].0));
}

#[test]
fn a_job_is_cancelled_once() {
    let mut world = World::settled("a");
    world.request(Lane::Quick, "b");
    let old = world.job_for(Lane::Quick);
    world.request(Lane::Quick, "c");
    let first = world.hired[0].0;
    world.on(Event::Alive(first));
    assert_eq!(world.cancelled, [old]);
}

#[test]
fn the_first_worker_is_still_the_first_after_a_restart() {
    let mut world = World::settled("a");
    let first = world.hired[0].0;
    world.on(Event::Lost(first));
    world.load_all();
    world.request(Lane::Search, "a");
    assert_eq!(worker_for(&world, Lane::Search), world.hired[2].0);
}

#[test]
fn a_section_of_a_lost_worker_waits_for_a_worker_without_sections() {
    let mut world = World::settled("a");
    world.request(Lane::Search, "a");
    world.request(Lane::Quick, "a");
    let second = worker_for(&world, Lane::Quick);
    world.on(Event::Lost(second));
    assert_eq!(world.lanes(), [Lane::Search]);
    world.load_all();
    assert_eq!(world.lanes(), [Lane::Search, Lane::Quick]);
}
