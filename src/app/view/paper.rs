//! Printing: the sheets a captain takes along.
//!
//! Sheets are made in another room; here is only which there are and for what.

use super::choice::{Act, Choice, Spot};
use super::notice::Tone;
use super::place::Place;
use super::prompt::Prompt;
use super::score::Words;
use super::{Desk, Effect};
use crate::app::commands::Command;
use crate::app::recognised::{self, Recognised};
use crate::app::said;
use crate::app::session::Session;
use crate::model::campaign::Language;
use crate::model::{MemberIx, SiteIx};
use crate::speech::{Speech, calendar};
use chrono::{Days, NaiveDate};
use std::path::{Path, PathBuf};

/// A sheet to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// What, as `export` names it.
    pub what: &'static str,
    /// Its form, as `export` names it; None: the usual.
    pub format: Option<&'static str>,
    /// Only this site.
    pub site: Option<SiteIx>,
    /// Only this day.
    pub day: Option<NaiveDate>,
    /// Only this member.
    pub member: Option<MemberIx>,
    /// Of everything at once: only files that would say something else than they do.
    pub only_changed: bool,
}

/// A sheet to be made: what of, into which file, in which language.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// What of.
    pub paper: Paper,
    /// The name of the file.
    pub file: String,
    /// The language.
    pub speech: Speech,
    /// Columns of a sheet of text; None: as many as usual.
    pub width: Option<usize>,
}

/// How a sheet is made, where that is told: else as usual.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Manner {
    /// In this language, and not in the screen's.
    pub language: Option<Language>,
    /// Columns of a sheet of text.
    pub width: Option<usize>,
}

/// The fewest and the most columns of a sheet of text.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=400;

/// Where what was asked for is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// In this file.
    File(PathBuf),
    /// In this folder: so many files written, so many left since they say the same again, so many of an earlier run that are
    /// out of date.
    Folder {
        /// The folder.
        path: PathBuf,
        /// Files written.
        written: usize,
        /// Files left.
        kept: usize,
        /// Files out of date.
        stale: usize,
    },
}

/// What happened, as `incidents` lists it.
pub const INCIDENTS: &str = "incidents";

/// Everything for a day at once, as `export` names it.
pub const ALL: &str = "all";

impl Paper {
    /// A sheet in its usual form, of everything.
    pub fn of(what: &'static str) -> Self {
        Self { what, format: None, site: None, day: None, member: None, only_changed: false }
    }
}

/// Sheets of places and days, those that are fetched most often first.
const BY_DAY: [&str; 3] = ["signin", "captain", "roster"];
/// Sheets of a day on every line: how it went, and what hangs in the office.
const OF_DAY: [&str; 2] = ["board", "report"];
/// Sheets of the whole strike.
const WHOLE: [&str; 9] = ["calls", "changes", "roster", "hours", "short", "essential", "coverage", "calendar", "tree"];

/// The forms besides the usual one, as `export` names both.
pub const FORMS: [(&str, &[&str]); 15] = [
    ("roster", &["csv", "json", "markdown", "ics", "html", "xlsx"]),
    ("signin", &["html"]),
    ("captain", &["html"]),
    ("calls", &["csv", "html"]),
    ("changes", &["csv", "html"]),
    ("hours", &["csv", "json", "html", "xlsx"]),
    ("essential", &["csv", "html"]),
    ("coverage", &["csv", "json", "svg", "html"]),
    ("member", &["ics", "html"]),
    ("report", &["html"]),
    ("board", &["html"]),
    ("calendar", &["html"]),
    ("tree", &["html"]),
    ("short", &["csv", "html"]),
    ("map", &["html"]),
];

/// The same sheet in every other form.
fn in_other_forms(paper: Paper) -> impl Iterator<Item = Paper> {
    let forms = FORMS.iter().find(|(what, _)| *what == paper.what).map(|(_, forms)| *forms).unwrap_or_default();
    forms.iter().map(move |format| Paper { format: Some(format), ..paper })
}

