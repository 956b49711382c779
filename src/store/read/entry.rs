//! One entry of a table, read as what it should be. Each reading tells what is wrong with the value and gives nothing then;
//! an entry that isn't there gives nothing silently.

use super::codes;
use super::cursor::{Cursor, kind_of};
use super::desk::Desk;
use super::source::File;
use crate::model::money::Cents;
use crate::model::nearest::nearest;
use crate::model::problem::Problem;
use crate::store::create::slug;
use std::ops::{Range, RangeInclusive};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told<T> {
    pub value: T,
    pub span: Range<usize>,
}

impl<T> Told<T> {
    /// Another value from the same place.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Told<U> {
        Told { value: f(self.value), span: self.span }
    }
}

/// The value alone.
pub(super) trait Plain<T> {
    /// The value without its place.
    fn plain(self) -> Option<T>;
}

impl<T> Plain<T> for Option<Told<T>> {
    fn plain(self) -> Option<T> {
        self.map(|told| told.value)
    }
}

/// An entry of a table, or an element of a list.
pub(super) struct Entry<'a> {
    desk: &'a Desk,
    pub(super) file: &'a File,
    key: &'a str,
    key_span: Range<usize>,
    item: Option<(&'a DeValue<'a>, Range<usize>)>,
}

impl<'a> Entry<'a> {
    pub fn new(
        desk: &'a Desk,
        file: &'a File,
        key: &'a str,
        item: Option<(Range<usize>, &'a Spanned<DeValue<'a>>)>,
    ) -> Self {
        let key_span = item.as_ref().map_or(0..0, |(span, _)| span.clone());
        let item = item.map(|(_, value)| (value.get_ref(), value.span()));
        Self { desk, file, key, key_span, item }
    }

    /// True when the key is there, whatever its value.
    pub fn is_there(&self) -> bool {
        self.item.is_some()
    }

    /// True when the key is there and no list.
    pub fn is_no_list(&self) -> bool {
        self.item.as_ref().is_some_and(|(value, _)| !matches!(value, DeValue::Array(_)))
    }

