//! What if: something is supposed, the strike is planned as it would be, away from the screen, and put beside the strike as it
//! stands. Nothing of it is written; what can be kept with a key is offered.

use super::Desk;
use super::aside::supposing;
use super::choice::{Act, Choice};
use super::notice::Tone;
use super::path_typed::path_typed;
use super::prompt::Pick;
use super::score::Words;
use crate::app::said;
use crate::app::session::{NotTaken, Premise, Session, WhatIf};
use crate::engine::suppose::Supposition;
use crate::model::SiteIx;
use crate::model::campaign::{Mode, Phase};
use crate::model::site::SiteKind;
use crate::speech::visible::visible;
use std::path::{Path, PathBuf};

/// Heads more on every line, as they are offered.
const MORE: i32 = 2;
/// How much further people are sent, as it is offered.
const FURTHER: f64 = 2.0;

/// So many sites are offered that the words typed may name.
const NAMED: usize = 9;
/// So many other agreements are offered.
const MOST: usize = 9;
/// A file larger than this, in bytes, is none.
const LARGEST: u64 = 4 << 20;

/// What was last supposed, and what would come of it.
#[derive(Debug)]
pub(super) struct Supposed {
    /// What.
    pub what: Premise,
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
    pub(super) fn what_if_choices(&self, whole: &str) -> Vec<Choice> {
        let (strike, speech, from) = (&self.ground().strike, self.speech, self.now);
        let (by, typed) = number_in(whole);
        let (typed, heads) = (typed.as_str(), by.unwrap_or(MORE));
        let mut all: Vec<(String, Supposition)> = Vec::new();
        let site = self.chosen_site();
        let first = site.map(|site| strike.site(site).kind);
        all.extend(site.into_iter().flat_map(|site| self.suppose_site(site)));
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
        all.retain(|(text, _)| query.fits(text));
        // A place that is named is meant, wherever the cursor is.
        if by.is_none() && !query.is_empty() {
            let named = self
                .sites_found(&query)
                .into_iter()
                .map(|(_, named)| named)
                .filter(|named| Some(*named) != site)
                .take(NAMED);
            all.extend(named.flat_map(|named| self.suppose_site(named)));
        }
        let mut choices: Vec<Choice> = all.into_iter().map(choice).collect();
        if by.is_none() {
            choices.extend(self.suppose_agreements(whole));
        }
        let show = speech.word("branches-show");
        if self.has_branches() && query.fits(&show) {
            // Whoever has kept some comes back for them.
            choices.insert(0, Choice::new(show, Act::Branches));
        }
        choices
    }

    /// That a site were closed; where it is not out in what is left of a rotating strike, also that it were.
    fn suppose_site(&self, site: SiteIx) -> Vec<(String, Supposition)> {
        let name = [("site", self.words().site(site).into())];
        let sites = vec![site];
        let mut all = Vec::new();
        if self.stays_in(&sites) {
            let what = Supposition::Out { sites: sites.clone(), from: self.now };
            all.push((self.speech.say("what-if-out", &name), what));
        }
        all.push((self.speech.say("what-if-close", &name), Supposition::Closed { sites, from: self.now }));
        all
    }

    /// True when a rotating phase that is on or to come leaves one of these sites at work.
    fn stays_in(&self, sites: &[SiteIx]) -> bool {
        let strike = &self.ground().strike;
        let is_in = |phase: &Phase, site: SiteIx| {
            let region = strike.site(site).region;
            !phase.sites.contains(&site) && !region.is_some_and(|region| phase.regions.contains(&region))
        };
        let is_left = |phase: &&Phase| phase.mode == Mode::Rotating && phase.until.is_none_or(|until| until > self.now);
        strike.phases.iter().filter(is_left).any(|phase| sites.iter().any(|site| is_in(phase, *site)))
    }

