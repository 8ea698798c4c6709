//! What the engine answers: plain public data, every total with its parts, no text.

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
    /// Internal rate of return where it exists and is unique.
    pub irr: Option<PerYear>,
    /// All rates at which NPV is 0; more than one is ambiguous.
    pub irr_roots: Vec<PerYear>,
    /// Years until cumulative cash stays at or above 0.
    pub payback: Option<Years>,
    /// Years until cumulative cash first reaches 0.
    pub payback_first: Option<Years>,
    /// Payback of discounted cash.
    pub discounted_payback: Option<Years>,
    /// Levelised revenue per active user and month that makes NPV 0; absent where no price level does.
    pub needed: Option<UsdPerUserMonth>,
    /// The flat amount per user-month that makes NPV 0 in place of the modelled revenue.
    pub needed_flat: Option<UsdPerUserMonth>,
    /// Levelised revenue per active user and month on these inputs.
    pub expected: UsdPerUserMonth,
    /// What every cash revenue stream must be multiplied by to make NPV 0.
    pub breakeven_factor: Option<Ratio>,
    /// Present value of user-months credited to the programme.
    pub user_months_pv: UserMonths,
    /// Present value of revenue.
    pub revenue_pv: ByStream,
    /// Present value of cost; tax and (negative) residual among them.
    pub cost_pv: ByCost,
    /// Part of the NPV that comes from what is left of the plant.
    pub npv_from_residual: Usd,
    /// Part of the NPV that comes after year 5.
    pub npv_after_year_5: Usd,
    /// Present value that users keep: worth above price. Shown, never counted.
    pub kept_value_pv: Usd,
    /// The plan in numbers.
    pub fleet: FleetSummary,
    /// Year by year.
    pub years: Vec<Year>,
}

/// The fleet in a few numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FleetSummary {
    /// Most accelerators in service at once.
    pub peak_accelerators: Accelerators,
    /// Most power at once, at the meter.
    pub peak_power: Megawatts,
    /// All money spent on plant, not discounted.
    pub capex: Usd,
    /// What one accelerator of the first cohort costs with network and facility.
    pub all_in_price: UsdPerAccelerator,
    /// Last quarter with a fleet in service, counted from 1; 0 if there is none.
    pub last_quarter: usize,
}

/// One model year: four quarters.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// Calendar year.
    pub year: i32,
    /// Weekly active users credited to the programme, mean over the year, in service or not.
    pub active_users: Users,
    /// Of these the subscribers.
    pub subscribers: Users,
    /// Of these the business seats.
    pub seats: Users,
    /// User-months credited: only quarters with a fleet in service.
    pub user_months: UserMonths,
    /// Tokens asked for.
    pub demand: Tokens,
    /// Tokens that the fleet could serve with this year's mix.
    pub capacity: Tokens,
    /// Tokens served.
    pub served: Tokens,
    /// Accelerators in service, mean.
    pub accelerators: Accelerators,
    /// Power at the meter, mean nameplate.
    pub power: Megawatts,
    /// Revenue by stream.
    pub revenue: ByStream,
    /// Cost by line, as paid; accelerators, network and facility are capex; residual negative.
    pub cost: ByCost,
    /// Free cash flow: revenue less every cost.
    pub fcf: Usd,
    /// Free cash flow since the start.
    pub cumulative: Usd,
    /// Revenue needed per user-month this year; absent without user-months or where nothing breaks even.
    pub needed: Option<UsdPerUserMonth>,
    /// Revenue expected per user-month this year; absent without user-months.
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

    /// Running costs: all but plant, tax and what is left over.
    #[must_use]
    pub fn opex(&self) -> Usd {
        let running = CostLine::ALL.iter().filter(|line| line.is_running());
        running.map(|&line| self.cost[line as usize]).sum()
    }
}

/// The lines that are plant.
pub const CAPEX_LINES: [CostLine; 3] = [CostLine::Accelerators, CostLine::Network, CostLine::Facility];
