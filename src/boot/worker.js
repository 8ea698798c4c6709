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

// On the main thread, the futures program, which workers run first, also coordinates the workers. `arriving` fetches a
// file and calls `arrived` for each piece of it.
export async function start(arriving, arrived) {
  const compile = async (address, arrived) => {
    try {
      return await WebAssembly.compileStreaming(arriving(address, arrived));
    } catch {
      // For hosts that send another MIME type.
      const response = await arriving(address, arrived);
      return WebAssembly.compile(await response.arrayBuffer());
    }
  };
  // The script is imported here as well, so that the main thread can take over even if the host no longer has it.
  const get = async (files, arrived) => {
    const [program, module] = await Promise.all([import(files.script), compile(files.wasm, arrived)]);
    files.module = module;
    return program;
  };
  const program = await get(futures, arrived);
  await program.default({ module_or_path: futures.module });
  program.coordinate({ worker: import.meta.url, futures, sections, get, load });
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
