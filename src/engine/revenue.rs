//! Who pays how much, if served: plans on a willingness-to-pay curve, seats, tokens, ads, and an existing ad business.

use super::demand::{Asked, Class, Mix, QUARTER_MONTHS};
use super::outcome::ByStream;
use super::paths::{ByQuarter, Fading, MAX_QUARTERS, Moment, ramp};
use super::plans::{Menu, Plan};
use super::willingness::Willingness;
use crate::model::{AdsBy, Inputs, Perspective, Plans, Stream, Switch};
use crate::units::{AcceleratorHours, Ratio, Usd, UsdPerToken, UsdPerUserMonth, UserMonths, Years};

/// Prices and paying share along the horizon.
#[derive(Clone, Copy, Debug)]
pub(super) struct Market {
    /// Share of users on a plan.
    pub(super) paying: ByQuarter<f64>,
    /// What a payer pays on average.
    pub(super) plan_price: ByQuarter<UsdPerUserMonth>,
    /// Blended price of a token sold.
    pub(super) api_price: ByQuarter<UsdPerToken>,
    /// Willingness to pay.
    pub(super) curve: ByQuarter<Willingness>,
    /// Reach × capture: the share of users on the curve.
    pub(super) reach: ByQuarter<f64>,
    /// Plans on offer.
    pub(super) menu: ByQuarter<Menu>,
    /// Price of a seat.
    pub(super) seat_price: ByQuarter<UsdPerUserMonth>,
    /// Seats that are sold at that price, over those sold at the reference.
    pub(super) seat_response: ByQuarter<f64>,
    /// Ad revenue per user-month of a free user.
    pub(super) ad_yield: ByQuarter<UsdPerUserMonth>,
    /// Commission per user-month of a free user.
    pub(super) order_yield: ByQuarter<UsdPerUserMonth>,
}

impl Market {
    /// The market that the inputs describe.
    ///
    /// Paying share `= reach(t)·Φ((ln median(t) − ln c(t))/σ)`, `c` the lowest cut point of the [`Menu`] (the price, where
    /// there is one plan), reach at most 1, where `reach(t)` is solved so that at today's price and today's median the
    /// observed share pays: `reach(t) = observed(t)/Φ((ln median₀ − ln P₀)/σ)`.
    /// `median(t) = median₀·real·Π(1 + uplift_k·(share_k(t) − share_k(0)))` over the capabilities.
    /// Seats over those stated `= Φ((ln m_s − ln P_s)/σ_s)/Φ((ln m_s − ln P_ref)/σ_s)`.
    ///
    /// Source: MODEL.md section 6; observed shares data/judgements.csv.
    #[must_use]
    pub(super) fn new(inputs: &Inputs, quarters: usize) -> Self {
        let today = Willingness {
            median: inputs.wtp_median.value() * inputs.wtp_real.value(),
            sigma: inputs.wtp_sigma.value(),
        };
        let firms = Willingness { median: inputs.seat_value.value(), sigma: inputs.seat_sigma.value() };
        let firms_at_reference = firms.share_paying(inputs.seat_reference.value());
        let at_observed = today.share_paying(inputs.observed_price.value());
        let price = path(inputs.sub_growth, inputs.sub_half, inputs.sub_end, quarters);
        let flat = Ratio::of(1.0);
        let seat_rise = path(inputs.seat_rise, inputs.sub_half, flat, quarters);
        let others = [inputs.cheap_rise, inputs.top_rise].map(|rise| match inputs.plans {
            Plans::One => [1.0; MAX_QUARTERS],
            Plans::Three => path(rise, inputs.sub_half, flat, quarters),
        });
        let fall = path(inputs.api_fall, inputs.api_half, inputs.api_end, quarters);
        let start = Mix::today(inputs);
        let per_ad = inputs.ad_cpm.value() / 1000.0 * inputs.ad_fill.value() * ad_region(inputs);
        let mut market = Self::empty(today);
        for quarter in 0..quarters {
            let standard = Plan { worth: 1.0, price: (inputs.sub_price * price[quarter]).value() };
            let menu = match inputs.plans {
                Plans::One => Menu::new(&[standard]),
                Plans::Three => Menu::new(&[
                    Plan {
                        worth: inputs.cheap_worth.value(),
                        price: inputs.cheap_price.value() * others[0][quarter],
                    },
                    standard,
                    Plan {
                        worth: inputs.top_worth.value(),
                        price: inputs.top_price.value() * others[1][quarter],
                    },
                ]),
            };
            let uplift = uplift(inputs, start, Mix::at(inputs, quarter));
            let curve = Willingness { median: today.median * uplift, sigma: today.sigma };
            let observed = ramp(inputs.pay_now, inputs.pay_later, inputs.ramp, quarter);
            // more reach than everybody contradicts the observed share: then everybody is on the curve
            let reach = if observed < at_observed { observed / at_observed } else { at_most_all(observed) };
            market.paying[quarter] = reach * menu.paying(&curve);
            market.plan_price[quarter] = UsdPerUserMonth::of(menu.price(&curve));
            market.menu[quarter] = menu;
            let seat_price = inputs.seat_price * seat_rise[quarter];
            market.seat_price[quarter] = seat_price;
            market.seat_response[quarter] = response(&firms, seat_price, firms_at_reference);
            market.curve[quarter] = curve;
            market.reach[quarter] = reach;
            market.api_price[quarter] = inputs.api_price / fall[quarter];
            let ads = ramp(inputs.ads_now, inputs.ads_later, inputs.ramp, quarter);
            market.ad_yield[quarter] = UsdPerUserMonth::of(ads * per_ad);
            let orders = ramp(inputs.orders_now, inputs.orders_later, inputs.ramp, quarter);
            market.order_yield[quarter] =
                UsdPerUserMonth::of(orders * inputs.basket.value() * inputs.take.value());
        }
        market
    }

