# Why a member may not stand on a shift: rules and coverage.

# The rules by name, for headings and lists.
rule-overlap = another shift then
rule-essential = essential duty
rule-pool = essential pool
rule-status = not active
rule-availability = not available
rule-reach = out of reach
rule-restriction = restriction
rule-daily = shifts that day
rule-weekly = hours that week
rule-rest = rest
rule-maximum = shift at its maximum
rule-skill = lacks the skill
rule-closed = no such shift

# How many members a rule takes away: “61 on essential duty”.
lost-overlap = { $count } on another shift then
lost-essential = { $count } on essential duty
lost-pool = { $count } held in an essential pool
lost-status = { $count } not active
lost-availability = { $count } not available
lost-reach = { $count } out of reach
lost-restriction = { $count } kept off by a restriction
lost-daily = { $count } with no shift left that day
lost-weekly = { $count } with no hours left that week
lost-rest = { $count } without enough rest
lost-maximum = { $count } by the shift’s maximum
lost-skill = { $count } without the skill
lost-closed = { $count } because the shift does not exist

# One refusal, with its particulars. A clause that can stand behind a name.
refusal-overlap = on { $shift } at that time
refusal-essential = essential duty { $when }, { $duty }
refusal-essential-buffer = essential duty { $when }, { $duty } (and { $buffer } clear before and after)
refusal-essential-always = essential duty throughout, { $duty }
refusal-essential-never = on essential duty, and the strike’s rules allow no picketing off duty: { $duty }
refusal-pool = pool { $duty }: can spare { $spare }, and { $standing } already on a line { $at }
refusal-pool-none = pool { $duty }: can spare nobody { $at }
refusal-status = { $status ->
    [leave] on leave
    [ltd] on long-term disability
    [wsib] on workers’ compensation (WSIB)
    [parental] on parental leave
    [excluded] excluded from the bargaining unit
    [arbitration] no right to strike (arbitration)
   *[other] not active: { $status }
}
refusal-availability = shift lies outside the times the member gave
refusal-availability-shut = not available { $when }
refusal-availability-always = not available at any time
refusal-reach = { $km } km away, reach { $reach } km
refusal-reach-unknown = no way to tell the distance, and the site is neither home nor asked for
refusal-restriction-nights = no nights: the shift touches 22:00–06:00
refusal-restriction-no-line = alternate duty only: never on a line
refusal-restriction-amenity = { $amenity ->
    [seating] needs seating; the site has none
    [accessible] needs an accessible site; this one is not
    [shelter] needs shelter; the site has none
    [washroom] needs a washroom; the site has none
   *[other] needs { $amenity }; the site has none
}
refusal-daily = { $most ->
    [one] already on { $shift }, 1 shift a day at most
   *[other] already on { $shift }, { $most } shifts a day at most
}
refusal-daily-none = the strike’s rules allow no shift a day
refusal-weekly = already { $rostered } of { $most } that week
refusal-weekly-over = { $rostered } that week; { $more } more would pass { $most }
refusal-rest = only { $rest } of rest between this and { $shift }, { $least } needed
refusal-rest-after = only { $rest } of rest after { $shift } ends, { $least } needed
refusal-rest-before = only { $rest } of rest before { $shift } starts, { $least } needed
refusal-rest-none = no rest between this and { $shift }, { $least } needed
refusal-maximum = { $most ->
    [one] the shift has its maximum of 1 head
   *[other] the shift has its maximum of { $most } heads
}
refusal-post-held = { $posts ->
    [0] the shift has no { $duty } post
    [one] the { $duty } post is held
   *[other] all { $posts } { $duty } posts are held
}
refusal-skill = lacks the skill: { $duty }

# Why a shift does not exist.
closed-form = not a shift id: one is written SITE/LINE/YYYY-MM-DD/TEMPLATE
closed-site = there is no site { $id }
    .near = there is no site { $id }; did you mean { $near }?
closed-line = the site has no line { $id }
closed-template = there is no shift template { $id }
    .near = there is no shift template { $id }; did you mean { $near }?
closed-horizon = the date is not one of the plan’s days ({ $days })
closed-not-here = the template does not run at that line
closed-weekday = the template does not run on that weekday
closed-no-length = the clock change leaves the shift no length
closed-no-phase = no phase of the strike covers its start
closed-phase = { $mode ->
    [work_to_rule] work to rule then: no lines
    [suspended] the strike is suspended then: no lines
    [settled] the strike is settled by then: no lines
   *[other] no lines in that phase
}
closed-not-out = a rotating strike, and the site is not out then
closed-not-lawful = it starts before the strike is lawful ({ $at })
closed-information-only = an information shift, and no information phase then
closed-not-information = an information phase then, and not an information shift
closed-stand-down = picketing stands down there then
closed-stand-down-reason = picketing stands down there then: { $reason }
closed-cap = a court order allows nobody there then
closed-cap-order = a court order allows nobody there then: { $order }

# Coverage words.
coverage-open = open
coverage-short = short
coverage-captain = captain missing
coverage-skill = skill missing
coverage-thin = thin
coverage-full = full

# Posts.
duty-name = { $duty ->
    [captain] captain
    [picket] picket
    [first_aid] first aid
    [marshal] marshal
    [driver] driver
    [french] French
   *[other] { $duty }
}
