//! Telephone numbers, dates and names in one form, so that they can be read and compared.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

/// A number of the North American plan as `519-555-0142`, with `x12` when an extension is told; None: another kind of number.
pub fn phone(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let cut = ["extension", "poste", "ext", "x", "#"].iter().filter_map(|word| lower.find(word)).min();
    let (number, extension) = lower.split_at(cut.unwrap_or(lower.len()));
    if number.chars().any(|c| !c.is_ascii_digit() && !" ().-+/\u{a0}\u{202f}\u{2011}".contains(c)) {
        return None;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let number = digits(number);
    let number = if number.len() == 11 { number.strip_prefix('1')? } else { &number };
    if number.len() != 10 {
        return None;
    }
    let plain = format!("{}-{}-{}", &number[..3], &number[3..6], &number[6..]);
    let extension = digits(extension);
    Some(if extension.is_empty() { plain } else { format!("{plain} x{extension}") })
}

/// In which order an export writes the parts of its dates, where that can't be told from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// Not told: a date that can be read in two ways is read in neither.
    #[default]
    Unknown,
    /// Day, month, year.
    DayFirst,
    /// Month, day, year.
    MonthFirst,
}

/// The beginnings of the months' names, English and French, as databases cut them.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "fev", "fév"],
    &["mar"],
    &["apr", "avr"],
    &["may", "mai"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aou", "aoû"],
    &["sep"],
    &["oct"],
    &["nov"],
    &["dec", "déc"],
];

/// An availability with every date in it written `2026-12-09`; the word that may be a date, but which, when there is one.
pub fn dates(text: &str, order: DateOrder) -> Result<String, String> {
    // Times of day, days of the week and `..` are no dates; what holds a slash, a point or a month's name may be.
    let spaced = text.replace("..", " .. ");
    let mut out: Vec<String> = Vec::new();
    for word in spaced.split(' ') {
        let (bare, end) = word.strip_suffix(';').map_or((word, ""), |bare| (bare, ";"));
        match date(bare, order) {
            Read::Other => out.push(word.to_owned()),
            Read::Date(date) => out.push(format!("{date}{end}")),
            Read::Unclear => return Err(bare.to_owned()),
        }
    }
    Ok(out.join(" ").replace(" .. ", ".."))
}

/// What a word is read as.
enum Read {
    /// No date.
    Other,
    Date(NaiveDate),
    /// One of several dates, or of none that there is.
    Unclear,
}

impl From<Option<NaiveDate>> for Read {
    fn from(date: Option<NaiveDate>) -> Self {
        date.map_or(Self::Unclear, Self::Date)
    }
}

fn date(word: &str, order: DateOrder) -> Read {
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    let [a, b, c] = match parts.as_slice() {
        [a, b, c] => [*a, *b, *c],
        [one] if one.len() == 8 && one.bytes().all(|byte| byte.is_ascii_digit()) => [&one[..4], &one[4..6], &one[6..]],
        _ => return Read::Other,
    };
    let number = |word: &str| word.parse::<u32>().ok();
    let made = |year: &str, month: u32, day: u32| {
        let year = year.parse::<i32>().ok().filter(|_| year.len() == 4);
        year.and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
    };
    if let (Some(day), Some(month)) = (number(a), month(b)) {
        return made(c, month, day).into();
    }
    let (Some(one), Some(two), Some(three)) = (number(a), number(b), number(c)) else { return Read::Other };
    if a.len() == 4 {
        return made(a, two, three).into();
    }
    match order {
        DateOrder::DayFirst => made(c, two, one).into(),
        DateOrder::MonthFirst => made(c, one, two).into(),
        DateOrder::Unknown if one == two => made(c, one, two).into(),
        DateOrder::Unknown => match (made(c, two, one), made(c, one, two)) {
            (Some(date), None) | (None, Some(date)) => Read::Date(date),
            _ => Read::Unclear,
        },
    }
}

/// The month whose name begins so, from 1.
fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    Some(at as u32 + 1)
}

/// A name by its letters alone: without case, accents, spaces and marks.
pub fn folded(name: &str) -> String {
    name.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_take_one_form() {
        for (text, wanted) in [
            ("mon-fri 07:00-19:00; not 2026/12/09", "mon-fri 07:00-19:00; not 2026-12-09"),
            ("not 09-DEC-2026..11-dec-2026; sat", "not 2026-12-09..2026-12-11; sat"),
            ("not 20261209 07:00-12:00", "not 2026-12-09 07:00-12:00"),
            ("not 24/12/2026", "not 2026-12-24"),
            ("not 12/24/2026", "not 2026-12-24"),
            ("not 9.févr.2027", "not 2027-02-09"),
            ("not 9-févr-2027; 12/12/2026", "not 2027-02-09; 2026-12-12"),
            ("mon,wed,fri; sun-thu; 24:00-06:00", "mon,wed,fri; sun-thu; 24:00-06:00"),
            ("2026-12-09..2026-12-10", "2026-12-09..2026-12-10"),
        ] {
            assert_eq!(dates(text, DateOrder::Unknown).as_deref(), Ok(wanted), "{text}");
        }
        assert_eq!(dates("not 09/12/2026", DateOrder::Unknown), Err("09/12/2026".into()), "two readings");
        assert_eq!(dates("not 09/12/2026", DateOrder::DayFirst).as_deref(), Ok("not 2026-12-09"));
        assert_eq!(dates("not 09/12/2026", DateOrder::MonthFirst).as_deref(), Ok("not 2026-09-12"));
        assert_eq!(dates("not 31/02/2026", DateOrder::DayFirst), Err("31/02/2026".into()), "no such day");
    }

    #[test]
    fn numbers_take_one_form() {
        for text in ["(519) 555-0142", "519.555.0142", "+1 519 555 0142", "15195550142", "519-555-0142"] {
            assert_eq!(phone(text).as_deref(), Some("519-555-0142"), "{text}");
        }
        assert_eq!(phone("519 555-0142 poste 12").as_deref(), Some("519-555-0142 x12"));
        assert_eq!(phone("519-555-0142 x12").as_deref(), Some("519-555-0142 x12"));
        for other in ["", "555-0142", "+33 1 23 45 67 89", "call after six", "25195550142"] {
            assert_eq!(phone(other), None, "{other}");
        }
        assert_eq!(folded("Lévesque, Zoë"), folded("LEVESQUE ZOE"));
    }
}
