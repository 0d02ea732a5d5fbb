"""The page of the target groups: the residents that the parties work for."""

from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.model import TargetGroup
from overleg.domain.rewriting import GROUPS
from overleg.domain.table_changes import PutGroup
from overleg.errors import Message
from overleg.tui.pages.page import Heading, Page, PageField, Typed


def _titled(typed: Typed) -> Change:
    was, title = typed.row, typed.text.strip()
    if was is not None:
        return PutGroup(at=typed.at, group=but(was, title=title), was=was)
    return PutGroup(at=typed.at, group=TargetGroup(slug="", title=title))


def _noted(typed: Typed) -> Change:
    was = typed.row
    return PutGroup(at=typed.at, group=but(was, note=typed.text.strip()), was=was)


PAGE = Page(
    key="groups",
    name=Message("Target groups"),
    list=GROUPS,
    how=Message("One target group on a line; after a colon may stand a note"),
    headings=(Heading(Message("Target group")), Heading(Message("Note"), goes=1, stretches=True)),
    cells=lambda setting, group, number: (group.title, group.note),
    brief=lambda setting, group: (group.title, group.note),
    fields=(
        PageField("title", Message("Target group"), lambda setting, group: group.title, _titled),
        PageField("note", Message("Note"), lambda setting, group: group.note, _noted),
    ),
)
