//! What every command is given: the voice, the colours, who acts, the clock; and how each opens its strike.

use super::answer::{Answer, FAILED, Style, UNUSABLE};
use super::args::{Common, Lang, Part};
use super::report;
use super::words::{self, Slip};
use crate::app::report::{Said, count, said};
use crate::app::said::{many, record};
use crate::app::session::{Hold, Opened, Session, Settings, Unclear, When, instant_on, instant_told, open};
use crate::engine::gaps::Filter;
use crate::model::campaign::Language;
use crate::model::nearest::nearest;
use crate::model::problem::Value;
use crate::model::time::date;
use crate::model::{Instant, MemberIx, ShiftIx, SiteIx};
use crate::speech::Speech;
use crate::store::login::owner_of;
use crate::store::read::glance;
use crate::store::record::RecordError;
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::cell::{Cell, RefCell};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What every command is given.
#[derive(Debug)]
pub struct Context {
    /// The language asked for; None: the strike's own.
    pub language: Option<Language>,
    /// Colour.
    pub style: Style,
    /// One JSON document is wanted.
    pub json: bool,
    /// Edits are answered at once.
    pub hold: bool,
    /// Who acts.
    pub actor: String,
    /// The program's clock.
    pub now: When,
    /// The language of the user's environment, where no other is known.
    usual: Language,
    /// The language of the strike that is spoken of, as soon as it is known.
    strike_language: Cell<Option<Language>>,
    /// What is told on standard error before the answer: how many warnings there are in the strike that was opened.
    warned: RefCell<String>,
}

impl Context {
    /// The context that the command line gives; else a complaint.
    pub fn new(common: &Common, style: Style, usual: Language) -> Result<Self, Answer> {
        let language = common.lang.map(|lang| if lang == Lang::Fr { Language::Fr } else { Language::En });
        let now = match common.now.as_deref().filter(|text| !text.trim().is_empty()) {
            None => When::Now,
            Some(text) => When::parse(text).ok_or_else(|| {
                let speech = Speech::new(language.unwrap_or(usual));
                misused(speech, style, "cli-bad-when", &[("text", text.into())])
            })?,
        };
        let actor = common.actor.clone().filter(|name| !name.trim().is_empty()).unwrap_or_else(login_name);
        let (json, hold) = (common.json, common.hold);
        let (strike_language, warned) = (Cell::default(), RefCell::default());
        Ok(Self { language, style, json, hold, actor, now, usual, strike_language, warned })
    }

    /// The voice: in the language asked for, else that of the strike as soon as it is known, else that of the user's
    /// environment.
    pub fn speech(&self) -> Speech {
        Speech::new(self.language.or(self.strike_language.get()).unwrap_or(self.usual))
    }

    /// From now on the strike in `dir` is spoken of, whether it can be opened or not.
    pub fn turn_to(&self, dir: &Path) {
        self.strike_language.set(glance(dir).map(|(_, language)| language));
    }

    /// What a session is given.
    pub fn settings(&self) -> Settings {
        Settings { now: self.now, actor: self.actor.clone(), language: self.language }
    }

    /// Opens the strike in `dir`; else tells what is wrong with it.
    pub fn open(&self, dir: &Path) -> Result<Session, Answer> {
        self.turn_to(dir);
        let mut opened = open(dir, self.settings()).map_err(|error| self.failed(&error))?;
        match opened.session.take() {
            Some(mut session) => {
                // Answers and sheets speak the same language, whatever a glance saw.
                self.strike_language.set(Some(session.language));
                if self.hold {
                    session.hold_the_line(Hold::AtOnce);
                }
                let warned = report::warned(self.speech(), self.style.err, &opened.problems);
                self.warned.replace(warned);
                Ok(session)
            }
            None => Err(self.unusable(&opened)),
        }
    }

    /// What is told on standard error before the answer.
    pub fn warned(&self) -> String {
        self.warned.take()
    }

    /// The folder, and the words after it; else how the command is written.
    pub fn words(
        &self,
        given: &[OsString],
        wanted: usize,
        optional: usize,
        usage: &str,
    ) -> Result<(PathBuf, Vec<String>), Answer> {
        words::split(given, wanted, optional).ok_or_else(|| self.slipped(&Slip::Count, usage))
    }

