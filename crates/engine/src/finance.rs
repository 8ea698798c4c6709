//! Further figures that lenders and analysts ask for: modified and dated returns, debt cover, margins by name, and the
//! costs that make up the needed amount.

use super::annuity::{LevelLoan, annualised_capex, capital_recovery};
use super::answer::{best_life, seen};
use super::ledger::{LARGEST_MULTIPLE, Ledger};
use super::outcome::ByCost;
use super::quarter::{Quarter, total};
use super::returns::{DatedFlow, mirr, rate_per_period, xirr_roots, xnpv};
use super::run::{Span, World};
use payenough_model::{CostLine, Inputs, MarginName, Switch};
use payenough_quantities::date::Day;
use payenough_quantities::{PerYear, Ratio, Usd, UsdPerUserMonth};

/// Quarters in a year.
const QUARTERS: f64 = 4.0;

/// Figures that accompany the answer. A figure that does not exist is `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct Finance {
    /// Modified internal rate of return, per year: outlays are funded, and returns reinvested, at the discount rate.
    pub mirr: Option<PerYear>,
    /// Internal rate of return of the flows on calendar days, Actual/365, if it is the only one.
    pub xirr: Option<PerYear>,
    /// Present value of the flows on calendar days, at the discount rate.
    pub xnpv: Option<Usd>,
    /// Level yearly cost per dollar of accelerator over the economic life: the capital recovery factor.
    pub capital_recovery: Option<Ratio>,
    /// Level yearly cost of all plant, $ a year.
    pub annual_capital: Option<Usd>,
    /// Instalment of the loan, $ a quarter.
    pub instalment: Option<Usd>,
    /// Lowest debt cover over the term: a quarter's money after running costs over the instalment.
    pub cover_least: Option<Ratio>,
    /// Mean debt cover over the term.
    pub cover_mean: Option<Ratio>,
    /// What is left of a dollar of revenue after running costs, by name of the margin; `None` without revenue.
    pub margins: Option<[Ratio; MarginName::COUNT]>,
    /// The needed amount by line of cost; the lines sum to it. `None` if nothing breaks even.
    pub needed_by_line: Option<[UsdPerUserMonth; CostLine::COUNT]>,
}

impl Finance {
    /// The figures of a scenario.
    ///
    /// - Loan: `debt · plant bought`, in level quarterly instalments over the term at a quarter of the yearly rate,
    ///   from the first quarter in service; cover `= (money in − running costs)/instalment` in each quarter of the
    ///   term.
    /// - Needed by line: the present value of each line at break-even revenue, over the present value of user-months.
    ///   Costs that are a share of revenue scale by `m*`, tax is computed at `m*`, and the other lines do not change.
    ///
    /// Source: MODEL.md section 7. The answer itself is before debt.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let inputs = &seen(inputs);
        let early = (inputs.retire_early == Switch::On).then(|| best_life(inputs));
        let world = World::new(inputs, early, Span::Horizon);
        let runs: Vec<Quarter> = world.runs().map(|(_, run)| run).collect();
        let books = Ledger::new(&world, &runs);
        let rate = inputs.discount_rate.value();
        let capex: Usd = world.fleet.cohorts.iter().map(|it| it.cost()).sum();
        let flows = if capex > Usd::ZERO { books.flows() } else { Vec::new() };
        let per_quarter = rate_per_period(rate, QUARTERS);
        let modified = per_quarter.and_then(|it| mirr(&flows, it, it));
        let dated = if capex > Usd::ZERO { books.dated() } else { Vec::new() };
        let life = inputs.accelerator_life.value();
        let loan = LevelLoan {
            principal: capex * inputs.debt,
            rate: inputs.debt_rate.value() / QUARTERS,
            n_periods: libm::ceil(inputs.debt_term.value() * QUARTERS) as u32,
        };
        let instalment = loan.payment().filter(|it| *it > Usd::ZERO);
        let covers = instalment.map_or_else(Vec::new, |it| books.covers(it, loan.n_periods as usize));
        let mean = covers.iter().sum::<f64>() / covers.len() as f64;
        Self {
            mirr: modified.map(|it| PerYear::of(libm::expm1(QUARTERS * libm::log1p(it)))),
            xirr: xirr_roots(&dated).only().map(PerYear::of),
            xnpv: xnpv(rate, &dated).map(Usd::of),
            capital_recovery: capital_recovery(rate, life).map(Ratio::of),
            annual_capital: annualised_capex(capex, rate, life),
            instalment,
            cover_least: covers.iter().copied().reduce(f64::min).map(Ratio::of),
            cover_mean: Some(mean).filter(|it| it.is_finite()).map(Ratio::of),
            margins: books.margins(),
            needed_by_line: books.needed_by_line(),
        }
    }
}

