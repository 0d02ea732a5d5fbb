"""Keys of a field that do what they do in the order in which they were pressed."""

from functools import cache

from textual import events
from textual.binding import Binding
from textual.widget import Widget

_EDITING = ("cursor_", "delete_", "home", "end")


async def do_own_key(field: Widget, event: events.Key) -> None:
    """Do what a key does in the field that got it, before the next letter is there.

    Textual has a key of a binding go round by the app, and letters not: where several wait because the
    machine was busy, the letters come first, and Backspace takes the wrong one.
    """
    action = _actions_of(type(field)).get(event.key)
    if action is not None:
        event.stop().prevent_default()
        await field.run_action(action)


@cache
def _actions_of(field: type[Widget]) -> dict[str, str]:
    """What the keys of a field do to its text and its cursor, by name."""
    rows = (row for base in reversed(field.__mro__) for row in vars(base).get("BINDINGS", ()))
    actions = {binding.key: binding.action for binding in Binding.make_bindings(rows)}
    return {key: action for key, action in actions.items() if action.startswith(_EDITING)}
