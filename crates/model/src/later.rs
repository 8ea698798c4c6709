//! Keys of links that came after the first frozen lists.

/// Every key that was added later, in the order in which it came. A new input is appended; nothing is moved or removed: links
/// name a key for ever, and its place here is the place of its draws.
pub const LATER_KEYS: &[&str] = &[];
