//! A copy of a strike that may be shown to strangers, for a report of a fault: with fictional people under other ids, the same
//! in every file and in the record, and without what anyone wrote in their own words. Sites, dates, rules, skills, times and
//! the order of everything stay, so that the copy is checked and planned as the original is.
//!
//! Where people live is told more roughly, but never so that another site comes within reach. Nothing is ever written over.

mod cast;
mod text;

use crate::model::Strike;
use crate::model::geo::Place;
use crate::store::column::{COLUMNS, Column};
use crate::store::import::{ImportError, List, read_file};
use crate::store::place::{make_private, place_new};
use crate::store::read::STRIKE;
use crate::store::record::{FILE, Identity, Record, RecordError, Teller};
use cast::{Cast, masked};
use std::io;
use std::path::{Component, Path, PathBuf};
use toml_edit::DocumentMut;

/// Why no copy was made.
#[derive(Debug, thiserror::Error)]
pub enum RedactError {
    /// The folder holds something already.
    #[error("{0} is taken")]
    Taken(PathBuf),
    /// A file can't be read, or the copy can't be written.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A list of members can't be read.
    #[error(transparent)]
    List(#[from] ImportError),
    /// The record can't be read, or that of the copy not be written.
    #[error(transparent)]
    Record(#[from] RecordError),
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    /// The files, as the copy names them.
    pub files: Vec<String>,
    /// Rows of members.
    pub members: usize,
    /// Entries of the record.
    pub entries: u64,
    /// Rows whose place could not be told more roughly without changing what is within reach.
    pub exact: usize,
}

/// A file that strike.toml names: under which key, its name, and what it is called in the copy.
struct Named {
    key: &'static str,
    name: String,
    there: String,
}

/// What `[files]` can name, and what it is called otherwise.
const FILES: [(&str, &str); 3] = [("sites", "sites.toml"), ("members", "members.csv"), ("essential", "essential.toml")];

/// Copies the strike in `folder`, which was read as `strike`, to `out`.
pub fn redact(folder: &Path, strike: &Strike, record: &Record, out: &Path) -> Result<Redacted, RedactError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |source| RedactError::Io { path, source }
    };
    let taken = match std::fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => out.symlink_metadata().is_ok(),
    };
    if taken {
        return Err(RedactError::Taken(out.to_owned()));
    }
    let path = folder.join(STRIKE);
    let campaign = std::fs::read_to_string(&path).map_err(io(&path))?;
    let named = named(folder, &campaign);
    let (others, actors) = record.people()?;
    let people: Vec<(String, String)> =
        strike.members.iter().map(|member| (member.id.clone(), member.name.clone())).collect();
    let mut all = others;
    all.extend(strike.agreement.designations.iter().map(|each| strike.member(each.member).id.clone()));
    let cast = Cast::new(&people, all, &actors);

    let mut texts = Vec::new();
    let (mut members, mut exact) = (0, 0);
    for file in &named {
        let path = folder.join(&file.name);
        let text = if file.key == "members" {
            let mut list = List::of_bytes(&file.name, read_file(&path)?)?;
            members += list.rows().count();
            exact += retell_list(&mut list, strike, &cast);
            list.after()
        } else {
            let text = std::fs::read_to_string(&path).map_err(io(&path))?;
            told(&text, &cast, &path)?
        };
        texts.push((file.there.clone(), text));
    }
    let mut campaign = told(&campaign, &cast, &path)?;
    for (key, _) in FILES {
        let of_key = || named.iter().filter(|file| file.key == key);
        if of_key().any(|file| file.there != file.name) {
            let names: Vec<String> = of_key().map(|file| file.there.clone()).collect();
            campaign = text::with_files(&campaign, key, &names).unwrap_or(campaign);
        }
    }
    make_private(out).map_err(io(out))?;
    let copy = || {
        for (name, text) in &texts {
            let path = out.join(name);
            path.parent().map_or(Ok(()), make_private).map_err(io(&path))?;
            place_new(&path, text).map_err(io(&path))?;
        }
        let entries = record.retell(out, &Identity::of(strike), &cast)?;
        // Last, so that a folder in which something is missing is not taken for a strike.
        place_new(&out.join(STRIKE), &campaign).map_err(io(&out.join(STRIKE)))?;
        Ok(entries)
    };
    let entries = copy().inspect_err(|_: &RedactError| take_away(out, texts.iter().map(|(name, _)| name.as_str())))?;
    let files = std::iter::once(STRIKE.to_owned()).chain(texts.into_iter().map(|(name, _)| name)).collect();
    Ok(Redacted { files, members, entries, exact })
}

/// Takes half a copy away from `out`, which was empty: it would be in the way of another. What someone else has put there
/// meanwhile stays, and what can't be taken away is told then.
fn take_away<'a>(out: &Path, texts: impl Iterator<Item = &'a str>) {
    let of_record = ["", "-journal", "-wal", "-shm"].map(|end| format!("{FILE}{end}"));
    let files = texts.chain([STRIKE]).map(|name| out.join(name)).chain(of_record.iter().map(|name| out.join(name)));
    for path in files {
        let _ = std::fs::remove_file(&path);
        for folder in path.ancestors().skip(1).take_while(|folder| folder.starts_with(out)) {
            // Only where nothing is left in it.
            let _ = std::fs::remove_dir(folder);
        }
    }
}

