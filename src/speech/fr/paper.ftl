# Feuilles et exportations.
