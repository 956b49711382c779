//! What if: something is supposed, the strike is planned as it would be, away from the screen, and put beside the strike as it
//! stands. Nothing of it is written; what can be kept with a key is offered.

use super::Desk;
use super::prompt::{Act, Choice, Pick};
use crate::app::said;
use crate::app::session::Session;
use crate::engine::plan::Options;
use crate::engine::suppose::Supposition;
use crate::model::SiteIx;
use crate::model::campaign::Mode;

/// Heads more on every line, as they are offered.
const MORE: i32 = 2;
/// How much further people are sent, as it is offered.
const FURTHER: f64 = 2.0;

impl Desk {
    /// What can be supposed here: about the site under the cursor first, then about all.
    pub(super) fn what_if_choices(&self) -> Vec<Choice> {
        let (strike, speech, from) = (&self.ground().strike, self.speech, self.now);
        let mut choices = Vec::new();
        let rotating = strike.phases.iter().any(|phase| phase.mode == Mode::Rotating);
        if let Some(site) = self.chosen_site() {
            let name = [("site", self.words().site(site).into())];
            let close = Supposition::Closed { sites: vec![site], from };
            choices.push(Choice::new(speech.say("what-if-close", &name), Act::Suppose(close)));
            let kind = strike.site(site).kind;
            let alike = strike.sites.iter().enumerate().filter(|(_, other)| other.kind == kind);
            let sites: Vec<SiteIx> = alike.map(|(ix, _)| SiteIx::new(ix)).collect();
            let values = [
                ("count", sites.len().into()),
                ("kind", speech.word(&format!("site-kind-{}", kind.word().replace('_', "-"))).into()),
            ];
            if sites.len() > 1 {
                let close = Supposition::Closed { sites: sites.clone(), from };
                choices.push(Choice::new(speech.say("what-if-close-kind", &values), Act::Suppose(close)));
            }
            if rotating {
                choices.push(Choice::new(
                    speech.say("what-if-out-kind", &values),
                    Act::Suppose(Supposition::Out { sites }),
                ));
            }
        }
        if strike.phases.iter().any(|phase| phase.mode != Mode::Full && phase.until.is_none_or(|until| until > from)) {
            choices.push(Choice::new(speech.word("what-if-full"), Act::Suppose(Supposition::Full { from })));
        }
        let more = [("more", MORE.into())];
        choices
            .push(Choice::new(speech.say("what-if-minimum", &more), Act::Suppose(Supposition::Minimum { by: MORE })));
        choices.push(Choice::new(speech.say("what-if-target", &more), Act::Suppose(Supposition::Target { by: MORE })));
        let km = strike.rules.reach_km * FURTHER;
        let reach = [("km", crate::speech::number::decimal(km, 0, speech.language()).into())];
        choices.push(Choice::new(speech.say("what-if-reach", &reach), Act::Suppose(Supposition::Reach { km })));
        choices
    }

    /// Plans it, and shows what came of it when it is done.
    pub(super) fn suppose(&mut self, what: Supposition) {
        let (from, supposed) = (self.now, what.clone());
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let plan = move |session: &mut Session| {
            let options = Options { from: Some(from), threads, ..Options::default() };
            session.what_if(None, std::slice::from_ref(&supposed), &options).ok()
        };
        self.carry_out(true, "busy-what-if", plan, move |desk, found| {
            if let Some(found) = found {
                desk.supposed = Some((what, found));
                desk.pick(Pick::Supposed);
            }
        });
    }

    /// The two side by side, a line each.
    pub(super) fn supposed_lines(&self) -> Vec<String> {
        let Some((_, found)) = &self.supposed else { return Vec::new() };
        let beside = |[name, now, then, more]: [String; 4]| {
            let values = [("name", name.into()), ("now", now.into()), ("then", then.into()), ("more", more.into())];
            self.speech.say("what-if-line", &values)
        };
        let mut lines: Vec<String> = said::beside(self.speech, found).into_iter().map(beside).collect();
        lines.push(said::people(self.speech, found));
        lines
    }

    /// What can be kept with a key; else how it would be kept.
    pub(super) fn supposed_choices(&self) -> Vec<Choice> {
        let Some((what, _)) = &self.supposed else { return Vec::new() };
        let word = |id: &str, act: Act| Choice::new(self.speech.word(id), act);
        let keep = match what {
            Supposition::Closed { sites, .. } => match sites.as_slice() {
                [site] => word("what-if-keep-this", Act::Close(*site, None)),
                _ => word("cli-what-if-keep-close", Act::Nothing),
            },
            Supposition::Out { .. } | Supposition::Full { .. } => word("cli-what-if-keep-out", Act::Nothing),
            Supposition::Minimum { .. } | Supposition::Target { .. } => word("cli-what-if-keep-numbers", Act::Nothing),
            Supposition::Reach { .. } => word("cli-what-if-keep-reach", Act::Nothing),
        };
        vec![keep]
    }
}
