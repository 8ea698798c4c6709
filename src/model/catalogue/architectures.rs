//! Open models of `data/models.csv` whose architecture the sources give in full; `data/architectures.csv` adds details.

use super::{Architecture, Attention};

/// In the order of the table.
pub const MODELS: [Architecture; 11] = [
    Architecture {
        key: "deepseek-v3", label: "DeepSeek-V3", layers: 61.0, width: 7168.0, heads: 128.0, kv_heads: 128.0, head: 128.0, vocabulary: 129_280.0,
        attention: Attention::Latent { query_rank: 1536.0, rank: 512.0, rope: 64.0, nope: 128.0, value: 128.0 },
        matrices: 3.0, dense_layers: 3.0, dense_ffn: 18432.0, experts: 256.0, visited: 8.0, shared: 1.0, expert_ffn: 2048.0,
        windowed: 0.0, window: 0.0, read: None,
    },
    Architecture {
        key: "deepseek-r1", label: "DeepSeek-R1", layers: 61.0, width: 7168.0, heads: 128.0, kv_heads: 128.0, head: 128.0, vocabulary: 129_280.0,
        attention: Attention::Latent { query_rank: 1536.0, rank: 512.0, rope: 64.0, nope: 128.0, value: 128.0 },
        matrices: 3.0, dense_layers: 3.0, dense_ffn: 18432.0, experts: 256.0, visited: 8.0, shared: 1.0, expert_ffn: 2048.0,
        windowed: 0.0, window: 0.0, read: None,
    },
    Architecture {
        key: "deepseek-v32", label: "DeepSeek-V3.2", layers: 61.0, width: 7168.0, heads: 128.0, kv_heads: 128.0, head: 128.0, vocabulary: 129_280.0,
        attention: Attention::Latent { query_rank: 1536.0, rank: 512.0, rope: 64.0, nope: 128.0, value: 128.0 },
        matrices: 3.0, dense_layers: 3.0, dense_ffn: 18432.0, experts: 256.0, visited: 8.0, shared: 1.0, expert_ffn: 2048.0,
        windowed: 0.0, window: 0.0, read: Some(2048.0),
    },
    Architecture {
        key: "llama31-8b", label: "Llama-3.1-8B", layers: 32.0, width: 4096.0, heads: 32.0, kv_heads: 8.0, head: 128.0, vocabulary: 128_256.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 32.0, dense_ffn: 14336.0, experts: 0.0, visited: 0.0, shared: 0.0, expert_ffn: 0.0,
        windowed: 0.0, window: 0.0, read: None,
    },
    Architecture {
        key: "llama31-70b", label: "Llama-3.1-70B", layers: 80.0, width: 8192.0, heads: 64.0, kv_heads: 8.0, head: 128.0, vocabulary: 128_256.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 80.0, dense_ffn: 28672.0, experts: 0.0, visited: 0.0, shared: 0.0, expert_ffn: 0.0,
        windowed: 0.0, window: 0.0, read: None,
    },
    Architecture {
        key: "llama31-405b", label: "Llama-3.1-405B", layers: 126.0, width: 16384.0, heads: 128.0, kv_heads: 8.0, head: 128.0, vocabulary: 128_256.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 126.0, dense_ffn: 53248.0, experts: 0.0, visited: 0.0, shared: 0.0, expert_ffn: 0.0,
        windowed: 0.0, window: 0.0, read: None,
    },
    Architecture {
        key: "llama4-maverick", label: "Llama-4 Maverick 17B-128E", layers: 48.0, width: 5120.0, heads: 40.0, kv_heads: 8.0, head: 128.0, vocabulary: 202_048.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 24.0, dense_ffn: 16384.0, experts: 128.0, visited: 1.0, shared: 1.0, expert_ffn: 8192.0,
        windowed: 0.75, window: 8192.0, read: None,
    },
    Architecture {
        key: "qwen3-235b", label: "Qwen3-235B-A22B", layers: 94.0, width: 4096.0, heads: 64.0, kv_heads: 4.0, head: 128.0, vocabulary: 151_936.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 0.0, dense_ffn: 0.0, experts: 128.0, visited: 8.0, shared: 0.0, expert_ffn: 1536.0,
        windowed: 0.0, window: 0.0, read: None,
    },
    Architecture {
        key: "gpt-oss-120b", label: "gpt-oss-120b", layers: 36.0, width: 2880.0, heads: 64.0, kv_heads: 8.0, head: 64.0, vocabulary: 201_088.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 0.0, dense_ffn: 0.0, experts: 128.0, visited: 4.0, shared: 0.0, expert_ffn: 2880.0,
        windowed: 0.5, window: 128.0, read: None,
    },
    Architecture {
        key: "mixtral-8x7b", label: "Mixtral 8x7B", layers: 32.0, width: 4096.0, heads: 32.0, kv_heads: 8.0, head: 128.0, vocabulary: 32000.0,
        attention: Attention::Grouped,
        matrices: 3.0, dense_layers: 0.0, dense_ffn: 0.0, experts: 8.0, visited: 2.0, shared: 0.0, expert_ffn: 14336.0,
        windowed: 0.0, window: 0.0, read: None,
    },
    Architecture {
        key: "glm5", label: "GLM-5", layers: 78.0, width: 6144.0, heads: 64.0, kv_heads: 64.0, head: 64.0, vocabulary: 154_880.0,
        attention: Attention::Latent { query_rank: 2048.0, rank: 512.0, rope: 64.0, nope: 192.0, value: 256.0 },
        matrices: 3.0, dense_layers: 3.0, dense_ffn: 12288.0, experts: 256.0, visited: 8.0, shared: 1.0, expert_ffn: 2048.0,
        windowed: 0.0, window: 0.0, read: Some(2048.0),
    },
];
