# L’exportation d’une base de données syndicale, versée dans la liste des membres.

done-import = { $file } importé; ajouts : { $added }, modifications : { $changed }, départs : { $gone }; { $freed ->
        [0] aucune affectation libérée
        [one] une affectation libérée
       *[other] { $freed } affectations libérées
    }
cli-nothing-import = La liste dit déjà la même chose; rien à changer.

import-done = Importé; ajouts : { $added }, modifications : { $changed }, départs : { $gone }, sans changement : { $unchanged }; { $freed ->
        [0] aucune affectation libérée.
        [one] une affectation libérée.
       *[other] { $freed } affectations libérées.
    }
import-dry = Essai; ajouts : { $added }, modifications : { $changed }, départs : { $gone }, sans changement : { $unchanged }; { $freed ->
        [0] aucune affectation ne serait libérée.
        [one] une affectation serait libérée.
       *[other] { $freed } affectations seraient libérées.
    } Rien n’a été écrit.
import-kept = Écrit : { $files }. L’état d’avant est gardé : { $kept }. `picket undo` rétablit tout.

import-added = Ajouts ({ $count }) :
import-changed = Modifications ({ $count }) :
import-gone = Départs, gardés sur la liste avec le statut `excluded` ({ $count }) :
import-freed = Affectations libérées ({ $count }) :
import-broken = Restent, et enfreignent alors une règle; le prochain plan y met d’autres membres, sauf là où ils sont fixés ({ $count }) :
import-suspicious = À vérifier ({ $count }) :

import-same-person = { $members } : une même personne sous plusieurs identifiants? Même nom, même téléphone ou courriel
import-id-twice = ligne { $line } : { $members } figure déjà à la ligne { $value }; la première compte
import-no-id = ligne { $line } : sans identifiant; laissée de côté
import-no-name = ligne { $line } : { $members } est nouveau et sans nom; laissée de côté
import-impossible-local = ligne { $line } : { $members } dans la section { $value }; une section commence par sa région, de 1 à 7
import-odd-phone = ligne { $line } : le téléphone de { $members } n’a pas une forme habituelle; gardé tel quel
import-odd-date = ligne { $line } : « { $value } » pour { $members } peut être plusieurs dates, ou aucune; la disponibilité reste comme sur la liste. Dans la table, dates = "day-month-year" ou "month-day-year" le précise
import-unknown-home = ligne { $line } : { $members } travaille à « { $value } », et aucun lieu n’a cet identifiant; le lieu de travail reste comme sur la liste
import-excluded-here = ligne { $line } : { $members } figure dans l’exportation, mais est `excluded` sur la liste; changez le statut à la main si cette personne est de retour
import-many-gone = { $value ->
        [one] Une personne de la liste ne figure
       *[other] { $value } personnes de la liste ne figurent
    } pas dans l’exportation : est-elle complète?

import-unfit = avec cette exportation, les fichiers auraient des erreurs; rien n’a été écrit
import-other-words = Là où l’exportation a d’autres mots que la liste, une table (--map FICHIER.toml) dit ce qu’ils veulent dire : [words.status] "en grève" = "active"
import-no-table = { $file } n’est pas un tableau : il faut un fichier de texte avec une ligne d’en-têtes, en UTF-8, UTF-16 ou Windows-1252, avec des virgules, des points-virgules ou des tabulations
import-ragged = la ligne { $line } a { $fields ->
        [one] 1 champ
       *[other] { $fields } champs
    }, l’en-tête en a { $columns }; rien n’a été écrit
import-unclosed = ligne { $line } : un guillemet y ouvre un champ que rien ne ferme; rien n’a été écrit
import-nobody = { $file } ne nomme personne : il faut une ligne par membre sous l’en-tête; rien n’a été écrit
import-no-column = l’exportation n’a pas de colonne « { $column } »; elle a : { $known }. Une table (--map FICHIER.toml) dit quelle colonne est laquelle : [columns] id = "Member No"
import-column-twice = l’exportation a plus d’une colonne « { $column } »
import-map-text = la table de correspondance ne se lit pas : ce n’est pas du texte en UTF-8
import-map-syntax = la table de correspondance est illisible : ligne { $line }, colonne { $column } : { $what }; { $how }
import-map-value = la table de correspondance ne donne pas de colonne pour « { $column } » : écrivez le nom d’une colonne de l’exportation, ou plusieurs dans une liste : { $column } = "No de membre", name = ["Nom", "Prénom"]
import-map-word = « { $key } » de la table de correspondance n’est pas un mot entre guillemets : il dit ce qu’un mot de l’exportation veut dire sur la liste, comme dans [words.status] "en grève" = "active"
import-map-blank = la table de correspondance laisse de côté « { $column } », sans quoi personne ne se distingue de personne : nommez la colonne de l’exportation qui le contient
import-map-dates = « dates » de la table de correspondance est "day-month-year" ou "month-day-year"
import-map-key = la table de correspondance ne connaît pas « { $column } »; elle connaît : { $known }
import-unseen-in-id = ligne { $line } : l’identifiant contient des caractères invisibles; rien n’a été écrit
