# Ce qui arrive sur une ligne et aux gens : formulaires, ce qu’on y dit, et ce qu’ils répondent.

pick-how-fields = entrée choisit · tab en dit plus · échap quitte
plain-choose-typed = Ce qui est tapé est la réponse, entrée prend le premier choix, # et un numéro un autre, esc quitte.
plain-fields = tab mène à ce qu’on peut dire de plus.
field-empty = laisser vide
field-search = Chercher
field-count = Combien
    .how = 12, par exemple
field-who = Qui
    .how = un autre syndicat, un voisin…
field-by = Noté par
    .how = le capitaine qui l’a tenu
field-note = Note
    .how = ce que le capitaine suivant doit savoir
field-giver = De
    .how = le capitaine dont l’arrivée est notée
field-facts = Ce qui est arrivé
    .how = des faits, pas d’opinions
field-vehicle = Véhicule
    .how = plaque, couleur, marque
field-police = Police
    .how = agent, matricule, ce qui a été dit
field-witness = Vu par
    .how = qui l’a vu
field-when = Quand
    .how = maintenant, sinon une heure : 07:25, ou { $day } 07:25
field-time = Heure
    .how = 07:25, ou les deux : 07:25 11:30
field-correction = Correction
    .how = pourquoi, si la semaine est approuvée
told-no-site-here = Placez d’abord le curseur sur un lieu, une ligne ou un quart.

# Invités.
command-guests = compter les invités : des gens qui ne sont pas membres
    .hint = invités
pick-guests = Invités, { $shift }
guests-so-far = { $count ->
        [one] { $count } invité compté jusqu’ici; ceux-ci s’y ajoutent.
       *[other] { $count } invités comptés jusqu’ici; ceux-ci s’y ajoutent.
    }
guests-do = { $count ->
        [one] Compter { $count } invité
       *[other] Compter { $count } invités
    }
guests-how = Combien sont venus? Ils sont comptés, pas nommés.
line-unrelieved = { $count ->
        [one] une personne est encore là d’avant
       *[other] { $count } personnes sont encore là d’avant
    }
line-not-relieved = sans relève
line-over-by = { $minutes } min en plus
line-guests = { $count ->
        [one] { $count } invité
       *[other] { $count } invités
    }

# D’un capitaine à l’autre.
command-hand-over = passer la ligne au capitaine suivant, avec une note
    .hint = passer
pick-hand-over = Qui prend la ligne? { $shift }
hand-over-next = capitaine du quart suivant, { $times }
hand-over-this = capitaine ici
hand-over-how = Aucun capitaine n’est prévu ici ni ensuite : tapez le nom d’un capitaine

# Ce qui est arrivé.
command-incident = noter un incident : ce qui est arrivé, véhicule, police, qui l’a vu
    .hint = incident
command-incidents = les incidents notés jusqu’ici, à lire
    .hint = incidents
pick-incident = Incident : { $place }
pick-incidents = Incidents : { $place }
incident-how = Tapez ce qui est arrivé. C’est conservé tel quel.
incident-do = Noter à { $place }
incident-before = { $count ->
        [one] Lire l’incident déjà noté ici
       *[other] Lire les { $count } incidents déjà notés ici
    }
incidents-none = Rien n’a été noté.
incidents-print = Les écrire dans un fichier, à transmettre
incidents-table = Les écrire en tableau (csv)
incidents-of-day = Écrire seulement ceux du { $day } dans un fichier
incidents-report = Le rapport des capitaines du { $day }, où ils figurent
paper-incidents = Incidents
incidents-everywhere = Les incidents de tous les lieux

# Arrivée et départ à une autre heure.
command-sign-at = signer l’arrivée ou le départ à une autre heure, ou les deux
    .hint = à une heure
pick-sign-at = { $member } : arrivée ou départ, à quelle heure?
sign-at-in = Arrivée à { $time }
sign-at-out = Départ à { $time }
sign-at-both = Arrivée à { $from }, départ à { $to }
sign-at-instead = à la place de ce qui y est
sign-at-sheet = { $shift } : { $sheet }
sign-at-now = maintenant
sign-at-start = le début du quart
sign-at-end = la fin du quart
sign-at-first = avant le recul de l’heure
sign-at-second = après le recul de l’heure
sign-at-nothing = rien encore sur la feuille
sign-at-how = Une heure s’écrit 07:25, 7h25 ou 725; deux sont l’arrivée et le départ
told-sheet-instead = Semaine du { $week } approuvée : entrez-la ligne par ligne, comme corrections.

# Une correction.
pick-correct = Une correction
correct-why = La semaine du { $week } est approuvée : elle ne change que par une correction, et le motif est conservé.
correct-how = Tapez le motif : sans lui, tout reste comme approuvé
correct-do = Corriger

# Une feuille de papier, ligne par ligne.
field-line = Ligne
    .how = tremblay 7h25 11h30, ou sans le départ, ou : tremblay non
