//! A roster, as `export roster --format json` tells it.

use super::strike::Strike;
use serde_json::Value;
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seat {
    pub shift: usize,
    pub member: usize,
    pub duty: String,
    pub pinned: bool,
    pub overrides: BTreeSet<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    pub seats: Vec<Seat>,
}

impl Roster {
    pub fn seat(&mut self, shift: usize, member: usize, duty: &str) {
        self.seats.push(Seat { shift, member, duty: duty.to_owned(), pinned: false, overrides: BTreeSet::new() });
    }

    /// Reads what can be read: unknown shifts and members are left out here and
    /// are `check`'s to report.
    pub fn read(strike: &Strike, json: &Value) -> Self {
        let mut roster = Self::default();
        for shift in list(&json["shifts"]) {
            let Some(index) = shift["id"].as_str().and_then(|id| strike.shift(id)) else {
                continue;
            };
            for one in list(&shift["assigned"]) {
                let Some(member) = one["member"].as_str().and_then(|id| strike.member(id)) else {
                    continue;
                };
                roster.seats.push(Seat {
                    shift: index,
                    member,
                    duty: one["duty"].as_str().unwrap_or("").to_owned(),
                    pinned: one["pinned"].as_bool().unwrap_or(false),
                    overrides: list(&one["overrides"])
                        .iter()
                        .filter_map(|code| code.as_str().map(str::to_owned))
                        .collect(),
                });
            }
        }
        roster
    }

    /// The roster as the program would print it: for tests of the checker.
    pub fn write(&self, strike: &Strike) -> Value {
        let mut shifts = Vec::new();
        let (mut gaps, mut assignments) = (0, 0);
        for (index, shift) in strike.shifts.iter().enumerate() {
            let state = super::levels::state(strike, self, index);
            gaps += usize::from(state.is_gap());
            assignments += state.heads;
            let mut seats: Vec<&Seat> = self.on(index).collect();
            seats.sort_by_key(|seat| (rank(&seat.duty), &strike.members[seat.member].id));
            let assigned: Vec<Value> = seats
                .iter()
                .map(|seat| {
                    serde_json::json!({
                        "member": strike.members[seat.member].id, "duty": seat.duty,
                        "pinned": seat.pinned, "origin": "plan", "overrides": seat.overrides,
                    })
                })
                .collect();
            let tz = strike.sites[shift.site].tz;
            shifts.push(serde_json::json!({
                "id": shift.id,
                "starts": super::time::local(tz, shift.span.0).to_rfc3339(),
                "ends": super::time::local(tz, shift.span.1).to_rfc3339(),
                "minimum": shift.minimum, "target": shift.target, "maximum": shift.maximum,
                "captains": shift.captains, "needs": shift.needs,
                "heads": state.heads, "worst_case": state.worst_case, "status": state.status,
                "assigned": assigned,
            }));
        }
        serde_json::json!({
            "strike": strike.name, "version": 1, "published": null,
            "generated": "2026-12-01T14:03:00-05:00", "shifts": shifts,
            "totals": {"shifts": strike.shifts.len(), "assignments": assignments, "gaps": gaps},
        })
    }

    pub fn on(&self, shift: usize) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(move |seat| seat.shift == shift)
    }

    pub fn of(&self, member: usize) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(move |seat| seat.member == member)
    }

    pub fn pins(&self) -> Vec<Seat> {
        self.seats.iter().filter(|seat| seat.pinned).cloned().collect()
    }
}

/// Order of duties on a sheet: captain, skills by name, picket.
pub fn rank(duty: &str) -> (u8, &str) {
    match duty {
        "captain" => (0, ""),
        "picket" => (2, ""),
        skill => (1, skill),
    }
}

/// A JSON array's items; nothing for anything else.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
