//! What the parser of the command line has to say: help and versions as it writes them, complaints in our own words.

use super::answer::{Answer, Complaint, DONE, Style, UNUSABLE};
use super::report;
use crate::model::problem::Value;
use crate::speech::Speech;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::fmt::Write as _;

/// The answer to a command line that the parser answers itself.
pub fn answer(error: &Error, speech: Speech, style: Style) -> Answer {
    if !error.use_stderr() {
        let text = error.render();
        let told = if style.out { text.ansi().to_string() } else { text.to_string() };
        return Answer::new(DONE, told);
    }
    let said = report::error(speech, style.err, &complaint(error, speech));
    let mut shown = said.shown;
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.trim().strip_prefix("Usage:").unwrap_or(usage.trim()).trim();
        let _ = writeln!(shown, "{} {usage}", speech.word("help-usage"));
    }
    let _ = writeln!(shown, "{}", speech.word("usage-more"));
    Answer::complaint(UNUSABLE, Complaint { shown, bare: said.bare })
}

/// What is wrong, in one sentence.
fn complaint(error: &Error, speech: Speech) -> String {
    let told = |kind| error.get(kind).map(text).unwrap_or_default();
    let (arg, value) = (told(ContextKind::InvalidArg), told(ContextKind::InvalidValue));
    let say = |id: &str, values: &[(&str, &str)]| {
        let values: Vec<(&str, Value)> = values.iter().map(|(name, value)| (*name, (*value).into())).collect();
        speech.say(id, &values)
    };
    match error.kind() {
        ErrorKind::UnknownArgument if !arg.starts_with('-') => say("usage-word", &[("word", &arg)]),
        ErrorKind::UnknownArgument => match told(ContextKind::SuggestedArg) {
            near if near.is_empty() => say("usage-option", &[("option", &arg)]),
            near => say("usage-option.near", &[("option", &arg), ("near", &near)]),
        },
        ErrorKind::InvalidSubcommand => {
            let word = told(ContextKind::InvalidSubcommand);
            match told(ContextKind::SuggestedSubcommand) {
                near if near.is_empty() => say("usage-command", &[("word", &word)]),
                near => say("usage-command.near", &[("word", &word), ("near", &near)]),
            }
        }
        ErrorKind::InvalidValue if value.is_empty() => say("usage-no-value", &[("option", &arg)]),
        ErrorKind::InvalidValue => {
            let known = told(ContextKind::ValidValue);
            say("usage-value", &[("option", &arg), ("value", &value), ("known", &known)])
        }
        // Whatever is parsed into more than text is a number.
        ErrorKind::ValueValidation => say("usage-number", &[("option", &arg), ("value", &value)]),
        ErrorKind::MissingRequiredArgument => say("usage-missing", &[("known", &arg)]),
        ErrorKind::ArgumentConflict => match told(ContextKind::PriorArg) {
            other if other == arg => say("usage-twice", &[("option", &arg)]),
            other => say("usage-conflict", &[("option", &arg), ("other", &other)]),
        },
        ErrorKind::InvalidUtf8 => say("usage-no-text", &[]),
        _ => {
            let plain = error.render().to_string();
            let first = plain.lines().next().unwrap_or_default();
            first.strip_prefix("error: ").unwrap_or(first).to_owned()
        }
    }
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(several) => several.join(", "),
        ContextValue::StyledStrs(several) => several.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
