//! The page as a reader sees and uses it.

use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::keys::TypingData;
use thirtyfour::{By, Key, WebElement};

use crate::expected::collapsed;
use crate::fault::{Checked, Fault};
use crate::parts;
use crate::world::World;

/// Time limit for anything on the page.
const PATIENCE: Duration = Duration::from_secs(10);

impl World {
    /// Opens a path of the site and waits until the calculator is ready.
    ///
    /// # Errors
    /// If the calculator is not ready in time.
    pub async fn open(&self, path: &str) -> Checked {
        self.driver.goto(format!("{}{path}", self.site.origin())).await?;
        self.until(parts::READY, path).await
    }

    /// Opens the page with a query.
    ///
    /// # Errors
    /// If the calculator is not ready in time.
    pub async fn open_link(&self, query: &str) -> Checked {
        self.open(&format!("/?{query}")).await
    }

    /// Waits until the calculator is ready, after a reload or in a frame.
    ///
    /// # Errors
    /// If the calculator is not ready in time.
    pub async fn until_ready(&self) -> Checked {
        self.until(parts::READY, "the calculator to stand").await
    }

    /// Runs a script and returns its result.
    ///
    /// # Errors
    /// If the script throws or returns another type.
    pub async fn js<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Checked<T> {
        let returned = self.driver.execute(script, arguments).await?;
        Ok(serde_json::from_value(returned.json().clone())?)
    }

    /// Waits until a script returns true.
    ///
    /// # Errors
    /// If it does not in time. `what` names what was awaited.
    pub async fn until(&self, script: &str, what: &str) -> Checked {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if self.js(script, &[]).await? {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Err(Fault(format!("waited in vain for {what}: `{script}`")))
    }

    /// Waits until the query of the address bar is the expected one, and returns it, or the last query after the time
    /// limit.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn query_after(&self, expected: &str) -> Checked<String> {
        let start = Instant::now();
        loop {
            let query: String = self.js("return location.search", &[]).await?;
            let query = query.trim_start_matches('?').to_owned();
            if query == expected || start.elapsed() > Duration::from_secs(2) {
                return Ok(query);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The text of the first element that a selector finds, with single spaces; empty if there is none.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn text(&self, css: &str) -> Checked<String> {
        let script = "const it = document.querySelector(arguments[0]); return it ? it.textContent : ''";
        Ok(collapsed(&self.js::<String>(script, &[json!(css)]).await?))
    }

    /// The texts of all elements that a selector finds.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn texts(&self, css: &str) -> Checked<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(it => it.textContent)";
        let texts: Vec<String> = self.js(script, &[json!(css)]).await?;
        Ok(texts.iter().map(|text| collapsed(text)).collect())
    }

    /// An attribute of all elements that a selector finds; empty for an element without it.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn attributes(&self, css: &str, name: &str) -> Checked<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])]\
                      .map(it => it.getAttribute(arguments[1]) ?? '')";
        self.js(script, &[json!(css), json!(name)]).await
    }

    /// What the scenario as set says by itself, as one line. The page keeps it in an attribute from when a worker
    /// sends it until the scenario changes.
    ///
    /// # Errors
    /// If it does not arrive in time.
    pub async fn verdict(&self) -> Checked<String> {
        self.until(parts::ANSWERED, "the verdict of this scenario").await?;
        let said = self.attributes(parts::VERDICT, "data-as-set").await?;
        Ok(crate::expected::collapsed(&said.concat()))
    }

    /// The first sentence of the answer that is shown.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn headline(&self) -> Checked<String> {
        self.text(parts::HEADLINE).await
    }

    /// The value of a control: its text, its option, or whether it is checked.
    ///
    /// # Errors
    /// If there is no such control.
    pub async fn value(&self, css: &str) -> Checked<String> {
        let script = "const it = document.querySelector(arguments[0]);\
                      return it.type === 'checkbox' ? String(it.checked) : it.value";
        self.js(script, &[json!(css)]).await
    }

    /// Opens every disclosure around an element, so that it is visible.
    ///
    /// # Errors
    /// If there is no such element.
    pub async fn reveal(&self, css: &str) -> Checked<WebElement> {
        let element =
            self.driver.find(By::Css(css)).await.map_err(|_| Fault(format!("there is no {css}")))?;
        let script = "for (let it = arguments[0].closest('details'); it; it = it.parentElement.closest('details'))\
                      if (!it.open) it.open = true; arguments[0].scrollIntoView({ block: 'center' })";
        self.driver.execute(script, vec![element.to_json()?]).await?;
        Ok(element)
    }

    /// Clicks an element. If the page redraws it between finding and clicking, the click is repeated on the new
    /// element.
    ///
    /// # Errors
    /// If it cannot be clicked.
    pub async fn click(&self, css: &str) -> Checked {
        let start = Instant::now();
        loop {
            let clicked = match self.reveal(css).await {
                Ok(element) => element.click().await.map_err(Fault::from),
                Err(fault) => Err(fault),
            };
            match clicked {
                Err(fault) if fault.0.contains("stale element") && start.elapsed() < PATIENCE => {}
                clicked => {
                    return clicked.map_err(|Fault(why)| Fault(format!("{css} cannot be clicked: {why}")));
                }
            }
        }
    }

    /// Replaces the text of a field by keystrokes, without committing it.
    ///
    /// # Errors
    /// If it cannot be typed into.
    pub async fn type_into(&self, css: &str, text: &str) -> Checked {
        let element = self.reveal(css).await?;
        self.driver.execute("arguments[0].focus(); arguments[0].select()", vec![element.to_json()?]).await?;
        Ok(element.send_keys(text).await?)
    }

    /// Presses a key in an element.
    ///
    /// # Errors
    /// If the element accepts no keys.
    pub async fn press(&self, css: &str, key: Key) -> Checked {
        let element = self.reveal(css).await?;
        Ok(element.send_keys(TypingData::from(key)).await?)
    }

    /// The errors in the document that the hooks recorded.
    ///
    /// # Errors
    /// If the browser does not answer.
    pub async fn errors(&self) -> Checked<Vec<String>> {
        self.js("return window.__seen ? window.__seen.errors.splice(0) : []", &[]).await
    }

    /// Waits until something was copied to the clipboard, and returns the last text.
    ///
    /// # Errors
    /// If nothing was copied in time.
    pub async fn copied(&self) -> Checked<String> {
        self.until("return window.__seen.copied.length > 0", "something on the clipboard").await?;
        self.js("return window.__seen.copied.splice(0).pop()", &[]).await
    }

    /// Waits until a file was offered for download, and returns the text of the last one.
    ///
    /// # Errors
    /// If no file was offered in time.
    pub async fn offered_file(&self) -> Checked<String> {
        self.until("return window.__seen.blobs.length > 0", "a file").await?;
        let script = "const done = arguments[arguments.length - 1]; window.__seen.blobs.splice(0).pop().text().then(done)";
        let returned = self.driver.execute_async(script, Vec::new()).await?;
        Ok(serde_json::from_value(returned.json().clone())?)
    }
}
