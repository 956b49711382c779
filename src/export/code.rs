//! The code on a sheet: short enough to read out over the telephone, and another one whenever what the sheet says is
//! another. It is worked out from what a sheet is about, never from how it looks: paper width, language, page length and
//! the time of printing don't change it.

use sha2::{Digest, Sha256};
use std::fmt;

/// Digits without those that are taken for one another (Crockford's base 32: no I, L, O, U).
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Digits of a code: 40 bits, so that of a million sheets no two are likely to share one.
const LENGTH: usize = 8;

/// What tells a sheet from every other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u64);

impl Code {
    /// The code of a sheet that says these things, in this order.
    pub fn of<T: AsRef<str>>(parts: impl IntoIterator<Item = T>) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            let bytes = part.as_ref().as_bytes();
            // With its length before it, no part can run into the next.
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        }
        let digest = hash.finalize();
        Self(digest.iter().take(LENGTH * 5 / 8).fold(0, |code, byte| code << 8 | u64::from(*byte)))
    }

    /// Reads a code as a person copies it: any case, with or without its hyphen, with letters that look like digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut code = 0;
        let mut length = 0;
        for c in text.trim().chars().filter(|c| !matches!(c, '-' | ' ')) {
            let digit = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = DIGITS.iter().position(|known| char::from(*known) == digit)?;
            code = code << 5 | value as u64;
            length += 1;
            if length > LENGTH {
                return None;
            }
        }
        (length == LENGTH).then_some(Self(code))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..LENGTH).rev() {
            let digit = DIGITS[(self.0 >> (5 * place)) as usize & 31];
            write!(f, "{}{}", char::from(digit), if place == LENGTH / 2 { "-" } else { "" })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_however_it_is_copied() {
        for seed in 0..500 {
            let code = Code::of(["a sheet", &seed.to_string()]);
            let text = code.to_string();
            assert_eq!(text.len(), 9, "{text}");
            for copied in [text.clone(), text.to_lowercase(), text.replace('-', ""), format!(" {text} ")] {
                assert_eq!(Code::parse(&copied), Some(code), "{copied}");
            }
            let misread = text.replace('0', "O").replace('1', "l");
            assert_eq!(Code::parse(&misread), Some(code), "{misread}");
        }
        for bad in ["", "K7F3", "K7F3-9M2Q-1", "K7F3-9M2U", "K7F3_9M2Q", "é"] {
            assert_eq!(Code::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn parts_do_not_run_into_one_another() {
        assert_ne!(Code::of(["ab", "c"]), Code::of(["a", "bc"]));
        assert_ne!(Code::of(["a"]), Code::of(["a", ""]));
    }
}