    /// The key.
    pub fn key(&self) -> &'a str {
        self.key
    }

    /// The key's own place.
    pub fn key_span(&self) -> Range<usize> {
        self.key_span.clone()
    }

    /// The value's place.
    pub fn span(&self) -> Option<Range<usize>> {
        self.item.as_ref().map(|(_, span)| span.clone())
    }

    /// The value, unless it was already told as unreadable. One without any text is what the parser puts where it found
    /// none (`days = = 3`).
    pub(super) fn sound(&self) -> Option<(&'a DeValue<'a>, Range<usize>)> {
        self.item.clone().filter(|(_, span)| !span.is_empty() && !self.file.is_broken(span))
    }

    pub(super) fn tell<T>(&self, span: &Range<usize>, problem: Problem) -> Option<T> {
        self.desk.at(self.file, span.clone(), problem.with("key", self.key));
        None
    }

    pub(super) fn wrong_type<T>(&self, expected: &'static str, value: &DeValue<'_>, span: &Range<usize>) -> Option<T> {
        if self.file.is_broken(span) {
            return None;
        }
        let found = kind_of(value);
        let text = self.file.slice(span.clone());
        // A shift starts on a minute: `07:30:00` is to be written `"07:30"`.
        let text = if (expected, found) == ("clock", "time") { text.get(..5).unwrap_or(text) } else { text };
        let problem = Problem::error(codes::WRONG_TYPE)
            .with("expected", expected)
            .with("found", found)
            .with("value", short(text));
        let problem = match (expected, found) {
            ("text" | "word" | "clock" | "zone", "whole" | "decimal" | "yes-no" | "date" | "moment" | "time") => {
                problem.help("quote")
            }
            (_, "text") if is_quoted(expected, value) => problem.help("unquote"),
            ("list", "text" | "whole") => problem.help("brackets"),
            ("tables", "table") => problem.help(if text.starts_with('[') { "double" } else { "brackets" }),
            ("table", "list") => problem.help("single"),
            _ => problem,
        };
        self.tell(span, problem)
    }

    /// Text, which may be blank.
    pub fn text(&self) -> Option<Told<String>> {
        self.string("text")
    }

    pub(super) fn string(&self, expected: &'static str) -> Option<Told<String>> {
        let (value, span) = self.sound()?;
        match value {
            DeValue::String(text) => Some(Told { value: text.clone().into_owned(), span }),
            other => self.wrong_type(expected, other, &span),
        }
    }

    /// Text, nothing when blank.
    pub fn note(&self) -> Option<String> {
        self.text().plain().filter(|text| !text.trim().is_empty())
    }

    /// Text that must say something.
    pub fn name(&self) -> Option<Told<String>> {
        let told = self.text()?;
        if told.value.trim().is_empty() {
            return self.tell(&told.span, Problem::error(codes::EMPTY_VALUE));
        }
        Some(told)
    }

    /// A site's id: a-z, 0-9 and `-`.
    pub fn slug(&self) -> Option<Told<String>> {
        let told = self.name()?;
        let is_fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if told.value.chars().all(is_fit) {
            return Some(told);
        }
        let fit = slug(&told.value);
        self.tell(&told.span, Problem::error(codes::BAD_ID).with("value", told.value).with("fit", fit))
    }

    /// The id of a line or a template, one word of shift ids: no `/` that would divide them, nothing that divides lists.
    pub fn word(&self) -> Option<Told<String>> {
        let told = self.name()?;
        let is_fit = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        if told.value.chars().all(is_fit) {
            return Some(told);
        }
        let fit: String = told.value.trim().chars().map(|c| if is_fit(c) { c } else { '-' }).collect();
        self.tell(&told.span, Problem::error(codes::BAD_ID).with("value", told.value).with("fit", fit).help("word"))
    }

    /// An id that only has to be visible.
    pub fn id(&self) -> Option<Told<String>> {
        let told = self.name()?;
        if told.value.chars().any(crate::model::text::is_unseen) {
            return self.tell(&told.span, Problem::error(codes::UNSEEN_IN_ID).with("value", told.value));
        }
        Some(told)
    }

    /// A whole number in `range`.
    pub fn whole(&self, range: RangeInclusive<i64>) -> Option<Told<i64>> {
        let (value, span) = self.sound()?;
        let DeValue::Integer(number) = value else { return self.wrong_type("whole", value, &span) };
        match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) if range.contains(&number) => Some(Told { value: number, span }),
            _ => self.out_of_range(&span, &range),
        }
    }

    /// As [`whole`](Self::whole), for the model's counts.
    pub fn count(&self, range: RangeInclusive<u32>) -> Option<Told<u32>> {
        let range = i64::from(*range.start())..=i64::from(*range.end());
        self.whole(range).map(|told| told.map(|number| number as u32))
    }

    fn out_of_range<T, N: ToString>(&self, span: &Range<usize>, range: &RangeInclusive<N>) -> Option<T> {
        let problem = Problem::error(codes::OUT_OF_RANGE)
            .with("value", short(self.file.slice(span.clone())))
            .with("least", range.start().to_string())
            .with("most", range.end().to_string());
        self.tell(span, problem)
    }

    /// A number in `range`.
    pub fn number(&self, range: RangeInclusive<f64>) -> Option<Told<f64>> {
        let (value, span) = self.sound()?;
        let number = match value {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok().map(|n| n as f64),
            DeValue::Float(number) => number.as_str().parse().ok(),
            other => return self.wrong_type("number", other, &span),
        };
        match number {
            Some(number) if range.contains(&number) => Some(Told { value: number, span }),
            _ => self.out_of_range(&span, &range),
        }
    }

    /// Hours (decimals allowed) as minutes, to the nearest; `range` in hours.
    pub fn hours(&self, range: RangeInclusive<f64>) -> Option<i64> {
        self.number(range).map(|told| (told.value * 60.0).round() as i64)
    }

    /// `true` or `false`.
    pub fn yes_no(&self) -> Option<bool> {
        let (value, span) = self.sound()?;
        match value {
            DeValue::Boolean(value) => Some(*value),
            other => self.wrong_type("yes-no", other, &span),
        }
    }

    /// One of `words`.
    pub fn choice<T: Copy>(&self, words: &[(&'static str, T)]) -> Option<Told<T>> {
        let told = self.string("word")?;
        match words.iter().find(|(word, _)| *word == told.value) {
            Some((_, value)) => Some(told.map(|_| *value)),
            None => self.tell(&told.span, unknown_word(&told.value, words)),
        }
    }

    /// An amount of money: text, or a whole number.
    pub fn money(&self) -> Option<Told<Cents>> {
        let (value, span) = self.sound()?;
        let text = match value {
            DeValue::String(text) => text.as_ref(),
            DeValue::Integer(_) => self.file.slice(span.clone()),
            DeValue::Float(_) => {
                let text = self.file.slice(span.clone());
                return self.tell(&span, Problem::error(codes::BAD_MONEY).with("value", text).help("quote"));
            }
            other => return self.wrong_type("money", other, &span),
        };
        match Cents::parse(text) {
            Some(amount) => Some(Told { value: amount, span }),
            None => self.tell(&span, Problem::error(codes::BAD_MONEY).with("value", text)),
        }
    }

    /// The elements of a list.
    pub fn list(&self) -> Vec<Entry<'a>> {
        let Some((value, span)) = self.sound() else { return Vec::new() };
        match value {
            DeValue::Array(list) => list.iter().map(|item| self.element(item.get_ref(), item.span())).collect(),
            other => self.wrong_type("list", other, &span).unwrap_or_default(),
        }
    }

    fn element(&self, value: &'a DeValue<'a>, span: Range<usize>) -> Entry<'a> {
        Entry { desk: self.desk, file: self.file, key: self.key, key_span: span.clone(), item: Some((value, span)) }
    }

    /// A list of texts.
    pub fn texts(&self) -> Vec<Told<String>> {
        self.list().iter().filter_map(Entry::text).collect()
    }

    /// A text, or a list of texts.
    pub fn one_or_more(&self) -> Vec<Told<String>> {
        match &self.item {
            Some((DeValue::Array(_), _)) => self.list().iter().filter_map(Entry::name).collect(),
            _ => self.name().into_iter().collect(),
        }
    }

    /// A list of `words`, each once.
    pub fn choices<T: Copy + PartialEq>(&self, words: &[(&'static str, T)]) -> Vec<T> {
        let mut chosen = Vec::new();
        for entry in self.list() {
            match entry.choice(words).plain() {
                Some(value) if !chosen.contains(&value) => chosen.push(value),
                _ => {}
            }
        }
        chosen
    }

    /// A table.
    pub fn table(&self) -> Option<Cursor<'a>> {
        let (value, span) = self.sound_table()?;
        match value {
            DeValue::Table(table) => Some(self.cursor(table, span)),
            other => self.wrong_type("table", other, &span),
        }
    }

    /// A list of tables.
    pub fn tables(&self) -> Vec<Cursor<'a>> {
        let Some((value, span)) = self.sound_table() else { return Vec::new() };
        let DeValue::Array(list) = value else {
            return self.wrong_type("tables", value, &span).unwrap_or_default();
        };
        list.iter().filter_map(|item| self.element(item.get_ref(), item.span()).table()).collect()
    }

    /// As [`sound`](Self::sound), but a fault inside a table doesn't make the table one.
    fn sound_table(&self) -> Option<(&'a DeValue<'a>, Range<usize>)> {
        self.item.clone()
    }

    fn cursor(&self, table: &'a DeTable<'a>, span: Range<usize>) -> Cursor<'a> {
        Cursor::new(self.desk, self.file, table, span)
    }
}

/// True when the text would be right without its quotation marks.
fn is_quoted(expected: &str, value: &DeValue<'_>) -> bool {
    let DeValue::String(text) = value else { return false };
    match expected {
        "whole" => text.parse::<i64>().is_ok(),
        "number" => text.parse::<f64>().is_ok(),
        "yes-no" => matches!(text.as_ref(), "true" | "false"),
        "date" | "moment" => text.parse::<Datetime>().is_ok(),
        _ => false,
    }
}

/// `word` is none of `words`.
pub(super) fn unknown_word<T>(word: &str, words: &[(&'static str, T)]) -> Problem {
    let known = || words.iter().map(|(word, _)| *word);
    let problem =
        Problem::error(codes::UNKNOWN_WORD).with("value", word).with("words", known().collect::<Vec<_>>().join(", "));
    match nearest(word, known()) {
        Some(near) => problem.with("nearest", near).help("nearest"),
        None => problem,
    }
}

/// The beginning of a long value.
fn short(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
