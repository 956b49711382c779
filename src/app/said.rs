//! Journal entries as sentences.

use crate::model::problem::Value;
use crate::speech::Speech;
use crate::store::record::{Entry, REDO, UNDO};

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
    let id = format!("done-{action}");
    let mut parts = vec![speech.say(&id, &values)];
    for (name, each) in &values {
        if *each != Value::Text(String::new()) {
            parts.extend(speech.find(&format!("{id}.with-{name}"), &values));
        }
    }
    parts.join("; ")
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
