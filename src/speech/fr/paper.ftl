# Feuilles et exportations.

paper-page = Page { $page } de { $pages }
# Une chose, et laquelle : « Piquetage : Tremblay, Anne ».
paper-continued = { $what } (suite)
paper-made = Établi le { $day }, { $time } (UTC{ $offset })
paper-version = Horaire de piquetage, version { $version }
paper-code = Code { $code }
paper-draft = ÉBAUCHE : non publiée
paper-changed = ÉBAUCHE : { $changes ->
        [one] { $changes } changement
       *[other] { $changes } changements
    } depuis la version publiée { $published }
paper-published = Conforme à la version publiée { $published }

# La fin d’une page et de l’ensemble.
paper-rows = Sur cette page, { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }, { $open ->
        [one] { $open } place libre
       *[other] { $open } places libres
    }.
paper-rows-names = Sur cette page, { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } : { $people ->
        [one] { $people } nom
       *[other] { $people } noms
    }, { $open } en blanc.
paper-rows-plain = Sur cette page, { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }.
paper-totals = Cette feuille : { $shifts ->
        [one] { $shifts } quart
       *[other] { $shifts } quarts
    }, { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } pour { $wanted ->
        [one] { $wanted } place
       *[other] { $wanted } places
    }, capitaines { $captains } sur { $of }, { $gaps ->
        [one] { $gaps } manque
       *[other] { $gaps } manques
    }; au pire { $worst ->
        [one] { $worst } personne
       *[other] { $worst } personnes
    }.
paper-end = Fin de l’horaire : { $sheets ->
        [one] { $sheets } feuille
       *[other] { $sheets } feuilles
    }, { $shifts ->
        [one] { $shifts } quart
       *[other] { $shifts } quarts
    }, { $assignments ->
        [one] { $assignments } affectation
       *[other] { $assignments } affectations
    }, { $gaps ->
        [one] { $gaps } manque
       *[other] { $gaps } manques
    }.
paper-nothing = Aucun quart à afficher.

# Ce qu’il faut savoir sur la ligne.
paper-zone = Toutes les heures sont celles du lieu ({ $zone }).
paper-from = à partir du { $from }, jusqu’à nouvel ordre
paper-from-to = du { $from } au { $to }
paper-cap = Ordonnance du tribunal { $order } : au plus { $most ->
        [one] { $most } personne
       *[other] { $most } personnes
    } sur cette ligne { $when }.
paper-cap-unnamed = Ordonnance du tribunal : au plus { $most ->
        [one] { $most } personne
       *[other] { $most } personnes
    } sur cette ligne { $when }.
paper-stand-down = Aucun piquetage ici { $when } : { $reason }.
paper-stand-down-bare = Aucun piquetage ici { $when }.
paper-backup = S’il faut quitter ce lieu, se rendre au lieu de repli : { $site }.
paper-backup-closed = S’il faut quitter ce lieu, appeler le quartier général : aucun piquetage au lieu de repli ({ $site }) { $when }.

# Les lignes.
paper-column-post = Poste
paper-column-name = Nom
paper-column-member = Membre
paper-column-local = Section
paper-column-remarks = Remarques
paper-open = libre
paper-more-open = { $count ->
        [one] et { $count } autre place libre
       *[other] et { $count } autres places libres
    }
paper-to-be-taken = { $post } : poste vacant, sans place pour une personne de plus; quelqu’un sur place doit le prendre
paper-at-risk = pourrait devoir partir pour les services essentiels
paper-set-aside = écarté à la main : { $rules } ({ $reason })
paper-rule = { $rule ->
        [availability] disponibilité
        [reach] portée
        [rest] repos
       *[other] { $rule }
    }
paper-counts = minimum { $minimum }, maximum { $maximum }, au pire { $worst }; capitaines { $captains }/{ $of }
