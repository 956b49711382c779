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
        // Where nothing else is wanted, what is no shift is the folder.
        let second = |second: &OsString| is_shift(second) || Path::new(&words[0]).is_dir();
        words.first().is_some_and(|first| !is_shift(first)) && words.get(1).is_none_or(second)
    } else {
        false
    };
    let (dir, rest) = if led { (PathBuf::from(&words[0]), &words[1..]) } else { (PathBuf::from("."), words) };
    let rest: Vec<String> = rest.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    (rest.len() <= wanted && rest.len() + optional >= wanted).then_some((dir, rest))
}

/// The one sheet that is about somebody: the word is followed by who.
const MEMBER: &str = "member";

/// As [`split`], of `export`: what is wanted, and after `member` whose.
pub fn of_export(words: &[OsString]) -> Option<(PathBuf, Vec<String>)> {
    match words {
        [first, _] if first == MEMBER => split(words, 2, 0),
        [_, second, _] if second == MEMBER => split(words, 2, 0),
        // `export DIR member`, or `export member`: whose is missing.
        [.., last] if last == MEMBER => None,
        _ => split(words, 1, 0),
    }
}

/// ` DIR`, as it would be written again after a command; nothing for the current folder.
pub fn dir_again(dir: &Path) -> String {
    let text = dir.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/._-~+".contains(c);
    match text.as_str() {
        "." | "" => String::new(),
        _ if text.chars().all(plain) => format!(" {text}"),
        _ => format!(" '{}'", text.replace('\'', "'\\''")),
    }
}

/// What is wrong with the words of a command that names a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// Too few or too many.
    Count,
    /// The shift is missing.
    NoShift,
    /// This stands where the shift's id should.
    Shift(String),
}

/// As [`split`], where the first word after the folder is a shift's id. Only what can be told before the strike is read is
/// refused: a folder, or no shift at all, where the shift should stand.
pub fn with_shift(words: &[OsString], wanted: usize, optional: usize) -> Result<(PathBuf, Vec<String>), Slip> {
    let (dir, rest) = split(words, wanted, optional).ok_or(Slip::Count)?;
    let led = words.len() > rest.len();
    let first = words.first().ok_or(Slip::Count)?;
    if led || is_shift(first) {
        return Ok((dir, rest));
    }
    Err(if Path::new(first).is_dir() { Slip::NoShift } else { Slip::Shift(first.to_string_lossy().into_owned()) })
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

    #[test]
    fn one_sheet_is_about_somebody() {
        let of = |words: &[&str]| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            of_export(&words).map(|(dir, rest)| (dir.display().to_string(), rest.join(" ")))
        };
        let some = |dir: &str, rest: &str| Some((dir.to_owned(), rest.to_owned()));
        assert_eq!(of(&["roster"]), some(".", "roster"));
        assert_eq!(of(&["x", "roster"]), some("x", "roster"));
        assert_eq!(of(&["member", "108-0001"]), some(".", "member 108-0001"));
        assert_eq!(of(&["x", "member", "108-0001"]), some("x", "member 108-0001"));
        for bad in [&["member"][..], &["x", "member"], &["x", "roster", "y"], &[]] {
            assert_eq!(of(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_forgotten_shift_is_told_before_anything_is_read() {
        let of = |words: &[&str], optional| {
            with_shift(&words.iter().map(OsString::from).collect::<Vec<_>>(), 2, optional)
                .map(|(_, rest)| rest.join(" "))
        };
        let shift = "a/b/2026-12-07/am";
        assert_eq!(of(&["src", "108-0001"], 0), Err(Slip::NoShift));
        assert_eq!(of(&["src"], 1), Err(Slip::NoShift));
        assert_eq!(of(&["nowhere", "108-0001"], 1), Err(Slip::Shift("nowhere".to_owned())));
        assert_eq!(of(&[shift], 0), Err(Slip::Count));
        assert_eq!(of(&["src", shift, "m"], 0), Ok(format!("{shift} m")));
        assert_eq!(of(&["src", "108-0001"], 1), Ok("108-0001".to_owned()), "told when the strike is known");
    }
}
