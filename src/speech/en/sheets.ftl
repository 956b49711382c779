# The sheets beside the roster: sign-in, captain’s copy, essential duty, coverage, one person’s weeks.

# The sheets by name, for the titles of pages.
sheet-roster = Roster
sheet-signin = Sign-in sheets
sheet-captain = Captain’s copy
sheet-calls = Calls to make
sheet-changes = Changes
sheet-hours = Strike-duty hours
sheet-essential = Essential-duty roster
sheet-coverage = Coverage
sheet-member = My strike duty
sheet-report = Captain’s daily report
sheet-board = Headquarters board
sheet-calendar = Strike calendar
sheet-tree = Telephone tree
sheet-short = Short of hours
sheet-map = Map

# Sign-in sheets.
signin-title-bare = Sign-in sheet
signin-title = Sign-in sheet: { $shift }
signin-captains = { $count ->
        [one] Captain: { $names }
       *[other] Captains: { $names }
    }
signin-no-captain = No captain is rostered: whoever leads the line signs at the end.
signin-rule = Sign when you come and when you go. What is not signed can’t be counted.
signin-column-in = In
signin-column-signature = Signature
signin-column-out = Out
signin-column-hours = Hours
signin-column-initials = Init.
signin-remarks = Remarks
signin-blank = Member no. _____________  Local ________
signin-walk-ins = Walk-ins, members who are not on the list: write the name above the number.
signin-guest = Union or group ______________________
signin-guests = Guests, who are no members; one may sign for a group. How many in all: ______
signin-totals = Shift { $shift }: { $people ->
        [one] 1 person
       *[other] { $people } people
    } rostered for { $places ->
        [one] 1 place
       *[other] { $places } places
    }. Init.: the captain’s initials.
signin-office = For the office: hours to report to each home local
signin-owed = Local { $local }: { $people ->
        [one] 1 person
       *[other] { $people } people
    } rostered; hours owed
signin-owed-none = No local told: { $people ->
        [one] 1 person
       *[other] { $people } people
    } rostered; hours owed
signin-owed-other = Walk-ins of other locals: local, hours
signin-captain-signs = The hours above are as signed. Captain:
signin-end = End of the sign-in sheets: { $sheets ->
        [one] 1 sheet
       *[other] { $sheets } sheets
    }, { $people ->
        [one] 1 name
       *[other] { $people } names
    }.

# The captain’s copy.
captain-title = CAPTAIN’S COPY – CONFIDENTIAL
captain-secret = For captains only: it has telephone numbers. Keep it on you, and destroy it when the day is over.
captain-headquarters = Headquarters: { $phone }
captain-headquarters-blank = Headquarters: ______________________
captain-column-phone = Telephone
captain-vehicles = Vehicles: { $minutes ->
        [0] not held at all.
        [one] held no longer than 1 minute each.
       *[other] held no longer than { $minutes } minutes each.
    }
captain-tenants = Not on strike, let through: { $tenants }.
captain-amenity = { $amenity ->
        [washroom] washroom
        [parking] parking
        [transit] public transit
        [shelter] shelter
        [seating] seating
        [accessible] accessible
       *[other] { $amenity }
    }
captain-amenities = Here: { $here }. Not here: { $missing }.
captain-amenities-all = Here: { $here }.
captain-amenities-none = Here: no washroom, parking, transit, shelter or seating, and not accessible.
captain-relieves = { $at }: relieves { $shift } – { $who }
captain-relieved = { $at }: relieved by { $shift } – { $who }
captain-last = { $at }: nobody relieves this shift; the line ends.
captain-pause = { $at }: nobody relieves this shift; the line stands again at { $again }.
captain-nobody = no captain yet
captain-instruction = { $what ->
        [nights] let go before 22:00, not to be kept on
        [seating] offer a seat
        [accessible] place on level, accessible ground
        [shelter] place within reach of shelter
        [washroom] let go to the washroom at any time
       *[other] { $what }
    }
