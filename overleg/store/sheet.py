"""The records of one table, as the lines they have in the file."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Self

SEPARATOR = b",\n"
"""What stands between two records in the file."""

_BLOCK = 64
"""So many lines lie together: few to put together anew, and enough to make few blocks of a long table."""


class _Block:
    """Some lines, and their text once somebody has asked for it."""

    __slots__ = ("_text", "lines")

    def __init__(self, lines: dict[int, bytes]) -> None:
        self.lines = lines
        self._text = b""

    @property
    def text(self) -> bytes:
        if not self._text:
            self._text = SEPARATOR.join(self.lines.values())
        return self._text

    def changed(self, put: Mapping[int, bytes], gone: Collection[int]) -> Self:
        return type(self)({id: put.get(id, line) for id, line in self.lines.items() if id not in gone})


class Sheet(Mapping[int, bytes]):
    """The lines of a table by document id, in file order. A sheet stays as it is; a change makes another.

    Most of a long table is the same before and after a change. So the lines lie in blocks, which sheets
    share, and a save puts together the text of one block instead of thousands of lines.
    """

    __slots__ = ("_blocks", "_length", "highest")

    def __init__(self, blocks: list[_Block], highest: int) -> None:
        self._blocks = blocks
        self._length = sum(len(block.lines) for block in blocks)
        self.highest = highest
        """The highest id that was ever used here."""

    @classmethod
    def of(cls, lines: Iterable[tuple[int, bytes]] = ()) -> Self:
        """A sheet of lines, each after its id."""
        blocks = list(_in_blocks(lines))
        return cls(blocks, max((max(block.lines) for block in blocks), default=0))

    def __getitem__(self, id: int) -> bytes:
        for block in self._blocks:
            if id in block.lines:
                return block.lines[id]
        raise KeyError(id)

    def __contains__(self, id: object) -> bool:
        return any(id in block.lines for block in self._blocks)

    def __iter__(self) -> Iterator[int]:
        for block in self._blocks:
            yield from block.lines

    def __len__(self) -> int:
        return self._length

    def ids(self, start: int, stop: int) -> list[int]:
        """The ids from one position up to another."""
        found: list[int] = []
        for block in self._blocks:
            if stop > 0 and start < len(block.lines):
                found += islice(block.lines, max(start, 0), stop)
            start -= len(block.lines)
            stop -= len(block.lines)
        return found

    def changed(self, put: Mapping[int, bytes], gone: Collection[int] = ()) -> Self:
        """The sheet with these lines, each in its place or at the end, and without those that are gone."""
        touched = {*put, *gone}
        blocks = [
            block if block.lines.keys().isdisjoint(touched) else block.changed(put, gone)
            for block in self._blocks
        ]
        blocks = [block for block in blocks if block.lines]
        fresh = {id: line for id, line in put.items() if id not in self}
        if fresh and blocks and len(blocks[-1].lines) < _BLOCK:
            fresh = blocks.pop().lines | fresh
        blocks += _in_blocks(fresh.items())
        return type(self)(blocks, max(self.highest, max(put, default=0)))

    def arranged(self, ids: Iterable[int]) -> Self:
        """The sheet with its lines in this order."""
        lines = dict(self.items())
        return self.of((id, lines[id]) for id in ids)

    def texts(self) -> list[bytes]:
        """The lines, separated as in the file, in a few pieces that are to be separated likewise."""
        return [block.text for block in self._blocks]


def _in_blocks(lines: Iterable[tuple[int, bytes]]) -> Iterator[_Block]:
    rest = iter(lines)
    while block := dict(islice(rest, _BLOCK)):
        yield _Block(block)
