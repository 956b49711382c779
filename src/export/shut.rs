//! Where nobody pickets on a day though the plan would have it: a site that was lost, a stand-down, a court order that allows
//! nobody. A list that only told of shifts that exist would leave those lines out without a word.

use super::view::View;
use crate::model::time::local_span;
use crate::model::{LineIx, SiteIx, Span};
use crate::rules::closed::{self, Closed};
use chrono::NaiveDate;

/// A line some or all of whose shifts are gone that day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shut {
    /// The line.
    pub line: LineIx,
    /// Shifts that are gone.
    pub gone: usize,
    /// Shifts that are left.
    pub left: usize,
    /// Where its people go; None: its site has no backup, or nobody pickets there either meanwhile.
    pub instead: Option<SiteIx>,
}

/// The lines of the view that lose shifts on `date`, in the order of the files.
pub fn on(view: &View<'_>, date: NaiveDate) -> Vec<Shut> {
    let strike = &view.ground.strike;
    let lines = (0..strike.lines.len()).map(LineIx::new);
    lines
        .filter(|line| view.site.is_none_or(|site| strike.line(*line).site == site))
        .filter_map(|ix| {
            let line = strike.line(ix);
            let (mut gone, mut left) = (Vec::new(), 0);
            for &template in &line.templates {
                match closed::shift(strike, view.ground.lawful.as_ref(), ix, date, template) {
                    Ok(_) => left += 1,
                    Err(Closed::StandDown(_) | Closed::Cap(_)) => {
                        let template = strike.template(template);
                        gone.push(local_span(date, template.start, template.end, strike.site(line.site).zone));
                    }
                    Err(_) => {}
                }
            }
            let stands = |site: &SiteIx| !is_down(view, *site, &gone);
            let instead = strike.site(line.site).backup.filter(stands);
            (!gone.is_empty()).then_some(Shut { line: ix, gone: gone.len(), left, instead })
        })
        .collect()
}

/// True when nobody pickets at `site` in some of these times.
fn is_down(view: &View<'_>, site: SiteIx, times: &[Span]) -> bool {
    let downs = &view.ground.strike.site(site).stand_downs;
    downs.iter().any(|down| times.iter().any(|time| time.overlaps(down.span)))
}
