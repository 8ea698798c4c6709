//! Elements as a plain tree, without a page.

use super::plot::tenths;
use payenough_analysis::working::{Named, pieces};
use std::borrow::Cow;

/// What a click does.
type Click = Box<dyn FnMut() + Send>;

/// An element with all that is in it.
pub struct El {
    /// Name of the element.
    pub tag: Cow<'static, str>,
    /// Is it of a drawing?
    pub is_svg: bool,
    /// Names and values.
    pub attributes: Vec<(Cow<'static, str>, String)>,
    /// Texts and elements, in order.
    pub children: Vec<Child>,
    /// What of the page's list of reasons is copied in at the end: a selector.
    pub copied: Option<String>,
    /// What a click does, where the tree is made in the page itself.
    pub click: Option<Click>,
}

/// What an element holds.
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

/// Words that open the working of a number, by its name; of an input, the way to it.
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
    /// With an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((Cow::Borrowed(name), value.to_owned()));
        self
    }

    /// With a class.
    #[must_use]
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// With one class more.
    #[must_use]
    pub fn class_too(mut self, class: &str) -> Self {
        match self.attributes.iter_mut().find(|it| it.0 == "class") {
            Some((_, all)) => all.push_str(&format!(" {class}")),
            None => return self.class(class),
        }
        self
    }

    /// With a length or a place in a drawing.
    #[must_use]
    pub fn px(self, name: &'static str, value: f64) -> Self {
        self.attr(name, &tenths(value))
    }

    /// With text at the end.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Child::Text(text.to_owned()));
        self
    }

    /// With a text whose numbers open their workings.
    #[must_use]
    pub fn said(mut self, text: &str) -> Self {
        for (words, key) in pieces(text) {
            self = match key {
                Some(key) => self.with(named(words, key)),
                None => self.text(words),
            };
        }
        self
    }

    /// With an element at the end.
    #[must_use]
    pub fn with(mut self, child: Self) -> Self {
        self.children.push(Child::El(child));
        self
    }

    /// With elements at the end.
    #[must_use]
    pub fn with_all(mut self, children: Vec<Self>) -> Self {
        self.children.extend(children.into_iter().map(Child::El));
        self
    }

    /// With a copy of what stands in the page's list of reasons under this selector, at the end.
    #[must_use]
    pub fn copy_of(mut self, selector: &str) -> Self {
        self.copied = Some(format!("#methods {selector}"));
        self
    }

    /// With what a click does.
    #[must_use]
    pub fn on_click(mut self, click: Click) -> Self {
        self.click = Some(click);
        self
    }

    /// Can `next` be shown in place of this by changing texts and attributes alone?
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
