# What can be wrong with the files of a strike. problem-CODE, with `.help` (or `.help-VARIANT`): what to do.

problem-unknown-key = unknown key `{ $key }`
    .help = remove it, or see the reference for the keys that belong here
    .help-nearest = did you mean `{ $nearest }`?
problem-and-more = { $count ->
        [one] and { $count } more problem like this one
       *[other] and { $count } more problems like these
    }
