//! How the commands read whose first word, the folder, may be left out. The parser can't say that of a first word, so it is
//! said here: in their help, and when words are missing.

use crate::model::campaign::Language;
use crate::speech::Speech;

/// `why`.
pub const WHY: &str = "picket why [OPTIONS] [DIR] SHIFT [MEMBER]";
/// `assign`.
pub const ASSIGN: &str = "picket assign [OPTIONS] [DIR] SHIFT MEMBER";
/// `unassign`.
pub const UNASSIGN: &str = "picket unassign [OPTIONS] [DIR] SHIFT MEMBER";
/// `back`.
pub const BACK: &str = "picket back [OPTIONS] [DIR] MEMBER [WHEN]";
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

/// A word of a command line, and the name in `speech` of what it is.
type Word = (&'static str, &'static str);

/// The folder.
const DIR: Word = ("[DIR]", "dir");
/// A shift.
const SHIFT: Word = ("SHIFT", "shift");
/// A member who may be left out.
const MAYBE_MEMBER: Word = ("[MEMBER]", "maybe-member");
/// A shift, or all gaps.
const MAYBE_SHIFT: Word = ("[SHIFT]", "maybe-shift");
/// A member.
const MEMBER: Word = ("MEMBER", "member");
/// In or out.
const WAY: Word = ("in|out", "way");
/// A time of day.
const CLOCK: Word = ("[HH:MM]", "clock");
/// A time.
const TIME: Word = ("WHEN", "time");
/// When someone can stand again.
const TIME_AGAIN: Word = ("[WHEN]", "time-again");
/// A table of members.
const TABLE: Word = ("FILE.csv", "table");
/// The shift a member goes from.
const FROM: Word = ("FROM", "from");
/// The shift a member goes to.
const TO: Word = ("TO", "to");
/// A site.
const SITE: Word = ("SITE", "site");
/// A paper sheet.
const PAPER: Word = ("[FILE]", "paper");
/// How many.
const COUNT: Word = ("COUNT", "count");
/// The captain who takes over.
const TAKER: Word = ("CAPTAIN", "taker");
/// A place.
const PLACE: Word = ("PLACE", "place");
/// What happened.
const FACTS: Word = ("FACTS", "facts");
/// A day.
const DATE: Word = ("DATE", "date");
/// How long.
const LENGTH: Word = ("TIME", "length");
/// A day of a week.
const WEEK: Word = ("DATE", "week");
/// A copy.
const COPY: Word = ("FILE", "copy");
/// A new folder.
const OUT: Word = ("OUT", "out");
/// A sheet.
const WHAT: Word = ("WHAT", "what");
/// A sheet's code.
const CODE: Word = ("CODE", "code");
/// Whose sheet.
const WHOSE: Word = ("[MEMBER]", "whose");

/// The words before the options, by command; those of others the parser knows itself.
fn words(command: &str) -> &'static [Word] {
    match command {
        "why" => &[DIR, SHIFT, MAYBE_MEMBER],
        "assign" | "unassign" | "swap" | "noshow" => &[DIR, SHIFT, MEMBER],
        "export" => &[DIR, WHAT, WHOSE],
        "verify-sheet" => &[DIR, CODE],
        "absent" | "callin" => &[DIR, MEMBER, TIME],
        "back" => &[DIR, MEMBER, TIME_AGAIN],
        "repair" => &[DIR, MAYBE_SHIFT],
        "transfer" => &[DIR, MEMBER, FROM, TO],
        "close" | "reopen" => &[DIR, SITE],
        "sign" => &[DIR, SHIFT, MEMBER, WAY, CLOCK],
        "sheet" => &[DIR, SHIFT, PAPER],
        "guests" => &[DIR, SHIFT, COUNT],
        "handover" => &[DIR, SHIFT, TAKER],
        "incident" => &[DIR, PLACE, FACTS],
        "alternate" => &[DIR, MEMBER, DATE, LENGTH],
        "signoff" => &[DIR, WEEK],
        "import" => &[DIR, TABLE],
        "backup" => &[DIR, COPY],
        "redact" => &[DIR, OUT],
        _ => &[],
    }
}

/// The template of a command's help, its words told in English.
pub fn help(command: &str) -> String {
    let usage = Speech::new(Language::En);
    template(command, usage, "{usage-heading}")
}

/// The template of a command's help in the language of `speech`.
pub fn help_in(command: &str, speech: Speech) -> String {
    template(command, speech, &speech.word("help-usage"))
}

fn template(command: &str, speech: Speech, usage: &str) -> String {
    let words = words(command);
    let width = words.iter().map(|(word, _)| word.len()).max().unwrap_or(0);
    let line = |(word, id): &Word| format!("  {word:<width$}  {}\n", speech.word(&format!("help-word-{id}")));
    let lines: String = words.iter().map(line).collect();
    let told = if words.is_empty() { String::new() } else { format!("{}\n{lines}\n", speech.word("help-arguments")) };
    format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{told}{{all-args}}{{after-help}}")
}
