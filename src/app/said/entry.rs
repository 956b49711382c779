//! Journal entries as sentences.

use crate::app::session::ALONE;
use crate::model::money::Cents;
use crate::model::problem::Value;
use crate::rules::Ground;
use crate::speech::calendar::{day_short, time};
use crate::speech::hours::hours;
use crate::speech::number::{decimal, length, money};
use crate::speech::visible::visible;
use crate::speech::{Speech, place};
use crate::store::record::{Entry, REDO, UNDO};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde_json::Value as Json;

/// What an entry did, in one sentence; shifts by their ids.
pub fn summary(speech: Speech, entry: &Entry) -> String {
    sentence(speech, &entry.action, &entry.particulars)
}

/// The same as people say it who have the strike before them: a shift by its time and place, a site by its name in their
/// language. What the files no longer know stays as it was written.
pub fn summary_here(speech: Speech, ground: &Ground, entry: &Entry) -> String {
    sentence(speech, &entry.action, &in_words(speech, ground, &entry.particulars))
}

fn in_words(speech: Speech, ground: &Ground, particulars: &Json) -> Json {
    let mut told = particulars.clone();
    let site = told["site"].as_str().and_then(|id| ground.strike.lookup.sites.get(id));
    let site = site.map(|ix| ground.strike.site(*ix));
    for (name, each) in told.as_object_mut().into_iter().flatten() {
        let said = match (name.as_str(), each.as_str()) {
            ("particulars", _) => Some(in_words(speech, ground, each)),
            (name, Some(id)) if name.starts_with("shift") => {
                ground.find(id).ok().map(|shift| Json::from(place::shift(speech, ground, shift)))
            }
            ("place", Some(known)) => {
                let site = site.filter(|site| site.name == known);
                let name = site.map(|site| visible(site.name(speech.language())).into_owned());
                name.or_else(|| place::of_ids(speech, ground, known)).map(Json::from)
            }
            ("template", Some(id)) => {
                let known = ground.strike.lookup.templates.get(id);
                known.map(|ix| Json::from(visible(ground.strike.template(*ix).label(speech.language()))))
            }
            ("requirement", Some(id)) => {
                let known = ground.strike.lookup.requirements.get(id);
                let service = known.and_then(|ix| ground.strike.agreement.requirements[ix.ix()].service.as_deref());
                service.map(|service| Json::from(visible(service)))
            }
            _ => None,
        };
        if let Some(said) = said {
            *each = said;
        }
    }
    told
}

fn sentence(speech: Speech, action: &str, particulars: &Json) -> String {
    if [UNDO, REDO, ALONE].contains(&action) {
        let inner = sentence(speech, particulars["action"].as_str().unwrap_or_default(), &particulars["particulars"]);
        let values = [("of", value(&particulars["of"])), ("what", inner.into())];
        return speech.say(&format!("done-{action}"), &values);
    }
    let told = particulars.as_object().into_iter().flatten();
    let mut values: Vec<(&str, Value)> =
        told.map(|(name, each)| (name.as_str(), read_out(speech, action, name, each))).collect();
    if let (Some(name), Some(id)) = (particulars["name"].as_str(), particulars["member"].as_str()) {
        values.push(("who", place::named(name, id).into()));
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

/// What a sentence makes of a particular: days, times, money, posts and the like are kept as the files write them, and read as
/// the language writes them.
fn read_out(speech: Speech, action: &str, name: &str, json: &Json) -> Value {
    let said = match json {
        Json::Number(number) => read_number(speech, name, number.as_i64().unwrap_or_default()),
        Json::String(times) if action == "hours" && ["before", "after"].contains(&name) => {
            Some(hours(speech, std::slice::from_ref(times)))
        }
        // When someone is away is kept as it was written.
        Json::String(time) if name == "time" && ["absent", "callin", "back"].contains(&action) => {
            Some(hours(speech, std::slice::from_ref(time)))
        }
        Json::String(text) => read_text(speech, name, text),
        Json::Array(aside) if name == "overrides" => {
            let rules = aside.iter().filter_map(Json::as_str).map(|rule| speech.word(&format!("cli-rule-{rule}")));
            Some(rules.collect::<Vec<_>>().join(", "))
        }
        _ => None,
    };
    said.map_or_else(|| value(json), Value::from)
}

fn read_number(speech: Speech, name: &str, number: i64) -> Option<String> {
    match name {
        // Duty is told in hours, and times of the day in hours and minutes.
        "earned" => Some(decimal(number as f64 / 60.0, 1, speech.language())),
        "late" | "early" | "minutes" | "instead" => Some(length(number)),
        _ => None,
    }
}

fn read_text(speech: Speech, name: &str, text: &str) -> Option<String> {
    let language = speech.language();
    match name {
        "length" => {
            let (hours, minutes) = text.split_once(':')?;
            Some(length(hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?))
        }
        "pay" => Cents::parse(text).map(|amount| money(amount, language)),
        "duty" => Some(speech.say("duty-name", &[("duty", text.into())])),
        "kind" => Some(speech.word(&format!("site-kind-{}", text.replace('_', "-")))),
        "week" | "date" | "day" | "time" | "from" | "until" | "out" => {
            if let Ok(date) = text.parse::<NaiveDate>() {
                return Some(day_short(date, language));
            }
            if let Ok(at) = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M") {
                return Some(format!("{} {}", day_short(at.date(), language), time(at.time(), language)));
            }
            NaiveTime::parse_from_str(text, "%H:%M").ok().map(|at| time(at, language))
        }
        _ => None,
    }
}

fn value(json: &Json) -> Value {
    match json {
        Json::Number(number) => number.as_i64().unwrap_or_default().into(),
        Json::String(text) => text.as_str().into(),
        Json::Bool(yes) => (if *yes { "yes" } else { "" }).into(),
        Json::Array(each) => each.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(", ").into(),
        _ => "".into(),
    }
}
