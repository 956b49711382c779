//! What each screen says when it is read out: what there is to know first, then its rows, a sentence each.

use crate::app::commands::TABLE;
use crate::app::view::Desk;
use crate::app::view::line::Presence;
use crate::app::view::overview::{self as facts, GAPS, KINDS, NOW, REGIONS};
use crate::app::view::picture::{Row, shift_at};
use crate::app::view::place::Place;
use crate::app::view::post::{CANDIDATES, STANDING, against};
use crate::model::{Change, Duty, ShiftIx};
use crate::speech::calendar;

/// The list that has the cursor, as sentences.
pub(super) struct Listing<'a> {
    /// What there is to know before the rows.
    pub head: Vec<String>,
    /// How many rows there are.
    pub len: usize,
    of: Box<dyn Fn(usize) -> String + 'a>,
}

impl<'a> Listing<'a> {
    fn new(head: Vec<String>, len: usize, of: impl Fn(usize) -> String + 'a) -> Self {
        Self { head, len, of: Box::new(of) }
    }

    /// A row, with its number.
    pub fn row(&self, at: usize) -> String {
        let at = at.min(self.len.saturating_sub(1));
        format!("{}. {}", at + 1, (self.of)(at))
    }

    /// That of the screen one is on.
    pub fn of(desk: &'a Desk) -> Self {
        let (speech, words, ground) = (desk.speech, desk.words(), desk.ground());
        match desk.place {
            Place::Overview => overview(desk),
            Place::Coverage => {
                let sheet = desk.picture.sheet();
                let values = [("gaps", sheet.gaps.into()), ("shifts", sheet.shifts.into())];
                let mut head = vec![speech.say("screen-gaps-of", &values)];
                let chips = super::super::picture::chips(desk);
                head.extend((!chips.is_empty()).then(|| chips.join(", ")));
                head.extend(desk.chosen_shift().map(|shift| shift_text(desk, shift)));
                Self::new(head, sheet.rows.len(), move |at| coverage_row(desk, sheet.rows[at]))
            }
            Place::Members => {
                let rows = desk.members.rows();
                let (count, chips) = super::super::members::count_and_chips(desk);
                let head = [vec![count], chips].concat().join(", ");
                Self::new(vec![head], rows.len(), move |at| {
                    let who = ground.strike.member(rows[at]);
                    let hours = words.hours(desk.session.coverage.week_minutes(rows[at], desk.week()));
                    let home = who.home.map(|site| words.site(site)).unwrap_or_default();
                    let status = words.standing(who.status);
                    format!("{}, {}, {home}, {status}, {hours} h", words.member(rows[at]), who.id)
                })
            }
            Place::Essential => {
                let all = &ground.strike.agreement.requirements;
                if desk.services.pane == crate::app::view::essential::PEOPLE {
                    let people = desk.services.people(ground);
                    return Self::new(Vec::new(), people.len(), move |at| {
                        let each = &ground.strike.agreement.designations[people[at].ix()];
                        format!("{}, {}", words.member(each.member), words.bond(each.bond.word()))
                    });
                }
                let none = all.is_empty().then(|| desk.sentence("screen-no-agreement", &[]));
                Self::new(Vec::from_iter(none), all.len(), move |at| {
                    let (each, sum) = (&all[at], desk.services.summary(at));
                    let service = words.service(each);
                    let numbers = [
                        ("column-required", each.required),
                        ("column-designated", sum.designated),
                        ("column-free", sum.free),
                        ("column-at-risk", sum.at_risk),
                    ]
                    .map(|(word, number)| format!("{} {number}", speech.word(word)));
                    speech.of(&format!("{service}, {}", words.site(each.site)), &numbers.join(", "))
                })
            }
            Place::History => Self::new(desk.history_chips(), desk.history.len(), move |at| {
                let Some(line) = desk.history.row(at) else { return String::new() };
                let undone = if line.undone { format!(", {}", speech.word("screen-undone")) } else { String::new() };
                let who = format!("{}, {}", words.instant(line.entry.at), line.entry.actor);
                format!("{}{undone}", speech.of(&who, &words.entry(&line.entry)))
            }),
            Place::Shift(shift) => post(desk, shift),
            Place::Member(member) => {
                let shifts = desk.session.roster.of(member);
                let head = vec![format!("{}, {}", words.member(member), ground.strike.member(member).id)];
                Self::new(head, shifts.len(), move |at| words.shift(shifts[at]))
            }
            Place::Plan => {
                let plan = desk.planning.plan.as_ref();
                Self::new(Vec::from_iter(desk.plan_would()), plan.map_or(0, |plan| plan.len()), move |at| {
                    let Some(change) = plan.and_then(|plan| plan.change(at)) else { return String::new() };
                    let sign = match &change {
                        Change::Added(_) => "+",
                        Change::Removed(_) => "-",
                        Change::Altered { .. } => "~",
                    };
                    format!("{sign} {}, {}", words.member(change.member()), words.shift(change.shift()))
                })
            }
            Place::Help => {
                let rows: Vec<_> = TABLE.iter().collect();
                Self::new(vec![desk.sentence(desk.helped().about(), &[])], rows.len(), move |at| {
                    let keys = desk.keymap.of(rows[at]).iter();
                    let keys: Vec<String> = keys.map(|key| crate::app::view::key_text(speech, *key)).collect();
                    let what = speech.word(&format!("command-{}", rows[at].name));
                    speech.of(&format!("{} ({})", rows[at].name, keys.join(", ")), &what)
                })
            }
            Place::Line => line_now(desk),
            Place::Map => {
                let regions = desk.map.facts();
                if desk.map.zoomed {
                    let spots = desk.map.region().map_or(&[][..], |region| &region.spots);
                    return Self::new(Vec::new(), spots.len(), move |at| {
                        let gaps = speech.say("screen-gaps", &[("gaps", i64::from(spots[at].gaps).into())]);
                        speech.of(&words.site(spots[at].site), &gaps)
                    });
                }
                Self::new(Vec::new(), regions.len(), move |at| {
                    let gaps: u32 = regions[at].spots.iter().map(|spot| spot.gaps).sum();
                    let gaps = speech.say("screen-gaps", &[("gaps", gaps.into())]);
                    speech.of(&words.region(regions[at].region), &gaps)
                })
            }
            Place::Page(_) => page(desk),
            Place::Start => {
                let starts = desk.starts();
                Self::new(vec![speech.word("start-what")], starts.len(), move |at| {
                    speech.of(&starts[at].text, &starts[at].aside)
                })
            }
        }
    }
}

