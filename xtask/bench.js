// Measures each row of the work table and the reference Monte Carlo in this browser and posts one line of JSON per row to the
// server of xtask.
import init, { names, run } from "./work.js";
import initSimd, { refdcf_sum as simd } from "./simd/refdcf.js";
import initPlain, { refdcf_sum as plain } from "./plain/refdcf.js";
import { refdcfSum as script } from "./refdcf.js";

const BATCH_MS = 25; // long beside the clock's step of 0.1 ms
const BATCHES = 40;
const WARM_MS = 2000; // the browser compiles large functions beside what runs, and takes its time
const DRAWS = 100000;
const ROUNDS = 40; // as many as natively

function milliseconds(row, times) {
  const started = performance.now();
  run(row, times);
  return performance.now() - started;
}

// The median over batches, after the browser has had time to compile the code well.
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

// The best of several rounds in which all take turns, so that what else the machine does hits them alike.
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
  // the draws first, close to those measured natively: a shared machine is faster at one minute than at another
  const draws = drawsPerSecond();
  // twice, and the better of both, as natively
  const once = () => names().map((_, row) => nanosecondsPerRun(row));
  const [first, second] = [once(), once()];
  const work = names().map((name, row) => ({ name, ns_per_iter: Math.min(first[row], second[row]) }));
  return [...work, ...draws].map((row) => JSON.stringify(row));
}

measure()
  .then((lines) => lines.join("\n"), (error) => "error: " + error)
  .then((body) => fetch("./report", { method: "POST", body }))
  // the copy of the page measures itself
  .then(() => location.assign("./page/?v=1&d=2026-11&n=1"));
