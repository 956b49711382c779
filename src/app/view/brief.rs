//! Names of places where there is little room: of a name that is too long, the words that many places share are left out
//! first, so that what tells it from the others stays. `Government office, 38 North Court Street` becomes `…38 North Court…`.

use super::Desk;
use super::choice::{Choice, Spot};
use crate::app::fold::fold;
use crate::model::campaign::Language;
use crate::model::{LineIx, ShiftIx, SiteIx};
use crate::rules::Ground;
use crate::speech::fit::{cut, width};
use crate::speech::visible::visible;
use std::collections::{BTreeSet, HashMap};

/// What stands for words left out.
const LEFT_OUT: char = '…';

/// Columns that a line's own name keeps: `, Fron…`.
const LEAST_TAIL: u16 = 7;

/// How many places have each word in their names.
#[derive(Debug, Default)]
pub(super) struct Common {
    of: Option<(u64, Language)>,
    sites: HashMap<String, u32>,
    /// Columns of the longest name of a site.
    longest: u16,
}

impl Common {
    /// Counts anew when the strike or the language is another.
    pub(super) fn refresh(&mut self, ground: &Ground, epoch: u64, language: Language) {
        if self.of == Some((epoch, language)) {
            return;
        }
        self.of = Some((epoch, language));
        self.sites.clear();
        self.longest = 0;
        for site in &ground.strike.sites {
            self.longest = self.longest.max(width(&visible(site.name(language))));
            let words: BTreeSet<String> = site.name(language).split(' ').map(word_of).collect();
            for word in words {
                *self.sites.entry(word).or_default() += 1;
            }
        }
    }

    /// `name` in `room` columns, or as near to it as can be: words that many share are left out, the most common first, of
    /// several the last; never those that only it has. What is still too long has no sign of that before it: it will have one
    /// after it, where it is cut.
    fn brief(&self, name: &str, room: u16) -> String {
        if width(name) <= room {
            return name.to_owned();
        }
        let count = |word: &str| self.sites.get(&word_of(word)).copied().unwrap_or(1);
        let mut words: Vec<Option<&str>> = name.split(' ').map(Some).collect();
        let rarest = words.iter().flatten().map(|word| count(word)).min().unwrap_or(1);
        loop {
            let shown = joined(&words);
            // What leads to a word goes with it, and not alone: `de l'Est` is no shorter as `…l'Est`.
            let kept =
                words.iter().enumerate().filter_map(|(at, word)| Some((at, (*word).filter(|word| !leads(word))?)));
            let kept = kept.map(|(at, word)| (count(word), at));
            match kept.max().filter(|(count, _)| *count > rarest) {
                Some((_, at)) if width(&shown) > room => words[at] = None,
                // Of nothing but words that lead to others none can go.
                _ if shown.chars().all(|c| c == LEFT_OUT) => return name.to_owned(),
                _ if width(&shown) > room => return shown.trim_start_matches(LEFT_OUT).to_owned(),
                _ => return shown,
            }
        }
    }
}

/// A word as it is counted: `London` and `London,` are one.
fn word_of(word: &str) -> String {
    fold(word.trim_end_matches([',', ';', '.']))
}

/// Words with what was left out between them. What led to a word that has gone goes too, on both sides of it: `Siège social
/// de`, a comma that parts nothing from nothing.
fn joined(words: &[Option<&str>]) -> String {
    let mut text = String::new();
    for word in words {
        match word {
            Some(word) if text.ends_with(LEFT_OUT) && leads(word) => {}
            Some(word) if text.ends_with(LEFT_OUT) => text.push_str(word),
            Some(word) => {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(word);
            }
            None if !text.ends_with(LEFT_OUT) => {
                text.truncate(without_dangling(&text).len());
                text.push(LEFT_OUT);
            }
            None => {}
        }
    }
    text
}

/// `text` without what would lead to the word that came next.
fn without_dangling(text: &str) -> &str {
    let text = text.trim_end_matches(',');
    match text.rsplit_once(' ') {
        Some((before, last)) if leads(last) => without_dangling(before),
        _ => text,
    }
}

/// True for a word that only leads to the next: `of`, `de`, `la`.
fn leads(word: &str) -> bool {
    word.len() <= 3 && word.chars().all(char::is_lowercase)
}

impl Desk {
    /// Columns of the longest name of a site.
    pub fn longest_site(&self) -> u16 {
        self.common.longest
    }

    /// A site's name in `room` columns, or as near to it as can be.
    pub fn site_in(&self, site: SiteIx, room: u16) -> String {
        self.common.brief(&self.words().site(site), room)
    }

