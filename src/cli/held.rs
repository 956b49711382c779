//! After an edit with `--hold`: how it was answered, what moved.

use super::acted::{self, ChangeRow};
use super::context::Context;
use super::list;
use super::repair::{self, RepairRow};
use crate::app::said;
use crate::app::session::{ActError, Held, Session};
use serde::Serialize;
use std::fmt::Write as _;

/// Moves shown to a person; documents list all of them.
const SHOWN: usize = 20;

/// How an edit was answered, as documents tell it.
#[derive(Serialize)]
pub struct HeldRow<'a> {
    summary: String,
    repairs: Vec<RepairRow<'a>>,
    changes: Vec<ChangeRow<'a>>,
}

/// The row of the answer to the last edit. None: edits are not answered, or that was none.
pub fn row<'a>(context: &Context, session: &'a Session) -> Option<HeldRow<'a>> {
    let held = session.held()?;
    let (repairs, changes) = match held {
        Ok(held) => (
            held.repairs.iter().map(|each| RepairRow::new(&session.ground, each)).collect(),
            ChangeRow::of(&held.done.payload),
        ),
        Err(_) => (Vec::new(), Vec::new()),
    };
    Some(HeldRow { summary: summary(context, session, held), repairs, changes })
}

/// The same for a person: what was done, then who moved, a line each. Empty where there is nothing to tell.
pub fn lines(context: &Context, session: &Session) -> String {
    let Some(held) = session.held() else { return String::new() };
    let speech = context.speech();
    let mut out = format!("{}\n", summary(context, session, held));
    let Ok(Held { repairs, done }) = held else { return out };
    let moves: Vec<String> = repairs.iter().flat_map(|each| repair::steps(speech, &session.ground, each)).collect();
    out += &list::first(speech, "    ", SHOWN, moves.into_iter());
    if done.entry.is_some() {
        let _ = writeln!(out, "{}", acted::version(speech, done.version));
    }
    out
}

fn summary(context: &Context, session: &Session, held: &Result<Held, ActError>) -> String {
    let speech = context.speech();
    match held {
        Ok(Held { done, .. }) => match &done.entry {
            Some(entry) => said::summary(speech, entry),
            None => speech.word("hold-nothing"),
        },
        Err(error) => said::no(speech, &session.ground, error),
    }
}
