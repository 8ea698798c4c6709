//! Jobs and answers as JavaScript messages between the page and its workers.

use crate::protocol::{Answer, Lane, Program, Request, Section, Task};
use crate::scheduler::JobId;
use js_sys::{Array, Float64Array, JsString, Object};
use payenough_view::sections::SectionId;
use wasm_bindgen::prelude::*;
use web_sys::EventTarget;

#[wasm_bindgen]
extern "C" {
    /// Anything that sends and receives messages: a worker, a port, or the global scope of a worker.
    #[wasm_bindgen(extends = EventTarget)]
    #[derive(Clone)]
    pub type Port;

    #[wasm_bindgen(method, js_name = postMessage, catch)]
    pub(super) fn post(this: &Port, message: &JsValue, transfer: &Array) -> Result<(), JsValue>;

    /// A message. Fields that a kind of message does not use are absent.
    #[wasm_bindgen(extends = Object)]
    pub(super) type Message;

    #[wasm_bindgen(method, getter)]
    fn program(this: &Message) -> Option<String>;
    #[wasm_bindgen(method, setter)]
    fn set_program(this: &Message, name: &str);
    #[wasm_bindgen(method, getter)]
    fn call(this: &Message) -> Option<String>;
    #[wasm_bindgen(method, setter)]
    fn set_call(this: &Message, name: &str);
    #[wasm_bindgen(method, getter)]
    fn job(this: &Message) -> Option<u32>;
    #[wasm_bindgen(method, setter)]
    fn set_job(this: &Message, id: u32);
    #[wasm_bindgen(method, getter)]
    fn link(this: &Message) -> Option<String>;
    #[wasm_bindgen(method, setter)]
    fn set_link(this: &Message, link: &str);
    #[wasm_bindgen(method, getter)]
    fn lane(this: &Message) -> Option<String>;
    #[wasm_bindgen(method, setter)]
    fn set_lane(this: &Message, name: &str);
    #[wasm_bindgen(method, getter)]
    fn number(this: &Message) -> Option<String>;
    #[wasm_bindgen(method, setter)]
    fn set_number(this: &Message, name: &str);
    #[wasm_bindgen(method, getter)]
    fn width(this: &Message) -> Option<u32>;
    #[wasm_bindgen(method, setter)]
    fn set_width(this: &Message, px: u32);
    #[wasm_bindgen(method, getter)]
    fn beside(this: &Message) -> Option<u32>;
    #[wasm_bindgen(method, setter)]
    fn set_beside(this: &Message, px: u32);
    #[wasm_bindgen(method, getter)]
    fn from(this: &Message) -> Option<u32>;
    #[wasm_bindgen(method, setter)]
    fn set_from(this: &Message, first: u32);
    #[wasm_bindgen(method, getter)]
    fn n(this: &Message) -> Option<u32>;
    #[wasm_bindgen(method, setter)]
    fn set_n(this: &Message, n: u32);
    #[wasm_bindgen(method, getter, js_name = nFull)]
    fn n_full(this: &Message) -> Option<u32>;
    #[wasm_bindgen(method, setter, js_name = nFull)]
    fn set_n_full(this: &Message, n: u32);
    #[wasm_bindgen(method, getter)]
    fn count(this: &Message) -> Option<u32>;
    #[wasm_bindgen(method, setter)]
    fn set_count(this: &Message, count: u32);
    #[wasm_bindgen(method, getter)]
    fn numbers(this: &Message) -> Option<Float64Array>;
    #[wasm_bindgen(method, setter)]
    fn set_numbers(this: &Message, numbers: &Float64Array);
    #[wasm_bindgen(method, getter)]
    fn rows(this: &Message) -> Option<Float64Array>;
    #[wasm_bindgen(method, setter)]
    fn set_rows(this: &Message, numbers: &Float64Array);
    #[wasm_bindgen(method, getter)]
    fn sections(this: &Message) -> Option<Array>;
    #[wasm_bindgen(method, setter)]
    fn set_sections(this: &Message, sections: &Array);
    #[wasm_bindgen(method, getter, js_name = tookMs)]
    fn took_ms(this: &Message) -> Option<f64>;
    #[wasm_bindgen(method, setter, js_name = tookMs)]
    fn set_took_ms(this: &Message, ms: f64);
}

/// A message from the page to a program in a worker.
#[derive(Debug)]
pub(super) enum ToWorker {
    /// A job.
    Do(JobId, Task),
    /// A job is no longer needed.
    Cancel(JobId),
}

/// A message from a program in a worker to the page.
#[derive(Debug)]
pub(super) enum FromWorker {
    /// The program has started.
    Ready,
    /// The program is still running a long job.
    Alive,
    /// A job is done, after a number of milliseconds.
    Done(JobId, Answer, f64),
    /// A job was dropped.
    Cancelled(JobId),
    /// The program panicked during a job.
    Broken(JobId),
}

const READY: &str = "ready";
const ALIVE: &str = "alive";
const CANCEL: &str = "cancel";
const CANCELLED: &str = "cancelled";
const BROKEN: &str = "broken";
const BEGUN: &str = "begun";
const NUMBERS: &str = "numbers";
const SECTIONS: &str = "sections";

/// A message to send, and the buffers that are transferred instead of copied.
struct Outgoing {
    message: Message,
    transfer: Array,
}

impl Outgoing {
    fn new(program: Program, call: &str) -> Self {
        let message: Message = Object::new().unchecked_into();
        message.set_program(program.name());
        message.set_call(call);
        Self { message, transfer: Array::new() }
    }

    fn numbers(&self, numbers: &[f64]) -> Float64Array {
        let numbers = Float64Array::from(numbers);
        self.transfer.push(&numbers.buffer());
        numbers
    }

