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
}

impl What {
    /// Everything with its word on the command line.
    pub const WORDS: [(&'static str, Self); 9] = [
        ("roster", Self::Roster),
        ("signin", Self::SignIn),
        ("captain", Self::Captain),
        ("calls", Self::Calls),
        ("changes", Self::Changes),
        ("hours", Self::Hours),
        ("essential", Self::Essential),
        ("coverage", Self::Coverage),
        ("member", Self::Member),
    ];

    /// The forms it comes in; the first is the one meant when none is named.
    pub fn formats(self) -> &'static [Format] {
        match self {
            Self::Roster => &[Format::Text, Format::Csv, Format::Json, Format::Markdown, Format::Ics],
            Self::SignIn | Self::Captain => &[Format::Text],
            Self::Hours => &[Format::Text, Format::Csv, Format::Json],
            Self::Calls | Self::Changes | Self::Essential => &[Format::Text, Format::Csv],
            Self::Coverage => &[Format::Text, Format::Csv, Format::Json, Format::Svg],
            Self::Member => &[Format::Text, Format::Ics],
        }
    }

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, what)| *what == self).map_or("", |(word, _)| word)
    }
}

impl Format {
    /// Every form with its word on the command line.
    pub const WORDS: [(&'static str, Self); 6] = [
        ("text", Self::Text),
        ("csv", Self::Csv),
        ("json", Self::Json),
        ("markdown", Self::Markdown),
        ("ics", Self::Ics),
        ("svg", Self::Svg),
    ];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, format)| *format == self).map_or("", |(word, _)| word)
    }
}
