# Listes de choix, aperçus, tableau de la ligne, carte, première page : ce que l’écran offre et répond au-delà de ses listes.

tab-line = Ligne
tab-map = Carte
tab-start = Départ

screen-counting-now = PRÉSENTS
screen-nothing-found = Rien ne correspond.
screen-mine = mes lieux
screen-looking = Recherche des personnes qui pourraient venir ici…
told-now = Les présences signées sont comptées, sur les lignes en cours.
told-looking = Recherche du meilleur choix…
told-changed-elsewhere = { $count ->
        [one] { $actor } : { $what }
       *[other] { $actor } : { $what } ({ $count } changements) · { $key-history } montre tout
    }

# Listes de choix.
pick-type = tapez pour réduire la liste
told-nothing-fits = Rien ne correspond à ce qui est tapé : tapez autre chose, ou échap quitte.
told-nothing-to-choose = Il n’y a rien à choisir ici : échap quitte.
told-to-be-read = Cette page ne fait que se lire : échap quitte.
pick-called = Qui est rappelé? { $service }, { $site }
pick-site-to-close = Quel lieu est fermé?
called-response = { $minutes } min
pick-how = entrée choisit · échap quitte
pick-how-read = taper réduit la liste · échap quitte
pick-how-filters = entrée active ou désactive · échap ferme
pick-seek = Trouver membres, lieux, quarts, manques, commandes
pick-palette = Commandes
pick-away-or-back = { $member } ne peut pas venir, ou revient
pick-away = { $member } ne peut pas venir
pick-callin = { $member } : rappel aux services essentiels
pick-duties = { $member } : rappel à quel service?
pick-publish = Informer les gens
pick-paper = Imprimer
pick-move = Où envoyer { $member }?
pick-members = { $count ->
        [one] un membre
       *[other] { $count } membres
    }
pick-touching = Seulement ce qui touche…
touching-nobody = L’écriture sous le curseur ne touche ni un membre ni un quart : tapez-en un.
touching-type = tapez un membre, un lieu ou un quart
pick-filters = Montrer seulement
pick-numbers = Nombres de { $line }
pick-menu = Ce qu’on peut faire ici
pick-walk-in = Qui est venu sans être attendu?
pick-glossary = Vocabulaire
pick-marked = { $count ->
        [one] un élément marqué
       *[other] { $count } éléments marqués
    }

found-member = membre
found-site = lieu
found-shift = quart
found-gap = manque
found-command = commande
found-elsewhere = dans { $place }

keep-all = tout
keep-on = actif
keep-status = état
keep-mine = à moi
keep-region = région
keep-kind = genre
keep-day = jour
keep-who = qui
told-mine = { $site } compte parmi vos lieux; { $key-filter } ne montre qu’eux.
told-not-mine = { $site } ne compte plus parmi vos lieux.
told-none-mine = Aucun lieu n’est encore à vous : { $key-mine } sur un lieu le dit.

# Quelqu’un appelle.
away-frees = { $shifts ->
        [0] aucun quart touché
        [one] 1 quart se libère
       *[other] { $shifts } quarts se libèrent
    }
away-day = { $day }, toute la journée
away-shift = seulement le quart { $times }
away-two-days = jusqu’au { $day } : deux jours
away-week = jusqu’au { $day } : la fin de la semaine
away-fortnight = jusqu’au { $day } : deux semaines
away-rest = jusqu’au { $day } : le reste du plan
away-from-now = de maintenant ({ $time }) à la fin de la journée
away-back-now = de retour, dès maintenant
away-back-then = vient quand même : { $time }
away-type = ou tapez { $day }..{ $later }, lun-ven, { $day } 06:00-12:00
away-how = S’écrit 2026-12-08, 2026-12-08..2026-12-10, lun-ven ou 2026-12-08 06:00-12:00
told-away-enough = Ce quart n’est pas un manque : il en reste { $heads }, son minimum est { $minimum }.
told-away-next = Voici le quart à combler.

# Papier.
paper-signin = Feuilles de présence
paper-captain = Copie du capitaine, avec téléphones
paper-roster = Horaire
paper-calls = Qui appeler au sujet des changements
paper-changes = Changements depuis l’annonce
paper-hours = Heures et indemnités de grève
paper-essential = Services essentiels
paper-coverage = Tableau de couverture
paper-member = Semaines d’une personne
paper-everywhere = partout
told-printing = Écriture…
told-printed = Écrit dans { $file }
told-not-printed = Pas écrit : { $why }

