//! The line now: who is there, who is expected, who did not come. For one hand and few keys, on a small screen in the
//! cold: people present, not people planned.

use super::Desk;
use super::choice::{Act, Choice};
use super::list::List;
use super::notice::Tone;
use super::noting::Noting;
use super::overview;
use super::prompt::Pick;
use super::score::Words;
use super::words::clock;
use crate::app::session::{ActError, By, Told, Unrelieved, Way, When};
use crate::engine::coverage::{Present, Status};
use crate::model::{Assignment, Instant, MemberIx, ShiftIx, Span};
use crate::speech::calendar;
use crate::store::record::{Attendance, RecordError};

/// A line that begins within so many minutes is shown as if it were up: people gather before the hour.
const GATHERING: i64 = 60;

/// No shift lasts longer, in minutes: at most a day and what a change of the clocks adds to it.
const LONGEST: i64 = 2 * 24 * 60;

/// Where a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Expected, and on no sheet yet.
    Expected,
    /// On the line since then.
    Here(Instant),
    /// Was there, from then till then.
    Gone(Instant, Instant),
    /// Did not come.
    NotCome,
}

/// One row of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Who.
    pub member: MemberIx,
    /// As rostered; None: came without being expected.
    pub rostered: Option<Assignment>,
    /// Where the member is.
    pub presence: Presence,
    /// Still signed in to an earlier shift of the site: which, and for how many minutes it has been over.
    pub over: Option<(ShiftIx, i64)>,
}

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct Board {
    /// Which shift of which line.
    pub shift: Option<ShiftIx>,
    /// The cursor among the people.
    pub list: List,
    /// Minutes of the shift so far in which fewer than the minimum were there, and when that first was so; someone came
    /// late, or left early.
    pub short: Option<(i64, Instant)>,
    /// How many are there, and what they could do.
    pub present: Present,
    /// People there who are no members.
    pub guests: u32,
    rows: Vec<Row>,
    key: Option<(u64, ShiftIx, Instant)>,
}

impl Board {
    /// The people, captains first.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row the cursor is on.
    pub fn row(&self) -> Option<&Row> {
        self.rows.get(self.list.at(self.rows.len()))
    }

    /// The member the cursor is on.
    pub fn member(&self) -> Option<MemberIx> {
        self.row().map(|row| row.member)
    }

    pub(super) fn forget(&mut self) {
        self.key = None;
    }
}

impl Desk {
    /// Reads the sheet of the line anew when something was noted since.
    pub(super) fn refresh_board(&mut self) {
        let lines = self.lines_up();
        if self.board.shift.is_none_or(|shift| shift.ix() >= self.ground().timetable.len()) {
            self.board.shift = self.first_line(&lines);
        }
        let Some(shift) = self.board.shift else { return };
        let key = (self.session.seq(), shift, self.now);
        if self.board.key == Some(key) {
            return;
        }
        match self.read_board(shift) {
            Ok(()) => self.board.key = Some(key),
            Err(error) => self.tell_trouble(&error),
        }
    }

    /// Reads the sheet of `shift`; the cursor stays with whom it was on.
    fn read_board(&mut self, shift: ShiftIx) -> Result<(), RecordError> {
        let signs = self.session.signs_on(shift)?;
        let guests = self.session.guests_on(shift)?;
        let mut rows = self.sheet_rows(shift, &signs);
        rows.extend(self.not_relieved(shift)?);
        let who = |row: &Row| (row.member, row.over.is_some());
        let before = self.board.row().map(who);
        let at = before.and_then(|before| rows.iter().position(|row| who(row) == before));
        self.board.present = self.session.present(shift, &signs);
        self.board.short = self.short_by(shift, &signs);
        self.board.guests = guests;
        self.board.rows = rows;
        if let Some(at) = at {
            self.board.list.go(at);
        }
        Ok(())
    }

    /// Whoever is rostered on `shift`, and then whoever came without being so.
    fn sheet_rows(&self, shift: ShiftIx, signs: &[Attendance]) -> Vec<Row> {
        let expected = |each: &Assignment| Row {
            member: each.member,
            rostered: Some(each.clone()),
            presence: Presence::Expected,
            over: None,
        };
        let mut rows: Vec<Row> = self.session.roster.on(shift).iter().map(expected).collect();
        for sign in signs {
            let Some(&member) = self.ground().strike.lookup.members.get(&sign.member) else { continue };
            let presence = match (sign.sign.came, sign.sign.went) {
                (None, _) => Presence::NotCome,
                (Some(came), None) => Presence::Here(Instant(came)),
                (Some(came), Some(went)) => Presence::Gone(Instant(came), Instant(went)),
            };
            match rows.iter_mut().find(|row| row.member == member) {
                Some(row) => row.presence = presence,
                None => rows.push(Row { member, rostered: None, presence, over: None }),
            }
        }
        rows
    }

