//! From the text of a TOML file to its table. Every slip in its form is told once, where it stands; what could be read in
//! spite of it is there, and the file knows what is broken.
//!
//! Refuses to know which keys there are.

use super::codes;
use super::desk::Desk;
use super::source::File;
use super::statements::{Flaw, Statement, statements, without};
use crate::model::problem::Problem;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, Error};
use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

/// The root table of `file`.
pub(super) fn parse<'a>(desk: &Desk, file: &'a File) -> Spanned<DeTable<'a>> {
    tell(desk, file, take_apart(&file.text))
}

/// A text taken apart, and what is wrong with it.
pub(super) type Parts<'a> = (Spanned<DeTable<'a>>, Vec<Error>);

/// Takes a text apart, and tells nothing yet: another thread may do it.
pub(super) fn take_apart(text: &str) -> Parts<'_> {
    DeTable::parse_recoverable(text)
}

/// Goes on as [`parse`], with the text of `file` taken apart already.
pub(super) fn tell<'a>(desk: &Desk, file: &'a File, (table, errors): Parts<'a>) -> Spanned<DeTable<'a>> {
    if errors.is_empty() {
        return table;
    }
    let all = statements(&file.text);
    let mut slips: Vec<Option<Slip>> = all.iter().map(|statement| of_brackets(file, statement)).collect();
    let readable = file.readable.get_or_init(|| readable(file, &all, &mut slips));
    let mut broken = Vec::new();
    for (statement, slip) in all.iter().zip(slips) {
        let Some((place, problem)) = slip else { continue };
        // Bytes that aren't text were told already.
        if !file.is_broken(&place) {
            desk.at(file, place, problem);
        }
        file.is_whole.set(false);
        broken.push(statement.span.clone());
    }
    let (table, errors) = take_apart(readable);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let value = of_value(file.slice(span.clone()), error.message());
        if value.is_none() {
            file.is_whole.set(false);
        }
        if !file.is_broken(&span) {
            desk.at(file, span.clone(), value.unwrap_or_else(|| unknown(error.message())));
        }
        broken.push(span);
    }
    file.broken.borrow_mut().extend(broken);
    table
}

/// A TOML text that is no file of the strike; or the first slip in its form, in its place.
pub fn table(text: &str) -> Result<toml::Table, Box<Problem>> {
    text.parse().map_err(|error: Error| {
        let desk = Desk::default();
        let file = File::of_text(&desk, "", text);
        parse(&desk, &file);
        let first = desk.clear(&[&file]).into_iter().next();
        Box::new(first.unwrap_or_else(|| unknown(error.message())))
    })
}

/// Where a statement's form is wrong, and what is.
type Slip = (Range<usize>, Problem);

/// So often a text is looked through for slips that hid behind others.
const ROUNDS: usize = 20;

/// The text of `file` with nothing in place of what can't be read; `slips`, one for each of `all` its statements, are those of
/// brackets, and all of them afterwards.
fn readable(file: &File, all: &[Statement], slips: &mut [Option<Slip>]) -> String {
    let mut kept = without(&file.text, all, |ix| slips[ix].is_some());
    for _ in 0..ROUNDS {
        let mut is_more = false;
        for error in take_apart(&kept).1 {
            let span = error.span().unwrap_or(0..0);
            let at = all.partition_point(|statement| statement.span.start <= span.start).checked_sub(1);
            let Some(at) = at.filter(|at| slips[*at].is_none()) else { continue };
            if of_value(file.slice(span.clone()), error.message()).is_none() {
                slips[at] = Some(of_form(file, &all[at], &span, error.message()));
                is_more = true;
            }
        }
        if !is_more {
            break;
        }
        kept = without(&file.text, all, |ix| slips[ix].is_some());
    }
    kept
}

/// Brackets that don't match.
fn of_brackets(file: &File, statement: &Statement) -> Option<Slip> {
    let flaw = statement.flaw?;
    // A text without end takes the bracket behind it along.
    let (slip, place) = quotes(file, &statement.span).unwrap_or_else(|| match flaw {
        Flaw::Header => ("header", statement.span.clone()),
        Flaw::List(at) => ("list", at..at + 1),
        Flaw::Table(at) => ("table", at..at + 1),
    });
    Some((place.clone(), slipped(file, slip, &place)))
}

