// Starts the calculator. If it cannot start, one line says that interactivity is off, and why. `cargo xtask build`
// fills in the file names and writes this file beside those files. It is a classic script and not a module, so that it
// can report the failure in a sandboxed frame that may not load modules.
"use strict";

const NONE = "this browser has no WebAssembly, or it is switched off";
const PLAIN = "this browser is too old to run the calculator: its WebAssembly lacks the vectors (SIMD) that are needed";
const OLD = "this browser is too old to run the calculator, or a file of it arrived damaged";
const LOST = "a file of the calculator could not be loaded; reload the page to try again";
const FRAMED = "this frame is sandboxed, and the calculator's host does not allow that (it must send Access-Control-Allow-Origin: *)";
const BLOCKED = "a security policy of this browser or site blocks WebAssembly";
const STOPPED = "the calculator stopped while starting";

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

// The page's HTML holds the answer of the starting point. For a link it would be another scenario's, so it is hidden before
// anything is painted.
const root = document.documentElement;
if (location.search.length > 1) {
  root.dataset.link = "";
}
const parsed = new Promise((done) => addEventListener("DOMContentLoaded", done));

// Resolves to the reason why the calculator cannot run, or to nothing once it runs.
async function start() {
  if (typeof WebAssembly !== "object") {
    return NONE;
  }
  if (!WebAssembly.validate(new Uint8Array(VECTORS))) {
    return PLAIN;
  }
  let app, wasm;
  try {
    const asked = fetch(new URL("{{wasm}}", here));
    [app, wasm] = await Promise.all([import(new URL("{{script}}", here)), asked]);
  } catch (error) {
    console.error(error);
    if (error instanceof SyntaxError) {
      return OLD;
    }
    return window.origin === "null" ? FRAMED : LOST;
  }
  if (!wasm.ok) {
    return LOST;
  }
  await parsed;
  try {
    await app.default({ module_or_path: wasm });
  } catch (error) {
    console.error(error);
    return error instanceof WebAssembly.CompileError ? whyNotCompiled(error.message) : STOPPED;
  }
}

function whyNotCompiled(message) {
  if (/magic/i.test(message)) {
    return LOST; // some hosts answer a missing file with a page
  }
  return /security policy|embedder|unsafe-eval/i.test(message) ? BLOCKED : OLD;
}

Promise.all([start(), parsed]).then(([reason]) => {
  delete root.dataset.link;
  const boot = document.getElementById("boot");
  const note = document.getElementById("boot-note");
  if (!reason && boot) {
    boot.remove();
    // The answer, the charts and the sections are drawn by other programs, which are loaded once this one runs.
    import(worker).then(({ start }) => start()).catch(console.error);
  } else if (reason && note) {
    note.textContent = "Interactivity is off: " + reason + ". You see the starting point only.";
    note.dataset.state = "off";
  }
});
