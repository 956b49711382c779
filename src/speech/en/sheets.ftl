# The sheets beside the roster: sign-in, captain’s copy, essential duty, coverage, one person’s weeks.

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
signin-walk-ins = Walk-ins and guests: write the name above the number; guests write “guest”.
signin-totals = This sheet: { $people ->
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
