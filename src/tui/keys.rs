//! From the terminal's events to the screen's messages.

use crate::app::commands::Key;
use crate::app::view::Message;
use crate::app::view::place::Target;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use ratatui::layout::{Position, Rect};

/// Rows that one notch of the wheel moves.
const NOTCH: isize = 3;

/// What an event means, given what stands where on the screen; None: nothing.
pub fn message(event: &Event, hits: &[(Rect, Target)]) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => self::key(*key).map(Message::Key),
        Event::Paste(text) => Some(Message::Paste(text.clone())),
        Event::Mouse(mouse) => {
            let at = Position::new(mouse.column, mouse.row);
            let under = hits.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, target)| *target);
            match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => under.map(Message::Click),
                MouseEventKind::Down(MouseButton::Right) => Some(Message::Ask(under)),
                MouseEventKind::ScrollUp => Some(Message::Wheel(under, -NOTCH)),
                MouseEventKind::ScrollDown => Some(Message::Wheel(under, NOTCH)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What a terminal takes for one key pressed with Alt, as the two that were: escape, and right after it another. On a slow line
/// they come as one, and no command here is had by Alt.
pub fn apart(event: Event) -> impl Iterator<Item = Event> {
    let (escape, event) = match event {
        Event::Key(key) if is_escaped(key) => {
            let escape = KeyEvent { code: KeyCode::Esc, modifiers: KeyModifiers::NONE, ..key };
            (Some(escape), Event::Key(KeyEvent { modifiers: key.modifiers - KeyModifiers::ALT, ..key }))
        }
        event => (None, event),
    };
    escape.map(Event::Key).into_iter().chain([event])
}

/// True for a sign or enter with Alt, and without Control: together they are how some keyboards type further signs.
fn is_escaped(key: KeyEvent) -> bool {
    key.modifiers.contains(KeyModifiers::ALT)
        && !key.modifiers.contains(KeyModifiers::CONTROL)
        && matches!(key.code, KeyCode::Char(_) | KeyCode::Enter)
}

/// A key as the table of commands knows it; None: one it can't know.
fn key(event: KeyEvent) -> Option<Key> {
    if event.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::META) {
        return None;
    }
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    Some(match event.code {
        KeyCode::Char(c) if control => Key::Ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::crossterm::event::{KeyEventState, MouseEvent};

    #[test]
    fn releases_and_foreign_keys_are_nothing() {
        let event = |kind| {
            Event::Key(KeyEvent {
                code: KeyCode::Char('a'),
                modifiers: KeyModifiers::NONE,
                kind,
                state: KeyEventState::NONE,
            })
        };
        assert!(matches!(message(&event(KeyEventKind::Press), &[]), Some(Message::Key(Key::Char('a')))));
        assert!(message(&event(KeyEventKind::Release), &[]).is_none());
        assert!(message(&Event::Key(KeyEvent::new(KeyCode::Char('a'), KeyModifiers::ALT)), &[]).is_none());
        let control = KeyEvent::new(KeyCode::Char('C'), KeyModifiers::CONTROL);
        assert!(matches!(message(&Event::Key(control), &[]), Some(Message::Key(Key::Ctrl('c')))));
    }

    #[test]
    fn escape_and_a_key_right_after_it_are_two_keys() {
        let typed = |code, modifiers| {
            let all = apart(Event::Key(KeyEvent::new(code, modifiers))).map(|event| message(&event, &[]));
            let key = |message| if let Some(Message::Key(key)) = message { Some(key) } else { None };
            all.map(key).collect::<Vec<_>>()
        };
        let (five, alt) = (KeyCode::Char('5'), KeyModifiers::ALT);
        assert_eq!(typed(five, alt), [Some(Key::Esc), Some(Key::Char('5'))]);
        assert_eq!(typed(KeyCode::Enter, alt), [Some(Key::Esc), Some(Key::Enter)]);
        assert_eq!(typed(five, KeyModifiers::NONE), [Some(Key::Char('5'))]);
        assert_eq!(typed(five, alt | KeyModifiers::CONTROL), [None]);
        assert_eq!(typed(KeyCode::Up, alt), [None]);
    }

    #[test]
    fn a_click_means_what_lies_on_top() {
        let hits = [(Rect::new(0, 0, 9, 9), Target::List(0)), (Rect::new(0, 3, 9, 1), Target::Row(0, 7))];
        let click = |column, row| {
            let kind = MouseEventKind::Down(MouseButton::Left);
            message(&Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }), &hits)
        };
        assert!(matches!(click(2, 3), Some(Message::Click(Target::Row(0, 7)))));
        assert!(matches!(click(2, 4), Some(Message::Click(Target::List(0)))));
        assert!(click(20, 20).is_none());
    }
}
