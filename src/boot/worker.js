// Loads the workers' programs, in a worker whenever a message asks for one, and on the main thread. The page imports
// this file, and each worker runs it. `cargo xtask build` fills in the file names.
const own = (name) => new URL(name, import.meta.url).href;
const futures = { script: own("{{futures.script}}"), wasm: own("{{futures.wasm}}") };
const sections = { script: own("{{sections.script}}"), wasm: own("{{sections.wasm}}") };

// Starts a compiled program, which then answers the messages that arrive at a port.
async function load({ script, module }, port) {
  const program = await import(script);
  await program.default({ module_or_path: module });
  program.serve(port);
}

async function compile(address) {
  try {
    return await WebAssembly.compileStreaming(fetch(address));
  } catch {
    // For hosts that send another MIME type.
    const response = await fetch(address);
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

// On the main thread, the futures program, which workers run first, also coordinates the workers.
export async function start() {
  const [program, module] = await Promise.all([import(futures.script), compile(futures.wasm)]);
  futures.module = module;
  await program.default({ module_or_path: module });
  program.coordinate({ worker: import.meta.url, futures, sections, compile, load });
}

if (typeof document === "undefined") {
  addEventListener("message", ({ data }) => {
    if (data.module) {
      load(data, self).catch((error) => {
        // A worker that finds no address space for a program gives up with a message that says nothing. The page makes
        // room and starts another. Any other error, thrown in a separate task, is reported to the page.
        if (error instanceof RangeError) postMessage({});
        else setTimeout(() => { throw error; });
      });
    }
  });
}
