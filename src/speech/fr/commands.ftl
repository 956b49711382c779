# Les commandes de l'écran : noms et descriptions.
