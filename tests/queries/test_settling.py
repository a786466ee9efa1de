"""Names that may mean several things, settled by what is asked."""

import pytest

from queries.catalogue import question
from queries.engine import Embedded
from queries.plain import Interpretation
from queries.settling import settled


def asked(name: str, *arguments: str) -> Interpretation:
    """A question as it was understood."""
    return Interpretation(question(name), arguments, 1.0, 1.0, ())


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("cooperation-between", ("Yongqiao", "Tongshan"), ("Yongqiao", "铜山区")),
        ("projects-between", ("Hefei", "Xinyi"), ("Hefei", "新沂市")),
        ("about-place", ("Tongshan", "suzhou"), ("铜山区", "suzhou")),
        ("about-place", ("徐州",), ("徐州",)),
        ("projects-involving", ("Suzhou",), ("宿州市",)),
        ("about-place", ("Suzhou",), ("Suzhou",)),
        ("about-place", ("nowhere at all",), ("nowhere at all",)),
    ],
)
def test_the_one_reading_with_an_answer_is_taken(
    name: str, typed: tuple[str, ...], meant: tuple[str, ...], plans: Embedded
) -> None:
    """What is told by the answer is taken; what nothing tells, or what is plain or unknown, stays as it was typed."""
    assert meant == settled(plans, asked(name, *typed)).interpretation.arguments


def test_what_was_read_is_told(plans: Embedded) -> None:
    """The reading names what was taken, and what it was not."""
    (reading,) = settled(plans, asked("projects-between", "Hefei", "Xinyi")).readings
    assert reading.described().startswith("Xinyi is read as 新沂市 (徐州市, 320381), not ")
