// The reference Monte Carlo in plain JavaScript, draw by draw: what inquiry/futures/refdcf.rs is compared with.
// The same uniforms, the same quantiles (Wichura's AS241, evaluating only the region that is needed), the same cash flows.

const INPUTS = 12;
const QUARTERS = 40;
const LIFE = 20;
const STEP = 1 / 4294967296;

// C. Wellons' triple32.
function hashed(x) {
  x ^= x >>> 17;
  x = Math.imul(x, 0xed5ad4bb);
  x ^= x >>> 11;
  x = Math.imul(x, 0xac4c1b51);
  x ^= x >>> 15;
  x = Math.imul(x, 0x31848bab);
  return x ^ (x >>> 14);
}

function streamsOf(seed) {
  const streams = new Int32Array(INPUTS);
  for (let input = 0; input < INPUTS; input += 1) {
    streams[input] = hashed((seed + Math.imul(input, 0x9e3779b9)) ^ 0x5bd1e995);
  }
  return streams;
}

function uniform(stream, index) {
  return ((hashed(index ^ stream) >>> 0) + 0.5) * STEP;
}

function normal(p) {
  const q = p - 0.5;
  if (q <= 0.425 && q >= -0.425) {
    const r = 0.180625 - q * q;
    const top = ((((((2.5090809287301226727e+3 * r + 3.3430575583588128105e+4) * r + 6.7265770927008700853e+4) * r
      + 4.5921953931549871457e+4) * r + 1.3731693765509461125e+4) * r + 1.9715909503065514427e+3) * r
      + 1.3314166789178437745e+2) * r + 3.3871328727963666080e+0;
    const bottom = ((((((5.2264952788528545610e+3 * r + 2.8729085735721942674e+4) * r + 3.9307895800092710610e+4) * r
      + 2.1213794301586595867e+4) * r + 5.3941960214247511077e+3) * r + 6.8718700749205790830e+2) * r
      + 4.2313330701600911252e+1) * r + 1;
    return (q * top) / bottom;
  }
  let r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  let z;
  if (r <= 5) {
    r -= 1.6;
    const top = ((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r + 2.41780725177450611770e-1) * r
      + 1.27045825245236838258e+0) * r + 3.64784832476320460504e+0) * r + 5.76949722146069140550e+0) * r
      + 4.63033784615654529590e+0) * r + 1.42343711074968357734e+0;
    const bottom = ((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r + 1.51986665636164571966e-2) * r
      + 1.48103976427480074590e-1) * r + 6.89767334985100004550e-1) * r + 1.67638483018380384940e+0) * r
      + 2.05319162663775882187e+0) * r + 1;
    z = top / bottom;
  } else {
    r -= 5;
    const top = ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 1.24266094738807843860e-3) * r
      + 2.65321895265761230930e-2) * r + 2.96560571828504891230e-1) * r + 1.78482653991729133580e+0) * r
      + 5.46378491116411436990e+0) * r + 6.65790464350110377720e+0;
    const bottom = ((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r + 1.84631831751005468180e-5) * r
      + 7.86869131145613259100e-4) * r + 1.48753612908506148525e-2) * r + 1.36929880922735805310e-1) * r
      + 5.99832206555887937690e-1) * r + 1;
    z = top / bottom;
  }
  return q < 0 ? -z : z;
}

function lognormal(u, median, sigma) {
  return median * Math.exp(sigma * normal(u));
}

function triangular(u, low, peak, high) {
  const width = high - low;
  return u * width <= peak - low
    ? low + Math.sqrt(u * width * (peak - low))
    : high - Math.sqrt((1 - u) * width * (high - peak));
}

const bought = new Float64Array(QUARTERS);

function netPresentValue(streams, index) {
  let users = lognormal(uniform(streams[0], index), 50e6, 0.4);
  let growth = 0.12 + 0.03 * normal(uniform(streams[1], index));
  const kept = 1 - (0.03 + 0.07 * uniform(streams[2], index));
  const tokens = lognormal(uniform(streams[3], index), 400e3, 0.6);
  const rate = triangular(uniform(streams[4], index), 0.08, 0.1, 0.14);
  const throughput = triangular(uniform(streams[5], index), 800, 1500, 3000);
  const faster = 1 / (1 + 0.08 * uniform(streams[6], index));
  const capex = lognormal(uniform(streams[7], index), 45e3, 0.2);
  const opex = triangular(uniform(streams[8], index), 1200, 1800, 3200);
  const paying = triangular(uniform(streams[9], index), 0.02, 0.05, 0.12);
  const price = 54 + 8 * normal(uniform(streams[10], index));
  const ads = 4 * uniform(streams[11], index);
  let perUser = tokens / ((throughput * 7884000 * 0.6) / 1.3);
  const margin = 0.85 * (paying * price + (1 - paying) * ads);
  const later = 1 / Math.sqrt(Math.sqrt(1 + rate));
  const yearly = capex / LIFE;
  let discount = 1;
  let fleet = 0;
  let depreciation = 0;
  let npv = 0;
  for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
    const short = users * perUser - fleet;
    const more = short > 0 ? short : 0;
    fleet += more;
    bought[quarter] = more;
    depreciation += more * yearly;
    if (quarter >= LIFE) {
      depreciation -= bought[quarter - LIFE] * yearly;
    }
    const ebitda = users * margin - fleet * opex;
    const taxed = ebitda - depreciation;
    const tax = taxed > 0 ? 0.21 * taxed : 0;
    npv += (ebitda - tax - more * capex) * discount;
    discount *= later;
    users *= 1 + growth;
    growth *= kept;
    perUser *= faster;
  }
  return npv;
}

/** Draws `n` futures of a seed into an array; gives the sum of their net present values. */
export function refdcfSum(seed, n) {
  const streams = streamsOf(seed);
  const values = new Float64Array(n);
  for (let index = 0; index < n; index += 1) {
    values[index] = netPresentValue(streams, index);
  }
  let sum = 0;
  for (let index = 0; index < n; index += 1) {
    sum += values[index];
  }
  return sum;
}
