# The day on the line: sign-in sheets, hours and strike pay.

done-sign-in = { $who } signed in to { $shift } at { $time }
    .with-twice = { $twice ->
        [second] { $time } comes twice that night; this is the second
       *[first] { $time } comes twice that night; this is the first, and the second is written with /2 after it
    }
    .with-day = on { $day }, which is no day of the shift
    .with-walkin = a walk-in, not rostered here
    .with-late = { $late } after the start
    .with-open = still signed in to { $open }; sign out there too
    .with-here = { $here } people here now, { $maximum } allowed
    .with-by = by { $by }
    .with-correction = correction: { $correction }
done-sign-out = { $who } signed out of { $shift } at { $time }, after { $minutes }
    .with-twice = { $twice ->
        [second] { $time } comes twice that night; this is the second
       *[first] { $time } comes twice that night; this is the first, and the second is written with /2 after it
    }
    .with-day = on { $day }, which is no day of the shift
    .with-early = { $early } before the end
    .with-by = by { $by }
    .with-correction = correction: { $correction }
done-noshow = { $who } did not come to { $shift }
    .with-by = noted by { $by }
    .with-correction = correction: { $correction }

line-already-in = signed in already, at { $time }; sign out first
line-already-out = signed out already, at { $time }
line-not-in = not signed in to this shift
line-out-before-in = that is before the sign-in at { $time }
line-far = { $day } is more than a day from this shift
line-elsewhere = was on { $shift } from { $from } to { $to }
line-came-in = signed in at { $time }, and so did come
line-not-expected = not rostered on this shift: nobody to miss

cli-nothing-noshow = Noted already; nothing to change.
cli-bad-way = write `in` or `out`, not `{ $text }`
cli-bad-clock = `{ $text }` is not a time: write HH:MM, or an instant such as 2026-12-08T06:00
cli-many-members = `{ $id }` fits { $count } members: { $who }. Give the id.
cli-hours-whole = hours are counted over all sites and whole weeks: leave --site and --day out (--week DATE chooses a week)

# Hours and strike pay.
hours-title = Strike-duty hours and strike pay
hours-week-before = Before the strike: { $from } – { $to }
hours-week = Strike week { $number }: { $from } – { $to }
hours-rate = Full strike pay this week: { $rate } for { $full }.
hours-no-rate = No rate of strike pay is set for this week.
hours-open = signed in and not signed out: counts for nothing until signed out
hours-column-rostered = Rostered
hours-column-attended = On line
hours-column-credited = Credited
hours-column-pay = Pay
hours-totals = This week: { $members ->
        [one] 1 member
       *[other] { $members } members
    }; rostered { $rostered }, on the line { $attended }, credited { $credited }; strike pay { $pay }.
hours-total-open = Not signed out: { $open }. No-shows: { $missed }.
hours-end = End of the ledger: { $weeks ->
        [one] 1 week
       *[other] { $weeks } weeks
    }, { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }, strike pay { $pay }.
hours-nothing = Nobody was rostered or on the line this week.

# What is different from what people were told.
told-changes = Changes since the roster was published
told-calls = Calls to make
told-unpublished = Nothing has been published yet: nobody was told anything.
told-nothing = Nothing is different from what people were told.
told-soon = begins in less than { $hours } hours: tell them at once
told-no-phone = no telephone or e-mail
told-lost = { $shift } (cancelled)
told-was = was { $times }
told-gone = { $member } (no longer on the list of members)
told-totals = { $people ->
        [one] 1 person
       *[other] { $people } people
    }; taken off { $removed }, put on { $added }, another post { $duty }, other hours { $time }.
