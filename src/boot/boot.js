// Starts the calculator. If it cannot start, one line says that interactivity is off, and why. `cargo xtask build`
// fills in the file names and writes this file beside those files. It is a classic script and not a module, so that it
// can report the failure in a sandboxed frame that may not load modules.
"use strict";

const NONE = "this browser has no WebAssembly, or it is switched off";
const PLAIN = "this browser is too old to run the calculator: its WebAssembly lacks the vectors (SIMD) that are needed";
const OLD = "this browser is too old to run the calculator, or a file of it arrived damaged";
const LOST = "a file of the calculator could not be loaded";
const LATE = "a file of the calculator has not arrived for ten seconds";
const OPENED = "a browser does not let a page that is opened as a file load its program; open it from a web server instead";
const FRAMED = "this frame is sandboxed, and the calculator's host does not allow that (it must send Access-Control-Allow-Origin: *)";
const BLOCKED = "a security policy of this browser or site blocks WebAssembly";
const STOPPED = "the calculator stopped while starting";

// The style sheet shows a line if this file does not say within ten seconds that it runs.
const bootNote = document.getElementById("boot-note");
bootNote.dataset.state = "on";

// How long to wait, in milliseconds, since something last arrived.
const PATIENCE = 10_000;

// Does some work, which is given a function to call whenever something arrives. Calls `late` if nothing does for too long.
async function patiently(work, late) {
  let timer;
  let over = false;
  const arrived = () => {
    clearTimeout(timer);
    if (!over) timer = setTimeout(late, PATIENCE);
  };
  arrived();
  try {
    return await work(arrived);
  } finally {
    over = true;
    clearTimeout(timer);
  }
}

// Fetches a file, and calls `arrived` for each piece of it.
async function arriving(address, arrived) {
  const response = await fetch(address);
  const pieces = response.clone().body.getReader();
  const next = ({ done }) => {
    arrived();
    return done || pieces.read().then(next);
  };
  next({}).catch(() => {}); // whoever reads the response is told
  return response;
}

// A WebAssembly module with one function, which makes a vector of sixteen equal bytes and counts its bits.
const VECTORS = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

// Addresses are resolved explicitly, because a sandboxed frame does not resolve them against this script.
const here = document.currentScript.src;
const worker = new URL("{{worker}}", here).href;

// The page's security policy refuses HTML from strings, but the program creates its fixed parts from strings that are
// compiled in. Strings are therefore allowed unless they could run code, which the same policy would block anyway.
if (window.trustedTypes) {
  const runs = /<(script|iframe|object|embed|base)|<[^>]*\son\w+\s*=|javascript:/i;
  window.trustedTypes.createPolicy("default", {
    createHTML: (text) => (runs.test(text) ? null : text),
    // Only a frame without an origin needs a blob: a worker that imports the worker's script.
    createScriptURL: (url) => (url === worker || (origin === "null" && url.startsWith("blob:")) ? url : null),
  });
}

// The page's HTML holds the answer of the starting point, which the style sheet shows once this file says that the address is
// bare. For a link it would be another scenario's, and stays hidden while the calculator starts.
const root = document.documentElement;
showStart(location.search.length <= 1);

function showStart(isShown) {
  root.dataset.start = isShown ? "shown" : "hidden";
}

// Resolves to the reason why the calculator cannot run, or to nothing once it runs.
async function start(arrived) {
  if (typeof WebAssembly !== "object") {
    return NONE;
  }
  if (!WebAssembly.validate(new Uint8Array(VECTORS))) {
    return PLAIN;
  }
  let app, wasm;
  try {
    const asked = arriving(new URL("{{wasm}}", here), arrived);
    [app, wasm] = await Promise.all([import(new URL("{{script}}", here)), asked]);
  } catch (error) {
    console.error(error);
    if (error instanceof SyntaxError) {
      return OLD;
    }
    return location.protocol === "file:" ? OPENED : window.origin === "null" ? FRAMED : LOST;
  }
  if (!wasm.ok) {
    return LOST;
  }
  try {
    await app.default({ module_or_path: wasm });
  } catch (error) {
    console.error(error);
    if (error instanceof WebAssembly.CompileError) {
      return whyNotCompiled(error.message);
    }
    return error instanceof TypeError ? LOST : STOPPED; // the download broke off
  }
}

function whyNotCompiled(message) {
  if (/magic/i.test(message)) {
    return LOST; // some hosts answer a missing file with a page
  }
  return /security policy|embedder|unsafe-eval|CSP/i.test(message) ? BLOCKED : OLD;
}

function say(reason) {
  showStart(true);
  bootNote.textContent = "Interactivity is off: " + reason + ".";
  bootNote.dataset.state = "off";
}

// Tells the page's program what keeps answers from arriving, or that nothing does any more.
function tell(reason) {
  dispatchEvent(new CustomEvent("payenough-trouble", { detail: reason }));
}

patiently(start, () => say(LATE)).then((reason) => {
  showStart(true);
  if (reason) {
    say(reason);
    return;
  }
  document.getElementById("boot").remove();
  // The answer, the charts and the sections are drawn by other programs, which are loaded once this one runs.
  const load = async (arrived) => (await import(worker)).start(arriving, arrived);
  const failed = (error) => {
    console.error(error);
    tell(LOST);
  };
  patiently(load, () => tell(LATE)).then(() => tell(""), failed);
});
