"""Departments are found by every usual way to write them, and composed into formal names."""

import csv
from importlib.resources import files

import pytest

from ontology.departments import department, written_names


@pytest.mark.parametrize(
    ("written", "stem"),
    [
        ("发展改革委", "发展和改革委员会"),
        ("发改委", "发展和改革委员会"),
        ("发展和改革委", "发展和改革委员会"),
        ("发展和改革委员会", "发展和改革委员会"),
        ("发改局", "发展和改革局"),
        ("经信局", "经济和信息化局"),
        ("经信厅", "经济和信息化厅"),
        ("科技局", "科学技术局"),
        ("教体局", "教育体育局"),
        ("人社局", "人力资源和社会保障局"),
        ("人力资源社会保障局", "人力资源和社会保障局"),
        ("住房城乡建设局", "住房和城乡建设局"),
        ("卫生健康委", "卫生健康委员会"),
        ("地方金融监管局", "地方金融监督管理局"),
        ("市场监管局", "市场监督管理局"),
        ("数据资源局", "数据资源管理局"),
        ("林业局", "林业局"),
        ("投资促进中心", "投资促进中心"),
        ("国资委", "国有资产监督管理委员会"),
        ("编办", "机构编制委员会办公室"),
        ("政法委", "政法委员会"),
        ("残联", "残疾人联合会"),
        ("政府办公室", "人民政府办公室"),
        ("科技部", "科学技术部"),
        ("海洋渔业局", "海洋与渔业局"),
        ("海事局", "海事局"),
        ("政研室", "政策研究室"),
        ("文广旅体局", "文化广电旅游体育局"),
        ("旅文厅", "旅游和文化广电体育厅"),
        ("金融工作局", "金融工作局"),
        ("政务服务和数据管理局", "政务服务和数据管理局"),
        ("综合行政执法局", "综合行政执法局"),
        ("城市管理和综合执法局", "城市管理和综合执法局"),
        ("铁路办", "铁路建设办公室"),
        ("口岸办", "口岸管理办公室"),
        ("经协办", "经济协作办公室"),
        ("科创委", "科技创新委员会"),
        ("房管局", "住房保障和房产管理局"),
    ],
)
def test_a_written_department_has_its_formal_stem(written: str, stem: str) -> None:
    """Short names, 委 for 委员会 and names without 和 mean the formal name."""
    found = department(written)
    assert found is not None
    assert stem == found.stem


@pytest.mark.parametrize("written", ["", "局", "委", "办公", "徐工集团", "发展改革", "环保公司"])
def test_what_is_no_department_has_none(written: str) -> None:
    """Nothing is guessed."""
    assert department(written) is None


@pytest.mark.parametrize(
    ("written", "stem"), [("环保局", "环境保护局"), ("农委", "农业委员会"), ("卫计委", "卫生和计划生育委员会")]
)
def test_names_of_an_earlier_reform_stay_what_they_were(written: str, stem: str) -> None:
    """An agency bears the name of its plan's date."""
    found = department(written)
    assert found is not None
    assert stem == found.stem


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("发改委", "宿州市发展和改革委员会"),
        ("组织部", "中共宿州市委组织部"),
        ("税务局", "国家税务总局宿州市税务局"),
        ("海关", "中华人民共和国宿州海关"),
        ("银保监分局", "中国银行保险监督管理委员会宿州监管分局"),
        ("团委", "共青团宿州市委员会"),
        ("海事局", "中华人民共和国宿州海事局"),
        ("政研室", "中共宿州市委政策研究室"),
    ],
)
def test_a_formal_name_holds_the_place_where_its_form_has_it(written: str, name: str) -> None:
    """Most names begin with the place, those of the direct lines and the Party do not."""
    found = department(written)
    assert found is not None
    assert name == found.formal_name("宿州市", "宿州")


def test_no_written_name_means_two_departments() -> None:
    """The table's rows do not contend for a name."""
    text = files("ontology").joinpath("departments.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    seen: dict[str, str] = {}
    for row in rows:
        for variant in filter(None, (row["stem"], *row["variants"].split("|"))):
            for ending in [""] if "=" in variant else row["endings"].split("|"):
                written = variant.partition("=")[0] + ending.removeprefix("-")
                assert row["stem"] == seen.setdefault(written, row["stem"]), written
    assert len(rows) >= 100
    assert all(department(found.stem) == found for found in written_names().values())


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("发改委", "Suzhou Municipal Development and Reform Commission"),
        ("财政局", "Suzhou Municipal Bureau of Finance"),
        ("工商局", "Suzhou Municipal Administration for Industry and Commerce"),
        ("工商总局", "State Administration for Industry and Commerce"),
        ("食药监总局", "China Food and Drug Administration"),
        ("安监总局", "State Administration of Work Safety"),
        ("税务局", "Suzhou Municipal Tax Service, State Taxation Administration"),
        ("监委", "Suzhou Municipal Supervisory Commission"),
        ("纪委", "CPC Suzhou Municipal Commission for Discipline Inspection"),
        ("政协", "Suzhou Municipal Committee of the Chinese People's Political Consultative Conference"),
        ("组织部", "Organization Department of the CPC Suzhou Municipal Committee"),
    ],
)
def test_a_department_is_called_in_english_as_governments_print_it(written: str, english: str) -> None:
    """A ministry is of the nation alone, and an organ of supervision none of the Party."""
    found = department(written)
    assert found is not None
    assert english == found.english_name("Suzhou Municipal")
