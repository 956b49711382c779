# Pourquoi un membre ne peut tenir un poste : règles et couverture.

# Les règles par leur nom, pour les titres et les listes.
rule-overlap = autre quart à cette heure
rule-essential = service essentiel
rule-pool = réserve essentielle
rule-status = non actif
rule-availability = non disponible
rule-reach = hors de portée
rule-restriction = restriction
rule-daily = quarts du jour
rule-weekly = heures de la semaine
rule-rest = repos
rule-maximum = quart à son maximum
rule-skill = compétence manquante
rule-closed = quart inexistant

# Combien de membres une règle écarte : « 61 en service essentiel ».
lost-overlap = { $count } sur un autre quart à cette heure
lost-essential = { $count } en service essentiel
lost-pool = { $count } { $count ->
    [one] retenu
   *[other] retenus
} dans une réserve essentielle
lost-status = { $count } { $count ->
    [one] non actif
   *[other] non actifs
}
lost-availability = { $count } non { $count ->
    [one] disponible
   *[other] disponibles
}
lost-reach = { $count } hors de portée
lost-restriction = { $count } { $count ->
    [one] écarté
   *[other] écartés
} par une restriction
lost-daily = { $count } { $count ->
    [one] à son maximum de quarts ce jour-là
   *[other] à leur maximum de quarts ce jour-là
}
lost-weekly = { $count } { $count ->
    [one] à son maximum d’heures cette semaine-là
   *[other] à leur maximum d’heures cette semaine-là
}
lost-rest = { $count } sans repos suffisant
lost-maximum = { $count } par le maximum du quart
lost-skill = { $count } sans la compétence
lost-closed = { $count } parce que le quart n’existe pas

# Un refus et ses détails. Une proposition qui peut suivre un nom.
refusal-overlap = sur { $shift } à cette heure
refusal-essential = service essentiel { $when }, { $duty }
refusal-essential-buffer = service essentiel { $when }, { $duty } (et { $buffer } libres avant et après)
refusal-essential-always = service essentiel en tout temps, { $duty }
refusal-essential-never = en service essentiel, et les règles de la grève ne permettent pas de piqueter hors service : { $duty }
refusal-pool = réserve { $duty } : peut libérer { $spare }, et { $standing } déjà sur la ligne { $at }
refusal-pool-none = réserve { $duty } : ne peut libérer personne { $at }
refusal-status = { $status ->
    [leave] en congé
    [ltd] en invalidité de longue durée
    [wsib] en accident du travail (CSPAAT)
    [parental] en congé parental
    [excluded] hors de l’unité de négociation
    [arbitration] sans droit de grève (arbitrage)
   *[other] non actif : { $status }
}
refusal-availability = le quart est hors des heures que le membre a données
refusal-availability-shut = non disponible { $when }
refusal-availability-always = jamais disponible
refusal-reach = à { $km } km, portée { $reach } km
refusal-reach-unknown = distance inconnue, et le lieu n’est ni le lieu de travail ni demandé
refusal-restriction-nights = pas de nuit : le quart touche 22 h–6 h
refusal-restriction-no-line = tâches de remplacement seulement : jamais sur une ligne
refusal-restriction-amenity = { $amenity ->
    [seating] a besoin d’un siège; le lieu n’en a pas
    [accessible] a besoin d’un lieu accessible; celui-ci ne l’est pas
    [shelter] a besoin d’un abri; le lieu n’en a pas
    [washroom] a besoin de toilettes; le lieu n’en a pas
   *[other] a besoin de { $amenity }; le lieu n’en a pas
}
refusal-daily = { $most ->
    [one] déjà sur { $shift }, 1 quart par jour au plus
   *[other] déjà sur { $shift }, { $most } quarts par jour au plus
}
refusal-daily-none = les règles de la grève ne permettent aucun quart par jour
refusal-weekly = déjà { $rostered } sur { $most } cette semaine-là
refusal-weekly-over = { $rostered } cette semaine-là; { $more } de plus dépasseraient { $most }
refusal-rest = seulement { $rest } de repos entre ce quart et { $shift }, il en faut { $least }
refusal-rest-after = seulement { $rest } de repos après la fin de { $shift }, il en faut { $least }
refusal-rest-before = seulement { $rest } de repos avant le début de { $shift }, il en faut { $least }
refusal-rest-none = aucun repos entre ce quart et { $shift }, il faut { $least }
refusal-maximum = { $most ->
    [one] le quart a son maximum de { $most } personne
   *[other] le quart a son maximum de { $most } personnes
}
refusal-post-held = { $posts ->
    [0] le quart n’a pas de poste « { $duty } »
    [one] le poste « { $duty } » est tenu
   *[other] les { $posts } postes « { $duty } » sont tenus
}
refusal-skill = n’a pas la compétence : { $duty }

# Pourquoi un quart n’existe pas.
closed-form = pas un identifiant de quart : on écrit LIEU/LIGNE/AAAA-MM-JJ/MODÈLE
closed-site = il n’y a pas de lieu { $id }
    .near = il n’y a pas de lieu { $id }; vouliez-vous dire { $near }?
closed-line = le lieu n’a pas de ligne { $id }
closed-template = il n’y a pas de modèle de quart { $id }
    .near = il n’y a pas de modèle de quart { $id }; vouliez-vous dire { $near }?
closed-horizon = la date n’est pas un jour du plan ({ $days })
closed-not-here = ce modèle de quart ne s’applique pas à cette ligne
closed-weekday = ce modèle de quart ne s’applique pas ce jour de la semaine
closed-no-length = le changement d’heure ne laisse aucune durée au quart
closed-no-phase = aucune phase de la grève ne couvre son début
closed-phase = { $mode ->
    [work_to_rule] grève du zèle à ce moment : pas de ligne
    [suspended] la grève est suspendue à ce moment : pas de ligne
    [settled] la grève est réglée à ce moment : pas de ligne
   *[other] pas de ligne dans cette phase
}
closed-not-out = grève tournante, et le lieu n’est pas en grève à ce moment
closed-not-lawful = il commence avant que la grève soit légale ({ $at })
closed-information-only = quart d’information, hors d’une phase d’information
closed-not-information = phase d’information, et ce n’est pas un quart d’information
closed-stand-down = pas de piquetage en ce lieu à ce moment
closed-stand-down-reason = pas de piquetage en ce lieu à ce moment : { $reason }
closed-cap = une ordonnance n’y permet personne à ce moment
closed-cap-order = une ordonnance n’y permet personne à ce moment : { $order }

# Les mots de la couverture.
coverage-open = vide
coverage-short = insuffisant
coverage-captain = capitaine manquant
coverage-skill = compétence manquante
coverage-thin = juste
coverage-full = complet

# Les postes.
duty-name = { $duty ->
    [captain] capitaine
    [picket] piquetage
    [first_aid] premiers soins
    [marshal] service d’ordre
    [driver] conduite
    [french] français
   *[other] { $duty }
}
