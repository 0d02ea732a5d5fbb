"""What can be done in the help: reading it, and going back."""

FOOTER = ("close", "palette", "quit")
