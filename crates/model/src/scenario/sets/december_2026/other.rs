//! The set of December 2026: running costs, money, and a model of your own.

use super::origins::{AITICKER, DCD_LLAMA3, EDGELESS, EPOCH_1GW, OBBB_PM, YCHARTS_IND};
use crate::scenario::sets::Given;
use crate::{Figures, Grade, InputId, Shape};

/// In table order.
pub(super) const OTHER: [(InputId, Figures); 26] = [
    Given::of(InputId::power_price, [0.095, 0.075, 0.13])
        .read(&YCHARTS_IND, Grade::Secondary)
        .beside("facts_2026h2:data_centre_electricity_growth_2025 defaults:power_price")
        .why("defaults_2026-12:power_usd_per_kwh", "US industrial average of 2025, all charges: 0.086; data centres used 17% more in 2025 than the year \
             before and bid for it. Low and high are ours."),
    Given::of(InputId::switch_off, [1.0; 3])
        .why("defaults_2026-12:switch_off", "In this set a large part of the fleet stands idle for years, until demand catches up: nobody keeps up \
             sites and spare parts for racks that are off."),
    Given::of(InputId::site_opex, [1.4, 0.79, 2.37])
        .read(&EPOCH_1GW, Grade::Derived)
        .sourced()
        .beside("defaults:opex_other")
        .why("defaults_2026-12:site_opex_pct", "Epoch’s 1 GW site: operating cost less energy is 0.79% of capex a year, with energy 2.37%."),
    Given::of(InputId::night_reuse, [0.0, 0.0, 100.0])
        .why("defaults_2026-12:night_reuse_pct", "One-sided: a way of counting. The average load may already hold night use, so none is credited until \
             the reader says so."),
    Given::of(InputId::replacement, [5.0, 2.97, 9.08])
        .read(&DCD_LLAMA3, Grade::Derived)
        .sourced()
        .beside("infrastructure:llama3_hbm infrastructure:llama3_gpu infrastructure:gpu_fail")
        .why("defaults_2026-12:replacement_pct", "In the Llama 3 run faults of memory alone came to 3.0% of accelerators a year, those of memory and \
             GPU to 9.1%; not each is a replacement."),
    Given::of(InputId::staff, [7.0, 3.0, 15.0])
        .beside("facts_2026h2:amazon_aws_operating_margin_q2_2026 facts_2026h2:alphabet_q2_2026_google_cloud_operating facts_2026h2:alphabet_q2_2026_google_cloud_revenue")
        .why("defaults_2026-12:staff_pct", "Without research. AWS kept 39% of its revenue of the second quarter of 2026 after all cost, plant \
             and staff among it, Google Cloud 36%: staff is a small part there."),
    Given::of(InputId::research, [25.0, 10.0, 60.0])
        .beside("infrastructure:inf_share_lab users_revenue:openai_inf_model facts_2026h2:amazon_aws_operating_margin_q2_2026")
        .why("defaults_2026-12:rd_pct", "A model lives months; making the next one is a running cost. A lab of 20 billion in revenue trains \
             for about 12, 60%, as one economist models it; a cloud that keeps 39% of its revenue after all cost \
             cannot spend half as much."),
    Given::of(InputId::support, [0.04, 0.01, 0.1])
        .why("defaults_2026-12:support_usd", "For every active user, payer or not."),
    Given::of(InputId::discount_rate, [10.3, 7.0, 15.0])
        .sourced()
        .beside("facts_2026h2:us10y_202609 infrastructure:wacc_meta infrastructure:apld_yield infrastructure:crwv_ddtl1 defaults:wacc")
        .why("defaults_2026-12:wacc_pct", "A tracker of spring 2026 has Alphabet at 9.07% and Meta at 9.75%; ten-year Treasuries have risen \
             since, to 5.11% in September. Bonds on data centres yield 7% and more, and CoreWeave borrowed at up \
             to 15%."),
    Given::of(InputId::tax_rate, [21.0, 13.0, 21.0])
        .read(&AITICKER, Grade::Secondary)
        .sourced()
        .beside("defaults:tax")
        .why("defaults_2026-12:tax_pct", "One-sided: the law in force, US federal. Meta’s normalised rate in 2025 was 13%."),
    Given::of(InputId::bonus, [100.0, 0.0, 100.0])
        .read(&OBBB_PM, Grade::Secondary)
        .sourced()
        .beside("defaults:bonus_dep")
        .why("defaults_2026-12:bonus_pct", "One-sided: the law in force since January 2025. Buildings do not qualify."),
    Given::of(InputId::perspective, [3.0; 3])
        .why("defaults_2026-12:perspective", "Whoever pays is counted once; what firms of the industry pay each other is netted out."),
    Given::of(InputId::free_value, [11.4, 3.39, 98.0])
        .read(&EDGELESS, Grade::Secondary)
        .sourced()
        .spread(Shape::Lognormal)
        .beside("willingness_to_pay:wta_median_2026 willingness_to_pay:wta_median_2025 willingness_to_pay:wta_mean_2025")
        .why("defaults_2026-12:free_value_usd", "What users in the United States would have to be paid to do without for a month: half of them 11.40 \
             dollars or less in March 2026 (3.39 in July 2025), 98 on average in 2025. The median user is a free \
             user; most of the world is poorer."),
    Given::of(InputId::circular, [20.0, 0.0, 50.0])
        .spread(Shape::Triangular)
        .beside("capex:oai_msft capex:oai_aws capex:xai_anth_lease")
        .why("defaults_2026-12:circular_pct", "Labs lose money, buy from clouds that own parts of them, and are paid in credits. No source says \
             how much of what they sell is bought with such money."),
    Given::of(InputId::mfu_video, [42.0, 36.0, 48.0])
        .spread(Shape::Triangular)
        .beside("video_2026:wan_mi350x_offline")
        .why("defaults_2026-12:mfu_video_pct", "Fitted to MLPerf v6.1 with the clip’s fixed time; range: of single runs."),
    Given::of(InputId::imbalance, [1.0, 1.0, 1.3])
        .why("defaults_2026-12:imbalance_x", "One-sided: 1 is even, and the busiest is never below the mean. Some experts are asked for more than \
             others, and all wait for the busiest."),
    Given::of(InputId::own_layers, [80.0, 32.0, 126.0])
        .why("defaults_2026-12:own_layers_n", "Own models start as Llama-3.1-70B: inside what is published. Used where the model is your own."),
    Given::of(InputId::own_width, [8192.0, 2880.0, 16384.0])
        .why("defaults_2026-12:own_width_n", "d, of Llama-3.1-70B."),
    Given::of(InputId::own_heads, [64.0, 32.0, 128.0])
        .why("defaults_2026-12:own_heads_n", "n_h, of Llama-3.1-70B."),
    Given::of(InputId::own_head, [128.0, 64.0, 192.0])
        .why("defaults_2026-12:own_head_n", "d_h, of Llama-3.1-70B; latent attention has up to 192."),
    Given::of(InputId::own_ffn, [28672.0, 11008.0, 53248.0])
        .why("defaults_2026-12:own_ffn_n", "Gated: three matrices. Of Llama-3.1-70B."),
    Given::of(InputId::own_experts, [0.0, 0.0, 256.0])
        .why("defaults_2026-12:own_experts_n", "One-sided: 0 is a dense model, and fewer than none are none."),
    Given::of(InputId::own_visited, [6.0, 1.0, 10.0])
        .why("defaults_2026-12:own_visited_n", "k. Published models visit 1 to 10."),
    Given::of(InputId::own_shared, [0.0, 0.0, 1.0])
        .why("defaults_2026-12:own_shared_n", "One-sided: most models have none, some one. Beside those chosen."),
    Given::of(InputId::own_dense_layers, [0.0, 0.0, 24.0])
        .why("defaults_2026-12:own_dense_layers_n", "One-sided: 0 where every layer has experts. In a model with experts."),
    Given::of(InputId::own_latent, [0.0, 0.0, 512.0])
        .why("defaults_2026-12:own_latent_n", "One-sided: 0 keeps keys and values whole. DeepSeek-V3: 512."),
];
