//! Rates of return: textbook cases, and every root of polynomials built from chosen roots.

use payenough_engine::returns::{
    DatedFlow, Roots, discount_factor, discount_factors, effective_rate, irr_roots, mirr, npv,
    npv_mid_period, rate_per_period, xirr_roots, xnpv,
};
use payenough_quantities::date::Day;
use proptest::prelude::*;

/// Flows whose internal rates of return are exactly `rates` per period: `Π (x (1 + r) − 1)`, times `rest`.
fn flows_with(rates: &[f64], rest: &[f64]) -> Vec<f64> {
    rates.iter().fold(rest.to_vec(), |flows, rate| {
        let mut product = vec![0.0; flows.len() + 1];
        for (period, flow) in flows.iter().enumerate() {
            product[period] -= flow;
            product[period + 1] += flow * (1.0 + rate);
        }
        product
    })
}

#[track_caller]
fn check(roots: &Roots, expected: &[f64], tolerance: f64) {
    assert_eq!(roots.rates().len(), expected.len(), "{roots:?} {expected:?}");
    for (got, expected) in roots.rates().iter().zip(expected) {
        assert!((got - expected).abs() <= tolerance * (1.0 + expected.abs()), "{roots:?} {expected:?}");
    }
}

#[test]
fn a_single_root_is_exact_to_the_last_digits() {
    check(&irr_roots(&[-1000.0, 1100.0], 1.0), &[0.1], 1e-15);
    check(&irr_roots(&[-100.0, 39.0, 59.0, 55.0, 20.0], 1.0), &[0.280_948_421_159_960_66], 1e-14);
    let mut bond = vec![50.0; 161];
    bond[0] = -1000.0;
    bond[160] += 1000.0;
    check(&irr_roots(&bond, 8.0), &[libm::pow(1.05, 8.0) - 1.0], 1e-14);
}

#[test]
fn there_is_no_root_without_a_change_of_sign() {
    let cases: [&[f64]; 7] =
        [&[], &[5.0], &[0.0, 0.0], &[1.0, 2.0, 0.0], &[-1.0, -2.0], &[f64::NAN, 1.0], &[-1.0, f64::INFINITY]];
    for flows in cases {
        assert_eq!(irr_roots(flows, 1.0), Roots::default());
    }
    assert_eq!(irr_roots(&[-1.0, 2.0], 0.0), Roots::default());
    assert_eq!(irr_roots(&[-1.0, 2.0], f64::NAN), Roots::default());
}

#[test]
fn there_may_be_no_root_despite_two_changes_of_sign() {
    check(&irr_roots(&[-1000.0, 2000.0, -1320.0], 1.0), &[], 0.0);
    check(&irr_roots(&[1000.0, -2000.0, 1320.0], 1.0), &[], 0.0);
}

#[test]
fn roots_outside_the_range_are_left_out() {
    check(&irr_roots(&[-1.0, 21.0], 1.0), &[20.0], 1e-14);
    check(&irr_roots(&[-1.0, 21.1], 1.0), &[], 0.0);
    check(&irr_roots(&[-1000.0, 1.1], 1.0), &[-0.9989], 1e-14);
    check(&irr_roots(&[-1000.0, 0.9], 1.0), &[], 0.0);
    check(&irr_roots(&flows_with(&[-0.5, 0.1, 30.0], &[1.0]), 1.0), &[-0.5, 0.1], 1e-12);
}

#[test]
fn several_roots_are_ambiguous() {
    let two = irr_roots(&[-1000.0, 2300.0, -1320.0], 1.0);
    check(&two, &[0.1, 0.2], 1e-13);
    assert!(two.is_ambiguous());
    assert_eq!(two.only(), None);
    assert!((two.nearest_zero().unwrap() - 0.1).abs() < 1e-12);
    let rates = [-0.9, -0.3, 0.0, 0.25, 5.0];
    check(&irr_roots(&flows_with(&rates, &[-7.0]), 1.0), &rates, 1e-10);
    assert!(!irr_roots(&[-1.0, 2.0], 1.0).is_ambiguous());
}

#[test]
fn close_roots_are_separated_and_a_double_root_is_ambiguous() {
    for gap in [1e-2, 1e-3, 1e-4, 1e-5, 1e-6] {
        check(&irr_roots(&flows_with(&[0.1, 0.1 + gap], &[1.0, 3.0, 2.0]), 1.0), &[0.1, 0.1 + gap], 1e-8);
    }
    let double = irr_roots(&[-1000.0, 2200.0, -1210.0], 1.0);
    check(&double, &[0.1], 1e-8);
    assert!(double.is_ambiguous());
    assert_eq!(double.only(), None);
}

