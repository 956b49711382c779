//! What the user looks at: which screen, which rows, where the cursor is, what was just said; and what a key does to it.
//!
//! [`Desk`] is the whole state of the screen. It takes messages and gives back what only the program around it can do
//! ([`Effect`]). It knows no terminal: every test of it is a strike, some keys, and a look at the state.

mod alternate;
pub mod aside;
mod away;
mod backing_up;
mod branches;
mod brief;
mod by_name;
mod calling;
mod checked;
pub mod choice;
mod chosen;
mod closing;
mod counted;
mod doing;
pub mod errand;
pub mod essential;
pub mod fields;
mod filling;
mod fragile;
mod guests;
mod handover;
pub mod hints;
pub mod history;
mod hold;
mod incident;
mod incoming;
pub mod keep;
mod keyed;
mod keys;
pub mod lens;
pub mod line;
pub mod list;
mod looking_back;
pub mod map;
pub mod member;
pub mod members;
mod moving;
pub mod muster;
mod naming;
pub mod notice;
pub mod noting;
pub mod numbers;
mod order;
mod others;
pub mod overview;
pub mod page;
mod paper;
mod paper_sheet;
mod path_typed;
mod pay;
mod picking;
pub mod picture;
pub mod place;
pub mod planner;
pub mod planning;
mod pointing;
pub mod post;
pub mod prompt;
mod publishing;
mod purge;
mod redacting;
mod refresh;
pub mod repairs;
mod retiming;
mod returning;
mod ringing;
pub mod score;
mod seek;
mod sending;
pub mod several;
mod sign_at;
mod sign_off;
pub mod start;
pub mod study;
mod trade;
mod trail;
mod typing;
mod undoing;
mod ways;
mod what_if;
mod who;
pub mod words;
pub mod worker;

use super::keymap::Keymap;
use super::session::Session;
use crate::app::session::Hold;
use crate::model::campaign::Language;
use crate::model::{Instant, ShiftIx};
use crate::rules::Ground;
use crate::speech::Speech;
use list::List;
use notice::{Notice, Tone};
pub use paper::{ALL, FORMS, INCIDENTS, Manner, Paper, Printed, Sheet};
pub use picking::GLOSSARY;
use place::{Place, Target};
use words::Words;

use super::commands::Key;

/// What can happen to the screen.
#[derive(Debug)]
pub enum Message {
    /// A key.
    Key(Key),
    /// A click on something; a second one on the same row opens it.
    Click(Target),
    /// The wheel, over something: so many rows down.
    Wheel(Option<Target>, isize),
    /// Pasted text.
    Paste(String),
    /// The clock has moved on to this instant.
    Now(Instant),
    /// The planner has something to say.
    News(planner::News),
    /// The worker that musters has found something.
    Found(muster::Found),
    /// A twin of the session is back from what took longer than a frame.
    Back(errand::Back),
    /// What was studied beside the screen is found out.
    Learnt(study::Learnt),
    /// A click with the other button: what can be done with what is there.
    Ask(Option<Target>),
}

/// What the program around the screen is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Go to sleep until woken.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Make a sheet in this manner and write it to a file.
    Print(Paper, Manner),
    /// Find the sheet with this code.
    Verify(String),
}

/// The state of the screen.
#[derive(Debug)]
pub struct Desk {
    /// The strike, its roster and its record.
    pub session: Session,
    /// The language.
    pub speech: Speech,
    /// Which screen is looked at.
    pub place: Place,
    /// The screens to go back to, the latest last.
    trail: Vec<Place>,
    /// How heads are counted.
    pub counting: lens::Counting,
    present: Option<lens::Present>,
    /// What would fill a shift, as last worked out.
    ways: Option<(post::Made, muster::Ways)>,
    /// What was last supposed, and what would come of it.
    supposed: Option<what_if::Supposed>,
    /// The ledger, as last worked out for being looked at.
    books: Option<crate::engine::pay::Ledger>,
    /// Who will be short of hours, as last worked out for being looked at.
    shorts: Vec<super::session::Short>,
    /// What was entered from the paper sheet so far, a line each.
    entered: Vec<String>,
    /// The branches, as last planned.
    branches: Vec<branches::Looked>,
    /// The answer to the last edit, to be taken with a key.
    offer: Option<hold::Offer>,
    /// Who was put on a shift by the last command: whoever fills a gap rings that member next.
    just_put: Option<crate::model::MemberIx>,
    /// Commands chosen by their names, the latest first.
    lately: Vec<super::commands::Command>,
    /// Which key does what.
    pub keymap: Keymap,
    /// Who works out what takes longer than a frame.
    pub aside: aside::Aside,
    /// The present time.
    pub now: Instant,
    /// The overview.
    pub overview: overview::Overview,
    /// The coverage picture.
    pub picture: picture::Picture,
    /// The members.
    pub members: members::Members,
    /// The essential services.
    pub services: essential::Services,
    /// The shift last opened.
    pub post: post::Post,
    /// The member last opened.
    pub person: member::Person,
    /// The line as it stands now.
    pub board: line::Board,
    /// The map.
    pub map: map::Map,
    /// Words that places share in their names.
    common: brief::Common,
    /// What is marked.
    pub marks: several::Marks,
    /// The first page.
    pub start: start::Start,
    /// What others did since it was last looked at: who, and what the last of it was.
    pub news: Option<String>,
    /// The history.
    pub history: history::History,
    /// The help page's first row.
    pub help: List,
    /// A plan being worked out, or lying there to be looked at.
    pub planning: planning::Planning,
    /// What is being done that takes longer than a frame.
    pub busy: Option<errand::Busy>,
    /// What is being found out beside the screen.
    studying: Option<study::Running>,
    /// The pages made for an occasion.
    pub pages: page::Pages,
    /// A line being typed.
    pub prompt: Option<prompt::Prompt>,
    /// What was just said.
    pub notice: Option<Notice>,
    /// The session's epoch that everything here is of.
    epoch: u64,
    /// How many sites there were then.
    sites: usize,
}

