# What concerns the whole roster or the whole folder: repairs of many gaps, what one absence breaks, the files looked over.

command-repair = the moves that would fill every gap, or those of a site or a day: shown first, made with one key
    .hint = repair
command-fragile = which shifts one absence breaks, who carries most, where somebody waiting would help
    .hint = fragile
chapter-folder = The folder

study-stops = { $text } · { $key } stops
told-study-off = Called off; nothing was changed.
told-study-failed = This could not be worked out: { $detail }. Nothing was changed.
stage-shifts = looking at the shifts
    .of = { $done } of { $of } shifts
stage-sheets = writing sheets
    .of = { $done } of { $of } lines

# Pages.
page-none = Nothing was worked out yet.
page-stale = The roster has changed since this was worked out: ask for it anew.
page-repair-stuck = { $count ->
        [one] No move fills one of them: it stands
       *[other] No move fills { $count } of them: they stand
    } at the end; open one, and { $key-fill } tells what would have to be granted.
page-repair-take = Nothing is written yet. { $key-make } makes these moves, as one action that { $key-undo } takes back; { $key-back } leaves everything as it is.
page-repair-none = no move
tab-repair = Repair
tab-fragile = Frail
told-repair-waits = The moves are found: { $key-repair } shows them.
told-fragile-waits = What one absence breaks is found: { $key-fragile } shows it.
busy-repairs = Looking for moves
busy-repairing = Making the moves
busy-fragile = Trying absences

pick-repairs = Which gaps are to be repaired?
repair-every = every gap to come
repair-of-site = the gaps of { $site }
repair-of-day = the gaps of { $day }
repair-to-target = every gap, up to its target
repair-anything = anything in the plan that moves can improve
pick-fragile = What would one absence break?
fragile-every = every shift to come
fragile-of-site = the shifts of { $site }
fragile-of-day = the shifts of { $day }
fragile-count = { $count ->
        [one] 1 shift
       *[other] { $count } shifts
    }
fragile-lead-anyone = anyone
fragile-lead-captain = a captain
fragile-wait-captain = one captain
fragile-wait-anyone = one person

# The folder looked over, brought in, copied.
command-make = do what this page shows
    .hint = do it
    .hint-repair = make these moves
    .hint-purge = take it out for good
    .hint-import = bring it in
command-check = read the files and the record anew: every problem and warning, where it is and what to do
    .hint = check
command-import = bring in a union’s list (CSV), after a look at what it changes and who comes free
    .hint = import
command-backup = copy the record to a file, while everyone goes on working
    .hint = backup
command-verify-sheet = which sheet of paper has a code, and is it still right
    .hint = check a sheet
command-look-back = the roster as it was after the entry under the cursor; again: back to the present
    .hint = as it was
told-nothing-to-make = There is nothing on this page that could be done.

tab-check = Check
tab-import = Import
busy-checking = Reading everything anew
page-check-unusable = With an error the files can’t be used: the screen goes on with them as they were. Mend them, then { $key-check } reads them again.
page-check-anew = The files had changed: from now on the screen goes by what they say now.
page-check-same = The screen goes by what the files say. { $key-check } reads them again.
told-check-waits = Everything is looked over: { $key-check } shows it.

pick-import = Bring in which list?
import-type = or type its path
import-by-map = read by { $map }
page-import-sum = { $added } would be added, { $changed } changed, { $gone } gone, { $unchanged } as they were; { $freed ->
        [0] no assignment would come free.
        [one] one assignment would come free.
       *[other] { $freed } assignments would come free.
    }
page-import-take = Nothing is written yet. { $key-make } brings it in, as one action that { $key-undo } takes back; { $key-back } leaves everything as it is.
told-import-waits = What the list would change is found: { $key-import } shows it.
busy-staging = Reading the list
busy-importing = Bringing it in

prompt-backup = Copy the record to
busy-backup = Copying the record
told-backup-there = { $file } is there already: nothing is written over it.
prompt-code = Code on the sheet
busy-verifying = Looking for the sheet

rewind-look = look at the roster as it was after this entry
past-after = AS IT WAS after entry { $entry }, { $when }
past-before-all = AS IT WAS before anything was done
busy-looking-back = Looking back
told-looking-back = Everything can be looked at, nothing changed; { $key-look-back } comes back to the present.
told-in-the-past = This is the roster as it was, and nothing is changed from there; { $key-look-back } comes back to the present.
told-present-again = The present again.
told-choose-moment = { $key-look-back } on an entry shows the roster as it was after it.

paper-all = Everything for the day, in a folder
paper-all-changed = Of that folder, only what changed
screen-dumb = This terminal can’t draw a screen (TERM=dumb): what follows is lines of text; `help` tells what can be typed.

# Numbers before keys, orders of a list.
command-count = a number, then a key that moves: so many rows, gaps, columns; enter: to the row of that number
    .hint = number
command-other-way = the list the other way round (a click on a column’s name sorts by it)
    .hint = turn round
told-no-count = A number goes before a key that moves.
prompt-count = a key that moves: so often · enter: to that row · esc
order-class = class
order-skills = skills
order-bond = essential duty
order-fewest-shifts = fewest shifts
order-most-shifts = most shifts
order-backwards = { $order }, the last first

# What if.
what-if-make-so = make it so, with its plan as the roster, in one action
what-if-minimum-less = the minimum of every line were { $more ->
        [one] one head
       *[other] { $more } heads
    } lower
what-if-target-less = { $more ->
        [one] one head fewer were
       *[other] { $more } heads fewer were
    } wanted on every line
what-if-type = a site, a kind; so many heads (3, -1); an agreement (FILE.toml)

# After the strike.
command-purge = after the strike: telephones, e-mail addresses and notes taken out for good, after a look at what goes
    .hint = purge
command-redact = a copy for the report of a fault, with other names, ids and telephones
    .hint = copy to show
tab-purge = Purge
busy-purge = Looking for what would go
busy-purging = Taking it out
busy-redacting = Writing the copy
told-purge-waits = What a purge would take out is found: { $key-purge } shows it.
page-purge = What goes is gone for good. Hours, strike pay, who stood where and when, and the seals of the journal stay.
page-purge-take = { $key-make } takes it out, for good: { $key-undo } can’t bring it back. { $key-back } leaves everything as it is.
page-purge-early = The strike is not over: its last day is { $day }, and captains may need what would go.
told-purge-early = The strike is not over. If it is to go all the same, { $key-open } on the row that says so.
told-purge-no-choice = There is nothing to choose about this: it goes, or stays, in any case.
purge-goes = Goes
purge-open = For you to say
purge-stays = Stays
purge-early = The strike is not over before the end of { $day }
purge-turn-early = { $key-open }: all the same
purge-turn-later = { $key-open }: no, not yet
purge-turn-back = { $key-open }: no, it stays
purge-turn-go = { $key-open }: it goes too
purge-turn-stay = { $key-open }: they stay
purge-incidents-go = Incidents go too: what happened, vehicle, police, who saw it
purge-incidents-stay = Incidents stay as they were told
purge-column = The column { $column } of the members stays: Picket does not know what is in it
purge-copy = { $file }: a copy of the record, made by hand, with all that was in it
pick-redact = A copy to show to others
field-folder = Folder
    .how = a new one
redact-folder = for-the-report
redact-how = Type the name of a new folder
redact-do = Write the copy into { $folder }
