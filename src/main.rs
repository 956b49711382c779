//! The `picket` program. Here the command line, the screen and the paper meet, which don't know each other.

use picket::app::keymap::Keymap;
use picket::app::recognised::Recognised;
use picket::app::session::{Opened, Opening, Past, Session};
use picket::app::view::notice::Tone;
use picket::app::view::{self, Desk, Printed};
use picket::cli::{self, Doors, Filled, Made, NoSheet, NotShown, Sheet, Style};
use picket::engine::pay::{Choice, Ledger};
use picket::export::code::Code;
use picket::export::out::{OutError, write_out};
use picket::export::verify::{self, Found};
use picket::export::{ExportError, Format, Published, View, What, board, bulk, write};
use picket::speech::Speech;
use picket::store::progress::{Progress, Stage};
use picket::store::record::{Attendance, Fact, RecordError, What as Kind};
use picket::tui::theme::Theme;
use picket::tui::{self, Left};
use std::cell::Cell;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Large plans come and go on several threads; this allocator gives their memory back where the system's keeps it for good.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Work that takes longer than this tells how far it is, and goes on telling after each such time.
const PATIENCE: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    let doors = Doors { export: &export, verify: &verify, screen: &screen };
    let answer = cli::run(std::env::args_os(), Style::of_terminal(), &doors);
    ExitCode::from(answer.print())
}

/// What a session keeps that sheets are made from, besides its roster.
#[derive(Default)]
struct Kept {
    ledger: Option<Ledger>,
    attendance: Vec<Attendance>,
    happened: Vec<(Fact, String)>,
}

impl Kept {
    fn view<'a>(&'a self, session: &'a Session, sheet: &Sheet<'_>) -> View<'a> {
        View {
            ledger: self.ledger.as_ref(),
            absences: &session.absences,
            attendance: &self.attendance,
            happened: &self.happened,
            only_member: sheet.person,
            told_lost: Some(&session.told_lost),
            published: session.published.as_ref().map(|(version, roster)| Published {
                version: *version,
                roster,
                hours: &session.told_hours,
            }),
            language: sheet.language,
            site: sheet.site,
            day: sheet.day,
            width: sheet.width,
            form_feeds: sheet.paginate,
            byte_order_mark: sheet.byte_order_mark,
            ..View::new(&session.ground, &session.roster, &session.coverage, session.version, session.now())
        }
    }
}

/// Guests, hand-overs and incidents, in order of time.
fn happened(session: &Session) -> Result<Vec<(Fact, String)>, RecordError> {
    let mut all = Vec::new();
    for kind in [Kind::GUESTS, Kind::HANDOVER, Kind::INCIDENT] {
        all.extend(session.facts(kind, None)?);
    }
    all.sort_by_key(|(fact, _)| (fact.at, fact.id));
    Ok(all)
}

/// Makes a sheet of the session.
fn export(session: &Session, sheet: &Sheet<'_>) -> Result<Made, NoSheet> {
    if sheet.what == view::ALL {
        return everything(session, sheet);
    }
    let words = || What::WORDS.map(|(word, _)| word).into_iter().chain([view::ALL]);
    let what = named(&What::WORDS, sheet.what).ok_or_else(|| NoSheet::What(list(words())))?;
    let formats = || NoSheet::Format(list(what.formats().iter().map(|format| format.word())));
    let format = match sheet.format {
        Some(word) => {
            named(&Format::WORDS, word).filter(|format| what.formats().contains(format)).ok_or_else(formats)?
        }
        None => *what.formats().first().ok_or_else(formats)?,
    };
    let mut kept = Kept::default();
    match what {
        What::Hours | What::Short => {
            // Of a strike that goes on, the present week is the one that can still be mended.
            let view = kept.view(session, sheet);
            let present = (what == What::Short).then(|| board::day(&view));
            let choice = Choice { week: sheet.week.or(present), member: sheet.member };
            kept.ledger = Some(session.ledger(choice).map_err(NoSheet::Record)?);
        }
        What::Report => {
            kept.attendance = session.attendance().map_err(NoSheet::Record)?;
            kept.happened = happened(session).map_err(NoSheet::Record)?;
        }
        What::Board => kept.attendance = session.attendance().map_err(NoSheet::Record)?,
        _ => {}
    }
    let view = kept.view(session, sheet);
    let content = |to: &mut dyn Write| write(&view, what, format, to).map_err(Trouble::from);
    let Some(path) = sheet.out else {
        if format == Format::Xlsx {
            return Err(NoSheet::NoPlace);
        }
        let mut text = Vec::new();
        content(&mut text)?;
        return String::from_utf8(text).map(Made::Text).map_err(|_| refused(std::io::ErrorKind::InvalidData.into()));
    };
    write_out(&session.folder, &session.files, path, content)?;
    Ok(Made::Written)
}

