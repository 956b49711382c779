# The record: what was done on the line and with people, what is kept, and what is looked back to.

done-name = { $who } is named { $duty }, here and on the list ({ $file }): { $shift }
done-swap = { $one } and { $other } swapped: { $shift_one }, { $shift_other }
    .with-overrides = set aside: { $overrides }
    .with-reason = reason: { $reason }
done-transfer = { $who } sent from { $shift_from } to { $shift } as { $duty }
    .with-overrides = set aside: { $overrides }
    .with-reason = reason: { $reason }
done-close = { $place } closed from { $from }; { $moved ->
        [0] nobody moved
        [one] one assignment moved to the backup
       *[other] { $moved } assignments moved to the backup
    }, { $freed ->
        [0] none came free
        [one] one came free
       *[other] { $freed } came free
    }
    .with-until = until { $until }
    .with-zone = by the clocks there
    .with-backup = backup: { $backup }
    .with-reason = reason: { $reason }
done-reopen = { $place } open again
done-sheet = { $who } was on { $shift } from { $time }
    .with-twice = { $twice ->
        [second] { $time } comes twice that night; this is the second
       *[first] { $time } comes twice that night; this is the first, and the second is written with /2 after it
    }
    .with-out = until { $out }, { $minutes }
    .with-twice-out = { $twice-out ->
        [second] { $out } comes twice that night; this is the second
       *[first] { $out } comes twice that night; this is the first, and the second is written with /2 after it
    }
    .with-walkin = a walk-in, not rostered here
    .with-instead = in place of { $instead }
    .with-by = by { $by }
    .with-correction = correction: { $correction }
done-reached = { $who } was reached
    .with-count = { $count ->
        [one] told of 1 change
       *[other] told of { $count } changes
    }
done-not-reached = { $who } was not reached after all
done-guests = { $count ->
        [one] 1 guest
       *[other] { $count } guests
    } on { $shift }
    .with-guests = { $guests }
    .with-by = noted by { $by }
done-handover = { $shift } handed over to { $who }, with { $here ->
        [0] nobody
        [one] 1 person
       *[other] { $here } people
    } signed in
    .with-from = by { $from }
    .with-note = { $note }
done-incident = Incident at { $place }, { $time }: { $facts }
    .with-vehicle = vehicle: { $vehicle }
    .with-police = police: { $police }
    .with-witness = seen by { $witness }
done-alternate = { $who } on alternate duty on { $date }: { $length }
    .with-outside = no day of the plan
    .with-task = { $task }
    .with-by = noted by { $by }
    .with-correction = correction: { $correction }
done-signoff = Week of { $week } signed off: { $members ->
        [one] 1 member
       *[other] { $members } members
    }, strike pay { $pay }

cli-nothing-absent = Noted already; nothing to change.
cli-nothing-callin = Noted already; nothing to change.
cli-nothing-swap = Nothing to swap.
cli-nothing-transfer = Already there; nothing to change.
cli-nothing-close = Closed for all of that time already; nothing to change.
cli-nothing-reopen = Not closed here; a stand-down is changed in the files. Nothing to change.
cli-nothing-guests = Nothing to change.
cli-nothing-signoff = Signed off already; nothing to change.

record-lent = Not yet: something else is still being done. One moment.
record-in-the-past = this is the roster as it was: nothing can be changed there
record-locked = the week of { $week } was signed off by { $by } on { $at }; a correction needs a reason: --correction TEXT
record-no-week = the week of { $week } is none of the plan’s, and nobody was on duty in it
record-not-over = the week is not over: it ends { $end }
record-still-in = { $count ->
        [one] one person is still signed in
       *[other] { $count } people are still signed in
    } that week ({ $member } on { $shift }): sign them out first
record-file-changed = { $file } was changed since by someone else; nothing was stored. Look at it, then try again.
record-against = { $who } may not stand on { $shift }: { $why }
record-gone = roster.db was taken away or replaced while it was open; what is done now would be lost
record-full = the disk is full; nothing was changed. Make room, then try again.
record-seal = Journal: { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }, each chained to the one before; seal { $seal }.
record-no-version = the roster never had a version { $version }
record-never-published = version { $version } was never published; published were: { $known }
    .none = nothing was published yet
