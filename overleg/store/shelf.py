"""All sessions of a folder, to be looked through; those of a practice are left out.

Of a folder with many sessions the words are kept in an index, so that a search reads the files in which
they stand and no others. What the index says of a file counts only for the very version that it knows.
"""

import contextlib
import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from overleg.domain.model import Session
from overleg.domain.searched import holds_secrets
from overleg.errors import StoreError
from overleg.store import trouble
from overleg.store.decoding import read_unchecked
from overleg.store.folder import SUFFIX, is_session_name
from overleg.store.reading import read_file
from overleg.store.sessionfile import SessionFile
from overleg.store.unreadable import Unreadable
from overleg.store.wordindex import Card, Unusable, WordIndex

WORTH_AN_INDEX = 64
"""Fewer sessions are read sooner than an index is opened and kept."""

WordsOf = Callable[[Session], str]
"""All that words are looked for in, folded."""

Seen = TypeVar("Seen")

File = tuple[str, str]
"""A file that may hold a session: its name without the suffix, and the stamp of its version."""


class Shelf:
    """The sessions of a folder, as they are found on one walk along them.

    What is asked about them is asked after the walk; `unread` then says which could not be read.
    """

    def __init__(self, folder: Path, files: frozenset[File]) -> None:
        self._folder = folder
        self._files = files
        self._cards: dict[str, Card] = {}
        self._series: dict[str, list[Card]] = defaultdict(list)
        self.unread: list[StoreError] = []

    def sessions(self, words: Iterable[str], series: Collection[str] = ()) -> Iterator[Session]:
        """Each session in which all of the folded words may stand, in any order.

        With `series` only those of the series with one of these slugs.
        """
        yield from self._read_all(self._files, series)

    def card(self, id: str) -> Card | None:
        """What is known of one session; None for one that is not there."""
        return self._cards.get(id)

    def is_newest(self, session: Session, ref: str) -> bool:
        """Whether no later session of the series has that entry."""
        return not any(f" {ref} " in card.refs for card in self._later(session))

    def is_secret_later(self, session: Session, ref: str) -> bool:
        """Whether a later session of the series holds something of that entry as confidential."""
        return any(f" {ref} " in card.secret for card in self._later(session))

    def _later(self, session: Session) -> Iterator[Card]:
        place = (session.number, session.date.isoformat(), session.id)
        for card in self._of_series(session.series.slug):
            if (card.number, card.day, card.id) > place:
                yield card

    def _of_series(self, slug: str) -> list[Card]:
        return self._series[slug]

    def _know(self, file: File, session: Session) -> None:
        if not session.practice:
            card = _card(file, session)
            self._cards[card.id] = card
            self._series[card.series].append(card)

    def _read_all(self, files: Iterable[File], series: Collection[str]) -> Iterator[Session]:
        """The sessions in those files, which are known from then on."""
        for file in sorted(files):
            session = self._checked(file[0])
            if session is None:
                continue
            self._know(file, session)
            if not session.practice and (not series or session.series.slug in series):
                yield session

    def _checked(self, name: str) -> Session | None:
        try:
            return SessionFile(self._path(name)).load()
        except StoreError as error:
            self.unread.append(error)
            return None

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{SUFFIX}"


class IndexedShelf(Shelf):
    """A shelf with an index, which it brings up to date. Everything here may raise `Unusable`."""

    def __init__(self, folder: Path, files: frozenset[File], index: WordIndex, words_of: WordsOf) -> None:
        super().__init__(folder, files)
        self._index = index
        self._words_of = words_of

    def sessions(self, words: Iterable[str], series: Collection[str] = ()) -> Iterator[Session]:
        known = self._index.stamps()
        stale, gone = self._files - known, known - self._files
        self._index.drop(name for name, _ in gone)
        yield from self._read_all(stale, series)
        if stale or gone:
            self._index.keep()
        read = {name for name, _ in stale}
        for card in self._index.holding(words):
            if card.name in read or (series and card.series not in series):
                continue
            if session := self._reread(card):
                yield session

    def card(self, id: str) -> Card | None:
        return self._index.card(id)

    def _of_series(self, slug: str) -> list[Card]:
        if slug not in self._series:
            self._series[slug] = self._index.of_series(slug)
        return self._series[slug]

    def _know(self, file: File, session: Session) -> None:
        unchecked, stamp = self._unchecked(file[0])
        if unchecked == session:
            self._index.put(_card((file[0], stamp), session, is_plain=True), self._words_of(session))
        else:
            self._index.put(_card(file, session), self._words_of(session))

    def _reread(self, card: Card) -> Session | None:
        """A session whose file is known, without the checks that its version has passed before."""
        session, stamp = self._unchecked(card.name) if card.is_plain else (None, "")
        return session if session and stamp == card.stamp else self._checked(card.name)

    def _unchecked(self, name: str) -> tuple[Session | None, str]:
        """The session in a file, read in a fraction of the time, and the stamp of that version."""
        try:
            data, (device, number, modified, size) = read_file(self._path(name))
        except (OSError, Unreadable):
            return None, ""
        return read_unchecked(data), f"{device}:{number}:{modified}:{size}"


def on_shelf(folder: Path, words_of: WordsOf, look: Callable[[Shelf], Seen]) -> Seen:
    """What `look` finds on the shelf of a folder: with an index where that helps and can be had.

    Raises `StoreError` where the folder cannot be read.
    """
    files = _files(folder)
    if len(files) >= WORTH_AN_INDEX:
        with contextlib.suppress(Unusable), contextlib.closing(WordIndex.of(folder)) as index:
            return look(IndexedShelf(folder, files, index, words_of))
    return look(Shelf(folder, files))


def _files(folder: Path) -> frozenset[File]:
    try:
        with _listed(folder) as entries:
            found = [_file(entry) for entry in entries if is_session_name(entry.name)]
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise trouble.not_read(folder, error) from error
    return frozenset(file for file in found if file)


def _file(entry: os.DirEntry[str]) -> File | None:
    try:
        info = entry.stat(follow_symlinks=False)
    except FileNotFoundError:  # removed since it was listed
        return None
    # A text, for some systems number their files higher than any index can hold.
    return (
        entry.name.removesuffix(SUFFIX),
        f"{info.st_dev}:{info.st_ino}:{info.st_mtime_ns}:{info.st_size}",
    )


@contextlib.contextmanager
def _listed(folder: Path) -> Iterator[Iterator[os.DirEntry[str]]]:
    """What is in a folder; by its descriptor, where the system does not walk the path for every file."""
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield entries
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with os.scandir(descriptor) as entries:
            yield entries
    finally:
        os.close(descriptor)


def _card(file: File, session: Session, *, is_plain: bool = False) -> Card:
    return Card(
        *file,
        is_plain=is_plain,
        practice=session.practice,
        id=session.id,
        series=session.series.slug,
        number=session.number,
        day=session.date.isoformat(),
        refs=_spaced(entry.ref for entry in session.entries),
        secret=_spaced(entry.ref for entry in session.entries if holds_secrets(entry)),
    )


def _spaced(refs: Iterable[str]) -> str:
    return f" {' '.join(refs)} "
