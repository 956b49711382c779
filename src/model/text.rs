//! What text may hold that a person can't see.

/// True for what must reach neither a terminal, a sheet nor an id as it is: control characters, line and paragraph
/// separators, marks that reorder text, invisible fillers and tags. Letters of every script, combining marks and joiners
/// are not among them.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
