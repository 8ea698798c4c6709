//! Signs of a broken number anywhere on the page: in text, in attributes, in fields.

use e2e::{Checked, World};

/// Finds broken numbers. Notices are skipped, because they quote the link.
const LOOK: &str = r#"
const words = [/\bNaN\b/, /\bundefined\b/, /\bInfinity\b/, /\binf\b/, /∞/];
const zeros = [/[-−]\$0(?:\.0+)?(?!\d)(?!\.\d)/, /−0(?:\.0+)?(?!\d)(?!\.\d)/];
const found = [];
const look = (text, signs, where) => {
  for (const sign of signs) if (sign.test(text)) found.push(where + ': ' + text.slice(0, 120));
};
const walk = node => {
  if (node.nodeType === 3) return look(node.data, [...words, ...zeros], 'text');
  if (node.nodeType !== 1 || node.matches('.notices, script, style')) return;
  for (const one of node.attributes) look(one.value, words, node.tagName + ' ' + one.name);
  if (node.value) look(String(node.value), words, node.tagName + ' value');
  node.childNodes.forEach(walk);
};
walk(document.body);
return found;
"#;

/// Everything that looks like a broken number.
pub(crate) async fn nonsense(world: &World) -> Checked<Vec<String>> {
    world.js(LOOK, &[]).await
}
