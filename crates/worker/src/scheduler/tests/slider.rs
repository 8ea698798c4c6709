//! Tests of a slider that moves and comes to rest.

use super::super::slider::{LATE_MS, REFRESH_MS, REST_MS};
use super::*;

/// A slider has moved, and its first position is answered.
fn moving() -> World {
    let mut world = World::settled("a");
    world.pass(1_000.0);
    world.move_slider("b");
    world.first_answer();
    world
}

#[test]
fn the_page_gets_a_message_when_a_slider_moves_and_when_it_is_released() {
    let mut world = World::settled("a");
    world.on(Event::SliderMoved);
    world.on(Event::SliderMoved);
    world.on(Event::SliderReleased);
    world.on(Event::SliderReleased);
    let told: Vec<&Message> = world.told.iter().collect();
    assert_eq!(told, [&Message::Moving(true), &Message::Moving(false)]);
}

#[test]
fn one_position_gets_its_answer_before_the_next_begins() {
    let mut world = World::settled("a");
    world.pass(1_000.0);
    world.move_slider("b");
    for link in ["c", "d", "e"] {
        world.pass(10.0);
        world.move_slider(link);
    }
    assert_eq!(world.log.iter().filter(|it| **it == "begin").count(), 1);
    world.first_answer();
    assert_eq!(world.answers(), ["b: 0 of 2048"]);
}

#[test]
fn while_a_slider_moves_the_answer_is_shown_at_most_four_times_a_second() {
    let mut world = moving();
    let first = world.now;
    let mut shown = vec![];
    while world.now < first + 1_000.0 {
        world.pass(20.0);
        world.move_slider("c");
        let seen = world.answers().len();
        world.do_urgent();
        if world.answers().len() > seen {
            shown.push(world.now - first);
        }
    }
    let mut gaps = shown.windows(2).map(|it| it[1] - it[0]).chain(shown.first().copied());
    assert!((3..=4).contains(&shown.len()) && gaps.all(|it| it >= REFRESH_MS), "{shown:?}");
}

#[test]
fn a_slider_at_rest_has_its_exact_answer_ready_for_the_release() {
    let mut world = moving();
    world.pass(20.0);
    world.move_slider("c");
    world.pass(REST_MS);
    world.do_urgent();
    assert_eq!(world.answers(), ["b: 0 of 2048"], "it is too early to show it");
    world.log.clear();
    world.on(Event::SliderReleased);
    assert_eq!(world.answers(), ["b: 0 of 2048", "c: 0 of 2048"]);
    assert!(!world.log.contains(&"begin") && !world.log.contains(&"conclude"), "{:?}", world.log);
}

#[test]
fn the_answer_of_a_slider_at_rest_is_shown_when_it_is_no_longer_too_early() {
    let mut world = moving();
    world.move_slider("c");
    world.pass(REST_MS);
    world.do_urgent();
    world.pass(REFRESH_MS);
    assert_eq!(world.answers(), ["b: 0 of 2048", "c: 0 of 2048"]);
}

#[test]
fn the_wording_is_kept_while_a_slider_moves_and_exact_when_it_rests() {
    let count = |world: &World| match &world.sent.iter().find(|it| it.task.name() == "conclude") {
        Some(Sent { task: Task::Conclude { shown_count, .. }, .. }) => *shown_count,
        _ => panic!("no conclusion is asked for"),
    };
    let mut world = World::settled("a");
    world.count = 12;
    world.pass(1_000.0);
    world.move_slider("b");
    world.do_all("begin");
    world.do_all("draw");
    assert_eq!(count(&world), Some(9), "what the page shows");
    world.do_all("conclude");
    assert_eq!(world.answers(), ["b: 0 of 2048"]);
    world.pass(REST_MS);
    assert_eq!(count(&world), None, "at rest: the exact words");
    world.pass(REFRESH_MS);
    world.do_all("conclude");
    assert_eq!(world.answers(), ["b: 0 of 2048", "b: 0 of 2048"]);
}

#[test]
fn a_release_requests_the_exact_wording_at_once() {
    let mut world = moving();
    world.log.clear();
    world.on(Event::SliderReleased);
    assert_eq!(world.log, ["conclude"], "it is queued behind a short job");
}

