//! The shape of one row of the input table, and the macro that turns rows into typed fields.

use super::figures::Whose;
use super::group::Group;
use super::kind::{Kind, Place, Scale, Shape};
use super::sources::{Grade, Source};
use super::unit::Unit;
use payenough_quantities::field::FieldUnit;
use payenough_quantities::print;

/// One row of the input table, with everything that is known about an input.
#[derive(Clone, Copy, Debug)]
pub struct InputSpec {
    /// Key in a link. A number's key ends in its unit.
    pub key: &'static str,
    /// Keys of earlier releases, which are still read.
    pub was: &'static [&'static str],
    /// Name shown to people.
    pub label: &'static str,
    /// Why the default has this value: the doc comment of the row.
    pub doc: &'static str,
    /// The group that the input belongs to.
    pub group: Group,
    /// Where the page shows it.
    pub place: Place,
    /// Whether it is a number, a choice or a switch.
    pub kind: Kind,
    /// Unit of the value that the key holds.
    pub unit: Unit,
    /// Value at the starting point. This and all figures below are in the unit of the key.
    pub default: f64,
    /// 10th percentile.
    pub low: f64,
    /// 90th percentile.
    pub high: f64,
    /// Range of the slider.
    pub soft: (f64, f64),
    /// Range of valid values.
    pub hard: (f64, f64),
    /// Scale of the slider.
    pub scale: Scale,
    /// Number of significant digits that are kept.
    pub digits: u8,
    /// Whether the value is a whole number.
    pub whole: bool,
    /// Family of the distribution.
    pub shape: Shape,
    /// Who gives low and high.
    pub whose: Whose,
    /// Where the default comes from.
    pub source: &'static Source,
    /// Grade of the source.
    pub grade: Grade,
    /// The row of `data/` that holds default, low and high, as `table:id`.
    pub fact: &'static str,
}

impl InputSpec {
    /// The default fields of a number row.
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
        whose: Whose::Ours,
        source: &Source::OURS,
        grade: Grade::Judgement,
        fact: "",
    };
    /// The default fields of a switch row.
    pub const SWITCH: Self =
        Self { kind: Kind::Switch, shape: Shape::Fixed, digits: 1, high: 1.0, ..Self::NUMBER };
    /// The default fields of a choice row.
    pub const CHOICE: Self = Self { shape: Shape::Fixed, digits: 2, ..Self::NUMBER };

    /// Converts a value from the unit of the key to the engine's unit.
    #[must_use]
    pub fn to_base(&self, value: f64) -> f64 {
        value / self.unit.per_base
    }

    /// Whether the value is valid.
    #[must_use]
    pub fn allows(&self, value: f64) -> bool {
        self.hard.0 <= value
            && value <= self.hard.1
            && ((matches!(self.kind, Kind::Number) && !self.whole) || value as u32 as f64 == value)
    }

    /// A value with its unit, as text: `$60 billion`, `9.5%`, or the name of an option.
    #[must_use]
    pub fn amount(&self, value: f64) -> String {
        match self.kind {
            Kind::Number => {
                print::echo(value, &FieldUnit::new(self.unit.text)).trim_start_matches("= ").to_owned()
            }
            Kind::Choice(_) | Kind::NumberKey => {
                let options = self.kind.options().unwrap_or_default();
                options.get(value as usize).map_or("", |option| option.1).to_owned()
            }
            Kind::Switch => if value == 0.0 { "off" } else { "on" }.to_owned(),
        }
    }

    /// Whether the value may be negative.
    #[must_use]
    pub const fn negatives(&self) -> bool {
        self.hard.0 < 0.0
    }
}

/// The table as this build carries it. In a browser, the reasons, facts and sources are left out of the wasm program
/// and read from the page, so that no reader downloads them twice.
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

/// Defines a choice as the engine sees it: an enum that is made from an option's index.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal, $label:literal;)+ })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name { #[default] $($(#[$vdoc])* $variant),+ }
        impl $name {
            /// Name in links and label of each option, in order.
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

/// Turns the rows into a struct with typed fields, an id per row and the table of specs.
macro_rules! inputs {
    ($($(#[doc = $doc:literal])+ $field:ident: $ty:ty = $key:literal, $label:literal { $($body:tt)* })+) => {
        /// The typed inputs in the engine's units, of one future or with a lane for each of several futures.
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[allow(missing_docs, reason = "each row's own doc follows")]
        pub struct Inputs<L: Lane = f64> { $($(#[doc = $doc])+ pub $field: <$ty as Column>::Of<L>),+ }

        /// The id of an input, spelled like its field.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(non_camel_case_types, reason = "an id is spelled as its field")]
        pub enum InputId { $($(#[doc = $doc])+ $field),+ }

        impl InputId {
            /// Every input, in table order.
            pub const ALL: [Self; N_INPUTS] = [$(Self::$field),+];
        }

        /// The number of inputs.
        pub const N_INPUTS: usize = [$($key),+].len();

        /// Key and label of every number that can vary, in table order: the options of a choice between inputs.
        pub const NUMBERS: &[(&str, &str)] = &$crate::names::numbers::<{ $crate::names::count(&ROW_NAMES) }>(&ROW_NAMES);

        const ROW_NAMES: [$crate::names::Name; N_INPUTS] =
            [$($crate::names::Name { key: $key, label: $label, row: stringify!($($body)*) }),+];

        /// The table in full, for the compile-time audit.
        pub(super) const ROWS: [InputSpec; N_INPUTS] = [$(InputSpec {
            key: $key, label: $label, doc: concat!($($doc),+), $($body)*
        }),+];

        /// The table. In a browser it lacks the texts that the page itself contains.
        pub static SPECS: [InputSpec; N_INPUTS] = $crate::input::carried(ROWS);

        impl Inputs {
            /// The inputs for values in the units of the keys.
            #[must_use]
            pub fn read(values: &Values) -> Self {
                Self::of(|id| values.get(id))
            }
        }

        impl<L: Lane> Inputs<L> {
            /// The inputs for the values of each future, in the units of the keys.
            #[must_use]
            pub fn of(value: impl Fn(InputId) -> L) -> Self {
                Self::of_base(&core::array::from_fn(|at| value(InputId::ALL[at]) / L::all(SPECS[at].unit.per_base)))
            }

            /// The inputs for the values of each future, in the engine's units and in table order.
            #[must_use]
            fn of_base(values: &[L; N_INPUTS]) -> Self {
                Self { $($field: <$ty as Column>::read(values[InputId::$field as usize])),+ }
            }

            /// Replaces one input in each element of a list; `values` are in the engine's units.
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
