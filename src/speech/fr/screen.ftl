# Ce qui figure à l’écran.

tab-overview = Aperçu
tab-coverage = Couverture
tab-members = Membres
tab-essential = Essentiels
tab-history = Historique
tab-shift = Quart
tab-member = Membre
tab-plan = Plan
tab-help = Aide

screen-version = version { $version }
screen-counting-worst = PIRE CAS
screen-hold = LA LIGNE TIENT
screen-too-small = demande { $columns } × { $rows } caractères; ce terminal en a { $width } × { $height }. Agrandissez-le, ou réduisez les lettres.
screen-too-small-keys = Tout est enregistré. { $key-quit } pour quitter.
screen-region = Région { $region }
screen-no-region = Sans région

# L’aperçu.
screen-day-of = Jour { $day } sur { $days }
screen-days-to-go = { $days ->
        [one] Un jour avant le premier jour
       *[other] { $days } jours avant le premier jour
    }
screen-days-over = { $days ->
        [one] Le plan a pris fin hier
       *[other] Le plan a pris fin il y a { $days } jours
    }
mode-information = piquetage d’information
mode-work-to-rule = grève du zèle : aucune ligne
mode-rotating = grève tournante
mode-full = grève générale
mode-suspended = suspendue : aucune ligne
mode-settled = réglée : aucune ligne
mode-none = aucun moyen de pression en ce moment
screen-lawful-since = légale depuis { $at }
screen-lawful-in-days = légale dans { $days ->
        [one] un jour
       *[other] { $days } jours
    } { $hours } h ({ $at })
screen-lawful-in-hours = légale dans { $hours } h { $minutes } min ({ $at })
screen-gaps-of = { $gaps ->
        [0] Aucun manque sur { $shifts } quarts
        [one] { $gaps } manque sur { $shifts } quarts
       *[other] { $gaps } manques sur { $shifts } quarts
    }
screen-gaps = { $gaps ->
        [0] aucun
        [one] { $gaps } manque
       *[other] { $gaps } manques
    }
screen-gaps-short = { $gaps ->
        [one] 1 manque
       *[other] { $gaps } manques
    }
screen-gaps-column = manq.
screen-planned = prévu
screen-worst-case = pire cas
screen-worst-gaps = { $gaps ->
        [one] { $gaps } manque au pire
       *[other] { $gaps } manques au pire
    }
screen-worst-first = Pires manques
screen-gaps-in-worst-case = Pires manques sans les membres à risque
screen-past-gaps = { $gaps ->
        [one] { $gaps } autre est passé
       *[other] { $gaps } autres sont passés
    }
screen-no-gaps = Aucun manque à venir.
screen-plan-first = personne n’est affecté : { $key-plan } établit un plan
screen-list-first = personne n’est inscrit : { $key-import } importe une liste
screen-nothing-planned = Personne n’est encore affecté.
screen-now-and-next = En cours et à venir
screen-running = { $shifts ->
        [one] { $shifts } ligne tenue
       *[other] { $shifts } lignes tenues
    }
