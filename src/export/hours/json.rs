//! The ledger as a document, exactly as the contract has it. One member a line, so that two documents can be compared by
//! any tool that compares lines.

use crate::engine::pay::Row;
use crate::export::view::View;
use crate::speech::json;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct MemberRow<'a> {
    member: &'a str,
    rostered_minutes: i64,
    attended_minutes: i64,
    credited_minutes: i64,
    full_minutes: i64,
    strike_pay: String,
    alternate_minutes: i64,
    essential_minutes: i64,
    /// What was signed off, when the week was.
    #[serde(skip_serializing_if = "Option::is_none")]
    signed_off: Option<SignedOff>,
    /// What is owed beyond that.
    #[serde(skip_serializing_if = "Option::is_none")]
    correction: Option<String>,
}

#[derive(Serialize)]
struct SignedOff {
    credited_minutes: i64,
    strike_pay: String,
}

/// Writes the document.
pub fn json(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    to.write_all(b"{\"strike\":")?;
    json::write(to, &view.ground.strike.campaign.name)?;
    write!(to, ",\"version\":{},\"weeks\":[", view.version)?;
    for (at, week) in view.weeks().iter().enumerate() {
        write!(to, "{}\n{{\"starts\":\"{}\",", if at == 0 { "" } else { "," }, week.starts)?;
        if let Some((by, at)) = &week.signed_off {
            to.write_all(b"\"signed_off_by\":")?;
            json::write(to, by)?;
            write!(to, ",\"signed_off_at\":\"{}\",", at.rfc3339(view.ground.strike.campaign.zone))?;
        }
        to.write_all(b"\"members\":[")?;
        for (at, row) in week.rows.iter().enumerate() {
            to.write_all(if at == 0 { b"\n" } else { b",\n" })?;
            json::write(to, &member(row))?;
        }
        to.write_all(b"]}")?;
    }
    to.write_all(b"]}\n")
}

fn member(row: &Row) -> MemberRow<'_> {
    MemberRow {
        member: &row.member,
        rostered_minutes: row.rostered,
        attended_minutes: row.attended,
        credited_minutes: row.credited,
        full_minutes: row.full,
        strike_pay: row.pay.to_string(),
        alternate_minutes: row.alternate,
        essential_minutes: row.essential,
        signed_off: row
            .signed
            .map(|signed| SignedOff { credited_minutes: signed.credited, strike_pay: signed.pay.to_string() }),
        correction: row.correction().map(|pay| pay.to_string()),
    }
}
