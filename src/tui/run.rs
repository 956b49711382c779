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
use crossbeam_channel::{Receiver, RecvError, after, never, select_biased};
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};
use std::ops::ControlFlow;
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
        let woken = select_biased! {
            recv(ends.signals) -> event => Woken::By(event.unwrap_or(Event::Gone)),
            recv(ends.keys) -> event => Woken::By(event.unwrap_or(Event::Gone)),
            recv(news) -> told => heard(told, &mut news).map_or(Woken::ToLook, Woken::News),
            recv(found) -> told => heard(told, &mut found).map_or(Woken::ToLook, |found| Woken::Told(Message::Found(found))),
            recv(backs) -> back => heard(back, &mut backs).map_or(Woken::ToLook, |back| Woken::Told(Message::Back(back))),
            recv(learnt) -> told => {
                heard(told, &mut learnt).map_or(Woken::ToLook, |learnt| Woken::Told(Message::Learnt(learnt)))
            }
            recv(look) -> _ => Woken::ToLook,
            recv(stirs) -> told => {
                heard(told, &mut stirred);
                Woken::ToListen
            }
            recv(next_minute) -> _ => Woken::ByTheClock,
        };
        match woken {
            Woken::By(event) => {
                if take_all(&mut desk, event, &hits, terminal, ends, workers)?.is_break() {
                    return Ok(desk);
                }
            }
            Woken::News(first) => take_news(&mut desk, first, &news),
            Woken::Told(message) => {
                desk.handle(message);
            }
            Woken::ToListen => {
                // One look tells of everything that was written until now.
                while stirred.try_recv().is_ok() {}
                desk.hear_others();
            }
            Woken::ByTheClock => {
                let now = desk.session.now();
                desk.handle(Message::Now(now));
                desk.hear_others();
            }
            Woken::ToLook => {}
        }
        hand_over(&mut desk, workers);
        hits = draw(terminal, &desk, theme)?;
    }
}

/// What the loop goes on for.
enum Woken {
    /// Something came from outside.
    By(Event),
    /// The planner has something to tell, and maybe more.
    News(News),
    /// One of those who work beside the screen is done.
    Told(Message),
    /// The record was written to, perhaps by another.
    ToListen,
    /// Another minute.
    ByTheClock,
    /// How far something is may be another by now.
    ToLook,
}

/// What came; where nothing can come any more, as of a worker that could not be started, nobody listens `from` then on.
fn heard<T>(told: Result<T, RecvError>, from: &mut Receiver<T>) -> Option<T> {
    if told.is_err() {
        *from = never();
    }
    told.ok()
}

/// Takes an event and all that wait behind it, up to a click. Breaks off when someone leaves.
fn take_all<B: Backend>(
    desk: &mut Desk,
    first: Event,
    hits: &Hits,
    terminal: &mut Terminal<B>,
    ends: &mut Ends,
    workers: &mut Workers,
) -> Result<ControlFlow<()>, B::Error> {
    let mut next = Some(first);
    while let Some(event) = next {
        match take(desk, &event, hits) {
            Some(Effect::Quit) => return Ok(ControlFlow::Break(())),
            Some(Effect::Suspend) => {
                (ends.sleep)();
                repaint(terminal)?;
            }
            Some(Effect::Redraw) => repaint(terminal)?,
            Some(effect) => ends.paper.serve(desk, &effect),
            None => {}
        }
        hand_over(desk, workers);
        // What a click means depends on what is on the screen, so it is drawn before the next event is understood.
        if is_mouse(&event) {
            break;
        }
        next = ends.signals.try_recv().or_else(|_| ends.keys.try_recv()).ok();
    }
    Ok(ControlFlow::Continue(()))
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
