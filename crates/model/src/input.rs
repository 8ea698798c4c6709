//! The shape of one row of the input table, and the macro that turns rows into typed fields.

use super::group::Group;
use super::sources::{Grade, Source};
use super::unit::Unit;
use payenough_quantities::field::FieldUnit;
use payenough_quantities::print;

/// How prominently an input is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// One of the three deciding levers; also in the embed.
    Lever,
    /// Beside the cost of a token.
    Token,
    /// Shown when its group is opened.
    Main,
    /// Behind "more" in its group.
    Fine,
}

/// How a slider's position maps to the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Equal steps are equal differences.
    Linear,
    /// Equal steps are equal ratios.
    Log,
}

impl Scale {
    /// Stable name for machines.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Log => "log",
        }
    }
}

/// The family of an input's spread; its 10th and 90th percentiles are the row's `low` and `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Not uncertain: a choice, a definition or a plan.
    Fixed,
    /// Symmetric around the middle of low and high.
    Normal,
    /// Symmetric in ratios.
    Lognormal,
    /// Triangular with its mode at the default.
    Triangular,
    /// PERT: what is triangular, where a scenario asks for a smooth hill.
    Pert,
}

/// What a control offers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A number in the row's unit.
    Number,
    /// One of several named options; the value is the option's index.
    Choice(&'static [(&'static str, &'static str)]),
    /// Off (0) or on (1).
    Switch,
}

impl Kind {
    /// Stable name for machines.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Choice(_) => "choice",
            Self::Switch => "switch",
        }
    }
}

/// One row of the input table: everything that anybody needs to know of an input.
#[derive(Clone, Copy, Debug)]
pub struct InputSpec {
    /// Key in a link; ends in its unit (choices and switches without).
    pub key: &'static str,
    /// Keys of older releases, still read.
    pub was: &'static [&'static str],
    /// Visible name.
    pub label: &'static str,
    /// Why this value: the doc comment of the row.
    pub doc: &'static str,
    /// Part of the story.
    pub group: Group,
    /// Prominence.
    pub place: Place,
    /// Number, choice or switch.
    pub kind: Kind,
    /// Unit of the key.
    pub unit: Unit,
    /// Starting point, in the unit of the key (as all figures below).
    pub default: f64,
    /// 10th percentile or lower end of what sources say.
    pub low: f64,
    /// 90th percentile or upper end of what sources say.
    pub high: f64,
    /// Slider range.
    pub soft: (f64, f64),
    /// Valid range.
    pub hard: (f64, f64),
    /// Slider scale.
    pub scale: Scale,
    /// Significant digits kept on commit.
    pub digits: u8,
    /// Is it a whole number?
    pub whole: bool,
    /// Family of the spread.
    pub shape: Shape,
    /// Where the default comes from.
    pub source: &'static Source,
    /// How good that is.
    pub grade: Grade,
    /// The row of `data/` that holds default, low and high: `table:id`.
    pub fact: &'static str,
}

impl InputSpec {
    /// What a number row leaves out.
    pub const NUMBER: Self = Self {
        key: "",
        was: &[],
        label: "",
        doc: "",
        group: Group::Money,
        place: Place::Main,
        kind: Kind::Number,
        unit: Unit::new("", "", 1.0),
        default: 0.0,
        low: 0.0,
        high: 0.0,
        soft: (0.0, 1.0),
        hard: (0.0, 1.0),
        scale: Scale::Linear,
        digits: 6,
        whole: false,
        shape: Shape::Triangular,
        source: &Source::OURS,
        grade: Grade::Judgement,
        fact: "",
    };
    /// What a switch row leaves out.
    pub const SWITCH: Self =
        Self { kind: Kind::Switch, shape: Shape::Fixed, digits: 1, high: 1.0, ..Self::NUMBER };
    /// What a choice row leaves out.
    pub const CHOICE: Self = Self { shape: Shape::Fixed, digits: 2, ..Self::NUMBER };

    /// The engine's number for a value in the key's unit.
    #[must_use]
    pub fn to_base(&self, value: f64) -> f64 {
        value / self.unit.per_base
    }

    /// Is the value one that the engine accepts?
    #[must_use]
    pub fn allows(&self, value: f64) -> bool {
        self.hard.0 <= value
            && value <= self.hard.1
            && ((matches!(self.kind, Kind::Number) && !self.whole) || value as u32 as f64 == value)
    }

    /// A value with its unit: `$60 billion`, `9.5%`, the name of an option.
    #[must_use]
    pub fn amount(&self, value: f64) -> String {
        match self.kind {
            Kind::Number => {
                print::echo(value, &FieldUnit::new(self.unit.text)).trim_start_matches("= ").to_owned()
            }
            Kind::Choice(options) => options.get(value as usize).map_or("", |option| option.1).to_owned(),
            Kind::Switch => if value == 0.0 { "off" } else { "on" }.to_owned(),
        }
    }

