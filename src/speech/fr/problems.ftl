# Ce qui peut clocher dans les fichiers d’une grève. problem-CODE le dit; son `.help` (ou `.help-VARIANTE`) dit quoi faire.

## Fichiers

problem-not-a-folder = il n’y a pas de dossier « { $name } »
    .help = nommez le dossier qui contient strike.toml, ou créez une grève avec « picket generate »
problem-no-strike = il n’y a pas de grève dans « { $name } » : ni strike.toml, ni sites.toml, ni members.csv n’y est
    .help = nommez le dossier d’une grève; « picket generate NOUVEAU-DOSSIER --members 60 --sites 3 » en écrit une pour commencer, et « picket » seul ouvre l’exemple intégré
problem-file-missing = le fichier « { $name } » est introuvable
    .help = créez-le, corrigez son nom sous [files] dans strike.toml, ou vérifiez que c’est bien le dossier d’une grève
problem-file-is-folder = « { $name } » est un dossier, pas un fichier
    .help = sous [files] dans strike.toml, nommez le fichier lui-même
problem-file-is-special = « { $name } » est un tube ou un périphérique, pas un fichier
    .help = enregistrez son contenu dans un fichier ordinaire
problem-file-forbidden = vous n’avez pas la permission de lire « { $name } »
    .help = demandez à son propriétaire, ou changez ses permissions
problem-file-unreadable = impossible de lire « { $name } » : { $reason }
    .help = reprenez-le d’une bonne copie
problem-file-too-large = « { $name } » dépasse { $most } Mio
    .help = aucune grève n’est si grande : vérifiez que c’est le bon fichier
problem-file-twice = « { $name } » est nommé deux fois sous [files]
    .help = nommez chaque fichier une seule fois
problem-not-text = « { $name } » n’est pas un fichier texte
    .help = vérifiez que c’est le bon fichier; un tableur s’enregistre en CSV (UTF-8)
problem-utf16 = « { $name } » est du texte UTF-16
    .help = enregistrez-le de nouveau en UTF-8 (dans un tableur : « CSV UTF-8 »)
problem-not-utf8 = l’octet { NUMBER($byte, useGrouping: "false") } n’est pas du texte UTF-8{ $places ->
        [0] {""}
        [one] {" "}(et { $places } autre endroit)
       *[other] {" "}(et { $places } autres endroits)
    }
    .help = enregistrez le fichier de nouveau en UTF-8
    .help-latin1 = cela ressemble à du Latin-1 (« { $word } ») : enregistrez le fichier de nouveau en UTF-8 (dans un tableur : « CSV UTF-8 »)
problem-nul-byte = l’octet { NUMBER($byte, useGrouping: "false") } est nul, ce qu’aucun texte ne contient
    .help = effacez-le, ou enregistrez de nouveau le fichier depuis le programme d’où il vient
problem-syntax = { $slip ->
        [quotes] { $value } est un guillemet de traitement de texte
        [string] ce guillemet n’est jamais fermé
        [list] ce « [ » n’est jamais fermé
        [table] cette « {"{"} » n’est jamais fermée
        [header] cet en-tête ne peut pas être lu
        [equals] il manque un « = » entre la clé et la valeur
        [comma] il manque une virgule avant ceci
        [more] ce qui se trouve ici ne fait pas partie de la valeur qui précède
        [value] « { $value } » n’est ni un texte entre guillemets ni un nombre
        [no-value] la valeur manque
       *[other] ce n’est pas du TOML : { $detail }
    }
    .help = corrigez ici; la suite pourra être signalée de nouveau ensuite
    .help-quotes = écrivez-les droits : "…"
    .help-string = écrivez-en un autre, de la même sorte, après le texte
    .help-list = écrivez « ] » après le dernier élément de la liste
    .help-table = écrivez « {"}"} » après la dernière de ses clés
    .help-header = écrivez « [nom] » ou, s’il y en a plusieurs de la sorte, « [[nom]] », seul sur sa ligne; ce qu’il introduit sera lu ensuite
    .help-equals = écrivez « clé = valeur »; une remarque commence par « # »
    .help-comma = écrivez une virgule entre deux éléments qui se suivent
    .help-more = mettez toute la valeur entre guillemets, ou enlevez ce qui est de trop; un nombre n’a pas de virgule, une remarque commence par « # »
    .help-value = mettez le texte entre guillemets; un nombre n’a que des chiffres
    .help-no-value = écrivez une valeur après le « = »
problem-and-more = { $count ->
        [one] et { $count } autre problème de ce genre (« { $code } »)
       *[other] et { $count } autres problèmes de ce genre (« { $code } »)
    }
    .help = corrigez d’abord ceux qui précèdent

## Clés et valeurs

