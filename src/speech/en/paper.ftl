# Sheets and exports.

paper-page = Page { $page } of { $pages }
# A thing, and which: « Picket: Tremblay, Anne ».
paper-continued = { $what } (continued)
paper-made = Made { $day }, { $time } (UTC{ $offset })
paper-version = Roster version { $version }
paper-code = Code { $code }
paper-draft = DRAFT: not published
paper-changed = DRAFT: { $changes ->
        [one] 1 change
       *[other] { $changes } changes
    } since version { $published } was published
paper-published = As published in version { $published }

# The closing of a page and of the whole.
paper-rows = On this page { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }: { $people ->
        [one] 1 person
       *[other] { $people } people
    }, { $open ->
        [one] 1 open place
       *[other] { $open } open places
    }.
paper-rows-names = On this page { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }: { $people ->
        [one] 1 name
       *[other] { $people } names
    }, { $open } blank.
paper-rows-plain = On this page { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }.
paper-totals = This sheet: { $shifts ->
        [one] 1 shift
       *[other] { $shifts } shifts
    }, { $people ->
        [one] 1 person
       *[other] { $people } people
    } for { $wanted ->
        [one] 1 place
       *[other] { $wanted } places
    }, captains { $captains } of { $of }, { $gaps ->
        [one] 1 gap
       *[other] { $gaps } gaps
    }; worst case { $worst ->
        [one] 1 person
       *[other] { $worst } people
    }.
paper-end = End of the roster: { $sheets ->
        [one] 1 sheet
       *[other] { $sheets } sheets
    }, { $shifts ->
        [one] 1 shift
       *[other] { $shifts } shifts
    }, { $assignments ->
        [one] 1 assignment
       *[other] { $assignments } assignments
    }, { $gaps ->
        [one] 1 gap
       *[other] { $gaps } gaps
    }.
paper-nothing = No shifts to show.

# What people on the line need to know.
paper-zone = All times are the site’s own ({ $zone }).
paper-from = from { $from } until further notice
paper-from-to = from { $from } to { $to }
paper-cap = Court order { $order }: at most { $most ->
        [one] 1 person
       *[other] { $most } people
    } on this line { $when }.
paper-cap-unnamed = Court order: at most { $most ->
        [one] 1 person
       *[other] { $most } people
    } on this line { $when }.
paper-stand-down = No picketing here { $when }: { $reason }.
paper-stand-down-bare = No picketing here { $when }.
paper-backup = If this site is lost, go to { $site }.
paper-backup-closed = If this site is lost, ring headquarters: nobody pickets at { $site }, its backup site, { $when }.

# The rows.
paper-column-post = Post
paper-column-name = Name
paper-column-member = Member
paper-column-local = Local
paper-column-remarks = Remarks
paper-open = open
paper-more-open = { $count ->
        [one] and 1 more open place
       *[other] and { $count } more open places
    }
paper-to-be-taken = { $post }: post not held, and no room for more people; someone here must take it
paper-at-risk = may be called away to essential duty
paper-set-aside = set aside by hand: { $rules } ({ $reason })
paper-rule = { $rule ->
        [availability] availability
        [reach] reach
        [rest] rest
       *[other] { $rule }
    }
paper-counts = minimum { $minimum }, maximum { $maximum }, worst case { $worst }; captains { $captains }/{ $of }
