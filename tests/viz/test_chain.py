"""The picture of how two places are tied."""

import pytest

from queries.chains import HOPS, chains
from queries.engine import Embedded
from queries.terms import value
from viz.chain import Picture, picture
from viz.contents import contents
from viz.errors import PictureError


def chain(plans: Embedded, *labels: str, hops: int = HOPS) -> Picture:
    """The picture of the chains between two things of the two plans."""
    drawn = contents(plans)
    one, other = (next(iri for iri, entity in drawn.entities.items() if entity.label == label) for label in labels)
    return picture(drawn, one, other, chains(plans, one, other, hops=hops), hops)


def test_direct_ties_are_one_step(plans: Embedded) -> None:
    """Ties of 宿州 with 徐州 are lines between two boxes, one for each mechanism, from the side that speaks."""
    found = chain(plans, "徐州市", "宿州市")
    assert ["徐州市", "宿州市"] == [box.name for box in found.boxes]
    assert {("宿州市", "徐州市")} == {(line.party, line.partner) for line in found.lines}
    mechanisms = [line.mechanism for line in found.lines]
    assert {"joint-park", "strategic"} <= set(mechanisms)
    assert len(set(mechanisms)) == len(mechanisms)


def test_a_chain_leads_through_others(plans: Embedded) -> None:
    """亳州 is tied with 徐州 through 宿州, which stands between them."""
    found = chain(plans, "亳州市", "徐州市")
    left, middle, right = sorted(found.boxes, key=lambda box: box.x)
    assert ("亳州市", "宿州市", "徐州市") == (left.name, middle.name, right.name)
    assert (True, False, True) == (left.is_end, middle.is_end, right.is_end)
    rows = [dict(zip(found.table().columns, map(value, row), strict=True)) for row in found.table().rows]
    assert all("第" in row["citations"] for row in rows)
    assert {"Suzhou"} == {row["from_en"] for row in rows}
    assert {"Bozhou", "Xuzhou"} == {row["to_en"] for row in rows}


def test_no_chain_is_refused(plans: Embedded) -> None:
    """Where no chain is short enough the error names both sides and what to ask for."""
    with pytest.raises(PictureError, match="亳州市 — 徐州市: no chain of 1 steps joins them; look for longer"):
        chain(plans, "亳州市", "徐州市", hops=1)
