# What can be wrong with the files of a strike. problem-CODE says it; its `.help` (or `.help-VARIANT`) says what to do.

## Files

problem-not-a-folder = there is no folder `{ $name }`
    .help = name the folder that holds strike.toml, or make a strike with `picket generate`
problem-no-strike = there is no strike in `{ $name }`: it holds none of strike.toml, sites.toml and members.csv
    .help = name the folder of a strike; `picket generate NEW-FOLDER --members 60 --sites 3` writes one to start from, and `picket` alone opens the built-in sample
problem-file-missing = the file `{ $name }` is not there
    .help = make it, correct its name under [files] in strike.toml, or check that this is the folder of a strike
problem-file-is-folder = `{ $name }` is a folder, not a file
    .help = under [files] in strike.toml name the file itself
problem-file-is-special = `{ $name }` is a pipe or a device, not a file
    .help = save its content as an ordinary file
problem-file-forbidden = no permission to read `{ $name }`
    .help = ask its owner, or change its permissions
problem-file-unreadable = `{ $name }` can't be read: { $reason }
    .help = copy it from a good source
problem-file-too-large = `{ $name }` is larger than { $most } MiB
    .help = no strike is that large: check that it is the right file
problem-file-twice = `{ $name }` is named twice under [files]
    .help = name each file once
problem-not-text = `{ $name }` is not a text file
    .help = check that it is the right file; a spreadsheet must be saved as CSV (UTF-8)
problem-utf16 = `{ $name }` is UTF-16 text
    .help = save it again as UTF-8 (in a spreadsheet: "CSV UTF-8")
problem-not-utf8 = byte { NUMBER($byte, useGrouping: "false") } is not UTF-8 text{ $places ->
        [0] {""}
        [one] {" "}(and { $places } other place)
       *[other] {" "}(and { $places } other places)
    }
    .help = save the file again as UTF-8
    .help-latin1 = it looks like Latin-1 (`{ $word }`): save the file again as UTF-8 (in a spreadsheet: "CSV UTF-8")
problem-nul-byte = byte { NUMBER($byte, useGrouping: "false") } is NUL, which no text holds
    .help = delete it, or save the file again from the program it comes from
problem-syntax = { $slip ->
        [quotes] { $value } is a quotation mark of a word processor
        [string] this quotation mark is never closed
        [list] this `[` is never closed
        [table] this `{"{"}` is never closed
        [header] this header can't be read
        [equals] a `=` is missing between key and value
        [comma] a comma is missing before this
        [more] what stands here is no part of the value before it
        [value] `{ $value }` is neither text in quotes nor a number
        [no-value] the value is missing
       *[other] this is not TOML: { $detail }
    }
    .help = correct it here; what follows may be told again once this is right
    .help-quotes = write straight ones: "…"
    .help-string = write another one, of the same kind, after the text
    .help-list = write a `]` after the last of the list
    .help-table = write a `{"}"}` after the last of its keys
    .help-header = write `[name]` or, where there are several of the kind, `[[name]]`, alone on its line; what it heads is read once this is right
    .help-equals = write `key = value`; a remark begins with `#`
    .help-comma = write a comma between two that follow each other
    .help-more = put the whole value in quotes, or take out what does not belong; a number has no comma, a remark begins with `#`
    .help-value = put text in quotes; a number has digits only
    .help-no-value = write a value after the `=`
problem-and-more = { $count ->
        [one] and { $count } more problem of this kind (`{ $code }`)
       *[other] and { $count } more problems of this kind (`{ $code }`)
    }
    .help = correct those above first

## Keys and values

problem-unknown-key = unknown key `{ $key }`
    .help = remove it; the keys known here: { $known }
    .help-nearest = did you mean `{ $nearest }`?
problem-missing-key = `{ $key }` is missing
    .help = add it: `{ $key }` is required here
problem-duplicate-key = `{ $key }` is given twice
    .help = keep one of the two
problem-wrong-type = `{ $key }` must be { $expected ->
        [text] text
        [word] a word
        [clock] a time of day in quotes, as in "07:30"
        [zone] the name of a time zone
        [whole] a whole number
        [number] a number
        [yes-no] true or false
        [date] a date, as in 2026-12-07
        [moment] a date and time, as in 2026-12-07T00:01:00
        [list] a list
        [table] a table
        [tables] tables
       *[money] an amount in quotes, as in "450.00"
    }, not { $found ->
        [text] text
        [whole] a whole number
        [decimal] a decimal number
        [yes-no] true or false
        [date] a date
        [time] a time
        [moment] a date and time
        [list] a list
       *[table] a table
    }
    .help = write it as above
    .help-quote = put it in quotes: "{ $value }"
    .help-unquote = write it without quotes
    .help-brackets = put it in brackets: [{ $value }]
    .help-double = write its header with two brackets: [{ $value }]
    .help-single = write its header with single brackets: [{ $key }]
problem-out-of-range = `{ $key }` is { $value }, but must be from { $least } to { $most }
    .help = write a number from { $least } to { $most }
