"""Text in the cells of a terminal, where one character may take two and another none."""

from rich.cells import cell_len, chop_cells, set_cell_size

ELLIPSIS = "…"


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells; where some of it is left out, ``…`` says so."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS if width > 0 else ""


def fill(text: str, width: int) -> str:
    """The text in exactly `width` cells, cut or followed by spaces."""
    short = cut(text, width)
    return short + " " * (width - cell_len(short))


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken between words where that can be."""
    width = max(width, 2)  # a wide character needs two, whatever the window
    if _fits(text, width):
        return [text]
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if _fits(longer, width):
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = chop_cells(word, width) or [""]
        lines += whole
    return [*lines, line]


def _fits(text: str, width: int) -> bool:
    # Most of what is said is ASCII, and counting its cells one by one is what wrapping costs.
    return len(text) <= width if text.isascii() else cell_len(text) <= width


def between(left: str, right: str, width: int) -> str:
    """Left and right at the two ends of a line; the right one stays whole as long as it can."""
    right = cut(right, width)
    room = max(0, width - cell_len(right) - 1)
    return fill(left, room) + " " * (width - room - cell_len(right)) + right