# Informer les gens.
publish-first = Rien n’a encore été annoncé. { $assignments ->
        [one] Une affectation sera annoncée
       *[other] { $assignments } affectations seront annoncées
    }.
publish-since = Depuis l’annonce de la version { $version } : affectations ajoutées : { $came }, retirées : { $went }, modifiées : { $altered }; { $members ->
        [0] personne à appeler
        [one] une personne à appeler
       *[other] { $members } personnes à appeler
    }.
publish-hours = { $hours ->
        [one] Une affectation n’est plus à l’heure annoncée.
       *[other] { $hours } affectations ne sont plus à l’heure annoncée.
    }
publish-gaps = { $gaps ->
        [0] Il ne reste aucun manque.
        [one] Il reste un manque.
       *[other] Il reste { $gaps } manques.
    }
publish-no-way-back = Ce qui est annoncé le reste : l’annulation n’y touche pas. Ce qui change ensuite s’annonce de nouveau.
publish-do = Publier la version { $version }
publish-what = les changements suivants y seront comparés
publish-calls = D’abord noter qui appeler
told-published = La version { $version } est annoncée. Les changements suivants y seront comparés; { $key-calls } montre qui appeler. Ce qui est annoncé le reste : l’annulation n’y touche pas.
told-published-already = Cette version a déjà été annoncée.

# Plusieurs à la fois.
screen-marked = { $count ->
        [one] 1 marqué
       *[other] { $count } marqués
    }
word-today = aujourd’hui
word-tomorrow = demain
told-marked = { $count ->
        [0] Rien n’est marqué.
        [one] Un élément marqué; { $key-marked } montre ce qu’on peut en faire.
       *[other] { $count } éléments marqués; { $key-marked } montre ce qu’on peut en faire.
    }
told-none-to-come = Aucun quart n’est à venir ici dans les jours montrés : { $key-zoom } montre toute la grève.
told-nothing-marked = Rien n’est marqué : { $key-mark } marque ce qui est sous le curseur, { $key-mark-all } tout ce qui est listé.
told-several-nobody = { $count ->
        [one] Un poste de capitaine est libre, et personne ne peut y être affecté. { $key-fill } dit ce qui aiderait.
       *[other] { $count } postes de capitaine sont libres, et personne ne peut y être affecté. { $key-fill } dit ce qui aiderait ici, { $key-next-gap } mène au manque suivant.
    }
told-several-still = { $count ->
        [one] Un poste de capitaine reste libre : personne ne peut y être affecté; { $key-fill } sur le quart dit ce qui aiderait.
       *[other] { $count } postes de capitaine restent libres : personne ne peut y être affecté; { $key-fill } sur chacun dit ce qui aiderait.
    }
told-filling-nobody = { $count ->
        [one] Il manque une personne, et nul autre ne peut y être affecté. { $key-fill } dit ce qui aiderait.
       *[other] Il manque { $count } personnes, et nul autre ne peut y être affecté. { $key-fill } dit ce qui aiderait ici, { $key-next-gap } mène au manque suivant.
    }
told-filling-still = { $count ->
        [one] Il manque encore une personne : nul autre ne peut y être affecté; { $key-fill } sur le quart dit ce qui aiderait.
       *[other] Il manque encore { $count } personnes : nul autre ne peut y être affecté; { $key-fill } sur chacun dit ce qui aiderait.
    }
told-what-if-waits = L’hypothèse est prête : { $key-what-if } la montre.
told-several-nothing = Il n’y avait rien à faire.
told-several-none = Tout poste de capitaine de ce qui est marqué est déjà pourvu.
told-filling-none = Tout ce qui est marqué a déjà son minimum.
told-several-left-out = { $count ->
        [one] Laissé de côté : { $member }, { $why }.
       *[other] { $count } laissés de côté, dont { $member } : { $why }.
    }
