# Le registre : ce qui s’est passé sur la ligne et avec les gens, ce qui est gardé, et ce à quoi on revient.

done-name = { $who } reçoit le poste de { $duty }, ici et sur la liste ({ $file }) : { $shift }
done-swap = { $one } et { $other } ont échangé leurs quarts : { $shift_one }, { $shift_other }
    .with-overrides = règles écartées : { $overrides }
    .with-reason = motif : { $reason }
done-transfer = { $who } passe de { $shift_from } à { $shift }, poste : { $duty }
    .with-overrides = règles écartées : { $overrides }
    .with-reason = motif : { $reason }
done-close = { $place }, lieu fermé à partir du { $from }; { $moved ->
        [0] personne n’est déplacé
        [one] une affectation déplacée au lieu de repli
       *[other] { $moved } affectations déplacées au lieu de repli
    }, { $freed ->
        [0] aucune libérée
        [one] une libérée
       *[other] { $freed } libérées
    }
    .with-until = jusqu’au { $until }
    .with-zone = à l’heure du lieu
    .with-backup = repli : { $backup }
    .with-reason = motif : { $reason }
done-reopen = { $place }, lieu rouvert
done-sheet = { $who } était sur { $shift } à partir de { $time }
    .with-twice = { $twice ->
        [second] { $time } revient deux fois cette nuit-là; c’est la seconde
       *[first] { $time } revient deux fois cette nuit-là; c’est la première, et la seconde s’écrit avec /2 à la fin
    }
    .with-out = jusqu’à { $out }, { $minutes }
    .with-twice-out = { $twice-out ->
        [second] { $out } revient deux fois cette nuit-là; c’est la seconde
       *[first] { $out } revient deux fois cette nuit-là; c’est la première, et la seconde s’écrit avec /2 à la fin
    }
    .with-walkin = sans affectation ici
    .with-instead = au lieu de { $instead }
    .with-by = par { $by }
    .with-correction = correction : { $correction }
done-reached = { $who } : appel fait
    .with-count = { $count ->
        [one] { $count } changement annoncé
       *[other] { $count } changements annoncés
    }
done-not-reached = { $who } : pas encore joint
done-guests = { $count ->
        [one] { $count } personne invitée
       *[other] { $count } personnes invitées
    } sur { $shift }
    .with-guests = { $guests }
    .with-by = noté par { $by }
done-handover = { $shift } : ligne remise à { $who }, avec { $here ->
        [0] personne
        [one] { $here } personne
       *[other] { $here } personnes
    } sur place
    .with-from = par { $from }
    .with-note = { $note }
done-incident = Incident à { $place }, { $time } : { $facts }
    .with-vehicle = véhicule : { $vehicle }
    .with-police = police : { $police }
    .with-witness = témoin : { $witness }
done-alternate = { $who }, tâches de remplacement le { $date } : { $length }
    .with-outside = aucun jour du plan
    .with-task = { $task }
    .with-by = noté par { $by }
    .with-correction = correction : { $correction }
done-signoff = Semaine du { $week } approuvée : { $members ->
        [one] { $members } membre
       *[other] { $members } membres
    }, indemnités { $pay }

cli-nothing-absent = Déjà noté; rien à changer.
cli-nothing-callin = Déjà noté; rien à changer.
cli-nothing-swap = Rien à échanger.
cli-nothing-transfer = Déjà là; rien à changer.
cli-nothing-close = Déjà fermé pendant tout ce temps; rien à changer.
cli-nothing-reopen = Ce lieu n’a pas été fermé ici; un arrêt du piquetage se change dans les fichiers. Rien à changer.
cli-nothing-guests = Rien à changer.
cli-nothing-signoff = Déjà approuvée; rien à changer.

record-lent = Pas encore : autre chose est en cours. Un instant.
record-in-the-past = ceci est l’horaire tel qu’il était : rien ne peut y être changé
record-locked = la semaine du { $week } a été approuvée par { $by } le { $at }; une correction demande un motif : --correction TEXTE
record-no-week = la semaine du { $week } n’est pas une semaine du plan, et personne n’y a fait de piquetage
record-not-over = la semaine n’est pas finie : fin le { $end }
record-still-in = { $count ->
        [one] le départ d’une personne n’est pas noté
       *[other] le départ de { $count } personnes n’est pas noté
    } cette semaine-là ({ $member } sur { $shift }) : notez d’abord les départs
record-file-changed = { $file } a été changé depuis par quelqu’un d’autre; rien n’a été enregistré. Regardez le fichier, puis recommencez.
record-against = { $who } ne peut pas être sur { $shift } : { $why }
record-gone = roster.db a été enlevé ou remplacé pendant qu’il était ouvert; ce qui serait fait maintenant serait perdu
record-full = le disque est plein; rien n’a été changé. Faites de la place, puis recommencez.
record-seal = Journal : { $entries ->
        [one] 1 écriture
       *[other] { $entries } écritures
    }, chacune liée à la précédente; sceau { $seal }.
