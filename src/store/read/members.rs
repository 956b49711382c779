//! members.csv: the people.

use super::agreement::bad_availability;
use super::campaign::MOST_KM;
use super::codes;
use super::desk::Desk;
use super::entry::unknown_word;
use super::ids::Ids;
use super::skills::Skills;
use super::source::File;
use super::table::{Header, Row, Rows, read_header};
use crate::model::availability::{Pattern, PatternError};
use crate::model::geo::Place;
use crate::model::member::{Member, Restrictions, Status};
use crate::model::problem::Problem;
use crate::model::site::Site;
use crate::model::text::is_unseen;
use crate::model::{MemberIx, PatternIx, SiteIx, TemplateIx};
use crate::store::column::{COLUMNS, Column, REQUIRED};
use rustc_hash::FxHashMap;
use std::ops::{Range, RangeInclusive};

type Restrict = fn(&mut Restrictions) -> &mut bool;

const RESTRICTIONS: [(&str, Restrict); 6] = [
    ("no_nights", |all| &mut all.no_nights),
    ("seating", |all| &mut all.seating),
    ("accessible", |all| &mut all.accessible),
    ("shelter", |all| &mut all.shelter),
    ("washroom", |all| &mut all.washroom),
    ("no_line", |all| &mut all.no_line),
];

/// What a member's row speaks of.
pub(super) struct Around<'a> {
    pub desk: &'a Desk,
    pub sites: &'a [Site],
    pub site_ids: &'a Ids<SiteIx>,
    pub template_ids: &'a Ids<TemplateIx>,
    /// How far a member goes whose row doesn't say.
    pub reach_km: f64,
}

/// The members of every file.
pub(super) struct Members {
    pub people: Vec<Member>,
    pub patterns: Vec<Pattern>,
    pub ids: Ids<MemberIx>,
    is_ragged: bool,
    /// Some row says where somebody works, asks to go or starts from.
    speaks_of_places: bool,
}

/// Reads the files of members.
pub(super) fn read(around: &Around<'_>, files: &[File], skills: &mut Skills) -> Members {
    let is_whole = files.iter().all(|file| file.is_whole.get());
    let mut all = Members {
        people: Vec::new(),
        patterns: Vec::new(),
        ids: Ids::new("member", is_whole),
        is_ragged: false,
        speaks_of_places: false,
    };
    let mut known = FxHashMap::default();
    for file in files {
        let mut rows = Rows::new(file);
        let Some(header) = read_header(around.desk, file, &mut rows, COLUMNS, REQUIRED) else {
            all.ids.is_whole = false;
            continue;
        };
        // Each on a line of its own, but for those with line breaks in them: about as many, and hardly ever more.
        let lines = memchr::memchr_iter(b'\n', file.text.as_bytes()).count();
        all.ids.reserve(lines);
        all.people.reserve_exact(lines);
        while let Some(row) = rows.next() {
            if !row.is_blank() {
                let mut reading = Reading { around, file, header: &header, row: &row, skills, patterns: &mut known };
                reading.read_member(&mut all);
            }
        }
    }
    if all.people.is_empty() && all.ids.is_whole && !all.is_ragged {
        let problem = Problem::warning(codes::NO_MEMBERS);
        match files.first() {
            Some(file) => around.desk.whole(file, problem),
            None => around.desk.lay(problem),
        }
    }
    all.tell_no_way(around, files);
    all
}

impl Members {
    /// Tells when nobody can be sent anywhere: a list that says nothing of places looks sound in every row.
    fn tell_no_way(&self, around: &Around<'_>, files: &[File]) {
        let is_silent = !self.people.is_empty() && !self.is_ragged && !self.speaks_of_places;
        if let Some(file) = files.first().filter(|_| is_silent && self.ids.is_whole && !around.sites.is_empty()) {
            around.desk.whole(file, Problem::warning(codes::NO_WAY));
        }
    }
}

/// The place of `part` within `span`; the whole when doubled quotation marks hide it.
fn part_of(file: &File, span: Range<usize>, part: &str) -> Range<usize> {
    match file.slice(span.clone()).find(part) {
        Some(at) if !part.is_empty() => span.start + at..span.start + at + part.len(),
        _ => span,
    }
}

/// One row being read.
struct Reading<'a> {
    around: &'a Around<'a>,
    file: &'a File,
    header: &'a Header<{ COLUMNS.len() }>,
    row: &'a Row<'a>,
    skills: &'a mut Skills,
    /// Availabilities already read, by their text.
    patterns: &'a mut FxHashMap<String, PatternIx>,
}

