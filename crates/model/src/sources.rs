//! The sources that the input table cites: author, title, address and date. `data/sources.csv` holds all sources.

/// How good a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Stated by the party that measured or reported it.
    Primary,
    /// Press, an aggregator, or a mirror of a primary source.
    Secondary,
    /// Result of an analyst's model.
    Estimate,
    /// Arithmetic on other facts in the tables.
    Derived,
    /// A seller's statement about its own product.
    VendorClaim,
    /// Our own judgement, because no source gives the figure.
    Judgement,
}

impl Grade {
    /// The word that the tables and the page use.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Estimate => "estimate",
            Self::Derived => "derived",
            Self::VendorClaim => "vendor claim",
            Self::Judgement => "our judgement",
        }
    }
}

/// Where a figure was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Id of the row in `data/sources.csv`.
    pub id: &'static str,
    /// Title.
    pub title: &'static str,
    /// Publisher.
    pub publisher: &'static str,
    /// Address; empty for our own judgement.
    pub url: &'static str,
    /// Date of the source, as far as it is known.
    pub date: &'static str,
}

impl Source {
    /// The source of figures that are our own judgement.
    pub const OURS: Self = Self {
        id: "our_judgement",
        title: "Our judgement, see data/judgements.csv",
        publisher: "payenough",
        url: "",
        date: "2026-11-23",
    };
}