/// A shift in one sentence: its state, when, where, how many, what is missing.
fn shift_text(desk: &Desk, shift: ShiftIx) -> String {
    let (words, the_shift) = (desk.words(), desk.ground().shift(shift));
    let (state, heads) = (words.status(desk.status_of(shift)), desk.heads_on(shift).heads);
    let lack = desk.lack(shift);
    let lack = if lack.is_empty() {
        String::new()
    } else {
        format!(", {}", desk.speech.say("screen-missing", &[("what", lack.into())]))
    };
    format!("{state}, {}, {heads}/{}{lack}", words.shift(shift), the_shift.target)
}

fn overview(desk: &Desk) -> Listing<'_> {
    let (speech, words, found) = (desk.speech, desk.words(), desk.overview.facts());
    let totals = desk.coverage().totals();
    let values = [("gaps", totals.planned.gaps().into()), ("shifts", totals.shifts.into())];
    let mut head = vec![speech.say("screen-gaps-of", &values)];
    for (word, planned, worst) in [
        ("level-captain", totals.planned.captain, totals.worst.captain),
        ("level-skill", totals.planned.skill, totals.worst.skill),
        ("level-minimum", totals.planned.minimum, totals.worst.minimum),
        ("level-target", totals.planned.target, totals.worst.target),
    ] {
        if planned.of > 0 {
            let (filled, of) = (words.number(planned.filled), words.number(planned.of));
            let worst = format!("{} {}", speech.word("screen-worst-case"), words.number(worst.filled));
            head.push(speech.of(&speech.word(word), &format!("{filled} / {of}, {worst}")));
        }
    }
    let pane = desk.overview.pane;
    let name = match pane {
        GAPS if desk.counts_worst() => "screen-gaps-in-worst-case",
        GAPS => "screen-worst-first",
        NOW => "screen-now-and-next",
        REGIONS => "screen-by-region",
        _ => "screen-by-kind",
    };
    head.push(speech.word(name));
    let gaps = move |totals| {
        let count = facts::count(totals, desk.counts_worst());
        speech.say("screen-gaps", &[("gaps", count.gaps().into())])
    };
    match pane {
        GAPS => Listing::new(head, found.gaps.len(), move |at| shift_text(desk, found.gaps[at])),
        NOW => Listing::new(head, found.now.len(), move |at| shift_text(desk, found.now[at])),
        KINDS => Listing::new(head, found.kinds.len(), move |at| {
            speech.of(&words.kind(found.kinds[at].0), &gaps(&found.kinds[at].1))
        }),
        _ => Listing::new(head, found.regions.len(), move |at| {
            speech.of(&words.region(found.regions[at].0), &gaps(&found.regions[at].1))
        }),
    }
}

