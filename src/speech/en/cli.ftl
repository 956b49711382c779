# What the command line says.

cli-error = error
cli-warning = warning
cli-warned = { $count ->
        [one] one warning about the files; `picket check` shows it
       *[other] { $count } warnings about the files; `picket check` shows them
    }
cli-no-problems = No problems.
cli-checked = { $strike }: { $members ->
        [one] { $members } member
       *[other] { $members } members
    }, { $sites ->
        [one] { $sites } site
       *[other] { $sites } sites
    }, { $lines ->
        [one] { $lines } line
       *[other] { $lines } lines
    }, { $shifts ->
        [one] { $shifts } shift
       *[other] { $shifts } shifts
    }; roster version { $version }, { $assignments ->
        [one] { $assignments } assignment
       *[other] { $assignments } assignments
    }.
cli-version = Roster version { $version }.

# What can't be understood on the command line.
cli-usage = too few or too many words; write: { $usage }
cli-shift-missing = the shift is missing; write: { $usage }, a shift as SITE/LINE/YYYY-MM-DD/TEMPLATE
cli-bad-moment = `{ $text }` is not an instant: write 06:00 (of today), 2026-12-08T06:00, 2026-12-08T06:00:00-05:00 or now
cli-bad-when = `{ $text }` is not an instant: write 2026-12-08T06:00, 2026-12-08T06:00:00-05:00 or now
cli-bad-day = `{ $text }` is not a day: write YYYY-MM-DD
cli-bad-limit = the time limit is a number of seconds, 0 or more
cli-bad-time = `{ $text }` is not a time (`{ $word }`): write days, dates and hours as in an availability, without `not`: 2026-12-09, "mon 07:00-12:00"
cli-no-time = no time is told: write days, dates and hours as in an availability: 2026-12-09, "mon 07:00-12:00"
cli-bad-shift = `{ $id }` is not a shift id: one is written SITE/LINE/YYYY-MM-DD/TEMPLATE
cli-no-member = there is no member `{ $id }`
    .near = there is no member `{ $id }`; did you mean `{ $near }`?
cli-no-site = there is no site `{ $id }`
    .near = there is no site `{ $id }`; did you mean `{ $near }`?
cli-no-place = no site, kind of site or region is called `{ $id }`
    .near = no site, kind of site or region is called `{ $id }`; did you mean `{ $near }`?
    .none = this strike has no site that is `{ $id }`
cli-no-duty = there is no post `{ $id }`: posts are captain, picket and the skills of the strike
    .near = there is no post `{ $id }`; did you mean `{ $near }`?
cli-no-requirement = the agreement has no requirement `{ $id }`
    .near = the agreement has no requirement `{ $id }`; did you mean `{ $near }`?
cli-no-command = there is neither a folder nor a command `{ $word }`; did you mean `{ $near }`?
cli-dir-first = the folder goes after the command: picket COMMAND { $dir }
cli-no-sheet = there is no sheet `{ $what }`; there is: { $known }
cli-no-format = { $what } does not come as `{ $format }`; it comes as { $known }
cli-json-format = with --json a sheet comes as json: leave `--format { $format }` out, or name a file with --out
cli-out-of-strike = { $path } is a file of the strike; nothing was written
cli-out-no-file = { $path } is not a file; nothing was written
cli-out-no-folder = { $path } is not a folder; nothing was written
cli-export-option = `{ $option }` means nothing to { $what }; it goes with { $known }
cli-out-disk = nothing was written: { $detail }
    .part = not every sheet was written: { $detail }
cli-generate-size = a strike is written with 1 to { $members } members, 1 to { $sites } sites, and 1 to { $days } days
cli-generate-taken = the folder already holds a strike ({ $path }); nothing was written
cli-generated = Wrote a fictional strike of { $members ->
        [one] { $members } member
       *[other] { $members } members
    }, { $sites ->
        [one] { $sites } site
       *[other] { $sites } sites
    } and { $days ->
        [one] { $days } day
       *[other] { $days } days
    } into { $path }.

# The record.
cli-record-busy = roster.db is being written by another program: process { $pid }. Try again when it is done; nothing was changed.
    .program = roster.db is being written by another program: { $program }, process { $pid }. Try again when it is done; nothing was changed.
    .user = roster.db is being written by { $user }: { $program }, process { $pid }. Try again when it is done; nothing was changed.
