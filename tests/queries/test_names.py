"""What a typed name is taken to mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries import matching
from queries.engine import Embedded, Rows
from queries.errors import AmbiguousNameError, UnknownNameError
from queries.lookup import Candidate
from queries.names import completions, resolve
from queries.terms import path

XUZHOU = "place/320300"
COMMISSION = "agency/341300/宿州市发展和改革委员会"
SUZHOU_PLAN = "https://w3id.org/deltakg/id/plan/suzhou"


def taken(engine: Embedded, kind: str, text: str, plan: str = "") -> str:
    """The path of what a name is taken to mean."""
    return path(resolve(engine, (kind,), text, plan=plan).taken.iri)


@pytest.mark.parametrize(
    "text",
    [
        "徐州", "徐州市", "Xuzhou", "xuzhou", "XUZHOU", " xu zhou ", "320300", "place/320300", "江苏徐州",
        "江苏省徐州市", "https://w3id.org/deltakg/id/place/320300", "<https://w3id.org/deltakg/id/place/320300>",
    ],
)  # fmt: skip
def test_a_place_has_many_names(text: str, engine: Embedded) -> None:
    """A place is found by its full and short name, pinyin and English in any spelling, code, path and IRI."""
    assert taken(engine, "place", text) == XUZHOU


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("place", "铜山县", "place/320312"),
        ("place", "tongshan district", "place/320312"),
        ("place", "徐州鼓楼区", "place/320302"),
        ("place", "江苏南京鼓楼", "place/320106"),
        ("region", "长江三角洲", "region/长三角"),
        ("agency", "市发展改革委", COMMISSION),
        ("agency", "宿州市发展和改革委员会", COMMISSION),
        ("agency", "宿州市发改委", COMMISSION),
        ("agency", "宿州发展改革委", COMMISSION),
        ("agency", "区发展改革委", "agency/341602/谯城区发展和改革委员会"),
        ("agency", "各县区人民政府", "group/341300/各县区人民政府"),
        ("agency", COMMISSION, COMMISSION),
        ("project", "轨道交通1号线", "project/341300/徐州轨道交通1号线"),
        ("organization", "矿业大学", "org/中国矿业大学"),
        ("policy", "发展规划纲要", "policy/100000/长江三角洲区域一体化发展规划纲要"),
        ("plan", "suzhou", "plan/suzhou"),
        ("plan", "宿长三角办〔2021〕1号", "plan/suzhou"),
        ("plan", "宿长三角办[2021]1号", "plan/suzhou"),
        ("plan", "三年行动计划", "plan/suzhou"),
        ("fact", "156afc24", "fact/156afc247e5f7a90"),
    ],
)
def test_a_name_finds_its_thing(kind: str, text: str, expected: str, engine: Embedded) -> None:
    """Variants, numbers and characteristic parts of a name find what has it."""
    assert expected == taken(engine, kind, text)


@pytest.mark.parametrize("text", ["15", "第15条", "（15）", "第十五条", "十五", "plan/suzhou/unit/15"])
def test_a_unit_is_found_in_its_plan(text: str, engine: Embedded) -> None:
    """A unit is found by its id and by how a citation points at it, and only in the plan that is meant."""
    assert taken(engine, "unit", text, SUZHOU_PLAN) == "plan/suzhou/unit/15"
    with pytest.raises(UnknownNameError):
        resolve(engine, ("unit",), text, plan="https://w3id.org/deltakg/id/plan/qiaocheng")


@pytest.mark.parametrize("text", ["preparatory", "前期", "Preparatory"])
def test_a_stage_is_found_in_both_languages(text: str, engine: Embedded) -> None:
    """A stage is found by its notation and its labels."""
    assert resolve(engine, ("stage",), text).taken.label == "preparatory"


def test_the_highest_level_is_meant(engine: Embedded) -> None:
    """Of 徐州市 and 叙州区, both xuzhou, the city is meant, and the reading says what was not."""
    reading = resolve(engine, ("place",), "xuzhou")
    assert "xuzhou is read as 徐州市 (江苏省, 320300), not 叙州区 (宜宾市, 511504)" == reading.described()
    assert not reading.is_plain()


@pytest.mark.parametrize("text", ["徐州市", "320300", "place/320300"])
def test_a_name_as_it_stands_needs_no_word(text: str, engine: Embedded) -> None:
    """Where the official name, code or path was typed there is nothing to say."""
    assert resolve(engine, ("place",), text).is_plain()


@pytest.mark.parametrize("text", ["suzhou", "Suzhou", "SU ZHOU"])
def test_one_level_asks_back(text: str, engine: Embedded) -> None:
    """Suzhou is 苏州市 and 宿州市, though no plan here names 苏州市: none is taken."""
    with pytest.raises(AmbiguousNameError) as caught:
        resolve(engine, ("place",), text)
    assert ["苏州市", "宿州市"] == [candidate.label for candidate in caught.value.candidates]
    assert "苏州市 (江苏省, 320500)" in str(caught.value)


def test_who_is_asked_may_choose(engine: Embedded) -> None:
    """Where someone can be asked, the choice is taken."""

    def second(error: AmbiguousNameError) -> Candidate:
        return error.candidates[1]

    assert resolve(engine, ("place",), "suzhou", choose=second).taken.label == "宿州市"


@pytest.mark.parametrize(
    ("kind", "text", "labels"),
    [
        ("place", "鼓楼区", ["鼓楼区", "鼓楼区"]),
        ("agency", "发改委", ["宿州市发展和改革委员会", "谯城区发展和改革委员会"]),
        ("fact", "a200", 6),
    ],
)
def test_jurisdictions_ask_back(kind: str, text: str, labels: list[str] | int, engine: Embedded) -> None:
    """Same-named things of different jurisdictions stay apart."""
    with pytest.raises(AmbiguousNameError) as caught:
        resolve(engine, (kind,), text)
    found = [candidate.label for candidate in caught.value.candidates]
    assert labels == (found if isinstance(labels, list) else len(found))


@pytest.mark.parametrize(
    ("kind", "text", "hint"),
    [
        ("place", "徐山", "did you mean"),
        ("place", "xuzhuoo", "did you mean Xuzhou"),
        ("place", "长三角", "it is the name of a region"),
        ("industry", "A", "no industry"),
        ("agency", "亳州市", "it is the name of a place"),
        ("agency", "市科学句", "did you mean 市科技局"),
        ("stage", "preparatr", "did you mean preparatory"),
        ("place", "x", "no place in this store is called 'x'"),
        ("fact", "156", "no fact"),
        ("place", "urn:///", "no place"),
        ("place", "<http://a b>", "no place"),
        ("place", "\udcff", "no place"),
        ("place", "§（）", "no place"),
    ],
)
def test_what_is_unknown_is_said(kind: str, text: str, hint: str, engine: Embedded) -> None:
    """A name that nothing has brings those that look like it, or what kind of thing it is."""
    with pytest.raises(UnknownNameError) as caught:
        resolve(engine, (kind,), text)
    assert hint in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("place", "徐洲", "place/320300"),
        ("place", "xuzhuo", "place/320300"),
        ("place", "Xuzhu", "place/320300"),
        ("agency", "市科技句", "agency/341300/宿州市科学技术局"),
        ("project", "宿州徐州现代产业圆区", None),
        ("stage", "preparatry", "stage/preparatory"),
        ("plan", "suzhuo", "plan/suzhou"),
    ],
)
def test_a_small_slip_is_read_and_said(kind: str, text: str, expected: str | None, engine: Embedded) -> None:
    """One wrong letter or character finds the name that is meant, and the reading is never silent."""
    if expected is None:  # two projects are called so: none is taken
        with pytest.raises(AmbiguousNameError):
            resolve(engine, (kind,), text)
        return
    reading = resolve(engine, (kind,), text)
    assert path(reading.taken.iri).endswith(expected)
    assert not reading.is_plain()


@pytest.mark.parametrize("text", ["320301", "suzho", "suzhuo"])
def test_a_slip_is_no_guess(text: str, engine: Embedded) -> None:
    """A code has no slips, and of two names that are equally near none is taken."""
    with pytest.raises((UnknownNameError, AmbiguousNameError)):
        resolve(engine, ("place",), text)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("place", "謝城區", None),
        ("place", "譙城區", "place/341602"),
        ("organization", "中國礦業大學", "org/中国矿业大学"),
        ("agency", "science and technology bureau", "agency/341300/宿州市科学技术局"),
        ("agency", "Bureau of Transport", "agency/320300/徐州市交通运输局"),
        ("agency", "徐州市财政局", "agency/320300/徐州市财政局"),
        ("mechanism", "飞地", "mechanism/joint-park"),
        ("mechanism", "Joint Park", "mechanism/joint-park"),
        ("partner-kind", "高校", "partner-kind/university"),
        ("place", "Xuzhou City", "place/320300"),
        ("place", "jiangsu province", "place/320000"),
        ("place", "Xúzhōu", "place/320300"),
        ("place", "xú-zhōu", "place/320300"),
        ("region", "changsanjiao", "region/长三角"),
        ("agency", "jiaotongyunshuju", "agency/320300/徐州市交通运输局"),
        ("agency", "cai zheng ju", "agency/320300/徐州市财政局"),
        ("organization", "zhongguo kuangye daxue", "org/中国矿业大学"),
        ("organization", "China University of Mining and Technology", "org/中国矿业大学"),
        ("industry", "yunjisuan", "industry/云计算"),
        ("industry", "Cloud Computing", "industry/云计算"),
        ("stage", "qianqi", "stage/preparatory"),
        ("mechanism", "gongjian yuanqu", "mechanism/joint-park"),
        ("partner-kind", "gaoxiao", "partner-kind/university"),
    ],
)
def test_other_ways_to_write_a_name(kind: str, text: str, expected: str | None, engine: Embedded) -> None:
    """Traditional characters, English names of departments and labels of concepts find their thing."""
    if expected is None:
        with pytest.raises(UnknownNameError):
            resolve(engine, (kind,), text)
        return
    assert resolve(engine, (kind,), text).taken.iri.endswith(expected)


def test_a_plan_tells_which_agency_is_meant(engine: Embedded) -> None:
    """A department that several jurisdictions have is the plan's own where a plan is given."""
    with pytest.raises(AmbiguousNameError):
        resolve(engine, ("agency",), "发改委")
    assert resolve(engine, ("agency",), "发改委", plan=SUZHOU_PLAN).taken.label == "宿州市发展和改革委员会"


