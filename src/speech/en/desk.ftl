# Pickers, previews, the line board, the map, the first page: what the screen offers and answers beyond its lists.

tab-line = Line now
tab-map = Map
tab-start = Start

screen-counting-now = PRESENT NOW
screen-nothing-found = Nothing fits.
screen-mine = my sites
screen-looking = Looking for those who could stand here…
told-now = Counting those signed in, on the lines that are up.
told-looking = Looking for the best candidate…
told-changed-elsewhere = { $count ->
        [one] { $actor }: { $what }
       *[other] { $actor }: { $what } ({ $count } changes) · { $key-history } shows all
    }

# Pickers.
pick-type = type to narrow the list
told-nothing-fits = Nothing fits what is typed: type something else, or esc leaves.
told-nothing-to-choose = There is nothing here to choose: esc leaves.
told-to-be-read = This page is only for reading: esc leaves.
pick-called = Who is called in? { $service }, { $site }
pick-site-to-close = Which site is closed?
called-response = { $minutes } min
pick-how = enter chooses · esc leaves
pick-how-read = type to narrow · esc leaves
pick-how-filters = enter turns on or off · esc closes
pick-seek = Find members, sites, shifts, gaps, commands
pick-palette = Commands
pick-away-or-back = { $member } can’t come, or comes after all
pick-away = { $member } can’t come
pick-callin = { $member } is called in to essential duty
pick-duties = { $member } is called in: to which duty?
pick-publish = Tell people
pick-paper = Print
pick-move = Where does { $member } go instead?
pick-members = { $count ->
        [one] one member
       *[other] { $count } members
    }
pick-filters = Show only
pick-touching = Only what was done with
touching-nobody = The entry under the cursor is about no one member or shift: type one.
touching-type = type a member, a site or a shift
pick-numbers = Numbers of { $line }
pick-menu = What can be done here
pick-walk-in = Who came without being expected?
pick-glossary = Words
pick-marked = { $count } marked

found-member = member
found-site = site
found-shift = shift
found-gap = gap
found-command = command
found-elsewhere = on { $place }

keep-all = everything
keep-on = on
keep-status = state
keep-mine = mine
keep-region = region
keep-kind = kind
keep-day = day
keep-who = who
told-mine = { $site } is one of your sites; { $key-filter } shows only those.
told-not-mine = { $site } is no longer one of your sites.
told-none-mine = None of the sites is yours yet: { $key-mine } on a site says that it is.

# Someone rings.
away-frees = { $shifts ->
        [0] no shift then
        [one] 1 shift comes free
       *[other] { $shifts } shifts come free
    }
away-day = { $day }, all day
away-shift = only the shift { $times }
away-two-days = until { $day }: two days
away-week = until { $day }: the end of the week
away-fortnight = until { $day }: two weeks
away-rest = until { $day }: the rest of the plan
away-from-now = from now ({ $time }) to the end of the day
away-back-now = here again, from now on
away-back-then = comes after all: { $time }
away-type = or type { $day }..{ $later }, mon-fri, { $day } 06:00-12:00
away-how = Written like 2026-12-08, 2026-12-08..2026-12-10, mon-fri or 2026-12-08 06:00-12:00
told-away-enough = That shift is no gap: { $heads } are left, its minimum is { $minimum }.
told-away-next = This is the shift to fill.

# Paper.
paper-signin = Sign-in sheets
paper-captain = Captain’s copy, with phones
paper-roster = Roster
paper-calls = Whom to ring about changes
paper-changes = Changes since people were told
paper-hours = Hours and strike pay
paper-essential = Essential duty
paper-coverage = Coverage picture
paper-member = One person’s weeks
paper-everywhere = every site
told-printing = Writing…
told-printed = Written to { $file }
told-not-printed = Not written: { $why }

# Telling people.
publish-first = Nobody was told anything yet. { $assignments ->
        [one] One assignment
       *[other] { $assignments } assignments
    } will be what people are told.
publish-since = Since version { $version } was told: { $came } added, { $went } taken off, { $altered } changed; { $members ->
        [0] nobody to ring
        [one] one member to ring
       *[other] { $members } members to ring
    }.
publish-hours = { $hours ->
        [one] One assignment is at another hour than was told.
       *[other] { $hours } assignments are at other hours than was told.
    }
