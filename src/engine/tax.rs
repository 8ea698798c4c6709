//! temporary
pub enum Macrs { Three, Five, Seven, Fifteen }
pub fn macrs_rates(m: Macrs) -> &'static [f64] { match m { Macrs::Three => &[0.3333,0.4445,0.1481,0.0741], Macrs::Five => &[0.2,0.32,0.192,0.1152,0.1152,0.0576], Macrs::Seven => &[0.1429,0.2449,0.1749,0.1249,0.0893,0.0892,0.0893,0.0446], Macrs::Fifteen => &[0.05,0.095,0.0855,0.077,0.0693,0.0623,0.059,0.059,0.0591,0.059,0.0591,0.059,0.0591,0.059,0.0591,0.0295] } }
#[derive(Clone, Copy)]
pub enum Losses { CarriedForward, UsedAtOnce }
pub fn tax_by_year(income: &[f64], rate: f64, losses: Losses, out: &mut [f64]) {
    let mut carried = 0.0;
    for (o, &i) in out.iter_mut().zip(income) {
        *o = match losses {
            Losses::UsedAtOnce => i * rate,
            Losses::CarriedForward => if i < 0.0 { carried -= i; 0.0 } else { let u = f64::min(carried, 0.8 * i); carried -= u; (i - u) * rate },
        };
    }
}
