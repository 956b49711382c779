# La journée sur la ligne : feuilles de présence, heures et indemnités de grève.

done-sign-in = { $who }, arrivée sur { $shift } à { $time }
    .with-twice = { $twice ->
        [second] { $time } revient deux fois cette nuit-là; c’est la seconde
       *[first] { $time } revient deux fois cette nuit-là; c’est la première, et la seconde s’écrit avec /2 à la fin
    }
    .with-day = le { $day }, qui n’est pas un jour du quart
    .with-walkin = sans affectation ici
    .with-late = { $late } après le début
    .with-open = arrivée sans départ sur { $open } : notez aussi ce départ
    .with-here = { $here } personnes ici maintenant, { $maximum } permises
    .with-by = par { $by }
    .with-correction = correction : { $correction }
done-sign-out = { $who }, départ de { $shift } à { $time }, après { $minutes }
    .with-twice = { $twice ->
        [second] { $time } revient deux fois cette nuit-là; c’est la seconde
       *[first] { $time } revient deux fois cette nuit-là; c’est la première, et la seconde s’écrit avec /2 à la fin
    }
    .with-day = le { $day }, qui n’est pas un jour du quart
    .with-early = { $early } avant la fin
    .with-by = par { $by }
    .with-correction = correction : { $correction }
done-noshow = { $who } : absence constatée, { $shift }
    .with-by = noté par { $by }
    .with-correction = correction : { $correction }

line-already-in = arrivée déjà notée, à { $time }; notez d’abord le départ
line-already-out = départ déjà noté, à { $time }
line-not-in = aucune arrivée notée sur ce quart
line-out-before-in = c’est avant l’arrivée notée à { $time }
line-far = le { $day } est à plus d’un jour de ce quart
line-elsewhere = était sur { $shift } de { $from } à { $to }
line-came-in = arrivée notée à { $time } : ce n’est pas une absence
line-not-expected = sans affectation à ce quart : personne ne manque

cli-nothing-noshow = Déjà noté; rien à changer.
cli-bad-way = écrivez `in` ou `out`, et non « { $text } »
cli-bad-clock = « { $text } » n’est pas une heure : écrivez HH:MM, ou un instant comme 2026-12-08T06:00
cli-many-members = « { $id } » peut désigner { $count } membres : { $who }. Donnez l’identifiant.
cli-hours-whole = les heures se comptent sur tous les lieux et des semaines entières : omettez --site et --day (--week DATE choisit une semaine)

# Heures et indemnités de grève.
hours-title = Heures de piquetage et indemnités de grève
hours-week-before = Avant la grève : { $from } – { $to }
hours-week = Semaine de grève { $number } : { $from } – { $to }
hours-rate = Indemnité complète cette semaine : { $rate } pour { $full }.
hours-no-rate = Aucune indemnité de grève n’est fixée pour cette semaine.
hours-open = arrivée notée sans départ : ne compte pas avant que le départ soit noté
hours-column-rostered = Prévu
hours-column-attended = Sur place
hours-column-credited = Reconnu
hours-column-pay = Indemnité
hours-totals = Cette semaine : { $members ->
        [one] { $members } membre
       *[other] { $members } membres
    }; prévu { $rostered }, sur la ligne { $attended }, reconnu { $credited }; indemnités { $pay }.
hours-total-open = Départs non notés : { $open }. Absences : { $missed }.
hours-end = Fin du registre : { $weeks ->
        [one] { $weeks } semaine
       *[other] { $weeks } semaines
    }, { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }, indemnités { $pay }.
hours-nothing = Personne n’était prévu ni sur la ligne cette semaine.

# Ce qui diffère de ce qui a été dit aux gens.
told-changes = Changements depuis la publication de l’horaire
told-calls = Appels à faire
told-unpublished = Rien n’a encore été publié : personne n’a été avisé de rien.
told-nothing = Rien ne diffère de ce qui a été dit.
told-soon = commence dans moins de { $hours } heures : aviser tout de suite
told-no-phone = ni téléphone ni courriel
told-lost = { $shift } (annulé)
told-was = auparavant { $times }
told-gone = { $member } (n’est plus sur la liste des membres)
told-totals = { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }; retraits { $removed }, ajouts { $added }, autre poste { $duty }, autres heures { $time }.