problem-empty-value = `{ $key }` is empty
    .help = write something: it is required
problem-unquoted-text = { $value } is text without quotes
    .help = put it in quotes: "{ $value }"
    .help-yes-no = put text in quotes; for yes and no write true and false
problem-unknown-word = `{ $value }` is no word for `{ $key }`
    .help = use one of: { $words }
    .help-nearest = did you mean `{ $nearest }`?
problem-unknown-timezone = there is no time zone `{ $value }`
    .help = use an IANA name, as in America/Toronto
    .help-nearest = did you mean `{ $nearest }`?
problem-bad-time = `{ $value }` is not a time of day
    .help = write hours and minutes with two digits each, as in "07:30"
    .help-clock = hours go from 00 to 23, minutes and seconds from 00 to 59, each in two digits
    .help-midnight = a shift that starts at midnight starts at "00:00" of its day
problem-bad-date = `{ $value }` is not in the calendar
    .help = write year, month, day, as in 2026-12-07
problem-date-not-moment = `{ $key }` is a date without a time
    .help = add the time: { $date }T00:00:00
problem-moment-not-date = `{ $key }` is a date with a time; a date alone is meant
    .help = write { $date }
problem-offset-moment = `{ $key }` has an offset from UTC; local time is meant
    .help = write it without offset: { $local } ({ $zone })
problem-bad-money = `{ $value }` is not an amount of money
    .help = write dollars with at most two decimals, no sign and no separators, as in "450.00"
    .help-quote = put it in quotes, so that it stays exact, as in "450.00"
problem-bad-number = `{ $key }` is not a number: `{ $value }`
    .help = write digits, with a point before decimals, as in 25.5
    .help-comma = write a point, not a comma, before decimals
problem-bad-availability = { $fault ->
        [day] `{ $value }` is not a day
        [date] `{ $value }` is not in the calendar
        [backwards] `{ $value }` ends before it begins
        [time] `{ $value }` is not a time
        [order] `{ $value }` is out of place
        [not] `not` can't stand in times of duty
        [blank] no time of duty is written here
       *[word] `{ $value }` can't be read
    } (`{ $key }`)
    .help = write [not] [mon-fri | 2026-12-09 | 2026-12-09..2026-12-12] [07:00-19:00], with `;` between items

## Ids

problem-bad-id = `{ $value }` can't be an id here
    .help = ids take a-z, 0-9 and `-`: write `{ $fit }`
    .help-word = ids of lines and shifts take letters, digits, `-`, `_` and `.`: write `{ $fit }`
problem-unseen-in-id = `{ $value }` in `{ $key }` holds a character that can't be seen
    .help = type it again
problem-duplicate-id = { $kind ->
        [site] the site
        [line] the line
        [template] the shift
        [member] the member
       *[requirement] the requirement
    } `{ $id }` is there twice
    .help = give each its own id
    .help-line = the first is on line { NUMBER($line, useGrouping: "false") }: give each its own id, or remove one
    .help-file = the first is in { $file }: give each its own id, or remove one
problem-unknown-id = there is no { $kind ->
        [site] site
        [line] line
        [template] shift
        [member] member
       *[requirement] requirement
    } `{ $id }`
    .help = correct the id, or add what it names
    .help-nearest = did you mean `{ $nearest }`?

## The campaign

problem-no-strike-vote = [legal] gives no strike vote
    .help = add strike_vote = DATE: a strike without a vote is not lawful
problem-no-essential-agreement = [legal] gives no essential services agreement, which `cecba` requires
    .help = add essential_agreement_signed = DATE once it is signed
problem-signed-differs = signed { $signed } here, { $legal } in [legal] of strike.toml
    .help = correct the one that is wrong: strike.toml's counts for the lawful day
problem-reversed = `{ $until }` is not after `{ $from }`
    .help = write the later one as `{ $until }`
problem-phase-overlap = this phase runs into the next
    .help = end it at or before the beginning of the next, or leave `until` out
problem-rotating-only = `{ $key }` belongs to rotating phases only
    .help = remove it, or write mode = "rotating"
problem-rotating-nowhere = this rotating phase sends nobody out
    .help = list `sites` or `regions`
problem-empty-region = no site is in region { NUMBER($region, useGrouping: "false") }
    .help = correct the number, or give sites their `region`
problem-rate-twice = two rates from week { $week }
    .help = give each week one rate
problem-no-shifts = there is no [[shift]]: no line can be staffed
    .help = add a [[shift]] with id, start and end
problem-no-days = this shift runs on no day
    .help = list days, or leave `days` out for every day

## Sites

problem-no-sites = there is no site
    .help = add a [[site]] with id and name
problem-half-coordinates = `{ $missing }` is missing
    .help = give both latitude and longitude, or neither
problem-numbers-order = `{ $low }` is { $low_value }, above `{ $high }`, which is { $high_value }
    .help = minimum ≤ target ≤ maximum must hold on every line, with what it takes from its site and from [line]
