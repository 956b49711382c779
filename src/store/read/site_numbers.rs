//! The numbers of a line, which `[line]`, a site and a line each may give: who gives what, and whether they fit together.

use super::campaign::MOST_HEADS;
use super::codes;
use super::cursor::Cursor;
use super::desk::Desk;
use super::entry::Plain;
use super::source::File;
use crate::model::problem::Problem;
use crate::model::site::LineNumbers;
use std::ops::{Range, RangeInclusive};

/// The numbers given in one place, each with where it stands.
#[derive(Debug, Clone, Default)]
pub(super) struct NumbersDraft {
    minimum: Option<Number>,
    target: Option<Number>,
    maximum: Option<Number>,
    captain_ratio: Option<Number>,
    vehicle_delay_minutes: Option<Number>,
}

#[derive(Debug, Clone)]
struct Number {
    /// Nothing when what stands there was told as wrong: then nothing is compared with it.
    value: Option<u32>,
    file: String,
    span: Range<usize>,
}

/// Reads the `[line]` keys of a table.
pub(super) fn read_numbers(table: &Cursor<'_>) -> NumbersDraft {
    let number = |key: &'static str, range: RangeInclusive<u32>| {
        let entry = table.get(key);
        let span = entry.span()?;
        Some(Number { value: entry.count(range).plain(), file: table.file.name.clone(), span })
    };
    NumbersDraft {
        minimum: number("minimum", 0..=MOST_HEADS),
        target: number("target", 0..=MOST_HEADS),
        maximum: number("maximum", 0..=MOST_HEADS),
        captain_ratio: number("captain_ratio", 1..=MOST_HEADS),
        vehicle_delay_minutes: number("vehicle_delay_minutes", 0..=1440),
    }
}

impl NumbersDraft {
    /// These numbers, and `outer`'s where there are none.
    pub fn within(self, outer: &Self) -> Self {
        let or = |own: Option<Number>, outer: &Option<Number>| own.or_else(|| outer.clone());
        Self {
            minimum: or(self.minimum, &outer.minimum),
            target: or(self.target, &outer.target),
            maximum: or(self.maximum, &outer.maximum),
            captain_ratio: or(self.captain_ratio, &outer.captain_ratio),
            vehicle_delay_minutes: or(self.vehicle_delay_minutes, &outer.vehicle_delay_minutes),
        }
    }

    /// The numbers that hold. Tells when minimum ≤ target ≤ maximum doesn't, at the innermost key given in `file`
    /// that is to blame; when none of them stands in a file, at `header`.
    pub fn settle(&self, desk: &Desk, files: &[&File], here: &(&File, Range<usize>)) -> LineNumbers {
        let usual = LineNumbers::default();
        let value = |number: &Option<Number>, usual| number.as_ref().and_then(|number| number.value).unwrap_or(usual);
        let is_wrong = |number: &Option<Number>| number.as_ref().is_some_and(|number| number.value.is_none());
        let numbers = LineNumbers {
            minimum: value(&self.minimum, usual.minimum),
            target: value(&self.target, usual.target),
            maximum: value(&self.maximum, usual.maximum),
            captain_ratio: value(&self.captain_ratio, usual.captain_ratio),
            vehicle_delay_minutes: value(&self.vehicle_delay_minutes, usual.vehicle_delay_minutes),
        };
        let pairs = [
            ("minimum", &self.minimum, numbers.minimum, "target", &self.target, numbers.target),
            ("target", &self.target, numbers.target, "maximum", &self.maximum, numbers.maximum),
        ];
        for (low, low_at, low_value, high, high_at, high_value) in pairs {
            if low_value <= high_value || is_wrong(low_at) || is_wrong(high_at) {
                continue;
            }
            let problem = Problem::error(codes::NUMBERS_ORDER)
                .with("low", low)
                .with("low_value", low_value)
                .with("high", high)
                .with("high_value", high_value);
            blame(desk, files, here, low_at.as_ref(), high_at.as_ref(), problem);
        }
        numbers
    }
}

/// Points at whichever of the two numbers stands nearest to the line: in its own file and furthest down.
fn blame(
    desk: &Desk,
    files: &[&File],
    here: &(&File, Range<usize>),
    low: Option<&Number>,
    high: Option<&Number>,
    problem: Problem,
) {
    let rank = |number: &&Number| (number.file == here.0.name, number.span.start);
    let blamed = low.into_iter().chain(high).max_by_key(rank);
    let place = blamed
        .and_then(|number| files.iter().find(|file| file.name == number.file).map(|file| (*file, number.span.clone())));
    let (file, span) = place.unwrap_or_else(|| (here.0, here.1.clone()));
    desk.at_once(file, span, problem);
}
