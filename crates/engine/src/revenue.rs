//! Revenue of each class of customer: plans on a willingness-to-pay curve, seats, tokens, ads, and the uplift of an
//! existing ad business.

use super::around::Before;
use super::clock::Clock;
use super::demand::{Asked, Class, months};
use super::indirect::{ad_bases, counts_ad_uplift, free_value};
use super::ladder::{Ladder, Taken};
use super::outcome::ByStream;
use super::paths::{Fading, Levels, done_after};
use super::premium::speed_premium;
use super::ramps::{Ramped, Ramps};
use super::willingness::{Reading, Willingness, log_of_ratio};
use payenough_model::{Inputs, Perspective, Plans, Stream, Switch};
use payenough_quantities::lane::{Lane, Mask as _};
use payenough_quantities::special::normal_cdf;
use payenough_quantities::{AcceleratorHours, Ratio, Usd, UsdPerToken, UsdPerUserMonth, UserMonths};

/// Prices and paying share, quarter by quarter.
#[derive(Clone, Debug)]
pub(super) struct Market<L = f64> {
    quarters: Vec<Terms<L>>,
    /// What ramps determine, in each quarter up to the one in which the last ramp of a block ends.
    ramped: Vec<Ramped<L>>,
    /// Quarters before that of the levels, in which ramps have not begun.
    past: usize,
    /// Median willingness to pay before capabilities raise it.
    median: L,
}

/// Prices and paying share in a quarter, without what ramps determine.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms<L = f64> {
    /// The share of users who are on a plan.
    pub(super) paying: L,
    /// The average price that users on a plan pay.
    pub(super) plan_price: UsdPerUserMonth<L>,
    /// The blended price of a token sold.
    pub(super) api_price: UsdPerToken<L>,
    /// Value that payers get above the price they pay, per user-month of all users; 0 if it is not requested.
    pub(super) kept: UsdPerUserMonth<L>,
    /// Price of a seat.
    pub(super) seat_price: UsdPerUserMonth<L>,
    /// Seats sold at that price, over the seats sold at the reference price.
    pub(super) seat_response: L,
}

