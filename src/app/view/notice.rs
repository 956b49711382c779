//! The line that says what an action did.

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It was done.
    Done,
    /// For information.
    Info,
    /// It was not done, and why.
    Refused,
    /// Something failed.
    Failed,
}

/// What the screen says after an action, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// In the person's language.
    pub text: String,
    /// What to do about it: how to take it back. Said whole where the rest has to be cut.
    pub how: String,
}

impl Notice {
    /// Goes on to say something more.
    pub(super) fn add(&mut self, more: &str) {
        self.text = format!("{} {more}", self.text);
    }

    /// All of it in a row.
    pub fn sentence(&self) -> String {
        format!("{} {}", self.text, self.how).trim_end().to_owned()
    }
}
