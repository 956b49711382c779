//! Journal entries as sentences.

use crate::app::session::NotSigned;
use crate::model::Instant;
use crate::model::problem::Value;
use crate::speech::Speech;
use crate::store::record::{Entry, REDO, UNDO};
use chrono_tz::Tz;

/// What an entry did, in one sentence.
pub fn summary(speech: Speech, entry: &Entry) -> String {
    sentence(speech, &entry.action, &entry.particulars)
}

fn sentence(speech: Speech, action: &str, particulars: &serde_json::Value) -> String {
    if action == UNDO || action == REDO {
        let inner = sentence(speech, particulars["action"].as_str().unwrap_or_default(), &particulars["particulars"]);
        let values = [("of", value(&particulars["of"])), ("what", inner.into())];
        return speech.say(&format!("done-{action}"), &values);
    }
    let mut values: Vec<(&str, Value)> =
        particulars.as_object().into_iter().flatten().map(|(name, each)| (name.as_str(), value(each))).collect();
    // The member, as people say it: name and id; the id alone when there is no name.
    if let (Some(name), Some(id)) = (particulars["name"].as_str(), particulars["member"].as_str()) {
        let who = if name.trim().is_empty() { id.to_owned() } else { format!("{} ({id})", name.trim()) };
        values.push(("who", who.into()));
    }
    // A post too: `capitaine`, not the word of the files.
    if let Some(duty) = particulars["duty"].as_str() {
        let name = speech.say("duty-name", &[("duty", duty.into())]);
        values.iter_mut().filter(|(each, _)| *each == "duty").for_each(|(_, value)| *value = name.as_str().into());
    }
    let id = format!("done-{action}");
    let mut parts = vec![speech.say(&id, &values)];
    for (name, each) in &values {
        if *each != Value::Text(String::new()) {
            parts.extend(speech.find(&format!("{id}.with-{name}"), &values));
        }
    }
    parts.join("; ")
}

/// Why a line of a sign-in sheet can't be as told, with times on the clock of the shift's site.
pub fn not_signed(speech: Speech, zone: Tz, why: &NotSigned) -> String {
    let time = |at: &Instant| Value::from(at.in_zone(zone).format("%H:%M").to_string());
    match why {
        NotSigned::AlreadyIn(at) => speech.say("line-already-in", &[("time", time(at))]),
        NotSigned::AlreadyOut(at) => speech.say("line-already-out", &[("time", time(at))]),
        NotSigned::NotIn => speech.word("line-not-in"),
        NotSigned::OutBeforeIn(at) => speech.say("line-out-before-in", &[("time", time(at))]),
        NotSigned::Elsewhere(shift, span) => {
            let values = [("shift", shift.into()), ("from", time(&span.start)), ("to", time(&span.end))];
            speech.say("line-elsewhere", &values)
        }
        NotSigned::CameIn(at) => speech.say("line-came-in", &[("time", time(at))]),
        NotSigned::NotExpected => speech.word("line-not-expected"),
    }
}

fn value(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Number(number) => number.as_i64().unwrap_or_default().into(),
        serde_json::Value::String(text) => text.as_str().into(),
        serde_json::Value::Bool(yes) => (if *yes { "yes" } else { "" }).into(),
        serde_json::Value::Array(each) => {
            each.iter().filter_map(serde_json::Value::as_str).collect::<Vec<_>>().join(", ").into()
        }
        _ => "".into(),
    }
}
