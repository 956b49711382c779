//! `plan`: fills the roster and tells what it reached.

use super::answer::{Answer, DONE, FAILED, Reply, paint};
use super::context::Context;
use super::list::aligned;
use super::{gaps, words};
use crate::app::said;
use crate::app::session::{ActError, Base, SEED, Session};
use crate::engine::coverage::Coverage;
use crate::engine::gaps::{Filter, gaps as find_gaps};
use crate::engine::plan::{Cancelled, Options, Outcome, Score, plan as work_out};
use crate::engine::threads;
use crate::model::Instant;
use crate::speech::Speech;
use crate::speech::number::{decimal, whole};
use clap::Args;
use serde::{Serialize, Serializer};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant as Stopwatch};

/// What `plan` is asked.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// The strike's folder
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Chooses among rosters that are equally good
    #[arg(long, value_name = "N", default_value_t = SEED)]
    pub seed: u64,
    /// Leave shifts that began before this as they are (an instant, or `now`)
    #[arg(long, value_name = "WHEN")]
    pub from: Option<String>,
    /// Plan anew what was assigned by hand too; pins stay
    #[arg(long)]
    pub from_scratch: bool,
    /// Show what would change; store nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Give up improving after so many seconds
    #[arg(long, value_name = "S")]
    pub time_limit: Option<f64>,
}

/// How often a plan is worked out anew because someone else changed the roster meanwhile.
const TRIES: usize = 3;

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    seed: u64,
    seconds: f64,
    assignments: usize,
    changes: usize,
    levels: Levels,
    gaps: usize,
    /// The time limit ended the search: a longer one may reach more.
    stopped_early: bool,
}

#[derive(Serialize)]
struct Levels {
    captain: Level,
    skill: Level,
    minimum: Level,
    target: Level,
    hours: Level,
}

#[derive(Serialize)]
struct Level {
    filled: Amount,
    of: Amount,
    bound: Amount,
}

/// A count, or a decimal number of hours.
enum Amount {
    Count(i64),
    Minutes(i64),
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Count(count) => to.serialize_i64(*count),
            // A whole number of hours is written as one, so that it reads like the other levels.
            Self::Minutes(minutes) if minutes % 60 == 0 => to.serialize_i64(minutes / 60),
            Self::Minutes(minutes) => to.serialize_f64(*minutes as f64 / 60.0),
        }
    }
}

impl Level {
    fn new(score: Score, of: fn(i64) -> Amount) -> Self {
        Self { filled: of(score.filled), of: of(score.of), bound: of(score.bound) }
    }
}

struct Planned {
    outcome: Outcome,
    base: Base,
    seconds: f64,
    /// The time limit ended it.
    stopped: bool,
}

/// Carries `plan` out.
pub fn plan(context: &Context, args: &PlanArgs) -> Reply {
    let Ok(limit) = args.time_limit.map(Duration::try_from_secs_f64).transpose() else {
        return Err(context.misused("cli-bad-limit", &[]));
    };
    let mut session = context.open(&args.dir)?;
    let from = context.when(&session, args.from.as_deref())?;
    for _ in 0..TRIES {
        let Some(planned) = work(&session, args, from, limit) else {
            return Err(unexpected(&Cancelled));
        };
        let changes = session.preview(&planned.outcome.roster).len() + session.stranded.len();
        if args.dry_run {
            return Ok(told(context, &session, args, &planned, changes));
        }
        let particulars = serde_json::json!({ "seed": args.seed, "gaps": planned.outcome.gaps });
        match session.accept_plan(&planned.base, &planned.outcome.roster, &particulars) {
            Ok(_) => return Ok(told(context, &session, args, &planned, changes)),
            // The record has told what others did, so the next try starts from there.
            Err(ActError::Overtaken(_)) => {}
            Err(ActError::Record(error)) => return Err(context.failed(&error)),
            Err(error) => return Err(unexpected(&error)),
        }
    }
    let speech = context.speech();
    let last = session.history().ok().and_then(|(entries, _)| entries.into_iter().last());
    let said =
        last.map_or(String::new(), |entry| said::no(speech, &session.ground, &ActError::Overtaken(Box::new(entry))));
    Err(context.complaint(FAILED, &said))
}

