//! Every kind of figure with its name, unit and equation: one row each.

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $variant:ident = $key:literal, $label:literal, $unit:literal, $when:ident, $equation:literal;)+) => {
        /// What a figure is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { $($(#[doc = $doc])+ $variant),+ }
        impl Kind {
            /// How many there are.
            pub const COUNT: usize = [$($key),+].len();
            /// All of them.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$variant),+];
            /// Its name in a request.
            #[must_use]
            pub const fn key(self) -> &'static str { match self { $(Self::$variant => $key),+ } }
            /// Its name for people.
            #[must_use]
            pub const fn label(self) -> &'static str { match self { $(Self::$variant => $label),+ } }
            /// Its unit.
            #[must_use]
            pub const fn unit(self) -> &'static str { match self { $(Self::$variant => $unit),+ } }
            /// Of when it is.
            #[must_use]
            pub const fn when(self) -> When { match self { $(Self::$variant => When::$when),+ } }
            /// How it is worked out, in words and signs.
            #[must_use]
            pub const fn equation(self) -> &'static str { match self { $(Self::$variant => $equation),+ } }
        }
    };
}

/// Of when a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Of the whole scenario.
    Whole,
    /// Of a model year.
    Year,
    /// Of a quarter.
    Quarter,
    /// Of a moment, in eighths of a year.
    Eighth,
}