impl<L: Lane> Market<L> {
    /// The market that the inputs describe.
    ///
    /// Paying share `= reach(t)·Φ((ln median(t) − ln c(t))/σ)`, where `c` is the lowest cut point of the menu of plans;
    /// if there is one plan, it is the price. `reach(t)` is at most 1, and is set so that the observed share of users
    /// would pay at today's price and today's median: `reach(t) = observed(t)/Φ((ln median₀ − ln P₀)/σ)`.
    /// `median(t) = median₀·real·U(t)`, with `U = Π(1 + u_k·x_k·(share_k(t) − share_k(0)))` over the capabilities.
    /// Each price of a plan is its path `× (1 + c·(U − 1))`, with `c` the part of the added worth that is charged; so are
    /// the price of a seat and that of a token, each with a `c` of its own.
    /// Seats sold over the seats stated `= Φ((ln m_s − ln P_s)/σ_s)/Φ((ln m_s − ln P_ref)/σ_s)`, with `P_s` the price
    /// before that raise, as the value of a seat rises by as much.
    ///
    /// Source: MODEL.md section 6; for the observed shares, data/judgements.csv.
    #[must_use]
    #[inline(never)]
    pub(super) fn new(inputs: &Inputs<L>, clock: &Clock, quarters: usize, with_kept: bool) -> Self {
        let today = Willingness {
            median: inputs.wtp_median.value() * inputs.wtp_real.value(),
            sigma: inputs.wtp_sigma.value(),
        };
        let firms = Willingness { median: inputs.seat_value.value(), sigma: inputs.seat_sigma.value() };
        let at_reference = firms.share_paying(inputs.seat_reference.value());
        let (curve, firms) = (Reading::of(&today), Reading::of(&firms));
        let [log_price, log_seat_price, log_cheap, log_top] =
            [inputs.sub_price, inputs.seat_price, inputs.cheap_price, inputs.top_price]
                .map(|it| log_of_ratio(it.value()));
        let mean = today.mean_over_median();
        let path = |growth, half_life, end| Fading { growth, half_life, end };
        let offered = Offered::new(inputs, clock, quarters);
        let seat_rise = path(inputs.seat_rise, inputs.sub_half, Ratio::all(1.0)).levels_and_logs(
            clock,
            Before::Held,
            quarters,
        );
        let fall =
            path(inputs.api_fall, inputs.api_half, inputs.api_end).levels(clock, Before::Held, quarters);
        let api_price = inputs.api_price * speed_premium(inputs);
        let ramps = Ramps::new(inputs, &today);
        let mut all_ramped: Vec<Ramped<L>> = Vec::with_capacity(quarters);
        let terms = |quarter| {
            let done = done_after(inputs.ramp, L::all(clock.middle_of(quarter)));
            if all_ramped.last().is_none_or(|it| !done.equals(it.done).all()) {
                all_ramped.push(ramps.at(inputs, done));
            }
            let ramped = &all_ramped[all_ramped.len() - 1];
            let reach = ramped.reach;
            let median = today.median * ramped.uplift;
            let [of_plans, of_seats, of_tokens] = ramped.raises;
            // prices and worth are both taken before the raise of prices, which multiplies all plans alike
            let curve = curve.raised(ramped.log_above);
            let standard = (inputs.sub_price * offered.standard.level(quarter)).value();
            let mean = if with_kept { Some(median / of_plans * mean) } else { None };
            let log_standard = log_price + offered.standard.log(quarter);
            let taken = match &offered.beside {
                None => {
                    let distance = curve.distance_at(log_standard);
                    let share = normal_cdf(distance);
                    let worth = mean.map(|mean| mean * normal_cdf(distance + curve.sigma) - standard * share);
                    let kept = worth.map_or(L::ZERO, |it| it.greater(L::ZERO));
                    Taken { share, price: standard, kept }
                }
                Some(beside) => {
                    let cheap = inputs.cheap_price.value() * beside.cheap.level(quarter);
                    let top = inputs.top_price.value() * beside.top.level(quarter);
                    let logs = [
                        log_cheap + beside.cheap.log(quarter),
                        log_standard,
                        log_top + beside.top.log(quarter),
                    ];
                    beside.ladder.taken([cheap, standard, top], logs, &curve, mean)
                }
            };
            let seats = normal_cdf(firms.distance_at(log_seat_price + seat_rise.log(quarter)));
            Terms {
                paying: reach * taken.share,
                plan_price: UsdPerUserMonth::of(taken.price * of_plans),
                api_price: api_price * of_tokens / fall.level(quarter),
                kept: UsdPerUserMonth::of(taken.kept * reach * of_plans),
                seat_price: inputs.seat_price * seat_rise.level(quarter) * of_seats,
                seat_response: seat_response(seats, at_reference),
            }
        };
        let quarters = (0..quarters).map(terms).collect();
        Self { quarters, ramped: all_ramped, past: clock.past(), median: today.median }
    }

    /// The last quarter in which the mix of requests changed.
    #[must_use]
    pub(super) fn settled(&self) -> usize {
        self.past + self.ramped.len().saturating_sub(1)
    }

    /// What ramps determine in a quarter, which must be one of those that `new` computed.
    #[must_use]
    pub(super) fn ramped(&self, quarter: usize) -> &Ramped<L> {
        &self.ramped[quarter.min(self.settled()).saturating_sub(self.past)]
    }

    /// Median willingness to pay of the users on the curve, in a quarter.
    #[must_use]
    pub(super) fn median(&self, quarter: usize) -> L {
        self.median * self.ramped(quarter).uplift
    }

    /// Revenue that each class of customer would bring in a quarter if all its demand were served.
    ///
    /// - `price` price of tokens over its path, [`super::meeting::price_under`]
    #[must_use]
    #[inline(always)]
    pub(super) fn if_served(
        &self,
        quarter: usize,
        asked: &Asked<L>,
        price: Ratio<L>,
    ) -> [Usd<L>; Class::COUNT] {
        let (terms, ramped) = (self.at(quarter), self.ramped(quarter));
        [
            asked.subscribers * months() * terms.plan_price,
            asked.seats * months() * terms.seat_price,
            asked.tokens(Class::Api) * terms.api_price * price,
            asked.free() * months() * (ramped.ad_yield + ramped.order_yield),
            Usd::ZERO,
        ]
    }

