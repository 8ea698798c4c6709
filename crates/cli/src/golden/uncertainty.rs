//! Kinds of golden cases about many futures: sensitivity indices, correlated draws, reference models.

use core::f64::consts::PI;

use payenough_analysis::futures::copula::Group;
use payenough_analysis::futures::distribution::{Distribution, Triangular};
use payenough_analysis::futures::points::{Kind, Points};
use payenough_analysis::futures::sobol_indices::{Design, Index, Indices, Part};
use payenough_analysis::futures::statistics::{
    correlation, mean, percentile, rank_correlation, sorted, standard_deviation,
};
use payenough_analysis::futures::{Share, refdcf};
use serde_json::{Value, json};

use super::inputs::{CaseError, Inputs};

/// The seed for cases that do not give one.
const SEED: u32 = 1;
/// The smallest and the largest number of base samples for an index, whatever a case asks for.
const BASE: (f64, f64) = (65_536.0, 262_144.0);
/// Most draws that one case may take.
const MOST_DRAWS: u32 = 4_194_304;

fn points(n_total: u32) -> Points {
    Points { kind: Kind::Sobol, seed: SEED, n_total }
}

/// The number of base samples: at least `N`, which is a number or text like `>=2^14`.
fn base(inputs: &Inputs) -> Result<u32, CaseError> {
    let asked = match inputs.number("N") {
        Ok(number) => Some(number),
        Err(_) => {
            let text = inputs.text("N")?.trim_start_matches(['>', '=', ' ', '≥']).trim();
            match text.split_once('^') {
                Some((base, power)) => {
                    let read = |part: &str| part.trim().parse::<f64>().ok();
                    read(base).zip(read(power)).map(|(base, power)| libm::pow(base, power))
                }
                None => text.parse().ok(),
            }
        }
    };
    match asked {
        Some(n) if 1.0 <= n && n <= f64::from(MOST_DRAWS) => Ok(n.clamp(BASE.0, BASE.1) as u32),
        _ => Err(CaseError::Wrong { name: "N", expected: "a number of samples, from 1 to 2^22" }),
    }
}

fn indices(count: usize, n: u32, model: impl Fn(&[f64]) -> f64) -> Result<Indices, CaseError> {
    let mut row = vec![0.0; count];
    let found = Design::of_arguments(&points(n), count, n).indices(|draws| {
        let at = |at: usize| {
            row.iter_mut().zip(draws).for_each(|(value, list)| *value = list[at]);
            model(&row)
        };
        (0..n as usize).map(at).collect()
    });
    if found.variance > 0.0 && found.variance.is_finite() { Ok(found) } else { Err(CaseError::NoAnswer) }
}

fn shares(indices: &Indices, of: impl Fn(&Part) -> Index) -> Vec<f64> {
    indices.parts.iter().map(|part| of(part).share).collect()
}

pub(super) fn sobol_ishigami(inputs: &Inputs) -> Result<Value, CaseError> {
    let (a, b) = (inputs.number("a")?, inputs.number("b")?);
    let found = indices(3, base(inputs)?, |u| {
        let angle = |u: f64| PI * (2.0 * u - 1.0);
        let (x, y, z) = (angle(u[0]), libm::sin(angle(u[1])), angle(u[2]));
        libm::sin(x) * (1.0 + b * (z * z * z * z)) + a * y * y
    })?;
    Ok(json!({
        "S1": shares(&found, |part| part.first),
        "ST": shares(&found, |part| part.total),
        "variance": found.variance,
    }))
}

pub(super) fn sobol_g_function(inputs: &Inputs) -> Result<Value, CaseError> {
    let a = inputs.numbers("a")?;
    if a.len() > 64 || a.iter().any(|&a| a <= -1.0) {
        return Err(CaseError::Wrong { name: "a", expected: "a list of 1 to 64 numbers above -1" });
    }
    let found = indices(a.len(), base(inputs)?, |u| {
        let factor = |(u, a): (&f64, &f64)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a);
        u.iter().zip(&a).map(factor).product()
    })?;
    Ok(json!({ "S1": shares(&found, |part| part.first), "ST": shares(&found, |part| part.total) }))
}

/// Ten years of a service. Users, in millions, grow by `G` a year and pay a monthly price, of which 55% is kept; the
/// result is discounted to today.
pub(super) fn sobol_dcf(inputs: &Inputs) -> Result<Value, CaseError> {
    let growth = inputs.number("G")?;
    let bounds = inputs.pairs("bounds")?;
    let [users, price, conversion, capex, rate] = <[(f64, f64); 5]>::try_from(bounds).map_err(|_| {
        CaseError::Wrong { name: "bounds", expected: "five pairs: users, price, conversion, capex, rate" }
    })?;
    let found = indices(5, base(inputs)?, |u| {
        let at = |(from, to): (f64, f64), u: f64| Distribution::Uniform(from, to).quantile(u);
        let first = at(users, u[0]) * 1e6 * at(conversion, u[2]) * at(price, u[1]) * 12.0 * 0.55;
        let discount = 1.0 / (1.0 + at(rate, u[4]));
        let (mut worth, mut factor) = (0.0, discount);
        for _ in 0..10 {
            worth += factor;
            factor *= growth * discount;
        }
        first * worth - at(capex, u[3])
    })?;
    Ok(json!({
        "S1": shares(&found, |part| part.first),
        "ST": shares(&found, |part| part.total),
        "mean": found.mean,
        "sd": found.variance.sqrt(),
    }))
}

