//! Trees of elements in the page. A tree is drawn once; after that only the texts and attributes that differ are
//! changed.
//! One type of view keeps the program small. A part with signals of its own is a component instead.

use leptos::prelude::{AddAnyAttr, Mountable, Render, RenderHtml, document};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::{Element, Node};
use payenough_view::{Child, El, el};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Click handlers, which must outlive their elements.
type Clicks = Vec<Closure<dyn FnMut()>>;

/// Creates the DOM element of a tree, and collects the click handlers in `clicks`.
fn draw(tree: &mut El, clicks: &mut Clicks) -> Option<Element> {
    let page = document();
    let made = if tree.is_svg {
        page.create_element_ns(Some(SVG), &tree.tag)
    } else {
        page.create_element(&tree.tag)
    };
    let element = made.ok()?;
    for (name, value) in &tree.attributes {
        let _kept = element.set_attribute(name, value);
    }
    for child in &mut tree.children {
        let node: Option<Node> = match child {
            Child::Text(text) => Some(page.create_text_node(text).into()),
            Child::El(child) => draw(child, clicks).map(Into::into),
        };
        let _added = node.map(|node| element.append_child(&node));
    }
    if let Some(Ok(Some(original))) = tree.copied.as_ref().map(|it| page.query_selector(it)) {
        let mut next = original.first_child();
        while let Some(node) = next {
            let _added = node.clone_node_with_deep(true).map(|copy| element.append_child(&copy));
            next = node.next_sibling();
        }
    }
    if let Some(click) = tree.click.take() {
        let click = Closure::new(click);
        let _heard = element.add_event_listener_with_callback("click", click.as_ref().unchecked_ref());
        clicks.push(click);
    }
    Some(element)
}

/// Applies the differences between `old` and `tree` to the element. Both trees have the same shape.
fn patch(tree: &El, old: &El, element: &Element) {
    for ((name, value), (_, before)) in tree.attributes.iter().zip(&old.attributes) {
        if value != before {
            let _kept = element.set_attribute(name, value);
        }
    }
    let mut node = element.first_child();
    for (child, before) in tree.children.iter().zip(&old.children) {
        let Some(here) = node else { return };
        match (child, before) {
            (Child::Text(text), Child::Text(before)) if text != before => here.set_text_content(Some(text)),
            (Child::El(child), Child::El(before)) => patch(child, before, here.unchecked_ref()),
            _ => {}
        }
        node = here.next_sibling();
    }
}

/// A tree as a view.
pub(super) struct Tree(pub(super) El);

/// The tree without buttons that open workings, for a frame, which has no room for them.
pub(super) fn closed(mut tree: El) -> El {
    if tree.attributes.iter().any(|(name, value)| name == "class" && value == "opens") {
        tree.tag = "span".into();
        tree.attributes.clear();
    }
    for child in &mut tree.children {
        if let Child::El(child) = child {
            let inner = core::mem::replace(child, el(""));
            *child = closed(inner);
        }
    }
    tree
}

/// A tree that is drawn in the page.
pub(super) struct Drawn {
    tree: El,
    element: Option<Element>,
    clicks: Clicks,
}

impl Render for Tree {
    type State = Drawn;

    fn build(mut self) -> Drawn {
        let mut clicks = Vec::new();
        let element = draw(&mut self.0, &mut clicks);
        Drawn { tree: self.0, element, clicks }
    }

    fn rebuild(self, state: &mut Drawn) {
        match &state.element {
            Some(element) if state.clicks.is_empty() && state.tree.fits(&self.0) => {
                patch(&self.0, &state.tree, element);
                state.tree = self.0;
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

impl AddAnyAttr for Tree {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

/// The page is drawn only in the browser, so nothing is ever written as HTML text.
impl RenderHtml for Tree {
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
