//! How the things of a strike are called on the screen.

use crate::engine::coverage::Status;
use crate::model::campaign::Language;
use crate::model::essential::Requirement;
use crate::model::member;
use crate::model::site::SiteKind;
use crate::model::{Duty, Instant, LineIx, MemberIx, ShiftIx, SiteIx, SkillIx};
use crate::rules::{Ground, Refusal};
use crate::speech::visible::visible;
use crate::speech::{Speech, calendar, refusal};
use chrono::NaiveTime;
use chrono_tz::Tz;

/// The words of one language over one strike.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The strike.
    pub ground: &'a Ground,
    /// The language.
    pub speech: Speech,
}

impl Words<'_> {
    /// The language.
    pub fn language(&self) -> Language {
        self.speech.language()
    }

    /// The word for a coverage status.
    pub fn status(&self, status: Status) -> String {
        refusal::coverage_word(self.speech, status)
    }

    /// The word for a kind of site.
    pub fn kind(&self, kind: SiteKind) -> String {
        self.speech.word(&format!("site-kind-{}", kind.word().replace('_', "-")))
    }

    /// A region's name.
    pub fn region(&self, region: Option<u32>) -> String {
        match region {
            Some(region) => self.speech.say("screen-region", &[("region", region.into())]),
            None => self.speech.word("screen-no-region"),
        }
    }

    /// What a skill is called: the well-known ones in the language, others as they are written.
    pub fn skill(&self, skill: SkillIx) -> String {
        self.duty(Duty::Skill(skill))
    }

    /// What a duty is called.
    pub fn duty(&self, duty: Duty) -> String {
        refusal::duty_name(self.speech, &self.ground.strike, duty)
    }

    /// How the agreement binds someone: the word for a kind of designation, by its name in the files.
    pub fn bond(&self, kind: &str) -> String {
        self.speech.word(&format!("bond-{}", kind.replace('_', "-")))
    }

    /// What a requirement is for: its service; where none is named, by its id.
    pub fn service(&self, requirement: &Requirement) -> String {
        visible(requirement.service.as_deref().unwrap_or(&requirement.id)).into_owned()
    }

    /// The word for a member's status.
    pub fn standing(&self, status: member::Status) -> String {
        self.speech.word(&format!("status-{}", status.word()))
    }

    /// Why a rule keeps a member off a shift.
    pub fn refusal(&self, shift: ShiftIx, why: &Refusal) -> String {
        refusal::refusal_for(self.speech, self.ground, shift, why)
    }

    /// A member's name.
    pub fn member(&self, member: MemberIx) -> String {
        visible(&self.ground.strike.member(member).name).into_owned()
    }

    /// A site's name.
    pub fn site(&self, site: SiteIx) -> String {
        visible(self.ground.strike.site(site).name(self.language())).into_owned()
    }

    /// A line's name; of a site's only line, nothing: the site's name says it all.
    pub fn line(&self, line: LineIx) -> Option<String> {
        let line = self.ground.strike.line(line);
        let site = self.ground.strike.site(line.site);
        let only = site.lines.len() == 1 && line.name.is_none();
        (!only).then(|| visible(line.name(self.language())).into_owned())
    }

    /// Site and line in one.
    pub fn stretch(&self, line: LineIx) -> String {
        let site = self.site(self.ground.strike.line(line).site);
        self.line(line).map_or(site.clone(), |line| format!("{site}, {line}"))
    }

    /// A shift's day: `Mon 7 Dec`.
    pub fn day(&self, shift: ShiftIx) -> String {
        calendar::day_short(self.ground.shift(shift).date, self.language())
    }

    /// A shift's times, in its site's zone: `07:30–11:30`.
    pub fn times(&self, shift: ShiftIx) -> String {
        let shift = self.ground.shift(shift);
        let zone = self.ground.strike.site(shift.site).zone;
        calendar::times(clock(shift.span.start, zone), clock(shift.span.end, zone), self.language())
    }

    /// When a shift starts, in its site's zone: `07:30`.
    pub fn start(&self, shift: ShiftIx) -> String {
        let shift = self.ground.shift(shift);
        calendar::time(clock(shift.span.start, self.ground.strike.site(shift.site).zone), self.language())
    }

    /// A shift in one breath: `Mon 7 Dec 07:30–11:30, EMDC, Front gate`.
    pub fn shift(&self, shift: ShiftIx) -> String {
        format!("{} {}, {}", self.day(shift), self.times(shift), self.stretch(self.ground.shift(shift).line))
    }

    /// Hours as a short decimal: `16`, `3.5`.
    pub fn hours(&self, minutes: i64) -> String {
        crate::speech::number::decimal(minutes as f64 / 60.0, 1, self.language())
    }

    /// A whole number.
    pub fn number(&self, number: impl Into<i64>) -> String {
        crate::speech::number::whole(number.into(), self.language())
    }

    /// Day and time of an instant in the strike's zone.
    pub fn instant(&self, at: Instant) -> String {
        let local = at.in_zone(self.ground.strike.campaign.zone);
        let day = calendar::day_short(local.date_naive(), self.language());
        format!("{day} {}", calendar::time(local.time(), self.language()))
    }
}

/// The wall clock at an instant.
pub fn clock(at: Instant, zone: Tz) -> NaiveTime {
    at.in_zone(zone).time()
}
