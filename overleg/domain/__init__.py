"""What a meeting is and which rules it keeps: no files, no clock, no screen, no language but data."""
