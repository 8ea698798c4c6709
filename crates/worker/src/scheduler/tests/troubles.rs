//! Every wait has an end: ten seconds after the last sign of life or of progress the page is told what keeps an answer from
//! arriving, and it is told when nothing does any more.

use super::super::State;
use super::*;

/// A page that has its first answer, and whose sections program is being fetched.
fn fetching() -> World {
    let mut world = World::new(2, false);
    world.load_all();
    world.request_all("a");
    world.load_all();
    while world.fetches.is_empty() {
        let job = world.sent[0].job;
        world.answer(job);
    }
    while let Some(job) = world.sent.first().map(|it| it.job) {
        world.answer(job);
    }
    assert_eq!((world.trouble(), &world.fetches[..]), (None, &[Program::Sections][..]));
    world
}

#[test]
fn a_program_that_stops_arriving_is_late_after_10_seconds_and_welcome_later() {
    let mut world = fetching();
    for _ in 0..9 {
        world.pass(9_999.0);
        world.on(Event::Arriving(Program::Sections));
        assert_eq!(world.trouble(), None);
    }
    world.pass(9_999.0);
    assert_eq!(world.trouble(), None);
    world.pass(1.0);
    assert_eq!(world.trouble(), Some(Trouble::Late));
    world.on(Event::Arriving(Program::Sections));
    assert_eq!(world.trouble(), None);
    world.pass(10_000.0);
    assert_eq!(world.trouble(), Some(Trouble::Late));
    world.settle();
    assert_eq!(world.trouble(), None);
    assert!(world.shown().len() > 3, "{:?}", world.shown());
    world.on(Event::Arriving(Program::Sections));
    world.pass(100_000.0);
    assert_eq!(world.trouble(), None, "a piece that is heard of late starts no wait");
}

#[test]
fn a_program_that_cannot_be_loaded_is_told_until_it_is_here() {
    let mut world = fetching();
    world.fetches.clear();
    world.on(Event::NotFetched(Program::Sections));
    assert_eq!(world.trouble(), Some(Trouble::NotLoaded));
    world.pass(100_000.0);
    world.forget();
    world.request_all("b");
    world.do_urgent();
    assert_eq!(world.fetches, [Program::Sections], "another attempt with the next request");
    assert!(world.told.iter().all(|it| !matches!(it, Message::Trouble(_))), "{:?}", world.told);
    world.settle();
    assert!(world.told.contains(&Message::Trouble(None)));
}

#[test]
fn a_silent_worker_is_told_and_so_is_the_end_of_its_job() {
    let mut world = World::settled("a");
    world.request_all("b");
    world.do_urgent();
    while world.oldest("sections").is_none() {
        let job = world.sent[0].job;
        world.answer(job);
    }
    let hung = world.job_for(Lane::Quick);
    world.sent.retain(|it| it.job == hung);
    world.pass(9_999.0);
    assert_eq!(world.trouble(), None);
    world.pass(1.0);
    assert_eq!(world.trouble(), Some(Trouble::Silent));
    world.settle();
    assert_eq!(world.trouble(), None);
    assert!(world.shown().contains(&("sides", "b")), "{:?}", world.shown());
}

#[test]
fn a_job_that_silences_two_workers_is_given_up_after_20_seconds() {
    let mut world = World::settled("a");
    world.request(Lane::Quick, "b");
    world.pass(10_000.0);
    assert_eq!(world.trouble(), Some(Trouble::Silent));
    world.load_all();
    assert_eq!(world.lanes(), [Lane::Quick]);
    world.pass(10_000.0);
    assert_eq!((world.trouble(), world.lanes()), (Some(Trouble::GivenUp), vec![]));
    world.request(Lane::Quick, "c");
    assert_eq!(world.trouble(), None, "the next request has its own tries");
    world.settle();
    assert_eq!(world.trouble(), None);
}

#[test]
fn a_worker_that_only_says_that_it_is_alive_is_given_up_after_a_minute() {
    let mut world = World::settled("a");
    world.request(Lane::Search, "b");
    let worker = world.sent[0].worker;
    for _ in 0..59 {
        world.pass(1_000.0);
        world.on(Event::Alive(worker));
    }
    assert_eq!((world.trouble(), &world.dismissed[..]), (None, &[][..]));
    world.pass(1_000.0);
    assert_eq!((world.trouble(), &world.dismissed[..]), (Some(Trouble::GivenUp), &[worker][..]));
    assert_eq!(world.lanes(), [], "another worker would come to no end either");
}

#[test]
fn finished_futures_are_progress() {
    let mut world = World::new(2, false);
    world.wanted = (1_000_000, 2_048);
    world.load_all();
    world.request(Lane::Futures, "a");
    world.load_all();
    for _ in 0..100 {
        for job in world.sent.iter().map(|it| it.job).collect::<Vec<_>>() {
            world.answer(job);
        }
        world.pass(9_000.0);
    }
    assert_eq!((world.trouble(), &world.dismissed[..]), (None, &[][..]));
}

#[test]
fn a_job_without_end_on_the_main_thread_is_cancelled() {
    let mut world = World::without_workers();
    world.request_all("a");
    world.settle();
    world.forget();
    world.request(Lane::Search, "b");
    let job = world.job_for(Lane::Search);
    world.pass(60_000.0);
    assert_eq!((world.trouble(), &world.cancelled[..]), (Some(Trouble::GivenUp), &[job][..]));
    world.sent.clear();
    world.cancelled.clear();
    world.request_all("c");
    world.settle();
    assert_eq!(world.trouble(), None);
    assert_eq!(world.answers().last(), Some(&"c: 2048 of 4096"));
}

#[test]
fn without_any_worker_the_page_is_told_and_no_count_stands_still() {
    let mut world = World::without_workers();
    let page = world.hired.last().expect("the main thread").0;
    world.on(Event::Lost(page));
    assert_eq!(world.trouble(), Some(Trouble::NotLoaded));
    world.request_all("a");
    world.frame();
    assert_eq!(world.progress().map(|it| it.state), Some(State::Failed));
    assert_eq!(world.trouble(), Some(Trouble::NotLoaded));
}

#[test]
fn a_main_thread_that_loads_for_long_is_late_and_not_lost() {
    let mut world = World::new(4, false);
    let first = world.hired[0].0;
    world.on(Event::Lost(first));
    world.pass(10_000.0);
    assert_eq!((world.trouble(), &world.dismissed[..]), (Some(Trouble::Late), &[first][..]));
    world.load_all();
    assert_eq!(world.trouble(), None);
    world.request_all("a");
    world.settle();
    assert_eq!(world.answers().last(), Some(&"a: 2048 of 4096"));
}

#[test]
fn time_for_which_the_machine_slept_is_no_silence() {
    let mut world = World::settled("a");
    world.request(Lane::Quick, "b");
    world.pass(1_000.0);
    world.now += 3_600_000.0;
    world.on(Event::Woken);
    assert_eq!((world.trouble(), &world.dismissed[..]), (None, &[][..]));
    world.pass(9_999.0);
    assert_eq!(world.dismissed, []);
    world.settle();
    assert_eq!(world.trouble(), None);
}