field-task = À quoi
    .how = cuisine, téléphones, bureau
field-day = Jour
    .how = aujourd’hui, sinon { $day }
field-length = Durée
    .how = 4h, 3h30, 90m ou 08:00-12:00
field-code = Code
    .how = maladie, deuil…; peut rester vide
field-stand-in = Relève
    .how = qui reprend tous les quarts, s’il y a lieu
field-told = Note
    .how = conservée avec cette version
field-reason = Motif
    .how = dit à qui demande les quarts de ce lieu
field-from = À partir de
    .how = maintenant, sinon une heure : 18:00, ou { $day } 06:00
field-until = Jusqu’à
    .how = un des choix plus bas, sinon une heure
field-duty = Poste
    .how = le même, sinon lequel : capitaine, une compétence, piquetage
told-no-duty = Aucun poste ne s’appelle { $text }.
field-set-aside = Motif †
    .how = écarte disponibilité, portée et repos; il est conservé
busy-counting = Calcul des heures
command-paper-sheet = entrer une feuille de papier du quart, une ligne par personne
    .hint = feuille
pick-paper-sheet = Feuille de papier : { $shift }
sheet-so-much = { $missing ->
        [0] Toutes les personnes attendues sont sur la feuille.
        [one] { $missing } personne attendue sur { $expected } n’est pas encore sur la feuille.
       *[other] { $missing } personnes attendues sur { $expected } ne sont pas encore sur la feuille.
    }
sheet-how = Qui, arrivée et départ, comme sur le papier : tremblay 7h25 11h30
sheet-line = { $member } : { $told }
sheet-in = arrivée à { $time }
sheet-both = arrivée à { $from }, départ à { $to }
sheet-again = à la place de ce qui y est
sheet-left = { $count ->
        [one] { $count } ligne de la feuille a été entrée.
       *[other] { $count } lignes de la feuille ont été entrées, chacune une action à part.
    }
sheet-next = Ligne saisie. { $key-undo } annule les lignes, la dernière d’abord, une fois sorti d’ici.

# Tâches ailleurs.
command-alternate-duty = tâche de remplacement du membre : cuisine, téléphones, bureau, comptée comme le temps sur la ligne
    .hint = autre tâche
pick-alternate = Tâche de remplacement : { $member }
alternate-do = { $length } le { $day }
alternate-how = La durée s’écrit 4h, 3h30, 90m ou 08:00-12:00
alternate-day-how = Un jour s’écrit 2026-12-08

# Heures et indemnités de grève.
command-strike-pay = heures et indemnité de grève : les semaines du membre, ou la semaine de tous
    .hint = indemnité
told-counted = Les heures sont comptées; { $key-strike-pay } les montre.
pick-pay = Heures et indemnité de grève : { $member }
pick-book = Heures et indemnités de grève, { $week }
pay-of-week = { $week } : { $notes }
pay-alternate = dont { $length } de tâche de remplacement
pay-essential = à côté, { $length } de services essentiels, sans indemnité
pay-open = { $count ->
        [one] { $count } arrivée notée sans départ
       *[other] { $count } arrivées notées sans départ
    }
pay-missed = { $count ->
        [one] { $count } absence
       *[other] { $count } absences
    }
pay-signed-off = approuvée par { $by }
pay-corrected = corrigée depuis, de { $pay }
pay-in-all = Indemnité de grève en tout : { $pay }
pay-nothing = Rien n’est prévu ni noté.
pay-page = la fiche du membre
pay-print = L’écrire dans un fichier
pay-everyone = Tout le monde, { $week }
pay-row = prévu { $rostered } · sur place { $attended } · reconnu { $credited }

# Une semaine est approuvée.
command-sign-off = approuver une semaine : ce qui est figé et ce qui reste ouvert est d’abord montré
    .hint = approuver
pick-week-to-sign-off = Quelle semaine approuver?
pick-sign-off = Approuver la semaine : { $week }
sign-off-done = approuvée
sign-off-ready = peut être approuvée
sign-off-open = { $count ->
        [one] le départ d’une personne n’est pas noté
       *[other] le départ de { $count } personnes n’est pas noté
    }
sign-off-silent = { $count ->
        [one] { $count } personne était prévue et n’est sur aucune feuille : nul n’a noté si elle est venue.
       *[other] { $count } personnes étaient prévues et ne sont sur aucune feuille : nul n’a noté si elles sont venues.
    }
sign-off-first = { $count ->
        [one] Le départ d’une personne n’est pas noté : il faut d’abord le noter.
       *[other] Le départ de { $count } personnes n’est pas noté : il faut d’abord les noter.
    }
sign-off-locks = Dès lors, les présences et les tâches de remplacement de cette semaine ne changent que par une correction, avec un motif. C’est irréversible.
sign-off-do = Approuver la semaine : { $week }
sign-off-print = Écrire d’abord ce registre dans un fichier
sign-off-read = Le lire, membre par membre
sign-off-out = { $member }, arrivée { $since } : noter le départ
sign-off-told = { $what }. Elle ne change plus que par des corrections; l’annulation n’y touche pas.

