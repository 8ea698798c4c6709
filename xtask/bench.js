// Measures each row of the work table in this browser and posts one line of JSON per row to the server of xtask.
import init, { names, run } from "./work.js";

const BATCH_MS = 25; // long beside the clock's step of 0.1 ms
const BATCHES = 40;

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
  for (let warm = 0; warm < 10; warm += 1) {
    milliseconds(row, times);
  }
  const batches = Array.from({ length: BATCHES }, () => milliseconds(row, times));
  batches.sort((a, b) => a - b);
  return (batches[BATCHES / 2] / times) * 1e6;
}

async function measure() {
  await init();
  return names().map((name, row) => JSON.stringify({ name, ns_per_iter: nanosecondsPerRun(row) }));
}

measure()
  .then((lines) => lines.join("\n"), (error) => "error: " + error)
  .then((body) => fetch("./report", { method: "POST", body }));
