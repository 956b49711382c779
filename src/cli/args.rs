//! What can be asked on the command line.

use super::usage;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// Schedules a picket line: who stands where and when, where the line is short, and who can fill it.
#[derive(Debug, Parser)]
#[command(name = "picket", version, max_term_width = 100, subcommand_precedence_over_arg = true)]
#[command(
    after_help = "See `picket help COMMAND` for a command, `picket --help` for the files in brief, `picket man` for all of it."
)]
#[command(after_long_help = super::reference::BRIEF)]
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
    /// Answer with one JSON document
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub json: bool,
}

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// English
    En,
    /// French
    Fr,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read everything; print every problem and warning
    Check {
        /// The strike's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Fill the roster, keeping pins, hand-made assignments and published promises
    Plan(PlanArgs),
    /// List the gaps, worst first
    Gaps {
        /// The strike's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Only this site
        #[arg(long, value_name = "ID")]
        site: Option<String>,
        /// Only shifts that start on this day (YYYY-MM-DD)
        #[arg(long, value_name = "DATE")]
        day: Option<String>,
    },
    /// Tell why a shift is short and what would fill it, or why a member may not stand there
    #[command(override_usage = usage::WHY, help_template = usage::help(&[usage::DIR, usage::SHIFT, usage::MAYBE_MEMBER]))]
    Why {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
    },
    /// Put a member on a shift by hand
    #[command(override_usage = usage::ASSIGN, help_template = usage::help(&[usage::DIR, usage::SHIFT, usage::MEMBER]))]
    Assign {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// The post: `captain`, a skill, or `picket` [default: the best vacant one]
        #[arg(long, value_name = "D")]
        duty: Option<String>,
        /// Keep it, whatever the planner would rather
        #[arg(long)]
        pin: bool,
        /// Set availability, reach or rest aside, for this reason; it is kept and printed
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// Take a member off a shift
    #[command(override_usage = usage::UNASSIGN, help_template = usage::help(&[usage::DIR, usage::SHIFT, usage::MEMBER]))]
    Unassign {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
    },
    /// Paper and data
    #[command(override_usage = usage::EXPORT, help_template = usage::help(&[usage::DIR, usage::WHAT, usage::WHOSE]))]
    Export(ExportArgs),
    /// Make the roster as it is what people were told
    Publish {
        /// The strike's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// A note kept with it
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Note that a member can't stand in that time; the shifts in it come free
    #[command(override_usage = usage::ABSENT, help_template = usage::help(&[usage::DIR, usage::MEMBER, usage::TIME]))]
    Absent {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// A code for the reason
        #[arg(long, value_name = "C")]
        code: Option<String>,
    },
    /// Note that a member is called in to essential duty in that time; the shifts in it come free
    #[command(override_usage = usage::CALLIN, help_template = usage::help(&[usage::DIR, usage::MEMBER, usage::TIME]))]
    Callin {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// The requirement of the agreement
        #[arg(long, value_name = "ID")]
        requirement: Option<String>,
    },
    /// Sign a member in to a shift or out of it; one who was not rostered there is a walk-in
    #[command(override_usage = usage::SIGN, help_template = usage::help(&[usage::DIR, usage::SHIFT, usage::SOMEONE, usage::WAY, usage::CLOCK]))]
    Sign {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// The captain who signs the member in or out
        #[arg(long, value_name = "CAPTAIN")]
        by: Option<String>,
    },
    /// Note that a member who is rostered on a shift did not come
    #[command(override_usage = usage::NOSHOW, help_template = usage::help(&[usage::DIR, usage::SHIFT, usage::SOMEONE]))]
    Noshow {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// The captain who notes it
        #[arg(long, value_name = "CAPTAIN")]
        by: Option<String>,
    },
    /// Count strike-duty hours and strike pay, week by week
    Hours {
        /// The strike's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Only the week that holds this day (YYYY-MM-DD)
        #[arg(long, value_name = "DATE")]
        week: Option<String>,
        /// Only this member
        #[arg(long, value_name = "ID")]
        member: Option<String>,
        /// Columns of the sheet
        #[arg(long, value_name = "N", default_value_t = 80)]
        width: usize,
    },
    /// Bring a union database's export into the list of members: people are added and changed; those who are gone are listed
    /// and marked, and their shifts come free
    #[command(override_usage = usage::IMPORT, help_template = usage::help(&[usage::DIR, usage::TABLE]))]
    Import {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// Tells which of its columns is which: `[columns]`, `id = "Member No"`, `name = ["Last", "First"]`
        /// [default: the same names]
        #[arg(long, value_name = "FILE.toml")]
        map: Option<PathBuf>,
        /// Show what would change; write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// List what was done, by whom, when
    History {
        /// The strike's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Take the last action back
    Undo {
        /// The strike's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Bring the last undone action back
    Redo {
        /// The strike's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Write a fictional strike of a given size
    Generate {
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
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, with the reference of all files and outputs
    Man,
}

/// `plan`.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// The strike's folder
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Chooses among rosters that are equally good
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Leave shifts that began before this as they are (an instant, or `now`)
    #[arg(long, value_name = "WHEN")]
    pub from: Option<String>,
    /// Plan anew what was assigned by hand too; pins stay
    #[arg(long)]
    pub from_scratch: bool,
    /// Show what would change; store nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Give up improving after so many seconds
    #[arg(long, value_name = "S")]
    pub time_limit: Option<f64>,
}

/// `export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The words
    #[arg(hide = true)]
    pub words: Vec<OsString>,
    /// text, csv, json, markdown, ics or svg, as far as the sheet comes so [default: text]
    #[arg(long, value_name = "F")]
    pub format: Option<String>,
    /// Only this site
    #[arg(long, value_name = "ID")]
    pub site: Option<String>,
    /// Only shifts that start on this day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub day: Option<String>,
    /// Hours: only the week that holds this day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub week: Option<String>,
    /// Hours: only this member
    #[arg(long, value_name = "ID")]
    pub member: Option<String>,
    /// Columns of a sheet of text
    #[arg(long, value_name = "N", default_value_t = 80)]
    pub width: usize,
    /// Text: a form feed between pages, for a printer
    #[arg(long)]
    pub paginate: bool,
    /// CSV: a byte-order mark first, for spreadsheets that take the file for another encoding without one
    #[arg(long)]
    pub bom: bool,
    /// Write into this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}
