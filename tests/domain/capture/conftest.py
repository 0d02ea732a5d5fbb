import pytest

from overleg.domain.model import Session
from tests.domain.conftest import a_table


@pytest.fixture(scope="module")
def table() -> Session:
    """The table once for all the examples of a test."""
    return a_table()
