//! Telephone numbers and names in one form, so that they can be compared.

use unicode_normalization::UnicodeNormalization;

/// A number of the North American plan as `519-555-0142`, with `x12` when an extension is told; None: another kind of number.
pub fn phone(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let cut = ["extension", "poste", "ext", "x", "#"].iter().filter_map(|word| lower.find(word)).min();
    let (number, extension) = lower.split_at(cut.unwrap_or(lower.len()));
    if number.chars().any(|c| !c.is_ascii_digit() && !" ().-+/\u{a0}\u{202f}\u{2011}".contains(c)) {
        return None;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let number = digits(number);
    let number = if number.len() == 11 { number.strip_prefix('1')? } else { &number };
    if number.len() != 10 {
        return None;
    }
    let plain = format!("{}-{}-{}", &number[..3], &number[3..6], &number[6..]);
    let extension = digits(extension);
    Some(if extension.is_empty() { plain } else { format!("{plain} x{extension}") })
}

/// A name by its letters alone: without case, accents, spaces and marks.
pub fn folded(name: &str) -> String {
    name.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_one_form() {
        for text in ["(519) 555-0142", "519.555.0142", "+1 519 555 0142", "15195550142", "519-555-0142"] {
            assert_eq!(phone(text).as_deref(), Some("519-555-0142"), "{text}");
        }
        assert_eq!(phone("519 555-0142 poste 12").as_deref(), Some("519-555-0142 x12"));
        assert_eq!(phone("519-555-0142 x12").as_deref(), Some("519-555-0142 x12"));
        for other in ["", "555-0142", "+33 1 23 45 67 89", "call after six", "25195550142"] {
            assert_eq!(phone(other), None, "{other}");
        }
        assert_eq!(folded("Lévesque, Zoë"), folded("LEVESQUE ZOE"));
    }
}
