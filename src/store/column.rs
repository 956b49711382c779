//! The columns of members.csv, in the contract's order. What stands in them is for those who read and write the list.

/// A column; its number is its place in [`COLUMNS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it, and the contract what stands there")]
pub enum Column {
    Id,
    Name,
    Local,
    Unit,
    Classification,
    HomeSite,
    Latitude,
    Longitude,
    ReachKm,
    Phone,
    Email,
    Skills,
    Availability,
    Sites,
    Shifts,
    Restrictions,
    Status,
}

/// The names of the columns.
pub const COLUMNS: [&str; 17] = [
    "id",
    "name",
    "local",
    "unit",
    "classification",
    "home_site",
    "latitude",
    "longitude",
    "reach_km",
    "phone",
    "email",
    "skills",
    "availability",
    "sites",
    "shifts",
    "restrictions",
    "status",
];

/// So many of them, from the first, a list and an export must have.
pub const REQUIRED: usize = 2;

impl Column {
    /// Its place in [`COLUMNS`].
    pub const fn ix(self) -> usize {
        self as usize
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        COLUMNS[self.ix()]
    }
}
