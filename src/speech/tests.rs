//! The two languages say the same things, and whole.

use super::*;
use regex_lite::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// Every message and attribute of a language with the names of the particulars it uses.
fn vocabulary(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for source in sources(language) {
        let mut id = String::new();
        let mut part = String::new();
        for line in source.lines() {
            if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') {
                id = line.split('=').next().unwrap_or("").trim().to_owned();
                part.clone_from(&id);
            } else if let Some(name) = line.trim_start().strip_prefix('.') {
                if let Some((name, _)) = name.split_once('=') {
                    part = format!("{id}.{}", name.trim());
                }
            } else if line.starts_with('#') {
                continue;
            }
            if part.is_empty() {
                continue;
            }
            let names: &mut BTreeSet<String> = found.entry(part.clone()).or_default();
            for after in line.split('$').skip(1) {
                let end =
                    after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(after.len());
                if end > 0 {
                    names.insert(after[..end].to_owned());
                }
            }
        }
    }
    found
}

#[test]
fn both_languages_parse_whole_and_say_each_thing_once() {
    for language in [Language::En, Language::Fr] {
        let (_, faults) = bundle(language);
        assert!(faults.is_empty(), "{language:?}: {faults:?}");
    }
}

#[test]
fn every_sentence_exists_in_both_languages_with_the_same_particulars() {
    let (english, french) = (vocabulary(Language::En), vocabulary(Language::Fr));
    assert!(!english.is_empty());
    for (id, names) in &english {
        assert_eq!(french.get(id), Some(names), "{id}: French lacks it or names other particulars");
    }
    let extra: Vec<_> = french.keys().filter(|id| !english.contains_key(*id)).collect();
    assert!(extra.is_empty(), "only in French: {extra:?}");
}

#[test]
fn every_sentence_can_be_said_without_a_gap() {
    for language in [Language::En, Language::Fr] {
        let speech = Speech::new(language);
        for (id, names) in vocabulary(language) {
            let values: Vec<(&str, Value)> = names.iter().map(|name| (name.as_str(), Value::Number(2))).collect();
            let Some(said) = speech.find(&id, &values) else {
                // A message may consist of attributes only; its terms are private.
                assert!(id.starts_with('-') || names.is_empty(), "{language:?} {id} can't be said");
                continue;
            };
            assert!(!said.contains("{$") && !said.contains("{-"), "{language:?} {id}: {said}");
        }
    }
}

/// The sentences that `source` asks for by name, each with the attribute that is asked for besides.
fn asked(source: &str) -> Vec<(String, &'static str)> {
    let ways = [
        (r#"(?:\.(?:say|word)\(|\bmisused\([^"();]*)\s*"([a-z]+(?:-[a-z]+)+)"#, ""),
        (r#"\bunknown\([^"();]*"([a-z]+(?:-[a-z]+)+)"#, ".near"),
    ];
    let mut all = Vec::new();
    for (pattern, with) in ways {
        let found = Regex::new(pattern).unwrap();
        all.extend(found.captures_iter(source).map(|found| (found[1].to_owned(), with)));
    }
    all
}

#[test]
fn what_the_program_asks_for_is_there() {
    let known = vocabulary(Language::En);
    let (mut open, mut seen) = (vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))], 0);
    while let Some(dir) = open.pop() {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            // Here are names that nothing has.
            if path.ends_with("speech/tests.rs") || path.extension().is_none_or(|end| end != "rs") {
                continue;
            }
            for (id, with) in asked(&std::fs::read_to_string(&path).unwrap()) {
                assert!(
                    known.contains_key(&id) && known.contains_key(&format!("{id}{with}")),
                    "{}: {id}{with}",
                    path.display()
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 300, "they were found: {seen}");
}

#[test]
fn unknown_sentences_are_said_as_they_are() {
    let speech = Speech::new(Language::En);
    assert_eq!(speech.say("no-such-sentence", &[]), "no-such-sentence");
    assert_eq!(speech.word("no-such.attribute"), "no-such.attribute");
    assert_eq!(speech.word(""), "");
}

#[test]
fn plurals_and_numbers_follow_the_language() {
    let say = |language, n: i64| {
        Speech::new(language).say("problem-and-more", &[("count", n.into()), ("code", "ragged_row".into())])
    };
    assert_ne!(say(Language::En, 1).replace('1', "2"), say(Language::En, 2), "English tells one from two");
    assert!(say(Language::En, 55_000).contains("55,000"));
    assert!(say(Language::Fr, 55_000).contains("55\u{202f}000"));
}

#[test]
fn text_from_files_reaches_a_sentence_harmless() {
    let problem = Problem::error("unknown_key").with("key", "na\u{1b}me\u{202e}");
    let (message, _) = Speech::new(Language::En).problem(&problem);
    assert!(message.contains("na␛me‹U+202E›"), "{message}");
}

/// What a sentence of a French file has against French typography, as Canadian French has it.
fn slips(line: &str) -> Vec<&'static str> {
    // What a program reads between braces has its own rules.
    let said = Regex::new(r"\{[^{}]*\}").unwrap().replace_all(line, "x").into_owned();
    let rules = [
        (r"[^\u{a0}]:(\s|$)", "a fixed space before a colon"),
        (r"«[^\u{a0}]|[^\u{a0}]»", "fixed spaces inside guillemets"),
        (r"[^«][\s\u{202f}][;!?]", "no space before ; ! ?"),
        (r"\w'\w", "a typographic apostrophe"),
        (r"\.\.\.|\w - \w", "a true ellipsis, a true dash"),
        (r"[x\d] (min|km|h|s)\b", "a narrow space before a unit"),
    ];
    let broken = |pattern: &str| Regex::new(pattern).unwrap().is_match(said.trim());
    rules.into_iter().filter(|(pattern, _)| broken(pattern)).map(|(_, rule)| rule).collect()
}

#[test]
fn french_keeps_its_typography() {
    for source in sources(Language::Fr) {
        let set = typeset::french(source);
        for line in set.lines().filter(|line| !line.starts_with('#')) {
            assert!(slips(line).is_empty(), "{:?}: {line}", slips(line));
        }
        assert!(!source.contains(['\u{a0}', '\u{202f}']), "spaces that nobody can see are set, not typed");
    }
    for (wrong, count) in
        [("a: b", 1), ("« a »", 1), ("quoi ?", 1), ("l'an", 1), ("{ $n } km...", 2), ("a\u{a0}: b, 07:30", 0)]
    {
        assert_eq!(slips(wrong).len(), count, "{wrong}");
    }
}
