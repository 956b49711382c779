//! Numbers, money and lengths of time as each language writes them.

use crate::model::campaign::Language;
use crate::model::money::Cents;
use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

/// Between groups of digits, before units and `$` in French: a space that neither breaks nor widens.
pub const NARROW: char = '\u{202f}';

/// `55,000` or `55 000`.
pub fn whole(number: i64, language: Language) -> String {
    let digits = number.unsigned_abs().to_string();
    let separator = if language == Language::En { ',' } else { NARROW };
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (ix, digit) in digits.chars().enumerate() {
        if ix > 0 && (digits.len() - ix).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// `12.5` or `12,5`: at most `places` decimals, none that say nothing.
pub fn decimal(number: f64, places: usize, language: Language) -> String {
    let text = format!("{number:.places$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    let (whole_part, part) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
    let mut shown = whole_part.parse().map_or_else(|_| whole_part.to_owned(), |n| whole(n, language));
    if whole_part == "-0" {
        shown.insert(0, '-');
    }
    if let Some(part) = part {
        shown.push(if language == Language::En { '.' } else { ',' });
        shown.push_str(part);
    }
    shown
}

/// `$1,427.50` or `1 427,50 $`.
pub fn money(amount: Cents, language: Language) -> String {
    let sign = if amount.0 < 0 { "-" } else { "" };
    let (dollars, cents) = (amount.0.abs() / 100, amount.0.abs() % 100);
    let dollars = whole(dollars, language);
    match language {
        Language::En => format!("{sign}${dollars}.{cents:02}"),
        Language::Fr => format!("{sign}{dollars},{cents:02}{NARROW}$"),
    }
}

/// A length of time: `4 h`, `3 h 30`, `45 min` in both languages.
pub fn length(minutes: i64) -> String {
    let sign = if minutes < 0 { "-" } else { "" };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, minutes) => format!("{sign}{minutes}{NARROW}min"),
        (hours, 0) => format!("{sign}{hours}{NARROW}h"),
        (hours, minutes) => format!("{sign}{hours}{NARROW}h{NARROW}{minutes:02}"),
    }
}

/// As [`length`], of many: with the hours grouped as the language groups digits.
pub fn long(minutes: i64, language: Language) -> String {
    let hours = minutes / 60;
    if hours.abs() < 1000 {
        return length(minutes);
    }
    let rest = minutes.abs() % 60;
    let hours = whole(hours, language);
    if rest == 0 { format!("{hours}{NARROW}h") } else { format!("{hours}{NARROW}h{NARROW}{rest:02}") }
}

/// How the language files' numbers are written: grouped, unless `NUMBER($n, useGrouping: "false")`.
pub(super) fn of_fluent(value: &FluentValue<'_>, language: Language) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, options }) = value else { return None };
    if value.fract() != 0.0 || options.minimum_fraction_digits.is_some() {
        return Some(decimal(*value, options.maximum_fraction_digits.unwrap_or(2), language));
    }
    Some(if options.use_grouping { whole(*value as i64, language) } else { format!("{value:.0}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Fr};

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(whole(55_000, En), "55,000");
        assert_eq!(whole(-1_234_567, Fr), "-1\u{202f}234\u{202f}567");
        assert_eq!(whole(999, En), "999");
        assert_eq!(decimal(12.50, 2, Fr), "12,5");
        assert_eq!(decimal(12_480.0, 1, En), "12,480");
        assert_eq!(decimal(-0.25, 2, En), "-0.25");
    }

    #[test]
    fn money_is_exact() {
        assert_eq!(money(Cents(42_750), En), "$427.50");
        assert_eq!(money(Cents(42_750), Fr), "427,50\u{202f}$");
        assert_eq!(money(Cents(-123_405), En), "-$1,234.05");
    }

    #[test]
    fn lengths_are_short() {
        assert_eq!(length(240), "4\u{202f}h");
        assert_eq!(length(210), "3\u{202f}h\u{202f}30");
        assert_eq!(length(45), "45\u{202f}min");
        assert_eq!(length(0), "0\u{202f}min");
    }
}
