"""Names of divisions count where they name a place, and only there."""

from dataclasses import replace

import pytest

from extract.facts import PlaceMention
from extract.plan import Unit
from tests.extract.passages import ANHUI, CENTRE, QIAOCHENG, SUZHOU, extractor, facts, profile, unit


def named(text: str, jurisdiction: str = SUZHOU) -> list[str]:
    """The names of the places that a text mentions, each once, in order."""
    return list(dict.fromkeys(fact.place.name for fact in facts(text, PlaceMention, jurisdiction)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加强与徐州市、蚌埠市的联系。", ["徐州市", "蚌埠市"]),
        ("加强与徐州、蚌埠的联系。", ["徐州市", "蚌埠市"]),
        ("支持埇桥区与徐州市铜山区合作。", ["埇桥区", "徐州市", "铜山区"]),
        ("建设徐州轨道交通1号线，引进南京农业大学。", ["徐州市", "南京市"]),
        ("规划徐州—砀山—商丘高速公路。", ["徐州市", "砀山县", "商丘市"]),
        ("推动泗县—泗洪毗邻地区发展。", ["泗县", "泗洪县"]),
        ("主动对接沪苏浙。", ["上海市", "江苏省", "浙江省"]),
        ("拓展苏皖合作空间。", ["江苏省", "安徽省"]),
        ("借鉴青吴嘉经验。", ["青浦区", "吴江区", "嘉善县"]),
        ("加大泗涂产业园支持力度。", ["泗县", "当涂县"]),
        ("参与上海浦东高水平改革开放。", ["上海市", "浦东新区"]),
        ("实施蕲县港扩能工程。", ["蕲县镇"]),
        ("拓展徐州市场，服务埇桥区域发展。", ["徐州市", "埇桥区"]),
        ("承接沪苏浙新型显示产业转移。", ["上海市", "江苏省", "浙江省"]),
        ("推动川渝、陕甘宁合作。", ["四川省", "重庆市", "陕西省", "甘肃省", "宁夏回族自治区"]),
        ("建设川渝高竹新区和深汕特别合作区。", ["四川省", "重庆市", "深圳市", "汕尾市"]),
        ("推进沪宿一体化。", ["上海市", "宿州市"]),
        ("建设高速铁路南通段。", ["南通市"]),
        ("与通州区、朝阳区合作。", ["通州区", "朝阳区"]),
        ("学习义乌经验，承接昆山电子信息产业转移。", ["义乌市", "昆山市"]),
        ("确保定远县用水，承接上海生物医药产业。", ["定远县", "上海市"]),
        ("推广符离大道建设经验。", ["符离镇"]),
        ("与霍尔果斯、阿拉山口两地口岸部门结成伙伴。", ["霍尔果斯市", "阿拉山口市"]),
        ("在闵行经开区设立科创飞地。", ["闵行区"]),
        ("赴石狮、常熟招引印染企业。", ["石狮市", "常熟市"]),
    ],
)
def test_names_places(text: str, expected: list[str]) -> None:
    """A name is a place in full, in short, in a longer name, beside another place, or as an abbreviation."""
    assert sorted(expected) == sorted(named(text))


@pytest.mark.parametrize(
    "text",
    [
        "加强合作，统筹资源，推动发展，建设和平社区。",
        "打造成都市农业示范带。",
        "支持阿里巴巴和阿里云发展。",
        "提升京沪高铁、商合杭高铁和京台高速通行能力。",
        "在黄河南岸和长江西路建设绿道。",
        "发展四平台融合的创新云平台。",
        "治理小洪河、武家河、包河等河流。",
        "引进徐工集团，提升我市、全市水平。",
        "完善异地医保定点医疗机构管理，沟通化解矛盾。",
        "治理荆江门崩岸，打造长江门户，建设张靖皋长江大桥。",
        "引进京东物流，办好上海合作组织峰会。",
        "推广清洁能源，推进全国一体化，打造黄金走廊，推进南北一体化。",
        "货物经靖江中转。",
    ],
)
def test_leaves_words_alone(text: str) -> None:
    """Words, lines, rivers and companies that only look like a place's name give none."""
    assert [] == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("与南京鼓楼、玄武、建邺等区结对。", ["南京市", "鼓楼区", "玄武区", "建邺区"]),
        ("对接重庆江津、永川、荣昌等区。", ["重庆市", "江津区", "永川区", "荣昌区"]),
        ("建设白沟新城，改造白沟北延段。", ["白沟镇"]),
        ("推动涞源白石山、阜平天生桥、易县清西陵联动。", ["涞源县", "阜平县", "易县"]),
        ("服务雄安新区建设。", []),
        ("面向华山西峰开发线路。", []),
    ],
)
def test_reads_lists_and_compounds_of_the_own_city(text: str, expected: list[str]) -> None:
    """Counties and townships of a list lie in the parent in front; the own city and others make compounds."""
    assert sorted(expected) == sorted(named(text, "130600"))


