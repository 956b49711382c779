//! What the pickers offer, anew with every letter, and what choosing does.

use super::choice::{Act, Choice};
use super::picture::Filter;
use super::place::Place;
use super::prompt::{Pick, Purpose, Wanted};
use super::score::Words;
use super::{Desk, Effect};
use crate::app::commands::{Command, TABLE};
use crate::engine::coverage::Status;
use crate::model::{Duty, ShiftIx, SiteIx};

/// The field's words, by their names in `speech`, in the order of the page.
pub const GLOSSARY: [&str; 16] = [
    "gap",
    "worst-case",
    "minimum",
    "captain",
    "designation",
    "pool",
    "alternate",
    "at-risk",
    "call-in",
    "pin",
    "set-aside",
    "publish",
    "week",
    "walk-in",
    "backup",
    "phase",
];

impl Desk {
    /// Works out anew what can be chosen.
    pub(super) fn choose_anew(&mut self) {
        // A search offers the worst gaps before anything is typed.
        self.refresh_gaps();
        let Some(prompt) = &self.prompt else { return };
        let typed = prompt.text().to_owned();
        let (mut lines, mut table) = (Vec::new(), Vec::new());
        let choices = match &prompt.purpose {
            Purpose::Pick(pick) if prompt.offers() => self.field_choices(pick, prompt),
            Purpose::Seek => self.seek_choices(&typed),
            Purpose::Palette => self.palette_choices(&typed),
            Purpose::Pick(pick) => match pick {
                Pick::Away { member, callin, requirement } => {
                    lines = self.call_lines(*callin, Some((*member, *requirement)));
                    self.away_choices(*member, *callin, *requirement, &typed)
                }
                Pick::Who { callin } => {
                    lines = self.call_lines(*callin, None);
                    self.who_choices(*callin, &typed)
                }
                Pick::Duties(member) => self.duty_choices(*member, &typed),
                Pick::Called(requirement) => self.called_choices(*requirement, &typed),
                Pick::SiteToClose => self.site_to_close_choices(&typed),
                Pick::Publish => {
                    lines = self.publish_lines();
                    self.publish_choices()
                }
                Pick::Paper => self.paper_choices(&typed),
                Pick::Move { from, members } => self.move_choices(*from, members, &typed),
                Pick::Filters => self.keep_choices(&typed),
                Pick::Touching => self.touching_choices(&typed),
                Pick::Numbers(line) => {
                    let mut choices = self.number_choices(*line);
                    choices.extend(self.template_choices(*line));
                    narrowed(choices, &typed)
                }
                Pick::Times(template) => {
                    lines = self.times_lines(*template);
                    self.times_choices(*template, &typed)
                }
                Pick::Menu => self.menu_choices(&typed),
                Pick::WalkIn(shift) => self.walk_in_choices(*shift, &typed),
                Pick::Glossary => self.glossary_choices(&typed),
                Pick::Marked => narrowed(self.marked_choices(), &typed),
                Pick::Ways(shift) => {
                    lines = self.way_lines(*shift);
                    narrowed(self.way_choices(*shift), &typed)
                }
                Pick::Name(shift, duty) => {
                    lines = self.name_lines();
                    self.name_choices(*shift, *duty, &typed)
                }
                Pick::Swap(shift, member) => self.swap_choices((*shift, *member), &typed, prompt.told("set-aside")),
                Pick::Close(site) => {
                    lines = self.close_lines(*site, prompt);
                    self.close_choices(*site, prompt)
                }
                Pick::Plan => {
                    lines = vec![self.speech.word("plan-looked-at")];
                    self.plan_choices()
                }
                Pick::WhatIf => self.what_if_choices(&typed),
                Pick::Repairs => self.repairs_choices(&typed),
                Pick::Fragile => self.fragile_choices(&typed),
                Pick::Redact => {
                    lines = vec![self.speech.word("redact-look")];
                    self.redact_choices(&typed)
                }
                Pick::Import => self.import_choices(&typed),
                Pick::Supposed => {
                    (table, lines) = self.supposed_told();
                    narrowed(self.supposed_choices(), &typed)
                }
                Pick::Branches => {
                    (table, lines) = self.branches_told();
                    narrowed(self.branch_choices(), &typed)
                }
                Pick::TakeBack(entry) => {
                    lines = vec![self.words().entry(entry)];
                    narrowed(self.take_back_choices(entry), &typed)
                }
                Pick::Rewind(seq) => narrowed(self.rewind_choices(*seq), &typed),
                Pick::Guests(shift) => {
                    lines = self.guest_lines(*shift);
                    self.guest_choices(*shift, &typed)
                }
                Pick::HandOver(shift) => self.hand_over_choices(*shift, &typed),
                Pick::Incident(site, line) => self.incident_choices(*site, *line, prompt),
                Pick::Incidents(site) => self.incidents_choices(*site, &typed),
                Pick::SignAt(shift, member) => {
                    lines = self.sign_at_lines(*shift, *member);
                    self.sign_at_choices(*shift, *member, &typed)
                }
                Pick::PaperSheet(shift) => {
                    lines = self.paper_sheet_lines(*shift);
                    self.paper_sheet_choices(*shift, &typed)
                }
                Pick::Alternate(member) => self.alternate_choices(*member, prompt),
                Pick::Pay(member) => {
                    (table, lines) = self.pay_told();
                    narrowed(self.pay_choices(*member), &typed)
                }
                Pick::Book(week) => {
                    lines = self.book_lines(*week);
                    self.book_choices(*week, &typed)
                }
                Pick::Short(_) => {
                    lines = self.short_lines();
                    self.short_choices(&typed)
                }
                Pick::WeekToSignOff => narrowed(self.week_choices(), &typed),
                Pick::SignOff(week) => {
                    lines = self.sign_off_lines(*week);
                    narrowed(self.sign_off_choices(*week), &typed)
                }
                Pick::Correct(what) => {
                    lines = self.correct_lines(what);
                    self.correct_choices(what, &typed)
                }
            },
            Purpose::Keep | Purpose::Count | Purpose::Reason { .. } | Purpose::Value(_) => Vec::new(),
        };
        if let Some(prompt) = &mut self.prompt {
            (prompt.choices, prompt.lines, prompt.table) = (choices, lines, table);
        }
    }

