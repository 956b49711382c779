//! How heads are counted: as planned, without those at risk, or those who are there now.

use super::Desk;
use crate::engine::coverage::{Coverage, Heads, Status};
use crate::model::{Assignment, Change, Duty, Instant, MemberIx, ShiftIx, Span};
use crate::store::record::Attendance;
use rustc_hash::FxHashMap;

/// How heads are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Counting {
    /// As planned.
    #[default]
    Planned,
    /// Without the members at risk.
    Worst,
    /// On the lines that are up, those who are signed in; elsewhere as planned.
    Now,
}

impl Counting {
    /// The next way.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Planned => Self::Worst,
            Self::Worst => Self::Now,
            Self::Now => Self::Planned,
        }
    }

    /// A number for the keys of what was worked out.
    pub(super) fn key(self) -> u64 {
        self as u64
    }
}

/// The coverage with those present in place of those planned, and what it was counted from.
#[derive(Debug, Clone)]
pub(super) struct Present {
    of: (u64, Instant),
    coverage: Coverage,
    /// Minutes below the minimum so far, of the lines that are up and keep a sheet.
    short: FxHashMap<ShiftIx, i64>,
}

impl Present {
    /// The coverage with those present, where they are counted; else as planned.
    pub fn or_planned<'a>(present: Option<&'a Self>, planned: &'a Coverage) -> &'a Coverage {
        present.map_or(planned, |present| &present.coverage)
    }
}

impl Desk {
    /// The coverage as it is counted now.
    pub fn coverage(&self) -> &Coverage {
        let present = self.present.as_ref().filter(|_| self.counting == Counting::Now);
        Present::or_planned(present, &self.session.coverage)
    }

    /// True when members at risk are left out.
    pub fn counts_worst(&self) -> bool {
        self.counting == Counting::Worst
    }

    /// The heads on a shift as they are counted now.
    pub fn heads_on(&self, shift: ShiftIx) -> Heads<'_> {
        let tally = self.coverage().of(shift);
        if self.counts_worst() { tally.worst() } else { tally.planned() }
    }

    /// How a shift stands by them.
    pub fn status_of(&self, shift: ShiftIx) -> Status {
        self.heads_on(shift).status(self.ground().shift(shift))
    }

    /// Something that differs whenever what is counted does.
    pub(super) fn counted(&self) -> u64 {
        let of = match self.counting {
            Counting::Now => self.session.seq().wrapping_mul(31).wrapping_add(self.now.0 as u64),
            _ => self.session.version,
        };
        of.wrapping_mul(3).wrapping_add(self.counting.key())
    }

    /// Counts those present anew when somebody has come or gone, or the minute has changed.
    pub(super) fn refresh_present(&mut self) {
        if self.counting != Counting::Now {
            self.present = None;
            return;
        }
        let of = (self.session.seq(), self.now);
        if self.present.as_ref().is_some_and(|present| present.of == of) {
            return;
        }
        let ground = &self.session.ground;
        let running = ground.timetable.indices().take_while(|ix| ground.shift(*ix).span.start <= self.now);
        let up: Vec<ShiftIx> = running.filter(|ix| self.now < ground.shift(*ix).span.end).collect();
        let signs = match self.session.signs_on_all(&up) {
            Ok(signs) => signs,
            Err(error) => {
                self.tell_trouble(&error);
                return;
            }
        };
        let sheets: FxHashMap<&str, &[Attendance]> =
            signs.chunk_by(|a, b| a.shift == b.shift).map(|sheet| (sheet[0].shift.as_str(), sheet)).collect();
        let mut coverage = self.session.coverage.clone();
        let mut short = FxHashMap::default();
        for shift in up {
            let sheet = sheets.get(ground.shift(shift).id.as_str()).copied().unwrap_or_default();
            let here = sheet.iter().filter(|each| each.sign.came.is_some() && each.sign.went.is_none());
            let there: Vec<MemberIx> =
                here.filter_map(|each| ground.strike.lookup.members.get(&each.member).copied()).collect();
            for each in self.session.roster.on(shift) {
                if !there.contains(&each.member) {
                    coverage.apply(ground, &Change::Removed(each.clone()));
                }
            }
            for member in there {
                if self.session.roster.get(shift, member).is_none() {
                    coverage.apply(ground, &Change::Added(Assignment::planned(member, shift, Duty::Picket)));
                }
            }
            // A line where nobody keeps a sheet says nothing about its minutes.
            if !sheet.is_empty()
                && let Some((minutes, _)) = self.short_by(shift, sheet)
            {
                short.insert(shift, minutes);
            }
        }
        self.present = Some(Present { of, coverage, short });
    }

    /// Minutes below the minimum so far, when those present are counted and the line is up.
    pub fn short_now(&self, shift: ShiftIx) -> Option<i64> {
        let present = self.present.as_ref().filter(|_| self.counting == Counting::Now)?;
        present.short.get(&shift).copied()
    }

    /// Heads on `shifts` through a day cut into so many parts, each as it is at the part's middle.
    pub fn heads_through(&self, shifts: &[ShiftIx], parts: usize, day: Span) -> Vec<u32> {
        let length = day.end.0 - day.start.0;
        (0..parts as i64)
            .map(|part| {
                let at = Instant(day.start.0 + length * (2 * part + 1) / (2 * parts as i64));
                let up = shifts.iter().filter(|shift| self.ground().shift(**shift).span.contains(at));
                up.map(|shift| self.heads_on(*shift).heads).sum()
            })
            .collect()
    }
}
