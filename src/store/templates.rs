//! When a shift template runs, changed in the person's own strike.toml: comments, order and spaces stay.

use super::numbers::set;
use toml_edit::{Array, DocumentMut, Item};

/// The text of strike.toml with the template `id` running at other times. What is None stays as it is written. None: there is
/// no such template, or the text can't be read as it is.
pub fn retime(text: &str, id: &str, times: [Option<String>; 2], days: Option<&[&str]>) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let templates = document.get_mut("shift")?.as_array_of_tables_mut()?;
    let table = templates.iter_mut().find(|table| table.get("id").and_then(Item::as_str) == Some(id))?;
    for (key, time) in ["start", "end"].into_iter().zip(times) {
        if let Some(time) = time {
            set(table, key, time);
        }
    }
    if let Some(days) = days {
        set(table, "days", days.iter().copied().collect::<Array>());
    }
    Some(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "[strike]\nname = \"A\"\n\n[[shift]]  # early\nid = \"am\"\nstart = \"07:30\" # agreed\nend = \"11:30\"\n\n\
                        [[shift]]\nid = \"pm\"\nstart = \"12:00\"\nend = \"16:00\"\ndays = [\"mon\"]  # for now\n";

    #[test]
    fn hours_change_and_nothing_else() {
        let later = [Some("08:30".to_owned()), None];
        assert_eq!(retime(TEXT, "am", later, None), Some(TEXT.replace("\"07:30\" #", "\"08:30\" #")));
        let after = retime(TEXT, "pm", [None, None], Some(&["mon", "tue"])).expect("it is there");
        assert_eq!(after, TEXT.replace("[\"mon\"]  # for now", "[\"mon\", \"tue\"]  # for now"));
        let after = retime(TEXT, "am", [None, None], Some(&["sat"])).expect("it is there");
        assert_eq!(after, TEXT.replace("end = \"11:30\"\n", "end = \"11:30\"\ndays = [\"sat\"]\n"));
        assert_eq!(retime(TEXT, "night", [None, None], None), None);
        assert_eq!(retime("not toml =", "am", [None, None], None), None);
    }
}
