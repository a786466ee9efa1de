"""What all tests share: a store of the two plans, built once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build import build
from kg.store import Store
from queries.engine import Embedded

DOCUMENTS = Path(__file__).parents[1] / "documents"


@pytest.fixture(scope="session")
def plans_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the two plans."""
    store = tmp_path_factory.mktemp("plans") / "store"
    build(store, [DOCUMENTS])
    return store


@pytest.fixture(scope="session")
def plans(plans_store: Path) -> Iterator[Embedded]:
    """An engine that answers from the two plans."""
    with Store(plans_store).open() as reader:
        yield Embedded(reader)