def test_counts_ordinary_words_nowhere_in_a_plan_of_the_centre() -> None:
    """A plan of the centre has the whole country as its own, which proves no short name."""
    assert [] == named("优化资源配置，深化国际合作，发展大田作物。", CENTRE)


def test_reads_townships_of_the_own_prefecture_only() -> None:
    """古井镇 lies in 谯城区 and is read in its plan; a plan of another city does not know it."""
    assert ["古井镇", "十八里镇"] == named("将古井镇、十八里镇的部分区域打造成示范区。", QIAOCHENG)
    assert [] == named("将古井镇打造成示范区。", SUZHOU)


def test_township_in_short_needs_a_facility() -> None:
    """芦庙 stands for 芦庙镇 in front of a station, also in a list; not as a bare word."""
    assert ["古城镇", "芦庙镇"] == sorted(named("建设商合杭高铁芦庙、古城站点连接线。", QIAOCHENG))
    assert [] == named("弘扬古城文化。", QIAOCHENG)


def test_same_name_is_the_nearest_one() -> None:
    """鼓楼区 behind 徐州市 is 徐州's; without a hint no one is guessed."""
    codes = [fact.place.jurisdiction for fact in facts("支持徐州市鼓楼区发展。", PlaceMention)]
    assert ["320300", "320302"] == codes
    assert [] == named("支持鼓楼区发展。", ANHUI)


def test_knows_a_town_that_is_called_by_its_stem() -> None:
    """乌镇 is 乌镇镇 in a plan of 浙江省, whose townships it is of; a plan of another province does not know it."""
    assert ["乌镇镇"] == named("办好乌镇峰会。", "330400")
    assert [] == named("办好乌镇峰会，发展新镇和城镇。")


def test_two_cities_in_front_of_what_they_share() -> None:
    """广清 and 衢饶 are read where one of the two is the plan's own; words of the same characters are not."""
    assert ["广州市", "清远市"] == named("推动广清一体化，建设广清城际，推广清洁能源。", "441800")
    assert ["衢州市", "上饶市"] == named("建设衢饶示范区。", "361100")


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("与闸北区、江干区合作，对接莱芜市、铜山县。", 2009, ["闸北区", "江干区", "莱芜市", "铜山县"]),
        ("与渝北区、两江新区合作。", 2023, ["渝北区"]),
        ("与渝北区、两江新区合作。", 2026, ["两江新区"]),
        ("与铜山县合作。", 2013, ["铜山区"]),
        ("与静安区、浦东新区合作。", 2010, ["静安区", "浦东新区"]),
    ],
)
def test_writes_the_name_of_the_plans_own_date(text: str, year: int, expected: list[str]) -> None:
    """A division that is gone by now is itself in a plan of its time; one made later is none yet."""
    found = facts(text, PlaceMention, period=(year, year + 5))
    assert expected == list(dict.fromkeys(fact.place.name for fact in found))


def test_passes_over_the_responsibility_clause() -> None:
    """Agencies of the clause name no places of the measure."""
    assert ["徐州市"] == named("对接徐州市。（埇桥区人民政府牵头，萧县人民政府负责）")


def test_evidence_quotes_the_name() -> None:
    """The evidence of a mention is the name's own characters."""
    text = "推动徐州市与宿州合作。"
    quoted = [text[s.start : s.end] for f in facts(text, PlaceMention) for s in f.evidence]
    assert ["徐州市", "宿州"] == quoted


def in_plan(text: str, other: str, jurisdiction: str = "511700") -> list[str]:
    """The places that a text names in a plan that has another unit besides, sorted."""
    one: Unit = unit(text)
    whole = profile(jurisdiction)
    whole = replace(whole, plan=replace(whole.plan, units=(one, unit(other, name="2"))))
    found = [fact for fact in extractor().facts(one, whole) if isinstance(fact, PlaceMention)]
    return sorted({fact.place.name for fact in found})


