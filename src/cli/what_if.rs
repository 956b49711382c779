//! `what-if`: the strike as it would be, beside the strike as it stands.

use super::answer::{Answer, DONE, NO, Reply};
use super::context::Context;
use super::list::aligned;
use super::{acted, branches};
use crate::app::said;
use crate::app::session::{Measure, Opened, SEED, Session, WhatIf, is_name};
use crate::engine::plan::Options;
use crate::engine::suppose::Supposition;
use crate::engine::threads;
use crate::model::site::SiteKind;
use crate::model::{Instant, SiteIx, Strike};
use crate::speech::Speech;
use crate::store::record::Branch;
use clap::Args;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Instant as Stopwatch;

/// What `what-if` is asked.
#[derive(Debug, Args)]
pub struct WhatIfArgs {
    /// The strike's folder
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Close these places: a site's id, a kind of site, or `region N`
    #[arg(long, value_name = "PLACE")]
    pub close: Vec<String>,
    /// Bring these places out in what is left of every rotating phase: a site's id, a kind of site, or `region N`
    #[arg(long, value_name = "PLACE")]
    pub out: Vec<String>,
    /// Everybody out from this instant on, whatever the phases say
    #[arg(long, value_name = "WHEN")]
    pub full: Option<String>,
    /// So many heads more (or fewer: -1) as the minimum of every line
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub minimum: Option<i32>,
    /// So many heads more (or fewer) as the target of every line
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub target: Option<i32>,
    /// A reach of at least so many kilometres for everyone
    #[arg(long, value_name = "KM")]
    pub reach: Option<f64>,
    /// Another essential services agreement
    #[arg(long, value_name = "FILE")]
    pub essential: Option<PathBuf>,
    /// Places close and come out at this instant, and shifts that began before it stay as they are [default: now]
    #[arg(long, value_name = "WHEN")]
    pub from: Option<String>,
    /// Chooses among plans that are equally good
    #[arg(long, value_name = "N", default_value_t = SEED)]
    pub seed: u64,
    /// Keep what is supposed as a branch of this name, in the record; one of the same name goes
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// The branches that are kept, side by side with what stands now
    #[arg(long, conflicts_with_all = SUPPOSED)]
    pub list: bool,
    /// Make what this branch supposes so, and its plan the roster, as one action
    #[arg(long, value_name = "NAME", conflicts_with_all = SUPPOSED)]
    pub keep: Option<String>,
    /// Drop this branch
    #[arg(long, value_name = "NAME", conflicts_with_all = SUPPOSED)]
    pub drop: Option<String>,
}

/// What supposes something.
const SUPPOSED: [&str; 8] = ["close", "out", "full", "minimum", "target", "reach", "essential", "name"];

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    seconds: f64,
    now: Row,
    then: Row,
    /// Assignments of now whose shift would not exist.
    lost: usize,
    /// People who would be told something new.
    told: usize,
}

/// The numbers of one strike, as documents list them.
#[derive(Serialize)]
pub struct Row {
    shifts: u32,
    assignments: u32,
    gaps: u32,
    captain: Level,
    skill: Level,
    minimum: Level,
    target: Level,
    hours: f64,
}

#[derive(Serialize)]
struct Level {
    filled: i64,
    of: i64,
}

impl Row {
    /// The row of `measure`.
    pub fn new(measure: &Measure) -> Self {
        let [captain, skill, minimum, target] =
            measure.levels().map(|level| Level { filled: level.filled, of: level.of });
        let totals = &measure.totals;
        Self {
            shifts: totals.shifts,
            assignments: totals.assignments,
            gaps: totals.gaps(),
            captain,
            skill,
            minimum,
            target,
            hours: measure.hours as f64 / 60.0,
        }
    }
}

/// Carries `what-if` out.
pub fn what_if(context: &Context, args: &WhatIfArgs) -> Reply {
    let mut session = context.open(&args.dir)?;
    if args.list {
        return branches::list(context, &session, args.seed);
    }
    if let Some(name) = &args.keep {
        return Ok(branches::keep(context, &mut session, name, args.seed));
    }
    if let Some(name) = &args.drop {
        return Ok(branches::drop(context, &mut session, name));
    }
    if args.name.as_deref().is_some_and(|name| !is_name(name)) {
        return Err(context.misused("cli-what-if-name", &[]));
    }
    let (what, from) = supposed(context, &session, args)?;
    let read = agreement(context, &session, args)?;
    if what.is_empty() && read.is_none() {
        return Err(context.misused("cli-what-if-nothing", &[]));
    }
    let clock = Stopwatch::now();
    // Nothing cancels here.
    let Ok(found) = session.what_if(read, &what, &options(args.seed, from)) else { return Ok(Answer::default()) };
    let seconds = clock.elapsed().as_secs_f64();
    if let Some(name) = &args.name {
        let branch = branch(context, &session, args, name, &what)?;
        if let Err(error) = session.keep_branch(&branch) {
            return Err(acted::told(context, &session, "branch", Err(error)));
        }
    }
    Ok(told(context, &session, args, &found, seconds))
}

/// How what is supposed is planned: what began before `from` stays as it is.
pub fn options(seed: u64, from: Instant) -> Options<'static> {
    Options { seed, from: Some(from), threads: threads::all(), ..Options::default() }
}

