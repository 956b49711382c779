# What happens on a line and to people: forms, what is told in them, and what they answer.

pick-how-fields = enter chooses · tab tells more · esc leaves
plain-choose-typed = What is typed is the answer, enter takes the first choice, # and a number another, esc leaves.
plain-fields = tab goes to what else can be told.
field-empty = leave it empty
field-search = Search
field-count = How many
    .how = 12, say
field-who = Who
    .how = another union, a neighbour…
field-by = Noted by
    .how = the captain who kept it
field-note = Note
    .how = what the next captain must know
field-giver = From
    .how = the captain who is signed in
field-facts = What happened
    .how = facts, no opinions
field-vehicle = Vehicle
    .how = plate, colour, make
field-police = Police
    .how = officer, badge, what was said
field-witness = Seen by
    .how = who saw it
field-when = When
    .how = now, else a time: 07:25, or { $day } 07:25
field-time = Time
    .how = 07:25, or both: 07:25 11:30
field-correction = Correction
    .how = why, where the week is signed off
told-no-site-here = Put the cursor on a site, a line or a shift first.

# Guests.
command-guests = count guests: people who are no members
    .hint = guests
pick-guests = Guests, { $shift }
guests-so-far = { $count ->
        [one] One guest is counted so far; these are added.
       *[other] { $count } guests are counted so far; these are added.
    }
guests-do = { $count ->
        [one] Count one guest
       *[other] Count { $count } guests
    }
guests-how = How many came? They are counted, not named.
line-unrelieved = { $count ->
        [one] one is still here from before
       *[other] { $count } are still here from before
    }
line-not-relieved = not relieved
line-over-by = { $minutes } min over
line-guests = { $count ->
        [one] 1 guest
       *[other] { $count } guests
    }

# From captain to captain.
command-hand-over = hand the line over to the next captain, with a note
    .hint = hand over
pick-hand-over = Who takes the line? { $shift }
hand-over-next = captain of the next shift, { $times }
hand-over-this = captain here
hand-over-how = No captain is rostered here or next: type a captain’s name

# What happened.
command-incident = note an incident: what happened, vehicle, police, who saw it
    .hint = incident
command-incidents = the incidents noted so far, to be read
    .hint = incidents
pick-incident = Incident: { $place }
pick-incidents = Incidents: { $place }
incident-how = Type what happened. It is kept as it is written.
incident-do = Note it at { $place }
incident-before = { $count ->
        [one] Read the incident noted here before
       *[other] Read the { $count } incidents noted here before
    }
incidents-none = Nothing has been noted.
incidents-print = Write them to a file, to be handed on
incidents-table = Write them as a table (csv)
incidents-of-day = Write only those of { $day } to a file
incidents-report = The captains’ report of { $day }, with them on it
paper-incidents = Incidents
incidents-everywhere = The incidents of every site

# In and out at another time.
command-sign-at = sign in or out at another time, or both at once
    .hint = at a time
pick-sign-at = When did { $member } come or go?
sign-at-in = In at { $time }
sign-at-out = Out at { $time }
sign-at-both = In at { $from }, out at { $to }
sign-at-instead = in place of what is there
sign-at-sheet = { $shift }: { $sheet }
sign-at-now = now
sign-at-start = the beginning of the shift
sign-at-end = the end of the shift
sign-at-first = before the clocks go back
sign-at-second = after the clocks have gone back
sign-at-nothing = nothing on the sheet yet
sign-at-how = A time is written 07:25, 7h25 or 725; two of them are in and out

told-sheet-instead = The week of { $week } is signed off: enter it line by line, as corrections.

# A correction.
pick-correct = A correction
correct-why = The week of { $week } is signed off: it changes only by a correction, and the reason is kept.
correct-how = Type the reason: without one it stays as it was signed off
correct-do = Correct it

# A paper sheet, line by line.
field-line = Line
    .how = tremblay 07:25 11:30, or without out, or: tremblay no
field-task = At what
    .how = kitchen, telephones, office
