"""Named organisations of another side."""

from time import perf_counter

import pytest

from extract.facts import PartnerMention
from extract.partners.companies import listed_companies
from tests.extract.passages import ANHUI, QIAOCHENG, SUZHOU, facts


def named(text: str, jurisdiction: str = SUZHOU) -> set[tuple[str, str]]:
    """Name and kind of the partners that a text mentions."""
    return {(f.organization.name, f.partner_kind) for f in facts(text, PartnerMention, jurisdiction)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("深化与阿里巴巴、徐工集团等龙头企业战略合作。", {("阿里巴巴", "company"), ("徐工集团", "company")}),
        (
            "加强与中国农科院、南京农业大学和江苏省农科院等合作。",
            {("中国农科院", "institute"), ("南京农业大学", "university"), ("江苏省农科院", "institute")},
        ),
        ("积极参与长三角港口联盟建设。", {("长三角港口联盟", "alliance")}),
        ("组织参加世界制造业大会。", {("世界制造业大会", "event")}),
        (
            "积极参加上海、合肥农业产业化交易会。",
            {("上海农业产业化交易会", "event"), ("合肥农业产业化交易会", "event")},
        ),
        ("落实与上海科创办签订的协议。", {("上海科创办", "government")}),
        ("加强与上海科技成果转化促进会的交流对接。", {("上海科技成果转化促进会", "association")}),
        ("推进宿州高新区网易联合创新中心建设。", {("网易", "company")}),
        ("推进与上海张江创新发展合作。", {("上海张江", "park")}),
        ("建成光大萧县热电联产项目，发扬光大优良传统。", {("光大", "company")}),
        ("发挥中科大技术转移分中心作用。", {("中科大", "university")}),
        (
            "对接安徽自由贸易试验区合肥片区、蚌埠片区。",
            {("安徽自由贸易试验区合肥片区", "park"), ("安徽自由贸易试验区蚌埠片区", "park")},
        ),
        (
            "加强与国家及省推进一体化发展领导小组办公室衔接。",
            {("国家推进一体化发展领导小组办公室", "government"), ("省推进一体化发展领导小组办公室", "government")},
        ),
        ("与南京鼓楼医院共建专科联盟。", {("南京鼓楼医院", "hospital")}),
        ("推动与上海共建张江集团启东产业园。", {("张江集团", "company")}),
        ("与昆明理工大学共建产业技术研究院。", {("昆明理工大学", "university")}),
        ("支持市博物馆与苏州博物馆合作办展。", {("苏州博物馆", "other")}),
        ("与苏州大学附属第一医院合作。", {("苏州大学附属第一医院", "hospital")}),
        ("引进华东师范大学第二附属中学。", {("华东师范大学第二附属中学", "other")}),
        (
            "支持浙江大学数字法治实验室、之江实验室开展研究。",
            {("浙江大学", "university"), ("浙江大学数字法治实验室", "institute"), ("之江实验室", "institute")},
        ),
        (
            "加强与南京海关、上海铁路局对接。",
            {("南京海关", "government"), ("上海铁路局", "company")},
        ),
        (
            "与中国长江三峡集团有限公司、隆基绿能、华为技术有限公司合作。",
            {("中国长江三峡集团有限公司", "company"), ("隆基绿能", "company"), ("华为技术有限公司", "company")},
        ),
        (
            "与漕河泾开发区、中关村科技园合作。",
            {("漕河泾开发区", "park"), ("中关村科技园", "park")},
        ),
        (
            "参加农交会、虹桥论坛和长三角城市经济协调会。",
            {("农交会", "event"), ("虹桥论坛", "event"), ("长三角城市经济协调会", "alliance")},
        ),
        ("发挥好现代农业装备职业教育集团作用。", {("现代农业装备职业教育集团", "alliance")}),
        ("落实《江苏自由贸易试验区连云港片区合作协议》。", {("江苏自由贸易试验区连云港片区", "park")}),
        ("积极对接长三角区域合作办公室。", {("长三角区域合作办公室", "government")}),
        ("推荐人才赴华西医院跟岗。", {("华西医院", "hospital")}),
        ("由河南省人民医院托管市第三人民医院。", {("河南省人民医院", "hospital")}),
        ("与宜宾港、宁波舟山港签署协议。", {("宜宾港", "other"), ("宁波舟山港", "other")}),
        ("推动与武汉天河国际机场错位协同。", {("武汉天河国际机场", "other")}),
        ("整治可行性研究报省水利厅。", {("省水利厅", "government")}),
        ("建设江苏移动数据中心。", {("江苏移动", "company")}),
        ("引入中国电建华东院提供技术支撑。", {("中国电建华东院", "institute")}),
        ("促进射阳洋马中药材加工，项目早日立项。", set()),
    ],
)
def test_names_partners(text: str, expected: set[tuple[str, str]]) -> None:
    """An organisation counts by its ending or by a dictionary, the verbs before it left out."""
    assert expected == named(text)


