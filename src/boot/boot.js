// Starts the calculator; where it cannot start, says in one line that interactivity is off, and why.
// `cargo xtask build` puts in the two names and writes this file beside them. A classic script, not a module: where a
// sandboxed frame may load no module, this still runs and can say so.
"use strict";

const NONE = "this browser has no WebAssembly, or it is switched off";
const PLAIN = "this browser is too old to run the calculator: its WebAssembly lacks the vectors (SIMD) that are needed";
const OLD = "this browser is too old to run the calculator, or a file of it arrived damaged";
const LOST = "a file of the calculator could not be loaded; reload the page to try again";
const FRAMED = "this frame is sandboxed, and the calculator's host does not allow that (it must send Access-Control-Allow-Origin: *)";
const BLOCKED = "a security policy of this browser or site blocks WebAssembly";
const STOPPED = "the calculator stopped while starting";

// A module of one function that makes a vector of sixteen equal bytes and counts its bits.
const VECTORS = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

// Spelled out below, since a sandboxed frame resolves nothing against this script.
const here = document.currentScript.src;
const worker = new URL("{{worker}}", here).href;

// The page's policy refuses markup from text, but the program makes its fixed parts that way, from text compiled in.
// So text is let through unless it could run something, which the same policy would not run either.
if (window.trustedTypes) {
  const runs = /<(script|iframe|object|embed|base)|<[^>]*\son\w+\s*=|javascript:/i;
  window.trustedTypes.createPolicy("default", {
    createHTML: (text) => (runs.test(text) ? null : text),
    // the second only in a frame without an origin: a worker that imports the first
    createScriptURL: (url) => (url === worker || (origin === "null" && url.startsWith("blob:")) ? url : null),
  });
}

// Gives the reason why the calculator is off, or nothing once it stands.
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

start().then((reason) => {
  const boot = document.getElementById("boot");
  const note = document.getElementById("boot-note");
  if (!reason && boot) {
    boot.remove();
    // The answer, the charts and what stands further down are drawn by programs of their own, loaded once this one stands.
    import(worker).then(({ start }) => start()).catch(console.error);
  } else if (reason && note) {
    note.textContent = "Interactivity is off: " + reason + ". You see the starting point only.";
    note.dataset.state = "off";
  }
});
