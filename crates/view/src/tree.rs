//! Elements as a plain tree, independent of the browser.

use super::plot::tenths;
use payenough_analysis::working::{Named, pieces};
use std::borrow::Cow;

/// A click handler.
type Click = Box<dyn FnMut() + Send>;

/// An element with its attributes and children.
pub struct El {
    /// Tag name.
    pub tag: Cow<'static, str>,
    /// Whether it is an SVG element.
    pub is_svg: bool,
    /// Names and values of the attributes.
    pub attributes: Vec<(Cow<'static, str>, String)>,
    /// Texts and elements, in order.
    pub children: Vec<Child>,
    /// Selector of an element of the page's list of sources, which is copied in as the last child.
    pub copied: Option<String>,
    /// Click handler; only in trees that the page itself makes.
    pub click: Option<Click>,
}

/// A child of an element.
pub enum Child {
    /// Text.
    Text(String),
    /// An element.
    El(El),
}

/// An HTML element.
#[must_use]
pub fn el(tag: &'static str) -> El {
    El {
        tag: Cow::Borrowed(tag),
        is_svg: false,
        attributes: Vec::new(),
        children: Vec::new(),
        copied: None,
        click: None,
    }
}

/// A link to another site.
#[must_use]
pub fn outward(url: &str, words: &str) -> El {
    el("a").attr("href", url).attr("rel", "noopener noreferrer").attr("target", "_blank").text(words)
}

/// A number that opens its working.
#[must_use]
pub fn opens(text: &str, number: impl Named) -> El {
    named(text, &number.named())
}

/// A button that opens the working of a number, or a link to an input. `key` is the name of either.
fn named(words: &str, key: &str) -> El {
    if key.starts_with('#') {
        return el("a").class("opens").attr("href", key).text(words);
    }
    el("button").attr("type", "button").class("opens").attr("data-why", key).text(words)
}

/// An SVG element.
#[must_use]
pub fn svg(tag: &'static str) -> El {
    El { is_svg: true, ..el(tag) }
}

impl El {
    /// Adds an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((Cow::Borrowed(name), value.to_owned()));
        self
    }

    /// Sets the class.
    #[must_use]
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Adds another class.
    #[must_use]
    pub fn class_too(mut self, class: &str) -> Self {
        match self.attributes.iter_mut().find(|it| it.0 == "class") {
            Some((_, all)) => all.push_str(&format!(" {class}")),
            None => return self.class(class),
        }
        self
    }

    /// Adds an attribute that is a length or a coordinate in a drawing.
    #[must_use]
    pub fn px(self, name: &'static str, value: f64) -> Self {
        self.attr(name, &tenths(value))
    }

    /// Appends a text.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Child::Text(text.to_owned()));
        self
    }

    /// Appends a text in which numbers are buttons that open their workings.
    #[must_use]
    pub fn linked_text(mut self, text: &str) -> Self {
        for (words, key) in pieces(text) {
            self = match key {
                Some(key) => self.with(named(words, key)),
                None => self.text(words),
            };
        }
        self
    }

    /// Appends an element.
    #[must_use]
    pub fn with(mut self, child: Self) -> Self {
        self.children.push(Child::El(child));
        self
    }

    /// Appends elements.
    #[must_use]
    pub fn with_all(mut self, children: Vec<Self>) -> Self {
        self.children.extend(children.into_iter().map(Child::El));
        self
    }

    /// Appends a copy of the element of the page's list of sources that this selector finds.
    #[must_use]
    pub fn copy_of(mut self, selector: &str) -> Self {
        self.copied = Some(format!("#methods {selector}"));
        self
    }

    /// Sets the click handler.
    #[must_use]
    pub fn on_click(mut self, click: Click) -> Self {
        self.click = Some(click);
        self
    }

    /// Whether `next` can be shown in place of this tree by changing texts and attributes only.
    #[must_use]
    pub fn fits(&self, next: &Self) -> bool {
        let child = |(old, new): (&Child, &Child)| match (old, new) {
            (Child::Text(_), Child::Text(_)) => true,
            (Child::El(old), Child::El(new)) => old.fits(new),
            _ => false,
        };
        self.tag == next.tag
            && next.click.is_none()
            && self.copied == next.copied
            && self.children.len() == next.children.len()
            && self.attributes.len() == next.attributes.len()
            && self.attributes.iter().zip(&next.attributes).all(|(old, new)| old.0 == new.0)
            && self.children.iter().zip(&next.children).all(child)
    }
}
