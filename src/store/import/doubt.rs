//! What a person should look at before an export is brought in.

/// Why something should be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// One name, one telephone or e-mail address, several ids.
    SamePerson,
    /// The id stands on an earlier line.
    IdTwice {
        /// That line.
        first: u64,
    },
    /// The row has no id.
    NoId,
    /// Somebody new has no name.
    NoName,
    /// A local that does not begin with a region.
    ImpossibleLocal(String),
    /// The telephone has no usual form.
    OddPhone,
    /// A date that can be read in two ways, or in none.
    OddDate(String),
    /// A home site that the strike does not have.
    UnknownHome(String),
    /// In the export, but `excluded` on the list.
    ExcludedHere,
    /// So many people of the list are not in the export.
    ManyGone(usize),
}

impl Why {
    /// The word for it in output that programs read.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::SamePerson => "same_person",
            Self::IdTwice { .. } => "id_twice",
            Self::NoId => "no_id",
            Self::NoName => "no_name",
            Self::ImpossibleLocal(_) => "impossible_local",
            Self::OddPhone => "odd_phone",
            Self::OddDate(_) => "odd_date",
            Self::UnknownHome(_) => "unknown_home",
            Self::ExcludedHere => "excluded_here",
            Self::ManyGone(_) => "many_gone",
        }
    }
}

/// Something a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Why.
    pub why: Why,
    /// Of whom, by id.
    pub members: Vec<String>,
    /// On which line of the export.
    pub line: Option<u64>,
}

impl Doubt {
    /// One about a row of the export, and about whoever has this id; an empty one: nobody.
    pub(super) fn of_row(why: Why, id: &str, line: u64) -> Self {
        let members = if id.is_empty() { Vec::new() } else { vec![id.to_owned()] };
        Self { why, members, line: Some(line) }
    }

    /// One about the lists as they would be.
    pub(super) fn of_list(why: Why, members: Vec<String>) -> Self {
        Self { why, members, line: None }
    }
}