    /// The terms of a quarter. It must be one of the quarters that `new` computed.
    #[must_use]
    pub(super) fn at(&self, quarter: usize) -> &Terms<L> {
        &self.quarters[quarter]
    }
}

/// Seats sold over the seats sold at the reference price; 0 if no firm would buy at the reference price.
///
/// - `at_price`, `at_reference` shares of firms that would buy at the price and at the reference price
#[inline(always)]
pub(super) fn seat_response<L: Lane>(at_price: L, at_reference: L) -> L {
    L::select(L::ZERO.below(at_reference), at_price / at_reference, L::ZERO)
}

/// The plans on offer, quarter by quarter.
struct Offered<L: Lane> {
    standard: Levels<L>,
    beside: Option<Beside<L>>,
}

/// The plans offered in addition to the standard one.
struct Beside<L: Lane> {
    ladder: Ladder<L>,
    cheap: Levels<L>,
    top: Levels<L>,
}

impl<L: Lane> Offered<L> {
    fn new(inputs: &Inputs<L>, clock: &Clock, quarters: usize) -> Self {
        let path = |growth, end| Fading { growth, half_life: inputs.sub_half, end };
        let levels = |path: Fading<L>| path.levels_and_logs(clock, Before::Held, quarters);
        let rising = |rise| levels(path(rise, Ratio::all(1.0)));
        let beside = match inputs.plans {
            Plans::One => None,
            Plans::Three => Some(Beside {
                ladder: Ladder::new([inputs.cheap_worth.value(), L::all(1.0), inputs.top_worth.value()]),
                cheap: rising(inputs.cheap_rise),
                top: rising(inputs.top_rise),
            }),
        };
        Self { standard: levels(path(inputs.sub_growth, inputs.sub_end)), beside }
    }
}

/// The values from which a quarter's revenue is computed.
#[derive(Clone, Copy)]
pub(super) struct Served<'a, L: Lane> {
    /// The inputs.
    pub(super) inputs: &'a Inputs<L>,
    /// Value that payers get above the price they pay, per user-month of all users.
    pub(super) kept: UsdPerUserMonth<L>,
    /// The share of ads in what free users bring in.
    pub(super) by_ads: L,
    /// Revenue that each class would bring if all its demand were served.
    pub(super) if_served: &'a [Usd<L>; Class::COUNT],
    /// Share of each class that is served.
    pub(super) fill: &'a [L; Class::COUNT],
    /// The part of what depends on the build-out as a whole that counts.
    pub(super) counted: &'a dyn Fn() -> Ratio<L>,
    /// User-months credited to the programme.
    pub(super) user_months: UserMonths<L>,
    /// User-months of people with neither plan nor seat among them.
    pub(super) free_months: UserMonths<L>,
    /// Accelerator-hours with power, as hours of new accelerators at full load.
    pub(super) hours: AcceleratorHours<L>,
}

/// Revenue of a quarter by stream, given the share of each class that is served.
///
/// - The uplift of existing ad businesses is a contribution, `Σ base/4 · rise · margin · due`; profit protected is
///   `amount/4`. Both are multiplied by the share of the build-out's accelerators that is in service, or by the share of
///   users credited if it is computed.
/// - A landlord's only revenue is rent, `hours · rent`. From the industry's perspective, API revenue excludes what is
///   paid with money from the industry's own suppliers.
/// - Value that users keep, payers and free users, counts only if the reader chooses to count it.
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
    put(Stream::Ads, Class::Free, of.by_ads);
    put(Stream::Commerce, Class::Free, one - of.by_ads);
    if counts_ad_uplift(inputs) {
        let rise = ad_bases(inputs) * inputs.ad_uplift * inputs.uplift_margin * inputs.uplift_due;
        revenue[Stream::AdUplift as usize] = rise * (of.counted)() / four;
    }
    if inputs.count_value == Switch::On {
        revenue[Stream::Kept as usize] = of.user_months * of.kept * of.fill[Class::Subscribers as usize]
            + free_value(inputs, of.free_months, of.fill[Class::Free as usize]);
    }
    if inputs.protect_on == Switch::On {
        revenue[Stream::Protected as usize] = inputs.protected * (of.counted)() / four;
    }
    revenue
}