publish-gaps = { $gaps ->
        [0] No gap is left.
        [one] One gap is left.
       *[other] { $gaps } gaps are left.
    }
publish-no-way-back = What people were told can’t be taken back: undo passes it over. What changes later is told anew.
publish-do = Publish version { $version }
publish-what = later changes are listed against it
publish-calls = First write down whom to ring
told-published = Version { $version } is what people are told. Later changes are listed against it; { $key-calls } shows whom to ring. What people were told stays told: undo passes it over.
told-published-already = This version was told already.

# Several at once.
screen-marked = { $count } marked
word-today = today
word-tomorrow = tomorrow
told-marked = { $count ->
        [0] Nothing is marked.
        [one] One marked; { $key-marked } shows what can be done with it.
       *[other] { $count } marked; { $key-marked } shows what can be done with them.
    }
told-none-to-come = No shift is still to come here in the days shown: { $key-zoom } shows the whole strike.
told-nothing-marked = Nothing is marked: { $key-mark } marks what the cursor is on, { $key-mark-all } everything listed.
told-several-nobody = { $count ->
        [one] One captain’s post is empty, and no captain can be put there. { $key-fill } tells what would help.
       *[other] { $count } captains’ posts are empty, and no captain can be put there. { $key-fill } tells what would help here, { $key-next-gap } leads to the next gap.
    }
told-several-still = { $count ->
        [one] One captain’s post stays empty: no captain can be put there; { $key-fill } on the shift tells what would help.
       *[other] { $count } captains’ posts stay empty: no captain can be put there; { $key-fill } on each tells what would help.
    }
told-filling-nobody = { $count ->
        [one] One head is missing, and nobody else can be put there. { $key-fill } tells what would help.
       *[other] { $count } heads are missing, and nobody else can be put there. { $key-fill } tells what would help here, { $key-next-gap } leads to the next gap.
    }
told-filling-still = { $count ->
        [one] One head is still missing: nobody else can be put there; { $key-fill } on the shift tells what would help.
       *[other] { $count } heads are still missing: nobody else can be put there; { $key-fill } on each tells what would help.
    }
told-what-if-waits = The what-if is worked out: { $key-what-if } shows it.
told-several-nothing = There was nothing to do.
told-several-none = Every captain’s post of what is marked is filled already.
told-filling-none = All that is marked has its minimum already.
told-several-left-out = { $count ->
        [one] Left out: { $member }, { $why }.
       *[other] { $count } left out, among them { $member }: { $why }.
    }
deed-pin = Pin them: the planner leaves them
deed-unpin = Let them go: the planner may change them
deed-take-off = Take them off
deed-assign = Put them on the shift
deed-send = Send them to another shift
deed-captains = The best captain for every empty captain’s post
deed-captains-can = { $can } of { $count ->
        [one] 1 captain
       *[other] { $count } captains
    }
deed-fill-can = { $can } of { $count ->
        [one] 1 head
       *[other] { $count } heads
    }
deed-fill = The best candidates, until each has its minimum
deed-forget = Forget the marks
move-backup = backup
done-several = Done in one go: { $added } came, { $removed } went, { $altered } changed
done-sign-all = { $count ->
        [one] One signed in to { $shift }
       *[other] { $count } signed in to { $shift }
    }

# Numbers of a line.
number-minimum = Minimum: heads below which it is short
number-target = Target: heads wanted
number-maximum = Maximum: heads never exceeded
number-captain-ratio = One captain for so many heads
number-vehicle-delay-minutes = Minutes a vehicle may be delayed
told-number = { $line }: { $before } is now { $after }, written into { $file } ({ $name }).
told-no-number = A whole number is needed.
told-number-nowhere = No file of this strike holds the site { $detail }.
told-number-refused = Not changed, the file would not hold together: { $detail }

# The line now.
line-begins-in = { $days ->
        [0] { $hours ->
            [0] { $minutes ->
                [one] begins in a minute
               *[other] begins in { $minutes } min
            }
           *[other] begins in { $hours } h { $minutes } min
        }
        [one] begins in a day and { $hours } h
       *[other] begins in { $days } days
    }
line-ends-in = { $hours } h { $minutes } min to go
line-over = over
line-here = { $heads ->
        [one] head on the line
       *[other] heads on the line
    }
line-wanted = minimum { $minimum }, target { $target }
line-captains = captains { $here } of { $asked }
line-expected = { $count ->
        [0] nobody else is expected
        [one] one more is expected
       *[other] { $count } more are expected
    }