/// Fills a folder with everything for a day, telling how far it is when that takes long and someone looks on.
fn everything(session: &Session, sheet: &Sheet<'_>) -> Result<Made, NoSheet> {
    let is_seen = std::io::stderr().is_terminal();
    let told = Mutex::new(Instant::now());
    let speech = Speech::new(sheet.language);
    let progress = |done: usize, of: usize| {
        let Ok(mut told) = told.try_lock() else { return };
        if is_seen && told.elapsed() >= PATIENCE {
            *told = Instant::now();
            let said = speech.say("cli-progress", &[("done", done.into()), ("of", of.into())]);
            // Whoever can't be told is not: the work goes on.
            let _ = write!(std::io::stderr(), "\r{said} ");
        }
    };
    fill(session, sheet, &progress).map(Made::Filled)
}

/// The same, telling `progress` how many lines of how many are done.
fn fill(session: &Session, sheet: &Sheet<'_>, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Filled, NoSheet> {
    if sheet.format.is_some_and(|format| format != Format::Text.word() && format != Format::Json.word()) {
        return Err(NoSheet::Format(Format::Text.word().to_owned()));
    }
    let folder = sheet.out.ok_or(NoSheet::NoPlace)?;
    let kept = Kept { attendance: session.attendance().map_err(NoSheet::Record)?, ..Kept::default() };
    let view = kept.view(session, sheet);
    let place = bulk::Place { folder, strike: &session.folder, files: &session.files };
    let done = bulk::write(&view, place, sheet.only_changed, progress).map_err(|error| match error {
        // Some of the folder's sheets may stand already.
        OutError::Io { path, source } => NoSheet::Disk { path: Some(path), source, is_part: true },
        error => Trouble::from(error).0,
    })?;
    Ok(Filled { day: board::day(&view), written: done.written, kept: done.kept, stale: done.stale })
}

/// Finds the sheet of a code: among those of the roster as it is, then of every roster there was.
fn verify(session: &Session, text: &str) -> Result<Option<Recognised>, NoSheet> {
    let code = Code::parse(text).ok_or_else(|| NoSheet::Code(text.to_owned()))?;
    let ledger = session.ledger(Choice::default()).map_err(NoSheet::Record)?;
    let kept = Kept {
        ledger: Some(ledger),
        attendance: session.attendance().map_err(NoSheet::Record)?,
        happened: happened(session).map_err(NoSheet::Record)?,
    };
    let view = kept.view(session, &Sheet::new("", session.language));
    let recognised =
        |found: Found, past| Recognised { what: found.what.word(), place: found.place, dates: found.dates, past };
    if let Some(found) = verify::find(&view, code) {
        return Ok(Some(recognised(found, None)));
    }
    let earlier = |past: &Past<'_>| {
        let view = View { roster: past.roster, ..view.clone() };
        let found = verify::find_touched(&view, code, past.touched)?;
        Some(recognised(found, Some((past.version, past.until))))
    };
    session.rewind(earlier).map_err(NoSheet::Record)
}

/// What the disk refused of a sheet.
fn refused(source: std::io::Error) -> NoSheet {
    NoSheet::Disk { path: None, source, is_part: false }
}

/// What can go wrong with a sheet, on the way to what the command line says about it.
struct Trouble(NoSheet);

impl From<ExportError> for Trouble {
    fn from(error: ExportError) -> Self {
        Self(match error {
            ExportError::Io(source) => refused(source),
            ExportError::Format { what, .. } => {
                NoSheet::Format(list(what.formats().iter().map(|format| format.word())))
            }
        })
    }
}

