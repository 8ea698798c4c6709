// Works out the deeper sections of the page, and its simulated futures: in workers, or in short slices on the page
// itself where no worker runs. This file is both sides: the page imports it, and each worker is it.
// `cargo xtask build` puts in the two names.
const script = new URL("{{script}}", import.meta.url);
const wasm = new URL("{{wasm}}", import.meta.url);

// As many workers as the machine has processors, less one for the page; two at least, so that a search holds up no futures.
const WORKERS = { least: 2, most: 8 };
const HUNG_MS = 20_000; // a worker that is silent for longer is lost
const ALIVE_MS = 1_000; // how often a worker says at least that it is not
const BLOCKED_MS = 2_000; // a worker made from text that has not started by then never will
const SLICE_MS = 12; // how long the page itself works at a stretch
const STRETCH_MS = 2; // how long a worker does at sections before it looks for what is more urgent
const SEARCHES = ["flips", "search"]; // what waits until the futures' first answer is there
const REFRESH_MS = 250; // while a slider moves, the answer is said again after this at the earliest
const REST_MS = 40; // a slider that has not moved for this long is taken for at rest, and its answer made ready
const LATE_MS = 500; // and this long after it was let go, what was said before counts no more
const FIRST = 2_048; // futures of the first answer
const PART = { draw: 1_024, figures: 64 }; // futures per job of a worker; the size changes no digit
const SHORT = { draw: 128, figures: 16 }; // per job beside the answer while a slider moves, so that a release waits for none of them

// Makes the program from its compiled module; gives its functions.
async function load(module) {
  const program = await import(script);
  await program.default({ module_or_path: module });
  const begin = (query, n) => ({ wanted: program.wanted(query), drawn: program.draw(query, 0, n) });
  return { ...program, begin };
}

if (typeof document === "undefined") {
  work();
} else {
  WebAssembly.compileStreaming(fetch(wasm)).catch(compileWhole).then(lead).catch(console.error);
}

// Where the host names another type of file.
async function compileWhole() {
  const response = await fetch(wasm);
  return WebAssembly.compile(await response.arrayBuffer());
}

// The worker: first takes the compiled program, then one job after the other.
function work() {
  let program;
  onmessage = async ({ data: { module, call, given } }) => {
    try {
      if (module) {
        program = await load(module);
        postMessage({ isReady: true });
        return;
      }
      const value = program.Work[call] ? await done(program.Work[call](...given), placeOf(call) === "aside") : program[call](...given);
      const numbers = value.drawn ?? value;
      postMessage({ value, place: placeOf(call) }, ArrayBuffer.isView(numbers) ? [numbers.buffer] : []);
    } catch (error) {
      console.error(error);
      postMessage({ isBroken: true });
    }
  };
}

// Long work, with a sign of life now and then: a slow search is no lost worker. Between two stretches of what is aside a job
// that is more urgent is done from beginning to end.
async function done(work, isAside) {
  let value = work.step();
  for (let told = performance.now(), rested = told; value === undefined; value = work.step()) {
    const now = performance.now();
    if (now - told > ALIVE_MS) {
      told = now;
      postMessage({ isAlive: true });
    }
    if (isAside && now - rested > STRETCH_MS) {
      await breath();
      rested = performance.now();
    }
  }
  work.free();
  return value;
}

// Until the messages that have come are seen to.
function breath() {
  return new Promise((then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      then();
    };
    port2.postMessage(0);
  });
}

// A worker's two places: sections are done aside, so that futures need not wait for them.
function placeOf(call) {
  return call === "answer" ? "aside" : "job";
}

