"""The pages on which a meeting is set up: each says what its rows show, and what its fields change.

Nothing here draws or saves: a page turns records into texts, and a text that was typed into a change.
"""

from overleg.tui.pages import agenda, groups, meeting, parties, people

PAGES = (meeting.PAGE, parties.PAGE, people.PAGE, groups.PAGE, agenda.PAGE)
"""In the order in which a meeting is planned."""
