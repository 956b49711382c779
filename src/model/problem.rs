//! A problem in the input: a code, a place and its particulars. The words come from `speech`, in the person's language.

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The input can't be used.
    Error,
    /// Usable, but probably not what was meant.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word in outputs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Where in a file: bytes, and what a person counts. The reader fills both from the same source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// First byte of what is wrong.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// A particular of a problem: a value that its message shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text as it stands in the input, or an id.
    Text(String),
    /// A number.
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

macro_rules! from_number {
    ($($number:ty),*) => {$(
        impl From<$number> for Value {
            #[allow(clippy::cast_lossless, reason = "one body for every width; none of them exceeds i64 here")]
            fn from(number: $number) -> Self {
                Self::Number(number as i64)
            }
        }
    )*};
}
from_number!(i64, u64, u32, i32, u16, u8, usize);

/// One problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// How bad.
    pub severity: Severity,
    /// What, as outputs name it: `unknown_key`. Messages are `problem-unknown-key` and its attribute `.help`.
    pub code: &'static str,
    /// The file, as the strike names it (relative to its folder); None: no file's fault.
    pub file: Option<String>,
    /// Where in it; None: the whole file.
    pub spot: Option<Spot>,
    /// Particulars for the message and the help, by name.
    pub values: Vec<(&'static str, Value)>,
    /// Which of the help texts fits; None: the message's own. `Some("nearest")` selects `problem-…​.help-nearest`.
    pub help: Option<&'static str>,
}

impl Problem {
    /// An error without a place.
    pub fn error(code: &'static str) -> Self {
        Self { severity: Severity::Error, code, file: None, spot: None, values: Vec::new(), help: None }
    }

    /// A warning without a place.
    pub fn warning(code: &'static str) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code) }
    }

    /// A note without a place.
    pub fn note(code: &'static str) -> Self {
        Self { severity: Severity::Note, ..Self::error(code) }
    }

    /// In `file`.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// At `spot`.
    #[must_use]
    pub fn at(mut self, spot: Spot) -> Self {
        self.spot = Some(spot);
        self
    }

    /// With a particular.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// With another of the help texts.
    #[must_use]
    pub fn help(mut self, variant: &'static str) -> Self {
        self.help = Some(variant);
        self
    }

    /// The id of its message in the language files.
    pub fn message_id(&self) -> String {
        format!("problem-{}", self.code.replace('_', "-"))
    }
}
