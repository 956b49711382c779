//! Where the user is, and what a click can point at.

use super::members::Column;
use super::page::Kind;
use crate::app::commands::{Command, Where};
use crate::model::{MemberIx, ShiftIx};

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The strike at a glance.
    Overview,
    /// Sites and lines by time.
    Coverage,
    /// Everyone.
    Members,
    /// The essential services agreement.
    Essential,
    /// What was done.
    History,
    /// One shift.
    Shift(ShiftIx),
    /// One member.
    Member(MemberIx),
    /// What a plan would change.
    Plan,
    /// The help page.
    Help,
    /// The line as it stands now.
    Line,
    /// The map.
    Map,
    /// What to start with.
    Start,
    /// Rows made for an occasion.
    Page(Kind),
}

impl Place {
    /// The screens with a number, in order.
    pub const TABS: [Self; 7] =
        [Self::Overview, Self::Coverage, Self::Members, Self::Essential, Self::History, Self::Line, Self::Map];

    /// As the table of commands names it.
    pub const fn kind(self) -> Where {
        match self {
            Self::Overview => Where::OVERVIEW,
            Self::Coverage => Where::COVERAGE,
            Self::Members => Where::MEMBERS,
            Self::Essential => Where::ESSENTIAL,
            Self::History => Where::HISTORY,
            Self::Shift(_) => Where::SHIFT,
            Self::Member(_) => Where::MEMBER,
            Self::Plan => Where::PLAN,
            Self::Help => Where::HELP,
            Self::Line => Where::LINE,
            Self::Map => Where::MAP,
            Self::Start => Where::START,
            Self::Page(Kind::Calls) => Where::CALLS,
            Self::Page(kind) if kind.is_preview() => Where::PREVIEW,
            Self::Page(_) => Where::FINDINGS,
        }
    }

    /// What it shows, in `speech`.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Overview => "about-overview",
            Self::Coverage => "about-coverage",
            Self::Members => "about-members",
            Self::Essential => "about-essential",
            Self::History => "about-history",
            Self::Shift(_) => "about-shift",
            Self::Member(_) => "about-member",
            Self::Plan => "about-plan",
            Self::Help => "about-help",
            Self::Line => "about-line",
            Self::Map => "about-map",
            Self::Start => "about-start",
            Self::Page(Kind::Calls) => "about-calls",
            Self::Page(kind) if kind.is_preview() => "about-preview",
            Self::Page(_) => "about-findings",
        }
    }

    /// The word in `speech` for its tab.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Overview => "tab-overview",
            Self::Coverage => "tab-coverage",
            Self::Members => "tab-members",
            Self::Essential => "tab-essential",
            Self::History => "tab-history",
            Self::Shift(_) => "tab-shift",
            Self::Member(_) => "tab-member",
            Self::Plan => "tab-plan",
            Self::Help => "tab-help",
            Self::Line => "tab-line",
            Self::Map => "tab-map",
            Self::Start => "tab-start",
            Self::Page(kind) => kind.word(),
        }
    }
}

/// Which of a screen's lists has the cursor; each screen numbers its own from the left.
pub type Pane = usize;

/// What stands under the pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A tab.
    Tab(Place),
    /// A hint at the foot, a button.
    Command(Command),
    /// A row of a list.
    Row(Pane, usize),
    /// A cell of the picture: row, column.
    Cell(usize, usize),
    /// Anywhere in a list, for the wheel.
    List(Pane),
    /// A choice of the picker.
    Choice(usize),
    /// The head of a column of the members.
    Column(Column),
    /// What else can be told with it; None: the line itself.
    Field(Option<usize>),
}