field-day = Day
    .how = today, else { $day }
field-length = How long
    .how = 4h, 3h30, 90m or 08:00-12:00
field-code = Code
    .how = sick, bereavement…; may be left empty
field-stand-in = Stands in
    .how = who takes over all of the shifts, if anyone
field-told = Note
    .how = kept with this version
field-reason = Why
    .how = told to whoever asks for its shifts
field-from = From
    .how = now, else a time: 18:00, or { $day } 06:00
field-until = Until
    .how = one of those below, else a time
field-duty = Post
    .how = the same one, else which: captain, a skill, picket
told-no-duty = There is no post called { $text }.
field-set-aside = † reason
    .how = sets availability, reach and rest aside; it is kept
busy-counting = Counting hours
command-paper-sheet = enter a paper sheet of the shift, one line a person
    .hint = paper sheet
pick-paper-sheet = Paper sheet: { $shift }
sheet-so-much = { $missing ->
        [0] Everyone who is expected is on the sheet.
        [one] One of { $expected } expected is not on the sheet yet.
       *[other] { $missing } of { $expected } expected are not on the sheet yet.
    }
sheet-how = Who, in and out, as on the paper: tremblay 07:25 11:30
sheet-line = { $member }: { $told }
sheet-in = in at { $time }
sheet-both = in at { $from }, out at { $to }
sheet-again = in place of what is there
sheet-left = { $count ->
        [one] One line of the sheet was entered.
       *[other] { $count } lines of the sheet were entered, each an action of its own.
    }
sheet-next = Entered. { $key-undo } takes lines back, the last first, once this is left.

# Duty elsewhere.
command-alternate-duty = alternate duty of the member: kitchen, telephones, office, counted like time on the line
    .hint = other duty
pick-alternate = Alternate duty: { $member }
alternate-do = { $length } on { $day }
alternate-how = How long is written 4h, 3h30, 90m or 08:00-12:00
alternate-day-how = A day is written 2026-12-08

# Hours and strike pay.
command-strike-pay = hours and strike pay: the member’s weeks, or everyone’s week
    .hint = strike pay
told-counted = The hours are counted; { $key-strike-pay } shows them.
pick-pay = Hours and strike pay: { $member }
pick-book = Hours and strike pay, { $week }
pay-of-week = { $week }: { $notes }
pay-alternate = { $length } of it alternate duty
pay-essential = { $length } essential duty beside it, which earns no strike pay
pay-open = { $count ->
        [one] signed in once and not out
       *[other] signed in { $count } times and not out
    }
pay-missed = { $count ->
        [one] did not come once
       *[other] did not come { $count } times
    }
pay-signed-off = signed off by { $by }
pay-corrected = corrected since, by { $pay }
pay-in-all = Strike pay in all: { $pay }
pay-nothing = Nothing is rostered and nothing noted.
pay-page = the member’s page
pay-print = Write it to a file
pay-everyone = Everyone, { $week }
pay-row = rostered { $rostered } · on line { $attended } · credited { $credited }

# A week is signed off.
command-sign-off = sign a week off: what is locked and what is still open is shown first
    .hint = sign off
pick-week-to-sign-off = Which week is signed off?
pick-sign-off = Sign off { $week }
sign-off-done = signed off
sign-off-ready = can be signed off
sign-off-open = { $count ->
        [one] one person is still signed in
       *[other] { $count } people are still signed in
    }
sign-off-silent = { $count ->
        [one] One person was rostered and is on no sheet: nobody noted whether they came.
       *[other] { $count } people were rostered and are on no sheet: nobody noted whether they came.
    }
sign-off-first = { $count ->
        [one] One person is still signed in, and has to be signed out first.
       *[other] { $count } people are still signed in, and have to be signed out first.
    }
sign-off-locks = From then on, attendance and alternate duty of that week change only by a correction, with a reason. This can’t be taken back.
sign-off-do = Sign off { $week }
sign-off-print = Write this ledger to a file first
sign-off-read = Read it, member by member
sign-off-out = { $member }, in since { $since }: sign out
sign-off-told = { $what }. It changes only by corrections now; undo passes it over.

