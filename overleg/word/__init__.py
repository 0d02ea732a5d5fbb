"""From an outline to a Word document; the only part of the program that knows Word."""
