"""Where things are kept: the working folder, and the folders and files in it."""

import os.path
from collections.abc import Mapping
from pathlib import Path


def home(environ: Mapping[str, str], cwd: Path) -> Path:
    """The working folder; it need not exist yet.

    `$OVERLEG_HOME`, else `cwd` when it has a ``sessions/``, else ``Overleg`` in the user's documents.
    """
    if chosen := environ.get("OVERLEG_HOME"):
        # Not Path.expanduser, which raises where the user after the tilde does not exist.
        return cwd / os.path.expanduser(chosen)
    if sessions_folder(cwd).is_dir():
        return cwd
    return documents_folder() / "Overleg"


def sessions_folder(home: Path) -> Path:
    """The meetings, one file each."""
    return home / "sessions"


def exports_folder(home: Path) -> Path:
    """The documents made from the meetings, one folder per series."""
    return home / "exports"


def documents_folder() -> Path:
    """The user's documents, under the name the system gives them."""
    # Asked for only when nothing nearer was chosen: platformdirs takes 20 ms to import.
    from platformdirs import user_documents_path

    return user_documents_path()


def config_folder() -> Path:
    """The user's own settings for this program; it need not exist."""
    from platformdirs import user_config_path

    return user_config_path("overleg", appauthor=False)
