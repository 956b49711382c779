//! What there is to show, and how: the one door through which names and ids reach an export, harmless.

use crate::app::told::Asked;
use crate::engine::coverage::{Coverage, Tally};
use crate::engine::pay::{Ledger, Week};
use crate::model::campaign::Language;
use crate::model::problem::Value;
use crate::model::site::Site;
use crate::model::{Assignment, Duty, Instant, LineIx, MemberIx, Roster, Shift, ShiftIx, SiteIx};
use crate::rules::Ground;
use crate::speech::visible::visible;
use crate::speech::{Speech, order, place};
use crate::store::record::{Absence, Attendance, Fact, Hours, Stranded, Was};
use chrono::NaiveDate;
use std::borrow::Cow;

/// What people were told.
#[derive(Debug, Clone, Copy)]
pub struct Published<'a> {
    /// The roster's version then.
    pub version: u64,
    /// The roster then.
    pub roster: &'a Roster,
    /// The hours of its shifts then.
    pub hours: &'a Hours,
}

/// A roster at a moment, and how it is to be shown.
#[derive(Debug, Clone)]
pub struct View<'a> {
    /// The strike.
    pub ground: &'a Ground,
    /// Who stands where.
    pub roster: &'a Roster,
    /// The counts of that roster.
    pub coverage: &'a Coverage,
    /// How many changes led to it.
    pub version: u64,
    /// What was last published; None: nothing yet.
    pub published: Option<Published<'a>>,
    /// What people were told of that has no place any more.
    pub told_lost: Option<&'a Stranded>,
    /// Hours and strike pay, for the sheets about them.
    pub ledger: Option<&'a Ledger>,
    /// Times in which members were told to be away, for the log of call-ins.
    pub absences: &'a [Absence],
    /// Every sign-in sheet, in order of shift (by id), member and time.
    pub attendance: &'a [Attendance],
    /// Guests, hand-overs and incidents, in order of time, each with who noted it.
    pub happened: &'a [(Fact, String)],
    /// The time of making.
    pub generated: Instant,
    /// The language of words, dates and names.
    pub language: Language,
    /// Only this member's, where the export is about one.
    pub only_member: Option<MemberIx>,
    /// Only this site.
    pub site: Option<SiteIx>,
    /// Only shifts of this day (the local date on which they start).
    pub day: Option<NaiveDate>,
    /// Columns of a sheet of text.
    pub width: usize,
    /// Lines of a page of text; 0: each sheet is one page, however long.
    pub page_lines: usize,
    /// Text: a form feed between pages, for a printer.
    pub form_feeds: bool,
    /// CSV: a byte-order mark first, for spreadsheets that need one to see UTF-8.
    pub byte_order_mark: bool,
}

impl<'a> View<'a> {
    /// A view of everything in the strike's own language, on pages of 80 columns and 60 lines (a letter page at six lines
    /// an inch, with margins).
    pub fn new(
        ground: &'a Ground,
        roster: &'a Roster,
        coverage: &'a Coverage,
        version: u64,
        generated: Instant,
    ) -> Self {
        Self {
            ground,
            roster,
            coverage,
            version,
            published: None,
            told_lost: None,
            ledger: None,
            absences: &[],
            attendance: &[],
            happened: &[],
            only_member: None,
            generated,
            language: ground.strike.campaign.language,
            site: None,
            day: None,
            width: 80,
            page_lines: 60,
            form_feeds: false,
            byte_order_mark: false,
        }
    }

    /// The shifts shown, in order of start, then id.
    pub fn shifts(&self) -> impl Iterator<Item = ShiftIx> {
        self.ground.timetable.indices().filter(|ix| self.shows(*ix))
    }

    /// True for a shift of the site and day asked for.
    pub fn shows(&self, ix: ShiftIx) -> bool {
        let shift = self.ground.shift(ix);
        self.site.is_none_or(|site| shift.site == site) && self.day.is_none_or(|day| shift.date == day)
    }

