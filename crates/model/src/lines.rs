//! The names of the lines of money: who pays, and where the money goes. Tables, charts and exports loop over these.

macro_rules! lines {
    ($($(#[$doc:meta])* $name:ident { $($(#[doc = $vdoc:literal])+ $variant:ident = $key:literal, $label:literal;)+ })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $vdoc])+ $variant),+ }
        impl $name {
            /// The number of lines.
            pub const COUNT: usize = [$($key),+].len();
            /// All lines, in the order in which they are shown.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$variant),+];
            /// Stable name for machines.
            #[must_use]
            pub const fn key(self) -> &'static str { match self { $(Self::$variant => $key),+ } }
            /// Name shown to people.
            #[must_use]
            pub const fn label(self) -> &'static str { match self { $(Self::$variant => $label),+ } }
        }
    )*};
}

lines! {
    /// A stream of money in.
    Stream {
        /// What consumers pay for plans, before store fees.
        Subscriptions = "subscriptions", "Subscriptions";
        /// What firms pay for seats.
        Seats = "seats", "Business seats";
        /// What developers and firms pay by the token.
        Api = "api", "API and agents";
        /// What advertisers pay for places in free chats.
        Ads = "ads", "Ads in chats";
        /// Contribution from an existing ad business that the build-out improves; not revenue.
        AdUplift = "ad_uplift", "Uplift of existing ads";
        /// Commission on what free users buy in chats.
        Commerce = "commerce", "Purchases in chats";
        /// Accelerator-hours that a cloud rents out.
        Rent = "rent_in", "Rent received";
        /// Worth above price that users keep, where all value created counts.
        Kept = "kept", "Value that users keep";
        /// Profit that the build-out protects, where it counts.
        Protected = "protected", "Profit protected";
    }
    /// A line of money out.
    CostLine {
        /// Accelerators with their share of the server.
        Accelerators = "accelerators", "Accelerators and servers";
        /// Network inside and between racks.
        Network = "network", "Network";
        /// Shell, power and cooling.
        Facility = "facility", "Buildings, power, cooling";
        /// Electricity.
        Energy = "energy", "Electricity";
        /// Other cost of running the sites.
        Site = "site", "Running the sites";
        /// Replacing failed accelerators.
        Replacement = "replacement", "Failed parts";
        /// Accelerator-hours rented.
        Rent = "rent", "Rented compute";
        /// Staff.
        Staff = "staff", "Staff";
        /// Making the next models.
        Research = "research", "Model R&D";
        /// Payment and app-store fees on plans.
        Fees = "fees", "Payment and store fees";
        /// Support and moderation.
        Support = "support", "Support and moderation";
        /// Winning new payers.
        Acquisition = "acquisition", "Winning payers";
        /// Moving answers to the reader.
        Egress = "egress", "Network traffic";
        /// Keeping users' long memories.
        Storage = "storage", "Storage of memory";
        /// Idle night hours used for training, credited: a negative cost.
        NightCredit = "night_credit", "Idle nights used for training";
        /// Usage lost to ads, and own ads displaced.
        AdLosses = "ad_losses", "Lost to ads";
        /// Corporate tax.
        Tax = "tax", "Tax";
        /// What is left of the plant, credited: a negative cost.
        Residual = "residual", "Value left over";
    }
    /// A margin, by what it is after; each takes off more than the one before.
    MarginName {
        /// Running the plant: energy, sites, failures, traffic, storage, rent; plant itself is not in it.
        Inference = "inference", "After running the plant (inference alone)";
        /// And staff, support and winning payers.
        Staff = "staff", "and staff, support, winning payers";
        /// And store fees and losses to ads.
        Shares = "shares", "and fees and losses to ads";
        /// And making the next models.
        Research = "research", "and model R&D (operating margin before depreciation)";
    }
    /// What a unit of serving costs is made of.
    Part {
        /// Accelerators and their servers, less what they fetch second hand.
        Silicon = "silicon", "Accelerators and servers";
        /// The network between them.
        Network = "network", "Network";
        /// Shell, power and cooling.
        Facility = "facility", "Buildings, power, cooling";
        /// Electricity.
        Energy = "energy", "Electricity";
        /// Site upkeep, replacement of failed parts, traffic, storage; less idle hours given to training.
        Other = "other", "Upkeep, failures, traffic";
        /// Rent, where compute is rented: it holds all of the above.
        Rent = "rent", "Rent";
    }
    /// What every message does.
    MessageKind {
        /// A plain answer.
        Chat = "chat", "Plain chat";
        /// A long answer.
        Reasoning = "reasoning", "Reasoning";
        /// Video as input.
        Video = "video", "Video watched";
        /// A long memory as input.
        Memory = "memory", "Long memory";
        /// A task of many model calls.
        Agents = "agents", "An agent's task";
        /// Video, reasoning and memory at once.
        Together = "together", "Video, reasoning and memory";
        /// Video as output.
        Making = "making", "Video made";
        /// The scenario's mix at the start.
        Start = "start", "This scenario's mix, at the start";
        /// The scenario's mix after the ramp.
        Later = "later", "This scenario's mix, later";
    }
}

impl Stream {
    /// Whether the stream is cash that reaches the builder, and so can be scaled, taxed and shared. Other streams are
    /// counted as they are.
    #[must_use]
    pub const fn is_cash(self) -> bool {
        !matches!(self, Self::Kept | Self::Protected)
    }

    /// Whether users, firms and advertisers pay the stream, so that staff and research are a share of it. The uplift of an
    /// existing ad business is a contribution already.
    #[must_use]
    pub const fn is_paid(self) -> bool {
        self.is_cash() && !matches!(self, Self::AdUplift)
    }
}

impl CostLine {
    /// Whether the cost is a share of revenue and scales with it.
    #[must_use]
    pub const fn follows_revenue(self) -> bool {
        matches!(self, Self::Staff | Self::Research | Self::Fees | Self::AdLosses)
    }

    /// Whether the cost is a running cost that stays the same when revenue is scaled.
    #[must_use]
    pub const fn is_held(self) -> bool {
        self.is_running() && !self.follows_revenue()
    }

    /// Whether the cost is a running cost: neither plant, nor tax, nor what is left of the plant.
    #[must_use]
    pub const fn is_running(self) -> bool {
        !self.is_plant() && !matches!(self, Self::Tax | Self::Residual)
    }

    /// Whether the cost is one of running compute, so that a provider of compute alone bears it.
    #[must_use]
    pub const fn is_of_compute(self) -> bool {
        matches!(self, Self::Energy | Self::Site | Self::Replacement | Self::Rent | Self::NightCredit)
    }

    /// Whether the cost is the price of plant.
    #[must_use]
    pub const fn is_plant(self) -> bool {
        matches!(self, Self::Accelerators | Self::Network | Self::Facility)
    }
}

impl MarginName {
    /// Whether this margin subtracts the line and the margins before it do not.
    #[must_use]
    pub const fn takes(self, line: CostLine) -> bool {
        match line {
            CostLine::Energy | CostLine::Site | CostLine::Replacement | CostLine::Rent => {
                matches!(self, Self::Inference)
            }
            CostLine::Egress | CostLine::Storage | CostLine::NightCredit => matches!(self, Self::Inference),
            CostLine::Staff | CostLine::Support | CostLine::Acquisition => matches!(self, Self::Staff),
            CostLine::Fees | CostLine::AdLosses => matches!(self, Self::Shares),
            CostLine::Research => matches!(self, Self::Research),
            CostLine::Accelerators
            | CostLine::Network
            | CostLine::Facility
            | CostLine::Tax
            | CostLine::Residual => false,
        }
    }
}
