//! The house keeps its shape: imports go down the floors and never up or
//! sideways, and what is said in English is said in French.

#![allow(clippy::unwrap_used, missing_docs)]

use fluent_syntax::ast::{Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up; those on one floor don't know each other.
const FLOORS: [&[&str]; 6] =
    [&["model"], &["rules"], &["engine"], &["store", "speech"], &["app"], &["tui", "export", "cli"]];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file below `dir` with this extension, in order.
fn files(dir: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![dir.to_owned()];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(&dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn imports_go_down() {
    let mut wrong = Vec::new();
    for path in files(&source(), "rs") {
        let name = path.strip_prefix(source()).unwrap();
        let module = module_of(name);
        // `lib.rs` and `main.rs` see the whole house.
        if let Some(here) = module.first() {
            assert!(floor(here).is_some(), "{here} has no floor in this test");
            let text = fs::read_to_string(&path).unwrap();
            for (line, told) in crossings(&module, &text) {
                wrong.push(format!("src/{}:{line}: {told}", name.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// `engine/flow/mod.rs` is the module `engine::flow`; `lib.rs` is the root.
fn module_of(name: &Path) -> Vec<String> {
    let mut parts: Vec<String> = name.with_extension("").iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    if matches!(parts.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        parts.pop();
    }
    parts
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    /// `::`
    Path,
    Mark(char),
}

/// The code without comments, texts and lifetimes, with line numbers.
fn tokens(text: &str) -> Vec<(usize, Token)> {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut found = Vec::new();
    let (mut i, mut line) = (0, 1);
    while i < chars.len() {
        let start = i;
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => {
                let mut depth = 1;
                i += 2;
                while i < chars.len() && depth > 0 {
                    match (at(i), at(i + 1)) {
                        ('/', '*') => (depth, i) = (depth + 1, i + 2),
                        ('*', '/') => (depth, i) = (depth - 1, i + 2),
                        _ => i += 1,
                    }
                }
            }
            'r' if at(i + 1) == '"' || (at(i + 1) == '#' && matches!(at(i + 2), '#' | '"')) => {
                let hashes = (i + 1..chars.len()).take_while(|k| at(*k) == '#').count();
                i += hashes + 2;
                let closes = |i: usize| at(i) == '"' && (1..=hashes).all(|k| at(i + k) == '#');
                while i < chars.len() && !closes(i) {
                    i += 1;
                }
                i += hashes + 1;
            }
            '"' => {
                i += 1;
                while i < chars.len() && at(i) != '"' {
                    i += if at(i) == '\\' { 2 } else { 1 };
                }
                i += 1;
            }
            '\'' if at(i + 1) == '\\' => {
                i += 3;
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
            }
            '\'' if at(i + 2) == '\'' => i += 3,
            c if c.is_alphabetic() || c == '_' => {
                while at(i).is_alphanumeric() || at(i) == '_' {
                    i += 1;
                }
                found.push((line, Token::Word(chars[start..i].iter().collect())));
            }
            ':' if at(i + 1) == ':' => {
                found.push((line, Token::Path));
                i += 2;
            }
            c => {
                if !c.is_whitespace() {
                    found.push((line, Token::Mark(c)));
                }
                i += 1;
            }
        }
        let end = i.min(chars.len());
        line += chars[start..end].iter().filter(|c| **c == '\n').count();
    }
    found
}

/// Lines that reach a floor above, or another room on the same floor.
fn crossings(module: &[String], text: &str) -> Vec<(usize, String)> {
    let tokens = tokens(text);
    let word = |i: usize| match tokens.get(i) {
        Some((_, Token::Word(word))) => Some(word.as_str()),
        _ => None,
    };
    let is = |i: usize, token: &Token| tokens.get(i).is_some_and(|(_, t)| t == token);
    let here = &module[0];
    let mut wrong = Vec::new();
    // Open braces; those of a `mod name {` carry one module each.
    let mut inside: Vec<bool> = Vec::new();
    for i in 0..tokens.len() {
        let (line, token) = &tokens[i];
        match token {
            Token::Mark('{') => {
                inside.push(i >= 2 && word(i - 2) == Some("mod") && word(i - 1).is_some());
            }
            Token::Mark('}') => drop(inside.pop()),
            Token::Word(first) if i == 0 || !is(i - 1, &Token::Path) => {
                let mut depth = module.len() + inside.iter().filter(|m| **m).count();
                let mut next = i;
                match first.as_str() {
                    "crate" | "picket" => (depth, next) = (0, i + 1),
                    "self" | "super" => {
                        if first == "self" && is(i + 1, &Token::Path) {
                            next += 2;
                        }
                        while word(next) == Some("super") && is(next + 1, &Token::Path) {
                            depth = depth.saturating_sub(1);
                            next += 2;
                        }
                        // Stand where `crate` would: before its `::`.
                        next = next.saturating_sub(1);
                    }
                    _ => continue,
                }
                if depth == 0 && is(next, &Token::Path) {
                    for (line, name) in names(&tokens, next + 1, *line) {
                        if let Some(told) = crossing(here, &name) {
                            wrong.push((line, told));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    wrong
}

/// The first name of each path that begins at `i`: one, or those of a group.
fn names(tokens: &[(usize, Token)], i: usize, line: usize) -> Vec<(usize, String)> {
    match tokens.get(i) {
        Some((line, Token::Word(name))) => vec![(*line, name.clone())],
        Some((line, Token::Mark('*'))) => vec![(*line, "*".to_owned())],
        Some((_, Token::Mark('{'))) => {
            let mut found = Vec::new();
            let (mut depth, mut first) = (0, true);
            for (line, token) in &tokens[i..] {
                match token {
                    Token::Mark('{') => depth += 1,
                    Token::Mark('}') => depth -= 1,
                    Token::Mark(',') if depth == 1 => first = true,
                    Token::Word(name) if first && depth == 1 => {
                        found.push((*line, name.clone()));
                        first = false;
                    }
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
            }
            found
        }
        _ => vec![(line, "?".to_owned())],
    }
}

fn crossing(here: &str, there: &str) -> Option<String> {
    if there == "*" {
        return Some(format!("{here} takes in the whole house"));
    }
    let (from, to) = (floor(here)?, floor(there)?);
    if to > from {
        Some(format!("{here} reaches up to {there}"))
    } else if to == from && here != there {
        Some(format!("{here} reaches sideways to {there}"))
    } else {
        None
    }
}

#[test]
fn a_planted_import_is_found() {
    let module = |path: &str| path.split("::").map(str::to_owned).collect::<Vec<_>>();
    for (path, text, lines) in [
        ("rules::rest", "use crate::engine::Flow;", &[1][..]),
        ("rules", "\n\nfn f() { crate::tui::run() }", &[3]),
        ("model", "use crate::{\n    model::A,\n    rules::{B, C},\n    app,\n};", &[3, 4]),
        ("store", "use crate::speech::Words;", &[1]),
        ("tui::screens::help", "use super::super::super::export::text;", &[1]),
        ("export", "use super::{cli, app};", &[1]),
        ("cli", "mod tests {\n use super::super::tui;\n}", &[2]),
        ("cli", "mod tests {\n fn f() { super::super::tui::g() }\n}", &[2]),
        ("export", "use self::super::cli;", &[1]),
        ("engine", "pub(in crate::app) struct S;", &[1]),
        ("rules", "use crate::*;", &[1]),
        ("rules", "use picket::store::open;", &[1]),
        ("rules", "let a = 'x'; let s = \"\\\"\"; let b = crate::app::c;", &[1]),
        ("rules", "fn f<'a>(x: &'a u8) -> crate::app::Y<'a> {}", &[1]),
    ] {
        let found: Vec<usize> = crossings(&module(path), text).into_iter().map(|(line, _)| line).collect();
        assert_eq!(found, lines, "{path}: {text}");
    }
}

#[test]
fn what_is_no_import_is_left_alone() {
    let module = |path: &str| path.split("::").map(str::to_owned).collect::<Vec<_>>();
    for (path, text) in [
        ("rules::rest", "use crate::model::Shift; use super::Rule; use super::super::model;"),
        ("tui::board", "use crate::{app::App, speech, store};"),
        ("engine", "// use crate::app::App;\n/* crate::tui /* nested */ crate::cli */"),
        ("engine", "let s = \"crate::app\"; let r = r#\"crate::\"tui\"#;"),
        ("engine", "mod tests { use super::app; }"),
        ("store", "use rusqlite::{export, cli}; let app = self::speech();"),
        ("app", "let cli = tui.export; x::cli::y();"),
        ("rules", "pub(crate) fn engine() {} pub(super) fn app() {}"),
    ] {
        assert_eq!(crossings(&module(path), text), [], "{path}: {text}");
    }
}

#[test]
fn the_second_opinion_is_its_own() {
    let truth = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/truth");
    let files = files(&truth, "rs");
    assert!(files.len() > 5);
    for path in files {
        let tokens = tokens(&fs::read_to_string(&path).unwrap());
        let library = |pair: &[(usize, Token)]| pair[0].1 == Token::Word("picket".into()) && pair[1].1 == Token::Path;
        assert!(!tokens.windows(2).any(library), "{} uses the program's own code", path.display());
    }
}

/// What a message says besides its words: its variables, by attribute (the
/// empty name is the message's own text).
type Shape = BTreeMap<String, BTreeSet<String>>;

#[derive(Default)]
struct Language {
    messages: BTreeMap<String, Shape>,
    terms: BTreeSet<String>,
    /// Messages and terms (with a leading `-`) spoken of, and where.
    spoken: Vec<(String, String)>,
    faults: Vec<String>,
}

impl Language {
    fn add(&mut self, file: &str, text: &str) {
        let resource = match fluent_syntax::parser::parse(text) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                self.faults.extend(errors.iter().map(|error| format!("{file}: {error}")));
                resource
            }
        };
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let id = message.id.name.to_owned();
                    let shape = self.shape(&id, message.value.as_ref(), &message.attributes);
                    if self.messages.insert(id.clone(), shape).is_some() {
                        self.faults.push(format!("{file}: {id} stands twice"));
                    }
                }
                Entry::Term(term) => {
                    let id = format!("-{}", term.id.name);
                    self.shape(&id, Some(&term.value), &term.attributes);
                    if !self.terms.insert(id.clone()) {
                        self.faults.push(format!("{file}: {id} stands twice"));
                    }
                }
                Entry::Junk { content } => {
                    self.faults.push(format!("{file}: can't be read: {content}"));
                }
                _ => {}
            }
        }
    }

    fn shape(&mut self, id: &str, value: Option<&Pattern<&str>>, attributes: &[Attribute<&str>]) -> Shape {
        let mut shape = Shape::new();
        let own = value.map(|value| ("", value));
        let rest = attributes.iter().map(|a| (a.id.name, &a.value));
        for (name, pattern) in own.into_iter().chain(rest) {
            let mut variables = BTreeSet::new();
            self.pattern(id, pattern, &mut variables);
            shape.insert(name.to_owned(), variables);
        }
        shape
    }

    fn pattern(&mut self, id: &str, pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(id, expression, variables);
            }
        }
    }

    fn expression(&mut self, id: &str, expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(id, inline, variables),
            Expression::Select { selector, variants } => {
                self.inline(id, selector, variables);
                for variant in variants {
                    self.pattern(id, &variant.value, variables);
                }
            }
        }
    }

    fn inline(&mut self, id: &str, inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
        let mut call = |language: &mut Self, arguments: &CallArguments<&str>| {
            for argument in &arguments.positional {
                language.inline(id, argument, variables);
            }
            for argument in &arguments.named {
                language.inline(id, &argument.value, variables);
            }
        };
        match inline {
            InlineExpression::FunctionReference { arguments, .. } => call(self, arguments),
            InlineExpression::TermReference { id: term, arguments, .. } => {
                self.spoken.push((format!("-{}", term.name), id.to_owned()));
                if let Some(arguments) = arguments {
                    call(self, arguments);
                }
            }
            InlineExpression::MessageReference { id: other, .. } => {
                self.spoken.push((other.name.to_owned(), id.to_owned()));
            }
            InlineExpression::VariableReference { id } => {
                variables.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => {
                self.expression(id, expression, variables);
            }
            _ => {}
        }
    }

    fn read(folder: &Path) -> Self {
        let mut language = Self::default();
        for path in files(folder, "ftl") {
            let name = path.strip_prefix(source()).unwrap().display().to_string();
            language.add(&name, &fs::read_to_string(&path).unwrap());
        }
        language
    }

    fn of(text: &str) -> Self {
        let mut language = Self::default();
        language.add("text", text);
        language
    }
}

/// What one language says and the other doesn't, or says of other things.
fn differences(english: &Language, french: &Language) -> Vec<String> {
    let mut found = Vec::new();
    for (name, language) in [("en", english), ("fr", french)] {
        found.extend(language.faults.iter().map(|fault| format!("{name}: {fault}")));
        for (what, by) in &language.spoken {
            if !language.messages.contains_key(what) && !language.terms.contains(what) {
                found.push(format!("{name}: {by} speaks of {what}, which is not there"));
            }
        }
    }
    for (id, shape) in &english.messages {
        match french.messages.get(id) {
            None => found.push(format!("{id} is not said in French")),
            Some(other) if other != shape => {
                found.push(format!("{id}: English has {shape:?}, French {other:?}"));
            }
            Some(_) => {}
        }
    }
    for id in french.messages.keys() {
        if !english.messages.contains_key(id) {
            found.push(format!("{id} is not said in English"));
        }
    }
    found
}

#[test]
fn what_is_said_in_english_is_said_in_french() {
    let (english, french) = (source().join("speech/en"), source().join("speech/fr"));
    let found = differences(&Language::read(&english), &Language::read(&french));
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_planted_difference_is_found() {
    let english = "a = A { $n }\n    .tip = T { $m }\nb = { $n ->\n    [one] one\n   *[other] { $m }\n}\n";
    let same = "a = Á { $n }\n    .tip = { $m }\nb = { $n } { -t } { NUMBER($m) }\n-t = T\n";
    assert_eq!(differences(&Language::of(english), &Language::of(same)), [""; 0]);
    for wrong in [
        "a = Á { $n }\n    .tip = { $m }\n",
        "a = Á\n    .tip = { $m }\nb = { $n } { $m }\n",
        "a = Á { $n }\nb = { $n } { $m }\n",
        "a = Á { $n }\n    .tip = { $x }\nb = { $n } { $m }\n",
        "a = Á { $n }\n    .tip = { $m }\nb = { $n } { $m }\nc = C\n",
        "a = Á { $n }\n    .tip = { $m }\nb = { $n } { $m }\nb = { $n } { $m }\n",
        "a = Á { $n }\n    .tip = { $m }\nb = { $n } { $m } { c }\n",
        "a = Á { $n }\n    .tip = { $m }\nb = { $n } { $m\n",
    ] {
        assert!(!differences(&Language::of(english), &Language::of(wrong)).is_empty(), "{wrong}");
    }
}