    fn glossary_choices(&self, typed: &str) -> Vec<Choice> {
        let query = Words::new(typed);
        let mut choices = Vec::new();
        for status in Status::ALL {
            let means = self.speech.word(&format!("sign-{}", status.word()));
            choices.push(Choice::new(means, Act::Nothing).lead(self.words().status(status)));
        }
        for word in GLOSSARY {
            let means = self.speech.word(&format!("word-{word}.means"));
            choices.push(Choice::new(means, Act::Nothing).lead(self.speech.word(&format!("word-{word}"))));
        }
        choices.retain(|choice| query.fits(&format!("{} {}", choice.lead, choice.text)));
        choices
    }

    /// Does what was chosen.
    pub(super) fn choose(&mut self, act: Act) -> Option<Effect> {
        // A filter is one of several: the list stays open. What is only to be read stays too.
        match act {
            Act::Keep(keep) => {
                self.keep(keep);
                self.choose_anew();
                return None;
            }
            Act::Nothing => return None,
            Act::Fill(text) => {
                self.fill(&text);
                return None;
            }
            Act::Type(text) => {
                if let Some(prompt) = &mut self.prompt {
                    prompt.input = text.into();
                }
                self.typed();
                return None;
            }
            _ => {}
        }
        let asked = self.prompt.take();
        self.notice = None;
        match act {
            Act::Command(command) => {
                self.note_lately(command);
                return self.command(command);
            }
            Act::There(place, command) => self.go_where(place, command),
            Act::Go(place) => self.open(place),
            Act::OnShift(shift, member) => self.show_on_shift(shift, member),
            Act::Who(member, callin) => self.ask_away_of(member, callin),
            Act::Site(site) => self.show_site(site),
            Act::Away { member, time, callin, requirement } => {
                self.note_away(member, &time, (callin, requirement), asked);
            }
            Act::Back(member, time) => self.note_back(member, time, asked),
            Act::CallInTo(member, requirement) => self.pick(Pick::Away { member, callin: true, requirement }),
            Act::AskClose(site) => self.pick(Pick::Close(site)),
            Act::Publish => self.publish(asked.as_ref()),
            Act::Print(paper) => return self.print(paper, asked),
            Act::Send { from, to, members } => self.send(from, to, &members, asked),
            Act::Number(line, key) => self.ask_number(line, key),
            Act::AskTimes(template) => self.pick(Pick::Times(template)),
            Act::Times(template, times) => self.stage_times(template, times, asked),
            Act::Propose(line, key, number) => self.ask(Wanted::Number(line, key), &number.to_string()),
            Act::Repair(shift) => self.repair(shift),
            Act::Repairs(wanted) => self.find_repairs(wanted),
            Act::Fragile(filter) => self.find_fragile(filter),
            Act::Import(file, map) => self.stage_import(file, map),
            Act::Narrow(of) => self.narrow(of),
            Act::Redact(folder) => self.redact(&folder, asked),
            Act::LookBack(seq) => self.look_back_to(seq),
            Act::Plan { from_scratch } => self.plan_asked(from_scratch, asked),
            Act::Suppose(what) => self.suppose(what),
            Act::KeepBranch => self.keep_supposed(),
            Act::MakeSo => self.make_supposed_so(),
            Act::Branches => self.show_branches(),
            Act::TakeBranch(name) => self.take_branch(name),
            Act::DropBranch(name) => self.drop_branch(&name),
            Act::Swap(one, other) => self.swap(one, other, asked.as_ref()),
            Act::Close(site, from, until) => self.close(site, from, until, asked),
            Act::Reopen(site) => self.reopen(site),
            Act::Reason(shift, member) => self.ask_reason(shift, member),
            Act::AskAfar(gap, member) => self.ask_afar(gap, member),
            Act::AskName(shift, duty) => self.pick(Pick::Name(shift, duty)),
            Act::Name(shift, member, duty) => self.name(shift, member, duty),
            Act::RuledOut(shift, member) => self.show_ruled_out(shift, member),
            Act::Marked(deed) => self.do_marked(deed),
            Act::Rewind(seq) => self.rewind(seq),
            Act::TakeBackAlone(seq) => self.take_back_alone(seq),
            Act::TakeBack(seq) => self.take_back(seq),
            Act::GoOn => self.go_to_tab(Place::Overview),
            Act::AskFolder => self.ask(Wanted::Folder, ""),
            Act::NewStrike => {
                self.start.answers.clear();
                self.ask_next();
            }
            Act::Guests(shift, count) => self.count_guests(shift, count, asked),
            Act::HandOver(shift, to) => self.hand_over(shift, to, asked),
            Act::Incident(site, line, at) => self.note_incident(site, line, at, asked),
            Act::Incidents(site) => self.pick(Pick::Incidents(site)),
            Act::Note(what) => self.note_asked(&what, asked),
            Act::SheetLine(shift, text) => self.enter_sheet_line(shift, &text, asked),
            Act::AskSignAt(shift, member) => self.pick(Pick::SignAt(shift, member)),
            Act::Book(week) => self.show_book(week),
            Act::Short(week) => self.show_short(week),
            Act::ListShort => self.list_short(),
            Act::Offer(shift, member) => self.put(shift, member, Duty::Picket, None),
            Act::AskSignOff(week) => self.look_at_week(week),
            Act::SignOff(week) => self.sign_off(week),
            Act::Keep(_) | Act::Fill(_) | Act::Type(_) | Act::Nothing => {}
        }
        None
    }