problem-reserved-skill = `{ $skill }` is not a skill for `needs`
    .help = remove it: captains come from captain_ratio, pickets from target
problem-skill-spelling = the skill `{ $skill }` looks like a slip
    .help = did you mean `{ $nearest }`?
problem-skill-nobody = no member has the skill `{ $skill }`
    .help = correct the word, or give it to members who have it
problem-own-backup = the site is its own backup
    .help = name another site, or leave `backup` out
problem-listed-twice = `{ $value }` is listed twice
    .help = keep one of the two

## The agreement

problem-emergency-kind = `{ $requirement }` is an emergency requirement
    .help = it takes only `alternate` and `on_call`
problem-key-unused = `{ $key }` means nothing with `{ $kind }`
    .help = remove it, or correct the kind
problem-designated-twice = this designation is there twice
    .help = remove one of the two
problem-above-normal = { $required } are required, more than the { $normal } of ordinary times
    .help = correct `required` or `normal_complement`

## CSV

problem-no-header = the list is empty: not even a header row
    .help = begin with a row of column names: id, name, …
problem-missing-column = the column `{ $column }` is missing
    .help = name it in the first row
    .help-nearest = rename the column `{ $nearest }` to `{ $column }`
    .help-semicolons = the columns seem to be separated by semicolons: save the list with commas
    .help-tabs = the columns seem to be separated by tabs: save the list with commas
problem-duplicate-column = the column `{ $column }` is there twice
    .help = remove or rename one of the two
problem-unknown-columns = { $count ->
        [one] this column is ignored: { $columns }
       *[other] these { $count } columns are ignored: { $columns }
    }
    .help = nothing to do, unless one is misspelt
    .help-nearest = nothing to do, unless `{ $column }` should be `{ $nearest }`
problem-too-many-columns = the list has more than { $most } columns
    .help = check that it is the right file
problem-ragged-row = { $fields ->
        [one] this row has { $fields } field
       *[other] this row has { $fields } fields
    }, the header { $columns }
    .help = add the commas that are missing
    .help-more = put fields that hold a comma in quotes, or remove the extra fields
    .help-curly = write straight quotation marks, as in "Tremblay, Anne": those of a word processor hold nothing together
problem-unclosed-quote = this quotation mark is never closed
    .help = close it; what follows is read as part of this field
problem-no-members = there is no member
    .help = add a row for each member
problem-no-way = no member can be sent anywhere: none has a home site, a site asked for, or coordinates
    .help = add a column `home_site` or `sites`, or `latitude` and `longitude`

## The report

report-error = error
report-warning = warning
report-note = note
report-help = help
report-errors = { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
report-warnings = { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
report-notes = { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }

# The record.
problem-record-damaged = the record is damaged: { $what ->
        [not-a-file] it is no file
        [not-a-database] it is no database
        [no-strike] it names no strike
        [pages] part of the file is overwritten or missing
        [tables] one of its tables is missing, or holds what it can’t
        [entry] entry { $number } of its journal is missing, or can’t be read
        [fact] what it notes under the number { $number } can’t be read
       *[program] the program came to a state it should never be in; tell its makers
    }
    .help = nothing was changed in it; put a backup in its place, or move it away to begin with an empty roster
problem-record-not-ours = this database was made by another program
    .help = nothing was changed in it; move it away to begin with an empty roster
problem-record-of-another-strike = the record belongs to another strike: { $theirs }
    .help = this strike is { $ours }; put back the strike’s own record (or the strike’s own name), or move this one away to begin with an empty roster
problem-record-newer = the record was written by a newer picket (form { $found }; this one knows { $known })
    .help = use that newer program; nothing was changed
problem-record-altered = the journal was altered after it was written: entry { $seq } does not fit the chain
    .help = compare with a backup; entries before it are as they were written
problem-record-differs = the record’s table `{ $table }` is not what its journal leads to: it was changed behind the program’s back
    .help = the journal is whole; compare with a backup, or move roster.db away and tell the program’s makers
problem-seal-missing = no entry of the journal has the seal { $seal }: entries were removed or altered since it was noted down
    .help = compare with the backup that the seal belongs to
problem-import-unfinished = an import could not be finished: the list was changed by someone else meanwhile
    .help = import the export once more
problem-first-day-moved = `first_day` is { $first } now, but { $count ->
    [one] one assignment lies
   *[other] { $count } assignments lie
} before it, from { $was } on: what was stood there counts for no rest and no hours, and strike weeks begin with `first_day`
    .help = in a strike that has begun, leave `first_day` where it was and raise `days`
problem-assignment-stranded = { $member } stands on { $shift }, but the files no longer have this shift, this member or this post
    .help = the next plan takes it out
problem-assignment-breaks-rule = { $name } ({ $member }) stands on { $shift } against the rule { $rule }
    .help = the next plan replaces it; `picket repair --all` does too, and moves as few people as it can
    .help-pinned = it is pinned and stays; take it off by hand, or mend the files