    /// That every site of a kind were closed; in what is left of a rotating strike also that all of them were out.
    fn suppose_kind(&self, kind: SiteKind) -> Vec<(String, Supposition)> {
        let strike = &self.ground().strike;
        let alike = strike.sites.iter().enumerate().filter(|(_, other)| other.kind == kind);
        let sites: Vec<SiteIx> = alike.map(|(ix, _)| SiteIx::new(ix)).collect();
        let values = [("count", sites.len().into()), ("kind", self.words().kind(kind).into())];
        let mut all = Vec::new();
        if sites.len() > 1 && self.stays_in(&sites) {
            let what = Supposition::Out { sites: sites.clone(), from: self.now };
            all.push((self.speech.say("what-if-out-kind", &values), what));
        }
        if sites.len() > 1 {
            all.push((self.speech.say("what-if-close-kind", &values), Supposition::Closed { sites, from: self.now }));
        }
        all
    }

    /// That another agreement held: those that lie in the strike's folder, and the one whose file is typed.
    fn suppose_agreements(&self, typed: &str) -> Vec<Choice> {
        let query = Words::new(typed);
        let choice = |file: PathBuf| {
            let name = file.file_name().map(|name| visible(&name.to_string_lossy()).into_owned()).unwrap_or_default();
            let text = self.speech.say("what-if-agreement", &[("file", name.into())]);
            Choice::new(text, Act::Suppose(Premise::Agreement(file)))
        };
        let fits = |choice: &Choice| query.fits(&choice.text);
        let mut choices: Vec<Choice> = self.other_agreements().into_iter().map(choice).filter(fits).collect();
        let typed = path_typed(typed);
        if choices.is_empty() && typed.extension().is_some_and(|end| end == "toml") && typed.is_file() {
            choices.push(choice(typed));
        }
        choices
    }

    /// Files in the strike's folder that hold an agreement, and are not among those it is read from.
    fn other_agreements(&self) -> Vec<PathBuf> {
        let folder = &self.session.folder;
        let is_known = |file: &Path| self.session.files.iter().any(|known| folder.join(known) == file);
        let holds_one = |file: &Path| {
            let is_small = file.metadata().is_ok_and(|about| about.is_file() && about.len() <= LARGEST);
            is_small && std::fs::read_to_string(file).is_ok_and(|text| text.contains("[[requirement]]"))
        };
        let listed = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let is_toml = |file: &PathBuf| file.extension().is_some_and(|end| end == "toml");
        let mut found: Vec<PathBuf> =
            listed.filter(is_toml).filter(|file| !is_known(file) && holds_one(file)).take(MOST).collect();
        found.sort_unstable();
        found
    }

    /// Plans it, and shows what came of it when it is done.
    pub(super) fn suppose(&mut self, what: Premise) {
        let is_it = |choice: &Choice| choice.act == Act::Suppose(what.clone());
        let typed = match &what {
            Premise::Strike(Supposition::Minimum { by } | Supposition::Target { by }) => by.to_string(),
            Premise::Strike(_) => String::new(),
            Premise::Agreement(file) => file.to_string_lossy().into_owned(),
        };
        let mut choices = self.what_if_choices(&typed);
        choices.extend(self.suppose_agreements(""));
        let named = match &what {
            Premise::Strike(Supposition::Closed { sites, .. } | Supposition::Out { sites, .. }) => sites.first(),
            _ => None,
        };
        let of_named = named.into_iter().flat_map(|site| self.suppose_site(*site)).map(choice);
        let name = choices.into_iter().chain(of_named).find(is_it).map(|choice| choice.text).unwrap_or_default();
        let (from, supposed) = (self.now, what.clone());
        let plan = move |session: &mut Session| session.suppose(&supposed, &supposing(from));
        self.carry_out(true, "busy-what-if", plan, move |desk, found| {
            let found = match found {
                Ok(found) => found,
                Err(NotTaken::Cancelled(_)) => return,
                Err(why) => {
                    let of = desk.session.branch_of(&what).name;
                    let text = said::not_taken(desk.speech, desk.ground(), &of, &why);
                    desk.tell(Tone::Refused, text);
                    return;
                }
            };
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
        if let Premise::Strike(Supposition::Closed { sites, .. }) = what
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

/// That it is supposed, to be chosen.
fn choice((text, what): (String, Supposition)) -> Choice {
    Choice::new(text, Act::Suppose(what.into()))
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
