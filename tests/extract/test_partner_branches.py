"""Branches, scenic sites, events and bodies of other sides, each by how plans of any province name them."""

import pytest

from extract.facts import PartnerMention
from tests.extract.passages import SUZHOU, extractor, facts, profile, unit


def named(text: str, jurisdiction: str = SUZHOU) -> set[tuple[str, str]]:
    """Name and kind of the partners that a text mentions."""
    return {(f.organization.name, f.partner_kind) for f in facts(text, PartnerMention, jurisdiction)}


@pytest.mark.parametrize(
    ("jurisdiction", "text", "expected"),
    [
        (
            "500153",
            "依托重庆市畜牧科学院、西南大学荣昌校区，建好技术创新中心。",
            {("重庆市畜牧科学院", "institute"), ("西南大学荣昌校区", "university")},
        ),
        ("500153", "加快推进西南大学荣昌校区建设。", {("西南大学", "university")}),
        (
            "320500",
            "支持思必驰、科大讯飞苏州研究院、微软苏州等建设开放创新平台。",
            {("思必驰", "company"), ("科大讯飞苏州研究院", "institute"), ("微软苏州", "company")},
        ),
        ("320500", "与新加坡国立大学苏州研究院共建创新中心。", {("新加坡国立大学苏州研究院", "institute")}),
        ("320600", "支持南京大学南通材料工程技术研究院等新型研发机构提档升级。", {("南京大学", "university")}),
        ("320600", "加强与中国科学院上海分院对接。", {("中国科学院上海分院", "institute")}),
        ("511400", "支持中车眉山公司发展铁路货车。", {("中车眉山公司", "company")}),
        ("230600", "加强与中石油大庆油田对接。", {("中石油大庆油田", "company")}),
    ],
)
def test_a_branch_is_named_whole_where_it_acts(jurisdiction: str, text: str, expected: set[tuple[str, str]]) -> None:
    """A branch that acts is the partner; of one that is built or served at home, the parent."""
    assert named(text, jurisdiction) == expected


@pytest.mark.parametrize(
    ("jurisdiction", "text", "expected"),
    [
        ("320500", "推进相城区、苏州工业园区、苏州高新区协同发展，与中关村合作。", {("中关村", "park")}),
        ("510100", "支持四川天府新区与西部（重庆）科学城协同创新。", {("西部（重庆）科学城", "park")}),
        (
            "511400",
            "推动眉山天府新区与四川天府新区成都直管区共建园区。",
            {("四川天府新区成都直管区", "park")},
        ),
        ("511400", "加快天府新区至乐山高速公路眉山段建设。", set()),
        ("320600", "推动启东科技城与张江生物医药基地协作。", {("张江生物医药基地", "park")}),
        ("360300", "深入推进湘赣边区域合作示范区建设，与株洲市共建合作园区。", set()),
        (
            "320600",
            "积极复制中国（上海）自由贸易试验区临港新片区制度创新成果。",
            {("中国（上海）自由贸易试验区临港新片区", "park")},
        ),
        ("320600", "推动企业接入上海研发公共服务平台。", {("上海研发公共服务平台", "platform")}),
        ("320600", "推动长三角国家技术创新中心在我市布局专业研究所。", {("长三角国家技术创新中心", "platform")}),
        ("532929", "用好云南省政府救助平台。", set()),
    ],
)
def test_parks_and_platforms_lie_outside(jurisdiction: str, text: str, expected: set[tuple[str, str]]) -> None:
    """A park in the own city, one that lies on both sides and one in a road's name are no partners."""
    assert named(text, jurisdiction) == expected


