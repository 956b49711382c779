# What stands on the screen.

tab-overview = Overview
tab-coverage = Coverage
tab-members = Members
tab-essential = Essential
tab-history = History
tab-shift = Shift
tab-member = Member
tab-plan = Plan
tab-help = Help

screen-version = version { $version }
screen-counting-worst = WORST CASE
screen-hold = HOLDING THE LINE
screen-too-small = needs { $columns } × { $rows } characters; this terminal has { $width } × { $height }. Make it larger, or the letters smaller.
screen-too-small-keys = Everything is saved. { $key-quit } leaves.
screen-region = Region { $region }
screen-no-region = No region

# The overview.
screen-day-of = Day { $day } of { $days }
screen-days-to-go = { $days ->
        [one] One day to the first day
       *[other] { $days } days to the first day
    }
screen-days-over = { $days ->
        [one] The plan ended a day ago
       *[other] The plan ended { $days } days ago
    }
mode-information = information pickets
mode-work-to-rule = work to rule: no lines
mode-rotating = rotating strike
mode-full = full strike
mode-suspended = suspended: no lines
mode-settled = settled: no lines
mode-none = no strike action at present
screen-lawful-since = lawful since { $at }
screen-lawful-in-days = lawful in { $days ->
        [one] one day
       *[other] { $days } days
    } { $hours } h ({ $at })
screen-lawful-in-hours = lawful in { $hours } h { $minutes } min ({ $at })
screen-gaps-of = { $gaps ->
        [0] No gaps in { $shifts } shifts
        [one] 1 gap in { $shifts } shifts
       *[other] { $gaps } gaps in { $shifts } shifts
    }
screen-gaps = { $gaps ->
        [0] no gaps
        [one] 1 gap
       *[other] { $gaps } gaps
    }
screen-gaps-short = { $gaps ->
        [one] 1 gap
       *[other] { $gaps } gaps
    }
screen-gaps-column = gaps
screen-planned = planned
screen-worst-case = worst case
screen-worst-gaps = { $gaps ->
        [one] one gap in the worst case
       *[other] { $gaps } gaps in the worst case
    }
screen-worst-first = Worst gaps
screen-gaps-in-worst-case = Worst gaps without the members at risk
screen-past-gaps = { $gaps ->
        [one] one more is past
       *[other] { $gaps } more are past
    }
screen-no-gaps = No gap ahead.
screen-plan-first = nobody is assigned yet: { $key-plan } works out a plan
screen-list-first = nobody is on the list yet: { $key-import } brings one in
screen-nothing-planned = Nobody is assigned yet.
screen-now-and-next = Now and next
screen-running = { $shifts ->
        [one] one line up
       *[other] { $shifts } lines up
    }
screen-now = now
screen-nothing-more = No shift runs, and none is to come.
screen-by-region = By region
screen-by-kind = By kind
level-captain = Captains
level-skill = Skills
level-minimum = Minimum
level-target = Target
lack-heads = { $count ->
        [one] 1 head
       *[other] { $count } heads
    }
lack-captains = { $count ->
        [one] 1 captain
       *[other] { $count } captains
    }
lack-skill = { $count } { $skill }

# The coverage picture.
zoom-day = Day
zoom-week = Week
zoom-whole = Strike
screen-gaps-only = gaps only
screen-heads = { $heads } of { $target }, minimum { $minimum }, worst case { $worst }
screen-heads-least = minimum { $minimum }, worst case { $worst }
screen-missing = missing: { $what }
screen-no-shift = No shift here then.
screen-no-shifts = No shift exists in this time.
screen-nothing-passes = Nothing passes the filters. { $key-clear } shows everything again.

