//! How the commands read whose first word, the folder, may be left out. The parser can't say that of a first word, so it is
//! said here: in their help, and when words are missing.

/// `why`.
pub const WHY: &str = "picket why [OPTIONS] [DIR] SHIFT [MEMBER]";
/// `assign`.
pub const ASSIGN: &str = "picket assign [OPTIONS] [DIR] SHIFT MEMBER";
/// `unassign`.
pub const UNASSIGN: &str = "picket unassign [OPTIONS] [DIR] SHIFT MEMBER";
/// `absent`.
pub const ABSENT: &str = "picket absent [OPTIONS] [DIR] MEMBER WHEN";
/// `callin`.
pub const CALLIN: &str = "picket callin [OPTIONS] [DIR] MEMBER WHEN";
/// `sign`.
pub const SIGN: &str = "picket sign [OPTIONS] [DIR] SHIFT MEMBER in|out [HH:MM]";
/// `noshow`.
pub const NOSHOW: &str = "picket noshow [OPTIONS] [DIR] SHIFT MEMBER";
/// `import`.
pub const IMPORT: &str = "picket import [OPTIONS] [DIR] FILE.csv";
/// `export`.
pub const EXPORT: &str = "picket export [OPTIONS] [DIR] WHAT [MEMBER]";

/// A word of a command line, and what it is.
pub type Word = (&'static str, &'static str);

/// The folder.
pub const DIR: Word = ("[DIR]", "The strike's folder [default: the current folder]");
/// A shift.
pub const SHIFT: Word = ("SHIFT", "The shift's id: SITE/LINE/YYYY-MM-DD/TEMPLATE");
/// A member.
pub const MEMBER: Word = ("MEMBER", "The member's id");
/// A member who may be left out.
pub const MAYBE_MEMBER: Word = ("[MEMBER]", "A member's id: why this member may not stand there");
/// A member, told by name too.
pub const SOMEONE: Word = ("MEMBER", "The member's id, or a part of the name");
/// In or out.
pub const WAY: Word = ("in|out", "Comes, or goes");
/// A time of day.
pub const CLOCK: Word =
    ("[HH:MM]", "When, on the site's clock [default: now]; the reading nearest to the shift is meant");
/// A time.
pub const TIME: Word = ("WHEN", "The time, written as an availability: 2026-12-09, \"mon 07:00-12:00\"");
/// A table of members.
pub const TABLE: Word =
    ("FILE.csv", "The export: a table of text in any usual encoding, with commas, semicolons or tabs");
/// A sheet.
pub const WHAT: Word =
    ("WHAT", "What: `roster`, `signin`, `captain`, `calls`, `changes`, `hours`, `essential`, `coverage` or `member`");
/// Whose sheet.
pub const WHOSE: Word = ("[MEMBER]", "After `member`: the member's id, or a part of the name");

/// The help of a command with these words.
pub fn help(words: &[Word]) -> String {
    let width = words.iter().map(|(word, _)| word.len()).max().unwrap_or(0);
    let lines: Vec<String> = words.iter().map(|(word, what)| format!("  {word:<width$}  {what}\n")).collect();
    let lines = lines.concat();
    format!("{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\nArguments:\n{lines}\n{{all-args}}{{after-help}}")
}
