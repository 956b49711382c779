# Pourquoi un membre ne peut tenir un poste : règles et couverture.