    /// The weeks of the ledger.
    pub fn weeks(&self) -> &'a [Week] {
        self.ledger.map_or(&[], |ledger| &ledger.weeks)
    }

    /// Shifts shown, members standing on them, and how many of the shifts are gaps.
    pub fn totals(&self) -> ShownTotals {
        let mut totals = ShownTotals::default();
        for ix in self.shifts() {
            totals.shifts += 1;
            totals.assignments += self.roster.on(ix).len();
            totals.gaps += usize::from(self.tally(ix).status(self.ground.shift(ix)).is_gap());
        }
        totals
    }

    /// Those on a shift in the order of the contract's document: duty, then id.
    pub fn by_id(&self, shift: ShiftIx) -> Vec<&'a Assignment> {
        let mut on: Vec<&Assignment> = self.roster.on(shift).iter().collect();
        on.sort_by(|a, b| a.duty.cmp(&b.duty).then_with(|| self.raw_id(a.member).cmp(self.raw_id(b.member))));
        on
    }

    /// Those on a shift in the order of a sheet: duty, then name as a list of names is sorted, then id.
    pub fn by_name(&self, shift: ShiftIx) -> Vec<&'a Assignment> {
        let name = |each: &Assignment| order::key(&self.ground.strike.member(each.member).name);
        let mut on: Vec<(String, &Assignment)> = self.roster.on(shift).iter().map(|each| (name(each), each)).collect();
        on.sort_by(|(a_name, a), (b_name, b)| {
            let ids = || self.raw_id(a.member).cmp(self.raw_id(b.member));
            a.duty.cmp(&b.duty).then_with(|| a_name.cmp(b_name)).then_with(ids)
        });
        on.into_iter().map(|(_, each)| each).collect()
    }

    /// Those on a shift in the order of a list of names, whatever their duty.
    pub fn by_list(&self, shift: ShiftIx) -> Vec<&'a Assignment> {
        let mut on: Vec<&Assignment> = self.roster.on(shift).iter().collect();
        on.sort_by_cached_key(|each| self.list_key(each.member));
        on
    }

    /// The lines of a shift's sign-in sheet, in order of member and time.
    pub fn signed_on(&self, shift: ShiftIx) -> &'a [Attendance] {
        let id = self.ground.shift(shift).id.as_str();
        let from = self.attendance.partition_point(|each| each.shift.as_str() < id);
        let lines = &self.attendance[from..];
        &lines[..lines.partition_point(|each| each.shift == id)]
    }

    /// Where a member stands in a list of names.
    pub fn list_key(&self, member: MemberIx) -> (String, &'a str) {
        (order::key(&self.ground.strike.member(member).name), self.raw_id(member))
    }

    /// How many people came, went, or have another duty or other hours on a shift since it was published. None: nothing was
    /// published.
    pub fn changes_since_published(&self, shift: ShiftIx) -> Option<usize> {
        let before = self.published?.roster;
        let (old, new) = (before.on(shift), self.roster.on(shift));
        let same_hours = self.was(shift).is_none();
        let same = |a: &Assignment, b: &Assignment| same_hours && a.member == b.member && a.duty == b.duty;
        let came = new.iter().filter(|a| !old.iter().any(|b| same(a, b))).count();
        let gone = old.iter().filter(|a| !new.iter().any(|b| a.member == b.member)).count();
        let stands = |id: &str| new.iter().any(|each| self.raw_id(each.member) == id);
        let lost = self.asked().lost_on(shift).filter(|(member, _)| !stands(member)).count();
        Some(came + gone + lost)
    }

    /// What is held against what people were told.
    pub fn asked(&self) -> Asked<'a> {
        Asked {
            ground: self.ground,
            roster: self.roster,
            told: self.published.map(|published| (published.roster, published.hours)),
            lost: self.told_lost,
            now: self.generated,
            site: self.site,
            day: self.day,
        }
    }

    /// The hours people were told for a shift, when it has others now.
    pub fn was(&self, shift: ShiftIx) -> Option<Was> {
        self.asked().was(shift)
    }

    /// The counts of a shift.
    pub fn tally(&self, shift: ShiftIx) -> &'a Tally {
        self.coverage.of(shift)
    }

    /// The word of a duty in data.
    pub fn duty_word(&self, duty: Duty) -> &'a str {
        duty.word(&self.ground.strike)
    }

    /// A shift's id.
    pub fn shift_id(&self, shift: ShiftIx) -> Cow<'a, str> {
        visible(&self.ground.shift(shift).id)
    }

    /// The strike's name.
    pub fn strike_name(&self) -> Cow<'a, str> {
        visible(&self.ground.strike.campaign.name)
    }

    /// A site.
    pub fn site_of(&self, shift: &Shift) -> &'a Site {
        self.ground.strike.site(shift.site)
    }

    /// A site's name in the language of the view.
    pub fn site_name(&self, site: SiteIx) -> Cow<'a, str> {
        visible(self.ground.strike.site(site).name(self.language))
    }

    /// A line's name in the language of the view; None: the line has no name of its own and is its site's only one.
    pub fn line_name(&self, line: LineIx) -> Option<Cow<'a, str>> {
        let line = self.ground.strike.line(line);
        let alone = self.ground.strike.site(line.site).lines.len() == 1;
        let named = line.name.is_some() || line.name_fr.is_some();
        (named || !alone).then(|| visible(line.name(self.language)))
    }

    /// What people call the shift, in the language of the view.
    pub fn label(&self, shift: &Shift) -> Cow<'a, str> {
        visible(self.ground.strike.template(shift.template).label(self.language))
    }

    /// A member's name; the id when the name is blank.
    pub fn member_name(&self, member: MemberIx) -> Cow<'a, str> {
        let row = self.ground.strike.member(member);
        visible(if row.name.trim().is_empty() { &row.id } else { row.name.trim() })
    }

    /// A member's id.
    pub fn member_id(&self, member: MemberIx) -> Cow<'a, str> {
        visible(self.raw_id(member))
    }

    /// `Tremblay, Anne (108-0042)`.
    pub fn member(&self, member: MemberIx) -> String {
        place::member(self.ground, member)
    }

    /// The same of the member with this id; the id alone of someone who has left the list.
    pub fn person(&self, id: &str) -> String {
        let known = self.ground.strike.lookup.members.get(id);
        known.map_or_else(|| visible(id).into_owned(), |member| self.member(*member))
    }

    /// A member's local; blank when none is told.
    pub fn member_local(&self, member: MemberIx) -> Cow<'a, str> {
        visible(self.ground.strike.member(member).local.as_deref().unwrap_or(""))
    }

    /// A member's id as the union writes it.
    pub fn raw_id(&self, member: MemberIx) -> &'a str {
        &self.ground.strike.member(member).id
    }

    /// The voice of the view.
    pub fn speech(&self) -> Speech {
        Speech::new(self.language)
    }

    /// `What: which`, with the spaces of the language.
    pub fn of(&self, what: &str, which: &str) -> String {
        self.speech().of(what, which)
    }

    /// A sentence in the language of the view.
    pub fn say(&self, id: &str, values: &[(&str, Value)]) -> String {
        self.speech().say(id, values)
    }
}

/// Sums over the shifts shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ShownTotals {
    /// Shifts.
    pub shifts: usize,
    /// Members standing on them, each as often as on a shift.
    pub assignments: usize,
    /// Shifts that are gaps.
    pub gaps: usize,
}