@pytest.mark.parametrize(
    "text",
    [
        "推动与区域行业协会、商会等对接交流。",
        "引进沪苏浙知名企业和高水平医院。",
        "支持我市职业院校与省内大学合作。",
        "引导商业银行、合作银行扩大信贷，其中粮食企业优先。",
        "与大型商超集团开展合作办学和集中车辆整治。",
        "加强与宿州学院合作。",
        "对标沪苏浙先进产业园，衔接上海国际金融中心建设。",
        "推动江淮大地光大前景。",
        "新增上市公司3家。",
        "与上海市共建长三角联合实验室。",
        "参与长三角科技创新共同体建设。",
        "加快博物馆、图书馆建设，办好中学教育，建设海关特殊监管区域。",
        "承接国家级人工智能论坛。",
        "提升机场国际通达能力，将真实银行流水作为依据。",
        "鼓励城市群、都市圈等开发旅游年票，与长三角大型农产品批发市场对接。",
    ],
)
def test_leaves_classes_and_own_bodies_alone(text: str) -> None:
    """Classes of organisations, own bodies and words that look like a company give none."""
    assert set() == named(text)


def test_superior_office_is_a_partner_of_a_county() -> None:
    """The office of the city's leading group is another government's body in a county's plan, not in the city's."""
    text = "加强与市长三角一体化领导小组办公室沟通衔接。"
    assert {("市长三角一体化领导小组办公室", "government")} == named(text, QIAOCHENG)
    assert set() == named(text, SUZHOU)


def test_university_of_the_province_is_apart_from_its_government() -> None:
    """A province's plan names its universities as organisations of their own, a city's plan its own as its side."""
    text = "支持宿州学院开展研究。"
    assert {("宿州学院", "university")} == named(text, ANHUI)
    assert set() == named(text, SUZHOU)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("引进宁德时代、天齐锂业、赣锋锂业、盛新锂能等龙头企业。", {"宁德时代", "天齐锂业", "赣锋锂业", "盛新锂能"}),
        (
            "以小鹏汽车、理士电源、亚洲铝业、大华农等企业为龙头。",
            {"小鹏汽车", "理士电源", "亚洲铝业", "大华农"},
        ),
        ("支持华为、树根互联、广东金赋等工业互联网平台商开展合作。", {"华为", "树根互联", "广东金赋"}),
        (
            "抓好星湖科技基地、喜珍电路、合林立业、新荣昌环保等项目建设。",
            {"星湖科技", "喜珍电路", "合林立业", "新荣昌环保"},
        ),
        ("完成达钢、瓮福化工及水泥企业改造。", {"达钢", "瓮福化工"}),
        ("引育海信、潍柴动力、豪迈科技等链主企业。", {"海信", "潍柴动力", "豪迈科技"}),
        ("支持茅台集团、珍酒等龙头企业发展。", {"茅台集团", "珍酒"}),
        ("引进华谊、桐昆、恒逸等龙头企业。", {"华谊", "桐昆", "恒逸"}),
        ("引进吉利百矿、中车株机等企业。", {"吉利百矿", "中车株机"}),
        ("以万华化学、东岳硅材为链主，延伸链条。", {"万华化学", "东岳硅材"}),
        ("招引旗滨、合盛硅业、信义玻璃等知名企业。", {"合盛硅业", "信义玻璃", "旗滨"}),
        ("推动达州大酒店与万达国家度假区合作。", {"万达"}),
        ("建成粤电宿州机组、浙能宁海电厂。", {"粤电", "浙能"}),
        ("对接成都交子金控、重庆科风投设立基金。", {"成都交子金控", "重庆科风投"}),
    ],
)
def test_lists_say_what_is_a_company(text: str, expected: set[str]) -> None:
    """Members of a list of companies count by the list and by their look, though no ending says so."""
    assert expected == {name for name, kind in named(text) if kind == "company"}


