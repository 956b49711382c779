//! The strike's own files in TOML, without what people wrote for themselves: comments go, reasons keep only their form. Sites,
//! dates, numbers and rules stay.

use super::cast::masked;
use crate::store::record::Teller;
use toml_edit::visit_mut::{VisitMut, visit_table_like_kv_mut};
use toml_edit::{DocumentMut, Item, KeyMut, Value, value};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

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

/// `text` without its comments, nor the blanks before them. Lines stay lines.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for token in Source::new(text).lex() {
        if token.kind() == TokenKind::Comment {
            out.truncate(out.trim_end_matches([' ', '\t']).len());
        } else {
            out.push_str(text.get(token.span().start()..token.span().end()).unwrap_or_default());
        }
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