pub(super) const AITICKER: Source = Source {
    id: "aiticker",
    title: "Bonus depreciation for data-centre businesses (21% federal rate example)",
    publisher: "TheAITicker",
    url: "https://theaiticker.beehiiv.com/p/july-7-2025-ee7c2ed9f29ae2de",
    date: "2025-07-07",
};
pub(super) const AIMULTIPLE: Source = Source {
    id: "aimultiple",
    title: "Cloud GPU Rental Price Index",
    publisher: "AIMultiple",
    url: "https://aimultiple.com/gpu-index",
    date: "2026-05-20",
};
pub(super) const AZURE_TRACE: Source = Source {
    id: "azure_trace",
    title: "Azure LLM inference trace 2023 (conv and code CSVs), own computation",
    publisher: "Microsoft Azure Public Dataset",
    url: "https://github.com/Azure/AzurePublicDataset",
    date: "2023-11-16",
};
pub(super) const BERNSTEIN_FX: Source = Source {
    id: "bernstein_fx",
    title: "AI Value Chain: cost of a GW (Bernstein note abstract)",
    publisher: "fxbaogao quoting Bernstein",
    url: "https://www.fxbaogao.com/detail/5182980",
    date: "2025-10",
};
pub(super) const DCD_LLAMA3: Source = Source {
    id: "dcd_llama3",
    title: "Meta report details GPU and HBM3 related interruptions to Llama 3 training run",
    publisher: "DatacenterDynamics",
    url: "https://direct.datacenterdynamics.com/en/news/meta-report-details-hundreds-of-gpu-and-hbm3-related-interruptions-to-llama-3-training-run",
    date: "2024-07",
};
pub(super) const DCD_PUE: Source = Source {
    id: "dcd_pue",
    title: "AWS global data centers achieved PUE of 1.15 in 2023",
    publisher: "DatacenterDynamics",
    url: "https://www.datacenterdynamics.com/en/news/aws-global-data-centers-achieved-pue-of-115-in-2023/",
    date: "2024-12",
};
pub(super) const DS_OVERVIEW: Source = Source {
    id: "ds_overview",
    title: "DeepSeek-V3/R1 Inference System Overview (Open Source Week day 6)",
    publisher: "DeepSeek",
    url: "https://github.com/deepseek-ai/open-infra-index/blob/main/202502OpenSourceWeek/day_6_one_more_thing_deepseekV3R1_inference_system_overview.md",
    date: "2025-03-01",
};
pub(super) const EPOCH_1GW: Source = Source {
    id: "epoch_1gw",
    title: "Servers account for 60% of the TCO of a one-gigawatt AI data center",
    publisher: "Epoch AI",
    url: "https://epoch.ai/data-insights/ai-datacenter-cost-breakdown",
    date: "2026-05-14",
};
pub(super) const EPOCH_LEN: Source = Source {
    id: "epoch_len",
    title: "LLM responses to benchmark questions are getting longer over time",
    publisher: "Epoch AI",
    url: "https://epoch.ai/data-insights/output-length",
    date: "2025-04-17",
};
pub(super) const GEM_VIDEO: Source = Source {
    id: "gem_video",
    title: "Gemini API video technical details (quoted)",
    publisher: "Google AI docs via v2ex mirror",
    url: "https://ai.google.dev/gemini-api/docs/video-understanding",
    date: "2026",
};
pub(super) const GPU_RESID: Source = Source {
    id: "gpu_resid",
    title: "H100 depreciation calculator (500+ secondary-market transactions)",
    publisher: "GLRI / v2-pseo-ai",
    url: "https://v2-pseo-ai.pages.dev/residual/h100-depreciation-calculator",
    date: "2026-01-08",
};
pub(super) const IXAPP: Source = Source {
    id: "ixapp",
    title: "InferenceX-app repository, packages/app/src/lib/constants.ts and gpu-specs.ts (commit 77ca49a)",
    publisher: "SemiAnalysis",
    url: "https://github.com/SemiAnalysisAI/InferenceX-app",
    date: "2026-04-03",
};
pub(super) const META_Q225: Source = Source {
    id: "meta_q225",
    title: "Meta Q2 2025 call (ad conversions +5% IG, +3% FB)",
    publisher: "Reportify",
    url: "https://reportify.ai/news/1148423286523432960",
    date: "2025-07-30",
};
pub(super) const NBER_247: Source = Source {
    id: "nber_247",
    title: "NBER How People Use ChatGPT summary (18B messages/week)",
    publisher: "AINews247",
    url: "https://ainews247.org/story/15502",
    date: "2025-09",
};
pub(super) const OAI_ADS_RS: Source = Source {
    id: "oai_ads_rs",
    title: "ChatGPT crossed $100M in ad revenue; CPM $60 to $25",
    publisher: "readsignal",
    url: "https://readsignal.io/article/chatgpt-ads-cpm-collapse-openai-advertising-business-2026",
    date: "2026-05-23",
};
pub(super) const OBBB_PM: Source = Source {
    id: "obbb_pm",
    title: "100% bonus depreciation returns",
    publisher: "Plante Moran",
    url: "https://www.plantemoran.com/explore-our-thinking/insight/2022/08/the-tcja-100-percent-bonus-depreciation-starts-to-phase-out-after-2022",
    date: "2025-07-21",
};
pub(super) const TECHREADER725: Source = Source {
    id: "techreader725",
    title: "Big Tech earnings tested by $725B AI capex",
    publisher: "TechReaderDaily",
    url: "https://www.techreaderdaily.com/article/big-tech-earnings-tested-by-725-billion-ai-capex-splurge",
    date: "2026-05",
};
pub(super) const TRTLLM: Source = Source {
    id: "trtllm",
    title: "TensorRT-LLM performance overview (docs/source/developer-guide/perf-overview.md, commit 03e27c7)",
    publisher: "NVIDIA",
    url: "https://github.com/NVIDIA/TensorRT-LLM/blob/main/docs/source/developer-guide/perf-overview.md",
    date: "2026",
};
pub(super) const TURNER: Source = Source {
    id: "turner",
    title: "Data centre construction cost index 2025-2026",
    publisher: "Turner & Townsend via CRE Media Europe",
    url: "https://www.cremediaeurope.com/news/ai-boom-strains-data-centre-construction-costs-rise~0QkR7oHK/",
    date: "2025-11",
};
pub(super) const WACC_AFG: Source = Source {
    id: "wacc_afg",
    title: "Discount rate & WACC tracker",
    publisher: "All Frontier Global",
    url: "https://allfrontierglobal.com/research/discount-rate-wacc/",
    date: "2026",
};
pub(super) const YCHARTS_IND: Source = Source {
    id: "ycharts_ind",
    title: "US average retail price of electricity, industrial sector (EIA series)",
    publisher: "YCharts / EIA",
    url: "https://ycharts.com/indicators/us_average_retail_price_of_electricity_industrial_sector",
    date: "2026-04-27",
};

/// All sources that the input table cites.
pub const SOURCES: &[Source] = &[
    Source::OURS,
    AITICKER,
    AIMULTIPLE,
    AZURE_TRACE,
    BERNSTEIN_FX,
    DCD_LLAMA3,
    DCD_PUE,
    DS_OVERVIEW,
    EPOCH_1GW,
    EPOCH_LEN,
    GEM_VIDEO,
    GPU_RESID,
    IXAPP,
    META_Q225,
    NBER_247,
    OAI_ADS_RS,
    OBBB_PM,
    TECHREADER725,
    TRTLLM,
    TURNER,
    WACC_AFG,
    YCHARTS_IND,
];
