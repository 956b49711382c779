//! What a message does: keys to commands, commands to the screen they apply to.

use super::choice::Deed;
use super::list::Step;
use super::place::{Place, Target};
use super::prompt::{LONGEST, Pick, Prompt, Purpose, Wanted};
use super::{Desk, Effect, Message, start};
use crate::app::commands::{Command, Key, Where};
use crate::model::campaign::Language;

impl Desk {
    /// Takes a message; says what the program around the screen is to do.
    pub fn handle(&mut self, message: Message) -> Option<Effect> {
        let effect = match message {
            Message::Key(key) => self.key(key),
            Message::Click(target) => self.click(target),
            Message::Wheel(target, rows) => {
                self.wheel(target, rows);
                None
            }
            Message::Paste(text) => {
                if let Some(prompt) = &mut self.prompt {
                    let left_out = prompt.paste(&text);
                    self.typed();
                    if left_out > 0 {
                        let values = [("most", LONGEST.into()), ("count", left_out.into())];
                        self.not_done("told-too-long", &values);
                    }
                }
                None
            }
            Message::News(news) => {
                self.hear(news);
                None
            }
            Message::Found(found) => {
                self.hear_found(found);
                None
            }
            Message::Back(back) => {
                self.hear_back(back);
                None
            }
            Message::Learnt(found) => {
                self.hear_learnt(found);
                None
            }
            Message::Ask(target) => {
                if let Some(Target::Row(..) | Target::Cell(..) | Target::Tab(_)) = target {
                    self.point_at(target);
                }
                self.pick(Pick::Menu);
                None
            }
            Message::Now(now) => {
                self.now = now;
                None
            }
        };
        self.answer_edit();
        self.refresh();
        effect
    }

    fn key(&mut self, key: Key) -> Option<Effect> {
        if self.prompt.is_some() && !self.is_for_the_program(key) {
            return self.type_key(key);
        }
        self.notice = None;
        self.news = None;
        let here = self.place.kind();
        // What the first page says comes next is done from there too.
        let next = |command: &Command| here == Where::START && start::NEXT.contains(command);
        let command = self.keymap.find(key, here).or_else(|| {
            let command = self.keymap.find(key, Where::OVERVIEW).filter(next)?;
            self.go_to_tab(Place::Overview);
            Some(command)
        });
        let Some(command) = command else {
            self.tell_elsewhere(key);
            return None;
        };
        self.command(command)
    }

    /// True for keys that mean the same while something is being typed: to leave, to sleep, to draw anew, the other language.
    fn is_for_the_program(&self, key: Key) -> bool {
        let is_meant = |command| matches!(command, Command::Suspend | Command::Redraw | Command::Language);
        key == Key::Ctrl('c')
            || matches!(key, Key::Ctrl(_)) && self.keymap.find(key, self.place.kind()).is_some_and(is_meant)
    }

    /// Says, instead of doing what only people can be asked for, that nobody is on the list and how that changes. True: that
    /// was it.
    fn refuse_without_people(&mut self, command: Command) -> bool {
        let refused = needs_people(command) && self.ground().strike.members.is_empty();
        if refused {
            self.say("screen-nobody-listed");
        }
        refused
    }

