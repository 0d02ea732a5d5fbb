"""Corrections of something confidential: they are as confidential as what they correct.

A correction stands in the meeting that adopts the minutes; what it is about stands in the meeting before,
and only that one knows what was said there in confidence.
"""

import re
from collections.abc import Iterable

from msgspec.structs import replace as but

from overleg.documents.variant import Variant, disclose, is_confidential
from overleg.domain.choices import Sensitivity
from overleg.domain.model import AnyEntry, Correction, Session
from overleg.domain.searched import everything_said, texts
from overleg.domain.text import fold

_REF = re.compile(r"\b[A-Za-z]-\d{3,}\b")
_QUOTED = re.compile("['‘“\"](.+?)['’”\"]")


def with_classes(session: Session, corrected: Session | None) -> Session:
    """The session that adopts the minutes of `corrected`, with a class on what corrects a confidence there.

    Without `corrected`, of which the file is gone or damaged, a number that the session itself does not
    know may be of something confidential, and is taken to be.
    """
    adoption = session.adopts
    if adoption is None or not adoption.corrections:
        return session
    corrections = classed(adoption.corrections, corrected or session, is_guess=corrected is None)
    return but(session, adopts=but(adoption, corrections=corrections))


def classed(
    corrections: Iterable[Correction], known: Session, *, is_guess: bool = False
) -> tuple[Correction, ...]:
    """Corrections with the class of what they correct, as far as that is in the session `known`."""
    return tuple(_classed(each, known, is_guess) for each in corrections)


def _classed(correction: Correction, known: Session, is_guess: bool) -> Correction:
    if correction.sensitivity is not Sensitivity.NONE:
        return correction
    for ref in _refs(correction):
        entry = known.entry(ref)
        if entry is not None and is_confidential(entry):
            return but(correction, sensitivity=entry.sensitivity)
        if entry is None and is_guess:
            return but(correction, sensitivity=Sensitivity.OTHER)
    classes = (_class_of_words(words, known) for words in _words(correction))
    found = next((each for each in classes if each is not Sensitivity.NONE), Sensitivity.NONE)
    return but(correction, sensitivity=found)


def _words(correction: Correction) -> list[str]:
    """What a correction quotes: its fields, and what stands between quotation marks in one of them."""
    said = (correction.where, correction.old, correction.new)
    return [*said, *(quoted for text in said for quoted in _QUOTED.findall(text))]


def _refs(correction: Correction) -> list[str]:
    said = " ".join((correction.where, correction.old, correction.new))
    return [ref.upper() for ref in _REF.findall(said)]


def _class_of_words(words: str, known: Session) -> Sensitivity:
    """The class of words that were said in confidence, and nowhere openly."""
    wanted = fold(words.strip())
    told = everything_said(disclose(known, Variant.OPEN).session)
    if not wanted or wanted in told or wanted not in everything_said(known):
        return Sensitivity.NONE
    holders = (entry for entry in known.entries if is_confidential(entry) and _holds(entry, wanted))
    return next((entry.sensitivity for entry in holders), Sensitivity.OTHER)


def _holds(entry: AnyEntry, wanted: str) -> bool:
    return any(wanted in fold(text) for text in texts(entry))
