"""Which words stand in which session: derived from their files, private, and safe to delete.

It answers with names of sessions and never with what was said: that is read from the files themselves.
It lies beside them, in a folder that only their owner can open, for it holds their words, those that
are confidential as well.
"""

import contextlib
import os
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Self

from overleg import __version__
from overleg.store.atomic import make_folder, refuse_special

FOLDER = ".index"
_FILE = "words.sqlite"
_SUFFIXES = ("", "-journal")

_MADE_BY = f"1 {__version__} {unicodedata.unidata_version}"
"""An index that something else has made is made anew: it may take other things for words."""

_SCHEMA = """
CREATE TABLE made(by TEXT);
CREATE TABLE sessions(
    key INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, stamp TEXT, is_plain INTEGER,
    practice INTEGER, id TEXT, series TEXT, number INTEGER, day TEXT, refs TEXT, secret TEXT
);
CREATE UNIQUE INDEX versions ON sessions(name, stamp);
CREATE INDEX sessions_by_id ON sessions(id);
CREATE INDEX sessions_of_series ON sessions(series);
CREATE TABLE vocabulary(words TEXT);
CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, detail=none, tokenize='ascii');
"""

# What the tokenizer "ascii" takes for a word: letters and digits, and all that is not ASCII.
_WORD = re.compile(r"[0-9A-Za-z\x80-\U0010ffff]+")

_MOST_WORDS = 400
"""What stands in more words than so many, stands nearly everywhere; then all sessions are looked at."""

_SPARE = 256
"""So many sessions may have been written anew before the words of their old versions are cleared away."""

_PATIENCE = 0.5
"""How many seconds a search waits for another program that is writing the index."""


class Card(NamedTuple):
    """A session as the index knows it; `is_plain` says that its file may be read without checks."""

    name: str
    stamp: str
    is_plain: bool
    practice: bool
    id: str
    series: str
    number: int
    day: str
    refs: str
    """The refs of its entries, a space before and after each."""
    secret: str
    """In the same way, those of entries about which something is confidential."""


_FIELDS = ", ".join(Card._fields)


class Unusable(Exception):
    """The index cannot be read or written; the files can."""


