//! Futures computed side by side have the same bits as each computed alone.

mod common;

use payenough_engine::futures::{Column, net_present_values, presents};
use payenough_engine::{evaluate, headline, present};
use payenough_model::{InputId, Inputs, Kind, Values};

fn numbers() -> impl Iterator<Item = InputId> {
    InputId::ALL.into_iter().filter(|id| id.spec().kind == Kind::Number)
}

/// Future `at` of the columns on their base. A column's last value also applies beyond its end, and an empty column
/// leaves the base's value.
fn future(base: &Values, columns: &[Column], at: usize) -> Values {
    let value = |column: &Column| column.values.get(at).or(column.values.last()).copied();
    columns.iter().fold(*base, |values, column| value(column).map_or(values, |it| values.with(column.id, it)))
}

fn check(base: &Values, columns: &[Column], n_futures: usize, what: &str) {
    let together = net_present_values(base, columns, n_futures);
    let both = presents(base, columns, n_futures);
    assert_eq!(both.len(), together.len());
    for ((at, npv), both) in together.iter().enumerate().zip(&both) {
        let inputs = Inputs::read(&future(base, columns, at));
        let alone = headline(&inputs).value();
        assert!(npv.to_bits() == alone.to_bits(), "{what}, future {at}: {npv:e} together, {alone:e} alone");
        let receipts = present(&inputs).receipts.value();
        assert_eq!(
            (both.npv.value().to_bits(), both.receipts.value().to_bits()),
            (npv.to_bits(), receipts.to_bits())
        );
        let full = evaluate(&inputs).npv.value();
        assert!(alone.to_bits() == full.to_bits(), "{what}, future {at}: {alone:e} alone, {full:e} in full");
    }
}

#[test]
fn futures_with_different_inputs_keep_their_bits() {
    for n in 0..200 {
        let base = common::scenario(1000 * n);
        // Eleven futures: one full block and part of another.
        let others: Vec<Values> = (1..=11).map(|at| common::scenario(1000 * n + at)).collect();
        let column = |id: InputId| Column { id, values: others.iter().map(|it| it.get(id)).collect() };
        let columns: Vec<Column> = numbers().map(column).collect();
        check(&base, &columns, 11, &format!("scenario {n}"));
    }
}

#[test]
fn columns_may_have_any_length() {
    // Futures are read 256 at a time.
    const LENGTHS: [u16; 10] = [600, 0, 1, 255, 256, 257, 300, 511, 512, 513];
    let between = |id: InputId, share: f64| {
        let (low, high) = (id.spec().low, id.spec().high);
        if id.spec().whole { id.spec().default } else { low + (high - low) * share }
    };
    let column = |(nth, id): (usize, InputId)| {
        let value = |at: u16| between(id, f64::from(at * 7 % 600) / 600.0);
        Column { id, values: (0..LENGTHS[nth % LENGTHS.len()]).map(value).collect() }
    };
    let columns: Vec<Column> = numbers().enumerate().map(column).collect();
    let together = net_present_values(&Values::STARTING_POINT, &columns, 600);
    for (at, npv) in together.iter().enumerate() {
        let alone = all_of(&future(&Values::STARTING_POINT, &columns, at));
        assert!(npv.to_bits() == alone.to_bits(), "future {at}: {npv:e} together, {alone:e} alone");
    }
}

#[test]
fn futures_that_differ_in_one_input_keep_their_bits() {
    // Whatever is computed once for a block must notice every input that it depends on.
    for base in [Values::STARTING_POINT, common::scenario(7), common::scenario(8), common::scenario(9)] {
        for id in numbers() {
            let (low, high) = id.spec().soft;
            let values = (0..8).map(|at| low + (high - low) * f64::from(at) / 7.0).collect();
            check(&base, &[Column { id, values }], 8, id.spec().key);
        }
    }
}

#[test]
fn futures_with_different_lives_keep_their_bits() {
    for n in 0..2_000 {
        let base = common::scenario(n).with(InputId::physical_life, 20.0);
        let spread = |id: InputId, from: f64, step: f64| Column {
            id,
            values: (0..8).map(|at| from + step * f64::from(at)).collect(),
        };
        let columns = [
            spread(InputId::accelerator_life, 2.0, 0.75),
            spread(InputId::build_lag, 3.0, 0.5),
            spread(InputId::power_price, 40.0, 10.0),
        ];
        let together = net_present_values(&base, &columns, 8);
        for (at, npv) in together.iter().enumerate() {
            let alone = all_of(&future(&base, &columns, at));
            assert!(
                npv.to_bits() == alone.to_bits(),
                "scenario {n}, future {at}: {npv:e} together, {alone:e} alone"
            );
        }
    }
}

#[test]
fn splitting_the_work_changes_no_bit() {
    let base = Values::STARTING_POINT;
    let values: Vec<f64> = (0..37).map(|at| 2.0 + 0.17 * f64::from(at)).collect();
    let life = |range: core::ops::Range<usize>| {
        [Column { id: InputId::accelerator_life, values: values[range].to_vec() }]
    };
    let all = net_present_values(&base, &life(0..37), 37);
    let mut parts = net_present_values(&base, &life(0..5), 5);
    parts.extend(net_present_values(&base, &life(5..26), 21));
    parts.extend(net_present_values(&base, &life(26..37), 11));
    assert_eq!(all, parts);
    assert_eq!(net_present_values(&base, &[], 3), [all_of(&base); 3]);
    assert!(net_present_values(&base, &[], 0).is_empty());
}

fn all_of(base: &Values) -> f64 {
    headline(&Inputs::read(base)).value()
}