    /// Who is still signed in to an earlier shift of the site: nobody leaves before being relieved, nobody is forgotten.
    fn not_relieved(&self, shift: ShiftIx) -> Result<Vec<Row>, RecordError> {
        let site = self.ground().shift(shift).site;
        let row = |each: Unrelieved| {
            let (member, ix) = (each.member?, each.ix.filter(|ix| *ix != shift)?);
            let over = Some((ix, each.over.unwrap_or_default()));
            Some(Row { member, rostered: None, presence: Presence::Here(each.since), over })
        };
        Ok(self.session.unrelieved(self.now, Some(site))?.into_iter().filter_map(row).collect())
    }

    /// Minutes of `shift` so far in which fewer than the minimum were there, and when that first was so.
    pub(super) fn short_of(&self, shift: ShiftIx) -> Result<Option<(i64, Instant)>, RecordError> {
        Ok(self.short_by(shift, &self.session.signs_on(shift)?))
    }

    pub(super) fn short_by(&self, shift: ShiftIx, signs: &[Attendance]) -> Option<(i64, Instant)> {
        let the_shift = self.ground().shift(shift);
        let stints: Vec<(Instant, Option<Instant>)> =
            signs.iter().filter_map(|each| Some((Instant(each.sign.came?), each.sign.went.map(Instant)))).collect();
        short_minutes(the_shift.span, self.now, the_shift.minimum as usize, &stints)
    }

    /// The lines that are up or about to be, by start; when none is, those of the next start.
    pub fn lines_up(&self) -> Vec<ShiftIx> {
        let shifts = &self.ground().timetable.shifts;
        let soon = self.now.plus_minutes(GATHERING);
        let known = shifts.partition_point(|shift| shift.span.start <= soon);
        // Shifts lie in the order of their starts: whatever began before the longest could last is over.
        let gone = shifts.partition_point(|shift| shift.span.start < self.now.plus_minutes(-LONGEST));
        let up: Vec<ShiftIx> = (gone..known).filter(|ix| self.now < shifts[*ix].span.end).map(ShiftIx::new).collect();
        if !up.is_empty() {
            return up;
        }
        let next = shifts.get(known).map(|shift| shift.span.start);
        (known..shifts.len()).take_while(|ix| Some(shifts[*ix].span.start) == next).map(ShiftIx::new).collect()
    }

    /// The line one most likely comes for: the one under the cursor before, one of one's own, one that is short.
    fn first_line(&self, lines: &[ShiftIx]) -> Option<ShiftIx> {
        let mine = |shift: &&ShiftIx| self.picture.mine.contains(&self.ground().shift(**shift).site);
        let status = |shift: &&ShiftIx| overview::status(self.ground(), &self.session.coverage, **shift, false);
        let own: Vec<&ShiftIx> = lines.iter().filter(mine).collect();
        let among = if own.is_empty() { lines.iter().collect() } else { own };
        among.into_iter().min_by_key(status).copied()
    }

    /// Goes to the line board, on the shift under the cursor when it is up.
    pub(super) fn go_to_line(&mut self) {
        let chosen = self.chosen_shift().filter(|shift| self.lines_up().contains(shift));
        if chosen.is_some() {
            self.board.shift = chosen;
        }
        self.go_to_tab(super::place::Place::Line);
    }

    /// The next line that is up.
    pub(super) fn turn_line(&mut self, forward: bool) {
        let lines = self.lines_up();
        let Some(len) = std::num::NonZeroUsize::new(lines.len()) else { return };
        let at = self.board.shift.and_then(|shift| lines.iter().position(|each| *each == shift));
        let next = match (at, forward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at + len.get() - 1,
            (None, _) => 0,
        };
        self.turn_line_to(lines[next % len]);
    }

    /// A line that is up.
    pub(super) fn turn_line_to(&mut self, shift: ShiftIx) {
        self.board.shift = Some(shift);
        self.board.list = List::default();
    }

    /// In, or out when in; then on to the next one who is expected.
    pub(super) fn sign(&mut self) {
        let Some((shift, member)) = self.on_a_sheet() else { return };
        let is_here = match self.session.signs(shift, member) {
            Ok(signs) => signs.iter().any(crate::store::record::Sign::is_open),
            Err(error) => {
                self.tell_trouble(&error);
                return;
            }
        };
        let way = if is_here { Way::Out } else { Way::In };
        let what = Noting::Sign { shift, member, way, told: Told::At(When::At(self.now)) };
        if self.note(&what, By::default()) && way == Way::In && self.place == super::place::Place::Line {
            self.next_expected();
        }
    }