@pytest.mark.parametrize(
    ("jurisdiction", "text", "expected"),
    [
        ("500153", "与大足石刻、隆昌石牌坊等景区共推精品旅游线路。", {"大足石刻", "隆昌石牌坊"}),
        ("511400", "推动三苏祠与成都武侯祠、杜甫草堂联动推出精品研学线路。", {"成都武侯祠", "杜甫草堂"}),
        ("360300", "推动武功山与南岳衡山、明月山互送客源。", {"南岳衡山", "明月山"}),
        ("140000", "推动平遥古城、云冈石窟与龙门石窟、少林寺开展旅游营销合作。", {"龙门石窟", "少林寺"}),
        ("522200", "支持梵净山与张家界、凤凰古城联合推出旅游线路，与周边景区共享客源。", {"凤凰古城"}),
        ("340100", "深化与上海、南京旅游合作，联合沪苏浙共推红色旅游线路。", set()),
        ("330400", "与高校、旅行社、企业共同开发旅游线路。", set()),
        ("130100", "与周边景区、知名古镇共推精品线路。", set()),
    ],
)
def test_scenic_sites_of_common_tours(jurisdiction: str, text: str, expected: set[str]) -> None:
    """Sites with which the own side offers tours are partners; places and classes of sites are none."""
    assert named(text, jurisdiction) == {(name, "other") for name in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("放大第十届中国花卉博览会溢出效应。", {"第十届中国花卉博览会"}),
        ("高水平办好“山东港口·欧亚经济论坛陆海联动专场”。", {"山东港口·欧亚经济论坛陆海联动专场"}),
        ("联合举办“广州·齐齐哈尔对口合作招商推介会”。", {"广州·齐齐哈尔对口合作招商推介会"}),
        ("组织企业参加中国进出口商品交易会（广交会）。", {"中国进出口商品交易会（广交会）"}),
        ("承接进博会溢出效应，组织参加中国国际进口博览会。", {"中国国际进口博览会"}),
        ("积极参加湘赣边区域合作示范区建设推进大会。", {"湘赣边区域合作示范区建设推进大会"}),
        ("承办长三角体育节象棋比赛。", {"长三角体育节"}),
        ("办好2022年武功山国际帐篷节。", {"武功山国际帐篷节"}),
        ("办好中国—东盟商务与投资峰会。", {"中国—东盟商务与投资峰会"}),
        ("办好长三角（和县）蔬菜博览会。", {"长三角（和县）蔬菜博览会"}),
        ("办好上海合作组织国际投资贸易博览会。", {"上海合作组织国际投资贸易博览会"}),
        ("年以上两市党政联席会议每年召开。", set()),
    ],
)
def test_events_reach_as_far_as_their_marks(text: str, expected: set[str]) -> None:
    """An event's name goes to its quotation marks, begins at its number and has its second name with it."""
    assert named(text, "320600") == {(name, "event") for name in expected}


