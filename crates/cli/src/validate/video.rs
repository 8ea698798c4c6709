//! Video: MLPerf's runs of text-to-video and of a vision-language model beside the same physics.

use std::path::Path;

use super::{Case, PEERS, Score, Set, ValidateError, chip, machine_of};
use payenough_engine::serving::calibration::Calibration;
use payenough_engine::serving::mlperf::{Maker, Scenario, WAN};
use payenough_engine::serving::pass::{Draft, Layout, Setup};
use payenough_engine::serving::shape::Shape;
use payenough_model::catalogue::{Chip, MODELS};
use payenough_model::{Inputs, Values};

/// Names of chips in the table that the catalogue calls otherwise. Qwen3-VL's language model is Qwen3-235B-A22B.
const RUBIN: (&str, &str) = ("Vera Rubin (preview)", "vr200");
const LANGUAGE_MODEL: &str = "qwen3-235b";

/// Video that is made, and video that is watched, from `data/video_2026.csv`.
pub(super) fn video(file: &Path) -> Result<[Set; 2], ValidateError> {
    let inputs = Inputs::read(&Values::STARTING_POINT);
    let (mut made, mut watched) = (Of::default(), Of::default());
    let mut reader = csv::Reader::from_path(file)?;
    let headers = reader.headers()?.clone();
    for record in reader.records() {
        let record = record?;
        let field = |name: &str| {
            headers.iter().position(|it| it == name).and_then(|at| record.get(at)).unwrap_or_default()
        };
        let number = |name: &str| field(name).parse::<f64>().ok();
        let name = if field("chip") == RUBIN.0 { RUBIN.1 } else { field("chip") };
        let (Some(n), Some(measured)) = (number("n_accel"), number("value")) else { continue };
        let (ours, unit) = match field("kind") {
            "made" => {
                let of_chip = chip(name).map(|it| [it.rate_8.map_or(0.0, |it| it.value()), it.link.value()]);
                let stated =
                    number("peak_8_tflops").zip(number("link_gb_s")).map(|(peak, link)| [peak, link]);
                let Some([peak_8, link]) = stated.or(of_chip) else { continue };
                let link = link * 1e9 * inputs.link_share.value();
                let maker = Maker { peak_8, reached: inputs.mfu_video.value(), link };
                match field("scenario") {
                    "Offline" => (n / WAN.time(&maker, 1.0), "clips/s"),
                    _ => (WAN.time(&maker, n), "s"),
                }
            }
            _ => {
                let Some(chip) = chip(name) else { continue };
                let (Some(engines), Some(each)) = (number("engines"), number("accel_per_engine")) else {
                    continue;
                };
                let Some(setup) = reader_of(chip, each, &inputs) else { continue };
                let scenario = match field("scenario") {
                    "Interactive" => Scenario::InTime,
                    _ => Scenario::Loaded,
                };
                (setup.pictures(engines, scenario), "requests/s")
            }
        };
        let of_kind = if field("kind") == "made" { &mut made } else { &mut watched };
        of_kind.is_fitted.push(field("fitted") == "yes");
        of_kind.cases.push(Case {
            id: field("id").to_owned(),
            what: format!(
                "{} on {n} × {}, {}, {}",
                field("model"),
                field("chip"),
                field("scenario"),
                field("submitter")
            ),
            unit,
            measured,
            ours,
            ratio: ours / measured,
            peers: [None; PEERS.len()],
            source: field("source_url").to_owned(),
        });
    }
    Ok([
        made.set("runs of MLPerf v6.1 that make video, clips of five seconds"),
        watched.set("runs of MLPerf v6.1 that read a picture and its text, whole systems"),
    ])
}

/// The cases of a kind, and which of them constants were fitted to.
#[derive(Default)]
struct Of {
    cases: Vec<Case>,
    is_fitted: Vec<bool>,
}

impl Of {
    /// The cases with a score of all and of those that constants were fitted to.
    fn set(self, title: &'static str) -> Set {
        let fitted = self.cases.iter().zip(&self.is_fitted).filter(|it| *it.1);
        let ratios: Vec<f64> = fitted.map(|it| it.0.ratio).collect();
        let mut set = Set::new(title, self.cases);
        set.scores.push(Score::of("of them those fitted to", &ratios));
        set
    }
}

/// An engine that reads pictures: 4-bit weights, an 8-bit cache, matrices cut over all of its accelerators.
fn reader_of(chip: &Chip, group: f64, inputs: &Inputs) -> Option<Setup> {
    let architecture = MODELS.iter().find(|it| it.key == LANGUAGE_MODEL)?;
    let peak = chip.rate_4?;
    Some(Setup {
        shape: Shape::of(architecture),
        machine: machine_of(chip, peak),
        group,
        layout: Layout::cut(group),
        weight: 0.5,
        element: 1.0,
        draft: Draft::NONE,
        calibration: Calibration::of(inputs),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail")]

    use super::*;
    use std::collections::BTreeMap;

    fn data(name: &str) -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name)
    }

    /// Every row of both kinds that MLPerf v6.1 published and the constants were fitted to comes within 30%; of the others, those
    /// of chips that are sold.
    #[test]
    fn measured_video_is_met_within_30_percent() {
        let sets = video(&data("video_2026.csv")).unwrap();
        assert_eq!(sets.each_ref().map(|set| set.cases.len()), [7, 10]);
        // A preview of a chip whose published rates are announcements, and a load that its recipe calls conservative.
        let apart = ["q3vl_vr_offline", "q3vl_b300_nvidia_interactive"];
        for case in sets.iter().flat_map(|set| &set.cases) {
            println!("{:<30} {:>9.4} {:>9.4} {:.2}", case.id, case.measured, case.ours, case.ratio);
            let is_met = (case.ratio - 1.0).abs() <= 0.3;
            assert_eq!(is_met, !apart.contains(&case.id.as_str()), "{}: {}", case.id, case.ratio);
        }
    }

    /// The table has every row of video of the measurements of 2026, with the same figure.
    #[test]
    fn the_table_has_all_measurements_of_video() {
        let rows = |name: &str, want: &dyn Fn(&BTreeMap<String, String>) -> bool| {
            let mut reader = csv::Reader::from_path(data(name)).unwrap();
            let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(|row| row.unwrap()).collect();
            rows.into_iter().filter(want).collect::<Vec<_>>()
        };
        let ours = rows("video_2026.csv", &|row| row["fitted"] == "yes");
        let theirs = rows("serving_2026_other.csv", &|row| row["set"].ends_with("E-video"));
        assert_eq!((ours.len(), theirs.len()), (10, 10));
        for row in &theirs {
            let is_it = |it: &&BTreeMap<String, String>| {
                it["chip"] == row["chip"]
                    && it["scenario"] == row["deployment"]
                    && it["value"] == row["value"]
            };
            assert!(ours.iter().any(|it| is_it(&it)), "{row:?}");
        }
    }
}