impl Reading<'_> {
    fn read_member(&mut self, all: &mut Members) {
        let open = self.row.left_open(self.file);
        if self.row.len() != self.header.width || self.row.is_cut || open.is_some() {
            self.tell_ragged(open);
            all.is_ragged = true;
            // The id usually stands before the slip: with it, what names the member isn't told as unknown too.
            let id = self.raw(Column::Id).trim();
            if id.is_empty() || open.is_some() {
                all.ids.is_whole = false;
            }
            if !id.is_empty() {
                let ix = MemberIx::new(all.people.len());
                all.ids.give(self.around.desk, self.file, id, || self.span(Column::Id), self.row.start, ix);
            }
            return;
        }
        let ix = MemberIx::new(all.people.len());
        let id = self.id();
        match &id {
            Some(id) => {
                let at = self.row.start;
                all.ids.give(self.around.desk, self.file, id, || self.span(Column::Id), at, ix);
            }
            None => all.ids.is_whole = false,
        }
        let name = self.plain(Column::Name);
        if name.is_none() {
            self.tell(Column::Name, Problem::error(codes::EMPTY_VALUE));
        }
        let places = [Column::HomeSite, Column::Sites, Column::Latitude];
        all.speaks_of_places |= places.into_iter().any(|column| !self.raw(column).trim().is_empty());
        let home = self.site(Column::HomeSite);
        let own = self.place();
        let member = Member {
            id: id.unwrap_or_default(),
            name: name.unwrap_or_default(),
            local: self.plain(Column::Local),
            unit: self.plain(Column::Unit),
            classification: self.plain(Column::Classification),
            home,
            start: own.or_else(|| self.around.sites.get(home?.ix())?.place),
            reach_km: self.number(Column::ReachKm, 0.0..=MOST_KM).unwrap_or(self.around.reach_km),
            phone: self.plain(Column::Phone),
            email: self.plain(Column::Email),
            skills: self.skills(),
            availability: self.availability(&mut all.patterns),
            sites: self.ranked(Column::Sites, self.around.site_ids),
            shifts: self.ranked(Column::Shifts, self.around.template_ids),
            restrictions: self.restrictions(),
            status: self.status(),
        };
        all.people.push(member);
    }

    /// Tells what is wrong with the row as a whole; a quotation mark may be `open` in it.
    fn tell_ragged(&self, open: Option<usize>) {
        if let Some(start) = open {
            let rest = self.file.slice(start..self.row.end);
            let line = rest.find(['\r', '\n']).unwrap_or(rest.len());
            self.around.desk.at(self.file, start..start + line, Problem::error(codes::UNCLOSED_QUOTE));
            return;
        }
        let problem =
            Problem::error(codes::RAGGED_ROW).with("fields", self.row.len()).with("columns", self.header.width);
        let help = match self.row.len() > self.header.width {
            // A word processor's quotation marks hold no comma.
            true if self.file.slice(self.row.start..self.row.end).contains(['“', '”', '„', '«', '»']) => {
                Some("curly")
            }
            true => Some("more"),
            false => None,
        };
        let problem = Problem { help, ..problem };
        self.around.desk.at(self.file, self.row.place(self.file), problem);
    }

    /// The field as it stands; blank when there is no such column.
    fn raw(&self, column: Column) -> &str {
        self.header.columns[column.ix()].map_or("", |ix| self.row.field(ix))
    }

    /// The field without the spaces round it, when it says something.
    fn plain(&self, column: Column) -> Option<String> {
        let text = self.raw(column).trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn span(&self, column: Column) -> Range<usize> {
        self.header.columns[column.ix()].map_or_else(|| self.row.place(self.file), |ix| self.row.span(self.file, ix))
    }

    /// The place of `part`, a piece of the field's text.
    fn part_span(&self, column: Column, part: &str) -> Range<usize> {
        part_of(self.file, self.span(column), part)
    }

    fn tell(&self, column: Column, problem: Problem) {
        if !self.around.desk.leaves_out(self.file, problem.code) {
            self.around.desk.at(self.file, self.span(column), problem.with("key", column.name()));
        }
    }

    fn id(&self) -> Option<String> {
        // Tabs and line breaks round an id are as invisible as those inside: only spaces are forgiven.
        let id = self.raw(Column::Id).trim_matches([' ', '\u{a0}']);
        if id.is_empty() {
            self.tell(Column::Id, Problem::error(codes::EMPTY_VALUE));
            return None;
        }
        if id.chars().any(is_unseen) {
            self.tell(Column::Id, Problem::error(codes::UNSEEN_IN_ID).with("value", id));
            return None;
        }
        Some(id.to_owned())
    }

    fn site(&self, column: Column) -> Option<SiteIx> {
        let id = self.raw(column).trim();
        if id.is_empty() {
            return None;
        }
        self.around.site_ids.find(self.around.desk, self.file, id, || self.part_span(column, id))
    }

    /// Ids between `>`, best first, each once.
    fn ranked<Ix: Copy + PartialEq>(&self, column: Column, ids: &Ids<Ix>) -> Vec<Ix> {
        let text = self.raw(column);
        let mut found = Vec::new();
        for id in text.split('>').map(str::trim).filter(|id| !id.is_empty()) {
            let Some(ix) = ids.find(self.around.desk, self.file, id, || self.part_span(column, id)) else { continue };
            if !found.contains(&ix) {
                found.push(ix);
            }
        }
        found
    }

    fn number(&self, column: Column, range: RangeInclusive<f64>) -> Option<f64> {
        let text = self.raw(column).trim();
        if text.is_empty() {
            return None;
        }
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
        match text.parse::<f64>() {
            Ok(number) if is_plain && range.contains(&number) => Some(number),
            Ok(_) if is_plain => {
                let problem = Problem::error(codes::OUT_OF_RANGE).with("value", text);
                let (least, most) = (range.start().to_string(), range.end().to_string());
                self.tell(column, problem.with("least", least).with("most", most));
                None
            }
            _ => {
                let problem = Problem::error(codes::BAD_NUMBER).with("value", text);
                let has_comma = text.contains(',') && text.replace(',', ".").parse::<f64>().is_ok();
                self.tell(column, if has_comma { problem.help("comma") } else { problem });
                None
            }
        }
    }

    fn place(&self) -> Option<Place> {
        let has = |column| !self.raw(column).trim().is_empty();
        let missing = match (has(Column::Latitude), has(Column::Longitude)) {
            (true, false) => Some((Column::Latitude, "longitude")),
            (false, true) => Some((Column::Longitude, "latitude")),
            _ => None,
        };
        let latitude = self.number(Column::Latitude, -90.0..=90.0);
        let longitude = self.number(Column::Longitude, -180.0..=180.0);
        if let Some((there, missing)) = missing {
            self.tell(there, Problem::error(codes::HALF_COORDINATES).with("missing", missing));
        }
        latitude.zip(longitude).map(|(latitude, longitude)| Place { latitude, longitude })
    }

    fn skills(&mut self) -> Vec<crate::model::SkillIx> {
        let mut found = Vec::new();
        let text = self.raw(Column::Skills).to_owned();
        for skill in text.split(';').map(str::trim).filter(|skill| !skill.is_empty()) {
            if skill.chars().any(is_unseen) {
                self.tell(Column::Skills, Problem::error(codes::UNSEEN_IN_ID).with("value", skill));
                continue;
            }
            let (row, file) = (self.row, self.file);
            let column = self.header.columns[Column::Skills.ix()];
            let span = || column.map_or_else(|| row.place(file), |ix| part_of(file, row.span(file, ix), skill));
            let ix = self.skills.had(skill, self.around.desk, file, span);
            if !found.contains(&ix) {
                found.push(ix);
            }
        }
        found
    }

    fn availability(&mut self, patterns: &mut Vec<Pattern>) -> Option<PatternIx> {
        let text = self.raw(Column::Availability).trim();
        if text.is_empty() {
            return None;
        }
        if let Some(known) = self.patterns.get(text) {
            return Some(*known);
        }
        let mut pattern = Pattern::default();
        let mut is_sound = true;
        for item in Pattern::items(text) {
            match item {
                Ok(item) => pattern.items.push(item),
                Err(error) => {
                    is_sound = false;
                    self.tell_pattern(text, &error);
                }
            }
        }
        // What is wrong is told in every row that has it: each has to be mended.
        if !is_sound || pattern.items.is_empty() {
            return None;
        }
        let ix = PatternIx::new(patterns.len());
        patterns.push(pattern);
        self.patterns.insert(text.to_owned(), ix);
        Some(ix)
    }

    fn tell_pattern(&self, text: &str, error: &PatternError) {
        if !self.around.desk.leaves_out(self.file, codes::BAD_AVAILABILITY) {
            let span = self.file.word_in(self.span(Column::Availability), text, error.at, &error.word);
            let problem = bad_availability(error, Column::Availability.name());
            self.around.desk.at(self.file, span, problem);
        }
    }

    fn restrictions(&self) -> Restrictions {
        let mut restrictions = Restrictions::default();
        let text = self.raw(Column::Restrictions);
        for word in text.split(';').map(str::trim).filter(|word| !word.is_empty()) {
            match RESTRICTIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)) {
                Some((_, restrict)) => *restrict(&mut restrictions) = true,
                None => self.tell_word(Column::Restrictions, word, &RESTRICTIONS),
            }
        }
        restrictions
    }

    fn status(&self) -> Status {
        let word = self.raw(Column::Status).trim();
        if word.is_empty() {
            return Status::Active;
        }
        let known = Status::WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word));
        if known.is_none() {
            self.tell_word(Column::Status, word, &Status::WORDS);
        }
        known.map_or(Status::Active, |(_, status)| *status)
    }

    fn tell_word<T>(&self, column: Column, word: &str, words: &[(&'static str, T)]) {
        if !self.around.desk.leaves_out(self.file, codes::UNKNOWN_WORD) {
            let problem = unknown_word(word, words).with("key", column.name());
            self.around.desk.at(self.file, self.part_span(column, word), problem);
        }
    }
}
