//! `swap`, `transfer`, `close`, `reopen`: people who change places.

use super::answer::{Answer, DONE};
use super::args::told;
use super::context::Context;
use super::gaps::colon;
use super::hand::{self, ChangeRow, duty, slipped};
use super::held::{self, HeldRow};
use super::{usage, words};
use crate::app::said;
use crate::app::session::{ActError, Closing, Done, Session, Unmoved};
use crate::model::ShiftIx;
use crate::speech::Speech;
use crate::speech::place;
use crate::speech::refusal::refusal;
use crate::speech::visible::visible;
use serde::Serialize;
use std::ffi::OsString;
use std::fmt::Write as _;

/// Who may not be moved is listed up to so many; the rest is counted.
const SHOWN: usize = 20;

/// Carries `swap` out.
pub fn swap(context: &Context, given: &[OsString], reason: Option<&str>) -> Answer {
    let (dir, rest) = match words::with_shift(given, 4, 0) {
        Ok(words) => words,
        Err(slip) => return slipped(context, &slip, usage::SWAP),
    };
    let (mut session, warned) = match context.open(&dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let outcome = (|| {
        let mut places = Vec::new();
        for pair in rest.chunks(2) {
            let shift = match hand::shift(context, &session, &pair[0], usage::SWAP)? {
                Ok(shift) => shift,
                Err(closed) => return Ok(Err(closed)),
            };
            places.push((shift, context.member_by_name(&session, &pair[1], Some(shift))?));
        }
        Ok(session.swap(places[0], places[1], told(reason)))
    })();
    match outcome {
        Ok(outcome) => hand::told(context, &session, "swap", outcome).after(&warned),
        Err(answer) => answer,
    }
}

/// Carries `transfer` out.
pub fn transfer(context: &Context, given: &[OsString], post: Option<&str>, reason: Option<&str>) -> Answer {
    let Some((dir, rest)) = words::split(given, 3, 0) else {
        return slipped(context, &words::Slip::Count, usage::TRANSFER);
    };
    let (mut session, warned) = match context.open(&dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let outcome: Result<Result<Done, ActError>, Answer> = (|| {
        let mut shifts: Vec<ShiftIx> = Vec::new();
        for id in &rest[1..] {
            match hand::shift(context, &session, id, usage::TRANSFER)? {
                Ok(shift) => shifts.push(shift),
                Err(closed) => return Ok(Err(closed)),
            }
        }
        let member = context.member_by_name(&session, &rest[0], Some(shifts[0]))?;
        let post = post.map(|word| duty(context, &session, word)).transpose()?;
        Ok(session.transfer(member, shifts[0], shifts[1], post, told(reason)))
    })();
    match outcome {
        Ok(outcome) => hand::told(context, &session, "transfer", outcome).after(&warned),
        Err(answer) => answer,
    }
}

/// What `close` is asked.
pub struct Asked<'a> {
    /// From when.
    pub from: Option<&'a str>,
    /// Until when.
    pub until: Option<&'a str>,
    /// Why.
    pub reason: Option<&'a str>,
}

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    action: &'static str,
    summary: String,
    changes: Vec<ChangeRow<'a>>,
    moved: Vec<Moved<'a>>,
    freed: Vec<Freed<'a>>,
    /// How the edit was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    held: Option<HeldRow<'a>>,
}

#[derive(Serialize)]
struct Moved<'a> {
    member: &'a str,
    from: &'a str,
    to: &'a str,
}

#[derive(Serialize)]
struct Freed<'a> {
    member: &'a str,
    shift: &'a str,
    /// The rules that keep the member off the backup's shifts; none: there is none at that time.
    rules: Vec<&'static str>,
}