fn told(text: &str, cast: &Cast, path: &Path) -> Result<String, RedactError> {
    let unreadable = || RedactError::Io { path: path.to_owned(), source: io::ErrorKind::InvalidData.into() };
    text::retold(text.trim_start_matches('\u{feff}'), cast).ok_or_else(unreadable)
}

/// The files of the strike besides strike.toml. One that lies elsewhere comes into the copy's folder under its own name.
fn named(folder: &Path, campaign: &str) -> Vec<Named> {
    let document: DocumentMut = campaign.trim_start_matches('\u{feff}').parse().unwrap_or_default();
    let mut all: Vec<Named> = Vec::new();
    for (key, usual) in FILES {
        let told = document.get("files").and_then(|files| files.get(key));
        let names: Vec<String> = match told {
            Some(item) => match (item.as_str(), item.as_array()) {
                (Some(one), _) => vec![one.to_owned()],
                (_, Some(several)) => several.iter().filter_map(|each| each.as_str().map(str::to_owned)).collect(),
                _ => Vec::new(),
            },
            None if folder.join(usual).exists() => vec![usual.to_owned()],
            None => Vec::new(),
        };
        for name in names {
            let is_inside =
                Path::new(&name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
            let mut there = match Path::new(&name).file_name().filter(|_| !is_inside) {
                Some(own) => own.to_string_lossy().into_owned(),
                None => name.clone(),
            };
            while there == STRIKE || all.iter().any(|other| other.there == there) {
                there.insert(0, '_');
            }
            all.push(Named { key, name, there });
        }
    }
    all
}

/// Tells a list anew; gives the number of rows whose place had to stay exact.
fn retell_list(list: &mut List, strike: &Strike, cast: &Cast) -> usize {
    let [id, name, latitude, longitude, phone, email] =
        [Column::Id, Column::Name, Column::Latitude, Column::Longitude, Column::Phone, Column::Email].map(Column::ix);
    let mut exact = 0;
    for row in list.rows() {
        let old = list.get(row, id).to_owned();
        let number = |list: &List, column| list.get(row, column).parse::<f64>().ok();
        if let (Some(latitude_is), Some(longitude_is)) = (number(list, latitude), number(list, longitude)) {
            let reach = strike.lookup.members.get(&old).map_or(0.0, |ix| strike.member(*ix).reach_km);
            match rougher(Place { latitude: latitude_is, longitude: longitude_is }, reach, strike) {
                Some((place, digits)) => {
                    list.set(row, latitude, format!("{:.digits$}", place.latitude));
                    list.set(row, longitude, format!("{:.digits$}", place.longitude));
                }
                None => exact += 1,
            }
        }
        let told = |list: &List, column| Some(list.get(row, column).to_owned()).filter(|text| !text.is_empty());
        for (column, new) in [
            (id, told(list, id).map(|id| cast.id(&id))),
            (name, told(list, name).map(|_| cast.name(&old))),
            (phone, told(list, phone).map(|phone| cast.phone(&phone))),
            (email, told(list, email).map(|email| cast.email(&email))),
        ] {
            if let Some(new) = new {
                list.set(row, column, new);
            }
        }
    }
    for (nth, column) in list.header().to_vec().iter().enumerate() {
        if !COLUMNS.contains(&column.trim().to_lowercase().as_str()) {
            list.rewrite(nth, masked);
        }
    }
    exact
}

/// Degrees between the places that are told, roughest first, each with the digits it is written with.
const GRIDS: [(f64, usize); 7] = [(0.1, 1), (0.05, 2), (0.02, 2), (0.01, 2), (0.005, 3), (0.002, 3), (0.001, 3)];

/// A rougher place from which the same sites are within reach, and its digits; None: there is none.
fn rougher(place: Place, reach_km: f64, strike: &Strike) -> Option<(Place, usize)> {
    let sites = || strike.sites.iter().filter_map(|site| site.place);
    let within: Vec<bool> = sites().map(|site| place.km_to(site) <= reach_km).collect();
    let same = |there: &Place| sites().zip(&within).all(|(site, is)| (there.km_to(site) <= reach_km) == *is);
    GRIDS.into_iter().find_map(|(grid, digits)| {
        let near = |at: f64, by: i32| {
            // As it will be read again from the file.
            let at = ((at / grid).round() + f64::from(by)) * grid;
            format!("{at:.digits$}").parse::<f64>().unwrap_or(at)
        };
        let steps = [0, -1, 1];
        let around = steps.into_iter().flat_map(|south| steps.map(|west| (south, west)));
        let mut places = around
            .map(|(south, west)| Place {
                latitude: near(place.latitude, south),
                longitude: near(place.longitude, west),
            })
            .filter(|there| there.latitude.abs() <= 90.0 && there.longitude.abs() <= 180.0);
        places.find(same).map(|there| (there, digits))
    })
}