// The page: hands out jobs. A job is a function of the program by name, what it is given, and what its value is for.
function lead(module) {
  const sections = new Map(); // by lane, the newest request
  const again = []; // jobs whose worker was lost
  let hands = []; // those who work, the first also on searches
  let futures; // those of the newest request
  let isTold = false;
  // What is known of a moving slider: whether it rests, when the answer was said last, and with which count of twenty.
  const moving = {
    isOn: false,
    isAtRest: false,
    saidAt: -Infinity,
    count: undefined,
    later: undefined,
    rest: undefined,
    heard(reply) {
      this.saidAt = performance.now();
      const count = /\u0003data-count=(\d+)/.exec(reply)?.[1];
      this.count = count && Number(count);
    },
  };

  const tell = (name, detail) => dispatchEvent(new CustomEvent(name, { detail }));
  // The sections of a reply one by one, so that the page draws no more than one at a stretch.
  const partsOf = (reply) => reply.match(/\u0006[^\u0006]*\u0006[^\u0006]*/g) ?? [];

  // The next request of the lanes for which `isMeant`.
  const section = (isMeant) => {
    const [lane, asked] = [...sections].find(([lane, { isSent }]) => !isSent && isMeant(lane)) ?? [];
    if (!asked) {
      return undefined;
    }
    asked.isSent = true;
    const isWanted = () => sections.get(lane) === asked;
    return {
      call: "answer",
      given: () => [asked.request],
      isWanted,
      then: (reply) => partsOf(reply).forEach((part) => soon(() => isWanted() && tell("depth-answer", part))),
    };
  };

  const pick = (hand) => {
    again.splice(0, again.length, ...again.filter((it) => it.isWanted()));
    const at = again.findIndex((it) => !hand.aside || placeOf(it.call) === "job");
    if (at >= 0) {
      return again.splice(at, 1)[0];
    }
    if (hand.aside) {
      return futures?.urgent(hand);
    }
    const isSearcher = hand === hands[0];
    const urgent = futures?.urgent(hand);
    // the answer comes before everything below it, which would take the processor from it; while a slider moves, only one hand
    // is not kept for it
    if (urgent || futures?.isSilent()) {
      return urgent;
    }
    return ((isSearcher || !moving.isOn) && section((lane) => !SEARCHES.includes(lane))) || hand.rest?.()
      || (isSearcher && section(() => true)) || futures?.next(hand);
  };
  const feed = () => {
    // those who do nothing first
    for (const hand of [...hands].sort((a, b) => Boolean(a.aside) - Boolean(b.aside))) {
      for (let job; hand.isUp && !hand.job && (job = pick(hand));) {
        hand[hand.hasAside ? placeOf(job.call) : "job"] = job;
        hand.send(job);
      }
    }
    // a hand at a short job has the next at hand: it need not ask a page that is busy with the change
    for (const hand of hands) {
      if (hand.job?.isShort && !hand.next && (hand.next = futures?.urgent(hand))) {
        hand.send(hand.next);
      }
    }
  };
  const up = (hand) => {
    hand.isUp = true;
    if (!isTold) {
      isTold = true;
      tell("depth-ready", "");
    }
    feed();
  };
  const done = (hand, value, place = "job") => {
    const job = hand[place];
    hand[place] = undefined;
    if (place === "job") {
      [hand.job, hand.next] = [hand.next, undefined];
    }
    job.then(value);
    feed();
  };
  // Its jobs go to another hand, once: a job that broke two is left undone.
  const drop = (hand) => {
    for (const place of ["aside", "job"]) {
      const job = hand[place];
      hand[place] = undefined;
      if (job?.isSecondTry) {
        job.fail?.();
      } else if (job) {
        job.isSecondTry = true;
        again.push(job);
      }
    }
    if (hand.next) {
      again.push(hand.next); // it was not begun, and broke nothing
      hand.next = undefined;
    }
  };

  const here = async () => {
    const hand = { part: { draw: 8, figures: 1 } };
    hands = [hand];
    const begun = []; // jobs that are done in part, the newest last
    const program = await load(module);
    // What can go piece by piece does: the last gives the reply. Between two slices whatever is more urgent comes first.
    const inPieces = (job, end) => {
      job.work ??= program.Work[job.call](...job.given());
      let reply;
      while (reply === undefined && performance.now() < end) {
        reply = job.work.step();
      }
      return reply;
    };
    const forget = (job) => {
      job.work?.free();
      job.work = undefined;
    };
    // Those that nobody waits for any longer go at once, else a moving slider would pile them up.
    const sweep = () => {
      for (const job of begun.splice(0)) {
        if (job.isWanted()) {
          begun.push(job);
        } else {
          forget(job);
        }
      }
    };
    hand.rest = () => {
      sweep();
      return begun.pop();
    };
    hand.send = (job) => soon(() => {
      const started = performance.now();
      let value;
      try {
        value = program.Work[job.call] ? inPieces(job, started + SLICE_MS) : program[job.call](...job.given());
      } catch (error) {
        console.error(error);
        hand.job = undefined;
        job.fail?.();
        feed();
        return;
      }
      if (value === undefined && job.call === "conclude" && job.isWanted()) {
        hand.send(job); // the answer itself waits for nothing else
        return;
      }
      if (value === undefined) {
        hand.job = undefined;
        sweep();
        begun.push(job);
        feed();
        return;
      }
      if (job.n) {
        const n = (SLICE_MS / Math.max(performance.now() - started, 0.1)) * job.n;
        // powers of two, so that the same parts come again, and what they draw is known
        hand.part[job.kind] = 2 ** Math.floor(Math.log2(Math.max(1, Math.min(n, 2 * job.n, FIRST))));
      }
      forget(job);
      done(hand, value);
    }, moving.isOn ? "user-visible" : "background");
    up(hand);
  };

  const hire = () => {
    const hand = { part: PART, lives: 2, hasAside: true };
    hands.push(hand);
    employ(hand);
  };
  const employ = (hand) => {
    let worker, isLost = false;
    hand.lives -= 1;
    hand.isUp = false;
    const lost = () => {
      if (isLost) {
        return;
      }
      isLost = true;
      clearTimeout(hand.watch);
      worker?.terminate();
      drop(hand);
      if (hand.isUp && hand.lives > 0) {
        employ(hand);
        feed(); // whoever is free need not wait for the new worker
        return;
      }
      hands = hands.filter((it) => it !== hand);
      if (hands.length > 0) {
        feed();
      } else {
        here().catch(console.error);
      }
    };
    const watch = (ms) => {
      clearTimeout(hand.watch);
      hand.watch = setTimeout(lost, ms);
    };
    try {
      worker = origin === "null" ? workerOfText() : new Worker(import.meta.url, { type: "module" });
      worker.postMessage({ module });
    } catch {
      lost();
      return;
    }
    watch(origin === "null" ? BLOCKED_MS : HUNG_MS);
    worker.onerror = lost;
    worker.onmessageerror = lost;
    worker.onmessage = ({ data: { isReady, isAlive, isBroken, value, place } }) => {
      if (isLost) {
        return;
      }
      clearTimeout(hand.watch);
      if (isBroken) {
        lost();
        return;
      }
      if (isReady) {
        up(hand);
      } else if (!isAlive) {
        done(hand, value, place);
      }
      if (hand.job || hand.aside) {
        watch(HUNG_MS);
      }
    };
    hand.send = ({ call, given }) => {
      const copied = given();
      watch(HUNG_MS);
      worker.postMessage({ call, given: copied }, copied.filter(ArrayBuffer.isView).map((it) => it.buffer));
    };
  };

  const tellProgress = progress(() => {
    futures?.stop();
    feed();
  });
  let all = new Float64Array(FIRST); // net present values by future, kept from request to request
  let rows = new Float64Array(0); // full figures by future
  let usual = FIRST; // how many futures the last request wanted

  // Futures of one request, in jobs: a first answer, full figures for the first of them, the rest.
  const simulate = (query, width) => {
    const drawn = filling();
    const full = filling();
    let nTotal, nFull, rowLength = 0;
    let said = 0; // 1: a first answer, 2: with full figures, 3: all
    let isSaying = false;
    let isStopped = false, isFailed = false;
    let isMoved = false; // said while a slider moved
    let ready; // what is to be said, while it is too early
    const isWanted = () => futures === own;
    const isEarly = () => moving.isOn && performance.now() < moving.saidAt + REFRESH_MS;
    const due = () => {
      const isDrawn = drawn.solid >= nTotal, isFull = full.solid >= nFull;
      return nTotal === undefined || drawn.solid < nFull && !isStopped ? 0
        : (isDrawn && isFull) || isStopped ? 3
        : isFull ? 2 : 1;
    };
    const fail = () => {
      if (isWanted()) {
        isFailed = true;
        show();
      }
    };
    const job = (call, given, then, kind, n) => ({
      call, given, kind, n, isWanted, fail,
      then: (value) => isWanted() && then(value),
    });
    const keepDrawn = (from, values) => {
      if (isStopped) {
        return;
      }
      const kept = nTotal === undefined ? values : values.subarray(0, Math.max(nTotal - from, 0));
      if (all.length < from + kept.length) {
        const old = all;
        all = new Float64Array(Math.max(nTotal ?? 0, from + kept.length));
        all.set(old);
      }
      all.set(kept, from);
      drawn.fill(from, values.length);
      show();
    };
    const draw = (n) => {
      const from = drawn.next(n);
      if (from > 0) {
        return job("draw", () => [query, from, n], (values) => keepDrawn(from, values), "draw", n);
      }
      return job("begin", () => [query, n], ({ wanted, drawn: values }) => {
        [nTotal, nFull] = wanted;
        usual = nTotal;
        keepDrawn(0, values);
      }, "draw", n);
    };
    const figures = (n) => {
      const from = full.next(n);
      return job("figures", () => [query, from, n], (values) => {
        if (isStopped) {
          return;
        }
        rowLength = values.length / n;
        if (rows.length < rowLength * nFull) {
          const old = rows;
          rows = new Float64Array(rowLength * nFull);
          rows.set(old);
        }
        rows.set(values, rowLength * from);
        full.fill(from, n);
      }, "figures", n);
    };
    const say = () => {
      const level = due();
      isSaying = true;
      // the exact words, unless they would turn to and fro under a moving hand
      const isExact = !moving.isOn || moving.isAtRest;
      const given = () => [
        query, width, all.slice(0, Math.min(drawn.solid, nTotal)), rows.slice(0, rowLength * full.solid),
        isExact ? undefined : moving.count,
      ];
      return job("conclude", given, (reply) => {
        isSaying = false;
        // at rest or let go meanwhile: the exact words follow
        said = !isExact && (!moving.isOn || moving.isAtRest) ? 0 : level;
        isMoved = !isExact;
        ready = reply;
        if (!isEarly()) {
          own.tell();
        }
        show();
        begin();
      });
    };
    const show = () => {
      const n = Math.min(drawn.solid, nTotal ?? 0);
      tellProgress({ n, nTotal: nTotal ?? usual, isStopped, isFailed, isDone: said === 3 });
    };
    const own = {
      // What the first answer waits for.
      urgent: (hand) => {
        if (isFailed) {
          return undefined;
        }
        if (!isSaying && due() > said) {
          return say();
        }
        const left = (nFull ?? FIRST) - drawn.given;
        const share = Math.max(Math.ceil(FIRST / hands.length), 256);
        return left > 0 && !isStopped ? draw(Math.min(left, Math.max(hand.part.draw, 1), share)) : undefined;
      },
      next: (hand) => {
        if (isStopped || isFailed || said === 0) {
          return undefined;
        }
        const isShort = moving.isOn && hand.hasAside;
        const most = (kind, left) => Math.min(left, hand.part[kind], isShort ? SHORT[kind] : Infinity);
        const next = full.given < nFull ? figures(most("figures", nFull - full.given))
          : drawn.given < nTotal ? draw(most("draw", nTotal - drawn.given))
          : undefined;
        return next && Object.assign(next, { isShort });
      },
      stop: () => {
        isStopped = said > 0 && said < 3;
      },
      isSilent: () => said === 0 && !isFailed,
      // The slider rests or was let go: the exact words.
      settle: () => {
        if (isMoved) {
          said = 0;
          ready = undefined;
        }
      },
      // Says what is ready: the answer first, and what belongs to it when the page has drawn that.
      tell: () => {
        if (!ready) {
          return;
        }
        const [answer, ...rest] = partsOf(ready);
        ready = undefined;
        moving.heard(answer);
        tell("depth-answer", answer);
        rest.forEach((part) => soon(() => isWanted() && tell("depth-answer", part)));
      },
    };
    show();
    return own;
  };

  // The width of the column of text, kept so that a change need not lay out the page to measure it.
  const column = document.getElementById("main");
  let width = column?.getBoundingClientRect().width ?? 700;
  if (column) {
    new ResizeObserver(([{ borderBoxSize: [size] }]) => {
      width = size.inlineSize;
    }).observe(column);
  }

  let asked; // the newest request for futures that has not begun
  // While a slider moves, one request comes to its first answer before the next begins, and that is not early, unless the
  // slider rests.
  const begin = () => {
    const wait = moving.saidAt + REFRESH_MS - performance.now();
    const isHeld = moving.isOn && wait > 0;
    if (isHeld) {
      moving.later ??= setTimeout(() => {
        moving.later = undefined;
        begin();
        feed();
      }, wait);
    } else if (!asked) {
      futures?.tell();
    }
    if (asked && (!isHeld || moving.isAtRest) && !(moving.isOn && futures?.isSilent())) {
      const [, columnWidth, query] = asked.split("\n");
      asked = undefined;
      futures = simulate(query, Number(columnWidth));
    }
  };
  // Sliders: the mark tells the page that what was said last may stand for now.
  const start = ({ target }) => {
    if (target.type === "range") {
      moving.isOn = true;
      moving.isAtRest = false;
      document.documentElement.dataset.moving = "";
      clearTimeout(moving.rest);
      moving.rest = setTimeout(() => {
        moving.isAtRest = true;
        if (!asked) {
          futures?.settle();
        }
        begin();
        feed();
      }, REST_MS);
    }
  };
  const settle = () => {
    if (!moving.isOn) {
      return;
    }
    moving.isOn = false;
    clearTimeout(moving.rest);
    delete document.documentElement.dataset.moving;
    if (!asked) {
      futures?.settle();
      futures?.tell();
    }
    begin();
    feed();
    setTimeout(() => {
      if (!moving.isOn && (asked || futures?.isSilent())) {
        tell("depth-answer", "\u0006verdict\u0006");
      }
    }, LATE_MS);
  };
  addEventListener("input", start, true);
  for (const end of ["change", "pointerup", "pointercancel", "keyup", "focusout"]) {
    addEventListener(end, settle, true);
  }

  addEventListener("depth-ask", ({ detail }) => {
    const [lane, given, query] = detail.split("\n");
    const request = given ? detail : [lane, Math.floor(width), query].join("\n");
    if (lane === "futures") {
      if (!futures && hands.some((it) => it.lives)) {
        const spare = (navigator.hardwareConcurrency ?? 1) - 1;
        for (let n = Math.min(Math.max(spare, WORKERS.least), WORKERS.most); n > 1; n -= 1) {
          hire();
        }
      }
      asked = request;
      begin();
    } else {
      sections.set(lane, { request, isSent: false });
    }
    feed();
  });
  hire();
}