# Quelqu’un ne peut pas venir, un lieu est fermé.
close-until-told = jusqu’à { $at }
close-until-how = La fin est une heure après le début : 18:00, ou 2026-12-09 06:00

# Planifier à neuf.
command-plan-from-scratch = la même chose à neuf, ce qui a été mis à la main replanifié aussi; ou par une autre graine, en tant de secondes
    .hint = planifier à neuf
pick-plan = Planifier dès maintenant
plan-looked-at = Ce qui est fixé ou annoncé est gardé; ce que le plan changerait est montré avant d’être pris.
plan-from-scratch = À neuf : ce qui a été mis à la main est replanifié aussi
plan-by-hand-stays = Ce qui a été mis à la main reste
field-language = Langue
    .how = celle de l’écran, sinon en ou fr
field-width = Largeur
    .how = 80 colonnes, sinon 40 à 400
told-no-language = Une feuille est en anglais ou en français : en, ou fr
told-no-width = Une largeur est un nombre de colonnes, de 40 à 400
field-seed = Graine
    .how = 1; un autre nombre donne un autre plan, aussi bon
field-time-limit = Secondes
    .how = autant qu’il en faut, sinon tant au plus
told-no-seed = Une graine est un nombre entier : 1, 2, 3…
told-no-time-limit = Le temps se dit en secondes : 5, ou 0,5

# À qui il manque des heures.
pick-short = Heures manquantes, { $week }
short-show = À qui il manquera des heures, avec un quart encore à offrir
short-many = { $count ->
        [0] Aucun quart ne peut être offert à qui n’atteint pas { $full }.
        [one] { $count } membre n’atteindra pas { $full }, et un quart peut encore lui être offert; entrée l’y affecte.
       *[other] { $count } membres n’atteindront pas { $full }, et un quart peut encore leur être offert; entrée y affecte la personne choisie.
    }
short-list = Toutes les personnes à court d’heures, même sans quart possible
short-row = { $member } : a { $has }, il manque { $missing }

# D’autres heures pour un quart.
number-hours = { $template } : début, fin, quels jours
pick-hours = Quand a lieu { $template }? Maintenant { $hours }
field-hours = Nouvelles heures
    .how = 8h30 · 8h30-12h30 · -12h30 · +45 · lun-ven
hours-everywhere = { $lines ->
        [one] Il a lieu sur une ligne.
       *[other] Il a lieu sur { $lines } lignes, et change sur toutes.
    }
hours-how = 8h30 le fait commencer à cette heure, aussi long qu’avant; -12h30 l’y fait finir; +45 le retarde de 45 minutes; jours : lun-ven, ou sam,dim.
hours-later = { $minutes ->
        [60] Une heure plus tard
       *[other] { $minutes } minutes plus tard
    }
hours-earlier = { $minutes ->
        [60] Une heure plus tôt
       *[other] { $minutes } minutes plus tôt
    }
hours-same = Ce sont déjà ses heures
hours-look = voir ce que cela déplace
hours-unread = Cela ne se lit ni comme des heures ni comme des jours
hours-would = { $template } : { $before } deviendrait { $after }.
hours-moved = { $count ->
        [one] { $count } quart se déplace.
       *[other] { $count } quarts se déplacent.
    }
hours-gone = { $count ->
        [one] { $count } quart disparaît.
       *[other] { $count } quarts disparaissent.
    }
hours-came = { $count ->
        [one] { $count } nouveau quart, sans personne.
       *[other] { $count } nouveaux quarts, sans personne.
    }
hours-people = { $count ->
        [0] Personne n’a été informé des anciennes heures.
        [one] { $count } personne a été informée des anciennes heures, et doit être appelée.
       *[other] { $count } personnes ont été informées des anciennes heures, et doivent être appelées.
    }
hours-begun = { $count ->
        [one] { $count } a déjà commencé : ce qui y a été signé compte selon ses nouvelles heures.
       *[other] { $count } ont déjà commencé : ce qui y a été signé compte selon leurs nouvelles heures.
    }
hours-take = Rien n’est encore écrit. { $key-make } l’écrit dans strike.toml, en une seule action que { $key-undo } annule; { $key-back } laisse tout tel quel.
hours-freed = Se libèrent, car leur quart disparaît ({ $count }) :
hours-told = Informés des anciennes heures; chacun avec le premier de ces quarts ({ $count }) :
tab-hours = Heures
busy-hours = Recherche de ce qui se déplace
told-hours-waits = Ce que déplaceraient les nouvelles heures est connu : { $key-hours } le montre.
told-hours-begun = { $count ->
        [one] Inchangé : { $count } quart déjà commencé disparaîtrait.
       *[other] Inchangé : { $count } quarts déjà commencés disparaîtraient.
    }
told-hours-nowhere = strike.toml ne contient aucun quart { $template }.
