"""What stands in a cell of the matrix: refs with their answers, or a few signs where there is less room."""

from overleg.documents.in_brief import reservation_words, state_of
from overleg.domain.choices import AnswerValue, Language, Sensitivity
from overleg.domain.model import Answer, Expectation, Offer
from overleg.domain.overviews.exchange import Directed, Exchange
from overleg.domain.text import clean
from overleg.domain.words import Words
from overleg.errors import Message
from overleg.locale import say
from overleg.tui.cells import wrap
from overleg.tui.widgets.entry_cells import MASK, masked

UNANSWERED = "?"
OFFER_LINE = "-----"
"""Parts what is asked in a cell from what is offered."""

_SIGNS: dict[AnswerValue, Words] = {
    AnswerValue.ACCEPT: Words("ja", "yes"),
    AnswerValue.DECLINE: Words("nee", "no"),
    AnswerValue.DISCUSS: Words("~", "~"),
    AnswerValue.REPHRASE: Words("vaag", "vague"),
}
_RESERVED = Words("ja, mits", "yes, if")
_TAKEN_UP = {"accepted": AnswerValue.ACCEPT, "declined": AnswerValue.DECLINE}

_WITH_REFS = Message("? no answer yet   ~ to be discussed   below the line: offers")
_IN_BRIEF = Message("? no answer yet   ~ to be discussed   3?1: 3 asked, 1 not answered   +2: offers")


def legend(language: Language, *, brief: bool) -> str:
    """What the signs mean."""
    return say(_IN_BRIEF if brief else _WITH_REFS, language)


def cell_lines(cell: Exchange, language: Language) -> list[str]:
    """Every entry with its answer on a line of its own, what is offered below what is asked."""
    asked = [f"{entry.ref} {sign(entry, language)}" for entry in cell.asked]
    offered = [f"{entry.ref} {sign(entry, language)}".rstrip() for entry in cell.offered]
    return [*asked, *([OFFER_LINE] if asked and offered else []), *offered]


def cell_brief(cell: Exchange, language: Language) -> str:
    """The cell in a few signs: ``ja``, ``3?1``, ``nee+1``."""
    offered = f"+{len(cell.offered)}" if cell.offered else ""
    if not cell.asked:
        return offered
    if len(cell.asked) == 1:
        return sign(cell.asked[0], language) + offered
    waiting = f"{UNANSWERED}{len(cell.waiting)}" if cell.waiting else ""
    return f"{len(cell.asked)}{waiting}{offered}"


def sign(entry: Directed, language: Language) -> str:
    """The answer in a word or a sign; an offer that was not taken up has none."""
    value = _value(entry)
    if value is None:
        return UNANSWERED if isinstance(entry, Expectation) else ""
    if _sensitivity(entry) is not Sensitivity.NONE:
        return MASK
    answer = _answer(entry)
    is_reserved = answer is not None and answer.reservation is not None
    words = _RESERVED if is_reserved and value is AnswerValue.ACCEPT else _SIGNS[value]
    return words[language]


def told_lines(entry: Directed, language: Language, width: int) -> list[str]:
    """An entry in full: its ref and text, and below that what was answered; what is sensitive masked."""
    indent = len(entry.ref) + 2
    lines = wrap(_text(entry, language), width - indent)
    lines += [line for part in _answer_parts(entry, language) for line in wrap(part, width - indent)]
    first, *others = lines
    return [f"{entry.ref}  {first}", *(" " * indent + line for line in others)]


def _text(entry: Directed, language: Language) -> str:
    if entry.sensitivity is not Sensitivity.NONE:
        return masked(entry.sensitivity, language)
    if not isinstance(entry, Offer):
        return clean(entry.text)
    to_all = entry.to_all
    text = clean(entry.text)
    message = Message("Offers to all: {text}", text=text) if to_all else Message("Offers: {text}", text=text)
    return say(message, language)


def _answer_parts(entry: Directed, language: Language) -> list[str]:
    """What was answered, in words, and on which condition."""
    if _value(entry) is None:
        return [say(Message("No answer yet."), language)] if isinstance(entry, Expectation) else []
    if _sensitivity(entry) is not Sensitivity.NONE:
        return [] if entry.sensitivity is not Sensitivity.NONE else [masked(_sensitivity(entry), language)]
    answer = _answer(entry)
    said = f"{state_of(entry, language)}: {clean(answer.text)}" if answer and answer.text else ""
    condition = reservation_words(answer.reservation if answer else None, language)
    return [part for part in (said or state_of(entry, language), clean(condition)) if part]


def _value(entry: Directed) -> AnswerValue | None:
    answer = _answer(entry)
    return answer.value if answer else _TAKEN_UP.get(entry.status)


def _answer(entry: Directed) -> Answer | None:
    return entry.answer if isinstance(entry, Expectation) else None


def _sensitivity(entry: Directed) -> Sensitivity:
    """The class of the answer: that of the entry, else its own."""
    answer = _answer(entry)
    own = answer.sensitivity if answer else Sensitivity.NONE
    return own if entry.sensitivity is Sensitivity.NONE else entry.sensitivity
