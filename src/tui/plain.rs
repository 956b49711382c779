//! The screen as lines of text, for a screen reader or a line printer: the same desk, the same commands, one line at a time.
//!
//! A line that is typed is a key (`n`), a command by its name (`next-gap`), a number (goes to that row), `/words` (finds), or
//! nothing (opens the row). What is answered is what changed, the row one is on, and where one is.

use super::run::Print;
use crate::app::commands::{Key, TABLE};
use crate::app::keymap::parse;
use crate::app::view::lens::Counting;
use crate::app::view::line::Presence;
use crate::app::view::overview::{self as facts, GAPS, KINDS, NOW, REGIONS, status};
use crate::app::view::picture::{Row, shift_at};
use crate::app::view::place::{Place, Target};
use crate::app::view::planner::{News, carry_out};
use crate::app::view::post::{CANDIDATES, STANDING, against};
use crate::app::view::{Desk, Effect, Message};
use crate::model::{Change, ShiftIx};
use crate::speech::calendar;
use crate::speech::visible::visible;
use std::io::{self, BufRead, Write};
use std::sync::Arc;

/// Rows read out around the one the cursor is on.
const AROUND: usize = 7;

/// Runs the desk on lines until the input ends or someone leaves.
pub fn run(mut desk: Desk, input: impl BufRead, output: &mut impl Write, print: &Arc<Print>) -> io::Result<Desk> {
    page(&desk, output)?;
    for line in input.lines() {
        let line = line?;
        let place = (desk.place, desk.cursor().0, desk.session.version, desk.counting, desk.speech.language());
        if let Some(effect) = take(&mut desk, line.trim_end()) {
            match effect {
                Effect::Quit => return Ok(desk),
                Effect::Print(paper) => {
                    let print = Arc::clone(print);
                    desk.print_with(paper, move |session, sheet| print(session, sheet));
                }
                Effect::Suspend | Effect::Redraw => {}
            }
        }
        while let Some(job) = desk.take_job() {
            let version = job.version;
            let what = carry_out(job, &|_, _| {});
            desk.handle(Message::News(News { version, what }));
        }
        desk.handle(Message::Now(desk.session.now()));
        desk.hear_others();
        if let Some(notice) = &desk.notice {
            say(output, &notice.text)?;
        } else if let Some(news) = &desk.news {
            say(output, news)?;
        }
        if desk.prompt.is_some() {
            read_prompt(&desk, output)?;
        } else if place != (desk.place, desk.cursor().0, desk.session.version, desk.counting, desk.speech.language()) {
            page(&desk, output)?;
        } else {
            let listing = Listing::of(&desk);
            if listing.len > 0 {
                say(output, &listing.row(desk.cursor().1))?;
            }
        }
        output.flush()?;
    }
    Ok(desk)
}

fn say(output: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(output, "{}", visible(text))
}

/// Does what a line asks for.
fn take(desk: &mut Desk, line: &str) -> Option<Effect> {
    if desk.prompt.is_some() {
        return take_for_prompt(desk, line);
    }
    if line.is_empty() {
        return desk.handle(Message::Key(Key::Enter));
    }
    if let Some(words) = line.strip_prefix('/') {
        desk.handle(Message::Key(Key::Char('/')));
        return type_in(desk, words);
    }
    if let Ok(row) = line.parse::<usize>()
        && (row > 9 || line.len() > 1 || Place::TABS.len() < row)
    {
        return go_to_row(desk, row);
    }
    if let Some(row) = line.strip_prefix('#').and_then(|row| row.trim().parse::<usize>().ok()) {
        return go_to_row(desk, row);
    }
    let named = TABLE
        .iter()
        .find(|entry| entry.name == line || desk.speech.word(&format!("command-{}.hint", entry.name)) == line);
    if let Some(entry) = named.filter(|entry| entry.places.meets(desk.place.kind())) {
        let effect = desk.command(entry.command);
        desk.refresh();
        return effect;
    }
    match parse(line) {
        Some(key) if desk.keymap.find(key, desk.place.kind()).is_some() => desk.handle(Message::Key(key)),
        _ => {
            let text = desk.speech.say("plain-unknown", &[("text", line.into())]);
            desk.tell(crate::app::view::notice::Tone::Refused, text);
            None
        }
    }
}

