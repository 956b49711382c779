//! What if: something is supposed, the strike is planned as it would be, away from the screen, and put beside the strike as it
//! stands. Nothing of it is written; what can be kept with a key is offered.

use super::Desk;
use super::choice::{Act, Choice};
use super::fold::fold;
use super::prompt::Pick;
use super::score::Words;
use crate::app::said;
use crate::app::session::{SEED, Session, WhatIf};
use crate::engine::plan::Options;
use crate::engine::suppose::Supposition;
use crate::model::SiteIx;
use crate::model::campaign::Mode;
use crate::model::site::SiteKind;

/// Heads more on every line, as they are offered.
const MORE: i32 = 2;
/// How much further people are sent, as it is offered.
const FURTHER: f64 = 2.0;

/// What was last supposed, and what would come of it.
#[derive(Debug)]
pub(super) struct Supposed {
    /// What.
    pub what: Supposition,
    pub(super) name: String,
    found: WhatIf,
    /// It came while something was being typed, and waits to be asked for.
    waits: bool,
}

impl Desk {
    /// What can be supposed here, of which the words typed are found: about the site under the cursor first, then about all,
    /// then about each kind of site.
    ///
    /// A number among the words is how many heads more, or fewer, on every line: `minimum 3`, `target -1`.
    pub(super) fn what_if_choices(&self, typed: &str) -> Vec<Choice> {
        let (strike, speech, from) = (&self.ground().strike, self.speech, self.now);
        let (by, typed) = number_in(typed);
        let (typed, heads) = (typed.as_str(), by.unwrap_or(MORE));
        let mut all: Vec<(String, Supposition)> = Vec::new();
        let site = self.chosen_site();
        let first = site.map(|site| strike.site(site).kind);
        if let Some(site) = site {
            let name = [("site", self.words().site(site).into())];
            all.push((speech.say("what-if-close", &name), Supposition::Closed { sites: vec![site], from }));
        }
        all.extend(first.into_iter().flat_map(|kind| self.suppose_kind(kind)));
        if strike.phases.iter().any(|phase| phase.mode != Mode::Full && phase.until.is_none_or(|until| until > from)) {
            all.push((speech.word("what-if-full"), Supposition::Full { from }));
        }
        let more = [("more", heads.abs().into())];
        let (minimum, target) = if heads < 0 {
            ("what-if-minimum-less", "what-if-target-less")
        } else {
            ("what-if-minimum", "what-if-target")
        };
        all.push((speech.say(minimum, &more), Supposition::Minimum { by: heads }));
        all.push((speech.say(target, &more), Supposition::Target { by: heads }));
        let km = strike.rules.reach_km * FURTHER;
        let reach = [("km", crate::speech::number::decimal(km, 0, speech.language()).into())];
        all.push((speech.say("what-if-reach", &reach), Supposition::Reach { km }));
        let mut kinds: Vec<SiteKind> = strike.sites.iter().map(|site| site.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let others = kinds.into_iter().filter(|kind| Some(*kind) != first);
        all.extend(others.flat_map(|kind| self.suppose_kind(kind)));
        // With a number given, it is about that.
        if by.is_some() {
            all.retain(|(_, what)| matches!(what, Supposition::Minimum { .. } | Supposition::Target { .. }));
        }
        let query = Words::new(typed);
        all.retain(|(text, _)| query.is_empty() || query.score(&fold(text)).is_some());
        let mut choices: Vec<Choice> =
            all.into_iter().map(|(text, what)| Choice::new(text, Act::Suppose(what))).collect();
        let show = speech.word("branches-show");
        if self.has_branches() && (query.is_empty() || query.score(&fold(&show)).is_some()) {
            choices.push(Choice::new(show, Act::Branches));
        }
        choices
    }

    /// That every site of a kind were closed; in a rotating strike also that all of them were out.
    fn suppose_kind(&self, kind: SiteKind) -> Vec<(String, Supposition)> {
        let strike = &self.ground().strike;
        let alike = strike.sites.iter().enumerate().filter(|(_, other)| other.kind == kind);
        let sites: Vec<SiteIx> = alike.map(|(ix, _)| SiteIx::new(ix)).collect();
        let values = [("count", sites.len().into()), ("kind", self.words().kind(kind).into())];
        let mut all = Vec::new();
        if strike.phases.iter().any(|phase| phase.mode == Mode::Rotating) {
            all.push((self.speech.say("what-if-out-kind", &values), Supposition::Out { sites: sites.clone() }));
        }
        if sites.len() > 1 {
            all.push((self.speech.say("what-if-close-kind", &values), Supposition::Closed { sites, from: self.now }));
        }
        all
    }

    /// Plans it, and shows what came of it when it is done.
    pub(super) fn suppose(&mut self, what: Supposition) {
        let is_it = |choice: &Choice| choice.act == Act::Suppose(what.clone());
        let typed = match what {
            Supposition::Minimum { by } | Supposition::Target { by } => by.to_string(),
            _ => String::new(),
        };
        let name = self.what_if_choices(&typed).into_iter().find(is_it).map(|choice| choice.text).unwrap_or_default();
        let (from, supposed) = (self.now, what.clone());
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let plan = move |session: &mut Session| {
            let options = Options { seed: SEED, from: Some(from), threads, ..Options::default() };
            session.what_if(None, std::slice::from_ref(&supposed), &options).ok()
        };
        self.carry_out(true, "busy-what-if", plan, move |desk, found| {
            let Some(found) = found else { return };
            let waits = desk.prompt.is_some();
            desk.supposed = Some(Supposed { what, name, found, waits });
            if waits {
                // What is being typed meanwhile is not torn away.
                desk.say("told-what-if-waits");
            } else {
                desk.pick(Pick::Supposed);
            }
        });
    }

    /// Asks what is to be supposed; or shows what came of it, where that waits to be asked for.
    pub(super) fn ask_what_if(&mut self) {
        let waits = self.supposed.as_mut().is_some_and(|supposed| std::mem::take(&mut supposed.waits));
        self.pick(if waits { Pick::Supposed } else { Pick::WhatIf });
    }

    /// What was last supposed, in words.
    pub fn supposed_name(&self) -> &str {
        self.supposed.as_ref().map_or("", |supposed| &supposed.name)
    }

    /// The two side by side, a row for each number; and whom it would touch.
    pub(super) fn supposed_told(&self) -> (Vec<Vec<String>>, Vec<String>) {
        let Some(Supposed { found, .. }) = &self.supposed else { return Default::default() };
        let word = |id: &str| self.speech.word(id);
        let mut table =
            vec![vec![String::new(), word("cli-what-if-now"), word("cli-what-if-then"), word("cli-what-if-more")]];
        table.extend(said::beside(self.speech, found).into_iter().map(Vec::from));
        (table, vec![said::people(self.speech, found)])
    }

    /// What can be kept with a key; else how it would be kept.
    pub(super) fn supposed_choices(&self) -> Vec<Choice> {
        let Some(Supposed { what, .. }) = &self.supposed else { return Vec::new() };
        let word = |id: &str, act: Act| Choice::new(self.speech.word(id), act);
        let mut choices = Vec::new();
        if let Supposition::Closed { sites, .. } = what
            && let [site] = sites.as_slice()
        {
            let backup = self.ground().strike.site(*site).backup;
            let id = if backup.is_some() { "what-if-keep-this" } else { "what-if-keep-this-free" };
            choices.push(word(id, Act::Close(*site, self.now, None)));
        }
        choices.push(word("what-if-make-so", Act::MakeSo));
        choices.push(word("branches-keep", Act::KeepBranch));
        choices
    }
}

/// The first whole number in what is typed, and the words without it. Past what could be meant, it is none.
fn number_in(typed: &str) -> (Option<i32>, String) {
    const MOST: i32 = 1_000;
    let is_number = |word: &str| word.parse::<i32>().ok().filter(|number| *number != 0 && number.abs() <= MOST);
    let number = typed.split_whitespace().find_map(is_number);
    let words: Vec<&str> =
        typed.split_whitespace().filter(|word| number.is_none() || is_number(word).is_none()).collect();
    (number, words.join(" "))
}
