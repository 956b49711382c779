# A union database's export, brought into the list of members.

done-import = { $file } imported: { $added } added, { $changed } changed, { $gone } gone, { $freed ->
        [0] no assignment came free
        [one] one assignment came free
       *[other] { $freed } assignments came free
    }
cli-nothing-import = The list says the same already; nothing to change.

import-done = Imported: { $added } added, { $changed } changed, { $gone } gone, { $unchanged } as they were; { $freed ->
        [0] no assignment came free.
        [one] one assignment came free.
       *[other] { $freed } assignments came free.
    }
import-dry = Dry run: { $added } would be added, { $changed } changed, { $gone } gone, { $unchanged } as they were; { $freed ->
        [0] no assignment would come free.
        [one] one assignment would come free.
       *[other] { $freed } assignments would come free.
    } Nothing was written.
import-kept = Written: { $files }. As it was: { $kept }. `picket undo` takes all of it back.

import-added = Added ({ $count }):
import-changed = Changed ({ $count }):
import-gone = Gone, kept on the list with status `excluded` ({ $count }):
import-freed = Come free ({ $count }):
import-broken = Stay, and break a rule then; the next plan puts others there, except where they are pinned ({ $count }):
import-suspicious = To look at ({ $count }):

import-same-person = { $members }: one person under several ids? Same name, same telephone or e-mail
import-id-twice = line { $line }: { $members } stands on line { $value } already; the first counts
import-no-id = line { $line }: no id; left out
import-no-name = line { $line }: { $members } is new and has no name; left out
import-impossible-local = line { $line }: { $members } in local { $value }; locals begin with their region, 1 to 7
import-odd-phone = line { $line }: the telephone of { $members } has an unusual form; kept as it is
import-odd-date = line { $line }: `{ $value }` of { $members } may be several dates, or none; the availability stays as it is on the list. In the map, dates = "day-month-year" or "month-day-year" tells
import-unknown-home = line { $line }: { $members } works at `{ $value }`, and no site has that id; the home site stays as it is on the list
import-excluded-here = line { $line }: { $members } is in the export, but `excluded` on the list; set the status by hand if this person is back
import-many-gone = { $value ->
        [one] One person of the list is
       *[other] { $value } people of the list are
    } not in the export: is it the whole list?

import-unfit = with this export the files would have errors; nothing was written
import-other-words = Where the export has other words than the list, a map (--map FILE.toml) says what they mean: [words.status] "on strike" = "active"
import-no-table = { $file } is not a table: it takes a text file with a header row, UTF-8, UTF-16 or Windows-1252, with commas, semicolons or tabs
import-ragged = line { $line } has { $fields ->
        [one] 1 field
       *[other] { $fields } fields
    }, the header has { $columns }; nothing was written
import-unclosed = line { $line }: a quotation mark opens a field here and nothing closes it; nothing was written
import-nobody = { $file } names nobody: it takes a row for each member below the header; nothing was written
import-no-column = the export has no column `{ $column }`; it has: { $known }. A map (--map FILE.toml) tells which column is which: [columns] id = "Member No"
import-column-twice = the export has more than one column `{ $column }`
import-map-text = the map can’t be read: it is not UTF-8 text
import-map-syntax = the map can’t be read: line { $line }, column { $column }: { $what }; { $how }
import-map-value = the map gives no column for `{ $column }`: write the name of one of the export’s columns, or several in a list: { $column } = "Member No", name = ["Last", "First"]
import-map-word = `{ $key }` of the map is no word in quotes: it says what a word of the export means on the list, as in [words.status] "on strike" = "active"
import-map-blank = the map leaves out `{ $column }`, without which nobody is told from anybody: name the column of the export that holds it
import-map-dates = `dates` of the map is "day-month-year" or "month-day-year"
import-map-key = the map knows no `{ $column }`; it knows: { $known }
import-unseen-in-id = line { $line }: the id holds characters that can’t be seen; nothing was written
