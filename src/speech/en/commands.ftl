# The commands of the screen: names, one-line descriptions.
