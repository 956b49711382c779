//! A union's list brought in: which file, what it would change, and who would come free; then all of it as one action.

use super::Desk;
use super::checked::Checked;
use super::choice::{Act, Choice};
use super::notice::Tone;
use super::page::{Ink, Kind, Matter, Row, Rows, Subject};
use super::path_typed::path_typed;
use super::prompt::Pick;
use super::study::Telling;
use crate::app::commands::Command;
use crate::app::fold::fold;
use crate::app::imported;
use crate::app::session::{NotImported, Session, Staged};
use crate::model::Change;
use crate::speech::place::named;
use crate::store::import::Person;
use std::path::{Path, PathBuf};

/// Files offered.
const MOST: usize = 200;

/// What bringing a list in would do.
#[derive(Debug)]
pub(super) struct Incoming {
    staged: Staged,
    file: String,
    rows: Vec<Line>,
}

/// A row: the name of a list and how long it is, or which of its things.
#[derive(Debug, Clone, Copy)]
enum Line {
    Head(&'static str, usize),
    Doubt(usize),
    Freed(usize),
    Broken(usize),
    Gone(usize),
    Added(usize),
    Changed(usize),
}

impl Incoming {
    fn new(staged: Staged, file: String) -> Self {
        let mut rows = Vec::new();
        let mut list = |head, len: usize, line: fn(usize) -> Line| {
            if len > 0 {
                rows.push(Line::Head(head, len));
                rows.extend((0..len).map(line));
            }
        };
        // What a person has to think about comes first.
        let preview = &staged.preview;
        list("import-suspicious", preview.doubts.len(), Line::Doubt);
        list("import-freed", staged.freed.len(), Line::Freed);
        list("import-broken", staged.broken.len(), Line::Broken);
        list("import-gone", preview.gone.len(), Line::Gone);
        list("import-added", preview.added.len(), Line::Added);
        list("import-changed", preview.changed.len(), Line::Changed);
        Self { staged, file, rows }
    }
}

fn who(person: &Person) -> String {
    named(&person.name, &person.id)
}

impl Rows for Incoming {
    fn head(&self, desk: &Desk) -> Vec<String> {
        let mut head =
            vec![desk.speech.of(&self.file, &imported::totals(desk.speech, "page-import-sum", &self.staged))];
        if self.can_be_made() {
            head.push(desk.sentence("page-import-take", &[]));
        }
        head
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, desk: &Desk, at: usize) -> Row {
        let preview = &self.staged.preview;
        let plain = |text: String| Row { text, ..Row::default() };
        match self.rows[at] {
            Line::Head(id, count) => {
                let text = desk.speech.say(id, &[("count", count.into())]);
                Row { text, ink: Ink::Heading, ..Row::default() }
            }
            Line::Doubt(at) => Row { ink: Ink::Warn, ..plain(imported::doubt(desk.speech, &preview.doubts[at])) },
            Line::Freed(at) => {
                let change = &self.staged.freed[at];
                Row { aside: desk.words().member(change.member()), ..Row::of_shift(desk, change.shift()) }
            }
            Line::Broken(at) => {
                let each = &self.staged.broken[at];
                let text = desk.speech.of(&desk.words().member(each.member), &imported::rule(desk.speech, each));
                Row { aside: desk.words().shift(each.shift), ink: Ink::Warn, ..plain(text) }
            }
            Line::Gone(at) => plain(who(&preview.gone[at])),
            Line::Added(at) => plain(who(&preview.added[at])),
            Line::Changed(at) => {
                // Which columns, not what stands in them: telephones are for captains.
                let each = &preview.changed[at];
                Row { aside: each.columns.join(", "), ..plain(who(&each.person)) }
            }
        }
    }

    fn subject(&self, desk: &Desk, at: usize) -> Subject {
        let preview = &self.staged.preview;
        let by_id = |id: &str| desk.ground().strike.lookup.members.get(id).copied();
        let freed = |change: &Change| Subject { shift: Some(change.shift()), member: Some(change.member()) };
        match self.rows[at] {
            Line::Freed(at) => freed(&self.staged.freed[at]),
            Line::Broken(at) => {
                let each = &self.staged.broken[at];
                Subject { shift: Some(each.shift), member: Some(each.member) }
            }
            Line::Gone(at) => Subject { shift: None, member: by_id(&preview.gone[at].id) },
            Line::Changed(at) => Subject { shift: None, member: by_id(&preview.changed[at].person.id) },
            Line::Doubt(at) => {
                Subject { shift: None, member: preview.doubts[at].members.iter().find_map(|id| by_id(id)) }
            }
            Line::Head(..) | Line::Added(_) => Subject::default(),
        }
    }

    fn can_be_made(&self) -> bool {
        self.staged.preview.changes_lists() || !self.staged.freed.is_empty()
    }
}

impl Desk {
    /// Asks for the file; or shows what bringing it in would do, where that waits to be asked for.
    pub(super) fn ask_import(&mut self) {
        if !self.turn_to_waiting(Kind::Import) {
            self.pick(Pick::Import);
        }
    }