impl Desk {
    /// The screen of a session, on its overview.
    pub fn new(mut session: Session, now: Instant) -> Self {
        if session.holds_the_line() == Hold::Off {
            session.hold_the_line(Hold::Offered);
        }
        let speech = Speech::new(session.ground.strike.campaign.language);
        let today = now.in_zone(session.ground.strike.campaign.zone).date_naive();
        let mut desk = Self {
            speech,
            place: Place::Overview,
            trail: Vec::new(),
            counting: lens::Counting::default(),
            present: None,
            ways: None,
            supposed: None,
            offer: None,
            books: None,
            shorts: Vec::new(),
            entered: Vec::new(),
            branches: Vec::new(),
            just_put: None,
            lately: Vec::new(),
            keymap: Keymap::default(),
            aside: aside::Aside::default(),
            board: line::Board::default(),
            map: map::Map::default(),
            common: brief::Common::default(),
            marks: several::Marks::default(),
            start: start::Start::default(),
            news: None,
            now,
            overview: overview::Overview::default(),
            picture: picture::Picture::new(today),
            members: members::Members::default(),
            services: essential::Services::default(),
            post: post::Post::new(ShiftIx(0)),
            person: member::Person::new(crate::model::MemberIx(0)),
            history: history::History::default(),
            help: List::default(),
            planning: planning::Planning::default(),
            busy: None,
            studying: None,
            pages: page::Pages::default(),
            prompt: None,
            notice: None,
            epoch: session.epoch,
            sites: session.ground.strike.sites.len(),
            session,
        };
        desk.refresh();
        desk
    }

    /// What does not change.
    pub fn ground(&self) -> &Ground {
        &self.session.ground
    }

    /// How things are called.
    pub fn words(&self) -> Words<'_> {
        Words { ground: &self.session.ground, speech: self.speech }
    }

    /// Changes the language.
    pub fn speak(&mut self, language: Language) {
        self.speech = Speech::new(language);
        self.common.refresh(&self.session.ground, self.session.epoch, language);
    }

    /// The number of the week that holds the present, or the nearest the plan has.
    pub fn week(&self) -> u16 {
        let campaign = &self.ground().strike.campaign;
        let today = self.now.in_zone(campaign.zone).date_naive().clamp(campaign.first_day, campaign.last_day());
        let weeks = &self.ground().timetable.weeks;
        weeks.partition_point(|first| *first <= today).saturating_sub(1) as u16
    }

    /// What a shift lacks, the weightiest first: `6 heads, 2 captains`.
    pub fn lack(&self, shift: ShiftIx) -> String {
        let the_shift = self.ground().shift(shift);
        let heads = self.heads_on(shift);
        let mut parts = Vec::new();
        let say = |id: &str, n: u32| self.speech.say(id, &[("count", n.into())]);
        if heads.short_by(the_shift) > 0 {
            parts.push(say("lack-heads", heads.short_by(the_shift)));
        }
        if heads.captains_missing(the_shift) > 0 {
            parts.push(say("lack-captains", heads.captains_missing(the_shift)));
        }
        for (skill, count) in heads.needs_missing(the_shift) {
            let values = [("count", count.into()), ("skill", self.words().skill(skill).into())];
            parts.push(self.speech.say("lack-skill", &values));
        }
        parts.join(", ")
    }

    /// Says something until the next key.
    pub fn tell(&mut self, tone: Tone, text: String) {
        self.notice = Some(Notice { tone, text, how: String::new() });
    }

    /// Says what was done, and how to take it back.
    pub(super) fn tell_done(&mut self, text: String) {
        let how = self.sentence("told-undo", &[]);
        self.notice = Some(Notice { tone: Tone::Done, text, how });
    }
}

/// How a key is written in `speech`'s language.
pub fn key_text(speech: Speech, key: Key) -> String {
    key.word().map_or_else(|| key.to_string(), |word| speech.word(word))
}