fn go_to_row(desk: &mut Desk, row: usize) -> Option<Effect> {
    let (pane, at) = desk.cursor();
    let wanted = row.saturating_sub(1).min(Listing::of(desk).len.saturating_sub(1));
    if wanted == at { None } else { desk.handle(Message::Click(Target::Row(pane, wanted))) }
}

/// A number chooses, an empty line takes the first, words narrow the choice or are the answer.
fn take_for_prompt(desk: &mut Desk, line: &str) -> Option<Effect> {
    let chooses = desk.prompt.as_ref().is_some_and(crate::app::view::prompt::Prompt::chooses);
    if line == "esc" {
        return desk.handle(Message::Key(Key::Esc));
    }
    if chooses && line.is_empty() {
        return desk.handle(Message::Key(Key::Enter));
    }
    if chooses && let Ok(row) = line.parse::<usize>() {
        return desk.handle(Message::Click(Target::Choice(row.saturating_sub(1))));
    }
    let effect = type_in(desk, line);
    if chooses { effect } else { desk.handle(Message::Key(Key::Enter)) }
}

/// Puts words in place of what was typed before.
fn type_in(desk: &mut Desk, words: &str) -> Option<Effect> {
    if !words.is_empty() {
        desk.handle(Message::Key(Key::Ctrl('u')));
    }
    desk.handle(Message::Paste(words.to_owned()));
    None
}

fn read_prompt(desk: &Desk, output: &mut impl Write) -> io::Result<()> {
    let Some(prompt) = &desk.prompt else { return Ok(()) };
    say(output, &super::prompt::heading_text(desk, prompt))?;
    for line in &prompt.lines {
        say(output, line)?;
    }
    for (at, choice) in prompt.choices.iter().take(20).enumerate() {
        let parts: Vec<&str> =
            [choice.lead.as_str(), &choice.text, &choice.aside].into_iter().filter(|part| !part.is_empty()).collect();
        say(output, &format!("{}. {}", at + 1, parts.join(", ")))?;
    }
    if prompt.chooses() {
        let id = if prompt.choices.is_empty() { "screen-nothing-found" } else { "plain-choose" };
        say(output, &desk.speech.word(id))?;
    }
    Ok(())
}

/// Where one is, what there is to know, and the rows around the cursor.
fn page(desk: &Desk, output: &mut impl Write) -> io::Result<()> {
    let speech = desk.speech;
    let values = [
        ("place", speech.word(desk.place.word()).into()),
        ("strike", (&desk.ground().strike.campaign.name).into()),
        ("at", desk.words().instant(desk.now).into()),
        ("version", desk.session.version.into()),
    ];
    say(output, &speech.say("plain-place", &values))?;
    match desk.counting {
        Counting::Planned => {}
        Counting::Worst => say(output, &speech.word("told-worst"))?,
        Counting::Now => say(output, &speech.word("told-now"))?,
    }
    let listing = Listing::of(desk);
    for line in &listing.head {
        say(output, line)?;
    }
    let at = desk.cursor().1.min(listing.len.saturating_sub(1));
    let first = at.saturating_sub(AROUND / 2).min(listing.len.saturating_sub(AROUND));
    for row in first..listing.len.min(first + AROUND) {
        let mark = if row == at { "> " } else { "" };
        say(output, &format!("{mark}{}", listing.row(row)))?;
    }
    let values = [("count", (listing.len as i64).into())];
    say(output, &speech.say("plain-rows", &values))?;
    output.flush()
}

/// The list that has the cursor, as sentences.
struct Listing<'a> {
    head: Vec<String>,
    len: usize,
    of: Box<dyn Fn(usize) -> String + 'a>,
}

impl<'a> Listing<'a> {
    fn new(head: Vec<String>, len: usize, of: impl Fn(usize) -> String + 'a) -> Self {
        Self { head, len, of: Box::new(of) }
    }

    fn row(&self, at: usize) -> String {
        let at = at.min(self.len.saturating_sub(1));
        format!("{}. {}", at + 1, (self.of)(at))
    }