record-no-version = l’horaire n’a jamais eu de version { $version }
record-never-published = la version { $version } n’a jamais été publiée; publiées : { $known }
    .none = rien n’a encore été publié
record-no-line = le lieu n’a pas de ligne « { $id } »
    .near = le lieu n’a pas de ligne « { $id } »; vouliez-vous dire « { $near } »?
record-no-facts = dites ce qui s’est passé
record-bad-count = « { $text } » n’est pas un nombre de personnes : écrivez de 1 à 10000
record-bad-length = « { $text } » n’est pas une durée : écrivez HH:MM-HH:MM, 4h, 3h30 ou 90m
record-close-backwards = la fin est avant le début

repair-offer = { $shift } : { $status }, { $heads } sur { $target } (au moins { $minimum }). Pourraient remplacer : { $who }
repair-nobody = { $shift } : { $status }, { $heads } sur { $target } (au moins { $minimum }). Personne d’autre ne peut y être pour l’instant; une planification peut déplacer des gens.
repair-still-full = { $shift } : { $status } quand même, { $heads } sur { $target } (au moins { $minimum }).
repair-more = { $count ->
        [one] Un autre quart libéré
       *[other] { $count } autres quarts libérés
    } : une planification comble ce qui peut l’être.
repair-alternates = Suppléance selon l’entente : { $who }

close-next = Ensuite : `picket plan{ $dir } --from now` leur trouve d’autres quarts là où il y en a.
close-free = { $count ->
        [one] Une affectation libérée, sans place :
       *[other] { $count } affectations libérées, sans place :
    }
close-no-shift = aucun quart à cette heure dans un lieu de repli

sheet-same = la même chose y est déjà
sheet-form = ce n’est pas une ligne de feuille : écrivez QUI ARRIVÉE DÉPART, QUI ARRIVÉE ou QUI non
sheet-nobody = personne ne correspond; donnez l’identifiant
sheet-empty = la feuille est vide
sheet-done = Lignes entrées : { $entered }; inchangées : { $unchanged }; refusées : { $refused }.{ $entered ->
        [0] {""}
       *[other] {" "}`picket undo` annule la dernière ligne.
    }
sheet-refused = ligne { $line } (« { $text } ») : { $why }
sheet-so-far = { $count ->
        [one] { $count } ligne a été inscrite auparavant
       *[other] { $count } lignes ont été inscrites auparavant
    }

line-now = { $when } : { $count ->
        [0] aucun quart en cours
        [one] { $count } quart en cours
       *[other] { $count } quarts en cours
    }
line-now-shift = { $shift } : { $status } — { $here } sur place, { $target } souhaités, au moins { $minimum }
line-now-late = { $count ->
        [one] { $count } arrivé en retard
       *[other] { $count } arrivés en retard
    }
line-now-walk-ins = { $count } sans affectation
line-now-gone = { $count ->
        [one] { $count } déjà parti
       *[other] { $count } déjà partis
    }
line-now-missed = { $count ->
        [one] { $count } ne s’est pas présenté
       *[other] { $count } ne se sont pas présentés
    }
line-now-guests = { $count ->
        [one] { $count } personne invitée
       *[other] { $count } personnes invitées
    }
line-now-awaited = attendus ({ $count }) : { $who }
line-now-unrelieved = Sans départ noté après la fin ({ $count }) : sans relève, ou départ oublié?
line-now-over = { $who }, { $shift } : { $minutes } de plus

incidents-title = Incidents : { $strike }
incidents-end = { $count ->
        [0] Aucun incident.
        [one] { $count } incident.
       *[other] { $count } incidents.
    }
incident-vehicle = Véhicule : { $text }
incident-police = Police : { $text }
incident-witness = Témoin : { $text }
incident-noted = Noté par { $by }

hours-short = Semaine du { $week } : { $count ->
        [0] aucun quart ne peut être offert à qui n’atteint pas { $full }.
        [one] un membre n’atteindra pas { $full }, et un quart peut encore lui être offert :
       *[other] { $count } membres n’atteindront pas { $full }, et un quart peut encore leur être offert :
    }
hours-short-row = { $who } : reconnu { $credited }, prévu { $ahead }, il manque { $missing }; pourrait être sur { $offer }
hours-signed-off = Approuvée par { $by }, { $at }.
hours-correction = Corrigé depuis : { $members ->
        [one] { $members } membre
       *[other] { $members } membres
    }, { $pay } en tout.
hours-alternate = Dont tâches de remplacement : { $length }.
hours-essential = À côté, services essentiels, sans indemnité : { $length }.

history-none = Rien ne correspond.
history-as-of = L’horaire tel qu’il était après l’écriture { $entry } ({ $when }) : version { $version }
history-before-all = L’horaire avant que rien ne soit fait : version { $version }
history-told = La version publiée était alors la { $published }.
history-untold = Rien n’avait encore été publié.
history-nobody = personne
history-lost = { $shift } : { $member }; les fichiers ne connaissent plus l’un ou l’autre

