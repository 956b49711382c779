//! Who was reached since the roster was published, and what each has heard: several may ring at once, and nobody is to be rung
//! twice for the same thing. What changes afterwards has not been heard.

use super::Session;
use super::action::{ActError, Done, Draft};
use crate::app::told::Difference;
use crate::store::record::{FactStep, News, Payload, RecordError, What};
use serde_json::json;
use std::collections::BTreeSet;

/// What people have heard since the roster was published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard(BTreeSet<(String, News)>);

impl Heard {
    /// True when the member with this id has heard it.
    pub fn holds(&self, id: &str, news: &News) -> bool {
        self.0.contains(&(id.to_owned(), news.clone()))
    }
}

impl Session {
    /// What people have heard since the roster was last published.
    pub fn heard(&self) -> Result<Heard, RecordError> {
        let mut heard = Heard::default();
        for fact in self.record.facts(What::REACHED, None)? {
            if let What::Reached { member, version, news } = fact.what
                && Some(version) == self.told_version()
            {
                heard.0.extend(news.into_iter().map(|news| (member.clone(), news)));
            }
        }
        Ok(heard)
    }

    /// A difference as whoever is reached hears it.
    pub fn news_of(&self, what: &Difference) -> News {
        let span = what.span(&self.ground).map(|span| (span.start.0, span.end.0));
        News { shift: what.id.clone(), duty: what.after.clone(), span }
    }

    /// Notes that the member with this id was reached and has heard this. Without an entry: nobody has been told anything that
    /// could have changed.
    pub fn reached(&mut self, id: &str, news: &[News]) -> Result<Done, ActError> {
        self.act(|session| {
            let Some(version) = session.told_version() else { return Ok(None) };
            let mut particulars = session.whom(id);
            particulars["count"] = news.len().into();
            let what = What::Reached { member: id.to_owned(), version, news: news.to_vec() };
            Ok(Some(session.fact("reached", particulars, session.now(), what)))
        })
    }

    /// Notes that the member with this id has not been reached after all. Without an entry: nobody said so.
    pub fn not_reached(&mut self, id: &str) -> Result<Done, ActError> {
        self.act(|session| {
            let mut facts = session.record.facts(What::REACHED, Some(id))?;
            facts.retain(
                |fact| matches!(&fact.what, What::Reached { version, .. } if Some(*version) == session.told_version()),
            );
            if facts.is_empty() {
                return Ok(None);
            }
            let facts = facts.into_iter().map(FactStep::gone).collect();
            let payload = Payload { facts, ..Payload::default() };
            Ok(Some(Draft::new("not-reached", session.whom(id), payload)))
        })
    }

    /// The version that people were last told.
    fn told_version(&self) -> Option<u64> {
        self.published.as_ref().map(|(version, _)| *version)
    }

    /// Whom an entry is about; of someone who is on no list any more only the id is known.
    fn whom(&self, id: &str) -> serde_json::Value {
        let strike = &self.ground.strike;
        let name = strike.lookup.members.get(id).map_or("", |member| strike.member(*member).name.as_str());
        json!({ "member": id, "name": name })
    }
}
