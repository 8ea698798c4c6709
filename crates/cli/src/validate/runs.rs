//! The runs of 2026, scored together, by kind of model and by framework.

use std::path::Path;

use serde_json::Value;

use super::{Case, PEERS, Score, Set, ValidateError, text, what};
use crate::golden;

/// Part of what a case says it is, and how the framework is called.
const FRAMEWORKS: [(&str, &str); 3] = [
    (", trtllm", "of them under TensorRT-LLM"),
    (", vllm", "of them under vLLM"),
    (", sglang", "of them under SGLang"),
];

pub(super) fn runs(file: &Path) -> Result<Set, ValidateError> {
    let (mut cases, mut kinds) = (Vec::new(), Vec::new());
    for (case, answer) in golden::answered(file)? {
        let (expected, got) = (&case["expected"]["value"], &answer["got"]["value"]);
        let (Some(measured), Some(ours)) = (expected.as_f64(), got.as_f64()) else { continue };
        let said = text(&case["what"]);
        kinds.push([
            ("dense models", !has_experts(&case["inputs"])),
            ("models with experts", has_experts(&case["inputs"])),
            (FRAMEWORKS[0].1, said.contains(FRAMEWORKS[0].0)),
            (FRAMEWORKS[1].1, said.contains(FRAMEWORKS[1].0)),
            (FRAMEWORKS[2].1, said.contains(FRAMEWORKS[2].0)),
        ]);
        cases.push(Case {
            id: text(&case["id"]),
            what: what(&case["inputs"]),
            unit: "tokens/s",
            measured,
            ours,
            ratio: ours / measured,
            peers: [None; PEERS.len()],
            source: text(&case["source"]),
        });
    }
    let mut set =
        Set::new("runs of InferenceX, October 2025 to April 2026, conversations held at a number", cases);
    for at in 0..5 {
        let of_kind = set.cases.iter().zip(&kinds).filter(|(_, kinds)| kinds[at].1);
        let ratios: Vec<f64> = of_kind.map(|(case, _)| case.ratio).collect();
        if let Some(kind) = kinds.first().filter(|_| !ratios.is_empty()) {
            set.scores.push(Score::of(kind[at].0, &ratios));
        }
    }
    Ok(set)
}

fn has_experts(inputs: &Value) -> bool {
    inputs["arch"]["E"].as_f64().is_some_and(|it| it > 0.0)
}
