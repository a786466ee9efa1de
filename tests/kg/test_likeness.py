"""What is the same fact, worded or cut a little differently, and what is another one."""

import pytest

from kg.likeness import ATTRIBUTES, LIKENESS, dashed, folded, same_agency, same_name, same_target, same_tie, unit_key


def test_texts_are_folded() -> None:
    """Width, forms of brackets and quotes, white space and marks at the ends are no difference."""
    assert folded("（1） 宿长三角办〔2021〕1号。") == folded("(1)宿长三角办[2021]1号")
    assert folded("“一港”、‘十中心’；") == folded("「一港」、『十中心』")
    assert folded("1∶2") == folded("1：2")


def test_dashes_are_one() -> None:
    """Every dash, also 至 and ～, is the same between two places; 一 is none."""
    assert len({dashed(f"宿州{dash}固镇") for dash in ("—", "——", "-", "–", "～", "~", "至", "―")}) == 1
    assert dashed("宿州一固镇") != dashed("宿州—固镇")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("二（四）", "二(四)"),
        ("§一（二）", "一(二)"),
        ("专栏5.2", "专栏５.２"),
        ("附件1/ 3", "附件1/3"),
        ("（45）", "45"),
    ],
)
def test_ids_of_units_are_folded(one: str, other: str) -> None:
    """Width and kind of brackets are no difference, nor is a § in front."""
    assert unit_key(one) == unit_key(other)


def test_ids_of_other_units_are_not() -> None:
    """Brackets part two numbers as a slash does, so that 一（二） is not 一二."""
    assert unit_key("一（二）") != unit_key("一二")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市发展改革委", "市发改委"),
        ("市发展改革委", "宿州市发展和改革委员会"),
        ("市住房和城乡建设局", "市住房城乡建设局"),
        ("市卫健委", "市卫生健康委员会"),
        ("各县（区）人民政府", "各县(区)人民政府"),
        ("市管园区管委会", "各市管园区管理委员会"),
        ("市市场监管局", "宿州市市场监督管理局"),
    ],
)
def test_spellings_of_one_agency(one: str, other: str) -> None:
    """Departments have several spellings, and the name of the jurisdiction may be left out."""
    assert 1.0 == same_agency(one, other) == same_agency(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市财政局", "县财政局"),
        ("宿州市财政局", "亳州市财政局"),
        ("市财政局", "市教育局"),
        ("各县区人民政府", "萧县人民政府"),
        ("省发展改革委", "市发展改革委"),
    ],
)
def test_other_agencies(one: str, other: str) -> None:
    """Another level, another jurisdiction or another department is another agency."""
    assert 0.0 == same_agency(one, other) == same_agency(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("宿州—固镇高速公路", "宿州至固镇高速公路"),
        ("冷链物流", "冷链物流产业"),
        ("现代农业示范园", "现代农业示范园建设"),
        ("宿州徐州现代产业园区", "徐州现代产业园区"),
        ("张江萧县高科技产业园", "张江萧县高科技产业园区"),
        ("谯城国家农业科技示范园区", "谯城区国家农业科技示范园区"),
    ],
)
def test_names_cut_differently(one: str, other: str) -> None:
    """A tail like 产业, or a little more or less of a long name, makes no other thing."""
    assert 0.85 <= same_name(one, other) <= 1
    assert same_name(one, one) >= same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("徐州轨道交通1号线", "徐州轨道交通2号线"),
        ("引江济淮一期工程", "引江济淮二期工程"),
        ("宿州—淮北高速公路", "宿州—阜阳高速公路"),
        ("云计算", "云计算中心"),
        ("产业", "项目"),
        ("徐州港", "徐州港口"),
        ("宿州徐州现代产业园区", "产业园区"),
    ],
)
def test_names_of_other_things(one: str, other: str) -> None:
    """Another numeral, other characters in the same place, a short name or too small a part is another thing."""
    assert 0.0 == same_name(one, other) == same_name(other, one)


def test_ties_are_of_two_sides() -> None:
    """Party and partner make a tie; the same mechanism only makes it more alike."""
    tie = {"party": "宿州市", "partner": "徐州市", "mechanism": "transport"}
    assert 1.0 == same_tie(tie, dict(tie))
    assert 0 < same_tie(tie, tie | {"mechanism": "energy"}) < 1
    company = tie | {"partner": "阿里巴巴集团公司"}
    assert 0 < same_tie(company, tie | {"partner": "阿里巴巴集团有限公司"}) < 1
    assert 0.0 == same_tie(tie, tie | {"party": "萧县"}) == same_tie(tie, tie | {"partner": "淮北市"})


def test_targets_are_of_a_figure() -> None:
    """Value, unit and year must agree, however they are written; the indicator may be worded a little differently."""
    target = {"indicator": "铁路通车里程", "op": ">=", "value": 1500, "unit": "公里", "year": 2023}
    assert 1.0 == pytest.approx(same_target(target, target | {"value": "1,500", "year": "2023年"}))
    assert 0.5 < same_target(target, target | {"indicator": "铁路通车及在建项目里程", "op": ">"}) < 1
    for other in ({"value": 150}, {"unit": "千米"}, {"year": None}, {"indicator": "国考断面"}):
        assert 0.0 == same_target(target, target | other)
    assert same_target(target | {"value": "1:2"}, target | {"value": "1：2"}) > 0


def test_every_field_of_the_guidelines_is_compared() -> None:
    """Every list of a line has a likeness, and every attribute is one of a field."""
    fields = "lead support places regions projects partners cooperation industries targets policies"
    assert fields.split() == list(LIKENESS)
    assert {name.partition(".")[0] for name in ATTRIBUTES} <= set(LIKENESS)


def test_places_of_a_project_have_no_order() -> None:
    """The places that a project involves are compared as a set."""
    same = ATTRIBUTES["projects.places"]
    assert same({"places": ["淮北市", "宿州市"]}, {"places": ["宿州市", "淮北市"]})
    assert not same({"places": ["淮北市"]}, {"places": ["宿州市", "淮北市"]})
    assert same({"places": []}, {})
