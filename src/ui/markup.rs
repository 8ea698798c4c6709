//! Markup as a plain tree of elements: drawn once, then only texts and attributes that differ are changed. Views of
//! one type keep the program small; whatever has signals of its own is a component instead.

use crate::ui::plot::tenths;
use leptos::prelude::{AddAnyAttr, Mountable, Render, RenderHtml, document};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::{Element, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element with all that is in it.
pub(super) struct El {
    tag: &'static str,
    is_svg: bool,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Child>,
    /// What of the page's list of reasons is copied in at the end.
    copied: Option<String>,
    click: Option<Box<dyn FnMut() + Send>>,
}

enum Child {
    Text(String),
    El(El),
}

/// An HTML element.
pub(super) fn el(tag: &'static str) -> El {
    El { tag, is_svg: false, attributes: Vec::new(), children: Vec::new(), copied: None, click: None }
}

/// A link to another site.
pub(super) fn outward(url: &str, words: &str) -> El {
    el("a").attr("href", url).attr("rel", "noopener noreferrer").attr("target", "_blank").text(words)
}

/// An SVG element.
pub(super) fn svg(tag: &'static str) -> El {
    El { is_svg: true, ..el(tag) }
}

impl El {
    /// With an attribute.
    pub(super) fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// With a class.
    pub(super) fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// With a length or a place in a drawing.
    pub(super) fn px(self, name: &'static str, value: f64) -> Self {
        self.attr(name, &tenths(value))
    }

    /// With text at the end.
    pub(super) fn text(mut self, text: &str) -> Self {
        self.children.push(Child::Text(text.to_owned()));
        self
    }

    /// With an element at the end.
    pub(super) fn with(mut self, child: Self) -> Self {
        self.children.push(Child::El(child));
        self
    }

    /// With elements at the end.
    pub(super) fn with_all(mut self, children: Vec<Self>) -> Self {
        self.children.extend(children.into_iter().map(Child::El));
        self
    }

    /// With a copy of what stands in the page's list of reasons under this selector, at the end.
    pub(super) fn copy_of(mut self, selector: &str) -> Self {
        self.copied = Some(format!("#methods {selector}"));
        self
    }

    /// With what a click does.
    pub(super) fn on_click(mut self, click: Box<dyn FnMut() + Send>) -> Self {
        self.click = Some(click);
        self
    }

    /// The element in the page; handlers go to `clicks`, which must outlive it.
    fn draw(&mut self, clicks: &mut Vec<Closure<dyn FnMut()>>) -> Option<Element> {
        let page = document();
        let made = if self.is_svg {
            page.create_element_ns(Some(SVG), self.tag)
        } else {
            page.create_element(self.tag)
        };
        let element = made.ok()?;
        for (name, value) in &self.attributes {
            let _kept = element.set_attribute(name, value);
        }
        for child in &mut self.children {
            let node: Option<Node> = match child {
                Child::Text(text) => Some(page.create_text_node(text).into()),
                Child::El(child) => child.draw(clicks).map(Into::into),
            };
            let _added = node.map(|node| element.append_child(&node));
        }
        if let Some(Ok(Some(original))) = self.copied.as_ref().map(|it| page.query_selector(it)) {
            let mut next = original.first_child();
            while let Some(node) = next {
                let _added = node.clone_node_with_deep(true).map(|copy| element.append_child(&copy));
                next = node.next_sibling();
            }
        }
        if let Some(click) = self.click.take() {
            let click = Closure::new(click);
            let _heard = element.add_event_listener_with_callback("click", click.as_ref().unchecked_ref());
            clicks.push(click);
        }
        Some(element)
    }

    /// Can `next` be shown by changing texts and attributes alone?
    fn fits(&self, next: &Self) -> bool {
        let names = |tree: &Self| tree.attributes.iter().map(|it| it.0).collect::<Vec<_>>();
        let child = |(old, new): (&Child, &Child)| match (old, new) {
            (Child::Text(_), Child::Text(_)) => true,
            (Child::El(old), Child::El(new)) => old.fits(new),
            _ => false,
        };
        self.tag == next.tag
            && next.click.is_none()
            && self.copied == next.copied
            && self.children.len() == next.children.len()
            && names(self) == names(next)
            && self.children.iter().zip(&next.children).all(child)
    }

    /// Changes what differs from `old`, which fits.
    fn patch(&self, old: &Self, element: &Element) {
        for ((name, value), (_, before)) in self.attributes.iter().zip(&old.attributes) {
            if value != before {
                let _kept = element.set_attribute(name, value);
            }
        }
        let mut node = element.first_child();
        for (child, before) in self.children.iter().zip(&old.children) {
            let Some(here) = node else { return };
            match (child, before) {
                (Child::Text(text), Child::Text(before)) if text != before => {
                    here.set_text_content(Some(text))
                }
                (Child::El(child), Child::El(before)) => child.patch(before, here.unchecked_ref()),
                _ => {}
            }
            node = here.next_sibling();
        }
    }
}

/// What is in the page.
pub(super) struct Drawn {
    tree: El,
    element: Option<Element>,
    clicks: Vec<Closure<dyn FnMut()>>,
}

impl Render for El {
    type State = Drawn;

    fn build(mut self) -> Drawn {
        let mut clicks = Vec::new();
        let element = self.draw(&mut clicks);
        Drawn { tree: self, element, clicks }
    }

    fn rebuild(self, state: &mut Drawn) {
        match &state.element {
            Some(element) if state.clicks.is_empty() && state.tree.fits(&self) => {
                self.patch(&state.tree, element);
                state.tree = self;
            }
            _ => {
                let mut next = self.build();
                state.insert_before_this(&mut next);
                state.unmount();
                *state = next;
            }
        }
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        if let Some(element) = &self.element {
            element.remove();
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        if let Some(element) = &self.element {
            let _mounted = parent.insert_before(element, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(element) = &self.element else { return false };
        let Some(parent) = element.parent_element() else { return false };
        child.mount(&parent, Some(element));
        true
    }

    fn elements(&self) -> Vec<Element> {
        self.element.iter().cloned().collect()
    }
}

impl AddAnyAttr for El {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

/// The page is drawn in the browser alone: nothing is ever written as HTML text.
impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Drawn {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