/// Carries `close` out.
pub fn close(context: &Context, given: &[OsString], asked: &Asked<'_>) -> Answer {
    with_site(context, given, usage::CLOSE, |session, id| {
        let Some(site) = context.site(session, Some(id))? else { return Ok(Answer::default()) };
        let from = context.when_at(session, site, asked.from)?.unwrap_or_else(|| session.now());
        let until = context.when_at(session, site, asked.until)?;
        if until.is_some_and(|until| until <= from) {
            return Err(context.misused(session, "record-close-backwards", &[]));
        }
        let answer = match session.close_site(site, from, until, told(asked.reason)) {
            Ok(closing) if closing.done.entry.is_some() => closed(context, session, &closing),
            Ok(closing) => hand::told(context, session, "close", Ok(closing.done)),
            Err(error) => hand::told(context, session, "close", Err(error)),
        };
        Ok(answer)
    })
}

/// Carries `reopen` out.
pub fn reopen(context: &Context, given: &[OsString]) -> Answer {
    with_site(context, given, usage::REOPEN, |session, id| {
        let Some(site) = context.site(session, Some(id))? else { return Ok(Answer::default()) };
        let outcome = session.reopen_site(site);
        Ok(hand::told(context, session, "reopen", outcome))
    })
}

fn with_site(
    context: &Context,
    given: &[OsString],
    usage: &str,
    act: impl FnOnce(&mut Session, &str) -> Result<Answer, Answer>,
) -> Answer {
    let Some((dir, rest)) = words::split(given, 1, 0) else {
        return slipped(context, &words::Slip::Count, usage);
    };
    let (mut session, warned) = match context.open(&dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    act(&mut session, &rest[0]).map_or_else(|answer| answer, |answer| answer.after(&warned))
}

fn closed(context: &Context, session: &Session, closing: &Closing) -> Answer {
    let (speech, ground) = (context.speech_of(session), &session.ground);
    let summary = closing.done.entry.as_ref().map_or_else(String::new, |entry| said::summary(speech, entry));
    if context.json {
        let moved = closing.moved.iter().map(|(member, from, to)| Moved { member, from, to }).collect();
        let freed = closing.unmoved.iter().map(|each| Freed {
            member: &each.member,
            shift: &each.shift,
            rules: each.refusals.iter().map(|refusal| refusal.code().word()).collect(),
        });
        let document = Document {
            strike: &ground.strike.campaign.name,
            version: session.version,
            action: "close",
            summary,
            changes: ChangeRow::of(&closing.done.payload),
            moved,
            freed: freed.collect(),
            held: held::row(context, session),
        };
        return Answer::json(DONE, &document);
    }
    let version = speech.say("cli-version", &[("version", closing.done.version.to_string().into())]);
    let mut out = format!("{summary}\n{version}\n");
    if !closing.unmoved.is_empty() {
        let _ = writeln!(out, "{}", speech.say("close-free", &[("count", closing.unmoved.len().into())]));
    }
    for each in closing.unmoved.iter().take(SHOWN) {
        let _ = writeln!(out, "  {}", free(speech, session, each));
    }
    if closing.unmoved.len() > SHOWN {
        let more = [("count", (closing.unmoved.len() - SHOWN).into())];
        let _ = writeln!(out, "  {}", speech.say("cli-candidates-more", &more));
    }
    out += &held::lines(context, session);
    if !closing.unmoved.is_empty() && session.held().is_none() {
        let dir = [("dir", words::dir_again(&session.folder).into())];
        let _ = writeln!(out, "{}", speech.say("close-next", &dir));
    }
    Answer::new(DONE, out)
}

fn free(speech: Speech, session: &Session, each: &Unmoved) -> String {
    let ground = &session.ground;
    let known = ground.strike.lookup.members.get(&each.member);
    let who = known.map_or_else(|| visible(&each.member).into_owned(), |member| place::member(ground, *member));
    // The rules were asked on the strike as it was before; only words that need no other shift are said of it now.
    let why = match each.refusals.first() {
        None => speech.word("close-no-shift"),
        Some(first) => {
            use crate::rules::Refusal::{Overlap, Rest};
            let needs_shift = |each: &crate::rules::Refusal| {
                matches!(each, Overlap { .. } | Rest { .. } | crate::rules::Refusal::Daily { .. })
            };
            if needs_shift(first) {
                speech.word(&format!("cli-rule-{}", first.code().word()))
            } else {
                refusal(speech, ground, first)
            }
        }
    };
    format!("{who}, {}{}{why}", visible(&each.shift), colon(speech))
}