# A shift.
screen-heads-long = { $heads } of { $target } heads · minimum { $minimum } · at most { $maximum } · worst case { $worst }
screen-standing = Standing
screen-candidates = Candidates
screen-ruled-out = Ruled out
screen-empty-post = – empty
screen-at-risk = at risk
screen-at-risk-short = at risk
screen-pinned = pinned
screen-nobody-ruled-out = Nobody is ruled out.
screen-no-candidates = Nobody else may stand here. { $key-right } shows who is ruled out, and why.
    .gap = Nobody else may stand here. { $key-fill } tells what would fill it; { $key-right } shows who is ruled out, and why.
screen-can-be-set-aside = † A person may set this aside: press { $key-override } and give the reason.
asked-site = site: choice { $rank }
asked-site-short = site { $rank }
asked-time = time: choice { $rank }
asked-time-short = time { $rank }
asked-home = home

column-member = Member
column-as = As
column-hours-of = hours, week of
column-hours = Hours
column-km = km
column-asked = Asked
column-id = Id
column-home = Workplace
column-class = Class
column-skills = Skills
column-bond = Essential
column-shifts = Shifts
column-required = Required
column-designated = Designated
column-free = Free
column-at-risk = At risk
column-there = There
column-on-line = On line

# Members.
screen-members = { $all ->
        [one] One member
       *[other] { $all } members
    }
screen-members-of = { $shown } of { $all } members
screen-ordered = by { $order }
screen-nobody-listed = Nobody is on the list yet: { $key-import } brings one in; or write members.csv, and { $key-check } reads it.
screen-nobody-passes = Nobody passes the filters. { $key-clear } shows everyone again.
who-active = active
who-short-of-hours = short of hours this week
who-free = no shift this week
who-captains = captains
who-essential = essential
who-at-risk = at risk
who-not-active = not active
order-name = name
order-fewest-hours = fewest hours this week
order-most-hours = most hours this week
order-home = workplace
order-id = id
status-active = active
status-leave = on leave
status-ltd = LTD
status-wsib = WSIB
status-parental = parental
status-excluded = excluded
status-arbitration = arbitration
bond-full-time = full time
bond-part-time = part time
bond-pool = pool
bond-alternate = alternate
bond-on-call = on call
fact-reach = up to { $km } km
fact-local = local { $local }
hold-line = line
hold-essential = essential
hold-away = away
screen-shifts = Shifts
screen-shifts-count = { $count ->
        [one] 1 shift
       *[other] { $count } shifts
    }
screen-no-shifts-of-member = No shift yet.

# Essential services.
screen-no-agreement = This strike has no essential services agreement. { $key-call-in } notes a call-in all the same.
screen-requirements = { $count ->
        [one] One requirement
       *[other] { $count } requirements
    }
screen-agreement-version = agreement version { $version }
screen-agreement-signed = signed { $day }
screen-what-must-go-on = What must go on
screen-windows = Windows
screen-trigger = when { $trigger }
screen-designated = Designated
part-emergency = emergency

# History.
screen-entries = { $count ->
        [0] Nothing was done yet
        [one] 1 action
       *[other] { $count } actions
    }
screen-entries-of = { $shown } of { $all ->
        [one] 1 action
       *[other] { $all } actions
    }
screen-no-history = Every assignment, plan and undo will be listed here.
screen-undone = undone
screen-undo-next = { $key-undo } takes this back

# Lines to type in.
prompt-find = enter keeps, esc clears
prompt-reason = Why { $member } all the same:
prompt-reason-how = enter assigns, esc leaves

# What an action answers.
told-undo = { $key-undo } takes it back.
told-redo = { $key-redo } brings it back.
pick-take-back = Take this back?
take-back-do = take it back
take-back-by = { $actor }, { $at }
told-hold-on = From now on every edit is answered at once: as few people as possible move, nobody who is pinned or was put somewhere by hand. { $key-undo } takes an answer back.
told-hold-off = From now on the best answer to an edit is offered; { $key-take-repair } takes it.
told-no-offer = Nothing is offered: the last edit needs no answer, or something else was done since.
told-offer = Best answer: { $moves } ({ $people ->
        [one] one person
       *[other] { $people } people
    }{ $minutes ->
        [0] {""}
       *[other] {""}; { $earned } h of strike duty made up
    }).
