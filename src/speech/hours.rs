//! Hours of duty as people read them: `mon-fri 07:00-15:00` is `Mon–Fri 07:00–15:00`, `lun.–ven. 7 h–15 h`.

use super::Speech;
use super::calendar::{clock, date_short, days, weekday_short};
use crate::model::availability::{Item, On, Pattern};
use crate::model::time::Weekdays;
use chrono::Weekday;

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Windows or hours as the files write them; none: all the time. What can't be read is said as it is written.
pub fn hours(speech: Speech, written: &[String]) -> String {
    let read = |text: &String| match Pattern::parse(text) {
        Ok(pattern) => pattern.items.iter().map(|each| item(speech, each)).collect::<Vec<_>>().join("; "),
        Err(_) => super::visible::visible(text).into_owned(),
    };
    let said: Vec<String> = written.iter().map(read).filter(|text| !text.is_empty()).collect();
    if said.is_empty() { speech.word("hours-always") } else { said.join("; ") }
}

fn item(speech: Speech, item: &Item) -> String {
    let language = speech.language();
    let on = match item.on {
        On::Weekdays(Weekdays::ALL) => speech.word("hours-every-day"),
        On::Weekdays(set) => weekdays(speech, set),
        On::Dates(first, last) if first == last => date_short(first, language),
        On::Dates(first, last) => days(first, last, language),
    };
    let said = match item.time {
        Some((start, end)) => format!("{on} {}–{}", clock(start, language), clock(end, language)),
        None => on,
    };
    if item.not { speech.say("hours-not", &[("hours", said.into())]) } else { said }
}

/// `Mon–Wed, Fri`: three or more in a row as a stretch.
fn weekdays(speech: Speech, set: Weekdays) -> String {
    let name = |day: Weekday| weekday_short(day, speech.language());
    let mut said: Vec<String> = Vec::new();
    for run in WEEK.chunk_by(|a, b| set.has(*a) == set.has(*b)).filter(|run| set.has(run[0])) {
        match run {
            [first, _, .., last] => said.push(format!("{}–{}", name(*first), name(*last))),
            _ => said.extend(run.iter().map(|day| name(*day).to_owned())),
        }
    }
    said.join(", ")
}

/// Days of the week as they are said in French, and as the files say them.
const FRENCH: [(&str, &str, &str); 7] = [
    ("lun", "lundi", "mon"),
    ("mar", "mardi", "tue"),
    ("mer", "mercredi", "wed"),
    ("jeu", "jeudi", "thu"),
    ("ven", "vendredi", "fri"),
    ("sam", "samedi", "sat"),
    ("dim", "dimanche", "sun"),
];

/// What a person types of days and hours, as the files say it: `lun-ven` is `mon-fri`. What is written so already stays.
pub fn as_files_say(typed: &str) -> String {
    let mut said = String::with_capacity(typed.len());
    let mut word = String::new();
    for letter in typed.chars().chain(std::iter::once(' ')) {
        if letter.is_alphabetic() {
            word.extend(letter.to_lowercase());
            continue;
        }
        let known = FRENCH.iter().find(|(short, long, _)| word == *short || word == *long);
        said.push_str(known.map_or(&word, |(.., file)| file));
        word.clear();
        said.push(letter);
    }
    said.pop();
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::campaign::Language;

    #[test]
    fn hours_read_as_people_write_them() {
        let said = |language, text: &str| hours(Speech::new(language), &[text.to_owned()]);
        assert_eq!(said(Language::En, "mon-fri 07:00-15:00"), "Mon–Fri 07:00–15:00");
        assert_eq!(said(Language::En, "sun-tue 19:00-07:00; thu,fri"), "Mon, Tue, Sun 19:00–07:00; Thu, Fri");
        assert_eq!(said(Language::Fr, "mon-sun 07:00-19:00"), "tous les jours 7\u{202f}h–19\u{202f}h");
        assert_eq!(said(Language::Fr, "2026-12-08..2026-12-10"), "8–10 déc.");
        assert_eq!(said(Language::En, "2026-12-28..2027-01-03"), "28 Dec–3 Jan");
        assert_eq!(said(Language::Fr, "2026-12-01..2027-12-01"), "1er déc. 2026–1er déc. 2027");
        assert_eq!(hours(Speech::new(Language::En), &[]), "all the time");
        assert_eq!(said(Language::En, "not 2026-12-09"), "not 9 Dec");
    }
}
