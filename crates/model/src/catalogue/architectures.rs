//! The open models of `data/models.csv` whose architecture the sources give in full, with details from
//! `data/architectures.csv`.

use super::architecture::{Architecture, Attention, Published};
use crate::sources::Grade;
use payenough_quantities::Tokens;

/// The models in the order of the table.
pub const MODELS: [Architecture; 18] = [
    Architecture {
        key: "deepseek-v3", label: "DeepSeek-V3", layers: 61.0, width: 7168.0, heads: 128.0, kv_heads: 128.0, head: 128.0, vocabulary: 129_280.0,
        attention: Attention::Latent { query_rank: 1536.0, rank: 512.0, rope: 64.0, nope: 128.0, value: 128.0 },
        matrices: 3.0, dense_layers: 3.0, dense_ffn: 18432.0, experts: 256.0, visited: 8.0, shared: 1.0, expert_ffn: 2048.0,
        more: 0.0, whole: 1.0, windowed: 0.0, window: 0.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(65536.0), bits: Some(8.0), total: Some(671.0 * 1e9), active: Some(37.6 * 1e9), grade: Grade::Primary, row: "deepseek_v3",
        }),
    },
    Architecture {
        key: "deepseek-r1", label: "DeepSeek-R1", layers: 61.0, width: 7168.0, heads: 128.0, kv_heads: 128.0, head: 128.0, vocabulary: 129_280.0,
        attention: Attention::Latent { query_rank: 1536.0, rank: 512.0, rope: 64.0, nope: 128.0, value: 128.0 },
        matrices: 3.0, dense_layers: 3.0, dense_ffn: 18432.0, experts: 256.0, visited: 8.0, shared: 1.0, expert_ffn: 2048.0,
        more: 0.0, whole: 1.0, windowed: 0.0, window: 0.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(65536.0), bits: Some(8.0), total: Some(671.0 * 1e9), active: Some(37.6 * 1e9), grade: Grade::Primary, row: "deepseek_r1",
        }),
    },
    Architecture {
        key: "deepseek-v32", label: "DeepSeek-V3.2", layers: 61.0, width: 7168.0, heads: 128.0, kv_heads: 128.0, head: 128.0, vocabulary: 129_280.0,
        attention: Attention::Latent { query_rank: 1536.0, rank: 512.0, rope: 64.0, nope: 128.0, value: 128.0 },
        matrices: 3.0, dense_layers: 3.0, dense_ffn: 18432.0, experts: 256.0, visited: 8.0, shared: 1.0, expert_ffn: 2048.0,
        more: 0.0, whole: 0.0, windowed: 0.0, window: 0.0, picking: 1.0, picked: 1.0, read: Some(2048.0),
        published: Some(Published {
            context: Tokens::of(163_840.0), bits: Some(8.0), total: Some(671.0 * 1e9), active: Some(37.6 * 1e9), grade: Grade::Primary, row: "deepseek_v32",
        }),
    },
    Architecture {
        key: "deepseek-v4-pro", label: "DeepSeek-V4-Pro", layers: 61.0, width: 7168.0, heads: 128.0, kv_heads: 1.0, head: 512.0, vocabulary: 129_280.0,
        attention: Attention::Shared { query_rank: 1536.0, groups: 16.0, output_rank: 1024.0 },
        matrices: 3.0, dense_layers: 0.0, dense_ffn: 0.0, experts: 384.0, visited: 6.0, shared: 1.0, expert_ffn: 3072.0,
        more: 19168742.81967213, whole: 0.003970286885245902, windowed: 1.0, window: 128.0, picking: 0.4918032786885246, picked: 0.25, read: Some(1024.0),
        published: Some(Published {
            context: Tokens::of(1_000_000.0), bits: Some(4.0), total: Some(1600.0 * 1e9), active: Some(49.0 * 1e9), grade: Grade::Secondary, row: "deepseek_v4_pro",
        }),
    },
    Architecture {
        key: "deepseek-v4-flash", label: "DeepSeek-V4-Flash", layers: 43.0, width: 4096.0, heads: 64.0, kv_heads: 1.0, head: 512.0, vocabulary: 129_280.0,
        attention: Attention::Shared { query_rank: 1024.0, groups: 8.0, output_rank: 1024.0 },
        matrices: 3.0, dense_layers: 0.0, dense_ffn: 0.0, experts: 256.0, visited: 6.0, shared: 1.0, expert_ffn: 2048.0,
        more: 11296577.488372093, whole: 0.003633720930232558, windowed: 1.0, window: 128.0, picking: 0.4883720930232558, picked: 0.25, read: Some(512.0),
        published: Some(Published {
            context: Tokens::of(1_048_576.0), bits: Some(4.0), total: Some(284.0 * 1e9), active: Some(13.0 * 1e9), grade: Grade::Primary, row: "deepseek_v4_flash",
        }),
    },
    Architecture {
        key: "llama31-8b", label: "Llama-3.1-8B", layers: 32.0, width: 4096.0, heads: 32.0, kv_heads: 8.0, head: 128.0, vocabulary: 128_256.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 32.0, dense_ffn: 14336.0, experts: 0.0, visited: 0.0, shared: 0.0, expert_ffn: 0.0,
        more: 0.0, whole: 1.0, windowed: 0.0, window: 0.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(131_072.0), bits: Some(16.0), total: Some(8.0 * 1e9), active: Some(8.0 * 1e9), grade: Grade::Primary, row: "llama31_8b",
        }),
    },
    Architecture {
        key: "llama31-70b", label: "Llama-3.1-70B", layers: 80.0, width: 8192.0, heads: 64.0, kv_heads: 8.0, head: 128.0, vocabulary: 128_256.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 80.0, dense_ffn: 28672.0, experts: 0.0, visited: 0.0, shared: 0.0, expert_ffn: 0.0,
        more: 0.0, whole: 1.0, windowed: 0.0, window: 0.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(131_072.0), bits: Some(16.0), total: Some(70.6 * 1e9), active: Some(70.6 * 1e9), grade: Grade::Primary, row: "llama31_70b",
        }),
    },
    Architecture {
        key: "llama31-405b", label: "Llama-3.1-405B", layers: 126.0, width: 16384.0, heads: 128.0, kv_heads: 8.0, head: 128.0, vocabulary: 128_256.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 126.0, dense_ffn: 53248.0, experts: 0.0, visited: 0.0, shared: 0.0, expert_ffn: 0.0,
        more: 0.0, whole: 1.0, windowed: 0.0, window: 0.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(131_072.0), bits: Some(16.0), total: Some(405.8 * 1e9), active: Some(405.8 * 1e9), grade: Grade::Primary, row: "llama31_405b",
        }),
    },
    Architecture {
        key: "llama4-maverick", label: "Llama-4 Maverick 17B-128E", layers: 48.0, width: 5120.0, heads: 40.0, kv_heads: 8.0, head: 128.0, vocabulary: 202_048.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 24.0, dense_ffn: 16384.0, experts: 128.0, visited: 1.0, shared: 1.0, expert_ffn: 8192.0,
        more: 0.0, whole: 0.25, windowed: 0.75, window: 8192.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(1_000_000.0), bits: Some(16.0), total: Some(400.7 * 1e9), active: Some(17.2 * 1e9), grade: Grade::Primary, row: "llama4_maverick",
        }),
    },
    Architecture {
        key: "qwen3-235b", label: "Qwen3-235B-A22B", layers: 94.0, width: 4096.0, heads: 64.0, kv_heads: 4.0, head: 128.0, vocabulary: 151_936.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 0.0, dense_ffn: 0.0, experts: 128.0, visited: 8.0, shared: 0.0, expert_ffn: 1536.0,
        more: 0.0, whole: 1.0, windowed: 0.0, window: 0.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(131_072.0), bits: Some(16.0), total: Some(235.1 * 1e9), active: Some(22.2 * 1e9), grade: Grade::Secondary, row: "qwen3_235b",
        }),
    },
    Architecture {
        key: "gpt-oss-120b", label: "gpt-oss-120b", layers: 36.0, width: 2880.0, heads: 64.0, kv_heads: 8.0, head: 64.0, vocabulary: 201_088.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 0.0, dense_ffn: 0.0, experts: 128.0, visited: 4.0, shared: 0.0, expert_ffn: 2880.0,
        more: 0.0, whole: 0.5, windowed: 0.5, window: 128.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(131_072.0), bits: Some(4.0), total: Some(116.8 * 1e9), active: Some(5.7 * 1e9), grade: Grade::Primary, row: "gpt_oss_120b",
        }),
    },
    Architecture {
        key: "mixtral-8x7b", label: "Mixtral 8x7B", layers: 32.0, width: 4096.0, heads: 32.0, kv_heads: 8.0, head: 128.0, vocabulary: 32000.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 0.0, dense_ffn: 0.0, experts: 8.0, visited: 2.0, shared: 0.0, expert_ffn: 14336.0,
        more: 0.0, whole: 1.0, windowed: 0.0, window: 0.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(32768.0), bits: Some(16.0), total: Some(46.7 * 1e9), active: Some(12.9 * 1e9), grade: Grade::Primary, row: "mixtral_8x7b",
        }),
    },
    Architecture {
        key: "glm5", label: "GLM-5", layers: 78.0, width: 6144.0, heads: 64.0, kv_heads: 64.0, head: 64.0, vocabulary: 154_880.0,
        attention: Attention::Latent { query_rank: 2048.0, rank: 512.0, rope: 64.0, nope: 192.0, value: 256.0 },
        matrices: 3.0, dense_layers: 3.0, dense_ffn: 12288.0, experts: 256.0, visited: 8.0, shared: 1.0, expert_ffn: 2048.0,
        more: 0.0, whole: 0.0, windowed: 0.0, window: 0.0, picking: 1.0, picked: 1.0, read: Some(2048.0),
        published: Some(Published {
            context: Tokens::of(202_752.0), bits: Some(16.0), total: None, active: None, grade: Grade::Primary, row: "glm5",
        }),
    },
    Architecture {
        key: "minimax-m3", label: "MiniMax-M3", layers: 60.0, width: 6144.0, heads: 64.0, kv_heads: 4.0, head: 128.0, vocabulary: 200_064.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 3.0, dense_ffn: 12288.0, experts: 128.0, visited: 4.0, shared: 1.0, expert_ffn: 3072.0,
        more: 0.0, whole: 0.05, windowed: 0.0, window: 0.0, picking: 0.95, picked: 1.0, read: Some(2048.0),
        published: Some(Published {
            context: Tokens::of(524_288.0), bits: Some(16.0), total: Some(428.0 * 1e9), active: None, grade: Grade::Primary, row: "minimax_m3",
        }),
    },
    Architecture {
        key: "minimax-m25", label: "MiniMax-M2.5", layers: 62.0, width: 3072.0, heads: 48.0, kv_heads: 8.0, head: 128.0, vocabulary: 200_064.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 0.0, dense_ffn: 0.0, experts: 256.0, visited: 8.0, shared: 0.0, expert_ffn: 1536.0,
        more: 0.0, whole: 1.0, windowed: 0.0, window: 0.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(196_608.0), bits: None, total: None, active: None, grade: Grade::Primary, row: "minimax_m25",
        }),
    },
    Architecture {
        key: "qwen35-397b", label: "Qwen3.5-397B-A17B", layers: 60.0, width: 4096.0, heads: 32.0, kv_heads: 2.0, head: 256.0, vocabulary: 248_320.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 0.0, dense_ffn: 0.0, experts: 512.0, visited: 10.0, shared: 1.0, expert_ffn: 1024.0,
        more: 43384832.0, whole: 0.25, windowed: 0.75, window: 1024.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(262_144.0), bits: Some(16.0), total: Some(397.0 * 1e9), active: Some(17.0 * 1e9), grade: Grade::Primary, row: "qwen35_397b",
        }),
    },
    Architecture {
        key: "kimi-k2", label: "Kimi K2", layers: 61.0, width: 7168.0, heads: 64.0, kv_heads: 64.0, head: 128.0, vocabulary: 163_840.0,
        attention: Attention::Latent { query_rank: 1536.0, rank: 512.0, rope: 64.0, nope: 128.0, value: 128.0 },
        matrices: 3.0, dense_layers: 1.0, dense_ffn: 18432.0, experts: 384.0, visited: 8.0, shared: 1.0, expert_ffn: 2048.0,
        more: 0.0, whole: 1.0, windowed: 0.0, window: 0.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(262_144.0), bits: None, total: None, active: None, grade: Grade::Secondary, row: "kimi_k2",
        }),
    },
    Architecture {
        key: "kimi-k25", label: "Kimi-K2.5", layers: 61.0, width: 7168.0, heads: 64.0, kv_heads: 64.0, head: 128.0, vocabulary: 163_840.0,
        attention: Attention::Latent { query_rank: 1536.0, rank: 512.0, rope: 64.0, nope: 128.0, value: 128.0 },
        matrices: 3.0, dense_layers: 1.0, dense_ffn: 18432.0, experts: 384.0, visited: 8.0, shared: 1.0, expert_ffn: 2048.0,
        more: 0.0, whole: 1.0, windowed: 0.0, window: 0.0, picking: 0.0, picked: 1.0, read: None,
        published: Some(Published {
            context: Tokens::of(262_144.0), bits: Some(4.0), total: None, active: None, grade: Grade::Primary, row: "kimi_k25",
        }),
    },
];
