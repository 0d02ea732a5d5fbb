import pytest

from overleg.desk.example import open_example
from overleg.desk.folders import Folders
from overleg.domain.model import Session


@pytest.fixture(scope="session")
def warnsveld(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """The example meeting at the end of the evening."""
    return open_example(Folders.at(tmp_path_factory.mktemp("example"))).session
