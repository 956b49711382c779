//! A path as a person types or pastes it.

use std::path::{MAIN_SEPARATOR, PathBuf};

/// The path: without the quotes that a pasted one has, and from the user's own folder where it begins with `~`, as a shell
/// reads it.
pub(super) fn path_typed(text: &str) -> PathBuf {
    path_from(text, std::env::home_dir)
}

fn path_from(text: &str, home: impl FnOnce() -> Option<PathBuf>) -> PathBuf {
    let text = text.trim().trim_matches(['\'', '"']);
    let at_home = match text.strip_prefix('~') {
        Some("") => home(),
        Some(rest) => rest.strip_prefix(MAIN_SEPARATOR).and_then(|rest| Some(home()?.join(rest))),
        None => None,
    };
    at_home.unwrap_or_else(|| text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_as_a_shell_reads_them() {
        let read = |text| path_from(text, || Some("/home/anne".into())).to_string_lossy().into_owned();
        for (typed, wanted) in [
            ("~/strike", "/home/anne/strike"),
            ("  '~/a strike'  ", "/home/anne/a strike"),
            ("~", "/home/anne"),
            ("~/", "/home/anne/"),
            ("~/lists/", "/home/anne/lists/"),
            ("\"/tmp/a strike\"", "/tmp/a strike"),
            ("./strike", "./strike"),
            ("~other/strike", "~other/strike"),
            ("copy~.db", "copy~.db"),
            ("", ""),
        ] {
            assert_eq!(read(typed), wanted, "{typed}");
        }
        assert_eq!(path_from("~/strike", || None), PathBuf::from("~/strike"), "nobody has a home here");
    }
}
