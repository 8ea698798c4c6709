//! The terms that the formula of a running cost reads: inputs, and the amounts that it is charged on, each by name.
//!
//! A formula is written once for any [`Terms`]. The books and the unit costs read the numbers. The working of a number
//! notes which terms were read, and later reads their values from its list of operands.

use payenough_model::{Compute, CostLine, InputId, Inputs, Perspective};
use payenough_quantities::lane::Lane;
use payenough_quantities::{AcceleratorHours, KilowattHours, Measure, Ratio, Tokens, Usd, UserMonths, Users};

macro_rules! amounts {
    ($($(#[doc = $doc:literal])+ $name:ident: $quantity:ident;)+) => {
        /// The amounts that running costs are charged on: in a quarter of the books, in an hour of an accelerator, or
        /// for a message. An amount that does not exist there is 0.
        #[derive(Clone, Copy, Debug, Default)]
        pub(super) struct Amounts<L = f64> { $($(#[doc = $doc])+ pub(super) $name: $quantity<L>),+ }

        impl<L: Lane> Amounts<L> {
            /// Amounts that are all 0. The two divisors are 1.
            #[must_use]
            pub(super) fn none() -> Self {
                Self { per_year: Ratio::all(1.0), per_month: Ratio::all(1.0), ..Self::default() }
            }
        }

        /// The name of an amount.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(non_camel_case_types, reason = "an amount is spelled as its field")]
        pub(super) enum Amount { $($(#[doc = $doc])+ $name),+ }

        /// Provides the numbers for a formula.
        pub(super) trait Terms<L: Lane> {
            /// An input, by its id and its field; see [`input!`].
            fn input<Q: Measure<L>>(&self, id: InputId, of: impl Fn(&Inputs<L>) -> Q) -> Q;
            /// An amount, by its name and its field.
            fn amount<Q: Measure<L>>(&self, name: Amount, of: impl Fn(&Amounts<L>) -> Q) -> Q;
            $(
                $(#[doc = $doc])+
                #[inline(always)]
                fn $name(&self) -> $quantity<L> { self.amount(Amount::$name, |it| it.$name) }
            )+
        }
    };
}

amounts! {
    /// Electricity consumed.
    energy: KilowattHours;
    /// Purchase cost of the plant in service, with power or waiting for it.
    plant: Usd;
    /// Purchase cost of the accelerators in service, with power or waiting for it.
    accelerators: Usd;
    /// Number of these spans of time in a year. Costs stated per year are divided by it.
    per_year: Ratio;
    /// Accelerator-hours contracted, as hours of new accelerators.
    hours: AcceleratorHours;
    /// Idle accelerator-hours that are used for training.
    nights: AcceleratorHours;
    /// User-months whose costs are borne.
    user_months: UserMonths;
    /// User-months with a long memory whose costs are borne, or messages that recall a memory.
    memory: UserMonths;
    /// Units of `memory` in a user-month: 1, or the messages of a month. Costs stated per user-month are divided by it.
    per_month: Ratio;
    /// New payers who are served.
    won: Users;
    /// Answer tokens whose costs are borne.
    answers: Tokens;
    /// Revenue from users, firms and advertisers.
    paid: Usd;
    /// Revenue from plans.
    subscriptions: Usd;
    /// Revenue from ads in chats.
    ads: Usd;
    /// The share of revenue that is charged for research.
    research: Ratio;
}

/// An input of [`Terms`]: `input!(of.power_price)` is the input whose id and field have that name.
macro_rules! input {
    ($of:ident.$field:ident) => {
        $of.input(payenough_model::InputId::$field, |inputs| inputs.$field)
    };
}
pub(super) use input;

/// Who bears a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bearer {
    /// Any perspective.
    Anyone,
    /// The owner of the compute. If compute is rented, that is the landlord, and the rent includes the cost.
    Owner,
    /// The tenant who rents the compute.
    Renter,
    /// The seller of the answers. A landlord leaves that to its tenants.
    Vendor,
}

impl Bearer {
    /// Whether this perspective bears the cost, with this compute.
    #[inline(always)]
    #[must_use]
    pub(super) fn bears(self, compute: Compute, perspective: Perspective) -> bool {
        match self {
            Self::Anyone => true,
            Self::Owner => compute == Compute::Owned,
            Self::Renter => compute == Compute::Rented,
            Self::Vendor => perspective != Perspective::Landlord,
        }
    }

    /// Whether the cost is part of the unit cost of serving, no matter who sells the answers.
    #[must_use]
    pub(super) fn is_in_unit(self, compute: Compute) -> bool {
        self == Self::Vendor || self.bears(compute, Perspective::Platform)
    }
}

/// Visits the running costs one by one.
pub(super) trait Bill<L: Lane> {
    /// The provider of the numbers.
    type Of: Terms<L>;
    /// Visits one cost: its line, its bearer, and its formula.
    fn line(&mut self, line: CostLine, bearer: Bearer, formula: impl Fn(&Self::Of) -> Usd<L>);
}

/// The numbers themselves, for one scenario or for many futures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers<'a, L: Lane> {
    /// The inputs.
    pub(super) inputs: &'a Inputs<L>,
    /// The amounts.
    pub(super) amounts: Amounts<L>,
}

impl<L: Lane> Terms<L> for Numbers<'_, L> {
    #[inline(always)]
    fn input<Q: Measure<L>>(&self, _: InputId, of: impl Fn(&Inputs<L>) -> Q) -> Q {
        of(self.inputs)
    }

    #[inline(always)]
    fn amount<Q: Measure<L>>(&self, _: Amount, of: impl Fn(&Amounts<L>) -> Q) -> Q {
        of(&self.amounts)
    }
}