    /// Carries a command out.
    pub fn command(&mut self, command: Command) -> Option<Effect> {
        if self.calls_study_off(command) || self.refuse_in_the_past(command) || self.refuse_without_people(command) {
            return None;
        }
        let just_put = self.just_put.take();
        match command {
            Command::Quit => return Some(Effect::Quit),
            Command::Suspend => return Some(Effect::Suspend),
            Command::Redraw => return Some(Effect::Redraw),
            Command::MoveUp => self.step(Step::By(-1)),
            Command::MoveDown => self.step(Step::By(1)),
            Command::PageBack => self.step(Step::Pages(-1)),
            Command::PageOn => self.step(Step::Pages(1)),
            Command::HalfBack => self.step(Step::Halves(-1)),
            Command::HalfOn => self.step(Step::Halves(1)),
            Command::First => self.step(Step::First),
            Command::Last => self.step(Step::Last),
            Command::MoveLeft => self.sideways(false),
            Command::MoveRight => self.sideways(true),
            Command::Open => self.open_chosen(),
            Command::Back => self.back(),
            Command::ToOverview => self.go_to_tab(Place::Overview),
            Command::ToCoverage => self.go_to_tab(Place::Coverage),
            Command::ToMembers => self.go_to_tab(Place::Members),
            Command::ToEssential => self.go_to_tab(Place::Essential),
            Command::ToHistory => self.go_to_tab(Place::History),
            Command::ToLine => self.go_to_line(),
            Command::ToMap => self.go_to_tab(Place::Map),
            Command::NextScreen => self.next_tab(true),
            Command::LastScreen => self.next_tab(false),
            Command::NextGap => self.next_gap(true),
            Command::LastGap => self.next_gap(false),
            Command::Find => self.seek(),
            Command::Keep => self.keep_words(),
            Command::Filter if self.place == Place::History => self.ask_touching(),
            Command::Filter => self.pick(Pick::Filters),
            Command::Touching => self.show_touching(),
            Command::Region => self.next_region(),
            Command::Sort => self.members.next_order(self.week()),
            Command::Flip => self.members.sort_by(self.members.order.by),
            Command::Count => self.prompt = Some(Prompt::new(Purpose::Count, "")),
            Command::Clear => self.clear(),
            Command::Zoom => self.zoom(),
            Command::Worst => self.count_the_other_way(),
            Command::Now => self.go_to_now(),
            Command::Fold => self.picture.fold(&self.session.ground),
            Command::FoldAll => self.picture.fold_all(&self.session.ground),
            Command::Ways => self.ask_ways(),
            Command::Mine => self.toggle_mine(),
            Command::EarlierShift if self.place == Place::Line => self.turn_line(false),
            Command::LaterShift if self.place == Place::Line => self.turn_line(true),
            Command::EarlierShift => self.along_the_line(false),
            Command::LaterShift => self.along_the_line(true),
            Command::ShowMember => self.show_member(),
            Command::Assign => self.assign(),
            Command::WalkIn => self.ask_walk_in(),
            Command::NoShow => self.no_show(),
            Command::Sign => self.sign(),
            Command::SignAll => self.sign_all(),
            Command::SignAt => self.ask_sign_at(),
            Command::Guests => self.ask_guests(),
            Command::PaperSheet => self.ask_paper_sheet(),
            Command::Alternate => self.ask_alternate(),
            Command::Calls => self.show_calls(),
            Command::Ring => self.ring(just_put),
            Command::Reached => self.tick_reached(),
            Command::Pay => self.show_pay(),
            Command::SignOff => self.ask_sign_off(),
            Command::HandOver => self.ask_hand_over(),
            Command::Incident => self.ask_incident(),
            Command::Incidents => self.show_incidents(),
            Command::Unassign if self.marked() > 0 => self.do_marked(Deed::TakeOff),
            Command::Unassign => self.take_off(),
            Command::Pin if self.marked() > 0 => self.do_marked(Deed::Pin),
            Command::Pin => self.pin(),
            Command::Move => self.ask_move(),
            Command::Swap => self.ask_swap(),
            Command::Close => self.ask_close(),
            Command::WhatIf => self.ask_what_if(),
            Command::Repair => self.ask_repairs(),
            Command::Fragile => self.ask_fragile(),
            Command::HoldTheLine => self.hold_or_offer(),
            Command::TakeOffer => self.take_offer(),
            Command::Absent => self.ask_away(false),
            Command::CallIn => self.ask_away(true),
            Command::Mark => self.mark(),
            Command::MarkAll => self.mark_all(),
            Command::Marked => self.ask_marked(),
            Command::Numbers => self.show_numbers(),
            Command::Hours => self.ask_times(),
            Command::Publish => self.pick(Pick::Publish),
            Command::Print => self.pick(Pick::Paper),
            Command::Duty => self.change_duty(),
            Command::Override => self.assign_against_rules(),
            Command::Plan => self.plan(),
            Command::PlanAnew => self.ask_plan(),
            Command::Accept => self.accept_plan(),
            Command::Make => self.accept_page(),
            Command::Check => self.check(),
            Command::Import => self.ask_import(),
            Command::Backup => self.ask_backup(),
            Command::Purge => self.show_purge(),
            Command::Redact => self.ask_redact(),
            Command::Verify => self.ask(Wanted::Code, ""),
            Command::LookBack => self.look_back_or_return(),
            Command::Undo => self.undo(),
            Command::Redo => self.undo_or_redo(true),
            Command::Save => self.say_saved(),
            Command::Language => self.other_language(),
            Command::Menu => self.pick(Pick::Menu),
            Command::Palette => {
                self.prompt = Some(Prompt::new(Purpose::Palette, ""));
                self.choose_anew();
            }
            // The key that opened it closes it.
            Command::Help if self.place == Place::Help => self.back(),
            Command::Help => self.open(Place::Help),
            Command::Glossary => self.pick(Pick::Glossary),
            Command::Start => self.go_to_start(),
        }
        None
    }

    fn other_language(&mut self) {
        self.speak(match self.speech.language() {
            Language::En => Language::Fr,
            Language::Fr => Language::En,
        });
        self.say("told-language");
        // What is being chosen from is said anew, what is typed stays.
        if self.prompt.is_some() {
            self.choose_anew();
        }
    }
}

/// True for what can't be done with nobody on the list.
pub(super) const fn needs_people(command: Command) -> bool {
    matches!(
        command,
        Command::Plan
            | Command::PlanAnew
            | Command::Assign
            | Command::Ways
            | Command::WalkIn
            | Command::Absent
            | Command::CallIn
            | Command::Repair
            | Command::Fragile
            | Command::Pay
            | Command::Publish
    )
}