#[test]
fn long_alternating_flows_terminate() {
    let flows: Vec<f64> = (0..1500).map(|period| if period % 2 == 0 { -1.0 } else { 1.01 }).collect();
    for rate in irr_roots(&flows, 8.0).rates() {
        let value = npv(rate_per_period(*rate, 8.0).unwrap(), &flows).unwrap();
        assert!(value.abs() < 1e-8);
    }
}

#[test]
fn renewal_every_quarter_has_one_rate() {
    let mut flows = vec![0.0; 81];
    for quarter in 0..40 {
        flows[2 * quarter] -= if quarter < 12 { 10.0 } else { 5.0 };
        flows[2 * quarter + 1] += 0.3 * (quarter as f64 + 1.0).min(30.0);
    }
    flows[80] += 30.0;
    let rate = irr_roots(&flows, 8.0).only().unwrap();
    assert!(npv(rate_per_period(rate, 8.0).unwrap(), &flows).unwrap().abs() < 1e-10);
}

#[test]
fn rates_convert_both_ways() {
    assert!((rate_per_period(0.1, 4.0).unwrap() - 0.024_113_689_084_445_11).abs() < 1e-16);
    assert!((effective_rate(rate_per_period(0.37, 12.0).unwrap(), 12.0).unwrap() - 0.37).abs() < 1e-14);
    for absent in [rate_per_period(-1.0, 4.0), rate_per_period(0.1, 0.0), effective_rate(-2.0, 4.0)] {
        assert_eq!(absent, None);
    }
    assert_eq!(npv(-1.0, &[1.0, 2.0]), None);
    assert_eq!(npv_mid_period(0.1, &[]), None);
    assert_eq!(npv(0.0, &[1.0, 2.0]), Some(3.0));
    assert_eq!(npv(0.1, &[]), Some(0.0));
}

#[test]
fn factors_of_a_grid_are_powers() {
    let mut factors = [0.0; 161];
    discount_factors(0.095, 8, &mut factors);
    for (period, factor) in factors.iter().enumerate() {
        let expected = discount_factor(0.095, period as f64 / 8.0).unwrap();
        assert!((factor / expected - 1.0).abs() < 1e-14, "{period}");
    }
    discount_factors(0.1, 0, &mut factors[..3]);
    discount_factors(0.1, 8, &mut []);
    let mut few = [0.0; 3];
    discount_factors(0.1, 4, &mut few);
    assert!((few[1] - discount_factor(0.1, 0.25).unwrap()).abs() < 1e-15);
}

#[test]
fn modified_rate() {
    let flows = [-2500.0, 400.0, 900.0, -300.0, 1600.0, 1400.0];
    assert!((mirr(&flows, 0.07, 0.1).unwrap() - 0.124_870_795_819_025_83).abs() < 1e-13);
    assert!((mirr(&[-100.0, 0.0, 121.0], 0.5, 0.9).unwrap() - 0.1).abs() < 1e-14);
    assert_eq!(mirr(&[-1.0, -2.0], 0.1, 0.1), None);
    assert_eq!(mirr(&[1.0, 2.0], 0.1, 0.1), None);
    assert_eq!(mirr(&[-1.0], 0.1, 0.1), None);
    assert_eq!(mirr(&flows, -1.0, 0.1), None);
}

fn dated(flows: &[(&str, f64)]) -> Vec<DatedFlow> {
    flows.iter().map(|(day, usd)| DatedFlow { day: Day::parse(day).expect("a date"), usd: *usd }).collect()
}

#[test]
fn dated_flows() {
    let year = dated(&[("2025-01-01", -100.0), ("2026-01-01", 110.0)]);
    check(&xirr_roots(&year), &[0.1], 1e-14);
    assert!(xnpv(0.1, &year).unwrap().abs() < 1e-12);
    let shuffled = dated(&[("2026-01-01", 60.0), ("2025-01-01", -100.0), ("2026-01-01", 50.0)]);
    check(&xirr_roots(&shuffled), &[0.1], 1e-14);
    let two = dated(&[("2025-01-01", -1000.0), ("2026-01-01", 2300.0), ("2027-01-01", -1320.0)]);
    check(&xirr_roots(&two), &[0.1, 0.2], 1e-12);
    let same_day = dated(&[("2025-01-01", -100.0), ("2025-01-01", 110.0)]);
    check(&xirr_roots(&same_day), &[], 0.0);
    let ages = dated(&[("0001-01-01", -1.0), ("9999-12-31", 1e30)]);
    assert_eq!(xirr_roots(&ages).rates().len(), 1);
    assert_eq!(xirr_roots(&[]), Roots::default());
    assert_eq!(xnpv(0.1, &[]), None);
    assert_eq!(xnpv(-1.0, &year), None);
}

/// Distinct rates in ascending order, at least 5% apart in `1 + r`.
fn chosen_rates() -> impl Strategy<Value = Vec<f64>> {
    (-2.0..0.0_f64, proptest::collection::vec(0.05..0.8_f64, 0..5)).prop_map(|(lowest, gaps)| {
        let mut place = lowest;
        let mut rates = vec![libm::expm1(place)];
        for gap in gaps {
            place += gap;
            rates.push(libm::expm1(place));
        }
        rates
    })
}

