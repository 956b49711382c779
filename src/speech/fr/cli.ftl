# Ce que dit la ligne de commande.

cli-error = erreur
cli-warning = avertissement
cli-warned = { $count ->
        [one] un avertissement sur les fichiers; `picket check` le montre
       *[other] { $count } avertissements sur les fichiers; `picket check` les montre
    }
cli-no-problems = Aucun problème.
cli-checked = { $strike } : { $members ->
        [one] { $members } membre
       *[other] { $members } membres
    }, { $sites ->
        [one] { $sites } lieu
       *[other] { $sites } lieux
    }, { $lines ->
        [one] { $lines } ligne
       *[other] { $lines } lignes
    }, { $shifts ->
        [one] { $shifts } quart
       *[other] { $shifts } quarts
    }; horaire version { $version }, { $assignments ->
        [one] { $assignments } affectation
       *[other] { $assignments } affectations
    }.
cli-version = Horaire version { $version }.

# Ce qui ne se comprend pas sur la ligne de commande.
cli-usage = trop ou trop peu de mots; écrivez : { $usage }
cli-shift-missing = il manque le quart; écrivez : { $usage }, avec un quart de la forme LIEU/LIGNE/AAAA-MM-JJ/MODÈLE
cli-bad-moment = « { $text } » n’est pas un instant : écrivez 06:00 (d’aujourd’hui), 2026-12-08T06:00, 2026-12-08T06:00:00-05:00 ou now
cli-bad-when = « { $text } » n’est pas un instant : écrivez 2026-12-08T06:00, 2026-12-08T06:00:00-05:00 ou now
cli-bad-day = « { $text } » n’est pas un jour : écrivez AAAA-MM-JJ
cli-bad-limit = la limite de temps est un nombre de secondes, 0 ou plus
cli-bad-time = « { $text } » n’est pas une période (« { $word } ») : écrivez jours, dates et heures comme une disponibilité, sans `not` : 2026-12-09, "mon 07:00-12:00"
cli-no-time = aucune période n’est dite : écrivez jours, dates et heures comme une disponibilité : 2026-12-09, "mon 07:00-12:00"
cli-bad-shift = « { $id } » n’est pas un identifiant de quart : il s’écrit LIEU/LIGNE/AAAA-MM-JJ/MODÈLE
cli-no-member = il n’y a pas de membre « { $id } »
    .near = il n’y a pas de membre « { $id } »; vouliez-vous dire « { $near } »?
cli-no-site = il n’y a pas de lieu « { $id } »
    .near = il n’y a pas de lieu « { $id } »; vouliez-vous dire « { $near } »?
cli-no-place = aucun lieu, genre de lieu ni région ne s’appelle « { $id } »
    .near = aucun lieu, genre de lieu ni région ne s’appelle « { $id } »; vouliez-vous dire « { $near } »?
    .none = aucun lieu de cette grève n’est de « { $id } »
cli-no-duty = il n’y a pas de poste « { $id } » : les postes sont captain, picket et les compétences de la grève
    .near = il n’y a pas de poste « { $id } »; vouliez-vous dire « { $near } »?
cli-no-requirement = l’entente n’a pas d’exigence « { $id } »
    .near = l’entente n’a pas d’exigence « { $id } »; vouliez-vous dire « { $near } »?
cli-no-command = il n’y a ni dossier ni commande « { $word } »; vouliez-vous dire « { $near } »?
cli-dir-first = le dossier vient après la commande : picket COMMANDE { $dir }
cli-no-sheet = il n’y a pas de feuille « { $what } »; il y a : { $known }
cli-no-format = { $what } n’existe pas en « { $format } »; il existe en { $known }
cli-json-format = avec --json, une feuille vient en JSON : omettez `--format { $format }`, ou nommez un fichier avec --out
cli-out-of-strike = { $path } est un fichier de la grève; rien n’a été écrit
cli-out-no-file = { $path } n’est pas un fichier; rien n’a été écrit
cli-out-no-folder = { $path } n’est pas un dossier; rien n’a été écrit
cli-export-option = `{ $option }` ne veut rien dire pour { $what }; cette option va avec { $known }
cli-out-disk = rien n’a été écrit : { $detail }
    .part = des feuilles n’ont pas été écrites : { $detail }
