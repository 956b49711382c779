# Ce qui touche tout l’horaire ou tout le dossier : réparer plusieurs manques, ce que brise une absence, les fichiers relus.

command-repair = les déplacements qui combleraient tous les manques, ou ceux d’un lieu ou d’un jour : montrés d’abord, faits d’une touche
    .hint = réparer
command-fragile = quels quarts une absence brise, sur qui en reposent le plus, où une personne en attente aiderait
    .hint = fragile
chapter-folder = Le dossier

study-stops = { $text } · { $key } arrête
told-study-off = Arrêté; rien n’a changé.
told-study-failed = Le calcul a échoué : { $detail }. Rien n’a changé.
stage-shifts = examen des quarts
    .of = { $done } quarts sur { $of }
stage-sheets = écriture des feuilles
    .of = { $done } lignes sur { $of }

# Pages.
page-none = Rien n’a encore été calculé.
page-stale = L’horaire a changé depuis ce calcul : demandez-le de nouveau.
page-repair-stuck = { $count ->
        [one] Un de ces manques n’est comblé par aucun déplacement : il est
       *[other] { $count } de ces manques ne sont comblés par aucun déplacement : ils sont
    } à la fin; ouvrez-en un, et { $key-fill } dit ce qu’il faudrait accorder.
page-repair-take = Rien n’est encore écrit. { $key-make } fait ces déplacements, en une seule action que { $key-undo } annule; { $key-back } laisse tout tel quel.
page-repair-none = aucun déplacement
tab-repair = Réparer
tab-fragile = Fragile
told-repair-waits = Les déplacements sont trouvés : { $key-repair } les montre.
told-fragile-waits = Ce qu’une absence brise est connu : { $key-fragile } le montre.
busy-repairs = Recherche de déplacements
busy-repairing = Déplacements en cours
busy-fragile = Essai d’absences

pick-repairs = Quels manques réparer?
repair-every = tous les manques à venir
repair-of-site = les manques de { $site }
repair-of-day = les manques du { $day }
repair-to-target = tous les manques, jusqu’à leur cible
repair-anything = tout ce que des déplacements améliorent dans le plan
pick-fragile = Que briserait une absence?
fragile-every = tous les quarts à venir
fragile-of-site = les quarts de { $site }
fragile-of-day = les quarts du { $day }
fragile-count = { $count ->
        [one] 1 quart
       *[other] { $count } quarts
    }
fragile-lead-anyone = n’importe qui
fragile-lead-captain = un capitaine
fragile-wait-captain = un capitaine
fragile-wait-anyone = une personne

# Le dossier relu, une liste importée, le registre copié.
command-make = faire ce que montre cette page
    .hint = le faire
    .hint-repair = faire ces déplacements
    .hint-purge = retirer pour de bon
    .hint-import = l’importer
command-check = relire les fichiers et le registre : chaque problème et avertissement, où il est et quoi faire
    .hint = vérifier
command-import = importer la liste d’un syndicat (CSV), après un regard sur ce qu’elle change et qui se libère
    .hint = importer
command-backup = copier le registre dans un fichier, pendant que tous continuent
    .hint = copie
command-verify-sheet = quelle feuille porte un code, et est-elle encore juste
    .hint = vérifier une feuille
command-look-back = l’horaire tel qu’il était après l’écriture sous le curseur; encore : retour au présent
    .hint = tel qu’il était
told-nothing-to-make = Rien sur cette page ne peut être fait.

tab-check = Fichiers
tab-import = Import
busy-checking = Relecture de tout
page-check-unusable = Avec une erreur, les fichiers sont inutilisables : l’écran continue avec eux tels qu’ils étaient. Corrigez-les, puis { $key-check } les relit.
page-check-anew = Les fichiers avaient changé : l’écran suit désormais ce qu’ils disent maintenant.
page-check-same = L’écran suit ce que disent les fichiers. { $key-check } les relit.
told-check-waits = Tout est relu : { $key-check } le montre.

pick-import = Quelle liste importer?
import-type = ou tapez le chemin qui y mène
import-by-map = lue selon { $map }
page-import-sum = { $added ->
        [one] { $added } ajout
       *[other] { $added } ajouts
    }, { $changed ->
        [one] { $changed } changement
       *[other] { $changed } changements
    }, { $gone ->
        [one] { $gone } départ
       *[other] { $gone } départs
    }, { $unchanged ->
        [one] { $unchanged } inchangé
       *[other] { $unchanged } inchangés
    }; { $freed ->
        [0] aucune affectation ne se libérerait.
        [one] une affectation se libérerait.
       *[other] { $freed } affectations se libéreraient.
    }