/// What is supposed, as the record keeps it.
fn branch(
    context: &Context,
    session: &Session,
    args: &WhatIfArgs,
    name: &str,
    what: &[Supposition],
) -> Result<Branch, Answer> {
    let mut branch = Branch {
        name: name.to_owned(),
        minimum: args.minimum,
        target: args.target,
        reach: args.reach.map(|km| (km * 1000.0).round() as u32),
        ..Branch::default()
    };
    let ids = |sites: &[SiteIx]| sites.iter().map(|site| session.ground.strike.site(*site).id.clone()).collect();
    for each in what {
        match each {
            Supposition::Closed { sites, .. } => branch.close = ids(sites),
            Supposition::Out { sites, .. } => branch.out = ids(sites),
            Supposition::Full { from } => branch.full = Some(from.0),
            _ => {}
        }
    }
    branch.from = context.when(session, args.from.as_deref())?.map(|from| from.0);
    if let Some(file) = &args.essential {
        branch.essential =
            Some(std::path::absolute(file).unwrap_or_else(|_| file.clone()).to_string_lossy().into_owned());
    }
    Ok(branch)
}

/// What the options suppose, in the order of the help; and from when.
fn supposed(context: &Context, session: &Session, args: &WhatIfArgs) -> Result<(Vec<Supposition>, Instant), Answer> {
    let from = context.when(session, args.from.as_deref())?.unwrap_or_else(|| session.now());
    let mut what = Vec::new();
    let all = |texts: &[String]| -> Result<Vec<SiteIx>, Answer> {
        let mut sites = Vec::new();
        for text in texts {
            sites.extend(places(context, session, text)?);
        }
        Ok(sites)
    };
    let (close, out) = (all(&args.close)?, all(&args.out)?);
    what.extend((!close.is_empty()).then_some(Supposition::Closed { sites: close, from }));
    what.extend((!out.is_empty()).then_some(Supposition::Out { sites: out, from }));
    what.extend(context.when(session, args.full.as_deref())?.map(|from| Supposition::Full { from }));
    what.extend(args.minimum.map(|by| Supposition::Minimum { by }));
    what.extend(args.target.map(|by| Supposition::Target { by }));
    if let Some(km) = args.reach {
        if !(km.is_finite() && km >= 0.0) {
            return Err(context.misused("cli-what-if-reach", &[]));
        }
        what.push(Supposition::Reach { km });
    }
    Ok((what, from))
}

/// The sites meant by a site's id, a kind, or `region N`.
fn places(context: &Context, session: &Session, text: &str) -> Result<Vec<SiteIx>, Answer> {
    let strike = &session.ground.strike;
    if let Some(&site) = strike.lookup.sites.get(text) {
        return Ok(vec![site]);
    }
    let kind = SiteKind::WORDS.iter().find(|(word, _)| *word == text).map(|(_, kind)| *kind);
    let region = text.strip_prefix("region ").and_then(|number| number.trim().parse::<u32>().ok());
    let sites =
        strike.sites.iter().enumerate().filter(|(_, site)| {
            kind.is_some_and(|kind| site.kind == kind) || region.is_some() && site.region == region
        });
    let sites: Vec<SiteIx> = sites.map(|(ix, _)| SiteIx::new(ix)).collect();
    if sites.is_empty() && (kind.is_some() || region.is_some()) {
        return Err(context.misused("cli-no-place.none", &[("id", text.into())]));
    }
    if sites.is_empty() {
        let kinds = SiteKind::WORDS.iter().map(|(word, _)| *word);
        let known = strike.sites.iter().map(|site| site.id.as_str()).chain(kinds);
        return Err(context.unknown("cli-no-place", text, known));
    }
    Ok(sites)
}

/// The strike with the agreement that is supposed.
fn agreement(context: &Context, session: &Session, args: &WhatIfArgs) -> Result<Option<Strike>, Answer> {
    let Some(file) = &args.essential else { return Ok(None) };
    let reading = session.with_agreement(file);
    if let Some(strike) = reading.strike {
        return Ok(Some(strike));
    }
    let opened = Opened { session: None, name: reading.name, problems: reading.problems, sources: reading.sources };
    Err(context.unusable(&opened))
}

fn told(context: &Context, session: &Session, args: &WhatIfArgs, found: &WhatIf, seconds: f64) -> Answer {
    let status = if found.then.totals.gaps() > found.now.totals.gaps() { NO } else { DONE };
    if context.json {
        let document = Document {
            strike: &session.ground.strike.campaign.name,
            version: session.version,
            seconds: (seconds * 1000.0).round() / 1000.0,
            now: Row::new(&found.now),
            then: Row::new(&found.then),
            lost: found.lost,
            told: found.told,
        };
        return Answer::json(status, &document);
    }
    let speech = context.speech();
    let mut out = table(speech, found);
    let _ = writeln!(out, "{}", said::people(speech, found));
    if let Some(name) = &args.name {
        let _ = writeln!(out, "{}", speech.say("cli-what-if-named", &[("name", name.into())]));
        return Answer::new(status, out);
    }
    let _ = writeln!(out, "{}", speech.word("cli-what-if-dropped"));
    for (given, id) in [
        (!args.close.is_empty(), "cli-what-if-keep-close"),
        (!args.out.is_empty() || args.full.is_some(), "cli-what-if-keep-out"),
        (args.minimum.is_some() || args.target.is_some(), "cli-what-if-keep-numbers"),
        (args.reach.is_some(), "cli-what-if-keep-reach"),
        (args.essential.is_some(), "cli-what-if-keep-essential"),
    ] {
        if given {
            let _ = writeln!(out, "  {}", speech.word(id));
        }
    }
    Answer::new(status, out)
}

/// The two side by side, and the difference.
fn table(speech: Speech, found: &WhatIf) -> String {
    let heading = ["cli-level", "cli-what-if-now", "cli-what-if-then", "cli-what-if-more"].map(|id| speech.word(id));
    let mut rows = vec![heading];
    rows.extend(said::beside(speech, found));
    aligned(&rows).join("\n") + "\n"
}
