//! Hours and strike pay, to be read: a member's weeks, and everyone's in one week, by the same ledger that is printed.

use super::Desk;
use super::choice::{Act, Choice};
use super::keep::Keep;
use super::members::Who;
use super::paper::Paper;
use super::place::Place;
use super::prompt::Pick;
use super::score::Words;
use crate::app::session::{NotYet, Session, Short};
use crate::engine::pay::{Choice as Wanted, Row, Week};
use crate::model::MemberIx;
use crate::model::money::Cents;
use crate::model::time::week_of;
use crate::speech::{calendar, number};
use chrono::{Days, NaiveDate};

/// So many people are listed; whoever is not among them is found by typing.
const MOST: usize = 200;

/// The ledger's columns, by their words in `speech`.
const COLUMNS: [&str; 4] =
    ["hours-column-rostered", "hours-column-attended", "hours-column-credited", "hours-column-pay"];

impl Desk {
    /// A week as people say it: its days.
    pub fn week_text(&self, week: NaiveDate) -> String {
        calendar::days(week, week + Days::new(6), self.speech.language())
    }

    /// The weeks of the plan that have begun, the latest first; before the first has, that one.
    pub(super) fn weeks_begun(&self) -> Vec<NaiveDate> {
        let today = self.now.in_zone(self.ground().strike.campaign.zone).date_naive();
        let weeks = &self.ground().timetable.weeks;
        let starts = self.ground().strike.pay.week_starts;
        let mut begun: Vec<NaiveDate> =
            weeks.iter().map(|day| week_of(*day, starts)).filter(|week| *week <= today).collect();
        if begun.is_empty() {
            begun.extend(weeks.first().map(|day| week_of(*day, starts)));
        }
        begun.reverse();
        begun
    }

    /// Works the ledger out, and then shows what was asked for.
    pub(super) fn with_books(&mut self, week: Option<NaiveDate>, member: Option<MemberIx>, then: Pick) {
        let id = member.map(|member| self.ground().strike.member(member).id.clone());
        let work = move |session: &mut Session| session.ledger(Wanted { week, member: id.as_deref() });
        self.carry_out(self.session.is_large() && member.is_none(), "busy-counting", work, move |desk, books| {
            match books {
                Ok(books) => {
                    desk.books = Some(books);
                    desk.show_counted(then);
                }
                Err(error) => desk.tell_trouble(&error),
            }
        });
    }

    /// Shows what was counted; who has begun to type something meanwhile is not torn from it.
    fn show_counted(&mut self, pick: Pick) {
        if self.prompt.is_none() {
            self.pick(pick);
        } else {
            self.say("told-counted");
        }
    }

    /// Shows the hours of the member under the cursor; of nobody: everyone's this week.
    pub(super) fn show_pay(&mut self) {
        match self.chosen_member() {
            Some(member) => self.with_books(None, Some(member), Pick::Pay(member)),
            None => {
                if let Some(week) = self.weeks_begun().first().copied() {
                    self.show_book(week);
                }
            }
        }
    }

    /// Shows everyone's hours in a week.
    pub(super) fn show_book(&mut self, week: NaiveDate) {
        self.with_books(Some(week), None, Pick::Book(week));
    }

    fn numbers(&self, row: &Row) -> [String; 4] {
        let pay = number::money(row.pay, self.speech.language());
        [number::length(row.rostered), number::length(row.attended), number::length(row.credited), pay]
    }

    /// A member's weeks side by side, and what else there is to know of them.
    pub(super) fn pay_told(&self) -> (Vec<Vec<String>>, Vec<String>) {
        let Some(books) = &self.books else { return Default::default() };
        let mut table =
            vec![[String::new()].into_iter().chain(COLUMNS.map(|id| self.speech.word(id))).collect::<Vec<_>>()];
        let mut lines = Vec::new();
        let mut all = Cents(0);
        for week in &books.weeks {
            let Some(row) = week.rows.first() else { continue };
            all = Cents(all.0 + row.pay.0);
            table.push([self.week_text(week.starts)].into_iter().chain(self.numbers(row)).collect());
            let notes = self.notes_on(week, row);
            if !notes.is_empty() {
                let values = [("week", self.week_text(week.starts).into()), ("notes", notes.join("; ").into())];
                lines.push(self.speech.say("pay-of-week", &values));
            }
        }
        if table.len() < 2 {
            return (Vec::new(), vec![self.speech.word("pay-nothing")]);
        }
        let total = number::money(all, self.speech.language());
        lines.push(self.speech.say("pay-in-all", &[("pay", total.into())]));
        (table, lines)
    }

