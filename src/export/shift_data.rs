//! What every export of data says of a shift in the same words: which it is, when, where, and how many are wanted.

use super::view::View;
use crate::model::{ShiftIx, SkillIx};
use serde::{Serialize, Serializer};

/// A shift at the head of its row in a document.
#[derive(Serialize)]
pub struct ShiftHead<'a> {
    id: &'a str,
    starts: String,
    ends: String,
    minimum: u32,
    target: u32,
    maximum: u32,
}

impl<'a> ShiftHead<'a> {
    /// The head of this shift, its times on the clock of its site.
    pub fn of(view: &'a View<'a>, ix: ShiftIx) -> Self {
        let shift = view.ground.shift(ix);
        let zone = view.site_of(shift).zone;
        Self {
            id: &shift.id,
            starts: shift.span.start.rfc3339(zone),
            ends: shift.span.end.rfc3339(zone),
            minimum: shift.minimum,
            target: shift.target,
            maximum: shift.maximum,
        }
    }
}

/// Skills and their numbers, as an object in the order of the skills' names.
pub struct Skills<'a> {
    view: &'a View<'a>,
    numbers: Vec<(SkillIx, u32)>,
}

impl<'a> Skills<'a> {
    /// These numbers.
    pub fn of(view: &'a View<'a>, numbers: Vec<(SkillIx, u32)>) -> Self {
        Self { view, numbers }
    }
}

impl Serialize for Skills<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.numbers.iter().map(|(skill, count)| (self.view.ground.strike.skill(*skill), count)))
    }
}

/// The columns of a table that tell which shift a row is about.
pub const PLACE: [&str; 11] =
    ["shift", "date", "starts", "ends", "minutes", "site", "site_name", "line", "line_name", "template", "label"];

/// What stands in those columns.
pub fn place(view: &View<'_>, ix: ShiftIx) -> [String; 11] {
    let (shift, strike) = (view.ground.shift(ix), &view.ground.strike);
    let (site, line, template) = (strike.site(shift.site), strike.line(shift.line), strike.template(shift.template));
    [
        shift.id.clone(),
        shift.date.to_string(),
        shift.span.start.rfc3339(site.zone),
        shift.span.end.rfc3339(site.zone),
        shift.minutes().to_string(),
        site.id.clone(),
        site.name(view.language).to_owned(),
        line.id.clone(),
        line.name(view.language).to_owned(),
        template.id.clone(),
        template.label(view.language).to_owned(),
    ]
}