/// The day that is a number of eighths of a year after the start of a year: the first day of a quarter, or the 15th of
/// its second month.
pub(super) fn day_of(start: i32, eighth: usize) -> Option<Day> {
    let (quarter, is_middle) = (eighth / 2, eighth % 2 == 1);
    let (month, date) = if is_middle { (2, 15) } else { (1, 1) };
    Day::new(start + (quarter / 4) as i32, month + 3 * (quarter % 4) as i32, date)
}

impl Ledger<'_> {
    /// Flows on calendar days: purchases on the first day of a quarter, running money in its middle, residual proceeds
    /// on the first day of the next.
    pub(super) fn dated(&self) -> Vec<DatedFlow> {
        let start = self.world.inputs.first_year();
        let flow = |(at, usd): (usize, f64)| Some(DatedFlow { day: day_of(start, at)?, usd });
        self.eighths().into_iter().enumerate().filter_map(flow).collect()
    }

    /// Cover of an instalment in each quarter of a term that begins when the plant enters service.
    fn covers(&self, instalment: Usd, n_quarters: usize) -> Vec<f64> {
        let first = self.world.fleet.lives.lag as usize;
        let term = self.net.iter().take(self.world.quarters).skip(first).take(n_quarters);
        term.filter_map(|&net| super::annuity::debt_service_cover(net, instalment)).collect()
    }

    /// What is left of the revenue in cash, as more and more of the running costs are subtracted.
    pub(super) fn margins(&self) -> Option<[Ratio; MarginName::COUNT]> {
        let cost = self.cost_pv();
        let revenue: Usd =
            self.runs.iter().enumerate().map(|(at, run)| run.cash() * self.world.discount.middle(at)).sum();
        if revenue <= Usd::ZERO {
            return None;
        }
        let mut left = revenue;
        Some(MarginName::ALL.map(|name| {
            let lines = CostLine::ALL.into_iter().filter(|line| name.takes(*line));
            left -= lines.map(|line| cost[line as usize]).sum::<Usd>();
            left.share_of(revenue)
        }))
    }

    fn needed_by_line(&self) -> Option<[UsdPerUserMonth; CostLine::COUNT]> {
        let multiple = self.breakeven().multiple(LARGEST_MULTIPLE)?.value();
        let months = self.user_months_pv(0..self.world.quarters);
        let pv = self.needed_pv(multiple);
        (multiple > 0.0 && total(&pv) > Usd::ZERO && months.value() > 0.0).then(|| pv.map(|pv| pv / months))
    }

    /// Present value of each line of cost if revenue in cash is multiplied by `multiple`.
    pub(super) fn needed_pv(&self, multiple: f64) -> ByCost {
        let tax = self.breakeven().tax(multiple);
        let mut pv: ByCost = self.cost_pv();
        let discount = &self.world.discount;
        for line in CostLine::ALL {
            if line == CostLine::Tax {
                let years = (0..self.world.years())
                    .map(|year| tax[year] * discount.middle(self.world.tax_quarter(year)));
                pv[line as usize] = years.sum();
            } else if line.is_running() {
                let times = if line.follows_revenue() { multiple } else { 1.0 };
                let of = |(at, run): (usize, &Quarter)| run.cost[line as usize] * times * discount.middle(at);
                pv[line as usize] = self.runs.iter().enumerate().map(of).sum();
            }
        }
        pv
    }
}
