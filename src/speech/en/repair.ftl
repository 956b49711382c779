# Repairs: who would come, who would go where, so that a gap is filled and no other opens.

repair-comes = { $who } comes to { $to } [{ $duty }]
repair-changes = { $who } changes post from { $was } to { $duty }: { $to }
repair-goes = { $who } goes from { $from } to { $to }
repair-of = { $shift } ({ $place }): { $brings } of { $missing } missing would come by these moves
repair-none = { $shift } ({ $place }): no move fills it; what would have to be granted is told by `picket why { $shift }`
repair-full = Nothing is missing there.
repair-no-gaps = There is no gap.
repair-sum = { $gaps ->
        [one] One gap looked at
       *[other] { $gaps } gaps looked at
    }; { $people ->
        [0] nobody would be told anything new
        [one] one person would be told something new
       *[other] { $people } people would be told something new
    }.
repair-stuck = { $count ->
        [one] One gap is filled by no move
       *[other] { $count } gaps are filled by no move
    }: `picket gaps` lists them, `picket why SHIFT` tells what would have to be granted.
cli-why-moves = These moves would bring { $brings } of { $missing } (`picket repair { $shift }` makes them):
cli-nothing-repair = Nothing to repair, or nothing that moves alone can fill.
done-repair = Repaired { $shifts ->
        [one] { $shift }
       *[other] { $shifts } shifts
    }: { $brings ->
        [one] one post filled
       *[other] { $brings } posts filled
    }, { $people ->
        [one] one person moved
       *[other] { $people } people moved
    }