class WordIndex:
    """The index of one folder. Every method raises `Unusable`; then the files have to do."""

    def __init__(self, path: Path, database: sqlite3.Connection) -> None:
        self._path = path
        self._database = database
        self._vocabulary: set[str] | None = None

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The index of the sessions in a folder, an empty one where there is none that fits."""
        path = folder / FOLDER / _FILE
        try:
            index = cls(path, _opened(path))
            if not index._fits():
                index.remove()
                index = cls(path, _opened(path))
                index._database.executescript(_SCHEMA)
                index._database.execute("INSERT INTO made VALUES (?)", (_MADE_BY,))
                index._database.commit()
        except (sqlite3.Error, OSError) as error:
            if _is_damage(error):
                _discard(path)
            raise Unusable from error
        return index

    def stamps(self) -> set[tuple[str, str]]:
        """Each session that it knows, with the stamp of the version that it knows."""
        return set(self._rows("SELECT name, stamp FROM sessions"))

    def holding(self, words: Iterable[str]) -> list[Card]:
        """The sessions in which all of these folded words may stand; those of a practice are left out."""
        wanted = [self._words_with(run) for word in words for run in _WORD.findall(word)]
        if not all(wanted):
            return []
        narrow = [each for each in wanted if len(each) <= _MOST_WORDS]
        if not narrow:
            return self._cards(f"SELECT {_FIELDS} FROM sessions WHERE NOT practice")
        query = f"SELECT {_FIELDS} FROM words JOIN sessions ON sessions.key = words.rowid WHERE NOT practice"
        return self._cards(f"{query} AND words MATCH ?", " AND ".join(map(_any_of, narrow)))

    def of_series(self, series: str) -> list[Card]:
        """The sessions of the series with that slug; those of a practice are left out."""
        query = f"SELECT {_FIELDS} FROM sessions WHERE NOT practice AND series = ?"
        return self._cards(query, series)

    def card(self, id: str) -> Card | None:
        """What it knows of one session; None for one that is not there."""
        cards = self._cards(f"SELECT {_FIELDS} FROM sessions WHERE NOT practice AND id = ?", id)
        return cards[0] if cards else None

    def put(self, card: Card, text: str) -> None:
        """Know the session of the card, in which stands that folded text; `keep` makes it last."""
        words = set(_WORD.findall(text))
        self.drop([card.name])
        query = f"INSERT INTO sessions({_FIELDS}) VALUES ({', '.join('?' * len(card))})"
        self._rows(query, *card)
        self._rows("INSERT INTO words(rowid, text) VALUES (last_insert_rowid(), ?)", " ".join(words))
        if new := words - self._known_words():
            self._rows("INSERT INTO vocabulary VALUES (?)", "\n".join(new))
            self._known_words().update(new)

    def drop(self, names: Iterable[str]) -> None:
        """Forget sessions. Their words stay behind under a number that is never given again."""
        for name in names:
            self._rows("DELETE FROM sessions WHERE name = ?", name)

    def keep(self) -> None:
        """Write what was put and dropped."""
        try:
            self._database.commit()
        except sqlite3.Error as error:
            raise Unusable from error

    def close(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._database.close()

    def remove(self) -> None:
        """Throw the index away; it is made anew when it is asked for."""
        self.close()
        _discard(self._path)

    def _words_with(self, run: str) -> set[str]:
        """The words that are known in which a run of letters stands."""
        blocks = (block for (block,) in self._rows("SELECT words FROM vocabulary"))
        return {word for block in blocks for word in _around(run, block)}

    def _known_words(self) -> set[str]:
        if self._vocabulary is None:
            blocks = (block for (block,) in self._rows("SELECT words FROM vocabulary"))
            self._vocabulary = {word for block in blocks for word in block.split("\n")}
        return self._vocabulary

    def _fits(self) -> bool:
        """Whether we have made it, and not too much of it has become useless."""
        tables = self._database.execute("SELECT name FROM sqlite_master WHERE name = 'made'").fetchall()
        if not tables or self._database.execute("SELECT by FROM made").fetchall() != [(_MADE_BY,)]:
            return False
        ((given, used),) = self._database.execute(
            "SELECT (SELECT coalesce(max(seq), 0) FROM sqlite_sequence), (SELECT count(*) FROM sessions)"
        )
        return bool(given - used <= used + _SPARE)

    def _cards(self, query: str, *values: object) -> list[Card]:
        return [Card(*row) for row in self._rows(query, *values)]

    def _rows(self, query: str, *values: object) -> list[Any]:
        try:
            return self._database.execute(query, values).fetchall()
        except (sqlite3.Error, UnicodeEncodeError) as error:
            if _is_damage(error):
                self.remove()
            raise Unusable from error


def _is_damage(error: Exception) -> bool:
    """Whether the index itself is at fault; one that is locked, or on a full disk, is good yet."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)


def _discard(path: Path) -> None:
    for suffix in _SUFFIXES:
        with contextlib.suppress(OSError):
            os.unlink(f"{path}{suffix}")


def _opened(path: Path) -> sqlite3.Connection:
    make_folder(path.parent)
    refuse_special(path)
    # SQLite would make a file that others may read.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
    return sqlite3.connect(path, timeout=_PATIENCE)


def _around(run: str, block: str) -> Iterator[str]:
    """The words of a block, one a line, in which a run of letters stands."""
    found = block.find(run)
    while found >= 0:
        end = block.find("\n", found)
        end = len(block) if end < 0 else end
        yield block[block.rfind("\n", 0, found) + 1 : end]
        found = block.find(run, end)


def _any_of(words: set[str]) -> str:
    return "(" + " OR ".join(f'"{word}"' for word in words) + ")"
