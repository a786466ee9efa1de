"""Which documents of two sides belong together."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.annotations import Units, documents, keyed
from kg.comparison import annotated, stored, texts
from kg.errors import UnknownDocumentError
from queries.engine import Embedded


def units(*names: str) -> Units:
    """A unit `15` of each document."""
    return keyed({"doc": name, "unit": "15"} for name in names)


def test_facts_come_from_the_plans_that_are_annotated(plans: Embedded) -> None:
    """A store gives the facts of the annotated documents, and of no other."""
    side = stored(plans.reader, units("suzhou"), {})
    assert (("suzhou",), 87, ()) == (documents(side.units), len(side.units), side.notices)


def test_a_document_may_have_another_name(plans: Embedded) -> None:
    """A name on the other side is given, and the facts come under the name of the annotation."""
    side = stored(plans.reader, units("plan"), {"plan": "suzhou"})
    assert (("plan",), ()) == (documents(side.units), side.notices)
    assert "徐州市铜山区" in texts(plans.reader, units("plan"), {"plan": "suzhou"})["plan", "15"]


def test_a_document_that_is_absent_is_missed_and_told(plans: Embedded) -> None:
    """Where a name is on one side alone its facts count as missed, and the reader is told how to name it."""
    side = stored(plans.reader, units("plan"), {})
    assert {} == side.units
    assert ["--doc plan=NAME" in notice for notice in side.notices] == [True]


def test_two_single_documents_are_one() -> None:
    """Where each side holds one document they are taken to be the same, and that is said."""
    side = annotated(units("b"), units("a"), {})
    assert (("a",), ("b is taken for a",)) == (documents(side.units), side.notices)
    assert ("a", "b") == documents(annotated(units("b", "a"), units("a", "b"), {}).units)[::-1]


@pytest.mark.parametrize("names", [{"c": "b"}, {"a": "c"}])
def test_a_name_that_is_nowhere_is_refused(names: dict[str, str], plans: Embedded) -> None:
    """A name that its side does not have is wrong usage, and what there is is listed."""
    sides: list[Callable[[], Any]] = [
        lambda: annotated(units("b"), units("a"), names),
        lambda: stored(plans.reader, units("a"), names),
    ]
    for side in sides:
        with pytest.raises(UnknownDocumentError, match=r"has no document '[bc]'; it has ") as caught:
            side()
        assert 2 == caught.value.exit_status
