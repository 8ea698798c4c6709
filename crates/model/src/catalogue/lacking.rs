//! The models of `data/models.csv` whose architecture the sources do not give in full. They are listed but cannot be
//! chosen.

use super::architecture::Lacking;

/// The models in the order of the table.
pub const LACKING: [Lacking; 16] = [
    Lacking { key: "deepseek-v4-pro", label: "DeepSeek-V4-Pro", missing: "Layers, sizes and the schedule of its compressed attention.", row: "deepseek_v4_pro" },
    Lacking { key: "deepseek-v4-flash", label: "DeepSeek-V4-Flash", missing: "Which layer compresses its cache how far.", row: "deepseek_v4_flash" },
    Lacking { key: "qwen35-397b", label: "Qwen3.5-397B-A17B", missing: "All sizes; its linear attention.", row: "qwen35_397b" },
    Lacking { key: "kimi-k3", label: "Kimi-K3", missing: "All sizes.", row: "kimi_k3" },
    Lacking { key: "kimi-k2", label: "Kimi K2", missing: "All sizes.", row: "kimi_k2" },
    Lacking { key: "glm45", label: "GLM-4.5", missing: "All sizes.", row: "glm45" },
    Lacking { key: "gpt-6-sol", label: "GPT-6 Sol", missing: "Not public.", row: "gpt_6_sol" },
    Lacking { key: "gpt-61-terra", label: "GPT-6.1 Terra", missing: "Not public.", row: "gpt_61_terra" },
    Lacking { key: "gpt-6-luna", label: "GPT-6 Luna", missing: "Not public.", row: "gpt_6_luna" },
    Lacking { key: "gpt-6-astra", label: "GPT-6 Astra", missing: "Not public.", row: "gpt_6_astra" },
    Lacking { key: "claude-opus-55", label: "Claude Opus 5.5", missing: "Not public.", row: "claude_opus_55" },
    Lacking { key: "claude-sonnet-55", label: "Claude Sonnet 5.5", missing: "Not public.", row: "claude_sonnet_55" },
    Lacking { key: "claude-haiku-55", label: "Claude Haiku 5.5", missing: "Not public.", row: "claude_haiku_55" },
    Lacking { key: "gemini-4-argon", label: "Gemini 4 Argon", missing: "Not public.", row: "gemini_4_argon" },
    Lacking { key: "gemini-38-flash", label: "Gemini 3.8 Flash", missing: "Not public.", row: "gemini_38_flash" },
    Lacking { key: "grok-47", label: "Grok 4.7", missing: "Not public.", row: "grok_47" },
];
