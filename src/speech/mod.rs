//! Words: every sentence a person reads, in English and French, made from codes and particulars.
//!
//! The floors below pass codes; this one knows how they are said. Sentences live in `en/*.ftl` and `fr/*.ftl`, one file an
//! area; dates, times, numbers and money follow each language's habits ([`calendar`], [`number`]). Text that came from a
//! file is made harmless to a terminal on its way into a sentence ([`visible`]).
//!
//! It knows nothing of screens, sheets or files, and prints nothing.

pub mod calendar;
pub mod disk;
pub mod fit;
pub mod frailty;
pub mod hours;
pub mod json;
pub mod lever;
pub mod number;
pub mod order;
pub mod place;
pub mod refusal;
mod typeset;
pub mod visible;

use crate::model::campaign::Language;
use crate::model::problem::{Problem, Value};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;

/// The language files, in both languages, by area. A message stands in one of them only.
macro_rules! areas {
    ($language:literal) => {
        [
            include_str!(concat!($language, "/problems.ftl")),
            include_str!(concat!($language, "/rules.ftl")),
            include_str!(concat!($language, "/commands.ftl")),
            include_str!(concat!($language, "/also.ftl")),
            include_str!(concat!($language, "/cli.ftl")),
            include_str!(concat!($language, "/screen.ftl")),
            include_str!(concat!($language, "/paper.ftl")),
            include_str!(concat!($language, "/sheets.ftl")),
            include_str!(concat!($language, "/line.ftl")),
            include_str!(concat!($language, "/import.ftl")),
            include_str!(concat!($language, "/desk.ftl")),
            include_str!(concat!($language, "/record.ftl")),
            include_str!(concat!($language, "/repair.ftl")),
            include_str!(concat!($language, "/help.ftl")),
            include_str!(concat!($language, "/forms.ftl")),
            include_str!(concat!($language, "/folder.ftl")),
        ]
    };
}

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::En).0);
static FRENCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Fr).0);

fn sources(language: Language) -> [&'static str; 16] {
    match language {
        Language::En => areas!("en"),
        Language::Fr => areas!("fr"),
    }
}

/// The bundle of a language, and what its files have wrong: a fault costs the message it stands in, never the program.
fn bundle(language: Language) -> (Bundle, Vec<FluentError>) {
    let tag = if language == Language::En { "en-CA" } else { "fr-CA" };
    let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // The marks that isolate left-to-right from right-to-left text show as boxes on many terminals and in print.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| number::of_fluent(value, Language::En),
        Language::Fr => |value, _| number::of_fluent(value, Language::Fr),
    }));
    let mut faults = Vec::new();
    if let Err(fault) = bundle.add_builtins() {
        faults.push(fault);
    }
    for source in sources(language) {
        let source = if language == Language::En { source.to_owned() } else { typeset::french(source) };
        let resource = match FluentResource::try_new(source) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                faults.extend(errors.into_iter().map(FluentError::ParserError));
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors);
        }
    }
    (bundle, faults)
}

/// One language's voice. Cheap to copy and to share between threads.
#[derive(Clone, Copy)]
pub struct Speech {
    language: Language,
    bundle: &'static Bundle,
}

impl std::fmt::Debug for Speech {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Speech").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Speech {
    /// The voice of `language`.
    pub fn new(language: Language) -> Self {
        Self { language, bundle: if language == Language::En { &ENGLISH } else { &FRENCH } }
    }

    /// The language spoken.
    pub fn language(self) -> Language {
        self.language
    }

    /// The sentence `id` (or `id.attribute`) with its particulars. An unknown id is said as it is: a gap in the words must
    /// not cost anyone the program.
    pub fn say(self, id: &str, values: &[(&str, Value)]) -> String {
        self.find(id, values).unwrap_or_else(|| id.to_owned())
    }

    /// A word or sentence without particulars.
    pub fn word(self, id: &str) -> String {
        self.say(id, &[])
    }

    /// What something is, or what is said of it, after its name: `Front gate: 2 gaps`.
    pub fn of(self, name: &str, text: &str) -> String {
        self.say("said-of", &[("name", name.into()), ("text", text.into())])
    }

    /// A colon as the language sets it, for where what stands before it has a colour.
    pub fn colon(self) -> &'static str {
        if self.language == Language::En { ": " } else { "\u{a0}: " }
    }

    /// As [`say`](Self::say), or nothing when there is no such sentence.
    pub fn find(self, id: &str, values: &[(&str, Value)]) -> Option<String> {
        let (message, attribute) = id.split_once('.').map_or((id, None), |(message, name)| (message, Some(name)));
        let message = self.bundle.get_message(message)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, fluent_value(value))).collect();
        // What can't be resolved is shown as `{$name}`; the tests see to it that no such gap is shipped.
        let mut gaps = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut gaps).into_owned())
    }

    /// What is wrong, and what to do (empty when there is nothing to advise).
    pub fn problem(self, problem: &Problem) -> (String, String) {
        let id = problem.message_id();
        let values: Vec<(&str, Value)> = problem.values.iter().map(|(name, value)| (*name, value.clone())).collect();
        let message = self.say(&id, &values);
        let help = match problem.help {
            Some(variant) => self.find(&format!("{id}.help-{variant}"), &values),
            None => self.find(&format!("{id}.help"), &values),
        };
        (message, help.unwrap_or_default())
    }
}

fn fluent_value(value: &Value) -> FluentValue<'static> {
    match value {
        Value::Text(text) => FluentValue::String(visible::visible(text).into_owned().into()),
        Value::Number(number) => FluentValue::from(*number),
    }
}

#[cfg(test)]
mod tests;
