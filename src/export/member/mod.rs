//! One person's weeks: every shift with its place, post and captain, the person's own essential duty, and what came or went
//! since people were told; on paper, and as a calendar for a telephone.

mod ics;
mod text;

pub use ics::ics;
pub use text::{code, text};

use super::view::View;
use crate::model::time::local_span;
use crate::model::{Duty, LineIx, MemberIx, ShiftIx, SiteIx, Span, TemplateIx};

/// A shift of the person's, as it stands against what people were told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum News {
    /// As told; or nothing was told yet.
    None,
    /// Came since.
    Added,
    /// Another post than told.
    Duty,
}

/// The person's shifts, in order of time.
fn shifts(view: &View<'_>, member: MemberIx) -> Vec<(ShiftIx, Duty, News)> {
    let told = |ix: ShiftIx| view.published.and_then(|published| published.roster.get(ix, member));
    let news = |ix, duty| match (view.published, told(ix)) {
        (Some(_), None) => News::Added,
        (Some(_), Some(before)) if before.duty != duty => News::Duty,
        _ => News::None,
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
    span: Span,
}

/// Those shifts, in order of time: also such as exist no more, as long as the files still know their place and hours.
fn gone(view: &View<'_>, member: MemberIx) -> Vec<Gone> {
    let strike = &view.ground.strike;
    let told = view.published.map_or(&[][..], |published| published.roster.of(member));
    let off = told.iter().filter(|ix| view.shows(**ix) && view.roster.get(**ix, member).is_none()).map(|ix| {
        let shift = view.ground.shift(*ix);
        Gone { id: shift.id.clone(), site: shift.site, line: shift.line, template: shift.template, span: shift.span }
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
        let (start, end) = (strike.template(template).start, strike.template(template).end);
        let span = local_span(date, start, end, strike.site(site).zone);
        is_shown.then(|| Gone { id: shift.clone(), site, line, template, span })
    });
    let mut gone: Vec<Gone> = off.chain(lost).collect();
    gone.sort_by(|a, b| (a.span, &a.id).cmp(&(b.span, &b.id)));
    gone
}
