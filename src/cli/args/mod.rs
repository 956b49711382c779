//! What can be asked on the command line: what every command takes, and the commands.

mod command;

use crate::app::session::By;
use clap::{Args, Parser, ValueEnum};
pub use command::Command;
use std::path::PathBuf;

/// Schedules a picket line: who stands where and when, where the line is short, and who can fill it.
#[derive(Debug, Parser)]
#[command(name = "picket", version, max_term_width = 100, subcommand_precedence_over_arg = true)]
#[command(
    after_help = "See `picket help COMMAND` for a command, `picket --help` for the files in brief, `picket man` for all of it."
)]
#[command(after_long_help = crate::cli::reference::BRIEF)]
pub struct Line {
    /// The strike's folder to open on the screen [default: the current folder, else the built-in sample]
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// The screen as lines of text, for a screen reader: the same commands, one line at a time
    #[arg(long, env = "PICKET_PLAIN", value_parser = clap::builder::FalseyValueParser::new(), action = clap::ArgAction::SetTrue)]
    pub plain: bool,
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
    /// The command; none opens the screen.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The heading of what every command takes.
const EVERYWHERE: &str = "Options of every command";

/// What every command takes.
#[derive(Debug, Args)]
pub struct Common {
    /// Language of the answers [default: the strike's]
    #[arg(long, global = true, value_name = "LANG", help_heading = EVERYWHERE)]
    pub lang: Option<Lang>,
    /// Who acts, as history and sheets name them [default: the login name]
    #[arg(long = "as", global = true, value_name = "NAME", help_heading = EVERYWHERE)]
    pub actor: Option<String>,
    /// The program's clock: an instant with offset, a local time of the strike's zone, or `now`
    #[arg(long, global = true, env = "PICKET_NOW", value_name = "WHEN", help_heading = EVERYWHERE)]
    pub now: Option<String>,
    /// Hold the line: after an edit, make the moves that leave the plan as good as it can be, as an action of their own
    #[arg(long, global = true, env = "PICKET_HOLD", value_parser = clap::builder::FalseyValueParser::new(), action = clap::ArgAction::SetTrue, help_heading = EVERYWHERE)]
    pub hold: bool,
    /// Answer with one JSON document
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub json: bool,
}

/// Of which part of the strike.
#[derive(Debug, Args)]
pub struct Part {
    /// Only this site
    #[arg(long, value_name = "ID")]
    pub site: Option<String>,
    /// Only shifts that start on this day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub day: Option<String>,
}

/// By whom something on the line is noted.
#[derive(Debug, Args)]
pub struct Noted {
    /// The captain who notes it
    #[arg(long, value_name = "CAPTAIN")]
    by: Option<String>,
    /// In a week that is signed off: why it is told otherwise; it is kept
    #[arg(long, value_name = "TEXT")]
    correction: Option<String>,
}

impl Noted {
    /// On whose word, and why if it is late.
    pub fn by(&self) -> By<'_> {
        By { captain: told(self.by.as_deref()), correction: told(self.correction.as_deref()) }
    }
}

/// What an option tells; blanks tell nothing.
pub fn told(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// English
    En,
    /// French
    Fr,
}
