"""The form of an entry: which fields it has, how each is written and read, and what was changed in it."""
