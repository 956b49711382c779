//! Colours and signs: what each role looks like on a dark, a light, a 16-colour and a colourless terminal.
//!
//! Colours follow Okabe and Ito's palette, which people with any of the common colour blindnesses can tell apart, lightened
//! or darkened for the ground they stand on, each to the nearest of those 240 that every terminal has under a number: that takes
//! half the bytes of one told by its parts. No meaning is carried by colour alone: every status has its own sign.

use crate::engine::coverage::Status;
use ratatui::style::{Color, Modifier, Style};

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident $letter:literal,)*) => {
        /// What a piece of the screen means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Role {
            $($(#[$doc])* $role,)*
        }

        impl Role {
            /// Every role with the letter that stands for it in tests.
            pub const ALL: &[(Self, char)] = &[$((Self::$role, $letter),)*];
        }
    };
}

roles! {
    /// Ordinary text.
    Plain '.',
    /// Text that matters less.
    Dim 'd',
    /// Text that matters more.
    Strong 'b',
    /// The name of a block.
    Title 't',
    /// The name of the block that has the cursor.
    TitleOn 'T',
    /// The bar at the top.
    Bar 'a',
    /// What matters less in the bar.
    BarDim 'e',
    /// A tab.
    Tab 'g',
    /// The tab one is in.
    TabOn 'G',
    /// A key in a hint.
    Key 'k',
    /// Lines and frames.
    Rule 'r',
    /// The row with the cursor.
    Cursor 'C',
    /// The row the cursor will be on when its list has it again.
    Resting 'c',
    /// Nobody.
    Open 'O',
    /// Below the minimum.
    Short 'S',
    /// Without a captain.
    Captain 'P',
    /// Without a skill.
    Skill 'K',
    /// Below the target.
    Thin 'h',
    /// As wanted.
    Full 'F',
    /// Done.
    Good 'y',
    /// Not done; at risk.
    Warn 'w',
    /// Failed.
    Bad 'x',
    /// The full part of a bar.
    Fill 'f',
    /// The empty part of a bar.
    Track 'v',
    /// Essential duty.
    Essential 'E',
}

/// How many colours there are to draw with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// None: bold, underline and reverse only.
    None,
    /// The terminal's own sixteen.
    Sixteen,
    /// All of them.
    True,
}

/// How everything looks.
#[derive(Debug, Clone)]
pub struct Theme {
    styles: Vec<Style>,
    /// Only ASCII can be drawn.
    pub ascii: bool,
}

/// The signs of the picture, by status, worst first; and in ASCII.
const SIGNS: [(&str, &str); 6] = [("○", "O"), ("◔", "!"), ("▲", "^"), ("◆", "+"), ("◑", "-"), ("●", "=")];

impl Theme {
    /// A theme for so many colours.
    pub fn new(depth: Depth, light: bool, ascii: bool) -> Self {
        let styles = Role::ALL.iter().map(|(role, _)| style(*role, depth, light)).collect();
        Self { styles, ascii }
    }

    /// The theme that fits a terminal, told from its environment (`NO_COLOR`, `COLORTERM`, `TERM`, `COLORFGBG`,
    /// `LC_ALL`/`LC_CTYPE`/`LANG`, `PICKET_THEME` = `dark` or `light`, `PICKET_ASCII`).
    pub fn of_environment(var: impl Fn(&str) -> Option<String>) -> Self {
        let told = |name: &str| var(name).filter(|value| !value.is_empty());
        let term = told("TERM").unwrap_or_default();
        let depth = if told("NO_COLOR").is_some() || term == "dumb" {
            Depth::None
        } else if told("COLORTERM").is_some_and(|c| c == "truecolor" || c == "24bit") || term.contains("direct") {
            Depth::True
        } else {
            Depth::Sixteen
        };
        // `COLORFGBG` is `foreground;background`; 7 and 15 are the light grounds.
        let light_ground = told("COLORFGBG").is_some_and(|c| matches!(c.rsplit(';').next(), Some("7" | "15")));
        let light = match told("PICKET_THEME").as_deref() {
            Some("light") => true,
            Some("dark") => false,
            _ => light_ground,
        };
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(told);
        let plain_locale = locale.is_some_and(|l| l == "C" || l == "POSIX");
        let ascii = told("PICKET_ASCII").is_some() || plain_locale || term == "linux";
        Self::new(depth, light, ascii)
    }

    /// A theme in which every role has a colour of its own, for tests that look at roles.
    pub fn roles() -> Self {
        let styles = (0..Role::ALL.len()).map(|ix| Style::new().fg(Color::Indexed(ix as u8 + 16))).collect();
        Self { styles, ascii: false }
    }