    fn send(&self, port: &Port) -> Result<(), JsValue> {
        port.post(&self.message, &self.transfer)
    }
}

impl ToWorker {
    /// Sends the message to a program.
    pub(super) fn send(self, program: Program, port: &Port) -> Result<(), JsValue> {
        let (job, task) = match self {
            Self::Do(job, task) => (job, task),
            Self::Cancel(job) => {
                let outgoing = Outgoing::new(program, CANCEL);
                outgoing.message.set_job(job.0);
                return outgoing.send(port);
            }
        };
        let outgoing = Outgoing::new(program, task.name());
        let message = &outgoing.message;
        message.set_job(job.0);
        match &task {
            Task::Begin { link, n } => {
                message.set_link(link);
                message.set_n(*n);
            }
            Task::Draw { link, from, n } | Task::Figures { link, from, n } => {
                message.set_link(link);
                message.set_from(*from);
                message.set_n(*n);
            }
            Task::Conclude { link, width, presents, rows, shown_count } => {
                message.set_link(link);
                message.set_width(*width);
                message.set_numbers(&outgoing.numbers(presents));
                message.set_rows(&outgoing.numbers(rows));
                if let Some(count) = shown_count {
                    message.set_count(*count);
                }
            }
            Task::Sections { request: Request { lane, number, beside, link }, width } => {
                message.set_lane(lane.name());
                message.set_number(number);
                message.set_link(link);
                message.set_width(*width);
                message.set_beside(*beside);
            }
        }
        outgoing.send(port)
    }

    /// Reads a message that a worker received. `None` if it is addressed to another program.
    pub(super) fn read(message: &Message, program: Program) -> Option<Self> {
        if Program::named(&message.program()?)? != program {
            return None;
        }
        let (call, job) = (message.call()?, JobId(message.job()?));
        let link = || message.link();
        let numbers = |it: Option<Float64Array>| it.map(|it| it.to_vec());
        let task = match call.as_str() {
            CANCEL => return Some(Self::Cancel(job)),
            "begin" => Task::Begin { link: link()?, n: message.n()? },
            "draw" => Task::Draw { link: link()?, from: message.from()?, n: message.n()? },
            "figures" => Task::Figures { link: link()?, from: message.from()?, n: message.n()? },
            "conclude" => Task::Conclude {
                link: link()?,
                width: message.width()?,
                presents: numbers(message.numbers())?,
                rows: numbers(message.rows())?,
                shown_count: message.count(),
            },
            SECTIONS => {
                let (lane, number) = (Lane::named(&message.lane()?)?, message.number()?);
                let request = Request { lane, number, beside: message.beside()?, link: link()? };
                Task::Sections { request, width: message.width()? }
            }
            _ => return None,
        };
        Some(Self::Do(job, task))
    }
}

impl FromWorker {
    /// Sends the message to the page.
    pub(super) fn send(self, program: Program, port: &Port) -> Result<(), JsValue> {
        let (call, job) = match &self {
            Self::Ready => (READY, None),
            Self::Alive => (ALIVE, None),
            Self::Done(job, Answer::Begun { .. }, _) => (BEGUN, Some(job)),
            Self::Done(job, Answer::Numbers(_), _) => (NUMBERS, Some(job)),
            Self::Done(job, Answer::Sections { .. }, _) => (SECTIONS, Some(job)),
            Self::Cancelled(job) => (CANCELLED, Some(job)),
            Self::Broken(job) => (BROKEN, Some(job)),
        };
        let outgoing = Outgoing::new(program, call);
        let message = &outgoing.message;
        if let Some(job) = job {
            message.set_job(job.0);
        }
        if let Self::Done(_, answer, took_ms) = &self {
            message.set_took_ms(*took_ms);
            match answer {
                Answer::Begun { n_total, n_full, presents } => {
                    message.set_n(*n_total);
                    message.set_n_full(*n_full);
                    message.set_numbers(&outgoing.numbers(presents));
                }
                Answer::Numbers(numbers) => message.set_numbers(&outgoing.numbers(numbers)),
                Answer::Sections { sections, count } => {
                    let texts = sections.iter().flat_map(|it| [it.id.id(), &it.tree]);
                    message.set_sections(&texts.map(JsValue::from_str).collect());
                    if let Some(count) = count {
                        message.set_count(*count);
                    }
                }
            }
        }
        outgoing.send(port)
    }

    /// Reads a message that the page received, and the program that sent it.
    pub(super) fn read(message: &Message) -> Option<(Program, Self)> {
        let (program, job) = (Program::named(&message.program()?)?, message.job().map(JobId));
        let numbers = || message.numbers().map(|it| it.to_vec());
        let answer = match message.call()?.as_str() {
            READY => return Some((program, Self::Ready)),
            ALIVE => return Some((program, Self::Alive)),
            CANCELLED => return Some((program, Self::Cancelled(job?))),
            BROKEN => return Some((program, Self::Broken(job?))),
            BEGUN => Answer::Begun { n_total: message.n()?, n_full: message.n_full()?, presents: numbers()? },
            NUMBERS => Answer::Numbers(numbers()?),
            SECTIONS => Answer::Sections { sections: sections(&message.sections()?), count: message.count() },
            _ => return None,
        };
        Some((program, Self::Done(job?, answer, message.took_ms()?)))
    }
}

fn sections(texts: &Array) -> Vec<Section> {
    let mut texts = texts.iter().map(|it| it.dyn_into::<JsString>().map(String::from).unwrap_or_default());
    let pairs = core::iter::from_fn(|| Some((texts.next()?, texts.next()?)));
    pairs.filter_map(|(id, tree)| Some(Section { id: SectionId::parse(&id)?, tree })).collect()
}
