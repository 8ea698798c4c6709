//! The input table: one row per input. Each row's field, reason, key, label, unit, ranges, distribution, source and
//! grade are written here and nowhere else.
//!
//! Figures are in the unit of the key, as in a link. `fact` names the row of `data/` from which they come.
//!
//! A row is wrapped by hand: as many fields on a line as fit into 120 columns, the next line at the same indent. A doc
//! comment goes on over several lines; the macro joins them. `group` stays the first field, and the base (`NUMBER`,
//! `SWITCH`, `CHOICE`) the last, since the list of numbers that can vary is made from these two.

use super::audit::audit;
use super::group::Group;
use super::names::{NumberName, place};
use super::input::InputSpec;
use super::kind::{Kind, Place, Scale, Shape};
use super::unit::Unit;
use super::sources::{self, Grade};
use super::catalogue::{ChipChoice, ModelChoice};
use super::values::Values;
use payenough_quantities::lane::Lane;
use payenough_quantities::{
    Column, Gigabytes, GigabytesPerSecond, Hours, Megawatts, MegawattsPerAccelerator, MessagesPerUserMonth, PerYear,
    Ratio, Seconds, SecondsPerMessage, Teraflops, Teraoperations, Tokens, TokensPerMessage, TokensPerSecond, Usd,
    UsdPerAccelerator, UsdPerAcceleratorHour, UsdPerKwh, UsdPerMegawatt, UsdPerToken, UsdPerUser, UsdPerUserMonth,
    Users, Years,
};

const PCT: Unit = Unit::new("pct", "%", 100.0);
const USD: Unit = Unit::new("usd", "$", 1.0);
const YR: Unit = Unit::new("yr", "years", 1.0);
const COUNT: Unit = Unit::new("n", "", 1.0);
/// The value of the last option of a choice between numbers.
const LAST_NUMBER: f64 = (NUMBERS.len() - 1) as f64;
const TIMES: Unit = Unit::new("x", "×", 1.0);

choices! {
    /// What determines the size of the fleet.
    CapexBasis {
        /// A budget in dollars a year: the fleet is what the budget buys.
        Announced = "announced", "An announced budget";
        /// Demand: each quarter buys what is missing.
        Sized = "sized", "Demand";
    }
    /// How announced capex is typed.
    CapexBy {
        /// One amount for every announced year, from the start on.
        Rate = "rate", "as one amount a year";
        /// By calendar year.
        Calendar = "calendar", "by calendar year";
    }
    /// A calendar year of the table of capex.
    CalendarYear {
        /// 2025.
        Y2025 = "2025", "2025";
        /// 2026.
        Y2026 = "2026", "2026";
        /// 2027.
        Y2027 = "2027", "2027";
        /// 2028.
        Y2028 = "2028", "2028";
        /// 2029.
        Y2029 = "2029", "2029";
        /// 2030.
        Y2030 = "2030", "2030";
        /// 2031.
        Y2031 = "2031", "2031";
        /// 2032.
        Y2032 = "2032", "2032";
    }
    /// What of the AI capex is charged.
    Charged {
        /// The part that serves users.
        Inference = "inference", "its inference part";
        /// All of it; the part that trains serves nobody.
        All = "all", "all of it, training included";
    }
    /// How the share of users that the programme serves is found.
    CreditBy {
        /// As one share, for ever.
        Typed = "typed", "typed, one share for ever";
        /// From the throughput of all plant in service.
        Computed = "computed", "computed from all plant in service";
    }
    /// What happens after the announced years.
    AfterPlan {
        /// The fleet ages out, and earns as long as it can serve.
        RunOff = "run-off", "Nothing more is bought (run-off)";
        /// From then on the fleet is sized to demand.
        Renewal = "renewal", "The fleet is renewed";
    }
    /// Where the power of an accelerator was measured.
    PowerAt {
        /// At the meter, cooling included.
        Meter = "meter", "at the meter, cooling included";
        /// At the server: multiply by PUE.
        Server = "server", "at the server";
    }
    /// Who is served if the fleet is too small.
    ShortageRule {
        /// Payers first, then in order of revenue per accelerator-second.
        ByValue = "by-value", "payers first";
        /// The same share of everybody's requests.
        ProRata = "pro-rata", "everybody alike";
    }
    /// The tax depreciation schedule of equipment.
    TaxClass {
        /// MACRS, 3 years.
        Macrs3 = "macrs-3", "MACRS 3 years";
        /// MACRS, 5 years.
        Macrs5 = "macrs-5", "MACRS 5 years";
        /// MACRS, 7 years.
        Macrs7 = "macrs-7", "MACRS 7 years";
        /// Straight line over the economic life.
        StraightLine = "straight-line", "straight line";
    }
    /// How a tax loss is used.
    Losses {
        /// Offset at once against the owner's other profit.
        UsedAtOnce = "used-at-once", "used at once";
        /// Carried forward to later profit, of which it offsets at most 80%.
        CarriedForward = "carried-forward", "carried forward";
    }
    /// How the world average relative to the ad price is found.
    AdsBy {
        /// As one figure for the world.
        World = "world", "one figure for the world";
        /// From where free users live, and what an ad place brings in each region.
        Regions = "regions", "four regions, typed below";
    }
    /// What "What would have to be true?" has to reach.
    Sought {
        /// A net present value of 0 at the discount rate.
        Npv = "npv", "a net present value of 0";
        /// A given rate of return.
        Irr = "irr", "a rate of return";
        /// A given payback time.
        Payback = "payback", "the money back in time";
        /// A given margin.
        Margin = "margin", "a margin";
    }
    /// Who owns the plant that serves.
    Compute {
        /// The platform itself: plant is bought, run and sold second hand.
        Owned = "owned", "owned";
        /// A cloud: accelerator-hours are rented.
        Rented = "rented", "rented by the hour";
    }
    /// What becomes of an announced budget whose accelerators find no power.
    BeyondCap {
        /// It is spent as announced: accelerators wait for power, and age.
        Spent = "spent", "spent as announced: accelerators wait";
        /// It is not spent.
        Saved = "saved", "saved";
    }
    /// How the ratio of average to peak load is found.
    LoadFrom {
        /// As one number.
        Number = "number", "one number";
        /// From a day of 24 hours.
        Day = "day", "a day of 24 hours";
    }
    /// How throughput in tokens per second is found.
    Throughput {
        /// From the roofline of MODEL.md section 4.
        Physics = "physics", "the physics";
        /// From the reader's own measurements.
        Measured = "measured", "measured figures, typed below";
    }
    /// Bits per weight.
    Precision {
        /// 16 bits.
        Bits16 = "fp16", "16 bits";
        /// 8 bits.
        Bits8 = "fp8", "8 bits";
        /// 4 bits.
        Bits4 = "fp4", "4 bits";
    }
    /// Bits per cached key or value.
    CachePrecision {
        /// 16 bits.
        Bits16 = "fp16", "16 bits";
        /// 8 bits.
        Bits8 = "fp8", "8 bits";
    }
    /// Whether prompts and answers share accelerators.
    Pools {
        /// Prompts run on some accelerators, answers on others.
        Two = "two", "apart, each on its own accelerators";
        /// Both run on the same accelerators, in turns.
        One = "one", "on the same accelerators, in turns";
    }
    /// How accelerators share a copy of the model.
    Sharing {
        /// By experts if the model has them.
        Auto = "auto", "by experts where the model has them";
        /// Every matrix is cut (tensor parallelism).
        Tensor = "tensor", "cutting every matrix";
        /// Experts are distributed, and attention is replicated.
        Expert = "expert", "spreading experts";
    }
    /// What determines the group that shares a copy of the model, and how it shares it.
    LayoutFrom {
        /// As chosen.
        Chosen = "chosen", "the numbers below";
        /// The cheapest at the promised speed.
        Cheapest = "cheapest", "what is cheapest at the promised speed";
    }
    /// How many plans people can choose from.
    Plans {
        /// One plan at the average price.
        One = "one", "one, at the average price";
        /// A cheap, a standard and a top plan.
        Three = "three", "three: cheap, standard and top";
    }
    /// Whose money is counted.
    Perspective {
        /// One firm that builds, serves and sells: its own cash.
        Platform = "platform", "one firm that builds, serves and sells";
        /// A model lab that rents its compute and sells the service.
        Lab = "lab", "a model lab that rents its compute";
        /// A cloud that builds the fleet and rents it out.
        Landlord = "landlord", "a cloud that rents out what it builds";
        /// All firms together: what they pay each other cancels out.
        Industry = "industry", "the whole industry, payments between firms left out";
    }
    /// How the points of the simulated futures are chosen.
    Points {
        /// Scrambled Sobol points, which fill the space evenly.
        Sobol = "sobol", "scrambled Sobol points";
        /// A Latin hypercube: one draw from each slice of every input.
        Latin = "latin", "a Latin hypercube";
        /// Independent random draws.
        Random = "random", "random";
    }
    /// The shape of the peak of a distribution that is not lognormal.
    PeakShape {
        /// Triangular: straight lines up to the peak and down.
        Triangle = "triangle", "a triangle";
        /// PERT: a smooth peak with less weight at the ends.
        Pert = "pert", "a smooth hill (PERT)";
    }
    /// A switch.
    Switch {
        /// Off.
        Off = "0", "off";
        /// On.
        On = "1", "on";
    }
}

impl InputId {
    /// The row of this input.
    #[must_use]
    pub const fn spec(self) -> &'static InputSpec { &SPECS[self as usize] }
}

const _: () = audit(&ROWS);

