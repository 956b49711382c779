# Ce que dit l'écran.