record-no-line = the site has no line `{ $id }`
    .near = the site has no line `{ $id }`; did you mean `{ $near }`?
record-no-facts = tell what happened
record-bad-count = `{ $text }` is not a number of people: write 1 to 10000
record-bad-length = `{ $text }` is not a length of time: write HH:MM-HH:MM, 4h, 3h30 or 90m
record-close-backwards = the end lies before the beginning

repair-offer = { $shift }: { $status } now, { $heads } of { $target } ({ $minimum } at least). Could stand in: { $who }
repair-nobody = { $shift }: { $status } now, { $heads } of { $target } ({ $minimum } at least). Nobody else may stand there as things are; a plan may move others.
repair-still-full = { $shift }: { $status } all the same, { $heads } of { $target } ({ $minimum } at least).
repair-more = { $count ->
        [one] One more shift came free
       *[other] { $count } more shifts came free
    }: a plan fills what can be filled.
repair-alternates = Alternates under the agreement: { $who }

close-next = Next: `picket plan{ $dir } --from now` finds them other shifts where there are any.
close-free = { $count ->
        [one] One came free and has no place:
       *[other] { $count } came free and have no place:
    }
close-no-shift = no shift at that time at a backup

sheet-same = the same is there already
sheet-form = not a line of a sheet: write WHO IN OUT, WHO IN or WHO no
sheet-nobody = nobody fits; give the id
sheet-empty = the sheet is empty
sheet-done = Entered { $entered }, unchanged { $unchanged }, refused { $refused }.{ $entered ->
        [0] {""}
       *[other] {" "}`picket undo` takes the last line back.
    }
sheet-refused = line { $line } (`{ $text }`): { $why }
sheet-so-far = { $count ->
        [one] 1 line was entered before this
       *[other] { $count } lines were entered before this
    }

line-now = { $when }: { $count ->
        [0] no shift is running
        [one] 1 shift is running
       *[other] { $count } shifts are running
    }
line-now-shift = { $shift }: { $status } — { $here } here, { $target } wanted, { $minimum } at least
line-now-late = { $count } came late
line-now-walk-ins = { $count ->
        [one] 1 walk-in
       *[other] { $count } walk-ins
    }
line-now-gone = { $count } gone already
line-now-missed = { $count ->
        [one] 1 did not come
       *[other] { $count } did not come
    }
line-now-guests = { $count ->
        [one] 1 guest
       *[other] { $count } guests
    }
line-now-awaited = awaited ({ $count }): { $who }
line-now-unrelieved = Still signed in after the end ({ $count }): relieved, or not signed out?
line-now-over = { $who }, { $shift }: { $minutes } over

incidents-title = Incidents: { $strike }
incidents-end = { $count ->
        [0] No incidents.
        [one] 1 incident.
       *[other] { $count } incidents.
    }
incident-vehicle = Vehicle: { $text }
incident-police = Police: { $text }
incident-witness = Seen by: { $text }
incident-noted = Noted by { $by }

hours-short = Week of { $week }: { $count ->
        [0] nobody who is short of { $full } can be offered a shift.
        [one] one member will be short of { $full } and can still be offered a shift:
       *[other] { $count } members will be short of { $full } and can still be offered a shift:
    }
hours-short-row = { $who }: credited { $credited }, rostered ahead { $ahead }, missing { $missing }; could stand on { $offer }
hours-signed-off = Signed off by { $by }, { $at }.
hours-correction = Corrected since: { $members ->
        [one] 1 member
       *[other] { $members } members
    }, { $pay } in all.
hours-alternate = Of which alternate duty: { $length }.
hours-essential = Essential duty beside it, which earns no strike pay: { $length }.

history-none = Nothing fits.
history-as-of = The roster as it was after entry { $entry } ({ $when }): version { $version }
history-before-all = The roster before anything was done: version { $version }
history-told = People had been told version { $published }.
history-untold = People had been told nothing yet.
history-nobody = nobody
history-lost = { $shift }: { $member }; the files no longer know one or the other

