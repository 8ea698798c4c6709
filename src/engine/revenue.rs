//! Who pays how much, if served: plans on a willingness-to-pay curve, seats, tokens, ads, and an existing ad business.

use super::demand::{Asked, Class, Mix, QUARTER_MONTHS};
use super::outcome::ByStream;
use super::paths::{ByQuarter, Fading, MAX_QUARTERS, Moment, ramp};
use super::willingness::Willingness;
use crate::model::{Inputs, Stream, Switch};
use crate::units::{Ratio, Usd, UsdPerToken, UsdPerUserMonth};

/// Prices and paying share along the horizon.
#[derive(Clone, Copy, Debug)]
pub(super) struct Market {
    /// Share of users on a plan.
    pub(super) paying: ByQuarter<f64>,
    /// Price of a plan.
    pub(super) plan_price: ByQuarter<UsdPerUserMonth>,
    /// Blended price of a token sold.
    pub(super) api_price: ByQuarter<UsdPerToken>,
    /// Willingness to pay.
    pub(super) curve: ByQuarter<Willingness>,
    /// Reach × capture: the share of users on the curve.
    pub(super) reach: ByQuarter<f64>,
    /// Ad revenue per user-month of a free user.
    pub(super) ad_yield: ByQuarter<UsdPerUserMonth>,
}

impl Market {
    /// The market that the inputs describe.
    ///
    /// Paying share `= reach(t)·Φ((ln median(t) − ln P(t))/σ)`, reach at most 1, where `reach(t)` is solved so that at
    /// today's price and today's median the observed share pays: `reach(t) = observed(t)/Φ((ln median₀ − ln P₀)/σ)`.
    /// `median(t) = median₀·Π(1 + uplift_k·(share_k(t) − share_k(0)))` over the capabilities.
    ///
    /// Source: MODEL.md section 6; observed shares data/judgements.csv.
    #[must_use]
    pub(super) fn new(inputs: &Inputs, quarters: usize) -> Self {
        let today = Willingness { median: inputs.wtp_median.value(), sigma: inputs.wtp_sigma.value() };
        let at_observed = today.share_paying(inputs.observed_price.value());
        let price = path(inputs.sub_growth, inputs.sub_half, inputs.sub_end, quarters);
        let fall = path(inputs.api_fall, inputs.api_half, inputs.api_end, quarters);
        let start = Mix::today(inputs);
        let per_ad = inputs.ad_cpm.value() / 1000.0 * inputs.ad_fill.value() * inputs.ad_region.value();
        let mut market = Self::empty(today);
        for quarter in 0..quarters {
            let plan_price = inputs.sub_price * price[quarter];
            let uplift = uplift(inputs, start, Mix::at(inputs, quarter));
            let curve = Willingness { median: today.median * uplift, sigma: today.sigma };
            let observed = ramp(inputs.pay_now, inputs.pay_later, inputs.ramp, quarter);
            // more reach than everybody contradicts the observed share: then everybody is on the curve
            let reach = if observed < at_observed { observed / at_observed } else { at_most_all(observed) };
            market.paying[quarter] = reach * curve.share_paying(plan_price.value());
            market.plan_price[quarter] = plan_price;
            market.curve[quarter] = curve;
            market.reach[quarter] = reach;
            market.api_price[quarter] = inputs.api_price / fall[quarter];
            let ads = ramp(inputs.ads_now, inputs.ads_later, inputs.ramp, quarter);
            market.ad_yield[quarter] = UsdPerUserMonth::of(ads * per_ad);
        }
        market
    }

    const fn empty(today: Willingness) -> Self {
        Self {
            paying: [0.0; MAX_QUARTERS],
            plan_price: [UsdPerUserMonth::ZERO; MAX_QUARTERS],
            api_price: [UsdPerToken::ZERO; MAX_QUARTERS],
            curve: [today; MAX_QUARTERS],
            reach: [0.0; MAX_QUARTERS],
            ad_yield: [UsdPerUserMonth::ZERO; MAX_QUARTERS],
        }
    }

    /// Value above price per user-month of all users, kept by those who pay.
    #[must_use]
    pub(super) fn kept(&self, quarter: usize) -> UsdPerUserMonth {
        let each = self.curve[quarter].surplus_per_user(self.plan_price[quarter].value());
        UsdPerUserMonth::of(each * self.reach[quarter])
    }

    /// What each class of customer would pay in a quarter if all of it were served.
    #[must_use]
    pub(super) fn if_served(&self, inputs: &Inputs, asked: &Asked, quarter: usize) -> [Usd; Class::COUNT] {
        let free = asked.users - asked.subscribers - asked.seats;
        [
            asked.subscribers * QUARTER_MONTHS * self.plan_price[quarter],
            asked.seats * QUARTER_MONTHS * inputs.seat_price,
            asked.load[Class::Api as usize].total() * self.api_price[quarter],
            free * QUARTER_MONTHS * self.ad_yield[quarter],
            Usd::ZERO,
        ]
    }
}

/// Full reach, unless nobody was seen to pay.
fn at_most_all(observed: f64) -> f64 {
    if observed > 0.0 { 1.0 } else { 0.0 }
}

fn path(growth: Ratio, half_life: crate::units::Years, end: Ratio, quarters: usize) -> ByQuarter<f64> {
    Fading { growth, half_life, end }.levels(quarters, Moment::Middle)
}

fn uplift(inputs: &Inputs, start: Mix, now: Mix) -> f64 {
    let factor = |value: Ratio, from: f64, to: f64| {
        let factor = 1.0 + value.value() * (to - from);
        if factor > 0.0 { factor } else { 0.0 }
    };
    factor(inputs.reasoning_wtp, start.reasoning, now.reasoning)
        * factor(inputs.video_wtp, start.video, now.video)
        * factor(inputs.memory_wtp, start.memory, now.memory)
        * factor(inputs.tasks_wtp, start.tasks, now.tasks)
}

/// Revenue of a quarter by stream, for the share of each class that is served.
///
/// The uplift of an existing ad business is a contribution, `base/4 · rise · margin · due`, and follows the share of
/// the build-out's accelerators in service.
#[must_use]
pub(super) fn by_stream(
    inputs: &Inputs,
    if_served: &[Usd; Class::COUNT],
    fill: &[f64; Class::COUNT],
    in_service: Ratio,
) -> ByStream {
    let mut revenue = [Usd::ZERO; Stream::COUNT];
    let mut put = |stream: Stream, class: Class| {
        revenue[stream as usize] = if_served[class as usize] * fill[class as usize];
    };
    put(Stream::Subscriptions, Class::Subscribers);
    put(Stream::Seats, Class::Seats);
    put(Stream::Api, Class::Api);
    put(Stream::Ads, Class::Free);
    if inputs.ad_uplift_on == Switch::On {
        let rise = inputs.ad_base * inputs.ad_uplift * inputs.uplift_margin * inputs.uplift_due;
        revenue[Stream::AdUplift as usize] = rise * in_service / 4.0;
    }
    revenue
}
