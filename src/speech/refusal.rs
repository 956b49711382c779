//! Rules as sentences: one refusal with all its particulars, the rules by name, why a shift does not exist.
//!
//! Times are told on the clock of the site they happen at; a member's own unavailability on the strike's.

use super::calendar::{date_short, day_short, days, time};
use super::number::{decimal, length};
use super::{Speech, place};
use crate::engine::coverage::Status;
use crate::model::campaign::{Language, Mode};
use crate::model::nearest::nearest;
use crate::model::problem::Value;
use crate::model::site::Amenity;
use crate::model::time::Clock;
use crate::model::{Duty, Instant, RequirementIx, ShiftIx, Span, Strike};
use crate::rules::closed::Closed;
use crate::rules::refusal::RestrictionCause;
use crate::rules::{Ground, Refusal, RuleCode};
use chrono::{Days, NaiveTime};
use chrono_tz::Tz;

/// One refusal, whole: `essential duty Mon 7 Dec 07:00–15:00, Health care (emdc-health)`.
pub fn refusal(speech: Speech, ground: &Ground, refusal: &Refusal) -> String {
    tell(speech, ground, None, refusal)
}

/// The same about a shift that the reader has before them: says also which way round rest is lacking, and whether it is
/// only the clear time around essential duty that is touched.
pub fn refusal_for(speech: Speech, ground: &Ground, shift: ShiftIx, refusal: &Refusal) -> String {
    tell(speech, ground, Some(shift), refusal)
}

fn tell(speech: Speech, ground: &Ground, about: Option<ShiftIx>, refusal: &Refusal) -> String {
    let about = about.map(|ix| ground.shift(ix).span);
    let strike = &ground.strike;
    let language = speech.language();
    match refusal {
        Refusal::Overlap { other } => say(speech, "refusal-overlap", [("shift", place::shift(speech, ground, *other))]),
        Refusal::Essential { designation, duty } => {
            let at = strike.agreement.designations[designation.ix()].requirement;
            essential(speech, ground, about, at, *duty)
        }
        Refusal::Pool { requirement: at, at: when, standing, spare } => {
            let zone = strike.site(strike.agreement.requirements[at.ix()].site).zone;
            let values = [
                ("duty", requirement(strike, *at).into()),
                ("at", instant(*when, zone, language).into()),
                ("standing", (*standing).into()),
                ("spare", (*spare).into()),
            ];
            speech.say(if *spare == 0 { "refusal-pool-none" } else { "refusal-pool" }, &values)
        }
        Refusal::Status { status } => say(speech, "refusal-status", [("status", status.word().to_owned())]),
        Refusal::Availability { shut: None } => speech.word("refusal-availability"),
        Refusal::Availability { shut: Some(shut) } => {
            let zone = strike.campaign.zone;
            match within_plan(ground, *shut, zone) {
                None => speech.word("refusal-availability-always"),
                Some(shut) => say(speech, "refusal-availability-shut", [("when", span(shut, zone, language))]),
            }
        }
        Refusal::Reach { km: None, .. } => speech.word("refusal-reach-unknown"),
        Refusal::Reach { km: Some(km), reach_km } => {
            let (km, reach) = apart(*km, *reach_km, language);
            say(speech, "refusal-reach", [("km", km), ("reach", reach)])
        }
        Refusal::Restriction { cause } => match cause {
            RestrictionCause::Nights => speech.word("refusal-restriction-nights"),
            RestrictionCause::NoLine => speech.word("refusal-restriction-no-line"),
            RestrictionCause::Amenity(amenity) => {
                let word = Amenity::WORDS.iter().find(|(_, each)| each == amenity).map_or("", |(word, _)| word);
                say(speech, "refusal-restriction-amenity", [("amenity", word.to_owned())])
            }
        },
        Refusal::Daily { at_most: 0, .. } => speech.word("refusal-daily-none"),
        Refusal::Daily { other, at_most } => speech.say(
            "refusal-daily",
            &[("shift", place::shift(speech, ground, *other).into()), ("most", (*at_most).into())],
        ),
        Refusal::Weekly { rostered, more, at_most } => {
            let id = if rostered >= at_most { "refusal-weekly" } else { "refusal-weekly-over" };
            let values = [("rostered", *rostered), ("more", *more), ("most", *at_most)];
            say(speech, id, values.map(|(name, minutes)| (name, length(minutes))))
        }
        Refusal::Rest { other, minutes, at_least } => {
            let id = match about {
                _ if *minutes == 0 => "refusal-rest-none",
                None => "refusal-rest",
                Some(this) if ground.shift(*other).span.start < this.start => "refusal-rest-after",
                Some(_) => "refusal-rest-before",
            };
            let other = place::shift(speech, ground, *other);
            say(speech, id, [("shift", other), ("rest", length(*minutes)), ("least", length(*at_least))])
        }
        Refusal::Maximum { at_most } => speech.say("refusal-maximum", &[("most", (*at_most).into())]),
        Refusal::PostHeld { duty, posts } => speech
            .say("refusal-post-held", &[("duty", duty_name(speech, strike, *duty).into()), ("posts", (*posts).into())]),
        Refusal::Skill { duty } => say(speech, "refusal-skill", [("duty", duty_name(speech, strike, *duty))]),
        Refusal::Closed(why) => closed(speech, ground, why),
    }
}

