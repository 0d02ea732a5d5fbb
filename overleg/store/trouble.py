"""What can go wrong with a file, each a `StoreError` of its own, and the reasons in words."""

import errno
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from overleg.domain.text import clean
from overleg.errors import Message, StoreError

if TYPE_CHECKING:
    from overleg.store.lease import Lease


class Missing(StoreError):
    """There is no such session."""


class Damaged(StoreError):
    """A file that is no session, or no longer one. It was left as it is."""


class Newer(StoreError):
    """A file made by a newer version of this program."""


class Busy(StoreError):
    """Another program is writing the session and does not get done."""


class MovedOn(StoreError):
    """The file is no longer the one that was read; it must be read again before it is written."""


class NotSaved(StoreError):
    """What was to be written is not on the disk; what was there before is."""


_REASONS = {
    errno.EACCES: Message("access is denied"),
    errno.EPERM: Message("access is denied"),
    errno.EROFS: Message("that disk cannot be written to"),
    errno.ENOSPC: Message("the disk is full"),
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: Message("the disk is full"),
    errno.EFBIG: Message("the file would become too large for that disk"),
    errno.EIO: Message("the disk reports an error"),
    errno.ENOENT: Message("the folder is not there"),
    errno.ENOTDIR: Message("what should be a folder is none"),
    errno.EEXIST: Message("something else has that name already"),
    errno.ELOOP: Message("it is a link to another place"),
    errno.ENAMETOOLONG: Message("the name is too long"),
    errno.EMFILE: Message("too many files are open"),
    errno.ENFILE: Message("too many files are open"),
}


def reason(error: OSError) -> Message:
    """Why the system would not do it, in words."""
    known = _REASONS.get(error.errno or 0)
    return known or Message("the system says: {detail}", detail=clean(error.strerror or type(error).__name__))


def shown(path: Path) -> str:
    """A path as it may be printed: a file's name can hold control characters too."""
    return clean(str(path))


def not_saved(path: Path, why: Message) -> NotSaved:
    return NotSaved(
        Message("{file} was not saved: {reason}.", file=shown(path), reason=why),
        Message("What was saved before is untouched. Solve this, and save again."),
    )


def not_read(path: Path, error: OSError) -> StoreError:
    return StoreError(
        Message("{file} cannot be read: {reason}.", file=shown(path), reason=reason(error)),
        Message("Nothing was changed. Make it readable for you, and try again."),
    )


def exists(path: Path) -> NotSaved:
    return NotSaved(
        Message("There is a session {file} already.", file=shown(path)),
        Message("Nothing was changed. Give the new one another name or date."),
    )


def missing(path: Path, backup: Path | None = None) -> Missing:
    return Missing(Message("There is no session {file}.", file=shown(path)), _where_it_was(path, backup))


def damaged(path: Path, clause: Message, backup: Path | None = None) -> Damaged:
    """That a file does not open, and where its last good version is."""
    return Damaged(
        Message("{file} cannot be opened: {fault}.", file=shown(path), fault=clause), _what_is_left(backup)
    )


def newer(path: Path, clause: Message) -> Newer:
    return Newer(
        Message("{file} cannot be opened: {fault}.", file=shown(path), fault=clause),
        Message("The file was left as it is. Install the newest overleg to open it."),
    )


def moved_on(path: Path) -> MovedOn:
    return MovedOn(
        Message("{file} was not saved: another program has changed it since it was read.", file=shown(path)),
        Message("Both are untouched. Open the session again, and make the change in it."),
    )


def busy(path: Path, holders: "list[Lease]") -> Busy:
    who = Message("another program")
    if holders:
        who = Message("{user} on {machine}", user=holders[0].user, machine=holders[0].machine)
    return Busy(
        Message("{file} is being written by {who}.", file=shown(path), who=who),
        Message("Nothing was changed. Try again in a moment."),
    )


def _where_it_was(path: Path, backup: Path | None) -> Message:
    if backup is None:
        return Message("See which sessions there are in the folder {folder}.", folder=shown(path.parent))
    return Message(
        "Its last good version, of {moment}, is {backup}.", moment=_moment(backup), backup=shown(backup)
    )


def _what_is_left(backup: Path | None) -> Message:
    if backup is None:
        return Message("The file was left as it is.")
    return Message(
        "The file was left as it is. Its last good version, of {moment}, is {backup}.",
        moment=_moment(backup),
        backup=shown(backup),
    )


def _moment(file: Path) -> str:
    return f"{datetime.fromtimestamp(file.stat().st_mtime):%Y-%m-%d %H:%M}"
