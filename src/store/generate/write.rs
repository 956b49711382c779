//! Puts a made strike on disk: into a folder that holds none, each file whole or not at all.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::store::place::{make_private, place_all_new};

/// Why a strike was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder already holds this file of a strike; nothing was touched.
    #[error("holds_strike: {0}")]
    HoldsStrike(PathBuf),
    /// The folder or a file in it could not be made.
    #[error("{path}: {source}")]
    Io {
        /// What was being made.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Files that make a folder a strike's, besides those about to be written.
const OF_A_STRIKE: [&str; 5] = ["strike.toml", "sites.toml", "members.csv", "essential.toml", "roster.db"];

/// Writes the files into `folder`, which is made (for its owner alone) if it isn't there. strike.toml goes last: a folder
/// without it isn't taken for a strike, should the program be killed half-way. Where one can't be written, none stays.
pub fn write(folder: &Path, files: &[(String, String)]) -> Result<(), WriteError> {
    let taken = OF_A_STRIKE.iter().copied().chain(files.iter().map(|(name, _)| name.as_str()));
    for name in taken {
        let path = folder.join(name);
        // A dangling link counts: renaming onto it would replace what someone put there.
        if path.symlink_metadata().is_ok() {
            return Err(WriteError::HoldsStrike(path));
        }
    }
    make_private(folder).map_err(|source| WriteError::Io { path: folder.to_owned(), source })?;
    let (last, first): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| name == "strike.toml");
    let in_order = first.into_iter().chain(last).map(|(name, text)| (name.as_str(), text.as_str()));
    place_all_new(folder, in_order).map_err(|(path, source)| WriteError::Io { path, source })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn strike() -> Vec<(String, String)> {
        ["strike.toml", "members.csv"].map(|name| (name.to_owned(), name.to_uppercase())).to_vec()
    }

    #[test]
    fn writes_into_a_new_folder_and_refuses_the_second_time() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("a/b");
        write(&folder, &strike()).unwrap();
        assert_eq!(std::fs::read_to_string(folder.join("members.csv")).unwrap(), "MEMBERS.CSV");
        let refused = write(&folder, &strike()).unwrap_err();
        assert!(matches!(refused, WriteError::HoldsStrike(path) if path.ends_with("strike.toml")));
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2, "nothing is left beside the files");
    }

    #[test]
    fn a_record_alone_is_a_strike_too() {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("roster.db"), "").unwrap();
        assert!(matches!(write(home.path(), &strike()), Err(WriteError::HoldsStrike(_))));
        assert!(!home.path().join("strike.toml").exists());
    }

    #[test]
    fn where_one_can_t_be_written_none_stays() {
        let home = tempfile::tempdir().unwrap();
        let mut files = strike();
        files.insert(1, ("no folder/essential.toml".to_owned(), String::new()));
        assert!(matches!(write(home.path(), &files), Err(WriteError::Io { .. })));
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "nothing is in the way of another attempt");
        write(home.path(), &strike()).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read() {
        use std::os::unix::fs::PermissionsExt as _;
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("new");
        write(&folder, &strike()).unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join("members.csv")), 0o600);
    }

    #[test]
    fn a_file_in_the_way_is_told() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("file");
        std::fs::write(&path, "").unwrap();
        assert!(matches!(write(&path, &strike()), Err(WriteError::Io { .. })));
    }
}
