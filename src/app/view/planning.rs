//! Asking for a plan, looking at what it would change, taking or leaving it.

use super::aside::let_go;
use super::choice::{Act, Choice};
use super::list::List;
use super::notice::Tone;
use super::place::Place;
use super::planner::{How, Job, News, Plan, What};
use super::prompt::{Pick, Prompt};
use super::{Desk, Message};
use crate::app::session::{ActError, SEED, Session};
use crate::engine::coverage::Filled;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A plan being worked out, or lying there to be looked at.
#[derive(Debug, Default)]
pub struct Planning {
    /// A job to be handed to the worker.
    job: Option<Job>,
    /// The job that runs: how many pieces are done, of how many, and how to call it off.
    pub running: Option<Running>,
    /// The plan to look at.
    pub plan: Option<Arc<Plan>>,
    /// It was worked out while one was busy elsewhere, and waits to be asked for.
    waits: bool,
    /// The cursor among its changes.
    pub list: List,
}

/// A job that runs.
#[derive(Debug)]
pub struct Running {
    /// The version it started from.
    version: u64,
    /// From which screen it was asked for.
    from: Place,
    /// Pieces done.
    pub done: usize,
    /// Pieces in all; 0: not known yet.
    pub of: usize,
    cancel: Arc<AtomicBool>,
}

/// A level of a plan beside the roster as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// The word in `speech`.
    pub word: &'static str,
    /// As it is.
    pub now: i64,
    /// As planned.
    pub planned: i64,
    /// What is asked.
    pub of: i64,
    /// What no roster can exceed.
    pub bound: i64,
}

impl Desk {
    /// The job to hand to the worker, if one was asked for since.
    pub fn take_job(&mut self) -> Option<Job> {
        self.planning.job.take()
    }

    /// Asks for a plan from now on; asked while one is worked out, calls that off.
    pub(super) fn plan(&mut self) {
        let waits = std::mem::take(&mut self.planning.waits);
        if self.calls_plan_off() {
            return;
        }
        if waits && self.planning.plan.as_ref().is_some_and(|plan| plan.version == self.session.version) {
            self.open(Place::Plan);
        } else {
            self.work_out(How::default());
        }
    }

    /// Asks how a plan is worked out; asked while one is, calls that off.
    pub(super) fn ask_plan(&mut self) {
        if !self.calls_plan_off() {
            self.pick(Pick::Plan);
        }
    }

    fn calls_plan_off(&mut self) -> bool {
        let Some(running) = self.planning.running.take() else { return false };
        running.cancel.store(true, Ordering::Relaxed);
        self.say("told-plan-called-off");
        true
    }

    /// From scratch or not.
    pub(super) fn plan_choices(&self) -> Vec<Choice> {
        let choice = |id: &str, from_scratch| Choice::new(self.speech.word(id), Act::Plan { from_scratch });
        vec![choice("plan-from-scratch", true), choice("plan-by-hand-stays", false)]
    }

    /// Works a plan out by the seed and within the time that were told.
    pub(super) fn plan_asked(&mut self, from_scratch: bool, asked: Option<Prompt>) {
        let told = |prompt: &Prompt| {
            let (seed, limit) = (prompt.text().trim(), prompt.told("time-limit"));
            let seed = if seed.is_empty() { Ok(SEED) } else { seed.parse() };
            let seconds = limit.map(|text| text.replace(',', ".").trim_end_matches(['s', ' ']).parse::<f64>());
            let limit = seconds.map(|seconds| Duration::try_from_secs_f64(seconds.ok()?).ok());
            (seed.ok(), limit)
        };
        match asked.as_ref().map(told) {
            Some((None, _)) => {
                self.ask_again(asked);
                self.not_done("told-no-seed", &[]);
            }
            Some((_, Some(None))) => {
                self.ask_again(asked);
                self.not_done("told-no-time-limit", &[]);
            }
            Some((Some(seed), limit)) => self.work_out(How { from_scratch, seed, limit: limit.flatten() }),
            None => self.work_out(How { from_scratch, ..How::default() }),
        }
    }

    fn work_out(&mut self, how: How) {
        let version = self.session.version;
        let cancel = Arc::new(AtomicBool::new(false));
        let from = self.place;
        self.planning.running = Some(Running { version, from, done: 0, of: 0, cancel: Arc::clone(&cancel) });
        self.planning.job = Some(Job { version, base: self.session.plan_start(), from: Some(self.now), how, cancel });
    }

