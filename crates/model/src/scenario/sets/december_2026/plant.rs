//! The set of December 2026: what plant costs and does.

use super::origins::{
    AIFORAUTOMATION_202604, AWF_202606, BERNSTEIN_FX, DELOITTE26, GOOG_202607, MSFT_IR_202607,
    PLATFORMONOMICS25, SGLANG96, TRD_202603,
};
use crate::scenario::sets::Given;
use crate::{Figures, Grade, InputId, Shape};

/// In table order.
pub(super) const PLANT: [(InputId, Figures); 43] = [
    Given::of(InputId::capex_per_year, [7.325e11, 7.2e11, 7.6e11])
        .read(&GOOG_202607, Grade::Derived)
        .sourced()
        .second_hand()
        .beside("facts_2026h2:goog_2026_guide_jul facts_2026h2:amzn_2026_guide_jul facts_2026h2:meta_2026_guide_jul facts_2026h2:msft_2026_guide_jul facts_2026h2:big4_2026_jul")
        .why("defaults_2026-12:capex_usd", "Amazon 220, Alphabet 195 to 205, Meta 130 to 145, Microsoft 175 (190 on its old count of leases) for \
             2026, by their guidance of July 2026. Each year announced counts as much."),
    Given::of(InputId::plan, [2.0, 1.0, 3.0])
        .beside("facts_2026h2:big5_2027_ms facts_2026h2:big6_2027_sp facts_2026h2:five_platforms_2027_capex_analysts_conse")
        .why("defaults_2026-12:plan_yr", "Firms guide one year ahead; for 2027 analysts expect $920 to 1,400 billion of the same firms and \
             Oracle, for 2028 nobody is quoted. Here a second year costs what the first did."),
    Given::of(InputId::capex_by, [1.0; 3])
        .why("defaults_2026-12:capex_by", "The build-out spans years whose spending differs, and each year is known differently: reported, \
             guided, expected."),
    Given::of(InputId::judged_from, [0.0; 3])
        .why("defaults_2026-12:judged_from", "2025 is the first year in which four platforms spent twice what they did before the build-out."),
    Given::of(InputId::judged_to, [2.0; 3])
        .why("defaults_2026-12:judged_to", "2027 is the last year for which firms or analysts are quoted."),
    Given::of(InputId::capex_2025, [4.57e11, 4.5e11, 4.7e11])
        .read(&PLATFORMONOMICS25, Grade::Derived)
        .sourced()
        .spread(Shape::Normal)
        .beside("capex:big4_2025 capex:orcl_fy25 facts_2026h2:oracle_fy26_capex")
        .why("defaults_2026-12:capex_2025_usd", "416 billion of Amazon, Alphabet, Meta and Microsoft, and 41 of Oracle: 5/12 of the 21.2 of its \
             year to May 2025 and 7/12 of the 55.7 of the next. Spent."),
    Given::of(InputId::capex_2026, [7.9e11, 7.75e11, 8.25e11])
        .read(&GOOG_202607, Grade::Derived)
        .sourced()
        .second_hand()
        .spread(Shape::Normal)
        .beside("facts_2026h2:goog_2026_guide_jul facts_2026h2:amzn_2026_guide_jul facts_2026h2:meta_2026_guide_jul facts_2026h2:msft_2026_guide_jul facts_2026h2:oracle_fy26_capex")
        .why("defaults_2026-12:capex_2026_usd", "Amazon 220, Alphabet 195 to 205, Meta 130 to 145, Microsoft 175 (190 on its old count of \
             leases), by their guidance of July 2026; Oracle near the 55.7 of its year to May 2026."),
    Given::of(InputId::capex_2027, [1.1e12, 9.2e11, 1.4e12])
        .read(&AWF_202606, Grade::Estimate)
        .sourced()
        .second_hand()
        .spread(Shape::Lognormal)
        .beside("facts_2026h2:big5_2027_ms facts_2026h2:five_platforms_2027_capex_analysts_conse facts_2026h2:big6_2027_sp")
        .why("defaults_2026-12:capex_2027_usd", "Analysts, not guidance: the consensus of August for these five firms; 920 and 1,400 are the low \
             and the high of Goldman Sachs, 1,116 Morgan Stanley."),
    Given::of(InputId::capex_2028, [1.25e12, 5e11, 1.7e12])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:goldman_ai_capex_2026_to_2031 facts_2026h2:big5_2027_ms")
        .why("defaults_2026-12:capex_2028_usd", "No source splits it by year. Goldman Sachs has 7,600 billion from 2026 to 2031; less 790 and \
             1,100, and rising from year to year, that leaves this. Low: the build-out ends, and firms spend \
             as in 2025. High: they go on growing."),
    Given::of(InputId::capex_2029, [1.4e12, 4.5e11, 2e12])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:goldman_ai_capex_2026_to_2031 facts_2026h2:big5_2027_ms")
        .why("defaults_2026-12:capex_2029_usd", "No source splits it by year. Goldman Sachs has 7,600 billion from 2026 to 2031; less 790 and \
             1,100, and rising from year to year, that leaves this. Low: the build-out ends, and firms spend \
             as in 2025. High: they go on growing."),
    Given::of(InputId::capex_2030, [1.5e12, 4.5e11, 2.2e12])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:goldman_ai_capex_2026_to_2031 facts_2026h2:big5_2027_ms")
        .why("defaults_2026-12:capex_2030_usd", "No source splits it by year. Goldman Sachs has 7,600 billion from 2026 to 2031; less 790 and \
             1,100, and rising from year to year, that leaves this. Low: the build-out ends, and firms spend \
             as in 2025. High: they go on growing."),
    Given::of(InputId::capex_2031, [1.56e12, 4.5e11, 2.4e12])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:goldman_ai_capex_2026_to_2031 facts_2026h2:big5_2027_ms")
        .why("defaults_2026-12:capex_2031_usd", "No source splits it by year. Goldman Sachs has 7,600 billion from 2026 to 2031; less 790 and \
             1,100, and rising from year to year, that leaves this. Low: the build-out ends, and firms spend \
             as in 2025. High: they go on growing."),
    Given::of(InputId::capex_2032, [1.56e12, 4.5e11, 2.5e12])
        .spread(Shape::Triangular)
        .beside("facts_2026h2:goldman_ai_capex_2026_to_2031 facts_2026h2:big5_2027_ms")
        .why("defaults_2026-12:capex_2032_usd", "As in 2031, and in every later year. Goldman Sachs looks no further than 2031."),
    Given::of(InputId::ai_2025, [66.0, 58.0, 75.0])
        .spread(Shape::Triangular)
        .beside("capex:meta_2023_actual capex:goog_2023_actual capex:amzn_2023_actual capex:msft_2023")
        .why("defaults_2026-12:ai_2025_pct", "Four platforms spent 154 billion in 2023, before the build-out. If shops, offices and ordinary \
             cloud still take that, with Oracle and some growth, two thirds of the 457 are AI."),
    Given::of(InputId::ai_2026, [74.0, 66.7, 78.5])
        .read(&PLATFORMONOMICS25, Grade::Derived)
        .sourced()
        .spread(Shape::Triangular)
        .beside("infrastructure:msft_short capex:amzn_aws_q325 capex:meta_2023_actual capex:goog_2023_actual capex:amzn_2023_actual capex:msft_2023")
        .why("defaults_2026-12:ai_2026_pct", "Microsoft calls two thirds of its capex short-lived; AWS was 78.5% of Amazon’s in the third \
             quarter of 2025. If what is not AI stays near 190 billion, three fourths of the 790 are AI."),
    Given::of(InputId::ai_2027, [78.0, 66.7, 83.0])
        .read(&PLATFORMONOMICS25, Grade::Derived)
        .sourced()
        .spread(Shape::Triangular)
        .beside("infrastructure:msft_short capex:amzn_aws_q325 capex:meta_2023_actual capex:goog_2023_actual capex:amzn_2023_actual capex:msft_2023")
        .why("defaults_2026-12:ai_2027_pct", "For every later year too. Microsoft calls two thirds of its capex short-lived; AWS was 78.5% of \
             Amazon’s in the third quarter of 2025. If what is not AI stays near 190 billion, 83% of the \
             1,100 are AI."),
    Given::of(InputId::charged, [1.0; 3])
        .why("defaults_2026-12:charged", "The question is whether users pay for what is built. Models are trained on it so that users have \
             something to pay for."),
    Given::of(InputId::credit_by, [1.0; 3])
        .why("defaults_2026-12:credit_by", "Older plant, other builders and later purchases serve the same users, and their share moves from \
             year to year."),
    Given::of(InputId::earlier_capex, [1.2e11, 8e10, 1.8e11])
        .spread(Shape::Lognormal)
        .beside("capex:big4_2024 capex:orcl_fy25 capex:big4_2025")
        .why("defaults_2026-12:earlier_capex_usd", "251 billion of four platforms and some of Oracle, less about 160 that is not AI, and a quarter \
             to a third as much by others."),
    Given::of(InputId::others_capex, [30.0, 15.0, 60.0])
        .spread(Shape::Lognormal)
        .beside("capex:xai_q126 capex:oai_annual facts_2026h2:nvidia_q2_fy27_data_center_revenue")
        .why("defaults_2026-12:others_capex_pct", "xAI alone builds at some 30 billion a year, cloud firms and labs on their own account at several \
             times that. NVIDIA sells about half of its accelerators to others than the largest clouds, \
             though not all serve the same users."),
    Given::of(InputId::others_lag, [2.0, 1.3, 5.0])
        .read(&AIFORAUTOMATION_202604, Grade::Secondary)
        .sourced()
        .spread(Shape::Lognormal)
        .beside("infrastructure:build_months")
        .why("defaults_2026-12:others_lag_qtr", "As for the plant judged: xAI stood up 300 MW in 122 days and 200 MW in six months; comparable \
             sites of Oracle, Crusoe and OpenAI take about 15 months."),
    Given::of(InputId::ai_share, [73.0, 66.7, 78.5])
        .read(&PLATFORMONOMICS25, Grade::Derived)
        .sourced()
        .beside("infrastructure:msft_short capex:amzn_aws_q325")
        .why("defaults_2026-12:ai_share_pct", "Microsoft calls two thirds of its capex short-lived, accelerators and servers; AWS was 78.5% of \
             Amazon’s in the third quarter of 2025. The rest is shops, offices, ordinary cloud."),
    Given::of(InputId::inference_share, [50.0, 33.3, 66.7])
        .read(&DELOITTE26, Grade::Estimate)
        .sourced()
        .beside("infrastructure:inf_share_2023 infrastructure:inf_share_2025 infrastructure:inf_share_2026")
        .why("defaults_2026-12:inference_share_pct", "A third in 2023, half in 2025 and two thirds in 2026 by Deloitte; fleets hold accelerators of \
             all three. The rest trains models: it is charged, and serves nobody."),
    Given::of(InputId::training_share, [0.0, 0.0, 60.0])
        .why("defaults_2026-12:training_share_pct", "One-sided: a way of counting. The inference share has taken training out already; a fleet sized to \
             demand may hold some, and never less than none."),
    Given::of(InputId::rent, [3.0, 1.7, 5.0])
        .read(&TRD_202603, Grade::Secondary)
        .sourced()
        .second_hand()
        .beside("facts_2026h2:h100_1y_202603 facts_2026h2:rent_of_blackwell_ultra_nvl72")
        .why("defaults_2026-12:rent_usd_per_h", "A year of an H100 cost 1.70 in October 2025 and 2.35 in March 2026; a Blackwell Ultra about 5.0 in \
             July. The fleet’s GB200 stands between."),
    Given::of(InputId::rent_fall, [25.0, 15.0, 35.0])
        .spread(Shape::Normal)
        .beside("price_history:h100_od_2024 price_history:h100_od_2026 facts_2026h2:h100_1y_202603 facts_2026h2:rent_of_blackwell_ultra_nvl72")
        .why("defaults_2026-12:rent_fall_pct", "From early 2024 to May 2026 an H100 by the hour fell from 7 to 2.95, 31% a year; beside a \
             new Blackwell Ultra at 5.0 an H100 of 2022 rented for 2.35, 22% a year of age."),
    Given::of(InputId::accelerator_price, [50000.0, 34722.0, 69444.0])
        .read(&BERNSTEIN_FX, Grade::Estimate)
        .sourced()
        .beside("facts_2026h2:sa_usd_w facts_2026h2:amzn_2026_guide_jul infrastructure:gb200_rack infrastructure:vr200_rack")
        .why("defaults_2026-12:accelerator_usd", "Bernstein: a GB200 rack at $3.4 million over 72, from $2.5 million; Morgan Stanley: a VR200 rack \
             from $5.0 million. Memory became dearer in 2026. With its site some $38 a watt, as SemiAnalysis has \
             it for a GB300."),
    Given::of(InputId::pue, [1.15, 1.08, 1.25])
        .beside("defaults:pue")
        .why("defaults_2026-12:pue_x", "AWS 1.15, Google 1.10, Meta 1.08; an industry survey’s 1.58 is of sites that none of the four builds \
             any more."),
    Given::of(InputId::network_life, [5.0, 4.0, 8.0])
        .spread(Shape::Lognormal)
        .beside("infrastructure:epoch_it_life")
        .why("defaults_2026-12:network_life_yr", "Epoch counts network among IT equipment with a life of five years; cables and switches may serve \
             a second generation of accelerators."),
    Given::of(InputId::facility_life, [18.0, 14.0, 25.0])
        .read(&MSFT_IR_202607, Grade::Primary)
        .sourced()
        .second_hand()
        .beside("facts_2026h2:microsoft_useful_life_of_data_centre_bui defaults:fac_life")
        .why("defaults_2026-12:facility_life_yr", "Epoch reckons with 14 years; Microsoft raised the life of its data-centre buildings from 15 to 25 in \
             July 2026."),
    Given::of(InputId::build_lag, [2.0, 1.3, 5.0])
        .read(&AIFORAUTOMATION_202604, Grade::Secondary)
        .sourced()
        .beside("infrastructure:build_months")
        .why("defaults_2026-12:build_lag_qtr", "xAI stood up 300 MW in 122 days and 200 MW in six months; comparable sites of Oracle, Crusoe and OpenAI \
             take about 15 months. Firms pay as they build."),
    Given::of(InputId::power_cap, [1e6, 10000.0, 1e6])
        .why("defaults_2026-12:power_cap_mw", "One-sided: at the starting point there is no cap, and a cap can only be lower. Lower it to let the \
             grid decide."),
    Given::of(InputId::hardware_gain, [1.3, 1.1, 1.8])
        .spread(Shape::Lognormal)
        .beside("serving_measurements:srv_185 serving_measurements:vr_server")
        .why("defaults_2026-12:hardware_gain_x", "A GB200 reads and writes several times the tokens of an H100 of two years before, at the same \
             promised speed; most of that is a larger system. The gain fades."),
    Given::of(InputId::price_growth, [1.1, 0.9, 1.4])
        .beside("facts_2026h2:amzn_2026_guide_jul infrastructure:vr200_rack")
        .why("defaults_2026-12:accelerator_price_x", "VR200 racks cost about twice a GB200 rack, and memory became dearer in 2026. Fades to no change with \
             the half-life of the hardware gain."),
    Given::of(InputId::power_growth, [1.1, 0.95, 1.3])
        .beside("infrastructure:kw_gb200")
        .why("defaults_2026-12:accelerator_kw_x", "From H100 to GB200 power rose by a fifth. Fades to no change with the half-life of the hardware \
             gain."),
    Given::of(InputId::scrap, [15.0, 5.0, 25.0])
        .beside("facts_2026h2:h100_1y_202603 defaults:residual")
        .why("defaults_2026-12:scrap_pct", "A calculator of second-hand sales says 12.5%; an H100 of 2023 rented for more in March 2026 than \
             five months before, so old ones are wanted. The years before follow the second-hand H100 market."),
    Given::of(InputId::facility_reuse, [50.0, 20.0, 80.0])
        .beside("facts_2026h2:microsoft_useful_life_of_data_centre_bui infrastructure:epoch_fac_life")
        .why("defaults_2026-12:facility_reuse_pct", "Epoch counts 14 years for a site; Microsoft now writes buildings off over 25, not 15. So a \
             site outlives its chips, but the next may need other power and cooling: half of the rest counts."),
    Given::of(InputId::speed, [32.0, 20.0, 50.0])
        .sourced()
        .beside("serving_measurements:ds_speed_low serving_measurements:ds_speed_high defaults:speed")
        .why("defaults_2026-12:speed_tok_s", "DeepSeek gave 20 to 22 tokens a second; InferenceX prices 50 as a common promise. Halfway in ratios. \
             Faster means smaller batches and dearer tokens."),
    Given::of(InputId::layout, [1.0; 3])
        .beside("serving_measurements:srv_185 serving_measurements:vr_server")
        .why("defaults_2026-12:group_from", "Operators take the layout that costs least at the speed that they promise: InferenceX \
             prices the best one measured at each speed, and systems of 72 beat single nodes by 4 times at 35 tokens a second."),
    Given::of(InputId::draft_length, [0.0, 0.0, 3.0])
        .why("defaults_2026-12:draft_n", "One-sided: 0 is no drafting, and fewer than none are none. The realised share was reckoned without \
             it."),
    Given::of(InputId::realised, [10.0, 5.0, 25.0])
        .read(&SGLANG96, Grade::Derived)
        .beside("users_revenue:openai_tokens_month_2025 users_revenue:openai_gw_2025 users_revenue:ai_mode facts_2026h2:h100_1y_202603 defaults:prod_eff")
        .why("defaults_2026-12:realised_pct", "All of OpenAI’s accelerators of October 2025 did some 10% of what benchmarks do; those that \
             serve may do twice that. At 20%, plant of 2026 would stand three quarters idle by this model, \
             while rents rose and Google called itself short of compute. DeepSeek reads prompts at 51%."),
    Given::of(InputId::software_end, [1.03, 1.0, 1.08])
        .why("defaults_2026-12:software_end_x", "Kernels, schedulers and drafts still gain a little when the first years’ gain has faded."),
    Given::of(InputId::safe_load, [85.0, 70.0, 95.0])
        .why("defaults_2026-12:safe_load_pct", "Above it, waiting times run away."),
];
