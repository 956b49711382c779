//! The first page: what to start with. The sample to look around in, a new strike from six answers, or a folder.

use super::Desk;
use super::choice::{Act, Choice};
use super::list::List;
use super::notice::Tone;
use super::path_typed::path_typed;
use super::place::Place;
use super::prompt::Wanted;
use crate::app::commands::Command;
use crate::app::session::{Session, clock_told, open};
use crate::speech::disk;
use crate::store::create::{NewStrike, create, slug};
use chrono::{Datelike, Days, NaiveDate};
use std::path::PathBuf;

/// The questions of a new strike, by their words in `speech`.
pub const QUESTIONS: [&str; 6] =
    ["question-name", "question-first-day", "question-days", "question-sites", "question-shifts", "question-folder"];

/// What to do next, as the page says it; their keys lead on from there.
pub const NEXT: [Command; 6] =
    [Command::Plan, Command::NextGap, Command::Assign, Command::Find, Command::Help, Command::Language];

/// The state of the page.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// The cursor among the ways to start.
    pub list: List,
    /// The answers so far.
    pub answers: Vec<String>,
}

impl Desk {
    /// The ways to start.
    pub fn starts(&self) -> Vec<Choice> {
        let sample = self.session.sample.is_some();
        let go_on = if sample { "start-sample" } else { "start-go-on" };
        [(go_on, Act::GoOn), ("start-new", Act::NewStrike), ("start-folder", Act::AskFolder)]
            .into_iter()
            .map(|(word, act)| {
                Choice::new(self.speech.word(word), act).aside(self.speech.word(&format!("{word}.about")))
            })
            .collect()
    }

    /// Begins the questions, or goes on to the next one.
    pub(super) fn ask_next(&mut self) {
        let at = self.start.answers.len();
        let proposal = match at {
            1 => self.next_monday().to_string(),
            2 => "14".to_owned(),
            4 => "07:30-11:30, 11:30-15:30".to_owned(),
            5 => format!("./{}", slug(self.start.answers.first().map_or("", String::as_str))),
            _ => String::new(),
        };
        self.ask(Wanted::Answer(at), &proposal);
    }

    fn next_monday(&self) -> NaiveDate {
        let today = self.now.in_zone(self.ground().strike.campaign.zone).date_naive();
        today + Days::new(7 - u64::from(today.weekday().num_days_from_monday()))
    }

    /// Takes an answer; after the last, makes the strike and opens it.
    pub(super) fn answer(&mut self, at: usize, text: &str) {
        let text = text.trim().to_owned();
        let is_good = match at {
            1 => crate::model::time::date(&text).is_some(),
            2 => text.parse::<u16>().is_ok_and(|days| (1..=366).contains(&days)),
            4 => shifts_of(&text).is_some(),
            _ => !text.is_empty(),
        };
        if !is_good {
            let text = self.speech.word(&format!("{}.again", QUESTIONS[at]));
            self.tell(Tone::Refused, text);
            return;
        }
        self.start.answers.truncate(at);
        self.start.answers.push(text);
        if self.start.answers.len() < QUESTIONS.len() {
            self.ask_next();
            return;
        }
        self.prompt = None;
        self.make_strike();
    }

    fn make_strike(&mut self) {
        let answers = std::mem::take(&mut self.start.answers);
        let [name, first_day, days, sites, shifts, folder] = answers.as_slice() else { return };
        let (Ok(first_day), Ok(days), Some(shifts)) = (first_day.parse(), days.parse(), shifts_of(shifts)) else {
            return;
        };
        let strike = NewStrike {
            name: name.clone(),
            first_day,
            days,
            sites: sites.split(',').map(str::trim).filter(|site| !site.is_empty()).map(str::to_owned).collect(),
            shifts,
            language: if self.speech.language() == crate::model::campaign::Language::En { "en" } else { "fr" },
        };
        let folder = path_typed(folder);
        if let Err(error) = create(&folder, &strike) {
            let mut why = disk::why(self.speech, &error);
            // What is there already is named by whoever found it there.
            if let Some(path) = error.get_ref() {
                why = self.speech.say("cli-io", &[("path", path.to_string().into()), ("detail", why.into())]);
            }
            let text = self.speech.say("told-not-made", &[("why", why.into())]);
            self.tell(Tone::Failed, text);
            return;
        }
        self.open_folder(folder, "told-made");
    }

    /// Opens the strike in a folder in place of this one, and says so; else says why it can't be opened.
    fn open_folder(&mut self, folder: PathBuf, told: &'static str) {
        let settings = self.settings();
        let open = move |_: &mut Session| (open(&folder, settings), folder);
        // How large that strike is, nobody knows yet.
        self.carry_out(true, "busy-opening", open, move |desk, (opened, folder)| {
            let opened = match opened {
                Ok(opened) => opened,
                Err(error) => {
                    desk.tell_trouble(&error);
                    return;
                }
            };
            let Some(session) = opened.session else {
                let first = opened.problems.first().map(|problem| desk.speech.problem(problem).0).unwrap_or_default();
                let values = [("count", opened.problems.len().into()), ("first", first.into())];
                let text = desk.speech.say("told-not-opened", &values);
                desk.tell(Tone::Failed, text);
                return;
            };
            let (speech, keymap) = (desk.speech, desk.keymap.clone());
            let mut anew = Self::new(session, desk.now);
            (anew.speech, anew.keymap, anew.aside) = (speech, keymap, desk.aside.is_away().into());
            anew.index_aside();
            anew.refresh();
            *desk = anew;
            let text = desk.sentence(told, &[("folder", folder.display().to_string().into())]);
            desk.tell(Tone::Done, text);
        });
    }

    pub(super) fn open_typed(&mut self, text: &str) {
        let folder = path_typed(text);
        self.prompt = None;
        self.open_folder(folder, "told-opened");
    }

    /// Goes to the first page.
    pub fn go_to_start(&mut self) {
        self.open(Place::Start);
    }
}

/// `07:30-11:30, 11:30-15:30` as pairs of clocks, each as people write it.
fn shifts_of(text: &str) -> Option<Vec<(String, String)>> {
    let shifts: Option<Vec<(String, String)>> = text
        .split(',')
        .map(str::trim)
        .filter(|shift| !shift.is_empty())
        .map(|shift| {
            let (start, end) = shift.split_once(['-', '–'])?;
            let clock = |text: &str| clock_told(text.trim()).map(|clock| clock.to_string());
            Some((clock(start)?, clock(end)?))
        })
        .collect();
    shifts.filter(|shifts| !shifts.is_empty())
}

#[cfg(test)]
mod tests {
    use super::shifts_of;

    #[test]
    fn shifts_are_read_as_people_write_them() {
        let pair = |start: &str, end: &str| (start.to_owned(), end.to_owned());
        assert_eq!(shifts_of("7:30-11:30, 11h30 – 15h,"), Some(vec![pair("07:30", "11:30"), pair("11:30", "15:00")]));
        for bad in ["", "7:30", "7:30-", "morning-noon", "25:00-26:00"] {
            assert_eq!(shifts_of(bad), None, "{bad}");
        }
    }
}