    /// What stands at the right of a choice in `room` columns: its place as shortly as that asks.
    pub fn aside_in(&self, choice: &Choice, room: u16) -> String {
        let left = room.saturating_sub(width(&choice.aside));
        let place = match choice.spot {
            Some(Spot::Site(site)) => self.site_in(site, left),
            Some(Spot::Line(line)) => self.stretch_in(line, left),
            None => String::new(),
        };
        format!("{}{place}", choice.aside)
    }

    /// The choice with a shift at its right: the place as shortly as there is room.
    pub(super) fn beside(&self, choice: Choice, shift: ShiftIx) -> Choice {
        choice.aside(self.when_of(shift)).at(Spot::Line(self.ground().shift(shift).line))
    }

    /// Day and times of a shift, before its place.
    fn when_of(&self, shift: ShiftIx) -> String {
        format!("{} {}, ", self.words().day(shift), self.words().times(shift))
    }

    /// Day, times and place of a shift in `room` columns, or as near to it as can be.
    pub fn shift_in(&self, shift: ShiftIx, room: u16) -> String {
        let when = self.when_of(shift);
        let left = room.saturating_sub(width(&when));
        format!("{when}{}", self.stretch_in(self.ground().shift(shift).line, left))
    }

    /// The fewest columns in which [`Self::stretch_in`] still tells a line from others.
    pub fn least_of(&self, line: LineIx) -> u16 {
        let whole = width(&self.words().stretch(line));
        let site = width(&self.site_in(self.ground().strike.line(line).site, 0));
        whole.min(site + width(&self.tail(line)).min(LEAST_TAIL))
    }

    /// What stands after the site where a line has a name of its own.
    fn tail(&self, line: LineIx) -> String {
        self.words().line(line).map_or_else(String::new, |line| format!(", {line}"))
    }

    /// Site and line in `room` columns, or as near to it as can be: the line keeps what its site can do without.
    pub fn stretch_in(&self, line: LineIx, room: u16) -> String {
        let whole = self.words().stretch(line);
        if width(&whole) <= room {
            return whole;
        }
        let (site, tail) = (self.ground().strike.line(line).site, self.tail(line));
        let briefest = self.site_in(site, 0);
        if room < 2 * LEAST_TAIL {
            // There is no room for two names: the rest is cut where it is drawn.
            return briefest + &tail;
        }
        let least = width(&briefest);
        let kept = width(&tail).min(room.saturating_sub(least).max(LEAST_TAIL));
        let left = room.saturating_sub(kept);
        format!("{}{tail}", cut(&self.site_in(site, left), left, false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn common_of(names: &[&str]) -> Common {
        let mut common = Common::default();
        for name in names {
            for word in name.split(' ') {
                *common.sites.entry(word_of(word)).or_default() += 1;
            }
        }
        common
    }

    #[test]
    fn what_tells_a_place_from_others_stays() {
        let names = [
            "Government office, 38 North Court Street",
            "Government office, 12 Main Street",
            "Government office, 7 Front Street",
            "Bureau régional d'Orillia",
        ];
        let common = common_of(&names);
        let brief = |name: &str, room| common.brief(name, room);
        assert_eq!(brief(names[0], 60), names[0]);
        assert_eq!(brief(names[0], 34), "Government office, 38 North Court…");
        assert_eq!(brief(names[0], 30), "Government…38 North Court…");
        assert_eq!(brief(names[0], 18), "…38 North Court…");
        assert_eq!(brief(names[0], 5), "38 North Court…", "the rest is cut where it is drawn, and once is enough");
        assert_eq!(brief("Yard, Street", 9), "Yard…", "a comma parts nothing from nothing");
        assert_eq!(brief(names[3], 10), names[3], "of words that nobody shares none is left out");
        assert_eq!(
            brief("Siège social de l'OPSEU, Street", 22),
            "Siège social de l'OPSEU…",
            "it leads to a word that stays"
        );
        assert_eq!(brief("Street de Main", 8), "…Main", "it led from a word that has gone");
        assert_eq!(brief("Street de", 3), "Street de", "there is nothing else");
        assert_eq!(brief("Street, Exeter", 8), "…Exeter", "a word with a comma is the same word");
        let boards = ["Conseil de l'Est de l'Ontario", "Conseil de Main", "Conseil de Sudbury"];
        let brief_board = common_of(&boards).brief(boards[0], 20);
        assert_eq!(brief_board, "…l'Est de l'Ontario", "what leads to a word that stays is not left out alone");
        assert_eq!((brief("", 3), brief("李 李", 2)), (String::new(), "李 李".to_owned()));
    }
}
