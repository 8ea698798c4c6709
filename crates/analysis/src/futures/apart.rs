//! Why most futures are on the other side of a dollar than the scenario as set.

use super::sureness::{PARTS, is_toss_up};
use super::tornado::{Bar, Tornado};

/// Why most futures are on the other side than the scenario as set: the input whose range reaches further to their side
/// than to the other does most of it. Empty if most are on the same side, or if it is a toss-up.
pub(super) fn apart(count: usize, pays: bool, tornado: &Tornado) -> String {
    let half = PARTS / 2;
    if is_toss_up(count) || (half < count) == pays {
        return String::new();
    }
    // How much further a bar reaches up from the middle than down, in dollars.
    let lean = |bar: &Bar| bar.low.npv + bar.high.npv - 2.0 * tornado.middle;
    let most = if pays {
        tornado.bars.iter().filter(|it| lean(it) < 0.0).min_by(|a, b| lean(a).total_cmp(&lean(b)))
    } else {
        tornado.bars.iter().filter(|it| 0.0 < lean(it)).max_by(|a, b| lean(a).total_cmp(&lean(b)))
    };
    let (most_do, way) = if pays { ("fall short", "down than up") } else { ("do better", "up than down") };
    let name = most.map_or_else(
        || "many ranges together".to_owned(),
        |bar| format!("\u{201c}{}\u{201d}", bar.id.spec().label),
    );
    format!("Most futures {most_do}, because {name} can pull further {way}.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::futures::tornado::End;
    use payenough_model::InputId;

    #[test]
    fn futures_on_the_other_side_are_explained_by_the_input_that_leans_most() {
        let bar = |id, low, high| Bar {
            id,
            low: End { value: 0.0, npv: low },
            high: End { value: 1.0, npv: high },
            swing: 0.0,
        };
        let bars = vec![
            bar(InputId::api_price, -9.0, 10.0),
            bar(InputId::realised, -6.0, 3.0),
            bar(InputId::users_start, 5.0, -1.0),
        ];
        let tornado = Tornado { middle: 0.0, bars };
        assert_eq!([apart(8, false, &tornado), apart(12, true, &tornado), apart(9, true, &tornado)], [""; 3]);
        let name = |id: InputId| format!("\u{201c}{}\u{201d}", id.spec().label);
        let down = apart(8, true, &tornado);
        assert!(
            down.starts_with("Most futures fall short, because ") && down.contains(&name(InputId::realised)),
            "{down}"
        );
        let up = apart(12, false, &tornado);
        assert!(
            up.starts_with("Most futures do better, because ") && up.contains(&name(InputId::users_start)),
            "{up}"
        );
        let even = Tornado { middle: 0.0, bars: Vec::new() };
        assert!(apart(0, true, &even).contains("many ranges together"));
    }
}
