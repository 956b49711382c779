//! The chain: each entry of the journal is linked by hash to the one before, so that none can be changed unseen.
//!
//! What an entry says is first sealed with a random salt, and the link is made over the seal. After a strike, a purge takes
//! notes out of entries: the salt goes with them and the seal stays. So every link ever told still holds, and nobody can
//! find out by trying (a telephone has ten digits) what an entry once said. What a purged entry still says is sealed by the
//! purge's own entry.

use super::journal::{Entry, PURGE};
use super::patch::hex;
use sha2::{Digest, Sha256};

/// Where a purge's entry keeps the digest of what the purged entries still say.
pub const STILL: &str = "still";

/// How an entry is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seal {
    /// With this salt.
    Salted(Vec<u8>),
    /// Written before there were salts.
    Plain,
    /// Purged; this was its seal.
    Purged(Vec<u8>),
    /// Written before there were salts, and purged: its link stands for itself.
    PlainPurged,
    /// No entry of this program has such a seal.
    Wrong,
}

impl Seal {
    /// The seal of a row with these columns.
    pub fn of(salt: Option<Vec<u8>>, sealed: Option<Vec<u8>>) -> Self {
        match (salt, sealed) {
            (Some(salt), None) => Self::Salted(salt),
            (None, None) => Self::Plain,
            (None, Some(sealed)) if sealed.is_empty() => Self::PlainPurged,
            (None, Some(sealed)) => Self::Purged(sealed),
            (Some(_), Some(_)) => Self::Wrong,
        }
    }

    /// What stays of it when notes are taken out of the entry, which says this so far.
    pub fn purged(self, particulars: &str, body: &str) -> Vec<u8> {
        match self {
            Self::Salted(salt) => seal(&salt, particulars, body),
            Self::Purged(sealed) => sealed,
            Self::Plain | Self::PlainPurged | Self::Wrong => Vec::new(),
        }
    }
}

/// The seal of what an entry says.
pub fn seal(salt: &[u8], particulars: &str, body: &str) -> Vec<u8> {
    digest(&[salt, particulars.as_bytes(), body.as_bytes()])
}

/// The link of an entry after the link `before`; `sealed` stands for what it says.
pub fn link(before: &[u8], entry: &Entry, sealed: &[u8]) -> Vec<u8> {
    digest(&[
        before,
        &entry.seq.to_be_bytes(),
        &entry.at.0.to_be_bytes(),
        entry.actor.as_bytes(),
        entry.action.as_bytes(),
        &entry.turns.unwrap_or(0).to_be_bytes(),
        &[u8::from(entry.undoable)],
        &entry.version.to_be_bytes(),
        sealed,
    ])
}

/// True when `link` is the entry's.
pub fn holds(before: &[u8], entry: &Entry, particulars: &str, body: &str, by: &Seal, link: &[u8]) -> bool {
    match by {
        Seal::Salted(salt) => self::link(before, entry, &seal(salt, particulars, body)) == link,
        Seal::Purged(sealed) => self::link(before, entry, sealed) == link,
        Seal::Plain => plain(before, entry, particulars, body) == link,
        // Held by the purge's entry.
        Seal::PlainPurged => true,
        Seal::Wrong => false,
    }
}

/// The link as it was made before there were salts.
fn plain(before: &[u8], entry: &Entry, particulars: &str, body: &str) -> Vec<u8> {
    digest(&[
        before,
        &entry.seq.to_be_bytes(),
        &entry.at.0.to_be_bytes(),
        entry.actor.as_bytes(),
        entry.action.as_bytes(),
        particulars.as_bytes(),
        &entry.turns.unwrap_or(0).to_be_bytes(),
        &[u8::from(entry.undoable)],
        &entry.version.to_be_bytes(),
        body.as_bytes(),
    ])
}

/// SHA-256 of all parts. Each is led by its length, so that nothing can be moved from one part to the next.
fn digest(parts: &[&[u8]]) -> Vec<u8> {
    let mut hash = Sha256::new();
    for part in parts {
        take(&mut hash, part);
    }
    hash.finalize().to_vec()
}

fn take(hash: &mut Sha256, part: &[u8]) {
    hash.update((part.len() as u64).to_be_bytes());
    hash.update(part);
}

/// Follows what purged entries still say, and holds it against what the purges say of them.
#[derive(Debug, Default)]
pub struct Purged {
    still: Sha256,
    /// The last purged entry of which no purge has told yet.
    open: Option<u64>,
    wrong: Option<u64>,
}

impl Purged {
    /// Takes the next entry into account.
    pub fn read(&mut self, entry: &Entry, particulars: &str, body: &str, by: &Seal, link: &[u8]) {
        if matches!(by, Seal::Purged(_) | Seal::PlainPurged) {
            for part in [&entry.seq.to_be_bytes()[..], entry.actor.as_bytes(), entry.action.as_bytes()] {
                take(&mut self.still, part);
            }
            for part in [&entry.at.0.to_be_bytes()[..], particulars.as_bytes(), body.as_bytes(), link] {
                take(&mut self.still, part);
            }
            self.open = self.open.or(Some(entry.seq));
        }
        if entry.action == PURGE {
            // A later purge may have taken more out of the same entries: the last one tells.
            let told = entry.particulars[STILL].as_str();
            self.wrong = (told != Some(&self.digest())).then_some(entry.seq);
            self.open = None;
        }
    }

    /// What the purged entries read so far still say.
    pub fn digest(&self) -> String {
        hex(&self.still.clone().finalize())
    }

    /// The first entry that was changed after it was purged, as far as it can be told; None: none was.
    pub fn broken(&self) -> Option<u64> {
        self.open.or(self.wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Instant;
    use serde_json::json;

    #[test]
    fn an_entry_that_looks_purged_is_told_unless_a_purge_tells_of_it() {
        let entry = |seq, action: &str, particulars| Entry {
            seq,
            at: Instant(0),
            actor: "anne".into(),
            action: action.into(),
            particulars,
            turns: None,
            undoable: true,
            version: 1,
        };
        let mut read = Purged::default();
        read.read(&entry(1, "assign", json!({})), "{}", "", &Seal::Salted(vec![1]), b"");
        assert_eq!(read.broken(), None);
        read.read(&entry(2, "assign", json!({})), "{}", "", &Seal::Purged(vec![2]), b"");
        assert_eq!(read.broken(), Some(2), "nobody purged it");
        let told = json!({ STILL: read.digest() });
        read.read(&entry(3, PURGE, told.clone()), "", "", &Seal::Salted(vec![3]), b"");
        assert_eq!(read.broken(), None);
        read.read(&entry(4, "assign", json!({})), "{}", "", &Seal::PlainPurged, b"");
        read.read(&entry(5, PURGE, told), "", "", &Seal::Salted(vec![5]), b"");
        assert_eq!(read.broken(), Some(5), "it tells of other entries");
    }
}