    /// How far the plan is that is being worked out, and what calls it off, in words. Once every piece is done, what they
    /// left is looked over together, and nobody knows beforehand how long that takes.
    pub(super) fn planned(&self) -> Option<String> {
        let Running { done, of, .. } = self.planning.running.as_ref()?;
        let id = match (done, of) {
            (_, 0) => "screen-planning",
            (done, of) if done < of => "screen-planning-pieces",
            _ => "screen-planning-last",
        };
        Some(self.sentence(id, &[("done", (*done).into()), ("of", (*of).into())]))
    }

    /// Takes news of the worker. News of a job that nobody waits for any more is dropped.
    pub(super) fn hear(&mut self, news: News) {
        if self.planning.running.as_ref().is_none_or(|running| running.version != news.version) {
            let_go(news);
            return;
        }
        match news.what {
            What::Progress(done, of) => {
                if let Some(running) = &mut self.planning.running {
                    (running.done, running.of) = (done, of);
                }
                return;
            }
            What::Done(plan) if news.version != self.session.version => {
                let_go(plan);
                self.say("told-plan-stale");
            }
            What::Done(plan) if plan.is_empty() && plan.stopped_early => self.say("told-plan-stopped"),
            What::Done(plan) if plan.is_empty() => self.say("told-plan-same"),
            What::Done(plan) => {
                if let Some(before) = self.planning.plan.replace(Arc::from(plan)) {
                    let_go(before);
                }
                self.planning.list = List::default();
                // Nobody is torn from what one has turned to meanwhile.
                let is_elsewhere =
                    self.prompt.is_some() || self.planning.running.as_ref().is_some_and(|each| each.from != self.place);
                self.planning.waits = is_elsewhere;
                if is_elsewhere {
                    self.say("told-plan-waits");
                } else {
                    self.notice = None;
                    self.open(Place::Plan);
                }
            }
            What::Cancelled => {}
            What::Failed(detail) => {
                let text = self.speech.say("told-plan-failed", &[("detail", detail.into())]);
                self.tell(Tone::Failed, text);
            }
        }
        self.planning.running = None;
    }

    /// Makes the plan looked at the roster.
    pub(super) fn accept_plan(&mut self) {
        let Some(plan) = self.planning.plan.clone() else { return };
        let takes_long = Session::takes_long(plan.len());
        let accept = move |session: &mut Session| {
            let particulars = serde_json::json!({ "seed": plan.how.seed, "gaps": plan.outcome.gaps });
            // Of half a million changes only the entry is wanted here.
            session.accept_plan(&plan.base, &plan.outcome.roster, &particulars).map(|done| done.entry)
        };
        self.carry_out(takes_long, "busy-taking-plan", accept, |desk, done| match done {
            Ok(entry) => {
                desk.leave_plan();
                desk.tell_noted(entry.as_ref());
            }
            Err(error) => {
                if matches!(error, ActError::Overtaken(_)) {
                    desk.leave_plan();
                }
                desk.refused(None, &error);
            }
        });
    }

    /// Forgets the plan looked at.
    fn leave_plan(&mut self) {
        let_go(self.planning.plan.take());
        self.trail.retain(|place| *place != Place::Plan);
        if self.place == Place::Plan {
            self.back();
        }
    }

    /// What the plan looked at would change, in a sentence.
    pub fn plan_would(&self) -> Option<String> {
        let plan = self.planning.plan.as_ref()?;
        let values = [
            ("changes", plan.len().into()),
            ("came", plan.kinds.came.into()),
            ("went", plan.kinds.went.into()),
            ("altered", plan.kinds.altered.into()),
        ];
        Some(self.speech.say("screen-plan-would", &values))
    }

    /// The levels of the plan beside the roster as it is.
    pub fn levels_beside(&self) -> Vec<Beside> {
        let Some(plan) = &self.planning.plan else { return Vec::new() };
        let scores = &plan.outcome.scores;
        let now = &self.session.coverage.totals().planned;
        let hours = Filled { filled: self.session.coverage.hours_filled(), of: scores.hours.of };
        [
            ("level-captain", now.captain, scores.captain),
            ("level-skill", now.skill, scores.skill),
            ("level-minimum", now.minimum, scores.minimum),
            ("level-target", now.target, scores.target),
            ("level-hours", hours, scores.hours),
        ]
        .into_iter()
        .filter(|(_, _, score)| score.of > 0)
        .map(|(word, now, score)| Beside {
            word,
            now: now.filled,
            planned: score.filled,
            of: score.of,
            bound: score.bound,
        })
        .collect()
    }
}

impl From<News> for Message {
    fn from(news: News) -> Self {
        Self::News(news)
    }
}
