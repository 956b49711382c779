//! A key, as people press it and as they read it; no terminal's idea of one.

use std::fmt;

/// A key as the table knows it; the screen turns its terminal's events into these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character, shift already applied.
    Char(char),
    /// A character with control held, in lower case.
    Ctrl(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
}

impl Key {
    /// The word in `speech` that names the key; None for one that is written as it is.
    pub fn word(self) -> Option<&'static str> {
        Some(match self {
            Self::Char(' ') => "key-space",
            Self::Char(_) | Self::Ctrl(_) => return None,
            Self::Enter => "key-enter",
            Self::Esc => "key-esc",
            Self::Tab => "key-tab",
            Self::BackTab => "key-backtab",
            Self::Up => "key-up",
            Self::Down => "key-down",
            Self::Left => "key-left",
            Self::Right => "key-right",
            Self::Home => "key-home",
            Self::End => "key-end",
            Self::PageUp => "key-page-up",
            Self::PageDown => "key-page-down",
            Self::Backspace => "key-backspace",
            Self::Delete => "key-delete",
        })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Char(c) => write!(f, "{c}"),
            Self::Ctrl(c) => write!(f, "ctrl-{c}"),
            other => write!(f, "{}", other.word().unwrap_or_default()),
        }
    }
}
