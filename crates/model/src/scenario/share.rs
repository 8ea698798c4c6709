//! The link of a scenario. It is written in one way only, and read in every form that people, chat programs and time
//! turn it into.

use super::Scenario;
use super::migrate::{VERSION, migrate};
use super::notice::Notice;
use super::preset::Preset;
use super::query::{Pair, QueryProblem, cut, split_query, split_settings};
use super::sorted::{Given, Sorted};
use super::value::{self, Refusal};
use super::vintage::Vintage;
use crate::{InputId, InputSpec, Kind, Misfit};

/// Options that a notice names; of more it says how many.
const MOST_NAMES: usize = 10;

/// The canonical query: version, default set, preset, number of changes, then the settings that differ from the base.
pub(super) fn write(scenario: &Scenario) -> String {
    let mut text = format!("v={VERSION}&d={}", scenario.vintage().id);
    if let Some(preset) = scenario.preset {
        text += "&p=";
        text += preset.id;
    }
    let changed = scenario.changed();
    if !changed.is_empty() {
        text += &format!("&n={}", changed.len());
    }
    for id in changed {
        let spec = id.spec();
        text += &format!("&{}={}", spec.key, value::write_setting(spec, scenario.setting(id)));
    }
    text
}

/// Reads a full address, a `?query`, a bare query or nothing. Whatever cannot be read keeps its base value and gives a
/// notice.
#[must_use]
pub fn read_link(text: &str) -> (Scenario, Vec<Notice>) {
    read(split_query(text))
}

/// Reads what [`Scenario::query`] writes or [`saved`] keeps, of any length: a scenario may have more settings than fit into
/// a link.
#[must_use]
pub fn read_settings(text: &str) -> (Scenario, Vec<Notice>) {
    let query: String = text.trim().chars().map(|c| if c.is_control() { '&' } else { c }).collect();
    read(split_settings(&query))
}

/// A scenario as a file to keep: its settings, one a line. [`read_settings`] reads it.
#[must_use]
pub fn saved(scenario: &Scenario) -> String {
    format!("{}\n", write(scenario).replace('&', "\n"))
}

fn read((pairs, problems): (Vec<Pair>, Vec<QueryProblem>)) -> (Scenario, Vec<Notice>) {
    let mut reader = Reader { notices: Notice::of_problems(&problems) };
    let version = pairs.iter().find(|pair| pair.key == "v");
    let version = version.and_then(|pair| pair.value.parse().ok()).unwrap_or(1).clamp(1, VERSION);
    let scenario = reader.scenario(&Sorted::of(migrate(version, pairs)));
    (scenario, reader.notices)
}

/// Reads the sorted pairs, and keeps a notice of what it cannot read.
struct Reader {
    notices: Vec<Notice>,
}

impl Reader {
    fn scenario(&mut self, sorted: &Sorted) -> Scenario {
        let named = sorted.preset.as_ref().and_then(|given| given.readings().find_map(Preset::find));
        let otherwise = named.map_or_else(Vintage::latest, Preset::vintage);
        let is_newer = self.is_newer(sorted, otherwise);
        let vintage = self.vintage(sorted, otherwise);
        self.provisional(vintage);
        let preset = sorted.preset.as_ref().and_then(|given| self.preset(given));
        let arrived = sorted.inputs.len() + if is_newer { sorted.unknown.len() } else { 0 };
        self.count(sorted.count.as_ref(), arrived);
        let base = Scenario::of(vintage, preset);
        let scenario =
            sorted.inputs.iter().fold(base, |scenario, (id, given)| self.input(scenario, *id, given));
        self.leftovers(sorted);
        scenario
    }

    fn note(&mut self, given: &Given, message: String) {
        self.notices.push(Notice::new(&given.key, &given.value, message));
    }

    /// Whether the link is newer than this release.
    fn is_newer(&mut self, sorted: &Sorted, otherwise: &Vintage) -> bool {
        let Some(given) = &sorted.version else {
            if sorted.is_about_a_scenario() {
                let message = match sorted.vintage {
                    Some(_) => "This link does not say its version; it is read as version 1.".to_owned(),
                    None => format!(
                        "This link does not say its version or the date of its figures; it is read as version 1 \
                         with the figures of {}.",
                        otherwise.label
                    ),
                };
                self.notices.push(Notice::new("v", "", message));
            }
            return false;
        };
        match given.count() {
            Some(version) if (1..=VERSION).contains(&version) => false,
            Some(version) if version > VERSION => {
                let message = format!(
                    "This link was made by a newer version of this page ({version}; this one reads {VERSION}). \
                     What is understood is used. Reload the page to get the newest version."
                );
                self.note(given, message);
                true
            }
            _ => {
                let message =
                    format!("“{}” is not a version of a link; it is read as version 1.", cut(&given.value));
                self.note(given, message);
                false
            }
        }
    }

