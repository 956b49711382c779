//! While a large strike is opened: whose it is, and how far that is. What is typed meanwhile is kept.

use super::canvas::{Canvas, Cut};
use super::run::Event;
use super::text::width;
use super::theme::{Role, Theme};
use crate::app::session::{Opened, Opening};
use crate::app::view::errand::how_far;
use crate::speech::Speech;
use crate::store::progress::Progress;
use crate::store::record::RecordError;
use crossbeam_channel::{Receiver, after, select_biased};
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::crossterm::event::{Event as Input, KeyCode, KeyEventKind, KeyModifiers};
use ratatui::layout::Rect;
use std::time::Duration;

/// How often is looked how far it is.
const LOOK: Duration = Duration::from_millis(50);

/// What one waits for.
pub struct Waiting {
    name: String,
    speech: Speech,
    progress: Progress,
}

/// What one waited for, and what was typed meanwhile.
type Ready = (Result<Opened, RecordError>, Vec<Event>);

impl Waiting {
    /// What an opening is about, and where it tells how far it is.
    pub fn of(opening: &Opening, progress: &Progress) -> Self {
        let (name, language) = opening.glance();
        Self { name, speech: Speech::new(language), progress: progress.clone() }
    }
}

/// Shows how far the opening is until it is done. None: someone has left, or the terminal has gone.
pub fn wait<B: Backend>(
    terminal: &mut Terminal<B>,
    theme: &Theme,
    waiting: &Waiting,
    signals: &Receiver<Event>,
    keys: &Receiver<Event>,
    opened: &Receiver<Result<Opened, RecordError>>,
) -> Result<Option<Ready>, B::Error> {
    let mut typed = Vec::new();
    loop {
        terminal.draw(|frame| draw(&mut Canvas::new(frame.buffer_mut(), theme), waiting))?;
        select_biased! {
            recv(signals) -> event => if let Ok(Event::Gone) | Err(_) = event { return Ok(None) },
            recv(keys) -> event => match event {
                Ok(event) if leaves(&event) => return Ok(None),
                Ok(event @ Event::Terminal(Input::Key(_) | Input::Paste(_))) => typed.push(event),
                Ok(Event::Terminal(_)) => {}
                Ok(Event::Gone | Event::Suspend) | Err(_) => return Ok(None),
            },
            recv(opened) -> opened => return Ok(opened.ok().map(|opened| (opened, typed))),
            recv(after(LOOK)) -> _ => {}
        }
    }
}

/// True for the keys that always lead out.
fn leaves(event: &Event) -> bool {
    let Event::Terminal(Input::Key(key)) = event else { return false };
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    key.kind != KeyEventKind::Release
        && match key.code {
            KeyCode::Char('q') => !control,
            KeyCode::Char('c') => control,
            KeyCode::Esc => true,
            _ => false,
        }
}

/// Draws it.
pub fn draw(canvas: &mut Canvas, waiting: &Waiting) {
    let area = canvas.area();
    let (bar, rest) = area.cut_top(1);
    canvas.repeat(bar.x, bar.y, bar.width, " ", Role::Bar);
    let name = waiting.name.as_str();
    canvas.run(bar.x, bar.y, bar.width, &[(" Picket", Role::BarDim), ("  ", Role::Bar), (name, Role::Bar)]);
    let (_, done, of) = waiting.progress.look();
    let y = rest.y + rest.height / 2;
    let middle = |text: &str| Rect { x: rest.x + rest.width.saturating_sub(width(text)) / 2, y, ..rest };
    let text = how_far(waiting.speech, &waiting.progress);
    let at = middle(&text);
    canvas.put(at.x, at.y, at.width, &text, Role::Plain);
    if of > 0 {
        let room = rest.width / 3;
        canvas.bar(rest.x + room, y + 2, room, done as i64, of as i64, Role::Fill);
    }
}