/// A value that can't be read, where its statement is well-formed: `found`, of which the parser says `message`.
fn of_value(found: &str, message: &str) -> Option<Problem> {
    let is_word =
        is_bare_word(found) && ["boolean", "float", "must be quoted"].iter().any(|part| message.contains(part));
    let is_date = found.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '.' | '-'))
        && found.split(['/', '.', '-']).filter(|part| !part.is_empty()).count() == 3;
    if message.starts_with("invalid date") || is_date {
        Some(Problem::error(codes::BAD_DATE).with("value", found))
    } else if message.starts_with("invalid time") {
        let problem = Problem::error(codes::BAD_TIME).with("value", found);
        // A time of day stands in quotes; behind a date there are none.
        Some(if found.contains('-') { problem.help("clock") } else { problem })
    } else if message.starts_with("duplicate key") {
        Some(Problem::error(codes::DUPLICATE_KEY).with("key", found))
    } else {
        let problem = Problem::error(codes::UNQUOTED_TEXT).with("value", found);
        let is_answer = ["yes", "no", "true", "false"].iter().any(|word| word.eq_ignore_ascii_case(found));
        is_word.then_some(if is_answer { problem.help("yes-no") } else { problem })
    }
}

fn is_bare_word(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | ' ' | '’'))
}

/// Quotation marks that word processors write.
const CURLY: [char; 10] = ['“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»'];

/// Slips, each with how the parser tells of it.
const SLIPS: [(&str, &str); 6] = [
    ("equals", "key with no value"),
    ("comma", "missing comma"),
    ("more", "unexpected key or value, expected newline"),
    ("value", "string values must be quoted"),
    ("no-value", "missing value"),
    ("no-value", "extra `=`"),
];

/// What is wrong with a statement, at `span` of which the parser says `message`.
fn of_form(file: &File, statement: &Statement, span: &Range<usize>, message: &str) -> Slip {
    let found = quotes(file, &statement.span).or_else(|| {
        let (slip, _) = SLIPS.iter().find(|(_, said)| message.starts_with(said))?;
        Some((if *slip == "value" && span.is_empty() { "no-value" } else { slip }, span.clone()))
    });
    match found {
        _ if statement.is_header => (statement.span.clone(), slipped(file, "header", span)),
        Some((slip, place)) => (place.clone(), slipped(file, slip, &place)),
        None => (span.clone(), unknown(message)),
    }
}

/// A slip that has no words of its own.
fn unknown(message: &str) -> Problem {
    Problem::error(codes::SYNTAX).with("slip", "other").with("detail", message)
}

/// A slip of a known kind, at `place`.
fn slipped(file: &File, slip: &'static str, place: &Range<usize>) -> Problem {
    Problem::error(codes::SYNTAX).with("slip", slip).with("value", file.slice(place.clone())).help(slip)
}

/// The first quotation mark within `whole` that is a word processor's, or is never closed, and where it stands.
fn quotes(file: &File, whole: &Range<usize>) -> Option<(&'static str, Range<usize>)> {
    let statement = file.slice(whole.clone());
    let of = |token: Token| {
        let word = statement.get(token.span().start()..token.span().end())?;
        let start = whole.start + token.span().start();
        let mark = match token.kind() {
            TokenKind::BasicString => "\"",
            TokenKind::LiteralString => "'",
            TokenKind::MlBasicString => "\"\"\"",
            TokenKind::MlLiteralString => "'''",
            // In the middle of a word it is an apostrophe.
            TokenKind::Atom if word.starts_with(CURLY) || word.ends_with(CURLY) => "",
            _ => return None,
        };
        let is_closed = !mark.is_empty() && word.len() >= 2 * mark.len() && word.ends_with(mark);
        if is_closed {
            return None;
        }
        match word.char_indices().find(|(_, c)| CURLY.contains(c)) {
            Some((at, curly)) => Some(("quotes", start + at..start + at + curly.len_utf8())),
            None => Some(("string", start..start + mark.len())),
        }
    };
    Source::new(statement).lex().find_map(of)
}