backup-done = { $file } : { $entries ->
        [one] 1 écriture
       *[other] { $entries } écritures
    }, version { $version } de l’horaire, copie vérifiée et complète; sceau { $seal }.
backup-nothing = il n’y a pas encore de registre : rien n’a été fait qui puisse être copié
backup-taken = { $path } existe déjà; rien n’a été écrit

# Après la grève.
done-purge = Téléphones et notes retirés : { $phones ->
        [one] { $phones } téléphone
       *[other] { $phones } téléphones
    }, { $emails ->
        [one] { $emails } adresse électronique
       *[other] { $emails } adresses électroniques
    }, { $entries ->
        [one] { $entries } écriture du journal
       *[other] { $entries } écritures du journal
    }
    .with-others = { $others ->
        [one] { $others } valeur d’autres colonnes
       *[other] { $others } valeurs d’autres colonnes
    }
purge-values = { $file }, { $column } : { $count ->
        [one] { $count } valeur
       *[other] { $count } valeurs
    }
purge-record = roster.db : { $what }; { $entries ->
        [one] { $entries } écriture du journal en dira moins
       *[other] { $entries } écritures du journal en diront moins
    }
purge-reasons = { $count ->
        [one] { $count } motif
       *[other] { $count } motifs
    }
purge-codes = { $count ->
        [one] { $count } code d’absence
       *[other] { $count } codes d’absence
    }
purge-notes = { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
purge-incidents = { $count ->
        [one] { $count } incident
       *[other] { $count } incidents
    }
purge-lists = { $count ->
        [one] le texte de { $count } liste importée
       *[other] le texte de { $count } listes importées
    }
purge-removed = Fichiers qui disparaissent : { $names }
purge-columns = Colonnes qui restent, car Picket ne les connaît pas (--column NOM en vide une) : { $names }
purge-copies = Copies du registre qui restent telles quelles, avec tout ce qu’il disait : { $names }
purge-nothing = Il ne reste rien à retirer.
purge-dry = Voilà ce qui partirait, sans retour possible. Les heures, l’indemnité de grève, qui était où et quand, et les sceaux du journal restent.
purge-elsewhere = Les feuilles, exportations et copies gardées ailleurs ne sont pas touchées : à vous de les détruire.
purge-too-early = la grève n’est pas finie : son dernier jour est { $day }, et les capitaines peuvent avoir besoin de ce qui partirait. Voyez-le avec --dry-run; si c’est bien voulu, ajoutez --yes
purge-no-column = aucune liste de membres n’a de colonne « { $column } »; elles ont { $known }
purge-needed = la colonne « { $column } » reste : sans elle, personne ne sait à qui l’on doit quoi
purge-again = Ce qui a été retiré le reste. Recommencez quand plus personne n’a la grève ouverte.

redact-done = { $folder } : { $members ->
        [one] { $members } membre sous un autre nom
       *[other] { $members } membres sous d’autres noms
    }, { $entries ->
        [0] pas de registre
        [one] un registre de { $entries } écriture
       *[other] un registre de { $entries } écritures
    }.
redact-exact = { $exact ->
        [one] Les coordonnées de { $exact } membre restent telles quelles : plus vagues, un autre lieu serait à portée.
       *[other] Les coordonnées de { $exact } membres restent telles quelles : plus vagues, d’autres lieux seraient à portée.
    }
redact-same = La copie a les mêmes problèmes et les mêmes comptes que l’original.
redact-differs = La copie ne donne pas les mêmes comptes que l’original; dites-le dans le rapport.
redact-look = Identifiants, noms, téléphones, adresses électroniques, commentaires et motifs sont remplacés; lieux, dates, compétences, restrictions et disponibilités ne le sont pas. Relisez-la avant de l’envoyer.
redact-taken = { $path } contient déjà quelque chose; rien n’a été écrit

done-setting = { $place }, { $number } : { $before } devient { $after } ({ $file })
done-hours = { $template } : { $before } devient { $after } ({ $file })

# Pourquoi un fichier n’a pu être lu ou écrit, après son nom.
disk-missing = il n’y a pas de tel fichier ou dossier
disk-forbidden = vous n’en avez pas le droit à cet endroit
disk-taken = ce nom est déjà pris; rien n’a été écrit par-dessus
disk-folder = c’est un dossier
disk-no-folder = une partie de ce chemin n’est pas un dossier
disk-full = le disque est plein
disk-read-only = rien ne peut être écrit sur ce disque
disk-name = aucun fichier ne peut porter ce nom
disk-no-text = ce n’est pas du texte en UTF-8
disk-too-large = c’est plus gros qu’un tel fichier ne peut l’être

# Ce que dit la base de données sous le registre.
database-unopened = on ne peut pas l’ouvrir
database-disk = le disque fait défaut : rien n’a pu y être lu ou écrit
database-locks = le disque ne peut pas départager deux programmes à la fois : est-ce un dossier en réseau?
database-memory = la mémoire ne suffit pas
database-large = quelque chose y est trop grand
database-other = quelque chose d’imprévu (« { $detail } »)
