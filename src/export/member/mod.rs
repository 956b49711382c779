//! One person's weeks: every shift with its place, post and captain, the person's own essential duty, and what came or went
//! since people were told; on paper, and as a calendar for a telephone.

mod ics;
mod text;

pub use ics::ics;
pub use text::{code, text};

use super::view::View;
use crate::model::time::local_span;
use crate::model::{Duty, LineIx, MemberIx, Shift, ShiftIx, SiteIx, Span, TemplateIx};
use crate::store::record::Was;
use chrono_tz::Tz;

/// A shift of the person's, as it stands against what people were told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum News {
    /// As told; or nothing was told yet.
    None,
    /// Came since.
    Added,
    /// Another post or other hours than told.
    Changed {
        /// Another post.
        duty: bool,
        /// The hours told, when they are others than now.
        was: Option<Was>,
    },
}

/// The person's shifts, in order of time.
fn shifts(view: &View<'_>, member: MemberIx) -> Vec<(ShiftIx, Duty, News)> {
    let told = |ix: ShiftIx| view.published.and_then(|published| published.roster.get(ix, member));
    let news = |ix, duty| match (view.published, told(ix)) {
        (None, _) => News::None,
        (Some(_), None) => News::Added,
        (Some(_), Some(before)) => match (before.duty != duty, view.was(ix)) {
            (false, None) => News::None,
            (duty, was) => News::Changed { duty, was },
        },
    };
    let of = view.roster.of(member).iter().filter(|ix| view.shows(**ix));
    of.filter_map(|ix| view.roster.get(*ix, member))
        .map(|each| (each.shift, each.duty, news(each.shift, each.duty)))
        .collect()
}

/// A shift that the person was told of and does not stand on any more.
struct Gone {
    id: String,
    site: SiteIx,
    line: LineIx,
    template: TemplateIx,
    /// The hours told, as far as they are known.
    span: Span,
    /// The clock on which they were told.
    zone: Tz,
}

/// Those shifts, in order of time: also such as exist no more, as long as the files still know their place and hours.
fn gone(view: &View<'_>, member: MemberIx) -> Vec<Gone> {
    let strike = &view.ground.strike;
    let told = view.published.map_or(&[][..], |published| published.roster.of(member));
    let off = told.iter().filter(|ix| view.shows(**ix) && view.roster.get(**ix, member).is_none()).map(|ix| {
        let shift = view.ground.shift(*ix);
        let now = Was { span: shift.span, zone: strike.site(shift.site).zone };
        let Was { span, zone } = view.was(*ix).unwrap_or(now);
        let Shift { site, line, template, .. } = *shift;
        Gone { id: shift.id.clone(), site, line, template, span, zone }
    });
    let id = view.raw_id(member);
    let lost = view.told_lost.into_iter().flatten().filter(|((_, of), _)| of == id).filter_map(|((shift, _), _)| {
        let (line, date, template) = view.ground.parse_id(shift).ok()?;
        // What was lost may be the post alone.
        if view.ground.find(shift).is_ok_and(|ix| view.roster.get(ix, member).is_some()) {
            return None;
        }
        let site = strike.line(line).site;
        let is_shown = view.site.is_none_or(|wanted| wanted == site) && view.day.is_none_or(|wanted| wanted == date);
        let (start, end, zone) =
            (strike.template(template).start, strike.template(template).end, strike.site(site).zone);
        let told = view.published.and_then(|published| published.hours.other_than(strike, (site, template, date)));
        let Was { span, zone } = told.unwrap_or_else(|| Was { span: local_span(date, start, end, zone), zone });
        is_shown.then(|| Gone { id: shift.clone(), site, line, template, span, zone })
    });
    let mut gone: Vec<Gone> = off.chain(lost).collect();
    gone.sort_by(|a, b| (a.span, &a.id).cmp(&(b.span, &b.id)));
    gone
}
