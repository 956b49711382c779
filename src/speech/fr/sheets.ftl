# Les feuilles autres que l’horaire : présence, copie des capitaines, services essentiels, couverture, semaines d’une personne.

# Feuilles de présence.
signin-title-bare = Feuille de présence
signin-title = Feuille de présence : { $shift }
signin-captains = { $count ->
        [one] Capitaine : { $names }
       *[other] Capitaines : { $names }
    }
signin-no-captain = Aucun capitaine à l’horaire : la personne qui dirige la ligne signe à la fin.
signin-rule = Signez à l’arrivée et au départ. Ce qui n’est pas signé ne peut pas être compté.
signin-column-in = Arr.
signin-column-signature = Signature
signin-column-out = Départ
signin-column-hours = Durée
signin-column-initials = Init.
signin-remarks = Remarques
signin-blank = No de membre _____________  Section ________
signin-walk-ins = Personnes sans affectation et invitées : nom au-dessus du numéro; invitées : « invitation ».
signin-totals = Cette feuille : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } à l’horaire pour { $places ->
        [one] { $places } place
       *[other] { $places } places
    }. Init. : initiales de la ou du capitaine.
signin-office = Pour le bureau : heures à déclarer à chaque section d’origine
signin-owed = Section { $local } : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } à l’horaire; heures dues
signin-owed-none = Section inconnue : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } à l’horaire; heures dues
signin-owed-other = Sans affectation, autres sections : section, heures
signin-captain-signs = Les heures ci-dessus sont conformes aux signatures. Capitaine :
signin-end = Fin des feuilles de présence : { $sheets ->
        [one] { $sheets } feuille
       *[other] { $sheets } feuilles
    }, { $people ->
        [one] { $people } nom
       *[other] { $people } noms
    }.

# La copie des capitaines.
captain-title = COPIE DES CAPITAINES – CONFIDENTIEL
captain-secret = Réservé aux capitaines : contient des numéros de téléphone. À garder sur soi et à détruire à la fin de la journée.
captain-headquarters = Quartier général : { $phone }
captain-headquarters-blank = Quartier général : ______________________
captain-column-phone = Téléphone
captain-vehicles = Véhicules : { $minutes ->
        [0] ne pas les retenir.
        [one] retenus { $minutes } minute au plus chacun.
       *[other] retenus { $minutes } minutes au plus chacun.
    }
captain-tenants = Pas en grève, laisser passer : { $tenants }.
captain-amenity = { $amenity ->
        [washroom] toilettes
        [parking] stationnement
        [transit] transport en commun
        [shelter] abri
        [seating] sièges
        [accessible] accès facile
       *[other] { $amenity }
    }
captain-amenities = Sur place : { $here }. Absents : { $missing }.
captain-amenities-all = Sur place : { $here }.
captain-amenities-none = Sur place : ni toilettes, ni stationnement, ni transport en commun, ni abri, ni sièges, ni accès facile.
captain-relieves = { $at } : relève { $shift } – { $who }
captain-relieved = { $at } : relève assurée par { $shift } – { $who }
captain-last = { $at } : aucune relève; la ligne se termine.
captain-pause = { $at } : aucune relève; la ligne reprend à { $again }.
captain-nobody = pas encore de capitaine
captain-instruction = { $what ->
        [nights] laisser partir avant 22 h, ne pas retenir
        [seating] offrir un siège
        [accessible] placer sur un sol plat et accessible
        [shelter] placer près d’un abri
        [washroom] laisser aller aux toilettes en tout temps
       *[other] { $what }
    }
captain-end = Fin des copies des capitaines : { $sheets ->
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
essential-part = ESSENTIEL : { $required } en service
essential-part-emergency = URGENCE : { $required } sur appel
essential-normal = normalement { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
essential-trigger = déclencheur : { $trigger }
essential-not-today = pas ce jour-là
essential-nobody = Aucune personne désignée.
essential-pool = { $required } des { $pool } personnes du groupe à chaque plage
essential-alternate-for = en remplacement de { $name }
essential-on-call = sur appel, en { $minutes } min
essential-on-call-bare = sur appel
essential-log = Registre des rappels
essential-no-calls = Aucun rappel.
essential-call = rappel
essential-call-any = service non précisé
essential-called = { $service } : { $hours }. Appel : { $at }.
essential-totals = Cette feuille : { $services ->
        [one] { $services } service
       *[other] { $services } services
    }, { $people ->
        [one] { $people } désignation
       *[other] { $people } désignations
    }, { $calls ->
        [one] { $calls } rappel
       *[other] { $calls } rappels
    }.
essential-end = Fin de l’horaire des services essentiels : { $sheets ->
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
coverage-legend = Places pourvues/voulues, sans compensation entre les quarts, et le pire état : { $signs }; sans signe : complet. Entre parenthèses, s’il diffère : le pire cas, sans les personnes qui pourraient devoir partir.
coverage-end = Fin de la couverture : { $shifts ->
        [one] { $shifts } quart
       *[other] { $shifts } quarts
    }, { $people ->
        [one] { $people } affectation
       *[other] { $people } affectations
    }, { $gaps ->
        [one] { $gaps } lacune
       *[other] { $gaps } lacunes
    }; au pire { $worst_gaps ->
        [one] { $worst_gaps } lacune
       *[other] { $worst_gaps } lacunes
    }.
picture-language = fr
picture-at-risk = ◥ pire dans le pire cas

# Les semaines d’une personne.
member-title = Mon service de grève
member-local = section { $local }
member-nothing = Aucun quart jusqu’ici.
member-week = Semaine : { $days }
member-hours = { $hours } à l’horaire; semaine complète : { $full }
member-post = Poste : { $post }
member-added = nouveau depuis la publication de l’horaire
member-duty = autre poste depuis la publication de l’horaire
member-off = Ce quart vous est retiré : il était à votre horaire publié.
member-off-short = RETIRÉ
member-service = service essentiel
member-alternate = On pourrait vous appeler aux services essentiels, en remplacement de { $name } : { $service }.
member-on-call = On pourrait vous appeler aux services essentiels : { $service }.
member-pool = Vous êtes d’un groupe pour les services essentiels, donc pas libre chaque jour : { $service }.
member-always = Vous êtes en service essentiel en tout temps : { $service }.
member-totals = Cette feuille : { $shifts ->
        [one] { $shifts } quart
       *[other] { $shifts } quarts
    }, { $hours }{ $off ->
        [0] .
       *[other] ; quarts retirés depuis la publication : { $off }.
    }
