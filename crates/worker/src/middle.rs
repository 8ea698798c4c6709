//! What stands on the first screen and takes one evaluation, with every input at its middle.

use crate::protocol::Section;

/// The sections of the first screen for a link. There is none yet: the page draws its first screen itself.
#[must_use]
pub const fn draw(_link: &str, _width: u32) -> Vec<Section> {
    Vec::new()
}
