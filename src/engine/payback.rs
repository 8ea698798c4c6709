//! temporary
pub struct Payback { pub first: Option<f64>, pub last: Option<f64> }
pub fn payback(flows: &[f64]) -> Payback {
    let (mut first, mut last) = (None, None);
    let mut before = 0.0;
    for (i, f) in flows.iter().enumerate() {
        let after = before + f;
        if before < 0.0 && after >= 0.0 { let at = i as f64 - 1.0 + -before / f; last = Some(at); if first.is_none() { first = last; } }
        if after < 0.0 { last = None; }
        before = after;
    }
    Payback { first, last }
}
