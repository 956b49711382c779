# Ce qui arrive sur une ligne et aux gens : formulaires, ce qu’on y dit, et ce qu’ils répondent.

pick-how-fields = entrée choisit · tab en dit plus · échap quitte
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
    .how = maintenant, sinon une heure : 07:25, ou 2026-12-08 07:25
field-time = Heure
    .how = 07:25, ou les deux : 07:25 11:30
field-correction = Motif
    .how = ce qui était faux
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
sign-at-nothing = rien encore sur la feuille
sign-at-how = Une heure s’écrit 07:25, 7h25 ou 725; deux sont l’arrivée et le départ

# Une correction.
pick-correct = Une correction
correct-why = La semaine du { $week } est approuvée : elle ne change que par une correction, et le motif est conservé.
correct-how = Tapez le motif : sans lui, tout reste comme approuvé
correct-do = Corriger
