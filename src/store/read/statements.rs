//! A TOML text statement by statement: what each takes up, and which of them would swallow what follows. A bracket that is
//! never closed is taken to end where the next statement begins, so that one slip hides nothing but itself.
//!
//! Refuses to know what a key means, and whether a value is right.

use std::ops::Range;
use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

/// A header, or a key with its value on however many lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    /// From its first character to its last, without the remark behind it.
    pub span: Range<usize>,
    /// `[table]` or `[[table]]`, whether rightly written or not.
    pub is_header: bool,
    /// What is wrong with its brackets.
    pub flaw: Option<Flaw>,
}

/// Brackets that don't match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// A list whose `[` stands here is never closed.
    List(usize),
    /// A table on one line whose `{` stands here is never closed.
    Table(usize),
    /// A header is opened with other brackets than it is closed with.
    Header,
}

/// The statements of `text`, in order.
pub(super) fn statements(text: &str) -> Vec<Statement> {
    let tokens: Vec<Token> = Source::new(text).lex().collect();
    let mut all: Vec<Statement> = Vec::new();
    // Brackets that are still open in the last statement.
    let mut open: Vec<Token> = Vec::new();
    for line in tokens.split_inclusive(|token| token.kind() == TokenKind::Newline) {
        let said = said(line);
        let (Some(first), Some(last)) = (said.first(), said.last()) else { continue };
        if open.last().is_some_and(|inner| begins_anew(&said, inner.kind(), text)) {
            close(&mut all, &mut open);
        }
        match all.last_mut() {
            Some(statement) if !open.is_empty() => statement.span.end = last.span().end(),
            _ => all.push(Statement {
                span: first.span().start()..last.span().end(),
                is_header: first.kind() == TokenKind::LeftSquareBracket || has_lost_its_opening(&said),
                flaw: None,
            }),
        }
        match all.last_mut() {
            Some(header) if header.is_header => header.flaw = (!is_header(&said)).then_some(Flaw::Header),
            _ => said.iter().for_each(|token| nest(&mut open, *token)),
        }
    }
    close(&mut all, &mut open);
    all
}

/// What a line says: without blanks, remark and end.
fn said(line: &[Token]) -> Vec<Token> {
    use TokenKind::{Comment, Eof, Newline, Whitespace};
    line.iter().copied().filter(|token| !matches!(token.kind(), Comment | Eof | Newline | Whitespace)).collect()
}

/// Ends the last statement, whatever of it is still open.
fn close(all: &mut [Statement], open: &mut Vec<Token>) {
    let flaw = open.first().map(|token| match token.kind() {
        TokenKind::LeftSquareBracket => Flaw::List(token.span().start()),
        _ => Flaw::Table(token.span().start()),
    });
    if let (Some(flaw), Some(statement)) = (flaw, all.last_mut()) {
        statement.flaw = Some(flaw);
    }
    open.clear();
}

/// One bracket more, or one less.
fn nest(open: &mut Vec<Token>, token: Token) {
    let opens = match token.kind() {
        TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => return open.push(token),
        TokenKind::RightSquareBracket => TokenKind::LeftSquareBracket,
        TokenKind::RightCurlyBracket => TokenKind::LeftCurlyBracket,
        _ => return,
    };
    if open.last().is_some_and(|inner| inner.kind() == opens) {
        open.pop();
    }
}

/// True when a line can be no part of what is open: a header, be it well closed or not, or in a list a key with its value.
fn begins_anew(line: &[Token], inner: TokenKind, text: &str) -> bool {
    let kinds: Vec<TokenKind> = line.iter().map(Token::kind).collect();
    let is_list = inner == TokenKind::LeftSquareBracket;
    match kinds[..] {
        [TokenKind::Atom, TokenKind::Equals, ..] => is_list,
        // In a list there may be lists, but of nothing that has a name.
        [TokenKind::LeftSquareBracket, ..] => !is_list || line.iter().any(|token| is_name(token, text)),
        _ => false,
    }
}

fn is_name(token: &Token, text: &str) -> bool {
    let word = text.get(token.span().start()..token.span().end()).unwrap_or_default();
    let is_word = token.kind() == TokenKind::Atom && word.starts_with(char::is_alphabetic);
    is_word && !matches!(word, "true" | "false" | "inf" | "nan")
}

/// `a]]`: nothing but a header ends so.
fn has_lost_its_opening(line: &[Token]) -> bool {
    let is_end = line.last().is_some_and(|token| token.kind() == TokenKind::RightSquareBracket);
    is_end && line.iter().all(|token| token.kind() != TokenKind::Equals)
}