    /// What the numbers of a week do not tell.
    fn notes_on(&self, week: &Week, row: &Row) -> Vec<String> {
        let mut notes = Vec::new();
        let mut note = |id: &str, minutes: i64| {
            if minutes > 0 {
                notes.push(self.speech.say(id, &[("length", number::length(minutes).into())]));
            }
        };
        note("pay-alternate", row.alternate);
        note("pay-essential", row.essential);
        for (id, count) in [("pay-open", row.open), ("pay-missed", row.no_shows)] {
            if count > 0 {
                notes.push(self.speech.say(id, &[("count", count.into())]));
            }
        }
        if let Some((by, _)) = &week.signed_off {
            notes.push(self.speech.say("pay-signed-off", &[("by", by.into())]));
        }
        if let Some(corrected) = row.correction() {
            let pay = number::money(corrected, self.speech.language());
            notes.push(self.speech.say("pay-corrected", &[("pay", pay.into())]));
        }
        notes
    }

    /// What can be done from a member's hours.
    pub(super) fn pay_choices(&self, member: MemberIx) -> Vec<Choice> {
        let hours = Paper { member: Some(member), ..Paper::of("hours") };
        let mut choices = vec![
            Choice::new(self.words().member(member), Act::Go(Place::Member(member)))
                .aside(self.speech.word("pay-page")),
            Choice::new(self.speech.word("pay-print"), Act::Print(hours)),
        ];
        choices.extend(self.weeks_begun().into_iter().map(|week| {
            let text = self.speech.say("pay-everyone", &[("week", self.week_text(week).into())]);
            Choice::new(text, Act::Book(week))
        }));
        choices
    }

    /// The week that was worked out.
    pub(super) fn book(&self, week: NaiveDate) -> Option<&Week> {
        self.books.as_ref()?.weeks.iter().find(|each| each.starts == week)
    }

    /// The week in a sentence.
    pub(super) fn book_lines(&self, week: NaiveDate) -> Vec<String> {
        let Some(book) = self.book(week) else { return Vec::new() };
        let long = |of: fn(&Row) -> i64| number::long(book.rows.iter().map(of).sum(), self.speech.language()).into();
        let pay = Cents(book.rows.iter().map(|row| row.pay.0).sum());
        let values = [
            ("members", book.rows.len().into()),
            ("rostered", long(|row| row.rostered)),
            ("attended", long(|row| row.attended)),
            ("credited", long(|row| row.credited)),
            ("pay", number::money(pay, self.speech.language()).into()),
        ];
        let mut lines = vec![self.speech.say("hours-totals", &values)];
        if let Some((by, at)) = &book.signed_off {
            let values = [("by", by.into()), ("at", self.words().instant(*at).into())];
            lines.push(self.speech.say("hours-signed-off", &values));
        }
        lines
    }