    /// The same of a command that names a shift first.
    pub fn words_with_shift(
        &self,
        given: &[OsString],
        wanted: usize,
        optional: usize,
        usage: &str,
    ) -> Result<(PathBuf, Vec<String>), Answer> {
        words::with_shift(given, wanted, optional).map_err(|slip| self.slipped(&slip, usage))
    }

    /// The folder and the file that a command is given.
    pub fn folder_and_file<'a>(&self, given: &'a [OsString], usage: &str) -> Result<(PathBuf, &'a Path), Answer> {
        let (dir, _) = self.words(given, 1, 0, usage)?;
        // As it was written: a file's name need not be text.
        let file = given.last().map(Path::new).ok_or_else(|| self.slipped(&Slip::Count, usage))?;
        Ok((dir, file))
    }

    /// The complaint about the words of a command that can't be right.
    pub fn slipped(&self, slip: &Slip, usage: &str) -> Answer {
        let (id, word) = match slip {
            Slip::Count => ("cli-usage", ""),
            Slip::NoShift => ("cli-shift-missing", ""),
            Slip::Shift(word) => ("cli-bad-shift", word.as_str()),
        };
        self.misused(id, &[("usage", usage.into()), ("id", word.into())])
    }

    /// The refusal of input with errors: every problem, on standard error.
    pub fn unusable(&self, opened: &Opened) -> Answer {
        let speech = self.speech();
        let shown = report::problems(speech, self.style.err, opened, self.style.width);
        let problems: Vec<Said> = opened.problems.iter().map(|problem| said(problem, speech)).collect();
        let bare = match problems.as_slice() {
            [only] => only.message.clone(),
            _ => count(&opened.problems, speech),
        };
        Answer::unusable(shown, bare, problems)
    }

    /// The complaint about a record that can't be used now.
    pub fn failed(&self, error: &RecordError) -> Answer {
        self.complaint(FAILED, &record(self.speech(), error))
    }

    /// A complaint, and with what status the program ends on it.
    pub fn complaint(&self, status: u8, message: &str) -> Answer {
        Answer::complaint(status, report::error(self.speech(), self.style.err, message))
    }

    /// The complaint about a command line that can't be used.
    pub fn misused(&self, id: &str, values: &[(&str, Value)]) -> Answer {
        misused(self.speech(), self.style, id, values)
    }

    /// The member with that id.
    pub fn member(&self, session: &Session, id: &str) -> Result<MemberIx, Answer> {
        session.ground.strike.lookup.members.get(id).copied().ok_or_else(|| {
            let known = session.ground.strike.members.iter().map(|member| member.id.as_str());
            self.unknown("cli-no-member", id, known)
        })
    }

    /// The member with that id; else the only one whose name has every word of `text` in it, whatever case and accents. Of
    /// several, the one who stands on `shift`, when that is one only.
    pub fn member_by_name(&self, session: &Session, text: &str, shift: Option<ShiftIx>) -> Result<MemberIx, Answer> {
        session.find_member(text, shift).or_else(|Unclear(found)| match found.as_slice() {
            [] => self.member(session, text),
            several => {
                let (id, values) = many(&session.ground, text, several);
                Err(self.misused(id, &values))
            }
        })
    }

    /// The id of someone who may be owed strike pay: a member, also one who is no longer on the list but was on a line.
    pub fn owed(&self, session: &Session, id: &str) -> Result<String, Answer> {
        if session.was_signed(id).map_err(|error| self.failed(&error))? {
            return Ok(id.to_owned());
        }
        self.member_by_name(session, id, None).map(|member| session.ground.strike.member(member).id.clone())
    }

    /// The site with that id.
    pub fn the_site(&self, session: &Session, id: &str) -> Result<SiteIx, Answer> {
        session.ground.strike.lookup.sites.get(id).copied().ok_or_else(|| {
            let known = session.ground.strike.sites.iter().map(|site| site.id.as_str());
            self.unknown("cli-no-site", id, known)
        })
    }

    /// The same, when one is asked for.
    pub fn site(&self, session: &Session, id: Option<&str>) -> Result<Option<SiteIx>, Answer> {
        id.map(|id| self.the_site(session, id)).transpose()
    }

    /// The day written so.
    pub fn the_day(&self, text: &str) -> Result<NaiveDate, Answer> {
        date(text).ok_or_else(|| self.misused("cli-bad-day", &[("text", text.into())]))
    }

    /// The same, when one is asked for.
    pub fn day(&self, text: Option<&str>) -> Result<Option<NaiveDate>, Answer> {
        text.map(|text| self.the_day(text)).transpose()
    }

    /// The part of the strike asked for.
    pub fn part(&self, session: &Session, part: &Part) -> Result<Filter, Answer> {
        let (site, day) = (part.site.as_deref(), part.day.as_deref());
        Ok(Filter { site: self.site(session, site)?, day: self.day(day)? })
    }

    /// The instant told; a local time is the strike's, a time of day today's.
    pub fn when(&self, session: &Session, text: Option<&str>) -> Result<Option<Instant>, Answer> {
        self.when_in(session, session.ground.strike.campaign.zone, text)
    }

    /// The instant told of something at a site; a local time is the site's.
    pub fn when_at(&self, session: &Session, site: SiteIx, text: Option<&str>) -> Result<Option<Instant>, Answer> {
        self.when_in(session, session.ground.strike.site(site).zone, text)
    }

    fn when_in(&self, session: &Session, zone: Tz, text: Option<&str>) -> Result<Option<Instant>, Answer> {
        let Some(text) = text else { return Ok(None) };
        let today = session.now().in_zone(zone).date_naive();
        let at = match When::parse(text) {
            Some(When::Now) => Some(session.now()),
            _ => instant_on(text, zone, today),
        };
        at.map(Some).ok_or_else(|| self.misused("cli-bad-moment", &[("text", text.into())]))
    }

    /// The instant told of something that has happened at a site: a time of day is the last there was.
    pub fn when_past(&self, session: &Session, site: SiteIx, text: Option<&str>) -> Result<Option<Instant>, Answer> {
        let Some(text) = text else { return Ok(None) };
        let at = instant_told(text, session.ground.strike.site(site).zone, session.now());
        at.map(Some).ok_or_else(|| self.misused("cli-bad-moment", &[("text", text.into())]))
    }

    /// Looks back to the moment told: an instant, or a version of the roster.
    pub fn look_back(&self, session: &mut Session, text: Option<&str>) -> Result<(), Answer> {
        let Some(text) = text else { return Ok(()) };
        if let Ok(version) = text.trim().parse::<u64>() {
            let seq = session.last_of_version(version).map_err(|error| self.failed(&error))?;
            let seq = seq.ok_or_else(|| self.misused("record-no-version", &[("version", text.into())]))?;
            return session.look_back_to(seq).map(drop).map_err(|error| self.failed(&error));
        }
        match self.when(session, Some(text))? {
            Some(at) => session.look_back(at).map(drop).map_err(|error| self.failed(&error)),
            None => Ok(()),
        }
    }

    /// The complaint about an id that the strike does not know, with the nearest that it does.
    pub fn unknown<'a>(&self, message: &str, id: &str, known: impl Iterator<Item = &'a str>) -> Answer {
        // A word that is known, and yet means nothing here, was no slip.
        match nearest(id, known.filter(|each| *each != id)) {
            Some(near) => self.misused(&format!("{message}.near"), &[("id", id.into()), ("near", near.into())]),
            None => self.misused(message, &[("id", id.into())]),
        }
    }
}

/// The complaint about a command line that can't be used.
pub fn misused(speech: Speech, style: Style, id: &str, values: &[(&str, Value)]) -> Answer {
    Answer::complaint(UNUSABLE, report::error(speech, style.err, &speech.say(id, values)))
}

/// The name under which the user is logged in.
fn login_name() -> String {
    ["LOGNAME", "USER", "USERNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|name| !name.trim().is_empty()))
        // Under cron and in containers the variables are missing; the system still knows whose process this is.
        .or_else(|| owner_of("self"))
        .unwrap_or_else(|| "?".to_owned())
}