    /// May the value be negative?
    #[must_use]
    pub const fn negatives(&self) -> bool {
        self.hard.0 < 0.0
    }
}

/// The table as this build carries it. A browser reads reasons, facts and sources from the page's own list, so that no
/// reader loads them twice.
pub(super) const fn carried<const N: usize>(mut rows: [InputSpec; N]) -> [InputSpec; N] {
    let mut row = 0;
    while cfg!(target_arch = "wasm32") && row < N {
        rows[row].doc = "";
        rows[row].fact = "";
        rows[row].source = &Source::OURS;
        row += 1;
    }
    rows
}

/// A choice as the engine sees it: an enum made from an option's index.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal, $label:literal;)+ })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name { #[default] $($(#[$vdoc])* $variant),+ }
        impl $name {
            /// Link value and label of each option, in order.
            pub const OPTIONS: &'static [(&'static str, &'static str)] = &[$(($key, $label)),+];
        }
        impl payenough_quantities::Quantity for $name {
            const UNIT: &'static str = "";
            fn value(self) -> f64 { f64::from(self as u8) }
            fn of(value: f64) -> Self {
                $(if value == Self::$variant.value() { return Self::$variant; })+
                Self::default()
            }
        }
        payenough_quantities::shared_by_lanes!($name);
    )*};
}

/// Rows to a typed struct, an id per row and the table of specs.
macro_rules! inputs {
    ($($(#[doc = $doc:literal])+ $field:ident: $ty:ty = $key:literal, $label:literal { $($body:tt)* })+) => {
        /// The inputs as the engine reads them: typed, in the engine's units; of one future, or a lane for each of several.
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[allow(missing_docs, reason = "each row's own doc follows")]
        pub struct Inputs<L: Lane = f64> { $($(#[doc = $doc])+ pub $field: <$ty as Column>::Of<L>),+ }

        /// The name of a row.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(non_camel_case_types, reason = "an id is spelled as its field")]
        pub enum InputId { $($(#[doc = $doc])+ $field),+ }

        impl InputId {
            /// Every input, in table order.
            pub const ALL: [Self; N_INPUTS] = [$(Self::$field),+];
        }

        /// How many inputs there are.
        pub const N_INPUTS: usize = [$($key),+].len();

        /// Key and label of every number that can vary, in table order: what a choice of an input offers.
        pub const NUMBERS: &[(&str, &str)] = &$crate::names::numbers::<{ $crate::names::count(&ROW_NAMES) }>(&ROW_NAMES);

        const ROW_NAMES: [$crate::names::Name; N_INPUTS] =
            [$($crate::names::Name { key: $key, label: $label, row: stringify!($($body)*) }),+];

        /// The table, for the compiler to audit.
        pub(super) const ROWS: [InputSpec; N_INPUTS] = [$(InputSpec {
            key: $key, label: $label, doc: concat!($($doc),+), $($body)*
        }),+];

        /// The table. In a browser it is without the texts that stand in the page itself.
        pub static SPECS: [InputSpec; N_INPUTS] = $crate::input::carried(ROWS);

        impl Inputs {
            /// The engine's inputs for values in the units of the keys.
            #[must_use]
            pub fn read(values: &Values) -> Self {
                Self::of(|id| values.get(id))
            }
        }

        impl<L: Lane> Inputs<L> {
            /// The engine's inputs for values of each future, in the units of the keys.
            #[must_use]
            pub fn of(value: impl Fn(InputId) -> L) -> Self {
                Self::of_base(&core::array::from_fn(|at| value(InputId::ALL[at]) / L::all(SPECS[at].unit.per_base)))
            }

            /// The engine's inputs for values of each future in the engine's units, in table order.
            #[must_use]
            fn of_base(values: &[L; N_INPUTS]) -> Self {
                Self { $($field: <$ty as Column>::read(values[InputId::$field as usize])),+ }
            }

            /// Puts one input's values, in the engine's units, in place of those that each of a list has.
            pub fn put(list: &mut [Self], id: InputId, values: &[L]) {
                match id {
                    $(InputId::$field => for (inputs, &value) in list.iter_mut().zip(values) {
                        inputs.$field = <$ty as Column>::read(value);
                    }),+
                }
            }

            /// The inputs of one future.
            #[must_use]
            pub fn one(&self, lane: usize) -> Inputs {
                Inputs { $($field: <$ty as Column>::one::<L>(&self.$field, lane)),+ }
            }
        }
    };
}
