//! Who pays how much, if served: plans on a willingness-to-pay curve, seats, tokens, ads, and an existing ad business.

use super::demand::{Asked, Class, Mix, months};
use super::outcome::ByStream;
use super::paths::{Fading, Levels, done};
use super::plans::{Menu, Plan};
use super::ramps::Ramps;
use super::willingness::Willingness;
use crate::model::{Inputs, Perspective, Plans, Stream, Switch};
use crate::units::lane::{Lane, Mask as _};
use crate::units::{AcceleratorHours, Ratio, Usd, UsdPerToken, UsdPerUserMonth, UserMonths};

/// Prices and paying share along the horizon.
#[derive(Clone, Debug)]
pub(super) struct Market<L = f64> {
    quarters: Vec<Terms<L>>,
}

/// Prices and paying share in a quarter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms<L = f64> {
    /// What requests use.
    pub(super) mix: Mix<L>,
    /// Share of users on a plan.
    pub(super) paying: L,
    /// What a payer pays on average.
    pub(super) plan_price: UsdPerUserMonth<L>,
    /// Blended price of a token sold.
    pub(super) api_price: UsdPerToken<L>,
    /// Median willingness to pay of those on the curve.
    pub(super) median: L,
    /// Reach × capture: the share of users on the curve.
    pub(super) reach: L,
    /// Value above price per user-month of all users, kept by those who pay; 0 where nobody asks for it.
    pub(super) kept: UsdPerUserMonth<L>,
    /// Price of a seat.
    pub(super) seat_price: UsdPerUserMonth<L>,
    /// Seats that are sold at that price, over those sold at the reference.
    pub(super) seat_response: L,
    /// Ad revenue per user-month of a free user.
    pub(super) ad_yield: UsdPerUserMonth<L>,
    /// Commission per user-month of a free user.
    pub(super) order_yield: UsdPerUserMonth<L>,
}

impl<L: Lane> Market<L> {
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
    #[inline(never)]
    pub(super) fn new(inputs: &Inputs<L>, quarters: usize, with_kept: bool) -> Self {
        let today = Willingness {
            median: inputs.wtp_median.value() * inputs.wtp_real.value(),
            sigma: inputs.wtp_sigma.value(),
        };
        let firms = Willingness { median: inputs.seat_value.value(), sigma: inputs.seat_sigma.value() };
        let firms_at_reference = firms.share_paying(inputs.seat_reference.value());
        let firms_gap = firms.gap(inputs.seat_price.value());
        let today_gap = today.gap(inputs.sub_price.value());
        let mean = today.mean_over_median();
        let path = |growth, half_life, end| Fading { growth, half_life, end }.levels(quarters);
        let offer = Offered::new(inputs, quarters);
        let seat_rise = path(inputs.seat_rise, inputs.sub_half, Ratio::all(1.0));
        let fall = path(inputs.api_fall, inputs.api_half, inputs.api_end);
        let ramps = Ramps::new(inputs, &today);
        let mut ramped = ramps.at(inputs, L::ZERO);
        let terms = |quarter| {
            let done = done(inputs.ramp, quarter);
            if !done.equals(ramped.done).all() {
                ramped = ramps.at(inputs, done);
            }
            let (mix, reach) = (ramped.mix, ramped.reach);
            let curve = Willingness { median: today.median * ramped.uplift, sigma: today.sigma };
            let rise = offer.standard.log(quarter);
            let menu = offer.menu(inputs, quarter);
            let above = match inputs.plans {
                Plans::One => menu.above_of_one(&curve, today_gap + ramped.log_uplift - rise),
                Plans::Three => menu.above(&curve),
            };
            let (taken, plan_price) = menu.taken(&above);
            let kept =
                if with_kept { menu.kept_by(&above, curve.median * mean, curve.sigma) } else { L::ZERO };
            let seat_gap = firms_gap - seat_rise.log(quarter);
            let seat_price = inputs.seat_price * seat_rise.level(quarter);
            Terms {
                mix,
                paying: reach * taken,
                plan_price: UsdPerUserMonth::of(plan_price),
                api_price: inputs.api_price / fall.level(quarter),
                median: curve.median,
                reach,
                kept: UsdPerUserMonth::of(kept * reach),
                seat_price,
                seat_response: response(&firms, seat_gap, seat_price, firms_at_reference),
                ad_yield: ramped.ad_yield,
                order_yield: ramped.order_yield,
            }
        };
        Self { quarters: (0..quarters).map(terms).collect() }
    }

    /// The terms of a quarter that was worked out.
    #[must_use]
    pub(super) fn at(&self, quarter: usize) -> &Terms<L> {
        &self.quarters[quarter]
    }
}

