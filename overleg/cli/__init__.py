"""The command line: everything the app does with a meeting, one line at a time."""
