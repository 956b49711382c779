# What happens on a line and to people: forms, what is told in them, and what they answer.

pick-how-fields = enter chooses · tab tells more · esc leaves
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
    .how = now, else a time: 07:25, or 2026-12-08 07:25
field-time = Time
    .how = 07:25, or both: 07:25 11:30
field-correction = Why
    .how = what was wrong
told-no-site-here = Put the cursor on a site, a line or a shift first.

# Guests.
command-guests = count guests: people who are no members
    .hint = guests
pick-guests = Guests, { $shift }
guests-so-far = { $count ->
        [one] One guest is counted so far; these come on top.
       *[other] { $count } guests are counted so far; these come on top.
    }
guests-do = { $count ->
        [one] Count one guest
       *[other] Count { $count } guests
    }
guests-how = How many came? They are counted, not named.
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
sign-at-nothing = nothing on the sheet yet
sign-at-how = A time is written 07:25, 7h25 or 725; two of them are in and out

# A correction.
pick-correct = A correction
correct-why = The week of { $week } is signed off: it changes only by a correction, and the reason is kept.
correct-how = Type the reason: without one it stays as it was signed off
correct-do = Correct it
