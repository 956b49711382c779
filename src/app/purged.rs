//! In words: what a purge takes out, and what a copy for strangers is.

use crate::app::session::{Copy, Purge};
use crate::speech::Speech;
use crate::speech::visible::visible;
use crate::store::record::Taken;
use std::path::Path;

/// So many values of a column of a list go.
pub fn values(speech: Speech, (file, column, count): &(String, String, usize)) -> String {
    let values = [("file", file.into()), ("column", visible(column).into_owned().into()), ("count", (*count).into())];
    speech.say("purge-values", &values)
}

/// What goes from the record; None: nothing.
pub fn from_record(speech: Speech, taken: &Taken) -> Option<String> {
    let parts: Vec<String> = [
        ("purge-reasons", taken.reasons),
        ("purge-codes", taken.codes),
        ("purge-notes", taken.notes),
        ("purge-incidents", taken.incidents),
        ("purge-lists", taken.lists),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(id, count)| speech.say(id, &[("count", count.into())]))
    .collect();
    let values = [("what", parts.join(", ").into()), ("entries", taken.entries.into())];
    (!parts.is_empty()).then(|| speech.say("purge-record", &values))
}

/// All of it, a line each: what goes, and what stays and might surprise.
pub fn lines(speech: Speech, purge: &Purge) -> Vec<String> {
    let mut lines: Vec<String> = purge.values.iter().map(|each| values(speech, each)).collect();
    lines.extend(from_record(speech, &purge.taken));
    for (id, names) in
        [("purge-removed", &purge.leftovers), ("purge-columns", &purge.unknown), ("purge-copies", &purge.copies)]
    {
        if !names.is_empty() {
            let names: Vec<_> = names.iter().map(|name| visible(name)).collect();
            lines.push(speech.say(id, &[("names", names.join(", ").into())]));
        }
    }
    lines
}

/// What a copy in `folder` is, a sentence each.
pub fn copied(speech: Speech, folder: &Path, copy: &Copy) -> Vec<String> {
    let made = &copy.made;
    let values = [
        ("folder", visible(&folder.display().to_string()).into_owned().into()),
        ("members", made.members.into()),
        ("entries", (made.entries as usize).into()),
        ("exact", made.exact.into()),
    ];
    let mut lines = vec![speech.say("redact-done", &values)];
    if made.exact > 0 {
        lines.push(speech.say("redact-exact", &values));
    }
    lines.push(speech.word(if copy.is_same { "redact-same" } else { "redact-differs" }));
    lines.push(speech.word("redact-look"));
    lines
}