    fn of(desk: &'a Desk) -> Self {
        let (speech, words, ground) = (desk.speech, desk.words(), desk.ground());
        match desk.place {
            Place::Overview => overview(desk),
            Place::Coverage => {
                let sheet = desk.picture.sheet();
                let values = [("gaps", i64::from(sheet.gaps).into()), ("shifts", i64::from(sheet.shifts).into())];
                let mut head = vec![speech.say("screen-gaps-of", &values)];
                head.extend(desk.chosen_shift().map(|shift| shift_text(desk, shift)));
                Self::new(head, sheet.rows.len(), move |at| coverage_row(desk, sheet.rows[at]))
            }
            Place::Members => {
                let rows = desk.members.rows();
                Self::new(Vec::new(), rows.len(), move |at| {
                    let who = ground.strike.member(rows[at]);
                    let hours = words.hours(desk.session.coverage.week_minutes(rows[at], desk.week()));
                    let home = who.home.map(|site| words.site(site)).unwrap_or_default();
                    let status = speech.word(&format!("status-{}", who.status.word()));
                    format!("{}, {}, {home}, {status}, {hours} h", words.member(rows[at]), who.id)
                })
            }
            Place::Essential => {
                let all = &ground.strike.agreement.requirements;
                if desk.services.pane == crate::app::view::essential::PEOPLE {
                    let people = desk.services.people(ground);
                    return Self::new(Vec::new(), people.len(), move |at| {
                        let each = &ground.strike.agreement.designations[people[at].ix()];
                        let bond = speech.word(&format!("bond-{}", each.bond.word().replace('_', "-")));
                        format!("{}, {bond}", words.member(each.member))
                    });
                }
                Self::new(Vec::new(), all.len(), move |at| {
                    let (each, sum) = (&all[at], desk.services.summary(at));
                    let service = each.service.as_deref().unwrap_or(&each.id);
                    let numbers = [
                        ("column-required", each.required),
                        ("column-designated", sum.designated),
                        ("column-free", sum.free),
                        ("column-at-risk", sum.at_risk),
                    ]
                    .map(|(word, number)| format!("{} {number}", speech.word(word)));
                    format!("{service}, {}: {}", words.site(each.site), numbers.join(", "))
                })
            }
            Place::History => Self::new(Vec::new(), desk.entries.len(), move |at| {
                let line = &desk.entries[at];
                let undone = if line.undone { format!(", {}", speech.word("screen-undone")) } else { String::new() };
                format!("{}, {}: {}{undone}", words.instant(line.at), line.actor, words.entry(&line.entry))
            }),
            Place::Shift(shift) => post(desk, shift),
            Place::Member(member) => {
                let shifts = desk.session.roster.of(member);
                let head = vec![format!("{}, {}", words.member(member), ground.strike.member(member).id)];
                Self::new(head, shifts.len(), move |at| words.shift(shifts[at]))
            }
            Place::Plan => {
                let changes = desk.planning.plan.as_ref().map_or(&[][..], |plan| &plan.changes);
                let (came, went, altered) = crate::app::view::planning::kinds(changes);
                let values = [
                    ("changes", (changes.len() as i64).into()),
                    ("came", (came as i64).into()),
                    ("went", (went as i64).into()),
                    ("altered", (altered as i64).into()),
                ];
                Self::new(vec![speech.say("screen-plan-would", &values)], changes.len(), move |at| {
                    let sign = match &changes[at] {
                        Change::Added(_) => "+",
                        Change::Removed(_) => "-",
                        Change::Altered { .. } => "~",
                    };
                    format!("{sign} {}, {}", words.member(changes[at].member()), words.shift(changes[at].shift()))
                })
            }
            Place::Help => {
                let rows: Vec<_> = TABLE.iter().collect();
                Self::new(Vec::new(), rows.len(), move |at| {
                    let keys = desk.keymap.of(rows[at]).iter();
                    let keys: Vec<String> = keys.map(|key| crate::app::view::key_text(speech, *key)).collect();
                    let what = speech.word(&format!("command-{}", rows[at].name));
                    format!("{} ({}): {what}", rows[at].name, keys.join(", "))
                })
            }
            Place::Line => line_now(desk),
            Place::Map => {
                let regions = desk.map.facts();
                if desk.map.zoomed {
                    let spots = desk.map.region().map_or(&[][..], |region| &region.spots);
                    return Self::new(Vec::new(), spots.len(), move |at| {
                        let gaps = speech.say("screen-gaps", &[("gaps", i64::from(spots[at].gaps).into())]);
                        format!("{}: {gaps}", words.site(spots[at].site))
                    });
                }
                Self::new(Vec::new(), regions.len(), move |at| {
                    let gaps: u32 = regions[at].spots.iter().map(|spot| spot.gaps).sum();
                    let gaps = speech.say("screen-gaps", &[("gaps", i64::from(gaps).into())]);
                    format!("{}: {gaps}", words.region(regions[at].region))
                })
            }
            Place::Start => {
                let starts = desk.starts();
                Self::new(vec![speech.word("start-what")], starts.len(), move |at| {
                    format!("{}: {}", starts[at].text, starts[at].aside)
                })
            }
        }
    }
}

