//! What can be exported, and in which forms.

/// What can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// Who stands where and when.
    Roster,
    /// What people sign when they come and go.
    SignIn,
    /// What a captain needs on the line, with telephones.
    Captain,
    /// Whom to ring about what is different from what people were told.
    Calls,
    /// What is different from what people were told.
    Changes,
    /// Who was on the line for how long, and what is owed.
    Hours,
    /// Who is on essential duty, and who was called in.
    Essential,
    /// How well every line is covered, by day.
    Coverage,
    /// One person's weeks.
    Member,
    /// The captain's report of the day.
    Report,
    /// The board at headquarters: counts.
    Board,
    /// The strike's calendar: legal dates, phases, days.
    Calendar,
    /// Who rings whom.
    Tree,
    /// Who is short of hours.
    Short,
    /// Every site in its place.
    Map,
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Sheets for people, in columns.
    Text,
    /// A table for spreadsheets, RFC 4180.
    Csv,
    /// A document for programs, as the contract has it.
    Json,
    /// Tables for web pages and notes.
    Markdown,
    /// Calendar events, RFC 5545.
    Ics,
    /// A picture.
    Svg,
    /// One self-contained page, to be looked at or printed from any browser.
    Html,
    /// A workbook for spreadsheets.
    Xlsx,
}

impl What {
    /// Everything with its word on the command line.
    pub const WORDS: [(&'static str, Self); 15] = [
        ("roster", Self::Roster),
        ("signin", Self::SignIn),
        ("captain", Self::Captain),
        ("calls", Self::Calls),
        ("changes", Self::Changes),
        ("hours", Self::Hours),
        ("essential", Self::Essential),
        ("coverage", Self::Coverage),
        ("member", Self::Member),
        ("report", Self::Report),
        ("board", Self::Board),
        ("calendar", Self::Calendar),
        ("tree", Self::Tree),
        ("short", Self::Short),
        ("map", Self::Map),
    ];

    /// The forms it comes in; the first is the one meant when none is named.
    pub fn formats(self) -> &'static [Format] {
        use Format::{Csv, Html, Ics, Json, Markdown, Svg, Text, Xlsx};
        match self {
            Self::Roster => &[Text, Csv, Json, Markdown, Ics, Html, Xlsx],
            Self::Hours => &[Text, Csv, Json, Html, Xlsx],
            Self::Coverage => &[Text, Csv, Json, Svg, Html],
            Self::Calls | Self::Changes | Self::Essential | Self::Short => &[Text, Csv, Html],
            Self::Member => &[Text, Ics, Html],
            Self::SignIn | Self::Captain | Self::Report | Self::Board | Self::Calendar | Self::Tree => &[Text, Html],
            Self::Map => &[Svg, Html],
        }
    }

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, what)| *what == self).map_or("", |(word, _)| word)
    }
}

impl Format {
    /// Every form with its word on the command line.
    pub const WORDS: [(&'static str, Self); 8] = [
        ("text", Self::Text),
        ("csv", Self::Csv),
        ("json", Self::Json),
        ("markdown", Self::Markdown),
        ("ics", Self::Ics),
        ("svg", Self::Svg),
        ("html", Self::Html),
        ("xlsx", Self::Xlsx),
    ];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, format)| *format == self).map_or("", |(word, _)| word)
    }
}