impl<L: Lane> Terms<L> {
    /// What each class of customer would pay in a quarter if all of it were served.
    #[must_use]
    pub(super) fn if_served(&self, asked: &Asked<L>) -> [Usd<L>; Class::COUNT] {
        let free = asked.users - asked.subscribers - asked.seats;
        [
            asked.subscribers * months() * self.plan_price,
            asked.seats * months() * self.seat_price,
            asked.load[Class::Api as usize].total() * self.api_price,
            free * months() * (self.ad_yield + self.order_yield),
            Usd::ZERO,
        ]
    }
}

/// The plans on offer, quarter by quarter.
struct Offered<L> {
    standard: Levels<L>,
    cheap: Levels<L>,
    top: Levels<L>,
}

impl<L: Lane> Offered<L> {
    fn new(inputs: &Inputs<L>, quarters: usize) -> Self {
        let path = |growth, end| Fading { growth, half_life: inputs.sub_half, end }.levels(quarters);
        let beside = |rise| match inputs.plans {
            Plans::One => path(Ratio::all(1.0), Ratio::all(1.0)),
            Plans::Three => path(rise, Ratio::all(1.0)),
        };
        Self {
            standard: path(inputs.sub_growth, inputs.sub_end),
            cheap: beside(inputs.cheap_rise),
            top: beside(inputs.top_rise),
        }
    }

    fn menu(&self, inputs: &Inputs<L>, quarter: usize) -> Menu<L> {
        let standard =
            Plan { worth: L::all(1.0), price: (inputs.sub_price * self.standard.level(quarter)).value() };
        match inputs.plans {
            Plans::One => Menu::new(&[standard]),
            Plans::Three => {
                let cheap = inputs.cheap_price.value() * self.cheap.level(quarter);
                let top = inputs.top_price.value() * self.top.level(quarter);
                Menu::new(&[
                    Plan { worth: inputs.cheap_worth.value(), price: cheap },
                    standard,
                    Plan { worth: inputs.top_worth.value(), price: top },
                ])
            }
        }
    }
}

/// Seats sold at a price over those sold at the reference; none where even the reference finds no buyer.
fn response<L: Lane>(firms: &Willingness<L>, gap: L, price: UsdPerUserMonth<L>, at_reference: L) -> L {
    let share = firms.share_at(gap, price.value()) / at_reference;
    L::select(L::ZERO.below(at_reference), share, L::ZERO)
}

/// What a quarter's revenue stands on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Served<'a, L: Lane> {
    /// The inputs.
    pub(super) inputs: &'a Inputs<L>,
    /// Prices and paying share.
    pub(super) terms: &'a Terms<L>,
    /// What each class would pay if all were served.
    pub(super) if_served: &'a [Usd<L>; Class::COUNT],
    /// Share of each class that is served.
    pub(super) fill: &'a [L; Class::COUNT],
    /// Accelerators in service over the most there ever are.
    pub(super) in_service: Ratio<L>,
    /// User-months credited.
    pub(super) user_months: UserMonths<L>,
    /// Accelerator-hours in service.
    pub(super) hours: AcceleratorHours<L>,
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
pub(super) fn by_stream<L: Lane>(of: &Served<'_, L>) -> ByStream<L> {
    let inputs = of.inputs;
    let (one, four) = (L::all(1.0), L::all(4.0));
    let mut revenue = [Usd::ZERO; Stream::COUNT];
    if inputs.perspective == Perspective::Landlord {
        revenue[Stream::Rent as usize] = of.hours * inputs.rent;
        return revenue;
    }
    let mut put = |stream: Stream, class: Class, part: L| {
        revenue[stream as usize] = of.if_served[class as usize] * (of.fill[class as usize] * part);
    };
    put(Stream::Subscriptions, Class::Subscribers, one);
    put(Stream::Seats, Class::Seats, one);
    let circular =
        if inputs.perspective == Perspective::Industry { inputs.circular.value() } else { L::ZERO };
    put(Stream::Api, Class::Api, one - circular);
    let (ads, orders) = (of.terms.ad_yield, of.terms.order_yield);
    let sells = UsdPerUserMonth::ZERO.below(orders);
    let by_ads = L::select(sells, ads.share_of(ads + orders).value(), one);
    put(Stream::Ads, Class::Free, by_ads);
    put(Stream::Commerce, Class::Free, one - by_ads);
    if inputs.ad_uplift_on == Switch::On {
        let rise = inputs.ad_base * inputs.ad_uplift * inputs.uplift_margin * inputs.uplift_due;
        revenue[Stream::AdUplift as usize] = rise * of.in_service / four;
    }
    if inputs.count_value == Switch::On {
        revenue[Stream::Kept as usize] =
            of.user_months * of.terms.kept * of.fill[Class::Subscribers as usize];
    }
    if inputs.protect_on == Switch::On {
        revenue[Stream::Protected as usize] = inputs.protected * of.in_service / four;
    }
    revenue
}