/// A shift in one sentence: its state, when, where, how many, what is missing.
fn shift_text(desk: &Desk, shift: ShiftIx) -> String {
    let (words, the_shift) = (desk.words(), desk.ground().shift(shift));
    let tally = desk.coverage().of(shift);
    let heads = if desk.counts_worst() { tally.worst_case() } else { tally.heads() };
    let state = words.status(status(desk.ground(), desk.coverage(), shift, desk.counts_worst()));
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
    let values = [("gaps", i64::from(totals.planned.gaps()).into()), ("shifts", i64::from(totals.shifts).into())];
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
            head.push(format!("{}: {filled} / {of}, {worst}", speech.word(word)));
        }
    }
    let pane = desk.overview.pane;
    let name = match pane {
        GAPS => "screen-worst-first",
        NOW => "screen-now-and-next",
        REGIONS => "screen-by-region",
        _ => "screen-by-kind",
    };
    head.push(speech.word(name));
    let gaps = move |totals| {
        let count = facts::count(totals, desk.counts_worst());
        speech.say("screen-gaps", &[("gaps", i64::from(count.gaps()).into())])
    };
    match pane {
        GAPS => Listing::new(head, found.gaps.len(), move |at| shift_text(desk, found.gaps[at])),
        NOW => Listing::new(head, found.now.len(), move |at| shift_text(desk, found.now[at])),
        KINDS => Listing::new(head, found.kinds.len(), move |at| {
            format!("{}: {}", words.kind(found.kinds[at].0), gaps(&found.kinds[at].1))
        }),
        _ => Listing::new(head, found.regions.len(), move |at| {
            format!("{}: {}", words.region(found.regions[at].0), gaps(&found.regions[at].1))
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
            let state = status(desk.ground(), desk.coverage(), shift, desk.counts_worst());
            let heads = desk.coverage().of(shift).heads();
            let target = desk.ground().shift(shift).target;
            let day = calendar::day_short(column.date, language);
            Some(format!("{day} {heads}/{target} {}", words.status(state)))
        })
        .collect();
    format!("{name}: {}", cells.join("; "))
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
                format!("{}: {who}", words.duty(stand.duty))
            })
        }
        CANDIDATES => {
            head.push(speech.word("screen-candidates"));
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
                format!("{}: {}", words.member(member), why.join("; "))
            })
        }
    }
}

fn line_now(desk: &Desk) -> Listing<'_> {
    let (speech, words, rows) = (desk.speech, desk.words(), desk.board.rows());
    let mut head = Vec::new();
    if let (Some(shift), Some(state)) = (desk.board.shift, desk.present_status()) {
        let (heads, captains) = desk.board.here();
        let the_shift = desk.ground().shift(shift);
        head.push(words.shift(shift));
        let here = speech.say("line-here", &[("heads", i64::from(heads).into())]);
        let values = [("minimum", i64::from(the_shift.minimum).into()), ("target", i64::from(the_shift.target).into())];
        let wanted = speech.say("line-wanted", &values);
        let values = [("here", i64::from(captains).into()), ("asked", i64::from(the_shift.captains).into())];
        let captains = speech.say("line-captains", &values);
        head.push(format!("{}: {heads} {here}, {wanted}, {captains}", words.status(state)));
    }
    Listing::new(head, rows.len(), move |at| {
        let zone = desk.ground().strike.campaign.zone;
        let time = |at| calendar::time(crate::app::view::words::clock(at, zone), speech.language());
        let state = match rows[at].presence {
            Presence::Expected => speech.word("plain-expected"),
            Presence::Here(came) => speech.say("line-since", &[("time", time(came).into())]),
            Presence::Gone(came, went) => {
                speech.say("line-was", &[("from", time(came).into()), ("to", time(went).into())])
            }
            Presence::NotCome => speech.word("line-not-come"),
        };
        format!("{}, {state}", words.member(rows[at].member))
    })
}
