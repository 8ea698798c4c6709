//! The workings of prices: the best one, how payers respond, the frontier, and which plan people take.

use super::{Answer, Answers, Ask, Case, Part, Worked};
use crate::contradiction::{curve, offered};
use crate::prices::{
    FRONTIER_PRICES, PLAN_PRICES, best_price, frontier_at, plan_elasticity, price_range, seats_elasticity,
    with_share,
};
use payenough_engine::plans::{Menu, Plan};
use payenough_engine::willingness::Willingness;
use payenough_engine::working::{End, Kind, Parts, Search};
use payenough_model::{InputId, Plans};

/// The prices that a reader can change.
pub const PRICES: [InputId; 5] =
    [InputId::sub_price, InputId::seat_price, InputId::api_price, InputId::cheap_price, InputId::top_price];
/// Relative step to either side of the best price.
const STEP: f64 = 0.01;
/// Relative step for numerical slopes.
const SLOPE: f64 = 1e-4;

/// The three plans of a menu from their operands: worth and price of the cheap, the standard and the top plan.
pub(super) fn menu(v: &[f64]) -> [Plan; 3] {
    [Plan { worth: v[0], price: v[1] }, Plan { worth: 1.0, price: v[2] }, Plan { worth: v[3], price: v[4] }]
}

impl Answers<'_> {
    pub(super) fn prices(&self, Answer { kind, line }: Answer) -> Option<Worked> {
        match kind {
            Ask::Elasticity => self.elasticity(line),
            Ask::Best => self.best(*PRICES.get(line)?),
            Ask::FrontierShare => self.frontier(*FRONTIER_PRICES.get(line)?),
            Ask::PlanShare if line < 3 => {
                let offered = offered(&self.inputs).map(|it| it.1);
                let (menu_now, curve) = (Menu::new(&offered), curve(&self.inputs));
                let value = menu_now.share(&curve, line) / menu_now.paying(&curve);
                let parts = Parts::of(self.menu(), move |v| {
                    let curve = Willingness { median: v[5] * v[6], sigma: v[7] };
                    let menu = Menu::new(&menu(v));
                    menu.share(&curve, line) / menu.paying(&curve)
                });
                Some((value, parts))
            }
            _ => None,
        }
    }

    /// The operands of the menu: worth and price of the cheap plan, the standard price, worth and price of the top
    /// plan, and the distribution of willingness to pay.
    pub(super) fn menu(&self) -> Vec<Part> {
        self.all([
            InputId::cheap_worth,
            InputId::cheap_price,
            InputId::sub_price,
            InputId::top_worth,
            InputId::top_price,
            InputId::wtp_median,
            InputId::wtp_real,
            InputId::wtp_sigma,
        ])
    }

    fn elasticity(&self, line: usize) -> Option<Worked> {
        let inputs = &self.inputs;
        if line == 1 {
            let all = self.all([InputId::seat_value, InputId::seat_sigma, InputId::seat_price]);
            let rule = |v: &[f64]| Willingness { median: v[0], sigma: v[1] }.elasticity(v[2]);
            return Some((seats_elasticity(inputs).value(), Parts::of(all, rule)));
        }
        let id = *PRICES.get(line)?;
        let value = plan_elasticity(inputs, id)?.value();
        if inputs.plans == Plans::One {
            let ids = [InputId::wtp_median, InputId::wtp_real, InputId::wtp_sigma, InputId::sub_price];
            let rule = |v: &[f64]| Willingness { median: v[0] * v[1], sigma: v[2] }.elasticity(v[3]);
            return Some((value, Parts::of(self.all(ids), rule)));
        }
        let place = PLAN_PRICES.iter().position(|&it| it == id)?;
        let parts = Parts::of(self.menu(), move |v| {
            let curve = Willingness { median: v[5] * v[6], sigma: v[7] };
            let takers = |by: f64| {
                let mut plans = menu(v);
                plans[place].price *= by;
                Menu::new(&plans).share(&curve, place)
            };
            libm::log(takers(1.0 + SLOPE) / takers(1.0 - SLOPE)) / libm::log((1.0 + SLOPE) / (1.0 - SLOPE))
        });
        Some((value, parts))
    }

    fn best(&self, id: InputId) -> Option<Worked> {
        let best = best_price(self.values, id);
        let (low, high) = price_range(id.spec());
        // At an end of the range, the slope need not be zero.
        let is_inside = !best.is_edge && best.price > low * (1.0 + STEP) && best.price < high * (1.0 - STEP);
        let at = |price: f64| self.whole(&Case::own().with(id, price), Kind::Npv);
        let [at_best, dearer, cheaper] = [1.0, 1.0 + STEP, 1.0 - STEP].map(|by| at(best.price * by));
        let search = Search {
            between: [low, high],
            method: "60 steps in equal ratios, then a golden section around the best of them, 40 times",
            watched: "what a price 1% higher or lower gains in net present value",
            unit: "$",
            left: dearer.value.max(cheaper.value) - at_best.value,
            size: at_best.value,
            end: if is_inside { End::Most } else { End::Jump },
        };
        Some((best.price, Parts::found(vec![at_best, dearer, cheaper], search)))
    }

    fn frontier(&self, price: f64) -> Option<Worked> {
        let point = frontier_at(self.values, price);
        let (set, share) = (point.set?, point.share?);
        let changed = with_share(&self.values.with(InputId::sub_price, price), set);
        let case = [InputId::sub_price, InputId::pay_now, InputId::pay_later]
            .iter()
            .fold(Case::own(), |case, &id| case.with(id, changed.get(id)));
        let year = self.outcome.years.len().saturating_sub(1).min(4);
        let [paying, npv] = self.figures(&case, [(Kind::PayingYear, 0, year), (Kind::Npv, 0, 0)]);
        let left = npv.value;
        let parts = Parts::of(vec![paying, npv], |v| v[0]);
        let search = Search {
            between: [0.0, 1.0],
            method: "halving of the later paying share at today's price, 60 times",
            watched: "net present value",
            unit: "$",
            left,
            size: self.whole(&Case::own(), Kind::CostSum).value,
            end: if set == 0.0 { End::Jump } else { End::Zero },
        };
        Some((share.value(), parts.searched(search)))
    }
}
