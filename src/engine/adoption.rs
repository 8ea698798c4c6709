//! temporary
use super::paths::{ByQuarter, MAX_QUARTERS, Moment};
use crate::units::{PerYear, Users};
#[derive(Clone, Copy, Debug)]
pub struct Adoption { p: f64, q: f64, start: Users, ceiling: Users }
impl Adoption {
    pub fn new(p: PerYear, q: PerYear, start: Users, ceiling: Users) -> Self { Self { p: p.value(), q: q.value(), start, ceiling } }
    pub fn by_quarter(&self, quarters: usize) -> ByQuarter<Users> {
        let mut users = [self.ceiling; MAX_QUARTERS];
        if self.start >= self.ceiling { return users; }
        let f0 = self.start.value() / self.ceiling.value();
        let ratio = self.q / self.p;
        let rate = self.p + self.q;
        // e^{-(p+q) s0}
        let mut left = (1.0 - f0) / (1.0 + ratio * f0) * libm::exp(-rate * Moment::Middle.years(0));
        let step = libm::exp(-rate * 0.25);
        for user in users.iter_mut().take(quarters) {
            *user = self.ceiling * ((1.0 - left) / (1.0 + ratio * left));
            left *= step;
        }
        users
    }
}
