"""Programs that the tests start beside themselves: ``python -m tests.faults.children NAME ARGUMENT…``."""

import os
import sys
import time
from pathlib import Path

from overleg.store.sessionfile import SessionFile
from overleg.store.trouble import NotSaved
from tests.store.sessions import longer


def write(path: Path, name: str, times: int) -> None:
    """Adds so many entries to a session that others write as well, from the moment there is a ``go``."""
    file = SessionFile(path)
    file.load()
    file.prepare()
    path.with_name(f"{name}.ready").touch()
    while not path.with_name("go").exists():
        time.sleep(0.001)
    for number in range(times):
        with file.lock():
            session = file.load() if file.has_moved_on() else file.session
            file.save(longer(session, f"{name}-{number}"))


def talk(path: Path) -> None:
    """Adds entries for ever, and says how many there are after each that is on the disk."""
    file = SessionFile(path)
    session = file.load()
    while True:
        session = longer(session)
        with file.lock():
            file.save(session)
        print(len(session.entries), flush=True)


def fill_disk(path: Path, most: int) -> None:
    """Adds entries while files may have so many bytes, then once more without that limit."""
    import resource

    file = SessionFile(path)
    session = file.load()
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    try:
        while True:
            with file.lock():
                file.save(longer(session))
            session = file.session
    except NotSaved as refused:
        on_disk = SessionFile(path).load()
        print(refused, len(session.entries), len(on_disk.entries), sorted(os.listdir(path.parent)), sep="\n")
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    with file.lock():
        file.save(longer(session))
    print(len(SessionFile(path).load().entries))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", path, name, times]:
            write(Path(path), name, int(times))
        case ["talk", path]:
            talk(Path(path))
        case ["fill_disk", path, most]:
            fill_disk(Path(path), int(most))