@pytest.mark.parametrize(
    "text",
    [
        "培育农业、旅游、物流等龙头企业。",
        "引进新能源、新材料、生物医药等企业。",
        "支持国有、民营等企业发展。",
        "培育专精特新、小巨人、瞪羚等企业。",
        "支持大中型、科技型等企业上云。",
        "推进玻璃、陶瓷及水泥企业改造。",
        "发展智慧农业、绿色动力。",
        "吸引天使风投，发展新能源汽车。",
        "以农业、文化为代表，培育产业。",
        "建设大桥、道路等项目。",
        "提高高等教育、平等就业企业水平。",
    ],
)
def test_classes_in_lists_are_no_companies(text: str) -> None:
    """Trades, kinds of companies and common words in a list name none."""
    assert set() == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动重庆银行、成都农商行设立分支机构。", {("重庆银行", "finance"), ("成都农商行", "finance")}),
        ("对接广东股权交易中心。", {("广东股权交易中心", "finance")}),
        ("参加东盟博览会、西博会。", {("东盟博览会", "event"), ("西博会", "event")}),
        ("争取国家发展改革委、交通运输部支持。", {("国家发展改革委", "government"), ("交通运输部", "government")}),
        ("与四川天府新区联合应对污染。", {("四川天府新区", "park")}),
        ("支持东南大学、玄武岩纤维应用技术创新中心开展攻关。",
         {("东南大学", "university"), ("玄武岩纤维应用技术创新中心", "platform")}),
    ],
)  # fmt: skip
def test_bodies_of_other_kinds(text: str, expected: set[tuple[str, str]]) -> None:
    """Banks and exchanges are of finance, ministries of government; a centre beside a known body is one too."""
    assert expected == named(text)


@pytest.mark.parametrize("text", ["支持港澳银行设立机构。", "完善教育部门职责。", "组织参加对接会。"])
def test_classes_of_other_kinds(text: str) -> None:
    """Banks of a kind, departments and fairs without a name are none."""
    assert set() == named(text)


def test_ministries_are_the_own_side_of_the_centre() -> None:
    """A plan of the centre names its own bodies."""
    assert set() == named("交通运输部推进改革。", "100000")


@pytest.mark.parametrize(
    "text", ["达钢、" * 20_000 + "等企业", "等企业" * 30_000, "、华为" * 30_000, "以" * 50_000 + "为龙头"]
)
def test_long_lists_take_linear_time(text: str) -> None:
    """A hundred thousand characters of one list are read in seconds."""
    before = perf_counter()
    listed_companies(text)
    assert perf_counter() - before < 10


YIBIN, BAODING = "511500", "130600"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "推动曼德电子线束项目、博西华三期、惠科光电8.6代线技改开工。",
            {("曼德电子", "company"), ("博西华", "company"), ("惠科光电", "company")},
        ),
        ("鼓励昌昊中药会同贵州大学攻关。", {("昌昊中药", "company"), ("贵州大学", "university")}),
        (
            "推动蜂巢易创混动总成、精诚工科轻量化车身、诺博汽车内饰、曼德电子线束等配套项目扩产。",
            {("蜂巢易创", "company"), ("精诚工科", "company"), ("诺博汽车", "company"), ("曼德电子", "company")},
        ),
        (
            "发挥扬子空调、东菱电器、博西华等整机带动作用。",
            {("扬子空调", "company"), ("东菱电器", "company"), ("博西华", "company")},
        ),
        (
            "扩大面向北京首农集团、物美、盒马供应。",
            {("北京首农集团", "company"), ("物美", "company"), ("盒马", "company")},
        ),
        ("与台积电（南京）、西安比亚迪签约。", {("台积电（南京）", "company"), ("西安比亚迪", "company")}),
        ("与北京市发展改革委、长江航道局合作。", {("北京市发展改革委", "government"), ("长江航道局", "government")}),
        ("与中电科13所、长春光机所共建实验室。", {("中电科13所", "institute"), ("长春光机所", "institute")}),
        ("与广州港、深圳盐田港开行海铁联运班列。", {("广州港", "other"), ("深圳盐田港", "other")}),
        ("选派骨干赴浙大一院进修。", {("浙大一院", "hospital")}),
        ("分别与北京协和、天坛医院建立远程会诊。", {("北京协和医院", "hospital"), ("北京天坛医院", "hospital")}),
        ("推进京津冀国家技术创新中心保定分中心建设。", {("京津冀国家技术创新中心", "platform")}),
        ("北师大珠海校区支援市一中。", {("北师大珠海校区", "university")}),
        ("向中铁一局开放平台。", {("中铁一局", "company")}),
    ],
)
def test_names_whom_the_plan_deals_with(text: str, expected: set[tuple[str, str]]) -> None:
    """Companies by what they build and do, lists one deals with, and names by their form."""
    assert expected == named(text, BAODING)