problem-unknown-key = clé inconnue : « { $key } »
    .help = retirez-la; les clés connues ici : { $known }
    .help-nearest = vouliez-vous dire « { $nearest } »?
problem-missing-key = il manque « { $key } »
    .help = ajoutez-la : « { $key } » est obligatoire ici
problem-duplicate-key = « { $key } » est donné deux fois
    .help = gardez l’un des deux
problem-wrong-type = « { $key } » doit être { $expected ->
        [text] du texte
        [word] un mot
        [clock] une heure entre guillemets, comme "07:30"
        [zone] le nom d’un fuseau horaire
        [whole] un nombre entier
        [number] un nombre
        [yes-no] true ou false
        [date] une date, comme 2026-12-07
        [moment] une date et une heure, comme 2026-12-07T00:01:00
        [list] une liste
        [table] une table
        [tables] des tables
       *[money] un montant entre guillemets, comme "450.00"
    }, et non { $found ->
        [text] du texte
        [whole] un nombre entier
        [decimal] un nombre décimal
        [yes-no] true ou false
        [date] une date
        [time] une heure
        [moment] une date et une heure
        [list] une liste
       *[table] une table
    }
    .help = écrivez-la comme ci-dessus
    .help-quote = mettez-la entre guillemets : "{ $value }"
    .help-unquote = écrivez-la sans guillemets
    .help-brackets = mettez-la entre crochets : [{ $value }]
    .help-double = écrivez son titre avec deux crochets : [{ $value }]
    .help-single = écrivez son titre avec un crochet : [{ $key }]
problem-out-of-range = « { $key } » vaut { $value }, mais doit aller de { $least } à { $most }
    .help = écrivez un nombre de { $least } à { $most }
problem-empty-value = « { $key } » est vide
    .help = écrivez quelque chose : c’est obligatoire
problem-unquoted-text = { $value } est du texte sans guillemets
    .help = mettez-le entre guillemets : "{ $value }"
    .help-yes-no = mettez le texte entre guillemets; pour oui et non, écrivez true et false
problem-unknown-word = « { $value } » n’est pas un mot pour « { $key } »
    .help = choisissez parmi : { $words }
    .help-nearest = vouliez-vous dire « { $nearest } »?
problem-unknown-timezone = il n’y a pas de fuseau horaire « { $value } »
    .help = donnez un nom de l’IANA, comme America/Toronto
    .help-nearest = vouliez-vous dire « { $nearest } »?
problem-bad-time = « { $value } » n’est pas une heure
    .help = écrivez heures et minutes à deux chiffres, comme "07:30"
    .help-clock = les heures vont de 00 à 23, minutes et secondes de 00 à 59, à deux chiffres
    .help-midnight = un quart qui commence à minuit commence à "00:00" de son jour
problem-bad-date = « { $value } » n’est pas au calendrier
    .help = écrivez année, mois, jour, comme 2026-12-07
problem-date-not-moment = « { $key } » est une date sans heure
    .help = ajoutez l’heure : { $date }T00:00:00
problem-moment-not-date = « { $key } » est une date avec heure; il faut une date seule
    .help = écrivez { $date }
problem-offset-moment = « { $key } » porte un décalage UTC; il faut l’heure locale
    .help = écrivez-la sans décalage : { $local } ({ $zone })
problem-bad-money = « { $value } » n’est pas un montant
    .help = écrivez des dollars avec au plus deux décimales, sans signe ni séparateur, comme "450.00"
    .help-quote = mettez-le entre guillemets, pour qu’il reste exact, comme "450.00"
problem-bad-number = « { $key } » n’est pas un nombre : « { $value } »
    .help = écrivez des chiffres, avec un point avant les décimales, comme 25.5
    .help-comma = écrivez un point, et non une virgule, avant les décimales
problem-bad-availability = { $fault ->
        [day] « { $value } » n’est pas un jour
        [date] « { $value } » n’est pas au calendrier
        [backwards] « { $value } » finit avant de commencer
        [time] « { $value } » n’est pas une heure
        [order] « { $value } » n’est pas à sa place
        [not] « not » n’a pas sa place dans des heures de service
        [blank] aucune heure de service n’est écrite ici
       *[word] « { $value } » est illisible
    } (« { $key } »)
    .help = écrivez [not] [mon-fri | 2026-12-09 | 2026-12-09..2026-12-12] [07:00-19:00], avec « ; » entre les éléments

## Identifiants

problem-bad-id = « { $value } » ne peut être un identifiant ici
    .help = un identifiant prend a-z, 0-9 et « - » : écrivez « { $fit } »
    .help-word = l’identifiant d’une ligne ou d’un quart prend lettres, chiffres, « - », « _ » et « . » : écrivez « { $fit } »
