//! The spaces of French. The language files are typed with plain spaces, which anyone can see and type; where French wants
//! one at which no line is broken, it is set here, once for all sentences: before a colon and inside guillemets, and a narrow
//! one between a number and its unit. Before `;`, `!` and `?` Canadian French has none.

use super::number::NARROW;

/// A space at which no line is broken.
const FIXED: char = '\u{a0}';
/// Units that follow a number.
const UNITS: [&str; 4] = ["min", "km", "h", "s"];

/// A language file with the spaces of its sentences set. Comments stay as they are.
pub fn french(source: &str) -> String {
    let mut set = String::with_capacity(source.len() + source.len() / 32);
    for line in source.split_inclusive('\n') {
        if line.starts_with('#') {
            set.push_str(line);
        } else {
            sentence(line, &mut set);
        }
    }
    set
}

fn sentence(line: &str, set: &mut String) {
    let mut before = '\0';
    for (at, c) in line.char_indices() {
        let after = &line[at + c.len_utf8()..];
        set.push(match c {
            ' ' if before == '«' || after.starts_with([':', '»']) => FIXED,
            ' ' if (before == '}' || before.is_ascii_digit()) && begins_with_unit(after) => NARROW,
            _ => c,
        });
        before = c;
    }
}

fn begins_with_unit(text: &str) -> bool {
    let is_whole = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '’');
    UNITS.iter().any(|unit| text.strip_prefix(unit).is_some_and(is_whole))
}

#[cfg(test)]
mod tests {
    use super::french;

    #[test]
    fn lines_do_not_break_before_a_colon_nor_inside_guillemets() {
        assert_eq!(french("a = « { $x } » : oui\n"), "a = «\u{a0}{ $x }\u{a0}»\u{a0}: oui\n");
        assert_eq!(french("b = { $n } min; 07:30, 22 h\n"), "b = { $n }\u{202f}min; 07:30, 22\u{202f}h\n");
        assert_eq!(french("c = { $who } horaire : « a »"), "c = { $who } horaire\u{a0}: «\u{a0}a\u{a0}»");
        assert_eq!(french("# c : « a »\n"), "# c : « a »\n");
    }
}
