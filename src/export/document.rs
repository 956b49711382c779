//! What the documents for programs have in common: how they begin, and their rows.

use super::view::View;
use crate::speech::json::write;
use serde::Serialize;
use std::io::{self, Write};

/// The beginning of a document about `view`, up to where its own parts begin: the strike, the roster's version, the version
/// last published, the time of making.
pub fn head(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let campaign = &view.ground.strike.campaign;
    to.write_all(b"{\"strike\":")?;
    write(to, &campaign.name)?;
    write!(to, ",\"version\":{},\"published\":", view.version)?;
    write(to, &view.published.map(|published| published.version))?;
    to.write_all(b",\"generated\":")?;
    write(to, &view.generated.rfc3339(campaign.zone))
}

/// Writes a part of a document: `,"name":[…]`, a row a line, so that two documents can be compared by any tool that compares
/// lines.
pub fn rows<T: Serialize>(to: &mut dyn Write, name: &str, rows: impl IntoIterator<Item = T>) -> io::Result<()> {
    write!(to, ",\"{name}\":[")?;
    for (at, row) in rows.into_iter().enumerate() {
        to.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        write(to, &row)?;
    }
    to.write_all(b"\n]")
}