inputs! {
    // Capex

    /// An announced budget buys what it buys; a fleet sized to demand buys what is missing each quarter.
    capex_basis: CapexBasis = "capex_basis", "What sets the size of the fleet" {
        group: Group::Capex, place: Place::Main, kind: Kind::Choice(CapexBasis::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:capex_basis", ..InputSpec::CHOICE
    }

    /// Amazon, Alphabet, Meta and Microsoft for 2026, by their guidance of April 2026. Largely spent by the date of the
    /// figures, and counted from the first quarter after it.
    capex_per_year: Usd = "capex_usd", "Announced capex a year" {
        group: Group::Capex, unit: USD, default: 7.15e11, low: 6.9e11, high: 7.25e11, soft: (1e10, 2e12),
        hard: (1e6, 1e14), scale: Scale::Log, shape: Shape::Normal,
        source: &sources::TECHREADER725, grade: Grade::Secondary, fact: "defaults:capex_big4_2026", ..InputSpec::SOURCED
    }

    /// Firms guide one year ahead; a second and third year are analysts' figures.
    plan: Years = "plan_yr", "Years announced" {
        group: Group::Capex, unit: YR, default: 1.0, low: 1.0, high: 3.0, soft: (1.0, 3.0), hard: (1.0, 3.0),
        fact: "judgements:years_announced", ..InputSpec::NUMBER
    }

    /// One amount for every announced year, or a table of calendar years. With the table the calculation starts on 1
    /// January of the first year judged, and levels such as users and prices hold for the fourth quarter of 2026.
    capex_by: CapexBy = "capex_by", "Announced capex is typed" {
        group: Group::Capex, place: Place::Fine, kind: Kind::Choice(CapexBy::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:capex_by", ..InputSpec::CHOICE
    }

    /// With the table of years: capex of this year and later is judged. What was spent before still serves users, and
    /// takes its share of them.
    judged_from: CalendarYear = "judged_from", "First year of capex judged" {
        group: Group::Capex, place: Place::Fine, kind: Kind::Choice(CalendarYear::OPTIONS), default: 0.0, low: 0.0,
        high: 7.0, soft: (0.0, 7.0), hard: (0.0, 7.0),
        fact: "judgements:judged_from", ..InputSpec::CHOICE
    }

    /// With the table of years: capex of later years is not judged, but serves the same users from then on. A year
    /// before the first year judged counts as that year.
    judged_to: CalendarYear = "judged_to", "Last year of capex judged" {
        group: Group::Capex, place: Place::Fine, kind: Kind::Choice(CalendarYear::OPTIONS), default: 2.0, low: 0.0,
        high: 7.0, soft: (0.0, 7.0), hard: (0.0, 7.0),
        fact: "judgements:judged_to", ..InputSpec::CHOICE
    }

    /// Amazon, Alphabet, Meta, Microsoft and Oracle in the calendar year, as reported.
    capex_2025: Usd = "capex_2025_usd", "Capex in 2025" {
        group: Group::Capex, place: Place::Fine, unit: USD, default: 4.57e11, low: 4.5e11, high: 4.7e11,
        soft: (1e9, 5e12), hard: (0.0, 1e14), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:capex_2025", ..InputSpec::NUMBER
    }

    /// The same five firms, by their guidance of July 2026.
    capex_2026: Usd = "capex_2026_usd", "Capex in 2026" {
        group: Group::Capex, place: Place::Fine, unit: USD, default: 7.9e11, low: 7.75e11, high: 8.25e11,
        soft: (1e9, 5e12), hard: (0.0, 1e14), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:capex_2026", ..InputSpec::NUMBER
    }

    /// The same five firms, as analysts see it. No firm guides so far ahead.
    capex_2027: Usd = "capex_2027_usd", "Capex in 2027" {
        group: Group::Capex, place: Place::Fine, unit: USD, default: 1.1e12, low: 9.2e11, high: 1.4e12,
        soft: (1e9, 5e12), hard: (0.0, 1e14), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:capex_2027", ..InputSpec::NUMBER
    }

    /// The same five firms. No source splits it by year; without the table of years it is not read.
    capex_2028: Usd = "capex_2028_usd", "Capex in 2028" {
        group: Group::Capex, place: Place::Fine, unit: USD, default: 1.25e12, low: 8e11, high: 1.7e12,
        soft: (1e9, 5e12), hard: (0.0, 1e14), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:capex_2028", ..InputSpec::NUMBER
    }

    /// The same five firms. No source splits it by year; without the table of years it is not read.
    capex_2029: Usd = "capex_2029_usd", "Capex in 2029" {
        group: Group::Capex, place: Place::Fine, unit: USD, default: 1.4e12, low: 8e11, high: 2e12,
        soft: (1e9, 5e12), hard: (0.0, 1e14), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:capex_2029", ..InputSpec::NUMBER
    }

    /// The same five firms. No source splits it by year; without the table of years it is not read.
    capex_2030: Usd = "capex_2030_usd", "Capex in 2030" {
        group: Group::Capex, place: Place::Fine, unit: USD, default: 1.5e12, low: 8e11, high: 2.2e12,
        soft: (1e9, 5e12), hard: (0.0, 1e14), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:capex_2030", ..InputSpec::NUMBER
    }

    /// The same five firms. No source splits it by year; without the table of years it is not read.
    capex_2031: Usd = "capex_2031_usd", "Capex in 2031" {
        group: Group::Capex, place: Place::Fine, unit: USD, default: 1.56e12, low: 8e11, high: 2.4e12,
        soft: (1e9, 5e12), hard: (0.0, 1e14), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:capex_2031", ..InputSpec::NUMBER
    }

    /// The same five firms, and in every later year. Without the table of years it is not read.
    capex_2032: Usd = "capex_2032_usd", "Capex in 2032" {
        group: Group::Capex, place: Place::Fine, unit: USD, default: 1.56e12, low: 7e11, high: 2.5e12,
        soft: (1e9, 5e12), hard: (0.0, 1e14), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:capex_2032", ..InputSpec::NUMBER
    }

    /// What is not AI stays near the 160 billion of 2023.
    ai_2025: Ratio = "ai_2025_pct", "AI share of the capex of 2025" {
        group: Group::Capex, place: Place::Fine, unit: PCT, default: 66.0, low: 58.0, high: 75.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:ai_2025", ..InputSpec::NUMBER
    }

    /// What is not AI stays near the 160 billion of 2023.
    ai_2026: Ratio = "ai_2026_pct", "AI share of the capex of 2026" {
        group: Group::Capex, place: Place::Fine, unit: PCT, default: 76.0, low: 67.0, high: 84.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:ai_2026", ..InputSpec::NUMBER
    }

    /// In 2027 and every later year. What is not AI stays near the 160 billion of 2023.
    ai_2027: Ratio = "ai_2027_pct", "AI share of the capex of 2027 and later" {
        group: Group::Capex, place: Place::Fine, unit: PCT, default: 82.0, low: 70.0, high: 90.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:ai_2027", ..InputSpec::NUMBER
    }

    /// All of it: the part that trains is charged too, and serves nobody; R&D then holds no training compute.
    charged: Charged = "charged", "Charged of the AI capex" {
        group: Group::Capex, place: Place::Fine, kind: Kind::Choice(Charged::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:charged", ..InputSpec::CHOICE
    }

    /// Computed needs an announced budget: each quarter this plant's share of the throughput of all plant that serves
    /// these users.
    credit_by: CreditBy = "credit_by", "Share of users credited is" {
        group: Group::Capex, place: Place::Fine, kind: Kind::Choice(CreditBy::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:credit_by", ..InputSpec::CHOICE
    }

    /// AI capex of all builders in the last year before the table; half as much in each of the two years before that.
    /// Such plant serves the same users until it retires.
    earlier_capex: Usd = "earlier_capex_usd", "AI capex of all builders in 2024" {
        group: Group::Capex, place: Place::Fine, unit: USD, default: 1.2e11, low: 8e10, high: 1.8e11, soft: (1e9, 1e12),
        hard: (0.0, 1e14), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:earlier_capex", ..InputSpec::NUMBER
    }

    /// AI capex of all other builders that serve the same users, over that of the firms judged, in every year of the
    /// table.
    others_capex: Ratio = "others_capex_pct", "AI capex of others, of that of these firms" {
        group: Group::Capex, place: Place::Fine, unit: PCT, default: 30.0, low: 15.0, high: 60.0, soft: (0.0, 200.0),
        hard: (0.0, 10000.0), shape: Shape::Fixed,
        fact: "judgements:others_capex", ..InputSpec::NUMBER
    }

    /// Plant of others, and of other years, stands so long after it is paid for. A delay of the plant judged is typed
    /// apart, as it leaves users to others.
    others_lag: Years = "others_lag_qtr", "From purchase to service, others" {
        group: Group::Capex, place: Place::Fine, unit: Unit::new("qtr", "quarters", 4.0), default: 2.0, low: 1.0,
        high: 5.0, soft: (0.0, 12.0), hard: (0.0, 40.0), shape: Shape::Fixed,
        fact: "judgements:others_lag", ..InputSpec::NUMBER
    }

    /// Run-off asks whether this programme pays back by itself; renewal keeps a fleet sized to demand.
    after_plan: AfterPlan = "after_plan", "After the announced years" {
        group: Group::Capex, place: Place::Main, kind: Kind::Choice(AfterPlan::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:after_plan", ..InputSpec::CHOICE
    }

    /// The rest is shops, offices, ordinary cloud. Microsoft calls about two thirds of its capex short-lived; AWS is
    /// 78.5% of Amazon's.
    ai_share: Ratio = "ai_share_pct", "AI share of the capex" {
        group: Group::Capex, unit: PCT, default: 75.0, low: 60.0, high: 90.0, soft: (10.0, 100.0), hard: (1.0, 100.0),
        fact: "judgements:ai_share_big4", ..InputSpec::NUMBER
    }

    /// Disputed: 29% at OpenAI in 2024, two thirds in 2026 by Deloitte. The rest trains models and is not charged here.
    inference_share: Ratio = "inference_share_pct", "Inference share of AI capex" {
        group: Group::Capex, unit: PCT, default: 60.0, low: 30.0, high: 70.0, soft: (10.0, 100.0), hard: (1.0, 100.0),
        fact: "judgements:inf_share_2026", ..InputSpec::NUMBER
    }

    /// Where the fleet is sized to demand, this share is bought on top; R&D then pays for that much less training
    /// compute.
    training_share: Ratio = "training_share_pct", "Fleet kept for training (sized to demand only)" {
        group: Group::Capex, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 60.0, soft: (0.0, 70.0),
        hard: (0.0, 90.0), shape: Shape::Fixed,
        fact: "judgements:training_share", ..InputSpec::NUMBER
    }

    /// Rented, the fleet costs rent by the hour and nothing else: no plant, no energy, no site.
    compute: Compute = "compute", "Compute is" {
        group: Group::Capex, place: Place::Fine, kind: Kind::Choice(Compute::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:compute", ..InputSpec::CHOICE
    }

    /// Used where compute is rented. H100 on demand, median of 37 providers; DeepSeek reckons with 2.00 for H800.
    rent: UsdPerAcceleratorHour = "rent_usd_per_h", "Rent of an accelerator-hour" {
        group: Group::Capex, place: Place::Fine, unit: Unit::new("usd_per_h", "$ per hour", 1.0), default: 2.95,
        low: 1.99, high: 5.0, soft: (0.5, 10.0), hard: (0.0, 1000.0), shape: Shape::Lognormal,
        source: &sources::AIMULTIPLE, grade: Grade::Secondary, fact: "defaults:rental_h100", ..InputSpec::SOURCED
    }

    /// An old chip does less for its power than a new one, and rents for less. 0: every hour at a new accelerator's
    /// price, as before there was this input.
    rent_fall: Ratio = "rent_fall_pct", "Fall of the rent with each year of a chip's age" {
        group: Group::Capex, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 35.0, soft: (0.0, 60.0),
        hard: (0.0, 95.0), shape: Shape::Fixed,
        fact: "judgements:rent_fall", ..InputSpec::NUMBER
    }

    /// A GB200 rack at $3.4 million over 72 accelerators; it seems to include the network.
    accelerator_price: UsdPerAccelerator = "accelerator_usd", "Price per accelerator, rack included" {
        group: Group::Capex, unit: USD, default: 47222.0, low: 34722.0, high: 48611.0, soft: (15000.0, 1.5e5),
        hard: (100.0, 1e7), scale: Scale::Log,
        source: &sources::BERNSTEIN_FX, grade: Grade::Estimate, fact: "defaults:acc_price", ..InputSpec::SOURCED
    }

    /// 13% of the whole site by Bernstein, restated as a share of the rack price: 0.13 × 5.9 / 3.4.
    network_share: Ratio = "network_share_pct", "Network part of the accelerator price" {
        group: Group::Capex, place: Place::Fine, unit: PCT, default: 22.6, low: 13.0, high: 40.0, soft: (0.0, 50.0),
        hard: (0.0, 90.0), shape: Shape::Lognormal,
        fact: "judgements:network_of_rack", ..InputSpec::NUMBER
    }

    /// Construction cost indices, $10 million in cheap places to $15 million in Tokyo.
    facility_price: UsdPerMegawatt = "facility_usd_per_mw", "Shell, power and cooling per MW" {
        group: Group::Capex, unit: Unit::new("usd_per_mw", "$ per MW", 1.0), default: 1.2e7, low: 1e7, high: 1.52e7,
        soft: (5e6, 3e7), hard: (0.0, 1e9),
        source: &sources::TURNER, grade: Grade::Judgement, fact: "defaults:shell_mw", ..InputSpec::NUMBER
    }

    /// All-in at the meter for a GB200, host, network and cooling included.
    accelerator_power: MegawattsPerAccelerator = "accelerator_kw", "Power per accelerator" {
        group: Group::Capex, unit: Unit::new("kw", "kW", 1000.0), default: 2.1, low: 1.73, high: 2.65, soft: (0.3, 6.0),
        hard: (0.01, 100.0), scale: Scale::Log,
        source: &sources::IXAPP, grade: Grade::Secondary, fact: "defaults:acc_kw", ..InputSpec::SOURCED
    }

    /// The sourced figure already holds cooling; multiply by PUE only a figure taken at the server.
    power_at: PowerAt = "power_at", "Accelerator power is measured" {
        group: Group::Capex, place: Place::Fine, kind: Kind::Choice(PowerAt::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:power_at", ..InputSpec::CHOICE
    }

    /// Facility energy over IT energy: Meta 1.08, AWS 1.15, industry survey 1.58.
    pue: Ratio = "pue_x", "PUE, for power measured at the server" {
        group: Group::Capex, place: Place::Fine, unit: TIMES, default: 1.15, low: 1.08, high: 1.58, soft: (1.0, 2.0),
        hard: (1.0, 5.0),
        source: &sources::DCD_PUE, grade: Grade::Secondary, fact: "defaults:pue", ..InputSpec::SOURCED
    }

    /// How long it earns more than it costs. Book lives: Amazon 5, Meta 5.5, Alphabet 6. SemiAnalysis underwrites 4.
    accelerator_life: Years = "chip_life_yr", "Economic life of an accelerator" {
        group: Group::Capex, place: Place::Main, unit: YR, default: 5.0, low: 3.0, high: 7.0, soft: (2.0, 10.0),
        hard: (1.0, 20.0),
        source: &sources::EPOCH_1GW, grade: Grade::Estimate, fact: "defaults:it_life", ..InputSpec::SOURCED
    }

    /// It is scrapped at this age even if it would still earn.
    physical_life: Years = "chip_physical_yr", "Physical life of an accelerator" {
        group: Group::Capex, place: Place::Fine, unit: YR, default: 8.0, low: 6.0, high: 10.0, soft: (4.0, 15.0),
        hard: (1.0, 25.0),
        fact: "judgements:physical_life", ..InputSpec::NUMBER
    }

    /// On, the whole programme chooses the life, up to the economic life, with the highest NPV.
    retire_early: Switch = "retire_early", "Retire earlier where that is worth more" {
        group: Group::Capex, place: Place::Fine, fact: "judgements:retire_early", ..InputSpec::SWITCH
    }

    /// Epoch counts network among IT equipment with a life of 5 years.
    network_life: Years = "network_life_yr", "Life of the network" {
        group: Group::Capex, place: Place::Fine, unit: YR, default: 5.0, low: 4.0, high: 8.0, soft: (2.0, 10.0),
        hard: (1.0, 20.0), shape: Shape::Lognormal,
        fact: "judgements:network_life", ..InputSpec::NUMBER
    }

    /// Epoch assumes 14 years.
    facility_life: Years = "facility_life_yr", "Life of buildings, power and cooling" {
        group: Group::Capex, unit: YR, default: 14.0, low: 10.0, high: 20.0, soft: (5.0, 30.0), hard: (3.0, 50.0),
        source: &sources::EPOCH_1GW, grade: Grade::Estimate, fact: "defaults:fac_life", ..InputSpec::NUMBER
    }

    /// Quarters between paying for a cohort and its first served token.
    build_lag: Years = "build_lag_qtr", "From spending to service" {
        group: Group::Capex, place: Place::Fine, unit: Unit::new("qtr", "quarters", 4.0), default: 2.0, low: 1.0,
        high: 6.0, soft: (0.0, 7.0), hard: (0.0, 7.0), shape: Shape::Lognormal,
        fact: "judgements:lag", ..InputSpec::NUMBER
    }

    /// At the starting point no cap binds; lower it to let the grid decide.
    power_cap: Megawatts = "power_cap_mw", "Power that can be had" {
        group: Group::Capex, place: Place::Fine, unit: Unit::new("mw", "MW", 1.0), default: 1e6, low: 10000.0,
        high: 1e6, soft: (1000.0, 1e6), hard: (0.001, 1e9), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:power_cap", ..InputSpec::NUMBER
    }

    /// Announced budgets are contracts: what is bought waits for the grid, and ages. Saved, no more is bought than
    /// power can be had for.
    beyond_cap: BeyondCap = "beyond_cap", "Budget that finds no power is" {
        group: Group::Capex, place: Place::Fine, kind: Kind::Choice(BeyondCap::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:beyond_cap", ..InputSpec::CHOICE
    }

    /// Applies to accelerators bought later, at the price of their year.
    hardware_gain: Ratio = "hardware_gain_x", "Tokens per accelerator, each new year of hardware" {
        group: Group::Capex, place: Place::Fine, unit: TIMES, default: 1.3, low: 1.1, high: 1.8, soft: (1.0, 2.5),
        hard: (0.5, 10.0), shape: Shape::Lognormal,
        fact: "judgements:hardware_gain", ..InputSpec::NUMBER
    }

    /// The yearly gain above its end rate halves in this time.
    hardware_half: Years = "hardware_half_yr", "Half-life of the hardware gain" {
        group: Group::Capex, place: Place::Fine, unit: YR, default: 3.0, low: 1.5, high: 6.0, soft: (0.5, 10.0),
        hard: (0.1, 50.0), shape: Shape::Lognormal,
        fact: "judgements:hardware_half", ..InputSpec::NUMBER
    }

    /// What the yearly gain tends to.
    hardware_end: Ratio = "hardware_end_x", "End rate of the hardware gain" {
        group: Group::Capex, place: Place::Fine, unit: TIMES, default: 1.05, low: 1.0, high: 1.15, soft: (1.0, 1.3),
        hard: (0.5, 2.0),
        fact: "judgements:hardware_end", ..InputSpec::NUMBER
    }

    /// Fades to no change with the same half-life. VR200 racks cost about twice a GB200 rack.
    price_growth: Ratio = "accelerator_price_x", "Price of an accelerator, each new year" {
        group: Group::Capex, place: Place::Fine, unit: TIMES, default: 1.0, low: 0.9, high: 1.4, soft: (0.8, 1.5),
        hard: (0.2, 5.0), shape: Shape::Lognormal,
        fact: "judgements:accelerator_price_growth", ..InputSpec::NUMBER
    }

    /// Fades to no change with the same half-life.
    power_growth: Ratio = "accelerator_kw_x", "Power of an accelerator, each new year" {
        group: Group::Capex, place: Place::Fine, unit: TIMES, default: 1.0, low: 0.9, high: 1.3, soft: (0.8, 1.5),
        hard: (0.2, 5.0),
        fact: "judgements:accelerator_kw_growth", ..InputSpec::NUMBER
    }

    /// Share of its price; the years before follow the second-hand H100 market (62.5%, 42.5%, 30%, 17.5%).
    scrap: Ratio = "scrap_pct", "Value of an accelerator at the end of its life" {
        group: Group::Capex, place: Place::Fine, unit: PCT, default: 12.5, low: 0.0, high: 15.0, soft: (0.0, 50.0),
        hard: (0.0, 100.0),
        source: &sources::GPU_RESID, grade: Grade::Estimate, fact: "defaults:residual", ..InputSpec::NUMBER
    }

    /// A site outlives its chips; this share of its straight-line remainder counts at the end. Network likewise.
    facility_reuse: Ratio = "facility_reuse_pct", "Remaining life of sites that is credited" {
        group: Group::Capex, place: Place::Fine, unit: PCT, default: 50.0, low: 0.0, high: 100.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0),
        fact: "judgements:facility_reuse", ..InputSpec::NUMBER
    }

    /// A site is worth what another like it costs, not what was paid for it.
    facility_reference: UsdPerMegawatt = "facility_reference_usd_per_mw", "Cost per MW at which old sites are valued" {
        group: Group::Capex, place: Place::Fine, unit: Unit::new("usd_per_mw", "$ per MW", 1.0), default: 1.2e7,
        low: 1e7, high: 1.52e7, soft: (5e6, 3e7), hard: (0.0, 1e9), shape: Shape::Fixed,
        source: &sources::TURNER, grade: Grade::Judgement, fact: "defaults:shell_mw", ..InputSpec::NUMBER
    }

    // Serving

    /// The physics works them out from chip, model and promised speed; figures you measured replace it.
    throughput: Throughput = "throughput", "Tokens a second come from" {
        group: Group::Serving, kind: Kind::Choice(Throughput::OPTIONS), default: 0.0, low: 0.0, high: 1.0,
        soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:throughput", ..InputSpec::CHOICE
    }

    /// GB200 is the one whose price, power and measured throughput are all published.
    chip: ChipChoice = "chip", "Accelerator" {
        group: Group::Serving, place: Place::Token, kind: Kind::Choice(ChipChoice::OPTIONS), default: 6.0, low: 0.0,
        high: 19.0, soft: (0.0, 19.0), hard: (0.0, 19.0),
        fact: "judgements:chip", ..InputSpec::CHOICE
    }

    /// The only model of its size whose serving costs are public. Closed models are larger or smaller: nobody says.
    model: ModelChoice = "model", "Model served" {
        group: Group::Serving, place: Place::Token, kind: Kind::Choice(ModelChoice::OPTIONS), default: 1.0, low: 0.0,
        high: 18.0, soft: (0.0, 18.0), hard: (0.0, 18.0),
        fact: "judgements:model", ..InputSpec::CHOICE
    }

    /// Fewer bits are read faster and computed faster, where the accelerator can.
    precision: Precision = "precision", "Precision of the weights" {
        group: Group::Serving, place: Place::Token, kind: Kind::Choice(Precision::OPTIONS), default: 2.0, low: 0.0,
        high: 2.0, soft: (0.0, 2.0), hard: (0.0, 2.0),
        fact: "judgements:precision", ..InputSpec::CHOICE
    }

    /// Half the bits hold twice the conversations.
    cache_precision: CachePrecision = "cache_precision", "Precision of the cache" {
        group: Group::Serving, place: Place::Fine, kind: Kind::Choice(CachePrecision::OPTIONS), default: 1.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:cache_precision", ..InputSpec::CHOICE
    }

    /// DeepSeek read 4,989 cached tokens for each one it wrote.
    context: TokensPerMessage = "context_tok", "Tokens in cache per conversation, mean" {
        group: Group::Serving, place: Place::Token, unit: Unit::new("tok", "tokens", 1.0), default: 4989.0, low: 1366.0,
        high: 12378.0, soft: (200.0, 1e5), hard: (1.0, 1e7), scale: Scale::Log, shape: Shape::Lognormal,
        source: &sources::DS_OVERVIEW, grade: Grade::Primary, fact: "defaults:kv_len", ..InputSpec::SOURCED
    }

    /// DeepSeek gave 20 to 22. Faster means smaller batches and dearer tokens.
    speed: TokensPerSecond = "speed_tok_s", "Tokens a second for each reader" {
        group: Group::Serving, place: Place::Token, unit: Unit::new("tok_s", "tokens/s", 1.0), default: 21.0, low: 20.0,
        high: 50.0, soft: (5.0, 200.0), hard: (0.1, 1e5), scale: Scale::Log, shape: Shape::Lognormal,
        source: &sources::DS_OVERVIEW, grade: Grade::Primary, fact: "defaults:speed", ..InputSpec::SOURCED
    }

    /// The cheapest is looked for among groups that the chip's links join.
    layout: LayoutFrom = "group_from", "Accelerators that share a copy, and how, come from" {
        group: Group::Serving, place: Place::Fine, kind: Kind::Choice(LayoutFrom::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:layout", ..InputSpec::CHOICE
    }

    /// Tables of measured throughput use 4 to 8; large servers spread one model over 72 and more.
    group_size: Ratio = "group_n", "Accelerators that share a copy, answers" {
        group: Group::Serving, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 8.0, low: 4.0, high: 72.0,
        soft: (1.0, 144.0), hard: (1.0, 4096.0), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:group_size", ..InputSpec::NUMBER
    }

    /// DeepSeek reads prompts on 32.
    prefill_group: Ratio = "prefill_group_n", "Accelerators that share a copy, prompts" {
        group: Group::Serving, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 8.0, low: 4.0, high: 32.0,
        soft: (1.0, 144.0), hard: (1.0, 4096.0), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:prefill_group", ..InputSpec::NUMBER
    }

    /// Large models are served from two pools, sized apart.
    pools: Pools = "pools", "Prompts and answers run" {
        group: Group::Serving, place: Place::Fine, kind: Kind::Choice(Pools::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:pools", ..InputSpec::CHOICE
    }

    /// With experts spread, each accelerator attends to its own conversations.
    sharing: Sharing = "sharing", "Accelerators share a model by" {
        group: Group::Serving, place: Place::Fine, kind: Kind::Choice(Sharing::OPTIONS), default: 0.0, low: 0.0,
        high: 2.0, soft: (0.0, 2.0), hard: (0.0, 2.0),
        fact: "judgements:sharing", ..InputSpec::CHOICE
    }

    /// 0: none. A small model guesses the next tokens and the large one checks them in one step.
    draft_length: Ratio = "draft_n", "Tokens drafted ahead" {
        group: Group::Serving, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 0.0, low: 0.0, high: 3.0,
        soft: (0.0, 5.0), hard: (0.0, 16.0), shape: Shape::Fixed,
        fact: "judgements:draft_length", ..InputSpec::NUMBER
    }

    /// Matters only where tokens are drafted.
    draft_accepted: Ratio = "draft_accepted_pct", "Drafted tokens accepted" {
        group: Group::Serving, place: Place::Fine, unit: PCT, default: 70.0, low: 50.0, high: 90.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0),
        fact: "judgements:draft_accepted", ..InputSpec::NUMBER
    }

    /// Replaces the physics where measured figures are in force. Uncached input per GB200, DeepSeek-R1 in FP4: derived
    /// from TensorRT-LLM's 1k/1k and 8k/1k runs, 7/(1/1192 − 1/6924).
    prefill_rate: TokensPerSecond = "prefill_tok_s", "Prompt tokens a second, benchmark" {
        group: Group::Serving, unit: Unit::new("tok_s", "tokens/s", 1.0), default: 10000.0, low: 4026.0, high: 12500.0,
        soft: (500.0, 1e5), hard: (1.0, 1e8), scale: Scale::Log,
        fact: "judgements:prefill_gb200", ..InputSpec::NUMBER
    }

    /// Replaces the physics where measured figures are in force. Output per GB200, DeepSeek-R1 in FP4, 1k in and 8k out
    /// at full load.
    decode_rate: TokensPerSecond = "decode_tok_s", "Answer tokens a second, benchmark" {
        group: Group::Serving, unit: Unit::new("tok_s", "tokens/s", 1.0), default: 4379.0, low: 1192.0, high: 6924.0,
        soft: (100.0, 50000.0), hard: (1.0, 1e8), scale: Scale::Log,
        source: &sources::TRTLLM, grade: Grade::Primary, fact: "defaults:decode_gb200", ..InputSpec::SOURCED
    }

    /// Larger closed models, faster promises than the one above, many models, idle time. OpenAI in October 2025: some
    /// 280 tokens/s an accelerator; DeepSeek's day: 4,951.
    realised: Ratio = "realised_pct", "Realised share of the benchmark" {
        group: Group::Serving, place: Place::Main, unit: PCT, default: 10.0, low: 4.0, high: 80.0, soft: (1.0, 100.0),
        hard: (0.1, 100.0), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:realised", ..InputSpec::NUMBER
    }

    /// Lifts every accelerator in service, old and new.
    software_gain: Ratio = "software_gain_x", "Tokens per accelerator from software, a year" {
        group: Group::Serving, unit: TIMES, default: 1.4, low: 1.1, high: 2.0, soft: (1.0, 3.0), hard: (0.5, 10.0),
        shape: Shape::Lognormal,
        fact: "judgements:software_gain", ..InputSpec::NUMBER
    }

    /// The yearly gain above its end rate halves in this time.
    software_half: Years = "software_half_yr", "Half-life of the software gain" {
        group: Group::Serving, place: Place::Fine, unit: YR, default: 1.5, low: 0.75, high: 3.0, soft: (0.5, 10.0),
        hard: (0.1, 50.0), shape: Shape::Lognormal,
        fact: "judgements:software_half", ..InputSpec::NUMBER
    }

    /// What the yearly gain tends to.
    software_end: Ratio = "software_end_x", "End rate of the software gain" {
        group: Group::Serving, place: Place::Fine, unit: TIMES, default: 1.0, low: 1.0, high: 1.1, soft: (1.0, 1.3),
        hard: (0.5, 2.0),
        fact: "judgements:software_end", ..InputSpec::NUMBER
    }

    /// Fleets are bought for the peak. DeepSeek's day 81.6%, with night capacity reused.
    average_load: Ratio = "load_pct", "Average load over peak load" {
        group: Group::Serving, unit: PCT, default: 60.0, low: 30.0, high: 81.6, soft: (20.0, 100.0), hard: (5.0, 100.0),
        source: &sources::DS_OVERVIEW, grade: Grade::Judgement, fact: "defaults:util", ..InputSpec::NUMBER
    }

    /// A day of 24 hours shows where idle nights are.
    load_from: LoadFrom = "load_from", "Average over peak comes from" {
        group: Group::Serving, place: Place::Fine, kind: Kind::Choice(LoadFrom::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:load_from", ..InputSpec::CHOICE
    }

    /// Used with a day of 24 hours. The day then gives the average over peak.
    night_load: Ratio = "night_pct", "Quietest hour over busiest, in one time zone" {
        group: Group::Serving, place: Place::Fine, unit: PCT, default: 20.0, low: 5.0, high: 60.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0), shape: Shape::Lognormal,
        fact: "judgements:night_load", ..InputSpec::NUMBER
    }

    /// Used with a day of 24 hours. 24: evenly round the world, no night.
    zones: Hours = "zones_h", "Time zones that users are spread over" {
        group: Group::Serving, place: Place::Fine, unit: Unit::new("h", "hours", 1.0), default: 6.0, low: 0.0,
        high: 12.0, soft: (0.0, 24.0), hard: (0.0, 24.0),
        fact: "judgements:zones", ..InputSpec::NUMBER
    }

    /// Above it, waiting times run away.
    safe_load: Ratio = "safe_load_pct", "Safe load at peak" {
        group: Group::Serving, place: Place::Fine, unit: PCT, default: 90.0, low: 70.0, high: 95.0, soft: (50.0, 100.0),
        hard: (10.0, 100.0),
        fact: "judgements:safe_load", ..InputSpec::NUMBER
    }

    /// Kept for failures and maintenance.
    redundancy: Ratio = "redundancy_pct", "Spare accelerators" {
        group: Group::Serving, place: Place::Fine, unit: PCT, default: 5.0, low: 0.0, high: 15.0, soft: (0.0, 30.0),
        hard: (0.0, 200.0),
        fact: "judgements:redundancy", ..InputSpec::NUMBER
    }

    /// By value: payers first, then by revenue per accelerator-second. Pro rata: everybody alike.
    shortage: ShortageRule = "shortage", "In a shortage, serve" {
        group: Group::Serving, place: Place::Fine, kind: Kind::Choice(ShortageRule::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:shortage", ..InputSpec::CHOICE
    }

    /// Counted from the first purchase on. 0: they come back as soon as there is room, as before there was this input.
    unserved_lost: Ratio = "unserved_lost_pct", "Customers not served who leave for good, a quarter" {
        group: Group::Serving, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 20.0, soft: (0.0, 50.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:unserved_lost", ..InputSpec::NUMBER
    }

    // Demand

    /// People using an AI assistant in a week, all vendors. ChatGPT alone: 0.9 billion in February 2026.
    users_start: Users = "users_n", "Weekly users at the start" {
        group: Group::Demand, unit: COUNT, default: 1.5e9, low: 1.2e9, high: 2.2e9, soft: (1e8, 4e9),
        hard: (1000.0, 8e9), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:industry_wau", ..InputSpec::NUMBER
    }

    /// The ceiling of the adoption curve. Meta's apps reach 3.6 billion people a day.
    users_ceiling: Users = "users_ceiling_n", "Weekly users in the end" {
        group: Group::Demand, unit: COUNT, default: 4.5e9, low: 3.5e9, high: 5.5e9, soft: (5e8, 8e9),
        hard: (1000.0, 2e10), scale: Scale::Log,
        fact: "judgements:industry_ceiling", ..InputSpec::NUMBER
    }

    /// Bass coefficient p. Users start on the curve, not at its foot.
    bass_p: PerYear = "adoption_p_per_yr", "Adoption: innovation" {
        group: Group::Demand, place: Place::Fine, unit: Unit::new("per_yr", "a year", 1.0), default: 0.03, low: 0.01,
        high: 0.05, soft: (0.001, 0.1), hard: (0.0001, 1.0), scale: Scale::Log,
        fact: "judgements:bass_p", ..InputSpec::NUMBER
    }

    /// Bass coefficient q: how strongly users bring users.
    bass_q: PerYear = "adoption_q_per_yr", "Adoption: imitation" {
        group: Group::Demand, place: Place::Fine, unit: Unit::new("per_yr", "a year", 1.0), default: 0.38, low: 0.25,
        high: 0.5, soft: (0.1, 0.8), hard: (0.0, 3.0),
        fact: "judgements:bass_q", ..InputSpec::NUMBER
    }

    /// Older fleets, other builders and later years serve them too. 715 of the (251 + 416 + 715) billion spent in 2024
    /// to 2026 is 52%; 100% credits all revenue to this build-out.
    programme_share: Ratio = "programme_share_pct", "Share of these users served by this build-out" {
        group: Group::Demand, place: Place::Lever, unit: PCT, default: 50.0, low: 25.0, high: 100.0,
        soft: (10.0, 100.0), hard: (1.0, 100.0),
        fact: "judgements:programme_share", ..InputSpec::NUMBER
    }

    /// 18 billion a week over 700 million weekly users of ChatGPT.
    messages: MessagesPerUserMonth = "messages_per_day", "Messages per user and day" {
        group: Group::Demand, unit: Unit::new("per_day", "a day", 12.0 / 365.0), default: 3.7, low: 1.0, high: 8.0,
        soft: (0.5, 20.0), hard: (0.01, 1000.0), scale: Scale::Log,
        source: &sources::NBER_247, grade: Grade::Derived, fact: "defaults:msgs", ..InputSpec::NUMBER
    }

    /// At the start; it fades.
    messages_growth: Ratio = "messages_growth_x", "Growth of messages per user, a year" {
        group: Group::Demand, place: Place::Fine, unit: TIMES, default: 1.15, low: 1.0, high: 1.4, soft: (1.0, 2.0),
        hard: (0.5, 10.0),
        fact: "judgements:msg_growth", ..InputSpec::NUMBER
    }

    /// The yearly growth above its end rate halves in this time.
    messages_half: Years = "messages_half_yr", "Half-life of the growth of messages" {
        group: Group::Demand, place: Place::Fine, unit: YR, default: 3.0, low: 1.5, high: 6.0, soft: (0.5, 10.0),
        hard: (0.1, 50.0), shape: Shape::Lognormal,
        fact: "judgements:msg_half", ..InputSpec::NUMBER
    }

    /// What the yearly growth tends to.
    messages_end: Ratio = "messages_end_x", "End rate of the growth of messages" {
        group: Group::Demand, place: Place::Fine, unit: TIMES, default: 1.0, low: 1.0, high: 1.05, soft: (1.0, 1.2),
        hard: (0.5, 2.0),
        fact: "judgements:msg_end", ..InputSpec::NUMBER
    }

    /// Twice the Azure chat trace of 2023 (1,155); Kimi's trace of 2025 has 12,035.
    prompt: TokensPerMessage = "prompt_tok", "Prompt tokens per message, history included" {
        group: Group::Demand, unit: Unit::new("tok", "tokens", 1.0), default: 2310.0, low: 1155.0, high: 12035.0,
        soft: (200.0, 50000.0), hard: (1.0, 1e7), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:tok_in_2027", ..InputSpec::NUMBER
    }

    /// OpenRouter saw about 4 times a year to late 2025, which cannot last.
    prompt_growth: Ratio = "prompt_growth_x", "Growth of the prompt, a year" {
        group: Group::Demand, place: Place::Fine, unit: TIMES, default: 1.6, low: 1.0, high: 4.0, soft: (1.0, 4.0),
        hard: (0.5, 10.0), shape: Shape::Lognormal,
        fact: "judgements:tok_in_growth", ..InputSpec::NUMBER
    }

    /// The yearly growth above its end rate halves in this time.
    prompt_half: Years = "prompt_half_yr", "Half-life of the growth of prompts" {
        group: Group::Demand, place: Place::Fine, unit: YR, default: 1.5, low: 0.75, high: 3.0, soft: (0.5, 10.0),
        hard: (0.1, 50.0), shape: Shape::Lognormal,
        fact: "judgements:tok_in_half", ..InputSpec::NUMBER
    }

    /// What the yearly growth tends to.
    prompt_end: Ratio = "prompt_end_x", "End rate of the growth of prompts" {
        group: Group::Demand, place: Place::Fine, unit: TIMES, default: 1.0, low: 1.0, high: 1.1, soft: (1.0, 1.2),
        hard: (0.5, 2.0),
        fact: "judgements:tok_in_end", ..InputSpec::NUMBER
    }

    /// Azure chat trace, without reasoning.
    answer: TokensPerMessage = "answer_tok", "Answer tokens per message" {
        group: Group::Demand, unit: Unit::new("tok", "tokens", 1.0), default: 211.0, low: 129.0, high: 343.0,
        soft: (50.0, 5000.0), hard: (1.0, 1e7), scale: Scale::Log,
        source: &sources::AZURE_TRACE, grade: Grade::Primary, fact: "defaults:tok_out", ..InputSpec::SOURCED
    }

    /// DeepSeek's day. Cached input needs no prefill.
    chat_cache: Ratio = "cache_hit_pct", "Prompt tokens found in cache" {
        group: Group::Demand, unit: PCT, default: 56.3, low: 36.6, high: 97.0, soft: (0.0, 97.0), hard: (0.0, 100.0),
        source: &sources::DS_OVERVIEW, grade: Grade::Primary, fact: "defaults:cache_hit", ..InputSpec::SOURCED
    }

    /// No source gives the share; a lever.
    reasoning_now: Ratio = "reasoning_now_pct", "Messages that reason, at the start" {
        group: Group::Demand, unit: PCT, default: 20.0, low: 5.0, high: 50.0, soft: (0.0, 100.0), hard: (0.0, 100.0),
        shape: Shape::Lognormal,
        fact: "judgements:reasoning_now", ..InputSpec::NUMBER
    }

    /// One of LeCun's three reasons why inference gets dearer.
    reasoning_later: Ratio = "reasoning_later_pct", "Messages that reason, later" {
        group: Group::Demand, unit: PCT, default: 40.0, low: 20.0, high: 80.0, soft: (0.0, 100.0), hard: (0.0, 100.0),
        fact: "judgements:reasoning_later", ..InputSpec::NUMBER
    }

    /// Epoch: reasoning answers are some 8 times longer.
    reasoning_factor: Ratio = "reasoning_x", "Answer tokens when reasoning" {
        group: Group::Demand, unit: TIMES, default: 8.0, low: 1.0, high: 20.0, soft: (1.0, 30.0), hard: (1.0, 1000.0),
        source: &sources::EPOCH_LEN, grade: Grade::Primary, fact: "defaults:reason_mult", ..InputSpec::NUMBER
    }

    /// Video that a model watches, not video it makes.
    video_now: Ratio = "video_now_pct", "Messages with video, at the start" {
        group: Group::Demand, place: Place::Fine, unit: PCT, default: 0.5, low: 0.0, high: 2.0, soft: (0.0, 20.0),
        hard: (0.0, 100.0),
        fact: "judgements:video_now", ..InputSpec::NUMBER
    }

    /// One of LeCun's three reasons why inference gets dearer.
    video_later: Ratio = "video_later_pct", "Messages with video, later" {
        group: Group::Demand, unit: PCT, default: 3.0, low: 0.5, high: 15.0, soft: (0.0, 50.0), hard: (0.0, 100.0),
        shape: Shape::Lognormal,
        fact: "judgements:video_later", ..InputSpec::NUMBER
    }

    /// A minute.
    video_seconds: Ratio = "video_seconds_n", "Seconds of video per such message" {
        group: Group::Demand, place: Place::Fine, unit: Unit::new("n", "seconds", 1.0), default: 60.0, low: 15.0,
        high: 300.0, soft: (5.0, 600.0), hard: (0.0, 1e5), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:video_seconds", ..InputSpec::NUMBER
    }

    /// Gemini's documentation: 300, or 70 at low resolution.
    video_tokens: TokensPerMessage = "video_tok", "Tokens per second of video" {
        group: Group::Demand, place: Place::Fine, unit: Unit::new("tok", "tokens", 1.0), default: 300.0, low: 70.0,
        high: 300.0, soft: (50.0, 1000.0), hard: (0.0, 1e6), scale: Scale::Log,
        source: &sources::GEM_VIDEO, grade: Grade::Secondary, fact: "defaults:video_tok", ..InputSpec::SOURCED
    }

    /// 0 counts only what the language model does. Qwen3-VL's takes 3.8.
    encoder_work: Teraoperations = "encoder_gflop", "Work of the vision encoder per token of video" {
        group: Group::Demand, place: Place::Fine, unit: Unit::new("gflop", "GFLOP", 1000.0), default: 0.0, low: 0.0,
        high: 6.5, soft: (0.0, 10.0), hard: (0.0, 1e4), shape: Shape::Fixed,
        fact: "judgements:encoder_work", ..InputSpec::NUMBER
    }

    /// 0 at the starting point, which makes no video.
    made_now: Ratio = "made_now_pct", "Messages that make a video, at the start" {
        group: Group::Demand, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 0.1, soft: (0.0, 1.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:made_now", ..InputSpec::NUMBER
    }

    /// 0, as above.
    made_later: Ratio = "made_later_pct", "Messages that make a video, later" {
        group: Group::Demand, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 0.3, soft: (0.0, 1.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:made_later", ..InputSpec::NUMBER
    }

    /// The clip of MLPerf's benchmark: 81 frames at 16 a second.
    made_seconds: SecondsPerMessage = "made_clip_s", "Seconds of video made at a time" {
        group: Group::Demand, place: Place::Fine, unit: Unit::new("s", "seconds", 1.0), default: 5.0625, low: 5.0,
        high: 10.0, soft: (1.0, 60.0), hard: (0.1, 3600.0), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:made_seconds", ..InputSpec::NUMBER
    }

    /// Wan 2.2 at 720p, 20 steps with guidance, counted from its shape.
    made_work: Teraoperations = "made_pflop", "Arithmetic per second of video made" {
        group: Group::Demand, place: Place::Fine, unit: Unit::new("pflop", "PFLOP", 0.001), default: 51.5, low: 25.0,
        high: 105.0, soft: (1.0, 1000.0), hard: (0.0, 1e6), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:made_work", ..InputSpec::NUMBER
    }

    /// Memory is read as extra, mostly cached, input.
    memory_now: Ratio = "memory_now_pct", "Messages that recall a long memory, at the start" {
        group: Group::Demand, place: Place::Fine, unit: PCT, default: 10.0, low: 0.0, high: 30.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0),
        fact: "judgements:memory_now", ..InputSpec::NUMBER
    }

    /// One of LeCun's three reasons why inference gets dearer.
    memory_later: Ratio = "memory_later_pct", "Messages that recall a long memory, later" {
        group: Group::Demand, unit: PCT, default: 40.0, low: 10.0, high: 80.0, soft: (0.0, 100.0), hard: (0.0, 100.0),
        fact: "judgements:memory_later", ..InputSpec::NUMBER
    }

    /// Beyond the prompt itself.
    memory_tokens: TokensPerMessage = "memory_tok", "Memory tokens read per such message" {
        group: Group::Demand, place: Place::Fine, unit: Unit::new("tok", "tokens", 1.0), default: 8000.0, low: 2000.0,
        high: 50000.0, soft: (500.0, 2e5), hard: (0.0, 1e7), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:memory_tok", ..InputSpec::NUMBER
    }

    /// Higher than for chat, as the same memory returns.
    memory_cache: Ratio = "memory_cache_pct", "Memory tokens found in cache" {
        group: Group::Demand, place: Place::Fine, unit: PCT, default: 80.0, low: 50.0, high: 97.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0),
        fact: "judgements:memory_cache", ..InputSpec::NUMBER
    }

    /// Agents that people start in an assistant; those of firms are below.
    tasks_now: Ratio = "tasks_now_pct", "Messages that start an agent, at the start" {
        group: Group::Demand, place: Place::Fine, unit: PCT, default: 2.0, low: 0.0, high: 10.0, soft: (0.0, 50.0),
        hard: (0.0, 100.0),
        fact: "judgements:tasks_now", ..InputSpec::NUMBER
    }

    /// Agents that people start in an assistant; those of firms are below.
    tasks_later: Ratio = "tasks_later_pct", "Messages that start an agent, later" {
        group: Group::Demand, unit: PCT, default: 10.0, low: 2.0, high: 30.0, soft: (0.0, 100.0), hard: (0.0, 100.0),
        shape: Shape::Lognormal,
        fact: "judgements:tasks_later", ..InputSpec::NUMBER
    }

    /// Reported multiples of a chat message run from 5 to 30.
    task_steps: Ratio = "task_steps_n", "Model calls per agent task" {
        group: Group::Demand, place: Place::Fine, unit: Unit::new("n", "calls", 1.0), default: 15.0, low: 5.0,
        high: 30.0, soft: (1.0, 100.0), hard: (1.0, 10000.0), scale: Scale::Log,
        fact: "judgements:task_steps", ..InputSpec::NUMBER
    }

    /// A straight line, then flat. Paying share and ads use it too.
    ramp: Years = "ramp_yr", "Years from \"at the start\" to \"later\"" {
        group: Group::Demand, place: Place::Fine, unit: YR, default: 5.0, low: 3.0, high: 8.0, soft: (1.0, 10.0),
        hard: (0.25, 20.0), shape: Shape::Fixed,
        fact: "judgements:ramp", ..InputSpec::NUMBER
    }

    /// All vendors. Google alone processed 3.2 million billion tokens in May 2026, a quarter of them through its API.
    background: Tokens = "background_tok", "Agent, API and background tokens a month" {
        group: Group::Demand, unit: Unit::new("tok", "tokens", 1.0), default: 4e15, low: 2e15, high: 8e15,
        soft: (1e14, 1e17), hard: (1e6, 1e20), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:agent_tokens", ..InputSpec::NUMBER
    }

    /// At the start; it fades. Google saw 6.7 times to May 2026.
    background_growth: Ratio = "background_growth_x", "Growth of agent tokens, a year" {
        group: Group::Demand, place: Place::Lever, unit: TIMES, default: 3.0, low: 1.5, high: 6.0, soft: (1.0, 8.0),
        hard: (0.5, 10.0), shape: Shape::Lognormal,
        fact: "judgements:agent_growth", ..InputSpec::NUMBER
    }

    /// The yearly growth above its end rate halves in this time.
    background_half: Years = "background_half_yr", "Half-life of the growth of agent tokens" {
        group: Group::Demand, place: Place::Fine, unit: YR, default: 1.5, low: 0.75, high: 3.0, soft: (0.5, 5.0),
        hard: (0.1, 10.0), shape: Shape::Lognormal,
        fact: "judgements:agent_half", ..InputSpec::NUMBER
    }

    /// What the yearly growth tends to.
    background_end: Ratio = "background_end_x", "End rate of the growth of agent tokens" {
        group: Group::Demand, place: Place::Fine, unit: TIMES, default: 1.05, low: 1.0, high: 1.15, soft: (1.0, 1.3),
        hard: (0.5, 2.0),
        fact: "judgements:agent_end", ..InputSpec::NUMBER
    }

    /// Agents read far more than they write.
    background_out: Ratio = "background_out_pct", "Output share of agent tokens" {
        group: Group::Demand, place: Place::Fine, unit: PCT, default: 5.0, low: 3.0, high: 15.0, soft: (1.0, 50.0),
        hard: (0.0, 100.0), shape: Shape::Lognormal,
        fact: "judgements:agent_out_share", ..InputSpec::NUMBER
    }

    /// An agent re-reads its own history at every step.
    background_cache: Ratio = "background_cache_pct", "Agent input found in cache" {
        group: Group::Demand, place: Place::Fine, unit: PCT, default: 80.0, low: 56.0, high: 95.0, soft: (0.0, 98.0),
        hard: (0.0, 100.0),
        fact: "judgements:agent_cache_hit", ..InputSpec::NUMBER
    }

    /// Usage is lognormal across users: at 1.2 the top tenth sends about half of all messages.
    usage_sigma: Ratio = "usage_sigma_x", "Spread of usage between people" {
        group: Group::Demand, place: Place::Fine, unit: Unit::new("x", "σ of ln", 1.0), default: 1.2, low: 0.8,
        high: 1.8, soft: (0.5, 2.5), hard: (0.0, 4.0),
        fact: "judgements:usage_sigma", ..InputSpec::NUMBER
    }

    /// At 1,000 times the average there is in effect no cap.
    usage_cap: Ratio = "usage_cap_x", "Cap on a person's usage, times the average" {
        group: Group::Demand, place: Place::Fine, unit: TIMES, default: 1000.0, low: 5.0, high: 1000.0,
        soft: (1.0, 1000.0), hard: (0.1, 1e6), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:usage_cap", ..InputSpec::NUMBER
    }

    /// Payers are heavier users; free users are lighter, so that the average holds.
    payer_usage: Ratio = "payer_usage_x", "Usage of a payer, times the average" {
        group: Group::Demand, place: Place::Fine, unit: TIMES, default: 3.0, low: 1.5, high: 6.0, soft: (1.0, 10.0),
        hard: (1.0, 100.0), shape: Shape::Lognormal,
        fact: "judgements:payer_usage", ..InputSpec::NUMBER
    }

    // Revenue

    /// Menlo 3% of all AI users; ChatGPT 5.6% of its weekly users.
    pay_now: Ratio = "pay_now_pct", "Paying share of users at today's price, now" {
        group: Group::Revenue, unit: PCT, default: 4.0, low: 2.5, high: 5.6, soft: (0.5, 15.0), hard: (0.0, 100.0),
        fact: "judgements:pay_share_now", ..InputSpec::NUMBER
    }

    /// HSBC expects 10% by 2030.
    pay_later: Ratio = "pay_later_pct", "Paying share at today's price, later" {
        group: Group::Revenue, unit: PCT, default: 6.0, low: 3.0, high: 12.0, soft: (0.5, 30.0), hard: (0.0, 100.0),
        shape: Shape::Lognormal,
        fact: "judgements:pay_share_y5", ..InputSpec::NUMBER
    }

    /// List price is $20; cheaper tiers and discounts bring the average down.
    sub_price: UsdPerUserMonth = "sub_price_usd", "Subscription price a month, after discounts" {
        group: Group::Revenue, unit: USD, default: 16.0, low: 10.0, high: 22.0, soft: (1.0, 100.0), hard: (0.0, 1e5),
        scale: Scale::Log,
        fact: "judgements:sub_price_net", ..InputSpec::NUMBER
    }

    /// At the start; it fades.
    sub_growth: Ratio = "sub_price_x", "Rise of the subscription price, a year" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.03, low: 0.95, high: 1.1, soft: (0.9, 1.2),
        hard: (0.5, 3.0),
        fact: "judgements:sub_price_growth", ..InputSpec::NUMBER
    }

    /// The yearly rise above its end rate halves in this time.
    sub_half: Years = "sub_price_half_yr", "Half-life of the rise of the plan price" {
        group: Group::Revenue, place: Place::Fine, unit: YR, default: 5.0, low: 2.0, high: 10.0, soft: (0.5, 20.0),
        hard: (0.1, 50.0), shape: Shape::Lognormal,
        fact: "judgements:sub_price_half", ..InputSpec::NUMBER
    }

    /// What the yearly rise tends to.
    sub_end: Ratio = "sub_price_end_x", "End rate of the rise of the plan price" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.02, low: 1.0, high: 1.03, soft: (0.95, 1.1),
        hard: (0.5, 2.0),
        fact: "judgements:sub_price_end", ..InputSpec::NUMBER
    }

    /// Stanford's survey: median 11.40, mean 124.50 dollars a month to give it up. Only the shape counts: the level is
    /// set by the observed paying share.
    wtp_median: UsdPerUserMonth = "wtp_median_usd", "Median value of an assistant to a user, a month" {
        group: Group::Revenue, place: Place::Fine, unit: USD, default: 11.4, low: 3.39, high: 30.0, soft: (1.0, 100.0),
        hard: (0.01, 1e5), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:wtp_median", ..InputSpec::NUMBER
    }

    /// The lower, the more payers a dearer price loses. Stanford's mean and median give 2.19.
    wtp_sigma: Ratio = "wtp_sigma_x", "Spread of an assistant's value between people" {
        group: Group::Revenue, unit: Unit::new("x", "σ of ln", 1.0), default: 1.6, low: 1.0, high: 2.2,
        soft: (0.8, 2.5), hard: (0.1, 5.0),
        fact: "judgements:wtp_sigma", ..InputSpec::NUMBER
    }

    /// Reach and capture are solved so that the paying share at this price is the observed one.
    observed_price: UsdPerUserMonth = "observed_price_usd", "Today's subscription price, at which those shares pay" {
        group: Group::Revenue, place: Place::Fine, unit: USD, default: 16.0, low: 10.0, high: 22.0, soft: (5.0, 50.0),
        hard: (0.01, 1e5), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:observed_price", ..InputSpec::NUMBER
    }

    /// Rise of willingness to pay if all messages reasoned. 0 as the later paying share already holds what is expected.
    reasoning_wtp: Ratio = "reasoning_wtp_pct", "Value that reasoning adds" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 100.0, soft: (0.0, 200.0),
        hard: (0.0, 10000.0), shape: Shape::Fixed,
        fact: "judgements:reasoning_wtp", ..InputSpec::NUMBER
    }

    /// Rise of willingness to pay if all messages had video. 0, as above.
    video_wtp: Ratio = "video_wtp_pct", "Value that video adds" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 100.0, soft: (0.0, 200.0),
        hard: (0.0, 10000.0), shape: Shape::Fixed,
        fact: "judgements:video_wtp", ..InputSpec::NUMBER
    }

    /// Rise of willingness to pay if all messages made a video. 0, as above.
    made_wtp: Ratio = "made_wtp_pct", "Value that making video adds" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 100.0, soft: (0.0, 200.0),
        hard: (0.0, 10000.0), shape: Shape::Fixed,
        fact: "judgements:made_wtp", ..InputSpec::NUMBER
    }

    /// Rise of willingness to pay if all messages recalled a memory. 0, as above.
    memory_wtp: Ratio = "memory_wtp_pct", "Value that memory adds" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 100.0, soft: (0.0, 200.0),
        hard: (0.0, 10000.0), shape: Shape::Fixed,
        fact: "judgements:memory_wtp", ..InputSpec::NUMBER
    }

    /// Rise of willingness to pay if all messages started an agent. 0, as above.
    tasks_wtp: Ratio = "tasks_wtp_pct", "Value that agents add" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 200.0, soft: (0.0, 200.0),
        hard: (0.0, 10000.0), shape: Shape::Fixed,
        fact: "judgements:tasks_wtp", ..InputSpec::NUMBER
    }

    /// For each per cent of messages that use it. 1: who pays for it is as common as its use.
    reasoning_taken: Ratio = "reasoning_taken_x", "Customers who pay for reasoning, over its share of messages" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.0, low: 0.5, high: 2.0, soft: (0.0, 10.0),
        hard: (0.0, 1000.0), shape: Shape::Fixed,
        fact: "judgements:reasoning_taken", ..InputSpec::NUMBER
    }

    /// As above.
    video_taken: Ratio = "video_taken_x", "Customers who pay for video, watched or made, over its share of messages" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.0, low: 1.0, high: 6.0, soft: (0.0, 10.0),
        hard: (0.0, 1000.0), shape: Shape::Fixed,
        fact: "judgements:video_taken", ..InputSpec::NUMBER
    }

    /// As above.
    memory_taken: Ratio = "memory_taken_x", "Customers who pay for memory, over its share of messages" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.0, low: 0.5, high: 2.0, soft: (0.0, 10.0),
        hard: (0.0, 1000.0), shape: Shape::Fixed,
        fact: "judgements:memory_taken", ..InputSpec::NUMBER
    }

    /// As above.
    tasks_taken: Ratio = "tasks_taken_x", "Customers who pay for agents, over their share of messages" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.0, low: 0.2, high: 1.0, soft: (0.0, 10.0),
        hard: (0.0, 1000.0), shape: Shape::Fixed,
        fact: "judgements:tasks_taken", ..InputSpec::NUMBER
    }

    /// The rest draws more payers. 0: nothing is charged for it.
    plan_raise: Ratio = "plan_raise_pct", "Of what capabilities add to worth, charged in plans" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 100.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:plan_raise", ..InputSpec::NUMBER
    }

    /// As above; as many seats are sold, since each is worth that much more.
    seat_raise: Ratio = "seat_raise_pct", "Of what capabilities add to worth, charged in seats" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 100.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:seat_raise", ..InputSpec::NUMBER
    }

    /// As above, for the price of tokens.
    api_raise: Ratio = "api_raise_pct", "Of what capabilities add to worth, charged for API use" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 100.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:api_raise", ..InputSpec::NUMBER
    }

    /// All vendors. OpenAI 9 million, Gemini 8 million.
    seats: Users = "seats_n", "Business seats at the start" {
        group: Group::Revenue, unit: COUNT, default: 4e7, low: 2e7, high: 6e7, soft: (1e6, 5e8), hard: (0.0, 5e9),
        scale: Scale::Log,
        fact: "judgements:seats", ..InputSpec::NUMBER
    }

    /// At the start; it fades.
    seats_growth: Ratio = "seats_growth_x", "Growth of seats, a year" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.5, low: 1.1, high: 2.0, soft: (1.0, 3.0),
        hard: (0.5, 10.0),
        fact: "judgements:seats_growth", ..InputSpec::NUMBER
    }

    /// The yearly growth above its end rate halves in this time.
    seats_half: Years = "seats_half_yr", "Half-life of the growth of seats" {
        group: Group::Revenue, place: Place::Fine, unit: YR, default: 2.0, low: 1.0, high: 4.0, soft: (0.5, 10.0),
        hard: (0.1, 10.0), shape: Shape::Lognormal,
        fact: "judgements:seats_half", ..InputSpec::NUMBER
    }

    /// What the yearly growth tends to.
    seats_end: Ratio = "seats_end_x", "End rate of the growth of seats" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.03, low: 1.0, high: 1.08, soft: (1.0, 1.2),
        hard: (0.5, 2.0),
        fact: "judgements:seats_end", ..InputSpec::NUMBER
    }

    /// Held flat.
    seat_price: UsdPerUserMonth = "seat_price_usd", "Price of a seat a month" {
        group: Group::Revenue, unit: USD, default: 22.0, low: 15.0, high: 30.0, soft: (5.0, 100.0), hard: (0.0, 1e5),
        scale: Scale::Log,
        fact: "judgements:seat_price", ..InputSpec::NUMBER
    }

    /// What is really paid, not the list price. OpenAI got about 0.38 dollars.
    api_price: UsdPerToken = "api_usd_per_mtok", "API price per million tokens, input and output blended" {
        group: Group::Revenue, place: Place::Lever, unit: Unit::new("usd_per_mtok", "$ per million", 1e6), default: 1.5,
        low: 0.6, high: 3.0, soft: (0.1, 10.0), hard: (0.0, 1e5), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:api_price_realised", ..InputSpec::NUMBER
    }

    /// Divides the price. A constant tier's list price fell 1.04 to 1.9 times a year; equal quality fell 9 to 900
    /// times.
    api_fall: Ratio = "api_fall_x", "Fall of the API price, a year" {
        group: Group::Revenue, unit: TIMES, default: 1.6, low: 1.0, high: 2.2, soft: (1.0, 4.0), hard: (0.5, 10.0),
        shape: Shape::Lognormal,
        fact: "judgements:api_price_fall", ..InputSpec::NUMBER
    }

    /// The yearly fall above its end rate halves in this time.
    api_half: Years = "api_half_yr", "Half-life of the fall of the API price" {
        group: Group::Revenue, place: Place::Fine, unit: YR, default: 1.5, low: 0.75, high: 3.0, soft: (0.5, 10.0),
        hard: (0.1, 50.0), shape: Shape::Lognormal,
        fact: "judgements:api_half", ..InputSpec::NUMBER
    }

    /// What the yearly fall tends to.
    api_end: Ratio = "api_end_x", "End rate of the fall of the API price" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.0, low: 1.0, high: 1.05, soft: (1.0, 1.2),
        hard: (0.5, 2.0),
        fact: "judgements:api_end", ..InputSpec::NUMBER
    }

    /// Of agent, API and background tokens; the rest is the vendors' own use.
    api_paid: Ratio = "api_paid_pct", "Paid share of agent tokens" {
        group: Group::Revenue, unit: PCT, default: 80.0, low: 40.0, high: 90.0, soft: (10.0, 100.0), hard: (0.0, 100.0),
        fact: "judgements:agent_paid_share", ..InputSpec::NUMBER
    }

    /// Prices of tokens and accelerator-hours fall to 1 − this × what stood idle in the quarter before. 0: prices are
    /// held, as before there was this input.
    load_price: Ratio = "load_price_x", "Response of API price and rent to idle capacity" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 0.0, low: 0.0, high: 0.7, soft: (0.0, 1.0),
        hard: (0.0, 1.0), shape: Shape::Fixed,
        fact: "judgements:load_price", ..InputSpec::NUMBER
    }

    /// 0: growth already contains past price falls. Below 0, use follows your price against the sourced one. Measured:
    /// −1.11.
    api_elasticity: Ratio = "api_elasticity_x", "Response of API use to its price" {
        group: Group::Revenue, place: Place::Fine, unit: Unit::new("x", "elasticity", 1.0), default: 0.0, low: -1.8,
        high: 0.0, soft: (-2.5, 0.0), hard: (-10.0, 0.0), shape: Shape::Fixed,
        fact: "judgements:api_elasticity", ..InputSpec::NUMBER
    }

    /// Use moves with your price over this one, along the same fall.
    api_reference: UsdPerToken = "api_reference_usd_per_mtok", "API price at which use is as stated" {
        group: Group::Revenue, place: Place::Fine, unit: Unit::new("usd_per_mtok", "$ per million", 1e6), default: 1.5,
        low: 0.6, high: 3.0, soft: (0.1, 10.0), hard: (0.001, 1e5), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:api_reference", ..InputSpec::NUMBER
    }

    /// So that no price near 0 wins by endless use.
    api_saturation: Ratio = "api_saturation_x", "Most that a low price can multiply use" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 5.0, low: 2.0, high: 10.0, soft: (1.0, 20.0),
        hard: (1.0, 1000.0), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:api_saturation", ..InputSpec::NUMBER
    }

    /// 0: nobody pays more for speed.
    speed_paid: Ratio = "speed_paid_pct", "Paid tokens sold at a dearer price for speed" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 5.0, soft: (0.0, 20.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:speed_paid", ..InputSpec::NUMBER
    }

    /// Anthropic's fast mode: 6 to 12 times the price for 2.5 times the speed.
    speed_premium: Ratio = "speed_premium_x", "Rise of that price with the speed promised" {
        group: Group::Revenue, place: Place::Fine, unit: Unit::new("x", "elasticity", 1.0), default: 2.4, low: 1.96,
        high: 2.71, soft: (0.0, 3.0), hard: (0.0, 4.0), shape: Shape::Fixed,
        fact: "judgements:speed_premium", ..InputSpec::NUMBER
    }

    /// Above it the dearer price is asked.
    speed_reference: TokensPerSecond = "speed_reference_tok_s", "Speed at which API prices are as stated" {
        group: Group::Revenue, place: Place::Fine, unit: Unit::new("tok_s", "tokens/s", 1.0), default: 21.0, low: 20.0,
        high: 50.0, soft: (5.0, 200.0), hard: (0.1, 1e5), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:speed_reference", ..InputSpec::NUMBER
    }

    /// Chat ads began in 2026.
    ads_now: Ratio = "ads_now_n", "Ads per free user and month, now" {
        group: Group::Revenue, place: Place::Fine, unit: Unit::new("n", "ads", 1.0), default: 2.0, low: 0.0, high: 5.0,
        soft: (0.0, 50.0), hard: (0.0, 10000.0),
        fact: "judgements:ads_now", ..InputSpec::NUMBER
    }

    /// OpenAI's plan of $36 a user and year in 2030 is an upper bound.
    ads_later: Ratio = "ads_later_n", "Ads per free user and month, later" {
        group: Group::Revenue, unit: Unit::new("n", "ads", 1.0), default: 20.0, low: 5.0, high: 60.0,
        soft: (0.0, 200.0), hard: (0.0, 10000.0), shape: Shape::Lognormal,
        fact: "judgements:ad_impressions", ..InputSpec::NUMBER
    }

    /// 0: evenly, along a straight line. 100: as the square of time.
    ads_late: Ratio = "ads_late_pct", "How late ads rise from now to later" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 100.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:ads_late", ..InputSpec::NUMBER
    }

    /// ChatGPT's ads: $60 at launch, $25 soon after.
    ad_cpm: Usd = "ad_cpm_usd", "Price of 1,000 ads" {
        group: Group::Revenue, unit: USD, default: 25.0, low: 25.0, high: 60.0, soft: (1.0, 100.0), hard: (0.0, 1e5),
        scale: Scale::Log,
        source: &sources::OAI_ADS_RS, grade: Grade::Secondary, fact: "defaults:chat_cpm", ..InputSpec::SOURCED
    }

    /// Fill rate.
    ad_fill: Ratio = "ad_fill_pct", "Ad places that sell" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 50.0, low: 20.0, high: 80.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0),
        fact: "judgements:ad_fill", ..InputSpec::NUMBER
    }

    /// The price is American; most users are not. From Meta's regional revenue of 2021.
    ad_region: Ratio = "ad_region_pct", "World average over the ad price" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 35.0, low: 20.0, high: 60.0, soft: (5.0, 100.0),
        hard: (0.0, 100.0), shape: Shape::Lognormal,
        fact: "judgements:ad_region", ..InputSpec::NUMBER
    }

    /// One figure, or the sum over four regions of the part of free users there × what an ad place brings there; the
    /// rest of the world is what the other three leave.
    ads_by: AdsBy = "ads_by", "World average comes from" {
        group: Group::Revenue, place: Place::Fine, kind: Kind::Choice(AdsBy::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:ads_by", ..InputSpec::CHOICE
    }

    /// The parts with which Facebook's regional revenue per user of 2021 sums to its worldwide one: 11.65 against 11.57
    /// dollars.
    ads_us: Ratio = "ads_us_pct", "Free users in the US and Canada" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 9.0, low: 7.0, high: 20.0, soft: (0.0, 60.0),
        hard: (0.0, 100.0),
        fact: "judgements:ads_us", ..InputSpec::NUMBER
    }

    /// As above.
    ads_europe: Ratio = "ads_europe_pct", "Free users in Europe" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 15.0, low: 12.0, high: 25.0, soft: (0.0, 60.0),
        hard: (0.0, 100.0),
        fact: "judgements:ads_europe", ..InputSpec::NUMBER
    }

    /// As above.
    ads_asia: Ratio = "ads_asia_pct", "Free users in Asia-Pacific" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 44.0, low: 30.0, high: 50.0, soft: (0.0, 80.0),
        hard: (0.0, 100.0),
        fact: "judgements:ads_asia", ..InputSpec::NUMBER
    }

    /// Price × places that sell, over those of the US and Canada: Facebook's regional revenue per user of 2021, the
    /// last it gave.
    worth_europe: Ratio = "ads_worth_europe_pct", "An ad place in Europe, of one in the US and Canada" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 32.5, low: 25.0, high: 60.0, soft: (0.0, 100.0),
        hard: (0.0, 200.0),
        fact: "judgements:worth_europe", ..InputSpec::NUMBER
    }

    /// As above.
    worth_asia: Ratio = "ads_worth_asia_pct", "An ad place in Asia-Pacific, of one in the US and Canada" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 8.1, low: 5.0, high: 20.0, soft: (0.0, 100.0),
        hard: (0.0, 200.0),
        fact: "judgements:worth_asia", ..InputSpec::NUMBER
    }

    /// As above.
    worth_rest: Ratio = "ads_worth_rest_pct", "An ad place in the rest of the world, of one in the US and Canada" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 5.7, low: 4.0, high: 15.0, soft: (0.0, 100.0),
        hard: (0.0, 200.0),
        fact: "judgements:worth_rest", ..InputSpec::NUMBER
    }

    /// A cost, as a share of ad revenue.
    ad_loss: Ratio = "ad_loss_pct", "Lost to ads: usage, and own ads displaced" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 15.0, low: 0.0, high: 40.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0),
        fact: "judgements:ad_loss", ..InputSpec::NUMBER
    }

    /// Only for an operator that has one, like Meta. A contribution, not revenue.
    ad_uplift_on: Switch = "ad_uplift", "Count the uplift of an existing ad business" {
        group: Group::Revenue, place: Place::Main, fact: "judgements:ad_uplift", ..InputSpec::SWITCH
    }

    /// Meta in 2024.
    ad_base: Usd = "ad_base_usd", "Existing ad revenue a year" {
        group: Group::Revenue, unit: USD, default: 1.6e11, low: 1.55e11, high: 1.65e11, soft: (1e9, 5e11),
        hard: (0.0, 1e13), scale: Scale::Log,
        fact: "judgements:meta_ad_base", ..InputSpec::NUMBER
    }

    /// Beside or without the one above.
    google_uplift_on: Switch = "google_uplift", "Count the uplift of Google's search ads" {
        group: Group::Revenue, place: Place::Fine, fact: "judgements:google_uplift", ..InputSpec::SWITCH
    }

    /// Four times the second quarter of 2026.
    google_base: Usd = "google_base_usd", "Google's search ad revenue a year" {
        group: Group::Revenue, place: Place::Fine, unit: USD, default: 2.53e11, low: 2.45e11, high: 2.61e11,
        soft: (1e9, 5e11), hard: (0.0, 1e13), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:google_base", ..InputSpec::NUMBER
    }

    /// Beside or without those above.
    amazon_uplift_on: Switch = "amazon_uplift", "Count the uplift of Amazon's ads" {
        group: Group::Revenue, place: Place::Fine, fact: "judgements:amazon_uplift", ..InputSpec::SWITCH
    }

    /// Four times the second quarter of 2026.
    amazon_base: Usd = "amazon_base_usd", "Amazon's ad revenue a year" {
        group: Group::Revenue, place: Place::Fine, unit: USD, default: 7.92e10, low: 7.7e10, high: 8.2e10,
        soft: (1e9, 5e11), hard: (0.0, 1e13), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:amazon_base", ..InputSpec::NUMBER
    }

    /// Meta credits AI with 5% more conversions on Instagram and 3% on Facebook in a quarter of 2025.
    ad_uplift: Ratio = "ad_uplift_pct", "Rise of existing ad revenue thanks to AI" {
        group: Group::Revenue, unit: PCT, default: 4.0, low: 3.0, high: 5.0, soft: (0.0, 30.0), hard: (0.0, 1000.0),
        source: &sources::META_Q225, grade: Grade::Secondary, fact: "defaults:ad_uplift", ..InputSpec::SOURCED
    }

    /// Incremental, not the operating margin, as running costs are charged separately.
    uplift_margin: Ratio = "uplift_margin_pct", "Margin on the ad uplift" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 85.0, low: 60.0, high: 95.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0),
        fact: "judgements:uplift_margin", ..InputSpec::NUMBER
    }

    /// Ranking models are not assistants.
    uplift_due: Ratio = "uplift_due_pct", "Part of the ad uplift due to this capex" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 50.0, low: 0.0, high: 100.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0),
        fact: "judgements:uplift_attributed", ..InputSpec::NUMBER
    }

    /// With three, a person takes the one worth most above its price; the price above is then that of the standard
    /// plan.
    plans: Plans = "plans", "Plans on offer" {
        group: Group::Revenue, place: Place::Fine, kind: Kind::Choice(Plans::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:plans", ..InputSpec::CHOICE
    }

    /// Used with three plans. ChatGPT Go and Google AI Plus cost 8 dollars.
    cheap_price: UsdPerUserMonth = "cheap_price_usd", "Price of the cheap plan a month" {
        group: Group::Revenue, place: Place::Fine, unit: USD, default: 8.0, low: 5.0, high: 12.0, soft: (1.0, 50.0),
        hard: (0.0, 1e5), scale: Scale::Log,
        fact: "judgements:cheap_price", ..InputSpec::NUMBER
    }

    /// Used with three plans. It has tighter limits and, in some places, ads.
    cheap_worth: Ratio = "cheap_worth_pct", "Worth of the cheap plan, of the standard one" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 60.0, low: 40.0, high: 80.0, soft: (10.0, 100.0),
        hard: (1.0, 1000.0),
        fact: "judgements:cheap_worth", ..InputSpec::NUMBER
    }

    /// Fades to no change with the half-life of the plan price.
    cheap_rise: Ratio = "cheap_price_x", "Rise of the price of the cheap plan, a year" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.0, low: 0.95, high: 1.05, soft: (0.8, 1.2),
        hard: (0.5, 3.0),
        fact: "judgements:cheap_rise", ..InputSpec::NUMBER
    }

    /// Used with three plans. Power-user plans cost 100 to 250 dollars.
    top_price: UsdPerUserMonth = "top_price_usd", "Price of the top plan a month" {
        group: Group::Revenue, place: Place::Fine, unit: USD, default: 200.0, low: 100.0, high: 250.0,
        soft: (50.0, 500.0), hard: (0.0, 1e5), scale: Scale::Log,
        fact: "judgements:top_price", ..InputSpec::NUMBER
    }

    /// Used with three plans. At 1.4 about 3% of payers take it.
    top_worth: Ratio = "top_worth_x", "Worth of the top plan, times the standard one" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.4, low: 1.2, high: 2.0, soft: (1.0, 5.0),
        hard: (0.01, 100.0), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:top_worth", ..InputSpec::NUMBER
    }

    /// Fades to no change with the half-life of the plan price.
    top_rise: Ratio = "top_price_x", "Rise of the price of the top plan, a year" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.0, low: 0.95, high: 1.05, soft: (0.8, 1.2),
        hard: (0.5, 3.0),
        fact: "judgements:top_rise", ..InputSpec::NUMBER
    }

    /// A survey is not a purchase. Reach is solved for the observed paying share, so this moves only how payers react
    /// to a price.
    wtp_real: Ratio = "wtp_real_pct", "Part of a stated value that people would really pay" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 100.0, low: 40.0, high: 100.0,
        soft: (10.0, 100.0), hard: (1.0, 1000.0),
        fact: "judgements:wtp_real", ..InputSpec::NUMBER
    }

    /// Fades to no change with the half-life of the plan price.
    seat_rise: Ratio = "seat_price_x", "Rise of the price of a seat, a year" {
        group: Group::Revenue, place: Place::Fine, unit: TIMES, default: 1.0, low: 0.95, high: 1.05, soft: (0.8, 1.2),
        hard: (0.5, 3.0),
        fact: "judgements:seat_rise", ..InputSpec::NUMBER
    }

    /// Above it fewer seats are sold, below it more.
    seat_reference: UsdPerUserMonth = "seat_reference_usd", "Seat price at which seats are as stated" {
        group: Group::Revenue, place: Place::Fine, unit: USD, default: 22.0, low: 15.0, high: 30.0, soft: (5.0, 100.0),
        hard: (0.01, 1e5), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:seat_reference", ..InputSpec::NUMBER
    }

    /// Only the shape counts: the number of seats is as stated at the price above.
    seat_value: UsdPerUserMonth = "seat_value_usd", "Median value of a seat to a firm, a month" {
        group: Group::Revenue, place: Place::Fine, unit: USD, default: 40.0, low: 20.0, high: 100.0, soft: (5.0, 500.0),
        hard: (0.01, 1e5), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:seat_value", ..InputSpec::NUMBER
    }

    /// The lower, the more seats a dearer price loses.
    seat_sigma: Ratio = "seat_sigma_x", "Spread of the value of a seat between firms" {
        group: Group::Revenue, place: Place::Fine, unit: Unit::new("x", "σ of ln", 1.0), default: 1.2, low: 0.8,
        high: 1.8, soft: (0.5, 2.5), hard: (0.1, 5.0),
        fact: "judgements:seat_sigma", ..InputSpec::NUMBER
    }

    /// What an operator of search or feeds loses there when people ask an assistant instead.
    own_ads_lost: Ratio = "own_ads_lost_pct", "Further own ads and searches displaced, of ads in chats" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 50.0, soft: (0.0, 100.0),
        hard: (0.0, 1000.0), shape: Shape::Fixed,
        fact: "judgements:own_ads_lost", ..InputSpec::NUMBER
    }

    /// No count has been published.
    orders_now: Ratio = "orders_now_n", "Purchases in chats per free user and month, now" {
        group: Group::Revenue, place: Place::Fine, unit: Unit::new("n", "purchases", 1.0), default: 0.0, low: 0.0,
        high: 0.02, soft: (0.0, 1.0), hard: (0.0, 1000.0),
        fact: "judgements:orders_now", ..InputSpec::NUMBER
    }

    /// 0 as no count has been published: move it to see what commerce would bring.
    orders_later: Ratio = "orders_later_n", "Purchases in chats per free user and month, later" {
        group: Group::Revenue, place: Place::Fine, unit: Unit::new("n", "purchases", 1.0), default: 0.0, low: 0.0,
        high: 0.1, soft: (0.0, 1.0), hard: (0.0, 1000.0),
        fact: "judgements:orders_later", ..InputSpec::NUMBER
    }

    /// Of an order in web shops.
    basket: Usd = "basket_usd", "Worth of a purchase" {
        group: Group::Revenue, place: Place::Fine, unit: USD, default: 60.0, low: 30.0, high: 120.0,
        soft: (10.0, 500.0), hard: (0.0, 1e6), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:basket", ..InputSpec::NUMBER
    }

    /// What the assistant keeps.
    take: Ratio = "take_pct", "Commission on a purchase" {
        group: Group::Revenue, place: Place::Fine, unit: PCT, default: 3.0, low: 1.0, high: 8.0, soft: (0.0, 30.0),
        hard: (0.0, 100.0), shape: Shape::Lognormal,
        fact: "judgements:take", ..InputSpec::NUMBER
    }

    // Opex

    /// US industrial average of 2025, all charges; the EU paid 0.20 euros.
    power_price: UsdPerKwh = "power_usd_per_kwh", "Price of electricity" {
        group: Group::Opex, unit: Unit::new("usd_per_kwh", "$/kWh", 1.0), default: 0.0861, low: 0.0815, high: 0.2,
        soft: (0.02, 0.4), hard: (0.0, 10.0), scale: Scale::Log, shape: Shape::Lognormal,
        source: &sources::YCHARTS_IND, grade: Grade::Secondary, fact: "defaults:power_price", ..InputSpec::SOURCED
    }

    /// Energy follows use, nameplate power sizes the site.
    idle_power: Ratio = "idle_power_pct", "Power when idle, of full power" {
        group: Group::Opex, place: Place::Fine, unit: PCT, default: 40.0, low: 20.0, high: 60.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0),
        fact: "judgements:idle_power", ..InputSpec::NUMBER
    }

    /// Accelerators that nobody needs are off either way and draw nothing. On, their sites and spare parts cost nothing
    /// either.
    switch_off: Switch = "switch_off", "Mothball surplus racks" {
        group: Group::Opex, place: Place::Fine, fact: "judgements:switch_off", ..InputSpec::SWITCH
    }

    /// Epoch's 1 GW site: operating cost less energy.
    site_opex: Ratio = "site_opex_pct", "Other site cost, of capex a year" {
        group: Group::Opex, unit: PCT, default: 0.79, low: 0.79, high: 2.37, soft: (0.0, 5.0), hard: (0.0, 100.0),
        source: &sources::EPOCH_1GW, grade: Grade::Derived, fact: "defaults:opex_other", ..InputSpec::SOURCED
    }

    /// Credits nights with training work. Leave at 0 where the average load already holds night use, as DeepSeek's
    /// 81.6% does.
    night_reuse: Ratio = "night_reuse_pct", "Idle night hours used for training" {
        group: Group::Opex, place: Place::Fine, unit: PCT, default: 0.0, low: 0.0, high: 100.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:night_reuse", ..InputSpec::NUMBER
    }

    /// SemiAnalysis: an owner's cost of a GB200 hour, what training would otherwise have to pay.
    night_value: UsdPerAcceleratorHour = "night_usd_per_h", "Worth of an idle accelerator-hour" {
        group: Group::Opex, place: Place::Fine, unit: Unit::new("usd_per_h", "$ an hour", 1.0), default: 2.21, low: 1.3,
        high: 2.75, soft: (0.5, 5.0), hard: (0.0, 1000.0),
        source: &sources::IXAPP, grade: Grade::Secondary, fact: "defaults:owner_tco", ..InputSpec::SOURCED
    }

    /// Every interruption of the Llama 3 run would be 9%; not each is a replacement.
    replacement: Ratio = "replacement_pct", "Accelerators replaced a year" {
        group: Group::Opex, place: Place::Fine, unit: PCT, default: 3.0, low: 0.0, high: 9.08, soft: (0.0, 15.0),
        hard: (0.0, 100.0),
        source: &sources::DCD_LLAMA3, grade: Grade::Judgement, fact: "defaults:gpu_fail", ..InputSpec::NUMBER
    }

    /// Without research.
    staff: Ratio = "staff_pct", "Staff, of revenue" {
        group: Group::Opex, unit: PCT, default: 5.0, low: 3.0, high: 15.0, soft: (0.0, 40.0), hard: (0.0, 100.0),
        shape: Shape::Lognormal,
        fact: "judgements:staff_share", ..InputSpec::NUMBER
    }

    /// A model lives months; making the next one is a running cost.
    research: Ratio = "rd_pct", "Model R&D with training compute, of revenue" {
        group: Group::Opex, unit: PCT, default: 25.0, low: 10.0, high: 60.0, soft: (0.0, 100.0), hard: (0.0, 100.0),
        shape: Shape::Lognormal,
        fact: "judgements:rd_share", ..InputSpec::NUMBER
    }

    /// Left out where the fleet sized to demand already holds the training accelerators.
    research_compute: Ratio = "rd_compute_pct", "Part of R&D that is training compute" {
        group: Group::Opex, place: Place::Fine, unit: PCT, default: 60.0, low: 40.0, high: 80.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0),
        fact: "judgements:rd_compute", ..InputSpec::NUMBER
    }

    /// App stores take 15 to 30% of what passes through them.
    fees: Ratio = "fees_pct", "Payment and store fees, of subscriptions" {
        group: Group::Opex, place: Place::Fine, unit: PCT, default: 10.0, low: 5.0, high: 25.0, soft: (0.0, 30.0),
        hard: (0.0, 100.0), shape: Shape::Lognormal,
        fact: "judgements:fees", ..InputSpec::NUMBER
    }

    /// For every active user, payer or not.
    support: UsdPerUserMonth = "support_usd", "Support and moderation per user and month" {
        group: Group::Opex, place: Place::Fine, unit: USD, default: 0.02, low: 0.0, high: 0.1, soft: (0.0, 0.5),
        hard: (0.0, 1000.0),
        fact: "judgements:support", ..InputSpec::NUMBER
    }

    /// Per new payer, those who replace leavers included.
    acquisition: UsdPerUser = "cac_usd", "Cost of winning a payer" {
        group: Group::Opex, place: Place::Fine, unit: USD, default: 20.0, low: 5.0, high: 60.0, soft: (0.0, 200.0),
        hard: (0.0, 1e5), shape: Shape::Lognormal,
        fact: "judgements:cac", ..InputSpec::NUMBER
    }

    /// PNC's seven months of mean stay would be 14%, an upper bound.
    churn: Ratio = "churn_pct", "Payers who leave in a month" {
        group: Group::Opex, place: Place::Fine, unit: PCT, default: 7.0, low: 4.0, high: 14.0, soft: (0.0, 20.0),
        hard: (0.0, 100.0), shape: Shape::Lognormal,
        fact: "judgements:churn_month", ..InputSpec::NUMBER
    }

    /// A million tokens of text are about 4 MB.
    egress: UsdPerToken = "egress_usd_per_mtok", "Network traffic per million answer tokens" {
        group: Group::Opex, place: Place::Fine, unit: Unit::new("usd_per_mtok", "$ per million", 1e6), default: 0.0005,
        low: 0.0001, high: 0.002, soft: (0.0, 0.01), hard: (0.0, 1000.0), shape: Shape::Lognormal,
        fact: "judgements:egress", ..InputSpec::NUMBER
    }

    /// A few gigabytes of text, embeddings and caches.
    storage: UsdPerUserMonth = "storage_usd", "Storage per user with a long memory and month" {
        group: Group::Opex, place: Place::Fine, unit: USD, default: 0.01, low: 0.002, high: 0.1, soft: (0.0, 0.1),
        hard: (0.0, 1000.0), shape: Shape::Lognormal,
        fact: "judgements:storage", ..InputSpec::NUMBER
    }

    // Money

    /// Between Alphabet's 9.07% and Meta's 9.75%; CoreWeave borrowed at up to 15%.
    discount_rate: PerYear = "wacc_pct", "Discount rate" {
        group: Group::Money, unit: Unit::new("pct", "% a year", 100.0), default: 9.5, low: 7.0, high: 15.0,
        soft: (3.0, 20.0), hard: (0.0, 60.0), shape: Shape::Lognormal,
        source: &sources::WACC_AFG, grade: Grade::Judgement, fact: "defaults:wacc", ..InputSpec::NUMBER
    }

    /// Plant with life left at the end is credited, nothing after it is.
    horizon: Years = "horizon_yr", "Years looked at" {
        group: Group::Money, place: Place::Fine, unit: YR, default: 10.0, low: 5.0, high: 20.0, soft: (5.0, 20.0),
        hard: (5.0, 20.0), shape: Shape::Fixed,
        fact: "judgements:horizon", ..InputSpec::NUMBER
    }

    /// US federal; Meta's normalised rate in 2025 was 13%.
    tax_rate: Ratio = "tax_pct", "Corporate tax" {
        group: Group::Money, unit: PCT, default: 21.0, low: 13.0, high: 21.0, soft: (0.0, 40.0), hard: (0.0, 90.0),
        source: &sources::AITICKER, grade: Grade::Secondary, fact: "defaults:tax", ..InputSpec::SOURCED
    }

    /// 100% in US law since January 2025. Buildings do not qualify.
    bonus: Ratio = "bonus_pct", "Equipment written off at once for tax" {
        group: Group::Money, place: Place::Fine, unit: PCT, default: 100.0, low: 0.0, high: 100.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        source: &sources::OBBB_PM, grade: Grade::Secondary, fact: "defaults:bonus_dep", ..InputSpec::SOURCED
    }

    /// MACRS half-year tables of the US tax office, or a straight line over the economic life.
    tax_class: TaxClass = "tax_class", "Tax schedule for the rest of the equipment" {
        group: Group::Money, place: Place::Fine, kind: Kind::Choice(TaxClass::OPTIONS), default: 1.0, low: 0.0,
        high: 3.0, soft: (0.0, 3.0), hard: (0.0, 3.0),
        fact: "judgements:tax_class", ..InputSpec::CHOICE
    }

    /// 39 years straight line for tax; the rest is MACRS 15.
    shell_share: Ratio = "shell_share_pct", "Building shell, of facility cost" {
        group: Group::Money, place: Place::Fine, unit: PCT, default: 40.0, low: 20.0, high: 70.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0),
        fact: "judgements:shell_share", ..InputSpec::NUMBER
    }

    /// A platform sets them against its other profit at once; a young lab carries them forward, and may cover 80% of a
    /// later profit.
    losses: Losses = "losses", "Tax losses are" {
        group: Group::Money, place: Place::Fine, kind: Kind::Choice(Losses::OPTIONS), default: 0.0, low: 0.0, high: 1.0,
        soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:losses", ..InputSpec::CHOICE
    }

    /// The first quarter after the date of the figures. Only names the years.
    start_year: Years = "start_yr", "First year" {
        group: Group::Money, place: Place::Fine, unit: Unit::new("yr", "", 1.0), default: 2027.0, low: 2027.0,
        high: 2027.0, soft: (2020.0, 2035.0), hard: (2020.0, 2040.0), shape: Shape::Fixed, digits: 4,
        fact: "judgements:start_year", ..InputSpec::NUMBER
    }

    /// A lab rents and buys no plant; a cloud earns rent by the hour and has no users of its own; the industry counts
    /// only what end users pay.
    perspective: Perspective = "perspective", "Whose money counts" {
        group: Group::Money, place: Place::Main, kind: Kind::Choice(Perspective::OPTIONS), default: 0.0, low: 0.0,
        high: 3.0, soft: (0.0, 3.0), hard: (0.0, 3.0),
        fact: "judgements:perspective", ..InputSpec::CHOICE
    }

    /// On, value that users keep above the price counts as if it reached the builders. It is neither taxed nor scaled.
    count_value: Switch = "count_value", "Count all value created" {
        group: Group::Money, place: Place::Main, fact: "judgements:count_value", ..InputSpec::SWITCH
    }

    /// As stated in surveys; the part that is real is above. Counted with all value created.
    free_value: UsdPerUserMonth = "free_value_usd", "Value of an assistant to a free user, a month" {
        group: Group::Money, place: Place::Fine, unit: USD, default: 0.0, low: 0.0, high: 98.0, soft: (0.0, 100.0),
        hard: (0.0, 1e5), shape: Shape::Fixed,
        fact: "judgements:free_value", ..InputSpec::NUMBER
    }

    /// Defensive value: what an existing business would lose without it. On its own line, neither taxed nor scaled.
    protect_on: Switch = "protect", "Count profit that the build-out protects" {
        group: Group::Money, place: Place::Fine, fact: "judgements:protect", ..InputSpec::SWITCH
    }

    /// After tax, while the whole fleet is in service.
    protected: Usd = "protected_usd", "Profit protected a year" {
        group: Group::Money, place: Place::Fine, unit: USD, default: 1e10, low: 1e9, high: 5e10, soft: (1e8, 2e11),
        hard: (0.0, 1e13), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:protected", ..InputSpec::NUMBER
    }

    /// Left out where the whole industry counts: it is not end demand.
    circular: Ratio = "circular_pct", "API revenue paid with money of suppliers and investors" {
        group: Group::Money, place: Place::Fine, unit: PCT, default: 20.0, low: 0.0, high: 50.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0),
        fact: "judgements:circular", ..InputSpec::NUMBER
    }

    /// For the cover of debt service alone; the answer is before debt.
    debt: Ratio = "debt_pct", "Plant paid by debt" {
        group: Group::Money, place: Place::Fine, unit: PCT, default: 50.0, low: 20.0, high: 80.0, soft: (0.0, 100.0),
        hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:debt", ..InputSpec::NUMBER
    }

    /// CoreWeave pays 7 to 15%.
    debt_rate: Ratio = "debt_rate_pct", "Interest on that debt, a year" {
        group: Group::Money, place: Place::Fine, unit: PCT, default: 10.0, low: 7.0, high: 15.0, soft: (2.0, 20.0),
        hard: (0.0, 100.0), shape: Shape::Lognormal,
        fact: "judgements:debt_rate", ..InputSpec::NUMBER
    }

    /// Paid back in level quarters from the first quarter in service.
    debt_term: Years = "debt_yr", "Term of that debt" {
        group: Group::Money, place: Place::Fine, unit: YR, default: 5.0, low: 3.0, high: 7.0, soft: (1.0, 15.0),
        hard: (0.25, 30.0), shape: Shape::Fixed,
        fact: "judgements:debt_term", ..InputSpec::NUMBER
    }

    // Experiments: the answer does not depend on them

    /// Tokens that one accelerator serves, after the shock over before. In January 2025 the list price of DeepSeek's R1
    /// was a 27th of that of OpenAI's o1.
    shock_k: Ratio = "shock_k_x", "Cheaper by this factor" {
        group: Group::Experiment, place: Place::Main, unit: TIMES, default: 10.0, low: 2.0, high: 30.0,
        soft: (1.0, 50.0), hard: (1.0, 1000.0), shape: Shape::Fixed,
        fact: "judgements:shock_k", ..InputSpec::NUMBER
    }

    /// The rest stays with the seller.
    shock_pass: Ratio = "shock_pass_pct", "Part of the saving passed on to API prices" {
        group: Group::Experiment, place: Place::Main, unit: PCT, default: 80.0, low: 50.0, high: 100.0,
        soft: (0.0, 100.0), hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:shock_pass", ..InputSpec::NUMBER
    }

    /// Per cent more tokens for one per cent off the price. Measured on a market of APIs: −1.11.
    shock_elasticity: Ratio = "shock_elasticity_x", "Response of paid tokens to that price" {
        group: Group::Experiment, place: Place::Main, unit: Unit::new("x", "elasticity", 1.0), default: -1.11,
        low: -1.8, high: -0.5, soft: (-4.0, 0.0), hard: (-10.0, 0.0), shape: Shape::Fixed,
        fact: "judgements:shock_elasticity", ..InputSpec::NUMBER
    }

    /// Nvidia on 27 January 2025; about a trillion dollars in all.
    lost_value: Usd = "lost_value_usd", "Market value lost" {
        group: Group::Experiment, place: Place::Main, unit: USD, default: 5.93e11, low: 5.89e11, high: 1e12,
        soft: (1e10, 3e12), hard: (1e6, 1e14), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:lost_value", ..InputSpec::NUMBER
    }

    /// Of what that value stood for, after the fast years.
    lost_growth: Ratio = "lost_growth_pct", "Growth of the lost cash for ever" {
        group: Group::Experiment, place: Place::Main, unit: PCT, default: 3.0, low: 1.0, high: 5.0, soft: (0.0, 8.0),
        hard: (-20.0, 50.0), shape: Shape::Fixed,
        fact: "judgements:lost_growth", ..InputSpec::NUMBER
    }

    /// A second way to spread the same value over time.
    lost_fast: Ratio = "lost_fast_pct", "Growth of the lost cash in the fast years" {
        group: Group::Experiment, place: Place::Main, unit: PCT, default: 15.0, low: 5.0, high: 30.0, soft: (0.0, 50.0),
        hard: (-50.0, 200.0), shape: Shape::Fixed,
        fact: "judgements:lost_fast", ..InputSpec::NUMBER
    }

    /// After them growth is that for ever.
    lost_years: Years = "lost_fast_yr", "Fast years" {
        group: Group::Experiment, place: Place::Main, unit: YR, default: 8.0, low: 5.0, high: 10.0, soft: (1.0, 20.0),
        hard: (1.0, 50.0), shape: Shape::Fixed,
        fact: "judgements:lost_years", ..InputSpec::NUMBER
    }

    /// Bernstein puts Nvidia's gross profit at 29% of all that a site costs.
    chip_margin: Ratio = "chip_profit_pct", "Part of spending on plant that is the chip maker's gross profit" {
        group: Group::Experiment, place: Place::Main, unit: PCT, default: 29.0, low: 20.0, high: 35.0,
        soft: (0.0, 60.0), hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:chip_profit", ..InputSpec::NUMBER
    }

    /// Enough at the discount rate is the question of the page; lenders, boards and analysts ask for the others.
    sought: Sought = "sought", "What has to be reached" {
        group: Group::Experiment, place: Place::Main, kind: Kind::Choice(Sought::OPTIONS), default: 0.0, low: 0.0,
        high: 3.0, soft: (0.0, 3.0), hard: (0.0, 3.0),
        fact: "judgements:sought", ..InputSpec::CHOICE
    }

    /// Sought where a rate of return has to be reached.
    sought_irr: PerYear = "sought_irr_pct", "Rate of return to reach, a year" {
        group: Group::Experiment, place: Place::Main, unit: PCT, default: 15.0, low: 10.0, high: 25.0,
        soft: (0.0, 40.0), hard: (-90.0, 1000.0), shape: Shape::Fixed,
        fact: "judgements:sought_irr", ..InputSpec::NUMBER
    }

    /// Sought where the money has to be back in time: counted from the first purchase, for good.
    sought_payback: Years = "sought_payback_yr", "Years in which the money has to be back" {
        group: Group::Experiment, place: Place::Main, unit: YR, default: 5.0, low: 3.0, high: 7.0, soft: (1.0, 10.0),
        hard: (0.25, 20.0), shape: Shape::Fixed,
        fact: "judgements:sought_payback", ..InputSpec::NUMBER
    }

    /// Sought where a margin has to be reached: net present value over the present value of revenue.
    sought_margin: Ratio = "sought_margin_pct", "Margin to reach, after all cost" {
        group: Group::Experiment, place: Place::Main, unit: PCT, default: 10.0, low: 0.0, high: 20.0,
        soft: (-20.0, 50.0), hard: (-1000.0, 99.0), shape: Shape::Fixed,
        fact: "judgements:sought_margin", ..InputSpec::NUMBER
    }

    // Calibration

    /// One figure for all chips and models, fitted to public measurements.
    mfu: Ratio = "mfu_pct", "Peak reached by matrix products, 8 and 16 bits" {
        group: Group::Calibration, place: Place::Fine, unit: PCT, default: 73.0, low: 64.0, high: 75.0,
        soft: (20.0, 100.0), hard: (1.0, 100.0),
        fact: "judgements:mfu", ..InputSpec::NUMBER
    }

    /// Lower: scaling blocks of 4-bit numbers costs more of a higher peak.
    mfu_4_bit: Ratio = "mfu_4_bit_pct", "Peak reached by matrix products, 4 bits" {
        group: Group::Calibration, place: Place::Fine, unit: PCT, default: 40.0, low: 35.0, high: 47.0,
        soft: (20.0, 100.0), hard: (1.0, 100.0),
        fact: "judgements:mfu_4_bit", ..InputSpec::NUMBER
    }

    /// Many small products, routing and gathering reach less of the peak than large matrices do.
    mfu_experts: Ratio = "mfu_experts_pct", "Peak reached by products with experts, 8 and 16 bits" {
        group: Group::Calibration, place: Place::Fine, unit: PCT, default: 12.5, low: 11.0, high: 14.0,
        soft: (2.0, 60.0), hard: (0.1, 100.0),
        fact: "judgements:mfu_experts", ..InputSpec::NUMBER
    }

    /// Of the 4-bit peak.
    mfu_experts_4_bit: Ratio = "mfu_experts_4_bit_pct", "Peak reached by products with experts, 4 bits" {
        group: Group::Calibration, place: Place::Fine, unit: PCT, default: 8.5, low: 7.0, high: 10.0,
        soft: (2.0, 60.0), hard: (0.1, 100.0),
        fact: "judgements:mfu_experts_4_bit", ..InputSpec::NUMBER
    }

    /// Of the 16-bit peak.
    mfu_attention: Ratio = "mfu_attention_pct", "Peak reached by attention" {
        group: Group::Calibration, place: Place::Fine, unit: PCT, default: 54.0, low: 40.0, high: 75.0,
        soft: (20.0, 100.0), hard: (1.0, 100.0),
        fact: "judgements:mfu_attention", ..InputSpec::NUMBER
    }

    /// Of the 8-bit peak, attention included.
    mfu_video: Ratio = "mfu_video_pct", "Peak reached by making video" {
        group: Group::Calibration, place: Place::Fine, unit: PCT, default: 42.0, low: 36.0, high: 48.0,
        soft: (10.0, 100.0), hard: (1.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:mfu_video", ..InputSpec::NUMBER
    }

    /// Read once a step.
    mbu: Ratio = "mbu_pct", "Memory bandwidth reached, weights" {
        group: Group::Calibration, place: Place::Fine, unit: PCT, default: 82.0, low: 76.0, high: 91.0,
        soft: (20.0, 100.0), hard: (1.0, 100.0),
        fact: "judgements:mbu", ..InputSpec::NUMBER
    }

    /// Read once a step for every conversation.
    mbu_cache: Ratio = "mbu_cache_pct", "Memory bandwidth reached, cache" {
        group: Group::Calibration, place: Place::Fine, unit: PCT, default: 96.0, low: 90.0, high: 98.0,
        soft: (20.0, 100.0), hard: (1.0, 100.0),
        fact: "judgements:mbu_cache", ..InputSpec::NUMBER
    }

    /// Between accelerators of one domain.
    link_share: Ratio = "link_pct", "Link rate reached" {
        group: Group::Calibration, place: Place::Fine, unit: PCT, default: 36.0, low: 33.0, high: 60.0,
        soft: (10.0, 100.0), hard: (1.0, 100.0), shape: Shape::Lognormal,
        fact: "judgements:link_share", ..InputSpec::NUMBER
    }

    /// For one accelerator, in one direction.
    between: GigabytesPerSecond = "between_gb_s", "Rate between domains" {
        group: Group::Calibration, place: Place::Fine, unit: Unit::new("gb_s", "GB/s", 1.0), default: 20.0, low: 15.0,
        high: 45.0, soft: (5.0, 200.0), hard: (0.1, 10000.0), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:between", ..InputSpec::NUMBER
    }

    /// Time that no batch shortens.
    layer_time: Seconds = "layer_us", "Start of one layer" {
        group: Group::Calibration, place: Place::Fine, unit: Unit::new("us", "µs", 1e6), default: 60.0, low: 50.0,
        high: 68.0, soft: (1.0, 100.0), hard: (0.0, 10000.0),
        fact: "judgements:layer_time", ..InputSpec::NUMBER
    }

    /// Where several accelerators share a model.
    collective_time: Seconds = "collective_us", "Collective operations of one layer" {
        group: Group::Calibration, place: Place::Fine, unit: Unit::new("us", "µs", 1e6), default: 4.0, low: 1.0,
        high: 15.0, soft: (1.0, 100.0), hard: (0.0, 10000.0),
        fact: "judgements:collective_time", ..InputSpec::NUMBER
    }

    /// Finding each token's experts and putting their answers together.
    expert_layer_time: Seconds = "expert_layer_us", "A layer with experts, beside" {
        group: Group::Calibration, place: Place::Fine, unit: Unit::new("us", "µs", 1e6), default: 7.0, low: 1.0,
        high: 12.0, soft: (0.0, 100.0), hard: (0.0, 10000.0),
        fact: "judgements:expert_layer_time", ..InputSpec::NUMBER
    }

    /// All wait for the last: the more accelerators, the longer.
    expert_growth_time: Seconds = "expert_growth_us", "The same, more for each doubling of accelerators that share it" {
        group: Group::Calibration, place: Place::Fine, unit: Unit::new("us", "µs", 1e6), default: 17.0, low: 12.0,
        high: 21.0, soft: (0.0, 100.0), hard: (0.0, 10000.0),
        fact: "judgements:expert_growth_time", ..InputSpec::NUMBER
    }

    /// For each step and conversation.
    sequence_time: Seconds = "sequence_us", "Sampling and scheduling of one conversation" {
        group: Group::Calibration, place: Place::Fine, unit: Unit::new("us", "µs", 1e6), default: 7.5, low: 4.5,
        high: 9.0, soft: (0.1, 50.0), hard: (0.0, 10000.0), shape: Shape::Lognormal,
        fact: "judgements:sequence_time", ..InputSpec::NUMBER
    }

    /// 1: none is busier. Some experts are asked for more than others, but engines spread the busy ones, and
    /// measurements want no more.
    imbalance: Ratio = "imbalance_x", "Busiest accelerator over the mean, experts spread" {
        group: Group::Calibration, place: Place::Fine, unit: TIMES, default: 1.0, low: 1.0, high: 1.3, soft: (1.0, 4.0),
        hard: (1.0, 100.0),
        fact: "judgements:imbalance", ..InputSpec::NUMBER
    }

    /// The rest is kept free.
    memory_used: Ratio = "memory_pct", "Memory that may be filled" {
        group: Group::Calibration, place: Place::Fine, unit: PCT, default: 97.0, low: 92.0, high: 98.0,
        soft: (50.0, 100.0), hard: (50.0, 100.0),
        fact: "judgements:memory_used", ..InputSpec::NUMBER
    }

    /// For each accelerator.
    memory_kept: Gigabytes = "memory_kept_gb", "Memory for activations and buffers" {
        group: Group::Calibration, place: Place::Fine, unit: Unit::new("gb", "GB", 1.0), default: 2.0, low: 0.9,
        high: 3.5, soft: (0.0, 3.5), hard: (0.0, 3.5),
        fact: "judgements:memory_kept", ..InputSpec::NUMBER
    }

    /// DeepSeek and SGLang read 16,384; engines default to 2,048 to 8,192.
    chunk: TokensPerMessage = "chunk_tok", "Prompt tokens that an accelerator reads in one pass" {
        group: Group::Calibration, place: Place::Fine, unit: Unit::new("tok", "tokens", 1.0), default: 8192.0,
        low: 2048.0, high: 16384.0, soft: (512.0, 65536.0), hard: (1.0, 1e6), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:chunk", ..InputSpec::NUMBER
    }

    /// A setting of the serving software.
    engine_batch: Ratio = "engine_n", "Most conversations that one engine takes" {
        group: Group::Calibration, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 2048.0, low: 256.0,
        high: 4096.0, soft: (16.0, 8192.0), hard: (1.0, 1e6), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:engine_batch", ..InputSpec::NUMBER
    }

    /// From host memory or disk, for one accelerator. What a cached prompt token costs.
    cache_load: GigabytesPerSecond = "cache_load_gb_s", "Rate at which kept cache is loaded" {
        group: Group::Calibration, place: Place::Fine, unit: Unit::new("gb_s", "GB/s", 1.0), default: 25.0, low: 10.0,
        high: 64.0, soft: (1.0, 200.0), hard: (0.01, 10000.0), scale: Scale::Log, shape: Shape::Lognormal,
        fact: "judgements:cache_load", ..InputSpec::NUMBER
    }

    // Own accelerator and model

    /// Dense, without sparsity. Used where the accelerator is your own.
    own_16: Teraflops = "own_16_bit_tflops", "Own accelerator: rate at 16 bits" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("tflops", "TFLOP/s", 1.0), default: 2500.0,
        low: 197.0, high: 2516.0, soft: (100.0, 20000.0), hard: (1.0, 1e6), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:own_16", ..InputSpec::NUMBER
    }

    /// Dense, without sparsity.
    own_8: Teraflops = "own_8_bit_tflops", "Own accelerator: rate at 8 bits" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("tflops", "TFLOP/s", 1.0), default: 5000.0,
        low: 459.0, high: 20000.0, soft: (100.0, 50000.0), hard: (1.0, 1e6), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:own_8", ..InputSpec::NUMBER
    }

    /// Dense, without sparsity.
    own_4: Teraflops = "own_4_bit_tflops", "Own accelerator: rate at 4 bits" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("tflops", "TFLOP/s", 1.0), default: 10000.0,
        low: 2517.0, high: 40000.0, soft: (100.0, 1e5), hard: (1.0, 1e6), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:own_4", ..InputSpec::NUMBER
    }

    /// What decoding is mostly made of.
    own_bandwidth: GigabytesPerSecond = "own_bandwidth_gb_s", "Own accelerator: memory bandwidth" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("gb_s", "GB/s", 1.0), default: 8000.0, low: 819.0,
        high: 22000.0, soft: (500.0, 50000.0), hard: (1.0, 1e6), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:own_bandwidth", ..InputSpec::NUMBER
    }

    /// Holds weights and conversations.
    own_memory: Gigabytes = "own_memory_gb", "Own accelerator: memory" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("gb", "GB", 1.0), default: 192.0, low: 16.0,
        high: 432.0, soft: (16.0, 1000.0), hard: (8.0, 1e5), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:own_memory", ..InputSpec::NUMBER
    }

    /// To the others of its domain.
    own_link: GigabytesPerSecond = "own_link_gb_s", "Own accelerator: link, one direction" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("gb_s", "GB/s", 1.0), default: 900.0, low: 200.0,
        high: 1800.0, soft: (50.0, 5000.0), hard: (0.1, 1e5), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:own_link", ..InputSpec::NUMBER
    }

    /// Joined by the fast link.
    own_domain: Ratio = "own_domain_n", "Own accelerator: accelerators in a domain" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 72.0, low: 8.0,
        high: 9216.0, soft: (1.0, 10000.0), hard: (1.0, 1e5), scale: Scale::Log, shape: Shape::Fixed,
        fact: "judgements:own_domain", ..InputSpec::NUMBER
    }

    /// Defaults are those of Llama-3.1-405B. Used where the model is your own.
    own_layers: Ratio = "own_layers_n", "Own model: layers" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 126.0, low: 32.0,
        high: 126.0, soft: (1.0, 200.0), hard: (1.0, 1000.0), shape: Shape::Fixed,
        fact: "judgements:own_layers", ..InputSpec::NUMBER
    }

    /// d.
    own_width: Ratio = "own_width_n", "Own model: hidden size" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 16384.0, low: 2880.0,
        high: 16384.0, soft: (512.0, 32768.0), hard: (16.0, 1e6), shape: Shape::Fixed,
        fact: "judgements:own_width", ..InputSpec::NUMBER
    }

    /// n_h.
    own_heads: Ratio = "own_heads_n", "Own model: query heads" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 128.0, low: 32.0,
        high: 128.0, soft: (1.0, 256.0), hard: (1.0, 10000.0), shape: Shape::Fixed,
        fact: "judgements:own_heads", ..InputSpec::NUMBER
    }

    /// n_kv; as many as query heads without grouping.
    own_kv_heads: Ratio = "own_kv_heads_n", "Own model: heads of keys and values" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 8.0, low: 4.0, high: 128.0,
        soft: (1.0, 256.0), hard: (1.0, 10000.0), shape: Shape::Fixed,
        fact: "judgements:own_kv_heads", ..InputSpec::NUMBER
    }

    /// d_h.
    own_head: Ratio = "own_head_n", "Own model: dimension of a head" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 128.0, low: 64.0,
        high: 128.0, soft: (16.0, 512.0), hard: (1.0, 10000.0), shape: Shape::Fixed,
        fact: "judgements:own_head", ..InputSpec::NUMBER
    }

    /// Gated: three matrices.
    own_ffn: Ratio = "own_ffn_n", "Own model: FFN width of layers without experts" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 53248.0, low: 11008.0,
        high: 53248.0, soft: (512.0, 1e5), hard: (0.0, 1e7), shape: Shape::Fixed,
        fact: "judgements:own_ffn", ..InputSpec::NUMBER
    }

    /// Embedding and output head.
    own_vocabulary: Ratio = "own_vocabulary_n", "Own model: words of the vocabulary" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 1.282560e5, low: 32000.0,
        high: 2.020480e5, soft: (1000.0, 5e5), hard: (1.0, 1e7), shape: Shape::Fixed,
        fact: "judgements:own_vocabulary", ..InputSpec::NUMBER
    }

    /// 0: a dense model.
    own_experts: Ratio = "own_experts_n", "Own model: experts of a layer" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 0.0, low: 0.0, high: 256.0,
        soft: (0.0, 512.0), hard: (0.0, 1e5), shape: Shape::Fixed,
        fact: "judgements:own_experts", ..InputSpec::NUMBER
    }

    /// k.
    own_visited: Ratio = "own_visited_n", "Own model: experts that a token visits" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 8.0, low: 1.0, high: 8.0,
        soft: (1.0, 32.0), hard: (1.0, 10000.0), shape: Shape::Fixed,
        fact: "judgements:own_visited", ..InputSpec::NUMBER
    }

    /// Beside those chosen.
    own_shared: Ratio = "own_shared_n", "Own model: experts that every token visits" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 0.0, low: 0.0, high: 1.0,
        soft: (0.0, 4.0), hard: (0.0, 100.0), shape: Shape::Fixed,
        fact: "judgements:own_shared", ..InputSpec::NUMBER
    }

    /// Gated: three matrices.
    own_expert_ffn: Ratio = "own_expert_ffn_n", "Own model: FFN width of an expert" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 2048.0, low: 1536.0,
        high: 14336.0, soft: (256.0, 32768.0), hard: (1.0, 1e6), shape: Shape::Fixed,
        fact: "judgements:own_expert_ffn", ..InputSpec::NUMBER
    }

    /// In a model with experts.
    own_dense_layers: Ratio = "own_dense_layers_n", "Own model: layers without experts" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 0.0, low: 0.0, high: 24.0,
        soft: (0.0, 100.0), hard: (0.0, 1000.0), shape: Shape::Fixed,
        fact: "judgements:own_dense_layers", ..InputSpec::NUMBER
    }

    /// 0: keys and values are kept whole. DeepSeek-V3: 512.
    own_latent: Ratio = "own_latent_n", "Own model: rank of a compressed cache" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 0.0, low: 0.0, high: 512.0,
        soft: (0.0, 2048.0), hard: (0.0, 1e5), shape: Shape::Fixed,
        fact: "judgements:own_latent", ..InputSpec::NUMBER
    }

    /// Beside the rank.
    own_rope: Ratio = "own_rope_n", "Own model: position part of a compressed cache" {
        group: Group::Hardware, place: Place::Fine, unit: Unit::new("n", "", 1.0), default: 64.0, low: 64.0, high: 64.0,
        soft: (1.0, 256.0), hard: (0.0, 10000.0), shape: Shape::Fixed,
        fact: "judgements:own_rope", ..InputSpec::NUMBER
    }

    // Uncertainty

    /// On, every number that sources leave open varies over its range. Off, every number is taken as it stands.
    futures: Switch = "futures", "Simulate futures" {
        group: Group::Uncertainty, default: 1.0, fact: "judgements:futures", ..InputSpec::SWITCH
    }

    /// A first answer comes from 2,048; the rest refine it.
    draws: Ratio = "draws_n", "Simulated futures" {
        group: Group::Uncertainty, unit: COUNT, default: 1e5, low: 1e5, high: 1e5, soft: (2048.0, 1e6),
        hard: (2048.0, 1e6), scale: Scale::Log, digits: 7, whole: true, shape: Shape::Fixed,
        fact: "judgements:draws", ..InputSpec::NUMBER
    }

    /// Another number draws other futures; the same number draws the same ones, on every machine.
    seed: Ratio = "seed_n", "Seed of the draws" {
        group: Group::Uncertainty, place: Place::Fine, unit: COUNT, default: 1.0, low: 1.0, high: 1.0,
        soft: (0.0, 100.0), hard: (0.0, 4_294_967_295.0), digits: 10, whole: true, shape: Shape::Fixed,
        fact: "judgements:seed", ..InputSpec::NUMBER
    }

    /// Sobol points need fewest futures for the same error; the others are there to compare.
    points: Points = "points", "Futures are drawn as" {
        group: Group::Uncertainty, place: Place::Fine, kind: Kind::Choice(Points::OPTIONS), default: 0.0, low: 0.0,
        high: 2.0, soft: (0.0, 2.0), hard: (0.0, 2.0),
        fact: "judgements:points", ..InputSpec::CHOICE
    }

    /// One of the two numbers that the map of answers is drawn over.
    frontier_across: NumberName = "frontier_x", "Map of two numbers, from left to right" {
        group: Group::Uncertainty, place: Place::Fine, kind: Kind::NumberKey, default: place("api_usd_per_mtok"),
        low: 0.0, high: LAST_NUMBER, soft: (0.0, LAST_NUMBER), hard: (0.0, LAST_NUMBER), digits: 3,
        fact: "judgements:frontier_across", ..InputSpec::CHOICE
    }

    /// The other of the two numbers that the map of answers is drawn over.
    frontier_up: NumberName = "frontier_y", "Map of two numbers, from bottom to top" {
        group: Group::Uncertainty, place: Place::Fine, kind: Kind::NumberKey,
        default: place("programme_share_pct"), low: 0.0, high: LAST_NUMBER, soft: (0.0, LAST_NUMBER),
        hard: (0.0, LAST_NUMBER), digits: 3,
        fact: "judgements:frontier_up", ..InputSpec::CHOICE
    }

    /// Rank correlation. Where prices fall faster, more is used: the price response of a market of APIs was measured as
    /// −1.11.
    rho_use_fall: Ratio = "rho_use_fall_pct", "Growth of tokens with the fall of API prices" {
        group: Group::Uncertainty, place: Place::Fine, unit: PCT, default: 40.0, low: 0.0, high: 80.0,
        soft: (-95.0, 95.0), hard: (-95.0, 95.0), digits: 3, shape: Shape::Fixed,
        fact: "judgements:rho_use_fall", ..InputSpec::NUMBER
    }

    /// Rank correlation. Who uses accelerators well can sell for less, and has to where others do.
    rho_realised_price: Ratio = "rho_realised_price_pct", "Realised throughput with the API price" {
        group: Group::Uncertainty, place: Place::Fine, unit: PCT, default: -30.0, low: -60.0, high: 0.0,
        soft: (-95.0, 95.0), hard: (-95.0, 95.0), digits: 3, shape: Shape::Fixed,
        fact: "judgements:rho_realised_price", ..InputSpec::NUMBER
    }

    /// Rank correlation. A programme of more years is a larger part of the capacity that serves these users.
    rho_share_years: Ratio = "rho_share_years_pct", "Programme share with years announced" {
        group: Group::Uncertainty, place: Place::Fine, unit: PCT, default: 50.0, low: 0.0, high: 90.0,
        soft: (-95.0, 95.0), hard: (-95.0, 95.0), digits: 3, shape: Shape::Fixed,
        fact: "judgements:rho_share_years", ..InputSpec::NUMBER
    }

    /// Rank correlation. What makes a token cheaper to serve makes it cheaper to buy.
    rho_gain_fall: Ratio = "rho_gain_fall_pct", "Gains of software and hardware with the fall of API prices" {
        group: Group::Uncertainty, place: Place::Fine, unit: PCT, default: 40.0, low: 0.0, high: 80.0,
        soft: (-95.0, 95.0), hard: (-95.0, 95.0), digits: 3, shape: Shape::Fixed,
        fact: "judgements:rho_gain_fall", ..InputSpec::NUMBER
    }

    /// Rank correlation. From H100 to GB200 to VR200 price, power and speed rose together.
    rho_gain_cost: Ratio = "rho_gain_cost_pct", "Price and power of new accelerators with what they gain" {
        group: Group::Uncertainty, place: Place::Fine, unit: PCT, default: 50.0, low: 0.0, high: 80.0,
        soft: (-95.0, 95.0), hard: (-95.0, 95.0), digits: 3, shape: Shape::Fixed,
        fact: "judgements:rho_gain_cost", ..InputSpec::NUMBER
    }

    /// Rank correlation. One market: the large sellers ask the same 20 dollars, and follow each other.
    rho_prices: Ratio = "rho_prices_pct", "Prices of plans, seats and API use with each other" {
        group: Group::Uncertainty, place: Place::Fine, unit: PCT, default: 30.0, low: 0.0, high: 60.0,
        soft: (-95.0, 95.0), hard: (-95.0, 95.0), digits: 3, shape: Shape::Fixed,
        fact: "judgements:rho_prices", ..InputSpec::NUMBER
    }

    /// Rank correlation. One build-out bids for all three.
    rho_costs: Ratio = "rho_costs_pct", "Prices of accelerators, sites and electricity with each other" {
        group: Group::Uncertainty, place: Place::Fine, unit: PCT, default: 30.0, low: 0.0, high: 60.0,
        soft: (-95.0, 95.0), hard: (-95.0, 95.0), digits: 3, shape: Shape::Fixed,
        fact: "judgements:rho_costs", ..InputSpec::NUMBER
    }

    /// This share of the futures lies below the lower figure of your own in the table of futures, beside 10%, half and
    /// 90%.
    percentile_low: Ratio = "percentile_low_pct", "Your own lower percentile" {
        group: Group::Uncertainty, place: Place::Fine, unit: PCT, default: 5.0, low: 5.0, high: 5.0, soft: (1.0, 50.0),
        hard: (0.1, 50.0), digits: 3, shape: Shape::Fixed,
        fact: "judgements:percentile_low", ..InputSpec::NUMBER
    }

    /// This share of the futures lies below the upper figure of your own in the table of futures.
    percentile_high: Ratio = "percentile_high_pct", "Your own upper percentile" {
        group: Group::Uncertainty, place: Place::Fine, unit: PCT, default: 95.0, low: 95.0, high: 95.0,
        soft: (50.0, 99.0), hard: (50.0, 99.9), digits: 3, shape: Shape::Fixed,
        fact: "judgements:percentile_high", ..InputSpec::NUMBER
    }

    /// Where a range is not one of ratios. Eight in ten futures lie inside it either way; a triangle has more of the
    /// rest far out.
    peak_shape: PeakShape = "hill", "A range is spread as" {
        group: Group::Uncertainty, place: Place::Fine, kind: Kind::Choice(PeakShape::OPTIONS), default: 0.0, low: 0.0,
        high: 1.0, soft: (0.0, 1.0), hard: (0.0, 1.0),
        fact: "judgements:hill", ..InputSpec::CHOICE
    }
}
