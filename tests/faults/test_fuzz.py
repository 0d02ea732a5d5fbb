"""Any file at all with the name of a session: it opens, or it is refused in a sentence, and it stays."""

import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from overleg.domain import integrity
from overleg.errors import StoreError
from overleg.store import headers
from overleg.store.sessionfile import SessionFile
from tests.store.sessions import LONG, NAME, a_session, longer

FILES = 40_000 if LONG else 1_500

JUNK = (
    *("null", "[]", "{}", '""', "0", "-1", "1e999", "NaN", "Infinity", "true", '"\\ud800"', '"\\u0000"'),
    *('"\\u001b[2J"', '"x\\u202ey"', '"[/foo]"', '"e\\u0301\\n"', '""'),
    *('"2027-02-30"', '"2027-01-14T19:30:00Z"', '"25:99"', '"A-001"', "9" * 5000, "[" * 2000, '{"a":' * 2000),
)
ODD_TEXTS = ("v\u0301oor", "\u202e", "\\u001b[2J", "[/foo]", "\\ud800", "’t")


def test_no_file_is_more_than_this_program_can_stand(tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}.json"
    SessionFile.create(path, a_session(3))
    good = path.read_bytes()
    chance = random.Random(1)
    figures: Counter[str] = Counter()
    for _ in range(FILES):
        data = chance.choice(WAYS)(good, chance)
        path.write_bytes(data)
        figures[found := outcome(path)] += 1
        assert found == "opened" or path.read_bytes() == data
    print(f"fuzz of opening a session: files {FILES}: {dict(figures)}, tracebacks 0")
    assert figures["opened"] > 0
    assert figures["refused"] > FILES / 4


def outcome(path: Path) -> str:
    summary = headers.summary_of(path)
    file = SessionFile(path)
    try:
        file.load()
    except StoreError as refused:
        said = f"{refused.message} {refused.hint}"
        assert said.isprintable(), said
        return "refused"
    assert summary.fault is None, "what opens is not marked as damaged in a list"
    assert list(integrity.faults(file.session)) == []
    with file.lock():
        file.save(longer(file.session))
    assert SessionFile(path).load() == file.session, "what opens can be saved, and opens again"
    return "opened"


def with_other_bytes(good: bytes, chance: random.Random) -> bytes:
    data = bytearray(good)
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def cut_off(good: bytes, chance: random.Random) -> bytes:
    return good[: chance.randrange(len(good))]


def with_a_piece_twice(good: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(good))
    end = start + chance.randrange(200)
    return good[:end] + good[start:]


def with_a_line_moved(good: bytes, chance: random.Random) -> bytes:
    lines = good.split(b"\n")
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return b"\n".join(lines)


def with_junk_for_a_value(good: bytes, chance: random.Random) -> bytes:
    """As JSON, with something else in one place."""
    value = json.loads(good)
    place, key = chance.choice(list(places(value)))
    place[key] = "JUNK"
    return json.dumps(value).replace('"JUNK"', chance.choice(JUNK), 1).encode()


def with_a_name_changed(good: bytes, chance: random.Random) -> bytes:
    value = json.loads(good)
    place, key = chance.choice([found for found in places(value) if isinstance(found[0], dict)])
    place[chance.choice(["", "x", "2", "kind", "\x1b[2J", "ref", "1" * 30, "²"])] = place.pop(key)
    return json.dumps(value, ensure_ascii=chance.random() < 0.5, indent=chance.choice([None, 2])).encode()


def written_in_another_way(good: bytes, chance: random.Random) -> bytes:
    value = json.loads(good)
    text = json.dumps(value, ensure_ascii=chance.random() < 0.5, indent=chance.choice([None, 0, 2]))
    text = text.replace(
        "voor", chance.choice(["v\u0301oor", "\u202e", "\\u001b[2J", "[/foo]", "\\ud800", "’t"])
    )
    return chance.choice([b"", b"\xef\xbb\xbf"]) + text.replace("\n", chance.choice(["\n", "\r\n"])).encode()


def any_bytes(good: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(100))


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    with_other_bytes,
    cut_off,
    with_a_piece_twice,
    with_a_line_moved,
    with_junk_for_a_value,
    with_a_name_changed,
    written_in_another_way,
    any_bytes,
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a JSON value where something stands."""
    if isinstance(value, dict | list):
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        return [(value, key) for key in keys] + [place for key in keys for place in places(value[key])]
    return []
