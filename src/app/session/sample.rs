//! The built-in sample: a strike to look at when there is none yet. It is unpacked into a private temporary folder that is
//! gone when the session ends, so that anything can be tried on it.

use super::Session;
use super::open::{Opened, Settings, open};
use crate::store::record::RecordError;
use std::path::{Path, PathBuf};

const FILES: [(&str, &str); 4] = [
    ("strike.toml", include_str!("../../../config/opseu/strike.toml")),
    ("sites.toml", include_str!("../../../config/opseu/sites.toml")),
    ("members.csv", include_str!("../../../config/opseu/members.csv")),
    ("essential.toml", include_str!("../../../config/opseu/essential.toml")),
];

/// Opens the sample.
pub fn open_sample(settings: Settings) -> Result<Opened, RecordError> {
    let folder = tempfile::Builder::new()
        .prefix("picket-sample-")
        .tempdir()
        .map_err(|source| io(&std::env::temp_dir(), source))?;
    for (name, text) in FILES {
        let path = folder.path().join(name);
        std::fs::write(&path, text).map_err(|source| io(&path, source))?;
    }
    let mut opened = open(folder.path(), settings)?;
    if let Some(session) = &mut opened.session {
        session.sample = Some(folder);
    }
    Ok(opened)
}

impl Session {
    /// Where something goes that is written under this name: a name alone is one in the strike's folder, wherever the program
    /// was started. The sample's own folder is gone when the session ends: from there it goes to where the program was started.
    pub fn place_of(&self, name: &Path) -> PathBuf {
        if self.sample.is_some() {
            std::path::absolute(name).unwrap_or_else(|_| name.to_owned())
        } else {
            self.folder.join(name)
        }
    }
}

fn io(path: &Path, source: std::io::Error) -> RecordError {
    RecordError::Io { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::session::When;

    #[test]
    fn what_is_written_outlives_the_sample() {
        let settings = Settings { now: When::Now, actor: "captain".to_owned(), language: None };
        let session = open_sample(settings).expect("a sample").session.expect("it can be used");
        let here = std::env::current_dir().expect("somewhere");
        assert_eq!(session.place_of(Path::new("copy.db")), here.join("copy.db"));
        assert_eq!(session.place_of(Path::new("/elsewhere/copy.db")), Path::new("/elsewhere/copy.db"));
        let own = Session { sample: None, ..session };
        assert_eq!(own.place_of(Path::new("copy.db")), own.folder.join("copy.db"));
    }
}