    pub(super) fn next_expected(&mut self) {
        let (rows, len) = (self.board.rows(), self.board.rows().len());
        let at = self.board.list.at(len);
        let next = (at..len).chain(0..at).find(|row| rows[*row].presence == Presence::Expected);
        if let Some(next) = next {
            self.board.list.go(next);
        }
    }

    /// Signs everyone in who is expected.
    pub(super) fn sign_all(&mut self) {
        let Some(shift) = self.board.shift else { return };
        match self.session.sign_all(shift, Told::At(When::At(self.now))) {
            Ok((done, 0)) if done.entry.is_none() => self.say("told-all-signed"),
            Ok((done, left_out)) => {
                self.tell_entry(&done);
                if left_out > 0 {
                    let more = self.speech.say("told-signed-elsewhere", &[("count", left_out.into())]);
                    match &mut self.notice {
                        Some(notice) => notice.add(&more),
                        None => self.tell(Tone::Info, more),
                    }
                }
            }
            // What was signed off is not written over at one stroke: line by line, with the reason, it can be put right.
            Err(ActError::Locked(locked)) => {
                self.pick(Pick::PaperSheet(shift));
                let values = [("week", self.week_text_of(&locked.week).into())];
                let text = self.speech.say("told-sheet-instead", &values);
                self.tell(Tone::Refused, text);
            }
            Err(error) => self.refused(Some(shift), &error),
        }
    }

    /// Notes that the member under the cursor did not come.
    pub(super) fn no_show(&mut self) {
        let Some((shift, member)) = self.on_a_sheet() else { return };
        if self.note(&Noting::NoShow(shift, member), By::default()) {
            self.next_expected();
        }
    }

    /// Asks who else came.
    pub(super) fn ask_walk_in(&mut self) {
        if let Some(shift) = self.board.shift {
            self.pick(Pick::WalkIn(shift));
        }
    }

    pub(super) fn walk_in_choices(&self, shift: ShiftIx, typed: &str) -> Vec<Choice> {
        let words = Words::new(typed);
        if words.is_empty() {
            return vec![Choice::new(self.speech.word("walk-in-how"), Act::Nothing)];
        }
        let found = self.members_found(&words).into_iter();
        found
            .map(|(_, member)| {
                let who = self.ground().strike.member(member);
                let what = Noting::Sign { shift, member, way: Way::In, told: Told::At(When::At(self.now)) };
                Choice::new(self.words().member(member), Act::Note(what)).aside(who.id.clone())
            })
            .collect()
    }

    /// The time of day on the line at an instant, by the clocks there.
    pub fn board_time(&self, at: Instant) -> String {
        let strike = &self.ground().strike;
        let zone = self.board.shift.map(|shift| strike.site(self.ground().shift(shift).site).zone);
        calendar::time(clock(at, zone.unwrap_or(strike.campaign.zone)), self.speech.language())
    }

    /// How the line stands with those who are there: the coverage word of people present.
    pub fn present_status(&self) -> Option<Status> {
        Some(self.board.present.status(self.ground().shift(self.board.shift?)))
    }
}

/// Minutes of `span` until `now` in which fewer than `minimum` of those who came and went were there, and when that first
/// was so. None: there were none, or nobody signs in there at all.
fn short_minutes(
    span: Span,
    now: Instant,
    minimum: usize,
    stints: &[(Instant, Option<Instant>)],
) -> Option<(i64, Instant)> {
    let until = now.min(span.end);
    if stints.is_empty() || until <= span.start {
        return None;
    }
    let mut edges: Vec<Instant> = stints.iter().flat_map(|(came, went)| [Some(*came), *went]).flatten().collect();
    edges.extend([span.start, until]);
    edges.retain(|at| (span.start..=until).contains(at));
    edges.sort_unstable();
    edges.dedup();
    let mut short = 0;
    let mut first = None;
    for pair in edges.windows(2) {
        let &[from, to] = pair else { continue };
        let here = stints.iter().filter(|(came, went)| *came <= from && went.is_none_or(|went| went >= to)).count();
        if here < minimum {
            short += to.minutes_since(from);
            first = first.or(Some(from));
        }
    }
    first.map(|first| (short, first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_below_the_minimum_are_those_between_the_signs() {
        let at = |minutes: i64| Instant(minutes * 60);
        let span = Span::new(at(0), at(240));
        // Two wanted: the second comes twenty minutes late, the first leaves half an hour early.
        let stints = [(at(0), Some(at(210))), (at(20), None)];
        assert_eq!(short_minutes(span, at(240), 2, &stints), Some((50, at(0))));
        assert_eq!(short_minutes(span, at(10), 2, &stints), Some((10, at(0))));
        assert_eq!(short_minutes(span, at(240), 1, &stints), None);
        assert_eq!(short_minutes(span, at(240), 2, &[]), None, "no sheet is kept there");
        assert_eq!(short_minutes(span, at(-5), 2, &stints), None, "it has not begun");
    }
}