/// Why a shift does not exist: `it starts before the strike is lawful (Mon 7 Dec 00:01)`.
pub fn closed(speech: Speech, ground: &Ground, why: &Closed) -> String {
    let (strike, campaign) = (&ground.strike, &ground.strike.campaign);
    let id = |message: &str, id: &str, known: Vec<&str>| match nearest(id, known) {
        Some(near) => say(speech, &format!("{message}.near"), [("id", id.to_owned()), ("near", near.to_owned())]),
        None => say(speech, message, [("id", id.to_owned())]),
    };
    match why {
        Closed::Form => speech.word("closed-form"),
        Closed::Site(site) => id("closed-site", site, strike.sites.iter().map(|each| each.id.as_str()).collect()),
        Closed::Line(line) => id("closed-line", line, Vec::new()),
        Closed::Template(template) => {
            id("closed-template", template, strike.templates.iter().map(|each| each.id.as_str()).collect())
        }
        Closed::Horizon => {
            let plan = days(campaign.first_day, campaign.last_day(), speech.language());
            say(speech, "closed-horizon", [("days", plan)])
        }
        Closed::NotHere => speech.word("closed-not-here"),
        Closed::Weekday => speech.word("closed-weekday"),
        Closed::NoLength => speech.word("closed-no-length"),
        Closed::NoPhase => speech.word("closed-no-phase"),
        Closed::Phase(mode) => say(speech, "closed-phase", [("mode", mode_word(*mode).to_owned())]),
        Closed::NotOut => speech.word("closed-not-out"),
        Closed::NotLawful(at) => {
            say(speech, "closed-not-lawful", [("at", instant(*at, campaign.zone, speech.language()))])
        }
        Closed::InformationOnly => speech.word("closed-information-only"),
        Closed::NotInformation => speech.word("closed-not-information"),
        Closed::StandDown(None) => speech.word("closed-stand-down"),
        Closed::StandDown(Some(reason)) => say(speech, "closed-stand-down-reason", [("reason", reason.clone())]),
        Closed::Cap(None) => speech.word("closed-cap"),
        Closed::Cap(Some(order)) => say(speech, "closed-cap-order", [("order", order.clone())]),
    }
}

/// How many members a rule takes away: `61 on essential duty`.
pub fn lost(speech: Speech, code: RuleCode, count: u32) -> String {
    speech.say(&format!("lost-{}", code.word()), &[("count", count.into())])
}

