"""The zip around a Word document, the same bytes for the same parts."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_CONTENT_TYPES = "[Content_Types].xml"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can name: when a file was packed says nothing about what is in it."""
_UNIX = 3


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts: the list of content types first, the others by name."""
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name in sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name)):
            package.writestr(_header(name), parts[name], ZIP_DEFLATED, 9)
    return file.getvalue()


def unpacked(package: bytes) -> dict[str, bytes]:
    """The parts of a package by their names."""
    with ZipFile(BytesIO(package)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _header(name: str) -> ZipInfo:
    header = ZipInfo(name, _MOMENT)
    header.create_system = _UNIX
    header.external_attr = 0o600 << 16
    return header
