//! The table of all kinds of figures: one row for each, with its name, unit and equation.

/// Defines an enumeration of kinds of numbers, each with its name in a request, label, unit, time and equation.
#[macro_export]
macro_rules! kinds {
    ($(#[doc = $of:literal])+ $name:ident; $($variant:ident = $key:literal, $label:literal, $unit:literal, $when:ident, $equation:literal;)+) => {
        $(#[doc = $of])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $(#[doc = $label] $variant),+ }
        impl $name {
            /// The number of kinds.
            pub const COUNT: usize = [$($key),+].len();
            /// All kinds.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$variant),+];
            /// The name of the kind in a request.
            #[must_use]
            pub const fn key(self) -> &'static str { match self { $(Self::$variant => $key),+ } }
            /// The name of the kind for readers.
            #[must_use]
            pub const fn label(self) -> &'static str { match self { $(Self::$variant => $label),+ } }
            /// The unit of the number.
            #[must_use]
            pub const fn unit(self) -> &'static str { match self { $(Self::$variant => $unit),+ } }
            /// The point or period in time that the number is for.
            #[must_use]
            pub const fn when(self) -> $crate::working::When {
                match self { $(Self::$variant => $crate::working::When::$when),+ }
            }
            /// The equation of the number, in words and symbols.
            #[must_use]
            pub const fn equation(self) -> &'static str { match self { $(Self::$variant => $equation),+ } }
        }
    };
}

/// The point or period in time that a figure is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The whole scenario.
    Whole,
    /// A model year.
    Year,
    /// A quarter.
    Quarter,
    /// A moment, in eighths of a year.
    Eighth,
    /// The end of a quarter, where 0 is the start of the first quarter.
    End,
    /// A model year, for what was bought in a quarter. The index is 100 times the quarter plus the year.
    Bought,
}

kinds! {
    /// The kind of a figure.
    Kind;
    Npv = "npv", "Net present value", "$", Whole, "all revenue − all cost, both in present value";
    Expected = "expected", "Expected revenue per user and month", "$/user-month", Whole, "all revenue ÷ user-months, both in present value";
    Needed = "needed", "Needed revenue per user and month", "$/user-month", Whole, "the sum of its lines";
    NeededLine = "needed-line", "Needed for", "$/user-month", Whole, "present value of the line ÷ user-months; a share of revenue times m*; tax as at break-even";
    Multiple = "multiple", "m*, what revenue must be multiplied by to break even", "×", Whole, "(tax at break-even + costs that are held − value counted beside cash) ÷ (revenue in cash − costs that are shares of it); 0 where none is needed";
    TaxEven = "tax-even", "Tax at break-even, present value", "$", Whole, "Σ tax of the year × discount factor of its fourth quarter";
    TaxEvenYear = "tax-even-year", "Tax at break-even", "$", Year, "tax rate × taxable result; losses by the chosen rule";
    IncomeEven = "income-even", "Taxable result at break-even", "$", Year, "m* × (revenue less its shares) − costs that are held + result of holding plant";
    TaxYear = "tax-year", "Tax", "$", Year, "tax rate × taxable result; losses by the chosen rule";
    Income = "income", "Taxable result", "$", Year, "revenue less its shares − costs that are held + result of holding plant";
    Contribution = "contribution", "Revenue less costs that are shares of it", "$", Year, "Σ streams − Σ shares";
    Held = "held", "Running costs that do not scale with revenue", "$", Year, "Σ lines";
    PlantResult = "plant-result", "Taxable result of holding plant", "$", Year, "what plant fetches − what is written off, by bonus, schedule and life";
    UserMonths = "user-months", "User-months, present value", "user-months", Whole, "Σ years";
    UserMonthsYear = "user-months-year", "User-months, present value", "user-months", Year, "Σ user-months of the quarter × discount factor";
    UserMonthsQuarter = "user-months-quarter", "User-months credited", "user-months", Quarter, "users × 3 months, while a fleet is in service";
    Revenue = "revenue", "Present value of", "$", Whole, "Σ years";
    RevenueYear = "revenue-year", "Present value of", "$", Year, "Σ revenue of the quarter × discount factor";
    StreamYear = "stream-year", "Revenue:", "$", Year, "Σ quarters";
    Stream = "stream", "Revenue:", "$", Quarter, "the product of all below; a quarter is three months, or a fourth of a year";
    Cost = "cost", "Present value of", "$", Whole, "Σ years";
    CostYear = "cost-year", "Present value of", "$", Year, "Σ cost of the quarter × discount factor of its date";
    LineYear = "line-year", "Cost:", "$", Year, "Σ quarters";
    Outlay = "outlay", "Cost:", "$", Quarter, "by the line's own rule, from all below";
    Discount = "discount", "Discount factor", "", Eighth, "(1 + rate) to the power of −years";
    People = "people", "Users credited to this build-out", "users", Quarter, "ceiling × Bass curve from where it starts × share served by this build-out";
    Credit = "credit", "Share of users credited to this build-out", "%", Quarter, "this plant that stands ÷ (it + plant of others and of other years), both in accelerators of the start; kept from the end of the plan on where the fleet is renewed";
    OtherPlant = "other-plant", "Plant of others and of other years that serves the same users, in accelerators of the start", "accelerators", Quarter, "Σ years of payment";
    OtherYear = "other-year", "The same, paid for in", "accelerators", Quarter, "AI capex that is not judged × part that counts ÷ 4 × Σ quarters that stand: hardware gain ÷ price with network and facility";
    Subscribers = "subscribers", "Subscribers", "users", Quarter, "users × paying share";
    Paying = "paying", "Paying share", "%", Quarter, "reach × share of people who value a plan above its price: Φ((ln median − ln price)/σ)";
    Reach = "reach", "Reach of plans", "%", Quarter, "observed paying share ÷ Φ((ln median today − ln price today)/σ)";
    Median = "median", "Median value of the standard plan", "$/user-month", Quarter, "stated median × real part × uplift by capabilities";
    Uplift = "uplift", "Uplift of value by capabilities", "×", Quarter, "Π (1 + what it adds × customers over messages × rise of its share of messages)";
    Raise = "raise", "Rise of price for capabilities:", "×", Quarter, "1 + part of the added worth that is charged × (uplift of value by capabilities − 1)";
    Standard = "standard", "Price of the standard plan", "$/user-month", Quarter, "price × fading rise × rise for capabilities";
    PlanPrice = "plan-price", "What a payer pays on average", "$/user-month", Quarter, "the standard price, or the mean over the plans that people take";
    Seats = "seats", "Business seats", "users", Quarter, "seats × fading growth × share of this build-out × response to price, at most all other users";
    SeatPrice = "seat-price", "Price of a seat", "$/user-month", Quarter, "price × fading rise × rise for capabilities";
    SeatResponse = "seat-response", "Seats sold at this price over those stated", "%", Quarter, "Φ((ln value − ln price before the rise for capabilities)/σ) ÷ the same at the reference price";
    Free = "free", "Users without plan or seat", "users", Quarter, "users − subscribers − seats";
    AdYield = "ad-yield", "Ads per free user and month", "$/user-month", Quarter, "ads × price of 1,000 ÷ 1,000 × sold × region";
    AdRegion = "ad-region", "What an ad brings on the average of the world, of what is stated", "%", Whole, "US part + Europe's and Asia-Pacific's parts × their worth + the rest × its worth; parts of more than all are scaled to all";
    OrderYield = "order-yield", "Commission per free user and month", "$/user-month", Quarter, "purchases × worth × commission";
    ApiPrice = "api-price", "Price of a token sold", "$/token", Quarter, "price ÷ fading fall × premium for speed × rise for capabilities";
    SpeedPremium = "speed-premium", "Premium for speed on the price of a token", "×", Whole, "1 + part sold at it × ((speed promised ÷ speed at which prices are as stated, from 1 to 10) to the power of its rise − 1)";
    AdBases = "ad-bases", "Ad businesses whose uplift is counted, a year", "$", Whole, "Σ revenue of those that are on";
    FreeMonths = "free-months", "User-months of free users", "user-months", Quarter, "users without plan or seat × 3 months, while a fleet is in service";
    KeptQuarter = "kept-quarter", "Value that payers and free users keep", "$", Quarter, "user-months × value kept × share served + user-months of free users × share served × their value × its real part";
    KeptEach = "kept-each", "Value that a user keeps a month", "$/user-month", Quarter, "reach × (value of those who pay − what they pay)";
    Won = "won", "Payers won in the quarter", "users", Quarter, "subscribers − those of the quarter before who stay three months";
    AgentTokens = "agent-tokens", "Agent, API and background tokens", "tokens", Quarter, "tokens a month × 3 × fading growth × share of this build-out";
    Tokens = "tokens", "Tokens asked for:", "tokens", Quarter, "messages × tokens of a message, or the class's part of agent tokens";
    Work = "work", "Accelerator time asked for:", "accelerator-seconds", Quarter, "tokens of each class ÷ what one accelerator does of it in a second";
    Fill = "fill", "Share served:", "%", Quarter, "all, where capacity is enough; else payers first by revenue per accelerator-second, or all alike; of those who have not left";
    IfServed = "if-served", "Revenue if all were served:", "$", Quarter, "number × 3 months × price, or tokens × price × what idle plant leaves of it";
    Capacity = "capacity", "Accelerator time of the fleet", "accelerator-seconds", Quarter, "accelerators in service, in those of the start × what each gives";
    Yield = "yield", "Accelerator time that one gives", "s", Quarter, "7,884,000 s × realised share × fading software gain × safe load × average ÷ peak ÷ (1 + redundancy) × (1 − training)";
    Accelerators = "accelerators", "Accelerators in service", "accelerators", Quarter, "Σ bought and not yet retired × part with power";
    Effective = "effective", "Accelerators in service, in those of the start", "accelerators", Quarter, "Σ bought × hardware gain of their year × part with power";
    Bought = "bought", "Accelerators bought", "accelerators", Quarter, "money of the quarter ÷ price with network and facility; or what demand lacks";
    AllIn = "all-in", "An accelerator with network and facility", "$/accelerator", Quarter, "price × its path + power × price of shell and power";
    InService = "in-service", "Part of the build-out that counts", "%", Quarter, "accelerators with power ÷ the peak of all that stand; or the share of users credited × part with power";
    Peak = "peak", "Most accelerators at once", "accelerators", Whole, "the largest of all quarters";
    Powered = "powered", "Part of the accelerators that power can be had for", "%", Quarter, "power that can be had ÷ nameplate power of all that stand, at most 1";
    ByRent = "by-rent", "Accelerators that stand, in new ones by rent", "accelerators", Quarter, "Σ bought × (1 − fall of the rent) to the power of years since they were paid for";
    Stays = "stays", "Share that has not left for good:", "%", Quarter, "s = that of the quarter before × (1 − part that leaves) + part that leaves × share served then; 1 − (1 − s) × those before ÷ those now, at most 1";
    Used = "used", "Part of the fleet's accelerator time that is used", "%", Quarter, "Σ accelerator time asked for × share served ÷ accelerator time of the fleet";
    LoadPrice = "load-price", "Prices over their path, by what stood idle", "×", Quarter, "1 − fall × (1 − part of the fleet's time used in the quarter before)";
    BorneMonths = "borne-months", "User-months whose costs are borne", "user-months", Quarter, "Σ users × share whose costs are borne × 3 months";
    Borne = "borne", "Share whose running costs are borne:", "%", Quarter, "payers: the share served; unpaid use: the share that all that stands would serve with power";
    Standing = "standing", "Accelerator time of all that stands, with power", "accelerator-seconds", Quarter, "Σ bought × hardware gain of their year × what each gives";
    Wanted = "wanted", "Part of what stands that demand wants", "%", Quarter, "Σ accelerator time asked for by those who stay ÷ accelerator time of all that stands, at most 1";
    SiteWorth = "site-worth", "What is left of a megawatt of site", "$/MW", Quarter, "reference cost × credited part × remaining life ÷ life, from payment on";
    Irr = "irr", "Internal rate of return", "a year", Whole, "the rate at which the present value of all cash, on its own dates, is 0";
    KeptAll = "kept-all", "Value that users keep, present value", "$", Whole, "Σ value kept in the quarter × discount factor";
    PlantAll = "plant-all", "Plant bought over the years", "$", Whole, "Σ years, not discounted";
    ShareYear = "share-year", "Share of users credited to this build-out", "%", Year, "mean of the quarters";
    UsersYear = "users-year", "Active users", "users", Year, "mean of the quarters";
    SubscribersYear = "subscribers-year", "Subscribers", "users", Year, "mean of the quarters";
    SeatsYear = "seats-year", "Business seats", "users", Year, "mean of the quarters";
    DemandYear = "demand-year", "Tokens asked for", "tokens", Year, "Σ customers and quarters";
    CapacityYear = "capacity-year", "Tokens that the fleet could serve", "tokens", Year, "tokens served × accelerator time of the fleet ÷ accelerator time used, at least 1; by quarter";
    ServedYear = "served-year", "Tokens served", "tokens", Year, "Σ tokens asked for × share served";
    AcceleratorsYear = "accelerators-year", "Accelerators in service", "accelerators", Year, "mean of the quarters";
    PowerYear = "power-year", "Power at the meter", "MW", Year, "Σ accelerators in service × power of their year";
    NeededYear = "needed-year", "Needed revenue per user and month", "$/user-month", Year, "(running costs and tax at break-even + the year's level charge for plant in service) ÷ user-months";
    ExpectedYear = "expected-year", "Expected revenue per user and month", "$/user-month", Year, "Σ revenue ÷ user-months, both in present value";
    RevenueAll = "revenue-all", "Revenue", "$", Year, "Σ streams";
    RunningYear = "running-year", "Running costs", "$", Year, "Σ lines";
    PlantYear = "plant-year", "Plant bought", "$", Year, "accelerators + network + buildings";
    LeftYear = "left-year", "Plant left over", "$", Year, "what retired plant fetches";
    CashYear = "cash-year", "Free cash flow", "$", Year, "revenue − running costs − plant − tax + plant left over";
    CumulativeYear = "cumulative-year", "Cumulative cash", "$", Year, "of the year before + this year's";
    Margin = "margin", "Of a dollar of revenue is left", "%", Whole, "(revenue − lines taken off) ÷ revenue, in present values";
    Recovery = "recovery", "Capital recovery factor", "%", Whole, "rate ÷ (1 − (1 + rate) to the power of −life)";
    AnnualPlant = "annual-plant", "All plant as a level yearly cost", "$", Whole, "plant × capital recovery factor";
    Instalment = "instalment", "Instalment of the debt, a quarter", "$", Whole, "plant × part paid by debt × capital recovery factor at a fourth of the rate over the term's quarters";
    FromLeft = "from-left", "Net present value from what is left of the plant", "$", Whole, "what is left over, a negative cost, with its sign turned";
    AfterFive = "after-five", "Net present value after year 5", "$", Whole, "revenue − cost of the years after the fifth, in present value";
    PlantCost = "plant-cost", "What the plant in service cost", "$", Quarter, "Σ bought and not yet retired";
    WithoutLeft = "without-left", "Net present value without what is left of the plant", "$", Whole, "net present value − what is left over";
    FirstFive = "first-five", "Net present value of the first five years", "$", Whole, "net present value − that after year 5";
    LeftShare = "left-share", "What is left of the plant, of all net present value", "%", Whole, "what is left over ÷ net present value";
    AfterShare = "after-share", "The time after year 5, of all net present value", "%", Whole, "net present value after year 5 ÷ net present value";
    RevenueSum = "revenue-sum", "All revenue, present value", "$", Whole, "Σ streams";
    CostSum = "cost-sum", "All cost, present value", "$", Whole, "Σ lines";
    RevenueShare = "revenue-share", "Of all revenue:", "%", Whole, "present value of the stream ÷ of all revenue";
    CostShare = "cost-share", "Of all cost:", "%", Whole, "present value of the line ÷ of all cost";
    Gap = "gap", "Expected less needed, per user and month", "$/user-month", Whole, "expected − needed";
    BackPerDollar = "back-per-dollar", "Comes back of each dollar of cost", "¢", Whole, "100 × all revenue ÷ all cost, both in present value";
    MoreRevenue = "more-revenue", "How much higher revenue would have to be", "%", Whole, "factor on all cash revenue that breaks even − 1; negative where it could be lower";
    CostEach = "cost-each", "Cost per user and month", "$/user-month", Whole, "all cost ÷ user-months, both in present value";
    Flat = "flat", "A flat amount per user and month that breaks even", "$/user-month", Whole, "(tax then + costs that are held − value counted beside cash) ÷ (user-months × (1 − staff − R&D)), in present values";
    FlatTax = "flat-tax", "Tax at that flat amount, present value", "$", Whole, "Σ tax of the year × discount factor of its fourth quarter; tax of the flat amount × what is kept of it × user-months − costs that are held + result of holding plant";
    ServedMonth = "served-month", "Tokens served in a mean month", "tokens", Whole, "Σ years ÷ months looked at";
    PayingYear = "paying-year", "Paying share of users", "%", Year, "subscribers ÷ active users";
    FleetRate = "fleet-rate", "Tokens a second of an accelerator, fully used", "tokens/s", Year, "tokens that the fleet could serve ÷ accelerators in service ÷ 31,536,000 s";
    Messages = "messages", "Messages of an average user a month", "messages", Quarter, "messages × fading growth × mean use under the cap: Φ((ln c − σ²/2)/σ) + c·(1 − Φ((ln c + σ²/2)/σ))";
    Usage = "usage", "Messages over the average:", "×", Quarter, "payers: as stated, but at most what leaves the others a tenth of the average; the others share the rest";
    MessageTokens = "message-tokens", "Tokens of an average message:", "tokens", Quarter, "to be read: S·((1 − h)·P + v·s·ρ + m·(1 − h_m)·M); in cache: S·(h·P + m·h_m·M); answer: S·A·(1 + r(R − 1)); S = 1 + a(n − 1)";
    MessageEncoded = "message-encoded", "Tokens of video watched in an average message", "tokens", Quarter, "S·v·s·ρ; S = 1 + a(n − 1)";
    MessageMade = "message-made", "Video made for an average message", "s", Quarter, "share of messages that make a video × seconds made at a time";
    Encoded = "encoded", "Tokens of video watched:", "tokens", Quarter, "people × months × messages × tokens of video watched in a message";
    Made = "made", "Video made:", "s", Quarter, "people × months × messages × video made for a message";
    Load = "load", "Tokens asked for:", "tokens", Quarter, "users × 3 months × messages × over the average × tokens of a message; or the part of agent tokens";
    ApiResponse = "api-response", "Use at this price over that at the sourced one", "×", Whole, "(price ÷ reference) to the power of the elasticity, at most the saturation";
    DayAverage = "day-average", "Average over peak load of the day", "%", Whole, "m/(m + a·s), m = (1 + night)/2, a = (1 − night)/2, s = sin(πZ/24)/(πZ/24)";
    Busy = "busy", "Accelerators that the work keeps in use, in those of the start", "accelerators", Quarter, "Σ accelerator time × share whose costs are borne ÷ what one gives";
    Gain = "gain", "What an accelerator of this quarter does, in those of the start", "×", Quarter, "fading gain of hardware";
    ChipPrice = "chip-price", "Price of an accelerator without network", "$/accelerator", Quarter, "price × fading path × (1 − network's share)";
    PortPrice = "port-price", "Network for an accelerator", "$/accelerator", Quarter, "price × fading path × network's share";
    PowerEach = "power-each", "Power of an accelerator at the meter", "MW", Quarter, "power × fading path × PUE, where it is measured at the server";
    Budget = "budget", "Money of the quarter for AI plant", "$", Quarter, "capex of the year × share for AI × part of it that is charged ÷ 4";
    Kept = "kept", "Accelerators of before that are still in service", "accelerators", Quarter, "Σ bought before and not yet retired";
    EffectiveKept = "effective-kept", "The same in accelerators of the start", "accelerators", Quarter, "Σ bought before and not yet retired × their gain";
    PowerKept = "power-kept", "Power of accelerators of before", "MW", Quarter, "Σ bought before and not yet retired × their power";
    PortsKept = "ports-kept", "Network of before, in accelerators connected", "accelerators", Quarter, "Σ bought before and within its life";
    SitesKept = "sites-kept", "Sites of before", "MW", Quarter, "Σ bought before and within their life";
    PortsBought = "ports-bought", "Network bought, in accelerators connected", "accelerators", Quarter, "accelerators kept + bought − network kept, at least 0";
    SitesBought = "sites-bought", "Sites bought", "MW", Quarter, "power kept + accelerators bought × power − sites kept, at least 0";
    Power = "power", "Power of accelerators in service", "MW", Quarter, "Σ bought and not yet retired × their power × part with power";
    PeakPower = "peak-power", "Most power at once", "MW", Whole, "the largest of all quarters";
    InUse = "in-use", "Power drawn in use, of nameplate", "%", Whole, "idle + (1 − idle)·((1 − training)·safe load × average ÷ peak ÷ (1 + redundancy) + training)";
    Drawn = "drawn", "Power drawn on average", "MW", Quarter, "newest first, while the work lasts: bought × power × drawn in use; surplus is off";
    Night = "night", "Idle below the peak, of all hours", "%", Whole, "safe load × (1 − average ÷ peak) ÷ (1 + redundancy) × (1 − training)";
    Worth = "worth", "Got for plant, of what was paid:", "%", Quarter, "accelerators: second-hand curve at age ÷ life, bent to the scrap value; network: reuse × life that is left; both from payment on";
    WrittenOff = "written-off", "Written off for tax, of what was paid:", "%", Bought, "schedule at the end of the year − at its start; what is left of it at disposal";
    Charge = "charge", "Capital charge of what was bought:", "$", Bought, "(paid × factor − got × factor) × Σ factors of the year's quarters in service ÷ Σ factors of all its quarters in service";
    ChargeYear = "charge-year", "Capital charge, present value", "$", Year, "Σ all that is in service";
    ResearchShare = "research-share", "R&D that is charged, of revenue", "%", Whole, "R&D × (1 − its compute × min(1, training's share of the fleet ÷ (1 − inference's share of compute)))";
    Net = "net", "Money in less running costs", "$", Quarter, "Σ streams − Σ running costs";
    Flow = "flow", "Cash at a quarter's end", "$", End, "money in less running costs + value counted beside cash − tax + plant left over − plant bought";
    FlowPv = "flow-pv", "The same in present value", "$", End, "each part × the discount factor of its own date";
    Mirr = "mirr", "Modified rate of return", "a year", Whole, "(what comes back, reinvested to the end ÷ what is paid out, in present value) to the power of 1 ÷ quarters, as a yearly rate; both at the discount rate";
    Xirr = "xirr", "Rate of return on calendar days", "a year", Whole, "the rate at which the present value of all cash on calendar days (Actual/365) is 0";
    Xnpv = "xnpv", "Net present value on calendar days", "$", Whole, "Σ cash × (1 + rate) to the power of −days ÷ 365 (Actual/365): purchases on a quarter's first day, money in its middle, proceeds on the next quarter's first day";
    IrrRoot = "irr-root", "A rate at which the present value of all cash is 0", "a year", Whole, "present value of all cash, on its own dates = 0";
    Payback = "payback", "Money back", "years", Whole, "where cumulative cash crosses 0, on a straight line inside the quarter";
    Cover = "cover", "Cover of the instalment,", "×", Whole, "money in less running costs of a quarter ÷ instalment; least and mean over the term";
    Rate = "rate", "Tokens a second of an accelerator:", "tokens/s", Whole, "prompts: tokens of a pass ÷ (its time × accelerators); in cache: load rate ÷ bytes of a token; answers: batch × tokens of a step ÷ (its time × accelerators); or as measured";
    EncodeTime = "encode-time", "Time of the vision encoder for a token of video", "s", Whole, "arithmetic ÷ (16-bit peak × share of it reached)";
    MakeTime = "make-time", "Accelerator time for a second of video made", "s", Whole, "arithmetic ÷ (8-bit peak × share of it reached) + time that a clip takes once ÷ its length";
    Group = "group", "Accelerators that share one copy of the model,", "accelerators", Whole, "as chosen, or the fewest that hold weights and one conversation; or those of the cheapest layout at the promised speed";
    Cut = "cut", "Accelerators over which attention is cut,", "accelerators", Whole, "all of a copy where every matrix is cut, one where experts are spread; or those of the cheapest layout at the promised speed";
    Copies = "copies", "Copies of a conversation's cache", "", Whole, "one; a vector that serves all heads is held by each accelerator that cuts attention";
    Growth = "growth", "Time that expert layers take more,", "s", Whole, "expert layers × time for each doubling × log₂ of the accelerators";
    Batch = "batch", "Conversations at a time", "conversations", Whole, "memory: room ÷ cache of a conversation; software: its most × engines; else the most at which t(B) + B·stall = tokens of a step ÷ promised speed";
    Room = "room", "Memory left for conversations", "bytes", Whole, "accelerators × (memory × share that may be filled − kept for buffers) − weights, common ones once per engine: accelerators ÷ those that cut attention";
    Sequence = "sequence", "Cache of a conversation", "bytes", Whole, "tokens kept × cached elements of a token × bytes of an element × copies";
    Stall = "stall", "Prompt work that a conversation adds to a step", "s", Whole, "prompt tokens to be read per answer token ÷ (prompt tokens a second × accelerators); 0 in two pools";
    StepTokens = "step-tokens", "Tokens that a step yields", "tokens", Whole, "(1 − a^(g + 1)) ÷ (1 − a), g drafted tokens, a the chance that one is accepted";
    Step = "step", "Time of one step of an answer", "s", Whole, "the sum of its parts";
    StepPart = "step-part", "Part of a step:", "s", Whole, "matrices: 2 (P_c/MFU + P_e/MFU_e) B/(n F); attention: 2 a ctx B/(n F₁₆·MFU_a); weights: bytes/(BW·MBU), of experts no more than it holds; cache: copies B ctx kv/(n BW·MBU_kv); links: what is summed ÷ link rate, and what is sent, less what the rest hides; fixed: L(t_layer + t_coll) + L_e(t_e + t_g log₂ n) + B_e·t_seq";
    Speed = "speed", "Tokens a second for each reader", "tokens/s", Whole, "tokens of a step ÷ (time of a step + conversations × prompt work)";
    Measured = "measured", "Answer tokens a second that runs like this measure,", "tokens/s", Whole, "by the physics × what one run in ten of 2026 is below or above";
    PassTokens = "pass-tokens", "Prompt tokens of a pass", "tokens", Whole, "chunk × accelerators, at least one prompt";
    Pass = "pass", "Time of a prompt pass", "s", Whole, "the sum of its parts";
    PassPart = "pass-part", "Part of a prompt pass:", "s", Whole, "matrices: 2 (P_c/MFU + P_e/MFU_e) T/(n F); attention: a s T/(n F₁₆·MFU_a); weights: bytes/(BW·MBU), of experts no more than it holds; links: what is summed ÷ link rate, and what is sent, less what the rest hides; fixed: L(t_layer + t_coll) + L_e(t_e + t_g log₂ n)";
    StepShare = "step-share", "Share of a step:", "%", Whole, "its parts ÷ time of the step";
    Attention = "attention", "Weights of one layer's attention", "weights", Whole, "grouped: 2 d d_h (n_h + n_kv); latent: d q + q n_h (nope + r) + d (c + r) + c n_h (nope + v) + n_h v d; one vector as key and value: d q + q n_h d_h + d d_h + n_h d_h o + g o d; each with what is beyond its kind";
    Common = "common", "Weights that every token passes", "weights", Whole, "layers × attention + dense layers × matrices × d × FFN + expert layers × shared experts × weights of an expert";
    Expert = "expert", "Weights of one expert, all layers", "weights", Whole, "expert layers × matrices × d × FFN of an expert";
    Head = "head", "Weights of the output head", "weights", Whole, "vocabulary × d";
    Cached = "cached", "Cached elements of a token, all layers", "elements", Whole, "grouped: 2 L n_kv d_h; latent: L (c + r); one vector as key and value: L d_h";
    PairPrompt = "pair-prompt", "Multiply-adds of attention per pair of prompt tokens", "", Whole, "grouped: 2 L n_h d_h; latent: L n_h (nope + r + v)";
    PairAnswer = "pair-answer", "Multiply-adds of attention per cached token read", "", Whole, "grouped: 2 L n_h d_h; latent: L n_h (2c + r)";
    Reads = "reads", "Cached tokens that a new one reads, mean of layers", "tokens", Whole, "f n + p min(q n, R) + w min(n, W)";
    Keeps = "keeps", "Cached tokens that are kept, mean of layers", "tokens", Whole, "(f + p q) n + w min(n, W)";
    ByPhysics = "by-physics", "The physics over the measured figure:", "×", Whole, "tokens a second by the physics ÷ tokens a second as measured";
    Useful = "useful", "Benchmark seconds that an hour in service gives", "s", Whole, "accelerator time that one gives in a quarter ÷ 2,190 hours";
    Hour = "hour", "An accelerator-hour:", "$", Whole, "plant: (paid × (1 + r)^lag − got × (1 + r)^(−time in service)) ÷ Σ (1 + r)^(−t) ÷ 2,190; electricity: kW × drawn in use × price; the rest: shares of price a year ÷ 8,760, less idle nights; rented: rent less idle nights";
    TokenCost = "token-cost", "Cost of a token:", "$/token", Whole, "accelerator-hour ÷ benchmark seconds of an hour ÷ tokens a second; traffic on answers";
    WatchedCost = "watched-cost", "Cost of a second of video watched:", "$", Whole, "tokens of a second × (cost of a prompt token + cost of an accelerator-second × time of the encoder)";
    MadeCost = "made-cost", "Cost of a second of video made:", "$", Whole, "cost of an accelerator-second × accelerator time for a second of video";
    MessageCost = "message-cost", "Cost of a message of the mix at the start:", "$", Whole, "Σ tokens × cost of a token + cost of an accelerator-second × time of video";
    KindTokens = "kind-tokens", "Tokens of a message:", "tokens", Whole, "as those of an average message, with all shares 0 but its own";
    KindEncoded = "kind-encoded", "Tokens of video watched in a message:", "tokens", Whole, "as those of an average message, with all shares 0 but its own";
    KindMade = "kind-made", "Video made for a message:", "s", Whole, "as that of an average message, with all shares 0 but its own";
    KindCost = "kind-cost", "Cost of a message:", "$", Whole, "Σ tokens × cost of a token + cost of an accelerator-second × time of video, and storage of a memory ÷ messages a month";
    KindMultiple = "kind-multiple", "Cost over plain chat:", "×", Whole, "cost of the message ÷ cost of plain chat";
    KindFleet = "kind-fleet", "Accelerators if every message were:", "accelerators", Whole, "users × share of this build-out × 3 months × messages × (Σ tokens ÷ tokens a second + time of video) ÷ accelerator time that one gives";
    KindPower = "kind-power", "Power of those accelerators:", "MW", Whole, "accelerators × power of one";
    KindCapex = "kind-capex", "What those accelerators cost:", "$", Whole, "accelerators × price with network and facility";
}