fn work(session: &Session, args: &PlanArgs, from: Option<Instant>, limit: Option<Duration>) -> Option<Planned> {
    let base = session.plan_base(from);
    let clock = Stopwatch::now();
    let stopped = AtomicBool::new(false);
    let enough = || {
        let is_over = limit.is_some_and(|limit| clock.elapsed() >= limit);
        if is_over {
            stopped.store(true, Ordering::Relaxed);
        }
        is_over
    };
    let options = Options {
        seed: args.seed,
        from,
        from_scratch: args.from_scratch,
        threads: threads::all(),
        enough: &enough,
        ..Options::default()
    };
    // Nothing cancels here: whoever wants the program gone ends it, and the record bears that.
    let outcome = work_out(&base.ground, &base.roster, base.published.as_ref(), &options).ok()?;
    let seconds = clock.elapsed().as_secs_f64();
    Some(Planned { outcome, base, seconds, stopped: stopped.into_inner() })
}

fn told(context: &Context, session: &Session, args: &PlanArgs, planned: &Planned, changes: usize) -> Answer {
    let (outcome, scores) = (&planned.outcome, &planned.outcome.scores);
    let strike = session.ground.strike.campaign.name.as_str();
    let seconds = (planned.seconds * 1000.0).round() / 1000.0;
    if context.json {
        let document = Document {
            strike,
            version: session.version,
            seed: args.seed,
            seconds,
            assignments: outcome.roster.len(),
            changes,
            levels: Levels {
                captain: Level::new(scores.captain, Amount::Count),
                skill: Level::new(scores.skill, Amount::Count),
                minimum: Level::new(scores.minimum, Amount::Count),
                target: Level::new(scores.target, Amount::Count),
                hours: Level::new(scores.hours, Amount::Minutes),
            },
            gaps: outcome.gaps,
            stopped_early: planned.stopped,
        };
        return Answer::json(DONE, &document);
    }
    let speech = context.speech();
    let language = speech.language();
    let head = if args.dry_run { "cli-plan-dry" } else { "cli-planned" };
    let mut out = speech.say(
        head,
        &[
            ("assignments", outcome.roster.len().into()),
            ("changes", changes.into()),
            ("version", session.version.to_string().into()),
            ("seconds", decimal(planned.seconds, 2, language).into()),
        ],
    );
    out.push('\n');
    if let Some(limit) = args.time_limit.filter(|_| planned.stopped) {
        let id = if changes == 0 { "cli-plan-stopped.nothing" } else { "cli-plan-stopped" };
        let said = speech.say(id, &[("limit", decimal(limit, 2, language).into())]);
        let _ = writeln!(out, "{}", paint(context.style.out, "1;33", &said));
    }
    out += &table(speech, context.style.out, scores.in_order());
    let ground = &session.ground;
    let found = find_gaps(ground, &Coverage::count(ground, &outcome.roster), Filter::default());
    let sgr = if found.is_empty() { "32" } else { "1;33" };
    let sum = gaps::sum(speech, &found, ground.timetable.len());
    let _ = writeln!(out, "{}", paint(context.style.out, sgr, &sum));
    if !args.dry_run {
        let dir = [("dir", words::dir_again(&args.dir).into())];
        if !found.is_empty() {
            let _ = writeln!(out, "{}", speech.say("cli-plan-next-gaps", &dir));
        } else if !session.is_told() {
            let _ = writeln!(out, "{}", speech.say("cli-plan-next-publish", &dir));
        }
    }
    Answer::new(DONE, out)
}

/// What nothing here brings about: nobody cancels, and a plan is refused only when it is overtaken.
fn unexpected(error: &dyn std::error::Error) -> Answer {
    Answer::complaint(FAILED, format!("{error}\n"))
}

/// The five levels: reached, asked, what no roster can exceed, and what that means.
fn table(speech: Speech, colour: bool, scores: [Score; 5]) -> String {
    let names = ["captain", "skill", "minimum", "target", "hours"];
    let heading = ["cli-level", "cli-level-filled", "cli-level-of", "cli-level-bound"].map(|id| speech.word(id));
    let (mut rows, mut said) = (vec![heading], vec![String::new()]);
    for (at, (name, score)) in names.iter().zip(scores).enumerate() {
        let amount = |number: i64| match at {
            4 => decimal(number as f64 / 60.0, 1, speech.language()),
            _ => whole(number, speech.language()),
        };
        let [filled, of, bound] = [score.filled, score.of, score.bound].map(amount);
        said.push(if score.filled >= score.of {
            speech.word("cli-level-all")
        } else if score.filled >= score.bound {
            speech.word("cli-level-best")
        } else {
            speech.say("cli-level-more", &[("more", amount(score.bound - score.filled).into())])
        });
        rows.push([speech.word(&format!("cli-level-{name}")), filled, of, bound]);
    }
    let mut out = String::new();
    for (at, (row, said)) in aligned(&rows).iter().zip(said).enumerate() {
        let line = format!("{row}  {said}");
        let _ = writeln!(out, "{}", paint(colour && at == 0, "2", line.trim_end()));
    }
    out
}
