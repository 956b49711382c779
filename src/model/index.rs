//! Typed indices into the dense tables of a strike: a member's number can't be mistaken for a shift's.
//!
//! An index is only meaningful for the [`Strike`](super::Strike) (or the timetable made from it) that gave it out;
//! at the edges of the program the ids that people write are used instead.

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in its table.
            #[inline]
            pub const fn ix(self) -> usize {
                self.0 as usize
            }

            /// The index of position `ix`. Tables are far below 2³² rows: the reader refuses larger input.
            #[inline]
            pub const fn new(ix: usize) -> Self {
                Self(ix as u32)
            }
        }
    };
}

index!(
    /// A picket site, in the order of the files.
    SiteIx
);
index!(
    /// A line of a site, numbered through all sites in the order of the files.
    LineIx
);
index!(
    /// A shift template of strike.toml.
    TemplateIx
);
index!(
    /// A member, in the order of the files.
    MemberIx
);
index!(
    /// A shift of the timetable: ordered by start, then id.
    ShiftIx
);
index!(
    /// A skill's name, interned in [`Strike::skills`](super::Strike::skills), which is sorted by code point.
    SkillIx
);
index!(
    /// An availability pattern, interned in [`Strike::patterns`](super::Strike::patterns).
    PatternIx
);
index!(
    /// A requirement of the essential services agreement.
    RequirementIx
);
index!(
    /// A designation of the essential services agreement.
    DesignationIx
);