def test_a_name_printed_in_full_is_known_in_short() -> None:
    """The short name of a county far away counts in a plan that prints its full name somewhere."""
    assert ["开州区", "梁平区"] == in_plan("加强与开州、梁平的水源互济。", "与重庆市开州区、梁平区协同。")
    assert [] == in_plan("加强与梁平的水源互济。", "与重庆市协同。")
    assert ["开州区", "梁平区"] == in_plan("加强与开州、梁平的水源互济。", "与重庆市协同。"), (
        "two plain names prove each other"
    )


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("推进万达开三地联动，共建万达开走廊。", "与万州区、开州区合作。", ["万州区", "开州区", "达州市"]),
        ("推进万梁忠三地联动，共建万梁忠走廊。", "与万州区合作。", []),
        ("建设镇广高速。", "推进镇巴（川陕界）至广安高速。", ["广安市", "镇巴县"]),
        ("建设开梁高速。", "推进开江至梁平高速公路。", ["开江县", "梁平区"]),
        ("建设开梁高速。", "加快开江至梁平产业带发展。", []),
    ],
)  # fmt: skip
def test_reads_compounds_that_the_plan_explains(text: str, other: str, expected: list[str]) -> None:
    """One character a place is read where the plan names the places in full, or the line by its ends."""
    assert expected == in_plan(text, other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建设宣汉普光气田、渠县三汇燃气发电。", ["宣汉县", "普光镇", "渠县", "三汇镇"]),
        ("建设220千伏河市输变电工程。", ["河市镇"]),
        ("推进成都至安康至恩施铁路。", ["成都市", "安康市", "恩施土家族苗族自治州"]),
        ("推进黔江经开江至达州铁路。", ["黔江区", "开江县", "达州市"]),
        ("融入粤港澳大湾区。", ["广东省", "香港特别行政区", "澳门特别行政区"]),
    ],
)
def test_names_by_neighbours_of_other_levels(text: str, expected: list[str]) -> None:
    """Townships behind their county or on the grid, prefectures along a line, and provinces in a region's name."""
    assert sorted(expected) == sorted(named(text, "511700"))


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("支持禹会区与高新区合作，推进怀远涡河治理、龙亢工业园建设。", "340300", ["怀远县", "禹会区", "龙亢镇"]),
        ("提升乌衣老镇区，推进池河治理、施集茶园和博物馆建设。", "341100", ["乌衣镇"]),
        ("推进罗源湾、福清湾生态修复，不含鄱阳湖。", "350100", ["福清市", "罗源县"]),
        ("推进罗源湾生态修复。", "360100", []),
        ("与太仓港、深圳盐田港开展合作。", "360700", ["太仓市", "深圳市", "盐田区"]),
        ("打造衢黄南饶旅游目的地。", "330800", []),
        ("联合曲阜开展文化交流。", "330800", ["曲阜市"]),
        ("中科院海西研究院、海西重要基地。", "350100", []),
        ("支持海西州发展盐湖化工。", "630000", ["海西蒙古族藏族自治州"]),
        (
            "建设集安至双辽高速公路、若羌机场，支持珲春国际合作示范区。",
            CENTRE,
            ["双辽市", "珲春市", "若羌县", "集安市"],
        ),
        ("稳定特大城市供应，完善和政策衔接，治理长白山、沁水盆地。", CENTRE, []),
        ("加快铁力至科右前旗公路，支持前郭县发展。", CENTRE, ["前郭尔罗斯蒙古族自治县", "科尔沁右翼前旗", "铁力市"]),
        ("推进江油武都、梓潼许州发展。", "510700", ["梓潼县", "武都镇", "江油市", "许州镇"]),
        ("推进淮宿蚌城际铁路前期工作。", "340600", ["宿州市", "淮北市", "蚌埠市"]),
        ("支持临洮中铺、陇西文峰发展。", "621100", ["中铺镇", "临洮县", "陇西县"]),
        ("支持龙华、高东等直升机起降场完善功能，改造三林镇。", "310000", ["三林镇", "高东镇", "龙华街道"]),
        ("推进常岳昌铁路、绵九高速前期工作。", "430600", ["南昌市", "岳阳市", "常德市"]),
        ("建设太阳山、同心工业园。", "640300", ["同心县"]),
        ("推进珠江—西江经济带、左右江老区振兴。", "450000", []),
        ("支持渝北、渝中发展总部经济。", "500000", ["渝中区", "渝北区"]),
        ("支持厦门海沧、石狮、诏安等地建设产业园。", "350000", ["厦门市", "海沧区", "石狮市", "诏安县"]),
    ],
)
def test_what_lies_near_the_own_side_and_far_ports(text: str, jurisdiction: str, expected: list[str]) -> None:
    """Townships of the own city by stems that no word runs into, its counties in the names of bays, known ports."""
    assert expected == sorted(named(text, jurisdiction))


