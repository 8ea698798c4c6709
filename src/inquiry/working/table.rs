//! Every kind of number that an inquiry works out, with its name, unit and equation: one row each.

use crate::engine::working::kinds;

kinds! {
    /// What an answer of an inquiry is.
    Ask;
    AddsRevenue = "adds-revenue", "Revenue added by:", "$", Whole, "all revenue with it − all revenue without it, in present value";
    AddsCost = "adds-cost", "Cost added by:", "$", Whole, "all cost with it − all cost without it, in present value";
    Adds = "adds", "Left by:", "$", Whole, "net present value with it − net present value without it";
    NeedsUplift = "needs-uplift", "Would have to be added to worth by:", "%", Whole, "the least at which net present value with it is that without it";
    Elasticity = "elasticity", "Sold, for 1% more on the price of:", "%", Whole, "one plan, or seats: −h(z)/σ, z = (ln price − ln median)/σ, h the hazard of the normal curve; three plans: d ln of those who take it ÷ d ln of its price, the other plans held";
    Best = "best", "The price that leaves most:", "", Whole, "the price with the highest net present value, all else equal";
    FrontierShare = "frontier-share", "Paying share needed in the fifth year", "%", Whole, "subscribers ÷ users in the scenario with this price and the later paying share at which net present value is 0";
    PlanShare = "plan-share", "Of all payers:", "%", Whole, "share of people who value it most above its price: Φ at its cut point − Φ at the next one, ÷ share on any plan";
    Turns = "turns", "Would turn the answer:", "", Whole, "the nearest allowed value at which what is asked for is just met: a net present value of 0, or a rate of return, a payback or a margin; the table rounds it to the side on which the answer is the other one";
    TurnsOther = "turns-other", "Would turn the answer, on the other side:", "", Whole, "the nearest allowed value beyond the one in force at which what is asked for is just met; the table rounds it to the side on which the answer is the other one";
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
    ChatMessages = "chat-messages", "Messages of ChatGPT a day", "messages", Whole, "as published";
    MessageLength = "message-length", "Tokens of one of them", "tokens", Whole, "prompt + answer, as published";
    ChatTokens = "chat-tokens", "Tokens of ChatGPT's chats a month", "tokens", Whole, "messages a day × tokens of one × 365 ÷ 12";
    OverChats = "over-chats", "Tokens that the whole fleet could serve, over those of ChatGPT's chats,", "×", Whole, "could serve a month ÷ tokens of chats a month; in benchmarks: ÷ realised share";
    OthersRate = "others-rate", "Tokens a second of an accelerator of:", "tokens/s", Whole, "tokens ÷ seconds ÷ accelerators, as published";
    AdsLost = "ads-lost", "Lost to ads, of what they bring", "%", Whole, "usage lost + own ads displaced";
    MostValue = "most-value", "Value a plan above the observed price", "%", Whole, "Φ((ln median − ln price)/σ)";
    MostPaying = "most-paying", "Most users that pay, by plan or seat", "%", Whole, "the largest of all years' (subscribers + seats) ÷ active users";
    RegionsNamed = "regions-named", "Free users in the three regions", "%", Whole, "US and Canada + Europe + Asia-Pacific";
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
    LostLast = "lost-last", "The same, in the last of the fast years", "$", Whole, "first year's cash × (1 + g₁) to the power of (N − 1)";
    LostPlans = "lost-plans", "Plans of $20 that bring that cash", "plans", Whole, "cash ÷ (12 × $20)";
    LostEach = "lost-each", "That cash from each of this plan's users a month", "$/user-month", Whole, "cash ÷ (12 × users)";
    PlanYears = "plan-years", "Years from the first quarter in service to the last", "years", Whole, "quarters until the last accelerator retires ÷ 4 − years from purchase to service, in whole quarters";
    PlanRunning = "plan-running", "Running costs of a mean year in service", "$", Whole, "Σ years with users ÷ years in service";
    PlanUsers = "plan-users", "Users, mean over the years in service", "users", Whole, "Σ user-months ÷ 12 ÷ years in service";
    PlanAds = "plan-ads", "Ads per user and month, mean over the years in service", "$/user-month", Whole, "Σ revenue from ads ÷ (12 × users) ÷ years in service";
    PlanYearly = "plan-yearly", "Asked for a year", "$", Whole, "(plant − what is left of it, in present values) × capital recovery factor over the years in service + running costs";
    PlanPerUser = "plan-per-user", "Asked for of each user a month", "$/user-month", Whole, "asked for a year ÷ (12 × users)";
    PlanPayers = "plan-payers", "Payers that this takes", "users", Whole, "(asked for a year ÷ 12 − users × ads) ÷ (price − ads)";
    PlanPayersShare = "plan-payers-share", "Those payers, of all users", "%", Whole, "payers ÷ users";
    SumYearly = "sum-yearly", "Asked for a year, by", "$", Whole, "Sequoia: chips ÷ share ÷ (1 − margin). Balancier: chips of a quarter × 4 ÷ share of market over 5 years, the rest over 20. Praetorian: plant ÷ life ÷ margin. Bain: plant ÷ its part of revenue. J.P. Morgan: as published";
    SumHere = "sum-here", "Asked for a year of as much plant here as of", "$", Whole, "asked for a year of this plan × plant of the sum ÷ plant of this plan";
    SumPayers = "sum-payers", "The same in plans of $20, by", "plans", Whole, "asked for a year ÷ (12 × $20)";
    SegmentPeople = "segment-people", "In the first year:", "users", Whole, "subscribers × share of payers on the top plan, or on the others";
    SegmentWorth = "segment-worth", "Worth to the median of:", "$/user-month", Whole, "stated median × real part; of the top plan × its worth over the standard plan's; of seats as stated";
    SegmentReached = "segment-reached", "Reached by plans, at the start", "%", Whole, "observed paying share ÷ Φ((ln median − ln observed price)/σ), at most 1";
    SegmentTaking = "segment-taking", "Of those reached, who take it:", "%", Whole, "Φ((ln median − ln price)/σ); of three plans at their cut points";
    SegmentTokens = "segment-tokens", "Tokens that developers buy a month", "tokens", Whole, "agent, API and background tokens × paid part × share of this build-out";
    CapLeaves = "cap-leaves", "Use that a cap leaves", "%", Whole, "Φ((ln c − σ²/2)/σ) + c·(1 − Φ((ln c + σ²/2)/σ))";
}
