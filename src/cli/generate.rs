//! `generate`: writes a fictional strike.

use super::answer::{Answer, DONE, FAILED, Reply};
use super::context::Context;
use crate::store::generate::{
    GenerateOptions, MOST_DAYS, MOST_MEMBERS, MOST_SITES, WriteError, generate as make, write,
};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

/// What `generate` is asked.
#[derive(Debug, Clone, Args)]
pub struct GenerateArgs {
    /// The folder to write it into; one that holds a strike is refused
    dir: PathBuf,
    /// Members
    #[arg(long, value_name = "N")]
    members: usize,
    /// Sites
    #[arg(long, value_name = "N")]
    sites: usize,
    /// Days
    #[arg(long, value_name = "N", default_value_t = 14)]
    days: u16,
    /// Chooses among the strikes of that size
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
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
pub fn generate(context: &Context, args: &GenerateArgs) -> Reply {
    let speech = context.speech();
    let GenerateArgs { ref dir, members, sites, days, seed } = *args;
    let is_possible = (1..=MOST_MEMBERS).contains(&members)
        && (1..=MOST_SITES).contains(&sites)
        && (1..=MOST_DAYS).contains(&u32::from(days));
    if !is_possible {
        let values = [("members", MOST_MEMBERS.into()), ("sites", MOST_SITES.into()), ("days", MOST_DAYS.into())];
        return Err(context.misused("cli-generate-size", &values));
    }
    if dir.exists() && !dir.is_dir() {
        return Err(context.misused("cli-out-no-folder", &[("path", dir.display().to_string().into())]));
    }
    let files = make(&GenerateOptions { members, sites, days: u32::from(days), seed, ..GenerateOptions::default() });
    match write(dir, &files) {
        Ok(()) => {}
        Err(WriteError::HoldsStrike(path)) => {
            let values = [("path", path.display().to_string().into())];
            return Err(context.misused("cli-generate-taken", &values));
        }
        Err(WriteError::Io { path, source }) => {
            let values = [
                ("path", path.display().to_string().into()),
                ("detail", crate::speech::disk::why(speech, &source).into()),
            ];
            let said = speech.say("cli-io", &values);
            return Err(context.complaint(FAILED, &said));
        }
    }
    if context.json {
        let files = files.into_iter().map(|(name, _)| name).collect();
        let folder = dir.display().to_string();
        return Ok(Answer::json(DONE, &Document { folder, members, sites, days, seed, files }));
    }
    let values = [
        ("path", dir.display().to_string().into()),
        ("members", members.into()),
        ("sites", sites.into()),
        ("days", days.into()),
    ];
    Ok(Answer::new(DONE, speech.say("cli-generated", &values) + "\n"))
}
