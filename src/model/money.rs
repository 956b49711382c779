//! Money, exact to the cent.

/// An amount in whole cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cents(pub i64);

impl Cents {
    /// Reads a plain decimal amount with at most two decimals: `450`, `450.5`, `450.00`. No sign, no separators, and
    /// below ten billion (the room that exact arithmetic on it needs).
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
        let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || whole.len() > 10 {
            return None;
        }
        let cents = match part {
            None => 0,
            Some(part) if digits(part) && part.len() <= 2 => {
                part.parse::<i64>().ok()? * if part.len() == 1 { 10 } else { 1 }
            }
            Some(_) => return None,
        };
        Some(Self(whole.parse::<i64>().ok()? * 100 + cents))
    }
}

impl std::fmt::Display for Cents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}", self.0.abs() / 100, self.0.abs() % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_and_print_exactly() {
        for (text, cents) in [("450.00", 45_000), ("450.5", 45_050), ("0.07", 7), ("12", 1200)] {
            assert_eq!(Cents::parse(text), Some(Cents(cents)), "{text}");
        }
        for bad in ["", ".5", "1.", "1.234", "-1", "1,000", "+3", "99999999999"] {
            assert_eq!(Cents::parse(bad), None, "{bad}");
        }
        assert_eq!(Cents(42_750).to_string(), "427.50");
        assert_eq!(Cents(-5).to_string(), "-0.05");
    }
}
