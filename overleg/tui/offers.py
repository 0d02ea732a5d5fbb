"""What the palette offers in a place, and what of it fits what somebody types."""

from collections.abc import Iterator
from dataclasses import dataclass

from overleg.domain.capture.commands import COMMANDS, About, CommandRow
from overleg.domain.choices import Language
from overleg.domain.text import fold
from overleg.locale import say
from overleg.tui.verbs import VERBS, Place, Verb, verbs_at
from overleg.tui.verbs.keymap import Keymap


@dataclass(frozen=True, slots=True)
class Line:
    """A command for the capture bar, ready for its argument."""

    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be done, in the words of the screen; `keys` and `command` may be empty."""

    chosen: Verb | Line
    label: str
    meaning: str
    keys: str = ""
    command: str = ""


def offers_at(place: Place, keymap: Keymap, language: Language) -> tuple[Offer, ...]:
    """All that can be done in a place; on the live screen also the commands that have no verb."""
    verbs = (_of_verb(each, place, keymap, language) for each in verbs_at(place) if each.in_palette)
    return (*verbs, *(_lines(language) if place is Place.LIVE else ()))


def fitting(offers: tuple[Offer, ...], typed: str) -> tuple[Offer, ...]:
    """The offers in which all typed words are found, without case and diacritics, the best first."""
    words = _spoken(typed).split()
    ranked = [(_distance(offer, words), offer) for offer in offers]
    found = [(distance, offer) for distance, offer in ranked if distance is not None]
    return tuple(offer for _, offer in sorted(found, key=lambda each: each[0]))


def _of_verb(verb: Verb, place: Place, keymap: Keymap, language: Language) -> Offer:
    return Offer(
        verb,
        say(verb.label, language),
        say(verb.tooltip, language),
        " ".join(keymap.said_at(verb, place, language)),
        say(verb.command, language) if verb.command else "",
    )


def _lines(language: Language) -> Iterator[Offer]:
    of_verbs = {verb.command.text for verb in VERBS if verb.command}
    for row in COMMANDS:
        if row.about is not About.NOTHING or f"/{row.names.en}" not in of_verbs:
            command = f"/{row.names[language]}"
            yield Offer(Line(_begun(command, row)), command, say(row.meaning, language), command=command)


def _begun(command: str, row: CommandRow) -> str:
    return command if row.about is About.NOTHING else f"{command} "


def _distance(offer: Offer, words: list[str]) -> int | None:
    """How far the words are from what an offer is called; None where one of them is not in it."""
    name, meaning = _spoken(f"{offer.label} {offer.command}"), _spoken(offer.meaning)
    each = [_step(word, name, meaning) for word in words]
    return None if None in each else sum(filter(None, each))


def _step(word: str, name: str, meaning: str) -> int | None:
    """It is a word of the name, best of all the first, or begins or is part of one; or of what it means."""
    ways = (
        f"{name} ".startswith(f"{word} "),
        f" {word} " in f" {name} ",
        name.startswith(word),
        f" {word}" in name,
        word in name,
        f" {word}" in f" {meaning}",
        word in meaning,
    )
    return next((distance for distance, found in enumerate(ways) if found), None)


def _spoken(text: str) -> str:
    """As it is compared; a command is found with and without its stroke."""
    return fold(text).replace("/", "")
