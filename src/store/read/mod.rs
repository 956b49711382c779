//! From the files of a strike to [`Strike`]: everything read in one go, every problem of every file told with its place.
//!
//! Nothing is written here, nothing decided that the contract doesn't decide, and no word of any language spoken: problems
//! are codes with particulars ([`codes`]).

mod agreement;
mod campaign;
pub mod codes;
mod contacts;
mod cursor;
mod desk;
mod entry;
mod ids;
mod members;
mod phases;
mod site_numbers;
mod sites;
mod skills;
mod source;
mod statements;
mod syntax;
mod table;
mod times;

pub use contacts::{Contact, contact};
pub use desk::MOST_PER_CODE;
pub use source::{MOST_CSV_BYTES, MOST_TOML_BYTES, Sources};
pub use syntax::table as toml_table;
pub use table::MOST_COLUMNS;

use crate::model::Strike;
use crate::model::campaign::Language;
use crate::model::problem::{Problem, Severity};
use crate::model::strike::Lookup;
use campaign::Draft;
use desk::Desk;
use skills::Skills;
use source::{File, load};
use std::path::Path;

/// What reading a folder gives.
#[derive(Debug)]
pub struct Reading {
    /// The strike; None when there is an error in its files.
    pub strike: Option<Strike>,
    /// The strike's name, whenever it could be read.
    pub name: Option<String>,
    /// The files of members, as the strike names them, in order.
    pub member_files: Vec<String>,
    /// Every problem: file by file in the order of reading, each file's by place.
    pub problems: Vec<Problem>,
    /// The text of every file read, to show problems in their place.
    pub sources: Sources,
}

impl Reading {
    /// True when nothing is wrong that keeps the strike from being used.
    pub fn is_usable(&self) -> bool {
        self.strike.is_some()
    }

    /// The problems of one severity.
    pub fn of(&self, severity: Severity) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(move |problem| problem.severity == severity)
    }
}

/// The file that every strike has.
pub const STRIKE: &str = "strike.toml";

/// The files of a strike, where `[files]` names no others.
pub const USUAL: [&str; 4] = [STRIKE, "sites.toml", "members.csv", "essential.toml"];

/// True when nothing is there, not even a link that leads nowhere.
fn is_absent(path: &Path) -> bool {
    path.symlink_metadata().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}

/// The name and language of the strike in `folder`, from strike.toml alone; None: it can't be told.
pub fn glance(folder: &Path) -> Option<(String, Language)> {
    let desk = Desk::default();
    let file = load(&desk, folder, STRIKE, MOST_TOML_BYTES);
    let table = syntax::parse(&desk, &file);
    let campaign = campaign::read(&desk, &file, table.get_ref()).campaign;
    (!campaign.name.is_empty()).then_some((campaign.name, campaign.language))
}

/// What takes the place of files of the strike.
#[derive(Debug, Clone, Copy, Default)]
pub struct Instead<'a> {
    /// Texts, each in place of the file that the strike has by this name.
    pub files: &'a [(String, String)],
    /// A file, from the current folder, in place of the whole essential services agreement.
    pub agreement: Option<&'a Path>,
}

impl Instead<'_> {
    /// The file of this name, or what takes its place.
    fn load(&self, desk: &Desk, folder: &Path, name: &str, most: u64) -> File {
        match self.files.iter().find(|(other, _)| other == name) {
            Some((_, text)) => File::of_text(desk, name, text),
            None => load(desk, folder, name, most),
        }
    }
}

/// Reads the strike in `folder`.
pub fn read_strike(folder: &Path) -> Reading {
    read_strike_with(folder, Instead::default())
}

/// Reads the strike in `folder` as it would be with other texts in place of some of its files.
pub fn read_strike_with(folder: &Path, instead: Instead) -> Reading {
    let desk = Desk::default();
    if !folder.is_dir() {
        desk.lay(Problem::error(codes::NOT_A_FOLDER).with("name", folder.display().to_string()));
        let (problems, sources) = (desk.clear(&[]), Sources::default());
        return Reading { strike: None, name: None, member_files: Vec::new(), problems, sources };
    }
    if USUAL.iter().all(|name| is_absent(&folder.join(name))) {
        // One thing is wrong, not one for each file that isn't there.
        desk.lay(Problem::error(codes::NO_STRIKE).with("name", folder.display().to_string()));
        let (problems, sources) = (desk.clear(&[]), Sources::default());
        return Reading { strike: None, name: None, member_files: Vec::new(), problems, sources };
    }
    let strike_file = instead.load(&desk, folder, STRIKE, MOST_TOML_BYTES);
    let strike_table = syntax::parse(&desk, &strike_file);
    let draft = campaign::read(&desk, &strike_file, strike_table.get_ref());
    let files = Files::load(&desk, folder, &strike_file, &draft, instead);
    let member_files = draft.files.members.clone();
    let name = Some(draft.campaign.name.clone()).filter(|name| !name.is_empty());
    let strike = link(&desk, &strike_file, draft, &files);
    let strike = (!desk.has_errors()).then_some(strike);
    drop(strike_table);
    let in_order: Vec<&File> = std::iter::once(&strike_file).chain(files.all()).collect();
    let problems = desk.clear(&in_order);
    drop(in_order);
    let Files { sites, members, essential } = files;
    let all = std::iter::once(strike_file).chain(sites).chain(members).chain(essential);
    Reading { strike, name, member_files, problems, sources: Sources::of(all) }
}

/// The files beside strike.toml.
struct Files {
    sites: Vec<File>,
    members: Vec<File>,
    essential: Vec<File>,
}