cli-record-busy-unknown = roster.db is being written by another program. Try again when it is done; nothing was changed.
cli-record-read-only = roster.db can be read but not written
cli-io = { $path }: { $detail }
cli-database = roster.db: { $detail }

# Actions.
cli-nothing-assign = Already there; nothing to change.
cli-nothing-publish = This version is published already.
cli-nothing-to-undo = there is nothing to undo
cli-nothing-to-back = nobody said that this member would be away then
cli-nothing-to-redo = there is nothing to redo
cli-not-there = { $who } does not stand on { $shift }
cli-overtaken = meanwhile { $actor } changed the roster ({ $what }); nothing was stored
cli-refused = the rules refuse this:
cli-refused-reason = what is marked † can be set aside with --reason TEXT; the reason is kept and printed
# The rules, in one word each.
cli-rule-overlap = overlap
cli-rule-essential = essential
cli-rule-pool = pool
cli-rule-status = status
cli-rule-availability = availability
cli-rule-reach = reach
cli-rule-restriction = restriction
cli-rule-daily = day
cli-rule-weekly = week
cli-rule-rest = rest
cli-rule-maximum = maximum
cli-rule-skill = skill
cli-rule-closed = no shift
cli-no-history = Nothing has been done yet.
cli-undone = undone

# What the journal's entries did. The parts `.with-…` follow when they are told.
done-plan = Planned: { $added } came, { $removed } went, { $altered } changed
done-assign = { $who } put on { $shift } as { $duty }
    .with-pinned = pinned
    .with-overrides = set aside: { $overrides }
    .with-reason = reason: { $reason }
done-duty = { $who } now { $duty } on { $shift }
    .with-overrides = set aside: { $overrides }
    .with-reason = reason: { $reason }
done-unassign = { $who } taken off { $shift }
done-pin = { $who } pinned on { $shift }
    .with-reason = reason: { $reason }
done-unpin = { $who } unpinned on { $shift }
done-publish = Version { $version } published
    .with-note = { $note }
done-absent = { $who } absent { $time }; { $freed ->
        [0] no shift came free
        [one] one shift came free
       *[other] { $freed } shifts came free
    }
    .with-outside = no day of the plan
    .with-code = code { $code }
    .with-alternate = { $alternate } stands in
done-callin = { $who } called in { $time }; { $freed ->
        [0] no shift came free
        [one] one shift came free
       *[other] { $freed } shifts came free
    }
    .with-outside = no day of the plan
    .with-requirement = to { $requirement }
    .with-alternate = { $alternate } stands in
done-back = { $who } can stand again; { $stands ->
        [0] no shift was given back
        [one] one shift was given back
       *[other] { $stands } shifts were given back
    }
    .with-time = { $time }
done-undo = Undone: entry { $of }, { $what }
done-take-back = Taken back alone: entry { $of }, { $what }
done-redo = Redone: entry { $of }, { $what }

# Gaps, and why.
cli-gaps-sum = { $gaps ->
        [0] No gaps
        [one] { $gaps } gap
       *[other] { $gaps } gaps
    } in { $shifts ->
        [one] { $shifts } shift
       *[other] { $shifts } shifts
    }
cli-gaps-why = `picket why{ $dir } SHIFT` tells why a shift is short and who could fill it.
cli-gaps-fewer = `--site ID` and `--day YYYY-MM-DD` list the gaps of one site, of one day.
# Of what kind a gap is, in a table; and so many of them.
cli-gap-open = open
    .count = { $count } open
cli-gap-short = short
    .count = { $count } short
cli-gap-captain = captain
    .count = { $count ->
        [one] { $count } without a captain it needs
       *[other] { $count } without a captain they need
    }
cli-gap-skill = skill
    .count = { $count ->
        [one] { $count } without a skill it needs
       *[other] { $count } without a skill they need
    }
cli-gaps-status = gap
cli-gaps-when = when
cli-gaps-shift = shift
cli-gaps-heads = heads
cli-gaps-no-day = No gaps: { $day } is not one of the plan’s days ({ $days }).
cli-gaps-minimum = min
cli-gaps-target = target
cli-gaps-missing = missing
cli-gaps-missing-heads = { $count ->
        [one] { $count } head
       *[other] { $count } heads
    }
cli-gaps-missing-captains = { $count ->
        [one] { $count } captain
       *[other] { $count } captains
    }