page-import-take = Rien n’est encore écrit. { $key-make } importe la liste, en une seule action que { $key-undo } annule; { $key-back } laisse tout tel quel.
told-import-waits = Ce que changerait la liste est connu : { $key-import } le montre.
busy-staging = Lecture de la liste
busy-importing = Importation de la liste

prompt-backup = Copier le registre dans
busy-backup = Copie du registre
told-backup-there = { $file } existe déjà : rien n’est écrit par-dessus.
prompt-code = Code de la feuille
busy-verifying = Recherche de la feuille

rewind-look = regarder l’horaire tel qu’il était après cette écriture
past-after = TEL QU’IL ÉTAIT après l’écriture { $entry }, { $when }
past-before-all = TEL QU’IL ÉTAIT avant toute action
busy-looking-back = Retour en arrière
told-looking-back = Tout se regarde, rien ne se change; { $key-look-back } ramène au présent.
told-in-the-past = C’est l’horaire tel qu’il était, et rien ne s’y change; { $key-look-back } ramène au présent.
told-present-again = De nouveau le présent.
told-choose-moment = { $key-look-back } sur une écriture montre l’horaire tel qu’il était après elle.

paper-all = Tout pour la journée, dans un dossier
paper-all-changed = De ce dossier, seulement ce qui a changé
screen-dumb = Ce terminal ne peut pas dessiner d’écran (TERM=dumb) : ce qui suit est du texte, ligne par ligne; « help » dit ce qui se tape.

# Un nombre avant une touche, l’ordre d’une liste.
command-count = un nombre, puis une touche de déplacement : autant de rangées, de manques, de colonnes; entrée : à la rangée de ce numéro
    .hint = nombre
command-other-way = la liste dans l’autre sens (un clic sur le nom d’une colonne trie selon elle)
    .hint = inverser
told-no-count = Un nombre précède une touche de déplacement.
prompt-count = une touche de déplacement : autant de fois · entrée : à cette rangée · échap
order-class = classe
order-skills = compétences
order-bond = service essentiel
order-fewest-shifts = moins de quarts d’abord
order-most-shifts = plus de quarts d’abord
order-backwards = { $order }, à rebours

# What if.
what-if-make-so = l’adopter, avec son plan pour horaire, en une seule action
what-if-minimum-less = le minimum de chaque ligne baissait de { $more ->
        [one] une personne
       *[other] { $more } personnes
    }
what-if-target-less = chaque ligne voulait { $more ->
        [one] une personne
       *[other] { $more } personnes
    } de moins
what-if-type = un lieu, un genre; tant de personnes (3, -1); une entente (NOM.toml)

# Après la grève.
command-purge = après la grève : téléphones, courriels et notes retirés pour de bon, après un regard sur ce qui part
    .hint = purger
command-redact = une copie pour signaler un défaut, avec d’autres noms, identifiants et téléphones
    .hint = copie à montrer
tab-purge = Purge
busy-purge = Recherche de ce qui partirait
busy-purging = Retrait
busy-redacting = Écriture de la copie
told-purge-waits = Ce qu’une purge retirerait est trouvé : { $key-purge } le montre.
page-purge = Ce qui part est perdu pour de bon. Les heures, les indemnités, qui était où et quand, et les sceaux du journal restent.
page-purge-take = { $key-make } le retire pour de bon : { $key-undo } ne le ramène pas. { $key-back } laisse tout tel quel.
page-purge-early = La grève n’est pas finie : son dernier jour est le { $day }, et les capitaines peuvent avoir besoin de ce qui partirait.
told-purge-early = La grève n’est pas finie. Si cela doit partir quand même : { $key-open } sur la rangée qui le dit.
told-purge-no-choice = Il n’y a rien à choisir ici : cela part, ou reste, de toute façon.
purge-goes = Ce qui part
purge-open = À vous de décider
purge-stays = Ce qui reste
purge-early = La grève n’est pas finie avant la fin du { $day }
purge-turn-early = { $key-open } : quand même
purge-turn-later = { $key-open } : non, pas encore
purge-turn-back = { $key-open } : non, cela reste
purge-turn-go = { $key-open } : cela part aussi
purge-turn-stay = { $key-open } : ils restent
purge-incidents-go = Les incidents partent aussi : faits, véhicule, police, témoins
purge-incidents-stay = Les incidents restent tels qu’ils ont été notés
purge-column = La colonne { $column } des membres reste : Picket ne sait pas ce qu’elle contient
purge-copy = { $file } : une copie du registre, faite à la main, avec tout ce qu’il disait
pick-redact = Une copie à montrer
field-folder = Dossier
    .how = un nouveau
redact-folder = pour-le-rapport
redact-how = Tapez le nom d’un nouveau dossier
redact-do = Écrire la copie dans { $folder }
