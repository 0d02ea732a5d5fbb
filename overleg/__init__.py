"""`overleg`: one line per thing said in a meeting, and minutes and agreements in Word at the end."""

__version__ = "0.1.0"
