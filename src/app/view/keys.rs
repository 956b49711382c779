//! What a message does: keys to commands, commands to the screen they apply to.

use super::list::Step;
use super::notice::Tone;
use super::place::{Pane, Place, Target};
use super::prompt::{Prompt, Purpose};
use super::{Desk, Effect, Message, essential, overview, picture, post};
use crate::app::commands::{self, Command, Key};
use crate::model::ShiftIx;
use crate::model::campaign::Language;
use crate::model::time::week_of;

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
                    prompt.paste(&text);
                    self.typed();
                }
                None
            }
            Message::News(news) => {
                self.hear(news);
                None
            }
            Message::Now(now) => {
                self.now = now;
                None
            }
        };
        self.refresh();
        effect
    }

    fn key(&mut self, key: Key) -> Option<Effect> {
        if self.prompt.is_some() && key != Key::Ctrl('c') {
            return self.type_key(key);
        }
        self.notice = None;
        commands::find(key, self.place.kind()).and_then(|command| self.command(command))
    }

    /// Carries a command out.
    pub fn command(&mut self, command: Command) -> Option<Effect> {
        match command {
            Command::Quit => return Some(Effect::Quit),
            Command::Suspend => return Some(Effect::Suspend),
            Command::Redraw => return Some(Effect::Redraw),
            Command::MoveUp => self.step(Step::By(-1)),
            Command::MoveDown => self.step(Step::By(1)),
            Command::PageBack => self.step(Step::Pages(-1)),
            Command::PageOn => self.step(Step::Pages(1)),
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
            Command::NextScreen => self.next_tab(true),
            Command::LastScreen => self.next_tab(false),
            Command::NextGap => self.next_gap(true),
            Command::LastGap => self.next_gap(false),
            Command::Find => self.find(),
            Command::Filter => self.next_filter(),
            Command::Region => self.next_region(),
            Command::Sort => self.members.next_order(),
            Command::Clear => self.clear(),
            Command::Zoom => self.picture.zoom_on(&self.session.ground),
            Command::Worst => self.count_the_other_way(),
            Command::Now => self.go_to_now(),
            Command::Fold => self.picture.fold(&self.session.ground),
            Command::EarlierShift => self.along_the_line(false),
            Command::LaterShift => self.along_the_line(true),
            Command::ShowMember => self.show_member(),
            Command::Assign => self.assign(),
            Command::Unassign => self.take_off(),
            Command::Pin => self.pin(),
            Command::Duty => self.change_duty(),
            Command::Override => self.assign_against_rules(),
            Command::Plan => self.plan(),
            Command::Accept => self.accept_plan(),
            Command::Undo => self.undo_or_redo(false),
            Command::Redo => self.undo_or_redo(true),
            Command::Save => self.say_saved(),
            Command::Language => self.other_language(),
            Command::Palette => self.prompt = Some(Prompt::new(Purpose::Palette, "")),
            Command::Help => self.open(Place::Help),
        }
        None
    }

    /// Moves the cursor of the list that has it.
    fn step(&mut self, step: Step) {
        match self.place {
            Place::Overview => {
                let pane = self.overview.pane;
                let len = self.overview.len(pane);
                self.overview.lists[pane].step(step, len);
            }
            Place::Coverage => self.picture.step(step),
            Place::Members => {
                let len = self.members.rows().len();
                self.members.list.step(step, len);
            }
            Place::Essential => {
                let ground = &self.session.ground;
                let len = match self.services.pane {
                    essential::REQUIREMENTS => ground.strike.agreement.requirements.len(),
                    _ => self.services.people(ground).len(),
                };
                if self.services.pane == essential::REQUIREMENTS {
                    self.services.lists[essential::PEOPLE].go(0);
                }
                self.services.lists[self.services.pane].step(step, len);
            }
            Place::History => self.history.step(step, self.entries.len()),
            Place::Shift(_) => {
                let pane = self.post.pane;
                let len = self.post.len(pane);
                self.post.lists[pane].step(step, len);
            }
            Place::Member(member) => self.person.list.step(step, self.session.roster.of(member).len()),
            Place::Plan => {
                let len = self.planning.plan.as_ref().map_or(0, |plan| plan.changes.len());
                self.planning.list.step(step, len);
            }
            Place::Help => self.help.step(step, usize::MAX >> 1),
        }
    }

    /// Moves to the list beside, or a column on.
    fn sideways(&mut self, right: bool) {
        let to = |pane: Pane, panes: usize| if right { (pane + 1).min(panes - 1) } else { pane.saturating_sub(1) };
        match self.place {
            Place::Overview => self.overview.pane = to(self.overview.pane, 4),
            Place::Coverage => self.picture.shift_column(&self.session.ground, if right { 1 } else { -1 }),
            Place::Essential => self.services.pane = to(self.services.pane, 2),
            Place::Shift(_) => self.post.pane = to(self.post.pane, 3),
            Place::Members | Place::History | Place::Member(_) | Place::Plan | Place::Help => {}
        }
    }

    /// Opens what the cursor is on, or does the obvious thing with it.
    fn open_chosen(&mut self) {
        match self.place {
            Place::Overview => match self.overview.pane {
                overview::GAPS | overview::NOW => {
                    if let Some(shift) = self.overview.shift() {
                        self.open(Place::Shift(shift));
                    }
                }
                pane => self.open_group(pane),
            },
            Place::Coverage => match self.picture.row() {
                Some(picture::Row::Site(_)) => self.picture.fold(&self.session.ground),
                _ => match self.picture.shift(&self.session.ground) {
                    Some(shift) => self.open(Place::Shift(shift)),
                    None => self.say("told-no-shift-here"),
                },
            },
            Place::Members => {
                if let Some(member) = self.members.member() {
                    self.open(Place::Member(member));
                }
            }
            Place::Essential => match self.services.pane {
                essential::REQUIREMENTS => self.services.pane = essential::PEOPLE,
                _ => self.show_member(),
            },
            Place::Shift(_) => {
                let on_member = self.post.pane == post::STANDING && self.post.member().is_some();
                if on_member { self.show_member() } else { self.assign() }
            }
            Place::Member(_) => {
                if let Some(shift) = self.person.shift(&self.session.roster) {
                    self.open(Place::Shift(shift));
                }
            }
            Place::History | Place::Plan | Place::Help => {}
        }
    }

    /// From a region or a kind on the overview to the picture of it.
    fn open_group(&mut self, pane: Pane) {
        let facts = self.overview.facts();
        let at = self.overview.lists[pane].at(self.overview.len(pane));
        let mut filter = picture::Filter::default();
        if pane == overview::REGIONS {
            filter.region = facts.regions.get(at).map(|(region, _)| picture::RegionKey(*region));
        } else {
            filter.kind = facts.kinds.get(at).map(|(kind, _)| *kind);
        }
        self.picture.filter = filter;
        self.trail = vec![Place::Overview];
        self.place = Place::Coverage;
    }

    fn next_tab(&mut self, forward: bool) {
        let tabs = Place::TABS;
        let at = self.tab().and_then(|tab| tabs.iter().position(|each| *each == tab)).unwrap_or(0);
        let next = if forward { at + 1 } else { at + tabs.len() - 1 };
        self.go_to_tab(tabs[next % tabs.len()]);
    }

    /// The next gap: on the overview and from a shift, by severity; on the picture, in reading order.
    fn next_gap(&mut self, forward: bool) {
        let (ground, coverage) = (&self.session.ground, &self.session.coverage);
        match self.place {
            Place::Coverage => {
                let found = picture::next_gap(ground, coverage, &self.picture, self.worst, forward, self.now);
                match found {
                    Some(shift) => {
                        let (worst, version) = (self.worst, self.session.version);
                        self.picture.go_to(ground, coverage, version, worst, shift);
                    }
                    None => self.say("told-no-gap"),
                }
            }
            Place::Shift(here) => {
                let (gaps, _) = overview::gaps(ground, coverage, self.worst, self.now);
                let at = gaps.iter().position(|shift| *shift == here);
                let next = match (at, forward) {
                    (Some(at), true) => at + 1,
                    (Some(at), false) => at + gaps.len() - 1,
                    (None, _) => 0,
                };
                match gaps.get(next % gaps.len().max(1)) {
                    Some(shift) => self.turn_to(*shift),
                    None => self.say("told-no-gap"),
                }
            }
            _ => {
                self.overview.pane = overview::GAPS;
                let len = self.overview.len(overview::GAPS);
                self.overview.lists[overview::GAPS].step(Step::By(if forward { 1 } else { -1 }), len);
                if len == 0 {
                    self.say("told-no-gap");
                }
            }
        }
    }

    fn find(&mut self) {
        let text = match self.place {
            Place::Coverage => &self.picture.filter.words,
            Place::Shift(_) => &self.post.words,
            _ => &self.members.words,
        };
        self.prompt = Some(Prompt::new(Purpose::Find, text));
    }

    fn next_filter(&mut self) {
        match self.place {
            Place::Coverage => self.picture.filter.gaps_only = !self.picture.filter.gaps_only,
            _ => self.members.next_who(),
        }
    }

    fn next_region(&mut self) {
        match self.place {
            Place::Coverage => self.picture.next_region(&self.session.ground),
            _ => self.members.next_region(&self.session.ground),
        }
    }

    fn clear(&mut self) {
        if self.place == Place::Coverage {
            self.picture.filter = picture::Filter::default();
        } else {
            self.members.words.clear();
            self.members.who = None;
            self.members.region = None;
        }
    }

    fn count_the_other_way(&mut self) {
        self.worst = !self.worst;
        self.say(if self.worst { "told-worst" } else { "told-planned" });
    }

    fn go_to_now(&mut self) {
        let zone = self.ground().strike.campaign.zone;
        self.picture.date = self.now.in_zone(zone).date_naive();
        if let Place::Member(member) = self.place {
            let shifts = self.session.roster.of(member);
            let next = shifts.partition_point(|shift| self.ground().shift(*shift).span.end <= self.now);
            self.person.list.go(next);
        }
    }

    /// The shift before or after on the same line.
    fn along_the_line(&mut self, later: bool) {
        let Place::Shift(here) = self.place else { return };
        let ground = &self.session.ground;
        let line = ground.shift(here).line;
        let same = |ix: &usize| ground.timetable.shifts[*ix].line == line;
        let found =
            if later { (here.ix() + 1..ground.timetable.len()).find(same) } else { (0..here.ix()).rev().find(same) };
        match found {
            Some(ix) => self.turn_to(ShiftIx::new(ix)),
            None => self.say("told-no-shift-beyond"),
        }
    }

    fn show_member(&mut self) {
        let member = match self.place {
            Place::Shift(_) => self.post.member(),
            Place::Essential => self.services.member(self.ground()),
            Place::Plan => self.planning.plan.as_ref().and_then(|plan| {
                let at = self.planning.list.at(plan.changes.len());
                plan.changes.get(at).map(crate::model::Change::member)
            }),
            _ => None,
        };
        match member {
            Some(member) => self.open(Place::Member(member)),
            None => self.say("told-nobody-here"),
        }
    }

    fn other_language(&mut self) {
        self.speak(match self.speech.language() {
            Language::En => Language::Fr,
            Language::Fr => Language::En,
        });
        self.say("told-language");
    }

    /// Says a sentence without particulars.
    pub(super) fn say(&mut self, id: &str) {
        let text = self.speech.word(id);
        self.tell(Tone::Info, text);
    }

    /// A key while a line is being typed.
    fn type_key(&mut self, key: Key) -> Option<Effect> {
        let prompt = self.prompt.as_mut()?;
        match (prompt.purpose, key) {
            (_, Key::Esc) => {
                let purpose = prompt.purpose;
                self.prompt = None;
                if purpose == Purpose::Find {
                    self.look_for(String::new());
                }
            }
            (Purpose::Find, Key::Enter | Key::Tab) => self.prompt = None,
            // The list below the line can be walked while one types.
            (Purpose::Find, Key::Up) => self.step(Step::By(-1)),
            (Purpose::Find, Key::Down) => self.step(Step::By(1)),
            (Purpose::Find, Key::PageUp) => self.step(Step::Pages(-1)),
            (Purpose::Find, Key::PageDown) => self.step(Step::Pages(1)),
            (Purpose::Palette, Key::Up | Key::Down | Key::Tab) => {
                let len = prompt.commands(self.speech, self.place).len();
                prompt.list.step(Step::By(if key == Key::Up { -1 } else { 1 }), len);
            }
            (Purpose::Palette, Key::Enter) => {
                let found = prompt.commands(self.speech, self.place);
                let chosen = found.get(prompt.list.at(found.len())).map(|entry| entry.command);
                self.prompt = None;
                self.notice = None;
                return chosen.and_then(|command| self.command(command));
            }
            (Purpose::Reason { shift, member, duty }, Key::Enter) => {
                let reason = prompt.text().trim().to_owned();
                if reason.is_empty() {
                    self.say("told-reason-needed");
                } else {
                    self.prompt = None;
                    self.put(shift, member, duty, Some(&reason));
                }
            }
            (_, key) => {
                if prompt.edit(key) {
                    self.typed();
                }
            }
        }
        None
    }

    /// After the line has changed.
    fn typed(&mut self) {
        let Some(prompt) = &mut self.prompt else { return };
        match prompt.purpose {
            Purpose::Find => {
                let text = prompt.text().to_owned();
                self.look_for(text);
            }
            Purpose::Palette => prompt.list.go(0),
            Purpose::Reason { .. } => self.notice = None,
        }
    }

    fn look_for(&mut self, words: String) {
        match self.place {
            Place::Coverage => self.picture.filter.words = words,
            Place::Shift(_) => {
                self.post.words = words;
                self.post.lists[post::CANDIDATES].go(0);
                self.post.lists[post::RULED_OUT].go(0);
            }
            _ => {
                self.members.words = words;
                self.members.list.go(0);
            }
        }
    }

    fn click(&mut self, target: Target) -> Option<Effect> {
        let was_open = self.prompt.take().is_some_and(|prompt| prompt.purpose != Purpose::Find);
        self.notice = None;
        match target {
            Target::Tab(place) => self.go_to_tab(place),
            Target::Command(command) => return self.command(command),
            // A click beside a prompt only closes it.
            Target::Row(..) | Target::Cell(..) if was_open => {}
            Target::Row(pane, row) => {
                if self.point(pane, row) {
                    self.open_chosen();
                }
            }
            Target::Cell(row, column) => {
                let before = (self.picture.row(), self.picture.column());
                self.picture.go(row, column);
                self.refresh();
                if before == (self.picture.row(), self.picture.column()) {
                    self.open_chosen();
                }
            }
            Target::List(pane) => self.choose_pane(pane),
        }
        None
    }

    fn choose_pane(&mut self, pane: Pane) {
        match self.place {
            Place::Overview => self.overview.pane = pane.min(3),
            Place::Essential => self.services.pane = pane.min(1),
            Place::Shift(_) => self.post.pane = pane.min(2),
            _ => {}
        }
    }

    /// Puts the cursor on a row; true when it was there already.
    fn point(&mut self, pane: Pane, row: usize) -> bool {
        let before = self.cursor();
        self.choose_pane(pane);
        match self.place {
            Place::Overview => self.overview.lists[self.overview.pane].go(row),
            Place::Coverage => self.picture.list.go(row),
            Place::Members => self.members.list.go(row),
            Place::Essential => self.services.lists[self.services.pane].go(row),
            Place::History => self.history.go(row),
            Place::Shift(_) => self.post.lists[self.post.pane].go(row),
            Place::Member(_) => self.person.list.go(row),
            Place::Plan => self.planning.list.go(row),
            Place::Help => {}
        }
        before == (pane, row)
    }

    /// The list that has the cursor, and the row it is on.
    fn cursor(&self) -> (Pane, usize) {
        let far = usize::MAX;
        match self.place {
            Place::Overview => (self.overview.pane, self.overview.lists[self.overview.pane].at(far)),
            Place::Coverage => (0, self.picture.list.at(far)),
            Place::Members => (0, self.members.list.at(far)),
            Place::Essential => (self.services.pane, self.services.lists[self.services.pane].at(far)),
            Place::History => (0, self.history.at(far)),
            Place::Shift(_) => (self.post.pane, self.post.lists[self.post.pane].at(far)),
            Place::Member(_) => (0, self.person.list.at(far)),
            Place::Plan => (0, self.planning.list.at(far)),
            Place::Help => (0, 0),
        }
    }

    /// The wheel moves the list under the pointer.
    fn wheel(&mut self, target: Option<Target>, rows: isize) {
        if let Some(Target::Row(pane, _) | Target::List(pane)) = target {
            self.choose_pane(pane);
        }
        self.step(Step::By(rows));
    }

    /// The first day of the week the picture shows.
    pub fn shown_week(&self) -> chrono::NaiveDate {
        week_of(self.picture.date, self.ground().strike.pay.week_starts)
    }
}