line-nobody = Nobody is expected here. { $key-walk-in } signs in whoever comes.
line-since = since { $time }
line-was = { $from }–{ $to }
line-not-come = did not come
line-walk-in = not expected
told-all-signed = Everyone who is expected is on the sheet.
told-signed-elsewhere = { $count ->
        [one] One is on another sheet.
       *[other] { $count } are on other sheets.
    }
walk-in-how = Type a name or an id.

# The map.
map-today = gaps today
map-nowhere = No site has a latitude and a longitude in the files, so there is nothing to draw.
map-unplaced = { $count ->
        [one] One site of this region has no coordinates.
       *[other] { $count } sites of this region have no coordinates.
    }

# The first page.
start-what = Picket schedules a picket line: who stands where and when, where the line is short, and what would fill it.
start-is-sample = This is the built-in sample, a fictional strike of Ontario’s public service. Everything can be tried on it; nothing of it is kept.
start-is-strike = Open: { $strike }
start-ways = How to start
start-sample = Look around in the sample
    .about = everything it takes to plan and run a strike; nothing you do here lasts
start-go-on = Go on with this strike
    .about = back to the overview
start-new = Make a new strike
    .about = six questions; the files can be kept by hand afterwards
start-folder = Open a folder that holds a strike
    .about = the folder with strike.toml, sites.toml and members.csv
start-next = What to do next
start-next-plan = work out a plan from now on, and look at what it would change
start-next-next-gap = go to the next gap, the worst first
start-next-assign = put the best candidate on the gap under the cursor
start-next-find = find a member, a site, a shift, a gap or a command as you type
start-next-help = see every key, and what it does
start-next-language = parler français
question-name = What is the strike called?
    .again = It needs a name.
question-first-day = On which day does it begin?
    .again = A date is written 2026-12-07.
question-days = How many days are planned?
    .again = From 1 to 366 days.
question-sites = At which sites? (a comma between)
    .again = At least one site is needed.
question-shifts = With which shifts? (a comma between)
    .again = Shifts are written 07:30-11:30, 11:30-15:30.
question-folder = Into which folder?
    .again = A folder is needed.
prompt-folder = Folder of the strike:
prompt-value-how = enter goes on, esc leaves
told-made = Made in { $folder }. Next, people: { $key-import } brings a list in, or write members.csv and { $key-check } reads it. { $key-numbers } sets a line’s numbers.
told-not-made = Not made: { $why }
told-opened = Opened { $folder }.
told-not-opened = Not opened: { $first } ({ $count ->
        [one] one problem
       *[other] { $count } problems
    }; picket check tells all)

# keys.toml.
told-keys = keys.toml: { $first } ({ $count ->
        [one] the rest holds
       *[other] { $count } like it; the rest holds
    })
keys-form = line { $line }: { $what }; { $how }
keys-command = there is no command { $name }
    .near = there is no command { $name }; did you mean { $near }?
keys-key = { $name }: no key is written { $key }
keys-kind = { $name }: a key is written in quotes, several in brackets
keys-clash = { $name }: { $key } is { $other } already
keys-reserved = { $name }: { $key } always does the same

# More of the field's words.
word-captain = captain
    .means = a member who leads a line; one is asked for so many heads
word-pool = pool
    .means = members of whom enough must stay off the line at every moment; which of them is open
word-alternate = alternate, on call
    .means = may stand on a line, but may be called away from it at any time
word-at-risk = at risk
    .means = may be called away to essential duty; not counted in the worst case
word-call-in = call-in
    .means = the employer calls a designated member to essential or emergency duty; kept in a log
word-publish = publish
    .means = to make the roster what people were told; later changes are listed against it, with whom to ring
word-walk-in = walk-in
    .means = someone who came to a line without being on its roster; the hours count
word-backup = backup site
    .means = where people go when their own site is lost
word-phase = phase
    .means = what kind of action is on: information, work to rule, rotating, full, suspended

# Plain mode: lines of text for a screen reader.
plain-place = { $place }. { $strike }, { $at }, version { $version }.
plain-rows = { $count ->
        [0] Nothing is listed. A command by its name or key; help lists them; quit leaves.
        [one] One row. Enter opens it; a command by its name or key; help lists them; quit leaves.
       *[other] { $count } rows. # and a number goes to a row, enter opens it; a command by its name or key; help lists them; quit leaves.
    }
