//! What a prompt asks, and what can be typed into it, in words.

use crate::app::view::Desk;
use crate::app::view::choice::Act;
use crate::app::view::prompt::{Pick, Prompt, Purpose, Wanted};
use crate::app::view::start::QUESTIONS;
use crate::model::ShiftIx;
use crate::tui::text::width;

/// What a value is asked for.
pub fn wanted_label(desk: &Desk, wanted: &Wanted) -> String {
    match wanted {
        Wanted::Number(line, key) => {
            let name = desk.speech.word(&format!("number-{}", key.replace('_', "-")));
            format!("{}, {name}:", desk.words().stretch(*line))
        }
        Wanted::Folder => desk.speech.word("prompt-folder"),
        Wanted::Backup => desk.speech.word("prompt-backup"),
        Wanted::Code => desk.speech.word("prompt-code"),
        Wanted::Answer(at) => {
            format!("{}/{} {}", at + 1, QUESTIONS.len(), desk.speech.word(QUESTIONS[*at]))
        }
    }
}

/// What is asked, in a word or a sentence.
pub fn heading_text(desk: &Desk, prompt: &Prompt) -> String {
    match &prompt.purpose {
        Purpose::Keep => format!("&{}", prompt.text()),
        Purpose::Count => format!("#{}", prompt.text()),
        Purpose::Reason { member, .. } => {
            desk.speech.say("prompt-reason", &[("member", desk.words().member(*member).into())])
        }
        Purpose::Value(wanted) => format!("{} {}", wanted_label(desk, wanted), prompt.text()),
        _ => heading(desk, prompt, u16::MAX),
    }
}