proptest! {
    #[test]
    fn all_chosen_roots_are_found(
        rates in chosen_rates(),
        rest in proptest::collection::vec(0.01..1.0_f64, 1..3),
        scale in prop_oneof![Just(-1.0), Just(3e9)],
        delay in 0_usize..3,
    ) {
        let mut flows = vec![0.0; delay];
        flows.extend(flows_with(&rates, &rest).iter().map(|flow| flow * scale));
        check(&irr_roots(&flows, 1.0), &rates, 1e-6);
    }

    #[test]
    fn npv_is_zero_at_every_root_and_every_change_of_sign_has_a_root(
        flows in proptest::collection::vec(-100.0..100.0_f64, 2..161),
        periods_per_year in prop_oneof![Just(1.0), Just(4.0), Just(8.0)],
    ) {
        let roots = irr_roots(&flows, periods_per_year);
        let sizes: Vec<f64> = flows.iter().map(|flow| flow.abs()).collect();
        let relative = |rate: f64| {
            let per_period = rate_per_period(rate, periods_per_year).unwrap();
            npv(per_period, &flows).zip(npv(per_period, &sizes)).map(|(sum, size)| sum / size)
        };
        for rate in roots.rates() {
            prop_assert!(relative(*rate).is_none_or(|relative| relative.abs() <= 1e-11), "{rate}");
        }
        let grid: Vec<f64> =
            (0..400).map(|cell| libm::expm1(-6.8 + 9.8 * f64::from(cell) / 399.0)).collect();
        for cell in grid.windows(2) {
            if let (Some(left), Some(right)) = (relative(cell[0]), relative(cell[1]))
                && 1e-12 < left.abs().min(right.abs())
            {
                let inside = roots.rates().iter().filter(|rate| cell[0] < **rate && **rate < cell[1]).count();
                prop_assert_eq!(inside % 2 == 1, left * right < 0.0, "{:?} {:?}", cell, roots);
            }
        }
    }

    #[test]
    fn dated_and_even_flows_agree(flows in proptest::collection::vec(-100.0..100.0_f64, 3)) {
        let days = ["2001-01-01", "2002-01-01", "2003-01-01"];
        let dated: Vec<(&str, f64)> = days.into_iter().zip(flows.iter().copied()).collect();
        let (even, by_date) = (irr_roots(&flows, 1.0), xirr_roots(&self::dated(&dated)));
        prop_assert_eq!(even.rates().len(), by_date.rates().len());
        for (even, dated) in even.rates().iter().zip(by_date.rates()) {
            prop_assert!((even - dated).abs() <= 1e-9 * (1.0 + even.abs()));
        }
    }

    #[test]
    fn the_rate_does_not_depend_on_a_delay(
        cost in 1.0..1e9_f64, income in proptest::collection::vec(0.0..1.0_f64, 1..40), delay in 1_usize..10,
    ) {
        let mut flows = vec![-cost];
        flows.extend(income.iter().map(|share| share * cost));
        let mut delayed = vec![0.0; delay];
        delayed.extend(&flows);
        let (now, later) = (irr_roots(&flows, 4.0), irr_roots(&delayed, 4.0));
        prop_assert_eq!(now.rates().len(), later.rates().len());
        for (now, later) in now.rates().iter().zip(later.rates()) {
            prop_assert!((now - later).abs() <= 1e-12 * (1.0 + now.abs()));
        }
    }
}

#[test]
fn zeros_between_flows_lose_no_root() {
    // Half-yearly grid: (1 + r)^½ is 1.1 and 1.2 where the flows without zeros have 10% and 20%.
    let sparse = irr_roots(&[-100.0, 0.0, 230.0, 0.0, -132.0], 1.0);
    let expected = [libm::sqrt(1.1) - 1.0, libm::sqrt(1.2) - 1.0];
    assert_eq!(sparse.rates().len(), 2, "{sparse:?}");
    for (rate, expected) in sparse.rates().iter().zip(expected) {
        assert!((rate - expected).abs() < 1e-9, "{rate} {expected}");
    }
    for gap in 1..6 {
        let mut flows = vec![0.0; 2 * gap + 1];
        (flows[0], flows[gap], flows[2 * gap]) = (-1000.0, 2300.0, -1320.0);
        let rates = irr_roots(&flows, 1.0);
        let grown: Vec<f64> =
            rates.rates().iter().map(|rate| libm::pow(1.0 + rate, gap as f64) - 1.0).collect();
        assert!(
            grown.len() == 2 && (grown[0] - 0.1).abs() < 1e-9 && (grown[1] - 0.2).abs() < 1e-9,
            "{gap} {grown:?}"
        );
    }
}
