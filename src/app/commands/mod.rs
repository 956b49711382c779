//! The one table of commands: name, keys, where each applies.
//!
//! The key map (and with it what `keys.toml` may change), the hints at the foot, the help page, the palette, the mouse's menu
//! and the README's key table are all made from it; the words stand in `speech` under `command-NAME` (with `.hint` for the
//! foot). A test fails when they drift or clash.

mod key;
mod place;

pub use key::Key;
pub use place::{Chapter, Where};

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// What is done.
    pub command: Command,
    /// Its name, as `keys.toml` and the palette know it; the words are `command-NAME`.
    pub name: &'static str,
    /// What sentences call its key: `key-NAME`.
    pub key: &'static str,
    /// Its keys; the first is the one that hints show.
    pub keys: &'static [Key],
    /// Where it applies.
    pub places: Where,
    /// Where the foot hints at it.
    pub hinted: Where,
    /// Where the foot hints at it when others have left room.
    pub spare: Where,
    /// The chapter of the help page it stands in.
    pub chapter: Chapter,
}

macro_rules! commands {
    ($($(#[$doc:meta])* $variant:ident $name:literal [$($key:expr),* $(,)?] $places:expr, $hinted:expr, $chapter:ident $(, spare $spare:expr)?;)*) => {
        /// What a key can ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Command {
            $($(#[$doc])* $variant,)*
        }

        /// Every command, in the order of the help page.
        pub const TABLE: &[Entry] = &[
            $(Entry {
                command: Command::$variant,
                name: $name,
                key: concat!("key-", $name),
                keys: &[$($key),*],
                places: $places,
                hinted: $hinted,
                spare: Where(0 $(| $spare.0)?),
                chapter: Chapter::$chapter,
            },)*
        ];
    };
}

use Key::{BackTab, Char, Ctrl, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up};

const NOWHERE: Where = Where(0);
const ALL: Where = Where::ALL;
const OVERVIEW: Where = Where::OVERVIEW;
const COVERAGE: Where = Where::COVERAGE;
const SHIFT: Where = Where::SHIFT;
const MEMBERS: Where = Where::MEMBERS;
const MEMBER: Where = Where::MEMBER;
const ESSENTIAL: Where = Where::ESSENTIAL;
const PLAN: Where = Where::PLAN;
const HISTORY: Where = Where::HISTORY;
const HELP: Where = Where::HELP;
const LINE: Where = Where::LINE;
const MAP: Where = Where::MAP;
const START: Where = Where::START;
const PREVIEW: Where = Where::PREVIEW;
const CALLS: Where = Where::CALLS;
const FINDINGS: Where = Where::FINDINGS.or(CALLS);
/// Screens that are reached by opening something, and left by going back.
const OPENED: Where = SHIFT.or(MEMBER).or(PLAN).or(HELP).or(PREVIEW).or(FINDINGS);
/// Screens with a roster to work on.
const WORK: Where =
    OVERVIEW.or(COVERAGE).or(SHIFT).or(MEMBERS).or(MEMBER).or(ESSENTIAL).or(HISTORY).or(LINE).or(MAP).or(FINDINGS);
/// Those of them that are looked at in the office, with time to look for things.
const OFFICE: Where = OVERVIEW.or(COVERAGE).or(SHIFT).or(MEMBERS).or(MEMBER).or(ESSENTIAL).or(HISTORY).or(MAP);
/// Screens with shifts under the cursor.
const SHIFTS: Where = OVERVIEW.or(COVERAGE).or(SHIFT).or(MEMBER).or(LINE);
/// Screens with people under the cursor.
const PEOPLE: Where = SHIFT.or(MEMBERS).or(MEMBER).or(ESSENTIAL).or(LINE);

commands! {
    /// The row above.
    MoveUp "up" [Up, Char('k')] ALL, NOWHERE, Moving;
    /// The row below.
    MoveDown "down" [Down, Char('j')] ALL, NOWHERE, Moving;
    /// The column or list to the left.
    MoveLeft "left" [Left, Char('h')] ALL, NOWHERE, Moving;
    /// The column or list to the right.
    MoveRight "right" [Right, Char('l')] ALL, NOWHERE, Moving;
    /// A page up.
    PageBack "page-up" [PageUp, Ctrl('b')] ALL, NOWHERE, Moving;
    /// A page down.
    PageOn "page-down" [PageDown, Ctrl('f')] ALL, NOWHERE, Moving;
    /// Half a page up.
    HalfBack "half-page-up" [Ctrl('u')] ALL, NOWHERE, Moving;
    /// Half a page down.
    HalfOn "half-page-down" [Ctrl('d')] ALL, NOWHERE, Moving;
    /// The first row.
    First "first" [Home, Char('g')] ALL, NOWHERE, Moving;
    /// The last row.
    Last "last" [End, Char('G')] ALL, NOWHERE, Moving;
    /// So many rows, or times; or to the row of that number.
    Count "count" [Char('#')] ALL, NOWHERE, Moving;
    /// Opens what the cursor is on, or does the obvious thing with it.
    Open "open" [Enter] WORK.or(START).or(PREVIEW), OVERVIEW.or(COVERAGE).or(MEMBERS).or(MEMBER).or(ESSENTIAL).or(HISTORY).or(MAP).or(START).or(FINDINGS).or(PREVIEW), Moving;
    /// Goes back.
    Back "back" [Esc] ALL, OPENED, Moving;

    /// The overview.
    ToOverview "overview" [Char('1')] ALL, NOWHERE, Screens;
    /// The coverage picture.
    ToCoverage "coverage" [Char('2')] ALL, NOWHERE, Screens;
    /// The members.
    ToMembers "members" [Char('3')] ALL, NOWHERE, Screens;
    /// The essential services.
    ToEssential "essential" [Char('4')] ALL, NOWHERE, Screens;
    /// The history.
    ToHistory "history" [Char('5')] ALL, NOWHERE, Screens;
    /// The line as it stands now.
    ToLine "line" [Char('6')] ALL, NOWHERE, Screens;
    /// The map.
    ToMap "map" [Char('7')] ALL, NOWHERE, Screens;
    /// The next screen.
    NextScreen "next-screen" [Tab] ALL, NOWHERE, Screens;
    /// The screen before.
    LastScreen "previous-screen" [BackTab] ALL, NOWHERE, Screens;

    /// Searches everything as you type.
    Find "find" [Char('/')] ALL, OFFICE.or(START), Finding;
    /// The next gap, by severity.
    NextGap "next-gap" [Char('n')] OVERVIEW.or(COVERAGE).or(SHIFT), OVERVIEW.or(COVERAGE).or(SHIFT), Finding;
    /// The gap before.
    LastGap "previous-gap" [Char('N')] OVERVIEW.or(COVERAGE).or(SHIFT), NOWHERE, Finding;
    /// Keeps only rows that hold some words.
    Keep "keep" [Char('&')] COVERAGE.or(SHIFT).or(MEMBERS).or(HISTORY), NOWHERE, Finding;
    /// What the list keeps and leaves out.
    Filter "filter" [Char('f')] COVERAGE.or(MEMBERS).or(HISTORY), COVERAGE.or(MEMBERS).or(HISTORY), Finding;
    /// The next region.
    Region "region" [Char('r')] COVERAGE.or(MEMBERS), COVERAGE.or(MEMBERS), Finding;
    /// The next order of the list.
    Sort "sort" [Char('o')] MEMBERS, MEMBERS, Finding;
    /// The list the other way round.
    Flip "other-way" [Char('~')] MEMBERS, NOWHERE, Finding;
    /// Shows everything again.
    Clear "clear" [Char('c')] COVERAGE.or(MEMBERS).or(HISTORY), COVERAGE.or(MEMBERS).or(HISTORY), Finding;
    /// Day, week, whole strike; on the map: a region.
    Zoom "zoom" [Char('z')] COVERAGE.or(MAP), COVERAGE.or(MAP), Finding;
    /// Planned numbers, the worst case, or those who are there now.
    Worst "worst-case" [Char('w')] OVERVIEW.or(COVERAGE).or(SHIFT).or(MAP), COVERAGE.or(MAP), Finding;
    /// The present time.
    Now "now" [Char('t')] COVERAGE.or(MEMBER).or(LINE), NOWHERE, Finding;
    /// Folds a region or a site, or opens it again.
    Fold "fold" [Char(' ')] COVERAGE, NOWHERE, Finding;
    /// Folds everything, step by step, or opens it again.
    FoldAll "fold-all" [Char('-')] COVERAGE, NOWHERE, Finding;
    /// A site that is looked after from here.
    Mine "mine" [Char('\'')] COVERAGE.or(SHIFT).or(LINE), NOWHERE, Finding;
    /// The shift before, on the same line; on the line: the line before.
    EarlierShift "earlier-shift" [Char('[')] SHIFT.or(LINE), NOWHERE, Finding;
    /// The next shift on the same line; on the line: the next line.
    LaterShift "later-shift" [Char(']')] SHIFT.or(LINE), LINE, Finding;
    /// The page of the member the cursor is on.
    ShowMember "show-member" [Char('m')] SHIFT.or(ESSENTIAL).or(PLAN).or(LINE).or(PREVIEW).or(FINDINGS), SHIFT.or(LINE).or(PREVIEW), Finding;
    /// Someone's telephone and e-mail address, until the next key.
    Ring "ring" [Char('(')] SHIFTS.or(PEOPLE).or(PLAN).or(PREVIEW).or(FINDINGS), FINDINGS, Finding, spare MEMBER.or(SHIFT);
    /// Whom to ring about what has changed since people were told.
    Calls "calls" [Char(')')] WORK, NOWHERE, Finding;
    /// What was done with the member or the shift.
    Touching "history-of" [Char(';')] SHIFTS.or(PEOPLE), NOWHERE, Finding;

    /// Puts the best candidate on the shift, or the one the cursor is on.
    Assign "assign" [Char('a')] SHIFT.or(COVERAGE).or(OVERVIEW), SHIFT.or(OVERVIEW).or(COVERAGE), Doing;
    /// What would fill the gap.
    Ways "fill" [Char('F')] SHIFT.or(COVERAGE).or(OVERVIEW), SHIFT.or(COVERAGE).or(OVERVIEW), Doing;
    /// Someone came who was not expected.
    WalkIn "walk-in" [Char('a')] LINE, LINE, Doing;
    /// Takes the member off the shift.
    Unassign "unassign" [Char('x'), Key::Delete] SHIFT.or(MEMBER), SHIFT.or(MEMBER), Doing;
    /// Someone did not come.
    NoShow "no-show" [Char('x')] LINE, LINE, Doing;
    /// In or out.
    Sign "sign" [Char(' '), Char('S')] LINE.or(SHIFT), LINE, Doing;
    /// Signs in everyone who is expected.
    SignAll "sign-all" [Char('A')] LINE, LINE, Doing;
    /// In or out at another time than the present.
    SignAt "sign-at" [Char('o')] LINE.or(SHIFT), LINE, Doing;
    /// Enters a paper sheet, line by line.
    PaperSheet "paper-sheet" [Char('c')] LINE.or(SHIFT), LINE, Doing;
    /// Counts people who are no members.
    Guests "guests" [Char('+')] LINE.or(SHIFT), LINE, Doing;
    /// A captain gives the line to the next.
    HandOver "hand-over" [Char('r')] LINE.or(SHIFT), LINE, Doing;
    /// Ticks off who was reached, or takes the tick away.
    Reached "reached" [Char(' ')] CALLS, CALLS, Doing;
    /// Notes what happened.
    Incident "incident" [Char('*')] WORK, LINE, Doing;
    /// Shows what happened so far.
    Incidents "incidents" [Char('J')] WORK, NOWHERE, Doing;
    /// Pins the member to the shift, or lets go.
    Pin "pin" [Char('i')] SHIFT.or(MEMBER), SHIFT.or(MEMBER), Doing;
    /// Another post on the same shift.
    Duty "duty" [Char('d')] SHIFT.or(MEMBER), SHIFT, Doing;
    /// Assigns although a † rule speaks against it, with a reason.
    Override "override" [Char('!')] SHIFT, SHIFT, Doing;
    /// Sends the member to another shift.
    Move "move" [Char('M')] SHIFT.or(MEMBER), SHIFT, Doing;
    /// Two members take each other's shift.
    Swap "swap" [Char('T')] SHIFT.or(MEMBER), NOWHERE, Doing, spare SHIFT;
    /// Someone can't come.
    Absent "absent" [Char('b')] WORK, OVERVIEW.or(MEMBER).or(MEMBERS), Doing;
    /// Someone is called in to essential duty.
    CallIn "call-in" [Char('C')] WORK, MEMBER.or(ESSENTIAL), Doing, spare OVERVIEW.or(MEMBERS);
    /// Duty elsewhere that counts like time on the line.
    Alternate "alternate-duty" [Char('D')] PEOPLE, NOWHERE, Doing;
    /// Hours and strike pay: a member's weeks, everyone's week.
    Pay "strike-pay" [Char('$')] PEOPLE.or(OVERVIEW), NOWHERE, Finding, spare OVERVIEW.or(MEMBERS).or(MEMBER);
    /// Signs a week of the ledger off.
    SignOff "sign-off" [Char('Y')] WORK, NOWHERE, Doing;
    /// Marks what the cursor is on, for an action on several.
    Mark "mark" [Char('v')] COVERAGE.or(SHIFT), COVERAGE, Doing;
    /// Marks everything listed, or nothing any more.
    MarkAll "mark-all" [Char('V')] COVERAGE.or(SHIFT), NOWHERE, Doing;
    /// What to do with everything marked.
    Marked "marked" [Char(',')] COVERAGE.or(SHIFT), COVERAGE.or(SHIFT), Doing;
    /// The numbers of a line.
    Numbers "numbers" [Char('E')] SHIFTS, NOWHERE, Doing, spare COVERAGE.or(SHIFT);
    /// When a shift begins and ends, and on which days.
    Hours "hours" [Char('}'), Char('{')] SHIFTS, NOWHERE, Doing;
    /// Closes a site, its people to the backup; or opens it again.
    Close "close" [Char('X')] OVERVIEW.or(COVERAGE).or(SHIFT).or(LINE).or(MAP), NOWHERE, Doing, spare COVERAGE.or(MAP);
    /// The strike as it would be if something were otherwise.
    WhatIf "what-if" [Char('I')] OVERVIEW.or(COVERAGE).or(SHIFT).or(LINE).or(MAP), NOWHERE, Doing, spare OVERVIEW.or(COVERAGE).or(MAP);
    /// The moves that would fill several gaps, to be looked at and made.
    Repair "repair" [Char('R')] WORK, OVERVIEW, Doing;
    /// What one absence breaks.
    Fragile "fragile" [Char('B')] WORK, NOWHERE, Finding;
    /// Edits are answered as they come, or the answer is offered.
    HoldTheLine "hold-the-line" [Char('H')] WORK, NOWHERE, Doing;
    /// Takes the answer that is offered.
    TakeOffer "take-repair" [Char('y')] WORK, WORK, Doing;
    /// Works out a plan and shows what it would change.
    Plan "plan" [Char('p')] WORK, OVERVIEW, Doing;
    /// The same without what was done by hand.
    PlanAnew "plan-from-scratch" [Char('Q')] WORK, NOWHERE, Doing;
    /// Takes the plan.
    Accept "accept" [Char('y'), Enter] PLAN, PLAN, Doing;
    /// Does what the page shows.
    Make "make" [Char('y')] PREVIEW, PREVIEW, Doing;
    /// Tells people.
    Publish "publish" [Char('P')] WORK, NOWHERE, Doing, spare OVERVIEW;
    /// Prints sheets and lists.
    Print "print" [Char('e')] WORK, OVERVIEW, Doing;
    /// Takes the last change back.
    Undo "undo" [Char('u')] ALL, WORK, Doing;
    /// Does it again.
    Redo "redo" [Ctrl('r'), Char('U')] ALL, HISTORY, Doing;

    /// The roster as it was after the entry under the cursor; and back to the present.
    LookBack "look-back" [Char('@')] WORK, HISTORY, Folder;
    /// Reads the files and the record anew, and tells what is wrong with them.
    Check "check" [Char('K')] WORK, NOWHERE, Folder;
    /// Brings a union's list in.
    Import "import" [Char('<')] WORK, NOWHERE, Folder, spare OVERVIEW.or(MEMBERS);
    /// Copies the record.
    Backup "backup" [Char('>')] WORK, NOWHERE, Folder;
    /// Which sheet has a code, and whether it is still right.
    Verify "verify-sheet" [Char('%')] WORK, NOWHERE, Folder;
    /// Shows what a purge would take out.
    Purge "purge" [Char('Z')] WORK, NOWHERE, Folder;
    /// Writes a copy for strangers.
    Redact "redact" [Char('_')] WORK, NOWHERE, Folder;

    /// Everything that can be done here.
    Menu "menu" [Char('.')] ALL, WORK, Program;
    /// Every command by name.
    Palette "palette" [Char(':')] ALL, NOWHERE, Program;
    /// This help.
    Help "help" [Char('?')] ALL, ALL, Program;
    /// The field's words.
    Glossary "words" [Char('W')] ALL, HELP, Program;
    /// The sample, a new strike, another folder.
    Start "start" [Char('O')] ALL, NOWHERE, Program;
    /// English or French.
    Language "language" [Char('L'), Ctrl('t')] ALL, HELP.or(START), Program;
    /// Says what is saved.
    Save "save" [Char('s')] ALL, NOWHERE, Program;
    /// Puts the program to sleep; `fg` wakes it.
    Suspend "suspend" [Ctrl('z')] ALL, NOWHERE, Program;
    /// Draws the whole screen anew.
    Redraw "redraw" [Ctrl('l')] ALL, NOWHERE, Program;
    /// Leaves; every action is already saved.
    Quit "quit" [Char('q'), Ctrl('c')] ALL, OVERVIEW.or(HELP).or(START), Program;
}

/// The row of a command.
pub fn entry(command: Command) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.command == command)
}

/// What the foot hints at in `place`, where there is room for all.
pub fn hints(place: Where) -> impl Iterator<Item = &'static Entry> {
    TABLE.iter().filter(move |entry| entry.is_hinted(place))
}