/// What a picker is for, in a word or a sentence of `room` columns, if places can be named shortly enough.
pub fn heading(desk: &Desk, prompt: &Prompt, room: u16) -> String {
    let (words, speech) = (desk.words(), desk.speech);
    let of_shift = |id: &str, shift: ShiftIx, more: &[(&'static str, String)]| {
        let say = |shift: String| {
            let more = more.iter().map(|(name, value)| (*name, value.into()));
            speech.say(id, &more.chain([("shift", shift.into())]).collect::<Vec<_>>())
        };
        let left = room.saturating_sub(width(&say(String::new())));
        say(desk.shift_in(shift, left))
    };
    match &prompt.purpose {
        Purpose::Seek => speech.word("pick-seek"),
        Purpose::Palette => speech.word("pick-palette"),
        Purpose::Pick(pick) => match pick {
            Pick::Away { member, callin: false, .. } => {
                // Who is known to be away may ring to say the contrary.
                let comes = prompt.choices.iter().any(|choice| matches!(choice.act, Act::Back(..)));
                let id = if comes { "pick-away-or-back" } else { "pick-away" };
                speech.say(id, &[("member", words.member(*member).into())])
            }
            Pick::Away { member, .. } => speech.say("pick-callin", &[("member", words.member(*member).into())]),
            Pick::Called(requirement) => {
                let each = &desk.ground().strike.agreement.requirements[requirement.ix()];
                let values = [("service", words.service(each).into()), ("site", words.site(each.site).into())];
                speech.say("pick-called", &values)
            }
            Pick::SiteToClose => speech.word("pick-site-to-close"),
            Pick::Who { callin: true } => speech.word("pick-who-called"),
            Pick::Who { callin: false } => speech.word("pick-who-away"),
            Pick::Duties(member) => speech.say("pick-duties", &[("member", words.member(*member).into())]),
            Pick::Publish => speech.word("pick-publish"),
            Pick::Paper => speech.word("pick-paper"),
            Pick::Move { members, .. } => {
                let who = match members.as_slice() {
                    [only] => words.member(*only),
                    several => speech.say("pick-members", &[("count", several.len().into())]),
                };
                speech.say("pick-move", &[("member", who.into())])
            }
            Pick::Filters => speech.word("pick-filters"),
            Pick::Touching => speech.word("pick-touching"),
            Pick::Numbers(line) => speech.say("pick-numbers", &[("line", words.stretch(*line).into())]),
            Pick::Times(template) => {
                let values = [
                    ("template", desk.template_name(*template).into()),
                    ("hours", desk.template_times(*template).into()),
                ];
                speech.say("pick-hours", &values)
            }
            Pick::Menu => speech.word("pick-menu"),
            Pick::WalkIn(_) => speech.word("pick-walk-in"),
            Pick::Glossary => speech.word("pick-glossary"),
            Pick::TakeBack(_) => speech.word("pick-take-back"),
            Pick::Rewind(_) => speech.word("pick-rewind"),
            Pick::Ways(_) => speech.word("pick-ways"),
            Pick::Name(shift, duty) => of_shift("pick-name", *shift, &[("duty", words.duty(*duty))]),
            Pick::Plan => speech.word("pick-plan"),
            Pick::WhatIf | Pick::Branches => speech.word("pick-what-if"),
            Pick::Repairs => speech.word("pick-repairs"),
            Pick::Fragile => speech.word("pick-fragile"),
            Pick::Import => speech.word("pick-import"),
            Pick::Redact => speech.word("pick-redact"),
            Pick::Supposed => format!("{} {}", speech.word("pick-what-if"), desk.supposed_name()),
            Pick::Swap(shift, member) => of_shift("pick-swap", *shift, &[("member", words.member(*member))]),
            Pick::Close(site) => speech.say("pick-close", &[("site", words.site(*site).into())]),
            Pick::Marked => speech.say("pick-marked", &[("count", desk.marked().into())]),
            Pick::Guests(shift) => of_shift("pick-guests", *shift, &[]),
            Pick::HandOver(shift) => of_shift("pick-hand-over", *shift, &[]),
            Pick::Incident(site, line) => {
                let place = line.map_or_else(|| words.site(*site), |line| words.stretch(line));
                speech.say("pick-incident", &[("place", place.into())])
            }
            Pick::Incidents(site) => {
                let place = site.map_or_else(|| speech.word("paper-everywhere"), |site| words.site(site));
                speech.say("pick-incidents", &[("place", place.into())])
            }
            Pick::SignAt(_, member) => speech.say("pick-sign-at", &[("member", words.member(*member).into())]),
            Pick::Correct(_) => speech.word("pick-correct"),
            Pick::PaperSheet(shift) => of_shift("pick-paper-sheet", *shift, &[]),
            Pick::Alternate(member) => speech.say("pick-alternate", &[("member", words.member(*member).into())]),
            Pick::Pay(member) => speech.say("pick-pay", &[("member", words.member(*member).into())]),
            Pick::Book(week) => speech.say("pick-book", &[("week", desk.week_text(*week).into())]),
            Pick::Short(week) => speech.say("pick-short", &[("week", desk.week_text(*week).into())]),
            Pick::WeekToSignOff => speech.word("pick-week-to-sign-off"),
            Pick::SignOff(week) => speech.say("pick-sign-off", &[("week", desk.week_text(*week).into())]),
        },
        Purpose::Keep | Purpose::Count | Purpose::Reason { .. } | Purpose::Value(_) => String::new(),
    }
}

/// What can be typed into a picker: the word in `speech` that says so.
pub fn could_be_typed(purpose: &Purpose) -> Option<&'static str> {
    let Purpose::Pick(pick) = purpose else { return None };
    Some(match pick {
        Pick::Away { .. } => "away-type",
        Pick::Import => "import-type",
        Pick::WhatIf => "what-if-type",
        Pick::Touching => "touching-type",
        Pick::Publish
        | Pick::WalkIn(_)
        | Pick::Numbers(_)
        | Pick::Times(_)
        | Pick::Marked
        | Pick::Ways(_)
        | Pick::Close(_)
        | Pick::Plan
        | Pick::Redact
        | Pick::Supposed
        | Pick::Branches
        | Pick::Guests(_)
        | Pick::Incident(..)
        | Pick::SignAt(..)
        | Pick::Correct(_)
        | Pick::PaperSheet(_)
        | Pick::Alternate(_)
        | Pick::Pay(_)
        | Pick::WeekToSignOff
        | Pick::SignOff(_)
        | Pick::TakeBack(_)
        | Pick::Rewind(_) => return None,
        Pick::Who { .. } => "who-type",
        Pick::Duties(_)
        | Pick::Name(..)
        | Pick::Called(_)
        | Pick::SiteToClose
        | Pick::Paper
        | Pick::Move { .. }
        | Pick::Filters
        | Pick::Menu
        | Pick::Swap(..)
        | Pick::HandOver(_)
        | Pick::Incidents(_)
        | Pick::Repairs
        | Pick::Fragile
        | Pick::Book(_)
        | Pick::Short(_)
        | Pick::Glossary => "pick-type",
    })
}
