//! The commands, each with what it is asked. What a command with many options is asked stands where the command is.

use super::{Noted, Part};
use crate::cli::export::ExportArgs;
use crate::cli::generate::GenerateArgs;
use crate::cli::hand::AssignArgs;
use crate::cli::happening::IncidentArgs;
use crate::cli::history::HistoryArgs;
use crate::cli::line::HoursArgs;
use crate::cli::moves::CloseArgs;
use crate::cli::plan::PlanArgs;
use crate::cli::purge::PurgeArgs;
use crate::cli::repair::RepairArgs;
use crate::cli::usage;
use crate::cli::what_if::WhatIfArgs;
use clap::Subcommand;
use std::ffi::OsString;
use std::path::PathBuf;

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read everything; print every problem and warning
    Check {
        /// The strike's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// A seal of the journal noted down earlier: is everything up to it still there, unchanged?
        #[arg(long, value_name = "SEAL")]
        seal: Option<String>,
    },
    /// Fill the roster, keeping pins, hand-made assignments and published promises
    Plan(PlanArgs),
    /// List the gaps, worst first
    Gaps {
        /// The strike's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Of which part of the strike.
        #[command(flatten)]
        part: Part,
    },
    /// Tell why a shift is short and what would fill it, or why a member may not stand there
    #[command(override_usage = usage::WHY, help_template = usage::help("why"))]
    Why {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
    },
    /// Put a member on a shift by hand
    #[command(override_usage = usage::ASSIGN, help_template = usage::help("assign"))]
    Assign(AssignArgs),
    /// Take a member off a shift
    #[command(override_usage = usage::UNASSIGN, help_template = usage::help("unassign"))]
    Unassign {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
    },
    /// Paper and data
    #[command(override_usage = usage::EXPORT, help_template = usage::help("export"))]
    Export(ExportArgs),
    /// Tell which sheet has a code, and whether it still says what is so
    #[command(override_usage = usage::VERIFY, help_template = usage::help("verify-sheet"))]
    VerifySheet {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
    },
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
    #[command(override_usage = usage::ABSENT, help_template = usage::help("absent"))]
    Absent {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// A code for the reason
        #[arg(long, value_name = "C")]
        code: Option<String>,
        /// Who takes the shifts over, in the same action
        #[arg(long, value_name = "MEMBER")]
        alternate: Option<String>,
    },
    /// Note that a member is called in to essential duty in that time; the shifts in it come free
    #[command(override_usage = usage::CALLIN, help_template = usage::help("callin"))]
    Callin {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// The requirement of the agreement
        #[arg(long, value_name = "ID")]
        requirement: Option<String>,
        /// Who takes the shifts over, in the same action
        #[arg(long, value_name = "MEMBER")]
        alternate: Option<String>,
    },
    /// Note that a member can stand again, in that time or from now on; shifts lost by it are given back
    #[command(override_usage = usage::BACK, help_template = usage::help("back"))]
    Back {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
    },
    /// Fill a gap, or all of them, by moving people: as few as possible, nobody pinned or put somewhere by hand
    #[command(override_usage = usage::REPAIR, help_template = usage::help("repair"))]
    Repair(RepairArgs),
    /// Tell which shifts one absence breaks, who carries most, and where somebody waiting would help most
    Fragile {
        /// The strike's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Of which part of the strike.
        #[command(flatten)]
        part: Part,
    },
    /// Plan the strike as it would be if something were otherwise, beside the strike as it stands; kept under a name, or nothing is written
    WhatIf(WhatIfArgs),
    /// Let two members take each other's shift
    #[command(override_usage = usage::SWAP, help_template = usage::help("swap"))]
    Swap {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// Set availability, reach or rest aside, for this reason; it is kept and printed
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// Send a member from one shift to another
    #[command(override_usage = usage::TRANSFER, help_template = usage::help("transfer"))]
    Transfer {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// The post: `captain`, a skill, or `picket` [default: the same, else the best vacant one]
        #[arg(long, value_name = "D")]
        duty: Option<String>,
        /// Set availability, reach or rest aside, for this reason; it is kept and printed
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// Close a site that was lost: its shifts are gone, its people go to its backup where the rules allow it
    #[command(override_usage = usage::CLOSE, help_template = usage::help("close"))]
    Close(CloseArgs),
    /// Open a site again that was closed
    #[command(override_usage = usage::REOPEN, help_template = usage::help("reopen"))]
    Reopen {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
    },
    /// Sign a member in to a shift or out of it; one who was not rostered there is a walk-in
    #[command(override_usage = usage::SIGN, help_template = usage::help("sign"))]
    Sign {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// By whom.
        #[command(flatten)]
        noted: Noted,
    },
    /// Note that a member who is rostered on a shift did not come
    #[command(override_usage = usage::NOSHOW, help_template = usage::help("noshow"))]
    Noshow {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// By whom.
        #[command(flatten)]
        noted: Noted,
    },
    /// Enter a whole paper sheet of a shift, one line a person; each line is one action
    #[command(override_usage = usage::SHEET, help_template = usage::help("sheet"))]
    Sheet {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// By whom.
        #[command(flatten)]
        noted: Noted,
    },
    /// Show the lines as they are now: who is here, who is awaited, who has not been relieved
    Line {
        /// The strike's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Only this site
        #[arg(long, value_name = "ID")]
        site: Option<String>,
        /// At this instant, by what is signed in so far [default: now]
        #[arg(long, value_name = "WHEN")]
        at: Option<String>,
    },
    /// Count guests on a shift: people who are no members
    #[command(override_usage = usage::GUESTS, help_template = usage::help("guests"))]
    Guests {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// Who they are: another union, a neighbour
        #[arg(long, value_name = "TEXT")]
        who: Option<String>,
        /// The captain who notes it
        #[arg(long, value_name = "CAPTAIN")]
        by: Option<String>,
    },
    /// Note that a captain gave the line to the next
    #[command(override_usage = usage::HANDOVER, help_template = usage::help("handover"))]
    Handover {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// The captain who gives it [default: the one who is signed in]
        #[arg(long, value_name = "MEMBER")]
        from: Option<String>,
        /// What the next captain must know
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Note an incident on a line: facts, no opinions
    #[command(override_usage = usage::INCIDENT, help_template = usage::help("incident"))]
    Incident(IncidentArgs),
    /// List the incidents, to be read or handed to counsel
    Incidents {
        /// The strike's folder
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Only this site
        #[arg(long, value_name = "ID")]
        site: Option<String>,
        /// Only of this day (YYYY-MM-DD)
        #[arg(long, value_name = "DATE")]
        day: Option<String>,
        /// As a table for spreadsheets
        #[arg(long)]
        csv: bool,
    },
    /// Note alternate duty of a member: counted like time on the line
    #[command(override_usage = usage::ALTERNATE, help_template = usage::help("alternate"))]
    Alternate {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
        /// At what: kitchen, telephones, office
        #[arg(long, value_name = "TEXT")]
        task: Option<String>,
        /// By whom.
        #[command(flatten)]
        noted: Noted,
    },
    /// Sign a week of the ledger off; from then on it changes only by corrections
    #[command(override_usage = usage::SIGNOFF, help_template = usage::help("signoff"))]
    Signoff {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
    },
    /// Count strike-duty hours and strike pay, week by week
    Hours(HoursArgs),
    /// Bring a union database's export into the list of members: people are added and changed; those who are gone are listed
    /// and marked, and their shifts come free
    #[command(override_usage = usage::IMPORT, help_template = usage::help("import"))]
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
    /// List what was done, by whom, when; or show the roster as it was at a moment
    History(HistoryArgs),
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
    /// Copy the record, while others go on working
    #[command(override_usage = usage::BACKUP, help_template = usage::help("backup"))]
    Backup {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
    },
    /// After the strike: take telephones, e-mail addresses and notes out of lists and record; hours and strike pay stay.
    /// Can't be taken back
    Purge(PurgeArgs),
    /// Write a copy of the strike for a report of a fault: with fictional people, and without what anyone wrote
    #[command(override_usage = usage::REDACT, help_template = usage::help("redact"))]
    Redact {
        /// The words
        #[arg(hide = true)]
        words: Vec<OsString>,
    },
    /// Write a fictional strike of a given size
    Generate(GenerateArgs),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, with the reference of all files and outputs
    Man,
}