kinds! {
    /// Net present value.
    Npv = "npv", "Net present value", "$", Whole, "all revenue − all cost, both in present value";
    /// Levelised revenue.
    Expected = "expected", "Expected revenue per user and month", "$/user-month", Whole, "all revenue ÷ user-months, both in present value";
    /// Levelised need.
    Needed = "needed", "Needed revenue per user and month", "$/user-month", Whole, "the sum of its lines";
    /// A line of the need.
    NeededLine = "needed-line", "Needed for", "$/user-month", Whole, "present value of the line ÷ user-months; a share of revenue times m*; tax as at break-even";
    /// The factor on revenue that breaks even.
    Multiple = "multiple", "m*, what revenue must be multiplied by to break even", "×", Whole, "(tax at break-even + costs that are held − value counted beside cash) ÷ (revenue in cash − costs that are shares of it); 0 where none is needed";
    /// Tax at break-even, present value.
    TaxEven = "tax-even", "Tax at break-even, present value", "$", Whole, "Σ tax of the year × discount factor of its fourth quarter";
    /// Tax of a year at break-even.
    TaxEvenYear = "tax-even-year", "Tax at break-even", "$", Year, "tax rate × taxable result; losses by the chosen rule";
    /// Taxable result of a year at break-even.
    IncomeEven = "income-even", "Taxable result at break-even", "$", Year, "m* × (revenue less its shares) − costs that are held + result of holding plant";
    /// Tax of a year.
    TaxYear = "tax-year", "Tax", "$", Year, "tax rate × taxable result; losses by the chosen rule";
    /// Taxable result of a year.
    Income = "income", "Taxable result", "$", Year, "revenue less its shares − costs that are held + result of holding plant";
    /// Revenue less costs that are shares of it.
    Contribution = "contribution", "Revenue less costs that are shares of it", "$", Year, "Σ streams − Σ shares";
    /// Costs that are held.
    Held = "held", "Running costs that do not scale with revenue", "$", Year, "Σ lines";
    /// Taxable result of plant.
    PlantResult = "plant-result", "Taxable result of holding plant", "$", Year, "what plant fetches − what is written off, by bonus, schedule and life";
    /// Discounted user-months.
    UserMonths = "user-months", "User-months, present value", "user-months", Whole, "Σ years";
    /// The same of a year.
    UserMonthsYear = "user-months-year", "User-months, present value", "user-months", Year, "Σ user-months of the quarter × discount factor";
    /// Credited user-months of a quarter.
    UserMonthsQuarter = "user-months-quarter", "User-months credited", "user-months", Quarter, "users × 3 months, while a fleet is in service";
    /// Present value of a stream.
    Revenue = "revenue", "Present value of", "$", Whole, "Σ years";
    /// The same of a year.
    RevenueYear = "revenue-year", "Present value of", "$", Year, "Σ revenue of the quarter × discount factor";
    /// A stream of a year.
    StreamYear = "stream-year", "Revenue:", "$", Year, "Σ quarters";
    /// A stream of a quarter.
    Stream = "stream", "Revenue:", "$", Quarter, "the product of all below; a quarter is three months, or a fourth of a year";
    /// Present value of a line of cost.
    Cost = "cost", "Present value of", "$", Whole, "Σ years";
    /// The same of a year.
    CostYear = "cost-year", "Present value of", "$", Year, "Σ cost of the quarter × discount factor of its date";
    /// A line of cost of a year.
    LineYear = "line-year", "Cost:", "$", Year, "Σ quarters";
    /// A line of cost of a quarter.
    Outlay = "outlay", "Cost:", "$", Quarter, "by the line's own rule, from all below";
    /// A discount factor.
    Discount = "discount", "Discount factor", "", Eighth, "(1 + rate) to the power of −years";
    /// Users.
    People = "people", "Users credited to this build-out", "users", Quarter, "ceiling × Bass curve from where it starts × share served by this build-out";
    /// Subscribers.
    Subscribers = "subscribers", "Subscribers", "users", Quarter, "users × paying share";
    /// Paying share.
    Paying = "paying", "Paying share", "%", Quarter, "reach × share of people who value a plan above its price: Φ((ln median − ln price)/σ)";
    /// Reach.
    Reach = "reach", "Reach of plans", "%", Quarter, "observed paying share ÷ Φ((ln median today − ln price today)/σ)";
    /// Median of willingness to pay.
    Median = "median", "Median value of the standard plan", "$/user-month", Quarter, "stated median × real part × uplift by capabilities";
    /// Uplift by capabilities.
    Uplift = "uplift", "Uplift of value by capabilities", "×", Quarter, "Π (1 + what it adds × rise of its share of messages)";
    /// Price of the standard plan.
    Standard = "standard", "Price of the standard plan", "$/user-month", Quarter, "price × fading rise";
    /// Average price of a payer.
    PlanPrice = "plan-price", "What a payer pays on average", "$/user-month", Quarter, "the standard price, or the mean over the plans that people take";
    /// Business seats.
    Seats = "seats", "Business seats", "users", Quarter, "seats × fading growth × share of this build-out × response to price, at most all other users";
    /// Price of a seat.
    SeatPrice = "seat-price", "Price of a seat", "$/user-month", Quarter, "price × fading rise";
    /// Response of seats.
    SeatResponse = "seat-response", "Seats sold at this price over those stated", "%", Quarter, "Φ((ln value − ln price)/σ) ÷ the same at the reference price";
    /// Users without a plan or seat.
    Free = "free", "Users without plan or seat", "users", Quarter, "users − subscribers − seats";
    /// Ads per free user.
    AdYield = "ad-yield", "Ads per free user and month", "$/user-month", Quarter, "ads × price of 1,000 ÷ 1,000 × sold × region";
    /// Commission per free user.
    OrderYield = "order-yield", "Commission per free user and month", "$/user-month", Quarter, "purchases × worth × commission";
    /// Price of a token.
    ApiPrice = "api-price", "Price of a token sold", "$/token", Quarter, "price ÷ fading fall";
    /// Value kept by a user.
    KeptEach = "kept-each", "Value that a user keeps a month", "$/user-month", Quarter, "reach × (value of those who pay − what they pay)";
    /// Payers won.
    Won = "won", "Payers won in the quarter", "users", Quarter, "subscribers − those of the quarter before who stay three months";
    /// Agent tokens.
    AgentTokens = "agent-tokens", "Agent, API and background tokens", "tokens", Quarter, "tokens a month × 3 × fading growth × share of this build-out";
    /// Tokens of a class of customer.
    Tokens = "tokens", "Tokens asked for:", "tokens", Quarter, "messages × tokens of a message, or the class's part of agent tokens";
    /// Work of a class.
    Work = "work", "Accelerator time asked for:", "accelerator-seconds", Quarter, "tokens of each class ÷ what one accelerator does of it in a second";
    /// Share of a class served.
    Fill = "fill", "Share served:", "%", Quarter, "all, where capacity is enough; else payers first by revenue per accelerator-second, or all alike";
    /// Money of a class if all were served.
    IfServed = "if-served", "Revenue if all were served:", "$", Quarter, "number × 3 months × price, or tokens × price";
    /// Accelerator time of the fleet.
    Capacity = "capacity", "Accelerator time of the fleet", "accelerator-seconds", Quarter, "accelerators in service, in those of the start × what each gives";
    /// What an accelerator gives.
    Yield = "yield", "Accelerator time that one gives", "s", Quarter, "7,884,000 s × realised share × fading software gain × safe load × average ÷ peak ÷ (1 + redundancy) × (1 − training)";
    /// Accelerators in service.
    Accelerators = "accelerators", "Accelerators in service", "accelerators", Quarter, "Σ bought and not yet retired";
    /// The same in accelerators of the start.
    Effective = "effective", "Accelerators in service, in those of the start", "accelerators", Quarter, "Σ bought × hardware gain of their year";
    /// Accelerators bought.
    Bought = "bought", "Accelerators bought", "accelerators", Quarter, "money of the quarter ÷ price with network and facility; or what demand lacks";
    /// Price with everything.
    AllIn = "all-in", "An accelerator with network and facility", "$/accelerator", Quarter, "price × its path + power × price of shell and power";
    /// In service over the peak.
    InService = "in-service", "Accelerators in service over the most there are", "%", Quarter, "accelerators ÷ the peak";
    /// Most accelerators.
    Peak = "peak", "Most accelerators at once", "accelerators", Whole, "the largest of all quarters";
    /// The only internal rate of return.
    Irr = "irr", "Internal rate of return", "a year", Whole, "the rate at which the present value of all cash, on its own dates, is 0";
    /// Value kept.
    KeptAll = "kept-all", "Value that users keep, present value", "$", Whole, "Σ user-months × value kept × share served × discount factor";
    /// Plant bought.
    PlantAll = "plant-all", "Plant bought over the years", "$", Whole, "Σ years, not discounted";
    /// Users of a year.
    UsersYear = "users-year", "Active users", "users", Year, "mean of the quarters";
    /// Subscribers of a year.
    SubscribersYear = "subscribers-year", "Subscribers", "users", Year, "mean of the quarters";
    /// Seats of a year.
    SeatsYear = "seats-year", "Business seats", "users", Year, "mean of the quarters";
    /// Tokens asked for.
    DemandYear = "demand-year", "Tokens asked for", "tokens", Year, "Σ customers and quarters";
    /// Tokens the fleet could serve.
    CapacityYear = "capacity-year", "Tokens that the fleet could serve", "tokens", Year, "tokens served × accelerator time of the fleet ÷ accelerator time used, at least 1; by quarter";
    /// Tokens served.
    ServedYear = "served-year", "Tokens served", "tokens", Year, "Σ tokens asked for × share served";
    /// Accelerators of a year.
    AcceleratorsYear = "accelerators-year", "Accelerators in service", "accelerators", Year, "mean of the quarters";
    /// Power of a year.
    PowerYear = "power-year", "Power at the meter", "MW", Year, "Σ accelerators in service × power of their year";
    /// Needed in a year.
    NeededYear = "needed-year", "Needed revenue per user and month", "$/user-month", Year, "(running costs and tax at break-even + the year's level charge for plant in service) ÷ user-months";
    /// Expected in a year.
    ExpectedYear = "expected-year", "Expected revenue per user and month", "$/user-month", Year, "Σ revenue ÷ user-months, both in present value";
    /// All revenue of a year.
    RevenueAll = "revenue-all", "Revenue", "$", Year, "Σ streams";
    /// Running costs of a year.
    RunningYear = "running-year", "Running costs", "$", Year, "Σ lines";
    /// Plant bought in a year.
    PlantYear = "plant-year", "Plant bought", "$", Year, "accelerators + network + buildings";
    /// Plant left over in a year.
    LeftYear = "left-year", "Plant left over", "$", Year, "what retired plant fetches";
    /// Free cash flow of a year.
    CashYear = "cash-year", "Free cash flow", "$", Year, "revenue − running costs − plant − tax + plant left over";
    /// Cash since the start.
    CumulativeYear = "cumulative-year", "Cumulative cash", "$", Year, "of the year before + this year's";
    /// A margin.
    Margin = "margin", "Of a dollar of revenue is left", "%", Whole, "(revenue − lines taken off) ÷ revenue, in present values";
    /// Capital recovery factor.
    Recovery = "recovery", "Capital recovery factor", "%", Whole, "rate ÷ (1 − (1 + rate) to the power of −life)";
    /// Level yearly cost of plant.
    AnnualPlant = "annual-plant", "All plant as a level yearly cost", "$", Whole, "plant × capital recovery factor";
    /// Instalment.
    Instalment = "instalment", "Instalment of the debt, a quarter", "$", Whole, "plant × part paid by debt × capital recovery factor at a fourth of the rate over the term's quarters";
    /// From what is left.
    FromLeft = "from-left", "Net present value from what is left of the plant", "$", Whole, "what is left over, a negative cost, with its sign turned";
    /// After year 5.
    AfterFive = "after-five", "Net present value after year 5", "$", Whole, "revenue − cost of the years after the fifth, in present value";
    /// Cost of plant in service.
    PlantCost = "plant-cost", "What the plant in service cost", "$", Quarter, "Σ bought and not yet retired";
}
