"""Chains of ties through third sides."""

import pytest

from queries.chains import chains, rows
from queries.engine import Embedded
from queries.terms import value

PLACE = "https://w3id.org/deltakg/id/place/"
SUZHOU, XUZHOU, QIAOCHENG, BOZHOU, SHANGHAI = (
    f"{PLACE}{code}" for code in ("341300", "320300", "341602", "341600", "310000")
)


@pytest.mark.parametrize(
    ("first", "second", "via"),
    [
        (SUZHOU, XUZHOU, [()]),
        (QIAOCHENG, SUZHOU, [()]),
        (f"{PLACE}341302", f"{PLACE}341602", [("徐州市",)]),
        (f"{PLACE}341302", SUZHOU, [("徐州市",)]),
        ("https://w3id.org/deltakg/id/org/中国矿业大学", XUZHOU, [("宿州市",)]),
        (SUZHOU, SHANGHAI, []),
        (SUZHOU, SUZHOU, []),
    ],
)
def test_the_shortest_chains_are_found(first: str, second: str, via: list[tuple[str, ...]], engine: Embedded) -> None:
    """Chains are the shortest, either way round; 长三角 ties nobody, and what lies in a side counts for it."""
    assert via == [chain.via for chain in chains(engine, first, second)]
    assert [names[::-1] for names in via] == [chain.via for chain in chains(engine, second, first)]


def test_a_chain_is_no_longer_than_allowed(engine: Embedded) -> None:
    """A limit of one step leaves only direct ties."""
    assert [] == chains(engine, f"{PLACE}341302", QIAOCHENG, hops=1)


def test_each_step_can_be_quoted(engine: Embedded) -> None:
    """A row is a step with its first tie, how many ties there are, and the evidence of it."""
    found = rows(chains(engine, f"{PLACE}341302", QIAOCHENG))
    columns = ("step", "from", "to", "party", "partner", "mechanism", "ties", "document", "unit")
    shown = [tuple(value(row[found.columns.index(column)]) for column in columns) for row in found.rows]
    assert [
        ("1", "埇桥区", "徐州市", "埇桥区", "铜山区", "strategic", "1", "suzhou", "15"),
        ("2", "徐州市", "谯城区", "徐州市", "谯城区", "strategic", "1", "xuzhou", "2"),
    ] == shown
    assert all(value(row[found.columns.index("sentence")]) for row in found.rows)