    fn empty(today: Willingness) -> Self {
        Self {
            paying: [0.0; MAX_QUARTERS],
            plan_price: [UsdPerUserMonth::ZERO; MAX_QUARTERS],
            api_price: [UsdPerToken::ZERO; MAX_QUARTERS],
            curve: [today; MAX_QUARTERS],
            reach: [0.0; MAX_QUARTERS],
            menu: [Menu::new(&[]); MAX_QUARTERS],
            seat_price: [UsdPerUserMonth::ZERO; MAX_QUARTERS],
            seat_response: [1.0; MAX_QUARTERS],
            ad_yield: [UsdPerUserMonth::ZERO; MAX_QUARTERS],
            order_yield: [UsdPerUserMonth::ZERO; MAX_QUARTERS],
        }
    }

    /// Value above price per user-month of all users, kept by those who pay.
    #[must_use]
    pub(super) fn kept(&self, quarter: usize) -> UsdPerUserMonth {
        UsdPerUserMonth::of(self.menu[quarter].kept(&self.curve[quarter]) * self.reach[quarter])
    }

    /// What each class of customer would pay in a quarter if all of it were served.
    #[must_use]
    pub(super) fn if_served(&self, asked: &Asked, quarter: usize) -> [Usd; Class::COUNT] {
        let free = asked.users - asked.subscribers - asked.seats;
        [
            asked.subscribers * QUARTER_MONTHS * self.plan_price[quarter],
            asked.seats * QUARTER_MONTHS * self.seat_price[quarter],
            asked.load[Class::Api as usize].total() * self.api_price[quarter],
            free * QUARTER_MONTHS * (self.ad_yield[quarter] + self.order_yield[quarter]),
            Usd::ZERO,
        ]
    }
}

/// Seats sold at a price over those sold at the reference; none where even the reference finds no buyer.
fn response(firms: &Willingness, price: UsdPerUserMonth, at_reference: f64) -> f64 {
    if at_reference > 0.0 { firms.share_paying(price.value()) / at_reference } else { 0.0 }
}

/// What an ad place brings on the average of the world, of what the stated price and fill bring.
///
/// `f_US + Σ_r f_r·w_r + max(0, 1 − f_US − Σ_r f_r)·w_rest` by regions, `r` Europe and Asia-Pacific
///
/// - `f` part of free users in a region; parts of more than all are scaled to all
/// - `w` price × places that sell there, over those of the US and Canada
///
/// Source: definition; data/users_revenue.csv, regional revenue per user of 2021.
pub(super) fn ad_region(inputs: &Inputs) -> f64 {
    match inputs.ads_by {
        AdsBy::World => inputs.ad_region.value(),
        AdsBy::Regions => {
            let [us, europe, asia] = [inputs.ads_us, inputs.ads_europe, inputs.ads_asia].map(Ratio::value);
            let named = us + europe + asia;
            let worth = us + europe * inputs.worth_europe.value() + asia * inputs.worth_asia.value();
            if named > 1.0 { worth / named } else { worth + (1.0 - named) * inputs.worth_rest.value() }
        }
    }
}

