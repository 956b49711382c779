//! The orders of the list of members: by a column, up or down.

/// What the list is sorted by: a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Column {
    /// The name.
    #[default]
    Name,
    /// The id.
    Id,
    /// The site of the workplace.
    Home,
    /// The classification.
    Class,
    /// The skills.
    Skills,
    /// How the agreement binds.
    Bond,
    /// How many shifts.
    Shifts,
    /// The hours of the week with this number.
    Hours(u16),
}

impl Column {
    /// The column beside it, of as many as there are with so many weeks; None: there is none.
    pub(super) fn beside(self, right: bool, weeks: u16) -> Option<Self> {
        let mut columns = vec![Self::Name, Self::Id, Self::Home, Self::Class, Self::Skills, Self::Bond, Self::Shifts];
        columns.extend((0..weeks).map(Self::Hours));
        let at = columns.iter().position(|column| *column == self)?;
        let to = if right { at + 1 } else { at.checked_sub(1)? };
        columns.get(to).copied()
    }
}

/// The order of the list; among equals, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Order {
    /// By which column.
    pub by: Column,
    /// The last first, or the most.
    pub down: bool,
}

impl Order {
    /// By a column: names from a to z, fewest hours first.
    pub const fn up(by: Column) -> Self {
        Self { by, down: false }
    }

    /// The orders that are asked for most, in the week with this number.
    pub(super) const fn often(week: u16) -> [Self; 5] {
        let hours = Column::Hours(week);
        [
            Self::up(Column::Name),
            Self::up(hours),
            Self { by: hours, down: true },
            Self::up(Column::Home),
            Self::up(Column::Id),
        ]
    }

    /// The word in `speech`.
    pub fn word(self) -> &'static str {
        match (self.by, self.down) {
            (Column::Name, _) => "order-name",
            (Column::Hours(_), false) => "order-fewest-hours",
            (Column::Hours(_), true) => "order-most-hours",
            (Column::Home, _) => "order-home",
            (Column::Id, _) => "order-id",
            (Column::Class, _) => "order-class",
            (Column::Skills, _) => "order-skills",
            (Column::Bond, _) => "order-bond",
            (Column::Shifts, false) => "order-fewest-shifts",
            (Column::Shifts, true) => "order-most-shifts",
        }
    }

    /// True where the word does not say that it is turned round.
    pub fn is_backwards(self) -> bool {
        self.down && !matches!(self.by, Column::Hours(_) | Column::Shifts)
    }
}