problem-unseen-in-id = « { $value } » sous « { $key } » contient un caractère invisible
    .help = tapez-le de nouveau
problem-duplicate-id = { $kind ->
        [site] le lieu
        [line] la ligne
        [template] le quart
        [member] le membre
       *[requirement] l’exigence
    } « { $id } » y est deux fois
    .help = donnez à chacun son identifiant
    .help-line = le premier est à la ligne { NUMBER($line, useGrouping: "false") } : donnez à chacun son identifiant, ou retirez-en un
    .help-file = le premier est dans { $file } : donnez à chacun son identifiant, ou retirez-en un
problem-unknown-id = il n’y a pas { $kind ->
        [site] de lieu
        [line] de ligne
        [template] de quart
        [member] de membre
       *[requirement] d’exigence
    } « { $id } »
    .help = corrigez l’identifiant, ou ajoutez ce qu’il nomme
    .help-nearest = vouliez-vous dire « { $nearest } »?

## La campagne

problem-no-strike-vote = [legal] ne donne aucun vote de grève
    .help = ajoutez strike_vote = DATE : une grève sans vote n’est pas légale
problem-no-essential-agreement = [legal] ne donne aucune entente sur les services essentiels, que « cecba » exige
    .help = ajoutez essential_agreement_signed = DATE une fois signée
problem-signed-differs = signée le { $signed } ici, le { $legal } sous [legal] dans strike.toml
    .help = corrigez la date erronée : celle de strike.toml compte pour le jour légal
problem-reversed = « { $until } » n’est pas après « { $from } »
    .help = écrivez le plus tardif comme « { $until } »
problem-phase-overlap = cette phase empiète sur la suivante
    .help = terminez-la au plus tard au début de la suivante, ou omettez « until »
problem-rotating-only = « { $key } » n’appartient qu’aux phases tournantes
    .help = retirez-la, ou écrivez mode = "rotating"
problem-rotating-nowhere = cette phase tournante n’envoie personne dehors
    .help = donnez « sites » ou « regions »
problem-empty-region = aucun lieu dans la région { NUMBER($region, useGrouping: "false") }
    .help = corrigez le numéro, ou donnez aux lieux leur « region »
problem-rate-twice = deux taux à partir de la semaine { $week }
    .help = donnez un seul taux par semaine
problem-no-shifts = il n’y a pas de [[shift]] : aucune ligne ne peut être tenue
    .help = ajoutez un [[shift]] avec id, start et end
problem-no-days = ce quart n’a lieu aucun jour
    .help = donnez des jours, ou omettez « days » pour chaque jour

## Lieux

problem-no-sites = il n’y a pas de lieu
    .help = ajoutez un [[site]] avec id et name
problem-half-coordinates = il manque « { $missing } »
    .help = donnez latitude et longitude, ou ni l’une ni l’autre
problem-numbers-order = « { $low } » vaut { $low_value }, plus que « { $high } », qui vaut { $high_value }
    .help = minimum ≤ target ≤ maximum sur chaque ligne, avec ce qu’elle tient de son lieu et de [line]
problem-reserved-skill = « { $skill } » n’est pas une compétence pour « needs »
    .help = retirez-la : les capitaines viennent de captain_ratio, les piqueteurs de target
problem-skill-spelling = la compétence « { $skill } » semble mal écrite
    .help = vouliez-vous dire « { $nearest } »?
problem-skill-nobody = aucun membre n’a la compétence « { $skill } »
    .help = corrigez le mot, ou donnez-la aux membres qui l’ont
problem-own-backup = le lieu est son propre repli
    .help = nommez un autre lieu, ou omettez « backup »
problem-listed-twice = « { $value } » y est deux fois
    .help = gardez l’un des deux

## L’entente

problem-emergency-kind = « { $requirement } » est une exigence d’urgence
    .help = elle n’admet que « alternate » et « on_call »
problem-key-unused = « { $key } » ne veut rien dire avec « { $kind } »
    .help = retirez-la, ou corrigez le genre
problem-designated-twice = cette désignation y est deux fois
    .help = retirez l’une des deux
problem-above-normal = { $required } sont exigés, plus que les { $normal } du temps ordinaire
    .help = corrigez « required » ou « normal_complement »

## CSV

problem-no-header = la liste est vide : pas même une ligne d’en-tête
    .help = commencez par une ligne de noms de colonnes : id, name, …
problem-missing-column = il manque la colonne « { $column } »
    .help = nommez-la dans la première ligne
    .help-nearest = renommez la colonne « { $nearest } » en « { $column } »
    .help-semicolons = les colonnes semblent séparées par des points-virgules : enregistrez la liste avec des virgules
    .help-tabs = les colonnes semblent séparées par des tabulations : enregistrez la liste avec des virgules
