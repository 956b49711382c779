//! The loop: signals before keys before news; everything that waits is taken, then one frame is drawn.

use super::canvas::{Canvas, Hits};
use super::theme::Theme;
use super::{frame, keys};
use crate::app::recognised::Recognised;
use crate::app::session::{Clock, Session};
use crate::app::view::errand::Errand;
use crate::app::view::muster::Mustering;
use crate::app::view::place::Target;
use crate::app::view::planner::{News, Planner};
use crate::app::view::study::Study;
use crate::app::view::worker::Worker;
use crate::app::view::{Desk, Effect, Message, Printed, Sheet};
use crate::speech::Speech;
use crossbeam_channel::{Receiver, after, never, select_biased};
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant as Moment};

/// What comes from outside the program.
#[derive(Debug, Clone)]
pub enum Event {
    /// From the terminal.
    Terminal(ratatui::crossterm::event::Event),
    /// The terminal has gone, or the system asks to end.
    Gone,
    /// The system asks to sleep.
    Suspend,
}

/// The ends of the loop: where events come from, and how to put the program to sleep.
pub struct Ends<'a> {
    /// Signals of the system.
    pub signals: Receiver<Event>,
    /// Keys, clicks, sizes.
    pub keys: Receiver<Event>,
    /// Gives the terminal back, sleeps, takes it again when woken.
    pub sleep: &'a mut dyn FnMut(),
    /// What is done with paper.
    pub paper: Paper,
    /// Listens to a folder: something comes out when the record there was written to, perhaps by another program.
    pub watch: &'a dyn Fn(&Path) -> Receiver<()>,
}

/// Makes a sheet of a session: where it is, or why it is not.
pub type Print = dyn Fn(&Session, &Sheet) -> Result<Printed, String> + Send + Sync;
/// Finds the sheet that has a code; or why what was given is none.
pub type FindSheet = dyn Fn(&Session, &str, Speech) -> Result<Option<Recognised>, String> + Send + Sync;

/// What is done with paper in another room.
#[derive(Clone)]
pub struct Paper {
    /// Makes a sheet of the session as it stands, in the language spoken, and tells where it was written to.
    pub print: Arc<Print>,
    /// Finds the sheet of a code.
    pub verify: Arc<FindSheet>,
}

impl Paper {
    /// Has done what is asked of it.
    pub(super) fn serve(&self, desk: &mut Desk, effect: &Effect) {
        match effect {
            Effect::Print(paper, manner) => {
                let print = Arc::clone(&self.print);
                desk.print_with((*paper, *manner), move |session, sheet| print(session, sheet));
            }
            Effect::Verify(code) => {
                let verify = Arc::clone(&self.verify);
                desk.verify_with(code.clone(), move |session, code, speech| verify(session, code, speech));
            }
            Effect::Quit | Effect::Suspend | Effect::Redraw => {}
        }
    }
}

/// How often is looked how far something is that takes long.
const LOOK: Duration = Duration::from_millis(100);