impl From<OutError> for Trouble {
    fn from(error: OutError) -> Self {
        Self(match error {
            OutError::OfTheStrike(path) => NoSheet::OfTheStrike(path.display().to_string()),
            OutError::NotAFile(path) => NoSheet::NotAFile(path.display().to_string()),
            OutError::NotAFolder(path) => NoSheet::NotAFolder(path.display().to_string()),
            OutError::Io { path, source } => NoSheet::Disk { path: Some(path), source, is_part: false },
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

/// Opens the screen on a strike.
fn screen(opening: Opening, plain: bool) -> Result<(), NotShown> {
    if plain {
        return lines(opening);
    }
    let language = Cell::new(opening.language.unwrap_or_default());
    let is_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    if is_terminal && std::env::var("TERM").is_ok_and(|term| term == "dumb") {
        // Nothing could be drawn there; it is told why what comes is lines.
        let (_, language) = opening.glance();
        let _ = writeln!(std::io::stdout(), "{}", Speech::new(language).word("screen-dumb"));
        return lines(opening);
    }
    let seat = |session: Session| {
        language.set(session.language);
        seat(session)
    };
    let theme = Theme::of_environment(|name| std::env::var(name).ok());
    let left = tui::open(opening, &seat, &theme, paper());
    let told = |id: &str| Err(NotShown::Told(Speech::new(language.get()).word(id)));
    match left {
        Ok(Left::Quit(_) | Left::Before | Left::Gone) => Ok(()),
        Ok(Left::NoTerminal) => told("screen-no-terminal"),
        Ok(Left::Fault(Some(report))) => {
            let values = [("report", report.display().to_string().into())];
            Err(NotShown::Told(Speech::new(language.get()).say("screen-fault", &values)))
        }
        Ok(Left::Fault(None)) => told("screen-fault-untold"),
        Ok(Left::Unusable(opened)) => Err(NotShown::Unusable(opened)),
        Ok(Left::Failed(error)) => Err(NotShown::Failed(error)),
        Err(error) => Err(NotShown::Told(error.to_string())),
    }
}

/// What the screen has done with paper.
fn paper() -> tui::Paper {
    let find = |session: &Session, code: &str, speech: Speech| {
        verify(session, code).map_err(|error| error.said(speech, "", None))
    };
    tui::Paper { print: Arc::new(print), verify: Arc::new(find) }
}

/// The screen as lines of text.
fn lines(opening: Opening) -> Result<(), NotShown> {
    let opened = (opening.open)(&Progress::default()).map_err(NotShown::Failed)?;
    let Opened { session: Some(session), .. } = opened else { return Err(NotShown::Unusable(Box::new(opened))) };
    let (input, mut output) = (std::io::stdin().lock(), std::io::stdout().lock());
    let left = tui::run_plain(seat(session), input, &mut output, &paper());
    left.map(drop).map_err(|error| NotShown::Told(error.to_string()))
}

/// The desk of a session, with the person's keys.
fn seat(session: Session) -> Desk {
    let (now, language) = (session.now(), session.language);
    let is_sample = session.sample.is_some();
    let mut desk = Desk::new(session, now);
    desk.speak(language);
    take_keys(&mut desk);
    if is_sample {
        desk.go_to_start();
    }
    desk.refresh();
    desk
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
fn print(session: &Session, asked: &view::Sheet) -> Result<Printed, String> {
    let (paper, path) = (&asked.paper, PathBuf::from(&asked.file));
    let mut sheet = Sheet::new(paper.what, asked.speech.language());
    let member = paper.member.map(|member| session.ground.strike.member(member).id.clone());
    (sheet.format, sheet.site) = (paper.format, paper.site);
    // The ledger is kept by weeks: of a day, its week is meant.
    (sheet.day, sheet.week) = if paper.what == "hours" { (None, paper.day) } else { (paper.day, None) };
    (sheet.member, sheet.person, sheet.out) = (member.as_deref(), paper.member, Some(path.as_path()));
    sheet.only_changed = paper.only_changed;
    // It goes to a printer: each page begins on paper of its own.
    sheet.paginate = paper.format.is_none();
    sheet.width = asked.width.unwrap_or(sheet.width);
    let trouble = |error: NoSheet| error.said(asked.speech, paper.what, paper.format);
    let path = std::env::current_dir().map_or(path.clone(), |folder| folder.join(&path));
    if paper.what == view::ALL {
        // How far it is stands on the screen: nothing may be written over that.
        let progress = session.progress();
        let Filled { written, kept, stale, .. } =
            fill(session, &sheet, &|done, of| progress.tell(Stage::Sheets, done, of)).map_err(trouble)?;
        return Ok(Printed::Folder { path, written, kept, stale: stale.len() });
    }
    if paper.what == view::INCIDENTS {
        let found = session.incidents(paper.site, paper.day).map_err(NoSheet::Record).map_err(trouble)?;
        let text = match paper.format {
            Some(_) => cli::incident_table(&found),
            None => cli::incident_list(asked.speech, session, &found),
        };
        let written: Result<(), Trouble> = write_out(&session.folder, &session.files, &path, |to| {
            to.write_all(text.as_bytes()).map_err(|source| OutError::Io { path: path.clone(), source }.into())
        });
        written.map_err(|error| trouble(error.into()))?;
        return Ok(Printed::File(path));
    }
    export(session, &sheet).map_err(trouble)?;
    Ok(Printed::File(path))
}