    /// Nothing typed: everyone of a week, in the ledger's order, and the other weeks; else those who fit best.
    pub(super) fn book_choices(&self, week: NaiveDate, typed: &str) -> Vec<Choice> {
        let query = Words::new(typed);
        let rows = self.book(week).map(|book| book.rows.as_slice()).unwrap_or_default();
        let mut choices = Vec::new();
        let named = |row: &Row| row.ix.map_or_else(|| row.member.clone(), |ix| self.words().member(ix));
        let wanted: Vec<&Row> = if query.is_empty() {
            rows.iter().take(MOST).collect()
        } else {
            let found =
                self.members_found(&query).into_iter().map(|(_, member)| &self.ground().strike.member(member).id);
            found.filter_map(|id| rows.binary_search_by(|row| row.member.cmp(id)).ok()).map(|at| &rows[at]).collect()
        };
        // What one looks for stands first, where no name is too long for it: the sums end under one another.
        let sums: Vec<String> = wanted.iter().map(|row| number::money(row.pay, self.speech.language())).collect();
        let widest = sums.iter().map(|sum| sum.chars().count()).max().unwrap_or_default();
        for (row, sum) in wanted.into_iter().zip(sums) {
            // Nothing is told in hours like the rest, and so that it takes no more room.
            let hours = |minutes| if minutes == 0 { format!("0{}h", number::NARROW) } else { number::length(minutes) };
            let [rostered, attended, credited] = [row.rostered, row.attended, row.credited].map(hours);
            let values = [("rostered", rostered.into()), ("attended", attended.into()), ("credited", credited.into())];
            let act = row.ix.map_or(Act::Nothing, |member| Act::Go(Place::Member(member)));
            let choice = Choice::new(named(row), act).lead(format!("{sum:>widest$}"));
            choices.push(choice.aside(self.speech.say("pay-row", &values)));
        }
        // The week that is not over can still be put right.
        let is_over = self.session.may_sign_off(week).is_ok_and(|why| !matches!(why, Some(NotYet::Running(_))));
        if !is_over && query.is_empty() {
            choices.insert(0, Choice::new(self.speech.word("short-show"), Act::Short(week)));
        }
        let others = self.weeks_begun().into_iter().filter(|each| *each != week && query.is_empty());
        choices.extend(others.map(|each| {
            let text = self.speech.say("pay-everyone", &[("week", self.week_text(each).into())]);
            Choice::new(text, Act::Book(each))
        }));
        choices
    }

    /// Works out who will be short of hours in a week, and which shift of it each could still stand on; and shows them.
    pub(super) fn show_short(&mut self, week: NaiveDate) {
        let work = move |session: &mut Session| session.short_of_hours(week);
        // Every rule is asked for everyone: longer than a frame, however few they are.
        self.carry_out(true, "busy-counting", work, move |desk, found| match found {
            Ok(found) => {
                desk.shorts = found;
                desk.show_counted(Pick::Short(week));
            }
            Err(error) => desk.tell_trouble(&error),
        });
    }

    pub(super) fn short_lines(&self) -> Vec<String> {
        let full = number::length(self.ground().strike.pay.minutes_per_week);
        let values = [("count", self.shorts.len().into()), ("full", full.into())];
        vec![self.speech.say("short-many", &values)]
    }

    /// Shows everyone who is short of hours in the week looked at, on the list of members.
    pub(super) fn list_short(&mut self) {
        self.go_to_tab(Place::Members);
        self.clear();
        self.keep(Keep::Who(Who::ShortOfHours));
    }

    /// Those who lack most first, and where each could be put.
    pub(super) fn short_choices(&self, typed: &str) -> Vec<Choice> {
        let query = Words::new(typed);
        let choice = |each: &Short| {
            let length = |minutes: i64| number::length(minutes).into();
            let values = [
                ("member", self.words().member(each.member).into()),
                ("missing", length(each.missing)),
                ("has", length(each.credited + each.ahead)),
            ];
            let choice = Choice::new(self.speech.say("short-row", &values), Act::Offer(each.offer, each.member));
            self.beside(choice, each.offer)
        };
        if query.is_empty() {
            let mut choices: Vec<Choice> = self.shorts.iter().take(MOST).map(choice).collect();
            // Whoever no shift is open to is short all the same; the list of members tells who that is.
            choices.push(Choice::new(self.speech.word("short-list"), Act::ListShort));
            return choices;
        }
        let found: Vec<MemberIx> = self.members_found(&query).into_iter().map(|(_, member)| member).collect();
        self.shorts.iter().filter(|each| found.contains(&each.member)).map(choice).collect()
    }
}