/// Runs the screen until someone leaves; gives its last state.
pub fn run<B: Backend>(
    mut desk: Desk,
    terminal: &mut Terminal<B>,
    theme: &Theme,
    ends: &mut Ends,
) -> Result<Desk, B::Error> {
    let (planner, mut news) = Planner::start();
    let (mustering, mut found) = Mustering::start();
    let (errands, mut backs) = Worker::<Errand>::start();
    let (studies, mut learnt) = Worker::<Study>::start();
    let workers = &mut Workers { planner, mustering, errands, studies };
    // The first frame before everything that it does not need.
    let mut hits = draw(terminal, &desk, theme)?;
    desk.work_aside();
    let mut stirred = (ends.watch)(&desk.session.folder);
    let mut watched = desk.session.folder.clone();
    loop {
        // Another folder was opened: from now on it is the one to listen to.
        if watched != desk.session.folder {
            watched.clone_from(&desk.session.folder);
            stirred = (ends.watch)(&watched);
        }
        let next_minute = match desk.session.clock() {
            Clock::System => after(until_next_minute(desk.session.now().0)),
            Clock::Fixed(_) => never::<Moment>(),
        };
        // Only while something is being done that takes long: how far it is.
        let look = if desk.is_at_work() { after(LOOK) } else { never() };
        // The worker's own writing stirs the record; what others wrote meanwhile is heard when it is done.
        let stirs = if desk.session.is_lent() { never() } else { stirred.clone() };
        let first = select_biased! {
            recv(ends.signals) -> event => event.unwrap_or(Event::Gone),
            recv(ends.keys) -> event => event.unwrap_or(Event::Gone),
            recv(news) -> heard => {
                match heard {
                    Ok(heard) => take_news(&mut desk, heard, &news),
                    // The worker could not be started: there is no news, ever.
                    Err(_) => news = never(),
                }
                hits = draw(terminal, &desk, theme)?;
                continue;
            }
            recv(found) -> heard => {
                match heard {
                    Ok(heard) => {
                        desk.handle(Message::Found(heard));
                        hand_over(&mut desk, workers);
                    }
                    Err(_) => found = never(),
                }
                hits = draw(terminal, &desk, theme)?;
                continue;
            }
            recv(backs) -> back => {
                match back {
                    Ok(back) => {
                        desk.handle(Message::Back(back));
                        hand_over(&mut desk, workers);
                    }
                    Err(_) => backs = never(),
                }
                hits = draw(terminal, &desk, theme)?;
                continue;
            }
            recv(learnt) -> found => {
                match found {
                    Ok(found) => {
                        desk.handle(Message::Learnt(found));
                        hand_over(&mut desk, workers);
                    }
                    Err(_) => learnt = never(),
                }
                hits = draw(terminal, &desk, theme)?;
                continue;
            }
            recv(look) -> _ => {
                hits = draw(terminal, &desk, theme)?;
                continue;
            }
            recv(stirs) -> heard => {
                match heard {
                    // One look tells of everything that was written until now.
                    Ok(()) => while stirred.try_recv().is_ok() {},
                    Err(_) => stirred = never(),
                }
                desk.hear_others();
                hand_over(&mut desk, workers);
                hits = draw(terminal, &desk, theme)?;
                continue;
            }
            recv(next_minute) -> _ => {
                let now = desk.session.now();
                desk.handle(Message::Now(now));
                desk.hear_others();
                hand_over(&mut desk, workers);
                hits = draw(terminal, &desk, theme)?;
                continue;
            }
        };
        let mut next = Some(first);
        while let Some(event) = next {
            match take(&mut desk, &event, &hits) {
                Some(Effect::Quit) => return Ok(desk),
                Some(Effect::Suspend) => {
                    (ends.sleep)();
                    repaint(terminal)?;
                }
                Some(Effect::Redraw) => repaint(terminal)?,
                Some(effect) => ends.paper.serve(&mut desk, &effect),
                None => {}
            }
            hand_over(&mut desk, workers);
            // What a click means depends on what is on the screen, so it is drawn before the next event is understood.
            if is_mouse(&event) {
                break;
            }
            next = ends.signals.try_recv().or_else(|_| ends.keys.try_recv()).ok();
        }
        hits = draw(terminal, &desk, theme)?;
    }
}

/// Who works beside the screen.
struct Workers {
    planner: Planner,
    mustering: Mustering,
    errands: Worker<Errand>,
    studies: Worker<Study>,
}

/// Hands the workers what the desk asks of them.
fn hand_over(desk: &mut Desk, workers: &mut Workers) {
    if let Some(job) = desk.take_job() {
        workers.planner.plan(job);
    }
    while let Some(job) = desk.take_muster() {
        workers.mustering.muster(job);
    }
    if let Some(errand) = desk.take_errand()
        && let Some(back) = workers.errands.send(errand)
    {
        desk.handle(Message::Back(back));
    }
    if let Some(study) = desk.take_study()
        && let Some(found) = workers.studies.send(study)
    {
        desk.handle(Message::Learnt(found));
    }
}

/// Takes the news that waits; of progress only the latest matters, and the desk keeps no other.
fn take_news(desk: &mut Desk, first: News, more: &Receiver<News>) {
    let mut next = Some(first);
    while let Some(news) = next {
        desk.handle(Message::News(news));
        next = more.try_recv().ok();
    }
}

fn is_mouse(event: &Event) -> bool {
    matches!(event, Event::Terminal(ratatui::crossterm::event::Event::Mouse(_)))
}

fn take(desk: &mut Desk, event: &Event, hits: &[(Rect, Target)]) -> Option<Effect> {
    match event {
        Event::Gone => Some(Effect::Quit),
        Event::Suspend => Some(Effect::Suspend),
        Event::Terminal(event) => keys::message(event, hits).and_then(|message| desk.handle(message)),
    }
}

/// Has every cell drawn anew. (`Terminal::clear` would ask the terminal where its cursor is, and race the keys.)
fn repaint<B: Backend>(terminal: &mut Terminal<B>) -> Result<(), B::Error> {
    let size = terminal.size()?;
    terminal.resize(Rect::new(0, 0, size.width, size.height))
}

fn draw<B: Backend>(terminal: &mut Terminal<B>, desk: &Desk, theme: &Theme) -> Result<Hits, B::Error> {
    let mut hits = Hits::new();
    terminal.draw(|frame| {
        let mut canvas = Canvas::new(frame.buffer_mut(), theme);
        frame::draw(&mut canvas, desk);
        let caret = canvas.caret;
        hits = canvas.into_hits();
        if let Some((x, y)) = caret {
            frame.set_cursor_position(Position::new(x, y));
        }
    })?;
    Ok(hits)
}

/// How long the clock on the screen stays right.
fn until_next_minute(seconds: i64) -> Duration {
    Duration::from_secs(60 - seconds.rem_euclid(60) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_wakes_once_a_minute() {
        assert_eq!(until_next_minute(0), Duration::from_secs(60));
        assert_eq!(until_next_minute(59), Duration::from_secs(1));
        assert_eq!(until_next_minute(-1), Duration::from_secs(1));
    }
}
