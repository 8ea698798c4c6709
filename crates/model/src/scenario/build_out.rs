//! The whole build-out of five platforms, and other ways to ask of it who gets the money back: on the figures of December
//! 2026, by calendar year.

use super::preset::{Change, Preset};
use crate::InputId;

/// The set whose figures these presets start from.
const SET: &str = "2026-12";
const ONE: &str = "judgements:story_one";
const NONE: &str = "judgements:story_zero";
const DATE: &str = "2026-11-30";

/// The starting point of the set.
pub(super) static BUILD_OUT: Preset = Preset {
    id: "build-out",
    title: "The whole build-out, 2025 to 2027",
    date: DATE,
    who: "All AI capex of Alphabet, Amazon, Meta, Microsoft and Oracle, training included; whoever pays is counted.",
    whose: "the whole AI build-out of five platforms from 2025 to 2027",
    set: SET,
    changes: &[],
};

/// Only capex that is still to come.
pub(super) static FROM_TODAY: Preset = Preset {
    id: "from-today",
    title: "From today, past spending left out",
    date: DATE,
    who: "Those who decide now: what is spent is spent, and serves the same users whether more is built or not.",
    whose: "five platforms' build-out of 2027",
    set: SET,
    changes: &[Change::judged(
        InputId::judged_from,
        2.0,
        "judgements:story_from_2027",
        "Capex of 2025 and 2026 counts as plant that stands.",
    )],
};

/// One year of capex.
pub(super) static ONE_YEAR: Preset = Preset {
    id: "one-year",
    title: "The capex of 2026 alone, in run-off",
    date: DATE,
    who: "Those who ask of one year's plant what it brings in until its last chip retires.",
    whose: "five platforms' build-out of 2026",
    set: SET,
    changes: &[
        Change::judged(
            InputId::judged_from,
            1.0,
            "judgements:story_from_2026",
            "What was spent in 2025 counts as plant of others.",
        ),
        Change::judged(
            InputId::judged_to,
            1.0,
            "judgements:story_from_2026",
            "What is spent from 2027 on counts as plant of others.",
        ),
    ],
};

/// Only what serves.
pub(super) static INFERENCE_ONLY: Preset = Preset {
    id: "inference-only",
    title: "Inference alone, training left out",
    date: DATE,
    who: "Those who hold that training is research, and ask whether serving users pays for the plant that serves.",
    whose: "the inference part of five platforms' build-out of 2025 to 2027",
    set: SET,
    changes: &[Change::judged(
        InputId::charged,
        0.0,
        NONE,
        "The part that trains falls to research, charged as a share of revenue.",
    )],
};

/// All that analysts foresee.
pub(super) static THROUGH_2031: Preset = Preset {
    id: "through-2031",
    title: "The build-out through 2031",
    date: DATE,
    who: "Readers of Goldman Sachs: 7.6 trillion dollars from 2026 to 2031, and the year 2025 before them.",
    whose: "five platforms' build-out of 2025 to 2031",
    set: SET,
    changes: &[Change::judged(
        InputId::judged_to,
        6.0,
        "judgements:story_to_2031",
        "Every year that Goldman Sachs looks at is judged.",
    )],
};

/// Nobody builds on.
pub(super) static LAST_WAVE: Preset = Preset {
    id: "last-wave",
    title: "Nobody builds after 2027, inference alone",
    date: DATE,
    who: "Those who see a railway: one wave of building, then decades of use. Chips do not last decades.",
    whose: "a last wave of building from 2025 to 2027",
    set: SET,
    changes: &[
        Change::judged(InputId::capex_2028, 0.0, NONE, "Neither these firms nor others build on."),
        Change::judged(InputId::capex_2029, 0.0, NONE, "Neither these firms nor others build on."),
        Change::judged(InputId::capex_2030, 0.0, NONE, "Neither these firms nor others build on."),
        Change::judged(InputId::capex_2031, 0.0, NONE, "Neither these firms nor others build on."),
        Change::judged(InputId::capex_2032, 0.0, NONE, "Neither these firms nor others build on."),
        Change::judged(InputId::charged, 0.0, NONE, "The part that trains falls to research."),
    ],
};

/// Agents do paid work.
pub(super) static AGENTS: Preset = Preset {
    id: "agents",
    title: "Agents take over paid work",
    date: DATE,
    who: "Labs' own plans: tokens of agents grow for years as they did in 2026, and their price hardly falls.",
    whose: "five platforms' build-out for agents that do paid work",
    set: SET,
    changes: &[
        Change::judged(InputId::background_growth, 5.0, "judgements:agents_growth", "As in 2026."),
        Change::judged(InputId::background_half, 4.0, "judgements:agents_half", "As in 2026."),
        Change::judged(InputId::api_fall, 1.1, "judgements:agents_fall", "Near the low end: no price war."),
        Change::judged(InputId::api_end, 1.04, "judgements:agents_end", "The low end."),
    ],
};