/// Full reach, unless nobody was seen to pay.
fn at_most_all(observed: f64) -> f64 {
    if observed > 0.0 { 1.0 } else { 0.0 }
}

fn path(growth: Ratio, half_life: Years, end: Ratio, quarters: usize) -> ByQuarter<f64> {
    Fading { growth, half_life, end }.levels(quarters, Moment::Middle)
}

pub(super) fn uplift(inputs: &Inputs, start: Mix, now: Mix) -> f64 {
    let factor = |value: Ratio, from: f64, to: f64| {
        let factor = 1.0 + value.value() * (to - from);
        if factor > 0.0 { factor } else { 0.0 }
    };
    factor(inputs.reasoning_wtp, start.reasoning, now.reasoning)
        * factor(inputs.video_wtp, start.video, now.video)
        * factor(inputs.memory_wtp, start.memory, now.memory)
        * factor(inputs.tasks_wtp, start.tasks, now.tasks)
}

/// What a quarter's revenue stands on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Served<'a> {
    /// The inputs.
    pub(super) inputs: &'a Inputs,
    /// Prices and paying share.
    pub(super) market: &'a Market,
    /// Which quarter.
    pub(super) quarter: usize,
    /// What each class would pay if all were served.
    pub(super) if_served: &'a [Usd; Class::COUNT],
    /// Share of each class that is served.
    pub(super) fill: &'a [f64; Class::COUNT],
    /// Accelerators in service over the most there ever are.
    pub(super) in_service: Ratio,
    /// User-months credited.
    pub(super) user_months: UserMonths,
    /// Accelerator-hours in service.
    pub(super) hours: AcceleratorHours,
}

/// Revenue of a quarter by stream, for the share of each class that is served.
///
/// - The uplift of an existing ad business is a contribution, `base/4 · rise · margin · due`; profit protected is
///   `amount/4`. Both follow the share of the build-out's accelerators in service.
/// - A landlord's revenue is rent, `hours · rent`, and nothing else. The industry counts of the API what is not paid with
///   its own suppliers' money.
/// - Value that users keep counts only where the reader says so.
///
/// Source: MODEL.md section 6.
#[must_use]
pub(super) fn by_stream(of: &Served<'_>) -> ByStream {
    let inputs = of.inputs;
    let mut revenue = [Usd::ZERO; Stream::COUNT];
    if inputs.perspective == Perspective::Landlord {
        revenue[Stream::Rent as usize] = of.hours * inputs.rent;
        return revenue;
    }
    let mut put = |stream: Stream, class: Class, part: f64| {
        revenue[stream as usize] = of.if_served[class as usize] * (of.fill[class as usize] * part);
    };
    put(Stream::Subscriptions, Class::Subscribers, 1.0);
    put(Stream::Seats, Class::Seats, 1.0);
    let circular = if inputs.perspective == Perspective::Industry { inputs.circular.value() } else { 0.0 };
    put(Stream::Api, Class::Api, 1.0 - circular);
    let (ads, orders) = (of.market.ad_yield[of.quarter], of.market.order_yield[of.quarter]);
    let by_ads = if orders > UsdPerUserMonth::ZERO { ads.share_of(ads + orders).value() } else { 1.0 };
    put(Stream::Ads, Class::Free, by_ads);
    put(Stream::Commerce, Class::Free, 1.0 - by_ads);
    if inputs.ad_uplift_on == Switch::On {
        let rise = inputs.ad_base * inputs.ad_uplift * inputs.uplift_margin * inputs.uplift_due;
        revenue[Stream::AdUplift as usize] = rise * of.in_service / 4.0;
    }
    if inputs.count_value == Switch::On {
        revenue[Stream::Kept as usize] =
            of.user_months * of.market.kept(of.quarter) * of.fill[Class::Subscribers as usize];
    }
    if inputs.protect_on == Switch::On {
        revenue[Stream::Protected as usize] = inputs.protected * of.in_service / 4.0;
    }
    revenue
}
