//! `swap`, `transfer`, `close`, `reopen`: people who change places.

use super::acted::{self, ChangeRow};
use super::answer::{Answer, DONE, Reply};
use super::args::told;
use super::context::Context;
use super::hand::{self, duty};
use super::held::{self, HeldRow};
use super::{list, usage, words};
use crate::app::said;
use crate::app::session::{Closing, Session, Unmoved};
use crate::rules::Refusal;
use crate::speech::Speech;
use crate::speech::place;
use crate::speech::refusal::refusal;
use crate::speech::visible::visible;
use clap::Args;
use serde::Serialize;
use std::ffi::OsString;
use std::fmt::Write as _;

/// Who may not be moved is listed up to so many; the rest is counted.
const SHOWN: usize = 20;

/// Carries `swap` out.
pub fn swap(context: &Context, given: &[OsString], reason: Option<&str>) -> Reply {
    let (dir, rest) = context.words_with_shift(given, 4, 0, usage::SWAP)?;
    let mut session = context.open(&dir)?;
    let place = |[shift, member]: [&str; 2]| {
        let shift = hand::shift(context, &session, shift, usage::SWAP, "swap")?;
        Ok((shift, context.member_by_name(&session, member, Some(shift))?))
    };
    let (one, other) = (place([&rest[0], &rest[1]])?, place([&rest[2], &rest[3]])?);
    let outcome = session.swap(one, other, told(reason));
    Ok(acted::told(context, &session, "swap", outcome))
}

/// Carries `transfer` out.
pub fn transfer(context: &Context, given: &[OsString], post: Option<&str>, reason: Option<&str>) -> Reply {
    let (dir, rest) = context.words(given, 3, 0, usage::TRANSFER)?;
    let mut session = context.open(&dir)?;
    let shift = |id: &str| hand::shift(context, &session, id, usage::TRANSFER, "transfer");
    let (from, to) = (shift(&rest[1])?, shift(&rest[2])?);
    let member = context.member_by_name(&session, &rest[0], Some(from))?;
    let post = post.map(|word| duty(context, &session, word)).transpose()?;
    let outcome = session.transfer(member, from, to, post, told(reason));
    Ok(acted::told(context, &session, "transfer", outcome))
}

/// What `close` is asked.
#[derive(Debug, Args)]
pub struct CloseArgs {
    /// The words
    #[arg(hide = true)]
    words: Vec<OsString>,
    /// From this instant on [default: now]
    #[arg(long, value_name = "WHEN")]
    from: Option<String>,
    /// Until this instant [default: for good]
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    /// Why; it is kept and told to those who ask for the site's shifts
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
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
pub fn close(context: &Context, args: &CloseArgs) -> Reply {
    let (dir, rest) = context.words(&args.words, 1, 0, usage::CLOSE)?;
    let mut session = context.open(&dir)?;
    let site = context.the_site(&session, &rest[0])?;
    let from = context.when_at(&session, site, args.from.as_deref())?.unwrap_or_else(|| session.now());
    let until = context.when_at(&session, site, args.until.as_deref())?;
    if until.is_some_and(|until| until <= from) {
        return Err(context.misused("record-close-backwards", &[]));
    }
    Ok(match session.close_site(site, from, until, told(args.reason.as_deref())) {
        Ok(closing) if closing.done.entry.is_some() => closed(context, &session, &closing),
        outcome => acted::told(context, &session, "close", outcome.map(|closing| closing.done)),
    })
}

/// Carries `reopen` out.
pub fn reopen(context: &Context, given: &[OsString]) -> Reply {
    let (dir, rest) = context.words(given, 1, 0, usage::REOPEN)?;
    let mut session = context.open(&dir)?;
    let site = context.the_site(&session, &rest[0])?;
    let outcome = session.reopen_site(site);
    Ok(acted::told(context, &session, "reopen", outcome))
}

fn closed(context: &Context, session: &Session, closing: &Closing) -> Answer {
    let (speech, ground) = (context.speech(), &session.ground);
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
    let version = acted::version(speech, closing.done.version);
    let mut out = format!("{summary}\n{version}\n");
    if !closing.unmoved.is_empty() {
        let _ = writeln!(out, "{}", speech.say("close-free", &[("count", closing.unmoved.len().into())]));
    }
    out += &list::first(speech, "  ", SHOWN, closing.unmoved.iter().map(|each| free(speech, session, each)));
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
        Some(first @ (Refusal::Overlap { .. } | Refusal::Rest { .. } | Refusal::Daily { .. })) => {
            speech.word(&format!("cli-rule-{}", first.code().word()))
        }
        Some(first) => refusal(speech, ground, first),
    };
    speech.of(&format!("{who}, {}", each.shift), &why)
}
