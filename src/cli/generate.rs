//! `generate`: writes a fictional strike.

use super::answer::{Answer, DONE, FAILED};
use super::context::{Context, misused};
use super::report;
use crate::store::generate::{
    GenerateOptions, MOST_DAYS, MOST_MEMBERS, MOST_SITES, WriteError, generate as make, write,
};
use serde::Serialize;
use std::path::Path;

/// How large a strike.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Members.
    pub members: usize,
    /// Sites.
    pub sites: usize,
    /// Days.
    pub days: u16,
    /// Chooses among strikes of that size.
    pub seed: u64,
}

#[derive(Serialize)]
struct Document {
    folder: String,
    members: usize,
    sites: usize,
    days: u16,
    seed: u64,
    files: Vec<String>,
}

/// Carries `generate` out.
pub fn generate(context: &Context, dir: &Path, size: Size) -> Answer {
    let speech = context.speech();
    let Size { members, sites, days, seed } = size;
    let is_possible = (1..=MOST_MEMBERS).contains(&members)
        && (1..=MOST_SITES).contains(&sites)
        && (1..=MOST_DAYS).contains(&u32::from(days));
    if !is_possible {
        let values = [("members", MOST_MEMBERS.into()), ("sites", MOST_SITES.into()), ("days", MOST_DAYS.into())];
        return misused(speech, context.style, "cli-generate-size", &values);
    }
    let files = make(&GenerateOptions { members, sites, days: u32::from(days), seed, ..GenerateOptions::default() });
    match write(dir, &files) {
        Ok(()) => {}
        Err(WriteError::HoldsStrike(path)) => {
            let values = [("path", path.display().to_string().into())];
            return misused(speech, context.style, "cli-generate-taken", &values);
        }
        Err(WriteError::Io { path, source }) => {
            let values = [
                ("path", path.display().to_string().into()),
                ("detail", crate::speech::disk::why(speech, &source).into()),
            ];
            let said = speech.say("cli-io", &values);
            return Answer::complaint(FAILED, report::error(speech, context.style.err, &said));
        }
    }
    if context.json {
        let files = files.into_iter().map(|(name, _)| name).collect();
        let folder = dir.display().to_string();
        return Answer::json(DONE, &Document { folder, members, sites, days, seed, files });
    }
    let values = [
        ("path", dir.display().to_string().into()),
        ("members", members.into()),
        ("sites", sites.into()),
        ("days", days.into()),
    ];
    Answer::new(DONE, speech.say("cli-generated", &values) + "\n")
}
