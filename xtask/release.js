// A script in the copy of the page that `cargo xtask bench` opens. It repeatedly releases a slider, while it moves and
// after a rest, and posts the times until the answer of the first futures is in the page and until the browser has
// drawn it.
const KEY = "api_usd_per_mtok";
const ROUNDS = 24;
const MOVES = 20; // moves before each release
const MOVE_MS = 12; // time between two moves
const REST_MS = 60; // shortest rest before a person releases a slider
const CALM_MS = 1_200; // time between two rounds, in which workers draw the sections
const PATIENCE_MS = 60_000;

const pause = (ms) => new Promise((then) => setTimeout(then, ms));
const shown = () => document.querySelector("#app .verdict [data-for]")?.dataset.for;
let wanted; // the link of the last request for futures

addEventListener("payenough-request", ({ detail }) => {
  const [lane, , , link] = detail.split("\n");
  if (lane === "futures") {
    wanted = link;
  }
});

async function until(is) {
  for (const end = performance.now() + PATIENCE_MS; !is(); await pause(20)) {
    if (performance.now() > end) {
      throw new Error("the page did not come to rest");
    }
  }
}

// Resolves after the frame that shows the present content of the page.
function drawn() {
  return new Promise((then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(0);
  }));
}

// Releases the slider once, and returns the times at which the answer was in the page and at which it was drawn.
function release(slider) {
  return new Promise((then) => {
    const started = performance.now();
    const look = () => {
      if (shown() === wanted) {
        watcher.disconnect();
        const inPage = performance.now();
        drawn().then((at) => then([inPage - started, at - started]));
      }
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.querySelector("#app .verdict"), { subtree: true, childList: true, attributes: true });
    slider.dispatchEvent(new Event("change", { bubbles: true }));
    queueMicrotask(look);
  });
}

function put(slider, place) {
  slider.value = String(place);
  slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

async function rounds(name, rest) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const slider = document.querySelector(`#range-${KEY}`);
    const [from, to] = [Number(slider.value), 250 + ((round * 379) % 500)];
    for (let move = 1; move < MOVES; move += 1) {
      put(slider, from + ((to - from) * move) / MOVES);
      await pause(MOVE_MS);
    }
    put(slider, to + round / ROUNDS);
    await pause(rest);
    times.push(await release(slider));
    await pause(CALM_MS);
  }
  const median = (at) => times.map((it) => it[at]).sort((a, b) => a - b)[ROUNDS / 2];
  return { name, in_page_ms: median(0), drawn_ms: median(1) };
}

async function measure() {
  await until(() => document.querySelector("#futures-box")?.dataset.state === "over" && document.querySelector(`#range-${KEY}`));
  document.querySelector(`#range-${KEY}`).scrollIntoView({ block: "center" });
  await pause(3_000);
  return [
    await rounds("let go in movement", MOVE_MS),
    await rounds("let go at rest", REST_MS),
  ];
}

measure()
  .then((rows) => rows.map((row) => JSON.stringify(row)).join("\n"), (error) => `error: ${error}`)
  .then((body) => fetch("../report", { method: "POST", body }));
