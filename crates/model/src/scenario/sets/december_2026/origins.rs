//! Where the set of December 2026 was read: the new sources, and those that the table has already.

use crate::Source;
pub(super) use crate::sources::{
    AITICKER, AZURE_TRACE, BERNSTEIN_FX, DCD_LLAMA3, EPOCH_1GW, GEM_VIDEO, OAI_ADS_RS, OBBB_PM, YCHARTS_IND,
};

pub(super) const AIFORAUTOMATION_202604: Source = Source {
    id: "aiforautomation_202604",
    title: "xAI Colossus 2: 1.1 GW Memphis Datacenter & $200B Valuation",
    publisher: "AI for Automation, quoting SemiAnalysis",
    url: "https://aiforautomation.io/news/2026-04-28-xai-colossus-2-memphis-1gw-nvidia-rubin-valuation",
    date: "2026-04-28",
};
pub(super) const ARXIV_202601: Source = Source {
    id: "arxiv_202601",
    title: "State of AI: an empirical study with OpenRouter (arXiv 2601.10088)",
    publisher: "OpenRouter, arXiv",
    url: "https://arxiv.org/abs/2601.10088",
    date: "2026-01",
};
pub(super) const AWF_202606: Source = Source {
    id: "awf_202606",
    title: "Morgan Stanley 1116; Goldman (Hammond) consensus 920 base 1100 high 1400",
    publisher: "All Weather Finance",
    url: "https://allweatherfinance.com/ai-ammunition-is-far-from-exhausted-goldman-sachs-predicts-that-tech-giants-capital-expenditures-will-reach-1-4-trillion-by-2027/",
    date: "2026-06-12",
};
pub(super) const CEREBRO_202605: Source = Source {
    id: "cerebro_202605",
    title: "AI Value Capture - The Shift To Model Labs (SemiAnalysis)",
    publisher: "cere-bro, quoting SemiAnalysis",
    url: "https://bayesiansapien.github.io/cere-bro/ai-industry/2026-05-01-semianalysis-ai-value-capture-model-labs",
    date: "2026-05-01",
};
pub(super) const CHINADAILY_202603: Source = Source {
    id: "chinadaily_202603",
    title: "ByteDance Doubao, over 120 trillion tokens a day",
    publisher: "China Daily",
    url: "https://global.chinadaily.com.cn/a/202604/02/WS69ce3326a310d6866eb41733.html",
    date: "2026-03",
};
pub(super) const DELOITTE26: Source = Source {
    id: "deloitte26",
    title: "Compute power AI, TMT Predictions 2026",
    publisher: "Deloitte",
    url: "https://www.deloitte.com/us/en/insights/industry/technology/technology-media-and-telecom-predictions/2026/compute-power-ai.html",
    date: "2025-11",
};
pub(super) const GOOG_202607: Source = Source {
    id: "goog_202607",
    title: "Alphabet Q2 2026 results / CNBC Google hikes 2026 spending forecast to as much as $205 billion",
    publisher: "Alphabet",
    url: "https://s206.q4cdn.com/479360582/files/doc_news/2026/Jul/22/attachments/2026q2-alphabet-earnings-release.pdf",
    date: "2026-07-22",
};
pub(super) const LITELLM: Source = Source {
    id: "litellm",
    title: "model_prices_and_context_window_backup.json in litellm 1.109.1 (PyPI)",
    publisher: "BerriAI / LiteLLM",
    url: "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json",
    date: "2026-11",
};
pub(super) const META_IR_202606: Source = Source {
    id: "meta_ir_202606",
    title: "Meta Reports Second Quarter 2026 Results",
    publisher: "Meta",
    url: "https://investor.atmeta.com/investor-news/press-release-details/2026/Meta-Reports-Second-Quarter-2026-Results/default.aspx",
    date: "2026-06-30",
};
pub(super) const MILIK_2026: Source = Source {
    id: "milik_2026",
    title: "Friar: free about 7 queries a day; Plus three times",
    publisher: "milik",
    url: "https://www.milik.ai/articles/ad43e1ed7c",
    date: "2026",
};
pub(super) const MSFT_IR_202607: Source = Source {
    id: "msft_ir_202607",
    title: "Microsoft FY26 Q4",
    publisher: "Microsoft",
    url: "https://www.microsoft.com/en-us/investor/events/fy-2026/earnings-fy-2026-q4",
    date: "2026-07-29",
};
pub(super) const PLATFORMONOMICS25: Source = Source {
    id: "platformonomics25",
    title: "Follow the CAPEX: 2025 retrospective",
    publisher: "Platformonomics",
    url: "https://platformonomics.com/2026/02/follow-the-capex-2025-retrospective",
    date: "2026-02",
};
pub(super) const SGLANG96: Source = Source {
    id: "sglang96",
    title: "Deploying DeepSeek with PD Disaggregation and Large-scale Expert Parallelism on 96 H100 GPUs",
    publisher: "LMSYS / SGLang",
    url: "https://lmsys.org/blog/2025-05-05-large-scale-ep/",
    date: "2025-05-05",
};
pub(super) const TECHSTORY_202604: Source = Source {
    id: "techstory_202604",
    title: "Go 3.1M to 112M; Plus 44M to 9M; ARPU 23 to under 12 dollars (The Information as reported)",
    publisher: "TechStory",
    url: "https://techstory.com.au/2026/04/29/openai-projects-chatgpt-plus-subscriptions-to-drop-by-80-from-44-million-in-2025-to-9-million-in-2026-as-cheaper-plans-reshape-market/",
    date: "2026-04-29",
};
pub(super) const TRD_202603: Source = Source {
    id: "trd_202603",
    title: "SemiAnalysis rental index",
    publisher: "TechReaderDaily",
    url: "https://www.techreaderdaily.com/article.html?slug=h100-reserved-capacity-hits-2-35-hour-floor-in-2026",
    date: "2026-03",
};
pub(super) const VERGE_202609: Source = Source {
    id: "verge_202609",
    title: "ChatGPT now has 1.2 billion weekly users, OpenAI says",
    publisher: "The Verge",
    url: "https://www.theverge.com/ai-artificial-intelligence/1002265/chatgpt-now-has-1-2-billion-weekly-users-openai-says",
    date: "2026-09-30",
};
pub(super) const YAHOO_202607: Source = Source {
    id: "yahoo_202607",
    title: "more than 50M consumer subscribers and more than 1B active users (OpenAI 31 Jul 2026)",
    publisher: "Yahoo Finance",
    url: "https://finance.yahoo.com/news/chatgpt-almost-1-billion-weekly-212157499.html",
    date: "2026-07-31",
};
pub(super) const WEALTHWAY_202501: Source = Source {
    id: "wealthway_202501",
    title: "Microsoft introduces fee for AI in Office suite; 87.7M subscribers a quarter later +9%",
    publisher: "Wealthway",
    url: "https://wealthway.top/en/microsoft-introduces-fee-for-ai-in-office-suite-potential-backlash-looms",
    date: "2025-01",
};
pub(super) const FIRMCRITICS: Source = Source {
    id: "firmcritics",
    title: "AI tool pricing models (tier prices May 2026)",
    publisher: "firmcritics",
    url: "https://www.firmcritics.com/blog/understanding-ai-tool-pricing-models-credits-subscriptions-and-pay-per-use/",
    date: "2026-05",
};
pub(super) const IX_V2: Source = Source {
    id: "ix_v2",
    title: "InferenceX v2: NVIDIA Blackwell vs AMD vs Hopper",
    publisher: "SemiAnalysis",
    url: "https://newsletter.semianalysis.com/p/inferencex-v2-nvidia-blackwell-vs",
    date: "2026-02",
};
pub(super) const OAI_ADS_ST: Source = Source {
    id: "oai_ads_st",
    title: "ChatGPT ads: projections 2026-2030",
    publisher: "stackingtrades",
    url: "https://stackingtrades.com/chatgpt-ads-crossed-100-million-in-six-weeks-now-openai-is-building-a-real-ad-business-before-its-ipo/",
    date: "2026-06",
};
pub(super) const GOOG_202606: Source = Source {
    id: "goog_202606",
    title: "Alphabet Q2 2026 results",
    publisher: "Alphabet",
    url: "https://s206.q4cdn.com/479360582/files/doc_financials/2026/q2/2026q2-alphabet-earnings-release.pdf",
    date: "2026-06-30",
};
pub(super) const AMZN_IR_202606: Source = Source {
    id: "amzn_ir_202606",
    title: "Amazon.com Announces Second Quarter Results, 2026",
    publisher: "Amazon",
    url: "https://ir.aboutamazon.com",
    date: "2026-06-30",
};
pub(super) const EDGELESS: Source = Source {
    id: "edgeless_202604",
    title: "The $172B Question: What Generative AI Is Actually Worth (Stanford Digital Economy Lab)",
    publisher: "Edgeless Lab",
    url: "https://edgelesslab.com/blog/stanford-genai-worth-2026/",
    date: "2026-04",
};
