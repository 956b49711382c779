//! The codes of every problem a reader can find, as `check --json` prints them. `speech` has a sentence for each, and a test
//! holds the two lists against each other.

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = $code;)*

        /// Every code, in the order of this file.
        pub const ALL: &[&str] = &[$($name),*];
    };
}

codes! {
    // Files.
    /// The folder of the strike is not there, or is no folder.
    NOT_A_FOLDER = "not_a_folder";
    /// The folder holds none of a strike's files.
    NO_STRIKE = "no_strike";
    /// A file that must be there is not.
    FILE_MISSING = "file_missing";
    /// A folder where a file should be.
    FILE_IS_FOLDER = "file_is_folder";
    /// A pipe, socket or device where a file should be.
    FILE_IS_SPECIAL = "file_is_special";
    /// No permission to read the file.
    FILE_FORBIDDEN = "file_forbidden";
    /// Reading failed otherwise.
    FILE_UNREADABLE = "file_unreadable";
    /// The file is longer than any strike's.
    FILE_TOO_LARGE = "file_too_large";
    /// `[files]` names a file twice.
    FILE_TWICE = "file_twice";
    /// Binary data.
    NOT_TEXT = "not_text";
    /// UTF-16 text.
    UTF16 = "utf16";
    /// Bytes that are not UTF-8.
    NOT_UTF8 = "not_utf8";
    /// A NUL byte.
    NUL_BYTE = "nul_byte";
    /// Not TOML.
    SYNTAX = "syntax";
    /// More problems of a kind than anyone reads.
    AND_MORE = "and_more";

    // Keys and values.
    /// A key nobody asks for.
    UNKNOWN_KEY = "unknown_key";
    /// A required key or table is missing.
    MISSING_KEY = "missing_key";
    /// A key given twice.
    DUPLICATE_KEY = "duplicate_key";
    /// A value of another type than the key's.
    WRONG_TYPE = "wrong_type";
    /// A number out of its range.
    OUT_OF_RANGE = "out_of_range";
    /// Required text that is blank.
    EMPTY_VALUE = "empty_value";
    /// Text without quotes.
    UNQUOTED_TEXT = "unquoted_text";
    /// A word that is none of those a key takes.
    UNKNOWN_WORD = "unknown_word";
    /// No such time zone.
    UNKNOWN_TIMEZONE = "unknown_timezone";
    /// Not a time of day.
    BAD_TIME = "bad_time";
    /// Not a date of the calendar.
    BAD_DATE = "bad_date";
    /// A date where a moment is meant.
    DATE_NOT_MOMENT = "date_not_moment";
    /// A moment where a date is meant.
    MOMENT_NOT_DATE = "moment_not_date";
    /// A moment with an offset where local time is meant.
    OFFSET_MOMENT = "offset_moment";
    /// Not an amount of money.
    BAD_MONEY = "bad_money";
    /// Not a number.
    BAD_NUMBER = "bad_number";
    /// Times or days that can't be read.
    BAD_AVAILABILITY = "bad_availability";

    // Ids.
    /// An id with characters it may not have.
    BAD_ID = "bad_id";
    /// Control or invisible characters in an id.
    UNSEEN_IN_ID = "unseen_in_id";
    /// An id given twice.
    DUPLICATE_ID = "duplicate_id";
    /// An id that nothing has.
    UNKNOWN_ID = "unknown_id";

    // The campaign.
    /// `[legal]` without a strike vote (warning).
    NO_STRIKE_VOTE = "no_strike_vote";
    /// Under `cecba`, `[legal]` without an essential services agreement (warning).
    NO_ESSENTIAL_AGREEMENT = "no_essential_agreement";
    /// `[legal]` and the agreement tell different days of signing (warning).
    SIGNED_DIFFERS = "signed_differs";
    /// An end at or before its beginning.
    REVERSED = "reversed";
    /// Two phases at one time.
    PHASE_OVERLAP = "phase_overlap";
    /// Sites or regions in a phase that isn't rotating.
    ROTATING_ONLY = "rotating_only";
    /// A rotating phase that sends nobody out (warning).
    ROTATING_NOWHERE = "rotating_nowhere";
    /// A region without a site (warning).
    EMPTY_REGION = "empty_region";
    /// Two rates from one week.
    RATE_TWICE = "rate_twice";
    /// No shift template (warning).
    NO_SHIFTS = "no_shifts";
    /// A template that runs on no day (warning).
    NO_DAYS = "no_days";

    // Sites.
    /// No site (warning).
    NO_SITES = "no_sites";
    /// One of latitude and longitude without the other.
    HALF_COORDINATES = "half_coordinates";
    /// minimum ≤ target ≤ maximum doesn't hold.
    NUMBERS_ORDER = "numbers_order";
    /// `captain` or `picket` among the needs.
    RESERVED_SKILL = "reserved_skill";
    /// A skill that looks like a slip for a common one (warning).
    SKILL_SPELLING = "skill_spelling";
    /// A skill asked for that no member has (warning).
    SKILL_NOBODY = "skill_nobody";
    /// A site that is its own backup (warning).
    OWN_BACKUP = "own_backup";
    /// Something listed twice (warning).
    LISTED_TWICE = "listed_twice";

    // The agreement.
    /// Emergency requirements take alternates and on-call members only.
    EMERGENCY_KIND = "emergency_kind";
    /// A key that means nothing here (warning).
    KEY_UNUSED = "key_unused";
    /// A member designated twice to one requirement in one way (warning).
    DESIGNATED_TWICE = "designated_twice";
    /// More people required than in ordinary times (warning).
    ABOVE_NORMAL = "above_normal";

    // CSV.
    /// No header row.
    NO_HEADER = "no_header";
    /// A required column is missing.
    MISSING_COLUMN = "missing_column";
    /// A column named twice.
    DUPLICATE_COLUMN = "duplicate_column";
    /// Columns that mean nothing here (note).
    UNKNOWN_COLUMNS = "unknown_columns";
    /// More columns than any list has.
    TOO_MANY_COLUMNS = "too_many_columns";
    /// A row with more or fewer fields than the header.
    RAGGED_ROW = "ragged_row";
    /// A quotation mark that is never closed.
    UNCLOSED_QUOTE = "unclosed_quote";
    /// No member (warning).
    NO_MEMBERS = "no_members";
    /// Members, but no site within reach of any (warning).
    NO_WAY = "no_way";
}