fn coverage_row(desk: &Desk, row: Row) -> String {
    let (words, language) = (desk.words(), desk.speech.language());
    let name = match row {
        Row::Region(region) => return words.region(region.0),
        Row::Site(site) => return words.site(site),
        Row::Line(line, template) => {
            let slot = template.map(|template| desk.ground().strike.template(template).label(language).to_owned());
            format!("{} {}", words.stretch(line), slot.unwrap_or_default())
        }
    };
    let sheet = desk.picture.sheet();
    let cells: Vec<String> = sheet
        .columns
        .iter()
        .filter_map(|column| {
            let shift = shift_at(desk.ground(), row, *column)?;
            let (state, heads) = (words.status(desk.status_of(shift)), desk.heads_on(shift).heads);
            let target = desk.ground().shift(shift).target;
            let day = calendar::day_short(column.date, language);
            Some(format!("{day} {heads}/{target} {state}"))
        })
        .collect();
    desk.speech.of(&name, &cells.join("; "))
}

fn post(desk: &Desk, shift: ShiftIx) -> Listing<'_> {
    let (speech, words, found) = (desk.speech, desk.words(), desk.post.facts());
    let mut head = vec![shift_text(desk, shift)];
    match desk.post.pane {
        STANDING => {
            head.push(speech.word("screen-standing"));
            Listing::new(head, found.stands.len(), move |at| {
                let stand = &found.stands[at];
                let who = stand.who.as_ref().map_or_else(
                    || speech.word("screen-empty-post"),
                    |who| {
                        let pinned =
                            if who.pinned { format!(", {}", speech.word("screen-pinned")) } else { String::new() };
                        format!("{}{pinned}", words.member(who.member))
                    },
                );
                speech.of(&words.duty(stand.duty), &who)
            })
        }
        CANDIDATES => {
            head.push(speech.word("screen-candidates"));
            head.extend(found.candidates.is_empty().then(|| super::super::post::nobody_text(desk, shift)));
            Listing::new(head, found.candidates.len(), move |at| {
                let each = &found.candidates[at];
                let risk = if each.at_risk { format!(", {}", speech.word("screen-at-risk")) } else { String::new() };
                let (duty, hours) = (words.duty(each.duty), words.hours(each.week_minutes));
                format!("{}, {duty}, {hours} h{risk}", words.member(each.member))
            })
        }
        _ => {
            head.push(speech.word("screen-ruled-out"));
            Listing::new(head, found.ruled_out.len(), move |at| {
                let member = found.ruled_out[at];
                let why: Vec<String> = against(desk.ground(), &desk.session.roster, shift, member)
                    .iter()
                    .map(|why| words.refusal(shift, why))
                    .collect();
                speech.of(&words.member(member), &why.join("; "))
            })
        }
    }
}

fn line_now(desk: &Desk) -> Listing<'_> {
    let (speech, words, rows) = (desk.speech, desk.words(), desk.board.rows());
    let mut head = Vec::new();
    if let (Some(shift), Some(state)) = (desk.board.shift, desk.present_status()) {
        let (heads, captains) = (desk.board.present.heads, desk.board.present.captains);
        let the_shift = desk.ground().shift(shift);
        head.push(words.shift(shift));
        let here = speech.say("line-here", &[("heads", heads.into())]);
        let values = [("minimum", the_shift.minimum.into()), ("target", the_shift.target.into())];
        let wanted = speech.say("line-wanted", &values);
        let values = [("here", captains.into()), ("asked", the_shift.captains.into())];
        let captains = speech.say("line-captains", &values);
        head.push(speech.of(&words.status(state), &format!("{heads} {here}, {wanted}, {captains}")));
        if desk.board.guests > 0 {
            head.push(speech.say("line-guests", &[("count", desk.board.guests.into())]));
        }
    }
    Listing::new(head, rows.len(), move |at| {
        let time = |at| desk.board_time(at);
        let state = match rows[at].presence {
            Presence::Expected => speech.word("plain-expected"),
            Presence::Here(came) => speech.say("line-since", &[("time", time(came).into())]),
            Presence::Gone(came, went) => {
                speech.say("line-was", &[("from", time(came).into()), ("to", time(went).into())])
            }
            Presence::NotCome => speech.word("line-not-come"),
        };
        let over = rows[at].over.map(|(_, minutes)| speech.say("line-over-by", &[("minutes", minutes.into())]));
        let over = over.map(|over| format!(", {over}")).unwrap_or_default();
        let duty = rows[at].rostered.as_ref().map(|each| each.duty).filter(|duty| *duty != Duty::Picket);
        let duty = duty.map(|duty| format!(", {}", words.duty(duty))).unwrap_or_default();
        format!("{}{duty}, {state}{over}", words.member(rows[at].member))
    })
}

/// A page made for an occasion: each row whole.
fn page(desk: &Desk) -> Listing<'_> {
    let Some(page) = desk.page() else { return Listing::new(Vec::new(), 0, |_| String::new()) };
    Listing::new(page.head(desk), page.len(), move |at| {
        let row = page.row(desk, at);
        if !row.whole.is_empty() {
            return row.whole;
        }
        [row.lead, row.text, row.aside].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    })
}
