//! Whose money is counted, in words: the lines that are included and those that are left out.

use super::working::linked;
use payenough_model::{InputId, Inputs, Perspective, Switch};
use payenough_quantities::print::percent;

/// What the chosen perspective includes and leaves out, and what it counts besides cash.
#[must_use]
pub fn perspective(inputs: &Inputs) -> String {
    let counted = match inputs.perspective {
        Perspective::Platform => {
            "Counted is the cash of one firm that builds, serves and sells: all it is paid, all it pays.".to_owned()
        }
        Perspective::Lab => "Counted is the cash of a model lab: what users, firms and advertisers pay it; rent of \
                             compute takes the place of plant, energy and sites. It buys nothing, so it has no rate of \
                             return and no payback; the net present value decides."
            .to_owned(),
        Perspective::Landlord => "Counted is the cash of a cloud: rent by the accelerator-hour for the whole fleet in \
                                  service, let or not asked; plant, energy, sites and staff. Users, their money and models \
                                  are its tenants' business. Dollars are per user behind the fleet."
            .to_owned(),
        Perspective::Industry => format!(
            "Counted is what end users and advertisers pay to all firms together. Rent, cloud credits and investment between \
             them net to nothing; {} of API revenue is left out as paid with such money. Chip makers stay outside: what they \
             earn is a cost.",
            linked(InputId::circular, &percent(inputs.circular.value()))
        ),
    };
    let kept = match inputs.count_value {
        Switch::On => {
            " Value that users keep counts too: untaxed, and not scaled in the search for break-even."
        }
        Switch::Off => "",
    };
    let protected = match inputs.protect_on {
        Switch::On => " So does profit that the build-out protects, on its own line.",
        Switch::Off => "",
    };
    counted + kept + protected
}