impl Entry {
    /// True when the foot may hint at it in `place`.
    pub fn is_hinted(&self, place: Where) -> bool {
        self.hinted.meets(place) || self.spare.meets(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_key_asks_for_two_things_in_one_place() {
        for bit in 0..Where::COUNT {
            let place = Where(1 << bit);
            let mut seen = Vec::new();
            for entry in TABLE.iter().filter(|entry| entry.places.meets(place)) {
                for key in entry.keys {
                    assert!(!seen.contains(key), "{key} in place {bit}: second is {}", entry.name);
                    seen.push(*key);
                }
            }
        }
    }

    #[test]
    fn every_command_has_a_row_a_key_a_name_and_a_place() {
        let names: BTreeSet<_> = TABLE.iter().map(|entry| entry.name).collect();
        assert_eq!(names.len(), TABLE.len(), "two rows of one name");
        for row in TABLE {
            assert!(!row.keys.is_empty() && row.places != NOWHERE, "{}", row.name);
            let hinted = row.hinted.or(row.spare);
            assert_eq!(hinted.0 & !row.places.0, 0, "{} is hinted at where it does not apply", row.name);
            assert!(!row.hinted.meets(row.spare), "{} is hinted at for two reasons", row.name);
            assert_eq!(entry(row.command).map(|entry| entry.name), Some(row.name));
        }
    }

    #[test]
    fn the_contract_s_keys_hold() {
        for (key, command) in [
            (Char('h'), Command::MoveLeft),
            (Char('j'), Command::MoveDown),
            (Char('k'), Command::MoveUp),
            (Char('l'), Command::MoveRight),
            (Char('q'), Command::Quit),
            (Ctrl('c'), Command::Quit),
            (Char('?'), Command::Help),
            (Esc, Command::Back),
        ] {
            for bit in 0..Where::COUNT {
                let place = Where(1 << bit);
                let found = TABLE.iter().find(|entry| entry.places.meets(place) && entry.keys.contains(&key));
                assert_eq!(found.map(|entry| entry.command), Some(command), "{key}");
            }
        }
    }
}