@pytest.mark.parametrize(
    ("jurisdiction", "text", "expected"),
    [
        ("370000", "积极参与世贸组织、万国邮联等多双边谈判。", {("世贸组织", "other"), ("万国邮联", "other")}),
        ("371300", "加入中国—上合组织经贸合作网络。", set()),
        (
            "320600",
            "借鉴上海港、宁波舟山港世界一流强港建设经验。",
            {("上海港", "other"), ("宁波舟山港", "other")},
        ),
        ("320600", "开辟至上海洋山港的集装箱内支线。", set()),
        ("320600", "深化与上港集团、省港口集团合作。", {("上港集团", "company"), ("省港口集团", "company")}),
        ("320600", "推动省属企业集团参与建设。", set()),
        (
            "370000",
            "支持省港口集团与河北港口集团、辽港集团开展航线、舱位共享合作。\n（牵头单位：省港口集团）",
            {("河北港口集团", "company"), ("辽港集团", "company")},
        ),
        (
            "511400",
            "市同城化办要加强与省推进成德眉资同城化发展领导小组办公室的对接。",
            {("省推进成德眉资同城化发展领导小组办公室", "government")},
        ),
        (
            "230200",
            "推动齐重数控与广州数控，中国一重与广船国际，建龙北满特钢与广汽集团等企业对接。",
            {(n, "company") for n in ("齐重数控", "广州数控", "中国一重", "广船国际", "建龙北满特钢", "广汽集团")},
        ),
        ("532929", "推进三峡云龙毕登光伏、检槽光伏等新能源项目建设。", {("三峡", "company")}),
        (
            "350300",
            "加强与香港莆仙同乡联合会、马来西亚莆田商会联系。",
            {("香港莆仙同乡联合会", "association"), ("马来西亚莆田商会", "association")},
        ),
        (
            "421000",
            "与长江水利委员会长江科学院共建长江绿色发展研究院。",
            {("长江水利委员会长江科学院", "institute")},
        ),
        ("320600", "加强与上海航运交易所合作。", {("上海航运交易所", "platform")}),
        ("320400", "加强与以色列创新署对接。", {("以色列创新署", "government")}),
        ("341200", "与上海闵行中学、苏州中学结对。", {("上海闵行中学", "other"), ("苏州中学", "other")}),
        ("360700", "与深圳市、广州港集团共建陆港。", {("广州港集团", "company")}),
        ("533100", "与上海市青浦区、上海百联集团合作。", {("上海百联集团", "company")}),
        ("340500", "加强与南京都市圈建设办公室对接。", {("南京都市圈建设办公室", "government")}),
        (
            "330400",
            "深化与上海自贸区临港新片区管委会的合作。",
            {("上海自贸区临港新片区管委会", "government")},
        ),
        ("100000", "支持中关村国家自主创新示范区、临港新片区先行先试。", set()),
        (
            "100000",
            "推动上海证券交易所、中国半导体行业协会开展试点。",
            {("上海证券交易所", "finance"), ("中国半导体行业协会", "association")},
        ),
        ("340500", "加快国家工程研究中心建设，推动沪宁杭银行合作。", set()),
        ("320600", "推进苏锡通科技产业园区发展。", set()),
        (
            "532929",
            "支持云龙县诺邓火腿食品厂、大理诺邓火腿有限公司等企业提升标准化水平。",
            {("云龙县诺邓火腿食品厂", "company"), ("大理诺邓火腿有限公司", "company")},
        ),
        ("532929", "引进大型食品加工厂、农产品加工厂等企业，建设污水处理厂、自来水厂。", set()),
        ("341300", "积极与沪苏浙农产品流通企业、大型商超集团开展产销对接。", set()),
    ],
)
def test_bodies_of_other_sides(jurisdiction: str, text: str, expected: set[tuple[str, str]]) -> None:
    """International bodies, ports that one learns from, companies of the province and couples of companies."""
    assert named(text, jurisdiction) == expected


def test_the_title_of_a_paper_names_no_partner() -> None:
    """Who issues a paper is no partner, though the paper be about cooperation; with whom one agrees is."""
    assert named("落实《国务院办公厅关于印发东北与东部地区对口合作工作方案的通知》。", "230200") == set()
    assert named("落实《与上海科创办签订的合作协议》。") == {("上海科创办", "government")}


@pytest.mark.parametrize(
    "text",
    [
        "坚决查处银行未按照规定披露价格信息，规范银行服务收费。",
        "依法规范船公司、船代公司、货代公司等收费行为。",
        "加强与江苏、安徽机场的分工协作。",
        "推动中外航空公司复航增班，鼓励中资银行提供服务。",
        "鼓励企业联合申报科技项目。",
    ],
)
def test_kinds_of_firms_and_ports_are_nobody(text: str) -> None:
    """Banks and carriers of a kind, what a verb does with them, and the ports of a whole province name none."""
    assert [] == [f.as_written for f in facts(text, PartnerMention, "320600")]


def test_who_wrote_the_paper_that_a_preamble_follows_is_no_partner() -> None:
    """A ministry in front of the title of its paper is nobody to cooperate with, in the preamble."""
    text = "为落实国家发展改革委《总体方案》，制定本方案。"
    preamble = extractor().facts(unit(text, kind="passage", name="§前言"), profile("360300"))
    assert [] == [fact for fact in preamble if isinstance(fact, PartnerMention)]
    assert ["国家发展改革委"] == [f.as_written for f in facts(text, PartnerMention, "360300")]
