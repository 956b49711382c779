# Les feuilles autres que l’horaire : présence, copie des capitaines, services essentiels, couverture, semaines d’une personne.

# Les feuilles par leur nom, pour les titres des pages.
sheet-roster = Horaire de piquetage
sheet-signin = Feuilles de présence
sheet-captain = Copie des capitaines
sheet-calls = Appels à faire
sheet-changes = Changements
sheet-hours = Heures de piquetage
sheet-essential = Horaire des services essentiels
sheet-coverage = Couverture
sheet-member = Mes quarts de piquetage
sheet-report = Rapport quotidien de la ligne
sheet-board = Tableau du quartier général
sheet-calendar = Calendrier de la grève
sheet-tree = Chaîne téléphonique
sheet-short = Heures manquantes
sheet-map = Carte

# Feuilles de présence.
signin-title-bare = Feuille de présence
signin-title = Feuille de présence : { $shift }
signin-captains = { $count ->
        [one] Capitaine : { $names }
       *[other] Capitaines : { $names }
    }
signin-no-captain = Pas de capitaine à l’horaire : la personne qui dirige la ligne signe à la fin.
signin-rule = Signez à l’arrivée et au départ. Ce qui n’est pas signé ne peut pas être compté.
signin-column-in = Arr.
signin-column-signature = Signature
signin-column-out = Départ
signin-column-hours = Durée
signin-column-initials = Init.
signin-remarks = Remarques
signin-blank = No de membre _____________  Section ________
signin-walk-ins = Membres sans affectation à ce quart : nom au-dessus du numéro.
signin-guest = Syndicat ou groupe ___________________
signin-guests = Personnes invitées; une seule peut signer pour un groupe. En tout : ______
signin-totals = Quart { $shift } : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } à l’horaire pour { $places ->
        [one] { $places } place
       *[other] { $places } places
    }. Init. : initiales de la ou du capitaine.
signin-office = Pour le bureau : heures à déclarer à chaque section d’origine
signin-owed = Section { $local } : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } à l’horaire; heures dues
signin-owed-none = Section inconnue : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } à l’horaire; heures dues
signin-owed-other = Sans affectation, autres sections : section, heures
signin-captain-signs = Les heures ci-dessus sont conformes aux signatures. Capitaine :
signin-end = Fin des feuilles de présence : { $sheets ->
        [one] { $sheets } feuille
       *[other] { $sheets } feuilles
    }, { $people ->
        [one] { $people } nom
       *[other] { $people } noms
    }.

# La copie des capitaines.
captain-title = COPIE DES CAPITAINES – CONFIDENTIEL
captain-secret = Réservé aux capitaines : contient des numéros de téléphone. À garder sur soi et à détruire à la fin de la journée.
captain-headquarters = Quartier général : { $phone }
captain-headquarters-blank = Quartier général : ______________________
captain-column-phone = Téléphone
captain-vehicles = Véhicules : { $minutes ->
        [0] ne pas les retenir.
        [one] retenus { $minutes } minute au plus chacun.
       *[other] retenus { $minutes } minutes au plus chacun.
    }
captain-tenants = Pas en grève, laisser passer : { $tenants }.
captain-amenity = { $amenity ->
        [washroom] toilettes
        [parking] stationnement
        [transit] transport en commun
        [shelter] abri
        [seating] sièges
        [accessible] accès facile
       *[other] { $amenity }
    }
captain-amenities = Sur place : { $here }. Pas sur place : { $missing }.
captain-amenities-all = Sur place : { $here }.
captain-amenities-none = Sur place : ni toilettes, ni stationnement, ni transport en commun, ni abri, ni sièges, ni accès facile.
captain-relieves = { $at } : relève { $shift } – { $who }
captain-relieved = { $at } : relève assurée par { $shift } – { $who }
captain-last = { $at } : aucune relève; la ligne se termine.
captain-pause = { $at } : aucune relève; la ligne reprend à { $again }.
captain-nobody = pas encore de capitaine
captain-instruction = { $what ->
        [nights] laisser partir avant 22 h, ne pas retenir
        [seating] offrir un siège
        [accessible] placer sur un sol plat et accessible
        [shelter] placer près d’un abri
        [washroom] laisser aller aux toilettes en tout temps
       *[other] { $what }
    }
captain-end = Fin des copies des capitaines : { $sheets ->
        [one] { $sheets } feuille
       *[other] { $sheets } feuilles
    }, { $people ->
        [one] { $people } affectation
       *[other] { $people } affectations
    }.

