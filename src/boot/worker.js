// Loads the programs that work beside the page: in a worker whenever it is told to, and on the page. This file is both sides:
// the page imports it, and each worker is it. `cargo xtask build` puts in the names.
const own = (name) => new URL(name, import.meta.url).href;
const futures = { script: own("{{futures.script}}"), wasm: own("{{futures.wasm}}") };
const sections = { script: own("{{sections.script}}"), wasm: own("{{sections.wasm}}") };

// Starts a compiled program, which then answers what arrives at a port.
async function load({ script, module }, port) {
  const program = await import(script);
  await program.default({ module_or_path: module });
  program.serve(port);
}

async function compile(address) {
  try {
    return await WebAssembly.compileStreaming(fetch(address));
  } catch {
    // where the host names another type of file
    const response = await fetch(address);
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

// The page: the program of the futures, which is the first that workers run, also coordinates them.
export async function start() {
  const [program, module] = await Promise.all([import(futures.script), compile(futures.wasm)]);
  futures.module = module;
  await program.default({ module_or_path: module });
  program.coordinate({ worker: import.meta.url, futures, sections, compile, load });
}

if (typeof document === "undefined") {
  addEventListener("message", ({ data }) => {
    if (data.module) {
      // an error that is thrown in a task of its own is reported to the page
      load(data, self).catch((error) => setTimeout(() => { throw error; }));
    }
  });
}