@pytest.mark.parametrize(
    "text",
    [
        "推动康养产业园、保税物流中心、智慧农业基地、绿色建材产业园、新型材料项目建设。",
        "加快生态环保工程、数字乡村平台二期、恒河水库一期、御龙湾二期。",
        "支持建设产地预冷、分拣包装、仓储保鲜等设施。",
        "优化营商环境、吸引更多金融资源，发挥驻市高校资源优势。",
        "依托沪苏浙中医药科技、人才、资本优势，推进冷链物流二期项目。",
        "推进农机装备、精准农业、具身智能发展，对接高校、科研院所。",
    ],
)
def test_takes_no_trade_for_a_company(text: str) -> None:
    """Common words in front of a trade, works without a name and waters make no company."""
    assert named(text, YIBIN) == set()


GUANGDONG = "440000"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支持滁州联合飞机科技有限公司扩大产能。", {("滁州联合飞机科技有限公司", "company")}),
        ("引进国电联合动力技术（保定）有限公司。", {("国电联合动力技术（保定）有限公司", "company")}),
        ("支持宿州市文化旅游发展集团有限公司做强做优。", {("宿州市文化旅游发展集团有限公司", "company")}),
        (
            "与自然资源部天津海水淡化与综合利用研究所合作。",
            {("自然资源部天津海水淡化与综合利用研究所", "institute")},
        ),
        ("推进宿州漕河泾开发区分区建设。", {("漕河泾开发区", "park")}),
        ("深化与上海化工区战略合作。", {("上海化工区", "park")}),
        ("加强与上海市贸促会、长三角招商联盟合作。", {("上海市贸促会", "government"), ("长三角招商联盟", "alliance")}),
        ("联合上海中共一大纪念馆打造专线。", {("上海中共一大纪念馆", "other")}),
        ("办好砀山梨花旅游节、灵璧石文化节。", {("砀山梨花旅游节", "event"), ("灵璧石文化节", "event")}),
        ("联合香港投资推广署开展推介。", {("香港投资推广署", "government")}),
        ("对接上海浦东机场、虹桥机场货运功能。", {("上海浦东机场", "other"), ("虹桥机场", "other")}),
        ("与福州一中、福州三中结对。", {("福州一中", "other"), ("福州三中", "other")}),
        ("与国防科技大学、新加坡国立大学合作。", {("国防科技大学", "university"), ("新加坡国立大学", "university")}),
        ("鼓励国元保险等保险机构开发险种。", {("国元保险", "finance")}),
        (
            "支持宿州学院与齐鲁工业大学（山东省科学院）共建平台。",
            {("宿州学院", "university"), ("齐鲁工业大学（山东省科学院）", "university")},
        ),
        ("与中国科学院南京地理与湖泊研究所合作。", {("中国科学院南京地理与湖泊研究所", "institute")}),
        ("对接中国空气动力研究与发展中心。", {("中国空气动力研究与发展中心", "platform")}),
        ("与浙江大学和同济大学合作。", {("浙江大学", "university"), ("同济大学", "university")}),
        ("对接深圳清华大学研究院。", {("深圳清华大学研究院", "institute")}),
        ("办好砀山捕鱼节、灵璧马拉松赛。", {("砀山捕鱼节", "event"), ("灵璧马拉松赛", "event")}),
        ("支持华菱衡钢、五矿铜业等企业。", {("华菱衡钢", "company"), ("五矿铜业", "company")}),
        (
            "与华为、腾讯、阿里、浪潮合作。",
            {("华为", "company"), ("腾讯", "company"), ("阿里", "company"), ("浪潮", "company")},
        ),
        ("参加川渝黔毗邻地区党政联席会议。", {("川渝黔毗邻地区党政联席会议", "event")}),
        ("引进华东师范大学举办附属学校。", {("华东师范大学", "university")}),
        ("学习重庆巴蜀中学、南开中学经验。", {("重庆巴蜀中学", "other"), ("南开中学", "other")}),
    ],
)
def test_names_bodies_of_many_forms(text: str, expected: set[tuple[str, str]]) -> None:
    """Full legal names, festivals, parks, schools, airports and offices count, whole."""
    assert expected == named(text)