# Services essentiels.
hours-always = en tout temps
hours-every-day = tous les jours
hours-not = sauf { $hours }
essential-title = Horaire des services essentiels
essential-version = Horaire, version { $version }
essential-everywhere = Tous les lieux
essential-agreement = Entente, version { $version }
essential-agreement-signed = Entente, version { $version }, signée le { $signed }
essential-agreement-unnumbered = Entente signée le { $signed }
essential-nothing = Rien n’est exigé ici.
essential-column-kind = Genre
essential-column-hours = En service
essential-part = ESSENTIEL : { $required } en service
essential-part-emergency = URGENCE : { $required } sur appel
essential-normal = normalement { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
essential-trigger = déclencheur : { $trigger }
essential-not-today = pas ce jour-là
essential-nobody = Aucune personne désignée.
essential-pool = { $required } des { $pool } personnes de la réserve à chaque plage
essential-alternate-for = remplace { $name }
essential-on-call = sur appel, en { $minutes } min
essential-on-call-bare = sur appel
essential-log = Registre des rappels
essential-no-calls = Aucun rappel.
essential-call = rappel
essential-call-any = service non précisé
essential-called = { $service } : { $hours }; appel le { $at }.
essential-totals = Cette feuille : { $services ->
        [one] { $services } service
       *[other] { $services } services
    }, { $people ->
        [one] { $people } désignation
       *[other] { $people } désignations
    }, { $calls ->
        [one] { $calls } rappel
       *[other] { $calls } rappels
    }.
essential-end = Fin de l’horaire des services essentiels : { $sheets ->
        [one] { $sheets } feuille
       *[other] { $sheets } feuilles
    }, { $people ->
        [one] { $people } désignation
       *[other] { $people } désignations
    }, { $calls ->
        [one] { $calls } rappel
       *[other] { $calls } rappels
    }.

# Couverture.
coverage-title = Couverture
coverage-everywhere = Tous les lieux
coverage-column-line = Lieu et ligne
coverage-all = Ensemble
coverage-legend = Places pourvues/voulues, sans compensation entre les quarts, et le pire état : { $signs }; sans signe : complet. Entre parenthèses, s’il diffère : le pire cas, sans les personnes qui pourraient devoir partir.
coverage-end = Fin de la couverture : { $shifts ->
        [one] { $shifts } quart
       *[other] { $shifts } quarts
    }, { $people ->
        [one] { $people } affectation
       *[other] { $people } affectations
    }, { $gaps ->
        [one] { $gaps } manque
       *[other] { $gaps } manques
    }; au pire { $worst_gaps ->
        [one] { $worst_gaps } manque
       *[other] { $worst_gaps } manques
    }.
picture-language = fr
picture-at-risk = ◥ pire dans le pire cas

# Les semaines d’une personne.
member-title = Mes quarts de piquetage
member-local = section { $local }
member-nothing = Aucun quart jusqu’ici.
member-week = Semaine : { $days }
member-hours = { $hours } à l’horaire; semaine complète : { $full }
member-post = Poste : { $post }
member-added = nouveau depuis la publication de l’horaire
member-time = autres heures depuis la publication de l’horaire : { $was }
member-duty = autre poste depuis la publication de l’horaire
member-off = Ce quart vous est retiré : il était à votre horaire publié.
member-off-short = RETIRÉ
member-service = service essentiel
member-alternate = On pourrait vous appeler aux services essentiels pour remplacer { $name } : { $service }.
member-on-call = On pourrait vous appeler aux services essentiels : { $service }.
member-pool = Vous êtes de la réserve d’un service essentiel et ne pouvez pas piqueter chaque jour : { $service }.
member-always = Vous êtes en service essentiel en tout temps : { $service }.
member-totals = Cette feuille : { $shifts ->
        [one] { $shifts } quart
       *[other] { $shifts } quarts
    }, { $hours }{ $off ->
        [0] .
       *[other]; quarts retirés depuis la publication : { $off }.
    }

# Le rapport quotidien.
report-title = Rapport quotidien de la ligne
report-column-shift = Quart
report-column-wanted = Voulu
report-column-rostered = Prévu
report-column-came = Présence
report-column-walk-ins = Ajouts
report-column-no-shows = Absences
report-column-hours = Heures
report-still = arrivées sans départ noté : { $count }
report-guests = personnes invitées : { $count } ({ $who })
report-guests-bare = personnes invitées : { $count }
report-absent = Absences :
report-hand-overs = Relèves notées :
report-hand-over = { $at } – { $from } passe la ligne à { $to }
report-hand-over-bare = { $at } – la ligne passe à { $to }
report-incidents = Incidents notés :
report-incident = { $at } – { $facts }
report-whole-site = Tout le lieu
report-ask-more-incidents = Autres incidents, ou précisions :
report-ask-weather = Météo, route, état de la ligne :
report-ask-vehicles = Véhicules arrêtés, livraisons refusées, heures :
report-ask-incidents = Incidents : heure, endroit, témoins, paroles exactes, plaques :
report-ask-police = Police, direction, sécurité, médias : noms, matricules, ce qui a été convenu :
report-ask-health = Blessures, malaises, retours à la maison :
report-ask-supplies = Besoins : bois, eau, repas, pancartes, premiers soins, relève :
report-ask-tomorrow = Pour le prochain quart :
report-sign = Capitaine (nom, signature, heure) :
report-totals = Selon les feuilles de présence : { $came ->
        [one] { $came } personne venue
       *[other] { $came } personnes venues
    }, dont { $walkins ->
        [one] { $walkins } sans affectation
       *[other] { $walkins } sans affectation
    }; { $missing ->
        [one] { $missing } absence
       *[other] { $missing } absences
    }; { $guests ->
        [0] aucune personne invitée
        [one] { $guests } personne invitée
       *[other] { $guests } personnes invitées
    }; { $hours } sur la ligne.
report-nothing-noted = Aucune arrivée n’est encore notée; inscrire les nombres à la main.
report-end = Fin des rapports : { $sheets ->
        [one] { $sheets } feuille
       *[other] { $sheets } feuilles
    }, { $shifts ->
        [one] { $shifts } quart
       *[other] { $shifts } quarts
    }.

# Le tableau du quartier général.
board-title = TABLEAU DU QUARTIER GÉNÉRAL
board-column-people = Effectif
board-column-missing = Libres
board-column-captains = Capit.
board-column-gaps = Manques
board-column-worst = Au pire
board-column-came = Présence
board-region = Région { $region }
board-region-none = Sans région
board-closed = FERMÉ.
board-closed-part = FERMÉ pour { $gone ->
        [one] un quart
       *[other] { $gone } quarts
    } sur { $of }.
board-closed-go = Se rendre plutôt au lieu de repli : { $site }.
board-closed-ring = Pas de lieu de repli : appeler le quartier général.
board-gaps = { $gaps ->
        [0] aucun manque
        [one] { $gaps } MANQUE
       *[other] { $gaps } MANQUES
    }

# Le calendrier de la grève.
calendar-title = Calendrier de la grève
calendar-statute = { $statute ->
        [lra] Loi de 1995 sur les relations de travail
        [cecba] Loi de 1993 sur la négociation collective des employés de la Couronne
        [sbcba] Loi de 2014 sur la négociation collective dans les conseils scolaires
        [ccba] Loi de 2008 sur la négociation collective dans les collèges
        [federal] Code canadien du travail
       *[other] Autre loi
    }
calendar-advice = Simple calcul à partir des dates de strike.toml; le droit relève de vos juristes.
calendar-legal = Dates légales
calendar-vote = Vote de grève
calendar-no-board = Rapport de non-conciliation posté
calendar-notice = Préavis signifié
calendar-agreement = Entente sur les services essentiels
calendar-untold = non indiqué
calendar-sum = { $days ->
        [0] signée le { $from } : pas avant le { $at }
       *[other] { $from } + { $days } jours = { $at }
    }
calendar-otherwise = Autre date convenue
calendar-agreed = { $at } ({ $reason }); l’emporte sur les calculs ci-dessus
calendar-agreed-bare = { $at }; l’emporte sur les calculs ci-dessus
calendar-lawful = GRÈVE LÉGALE À PARTIR DU
calendar-phases = Phases
calendar-days = Jours
calendar-no-phase = aucune phase : rien n’a lieu
calendar-since = à partir de { $time } { $mode }
calendar-shifts = { $shifts ->
        [0] aucun quart
        [one] { $shifts } quart
       *[other] { $shifts } quarts
    }
calendar-pay = semaine de grève { $week }, indemnité complète { $rate }
calendar-day = Jour { $day }  { $date }
calendar-totals = Cette feuille : { $phases ->
        [one] { $phases } phase
       *[other] { $phases } phases
    }, { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }.

# La chaîne téléphonique.
tree-title = CHAÎNE TÉLÉPHONIQUE – CONFIDENTIEL
tree-how = Le quartier général appelle les personnes les plus à gauche. Chacune appelle celles placées dessous, un cran à droite, { $most } au plus; si quelqu’un ne répond pas, on appelle aussi ses personnes. Cocher les personnes averties; les dernières rappellent le quartier général.
tree-end = Fin des chaînes téléphoniques : { $sheets ->
        [one] { $sheets } feuille
       *[other] { $sheets } feuilles
    }, { $people ->
        [one] { $people } affectation
       *[other] { $people } affectations
    }.
tree-nobody = Personne à ce quart.

# Heures manquantes.
short-title = Heures manquantes
short-column-to-come = À venir
short-column-short = Manque
short-how = Une semaine complète compte { $full }. Heures reconnues jusqu’ici, et prévues à partir de maintenant.
short-nobody = Il ne manque d’heures à personne (semaine complète : { $full }).
short-totals = Cette semaine : { $people ->
        [one] { $people } personne à court d’heures
       *[other] { $people } personnes à court d’heures
    }, { $missing } en tout.

# La carte.
map-title = Carte
map-site = { $filled ->
        [one] { $filled } place pourvue
       *[other] { $filled } places pourvues
    } sur { $of }; manques : { $gaps }, quarts : { $shifts }
map-totals = Lieux sur la carte : { $sites }; sans coordonnées : { $missing }.

# Classeurs.
workbook-roster = Horaire
workbook-shifts = Quarts
workbook-hours = Heures
workbook-ledger = Registre
workbook-date = Date
workbook-starts = Début
workbook-ends = Fin
workbook-site = Lieu
workbook-line = Ligne
workbook-shift = Quart
workbook-post = Poste
workbook-member = Membre
workbook-name = Nom
workbook-local = Section
workbook-at-risk = Pourrait devoir partir
workbook-pinned = Fixé
workbook-aside = Règles écartées
workbook-id = Identifiant
workbook-status = État
workbook-heads = Effectif
workbook-minimum = Minimum
workbook-target = Cible
workbook-maximum = Maximum
workbook-captains = Capitaines
workbook-captains-wanted = Capitaines voulus
workbook-worst = Au pire
workbook-week = Semaine
workbook-strike-week = Semaine de grève
workbook-rostered = Prévu (h)
workbook-attended = Sur la ligne (h)
workbook-credited = Reconnu (h)
workbook-full = Semaine complète (h)
workbook-full-pay = Indemnité complète ($)
workbook-pay = Indemnité ($)
workbook-open = Départs non notés
workbook-no-shows = Absences
workbook-yes-no = { $yes ->
        [yes] oui
       *[no] non
    }

# Tout à la fois.
index-title = Index des fichiers du jour
index-how = * écrit maintenant; les autres disent ce qu’ils disaient. Le code figure sur chaque page. Les fichiers de captains/ contiennent des numéros de téléphone : pas pour l’imprimerie.
index-wall = Pour le mur et la planchette : horaire et feuilles de présence
index-captains = Réservé aux capitaines
index-stale = D’une exportation précédente, périmés : à détruire
index-pages = { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
index-totals = Cet index : { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }, { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }; écrits maintenant : { $written }.

# Tout à la fois, et les codes des feuilles.
cli-filled = { $folder } : { $written ->
        [one] { $written } fichier écrit
       *[other] { $written } fichiers écrits
    }, { $kept ->
        [0] aucun laissé tel quel
        [one] { $kept } laissé tel quel
       *[other] { $kept } laissés tels quels
    }{ $stale ->
        [0] . index.txt en donne la liste.
        [one] . { $stale } fichier périmé s’y trouve; index.txt le nomme.
       *[other] . { $stale } fichiers périmés s’y trouvent; index.txt les nomme.
    }
cli-progress = { $done } lignes sur { $of }
cli-out-missing = indiquez un endroit avec --out : un fichier pour un classeur, un dossier pour `all`
cli-bad-code = « { $code } » n’est pas un code : il compte huit lettres et chiffres, par exemple K7F3-9M2Q
cli-sheet-unknown = Aucune feuille de cette grève n’a ou n’a eu le code { $code }. Relisez-le sur le papier. (Rapports, tableaux, registres et listes d’heures ne sont reconnus que tels qu’ils s’imprimeraient maintenant.)
cli-sheet-current = À jour : { $place }, { $dates } ({ $what }), version { $now }.
cli-sheet-old = PÉRIMÉE : { $place }, { $dates } ({ $what }), telle qu’à la version { $version }, jusqu’au { $until }. L’horaire en est à la version { $now } : réimprimez la feuille.