def test_the_first_kind_wins(engine: Embedded) -> None:
    """Where a name may be of several kinds, they are tried in order."""
    assert resolve(engine, ("region", "place"), "徐州").taken.kind == "place"
    assert resolve(engine, ("place", "region"), "长三角").taken.kind == "region"


def test_names_are_completed(engine: Embedded) -> None:
    """A name that was begun is completed from the data."""
    assert ["徐州", "徐州市"] == completions(engine, ("place",), "徐")
    assert ["15"] == completions(engine, ("unit",), "15", plan=SUZHOU_PLAN)
    assert ["156afc247e5f7a90"] == completions(engine, ("fact",), "156")
    assert [] == completions(engine, ("place",), "不")


class Renamed(Embedded):
    """A store in which a region is called as a place sounds."""

    def rows(self, sparql: str) -> Rows:
        """Ask for what is asked, the region 长三角 standing under the name 徐洲 too."""
        return super().rows(sparql.replace('"徐洲"', '"长三角"'))


def test_the_name_of_something_else_is_no_slip(engine: Embedded) -> None:
    """What is the very name of a thing of another kind is not read as a name that sounds like it."""
    with pytest.raises(UnknownNameError, match="it is the name of a region"):
        resolve(Renamed(engine.reader), ("place",), "徐洲")


@given(text=st.text(max_size=12))
def test_folding_is_stable(text: str) -> None:
    """A folded name stays as it is when it is folded again."""
    once = matching.folded(text)
    assert matching.folded(once) == once


@given(names=st.lists(st.text(alphabet="江苏省徐州市", min_size=1, max_size=3), min_size=1, max_size=3))
def test_names_consume_their_joining(names: list[str]) -> None:
    """A text that is the longest of some names is consumed by them."""
    assert matching.consumed(max(names, key=len), names)
    assert not matching.consumed(f"{names[0]}区", names)