// Parts of a list: which were given out, and how far it is filled without a gap.
function filling() {
  const ends = new Map();
  return {
    given: 0,
    solid: 0,
    next(n) {
      this.given += n;
      return this.given - n;
    },
    fill(from, n) {
      ends.set(from, from + n);
      while (ends.has(this.solid)) {
        this.solid = ends.get(this.solid);
      }
    },
  };
}

// In a frame without an origin of its own no file may be a worker, nor a text be a module; but a plain text may import
// this file. It keeps what is sent meanwhile.
function workerOfText() {
  const text = `const early = []; onmessage = (event) => early.push(event);
    import(${JSON.stringify(import.meta.url)}).then(() => early.forEach((event) => onmessage(event)));`;
  return new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
}

// Does it after whatever the reader does, or, while a slider moves, between.
function soon(task, priority = "background") {
  if (globalThis.scheduler?.postTask) {
    scheduler.postTask(task, { priority });
  } else {
    setTimeout(task);
  }
}

// Gives what shows how far the futures are, at most once a frame.
function progress(stop) {
  const part = (name) => document.getElementById(`futures-${name}`);
  const [box, said, bar, button, status] = ["box", "said", "bar", "stop", "status"].map(part);
  const written = (n) => n.toLocaleString("en-US");
  let state;
  const draw = () => {
    const { n, nTotal, isStopped, isFailed, isDone } = state;
    const isOver = isStopped || isFailed || isDone;
    state = undefined;
    const of = `${written(n)} of ${written(nTotal)} simulated futures`;
    said.textContent = isFailed ? "The simulated futures could not be worked out"
      : isStopped ? `Stopped after ${of}`
      : isDone ? `${written(n)} simulated futures` : of;
    bar.max = nTotal;
    bar.value = n;
    if (isOver && document.activeElement === button) {
      box.focus();
    }
    box.dataset.state = nTotal < 2 ? "single" : isOver ? "over" : "running";
    // Read out only what the reader would miss: an end that was not to be expected.
    const aloud = isStopped || isFailed ? said.textContent : "";
    if (status.textContent !== aloud) {
      status.textContent = aloud;
    }
  };
  button?.addEventListener("click", stop);
  return (next) => {
    if (!state && box) {
      requestAnimationFrame(draw);
    }
    state = next;
  };
}