impl Desk {
    /// The sheets there are: for tomorrow first, then for the place and day looked at, then for the whole strike.
    pub(super) fn paper_choices(&self, typed: &str) -> Vec<Choice> {
        let campaign = &self.ground().strike.campaign;
        let today = self.now.in_zone(campaign.zone).date_naive();
        let (first, last) = (campaign.first_day, campaign.last_day());
        let tomorrow = (today + Days::new(1)).clamp(first, last);
        let today = today.clamp(first, last);
        let site = self.chosen_site();
        let looked_at = self.chosen_shift().map(|shift| self.ground().shift(shift).date);
        let mut papers: Vec<Paper> = Vec::new();
        let mut days = vec![tomorrow];
        for day in [today].into_iter().chain(looked_at) {
            if !days.contains(&day) {
                days.push(day);
            }
        }
        let by_day = |papers: &mut Vec<Paper>, site: Option<SiteIx>, day: NaiveDate| {
            papers.extend(BY_DAY.map(|what| Paper { site, day: Some(day), ..Paper::of(what) }));
        };
        if let (Place::Shift(_) | Place::Line, Some(site), Some(day)) = (self.place, site, looked_at) {
            by_day(&mut papers, Some(site), day);
        }
        // After the sheets of the shift one looks at come those of the person one looks at.
        let first = papers.len();
        for day in &days {
            by_day(&mut papers, None, *day);
            // Of a day that has not come there is nothing to tell.
            let known = OF_DAY.into_iter().filter(|_| *day <= today);
            papers.extend(known.map(|what| Paper { day: Some(*day), ..Paper::of(what) }));
            let all = Paper { day: Some(*day), ..Paper::of(ALL) };
            papers.push(all);
            // Only where it was printed before is there something that may have stayed the same.
            let was_printed = Path::new(&self.paper_file(&all, Manner::default())).is_dir();
            papers.extend(was_printed.then_some(Paper { only_changed: true, ..all }));
        }
        if site.is_some() {
            for day in days {
                by_day(&mut papers, site, day);
            }
        }
        if let Some(member) = self.chosen_member() {
            let own = |format| Paper { member: Some(member), format, ..Paper::of("member") };
            papers.splice(first..first, [own(None), own(Some("ics"))]);
        }
        papers.extend(WHOLE.map(Paper::of));
        papers.extend(
            [
                ("roster", "csv"),
                ("roster", "json"),
                ("roster", "ics"),
                ("hours", "csv"),
                ("coverage", "svg"),
                ("map", "svg"),
            ]
            .map(|(what, format)| Paper { format: Some(format), ..Paper::of(what) }),
        );
        let query = Words::new(typed);
        // Whoever types may mean any form of any of them.
        if !query.is_empty() {
            let usual: Vec<Paper> = papers.iter().copied().filter(|paper| paper.format.is_none()).collect();
            papers.extend(usual.into_iter().flat_map(in_other_forms));
            papers.push(Paper { format: Some("html"), ..Paper::of("map") });
        }
        let mut seen: Vec<Paper> = Vec::new();
        let mut choices = Vec::new();
        for paper in papers {
            if seen.contains(&paper) {
                continue;
            }
            seen.push(paper);
            let (name, about) = self.paper_words(&paper);
            let choice = Choice::new(name, Act::Print(paper)).aside(about);
            let choice = paper.site.map_or(choice.clone(), |site| choice.at(Spot::Site(site)));
            let sought = format!("{} {}", choice.text, self.aside_in(&choice, u16::MAX));
            if query.fits(&sought) {
                choices.push(choice);
            }
        }
        choices
    }

    fn paper_words(&self, paper: &Paper) -> (String, String) {
        let language = self.speech.language();
        let id = if paper.only_changed { "paper-all-changed".to_owned() } else { format!("paper-{}", paper.what) };
        let mut name = self.speech.word(&id);
        if let Some(format) = paper.format {
            name = format!("{name} ({format})");
        }
        let mut about = Vec::new();
        let today = self.now.in_zone(self.ground().strike.campaign.zone).date_naive();
        about.extend(paper.day.map(|day| {
            let date = calendar::day_short(day, language);
            let word = match (day - today).num_days() {
                0 => "word-today",
                1 => "word-tomorrow",
                _ => return date,
            };
            format!("{}, {date}", self.speech.word(word))
        }));
        match (paper.member, paper.site) {
            (Some(member), _) => about.push(self.words().member(member)),
            // The place itself is named after it, as shortly as there is room.
            (None, Some(_)) => about.push(String::new()),
            (None, None) => about.push(self.speech.word("paper-everywhere")),
        }
        (name, about.join(" · "))
    }

