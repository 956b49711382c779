//! The words after a command, where DIR may be left out: `assign DIR SHIFT MEMBER` and `assign SHIFT MEMBER` both work.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The folder, and the words after it as text. `wanted` is how many words there are besides DIR, `optional` how many of
/// them may be left out at the end.
pub fn split(words: &[OsString], wanted: usize, optional: usize) -> Option<(PathBuf, Vec<String>)> {
    let led = if words.len() > wanted {
        true
    } else if words.len() == wanted && optional > 0 {
        // `why DIR SHIFT` or `why SHIFT MEMBER`: a shift's id tells itself, and so does a folder before one that is mistyped.
        !is_shift(&words[0]) && (is_shift(&words[1]) || Path::new(&words[0]).is_dir())
    } else {
        false
    };
    let (dir, rest) = if led { (PathBuf::from(&words[0]), &words[1..]) } else { (PathBuf::from("."), words) };
    let rest: Vec<String> = rest.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    (rest.len() <= wanted && rest.len() + optional >= wanted).then_some((dir, rest))
}

/// True for something of the form `SITE/LINE/YYYY-MM-DD/TEMPLATE`.
fn is_shift(word: &OsStr) -> bool {
    let word = word.to_string_lossy();
    let parts: Vec<&str> = word.split('/').collect();
    matches!(parts.as_slice(), [_, _, date, _] if date.parse::<chrono::NaiveDate>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str], wanted: usize, optional: usize) -> Option<(String, String)> {
        let words: Vec<OsString> = words.iter().map(OsString::from).collect();
        split(&words, wanted, optional).map(|(dir, rest)| (dir.display().to_string(), rest.join(" ")))
    }

    #[test]
    fn the_folder_may_be_left_out() {
        let shift = "a/b/2026-12-07/am";
        let some = |dir: &str, rest: &str| Some((dir.to_owned(), rest.to_owned()));
        assert_eq!(of(&["x", shift, "m"], 2, 0), some("x", &format!("{shift} m")));
        assert_eq!(of(&[shift, "m"], 2, 0), some(".", &format!("{shift} m")));
        assert_eq!(of(&["x", shift], 2, 1), some("x", shift));
        assert_eq!(of(&[shift, "m"], 2, 1), some(".", &format!("{shift} m")));
        assert_eq!(of(&[".", "a/b"], 2, 1), some(".", "a/b"), "a mistyped shift");
        assert_eq!(of(&[shift], 2, 1), some(".", shift));
        assert_eq!(of(&["x", shift, "m"], 2, 1), some("x", &format!("{shift} m")));
        assert_eq!(of(&[shift], 2, 0), None);
    }
}