@pytest.mark.parametrize(
    "text",
    [
        "做强蜂蜜、小米、黄梨、山楂等特色农产品。",
        "完善农业股份合作制企业利润分配机制。",
        "推动居民代理见证开立内地个人银行账户试点。",
        "围绕智能飞行、空天信息等方向建设重点实验室和工程研究中心。",
        "召开川南一体化联席会。",
        "建立市长联席会议制度。",
        "推动创新和成果转化。",
        "开辟港区至上海洋山港、太仓港集装箱直达航线。",
        "谋划宿州职业技术学院新校区。",
    ],
)
def test_words_and_goods_are_no_bodies(text: str) -> None:
    """What only looks like an organisation, a meeting that the plan convenes, and the end of a line are none."""
    assert set() == named(text)


def test_parks_of_the_own_province_are_no_partners() -> None:
    """A park known by its own name is a partner but where it lies in the plan's own jurisdiction."""
    assert set() == named("支持银行在深圳前海、广州南沙设立机构。", GUANGDONG)
    assert {("深圳前海", "park"), ("广州南沙", "park")} == named("对接深圳前海、广州南沙。")


GANSU, HUNAN, HENAN, INNER_MONGOLIA, JILIN = "620000", "430000", "410000", "150000", "220000"
SHENZHEN, HUBEI, HEBEI_CITY, NINGXIA, HARBIN = "440300", "420000", "130600", "640000", "230100"
DAZHOU, FUZHOU, NANTONG, SHANDONG, GUIZHOU = "511700", "350100", "320600", "370000", "520000"


def companies_named(text: str, jurisdiction: str = SUZHOU) -> set[str]:
    """Names of the companies that a text mentions."""
    return {name for name, kind in named(text, jurisdiction) if kind == "company"}


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "鼓励金徽酒、滨河集团、皇台酒业等酒企抱团发展，支持佛慈制药、奇正藏药开发藏药新品。",
            GANSU,
            {"金徽酒", "滨河集团", "皇台酒业", "佛慈制药", "奇正藏药"},
        ),
        ("引导伊泰、汇能、久泰等企业向精细化工延伸。", INNER_MONGOLIA, {"伊泰", "汇能", "久泰"}),
        ("鼓励汇明木业、自由王国、团团圆等家具企业数字化转型。", SUZHOU, {"汇明木业", "自由王国", "团团圆"}),
        ("支持喜临门、卡拉扬、阿克希龙等企业建设独立站。", SUZHOU, {"喜临门", "卡拉扬", "阿克希龙"}),
        (
            "支持楚微半导体、长步道光学、麓谷光电扩产，推动铁建重工、山河智能联合攻关。",
            HUNAN,
            {"楚微半导体", "长步道光学", "麓谷光电", "铁建重工", "山河智能"},
        ),
        ("支持卫华、纽科伦等起重企业开拓国际市场。", HENAN, {"卫华", "纽科伦"}),
        ("推动兰石重装、天水星火机床等骨干企业智能化改造。", GANSU, {"兰石重装", "天水星火机床"}),
        ("以凯迪拉星、海悦科能为链主，推动强链补链。", SUZHOU, {"凯迪拉星", "海悦科能"}),
        ("保山市、丽江市依托隆基、晶澳、通威等龙头发展光伏。", SUZHOU, {"隆基", "晶澳", "通威"}),
    ],
)
def test_takes_those_that_a_clause_backs_for_companies(text: str, jurisdiction: str, expected: set[str]) -> None:
    """Names that are no words are companies where a list of companies, or of those who then act, is backed."""
    assert expected == companies_named(text, jurisdiction)