problem-duplicate-column = la colonne « { $column } » y est deux fois
    .help = retirez ou renommez l’une des deux
problem-unknown-columns = { $count ->
        [one] cette colonne est ignorée : { $columns }
       *[other] ces { $count } colonnes sont ignorées : { $columns }
    }
    .help = rien à faire, sauf si l’une est mal écrite
    .help-nearest = rien à faire, sauf si « { $column } » devait être « { $nearest } »
problem-too-many-columns = la liste a plus de { $most } colonnes
    .help = vérifiez que c’est le bon fichier
problem-ragged-row = { $fields ->
        [one] cette rangée a { $fields } champ
       *[other] cette rangée a { $fields } champs
    }, l’en-tête { $columns }
    .help = ajoutez les virgules qui manquent
    .help-more = mettez entre guillemets les champs qui contiennent une virgule, ou retirez ce qui est de trop
    .help-curly = écrivez des guillemets droits, comme dans "Tremblay, Anne" : ceux d’un traitement de texte ne tiennent rien ensemble
problem-unclosed-quote = ce guillemet n’est jamais fermé
    .help = fermez-le; ce qui suit est lu comme faisant partie de ce champ
problem-no-members = il n’y a pas de membre
    .help = ajoutez une rangée par membre
problem-no-way = aucun membre ne peut être envoyé nulle part : aucun n’a de lieu de travail, de lieu demandé ni de coordonnées
    .help = ajoutez une colonne `home_site` ou `sites`, ou `latitude` et `longitude`

## Le rapport

report-error = erreur
report-warning = avertissement
report-note = note
report-help = aide
report-errors = { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs
    }
report-warnings = { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }
report-notes = { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }

# Le registre.
problem-record-damaged = le registre est endommagé : { $what ->
        [not-a-file] ce n’est pas un fichier
        [not-a-database] ce n’est pas une base de données
        [no-strike] il ne nomme aucune grève
        [pages] une partie du fichier est écrasée ou manque
        [tables] une de ses tables manque, ou contient ce qu’elle ne peut contenir
        [entry] l’écriture { $number } de son journal manque ou est illisible
        [fact] ce qu’il note sous le numéro { $number } est illisible
       *[program] le programme est dans un état qui ne devrait pas exister; avertissez ses auteurs
    }
    .help = rien n’y a été changé; remettez une copie de sauvegarde, ou déplacez-le pour commencer avec un horaire vide
problem-record-not-ours = cette base de données vient d’un autre programme
    .help = rien n’y a été changé; déplacez-la pour commencer avec un horaire vide
problem-record-of-another-strike = le registre appartient à une autre grève : { $theirs }
    .help = cette grève est { $ours }; remettez le registre de la grève (ou son propre nom), ou déplacez celui-ci pour commencer avec un horaire vide
problem-record-newer = le registre vient d’un picket plus récent (forme { $found }; celui-ci connaît { $known })
    .help = utilisez ce programme plus récent; rien n’a été changé
problem-record-altered = le journal a été modifié après coup : l’écriture { $seq } ne tient pas dans la chaîne
    .help = comparez avec une copie de sauvegarde; les écritures d’avant sont intactes
problem-record-differs = la table « { $table } » du registre n’est pas ce que donne son journal : elle a été modifiée à l’insu du programme
    .help = le journal est entier; comparez avec une copie de sauvegarde, ou déplacez roster.db et avertissez les auteurs du programme
problem-seal-missing = aucune écriture du journal ne porte le sceau { $seal } : des écritures ont été enlevées ou modifiées depuis
    .help = comparez avec la copie de sauvegarde de ce sceau
problem-import-unfinished = une importation n’a pu être terminée : la liste a été changée entre-temps par quelqu’un d’autre
    .help = importez de nouveau
problem-first-day-moved = `first_day` est maintenant le { $first }, mais { $count ->
    [one] une affectation est
   *[other] { $count } affectations sont
} avant ce jour, à partir du { $was } : ce qui y a été fait ne compte ni pour le repos ni pour les heures, et les semaines de grève commencent à `first_day`
    .help = dans une grève commencée, laissez `first_day` où il était et augmentez `days`
problem-assignment-stranded = { $member } est sur { $shift }, mais les fichiers n’ont plus ce quart, ce membre ou ce poste
    .help = le prochain plan l’enlève
problem-assignment-breaks-rule = { $name } ({ $member }) est sur { $shift } contre la règle { $rule }
    .help = le prochain plan le remplace; `picket repair --all` aussi, en déplaçant le moins de gens possible
    .help-pinned = il est fixé et reste; enlevez-le à la main, ou corrigez les fichiers