/// Plant follows demand.
pub(super) static AS_NEEDED: Preset = Preset {
    id: "as-needed",
    title: "Built as it is needed",
    date: DATE,
    who: "Those who think that firms slow down when plant stands idle: nobody builds ahead of demand.",
    whose: "plant that is built as it is needed",
    set: SET,
    changes: &[
        Change::judged(InputId::capex_basis, 1.0, ONE, "Each quarter buys what demand lacks."),
        Change::judged(InputId::charged, 0.0, NONE, "Research pays for training as a share of revenue."),
        Change::judged(
            InputId::programme_share,
            100.0,
            ONE,
            "All of the users' demand is served by what is bought.",
        ),
    ],
};

/// Meta's build-out by itself.
pub(super) static META_ALONE: Preset = Preset {
    id: "meta-alone",
    title: "Meta alone, 2025 to 2027",
    date: DATE,
    who: "Those who ask of Meta's plan: its own plant against all others', its share of users, the uplift of its ads.",
    whose: "Meta's build-out of 2025 to 2027",
    set: SET,
    changes: &[
        Change::judged(InputId::capex_2025, 7.222e10, "judgements:meta_alone_2025", "As reported."),
        Change::judged(
            InputId::capex_2026,
            1.375e11,
            "judgements:meta_alone_2026",
            "Its guidance of July 2026.",
        ),
        Change::judged(InputId::capex_2027, 1.91e11, "judgements:meta_alone_2027", "Grows as the five do."),
        Change::judged(InputId::capex_2028, 2.17e11, "judgements:meta_alone_2028", "Grows as the five do."),
        Change::judged(InputId::capex_2029, 2.44e11, "judgements:meta_alone_2029", "Grows as the five do."),
        Change::judged(InputId::capex_2030, 2.61e11, "judgements:meta_alone_2030", "Grows as the five do."),
        Change::judged(InputId::capex_2031, 2.72e11, "judgements:meta_alone_2031", "Grows as the five do."),
        Change::judged(InputId::capex_2032, 2.72e11, "judgements:meta_alone_2031", "Grows as the five do."),
        Change::judged(
            InputId::others_capex,
            647.0,
            "judgements:meta_alone_others",
            "The other four, and all others.",
        ),
        Change::judged(InputId::google_uplift_on, 0.0, NONE, "Google's ads are not its own."),
        Change::judged(InputId::amazon_uplift_on, 0.0, NONE, "Nor are Amazon's."),
        Change::judged(
            InputId::uplift_due,
            100.0,
            ONE,
            "All of the rise of its ads is due to its own plant.",
        ),
        Change::judged(InputId::perspective, 0.0, NONE, "Meta's own cash."),
    ],
};

/// A lab that rents.
pub(super) static LAB: Preset = Preset {
    id: "lab-2026",
    title: "A lab that rents its compute",
    date: DATE,
    who: "A lab's owners: two fifths of the users, no plant of its own, compute by the hour.",
    whose: "a lab that rents its compute",
    set: SET,
    changes: &[
        Change::judged(InputId::capex_basis, 1.0, ONE, "It rents what its users need."),
        Change::judged(InputId::capex_by, 0.0, NONE, "It buys no plant; its years start with the figures."),
        Change::judged(InputId::charged, 0.0, NONE, "Training is part of its research."),
        Change::judged(InputId::credit_by, 0.0, NONE, "Its share of the users is its own."),
        Change::judged(InputId::build_lag, 0.0, NONE, "Rented at once."),
        Change::judged(
            InputId::programme_share,
            40.0,
            "judgements:lab_share_2026",
            "Of two large labs the larger.",
        ),
        Change::judged(InputId::perspective, 1.0, ONE, "Its own cash; it rents."),
    ],
};

/// A cloud that lets accelerators.
pub(super) static LANDLORD: Preset = Preset {
    id: "landlord",
    title: "A landlord of accelerators",
    date: DATE,
    who: "Lenders to Oracle and the like: plant of three years, let by the hour, at rents that fall with age.",
    whose: "a landlord's plant of 2025 to 2027",
    set: SET,
    changes: &[
        Change::judged(InputId::capex_2025, 4.1e10, "judgements:oracle_2025", "Oracle's, by calendar year."),
        Change::judged(
            InputId::capex_2026,
            5.57e10,
            "judgements:oracle_2026",
            "Oracle's, of its year to May 2026.",
        ),
        Change::judged(InputId::capex_2027, 7.8e10, "judgements:oracle_2027", "Grows as the five do."),
        Change::judged(InputId::ai_2025, 100.0, ONE, "Nearly all of it is plant for AI."),
        Change::judged(InputId::ai_2026, 100.0, ONE, "Nearly all of it is plant for AI."),
        Change::judged(InputId::ai_2027, 100.0, ONE, "Nearly all of it is plant for AI."),
        Change::judged(
            InputId::perspective,
            2.0,
            "judgements:story_landlord",
            "Rent by the hour; no users of its own.",
        ),
    ],
};