cli-generate-size = une grève s’écrit avec 1 à { $members } membres, 1 à { $sites } lieux, et 1 à { $days } jours
cli-generate-taken = le dossier contient déjà une grève ({ $path }); rien n’a été écrit
cli-generated = Une grève fictive de { $members ->
        [one] { $members } membre
       *[other] { $members } membres
    }, { $sites ->
        [one] { $sites } lieu
       *[other] { $sites } lieux
    } et { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } est écrite dans { $path }.

# Le registre.
cli-record-busy = un autre programme écrit dans roster.db : processus { $pid }. Réessayez quand il aura fini; rien n’a été changé.
    .program = un autre programme écrit dans roster.db : { $program }, processus { $pid }. Réessayez quand il aura fini; rien n’a été changé.
    .user = { $user } écrit dans roster.db : { $program }, processus { $pid }. Réessayez quand il aura fini; rien n’a été changé.
cli-record-busy-unknown = un autre programme écrit dans roster.db. Réessayez quand il aura fini; rien n’a été changé.
cli-record-read-only = roster.db peut être lu mais pas écrit
cli-io = { $path } : { $detail }
cli-database = roster.db : { $detail }

# Actions.
cli-nothing-assign = Déjà là; rien à changer.
cli-nothing-publish = Cette version est déjà publiée.
cli-nothing-to-undo = il n’y a rien à annuler
cli-nothing-to-back = personne n’avait dit que ce membre serait absent à ce moment
cli-nothing-to-redo = il n’y a rien à rétablir
cli-not-there = { $who } n’est pas sur { $shift }
cli-overtaken = entre-temps { $actor } a changé l’horaire ({ $what }); rien n’a été enregistré
cli-refused = les règles refusent :
cli-refused-reason = ce qui est marqué † peut être écarté avec --reason TEXTE; le motif est conservé et imprimé
# Les règles, en un mot chacune.
cli-rule-overlap = chevauchement
cli-rule-essential = essentiel
cli-rule-pool = réserve
cli-rule-status = statut
cli-rule-availability = disponibilité
cli-rule-reach = portée
cli-rule-restriction = restriction
cli-rule-daily = jour
cli-rule-weekly = semaine
cli-rule-rest = repos
cli-rule-maximum = maximum
cli-rule-skill = compétence
cli-rule-closed = pas de quart
cli-no-history = Rien n’a encore été fait.
cli-undone = annulé

# Ce que les écritures du journal ont fait. Les parties `.with-…` suivent quand elles sont dites.
done-plan = Planifié : { $added ->
        [one] { $added } ajout
       *[other] { $added } ajouts
    }, { $removed ->
        [one] { $removed } retrait
       *[other] { $removed } retraits
    }, { $altered ->
        [one] { $altered } modification
       *[other] { $altered } modifications
    }
done-assign = { $who } : affectation, { $shift }, poste : { $duty }
    .with-pinned = fixée
    .with-overrides = règles écartées : { $overrides }
    .with-reason = motif : { $reason }
done-duty = { $who } : nouveau poste sur { $shift } : { $duty }
    .with-overrides = règles écartées : { $overrides }
    .with-reason = motif : { $reason }
done-unassign = { $who } : retrait, { $shift }
done-pin = { $who } : affectation fixée, { $shift }
    .with-reason = motif : { $reason }
done-unpin = { $who } : affectation libérée, { $shift }
done-publish = Version { $version } publiée
    .with-note = { $note }
done-absent = { $who }, absence { $time }; { $freed ->
        [0] aucun quart libéré
        [one] un quart libéré
       *[other] { $freed } quarts libérés
    }
    .with-outside = aucun jour du plan
    .with-code = code { $code }
    .with-alternate = { $alternate } remplace
done-callin = { $who }, rappel { $time }; { $freed ->
        [0] aucun quart libéré
        [one] un quart libéré
       *[other] { $freed } quarts libérés
    }
    .with-outside = aucun jour du plan
    .with-requirement = pour { $requirement }
    .with-alternate = { $alternate } remplace
done-back = { $who } : de nouveau disponible; { $stands ->
        [0] aucun quart rendu
        [one] un quart rendu
       *[other] { $stands } quarts rendus
    }
    .with-time = { $time }
done-undo = Annulé : écriture { $of }, { $what }
done-take-back = Annulé seul : écriture { $of }, { $what }
done-redo = Rétabli : écriture { $of }, { $what }

# Les manques, et pourquoi.
cli-gaps-sum = { $gaps ->
        [0] Aucun manque
        [one] { $gaps } manque
       *[other] { $gaps } manques
    } dans { $shifts ->
        [one] { $shifts } quart
       *[other] { $shifts } quarts
    }
