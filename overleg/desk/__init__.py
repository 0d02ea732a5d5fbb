"""The workbench: the only place that knows both the rules of a meeting and the files it lives in.

The app and the command line do everything through it. Each module is imported where it is needed: a
list of meetings does not wait for what records or prints them.
"""

from overleg.desk.example import open_example
from overleg.desk.folders import Folders, Summary, known_forms, list_sessions, read_sessions, working_folder
from overleg.desk.workbench import Desk, Made, found_session, open_session