plain-choose = A number chooses, enter takes the first, words narrow the choice, esc leaves.
plain-unknown = Nothing here is called { $text }: help lists what there is.
plain-expected = expected

# Taking back.
pick-rewind = Take back
rewind-hour = Everything of the last hour
rewind-here = This one and everything after it
rewind-alone = Only this one; what came after it stays
rewind-count = { $count ->
        [one] one action
       *[other] { $count } actions
    }
told-rewound = { $count ->
        [0] There was nothing to take back.
        [one] One action taken back. { $key-redo } brings it back.
       *[other] { $count } actions taken back. { $key-redo } brings each of them back.
    }

line-short = { $minutes ->
        [one] below the minimum for a minute so far, first at { $since }
       *[other] below the minimum for { $minutes } min so far, first at { $since }
    }
picture-most-heads = at most { $heads }

# How far something is that takes long.
stage-files = reading the files
stage-roster = reading the roster
    .done = reading the roster: { $done } assignments
stage-changes = working out the changes
stage-writing = writing
    .of = writing { $done } of { $of }
stage-counting = counting
    .of = counting { $done } of { $of }
busy-hearing = Another screen changed a lot
busy-taking-plan = Taking the plan
busy-undoing = Taking back
busy-redoing = Bringing back
busy-noting = Noting it
busy-filling = Putting people on
busy-publishing = Publishing
busy-printing = Printing
busy-reading = Reading the strike anew
busy-opening = Opening
busy-closing = Closing the site

# What would fill a gap; two who change places; a site that is lost.
pick-ways = What would fill it
pick-swap = Who changes places with { $member }, { $shift }
pick-close = { $site }: close it
told-no-gap-here = No gap here: nothing has to be granted.
ways-none = No move fills it, nor anything that could be granted. { $key-plan } plans anew, { $key-numbers } changes its numbers.
levers-in-rules = No reason sets this aside, only another { $key } in [rules] of strike.toml. { $key-check } reads the files anew.
levers-in-agreement = No reason sets this aside, only what the employer grants: written into essential.toml, { $key-check } reads it.
close-is-closed = It is closed already; what you choose is added to that.
close-to-backup = { $from ->
        [now] From now on
       *[other] From { $from } on
    } its shifts are gone. Whoever may stand there goes to { $backup }; the others come free.
close-no-backup = { $from ->
        [now] From now on
       *[other] From { $from } on
    } its shifts are gone. It has no backup: everyone comes free.
close-today = for today
close-tomorrow = until tomorrow night
close-week = until the end of the week
close-for-good = until further notice
close-would = { $shifts ->
        [one] one shift
       *[other] { $shifts } shifts
    }: { $moved } moved, { $freed } free
close-reopen = Open it again: its shifts come back, empty
paper-report = Report of the day
paper-board = Board of the day
paper-short = Who is short of hours
paper-calendar = Strike calendar
paper-tree = Telephone tree
paper-map = Map
picture-short-minutes = −{ $minutes } min
picture-short-minutes-long = { $minutes } min below the minimum so far
ways-no-moves = Nobody can be moved to fill it; if this were granted:
pick-name = Who becomes { $duty }? { $shift }
name-what = The skill is added to the member’s row of the list, for every shift to come; here the post changes with it.
told-not-named = Nobody was named: { $detail }
ways-fewer = { $count } fewer
ways-name-captain = name one standing there captain
ways-name-skill = one standing there has { $duty }
ways-posts = { $count ->
        [one] 1 post
       *[other] { $count } posts
    }
ways-brings = { $brings } of { $missing }
ways-earns = +{ $earned } h
ways-barred = can’t stay
ways-move = Make these moves: { $people ->
        [one] one person is told something new
       *[other] { $people } people are told something new
    }

# A command that does nothing here: where it does; and who rings, where nobody is under the cursor.
told-there = Here { $key } does it: { $what }.
pick-who-away = Who can’t come?
pick-who-called = Who is called in?
callin-no-agreement = This strike has no essential services agreement: the call-in is noted without a duty. { $key-absent } notes any other absence.
callin-no-duty = This member is designated for no duty of the agreement: the call-in is noted without one. { $key-absent } notes any other absence.
who-type = the name, or the number
who-no-shift = no shift to come
