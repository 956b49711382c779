//! What a message does: keys to commands, commands to the screen they apply to.

use super::lens::Counting;
use super::list::Step;
use super::notice::Tone;
use super::place::{Pane, Place, Target};
use super::prompt::{Deed, Pick, Prompt, Purpose};
use super::{Desk, Effect, Message, essential, overview, picture, post};
use crate::app::commands::{Command, Key, Where};
use crate::model::ShiftIx;
use crate::model::campaign::Language;
use crate::model::time::week_of;

/// Screens whose list can keep only rows that hold some words.
const KEEPS: Where = Where::COVERAGE.or(Where::SHIFT).or(Where::MEMBERS);

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
            Message::Found(found) => {
                self.hear_found(found);
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
        self.refresh();
        effect
    }

    fn key(&mut self, key: Key) -> Option<Effect> {
        if self.prompt.is_some() && key != Key::Ctrl('c') {
            return self.type_key(key);
        }
        self.notice = None;
        self.news = None;
        self.keymap.find(key, self.place.kind()).and_then(|command| self.command(command))
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
            Command::ToLine => self.go_to_line(),
            Command::ToMap => self.go_to_tab(Place::Map),
            Command::NextScreen => self.next_tab(true),
            Command::LastScreen => self.next_tab(false),
            Command::NextGap => self.next_gap(true),
            Command::LastGap => self.next_gap(false),
            Command::Find => self.seek(),
            Command::Keep => self.keep_words(),
            Command::Filter => self.pick(Pick::Filters),
            Command::Region => self.next_region(),
            Command::Sort => self.members.next_order(),
            Command::Clear => self.clear(),
            Command::Zoom => self.zoom(),
            Command::Worst => self.count_the_other_way(),
            Command::Now => self.go_to_now(),
            Command::Fold => self.picture.fold(&self.session.ground),
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
            Command::Unassign if self.marked() > 0 => self.do_marked(Deed::TakeOff),
            Command::Unassign => self.take_off(),
            Command::Pin if self.marked() > 0 => self.do_marked(Deed::Pin),
            Command::Pin => self.pin(),
            Command::Move => self.ask_move(),
            Command::Absent => self.ask_away(false),
            Command::CallIn => self.ask_away(true),
            Command::Mark => self.mark(),
            Command::MarkAll => self.mark_all(),
            Command::Marked => self.ask_marked(),
            Command::Numbers => self.show_numbers(),
            Command::Publish => self.pick(Pick::Publish),
            Command::Print => self.pick(Pick::Paper),
            Command::Duty => self.change_duty(),
            Command::Override => self.assign_against_rules(),
            Command::Plan => self.plan(),
            Command::Accept => self.accept_plan(),
            Command::Undo => self.undo_or_redo(false),
            Command::Redo => self.undo_or_redo(true),
            Command::Save => self.say_saved(),
            Command::Language => self.other_language(),
            Command::Menu => self.pick(Pick::Menu),
            Command::Palette => {
                self.prompt = Some(Prompt::new(Purpose::Palette, ""));
                self.choose_anew();
            }
            Command::Help => self.open(Place::Help),
            Command::Glossary => self.pick(Pick::Glossary),
            Command::Start => self.go_to_start(),
        }
        None
    }

    /// Moves the cursor of the list that has it.
    pub(super) fn step(&mut self, step: Step) {
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
            Place::Line => {
                let len = self.board.rows().len();
                self.board.list.step(step, len);
            }
            Place::Map => {
                let (list, len) = self.map.list();
                list.step(step, len);
            }
            Place::Start => {
                let len = self.starts().len();
                self.start.list.step(step, len);
            }
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
            Place::Line => self.turn_line(right),
            Place::Map if right && !self.map.zoomed => self.look_into_region(),
            Place::Map if !right => self.map.zoomed = false,
            Place::Map
            | Place::Members
            | Place::History
            | Place::Member(_)
            | Place::Plan
            | Place::Help
            | Place::Start => {}
        }
    }

    /// Day, week, whole strike; on the map, into a region and out again.
    fn zoom(&mut self) {
        match self.place {
            Place::Map if self.map.zoomed => self.map.zoomed = false,
            Place::Map => self.look_into_region(),
            _ => self.picture.zoom_on(&self.session.ground),
        }
    }

    fn look_into_region(&mut self) {
        if self.map.region().is_some_and(|region| !region.spots.is_empty()) {
            self.map.zoomed = true;
            self.map.sites = super::list::List::default();
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
            Place::Line => self.sign(),
            Place::Map => match self.map.site() {
                Some(site) => {
                    self.choose(super::prompt::Act::Site(site));
                }
                None => self.look_into_region(),
            },
            Place::Start => {
                let starts = self.starts();
                if let Some(choice) = starts.get(self.start.list.at(starts.len())) {
                    self.choose(choice.act.clone());
                }
            }
            Place::History => {
                let at = self.history.at(self.entries.len());
                if let Some(seq) = self.entries.get(at).map(|line| line.seq) {
                    self.pick(Pick::Rewind(seq));
                }
            }
            Place::Plan | Place::Help => {}
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

    /// The next gap, by severity; on the picture, of the sites shown.
    fn next_gap(&mut self, forward: bool) {
        let worst = self.counts_worst();
        match self.place {
            Place::Coverage => {
                let (ground, coverage) = (self.ground(), self.coverage());
                match picture::next_gap(ground, coverage, &self.picture, worst, forward, self.now) {
                    Some(shift) => {
                        let revision = self.counted();
                        let coverage = match &self.present {
                            Some(present) => present.coverage(),
                            None => &self.session.coverage,
                        };
                        self.picture.go_to(&self.session.ground, coverage, revision, worst, shift);
                    }
                    None => self.say("told-no-gap"),
                }
            }
            Place::Shift(here) => {
                let (gaps, _) = overview::gaps(self.ground(), self.coverage(), worst, self.now);
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

    /// Searches everything.
    fn seek(&mut self) {
        self.prompt = Some(Prompt::new(Purpose::Seek, ""));
        self.choose_anew();
    }

    /// Keeps only rows that hold some words.
    fn keep_words(&mut self) {
        let text = match self.place {
            Place::Coverage => &self.picture.filter.words,
            Place::Shift(_) => &self.post.words,
            _ => &self.members.words,
        };
        self.prompt = Some(Prompt::new(Purpose::Keep, text));
    }

    fn next_region(&mut self) {
        match self.place {
            Place::Coverage => self.picture.next_region(&self.session.ground),
            _ => self.members.next_region(&self.session.ground),
        }
    }

    pub(super) fn clear(&mut self) {
        if self.place == Place::Coverage {
            self.picture.filter = picture::Filter::default();
        } else {
            self.members.words.clear();
            self.members.who = None;
            self.members.region = None;
        }
    }

    fn count_the_other_way(&mut self) {
        self.counting = self.counting.next();
        self.say(match self.counting {
            Counting::Planned => "told-planned",
            Counting::Worst => "told-worst",
            Counting::Now => "told-now",
        });
    }

    fn go_to_now(&mut self) {
        if self.place == Place::Line {
            self.board.shift = None;
            return;
        }
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
        let member = self.chosen_member();
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
        let step = match key {
            Key::Up | Key::BackTab => Some(Step::By(-1)),
            Key::Down => Some(Step::By(1)),
            Key::PageUp => Some(Step::Pages(-1)),
            Key::PageDown => Some(Step::Pages(1)),
            _ => None,
        };
        match (&prompt.purpose, key) {
            (purpose, Key::Esc) => {
                let was_keep = *purpose == Purpose::Keep;
                self.prompt = None;
                self.start.answers.clear();
                if was_keep {
                    self.look_for(String::new());
                }
            }
            (Purpose::Keep, Key::Enter | Key::Tab) => self.prompt = None,
            // The words looked for can be kept on the list behind instead.
            (Purpose::Seek, Key::Tab) if self.place.kind().meets(KEEPS) => {
                let words = prompt.text().to_owned();
                self.prompt = None;
                self.look_for(words);
            }
            _ if step.is_some() => {
                let step = step.unwrap_or(Step::By(0));
                if prompt.chooses() {
                    let len = prompt.choices.len();
                    prompt.list.step(step, len);
                } else if prompt.purpose == Purpose::Keep {
                    // The list below the line can be walked while one types.
                    self.step(step);
                }
            }
            (Purpose::Seek | Purpose::Palette | Purpose::Pick(_), Key::Enter | Key::Tab) => {
                let chosen = prompt.chosen().map(|choice| choice.act.clone());
                return chosen.and_then(|act| self.choose(act));
            }
            (Purpose::Pick(Pick::Filters), Key::Char(' ')) if prompt.text().is_empty() => {
                let chosen = prompt.chosen().map(|choice| choice.act.clone());
                return chosen.and_then(|act| self.choose(act));
            }
            (Purpose::Reason { shift, member, duty }, Key::Enter) => {
                let (shift, member, duty) = (*shift, *member, *duty);
                let reason = prompt.text().trim().to_owned();
                if reason.is_empty() {
                    self.say("told-reason-needed");
                } else {
                    self.prompt = None;
                    self.put(shift, member, duty, Some(&reason));
                }
            }
            (Purpose::Value(wanted), Key::Enter) => {
                let (wanted, text) = (*wanted, prompt.text().to_owned());
                self.take_value(wanted, &text);
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
            Purpose::Keep => {
                let text = prompt.text().to_owned();
                self.look_for(text);
            }
            Purpose::Seek | Purpose::Palette | Purpose::Pick(_) => {
                prompt.list.go(0);
                self.choose_anew();
            }
            Purpose::Reason { .. } | Purpose::Value(_) => self.notice = None,
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
        if let Target::Choice(row) = target {
            let prompt = self.prompt.as_mut()?;
            prompt.list.go(row);
            let chosen = prompt.chosen().map(|choice| choice.act.clone());
            return chosen.and_then(|act| self.choose(act));
        }
        let was_open = self.prompt.take().is_some_and(|prompt| prompt.purpose != Purpose::Keep);
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
            Target::Choice(_) => {}
        }
        None
    }

    /// Puts the cursor where the pointer is, and opens nothing.
    fn point_at(&mut self, target: Option<Target>) {
        match target {
            Some(Target::Row(pane, row)) => {
                self.point(pane, row);
            }
            Some(Target::Cell(row, column)) => self.picture.go(row, column),
            Some(Target::Tab(place)) => self.go_to_tab(place),
            _ => {}
        }
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
            Place::Line => self.board.list.go(row),
            Place::Map => self.map.list().0.go(row),
            Place::Start => self.start.list.go(row),
            Place::Help => {}
        }
        before == (pane, row)
    }

    /// The list that has the cursor, and the row it is on.
    pub fn cursor(&self) -> (Pane, usize) {
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
            Place::Line => (0, self.board.list.at(far)),
            Place::Map if self.map.zoomed => (0, self.map.sites.at(far)),
            Place::Map => (0, self.map.regions.at(far)),
            Place::Start => (0, self.start.list.at(far)),
            Place::Help => (0, 0),
        }
    }

    /// The wheel moves the list under the pointer.
    fn wheel(&mut self, target: Option<Target>, rows: isize) {
        if let Some(prompt) = self.prompt.as_mut().filter(|prompt| prompt.chooses()) {
            let len = prompt.choices.len();
            prompt.list.step(Step::By(rows), len);
            return;
        }
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
