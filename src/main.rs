//! The `picket` program: a thin door to the library. Here the command line meets the screen and the paper.

use picket::app::keymap::Keymap;
use picket::app::session::Session;
use picket::app::view::Desk;
use picket::app::view::notice::Tone;
use picket::app::view::prompt::Paper;
use picket::cli::{self, Doors, NoSheet, Sheet, Style};
use picket::engine::pay::Choice;
use picket::export::out::{OutError, write_out};
use picket::export::{ExportError, Format, Published, View, What, write};
use picket::speech::Speech;
use picket::tui::theme::Theme;
use picket::tui::{self, Left};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let doors = Doors { export: &export, screen: &screen };
    let answer = cli::run(std::env::args_os(), Style::of_terminal(), &doors);
    ExitCode::from(answer.print())
}

/// Makes a sheet of the session: its text, or nothing when it was written to the file asked for.
fn export(session: &Session, sheet: &Sheet<'_>) -> Result<Option<String>, NoSheet> {
    let what = named(&What::WORDS, sheet.what).ok_or_else(|| NoSheet::What(list(What::WORDS.map(|(word, _)| word))))?;
    let formats = || NoSheet::Format(list(what.formats().iter().map(|format| format.word())));
    let format = match sheet.format {
        Some(word) => {
            named(&Format::WORDS, word).filter(|format| what.formats().contains(format)).ok_or_else(formats)?
        }
        None => *what.formats().first().ok_or_else(formats)?,
    };
    let ledger = match what {
        What::Hours => {
            let choice = Choice { week: sheet.week, member: sheet.member };
            Some(session.ledger(choice).map_err(NoSheet::Record)?)
        }
        _ => None,
    };
    let view = View {
        ledger: ledger.as_ref(),
        absences: &session.absences,
        member: sheet.person,
        told_lost: Some(&session.told_lost),
        published: session.published.as_ref().map(|(version, roster)| Published { version: *version, roster }),
        language: sheet.language,
        site: sheet.site,
        day: sheet.day,
        width: sheet.width,
        form_feeds: sheet.paginate,
        byte_order_mark: sheet.byte_order_mark,
        ..View::new(&session.ground, &session.roster, &session.coverage, session.version, session.now())
    };
    let content = |to: &mut dyn Write| write(&view, what, format, to).map_err(Trouble::from);
    let Some(path) = sheet.out else {
        let mut text = Vec::new();
        content(&mut text)?;
        return String::from_utf8(text).map(Some).map_err(|error| NoSheet::Disk(error.to_string()));
    };
    write_out(&session.folder, &session.files, path, content)?;
    Ok(None)
}

/// What can go wrong with a sheet, on the way to what the command line says about it.
struct Trouble(NoSheet);

impl From<ExportError> for Trouble {
    fn from(error: ExportError) -> Self {
        Self(NoSheet::Disk(error.to_string()))
    }
}

impl From<OutError> for Trouble {
    fn from(error: OutError) -> Self {
        Self(match &error {
            OutError::OfTheStrike(path) => NoSheet::OfTheStrike(path.display().to_string()),
            OutError::NotAFile(path) => NoSheet::NotAFile(path.display().to_string()),
            OutError::Io { .. } => NoSheet::Disk(error.to_string()),
        })
    }
}

impl From<Trouble> for NoSheet {
    fn from(trouble: Trouble) -> Self {
        trouble.0
    }
}

fn named<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, it)| *it)
}

fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().collect::<Vec<_>>().join(", ")
}

/// Opens the screen on a session; gives what went wrong, in the language last spoken there.
fn screen(session: Session, plain: bool) -> Result<(), String> {
    let (now, language) = (session.now(), session.language);
    let speech = Speech::new(language);
    let is_sample = session.sample.is_some();
    let mut desk = Desk::new(session, now);
    desk.speak(language);
    take_keys(&mut desk);
    if is_sample {
        desk.go_to_start();
    }
    desk.refresh();
    if plain {
        let (input, mut output) = (std::io::stdin().lock(), std::io::stdout().lock());
        let left = tui::run_plain(desk, input, &mut output, &mut |desk, paper| print(desk, paper));
        return left.map(drop).map_err(|error| error.to_string());
    }
    let theme = Theme::of_environment(|name| std::env::var(name).ok());
    match tui::open(desk, &theme, &mut |desk, paper| print(desk, paper)) {
        Ok(Left::Quit(_)) => Ok(()),
        Ok(Left::NoTerminal) => Err(speech.word("screen-no-terminal")),
        Ok(Left::Fault(Some(report))) => {
            Err(speech.say("screen-fault", &[("report", report.display().to_string().into())]))
        }
        Ok(Left::Fault(None)) => Err(speech.word("screen-fault-untold")),
        Err(error) => Err(error.to_string()),
    }
}

/// Gives the desk the keys of the person's `keys.toml`, and says what of it can't be used.
fn take_keys(desk: &mut Desk) {
    let Some(text) = keys_file().and_then(|path| std::fs::read_to_string(path).ok()) else { return };
    let (keymap, trouble) = Keymap::of_toml(&text);
    desk.keymap = keymap;
    if let Some(first) = trouble.first() {
        let values = [
            ("count", i64::try_from(trouble.len()).unwrap_or(i64::MAX).into()),
            ("first", first.sentence(desk.speech).into()),
        ];
        let text = desk.speech.say("told-keys", &values);
        desk.tell(Tone::Refused, text);
    }
}

/// `PICKET_KEYS`, else `picket/keys.toml` in the person's folder of settings.
fn keys_file() -> Option<PathBuf> {
    let told = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    told("PICKET_KEYS").or_else(|| {
        let settings = told("XDG_CONFIG_HOME").or_else(|| told("HOME").map(|home| home.join(".config")))?;
        Some(settings.join("picket/keys.toml"))
    })
}

/// Writes a sheet asked for on the screen into the present folder.
fn print(desk: &Desk, paper: &Paper) -> Result<PathBuf, String> {
    let path = PathBuf::from(desk.paper_file(paper));
    let session = &desk.session;
    let mut sheet = Sheet::new(paper.what, desk.speech.language());
    let member = paper.member.map(|member| session.ground.strike.member(member).id.clone());
    (sheet.format, sheet.site, sheet.day) = (paper.format, paper.site, paper.day);
    (sheet.member, sheet.out) = (member.as_deref(), Some(path.as_path()));
    export(session, &sheet).map_err(|error| why_not(desk.speech, paper, error))?;
    Ok(std::env::current_dir().map_or(path.clone(), |folder| folder.join(&path)))
}

/// Why there is no sheet, in one sentence.
fn why_not(speech: Speech, paper: &Paper, error: NoSheet) -> String {
    let (id, name, value) = match error {
        NoSheet::What(known) => ("cli-no-sheet", "known", known),
        NoSheet::Format(known) => ("cli-no-format", "known", known),
        NoSheet::OfTheStrike(path) => ("cli-out-of-strike", "path", path),
        NoSheet::NotAFile(path) => ("cli-out-no-file", "path", path),
        NoSheet::Disk(detail) => ("cli-out-disk", "detail", detail),
        NoSheet::Record(error) => ("cli-out-disk", "detail", error.to_string()),
    };
    let (what, format) = (("what", paper.what.into()), ("format", paper.format.unwrap_or_default().into()));
    speech.say(id, &[what, format, (name, value.into())])
}
