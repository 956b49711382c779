//! The people of the copy: to each of the original one stands, always the same, and nobody is who they were.

use crate::store::generate::dice::Dice;
use crate::store::generate::names::NameBook;
use crate::store::import::{folded_name, plain_phone};
use crate::store::record::Teller;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The area codes of Ontario. A number `NXX-555-01YZ` is kept for fiction and belongs to nobody.
const AREAS: [&str; 14] =
    ["226", "249", "289", "343", "365", "416", "437", "519", "548", "613", "647", "705", "807", "905"];

/// Who stands for whom.
#[derive(Debug)]
pub struct Cast {
    /// The new id, by the old.
    ids: BTreeMap<String, String>,
    /// The new name, by the old id.
    names: BTreeMap<String, String>,
    /// The new name, by the letters of the old.
    by_name: BTreeMap<String, String>,
    /// Who acted, by login name or as told.
    actors: BTreeMap<String, String>,
    phones: RefCell<BTreeMap<String, String>>,
    emails: RefCell<BTreeMap<String, String>>,
}

impl Cast {
    /// A cast for `people` (id and name), for everyone else whose id is told, and for those who acted. Ids keep their order,
    /// so that whatever is decided by it is decided alike; two people of one name get one name.
    pub fn new(people: &[(String, String)], others: BTreeSet<String>, actors: &BTreeSet<String>) -> Self {
        let mut all = others;
        all.extend(people.iter().map(|(id, _)| id.clone()));
        let width = all.len().to_string().len().max(4);
        let ids = all.iter().enumerate().map(|(nth, id)| (id.clone(), format!("p{:0width$}", nth + 1))).collect();
        let (book, mut dice) = (NameBook::default(), Dice::new(1, 0x7265_6461_6374));
        let real: BTreeSet<String> = people.iter().map(|(_, name)| folded_name(name)).collect();
        let (mut by_name, mut given) = (BTreeMap::new(), BTreeSet::new());
        let mut names = BTreeMap::new();
        for (id, name) in people {
            let drawn = by_name.entry(folded_name(name)).or_insert_with(|| {
                // Names run out in the largest unions; then two people share one.
                let mut fresh = (0..20).map(|_| book.anyone(&mut dice));
                let fits = |name: &String| !given.contains(name) && !real.contains(&folded_name(name));
                let name = fresh.find(fits).unwrap_or_else(|| book.anyone(&mut dice));
                given.insert(name.clone());
                name
            });
            if !name.trim().is_empty() {
                names.insert(id.clone(), drawn.clone());
            }
        }
        let actors =
            actors.iter().enumerate().map(|(nth, actor)| (actor.clone(), format!("actor-{}", nth + 1))).collect();
        Self { ids, names, by_name, actors, phones: RefCell::default(), emails: RefCell::default() }
    }

    /// The telephone that stands for `phone`; one that is no number of ten digits keeps its form.
    pub fn phone(&self, phone: &str) -> String {
        let Some(plain) = plain_phone(phone) else { return masked(phone) };
        let mut phones = self.phones.borrow_mut();
        let nth = phones.len();
        let fresh = || {
            let (area, line, more) = (AREAS[nth / 100 % AREAS.len()], nth % 100, nth / (100 * AREAS.len()));
            let extension = if more == 0 { String::new() } else { format!(" x{more}") };
            format!("{area}-555-01{line:02}{extension}")
        };
        phones.entry(plain).or_insert_with(fresh).clone()
    }

    /// The address that stands for `email`.
    pub fn email(&self, email: &str) -> String {
        let mut emails = self.emails.borrow_mut();
        let fresh = format!("p{}@example.org", emails.len() + 1);
        emails.entry(email.trim().to_lowercase()).or_insert(fresh).clone()
    }
}

impl Teller for Cast {
    fn id(&self, id: &str) -> String {
        self.ids.get(id).cloned().unwrap_or_else(|| masked(id))
    }

    fn name(&self, id: &str) -> String {
        self.names.get(id).cloned().unwrap_or_default()
    }

    fn who(&self, said: &str) -> String {
        let named = said.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).map(|(_, id)| id);
        if let Some(id) = named.filter(|id| self.ids.contains_key(*id)) {
            return format!("{} ({})", self.name(id), self.id(id));
        }
        if let Some(actor) = self.actors.get(said) {
            return actor.clone();
        }
        if let Some(id) = self.ids.get(said) {
            return id.clone();
        }
        self.by_name.get(&folded_name(said)).cloned().unwrap_or_else(|| masked(said))
    }

    fn words(&self, text: &str) -> String {
        masked(text)
    }
}

/// `text` with every letter as x and every digit as 0: its form may matter to whoever looks for the fault, what it said does
/// not.
pub fn masked(text: &str) -> String {
    let mask = |c: char| match c {
        _ if c.is_uppercase() => 'X',
        _ if c.is_alphabetic() => 'x',
        _ if c.is_numeric() => '0',
        _ => c,
    };
    text.chars().map(mask).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyone_is_someone_else_and_always_the_same() {
        let person = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        let people = [person("b", "Roy, Luc"), person("a", "Cole, Amy"), person("c", "ROY, Luc"), person("d", " ")];
        let cast = Cast::new(&people, ["ab".to_owned()].into(), &["luc".to_owned()].into());
        let ids = ["a", "ab", "b", "c", "d"].map(|id| cast.id(id));
        assert!(ids.is_sorted() && ids[0] == "p0001", "{ids:?}");
        assert_eq!(cast.name("b"), cast.name("c"), "one name stays one name");
        assert!(cast.name("b") != "Roy, Luc" && cast.name("a") != cast.name("b") && cast.name("d").is_empty());
        assert_eq!(cast.who("Roy, Luc (b)"), format!("{} (p0003)", cast.name("b")));
        assert_eq!((cast.who("a"), cast.who("luc")), ("p0001".into(), "actor-1".into()));
        assert_eq!((cast.who("roy luc"), cast.who("Bob 7")), (cast.name("b"), "Xxx 0".into()));
        assert_eq!(cast.phone("(519) 555-0142"), cast.phone("519.555.0142"));
        assert_eq!((cast.phone("519-555-0143"), cast.phone("ask Bob")), ("226-555-0101".into(), "xxx Xxx".into()));
        assert_eq!(cast.email("A@b.ca"), cast.email("a@B.ca "));
        assert_eq!(cast.words("Hit by a van, ABCD 123 – é\u{1b}"), "Xxx xx x xxx, XXXX 000 – x\u{1b}");
    }
}