    /// What was told of how a sheet is to be made. Err: the word for what is wrong with it.
    fn manner_told(asked: Option<&Prompt>) -> Result<Manner, &'static str> {
        let told = |name| asked.and_then(|prompt| prompt.told(name)).map(str::to_lowercase);
        // As the command line writes them, or a word for it in either language.
        let language = match told("language").as_deref() {
            None => None,
            Some("en" | "english" | "anglais") => Some(Language::En),
            Some("fr" | "french" | "français" | "francais") => Some(Language::Fr),
            Some(_) => return Err("told-no-language"),
        };
        let width = match told("width").map(|text| text.parse::<usize>()) {
            None => None,
            Some(Ok(width)) if WIDTHS.contains(&width) => Some(width),
            Some(_) => return Err("told-no-width"),
        };
        Ok(Manner { language, width })
    }

    /// The name of the file that a sheet is written to. In another language than the screen's, it says so.
    pub fn paper_file(&self, paper: &Paper, manner: Manner) -> String {
        let mut parts = vec![paper.what.to_owned()];
        parts.extend(paper.site.map(|site| self.ground().strike.site(site).id.clone()));
        parts.extend(paper.day.map(|day| day.to_string()));
        parts.extend(paper.member.map(|member| self.ground().strike.member(member).id.clone()));
        let other = manner.language.filter(|language| *language != self.speech.language());
        parts.extend(other.map(|language| match language {
            Language::En => "en".to_owned(),
            Language::Fr => "fr".to_owned(),
        }));
        let name: String = parts
            .join("-")
            .chars()
            .map(|c| if c.is_alphanumeric() || matches!(c, '-' | '.' | '_') { c } else { '_' })
            .collect();
        // Everything at once fills a folder.
        if paper.what == ALL { name } else { format!("{name}.{}", paper.format.unwrap_or("txt")) }
    }

    /// Has a sheet made by `print`, and says where it is.
    pub fn print_with(
        &mut self,
        (paper, manner): (Paper, Manner),
        print: impl FnOnce(&Session, &Sheet) -> Result<Printed, String> + Send + 'static,
    ) {
        let speech = manner.language.map_or(self.speech, Speech::new);
        let sheet = Sheet { paper, file: self.paper_file(&paper, manner), speech, width: manner.width };
        let takes_long = self.session.is_large() || paper.what == ALL;
        let print = move |session: &mut Session| print(session, &sheet);
        self.carry_out(takes_long, "busy-printing", print, Self::printed);
    }

    /// Says where a sheet is, or why it is not.
    fn printed(&mut self, outcome: Result<Printed, String>) {
        let (tone, text) = match outcome {
            Ok(Printed::File(path)) => {
                (Tone::Done, self.speech.say("told-printed", &[("file", path.display().to_string().into())]))
            }
            Ok(Printed::Folder { path, written, kept, stale }) => {
                (Tone::Done, said::filled(self.speech, &path, written, kept, stale))
            }
            Err(why) => (Tone::Failed, self.speech.say("told-not-printed", &[("why", why.into())])),
        };
        self.tell(tone, text);
    }

    /// Has the sheet with `code` found by `find`, and says which it is and whether it is still right.
    pub fn verify_with(
        &mut self,
        code: String,
        find: impl FnOnce(&Session, &str, Speech) -> Result<Option<Recognised>, String> + Send + 'static,
    ) {
        let speech = self.speech;
        let look = move |session: &Session, _: &super::study::Telling| {
            let found = find(session, &code, speech);
            found.map(|found| {
                (
                    found.as_ref().is_some_and(|found| found.past.is_none()),
                    recognised::said(speech, session, &code, found.as_ref()),
                )
            })
        };
        // Every roster there was may have to be looked at.
        self.study(true, "busy-verifying", Command::Verify, look, |desk, found| match found {
            Ok((is_current, text)) => desk.tell(if is_current { Tone::Done } else { Tone::Refused }, text),
            Err(why) => desk.tell(Tone::Refused, why),
        });
    }

    /// Has a sheet printed; where what was told of it can't be, it is asked for again.
    pub(super) fn print(&mut self, paper: Paper, asked: Option<Prompt>) -> Option<Effect> {
        match Self::manner_told(asked.as_ref()) {
            Ok(manner) => {
                self.say("told-printing");
                Some(Effect::Print(paper, manner))
            }
            Err(wrong) => {
                self.ask_again(asked);
                self.not_done(wrong, &[]);
                None
            }
        }
    }
}