    /// The letter of the role that a style of [`Theme::roles`] belongs to; of a washed cell, that of the wash.
    pub fn letter(style: Style) -> char {
        let of = |colour| match colour {
            Some(Color::Indexed(ix)) => Role::ALL.get(usize::from(ix).wrapping_sub(16)).map(|(_, letter)| *letter),
            _ => None,
        };
        of(style.bg).or_else(|| of(style.fg)).unwrap_or(' ')
    }

    /// The look of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    /// The sign of a status.
    pub fn sign(&self, status: Status) -> &'static str {
        let (sign, ascii) = SIGNS[status as usize];
        if self.ascii { ascii } else { sign }
    }

    /// One of two spellings, by what the terminal can draw.
    pub fn either(&self, sign: &'static str, ascii: &'static str) -> &'static str {
        if self.ascii { ascii } else { sign }
    }
}

/// The role of a status.
pub fn role_of(status: Status) -> Role {
    match status {
        Status::Open => Role::Open,
        Status::Short => Role::Short,
        Status::Captain => Role::Captain,
        Status::Skill => Role::Skill,
        Status::Thin => Role::Thin,
        Status::Full => Role::Full,
    }
}

/// Dark ground, light ground, and one of the sixteen.
type Shades = (u32, u32, Color);

/// The colour of a role's text, where it has one of its own.
fn ink(role: Role) -> Option<Shades> {
    Some(match role {
        Role::Plain | Role::Strong | Role::Cursor | Role::Resting => return None,
        Role::Dim | Role::Tab => (0x94_9494, 0x62_6262, Color::DarkGray),
        Role::Title => (0xbc_bcbc, 0x44_4444, Color::Reset),
        // Of the sixteen, white on a white ground would be nothing: what stands out does so by its weight.
        Role::TitleOn | Role::TabOn => (0xff_ffff, 0x00_0000, Color::Reset),
        Role::Bar => (0xe6_e9ef, 0x10_1318, Color::Reset),
        Role::BarDim => (0xa3_acba, 0x48_505c, Color::Reset),
        Role::Key => (0x87_afd7, 0x00_5faf, Color::Cyan),
        Role::Rule | Role::Track => (0x4e_4e4e, 0xbc_bcbc, Color::DarkGray),
        Role::Open | Role::Bad => (0xff_875f, 0xaf_0000, Color::LightRed),
        Role::Short | Role::Warn => (0xff_af00, 0x87_5f00, Color::LightYellow),
        Role::Captain => (0xd7_87af, 0xaf_00af, Color::LightMagenta),
        Role::Skill => (0xff_ff87, 0x5f_5f00, Color::Yellow),
        Role::Thin => (0x87_afd7, 0x00_5f87, Color::LightBlue),
        Role::Full | Role::Good | Role::Fill => (0x5f_af87, 0x00_5f5f, Color::Green),
        Role::Essential => (0xd7_afff, 0x5f_00af, Color::LightMagenta),
    })
}

/// One of the sixteen as it can be read on a light ground.
fn on_light(colour: Color) -> Color {
    match colour {
        Color::LightRed => Color::Red,
        Color::LightYellow => Color::Yellow,
        Color::LightMagenta => Color::Magenta,
        Color::LightBlue => Color::Blue,
        colour => colour,
    }
}