def test_a_product_is_not_its_township() -> None:
    """封开杏花鸡 names the county alone."""
    assert ["封开县"] == named("做优封开杏花鸡品牌。", "441200")


@pytest.mark.parametrize("text", ["打造鼎湖山精品游线。", "支持渝东北川东北苎麻产业。", "完善江海堤防。"])
def test_mountains_directions_and_dykes_are_no_places(text: str) -> None:
    """A mountain named like a county, a seam of two directions, and common words are none."""
    assert [] == named(text, "441200")


def test_the_plan_as_a_whole_explains_lists_and_compounds() -> None:
    """Townships behind a county that the plan prints, and the own city with others that it groups more than once."""
    text = "完成涿州与房山长阳、良乡、琉璃河3处接口。"
    assert ["房山区", "涿州市", "琉璃河镇", "良乡镇", "长阳镇"] == in_plan(text, "与北京市房山区对接。", "130600")
    group = "推进京雄保一体化，新开京雄保公交。"
    assert ["保定市", "北京市"] == in_plan(group, "服务北京。", "130600")
    assert [] == in_plan("开行京雄保公交。", "服务居民。", "130600")


@pytest.mark.parametrize(
    ("text", "jurisdiction"),
    [
        ("培育壮大战略性新兴产业，完善珠三角中心城区5G网络。", "440000"),
        ("实施子牙新河治理，推进文安洼隔堤加固。", "130900"),
        ("推动沁水县南阳村等村提档升级。", "341300"),
        ("开发太平湖、巢湖等景区。", "340000"),
    ],
)
def test_words_rivers_marshes_and_villages_are_no_places(text: str, jurisdiction: str) -> None:
    """What spells a county's short name inside a word or the name of a water or a village is none."""
    assert {"新兴县", "城区", "新河县", "文安县", "南阳市", "巢湖市"}.isdisjoint(named(text, jurisdiction))


@pytest.mark.parametrize(
    "text",
    [
        "建设沿海城市群。",
        "落实各项城市更新任务。",
        "打造航运城市。",
        "支持新兴城市发展。",
        "深化中韩城市合作。",
        "推进武陵山区振兴。",
    ],
)
def test_words_in_front_of_city_are_no_places(text: str) -> None:
    """沿海城市 is no 海城市, nor 各项城市 one of 项城市."""
    assert [] == named(text)


def test_cities_whose_name_ends_so_are_places_behind_a_verb() -> None:
    """What stands in front of a city is a verb where that is a word too."""
    assert ["运城市"] == named("支持运城市发展。", "140800")
    assert ["盐城市"] == named("与盐城市合作。")


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("实施长新乡、检槽乡水利项目。", "532929", ["检槽乡", "长新乡"]),  # 新乡 is a city
        ("启动白石镇、宝丰乡农田项目。", "532929", ["宝丰乡", "白石镇"]),  # 宝丰 is a county
        ("支持团结乡、苗尾乡发展。", "532929", ["团结彝族乡", "苗尾傈僳族乡"]),
        (
            "推进上海市浦东新区塘桥街道与检槽乡、周家渡街道与团结乡结对。",
            "532929",
            ["上海市", "周家渡街道", "团结彝族乡", "塘桥街道", "检槽乡", "浦东新区"],
        ),
        ("推进与隆昌市、泸县二中结对。", "500153", ["泸县", "隆昌市"]),
        ("优化川渝跨省城际公交线路。", "500153", ["四川省", "重庆市"]),
        ("建设赣湘合作产业园。", "360300", ["江西省", "湖南省"]),
        ("推动成渝地区双城经济圈建设，开行中欧班列（渝甬）。", "500153", ["成都市", "重庆市"]),
        ("开行中欧班列（成渝）。", "500153", []),
        ("牵头部门会同县公安局办理。", SUZHOU, []),
    ],
)
def test_township_comes_before_a_short_name_inside_it(text: str, jurisdiction: str, expected: list[str]) -> None:
    """A township in full, also without its nationality or in a county named before, hides cities named like its end."""
    assert expected == sorted(named(text, jurisdiction))