cli-numbers = { $heads ->
        [one] { $heads } head
       *[other] { $heads } heads
    }, { $target } wanted, minimum { $minimum }; worst case { $worst }
cli-numbers-captains = { $count ->
        [one] { $count } captain missing
       *[other] { $count } captains missing
    }
cli-numbers-skills = missing { $needs }
cli-eligible = { $eligible ->
        [0] none of { $members } members could stand there
       *[other] { $eligible } of { $members } members could stand there, counting those who do
    }
    .captain = { $eligible ->
        [0] none of { $members } members could be captain there
       *[other] { $eligible } of { $members } members could be captain there, counting those who are
    }
    .skill = { $eligible ->
        [0] none of { $members } members could hold the vacant post
       *[other] { $eligible } of { $members } members could hold the vacant post, counting those who stand there
    }
cli-lost = { $eligible }; what keeps the rest off:
cli-skilled-captain = { $members ->
        [0] no member is a captain
        [one] of the one captain: { $counts }
       *[other] of the { $members } captains: { $counts }
    }
cli-skilled-skill = { $members ->
        [0] no member has it ({ $skills })
        [one] of the one who has it ({ $skills }): { $counts }
       *[other] of the { $members } who have it ({ $skills }): { $counts }
    }
cli-skilled-can = { $count } could or does
cli-elsewhere = { $count ->
        [0] nobody else could come, not even by leaving another shift
        [one] one more could come, but only by leaving another shift
       *[other] { $count } more could come, but only by leaving other shifts
    }
    .captain = { $count ->
        [0] no other captain could come, not even by leaving another shift
        [one] one more captain could come, but only by leaving another shift
       *[other] { $count } more captains could come, but only by leaving other shifts
    }
    .skill = { $count ->
        [0] nobody else who has it could come, not even by leaving another shift
        [one] one more who has it could come, but only by leaving another shift
       *[other] { $count } more who have it could come, but only by leaving other shifts
    }
cli-fillable = { $more ->
        [0] no moves were found that put anyone else there without opening another gap
       *[other] { $more } more could be put there without opening another gap
    }
    .target = { $more ->
        [0] no moves were found that put anyone else there without opening a gap
       *[other] { $more } more could be put there without opening a gap, though other shifts may then have fewer than wanted
    }
cli-unproven = whether another roster could do better is proven neither way
cli-levers = What would fill it, if it were granted:
cli-lever = { $what }: { $who }
    .part = { $what } (brings { $brings } of { $missing }): { $who }
    .then = then { $what }: { $who }
cli-lever-more = { $who } and { $count } more
cli-lever-at = { $what }, { $shift }
cli-lever-instead = { $what }, instead of another shift
cli-lever-moves = then { $step }
cli-lever-captain = naming one of those who stand there a captain
cli-lever-skill = { $duty }, if one of those who stand there has it and the list doesn’t say so
cli-lever-availability = asking for a time that was not offered
cli-lever-rest = less rest, set aside with a reason
cli-lever-weekly = a shift beyond the hours of the week
cli-lever-daily = another shift the same day
cli-lever-reach = a longer way than usual, up to { $km } km
cli-lever-spare = fewer of the pool kept off the line, { $duty }
cli-lever-release = release from essential duty, { $duty }
cli-lever-minimum = a minimum of { $to } instead of { $now }
cli-lever-backup = giving the shift up, and sending to { $shift } who may go there
cli-why-over = The shift is over: nobody can be put there in time any more.
cli-why-full = The shift is full.
cli-standing = { $count ->
        [0] Nobody stands there.
        [one] { $count } member stands there:
       *[other] { $count } members stand there:
    }
cli-standing-pinned = pinned
cli-standing-hand = by hand
cli-standing-risk = may be called away
# What is proven: that it is the best there is, or that something stays vacant.
cli-proof-best = no roster can do better
cli-proof-least = not all can be filled
cli-proof-moves = moving people only moves the gap
cli-proof-more = and { $count ->
        [one] one more line
       *[other] { $count } more lines
    }