# Someone can’t come, a site is closed.
close-until-told = until { $at }
close-until-how = The end is a time after the beginning: 18:00, or 2026-12-09 06:00

# Planning anew.
command-plan-from-scratch = the same from scratch, what was put by hand planned anew too; or by another seed, within so many seconds
    .hint = plan from scratch
pick-plan = Plan from now on
plan-looked-at = Pins, and what people were told, are kept; what it would change is shown before it is taken.
plan-from-scratch = From scratch: what was put by hand is planned anew too
plan-by-hand-stays = What was put by hand stays
field-language = Language
    .how = that of the screen, else en or fr
field-width = Width
    .how = 80 columns, else 40 to 400
told-no-language = A sheet is in English or in French: en, or fr
told-no-width = A width is a number of columns, 40 to 400
field-seed = Seed
    .how = 1; another number gives another plan, as good
field-time-limit = Seconds
    .how = as long as it takes, else so many at most
told-no-seed = A seed is a whole number: 1, 2, 3…
told-no-time-limit = The time is told in seconds: 5, or 0.5

# Who is short of hours.
pick-short = Short of hours, { $week }
short-show = Who will be short, with a shift still to be offered
short-many = { $count ->
        [0] Nobody who is short of { $full } can be offered a shift.
        [one] One member will be short of { $full } and can still be offered a shift; enter puts them on it.
       *[other] { $count } members will be short of { $full } and can still be offered a shift; enter puts one on it.
    }
short-list = Everyone short of hours, also those no shift is open to
short-row = { $member }: has { $has }, misses { $missing }

# Other hours for a shift.
number-hours = { $template }: begins, ends, on which days
pick-hours = When does { $template } run? Now { $hours }
field-hours = New hours
    .how = 8:30 · 8:30-12:30 · -12:30 · +45 · mon-fri
hours-everywhere = { $lines ->
        [one] It runs on one line.
       *[other] It runs on { $lines } lines, and moves on all of them.
    }
hours-how = 8:30 makes it begin then, as long as before; -12:30 makes it end then; +45 moves it 45 minutes later; days: mon-fri, or sat,sun.
hours-later = { $minutes ->
        [60] An hour later
       *[other] { $minutes } minutes later
    }
hours-earlier = { $minutes ->
        [60] An hour earlier
       *[other] { $minutes } minutes earlier
    }
hours-same = That is when it runs now
hours-look = look at what it moves
hours-unread = That can’t be read as hours or days
hours-would = { $template }: { $before } would be { $after }.
hours-moved = { $count ->
        [one] One shift moves.
       *[other] { $count } shifts move.
    }
hours-gone = { $count ->
        [one] One shift is gone.
       *[other] { $count } shifts are gone.
    }
hours-came = { $count ->
        [one] One new shift, with nobody on it.
       *[other] { $count } new shifts, with nobody on them.
    }
hours-people = { $count ->
        [0] Nobody was told the old hours.
        [one] One person was told the old hours, and is to be rung.
       *[other] { $count } people were told the old hours, and are to be rung.
    }
hours-begun = { $count ->
        [one] One of them has begun: what was signed there counts by its new hours.
       *[other] { $count } of them have begun: what was signed there counts by their new hours.
    }
hours-take = Nothing is written yet. { $key-make } writes it into strike.toml, as one action that { $key-undo } takes back; { $key-back } leaves everything as it is.
hours-freed = Come free, since their shift is gone ({ $count }):
hours-told = Were told the old hours; each with the first shift of it ({ $count }):
tab-hours = Hours
busy-hours = Finding out what moves
told-hours-waits = What the new hours would move is found: { $key-hours } shows it.
told-hours-begun = { $count ->
        [one] Not changed: one shift that has begun would be gone.
       *[other] Not changed: { $count } shifts that have begun would be gone.
    }
told-hours-nowhere = strike.toml holds no shift { $template }.
