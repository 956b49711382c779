//! Sites brought out in rotating phases, written into the person's own strike.toml: comments, order and spaces stay.

use toml_edit::{Array, DocumentMut, Item, Table, value};

/// The text of strike.toml with `sites` out in every rotating phase that `is_meant`, by its place in order of time. None: it
/// can't be read as it is, or no such phase is in it.
pub fn bring_out(text: &str, sites: &[&str], is_meant: &dyn Fn(usize) -> bool) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let phases = document.get_mut("phase")?.as_array_of_tables_mut()?;
    // Local times, written year first: their order as text is their order in time.
    let begins = |table: &Table| table.get("from").map(|from| from.to_string().trim().to_owned()).unwrap_or_default();
    let mut order: Vec<(String, usize)> = phases.iter().map(begins).zip(0..).collect();
    order.sort();
    let mut is_done = false;
    for (_, at) in order.into_iter().enumerate().filter(|(place, _)| is_meant(*place)).map(|(_, phase)| phase) {
        let Some(table) = phases.get_mut(at) else { continue };
        if table.get("mode").and_then(Item::as_str) != Some("rotating") {
            continue;
        }
        add(table, sites);
        is_done = true;
    }
    is_done.then(|| document.to_string())
}

/// Adds the sites that the phase does not list yet.
fn add(table: &mut Table, sites: &[&str]) {
    let listed = |array: &Array, site: &str| array.iter().any(|known| known.as_str() == Some(site));
    match table.get_mut("sites").and_then(Item::as_array_mut) {
        Some(array) => {
            let new: Vec<&str> = sites.iter().copied().filter(|site| !listed(array, site)).collect();
            for site in new {
                array.push(site);
            }
        }
        None => {
            table.insert("sites", value(sites.iter().copied().collect::<Array>()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Ours.\n[strike]\nname = \"A\"\n\n[[phase]]\nmode = \"rotating\"   # first\nfrom = 2027-03-03T00:00:00\n\
                        sites = [\"yard\"]  # agreed\n\n[[phase]]\nmode = \"rotating\"\nfrom = 2027-03-01T00:01:00\n\
                        regions = [1]\n\n[[phase]]\nmode = \"full\"\nfrom = 2027-03-06T00:00:00\n";

    #[test]
    fn sites_come_out_in_the_phases_that_are_meant_and_nothing_else_changes() {
        let after = bring_out(TEXT, &["yard", "gate"], &|_| true).expect("there are phases");
        let both = TEXT.replace("[\"yard\"]", "[\"yard\", \"gate\"]");
        assert_eq!(after, both.replace("regions = [1]\n", "regions = [1]\nsites = [\"yard\", \"gate\"]\n"));
        let after = bring_out(TEXT, &["gate"], &|place| place == 1).expect("the second in time");
        assert_eq!(after, TEXT.replace("[\"yard\"]", "[\"yard\", \"gate\"]"));
        assert_eq!(bring_out(TEXT, &["gate"], &|place| place == 2), None, "everybody is out in a full phase");
        assert_eq!(bring_out("[[phase", &["gate"], &|_| true), None);
    }
}
