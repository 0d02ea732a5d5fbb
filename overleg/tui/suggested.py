"""What the line in the bar may become, in words on one line."""

from overleg.domain.capture.suggest import Suggestion
from overleg.domain.choices import Language
from overleg.domain.words import Words
from overleg.errors import Message
from overleg.locale import say
from overleg.tui.cells import cut

_SEPARATOR = " · "


def lines_with(line: str, suggestions: tuple[Suggestion, ...]) -> list[str]:
    """The line as each of the suggestions would make it."""
    return [line[: each.start] + each.text for each in suggestions]


def suggested(suggestions: tuple[Suggestion, ...], language: Language, width: int) -> str:
    """``Tab: GEM Gemeente · ZOR ZorgOrg``; as many as fit, each of them whole."""
    words = [_words(each, language) for each in suggestions]
    text = say(Message("Tab: {word}", word=words[0]), language) if words else ""
    for each in words[1:]:
        if len(longer := f"{text}{_SEPARATOR}{each}") > width:
            break
        text = longer
    return cut(text, width)


def _words(suggestion: Suggestion, language: Language) -> str:
    typed = suggestion.text.rstrip(": ")
    meaning = _meaning(suggestion.meaning, language)
    return f"{typed} {meaning}" if meaning and meaning != typed else typed


def _meaning(meaning: str | Words | Message, language: Language) -> str:
    match meaning:
        case Message():
            return say(meaning, language)
        case Words():
            return meaning[language]
    return meaning
