# Repairs: who would come, who would go where, so that a gap is filled and no other opens. And what if: two strikes beside each other.

repair-comes = { $who } comes to { $to } [{ $duty }]
    .here = { $who } comes here [{ $duty }]
repair-changes = { $who } changes post from { $was } to { $duty }: { $to }
    .here = { $who } changes post here, from { $was } to { $duty }
repair-goes = { $who } goes from { $from } to { $to }
    .here = here
repair-leaves = { $who } is not needed any more at { $from }
    .here = { $who } is not needed here any more
repair-barred = { $who } can’t stay at { $from } ({ $rule })
    .here = { $who } can’t stay here ({ $rule })
repair-barred-from = { $shift } ({ $place }): who can’t stay, by the rules and numbers as they are now
repair-of = { $shift } ({ $place }): { $brings } of { $missing } missing would come by these moves
repair-hours = { $shift } ({ $place }): { $earned } h of strike duty would be made up by these moves
repair-none = { $shift } ({ $place }): no move fills it; what would have to be granted is told by `picket why { $shift }`
repair-full = Nothing is missing there.
repair-no-gaps = There is no gap.
repair-sum = { $gaps ->
        [0] No gap to fill
        [one] One gap looked at
       *[other] { $gaps } gaps looked at
    }; { $people ->
        [0] nobody would be told anything new
        [one] one person would be told something new
       *[other] { $people } people would be told something new
    }.
repair-stuck = { $count ->
        [one] No move fills one of the gaps
       *[other] No move fills { $count } of the gaps
    }: `picket gaps` lists them, `picket why SHIFT` tells what would have to be granted.
cli-why-moves = These moves would bring { $brings } of { $missing } (`picket repair { $shift }` makes them):
cli-nothing-repair = Nothing to repair, or nothing that moves alone can fill.
done-repair = Repaired { $shifts ->
        [one] { $shift }
       *[other] { $shifts } shifts
    }: { $brings ->
        [0] no post was empty
        [one] one post filled
       *[other] { $brings } posts filled
    }, { $people ->
        [one] one person moved
       *[other] { $people } people moved
    }
    .with-earned = { $earned } h of strike duty made up

done-hold = Held the line: { $brings ->
        [0] no post was empty
        [one] one post filled
       *[other] { $brings } posts filled
    }, { $people ->
        [one] one person moved
       *[other] { $people } people moved
    }
    .with-earned = { $earned } h of strike duty made up
hold-nothing = The line holds: no move would make the plan any better.

cli-what-if-nothing = nothing is supposed: give --close, --out, --full, --minimum, --target, --reach or --essential
cli-what-if-reach = the reach is a number of kilometres, zero or more
cli-what-if-now = now
cli-what-if-then = then
cli-what-if-more = difference
cli-what-if-part = { $filled } of { $of }
cli-what-if-gaps = gaps, of shifts
cli-what-if-assignments = assignments
cli-what-if-people = { $lost ->
        [0] No present assignment would lose its shift
        [one] One present assignment would lose its shift
       *[other] { $lost } present assignments would lose their shift
    }; { $told ->
        [0] nobody would be told anything new
        [one] one person would be told something new
       *[other] { $told } people would be told something new
    }.
cli-what-if-dropped = Nothing was written. To keep it:
cli-what-if-name = the name of a branch is one word: letters, digits, - and _, at most 40
cli-what-if-named = Kept as the branch { $name }: `picket what-if --list` shows it beside what stands, `--keep { $name }` makes it so, `--drop { $name }` drops it.
cli-branches-none = No branch is kept. `picket what-if … --name NAME` keeps one.
cli-branches-told = people told something new
cli-branch-unknown = there is no branch `{ $name }`; `picket what-if --list` names those that are kept
cli-branch-in-files = What { $name } supposes is a matter of the files: change strike.toml (phases), then `picket plan`.
cli-nothing-branch = That branch is kept already.
cli-nothing-branch-drop = There is no such branch.
cli-nothing-branch-take = Nothing would change.
branch-close = closed: { $value }
branch-out = out: { $value }
branch-full = everybody out
branch-minimum = minimum { $value } on every line
branch-target = target { $value } on every line
branch-reach = reach at least { $value } km
branch-essential = the agreement in { $value }
done-branch = Kept the branch { $branch }
done-branch-drop = Dropped the branch { $branch }
done-branch-take = Took the branch { $branch }: { $changes ->
        [one] one assignment changed
       *[other] { $changes } assignments changed
    }
