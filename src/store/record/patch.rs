//! A change to one of the strike's text files, as the journal keeps it: enough to finish it after a crash, to take it back,
//! and to see that someone else has changed the file since.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// A change to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Patch {
    /// The file, as the strike names it.
    pub file: String,
    /// SHA-256 of the file before.
    pub before: String,
    /// SHA-256 of the file after.
    pub after: String,
    /// What is replaced, in order of place.
    pub edits: Vec<Edit>,
}

/// One stretch of text replaced by another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The byte of the file before at which it begins.
    pub at: usize,
    /// What stood there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub old: String,
    /// What stands there now.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub new: String,
}

impl Patch {
    /// The patch of a file whose text `before` becomes what these edits make of it.
    pub fn new(file: &str, before: &str, edits: Vec<Edit>) -> Self {
        let mut patch = Self { file: file.to_owned(), before: digest(before), after: String::new(), edits };
        patch.after = digest(&patch.spliced(before).unwrap_or_default());
        patch
    }

    /// The patch of a file whose text `before` becomes `after`: one edit, from the first letter that differs to the last.
    pub fn between(file: &str, before: &str, after: &str) -> Self {
        let same = |a: char, b: char| if a == b { a.len_utf8() } else { 0 };
        let head: usize =
            before.chars().zip(after.chars()).map(|(a, b)| same(a, b)).take_while(|length| *length > 0).sum();
        let (old, new) = (&before[head..], &after[head..]);
        let tail: usize =
            old.chars().rev().zip(new.chars().rev()).map(|(a, b)| same(a, b)).take_while(|length| *length > 0).sum();
        let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
        let edit = Edit { at: head, old: old.to_owned(), new: new.to_owned() };
        Self::new(file, before, if before == after { Vec::new() } else { vec![edit] })
    }

    /// True for a list of members; what else is changed is a file of the strike in TOML.
    pub fn is_list(&self) -> bool {
        !std::path::Path::new(&self.file).extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"))
    }

    /// The text after, when `text` is the text before; None: it is another.
    pub fn apply(&self, text: &str) -> Option<String> {
        (digest(text) == self.before).then(|| self.spliced(text)).flatten()
    }

    /// True when `text` is the text after.
    pub fn is_done(&self, text: &str) -> bool {
        digest(text) == self.after
    }

    /// What takes it back.
    #[must_use]
    pub fn inverse(self) -> Self {
        let (mut shorter, mut longer) = (0, 0);
        let back = |edit: Edit| {
            let at = edit.at + longer - shorter;
            shorter += edit.old.len();
            longer += edit.new.len();
            Edit { at, old: edit.new, new: edit.old }
        };
        Self {
            file: self.file,
            before: self.after,
            after: self.before,
            edits: self.edits.into_iter().map(back).collect(),
        }
    }

    fn spliced(&self, text: &str) -> Option<String> {
        let mut after = String::with_capacity(text.len());
        let mut at = 0;
        for edit in &self.edits {
            let end = edit.at + edit.old.len();
            if text.get(edit.at..end)? != edit.old {
                return None;
            }
            after.push_str(text.get(at..edit.at)?);
            after.push_str(&edit.new);
            at = end;
        }
        after.push_str(text.get(at..)?);
        Some(after)
    }
}

fn digest(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// Bytes as people read them out: two digits each.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a text can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_between_two_texts_is_one_edit() {
        for (before, after) in
            [("target = 12 # é\n", "target = 9 # é\n"), ("a", "aa"), ("aa", "a"), ("", "x"), ("é", "è"), ("x", "x")]
        {
            let patch = Patch::between("s.toml", before, after);
            assert_eq!(patch.apply(before).as_deref(), Some(after));
            assert_eq!(patch.inverse().apply(after).as_deref(), Some(before));
        }
        assert_eq!(Patch::between("s.toml", "n = 12 #", "n = 9 #").edits[0].old, "12");
    }

    #[test]
    fn a_patch_goes_forth_and_back_and_knows_its_file() {
        let edit = |at, old: &str, new: &str| Edit { at, old: old.into(), new: new.into() };
        let before = "id,name\n1,Anne\n2,Bob\n";
        let patch =
            Patch::new("m.csv", before, vec![edit(7, "", ",x"), edit(8, "1,Anne", "1,É,"), edit(21, "", "3,C,\n")]);
        let after = patch.apply(before).expect("its own file");
        assert_eq!(after, "id,name,x\n1,É,\n2,Bob\n3,C,\n");
        assert!(patch.is_done(&after) && !patch.is_done(before));
        assert_eq!(patch.apply(&after), None);
        assert_eq!(patch.apply("id,name\n1,Anna\n2,Bob\n"), None);
        let back = patch.clone().inverse();
        assert_eq!(back.apply(&after).as_deref(), Some(before));
        assert_eq!(back.inverse(), patch);
    }
}