captain-end = End of the captain’s copies: { $sheets ->
        [one] 1 sheet
       *[other] { $sheets } sheets
    }, { $people ->
        [one] 1 assignment
       *[other] { $people } assignments
    }.

# Essential duty.
hours-always = all the time
hours-every-day = every day
hours-not = not { $hours }
essential-title = Essential-duty roster
essential-version = Roster version { $version }
essential-everywhere = All sites
essential-agreement = Agreement version { $version }
essential-agreement-signed = Agreement version { $version }, signed { $signed }
essential-agreement-unnumbered = Agreement signed { $signed }
essential-nothing = Nothing is required here.
essential-column-kind = Kind
essential-column-hours = On duty
essential-part = ESSENTIAL: { $required } on duty
essential-part-emergency = EMERGENCY: { $required } when called
essential-normal = normally { $people ->
        [one] 1 person
       *[other] { $people } people
    }
essential-trigger = starts with: { $trigger }
essential-not-today = not on this day
essential-nobody = Nobody is designated.
essential-pool = { $required } of the pool of { $pool } in each window
essential-alternate-for = in place of { $name }
essential-on-call = when called, within { $minutes } min
essential-on-call-bare = when called
essential-log = Log of call-ins
essential-no-calls = Nobody has been called in.
essential-call = called in
essential-call-any = service not told
essential-called = { $service }: { $hours }. Called { $at }.
essential-totals = This sheet: { $services ->
        [one] 1 service
       *[other] { $services } services
    }, { $people ->
        [one] 1 designation
       *[other] { $people } designations
    }, { $calls ->
        [one] 1 call-in
       *[other] { $calls } call-ins
    }.
essential-end = End of the essential-duty roster: { $sheets ->
        [one] 1 sheet
       *[other] { $sheets } sheets
    }, { $people ->
        [one] 1 designation
       *[other] { $people } designations
    }, { $calls ->
        [one] 1 call-in
       *[other] { $calls } call-ins
    }.

# Coverage.
coverage-title = Coverage
coverage-everywhere = All sites
coverage-column-line = Site and line
coverage-all = All of these
coverage-legend = Places filled/wanted, never netted between shifts, and the worst there is: { $signs }; no sign: full. In brackets below, where it differs: the worst case, without those who may be called away.
coverage-end = End of the coverage: { $shifts ->
        [one] 1 shift
       *[other] { $shifts } shifts
    }, { $people ->
        [one] 1 assignment
       *[other] { $people } assignments
    }, { $gaps ->
        [one] 1 gap
       *[other] { $gaps } gaps
    }; worst case { $worst_gaps ->
        [one] 1 gap
       *[other] { $worst_gaps } gaps
    }.
picture-language = en
picture-at-risk = ◥ worse in the worst case

# One person’s weeks.
member-title = My strike duty
member-local = local { $local }
member-nothing = No shifts so far.
member-week = Week of { $days }
member-hours = { $hours } rostered; { $full } is a full week
member-post = Post: { $post }
member-added = new since the roster was published
member-time = other hours since the roster was published: { $was }
member-duty = another post since the roster was published
member-off = You are off this shift: it was yours when the roster was published.
member-off-short = OFF
member-service = essential duty
member-alternate = You may be called away to essential duty, in place of { $name }: { $service }.
member-on-call = You may be called in to essential duty: { $service }.
member-pool = You are one of a pool for essential duty, and so not free on every day: { $service }.
member-always = You are on essential duty all the time: { $service }.
member-totals = This sheet: { $shifts ->
        [one] 1 shift
       *[other] { $shifts } shifts
    }, { $hours }{ $off ->
        [0] .
       *[other] ; taken off since the roster was published: { $off }.
    }

