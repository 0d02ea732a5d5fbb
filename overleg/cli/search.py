"""`overleg search`: what was said about something, over all meetings, and what became of it."""

from typing import Any

from overleg.cli.arguments import Given
from overleg.cli.output import as_json, complain, print_rows, warn
from overleg.desk.searching import Found, past_of, search
from overleg.documents.in_brief import sensitivity, state_of, who
from overleg.documents.reading import SEPARATOR
from overleg.documents.timeline import outline
from overleg.documents.variant import Variant, is_confidential
from overleg.domain import names
from overleg.domain.kinds import row_of
from overleg.domain.query import Query, parse
from overleg.domain.timeline import Timeline
from overleg.domain.views import due
from overleg.errors import Message, UsageError
from overleg.locale import narrow_date, say

NOTHING_FOUND = 1


def run(given: Given) -> int:
    """Every entry that is looked for, once; that nothing was found is an answer too."""
    query = _query(given)
    variant = Variant(given.options.variant)
    results = search(
        given.folders, query, given.clock().date(), variant=variant, everywhere=given.options.all
    )
    for error in results.unread:
        complain(error, given.language)
    if given.options.history:
        _print_history(past_of(given.folders, results.found, variant=variant), given)
    else:
        _print_found(results.found, variant, given)
    if not results.found:
        warn(say(Message("Nothing was found."), given.language))
        return NOTHING_FOUND
    return 0


def _query(given: Given) -> Query:
    query = parse(" ".join(given.options.text), given.clock().date())
    for said in query.misread:
        warn(say(said, given.language))
    if query.is_empty:
        raise UsageError(
            Message("There is nothing to look for."),
            Message("Type a word, or a filter such as {example}.", example="is:open"),
        )
    return query


def _print_found(found: tuple[Found, ...], variant: Variant, given: Given) -> None:
    if given.options.format == "json":
        as_json([_as_data(each, variant, given) for each in found])
        return
    headings = (
        *(Message("date"), Message("series"), Message("no.")),
        *(Message("kind"), Message("who"), Message("what")),
    )
    if found or given.options.format == "csv":
        print_rows(given, headings, [_cells(each, variant, given) for each in found], wide=5)


def _cells(found: Found, variant: Variant, given: Given) -> list[object]:
    hit, language = found.hit, given.language
    session = hit.session
    return [
        say(Message("no day yet"), language) if session.undated else narrow_date(session.date),
        session.series.title,
        hit.entry.ref,
        row_of(hit.entry).words[language],
        who(hit.entry, session, language),
        _text(found, variant, given),
    ]


def _text(found: Found, variant: Variant, given: Given) -> str:
    """What was found, with its class where it may be shown; a mask where it may not."""
    entry = found.hit.entry
    if variant is Variant.OPEN and is_confidential(entry):
        return say(Message("confidential"), given.language)
    parts = (found.hit.snippet.text, sensitivity(entry.sensitivity, given.language))
    return SEPARATOR.join(part for part in parts if part)


def _as_data(found: Found, variant: Variant, given: Given) -> dict[str, Any]:
    hit = found.hit
    entry, session = hit.entry, hit.session
    is_masked = variant is Variant.OPEN and is_confidential(entry)
    return {
        "ref": entry.ref,
        "kind": entry.kind,
        "series": session.series.title,
        "session": session.id,
        "number": session.number,
        "date": None if session.undated else session.date,
        "item": hit.item,
        "parties": names.codes(session, entry.parties),
        "who": who(entry, session, given.language),
        "snippet": hit.snippet.text,
        "marks": hit.snippet.marks,
        "status": entry.status,
        "due": None if is_masked else due(entry),
        "confidential": is_confidential(entry),
        "masked": is_masked,
        "born_in": entry.born_in,
        "born_on": found.born_on,
    }


def _print_history(lines: tuple[Timeline, ...], given: Given) -> None:
    if given.options.format == "json":
        as_json([_timeline_data(line, given) for line in lines])
        return
    headings = (Message("series"), Message("no."), Message("meeting"), Message("what happened"))
    rows = [row for line in lines for row in _timeline_rows(line, given)]
    if rows or given.options.format == "csv":
        print_rows(given, headings, rows, wide=3)


def _timeline_rows(line: Timeline, given: Given) -> list[list[object]]:
    return [
        [line.session.series.title, line.entry.ref, happened.meeting, said]
        for happened in outline(line, given.language)
        for said in happened.told
    ]


def _timeline_data(line: Timeline, given: Given) -> dict[str, Any]:
    return {
        "ref": line.entry.ref,
        "kind": line.entry.kind,
        "series": line.session.series.title,
        "text": line.entry.text,
        "state": state_of(line.entry, given.language),
        "carried": line.carried,
        "meetings": [
            {
                "session": chapter.session,
                "number": chapter.number,
                "date": chapter.date,
                "events": happened.told,
            }
            for chapter, happened in zip(line.chapters, outline(line, given.language), strict=True)
        ],
    }
