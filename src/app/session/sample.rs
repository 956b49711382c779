//! The built-in sample: a strike to look at when there is none yet. It is unpacked into a private temporary folder that is
//! gone when the session ends, so that anything can be tried on it.

use super::open::{Opened, Settings, open};
use crate::store::record::RecordError;
use std::path::Path;

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

fn io(path: &Path, source: std::io::Error) -> RecordError {
    RecordError::Io { path: path.to_owned(), source }
}
