//! temporary
pub struct Roots(Vec<f64>);
impl Roots { pub fn unique(&self) -> Option<f64> { if self.0.len() == 1 { Some(self.0[0]) } else { None } } pub fn rates(&self) -> &[f64] { &self.0 } }
pub fn irr_roots(flows: &[f64], per_year: f64) -> Roots {
    let npv = |r: f64| { let x = libm::pow(1.0 + r, -1.0 / per_year); flows.iter().rev().fold(0.0, |a, f| a * x + f) };
    let mut out = vec![]; let mut r0 = -0.99; let mut v0 = npv(r0);
    while r0 < 20.0 { let r1 = r0 + 0.01; let v1 = npv(r1); if v0 * v1 <= 0.0 && v0 != v1 { let (mut a, mut b) = (r0, r1); for _ in 0..80 { let m = 0.5 * (a + b); if npv(a) * npv(m) <= 0.0 { b = m } else { a = m } } out.push(0.5 * (a + b)); } r0 = r1; v0 = v1; }
    Roots(out)
}
