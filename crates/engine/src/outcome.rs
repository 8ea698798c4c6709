//! The answer of the engine: plain public data without text, every total with its parts.

use payenough_model::{CostLine, Stream};
use payenough_quantities::{
    Accelerators, Megawatts, PerYear, Ratio, Tokens, Usd, UsdPerAccelerator, UsdPerUserMonth, UserMonths,
    Users, Years,
};

/// Money by stream of revenue, indexed by [`Stream`].
pub type ByStream<L = f64> = [Usd<L>; Stream::COUNT];
/// Money by line of cost, indexed by [`CostLine`].
pub type ByCost<L = f64> = [Usd<L>; CostLine::COUNT];

/// The answer for one set of inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Net present value at t = 0.
    pub npv: Usd,
    /// Present value of all revenue: see [`Present`](super::Present).
    pub receipts_pv: Usd,
    /// Present value of everything else in the net present value, as a cost.
    pub outlays_pv: Usd,
    /// What comes back of each dollar of outlays, `receipts / outlays`; `None` if the outlays are not above 0.
    pub benefit_cost: Option<Ratio>,
    /// Outlays per discounted user-month; `None` without user-months.
    pub cost_per_user_month: Option<UsdPerUserMonth>,
    /// Internal rate of return, if it exists and is unique.
    pub irr: Option<PerYear>,
    /// All rates at which NPV is 0. If there is more than one, the rate of return is ambiguous.
    pub irr_roots: Vec<PerYear>,
    /// Years until cumulative cash reaches 0 and stays at or above it.
    pub payback: Option<Years>,
    /// Years until cumulative cash first reaches 0.
    pub payback_first: Option<Years>,
    /// Years until cumulative discounted cash reaches 0 and stays at or above it.
    pub discounted_payback: Option<Years>,
    /// Levelised revenue per active user and month at which NPV is 0; `None` if no price level is enough.
    pub needed: Option<UsdPerUserMonth>,
    /// The flat amount per user-month that makes NPV 0 if it replaces the modelled revenue.
    pub needed_flat: Option<UsdPerUserMonth>,
    /// Levelised revenue per active user and month that these inputs lead to.
    pub expected: UsdPerUserMonth,
    /// The factor by which every revenue stream in cash must be multiplied to make NPV 0.
    pub breakeven_factor: Option<Ratio>,
    /// Present value of user-months credited to the programme.
    pub user_months_pv: UserMonths,
    /// Present value of revenue, by stream.
    pub revenue_pv: ByStream,
    /// Present value of cost, by line, including tax and the (negative) residual value.
    pub cost_pv: ByCost,
    /// The part of the NPV that is residual value of the plant.
    pub npv_from_residual: Usd,
    /// The part of the NPV that arises after year 5.
    pub npv_after_year_5: Usd,
    /// Present value of consumer surplus, which is worth above price. Shown, but never counted.
    pub kept_value_pv: Usd,
    /// The fleet in a few numbers.
    pub fleet: FleetSummary,
    /// The model years.
    pub years: Vec<Year>,
}

/// The fleet in a few numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FleetSummary {
    /// Largest number of accelerators in service at one time.
    pub peak_accelerators: Accelerators,
    /// Largest power at one time, at the meter.
    pub peak_power: Megawatts,
    /// All money spent on plant, undiscounted.
    pub capex: Usd,
    /// Cost of one accelerator of the first cohort, with network and facility.
    pub all_in_price: UsdPerAccelerator,
    /// Last quarter with a fleet in service, counted from 1; 0 if there is none.
    pub last_quarter: usize,
}

/// One model year of four quarters.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// Calendar year.
    pub year: i32,
    /// Share of all users credited to the programme, mean over the year.
    pub share: Ratio,
    /// Weekly active users credited to the programme, mean over the year, whether a fleet is in service or not.
    pub active_users: Users,
    /// Subscribers among these users.
    pub subscribers: Users,
    /// Business seats among these users.
    pub seats: Users,
    /// User-months credited to the programme. Only quarters with a fleet in service count.
    pub user_months: UserMonths,
    /// Tokens in demand.
    pub demand: Tokens,
    /// Tokens in demand by people's messages. The rest of the demand is agents, APIs and background work.
    pub demand_of_people: Tokens,
    /// Tokens that the fleet could serve with the mix of this year.
    pub capacity: Tokens,
    /// Tokens served.
    pub served: Tokens,
    /// Accelerators in service, mean over the year.
    pub accelerators: Accelerators,
    /// Nameplate power at the meter, mean over the year.
    pub power: Megawatts,
    /// Revenue by stream.
    pub revenue: ByStream,
    /// Cost by line, as paid. Accelerators, network and facility are capex; the residual value is negative.
    pub cost: ByCost,
    /// Free cash flow: revenue less every cost.
    pub fcf: Usd,
    /// Cumulative free cash flow since the start.
    pub cumulative: Usd,
    /// Revenue needed per user-month in this year; `None` without user-months, or if nothing breaks even.
    pub needed: Option<UsdPerUserMonth>,
    /// Revenue expected per user-month in this year; `None` without user-months.
    pub expected: Option<UsdPerUserMonth>,
}

impl Year {
    /// Revenue of all streams.
    #[must_use]
    pub fn revenue_total(&self) -> Usd {
        self.revenue.iter().copied().sum()
    }

    /// Money spent on plant.
    #[must_use]
    pub fn capex(&self) -> Usd {
        CAPEX_LINES.iter().map(|&line| self.cost[line as usize]).sum()
    }

    /// Tax paid.
    #[must_use]
    pub fn tax(&self) -> Usd {
        self.cost[CostLine::Tax as usize]
    }

    /// Running costs: all cost except plant, tax and residual value.
    #[must_use]
    pub fn opex(&self) -> Usd {
        let running = CostLine::ALL.iter().filter(|line| line.is_running());
        running.map(|&line| self.cost[line as usize]).sum()
    }
}

/// The lines of cost that are plant.
pub const CAPEX_LINES: [CostLine; 3] = [CostLine::Accelerators, CostLine::Network, CostLine::Facility];