# The captain’s report of the day.
report-title = Captain’s daily report
report-column-shift = Shift
report-column-wanted = Wanted
report-column-rostered = Rostered
report-column-came = Came
report-column-walk-ins = Walk-ins
report-column-no-shows = No-shows
report-column-hours = Hours
report-still = signed in and not out: { $count }
report-guests = guests: { $count } ({ $who })
report-guests-bare = guests: { $count }
report-absent = Did not come:
report-hand-overs = Hand-overs noted:
report-hand-over = { $at } – from { $from } to { $to }
report-hand-over-bare = { $at } – to { $to }
report-incidents = Incidents noted:
report-incident = { $at } – { $facts }
report-whole-site = Whole site
report-ask-more-incidents = More incidents, or more about them:
report-ask-weather = Weather, road, state of the line:
report-ask-vehicles = Vehicles stopped, deliveries turned away, times:
report-ask-incidents = Incidents: time, place, who was there, what was said (quote it), plate numbers:
report-ask-police = Police, management, security, media: names, badge numbers, what was agreed:
report-ask-health = Injuries, illness, people sent home:
report-ask-supplies = Needed: wood, water, food, signs, first aid, relief:
report-ask-tomorrow = For the next captain:
report-sign = Captain (name, signature, time):
report-totals = By the sign-in sheets: { $came ->
        [one] 1 person came
       *[other] { $came } people came
    }, of them { $walkins ->
        [one] 1 walk-in
       *[other] { $walkins } walk-ins
    }; { $missing ->
        [one] 1 no-show
       *[other] { $missing } no-shows
    }; { $guests ->
        [0] no guests
        [one] 1 guest
       *[other] { $guests } guests
    }; { $hours } on the line.
report-nothing-noted = Nobody is signed in yet; the numbers are to be written in by hand.
report-end = End of the reports: { $sheets ->
        [one] 1 sheet
       *[other] { $sheets } sheets
    }, { $shifts ->
        [one] 1 shift
       *[other] { $shifts } shifts
    }.

# The board at headquarters.
board-title = HEADQUARTERS BOARD
board-column-people = People
board-column-missing = Missing
board-column-captains = Captains
board-column-gaps = Gaps
board-column-worst = Worst
board-column-came = Came
board-region = Region { $region }
board-region-none = No region
board-closed = CLOSED.
board-closed-part = CLOSED for { $gone } of { $of ->
        [one] 1 shift
       *[other] { $of } shifts
    }.
board-closed-go = Go to { $site } instead.
board-closed-ring = No backup site to go to: ring headquarters.
board-gaps = { $gaps ->
        [0] no gap
        [one] 1 GAP
       *[other] { $gaps } GAPS
    }

# The strike’s calendar.
calendar-title = Strike calendar
calendar-statute = { $statute ->
        [lra] Labour Relations Act, 1995
        [cecba] Crown Employees Collective Bargaining Act, 1993
        [sbcba] School Boards Collective Bargaining Act, 2014
        [ccba] Colleges Collective Bargaining Act, 2008
        [federal] Canada Labour Code
       *[other] Another statute
    }
calendar-advice = Arithmetic on the dates in strike.toml, no more; what the law says is for your counsel.
calendar-legal = Legal dates
calendar-vote = Strike vote
calendar-no-board = No-board report mailed
calendar-notice = Notice served
calendar-agreement = Essential services agreement
calendar-untold = not told
calendar-sum = { $days ->
        [0] signed { $from }: not before { $at }
       *[other] { $from } + { $days } days = { $at }
    }
calendar-otherwise = Agreed otherwise
calendar-agreed = { $at } ({ $reason }); overrides the sums above
calendar-agreed-bare = { $at }; overrides the sums above
calendar-lawful = STRIKE LAWFUL FROM
calendar-phases = Phases
calendar-days = Days
calendar-no-phase = no phase: nothing runs
calendar-since = from { $time } { $mode }
calendar-shifts = { $shifts ->
        [0] no shifts
        [one] 1 shift
       *[other] { $shifts } shifts
    }
calendar-pay = strike week { $week }, full pay { $rate }
calendar-day = Day { $day }  { $date }
calendar-totals = This sheet: { $phases ->
        [one] 1 phase
       *[other] { $phases } phases
    }, { $days ->
        [one] 1 day
       *[other] { $days } days
    }.

