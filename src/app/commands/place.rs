//! Where a command applies, and the chapter of the help page it stands in.

/// The kinds of screen, as sets: where a command applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Where(pub u32);

impl Where {
    /// The overview.
    pub const OVERVIEW: Self = Self(1);
    /// The coverage picture.
    pub const COVERAGE: Self = Self(1 << 1);
    /// One shift.
    pub const SHIFT: Self = Self(1 << 2);
    /// The list of members.
    pub const MEMBERS: Self = Self(1 << 3);
    /// One member.
    pub const MEMBER: Self = Self(1 << 4);
    /// The essential services.
    pub const ESSENTIAL: Self = Self(1 << 5);
    /// A plan's preview.
    pub const PLAN: Self = Self(1 << 6);
    /// The history.
    pub const HISTORY: Self = Self(1 << 7);
    /// The help page.
    pub const HELP: Self = Self(1 << 8);
    /// The line as it stands now.
    pub const LINE: Self = Self(1 << 9);
    /// The map.
    pub const MAP: Self = Self(1 << 10);
    /// The first page.
    pub const START: Self = Self(1 << 11);
    /// What an action would do, told before it is done.
    pub const PREVIEW: Self = Self(1 << 12);
    /// What was found out about the strike or its files.
    pub const FINDINGS: Self = Self(1 << 13);
    /// Whom to ring about what has changed.
    pub const CALLS: Self = Self(1 << 14);
    /// How many kinds of screen there are.
    pub const COUNT: u32 = 15;
    /// Everywhere.
    pub const ALL: Self = Self((1 << Self::COUNT) - 1);

    /// In either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True when the two meet.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The chapters of the help page, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    /// Moving about.
    Moving,
    /// The screens.
    Screens,
    /// Finding.
    Finding,
    /// Doing.
    Doing,
    /// The folder as a whole: its files, its record.
    Folder,
    /// The program itself.
    Program,
}

impl Chapter {
    /// Every chapter in order.
    pub const ALL: [Self; 6] = [Self::Moving, Self::Screens, Self::Finding, Self::Doing, Self::Folder, Self::Program];

    /// Its title in `speech`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Moving => "chapter-moving",
            Self::Screens => "chapter-screens",
            Self::Finding => "chapter-finding",
            Self::Doing => "chapter-doing",
            Self::Folder => "chapter-folder",
            Self::Program => "chapter-program",
        }
    }
}
