"""Slips of scanning that a document itself proves."""

import pytest

from extract.plan import Unit
from extract.structure.repair import repaired

QIAOCHENG, SUZHOU, COUNTRY = "341602", "341300", "100000"


def mended(text: str, jurisdiction: str = QIAOCHENG) -> str:
    """The text of a unit after repair, in the plan of a division."""
    return repaired((unit(text),), jurisdiction)[0].text


def unit(text: str, start: int = 0) -> Unit:
    """A unit that is printed as it is read."""
    return Unit("1", "measure", None, "第1条", text, tuple(range(start, start + len(text))))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("谯城、谯城经开区与淮城经开区", "谯城、谯城经开区与谯城经开区"),
        ("谯城、谯城经开区与樵城", "谯城、谯城经开区与谯城"),
    ],
)
def test_the_own_name_is_mended(printed: str, read: str) -> None:
    """A name that is the jurisdiction's but for one character of similar shape, and no division, is the own name."""
    assert read == mended(printed)


@pytest.mark.parametrize(
    ("text", "jurisdiction"),
    [
        ("谯城、谯城与宣城", QIAOCHENG),  # a division of its own
        ("谯城、谯城与新城", QIAOCHENG),  # of no similar shape
        ("谯城、谯城与县城", QIAOCHENG),
        ("谯城与淮城、淮城", QIAOCHENG),  # the wrong form is not the rarer one
        ("谯城、谯城与淮城", ""),  # nobody knows whose plan it is
        ("谯城、谯城与淮城", SUZHOU),
        ("谯城、谯城与淮城", COUNTRY),
    ],
)
def test_other_names_stay(text: str, jurisdiction: str) -> None:
    """What may be a name of its own is left as it is printed."""
    assert text == mended(text, jurisdiction)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("天然气太和一谯城段", "天然气太和—谯城段"),
        ("徐州一淮北一阜阳高速公路", "徐州—淮北—阜阳高速公路"),
        ("萧县一砀山县道路", "萧县—砀山县道路"),
    ],
)
def test_a_dash_is_mended(printed: str, read: str) -> None:
    """一 between the names of two places is a dash."""
    assert read == mended(printed)


@pytest.mark.parametrize("text", ["在徐州一体化发展", "第一徐州", "徐州与淮北一道建设", "一徐州", "徐州一", "一"])
def test_a_number_stays(text: str) -> None:
    """一 that has no place on both sides is a number."""
    assert text == mended(text)


def test_repairs_are_recorded_beside_the_text() -> None:
    """A repair says where it was printed, what stood there, what is read and by which rule; offsets stay."""
    text = "谯城、谯城、淮城；太和一谯城"
    (found,) = repaired((unit(text, 100),), QIAOCHENG)
    assert ["谯城、谯城、谯城；太和—谯城", tuple(range(100, 100 + len(text)))] == [found.text, found.offsets]
    recorded = [(r.span.start, r.span.end, r.printed, r.read, r.rule) for r in found.repairs]
    assert [(106, 107, "淮", "谯", "own_name"), (111, 112, "一", "—", "dash")] == recorded


def test_units_without_slips_are_the_same() -> None:
    """A unit without a slip is left alone."""
    whole = unit("谯城区加快发展。")
    assert whole is repaired((whole,), QIAOCHENG)[0]
