//! What the formula of a running cost reads: inputs, and the amounts that it is charged on, each by name.
//!
//! A formula is written once for any [`Terms`]. The books and the unit costs read the numbers; the working of a number notes
//! which ones were read, and later reads them again from its list of operands.

use payenough_model::{Compute, CostLine, InputId, Inputs, Perspective};
use payenough_quantities::lane::Lane;
use payenough_quantities::{AcceleratorHours, KilowattHours, Measure, Ratio, Tokens, Usd, UserMonths, Users};

macro_rules! amounts {
    ($($(#[doc = $doc:literal])+ $name:ident: $quantity:ident;)+) => {
        /// What running costs are charged on: in a quarter of the books, in an hour of an accelerator, or for a message. An amount
        /// that does not exist there is 0.
        #[derive(Clone, Copy, Debug, Default)]
        pub(super) struct Amounts<L = f64> { $($(#[doc = $doc])+ pub(super) $name: $quantity<L>),+ }

        impl<L: Lane> Amounts<L> {
            /// No amount of anything.
            #[must_use]
            pub(super) fn none() -> Self {
                Self { per_year: Ratio::all(1.0), per_month: Ratio::all(1.0), ..Self::default() }
            }
        }

        /// The name of an amount.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(non_camel_case_types, reason = "an amount is spelled as its field")]
        pub(super) enum Amount { $($(#[doc = $doc])+ $name),+ }

        /// Gives a formula its numbers.
        pub(super) trait Terms<L: Lane> {
            /// An input, by its row and its field; see [`input!`].
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
    /// Electricity drawn.
    energy: KilowattHours;
    /// What the plant in service cost.
    plant: Usd;
    /// What the accelerators in service cost.
    accelerators: Usd;
    /// How many of these spans of time make a year: costs stated per year are divided by it.
    per_year: Ratio;
    /// Accelerator-hours in service.
    hours: AcceleratorHours;
    /// Of these the idle ones that are given to training.
    nights: AcceleratorHours;
    /// User-months.
    user_months: UserMonths;
    /// User-months with a long memory, or messages that recall one.
    memory: UserMonths;
    /// How many of the latter make a user-month: costs stated per user-month are divided by it.
    per_month: Ratio;
    /// Payers won.
    won: Users;
    /// Answer tokens served.
    answers: Tokens;
    /// What users, firms and advertisers pay.
    paid: Usd;
    /// What users pay for plans.
    subscriptions: Usd;
    /// What advertisers pay for places in chats.
    ads: Usd;
    /// The share of revenue that is charged for research.
    research: Ratio;
}

/// An input of [`Terms`]: `input!(of.power_price)` is the row and the field of that name.
macro_rules! input {
    ($of:ident.$field:ident) => {
        $of.input(payenough_model::InputId::$field, |inputs| inputs.$field)
    };
}
pub(super) use input;

/// Who bears a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bearer {
    /// Whoever is looked at.
    Anyone,
    /// Who owns the compute: where it is rented, the landlord does, and the rent holds it.
    Owner,
    /// Who rents the compute.
    Renter,
    /// Who sells the answers: a landlord leaves it to its tenants.
    Vendor,
}

impl Bearer {
    /// Does this perspective with this compute bear it?
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

    /// Is it part of what a unit of serving costs, whoever sells the answers?
    #[must_use]
    pub(super) fn is_in_unit(self, compute: Compute) -> bool {
        self == Self::Vendor || self.bears(compute, Perspective::Platform)
    }
}

/// Takes up the running costs one by one.
pub(super) trait Bill<L: Lane> {
    /// What gives the formulas their numbers.
    type Of: Terms<L>;
    /// One cost: its line, who bears it, and its formula.
    fn line(&mut self, line: CostLine, bearer: Bearer, formula: impl Fn(&Self::Of) -> Usd<L>);
}

/// The numbers themselves, for one time or many futures.
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