cli-gaps-why = `picket why{ $dir } QUART` dit pourquoi un quart manque de monde et qui pourrait y être.
cli-gaps-fewer = `--site LIEU` et `--day AAAA-MM-JJ` ne montrent qu’un lieu, qu’un jour.
# De quelle sorte est un manque, dans un tableau; et combien il y en a.
cli-gap-open = vide
    .count = { $count ->
        [one] { $count } vide
       *[other] { $count } vides
    }
cli-gap-short = insuffisant
    .count = { $count ->
        [one] { $count } insuffisant
       *[other] { $count } insuffisants
    }
cli-gap-captain = capitaine
    .count = { $count } sans un capitaine voulu
cli-gap-skill = compétence
    .count = { $count } sans une compétence voulue
cli-gaps-status = manque
cli-gaps-when = quand
cli-gaps-shift = quart
cli-gaps-heads = pers.
cli-gaps-no-day = Aucun manque : le { $day } n’est pas un jour du plan ({ $days }).
cli-gaps-minimum = min.
cli-gaps-target = cible
cli-gaps-missing = il manque
cli-gaps-missing-heads = { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
cli-gaps-missing-captains = { $count ->
        [one] { $count } capitaine
       *[other] { $count } capitaines
    }
cli-numbers = { $heads ->
        [one] { $heads } personne
       *[other] { $heads } personnes
    }, { $target } { $target ->
        [one] voulue
       *[other] voulues
    }, minimum { $minimum }; au pire { $worst }
cli-numbers-captains = il manque { $count ->
        [one] { $count } capitaine
       *[other] { $count } capitaines
    }
cli-numbers-skills = il manque { $needs }
cli-eligible = { $eligible ->
        [0] aucun des { $members } membres ne pourrait y être
        [one] { $eligible } membre sur { $members } pourrait y être, en comptant qui y est déjà
       *[other] { $eligible } membres sur { $members } pourraient y être, en comptant qui y est déjà
    }
    .captain = { $eligible ->
        [0] aucun des { $members } membres ne pourrait y être capitaine
        [one] { $eligible } membre sur { $members } pourrait y être capitaine, en comptant qui l’est déjà
       *[other] { $eligible } membres sur { $members } pourraient y être capitaine, en comptant qui l’est déjà
    }
    .skill = { $eligible ->
        [0] aucun des { $members } membres ne pourrait y tenir le poste vacant
        [one] { $eligible } membre sur { $members } pourrait y tenir le poste vacant, en comptant qui y est déjà
       *[other] { $eligible } membres sur { $members } pourraient y tenir le poste vacant, en comptant qui y est déjà
    }
cli-lost = { $eligible }; ce qui écarte les autres :
cli-skilled-captain = { $members ->
        [0] aucun membre n’est capitaine
        [one] pour le seul capitaine : { $counts }
       *[other] des { $members } capitaines : { $counts }
    }
cli-skilled-skill = { $members ->
        [0] aucun membre ne l’a ({ $skills })
        [one] pour la seule personne qui l’a ({ $skills }) : { $counts }
       *[other] des { $members } qui l’ont ({ $skills }) : { $counts }
    }
cli-skilled-can = { $count } { $count ->
        [one] y est ou pourrait y être
       *[other] y sont ou pourraient y être
    }
cli-elsewhere = { $count ->
        [0] personne d’autre ne pourrait venir, pas même en quittant un autre quart
        [one] une autre personne pourrait venir, mais en quittant un autre quart
       *[other] { $count } autres pourraient venir, mais en quittant d’autres quarts
    }
    .captain = { $count ->
        [0] aucun autre capitaine ne pourrait venir, pas même en quittant un autre quart
        [one] un autre capitaine pourrait venir, mais en quittant un autre quart
       *[other] { $count } autres capitaines pourraient venir, mais en quittant d’autres quarts
    }
    .skill = { $count ->
        [0] aucune autre personne qui l’a ne pourrait venir, pas même en quittant un autre quart
        [one] une autre personne qui l’a pourrait venir, mais en quittant un autre quart
       *[other] { $count } autres qui l’ont pourraient venir, mais en quittant d’autres quarts
    }
cli-fillable = { $more ->
        [0] aucun déplacement n’a été trouvé qui y mette quelqu’un d’autre sans ouvrir un autre manque
        [one] { $more } personne de plus pourrait y être mise sans ouvrir un autre manque
       *[other] { $more } personnes de plus pourraient y être mises sans ouvrir un autre manque
    }
    .target = { $more ->
        [0] aucun déplacement n’a été trouvé qui y mette quelqu’un d’autre sans ouvrir un manque
        [one] { $more } personne de plus pourrait y être mise sans ouvrir de manque, mais d’autres quarts auraient peut-être moins que voulu
       *[other] { $more } personnes de plus pourraient y être mises sans ouvrir de manque, mais d’autres quarts auraient peut-être moins que voulu
    }
cli-unproven = il n’est prouvé ni qu’un autre horaire fasse mieux, ni que non
cli-levers = Ce qui le comblerait, si on l’accordait :
cli-lever = { $what } : { $who }
    .part = { $what } (donne { $brings } sur { $missing }) : { $who }
    .then = puis { $what } : { $who }
cli-lever-more = { $who } et { $count } de plus
cli-lever-at = { $what }, { $shift }
cli-lever-instead = { $what }, au lieu d’un autre quart
cli-lever-moves = puis { $step }
cli-lever-captain = nommer capitaine une des personnes qui y sont
cli-lever-skill = { $duty }, si une des personnes qui y sont l’a sans que la liste le dise
cli-lever-availability = demander une heure qui n’était pas offerte
cli-lever-rest = moins de repos, règle écartée avec un motif
cli-lever-weekly = un quart au-delà des heures de la semaine
cli-lever-daily = un autre quart le même jour
cli-lever-reach = un trajet plus long que d’habitude, jusqu’à { $km } km
cli-lever-spare = moins de gens de la réserve gardés hors de la ligne, { $duty }
cli-lever-release = libérer du service essentiel, { $duty }
cli-lever-minimum = un minimum de { $to } au lieu de { $now }
cli-lever-backup = abandonner le quart et envoyer qui peut y aller à : { $shift }
cli-why-over = Le quart est passé : il est trop tard pour y mettre quelqu’un.
cli-why-full = Le quart est complet.
cli-standing = { $count ->
        [0] Personne n’y est.
        [one] { $count } membre y est :
       *[other] { $count } membres y sont :
    }
cli-standing-pinned = poste fixé
cli-standing-hand = à la main
cli-standing-risk = peut être rappelé
# Ce qui est prouvé : que c’est le mieux possible, ou qu’il reste un poste vacant.
cli-proof-best = aucun horaire ne fait mieux
cli-proof-least = tout ne peut pas être comblé
cli-proof-moves = déplacer des gens ne fait que déplacer le manque
cli-proof-more = et { $count ->
        [one] une ligne de plus
       *[other] { $count } lignes de plus
    }
cli-bottleneck-heads = { $shifts ->
        [one] { $claim } : il faut à ce quart { $posts ->
            [one] { $posts } personne
           *[other] { $posts } personnes
        }, et { $members ->
            [0] personne ne peut jamais y venir
            [one] un seul membre peut y venir
           *[other] { $members } membres seulement peuvent y venir
        }
       *[other] { $claim } : { $shifts } quarts demandent ensemble { $posts } personnes, et { $members ->
            [one] la seule personne qui peut venir à l’un d’eux n’y remplit { $capacity ->
                [1] qu’une place
               *[other] que { $capacity } places
            }
           *[other] les { $members } qui peuvent venir à l’un d’eux n’y remplissent { $capacity ->
                [1] qu’une place
               *[other] que { $capacity } places
            }
        }
    }
    .target = { $shifts ->
        [one] { $claim } : ce quart voudrait { $posts ->
            [one] { $posts } personne
           *[other] { $posts } personnes
        }, et { $members ->
            [0] personne ne peut jamais y venir
            [one] un seul membre peut y venir
           *[other] { $members } membres seulement peuvent y venir
        }
       *[other] { $claim } : { $shifts } quarts voudraient ensemble { $posts } personnes, et { $members ->
            [one] la seule personne qui peut venir à l’un d’eux n’y remplit { $capacity ->
                [1] qu’une place
               *[other] que { $capacity } places
            }
           *[other] les { $members } qui peuvent venir à l’un d’eux n’y remplissent { $capacity ->
                [1] qu’une place
               *[other] que { $capacity } places
            }
        }
    }
cli-bottleneck-captains = { $shifts ->
        [one] { $claim } : ce quart demande { $posts ->
            [one] un capitaine
           *[other] { $posts } capitaines
        }, et { $members ->
            [0] aucun capitaine ne peut jamais y venir
            [one] un seul capitaine peut y venir
           *[other] { $members } capitaines seulement peuvent y venir
        }
       *[other] { $claim } : { $shifts } quarts demandent ensemble { $posts } capitaines, et { $members ->
            [one] le seul capitaine qui peut venir à l’un d’eux n’y remplit { $capacity ->
                [1] qu’une place
               *[other] que { $capacity } places
            }
           *[other] les { $members } capitaines qui peuvent venir à l’un d’eux n’y remplissent { $capacity ->
                [1] qu’une place
               *[other] que { $capacity } places
            }
        }
    }
cli-bottleneck-skills = { $shifts ->
        [one] { $claim } : ce quart demande { $posts ->
            [one] une personne ayant une compétence
           *[other] { $posts } personnes ayant une compétence
        } ({ $skills }), et { $members ->
            [0] aucune personne qui l’a ne peut jamais y venir
            [one] une seule personne qui l’a peut y venir
           *[other] { $members } personnes seulement qui l’ont peuvent y venir
        }
       *[other] { $claim } : { $shifts } quarts demandent ensemble { $posts } personnes ayant une compétence ({ $skills }), et { $members ->
            [one] la seule qui l’a et peut venir à l’un d’eux n’y remplit { $capacity ->
                [1] qu’une place
               *[other] que { $capacity } places
            }
           *[other] les { $members } qui l’ont et peuvent venir à l’un d’eux n’y remplissent { $capacity ->
                [1] qu’une place
               *[other] que { $capacity } places
            }
        }
    }
cli-no-candidates = Personne d’autre ne peut y être.
cli-candidates = { $count ->
        [one] { $count } membre peut y être :
       *[other] { $count } membres peuvent y être, les meilleurs d’abord :
    }
cli-candidates-more = et { $count } de plus
cli-candidate-week = { $week } cette semaine-là
cli-candidate-km = { $km } km
cli-candidate-site = a demandé le lieu ({ $rank })
cli-candidate-shift = a demandé le quart ({ $rank })
cli-candidate-risk = peut être rappelé
cli-why-stands = { $who } est sur { $shift } (poste : { $duty }), et peut l’être.
cli-why-stands-against = { $who } est sur { $shift } (poste : { $duty }), malgré ceci :
cli-why-may = { $who } peut être sur { $shift } (poste : { $duty }).
cli-why-may-not = { $who } ne peut pas être sur { $shift } (poste : { $duty }) :
cli-why-absent = absence notée, { $time }; `picket back { $member }` la retire
cli-why-callin = rappel noté, { $time }; `picket back { $member }` le retire
cli-why-closed = Il n’y a pas de quart { $shift } : { $why }.

# Plans.
cli-planned = Planifié en { $seconds } s : { $changes ->
        [0] rien à changer
        [one] { $changes } changement
       *[other] { $changes } changements
    }; { $assignments ->
        [one] { $assignments } affectation
       *[other] { $assignments } affectations
    }, horaire version { $version }.
cli-plan-dry = Essai de { $seconds } s : { $changes ->
        [0] rien ne changerait
        [one] { $changes } changement
       *[other] { $changes } changements
    }; { $assignments ->
        [one] { $assignments } affectation
       *[other] { $assignments } affectations
    }. Rien n’a été enregistré; l’horaire reste à la version { $version }.
cli-plan-stopped = La planification a été arrêtée avant la fin par la limite de { $limit } s : voici ce qu’elle avait atteint; plus longue, elle pourrait atteindre plus.
    .nothing = La planification a été arrêtée avant la fin par la limite de { $limit } s, sans avoir trouvé mieux que l’horaire tel qu’il est. Cela ne dit pas qu’il n’y a pas mieux : laissez-lui plus de temps.
cli-plan-next-gaps = Ensuite : `picket gaps{ $dir }` montre les manques, `picket why{ $dir } QUART` dit pourquoi.
cli-plan-next-publish = Ensuite : `picket publish{ $dir }` quand les gens sont avertis.
cli-level = niveau
cli-level-filled = comblé
cli-level-of = demandé
cli-level-bound = au plus
cli-level-all = tout est comblé
cli-level-best = optimum prouvé
cli-level-more = au plus { $more } de plus possibles
cli-level-captain = capitaines
cli-level-skill = compétences
cli-level-minimum = personnes au minimum
cli-level-target = personnes à la cible
cli-level-hours = heures