deed-pin = Les fixer : le planificateur les laisse
deed-unpin = Les libérer : le planificateur peut les changer
deed-take-off = Les retirer
deed-assign = Les affecter au quart
deed-send = Les envoyer à un autre quart
deed-captains = Le meilleur capitaine pour chaque poste vacant
deed-captains-can = { $can } sur { $count ->
        [one] { $count } capitaine
       *[other] { $count } capitaines
    }
deed-fill-can = { $can } sur { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
deed-fill = Les meilleurs choix, jusqu’au minimum de chacun
deed-forget = Oublier les marques
move-backup = repli
done-several = Fait d’un coup : ajouts : { $added }, retraits : { $removed }, modifications : { $altered }
done-sign-all = { $count ->
        [one] Une présence signée à { $shift }
       *[other] { $count } présences signées à { $shift }
    }

# Nombres d’une ligne.
number-minimum = Minimum : en dessous, la ligne est insuffisante
number-target = Cible : nombre de personnes voulu
number-maximum = Maximum : jamais dépassé
number-captain-ratio = Un capitaine pour tant de personnes
number-vehicle-delay-minutes = Minutes de retard permises aux véhicules
told-number = { $line } : { $before } devient { $after }, écrit dans { $file } ({ $name }).
told-no-number = Il faut un nombre entier.
told-number-nowhere = Aucun fichier de cette grève ne contient le lieu { $detail }.
told-number-refused = Rien n’a été changé, le fichier ne serait plus valable : { $detail }

# La ligne maintenant.
line-begins-in = { $days ->
        [0] { $hours ->
            [0] { $minutes ->
                [one] commence dans une minute
               *[other] commence dans { $minutes } min
            }
           *[other] commence dans { $hours } h { $minutes } min
        }
        [1] commence dans un jour et { $hours } h
       *[other] commence dans { $days } jours
    }
line-ends-in = encore { $hours } h { $minutes } min
line-over = terminé
line-here = { $heads ->
        [one] personne sur la ligne
       *[other] personnes sur la ligne
    }
line-wanted = minimum { $minimum }, cible { $target }
line-captains = capitaines { $here } sur { $asked }
line-expected = { $count ->
        [0] personne d’autre n’est attendu
        [one] une personne de plus est attendue
       *[other] { $count } personnes de plus sont attendues
    }
line-nobody = Personne n’est attendu ici. { $key-walk-in } signe la présence de qui vient.
line-since = depuis { $time }
line-was = { $from }–{ $to }
line-not-come = pas venu
line-walk-in = non attendu
told-all-signed = Toutes les personnes attendues sont sur la feuille.
told-signed-elsewhere = { $count ->
        [one] Une personne est sur une autre feuille.
       *[other] { $count } personnes sont sur d’autres feuilles.
    }
walk-in-how = Tapez un nom ou un numéro.

# La carte.
map-today = manques du jour
map-nowhere = Aucun lieu n’a de latitude et de longitude dans les fichiers : il n’y a rien à dessiner.
map-unplaced = { $count ->
        [one] Un lieu de cette région est sans coordonnées.
       *[other] { $count } lieux de cette région sont sans coordonnées.
    }

# La première page.
start-what = Picket organise une ligne de piquetage : qui se tient où et quand, où il manque du monde, et ce qui y remédierait.
start-is-sample = Voici l’exemple fourni, une grève fictive de la fonction publique de l’Ontario. On peut tout y essayer; rien n’en est gardé.
start-is-strike = Ouvert : { $strike }
start-ways = Pour commencer
start-sample = Explorer l’exemple
    .about = toute une grève à planifier et à mener; rien de ce que vous y faites ne reste
start-go-on = Continuer avec cette grève
    .about = retour à l’aperçu
start-new = Créer une grève
    .about = six questions; les fichiers se tiennent ensuite à la main
start-folder = Ouvrir un dossier qui contient une grève
    .about = le dossier avec strike.toml, sites.toml et members.csv
start-next = Et ensuite
start-next-plan = établir un plan à partir de maintenant et voir ce qu’il changerait
start-next-next-gap = aller au manque suivant, le pire d’abord
start-next-assign = affecter le meilleur choix au manque sous le curseur
start-next-find = trouver un membre, un lieu, un quart, un manque ou une commande
start-next-help = voir chaque touche et ce qu’elle fait
start-next-language = speak English
question-name = Comment s’appelle la grève?
    .again = Il faut un nom.
question-first-day = Quel jour commence-t-elle?
    .again = Une date s’écrit 2026-12-07.
question-days = Combien de jours sont prévus?
    .again = De 1 à 366 jours.
question-sites = À quels lieux? (séparés d’une virgule)
    .again = Il faut au moins un lieu.
question-shifts = Avec quels quarts? (séparés d’une virgule)
    .again = Les quarts s’écrivent 07:30-11:30, 11:30-15:30.
question-folder = Dans quel dossier?
    .again = Il faut un dossier.
prompt-folder = Dossier de la grève :
prompt-value-how = entrée continue, échap quitte
told-made = Créée dans { $folder }. Ensuite, les gens : { $key-import } importe une liste, ou remplissez members.csv et { $key-check } le lit. { $key-numbers } règle les nombres d’une ligne.
told-not-made = Pas créée : { $why }
told-opened = { $folder } est ouvert.
told-not-opened = Pas ouvert : { $first } ({ $count ->
        [one] un problème
       *[other] { $count } problèmes
    }; picket check dit tout)

# keys.toml.
told-keys = keys.toml : { $first } ({ $count ->
        [one] le reste vaut
       *[other] { $count } semblables; le reste vaut
    })
keys-form = ligne { $line } : { $what }; { $how }
keys-command = il n’y a pas de commande { $name }
    .near = il n’y a pas de commande { $name }; vouliez-vous dire { $near }?
keys-key = { $name } : aucune touche ne s’écrit { $key }
keys-kind = { $name } : une touche s’écrit entre guillemets, plusieurs entre crochets
keys-clash = { $name } : { $key } est déjà { $other }
keys-reserved = { $name } : { $key } fait toujours la même chose

# D’autres mots du métier.
word-captain = capitaine
    .means = un membre qui mène une ligne; il en faut un pour tant de personnes
word-pool = réserve
    .means = des membres dont assez doivent rester hors de la ligne à tout moment; peu importe lesquels
word-alternate = suppléance, sur appel
    .means = peut tenir une ligne, mais peut en être rappelé à tout moment
word-at-risk = à risque
    .means = peut être rappelé aux services essentiels; non compté au pire cas
word-call-in = rappel
    .means = l’employeur rappelle un membre désigné aux services essentiels ou d’urgence; tenu au registre
word-publish = publier
    .means = faire de l’horaire ce qui est annoncé; les changements suivants y sont comparés, avec qui appeler
word-walk-in = non attendu
    .means = une personne venue sur une ligne sans y être inscrite; ses heures comptent
word-backup = lieu de repli
    .means = où vont les gens quand il faut quitter le leur
word-phase = phase
    .means = le genre d’action en cours : information, grève du zèle, tournante, générale, suspendue

# Mode simple : des lignes de texte pour un lecteur d’écran.
plain-place = { $place }. { $strike }, { $at }, version { $version }.
plain-rows = { $count ->
        [0] Rien n’est listé. Une commande par son nom ou sa touche; help les énumère; quit quitte.
        [one] Une rangée. Entrée l’ouvre; une commande par son nom ou sa touche; help les énumère; quit quitte.
       *[other] { $count } rangées. # et un numéro mène à une rangée, entrée l’ouvre; une commande par son nom ou sa touche; help les énumère; quit quitte.
    }
plain-choose = Un numéro choisit, entrée prend le premier, des mots resserrent le choix, esc quitte.
plain-unknown = Rien ici ne s’appelle { $text } : help énumère ce qu’il y a.
plain-expected = attendu

# Annuler.
pick-rewind = Annuler
rewind-hour = Tout ce qui date de la dernière heure
rewind-here = Celui-ci et tout ce qui suit
rewind-alone = Celui-ci seulement; ce qui suit reste
rewind-count = { $count ->
        [one] une action
       *[other] { $count } actions
    }
told-rewound = { $count ->
        [0] Il n’y avait rien à annuler.
        [one] Une action annulée. { $key-redo } la rétablit.
       *[other] { $count } actions annulées. { $key-redo } les rétablit une à une.
    }

line-short = { $minutes ->
        [one] sous le minimum pendant une minute jusqu’ici, d’abord à { $since }
       *[other] sous le minimum pendant { $minutes } min jusqu’ici, d’abord à { $since }
    }
picture-most-heads = au plus { $heads }

# Où en est ce qui prend du temps.
stage-files = lecture des fichiers
stage-roster = lecture de l’horaire
    .done = lecture de l’horaire : { $done } affectations
stage-changes = calcul des changements
stage-writing = écriture
    .of = écriture : { $done } sur { $of }
stage-counting = décompte
    .of = décompte : { $done } sur { $of }
busy-hearing = Un autre écran a beaucoup changé
busy-taking-plan = Adoption du plan
busy-undoing = Annulation
busy-redoing = Rétablissement
busy-noting = Inscription
busy-filling = Affectation
busy-publishing = Publication
busy-printing = Impression
busy-reading = Relecture de la grève
busy-opening = Ouverture
busy-closing = Fermeture du lieu

# Ce qui comblerait un manque; deux personnes qui échangent; un lieu perdu.
pick-ways = Ce qui le comblerait
pick-swap = Qui échange avec { $member }, { $shift }
pick-close = { $site } : fermer
told-no-gap-here = Aucun manque ici : il n’y a rien à accorder.
ways-none = Aucun déplacement ne le comble, ni rien qu’on pourrait accorder. { $key-plan } planifie de nouveau, { $key-numbers } change ses nombres.
levers-in-rules = Aucun motif ne lève cette règle, seulement un autre { $key } dans [rules] de strike.toml. { $key-check } relit les fichiers.
levers-in-agreement = Aucun motif ne lève cette règle, seulement l’accord de l’employeur, écrit dans essential.toml; { $key-check } le relit.
close-is-closed = Il est déjà fermé; ce qui est choisi s’y ajoute.
close-to-backup = { $from ->
        [now] Désormais
       *[other] À partir du { $from }
    }, ses quarts n’existent plus. Qui le peut va à : { $backup }; les autres sont libérés.
close-no-backup = { $from ->
        [now] Désormais
       *[other] À partir du { $from }
    }, ses quarts n’existent plus. Il n’a pas de lieu de repli : tous sont libérés.
close-today = pour aujourd’hui
close-tomorrow = jusqu’à demain soir
close-week = jusqu’à la fin de la semaine
close-for-good = jusqu’à nouvel ordre
close-would = { $shifts ->
        [one] { $shifts } quart
       *[other] { $shifts } quarts
    }; déplacés : { $moved }, libérés : { $freed }
close-reopen = Rouvrir : ses quarts reviennent, vides
paper-report = Rapport de la journée
paper-board = Tableau de la journée
paper-short = Qui manque d’heures
paper-calendar = Calendrier de grève
paper-tree = Chaîne téléphonique
paper-map = Carte
picture-short-minutes = −{ $minutes } min
picture-short-minutes-long = { $minutes } min sous le minimum jusqu’ici
ways-no-moves = Personne ne peut être déplacé pour le combler; si on accordait ceci :
pick-name = Qui reçoit le poste de { $duty }? { $shift }
name-what = La compétence est ajoutée à la ligne du membre dans la liste, pour tous les quarts à venir; ici, le poste change aussi.
told-not-named = Personne n’a été nommé : { $detail }
ways-fewer = { $count } de moins
ways-name-captain = nommer un capitaine sur place
ways-name-skill = quelqu’un sur place a : { $duty }
ways-posts = { $count ->
        [one] { $count } poste
       *[other] { $count } postes
    }
ways-brings = { $brings } sur { $missing }
ways-earns = +{ $earned } h
ways-barred = à retirer
ways-move = Faire ces déplacements : { $people ->
        [one] { $people } personne à prévenir
       *[other] { $people } personnes à prévenir
    }

# Une commande sans effet ici : où elle en a; et qui appelle, quand personne n’est sous le curseur.
told-there = Ici, { $key } le fait : { $what }.
pick-who-away = Qui ne peut pas venir?
pick-who-called = Qui est rappelé?
callin-no-agreement = Cette grève n’a pas d’entente sur les services essentiels : le rappel est noté sans fonction. { $key-absent } note toute autre absence.
callin-no-duty = Ce membre n’est désigné à aucune fonction de l’entente : le rappel est noté sans fonction. { $key-absent } note toute autre absence.
who-type = le nom, ou le numéro
who-no-shift = aucun quart à venir