@pytest.mark.parametrize(
    "text",
    [
        "推进钢铁、焦化、电解铝等企业超低排放改造。",
        "支持茶叶、珍珠、榧子等企业开展精深加工，推动稻虾、稻鳖综合种养。",
        "支持微山湖、泗水、汶上开展乡村旅游合作。",
        "支持端砚、玉雕等非遗赴港展示，擦亮径山茶、武当道茶等品牌。",
        "支持皖北、苏北开展合作，推动越南、老挝扩大进口。",
        "围绕整车引育电驱动、热管理、智能座舱、线控底盘等零部件企业。",
        "支持小额贷款公司、融资租赁公司、货运航空公司发展，允许售电公司参与交易。",
        "推进国家儿童医学中心建设。",
        "鼓励胡辣汤、烩面、热干面等企业标准化。",
        "推动宿州一中、宿城一中与蚌埠学校结对。",
    ],
)
def test_takes_no_field_good_or_place_of_a_backed_list_for_a_company(text: str) -> None:
    """Fields, goods, places, countries, schools and classes of companies in such lists are none."""
    assert set() == companies_named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支持柳工集团建设柳工国际工业园。", {"柳工集团"}),
        ("支持隆基乐叶（宿州）、振华重工（南通）等企业扩产。", {"隆基乐叶（宿州）", "振华重工（南通）"}),
        ("支持招商局重工、中远海运川崎、惠生重工突破船型。", {"招商局重工", "中远海运川崎", "惠生重工"}),
        ("推进一道新能源高效组件项目。", {"一道新能源"}),
        ("引进海南航空、四川航空设立基地。", {"海南航空", "四川航空"}),
        ("配合中国铁路南昌局实施改造。", {"中国铁路南昌局"}),
        ("协助三峡集团做好移民工作。", {"三峡集团"}),
    ],
)
def test_names_companies_in_full(text: str, expected: set[str]) -> None:
    """A company's second name and the place in a bracket are part of its name; its short form beside it is none."""
    assert expected == companies_named(text)


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "办好中国（长沙）国际轨道交通博览会、张家界国际森林保护节、湘菜美食文化节。",
            HUNAN,
            {"中国（长沙）国际轨道交通博览会", "张家界国际森林保护节", "湘菜美食文化节"},
        ),
        (
            "以亚冬会为契机办好哈尔滨国际冰雪节、中俄博览会、太阳岛雪博会。",
            HARBIN,
            {"哈尔滨国际冰雪节", "中俄博览会", "太阳岛雪博会"},
        ),
        (
            "承办第十五届全国运动会部分赛事，每年举办一届昭君文化节。",
            INNER_MONGOLIA,
            {"第十五届全国运动会", "昭君文化节"},
        ),
        ("办好国际时装周和“塞上江南”消费节。", NINGXIA, {"国际时装周", "“塞上江南”消费节"}),
    ],
)
def test_names_events_that_are_held(text: str, jurisdiction: str, expected: set[str]) -> None:
    """Games, weeks, festivals and the like count, whole, where a verb holds them."""
    assert expected == {name for name, kind in named(text, jurisdiction) if kind == "event"}


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("高标准建设汉江实验室、洪山实验室。", HUBEI, set()),
        ("发挥鹏城实验室、深圳湾实验室作用。", SHENZHEN, set()),
        ("支持鹏城实验室与广州实验室联合攻关。", SHENZHEN, {"鹏城实验室", "广州实验室"}),
        ("支持长春光机所、中科院长春应化所共建平台。", JILIN, {"长春光机所", "中科院长春应化所"}),
        ("与香港中文大学（深圳）联合开展研究。", SHENZHEN, {"香港中文大学（深圳）"}),
        (
            "对接北京大红门、天津海吉星等批发市场，与北京大兴、天津滨海两机场建立协同机制。",
            HEBEI_CITY,
            {"北京大红门批发市场", "天津海吉星批发市场", "北京大兴机场", "天津滨海机场"},
        ),
        ("与嘉兴、金义、芜湖三个综合保税区开展试点。", HUBEI, {"嘉兴综合保税区", "金义综合保税区", "芜湖综合保税区"}),
        ("推进同济医院国家医学中心建设。", HUBEI, {"同济医院"}),
        ("同济南高新区、和田一中结对，向海尔集团学习。", HUBEI, {"济南高新区", "和田一中", "海尔集团"}),
        ("建好上交所基地，深化与上海证券交易所合作。", HUBEI, {"上海证券交易所"}),
    ],
)
def test_tells_what_is_built_at_home_from_who_acts(text: str, jurisdiction: str, expected: set[str]) -> None:
    """Laboratories at home are partners where they act; parks, airports and markets of a list share what sums it up."""
    assert expected == {name for name, _ in named(text, jurisdiction)}


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("推进国台酒业智能酿造园区建设，加快盛唐锌业电锌技改。", GUIZHOU, {"国台酒业", "盛唐锌业"}),
        ("推进正达凯年产240万吨天然气制乙二醇项目。", DAZHOU, {"正达凯"}),
        (
            "支持芯潮澎湃液晶显示模组二期、立德电子摄像模组、深奥科技高密度线路板等企业满负荷生产。",
            SUZHOU,
            {"芯潮澎湃", "立德电子", "深奥科技"},
        ),
        ("推动中石油云南石化转型，支持北大荒农垦集团托管。", SUZHOU, {"中石油云南石化", "北大荒农垦集团"}),
        ("组建川南港务集团，与上海共建张江集团启东产业园。", NANTONG, {"张江集团"}),
        ("吸引中国水电四局、中铁大桥局增资。", FUZHOU, {"中国水电四局", "中铁大桥局"}),
        ("支持江苏沿海集团、悦达集团参与开发。", SHANDONG, {"江苏沿海集团", "悦达集团"}),
        ("向永磁电机、节能家电等终端延伸，承接甲醇动力集装箱船订单，建好粗芦岛船舶修造基地。", FUZHOU, set()),
        ("推进聚丙烯二期、涉海科技项目，推动安徽省家用电器质检中心建设。", FUZHOU, set()),
    ],
)
def test_ends_companies_in_front_of_what_they_make(text: str, jurisdiction: str, expected: set[str]) -> None:
    """A name by its trade counts where a verb governs it; goods, sites and what is set up are none."""
    assert expected == companies_named(text, jurisdiction)


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "加强与中国科学院高能物理研究所、近代物理研究所合作。",
            HUBEI,
            {"中国科学院高能物理研究所", "中国科学院近代物理研究所"},
        ),
        ("加快电子科技大学达州创新研究院建设运行。", DAZHOU, {"电子科技大学"}),
        ("鼓励福船集团与福州大学联合攻关，加强与福州大学合作。", FUZHOU, {"福船集团", "福州大学"}),
        ("与合肥一中、安徽宣城中学缔结友好学校。", NANTONG, {"合肥一中", "宣城中学"}),
        ("大力组建农民用水户协会，加快建设家居小镇、国际家具设计研究院。", NANTONG, set()),
        (
            "争取中国人民银行上海总部额度，与国家集成电路产业投资基金合作。",
            NANTONG,
            {"中国人民银行上海总部", "国家集成电路产业投资基金"},
        ),
        ("落实与上海市教委教研室签订的协议。", NANTONG, {"上海市教委教研室"}),
        ("配合省发展改革委编制规划。", DAZHOU, {"省发展改革委"}),
        ("办好尼山世界文明论坛、儒商大会。", SHANDONG, {"尼山世界文明论坛", "儒商大会"}),
        ("常态化开行至钦州港、广州南沙的铁海联运班列。", DAZHOU, set()),
        ("加快中晶（嘉兴）半导体大硅片项目，融入京九（江西）电子信息产业带。", NANTONG, {"中晶（嘉兴）半导体"}),
        ("参加国际屋面与建筑防水技术展览会。", NANTONG, {"国际屋面与建筑防水技术展览会"}),
        (
            "推动与重庆两江新区、西永微电园配套，支持中科院建设分支机构。",
            DAZHOU,
            {"重庆两江新区", "西永微电园", "中科院"},
        ),
        ("努力争取国家创投基金支持。", NANTONG, {"国家创投基金"}),
    ],
)
def test_names_bodies_beside_others(text: str, jurisdiction: str, expected: set[str]) -> None:
    """Institutes share their academy; what a university has built at home names it; a line's end is no partner."""
    assert expected == {name for name, _ in named(text, jurisdiction)}