told-take-offer = { $key-take-repair } makes it so.
told-assigned = { $member } put on { $shift } as { $duty }.
told-unassigned = { $member } taken off { $shift }.
told-pinned = { $member } pinned on { $shift }: the planner leaves it.
told-unpinned = { $member } let go on { $shift }: the planner may change it.
told-duty = { $member } now stands as { $duty }.
told-refused = Not done: { $why }.
told-hard-rule = { $member } can’t be put there, not even with a reason: { $why }.
told-choose-ruled-out = Choose whom to put there all the same; those marked † can be.
told-choose-standing = Put the cursor on someone who stands there first.
told-no-candidate-but = Nobody else may stand there as things are. This would help.
told-no-candidate = Nobody else may stand there: see who is ruled out, and why.
told-no-other-duty = { $member } can hold no other post there.
told-key-elsewhere = { $key } does nothing here; elsewhere: { $what }.
told-no-such-key = { $key } does nothing; { $key-menu } shows what can be done here.
told-on-shift = { $key-show-member } opens { $member }’s page; { $key-back } shows everyone again.
told-no-shift-here = There is no shift under the cursor.
told-nothing-here = There is neither a member nor a shift under the cursor.
told-no-shift-beyond = There is no further shift on this line.
told-nobody-here = There is nobody under the cursor.
told-ring = { $member }: { $ways }
told-no-way-to-ring = { $member }: the list has neither telephone nor e-mail address.
busy-ringing = Looking up the telephone
told-no-gap = No gap ahead.
told-too-long = A line takes { $most } characters: { $count ->
        [one] the last one was
       *[other] the last { $count } were
    } left out.
told-reason-needed = A reason is needed: it is kept with the assignment and printed.
told-nothing-to-undo = There is nothing to undo.
told-nothing-to-back = Nobody said that this member would be away then.
told-nothing-to-redo = There is nothing to redo.
told-overtaken = Not done: { $actor } changed the roster meanwhile ({ $what }).
told-busy = Not saved: another program is writing the roster. Try again.
told-busy-with = Not saved: { $who } (process { $pid }) is writing the roster. Try again.
told-record-failed = Not saved: { $detail }
told-saved = Everything is saved: version { $version }.
told-worst = Counting without the members at risk.
told-planned = Counting as planned.
told-language = English.
told-nowhere-back = This is the first screen; { $key-quit } leaves.

# The help page.
sign-open = nobody stands there
sign-short = fewer heads than the minimum
sign-captain = heads enough, but a captain’s post is empty
sign-skill = heads and captains enough, but a skill is missing
sign-thin = all that must be there is; fewer heads than the target
sign-full = the target is reached
word-gap = gap
    .means = a shift that is open, short, or without a captain or skill it asks for
word-worst-case = worst case
    .means = the numbers when every member at risk is called away at once
word-minimum = minimum, target
    .means = heads below which a line is short; heads wanted. Captains count as heads.
word-designation = designation
    .means = a member’s part in the essential services agreement: full time, part time, one of a pool, alternate, on call
word-pin = pin
    .means = an assignment that the planner never changes
word-set-aside = †
    .means = a rule that a person may set aside with a reason, which is kept and printed
word-week = hours
    .means = rostered hours in a week, against those that earn full strike pay

# Kinds of site.
site-kind-mto-office = MTO office
site-kind-inspection-station = Inspection station
site-kind-government-office = Government office
site-kind-detention-centre = Detention centre
site-kind-jail = Jail
site-kind-correctional-centre = Correctional centre
site-kind-treatment-centre = Treatment centre
site-kind-youth-centre = Youth centre
site-kind-school-board = School board
site-kind-school = School
site-kind-mpp-office = MPP office
site-kind-legislature = Legislature
site-kind-union-office = Union office
site-kind-headquarters = Headquarters
site-kind-other = Other

