//! The workings of the shock: the same scenario before and after it, each with its own figures.

use super::{Answer, Answers, Ask, Case, Number, Part, Worked};
use crate::shock::{ALL_LOST, CAP, MOST_ELASTIC, Shock, price_after, sized};
use payenough_engine::n_years;
use payenough_engine::reverse::two_stage_cash;
use payenough_engine::working::{End, Fact, Figure, Kind, Operand, Parts, Search};
use payenough_model::{CapexBasis, Compute, Grade, InputId, Perspective};
use payenough_quantities::{Quantity, Usd};

impl Answers<'_> {
    /// The scenario before the shock, with a fleet that is owned and sized to demand.
    fn before(&self) -> Case {
        let inputs = &self.inputs;
        let case = Case::own()
            .with(InputId::capex_basis, CapexBasis::Sized.value())
            .with(InputId::compute, Compute::Owned.value())
            .with(InputId::api_elasticity, 0.0);
        match inputs.perspective {
            Perspective::Lab | Perspective::Landlord => {
                case.with(InputId::perspective, Perspective::Platform.value())
            }
            _ => case,
        }
    }

    /// The scenario after the shock, in which usage paid by the token has this elasticity.
    fn after(&self, elasticity: f64) -> Case {
        let get = |id: InputId| self.values.get(id);
        let (k, passed) = (self.inputs.shock_k.value(), self.inputs.shock_pass.value());
        let own = |id: InputId, base: f64| base * id.spec().unit.per_base;
        self.before()
            .with(InputId::realised, get(InputId::realised) * k)
            .with(InputId::api_reference, get(InputId::api_price))
            .with(InputId::api_price, get(InputId::api_price) * price_after(k, passed))
            .with(InputId::api_elasticity, own(InputId::api_elasticity, elasticity))
            .with(InputId::api_saturation, own(InputId::api_saturation, CAP))
    }

    /// The two sides of a row of the table.
    #[must_use]
    pub fn shock_sides(&self, row: usize) -> Option<[Number; 2]> {
        let last = n_years(&sized(&self.inputs)).saturating_sub(1);
        let (kind, at) = match row {
            0 => (Kind::ServedMonth, 0),
            1 => (Kind::UsersYear, last),
            2 => return Some([Number::Input(InputId::api_price), Number::answer(Ask::ShockPrice, 0)]),
            3 => (Kind::Peak, 0),
            4 => (Kind::PlantAll, 0),
            5 => (Kind::RevenueSum, 0),
            6 => (Kind::Npv, 0),
            _ => return None,
        };
        let after = self.after(self.inputs.shock_elasticity.value());
        Some([self.before(), after].map(|case| Number::Figure(case, Figure::new(kind, 0, at))))
    }

    fn plant(&self, case: &Case) -> [Part; 3] {
        self.figures(case, [0, 1, 2].map(|line| (Kind::Cost, line, 0)))
    }

    fn priced(&self) -> Vec<Part> {
        self.all([InputId::api_price, InputId::shock_k, InputId::shock_pass])
    }

    pub(super) fn shock(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        let inputs = &self.inputs;
        let after = || self.after(inputs.shock_elasticity.value());
        let lost = || self.input(InputId::lost_value);
        Some(match kind {
            Ask::ShockPrice => {
                let value =
                    inputs.api_price.value() * price_after(inputs.shock_k.value(), inputs.shock_pass.value());
                (value, Parts::of(self.priced(), |v| v[0] * (1.0 - v[2] * (1.0 - 1.0 / v[1]))))
            }
            Ask::ShockRatio => {
                let sides = self.shock_sides(line)?.map(|number| match number {
                    Number::Figure(case, Figure { kind, line, at }) => {
                        let [one] = self.figures(&case, [(kind, line, at)]);
                        one
                    }
                    Number::Answer(Answer { kind, line }) => self.of_answer(kind, line),
                    Number::OfFutures(_) => Operand::fixed("", f64::NAN),
                    Number::Input(id) => self.input(id),
                });
                let [before, after] = sides;
                (after.value / before.value, Parts::over(after, before))
            }
            Ask::ClosedForm => {
                let value = Shock::of(inputs).closed_form?.value();
                let all = self.all([InputId::shock_k, InputId::shock_pass]);
                (value, Parts::of(all, |v| libm::log(v[0]) / -libm::log(1.0 - v[1] * (1.0 - 1.0 / v[0]))))
            }
            Ask::Modelled => {
                let value = Shock::of(inputs).modelled?.value();
                let (before, after) = (self.plant(&self.before()), self.plant(&self.after(-value)));
                let spent = |all: &[Part]| all.iter().map(|it| it.value).sum::<f64>();
                let search = Search {
                    between: [0.0, MOST_ELASTIC],
                    method: "halving, 40 times",
                    watched: "plant after less plant before, in present value",
                    unit: "$",
                    left: spent(&after) - spent(&before),
                    size: spent(&before),
                    end: End::Zero,
                };
                (value, Parts::found(after.into_iter().chain(before).collect(), search))
            }
            Ask::Stranded => {
                let second = (Kind::AcceleratorsYear, 0, 1);
                let mut all = self.figures(&self.before(), [(Kind::PlantYear, 0, 0), second]).to_vec();
                all.extend(self.figures(&after(), [second]));
                let parts = Parts::of(all, |v| {
                    let still = if v[1] > 0.0 { v[2] / v[1] } else { 1.0 };
                    v[0] * (1.0 - still).max(0.0)
                });
                (Shock::of(inputs).stranded.value(), parts)
            }
            Ask::ProfitLost => {
                let mut all = vec![self.input(InputId::chip_margin)];
                all.extend(self.plant(&self.before()));
                all.extend(self.plant(&after()));
                let parts =
                    Parts::of(all, |v| v[0] * (v[1..4].iter().sum::<f64>() - v[4..].iter().sum::<f64>()));
                (Shock::of(inputs).profit_lost.value(), parts)
            }
            Ask::ProfitShare if line < 2 => {
                let profit = self.of_answer(Ask::ProfitLost, 0);
                let of = if line == 0 {
                    lost()
                } else {
                    let fact = Fact {
                        name: "value that US technology shares lost on 27 January 2025",
                        whose: "the market",
                        table: "market_events",
                        row: "us_tech_loss",
                        grade: Grade::Secondary,
                    };
                    Operand::fact(fact, ALL_LOST)
                };
                (profit.value / of.value, Parts::over(profit, of))
            }
            Ask::LostCash => {
                let value = Shock::of(inputs).lost_cash?.value();
                let mut all = vec![lost()];
                all.extend(self.all([InputId::discount_rate, InputId::lost_growth]));
                (value, Parts::of(all, |v| v[0] * (v[1] - v[2])))
            }
            Ask::LostStages => {
                let value = Shock::of(inputs).lost_cash_two_stage?.first_year.value();
                let mut all = vec![lost(), self.input(InputId::discount_rate)];
                all.extend(self.all([InputId::lost_fast, InputId::lost_years, InputId::lost_growth]));
                let rule = |v: &[f64]| {
                    let years = libm::round(v[3]) as u32;
                    two_stage_cash(Usd::of(v[0]), v[1], v[2], years, v[4])
                        .map_or(f64::NAN, |it| it.first_year.value())
                };
                (value, Parts::of(all, rule))
            }
            Ask::LostLast => {
                let value = Shock::of(inputs).lost_cash_two_stage?.last_fast_year.value();
                let mut all = vec![self.of_answer(Ask::LostStages, 0)];
                all.extend(self.all([InputId::lost_fast, InputId::lost_years]));
                (value, Parts::of(all, |v| v[0] * libm::pow(1.0 + v[1], libm::round(v[2]) - 1.0)))
            }
            _ => return None,
        })
    }
}
