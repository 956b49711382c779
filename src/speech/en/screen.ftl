# What the screen says.