# The telephone tree.
tree-title = TELEPHONE TREE – CONFIDENTIAL
tree-how = Headquarters rings whoever stands furthest left. Everyone rings those below and one step to the right, { $most } at most; whoever can’t be reached is skipped, and the caller rings that person’s people too. Tick who was told; the last ones ring headquarters back.
tree-end = End of the telephone trees: { $sheets ->
        [one] 1 sheet
       *[other] { $sheets } sheets
    }, { $people ->
        [one] 1 assignment
       *[other] { $people } assignments
    }.
tree-nobody = Nobody stands on this shift.

# Short of hours.
short-title = Short of hours
short-column-to-come = To come
short-column-short = Short
short-how = A full week is { $full }. Credited so far, and rostered from now on.
short-nobody = Nobody is short of a full week ({ $full }).
short-totals = This week: { $people ->
        [one] 1 person short
       *[other] { $people } people short
    }, { $missing } in all.

# The map.
map-title = Map
map-site = filled { $filled } of { $of } places; gaps: { $gaps }, shifts: { $shifts }
map-totals = Sites on the map: { $sites }; without coordinates: { $missing }.

# Workbooks.
workbook-roster = Roster
workbook-shifts = Shifts
workbook-hours = Hours
workbook-ledger = Ledger
workbook-date = Date
workbook-starts = Starts
workbook-ends = Ends
workbook-site = Site
workbook-line = Line
workbook-shift = Shift
workbook-post = Post
workbook-member = Member
workbook-name = Name
workbook-local = Local
workbook-at-risk = May be called away
workbook-pinned = Pinned
workbook-aside = Set aside
workbook-id = Id
workbook-status = Status
workbook-heads = Heads
workbook-minimum = Minimum
workbook-target = Target
workbook-maximum = Maximum
workbook-captains = Captains
workbook-captains-wanted = Captains wanted
workbook-worst = Worst case
workbook-week = Week
workbook-strike-week = Strike week
workbook-rostered = Rostered (h)
workbook-attended = On line (h)
workbook-credited = Credited (h)
workbook-full = Full week (h)
workbook-full-pay = Full pay ($)
workbook-pay = Strike pay ($)
workbook-open = Not signed out
workbook-no-shows = No-shows
workbook-yes-no = { $yes ->
        [yes] yes
       *[no] no
    }

# Everything at once.
index-title = Index of the day’s files
index-how = * written now; the others say what they said before. The code stands on every page. Files in captains/ have telephone numbers: not for the print shop.
index-wall = For the wall and the clipboard: roster and sign-in sheets
index-captains = For captains only
index-stale = Of an earlier run, out of date: destroy
index-pages = { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    }, { $people ->
        [one] 1 person
       *[other] { $people } people
    }
index-totals = This index: { $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    }; written now: { $written }.

# Everything at once, and codes of sheets.
cli-filled = { $folder }: { $written ->
        [one] 1 file written
       *[other] { $written } files written
    }, { $kept ->
        [0] none left as it was
        [one] 1 left as it was
       *[other] { $kept } left as they were
    }{ $stale ->
        [0] . index.txt lists them.
        [one] . 1 file there is out of date; index.txt names it.
       *[other] . { $stale } files there are out of date; index.txt names them.
    }
cli-progress = { $done } of { $of } lines
cli-out-missing = name a place with --out: a file for a workbook, a folder for `all`
cli-bad-code = `{ $code }` is not a code: it has eight letters and digits, such as K7F3-9M2Q
cli-sheet-unknown = No sheet of this strike has the code { $code }, now or before. Read it once more from the paper. (Reports, boards, ledgers and lists of hours are known only as they would be printed now.)
cli-sheet-current = Up to date: { $place }, { $dates } ({ $what }), roster version { $now }.
cli-sheet-old = OUT OF DATE: { $place }, { $dates } ({ $what }) as it was in roster version { $version }, until { $until }. The roster is at version { $now }: print the sheet again.
