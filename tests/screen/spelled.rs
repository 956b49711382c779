//! No sentence of the screen spells a key: keys can be changed, and then it would tell the wrong one.

use picket::app::commands::TABLE;
use std::path::Path;

/// Where the screen's sentences stand.
const FILES: [&str; 5] = ["screen.ftl", "desk.ftl", "commands.ftl", "repair.ftl", "forms.ftl"];

/// Words of one letter, and signs between words, that are keys too.
const WORDS: [&str; 9] = ["a", "I", "y", "h", "/", "-", ":", "n", "m"];
/// What begins a sentence and is none all the same: an article, and a number of things.
const BEGINNINGS: [&str; 2] = ["A", "1"];

/// What of a message's text is a key and nothing else; what stands in braces is left out.
fn spelled(text: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '{' => {
                depth += 1;
                plain.push('¤');
            }
            '}' => depth -= 1,
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let keys: Vec<String> = TABLE.iter().flat_map(|row| row.keys).map(ToString::to_string).collect();
    let mut found = Vec::new();
    let mut begins = true;
    for word in plain.split_whitespace() {
        let bare = word.trim_matches(['.', ';', '«', '»', '(', ')', '“', '”', '’']);
        let is_key =
            keys.iter().any(|key| key == bare) || bare.starts_with("ctrl-") || ["←", "→", "↑", "↓"].contains(&bare);
        // A sentence does not begin with a small word of one letter: there it is a key.
        let is_word = BEGINNINGS.contains(&bare) || !begins && WORDS.contains(&bare);
        if is_key && !is_word || ["comma", "virgule"].contains(&bare) {
            found.push(bare.to_owned());
        }
        begins = word.ends_with(['.', ';', '·', '!', '?']);
    }
    found
}

/// The messages of a file: id, text. The lines of a message that has several forms are told one by one.
fn messages(text: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut id = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        // What a word means is no sentence.
        if line.trim_start().starts_with(".means") {
            continue;
        }
        let said = match line.split_once(" = ") {
            Some((name, said)) => {
                if !line.starts_with(' ') {
                    name.clone_into(&mut id);
                }
                said
            }
            None => line,
        };
        let said = said.trim_start();
        let said =
            if said.starts_with(['[', '*']) { said.split_once(']').map_or(said, |(_, said)| said) } else { said };
        all.push((id.clone(), said.to_owned()));
    }
    all
}

#[test]
fn no_sentence_spells_a_key() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/speech");
    let mut wrong = Vec::new();
    for (language, file) in ["en", "fr"].into_iter().flat_map(|language| FILES.map(|file| (language, file))) {
        let text = std::fs::read_to_string(folder.join(language).join(file)).unwrap();
        for (id, said) in messages(&text) {
            // What a key is called; a list with a comma between; the line of a plain terminal, which has no keys.
            if id.starts_with("key-") || id.starts_with("question-") || id.starts_with("plain-") {
                continue;
            }
            wrong.extend(spelled(&said).into_iter().map(|key| format!("{language}/{file}, {id}: {key} in {said}")));
        }
    }
    assert!(wrong.is_empty(), "name keys by `{{ $key-NAME }}`:\n{}", wrong.join("\n"));
}

#[test]
fn a_planted_key_is_found() {
    for said in [
        "p plans again.",
        "Nothing is marked: v marks it.",
        "One marked; a comma shows more.",
        "Here. a signs in.",
        "ctrl-r brings it back",
        "See → for more",
        "{ $count } marked · , acts",
    ] {
        assert!(!spelled(said).is_empty(), "{said}");
    }
    for said in ["{ $key-plan } plans again.", "A line in a region", "{ $hours } h { $minutes } min to go", "in / out"]
    {
        assert_eq!(spelled(said), [] as [String; 0], "{said}");
    }
}

#[test]
fn a_changed_key_is_the_one_that_is_told() {
    use crate::stage::Stage;
    use picket::app::keymap::Keymap;
    use picket::model::campaign::Language;
    let mut stage = Stage::filled(Language::En);
    stage.desk.keymap = Keymap::of_toml("undo = \"ctrl-g\"\nmarked = \"Z\"\nmark-all = \"ctrl-v\"").0;
    let said = |stage: &Stage| stage.desk.notice.clone().unwrap().sentence();
    stage.press("<enter>a");
    assert!(said(&stage).contains("ctrl-g takes it back"), "{}", said(&stage));
    stage.press("2Z");
    assert!(said(&stage).contains("ctrl-v everything listed"), "{}", said(&stage));
    for row in TABLE {
        assert!(!stage.desk.key_of(row.command).is_empty());
    }
}
