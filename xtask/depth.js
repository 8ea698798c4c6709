// Works out the deeper sections of the page in a worker, and on the page itself where no worker runs (a sandboxed
// frame). This file is both: the page imports it, and the worker is it. `cargo xtask build` puts in the two names.
const script = new URL("{{script}}", import.meta.url);
const wasm = new URL("{{wasm}}", import.meta.url);

// Loads the program; gives the function from a request to its reply.
async function load() {
  const program = await import(script);
  await program.default({ module_or_path: wasm });
  return program.answer;
}

if (typeof document === "undefined") {
  const loaded = load();
  loaded.then(() => postMessage({ ready: true }), () => postMessage({ broken: true }));
  onmessage = async ({ data }) => {
    const answer = await loaded;
    try {
      postMessage({ reply: answer(data) });
    } catch (error) {
      console.error(error);
      postMessage({ broken: true });
    }
  };
} else {
  const waiting = new Map(); // by lane, the newest request that was not sent yet
  let send; // hands a request to whoever answers
  let sent; // the request that is being answered
  let restarts = 1;

  const lane = (request) => request.split("\n", 1)[0];
  const tell = (name, detail) => dispatchEvent(new CustomEvent(name, { detail }));

  const next = () => {
    const [first] = waiting;
    if (send && !sent && first) {
      sent = first[1];
      waiting.delete(first[0]);
      send(sent);
    }
  };
  const replied = (reply) => {
    const isNewest = sent !== undefined && !waiting.has(lane(sent));
    sent = undefined;
    if (isNewest) {
      tell("depth-answer", reply);
    }
    next();
  };
  const ready = () => {
    tell("depth-ready", "");
    next();
  };

  const here = async () => {
    const answer = await load();
    send = (request) => setTimeout(() => replied(answer(request)));
    ready();
  };
  const start = () => {
    let worker;
    try {
      worker = new Worker(import.meta.url, { type: "module" });
    } catch {
      return here();
    }
    let isUp = false;
    const lost = () => {
      worker.terminate();
      send = sent = undefined;
      if (!isUp) {
        here();
      } else if (restarts > 0) {
        restarts -= 1;
        start();
      }
    };
    worker.onerror = lost;
    worker.onmessage = ({ data }) => {
      if (data.ready) {
        isUp = true;
        send = (request) => worker.postMessage(request);
        ready();
      } else if (data.broken) {
        lost();
      } else {
        replied(data.reply);
      }
    };
  };

  addEventListener("depth-ask", ({ detail }) => {
    waiting.set(lane(detail), detail);
    next();
  });
  start();
}
