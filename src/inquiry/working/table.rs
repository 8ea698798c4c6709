//! Every kind of number that an inquiry works out, with its name, unit and equation: one row each.

use crate::engine::working::kinds;

kinds! {
    /// What an answer of an inquiry is.
    Ask;
    AddsRevenue = "adds-revenue", "Revenue added by:", "$", Whole, "all revenue with it − all revenue without it, in present value";
    AddsCost = "adds-cost", "Cost added by:", "$", Whole, "all cost with it − all cost without it, in present value";
    Adds = "adds", "Left by:", "$", Whole, "net present value with it − net present value without it";
    NeedsUplift = "needs-uplift", "Would have to be added to worth by:", "%", Whole, "the least at which net present value with it is that without it";
    Elasticity = "elasticity", "Sold, for 1% more on the price of:", "%", Whole, "one plan, or seats: −h(z)/σ, z = (ln price − ln median)/σ, h the hazard of the normal curve; three plans: d ln payers ÷ d ln price of the standard plan";
    Best = "best", "The price that leaves most:", "", Whole, "the price with the highest net present value, all else equal";
    FrontierShare = "frontier-share", "Paying share needed in the fifth year", "%", Whole, "subscribers ÷ users in the scenario with this price and the later paying share at which net present value is 0";
    PlanShare = "plan-share", "Of all payers:", "%", Whole, "share of people who value it most above its price: Φ at its cut point − Φ at the next one, ÷ share on any plan";
    Turns = "turns", "Would turn the answer:", "", Whole, "the nearest allowed value at which net present value is 0; the table rounds it to the side on which the answer is the other one";
    Effort = "effort", "How far that is:", "%", Whole, "distance from now ÷ distance between the ends that sources give; in ratios where the slider is in ratios";
    Published = "published", "Published:", "", Whole, "as published; the sum of its rows, where there are several";
    Here = "here", "Here:", "", Whole, "this scenario's own figures, put together as the published one counts";
    Apart = "apart", "Here over published:", "×", Whole, "here ÷ published";
    FillAsked = "fill-asked", "Tokens asked for a month, first year", "tokens", Whole, "tokens of the year ÷ 12";
    FillCould = "fill-could", "Tokens that the whole fleet could serve a month", "tokens", Whole, "tokens of the first year with the most accelerators ÷ 12";
    FillLeft = "fill-left", "Of that, what is left when it is asked for", "%", Whole, "tokens that the fleet could serve in that year ÷ those of the whole fleet";
    ChatShare = "chat-share", "Asked for by people's chats", "%", Whole, "1 − agent, API and background tokens at the start's rate ÷ all tokens of the first year";
    Growth = "growth", "By how much use has to grow to fill the fleet", "×", Whole, "could serve ÷ asked for";
    GrowthByChats = "growth-by-chats", "By how much, by people's chats alone", "×", Whole, "growth ÷ share of chats";
    OthersRate = "others-rate", "Tokens a second of an accelerator of:", "tokens/s", Whole, "tokens ÷ seconds ÷ accelerators, as published";
    AdsLost = "ads-lost", "Lost to ads, of what they bring", "%", Whole, "usage lost + own ads displaced";
    MostValue = "most-value", "Value a plan above the observed price", "%", Whole, "Φ((ln median − ln price)/σ)";
    Taken = "taken", "Staff and model R&D, of revenue", "%", Whole, "staff + R&D, none of a landlord's";
    ShockPrice = "shock-price", "Price of a token sold, after", "$/token", Whole, "price × (1 − θ(1 − 1/k)), θ the part passed on";
    ShockRatio = "shock-ratio", "After over before:", "×", Whole, "after ÷ before";
    ClosedForm = "closed-form", "Response beyond which hardware spending rises, all work paid by the token", "", Whole, "ln k ÷ −ln(1 − θ(1 − 1/k))";
    Modelled = "modelled", "The same in this scenario", "", Whole, "the response at which plant costs after the shock what it cost before, in present value";
    Stranded = "stranded", "Plant of the first year not needed in the second", "$", Whole, "plant bought in the first year × max(0, 1 − accelerators of the second year after ÷ before)";
    ProfitLost = "profit-lost", "Chip maker's gross profit lost, present value", "$", Whole, "(plant before − plant after) × its margin; below 0 it gains";
    ProfitShare = "profit-share", "Of the market value lost", "%", Whole, "profit lost ÷ value lost";
    LostCash = "lost-cash", "First year's cash that the lost value stands for", "$", Whole, "value × (rate − growth), growing for ever";
    LostStages = "lost-stages", "The same, growing faster at first", "$", Whole, "value ÷ (Σ (1 + g₁)^(t − 1)/(1 + r)^t + (1 + g₁)^(N − 1)(1 + g₂)/((r − g₂)(1 + r)^N))";
    LostPlans = "lost-plans", "Plans of $20 that bring that cash", "plans", Whole, "cash ÷ (12 × $20)";
    PlanRunning = "plan-running", "Running costs of a mean year in service", "$", Whole, "Σ years in service ÷ their number";
    PlanUsers = "plan-users", "Users, mean over the years in service", "users", Whole, "Σ user-months ÷ 12 ÷ years in service";
    PlanAds = "plan-ads", "Ads per user and month, mean over the years in service", "$/user-month", Whole, "Σ revenue from ads ÷ (12 × users) ÷ years in service";
    PlanYearly = "plan-yearly", "Asked for a year", "$", Whole, "plant × capital recovery factor over the life of an accelerator + running costs";
    PlanPerUser = "plan-per-user", "Asked for of each user a month", "$/user-month", Whole, "asked for a year ÷ (12 × users)";
    PlanPayers = "plan-payers", "Payers that this takes", "users", Whole, "(asked for a year ÷ 12 − users × ads) ÷ (price − ads)";
    SumYearly = "sum-yearly", "Asked for a year, by", "$", Whole, "Sequoia: chips ÷ share ÷ (1 − margin). Balancier: chips of a quarter × 4 ÷ share of market over 5 years, the rest over 20. Praetorian: plant ÷ life ÷ margin. Others: as published";
    SumPayers = "sum-payers", "The same in plans of $20, by", "plans", Whole, "asked for a year ÷ (12 × $20)";
}
