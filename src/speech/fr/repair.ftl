# Réparations : qui viendrait, qui irait où, pour qu’un manque soit comblé sans en ouvrir un autre. Et suppositions : deux grèves côte à côte.

repair-comes = { $who } vient : { $to } [{ $duty }]
    .here = { $who } vient ici [{ $duty }]
repair-changes = { $who } change de poste, de { $was } à { $duty } : { $to }
    .here = { $who } change de poste ici, de { $was } à { $duty }
repair-goes = { $who } : { $to } au lieu de { $from }
    .here = ici
repair-leaves = { $who } n’est plus nécessaire : { $from }
    .here = { $who } n’est plus nécessaire ici
repair-barred = { $who } ne peut pas y rester : { $from } ({ $rule })
    .here = { $who } ne peut pas rester ici ({ $rule })
repair-barred-from = { $shift } ({ $place }) : qui ne peut pas rester, selon les règles et les nombres actuels
repair-of = { $shift } ({ $place }) : ces déplacements combleraient { $brings ->
        [one] { $brings } place manquante
       *[other] { $brings } places manquantes
    } sur { $missing }
repair-hours = { $shift } ({ $place }) : ces déplacements rattraperaient { $earned } h de piquetage
repair-none = { $shift } ({ $place }) : aucun déplacement ne comble ce manque; `picket why { $shift }` dit ce qu’il faudrait accorder
repair-full = Rien n’y manque.
repair-no-gaps = Il n’y a aucun manque.
repair-sum = { $gaps ->
        [0] Aucun manque à combler
        [one] Un manque examiné
       *[other] { $gaps } manques examinés
    }; { $people ->
        [0] personne ne recevrait de nouvelle consigne
        [one] une personne recevrait une nouvelle consigne
       *[other] { $people } personnes recevraient une nouvelle consigne
    }.
repair-stuck = { $count ->
        [one] Un manque qu’aucun déplacement ne comble
       *[other] { $count } manques qu’aucun déplacement ne comble
    } : `picket gaps` les montre, `picket why QUART` dit ce qu’il faudrait accorder.
cli-why-moves = Ces déplacements combleraient { $brings ->
        [one] { $brings } place manquante
       *[other] { $brings } places manquantes
    } sur { $missing } (`picket repair { $shift }` les fait) :
cli-nothing-repair = Rien à réparer, ou rien que des déplacements seuls puissent combler.
done-repair = Réparation, { $shifts ->
        [one] { $shift }
       *[other] { $shifts } quarts
    } : { $brings ->
        [0] aucune place à combler
        [one] une place comblée
       *[other] { $brings } places comblées
    }, { $people ->
        [one] une personne déplacée
       *[other] { $people } personnes déplacées
    }
    .with-earned = { $earned } h de piquetage rattrapées

done-hold = La ligne tient : { $brings ->
        [0] aucune place à combler
        [one] une place comblée
       *[other] { $brings } places comblées
    }, { $people ->
        [one] une personne déplacée
       *[other] { $people } personnes déplacées
    }
    .with-earned = { $earned } h de piquetage rattrapées
hold-nothing = La ligne tient : aucun déplacement n’améliorerait le plan.

cli-what-if-nothing = rien n’est supposé : indiquez --close, --out, --full, --minimum, --target, --reach ou --essential
cli-what-if-reach = la portée est un nombre de kilomètres, zéro ou plus
cli-what-if-now = maintenant
cli-what-if-then = dans ce cas
cli-what-if-more = différence
cli-what-if-part = { $filled } sur { $of }
cli-what-if-gaps = manques, sur les quarts
cli-what-if-assignments = affectations
cli-what-if-people = { $lost ->
        [0] Aucune affectation actuelle ne perdrait son quart
        [one] Une affectation actuelle perdrait son quart
       *[other] { $lost } affectations actuelles perdraient leur quart
    }; { $told ->
        [0] personne ne recevrait de nouvelle consigne
        [one] une personne recevrait une nouvelle consigne
       *[other] { $told } personnes recevraient une nouvelle consigne
    }.
cli-what-if-dropped = Rien n’a été écrit. Pour l’adopter :
cli-what-if-name = le nom d’une variante est un seul mot : lettres, chiffres, - et _, 40 au plus
cli-what-if-named = Gardée comme variante { $name } : `picket what-if --list` la montre à côté de ce qui est, `--keep { $name }` l’adopte, `--drop { $name }` l’abandonne.
cli-branches-none = Aucune variante n’est gardée. `picket what-if … --name NOM` en garde une.
cli-branches-told = personnes à prévenir
cli-branch-unknown = il n’y a pas de variante « { $name } »; `picket what-if --list` montre celles qui sont gardées
cli-branch-in-files = Ce que suppose { $name } relève des fichiers : changez strike.toml (phases), puis `picket plan`.
cli-nothing-branch = Cette variante est déjà gardée.
cli-nothing-branch-drop = Il n’y a pas de telle variante.
cli-nothing-branch-take = Rien ne changerait.
branch-close = fermés : { $value }
branch-out = sortis : { $value }
branch-full = tout le monde sorti
branch-minimum = minimum { $value } sur chaque ligne
branch-target = cible { $value } sur chaque ligne
branch-reach = portée d’au moins { $value } km pour tous
branch-essential = l’entente de { $value }
done-branch = Variante { $branch } gardée
done-branch-drop = Variante { $branch } abandonnée
done-branch-take = Variante { $branch } adoptée : { $changes ->
        [one] une affectation change
       *[other] { $changes } affectations changent
    }
