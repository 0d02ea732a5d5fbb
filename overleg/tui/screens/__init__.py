"""The screens: what is shown together, and what happens on a key or a message."""
