# Ce qui peut clocher dans les fichiers d'une grève. problem-CODE, avec `.help` (ou `.help-VARIANTE`) : quoi faire.

problem-unknown-key = clé inconnue : « { $key } »
    .help = retirez-la, ou voyez dans le guide les clés permises ici
    .help-nearest = vouliez-vous dire « { $nearest } » ?
problem-and-more = { $count ->
        [one] et { $count } autre problème semblable
       *[other] et { $count } autres problèmes semblables
    }
