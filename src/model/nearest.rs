//! The known word nearest to a slip, when it is near enough to be meant.

/// The candidate nearest to `word`; None when none is near. Ties go to the first.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = folded(word);
    let length = wanted.chars().count();
    let most = match length {
        0 => return None,
        1..=3 => 1,
        4..=7 => 2,
        _ => 3.max(length / 4),
    };
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        // A word can't be nearer than the difference of the lengths; bytes bound characters from above only.
        if candidate.len() + most < length || candidate.len() > (length + most) * 4 {
            continue;
        }
        let known = folded(candidate);
        let distance = if known == wanted {
            0
        } else if length == 3 && known.starts_with(&wanted) {
            // A word cut short (`min` for `minimum`).
            1
        } else if length >= 4 && known.chars().count() >= 4 && (known.contains(&wanted) || wanted.contains(&known)) {
            // A part for the whole (`london` for `mto-london`) is a likelier slip than any change of letters but the least.
            2
        } else {
            strsim::osa_distance(&wanted, &known)
        };
        // Short words of which nothing is left are no slip: `am` for `pm` shares a letter, `a` for `b` shares none.
        let shares = distance < known.chars().count().max(length);
        if distance <= most && shares && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn folded(text: &str) -> String {
    text.chars().map(|c| if matches!(c, ' ' | '-') { '_' } else { c }).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_near_words_are_offered() {
        let keys = ["minimum", "maximum", "target", "captain_ratio"];
        assert_eq!(nearest("minumum", keys), Some("minimum"));
        assert_eq!(nearest("captain-ratio", keys), Some("captain_ratio"));
        assert_eq!(nearest("Target", keys), Some("target"));
        assert_eq!(nearest("max", keys), Some("maximum"));
        assert_eq!(nearest("colour", keys), None);
        assert_eq!(nearest("", keys), None);
        assert_eq!(nearest("london", ["mto-london", "emdc"]), Some("mto-london"));
        assert_eq!(nearest("America/Tornto", ["America/Toronto", "America/Winnipeg"]), Some("America/Toronto"));
    }
}
