"""What the tests of the server share: servers of a small store with odd data, and of the two plans."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.servers import Server, make_store, serving


@pytest.fixture(scope="session")
def odd_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the odd data."""
    store = tmp_path_factory.mktemp("odd") / "store"
    make_store(store)
    return store


@pytest.fixture(scope="session")
def server(odd_store: Path) -> Iterator[Server]:
    """A server of the odd data."""
    with serving(odd_store, "--timeout", "5") as running:
        yield running


@pytest.fixture(scope="session")
def plans_server(plans_store: Path) -> Iterator[Server]:
    """A server of the two plans."""
    with serving(plans_store) as running:
        yield running
