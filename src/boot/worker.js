// Loads the workers' programs, in a worker whenever a message asks for one, and on the main thread. The page imports
// this file, and each worker runs it. `cargo xtask build` fills in the file names.
const own = (name) => new URL(name, import.meta.url).href;
const futures = { script: own("{{futures.script}}"), wasm: own("{{futures.wasm}}") };
const sections = { script: own("{{sections.script}}"), wasm: own("{{sections.wasm}}") };

// Makes an instance of a program. A browser that has no address space left gets some back when it collects garbage, such
// as pages that were open before, so this tries again.
async function instantiate(program, module, tries = 5) {
  try {
    await program.default({ module_or_path: module });
  } catch (error) {
    if (!(error instanceof RangeError) || tries === 0) throw error;
    await new Promise((then) => setTimeout(then, 500));
    await instantiate(program, module, tries - 1);
  }
}

// Starts a compiled program, which then answers the messages that arrive at a port.
async function load({ script, module }, port) {
  const program = await import(script);
  await instantiate(program, module);
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
  await instantiate(program, module);
  program.coordinate({ worker: import.meta.url, futures, sections, compile, load });
}

if (typeof document === "undefined") {
  addEventListener("message", ({ data }) => {
    if (data.module) {
      // An error thrown in a separate task is reported to the page.
      load(data, self).catch((error) => setTimeout(() => { throw error; }));
    }
  });
}
