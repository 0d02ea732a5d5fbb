"""The workbench: the only place that knows both the rules of a meeting and the files it lives in.

The app and the command line do everything through it. Each module is imported where it is needed: a
list of meetings does not wait for what records or prints them.
"""