    /// The tables in the folder that is typed, else in the present one and the strike's own; and the folders in it.
    pub(super) fn import_choices(&self, typed: &str) -> Vec<Choice> {
        let typed = path_typed(typed);
        let typed = typed.to_string_lossy();
        let (folder, begins) = match typed.rfind(std::path::MAIN_SEPARATOR) {
            Some(at) => typed.split_at(at + 1),
            None => ("", &*typed),
        };
        let mut found = Listed::of(Path::new(if folder.is_empty() { "." } else { folder }), folder);
        if folder.is_empty() && !is_here(&self.session.folder) {
            let strike = self.session.folder.join("");
            let own = Listed::of(&self.session.folder, &strike.to_string_lossy());
            found.tables.extend(own.tables);
        }
        let own = |path: &str| {
            let lists = self.session.member_files.iter().map(|file| self.session.folder.join(file));
            lists.into_iter().any(|list| is_one(&list, Path::new(path)))
        };
        let begins = fold(begins);
        let fits = |path: &str| {
            let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or(path);
            fold(name).contains(&begins)
        };
        let mut choices = Vec::new();
        for path in found.tables.iter().filter(|path| fits(path) && !own(path)) {
            let map = Path::new(path).with_extension("toml");
            if map.is_file() {
                let about = self.speech.say("import-by-map", &[("map", map.display().to_string().into())]);
                choices.push(Choice::new(path, Act::Import(path.into(), Some(map))).aside(about));
            } else {
                choices.push(Choice::new(path, Act::Import(path.into(), None)));
            }
        }
        let folders = found.folders.iter().filter(|path| fits(path));
        choices.extend(folders.map(|path| Choice::new(path, Act::Type(path.clone()))));
        // What is typed whole is taken as it is, whatever it is called.
        if choices.is_empty() && Path::new(&*typed).is_file() {
            choices.push(Choice::new(&*typed, Act::Import((&*typed).into(), None)));
        }
        choices.truncate(MOST);
        choices
    }

    /// Finds out what bringing it in would do, and shows it.
    pub(super) fn stage_import(&mut self, file: PathBuf, map: Option<PathBuf>) {
        let (from, version) = (self.place, self.session.version);
        let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let stage = move |session: &Session, _: &Telling| session.stage_import(&file, map.as_deref());
        self.study(true, "busy-staging", Command::Import, stage, move |desk, staged| match staged {
            Ok(staged) => desk.show_page(Matter::Import(Incoming::new(staged, name)), version, from),
            Err(why) => desk.not_imported(why, from),
        });
    }

    /// Brings in what is looked at.
    pub(super) fn bring_in(&mut self) {
        // Refused, it is still there to be looked at: the page goes only with what it told.
        let Some(page) = self.pages.take(Kind::Import) else { return };
        let version = page.version();
        let Matter::Import(incoming) = page.matter else { return };
        let bring = move |session: &mut Session| {
            let done = session.import(&incoming.staged, &incoming.file);
            (incoming, done)
        };
        self.carry_out(true, "busy-importing", bring, move |desk, (incoming, done)| match done {
            Ok(done) => {
                desk.leave_page(Kind::Import);
                desk.refresh();
                desk.tell_entry(&done);
            }
            Err(why) => {
                let from = desk.place;
                desk.show_page(Matter::Import(incoming), version, from);
                desk.not_imported(why, from);
            }
        });
    }

    /// Says why an export can't be brought in; what would be wrong with the lists is a page of its own.
    fn not_imported(&mut self, why: NotImported, from: super::place::Place) {
        match why {
            NotImported::Act(error) => self.refused(None, &error),
            NotImported::Export(error) => {
                let text = imported::unusable(self.speech, &error);
                self.tell(Tone::Refused, text);
            }
            NotImported::Unfit(reading) => {
                let matter = Matter::Check(Checked::new(reading.problems, "import-unfit"));
                self.show_page(matter, self.session.version, from);
            }
        }
    }
}

/// What there is in a folder, by the names that lead there, in order.
#[derive(Debug, Default)]
struct Listed {
    tables: Vec<String>,
    folders: Vec<String>,
}

impl Listed {
    /// Of `folder`, names written after `before`. A folder that can't be read has nothing in it.
    fn of(folder: &Path, before: &str) -> Self {
        let mut listed = Self::default();
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let is_table = Path::new(&name)
                .extension()
                .is_some_and(|end| ["csv", "txt", "tsv"].iter().any(|known| end.eq_ignore_ascii_case(known)));
            if entry.path().is_dir() {
                listed.folders.push(format!("{before}{name}/"));
            } else if is_table {
                listed.tables.push(format!("{before}{name}"));
            }
        }
        listed.tables.sort_unstable();
        listed.folders.sort_unstable();
        listed
    }
}

fn is_one(one: &Path, other: &Path) -> bool {
    one.canonicalize().ok().zip(other.canonicalize().ok()).is_some_and(|(one, other)| one == other)
}

fn is_here(folder: &Path) -> bool {
    is_one(folder, Path::new("."))
}