/// A coverage word as people say it: `captain missing`.
pub fn coverage_word(speech: Speech, status: Status) -> String {
    speech.word(&format!("coverage-{}", status.word()))
}

/// A post as people say it; a skill the language does not know is said as the files write it.
pub fn duty_name(speech: Speech, strike: &Strike, duty: Duty) -> String {
    say(speech, "duty-name", [("duty", duty.word(strike).to_owned())])
}

fn say<const N: usize>(speech: Speech, id: &str, values: [(&str, String); N]) -> String {
    speech.say(id, &values.map(|(name, text)| (name, Value::Text(text))))
}

fn essential(speech: Speech, ground: &Ground, about: Option<Span>, at: RequirementIx, duty: Option<Span>) -> String {
    let strike = &ground.strike;
    let name = ("duty", requirement(strike, at));
    let zone = strike.site(strike.agreement.requirements[at.ix()].site).zone;
    let Some(duty) = duty else { return say(speech, "refusal-essential-never", [name]) };
    let Some(duty) = within_plan(ground, duty, zone) else { return say(speech, "refusal-essential-always", [name]) };
    let when = ("when", span(duty, zone, speech.language()));
    match about {
        Some(this) if !this.overlaps(duty) => {
            let buffer = length(strike.rules.essential_buffer_minutes);
            say(speech, "refusal-essential-buffer", [when, name, ("buffer", buffer)])
        }
        _ => say(speech, "refusal-essential", [when, name]),
    }
}

/// A requirement's service and id: `Health care (emdc-health)`.
pub fn requirement(strike: &Strike, at: RequirementIx) -> String {
    let requirement = &strike.agreement.requirements[at.ix()];
    match &requirement.service {
        Some(service) => format!("{service} ({})", requirement.id),
        None => requirement.id.clone(),
    }
}

/// Distance and reach with as many decimals as it takes to tell them apart.
fn apart(km: f64, reach: f64, language: Language) -> (String, String) {
    let shown = |places| (decimal(km, places, language), decimal(reach, places, language));
    (1..=6).map(shown).find(|(km, reach)| km != reach).unwrap_or_else(|| shown(6))
}

/// The part of `span` that lies in the plan's days; None when that is all of them.
fn within_plan(ground: &Ground, span: Span, zone: Tz) -> Option<Span> {
    let campaign = &ground.strike.campaign;
    let plan = Span::new(Clock(0).on(campaign.first_day, zone), Clock(0).on(campaign.last_day() + Days::new(1), zone));
    (!span.covers(plan)).then_some(span)
}

/// `Mon 7 Dec 07:30`.
fn instant(at: Instant, zone: Tz, language: Language) -> String {
    let local = at.in_zone(zone);
    format!("{} {}", day_short(local.date_naive(), language), time(local.time(), language))
}

/// `Mon 7 Dec 07:30–11:30`, `Wed 9 Dec`, `9–11 Dec`; with both days when it is longer than a day.
fn span(span: Span, zone: Tz, language: Language) -> String {
    let (start, end) = (span.start.in_zone(zone), span.end.in_zone(zone));
    let (first, last) = (start.date_naive(), end.date_naive());
    let midnight = |at: NaiveTime| at == NaiveTime::MIN;
    if midnight(start.time()) && midnight(end.time()) && first < last {
        let through = last - Days::new(1);
        return if first == through { day_short(first, language) } else { days(first, through, language) };
    }
    if span.minutes() <= 24 * 60 {
        let until = time(end.time(), language);
        return format!("{} {}–{until}", day_short(first, language), time(start.time(), language));
    }
    format!("{}–{} {}", instant(span.start, zone, language), date_short(last, language), time(end.time(), language))
}

fn mode_word(mode: Mode) -> &'static str {
    match mode {
        Mode::Information => "information",
        Mode::WorkToRule => "work_to_rule",
        Mode::Rotating => "rotating",
        Mode::Full => "full",
        Mode::Suspended => "suspended",
        Mode::Settled => "settled",
    }
}
