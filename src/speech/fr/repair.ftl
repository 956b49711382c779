# Réparations : qui viendrait, qui irait où, pour qu’un manque soit comblé sans en ouvrir un autre.

repair-comes = { $who } vient à { $to } [{ $duty }]
repair-changes = { $who } change de poste, de { $was } à { $duty } : { $to }
repair-goes = { $who } passe de { $from } à { $to }
repair-of = { $shift } ({ $place }) : ces déplacements combleraient { $brings } des { $missing } places manquantes
repair-none = { $shift } ({ $place }) : aucun déplacement ne comble ce manque; `picket why { $shift }` dit ce qu’il faudrait accorder
repair-full = Rien n’y manque.
repair-no-gaps = Il n’y a aucun manque.
repair-sum = { $gaps ->
        [one] Un manque examiné
       *[other] { $gaps } manques examinés
    }; { $people ->
        [0] personne ne recevrait de nouvelle consigne
        [one] une personne recevrait une nouvelle consigne
       *[other] { $people } personnes recevraient une nouvelle consigne
    }.
repair-stuck = { $count ->
        [one] Un manque qu’aucun déplacement ne comble
       *[other] { $count } manques qu’aucun déplacement ne comble
    } : `picket gaps` les montre, `picket why QUART` dit ce qu’il faudrait accorder.
cli-why-moves = Ces déplacements combleraient { $brings } des { $missing } places manquantes (`picket repair { $shift }` les fait) :
cli-nothing-repair = Rien à réparer, ou rien que des déplacements seuls puissent combler.
done-repair = Réparation, { $shifts ->
        [one] { $shift }
       *[other] { $shifts } quarts
    } : { $brings ->
        [one] une place comblée
       *[other] { $brings } places comblées
    }, { $people ->
        [one] une personne déplacée
       *[other] { $people } personnes déplacées
    }