/// `[a.b]` or `[[a.b]]`.
fn is_header(line: &[Token]) -> bool {
    let count = |kind: TokenKind| line.iter().filter(|token| token.kind() == kind).count();
    let opened = line.iter().take_while(|token| token.kind() == TokenKind::LeftSquareBracket).count();
    let closed = line.iter().rev().take_while(|token| token.kind() == TokenKind::RightSquareBracket).count();
    let is_even = opened == closed && matches!(opened, 1 | 2);
    is_even && count(TokenKind::LeftSquareBracket) == opened && count(TokenKind::RightSquareBracket) == closed
}

/// `text` without the statements, each by its place in `all`, that `is_left_out`, of a header with all that it heads. What
/// stays stands where it stood; and of a key that is left out it still can be seen that it was there: its value is 0.
pub(super) fn without(text: &str, all: &[Statement], is_left_out: impl Fn(usize) -> bool) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut heading: Option<String> = None;
    for (ix, statement) in all.iter().enumerate() {
        if statement.is_header {
            let name = header_name(text, statement);
            let is_below = heading.as_ref().is_some_and(|over| name.starts_with(&format!("{over}.")));
            if !is_below {
                heading = is_left_out(ix).then_some(name);
            }
        }
        let Range { start, end } = statement.span;
        kept.push_str(&text[kept.len()..start]);
        let said = &text[start..end];
        let key =
            said.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-')).next().unwrap_or_default();
        if heading.is_none() && !is_left_out(ix) {
            kept.push_str(said);
        } else if heading.is_some() || key.is_empty() || said.len() < key.len() + 2 {
            kept.extend(said.bytes().map(blank));
        } else {
            kept.push_str(key);
            kept.push_str("=0");
            kept.extend(said.bytes().skip(key.len() + 2).map(blank));
        }
    }
    kept.push_str(&text[kept.len()..]);
    kept
}

/// What stands in place of a byte, so that lines stay lines.
fn blank(byte: u8) -> char {
    if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' }
}

/// The name of a table, without brackets and blanks.
fn header_name(text: &str, header: &Statement) -> String {
    let is_name = |c: &char| !c.is_whitespace() && !matches!(c, '[' | ']');
    text[header.span.clone()].chars().filter(is_name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(&str, Option<Flaw>)> {
        statements(text).into_iter().map(|each| (&text[each.span], each.flaw)).collect()
    }

    #[test]
    fn statements_are_told_apart() {
        let text =
            "# a\n[strike] # b\nname = \"a [ # c\"\r\nrates = [ { a = 1 }, # d\n  { a = 2 } ]\nx = '''\n[no]\n'''\n";
        let all = ["[strike]", "name = \"a [ # c\"", "rates = [ { a = 1 }, # d\n  { a = 2 } ]", "x = '''\n[no]\n'''"];
        assert_eq!(told(text), all.map(|each| (each, None)));
    }

    #[test]
    fn a_bracket_left_open_ends_where_the_next_statement_begins() {
        assert_eq!(
            told("a = [1,\n 2\nb = 3\n[[c]]\nd = { e = 1,\n f = 2\n[g\nh = [\n  [true],\n  [2]\n"),
            [
                ("a = [1,\n 2", Some(Flaw::List(4))),
                ("b = 3", None),
                ("[[c]]", None),
                ("d = { e = 1,\n f = 2", Some(Flaw::Table(27))),
                ("[g", Some(Flaw::Header)),
                ("h = [\n  [true],\n  [2]", Some(Flaw::List(50))),
            ]
        );
    }

    #[test]
    fn headers_are_closed_as_they_are_opened() {
        for wrong in ["a]", "a.b]]", "[[a]", "[a]]", "[a", "[[a", "[", "[]]", "[[[a]]]", "[a] b"] {
            assert_eq!(told(wrong), [(wrong, Some(Flaw::Header))]);
        }
        for right in ["[a]", "[[a.b]]", "[ a . \"b c\" ]"] {
            assert_eq!(told(right), [(right, None)]);
        }
    }

    #[test]
    fn a_header_is_left_out_with_all_it_heads() {
        let text = "[a]\nb = 1\n[[c]\nd = 2\n[[c.e]]\nf = 3\n[[c]]\ng = [é,\n5\ni = 6\nh\n";
        let all = statements(text);
        let kept = without(text, &all, |ix| all[ix].flaw.is_some() || ix == 9);
        assert_eq!(kept, "[a]\nb = 1\n    \n     \n       \n     \n[[c]]\ng=0     \n \ni = 6\n \n");
    }
}