impl Files {
    fn load(desk: &Desk, folder: &Path, strike: &File, draft: &Draft, instead: Instead) -> Self {
        let names = &draft.files;
        // Where strike.toml can't be read whole, it may name another in place of a usual one that isn't there.
        let may_have_another_name =
            |name: &str| !strike.is_whole.get() && USUAL.contains(&name) && is_absent(&folder.join(name));
        let read = |name: &str, most: u64| match name {
            name if may_have_another_name(name) => File::unread(name),
            name => instead.load(desk, folder, name, most),
        };
        let toml = |name: &String| read(name, MOST_TOML_BYTES);
        let usual = "essential.toml";
        // Asked without following links: one that leads nowhere is a problem, not an agreement that isn't there.
        let has_usual = names.essential.is_empty() && folder.join(usual).symlink_metadata().is_ok();
        let usual = has_usual.then(|| load(desk, folder, usual, MOST_TOML_BYTES));
        let list = |name: &String| read(name, MOST_CSV_BYTES);
        Self {
            sites: names.sites.iter().map(toml).collect(),
            members: names.members.iter().map(list).collect(),
            essential: match instead.agreement {
                Some(file) => vec![load(desk, Path::new(""), &file.to_string_lossy(), MOST_TOML_BYTES)],
                None => names.essential.iter().map(toml).chain(usual).collect(),
            },
        }
    }

    fn all(&self) -> impl Iterator<Item = &File> {
        self.sites.iter().chain(&self.members).chain(&self.essential)
    }
}

/// An agreement longer than this is taken apart by a thread of its own, while the members are read.
const LONG: usize = 1 << 18;

/// Reads what the other files say and ties everything together.
fn link(desk: &Desk, strike_file: &File, draft: Draft, files: &Files) -> Strike {
    std::thread::scope(|scope| {
        let texts: Vec<&str> = files.essential.iter().map(|file| file.text.as_str()).collect();
        let is_long = texts.iter().map(|text| text.len()).sum::<usize>() > LONG;
        let take_apart = move || texts.into_iter().map(syntax::take_apart).collect::<Vec<_>>();
        let ahead = is_long.then(|| std::thread::Builder::new().spawn_scoped(scope, take_apart));
        // Where there is no such thread, or it was lost, each is parsed when it is needed.
        let agreement = || ahead.and_then(Result::ok).and_then(|thread| thread.join().ok()).unwrap_or_default();
        link_with(desk, strike_file, draft, files, agreement)
    })
}

/// The same; `agreement` gives what the agreement's texts are taken apart into, where that is done already.
fn link_with<'a>(
    desk: &Desk,
    strike_file: &File,
    mut draft: Draft,
    files: &'a Files,
    agreement: impl FnOnce() -> Vec<syntax::Parts<'a>>,
) -> Strike {
    let mut skills = Skills::new();
    let site_tables: Vec<_> = files.sites.iter().map(|file| (file, syntax::parse(desk, file))).collect();
    let site_roots: Vec<_> = site_tables.iter().map(|(file, table)| (*file, table.get_ref())).collect();
    let mut sites = sites::read(desk, strike_file, &site_roots, &draft, &mut skills);
    let phases = std::mem::take(&mut draft.phases);
    let phases = phases::link(desk, strike_file, phases, &draft.campaign, &sites.ids, &sites.places);
    let around = members::Around {
        desk,
        sites: &sites.places,
        site_ids: &sites.ids,
        template_ids: &draft.template_ids,
        reach_km: draft.rules.reach_km,
    };
    let mut members = members::read(&around, &files.members, &mut skills);
    let mut parts = agreement().into_iter();
    let parsed = |file: &'a File| match parts.next() {
        Some(parts) => syntax::tell(desk, file, parts),
        None => syntax::parse(desk, file),
    };
    let essential_tables: Vec<_> = files.essential.iter().zip(files.essential.iter().map(parsed)).collect();
    let essential_roots: Vec<_> = essential_tables.iter().map(|(file, table)| (*file, table.get_ref())).collect();
    let around = agreement::Around {
        desk,
        campaign: &draft.campaign,
        sites: &sites.places,
        site_ids: &sites.ids,
        member_ids: &members.ids,
    };
    let read = agreement::read(&around, &essential_roots);
    if let Some((file, signed)) = read.signed {
        tell_signed(desk, file, &signed, &draft);
    }
    if members.ids.is_whole {
        let all: Vec<&File> = files.sites.iter().collect();
        skills.tell_missing(desk, &all, &members.people);
    }
    let skills = skills.in_order(&mut members.people, &mut sites.lines);
    Strike {
        campaign: draft.campaign,
        legal: draft.legal,
        phases,
        pay: draft.pay,
        rules: draft.rules,
        templates: draft.templates,
        sites: sites.places,
        lines: sites.lines,
        members: members.people,
        skills,
        patterns: members.patterns,
        agreement: read.agreement,
        lookup: Lookup {
            sites: sites.ids.into_lookup(),
            templates: draft.template_ids.into_lookup(),
            members: members.ids.into_lookup(),
            requirements: read.ids.into_lookup(),
        },
    }
}

/// Warns when `[legal]` has another day of signing than the agreement itself.
fn tell_signed(desk: &Desk, file: &File, signed: &entry::Told<chrono::NaiveDate>, draft: &Draft) {
    let legal = draft.legal.as_ref().and_then(|legal| legal.essential_agreement_signed);
    if let Some(legal) = legal.filter(|legal| *legal != signed.value) {
        let problem = Problem::warning(codes::SIGNED_DIFFERS)
            .with("signed", signed.value.to_string())
            .with("legal", legal.to_string());
        desk.at(file, signed.span.clone(), problem);
    }
}
