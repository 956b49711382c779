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

/// `swap`.
pub const SWAP: &str = "picket swap [OPTIONS] [DIR] SHIFT MEMBER SHIFT MEMBER";
/// `repair`.
pub const REPAIR: &str = "picket repair [OPTIONS] [DIR] [SHIFT]";
/// `transfer`.
pub const TRANSFER: &str = "picket transfer [OPTIONS] [DIR] MEMBER FROM TO";
/// `close`.
pub const CLOSE: &str = "picket close [OPTIONS] [DIR] SITE";
/// `reopen`.
pub const REOPEN: &str = "picket reopen [OPTIONS] [DIR] SITE";
/// `sheet`.
pub const SHEET: &str = "picket sheet [OPTIONS] [DIR] SHIFT [FILE]";
/// `guests`.
pub const GUESTS: &str = "picket guests [OPTIONS] [DIR] SHIFT COUNT";
/// `handover`.
pub const HANDOVER: &str = "picket handover [OPTIONS] [DIR] SHIFT CAPTAIN";
/// `incident`.
pub const INCIDENT: &str = "picket incident [OPTIONS] [DIR] PLACE FACTS";
/// `alternate`.
pub const ALTERNATE: &str = "picket alternate [OPTIONS] [DIR] MEMBER DATE TIME";
/// `signoff`.
pub const SIGNOFF: &str = "picket signoff [OPTIONS] [DIR] DATE";
/// `backup`.
pub const BACKUP: &str = "picket backup [OPTIONS] [DIR] FILE";
/// `redact`.
pub const REDACT: &str = "picket redact [OPTIONS] [DIR] OUT";
/// `verify-sheet`.
pub const VERIFY: &str = "picket verify-sheet [OPTIONS] [DIR] CODE";

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
/// A shift, or all gaps.
pub const MAYBE_SHIFT: Word =
    ("[SHIFT]", "The shift's id: SITE/LINE/YYYY-MM-DD/TEMPLATE [default: every gap, worst first]");
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
/// The shift a member goes from.
pub const FROM: Word = ("FROM", "The id of the shift the member stands on");
/// The shift a member goes to.
pub const TO: Word = ("TO", "The id of the shift the member goes to");
/// A site.
pub const SITE: Word = ("SITE", "The site's id");
/// A paper sheet.
pub const PAPER: Word =
    ("[FILE]", "Lines `WHO IN OUT`, `WHO IN` or `WHO no`, and `guests N` [default: standard input]");
/// How many.
pub const COUNT: Word = ("COUNT", "How many");
/// The captain who takes over.
pub const TAKER: Word = ("CAPTAIN", "Who takes the line: the id, or a part of the name");
/// A place.
pub const PLACE: Word = ("PLACE", "The site's id, or SITE/LINE");
/// What happened.
pub const FACTS: Word = ("FACTS", "What happened: facts, no opinions");
/// A day.
pub const DATE: Word = ("DATE", "The day: YYYY-MM-DD");
/// How long.
pub const LENGTH: Word = ("TIME", "HH:MM-HH:MM, or a length: 4h, 3h30, 90m");
/// A day of a week.
pub const WEEK: Word = ("DATE", "A day of the week: YYYY-MM-DD");
/// A copy.
pub const COPY: Word = ("FILE", "The file to write; in a folder: roster-DATE-TIME.db. Nothing is written over");
/// A new folder.
pub const OUT: Word = ("OUT", "The folder to make: it must not be there yet, or be empty");
/// A sheet.
pub const WHAT: Word = (
    "WHAT",
    "What: roster, signin, captain, calls, changes, hours, essential, coverage, member, report, board, calendar, tree, \
     short, map; or all",
);
/// A sheet's code.
pub const CODE: Word = ("CODE", "The code in the head of the sheet; case and hyphen don't matter");
/// Whose sheet.
pub const WHOSE: Word = ("[MEMBER]", "After `member`: the member's id, or a part of the name");

/// The help of a command with these words.
pub fn help(words: &[Word]) -> String {
    let width = words.iter().map(|(word, _)| word.len()).max().unwrap_or(0);
    let lines: Vec<String> = words.iter().map(|(word, what)| format!("  {word:<width$}  {what}\n")).collect();
    let lines = lines.concat();
    format!("{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\nArguments:\n{lines}\n{{all-args}}{{after-help}}")
}