screen-now = en cours
screen-nothing-more = Aucun quart en cours, aucun à venir.
screen-by-region = Par région
screen-by-kind = Par genre
level-captain = Capitaines
level-skill = Compétences
level-minimum = Minimum
level-target = Cible
lack-heads = { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
lack-captains = { $count ->
        [one] { $count } capitaine
       *[other] { $count } capitaines
    }
lack-skill = { $skill } ({ $count })

# L’image de la couverture.
zoom-day = Jour
zoom-week = Semaine
zoom-whole = Grève
screen-gaps-only = manques seuls
screen-heads = { $heads } sur { $target }, minimum { $minimum }, pire cas { $worst }
screen-heads-least = minimum { $minimum }, pire cas { $worst }
screen-missing = il manque : { $what }
screen-no-shift = Aucun quart ici à ce moment.
screen-no-shifts = Aucun quart n’existe dans ce temps.
screen-nothing-passes = Rien ne passe les filtres. { $key-clear } montre tout de nouveau.

# Un quart.
screen-heads-long = { $heads ->
        [one] { $heads } personne
       *[other] { $heads } personnes
    } sur { $target } · minimum { $minimum } · au plus { $maximum } · pire cas { $worst }
screen-standing = En place
screen-candidates = Candidats
screen-ruled-out = Écartés
screen-empty-post = – libre
screen-at-risk = à risque
screen-at-risk-short = à risque
screen-pinned = fixé
screen-nobody-ruled-out = Personne n’est écarté.
screen-no-candidates = Personne d’autre ne peut y être. { $key-right } montre qui est écarté, et pourquoi.
    .gap = Personne d’autre ne peut y être. { $key-fill } dit ce qui comblerait le manque; { $key-right } montre qui est écarté, et pourquoi.
screen-can-be-set-aside = † On peut y déroger : tapez « { $key-override } » et donnez le motif.
asked-site = lieu : choix { $rank }
asked-site-short = lieu { $rank }
asked-time = heure : choix { $rank }
asked-time-short = heure { $rank }
asked-home = travail

column-member = Membre
column-as = Poste
column-hours-of = heures, semaine du
column-hours = Heures
column-km = km
column-asked = Demandé
column-id = Numéro
column-home = Lieu de travail
column-class = Classe
column-skills = Compétences
column-bond = Essentiel
column-shifts = Quarts
column-required = Requis
column-designated = Désignés
column-free = Libres
column-at-risk = À risque
column-there = Présents
column-on-line = Ligne

# Membres.
screen-members = { $all ->
        [one] { $all } membre
       *[other] { $all } membres
    }
screen-members-of = { $shown ->
        [one] { $shown } membre
       *[other] { $shown } membres
    } sur { $all }
screen-ordered = par { $order }
screen-nobody-listed = Personne n’est encore inscrit : { $key-import } importe une liste; ou écrivez members.csv, et { $key-check } le lit.
screen-nobody-passes = Personne ne passe les filtres. { $key-clear } montre tout le monde de nouveau.
who-active = actifs
who-short-of-hours = heures à faire cette semaine
who-free = sans quart cette semaine
who-captains = capitaines
who-essential = essentiels
who-at-risk = à risque
who-not-active = non actifs
order-name = nom
order-fewest-hours = heures croissantes
order-most-hours = heures décroissantes
order-home = lieu de travail
order-id = numéro
status-active = actif
status-leave = en congé
status-ltd = ILD
status-wsib = CSPAAT
status-parental = parental
status-excluded = exclu
status-arbitration = arbitrage
bond-full-time = temps plein
bond-part-time = partiel
bond-pool = réserve
bond-alternate = suppléance
bond-on-call = sur appel
fact-reach = jusqu’à { $km } km
fact-local = section { $local }
hold-line = ligne
hold-essential = essentiel
hold-away = absent
screen-shifts = Quarts
screen-shifts-count = { $count ->
        [one] { $count } quart
       *[other] { $count } quarts
    }
screen-no-shifts-of-member = Aucun quart pour l’instant.

# Services essentiels.
screen-no-agreement = Cette grève n’a pas d’entente sur les services essentiels. { $key-call-in } note quand même un rappel.
screen-requirements = { $count ->
        [one] { $count } exigence
       *[other] { $count } exigences
    }
screen-agreement-version = entente, version { $version }
screen-agreement-signed = signée le { $day }
screen-what-must-go-on = Ce qui doit continuer
screen-windows = Plages
screen-trigger = si { $trigger }
screen-designated = Désignés
part-emergency = urgence

# Historique.
screen-entries = { $count ->
        [0] Rien n’a encore été fait
        [one] { $count } action
       *[other] { $count } actions
    }
screen-entries-of = { $shown } sur { $all ->
        [one] 1 action
       *[other] { $all } actions
    }
screen-no-history = Chaque affectation, plan et annulation figurera ici.
screen-undone = annulé
screen-undo-next = { $key-undo } annule ceci

# Lignes à remplir.
prompt-find = entrée garde, échap efface
prompt-reason = Pourquoi { $member } malgré tout :
prompt-reason-how = entrée affecte, échap renonce

# Ce que répond une action.
told-undo = { $key-undo } pour annuler.
told-redo = { $key-redo } pour rétablir.
pick-take-back = Annuler ceci?
take-back-do = annuler
take-back-by = { $actor }, { $at }
told-hold-on = Désormais, chaque changement reçoit aussitôt sa réponse : le moins de monde possible se déplace, et personne qui soit fixé ou placé à la main. { $key-undo } annule une réponse.
told-hold-off = Désormais, la meilleure réponse à un changement est proposée; { $key-take-repair } l’applique.
told-no-offer = Rien n’est proposé : le dernier changement n’appelle aucune réponse, ou autre chose a été fait depuis.
told-offer = Meilleure réponse : { $moves } ({ $people ->
        [one] une personne
       *[other] { $people } personnes
    }{ $minutes ->
        [0] {""}
       *[other] {""}; { $earned } h de piquetage rattrapées
    }).
told-take-offer = { $key-take-repair } l’applique.
told-assigned = { $member } : affectation, { $shift }, poste : { $duty }.
told-unassigned = { $member } : retrait, { $shift }.
told-pinned = { $member } : affectation fixée, { $shift }. Le planificateur n’y touchera pas.
told-unpinned = { $member } : affectation libérée, { $shift }. Le planificateur peut la changer.
told-duty = { $member } : nouveau poste, { $duty }.
told-refused = Refusé : { $why }.
told-hard-rule = { $member } : impossible, même avec un motif : { $why }.
told-choose-ruled-out = Choisissez qui affecter malgré tout; c’est possible pour ceux marqués †.
told-choose-standing = Placez d’abord le curseur sur quelqu’un qui s’y trouve.
told-no-candidate-but = Personne d’autre ne peut y être pour l’instant. Ceci aiderait.
told-no-candidate = Personne d’autre ne peut y être : voyez qui est écarté, et pourquoi.
told-no-other-duty = { $member } ne peut y tenir aucun autre poste.
told-nothing-here = Il n’y a ni membre ni quart sous le curseur.
told-key-elsewhere = { $key } ne fait rien ici; ailleurs : { $what }.
told-no-such-key = { $key } ne fait rien; { $key-menu } montre ce qu’on peut faire ici.
told-on-shift = { $key-show-member } ouvre la page : { $member }; { $key-back } montre tout le monde de nouveau.
told-no-shift-here = Il n’y a aucun quart sous le curseur.
told-no-shift-beyond = Il n’y a pas d’autre quart sur cette ligne.
told-nobody-here = Il n’y a personne sous le curseur.
told-ring = { $member } : { $ways }
told-no-way-to-ring = { $member } : la liste ne donne ni téléphone ni courriel.
busy-ringing = Recherche du téléphone
told-no-gap = Aucun manque à venir.
told-too-long = Une ligne prend { $most } caractères : { $count ->
        [one] le dernier n’a pas été pris.
       *[other] les { $count } derniers n’ont pas été pris.
    }
told-reason-needed = Il faut un motif : il est conservé avec l’affectation et imprimé.
told-nothing-to-undo = Il n’y a rien à annuler.
told-nothing-to-back = Personne n’avait dit que ce membre serait absent à ce moment.
told-nothing-to-redo = Il n’y a rien à rétablir.
told-overtaken = Refusé : { $actor } a changé l’horaire entre-temps ({ $what }).
told-busy = Non enregistré : un autre programme écrit l’horaire. Réessayez.
told-busy-with = Non enregistré : { $who } (processus { $pid }) écrit l’horaire. Réessayez.
told-record-failed = Non enregistré : { $detail }
told-saved = Tout est enregistré : version { $version }.
told-worst = Compte sans les membres à risque.
told-planned = Compte comme prévu.
told-language = Français.
told-nowhere-back = C’est le premier écran; { $key-quit } pour quitter.

# La page d’aide.
sign-open = personne n’y est
sign-short = moins de personnes que le minimum
sign-captain = assez de personnes, mais un poste de capitaine est libre
sign-skill = assez de personnes et de capitaines, mais une compétence manque
sign-thin = tout l’indispensable y est; moins de personnes que la cible
sign-full = la cible est atteinte
word-gap = manque
    .means = un quart vide, sous le minimum, ou sans un capitaine ou une compétence demandés
word-worst-case = pire cas
    .means = les nombres si tous les membres à risque étaient appelés en même temps
word-minimum = minimum, cible
    .means = nombre de personnes sous lequel une ligne est insuffisante; nombre voulu. Les capitaines comptent.
word-designation = désignation
    .means = la part d’un membre dans l’entente : temps plein, temps partiel, réserve, suppléance, sur appel
word-pin = fixer
    .means = une affectation que le planificateur ne change jamais
word-set-aside = †
    .means = une règle à laquelle une personne peut déroger, avec un motif conservé et imprimé
word-week = heures
    .means = heures à l’horaire dans une semaine, sur celles qui donnent droit à la pleine indemnité

# Genres de lieu.
site-kind-mto-office = Bureau du MTO
site-kind-inspection-station = Poste d’inspection
site-kind-government-office = Bureau du gouvernement
site-kind-detention-centre = Centre de détention
site-kind-jail = Prison
site-kind-correctional-centre = Centre correctionnel
site-kind-treatment-centre = Centre de traitement
site-kind-youth-centre = Centre de jeunes
site-kind-school-board = Conseil scolaire
site-kind-school = École
site-kind-mpp-office = Bureau de député
site-kind-legislature = Assemblée législative
site-kind-union-office = Bureau syndical
site-kind-headquarters = Siège social
site-kind-other = Autre

# Quand l’écran n’est pas possible, ou finit trop tôt.
screen-no-terminal = l’écran a besoin d’un terminal; les commandes s’en passent : picket help
screen-fault = l’écran a eu une défaillance et s’est fermé. Tout ce qui a été fait est enregistré. Le rapport est dans { $report }
screen-fault-untold = l’écran a eu une défaillance et s’est fermé. Tout ce qui a été fait est enregistré.

# Plans.
screen-planning = planification… · { $key-plan } arrête
screen-planning-pieces = planification… { $done } sur { $of } · { $key-plan } arrête
screen-planning-last = planification… dernières retouches · { $key-plan } arrête
screen-no-plan = Aucun plan ici. { $key-plan } en prépare un.
screen-plan-would = { $changes ->
        [one] Il changerait { $changes } affectation
       *[other] Il changerait { $changes } affectations
    } : { $came } de plus, { $went } de moins, { $altered ->
        [one] { $altered } modifiée
       *[other] { $altered } modifiées
    }.
screen-changes = Changements
column-now = actuel
column-planned = prévu
column-of = demandé
column-bound = possible
level-gaps = Manques
level-hours = Heures
told-plan-called-off = Planification interrompue.
told-plan-same = Planifié : rien à changer, l’horaire ne peut être meilleur.
told-plan-stopped = Le temps a manqué avant que rien de mieux ne soit trouvé : une recherche plus longue le peut.
screen-plan-stopped = Le temps a manqué : voici ce qui était trouvé alors, une recherche plus longue peut atteindre plus.
told-plan-waits = Le plan est prêt : { $key-plan } le montre.
told-plan-stale = L’horaire a changé pendant la planification. { $key-plan } recommence.
told-plan-failed = La planification a échoué : { $detail }
screen-all-day = 24 h

# Ce que montre chaque écran, au début de son aide.
about-overview = Toute la grève : ce qui est comblé, et ce qui resterait sans les personnes qui risquent d’être rappelées aux services essentiels (pire cas). Dessous, les manques, le pire d’abord; ce qui a lieu et ce qui vient; et chaque région. { $key-left } et { $key-right } mènent d’une liste à l’autre.
about-coverage = Les lieux et leurs lignes, jour par jour. Une case est un quart : son signe, les personnes qui y sont, celles qu’on y veut. La rangée d’une région ou d’un lieu montre le pire de ses quarts, et combien de manques elle a.
about-shift = Un quart : à gauche qui y est et quels postes sont libres; à droite qui pourrait y être, les meilleurs d’abord. { $key-right } mène à tous ceux qui ne peuvent pas, chacun avec la règle qui le dit.
about-members = Tout le monde, avec les heures prévues chaque semaine et ce qui lie chacun aux services essentiels.
about-member = Une personne : semaine par semaine ce qui est prévu et quand elle est en service essentiel, puis chaque quart; le prochain est sous le curseur.
about-essential = Ce qui doit continuer pendant la grève, et qui reste pour cela. Qui est rappelé quitte la ligne.
about-plan = Ce qu’un plan changerait. Rien n’est fait avant qu’il soit accepté.
about-history = Tout ce qui a été fait, le plus récent d’abord, et par qui. À partir de n’importe quelle écriture, tout peut être annulé.
about-help = Chaque touche, et ce qu’elle fait.
about-line = Une ligne telle qu’elle est maintenant : qui est attendu, qui est là, qui n’est pas venu. Pour le capitaine sur place.
about-map = Où sont les lieux, chacun avec le pire des quarts d’aujourd’hui; les petits points montrent d’où partent les membres. À côté, région par région.
about-start = Par quoi commencer.
about-preview = Ce qui serait fait, rangée par rangée. Rien n’est fait avant { $key-make }.
about-calls = Tous ceux qui doivent apprendre un changement, d’abord ceux qui ne peuvent pas attendre.
about-findings = Ce qui a été trouvé, à lire.

# Un nom et ce qu’on en dit.
said-of = { $name } : { $text }

# Qui appeler au sujet de ce qui a changé.
tab-calls = Appels
busy-calls = Recherche de qui appeler
told-calls-waits = On sait qui appeler : { $key-calls } le montre.
calls-unpublished = Personne n’a encore été informé : { $key-publish } informe les gens.
calls-none = Rien n’a changé depuis que les gens ont été informés (version { $version }) : personne à appeler.
calls-sum = { $people ->
        [one] { $people } personne est à appeler au sujet de ce qui a changé depuis la version { $version }.
       *[other] { $people } personnes sont à appeler au sujet de ce qui a changé depuis la version { $version }.
    }
calls-soon = { $count ->
        [one] { $count } d’abord : cela commence dans moins de { $hours } heures.
       *[other] { $count } d’abord : cela commence dans moins de { $hours } heures.
    }
calls-reached = { $count ->
        [one] { $count } personne a été jointe.
       *[other] { $count } personnes ont été jointes.
    }
calls-heard = joint
calls-how = { $key-ring } dit le téléphone; { $key-reached } coche qui a été joint; { $key-print } imprime la liste; quand tous le savent, { $key-publish } en fait ce dont les gens ont été informés.
calls-added = nouveau, { $after }
calls-removed = retrait ({ $before })
calls-time = informé de { $times }
calls-duty = { $after }, était { $before }