def test_a_joint_park_joins_the_own_district_and_a_place_that_the_plan_prints() -> None:
    """荣隆 is 荣昌区 and 隆昌市 where the plan prints 隆昌市, and no 武隆区."""
    here = profile("500153")
    texts = ("建设荣隆产业合作园。", "深化与隆昌市、内江市合作。", "推进内荣合作。", "建设内荣农高区。")
    units = tuple(unit(text, name=str(n)) for n, text in enumerate(texts))
    whole = replace(here, plan=replace(here.plan, units=units), memory={})
    found = [
        {fact.place.name for fact in extractor().facts(one, whole) if isinstance(fact, PlaceMention)}
        for one in (units[0], units[2])
    ]
    assert [{"荣昌区", "隆昌市"}, {"荣昌区", "内江市"}] == found


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("规划通苏嘉甬高铁。", "320600", ["南通市", "嘉兴市", "宁波市", "苏州市"]),
        ("推进沪通城际铁路建设。", "320600", ["上海市", "南通市"]),
        ("建设金丽衢城际铁路。", "330700", ["丽水市", "衢州市", "金华市"]),
        ("规划通苏嘉甬高铁。", "340100", []),  # the own side is not on it
        ("规划盐泰锡常宜铁路。", "320900", ["常州市", "无锡市", "泰州市", "盐城市"]),
        ("建成杭长高速公路北延工程。", "330500", []),  # no 成都
        ("建设通锡高速公路。", "320600", ["南通市", "无锡市"]),
        ("提升沪宁高速公路、推动沪昆铁路改造。", "320600", []),
        ("开展扬镇宁马城际铁路前期研究，建成衢宁铁路。", "320100", ["南京市", "扬州市", "镇江市", "马鞍山市"]),
        ("提升杭金衢高速、京沪高铁通行能力。", "330700", []),
        ("优化胶州湾港区、通州湾港区布局。", "370200", []),
    ],
)
def test_characters_of_a_line_to_be_built_are_places(text: str, jurisdiction: str, expected: list[str]) -> None:
    """The cities that a line's name is made of count where the own one is among them; lines long in use name none."""
    assert expected == sorted(named(text, jurisdiction))


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "与大理州、海北州、克州和红河州对接。",
            "510100",
            ["克孜勒苏柯尔克孜自治州", "大理白族自治州", "海北藏族自治州", "红河哈尼族彝族自治州"],
        ),
        ("与海南州对接，学习海南自由贸易港经验。", "510100", ["海南省", "海南藏族自治州"]),
        ("与石林县、青龙县、东苏旗对接。", "510100", ["石林彝族自治县", "苏尼特左旗", "青龙满族自治县"]),
        ("对口帮扶互助土族自治县。", "320200", ["互助土族自治县"]),
        ("加强与巴州对接。", "659001", ["巴音郭楞蒙古自治州"]),
        ("推进巴州工业园建设。", "511900", ["巴州区"]),
    ],
)
def test_autonomous_areas_by_their_brief_names(text: str, jurisdiction: str, expected: list[str]) -> None:
    """A short name with 州, 县 or 旗 alone behind, and what their own governments say; 巴州 by where the plan is."""
    assert expected == sorted(named(text, jurisdiction))


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("加快怒江民用机场建设。", "533300", ["怒江傈僳族自治州"]),
        ("加强怒江流域、怒江大峡谷和澜沧江、怒江保护。", "533300", []),
        ("加强怒江、澜沧江保护。", "533300", []),
        ("推进怒江—珠海飞地园区建设。", "440400", ["怒江傈僳族自治州", "珠海市"]),
        ("加强怒江保护。", "440400", []),
        ("加强高黎贡山生物多样性保护，支持贡山发展。", "533300", ["贡山独龙族怒族自治县"]),
        ("保护峨眉山、高黎贡山、金佛山。", "533300", []),
    ],
)
def test_places_called_after_rivers_and_mountains(text: str, jurisdiction: str, expected: list[str]) -> None:
    """A river is the prefecture where the plan is its own or joins it; a mountain is no county that it ends in."""
    assert expected == sorted(named(text, jurisdiction))


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("与成都市签订合作协议。", "623000", ["成都市"]),
        ("支持合作市发展，推进兰州至合作铁路、合作经开区建设。", "623000", ["兰州市", "合作市"]),
        ("加强资源整合，支持资源、龙胜发展旅游。", "450300", ["资源县", "龙胜各族自治县"]),
    ],
)
def test_counties_called_by_words_of_any_plan(text: str, jurisdiction: str, expected: list[str]) -> None:
    """合作 and 资源 are words in the plan of their own city too, unless a neighbour or a zone proves the place."""
    assert expected == sorted(named(text, jurisdiction))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施永兴至复兴、高台至新南公路改扩建工程。", ["永兴镇", "复兴镇", "高台镇", "新南镇"]),
        ("在永兴、马山等重点产茶区建设茶青市场。", ["永兴镇", "马山镇"]),
        ("新建洗马、石莲、茅坪3座垃圾转运站。", ["洗马镇", "石莲镇", "茅坪镇"]),
        ("改扩建永兴中心幼儿园和复兴中学。", ["永兴镇", "复兴镇"]),
        ("保护兴隆古镇，实施110千伏复兴输变电工程。", ["兴隆镇", "复兴镇"]),
        ("推动民族复兴、兴隆文化。", []),
    ],
)
def test_townships_of_the_own_county_stand_in_a_row(text: str, expected: list[str]) -> None:
    """In the plan of their county townships count by their stems where a road or a list joins them, and in schools."""
    assert sorted(expected) == sorted(named(text, "520328"))
    assert not {"复兴镇", "洗马镇"} & set(named(text, "610100"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("做好川浙、川粤劳务协作。", ["四川省", "浙江省", "广东省"]),
        ("深化闽宁协作和京蒙协作。", ["福建省", "宁夏回族自治区", "北京市", "内蒙古自治区"]),
        ("建设万达开川渝统筹发展示范区。", ["万州区", "达州市", "开州区", "四川省", "重庆市"]),
        ("支持万达开业，推动万达开展合作。", []),
        ("推进六安大数据中心扩容。", ["六安市"]),
        ("保护古镇浙江大学旧址。", ["浙江省"]),
        ("利用义乌小商品城，引进昆山台资企业。", ["义乌市", "昆山市"]),
        ("限购地区实施城区、郊区指标差异化。", []),
    ],
)
def test_pairs_and_groups_that_any_paper_knows(text: str, expected: list[str]) -> None:
    """Provinces that help each other, and groups of cities, count by their characters wherever they stand."""
    assert sorted(expected) == sorted(set(named(text)))


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("会同市公安局建设平安校园。", "421000", []),
        ("推进滨江新城、航天新城建设，支持新城、碑林发展。", "610100", ["新城区", "碑林区"]),
        ("践行绿水青山就是金山银山的理念，支持青山、洪山发展。", "420100", ["青山区", "洪山区"]),
        ("联系中国铁路南昌局集团，支持路南、路北发展。", "130200", ["南昌市", "路南区", "路北区"]),
        ("加强新载体和平台建设，支持和平、铁西发展。", "210100", ["和平区", "铁西区"]),
        ("推动平原高质量发展。", "371426", ["平原县"]),
        ("建设三江平原灌区。", "371400", []),
        ("培育以上高新技术企业，实现100项以上高频事项异地办理，支持上高发展。", "360000", ["上高县"]),
        ("推进沿江城市合作，统筹发展和安全。", "441700", []),
        ("共建成渝地区双城经济圈。", "230000", ["成都市", "重庆市"]),
    ],
)
def test_words_and_seams_are_no_counties_at_home(text: str, jurisdiction: str, expected: list[str]) -> None:
    """In the plan of their city, too, words and what lies across two words need a neighbour to be counties."""
    assert sorted(expected) == sorted(named(text, jurisdiction))


@pytest.mark.parametrize(
    ("text", "jurisdiction"),
    [
        ("推进综合交通枢纽和第三污水处理厂建设。", "511011"),
        ("筹集资金推进乡村振兴。", "230500"),
        ("支持我市中小学与名校合作。", "371681"),
        ("开工建设机场第二高速公路。", "513300"),
    ],
)
def test_stems_of_words_are_no_townships(text: str, jurisdiction: str) -> None:
    """A stem that is part of a longer word is no township, though a facility stands behind it."""
    assert [] == named(text, jurisdiction)