    /// The picture of one site; on the line board the line of it that is up.
    fn show_site(&mut self, site: SiteIx) {
        let is_there = |shift: &ShiftIx| self.ground().shift(*shift).site == site;
        if self.place == Place::Line
            && let Some(shift) = self.lines_up().into_iter().find(is_there)
        {
            self.turn_line_to(shift);
            return;
        }
        let name = self.ground().strike.site(site).id.clone();
        self.picture.filter = Filter { words: name, ..Filter::default() };
        if self.place != Place::Coverage {
            self.open(Place::Coverage);
        }
    }

    /// Takes a value that was asked for.
    pub(super) fn take_value(&mut self, wanted: Wanted, text: &str) -> Option<Effect> {
        match wanted {
            Wanted::Number(line, key) => self.set_number(line, key, text),
            Wanted::Folder if text.trim().is_empty() => self.prompt = None,
            Wanted::Folder => self.open_typed(text),
            Wanted::Answer(at) => self.answer(at, text),
            Wanted::Backup => self.back_up(text),
            Wanted::Code => {
                self.prompt = None;
                let code = text.trim().to_owned();
                return (!code.is_empty()).then_some(Effect::Verify(code));
            }
        }
        None
    }

    /// Counts the site under the cursor among one's own, or no longer.
    pub(super) fn toggle_mine(&mut self) {
        let Some(site) = self.chosen_site() else {
            self.say("told-no-shift-here");
            return;
        };
        let id = if self.picture.toggle_mine(site) { "told-mine" } else { "told-not-mine" };
        self.say_with(id, &[("site", self.words().site(site).into())]);
    }

    /// True when `command` stands in the table for this screen.
    pub fn applies(&self, command: Command) -> bool {
        TABLE.iter().any(|row| row.command == command && row.places.meets(self.place.kind()))
    }
}

/// Of a short list whose maker does not look at what is typed, those of which the words typed are found.
fn narrowed(mut choices: Vec<Choice>, typed: &str) -> Vec<Choice> {
    let query = Words::new(typed);
    choices.retain(|choice| query.fits(&format!("{} {} {}", choice.lead, choice.text, choice.aside)));
    choices
}