cli-bottleneck-heads = { $shifts ->
        [one] { $claim }: the shift needs { $posts ->
            [one] { $posts } head
           *[other] { $posts } heads
        }, and { $members ->
            [0] nobody can ever come
            [one] only one member can ever come
           *[other] only { $members } members can ever come
        }
       *[other] { $claim }: { $shifts } shifts together need { $posts } heads, and { $members ->
            [one] the one who can come to any of them can fill { $capacity }
           *[other] the { $members } who can come to any of them can fill { $capacity }
        }
    }
    .target = { $shifts ->
        [one] { $claim }: the shift wants { $posts ->
            [one] { $posts } head
           *[other] { $posts } heads
        }, and { $members ->
            [0] nobody can ever come
            [one] only one member can ever come
           *[other] only { $members } members can ever come
        }
       *[other] { $claim }: { $shifts } shifts together want { $posts } heads, and { $members ->
            [one] the one who can come to any of them can fill { $capacity }
           *[other] the { $members } who can come to any of them can fill { $capacity }
        }
    }
cli-bottleneck-captains = { $shifts ->
        [one] { $claim }: the shift asks for { $posts ->
            [one] a captain
           *[other] { $posts } captains
        }, and { $members ->
            [0] no captain can ever come
            [one] only one captain can ever come
           *[other] only { $members } captains can ever come
        }
       *[other] { $claim }: { $shifts } shifts together ask for { $posts } captains, and { $members ->
            [one] the one captain who can come to any of them can fill { $capacity }
           *[other] the { $members } captains who can come to any of them can fill { $capacity }
        }
    }
cli-bottleneck-skills = { $shifts ->
        [one] { $claim }: the shift asks for { $posts ->
            [one] someone
           *[other] { $posts }
        } with a skill ({ $skills }), and { $members ->
            [0] nobody who has it can ever come
            [one] only one who has it can ever come
           *[other] only { $members } who have it can ever come
        }
       *[other] { $claim }: { $shifts } shifts together ask for { $posts } with a skill ({ $skills }), and { $members ->
            [one] the one who has it and can come to any of them can fill { $capacity }
           *[other] the { $members } who have it and can come to any of them can fill { $capacity }
        }
    }
cli-no-candidates = Nobody else may stand there.
cli-candidates = { $count ->
        [one] { $count } member may stand there:
       *[other] { $count } members may stand there, best first:
    }
cli-candidates-more = and { $count } more
cli-candidate-week = { $week } that week
cli-candidate-km = { $km } km
cli-candidate-site = asked for the site ({ $rank })
cli-candidate-shift = asked for the shift ({ $rank })
cli-candidate-risk = may be called away
cli-why-stands = { $who } stands on { $shift } as { $duty }, and may.
cli-why-stands-against = { $who } stands on { $shift } as { $duty }, against:
cli-why-may = { $who } may stand on { $shift } as { $duty }.
cli-why-may-not = { $who } may not stand on { $shift } as { $duty }:
cli-why-absent = noted absent { $time }; `picket back { $member }` takes it back
cli-why-callin = called in { $time }; `picket back { $member }` takes it back
cli-why-closed = There is no shift { $shift }: { $why }.

# Plans.
cli-planned = Planned in { $seconds } s: { $changes ->
        [0] nothing to change
        [one] { $changes } change
       *[other] { $changes } changes
    }; { $assignments ->
        [one] { $assignments } assignment
       *[other] { $assignments } assignments
    }, roster version { $version }.
cli-plan-dry = Dry run of { $seconds } s: { $changes ->
        [0] nothing would change
        [one] { $changes } change
       *[other] { $changes } changes
    }; { $assignments ->
        [one] { $assignments } assignment
       *[other] { $assignments } assignments
    }. Nothing was stored; the roster stays at version { $version }.
cli-plan-stopped = The planning was stopped early, by the time limit of { $limit } s: this is what it had reached by then, and a longer run may reach more.
    .nothing = The planning was stopped early, by the time limit of { $limit } s, before it found anything better than the roster as it stands. That does not say there is nothing better: give it longer.
cli-plan-next-gaps = Next: `picket gaps{ $dir }` lists the gaps, `picket why{ $dir } SHIFT` tells why.
cli-plan-next-publish = Next: `picket publish{ $dir }` once people are told.
cli-level = level
cli-level-filled = filled
cli-level-of = asked
cli-level-bound = at most
cli-level-all = all filled
cli-level-best = proven best
cli-level-more = at most { $more } more possible
cli-level-captain = captains
cli-level-skill = skills
cli-level-minimum = heads to minimum
cli-level-target = heads to target
cli-level-hours = hours