done-make-so = { $what ->
        [close] { $place } closed
        [close-kind] { $count } sites closed ({ $kind })
        [out] { $place } out
        [out-kind] { $count } sites out ({ $kind })
        [full] Everybody out
        [minimum] Minimum { $by } on every line
        [target] Target { $by } on every line
        [agreement] Agreement: { $file }
       *[reach] A reach of at least { $km } km for everyone
    }: { $changes ->
        [0] no assignment changed
        [one] one assignment changed
       *[other] { $changes } assignments changed
    }
    .with-files = written into { $files }
cli-what-if-keep-close = close each site by `picket close`, then `picket plan`
cli-what-if-keep-out = change the phases in strike.toml, then `picket plan`
cli-what-if-keep-numbers = change minimum and target in strike.toml or sites.toml (or line by line on the screen), then `picket plan`
cli-what-if-keep-reach = change reach_km in strike.toml (and in the list of members), then `picket plan`
cli-what-if-keep-essential = name the file in strike.toml, `[files] essential = "…"`, then `picket plan`

fragile-sum = Of { $shifts ->
        [one] one shift to come that is no gap
       *[other] { $shifts } shifts to come that are no gaps
    }, { $alone ->
        [0] none
       *[other] { $alone }
    } would be short as soon as anyone stays away, and { $captains ->
        [0] none
       *[other] { $captains }
    } would be without a captain as soon as one does, whoever is moved.
fragile-shifts = One absence too many:
fragile-anyone = { $shift }: anyone
fragile-both = { $shift }: anyone; as captain { $who }
fragile-captain = { $shift }: as captain { $who }
fragile-carriers = Who carries most:
fragile-carrier = { $who }: { $shifts ->
        [one] one shift
       *[other] { $shifts } shifts
    }
fragile-waiting = { $posts ->
        [one] One person waiting then
       *[other] { $posts } people waiting, one for each of these times and places
    } (captains: { $captains }) would protect { $shifts ->
        [one] one shift
       *[other] { $shifts } shifts
    } from an absence.
fragile-nobody = Nobody on the list could come then: somebody has to give more time, or come from another local.
fragile-deputies = { $shifts ->
        [one] One shift that only its captain holds together is safe
       *[other] { $shifts } shifts that only their captain holds together are safe
    } as soon as one of those who stand there is named a captain too.
fragile-standbys = Where somebody waiting would help most:
fragile-standby = { $where }: { $who ->
        [captain] one captain
       *[anyone] one person
    }, for { $shifts ->
        [one] one shift
       *[other] { $shifts } shifts
    }

pick-what-if = What if
busy-holding = Holding the line
busy-what-if = Planning the strike as it would be
what-if-close = { $site } were closed from now on
what-if-close-kind = all { $count } sites of this kind were closed: { $kind }
what-if-out = { $site } came out from now on
what-if-out-kind = all { $count } sites of this kind came out: { $kind }
what-if-full = everybody were out from now on
what-if-minimum = the minimum of every line were { $more ->
        [one] one head
       *[other] { $more } heads
    } higher
what-if-target = { $more ->
        [one] one more head were
       *[other] { $more } more heads were
    } wanted on every line
what-if-agreement = the agreement were the one in { $file }
what-if-reach = everyone could be sent at least { $km } km
branches-show = the branches that are kept, side by side
branches-keep = keep it as a branch, to be held against what stands
branches-none = No branch is kept.
branches-take = make { $name } so
branches-drop = drop { $name }
what-if-keep-this-free = close it: it has no backup, everyone comes free
what-if-keep-this = close it, its people to the backup
branches-gaps = Gaps
branches-captain = Capt.
branches-skill = Skills
branches-minimum = Min.
branches-target = Target
branches-hours = Hours
branches-told = Told
branch-unfit = { $name }: the agreement it names can’t be used: { $detail }
branch-cancelled = { $name }: planning was called off.
branch-nowhere = { $name }: no file of this strike holds the site { $site }, so its numbers can’t be written.
branch-no-files = { $name }: with its numbers the files would not hold together: { $detail }
branch-not-done = { $name }: { $detail }
