// Measures each row of the work table and the reference Monte Carlo simulation in this browser, and posts one line of
// JSON per row to the server of xtask.
import init, { names, run } from "./work.js";
import initSimd, { refdcf_sum as simd } from "./simd/refdcf.js";
import initPlain, { refdcf_sum as plain } from "./plain/refdcf.js";
import { refdcfSum as script } from "./refdcf.js";

const BATCH_MS = 25; // long compared with the 0.1 ms resolution of the clock
const BATCHES = 40;
const WARM_MS = 2000; // the browser optimises large functions in the background, which takes a while
const DRAWS = 100000;
const ROUNDS = 40; // as many as in native code

function milliseconds(row, times) {
  const started = performance.now();
  run(row, times);
  return performance.now() - started;
}

// Returns the median over batches, after the browser has had time to optimise the code.
function nanosecondsPerRun(row) {
  let times = 1;
  while (milliseconds(row, times) < BATCH_MS) {
    times *= 2;
  }
  for (const end = performance.now() + WARM_MS; performance.now() < end;) {
    milliseconds(row, times);
  }
  const batches = Array.from({ length: BATCHES }, () => milliseconds(row, times));
  batches.sort((a, b) => a - b);
  return (batches[BATCHES / 2] / times) * 1e6;
}

// Returns the best of several rounds. All variants run in each round, so that other load on the machine affects them
// equally.
function drawsPerSecond() {
  const variants = [["refdcf-wasm-simd", simd], ["refdcf-wasm", plain], ["refdcf-js", script]];
  const best = variants.map(() => Infinity);
  const sums = variants.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    variants.forEach(([, sum], at) => {
      const started = performance.now();
      sums[at] = sum(1, DRAWS);
      best[at] = Math.min(best[at], performance.now() - started);
    });
  }
  if (sums.some((sum) => !(Math.abs(sum / sums[0] - 1) < 1e-9))) {
    throw new Error("the variants do not agree: " + sums);
  }
  return variants.map(([name], at) => ({ name, draws_per_s: (DRAWS / best[at]) * 1e3 }));
}

async function measure() {
  await Promise.all([init(), initSimd(), initPlain()]);
  // The draws come first, soon after the native measurement, because the speed of a shared machine varies over time.
  const draws = drawsPerSecond();
  // Measured twice, of which the better one counts, as in native code.
  const once = () => names().map((_, row) => nanosecondsPerRun(row));
  const [first, second] = [once(), once()];
  const work = names().map((name, row) => ({ name, ns_per_iter: Math.min(first[row], second[row]) }));
  return [...work, ...draws].map((row) => JSON.stringify(row));
}

measure()
  .then((lines) => lines.join("\n"), (error) => "error: " + error)
  .then((body) => fetch("./report", { method: "POST", body }))
  // The copy of the page contains a script that measures.
  .then(() => location.assign("./page/?v=1&d=2026-11&n=1"));