fn rgb(hex: u32) -> Color {
    Color::Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

fn style(role: Role, depth: Depth, light: bool) -> Style {
    let mut style = Style::new();
    if let Some((dark_shade, light_shade, sixteen)) = ink(role) {
        style = match depth {
            Depth::None => style,
            Depth::Sixteen => style.fg(if light { on_light(sixteen) } else { sixteen }),
            Depth::True => style.fg(rgb(if light { light_shade } else { dark_shade })),
        };
    }
    let bold = matches!(
        role,
        Role::Strong | Role::TitleOn | Role::TabOn | Role::Open | Role::Short | Role::Captain | Role::Skill
    );
    if bold {
        style = style.add_modifier(Modifier::BOLD);
    }
    if depth == Depth::None && matches!(role, Role::TabOn | Role::TitleOn) {
        style = style.add_modifier(Modifier::UNDERLINED);
    }
    let ground = match role {
        Role::Cursor => Some((0x20_3550, 0xd8_e8f9)),
        Role::Resting => Some((0x26_2b34, 0xe4_e8ee)),
        Role::Bar | Role::BarDim => Some((0x1f_2530, 0xdd_e2ea)),
        _ => None,
    };
    match (ground, depth) {
        (Some((dark_ground, light_ground)), Depth::True) => {
            style.bg(rgb(if light { light_ground } else { dark_ground }))
        }
        (Some(_), _) if role == Role::Resting => style.add_modifier(Modifier::UNDERLINED),
        (Some(_), _) => style.add_modifier(Modifier::REVERSED),
        (None, _) => style,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_letter_of_its_own() {
        let mut letters: Vec<char> = Role::ALL.iter().map(|(_, letter)| *letter).collect();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), Role::ALL.len());
        for (role, letter) in Role::ALL {
            assert_eq!(Theme::letter(Theme::roles().style(*role)), *letter);
        }
    }

    #[test]
    fn the_environment_chooses() {
        let theme = |vars: &[(&str, &str)]| {
            Theme::of_environment(|name| {
                vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
            })
        };
        let colour = |theme: &Theme| theme.style(Role::Open).fg;
        assert_eq!(colour(&theme(&[("NO_COLOR", "1"), ("COLORTERM", "truecolor")])), None);
        assert_eq!(colour(&theme(&[("TERM", "xterm")])), Some(Color::LightRed));
        assert!(matches!(colour(&theme(&[("COLORTERM", "truecolor")])), Some(Color::Rgb(..))));
        let light = theme(&[("COLORTERM", "truecolor"), ("COLORFGBG", "0;15")]);
        assert_ne!(colour(&light), colour(&theme(&[("COLORTERM", "truecolor")])));
        assert!(theme(&[("LANG", "C")]).ascii && !theme(&[("LANG", "C.UTF-8")]).ascii);
    }

    /// Machado, Oliveira and Fernandes (2009), severity 1: what a person with each of the three dichromacies sees.
    const BLIND: [[[f64; 3]; 3]; 3] = [
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ];

    fn linear(colour: Color) -> [f64; 3] {
        let Color::Rgb(r, g, b) = colour else { panic!("not a true colour: {colour:?}") };
        [r, g, b].map(|c| (f64::from(c) / 255.0).powf(2.2))
    }

    fn luminance(colour: Color) -> f64 {
        let [r, g, b] = linear(colour);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    #[test]
    fn of_sixteen_colours_none_is_lost_on_a_white_or_a_black_ground() {
        for light in [false, true] {
            let theme = Theme::new(Depth::Sixteen, light, false);
            for (role, _) in Role::ALL {
                let ink = theme.style(*role).fg.unwrap_or(Color::Reset);
                assert!(!matches!(ink, Color::White | Color::Gray | Color::Black), "{role:?}: {ink:?}");
                let is_pale =
                    matches!(ink, Color::LightRed | Color::LightYellow | Color::LightMagenta | Color::LightBlue);
                assert!(!(light && is_pale), "{role:?}: {ink:?}");
            }
        }
    }

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        for (light, ground) in [(false, rgb(0x15_171c)), (true, rgb(0xff_ffff))] {
            let theme = Theme::new(Depth::True, light, false);
            for (role, _) in Role::ALL.iter().filter(|(role, _)| !matches!(role, Role::Rule | Role::Track)) {
                let style = theme.style(*role);
                let Some(ink) = style.fg else { continue };
                let (a, b) = (luminance(ink) + 0.05, luminance(style.bg.unwrap_or(ground)) + 0.05);
                let contrast = a.max(b) / a.min(b);
                assert!(contrast >= 4.5, "{role:?} light={light}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn every_text_can_be_read_under_the_cursor() {
        for light in [false, true] {
            let theme = Theme::new(Depth::True, light, false);
            for (role, _) in Role::ALL {
                // Drawn as the row of a list is, then washed.
                let mut cells = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 4, 1));
                let mut canvas = crate::tui::canvas::Canvas::new(&mut cells, &theme);
                canvas.put(0, 0, 4, "text", *role);
                canvas.wash(ratatui::layout::Rect::new(0, 0, 4, 1), Role::Cursor);
                let cell = &cells[(0, 0)];
                if matches!(role, Role::Rule | Role::Track) || cell.fg == Color::Reset {
                    continue;
                }
                let (a, b) = (luminance(cell.fg) + 0.05, luminance(cell.bg) + 0.05);
                let contrast = a.max(b) / a.min(b);
                assert!(contrast >= 4.5, "{role:?} light={light}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn gaps_and_covered_shifts_differ_to_every_eye() {
        for light in [false, true] {
            let theme = Theme::new(Depth::True, light, false);
            let seen = |role: Role, by: &[[f64; 3]; 3]| {
                let ink = linear(theme.style(role).fg.unwrap_or(Color::Reset));
                by.map(|row| row.iter().zip(ink).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0).powf(1.0 / 2.2))
            };
            for by in &BLIND {
                for gap in [Role::Open, Role::Short, Role::Captain, Role::Skill] {
                    for fine in [Role::Full, Role::Thin] {
                        let (a, b) = (seen(gap, by), seen(fine, by));
                        let apart: f64 = a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                        assert!(apart > 0.1, "{gap:?} and {fine:?}, light={light}: {apart:.3}");
                    }
                }
            }
        }
    }
}
