//! The strike's own files in TOML, without what people wrote for themselves: comments go, reasons keep only their form. Sites,
//! dates, numbers and rules stay.

use super::cast::masked;
use crate::store::record::Teller;
use toml_edit::visit_mut::{VisitMut, visit_table_like_kv_mut};
use toml_edit::{DocumentMut, Item, KeyMut, Value, value};

/// Values that name a member.
const MEMBERS: [&str; 2] = ["member", "alternate_for"];
/// Values that people wrote in their own words.
const WORDS: [&str; 1] = ["reason"];
/// Telephones.
const PHONES: [&str; 1] = ["hq_phone"];

/// `text` told by `teller`; None: it can't be read.
pub fn retold(text: &str, teller: &impl Teller) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    Renaming { teller }.visit_document_mut(&mut document);
    Some(without_comments(&document.to_string()))
}

/// Names the files of a strike anew: `[files]` of strike.toml.
pub fn with_files(text: &str, key: &str, names: &[String]) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let all: toml_edit::Array = names.iter().map(String::as_str).collect();
    document["files"][key] = value(all);
    Some(document.to_string())
}

struct Renaming<'a, T> {
    teller: &'a T,
}

impl<T: Teller> VisitMut for Renaming<'_, T> {
    fn visit_table_like_kv_mut(&mut self, key: KeyMut<'_>, node: &mut Item) {
        let name = key.get().to_owned();
        let told = node.as_str().and_then(|text| {
            let is = |names: &[&str]| names.contains(&name.as_str());
            if is(&MEMBERS) {
                Some(self.teller.id(text))
            } else if is(&WORDS) {
                Some(masked(text))
            } else if is(&PHONES) {
                Some("416-555-0100".to_owned())
            } else {
                None
            }
        });
        if let (Some(told), Some(old)) = (told, node.as_value_mut()) {
            let decor = old.decor().clone();
            *old = Value::from(told);
            *old.decor_mut() = decor;
        }
        visit_table_like_kv_mut(self, key, node);
    }
}

/// `text` with nothing after any `#` that begins a comment. Lines stay lines.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // The mark that ends the text one is in, and whether a backslash hides what follows it.
    let mut inside: Option<(&str, bool)> = None;
    while let Some(c) = rest.chars().next() {
        let mut step = c.len_utf8();
        match inside {
            Some((_, true)) if c == '\\' => step += rest[1..].chars().next().map_or(0, char::len_utf8),
            Some((end, _)) if rest.starts_with(end) => {
                // A text may end with marks of its own: `""""` is one and the end.
                let one = end.len() == 1;
                step = if one { 1 } else { rest.len() - rest.trim_start_matches(c).len() };
                inside = None;
            }
            Some(_) => {}
            None if c == '#' => {
                let line = rest.find(['\n', '\r']).unwrap_or(rest.len());
                out.truncate(out.trim_end_matches([' ', '\t']).len());
                rest = &rest[line..];
                continue;
            }
            None => {
                for (mark, escapes) in [("\"\"\"", true), ("'''", false), ("\"", true), ("'", false)] {
                    if rest.starts_with(mark) {
                        (inside, step) = (Some((mark, escapes)), mark.len());
                        break;
                    }
                }
            }
        }
        out.push_str(&rest[..step]);
        rest = &rest[step..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::redact::cast::Cast;

    #[test]
    fn comments_go_and_texts_stay() {
        let text = "# Anne knows\n[strike] # ask her\nname = \"a # b \\\" # c\"\r\nx = 'it''s # no'\n\
                    y = \"\"\"# one\n\\\"\"\"\" # gone\nz = '''\n# kept''''\n";
        let kept = "\n[strike]\nname = \"a # b \\\" # c\"\r\nx = 'it''s # no'\n\
                    y = \"\"\"# one\n\\\"\"\"\"\nz = '''\n# kept''''\n";
        assert_eq!(without_comments(text), kept);
    }

    #[test]
    fn members_and_reasons_are_told_anew() {
        let cast = Cast::new(&[("7".into(), "Roy, Luc".into())], ["9".into()].into(), &[].into());
        let text = "[[designation]]\nmember = \"9\" # Ray\nalternate_for = '7'\nkind = \"alternate\"\n\
                    [legal]\nlawful_from = { at = 2026-12-07T00:01:00, reason = \"Ray said\" }\n";
        let told = "[[designation]]\nmember = \"p0002\"\nalternate_for = \"p0001\"\nkind = \"alternate\"\n\
                    [legal]\nlawful_from = { at = 2026-12-07T00:01:00, reason = \"Xxx xxxx\" }\n";
        assert_eq!(retold(text, &cast).as_deref(), Some(told));
        assert_eq!(
            with_files("[files]\nmembers = \"../a.csv\"\n", "members", &["a.csv".into()]).as_deref(),
            Some("[files]\nmembers = [\"a.csv\"]\n")
        );
    }
}