#[test]
fn jobs_that_are_not_urgent_are_short_while_a_slider_moves() {
    let mut world = moving();
    let n_figures = |world: &World| {
        let n = |it: &Sent| if let Task::Figures { n, .. } = it.task { Some(n) } else { None };
        world.sent.iter().filter_map(n).collect::<Vec<u32>>()
    };
    assert_eq!(n_figures(&world), [16]);
    let job = world.oldest("figures").expect("figures");
    world.on(Event::SliderReleased);
    world.answer(job);
    world.do_all("conclude");
    assert_eq!(n_figures(&world), [64]);
}

#[test]
fn workers_with_short_jobs_get_their_parts_of_the_answer_in_advance() {
    let mut world = moving();
    let quick = world.job_for(Lane::Quick);
    world.answer(quick);
    world.do_all("sections");
    let figures = world.sent.iter().filter(|it| it.task.name() == "figures");
    assert_eq!(figures.count(), 2, "both workers have short jobs");
    world.log.clear();
    world.move_slider("c");
    assert_eq!(world.log, ["sections"], "only the first screen: it is too early for another answer");
    world.on(Event::SliderReleased);
    assert_eq!(world.log, ["sections", "begin", "draw"]);
    for (worker, _) in world.hired.clone() {
        let jobs = world.jobs_of(worker);
        assert_eq!(jobs[0], "figures", "{jobs:?}");
    }
    world.settle();
    assert_eq!(world.answers().last(), Some(&"c: 2048 of 4096"));
}

#[test]
fn while_a_slider_moves_only_the_first_worker_draws_sections() {
    let world = moving();
    assert_eq!(world.lanes().into_iter().filter(|it| *it != Lane::Middle).collect::<Vec<_>>(), [Lane::Quick]);
    assert!(world.sent.iter().all(|it| it.task.name() != "sections" || it.worker == world.hired[0].0));
}

#[test]
fn an_earlier_answer_is_withdrawn_if_the_new_one_is_late_after_the_release() {
    let mut world = moving();
    world.on(Event::SliderReleased);
    world.request_all("c");
    world.pass(LATE_MS - 1.0);
    assert_eq!(world.answers().last(), Some(&"b: 0 of 2048"));
    world.pass(1.0);
    assert_eq!(world.answers().last(), Some(&""));
}

#[test]
fn an_answer_in_time_is_kept() {
    let mut world = moving();
    world.on(Event::SliderReleased);
    world.request_all("c");
    world.settle();
    world.pass(2.0 * LATE_MS);
    assert_eq!(world.answers().last(), Some(&"c: 2048 of 4096"));
}

#[test]
fn while_a_slider_moves_a_second_worker_takes_no_section() {
    let mut world = moving();
    world.on(Event::Requested(Request::working("npv", "b")));
    assert_eq!(world.lanes(), [Lane::Quick]);
    let figures = world.oldest("figures").expect("figures");
    world.answer(figures);
    assert_eq!(world.lanes(), [Lane::Quick]);
    world.on(Event::SliderReleased);
    world.do_all("conclude");
    world.do_all("figures");
    assert!(world.lanes().contains(&Lane::Working), "{:?}", world.lanes());
}

#[test]
fn exact_wording_follows_if_a_slider_comes_to_rest_during_a_conclusion() {
    let mut world = moving();
    world.pass(REFRESH_MS);
    world.do_urgent();
    world.pass(REFRESH_MS);
    world.move_slider("c");
    while world.oldest("conclude").is_none() {
        let job = world.urgent().expect("a job for the answer");
        world.answer(job);
    }
    world.pass(REST_MS);
    world.log.clear();
    let job = world.oldest("conclude").expect("a conclusion");
    world.answer(job);
    assert!(world.log.contains(&"conclude"), "{:?}", world.log);
}

#[test]
fn a_slider_that_moves_again_is_no_longer_at_rest() {
    let mut world = moving();
    world.pass(REST_MS);
    world.log.clear();
    world.move_slider("c");
    assert!(!world.log.contains(&"begin"), "it is too early: {:?}", world.log);
}

#[test]
fn a_slider_that_moves_again_keeps_the_answer_that_is_shown() {
    let mut world = moving();
    world.on(Event::SliderReleased);
    world.request_all("c");
    world.pass(LATE_MS / 2.0);
    world.move_slider("d");
    world.pass(LATE_MS);
    assert!(!world.answers().contains(&""));
}