    /// The dated set that the link names, or else the one that stands in for it.
    fn vintage(&mut self, sorted: &Sorted, otherwise: &'static Vintage) -> &'static Vintage {
        let Some(given) = &sorted.vintage else {
            if sorted.version.is_some() {
                let message =
                    format!("This link does not date its figures; those of {} are used.", otherwise.label);
                self.notices.push(Notice::new("d", "", message));
            }
            return otherwise;
        };
        given.readings().find_map(Vintage::find).unwrap_or_else(|| {
            let known: Vec<&str> = Vintage::released().map(|vintage| vintage.id).collect();
            let message = format!(
                "There are no figures dated “{}” (only {}); those of {} are used.",
                cut(&given.value),
                known.join(", "),
                otherwise.label
            );
            self.note(given, message);
            otherwise
        })
    }

    /// Says of figures that may still change that they may.
    fn provisional(&mut self, vintage: &Vintage) {
        if vintage.is_provisional {
            let message = format!(
                "Provisional: the figures of this set ({}) are still being checked and may change, and with them what this link \
                 gives.",
                vintage.id
            );
            self.notices.push(Notice::new("d", vintage.id, message));
        }
    }

    fn preset(&mut self, given: &Given) -> Option<&'static Preset> {
        let found = given.readings().find_map(Preset::find);
        if found.is_none() {
            let message = format!("There is no preset “{}”; the starting point is used.", cut(&given.value));
            self.note(given, message);
        }
        found
    }

    fn count(&mut self, given: Option<&Given>, arrived: usize) {
        let Some(given) = given else { return };
        match given.count() {
            Some(promised) if promised > arrived => {
                let message = format!("This link looks cut off: {arrived} of {promised} changes arrived.");
                self.note(given, message);
            }
            Some(_) => {}
            None => {
                let message = format!("“{}” is not a count of changes; it is ignored.", cut(&given.value));
                self.note(given, message);
            }
        }
    }

    fn input(&mut self, scenario: Scenario, id: InputId, given: &Given) -> Scenario {
        let spec = id.spec();
        let mut refusal = None;
        for text in given.readings() {
            match value::read(spec, text) {
                Ok(setting) => return scenario.with_setting(id, setting),
                Err(why) => refusal = refusal.or(Some(why)),
            }
        }
        let Some(refusal) = refusal else { return scenario };
        let base = if scenario.preset.is_some() { "the preset's value" } else { "the starting point" };
        let message = format!(
            "{}: {}; {base}, {}, is used.",
            spec.label,
            reason(spec, refusal, &cut(&given.value)),
            value::amount(spec, scenario.get(id))
        );
        self.note(given, message);
        scenario
    }

    fn leftovers(&mut self, sorted: &Sorted) {
        for given in &sorted.twice {
            let message = format!("“{}” is given more than once; the first is used.", cut(&given.key));
            self.note(given, message);
        }
        if let Some(given) = &sorted.compared {
            let message =
                "This link compares two scenarios; this version shows the first one only.".to_owned();
            self.note(given, message);
        }
        if let [given] = &sorted.unknown[..] {
            self.note(given, "1 setting not recognised; it is ignored.".to_owned());
        } else if let Some(first) = sorted.unknown.first() {
            let message = format!("{} settings not recognised; they are ignored.", sorted.unknown.len());
            self.note(first, message);
        }
    }
}

/// Explains to the reader why a value is not used.
fn reason(spec: &InputSpec, refusal: Refusal, given: &str) -> String {
    match refusal {
        Refusal::Empty => "no value is given".to_owned(),
        Refusal::NotANumber => format!("“{given}” is not a number as links write them"),
        Refusal::Misfit(Misfit::Outside) => {
            let verb = if given.contains("..") { "leaves" } else { "is outside" };
            format!("{given} {verb} {}", spec.span(spec.hard.0, spec.hard.1))
        }
        Refusal::Misfit(Misfit::Reversed) => {
            format!("the numbers of a range must rise, and those of {given} do not")
        }
        Refusal::Misfit(Misfit::OneOnly) => format!("{given} is a range, and this is a single number"),
        Refusal::NotASwitch => format!("“{given}” is neither 0 nor 1"),
        Refusal::NoOption => match spec.kind {
            Kind::NumberKey => format!("“{given}” is not the key of a number that can vary"),
            Kind::Choice(options) => {
                let names: Vec<&str> = options.iter().take(MOST_NAMES).map(|&(name, _)| name).collect();
                let others = match options.len().saturating_sub(MOST_NAMES) {
                    0 => String::new(),
                    n_others => format!(", and {n_others} others"),
                };
                format!("“{given}” is none of {}{others}", names.join(", "))
            }
            Kind::Number | Kind::Switch => format!("“{given}” is no option"),
        },
    }
}