fn draws(inputs: &Inputs, name: &'static str) -> Result<u32, CaseError> {
    match inputs.count(name)? {
        n @ 2..=MOST_DRAWS => Ok(n),
        _ => Err(CaseError::Wrong { name, expected: "a number of draws, from 2 to 2^22" }),
    }
}

pub(super) fn correlated_lognormals(inputs: &Inputs) -> Result<Value, CaseError> {
    let n = draws(inputs, "draws")?;
    let two = |name: &'static str| {
        let expected = "two numbers";
        <[f64; 2]>::try_from(inputs.numbers(name)?).map_err(|_| CaseError::Wrong { name, expected })
    };
    let (mu, sigma) = (two("mu")?, two("sigma")?);
    let group = Group::of_two(inputs.number("rho")?)
        .map_err(|_| CaseError::Wrong { name: "rho", expected: "a correlation, -1 to 1" })?;
    let spreads = [0, 1].map(|at| Distribution::Lognormal(libm::exp(mu[at]), sigma[at]));
    let columns = [0, 1].map(|at| points(n).argument(at));
    let mut lists = [const { Vec::new() }; 2];
    for at in 0..n {
        let mut uniforms = columns.each_ref().map(|column| column.uniform::<f64>(at));
        group.correlate(&mut uniforms);
        for ((list, spread), u) in lists.iter_mut().zip(&spreads).zip(uniforms) {
            list.push(spread.quantile(u));
        }
    }
    let product: Vec<f64> = lists[0].iter().zip(&lists[1]).map(|(x, y)| x * y).collect();
    let in_order = sorted(&product);
    Ok(json!({
        "mean": finite(mean(&product))?,
        "sd": finite(standard_deviation(&product))?,
        "pearson": correlation(&lists[0], &lists[1]),
        "spearman": rank_correlation(&lists[0], &lists[1]),
        "pct": {
            "5": finite(percentile(&in_order, 0.05))?,
            "50": finite(percentile(&in_order, 0.5))?,
            "95": finite(percentile(&in_order, 0.95))?,
        },
    }))
}

fn finite(value: Option<f64>) -> Result<f64, CaseError> {
    value.filter(|value| value.is_finite()).ok_or(CaseError::NoAnswer)
}

pub(super) fn triangular(inputs: &Inputs) -> Result<Value, CaseError> {
    let (low, peak, high) = (inputs.number("a")?, inputs.number("c")?, inputs.number("b")?);
    let it = Triangular::new(low, peak, high)
        .ok_or(CaseError::Wrong { name: "c", expected: "between a and b" })?;
    Ok(json!({
        "mean": finite(Some(it.mean()))?,
        "sd": finite(Some(it.standard_deviation()))?,
        "median": finite(Some(it.quantile(0.5)))?,
        "cdf": finite(Some(it.below(inputs.number("cdf_at")?)))?,
    }))
}

/// Mean, standard deviation and three percentiles of net present values.
fn summary(values: &[f64]) -> Result<Value, CaseError> {
    let in_order = sorted(values);
    Ok(json!({
        "mean": finite(mean(values))?,
        "sd": finite(standard_deviation(values))?,
        "p5": finite(percentile(&in_order, 0.05))?,
        "p50": finite(percentile(&in_order, 0.5))?,
        "p95": finite(percentile(&in_order, 0.95))?,
    }))
}

pub(super) fn refdcf_exact(inputs: &Inputs) -> Result<Value, CaseError> {
    let mut values = vec![0.0; draws(inputs, "n")? as usize];
    refdcf::fill(inputs.count("seed")?, 0, &mut values);
    let mut got = summary(&values)?;
    got["p_pos"] = json!(Share::of(0, values.iter().map(|&npv| 0.0 < npv)).share());
    got["first5"] = json!(values.iter().take(5).collect::<Vec<_>>());
    Ok(got)
}

pub(super) fn refdcf_distribution(inputs: &Inputs) -> Result<Value, CaseError> {
    let n = draws(inputs, "n")?;
    let columns: [_; refdcf::N_INPUTS] = core::array::from_fn(|input| points(n).argument(input));
    let npv =
        |at: u32| refdcf::net_present_value(&columns.each_ref().map(|column| column.uniform::<f64>(at)));
    summary(&(0..n).map(npv).collect::<Vec<_>>())
}
