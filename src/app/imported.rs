//! An import in words: what it comes to, what a person should look at, why an export can't be used.

use crate::app::session::{Broken, Staged};
use crate::model::problem::Value;
use crate::speech::{Speech, disk};
use crate::store::import::{Doubt, ImportError, Why};

/// What an import comes to, by the sentence `id`: `import-dry`, `import-done`.
pub fn totals(speech: Speech, id: &str, staged: &Staged) -> String {
    let preview = &staged.preview;
    let values = [
        ("added", preview.added.len().into()),
        ("changed", preview.changed.len().into()),
        ("gone", preview.gone.len().into()),
        ("unchanged", preview.unchanged.into()),
        ("freed", staged.freed.len().into()),
    ];
    speech.say(id, &values)
}

/// The rule that an assignment breaks.
pub fn rule(speech: Speech, broken: &Broken) -> String {
    speech.word(&format!("cli-rule-{}", broken.rule.word()))
}

/// Something a person should look at.
pub fn doubt(speech: Speech, doubt: &Doubt) -> String {
    let value: Value = match &doubt.why {
        // A line is found by its figures, without what parts thousands.
        Why::IdTwice { first } => first.to_string().into(),
        Why::ImpossibleLocal(value) | Why::OddDate(value) | Why::UnknownHome(value) => value.into(),
        Why::ManyGone(count) => (*count).into(),
        Why::SamePerson | Why::NoId | Why::NoName | Why::OddPhone | Why::ExcludedHere => String::new().into(),
    };
    let values = [
        ("line", doubt.line.map_or_else(String::new, |line| line.to_string()).into()),
        ("members", doubt.members.join(", ").into()),
        ("value", value),
    ];
    speech.say(&format!("import-{}", doubt.why.code().replace('_', "-")), &values)
}

/// What is wrong with a table or its map, in words.
pub fn unusable(speech: Speech, error: &ImportError) -> String {
    let say = |id: &str, values: &[(&str, Value)]| speech.say(id, values);
    match error {
        ImportError::Unreadable { file, kind, detail } => {
            let detail = disk::of_kind(speech, *kind, detail);
            say("cli-io", &[("path", file.into()), ("detail", detail.into())])
        }
        ImportError::NoTable(file) => say("import-no-table", &[("file", file.into())]),
        ImportError::Ragged { line, fields, columns } => {
            let values =
                [("line", line.to_string().into()), ("fields", (*fields).into()), ("columns", (*columns).into())];
            say("import-ragged", &values)
        }
        ImportError::NoColumn { column, known } => {
            say("import-no-column", &[("column", column.into()), ("known", known.into())])
        }
        ImportError::ColumnTwice(column) => say("import-column-twice", &[("column", column.into())]),
        ImportError::Unclosed(line) => say("import-unclosed", &[("line", line.to_string().into())]),
        ImportError::Nobody(file) => say("import-nobody", &[("file", file.into())]),
        ImportError::MapText => say("import-map-text", &[]),
        ImportError::MapSyntax(slip) => {
            let (what, how) = speech.problem(slip);
            let place = slip.spot.as_ref().map(|spot| (spot.line.to_string(), spot.column.to_string()));
            let (line, column) = place.unwrap_or_default();
            let values = [("line", line.into()), ("column", column.into()), ("what", what.into()), ("how", how.into())];
            say("import-map-syntax", &values)
        }
        ImportError::MapValue(column) => say("import-map-value", &[("column", column.into())]),
        ImportError::MapWord(key) => say("import-map-word", &[("key", key.into())]),
        ImportError::MapBlank(column) => say("import-map-blank", &[("column", (*column).into())]),
        ImportError::MapDates => say("import-map-dates", &[]),
        ImportError::MapKey { column, known } => {
            say("import-map-key", &[("column", column.into()), ("known", known.into())])
        }
        ImportError::UnseenInId(line) => say("import-unseen-in-id", &[("line", line.to_string().into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::campaign::Language;

    #[test]
    fn how_many_are_gone_is_a_number_and_a_line_is_not() {
        let said = |why, line, language| doubt(Speech::new(language), &Doubt { why, members: Vec::new(), line });
        let many = said(Why::ManyGone(1196), None, Language::Fr);
        let words: Vec<&str> = many.split_whitespace().take(3).collect();
        assert_eq!(words, ["1", "196", "personnes"], "thousands are parted: {many}");
        assert!(said(Why::ManyGone(1), None, Language::En).starts_with("One person of the list is not"));
        let twice = said(Why::IdTwice { first: 1196 }, Some(2005), Language::Fr);
        assert!(twice.contains("2005") && twice.contains("1196"), "{twice}");
    }
}
