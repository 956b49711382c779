//! Rows of people in columns: post, name, member number, and one more thing about each.

use super::fit::{columns, pad, wrap};
use super::furniture::paper_width;
use super::line_day;
use super::view::View;
use crate::model::{Duty, MemberIx, SkillIx};
use rustc_hash::FxHashMap;

/// Narrower paper has no room for the last column.
const LAST_FROM: usize = 60;
/// A line to write a name on is no longer than this.
const LONGEST_BLANK: usize = 30;

/// Columns of the rows, in display columns.
pub struct People {
    /// Of the paper.
    pub width: usize,
    duty: usize,
    name: usize,
    id: usize,
    /// 0: left out.
    last: usize,
    /// The names of the posts, in full: looked up once, since every row begins with one.
    duties: FxHashMap<Duty, String>,
    /// The word beside a place to be filled.
    open: String,
}

impl People {
    /// Columns as wide as what stands in them asks for. `last` is what the last column holds of each member, at most so
    /// many columns wide, under the heading with this message id.
    pub fn of(view: &View<'_>, heading: &str, most: usize, last: impl Fn(MemberIx) -> usize) -> Self {
        let width = paper_width(view);
        let strike = &view.ground.strike;
        let skills = (0..strike.skills.len()).map(|ix| Duty::Skill(SkillIx::new(ix)));
        let duties: FxHashMap<Duty, String> =
            skills.chain([Duty::Captain, Duty::Picket]).map(|duty| (duty, line_day::duty(view, duty))).collect();
        let duty = duties.values().map(|name| columns(name)).max().unwrap_or(0).min(width / 4);
        let open = view.say("paper-open", &[]);
        let heading_of = |id: &str| columns(&view.say(id, &[]));
        let widest = |of: &dyn Fn(MemberIx) -> usize| strike.member_indices().map(of).max().unwrap_or(0);
        let ids = widest(&|member| columns(&view.member_id(member)));
        let id = ids.max(heading_of("paper-column-member")).max(columns(&open)).min(width / 4);
        let lasts = if width < LAST_FROM { 0 } else { widest(&last) };
        let last = if lasts == 0 { 0 } else { lasts.max(heading_of(heading)).min(most) };
        // Two spaces before each column, and the mark at the end.
        let taken = 2 + duty + 2 + 2 + id + if last == 0 { 0 } else { 2 + last } + 2;
        Self { width, duty, name: width.saturating_sub(taken), id, last, duties, open }
    }

    /// The name of a post, as it begins a row.
    pub fn duty(&self, duty: Duty) -> &str {
        self.duties.get(&duty).map_or("", String::as_str)
    }

    /// True when the paper has room for the last column, and anyone has something in it.
    pub fn has_last(&self) -> bool {
        self.last > 0
    }

    /// One row.
    pub fn row(&self, duty: &str, name: &str, id: &str, last: &str, mark: &str) -> String {
        let mut line = format!("  {}  {}  {}", pad(duty, self.duty), pad(name, self.name), pad(id, self.id));
        if self.last > 0 {
            line.push_str("  ");
            line.push_str(&pad(last, self.last));
        }
        line.push(' ');
        line.push_str(mark);
        line.trim_end().to_owned()
    }

    /// A row for someone yet to come, with a line to write the name on.
    pub fn vacancy(&self, duty: Duty) -> String {
        let blank = "_".repeat(self.name.min(LONGEST_BLANK));
        self.row(self.duty(duty), &blank, &self.open, "", "")
    }

    /// A remark under a row, from the column of the names on.
    pub fn remark(&self, text: &str) -> Vec<String> {
        let indent = 4 + self.duty;
        wrap(text, self.width - indent, 4).iter().map(|line| format!("{}{line}", " ".repeat(indent))).collect()
    }
}