backup-done = { $file }: { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }, roster version { $version }, looked over and whole; seal { $seal }.
backup-nothing = there is no record yet: nothing was done that could be copied
backup-taken = { $path } is there already; nothing was written

# After the strike.
done-purge = Telephones and notes taken out: { $phones ->
        [one] 1 telephone
       *[other] { $phones } telephones
    }, { $emails ->
        [one] 1 e-mail address
       *[other] { $emails } e-mail addresses
    }, { $entries ->
        [one] 1 entry of the journal
       *[other] { $entries } entries of the journal
    }
    .with-others = { $others ->
        [one] 1 value of other columns
       *[other] { $others } values of other columns
    }
purge-values = { $file }, { $column }: { $count ->
        [one] 1 value
       *[other] { $count } values
    }
purge-record = roster.db: { $what }; { $entries ->
        [one] 1 entry of the journal will say less
       *[other] { $entries } entries of the journal will say less
    }
purge-reasons = { $count ->
        [one] 1 reason
       *[other] { $count } reasons
    }
purge-codes = { $count ->
        [one] 1 code of an absence
       *[other] { $count } codes of absences
    }
purge-notes = { $count ->
        [one] 1 note
       *[other] { $count } notes
    }
purge-incidents = { $count ->
        [one] 1 incident
       *[other] { $count } incidents
    }
purge-lists = { $count ->
        [one] the text of 1 imported list
       *[other] the texts of { $count } imported lists
    }
purge-removed = Files that go: { $names }
purge-columns = Columns that stay, since Picket does not know them (--column NAME empties one): { $names }
purge-copies = Copies of the record that stay as they are, with all that was in it: { $names }
purge-nothing = Nothing is left to take out.
purge-dry = That would go, and could not be brought back. Hours, strike pay, who stood where and when, and the seals of the journal stay.
purge-elsewhere = Sheets, exports and copies elsewhere are not reached: shred them yourself.
purge-too-early = the strike is not over: the last day is { $day }, and captains may need what would go. See it with --dry-run; if you mean it, add --yes
purge-no-column = no list of members has a column `{ $column }`; they have { $known }
purge-needed = the column `{ $column }` stays: without it nobody knows who is owed what
purge-again = What was taken out so far stays out. Do the same once more when nobody else has the strike open.

redact-done = { $folder }: { $members ->
        [one] 1 member under another name
       *[other] { $members } members under other names
    }, { $entries ->
        [0] no record
        [one] a record of 1 entry
       *[other] a record of { $entries } entries
    }.
redact-exact = { $exact ->
        [one] The place of 1 member stays as it is: any rougher, and another site would be within reach.
       *[other] The places of { $exact } members stay as they are: any rougher, and other sites would be within reach.
    }
redact-same = The copy has the same problems and the same counts as the original.
redact-differs = The copy’s counts are not the original’s; say so in the report.
redact-look = Ids, names, telephones, e-mail addresses, comments and reasons are replaced; sites, dates, skills, restrictions and availability are not. Look it over before you send it.
redact-taken = { $path } holds something already; nothing was written

done-setting = { $place }, { $number }: { $before } is now { $after } ({ $file })
done-hours = { $template }: { $before } is now { $after } ({ $file })

# Why a file could not be read or written, after its name.
disk-missing = there is no such file or folder
disk-forbidden = you may not do that there
disk-taken = that is there already; nothing was written over it
disk-folder = that is a folder
disk-no-folder = a part of that path is no folder
disk-full = the disk is full
disk-read-only = nothing can be written on that disk
disk-name = no file can have that name
disk-no-text = that is not UTF-8 text
disk-too-large = that is larger than any such file can be

# What the database under the record says.
database-unopened = it can’t be opened
database-disk = the disk fails: it could not be read or written
database-locks = the disk can’t tell two programs apart that use it at once: is it a network folder?
database-memory = there is too little memory
database-large = something in it is too large
database-other = something unforeseen (“{ $detail }”)