done-make-so = { $what ->
        [close] { $place } : fermé
        [close-kind] { $count } lieux fermés ({ $kind })
        [out] { $place } : sorti
        [out-kind] { $count } lieux sortis ({ $kind })
        [full] Tout le monde est sorti
        [minimum] Minimum { $by } sur chaque ligne
        [target] Cible { $by } sur chaque ligne
        [agreement] Entente : { $file }
       *[reach] Portée d’au moins { $km } km pour tous
    }; { $changes ->
        [0] aucune affectation n’est changée
        [one] une affectation est changée
       *[other] { $changes } affectations sont changées
    }
    .with-files = écrit dans { $files }
cli-what-if-keep-close = fermez chaque lieu par `picket close`, puis `picket plan`
cli-what-if-keep-out = changez les phases dans strike.toml, puis `picket plan`
cli-what-if-keep-numbers = changez minimum et target dans strike.toml ou sites.toml (ou ligne par ligne à l’écran), puis `picket plan`
cli-what-if-keep-reach = changez reach_km dans strike.toml (et dans la liste des membres), puis `picket plan`
cli-what-if-keep-essential = nommez le fichier dans strike.toml, `[files] essential = "…"`, puis `picket plan`

fragile-sum = Sur { $shifts ->
        [one] un quart à venir sans manque
       *[other] { $shifts } quarts à venir sans manque
    }, { $alone ->
        [0] aucun ne serait
        [one] un serait
       *[other] { $alone } seraient
    } sous le minimum dès que quelqu’un s’absente, et { $captains ->
        [0] aucun ne serait
        [one] un serait
       *[other] { $captains } seraient
    } sans capitaine dès qu’une personne à ce poste s’absente, quels que soient les déplacements.
fragile-shifts = Une absence de trop :
fragile-anyone = { $shift } : n’importe qui
fragile-both = { $shift } : n’importe qui; capitaine : { $who }
fragile-captain = { $shift } : capitaine : { $who }
fragile-carriers = Les personnes dont dépendent le plus de quarts :
fragile-carrier = { $who } : { $shifts ->
        [one] un quart
       *[other] { $shifts } quarts
    }
fragile-waiting = { $posts ->
        [one] Une personne en attente à ce moment
       *[other] { $posts } attentes, une personne à chacun de ces moments et lieux
    } (capitaines : { $captains }) : { $shifts ->
        [one] un quart serait à l’abri
       *[other] { $shifts } quarts seraient à l’abri
    } d’une absence.
fragile-nobody = Personne de la liste ne pourrait venir à ce moment : il faut que quelqu’un donne plus de temps, ou vienne d’une autre section locale.
fragile-deputies = { $shifts ->
        [one] Un quart qui ne tient qu’à son capitaine est à l’abri
       *[other] { $shifts } quarts qui ne tiennent qu’à leur capitaine sont à l’abri
    } dès qu’une autre personne déjà sur place est nommée capitaine.
fragile-standbys = Où une personne en attente aiderait le plus :
fragile-standby = { $where } : { $who ->
        [captain] un capitaine
       *[anyone] une personne
    }, pour { $shifts ->
        [one] un quart
       *[other] { $shifts } quarts
    }

pick-what-if = Et si
busy-holding = Recherche de la réponse
busy-what-if = Planification de la grève telle qu’elle serait
what-if-close = ce lieu fermait maintenant : { $site }
what-if-close-kind = les { $count } lieux de ce genre fermaient : { $kind }
what-if-out = ce lieu sortait maintenant : { $site }
what-if-out-kind = les { $count } lieux de ce genre sortaient : { $kind }
what-if-full = tout le monde sortait à partir de maintenant
what-if-minimum = le minimum de chaque ligne montait de { $more ->
        [one] une personne
       *[other] { $more } personnes
    }
what-if-target = chaque ligne voulait { $more ->
        [one] une personne
       *[other] { $more } personnes
    } de plus
what-if-agreement = l’entente était celle de { $file }
what-if-reach = la portée était d’au moins { $km } km pour tous
branches-show = les variantes gardées, côte à côte
branches-keep = la garder comme variante, à comparer avec ce qui est
branches-none = Aucune variante n’est gardée.
branches-take = adopter { $name }
branches-drop = abandonner { $name }
what-if-keep-this-free = le fermer : sans lieu de repli, tous sont libérés
what-if-keep-this = le fermer, ses gens au lieu de repli
branches-gaps = Manq.
branches-captain = Cap.
branches-skill = Comp.
branches-minimum = Min.
branches-target = Cible
branches-hours = Heures
branches-told = Avisés
branch-unfit = { $name } : l’entente qu’elle nomme est inutilisable : { $detail }
branch-cancelled = { $name } : la planification a été arrêtée.
branch-nowhere = { $name } : aucun fichier de cette grève ne contient le lieu { $site }; ses nombres ne peuvent pas être écrits.
branch-no-files = { $name } : avec ses nombres, les fichiers ne seraient plus valables : { $detail }
branch-not-done = { $name } : { $detail }