# When the screen can't be, or ends before its time.
screen-no-terminal = the screen needs a terminal; the commands work without one: picket help
screen-fault = the screen had a fault and was closed. Everything done is saved. The report is in { $report }
screen-fault-untold = the screen had a fault and was closed. Everything done is saved.

# Plans.
screen-planning = planning… · { $key-plan } stops
screen-planning-pieces = planning… { $done } of { $of } · { $key-plan } stops
screen-planning-last = planning… last touches · { $key-plan } stops
screen-no-plan = There is no plan here. { $key-plan } works one out.
screen-plan-would = { $changes ->
        [one] The plan would change one assignment
       *[other] The plan would change { $changes } assignments
    }: { $came } come, { $went } go, { $altered } change.
screen-changes = Changes
column-now = now
column-planned = planned
column-of = asked
column-bound = possible
level-gaps = Gaps
level-hours = Hours
told-plan-called-off = Planning called off.
told-plan-same = Planned: nothing to change, the roster is as good as it gets.
told-plan-stopped = The time ran out before anything better was found: a longer search may find it.
screen-plan-stopped = The time ran out: this is what was found by then, and a longer search may reach more.
told-plan-waits = The plan is worked out: { $key-plan } shows it.
told-plan-stale = The roster changed while the plan was worked out. { $key-plan } plans again.
told-plan-failed = Planning failed: { $detail }
screen-all-day = 24 h

# What each screen shows, as its help begins.
about-overview = The whole strike: what is filled, and what would be left without everyone at risk of being called in to essential duty (worst case). Below are the gaps, the worst first; what runs now and next; and each region. { $key-left } and { $key-right } lead from list to list.
about-coverage = Sites and their lines, day by day. A cell is a shift: its sign, the heads on it, the heads wanted. The row of a region or a site shows the worst of its shifts, and how many gaps it has.
about-shift = One shift: at the left who stands on it and which posts are empty; at the right who could, the best first. { $key-right } leads on to everyone who can’t, each with the rule that says so.
about-members = Everyone, with the hours rostered each week and what binds them to essential duty.
about-member = One person: week by week what is rostered and when essential duty is, then every shift; the next one is under the cursor.
about-essential = What must go on during the strike, and who stays for it. Whoever is called in comes off the line.
about-plan = What a plan would change. Nothing is done until it is taken.
about-history = Everything that was done, the latest first, and by whom. From any entry on, all of it can be taken back.
about-help = Every key, and what it does.
about-line = One line as it is now: who is expected, who is there, who has not come. For the captain on the spot.
about-map = Where the sites are, each with the worst of today’s shifts; the small dots are where members start from. At the side, region by region.
about-start = What to start with.
about-preview = What would be done, row by row. Nothing is done until { $key-make } says so.
about-calls = Everyone who has to hear that something has changed, who can’t wait first.
about-findings = What was found out, to be read.

# A name and what is said of it.
said-of = { $name }: { $text }

# Whom to ring about what has changed.
tab-calls = Calls
busy-calls = Finding out whom to ring
told-calls-waits = Whom to ring is found: { $key-calls } shows it.
calls-unpublished = Nobody was told anything yet: { $key-publish } tells people.
calls-none = Nothing has changed since people were told (version { $version }): there is nobody to ring.
calls-sum = { $people ->
        [one] One person is to be rung about what has changed since version { $version }.
       *[other] { $people } people are to be rung about what has changed since version { $version }.
    }
calls-soon = { $count ->
        [one] One of them first: it begins within { $hours } hours.
       *[other] { $count } of them first: it begins within { $hours } hours.
    }
calls-reached = { $count ->
        [one] 1 person has been reached.
       *[other] { $count } people have been reached.
    }
calls-heard = reached
calls-how = { $key-ring } says the telephone; { $key-reached } ticks off who was reached; { $key-print } prints the list; when everyone knows, { $key-publish } makes the roster what people were told.
calls-added = new, { $after }
calls-removed = no longer, was { $before }
calls-time = was told { $times }
calls-duty = { $after }, was { $before }
