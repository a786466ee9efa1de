"""Ties between the own side and others."""

import pytest

from extract.facts import CooperationTie
from tests.extract.passages import CENTRE, SUZHOU, facts


def ties(text: str, jurisdiction: str = SUZHOU) -> set[tuple[str, str, str]]:
    """Party, partner and mechanism of the ties that a text states."""
    return {(f.party.name, f.partner.name, f.mechanism) for f in facts(text, CooperationTie, jurisdiction)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "支持埇桥区与徐州市铜山区、萧县与徐州市泉山区等开展战略合作。",
            {("埇桥区", "铜山区", "strategic"), ("萧县", "泉山区", "strategic")},
        ),
        ("开工建设宿州—固镇高速公路。", {("宿州市", "固镇县", "transport")}),
        ("与徐州市共守奎河断面。", {("宿州市", "徐州市", "water-ecology")}),
        ("与徐州市合作开展铁海联运。", {("宿州市", "徐州市", "transport")}),
        ("联合徐州市办好茶业博览会。", {("宿州市", "徐州市", "trade")}),
        ("做实与徐州市东西部协作。", {("宿州市", "徐州市", "pairing")}),
        ("马鞍高新区引进华为设立区域总部。", {("马鞍高新区", "华为", "industry")}),
        (
            "支持宿州一中、萧县中学与上海中学结对。",
            {("宿州一中", "上海中学", "pairing"), ("萧县中学", "上海中学", "pairing")},
        ),
        ("推进徐州轨道交通1号线延伸到萧县项目前期工作。", {("萧县", "徐州市", "transport")}),
        ("规划建设埇桥—铜山省际毗邻地区新型功能区。", {("埇桥区", "铜山区", "joint-park")}),
        ("推动宿州高新区参与皖北试验区建设。", {("宿州高新区", "皖北", "strategic")}),
        ("对标江苏省南北合作经验。", {("宿州市", "江苏省", "benchmark")}),
        ("积极引进沪苏浙优质中小学资源。", {("宿州市", "沪苏浙", "public-service")}),
        ("加强与中国农科院合作，开展产学研。", {("宿州市", "中国农科院", "innovation")}),
        ("积极参与长三角港口联盟建设。", {("宿州市", "长三角港口联盟", "alliance")}),
        ("落实与上海科创办签订的《创新发展合作备忘录》。", {("宿州市", "上海科创办", "agreement")}),
        ("参与长三角区域量子保密网络建设。", {("宿州市", "长三角", "data")}),
        (
            "推动砀山县、萧县与铜山区、丰县结对。",
            {("砀山县", "铜山区", "pairing"), ("萧县", "丰县", "pairing")},
        ),
        (
            "支持砀山县、萧县与铜山区、丰县深化合作。",
            {
                ("砀山县", "铜山区", "strategic"),
                ("砀山县", "丰县", "strategic"),
                ("萧县", "铜山区", "strategic"),
                ("萧县", "丰县", "strategic"),
            },
        ),
        ("与徐州市共建宿州徐州现代产业园区。", {("宿州市", "徐州市", "joint-park")}),
        ("参与南京都市圈建设。", {("宿州市", "南京都市圈", "strategic")}),
        ("加强与南京旅游线路互推。", {("宿州市", "南京市", "public-service")}),
        ("增开至上海、杭州航线。", {("宿州市", "上海市", "transport"), ("宿州市", "杭州市", "transport")}),
        ("与徐州市开展生态补偿。", {("宿州市", "徐州市", "water-ecology")}),
        ("发挥中科大技术转移宿州分中心作用。", {("宿州市", "中科大", "innovation")}),
        ("推进张江萧县科技园等产业合作园区建设。", {("萧县", "张江", "joint-park")}),
        (
            "加强与上海科技成果转化促进会对接，争取建立战略合作关系。",
            {("宿州市", "上海科技成果转化促进会", "strategic")},
        ),
        ("与合肥工业大学共建光伏实验室。", {("宿州市", "合肥工业大学", "innovation")}),
        ("与徐州市建立毗邻党建联盟。", {("宿州市", "徐州市", "alliance"), ("宿州市", "毗邻党建联盟", "alliance")}),
        ("推进与徐州毗邻地区公共服务同城化。", {("宿州市", "徐州市", "public-service")}),
        ("执行长三角基本公共服务标准。", {("宿州市", "长三角", "governance")}),
        ("建设面向长三角的高标准绿色农产品供应基地。", {("宿州市", "长三角", "industry")}),
        ("引导沪苏浙产业资本进入养老市场。", {("宿州市", "沪苏浙", "public-service")}),
        (
            "加强与南京海关、国家电网公司对接。",
            {("宿州市", "南京海关", "strategic"), ("宿州市", "国家电网公司", "strategic")},
        ),
        ("引进比亚迪、宁德时代等龙头企业。", {("宿州市", "比亚迪", "industry"), ("宿州市", "宁德时代", "industry")}),
        ("推动徽商银行到宿州设立分支机构。", {("宿州市", "徽商银行", "finance")}),
        ("支持沪苏浙金融机构在宿设立分支机构。", {("宿州市", "沪苏浙", "finance")}),
        ("支持沪苏浙青年来宿创业。", {("宿州市", "沪苏浙", "innovation")}),
        ("推进宿州—徐州500千伏线路建设。", {("宿州市", "徐州市", "energy")}),
        ("建设宿州—徐州中药材基地。", {("宿州市", "徐州市", "industry")}),
        ("会同徐州市推进园区建设。", {("宿州市", "徐州市", "industry")}),
        (
            "健全与徐州市、淮北市职称互认、干部互派制度。",
            {("宿州市", "徐州市", "innovation"), ("宿州市", "淮北市", "innovation")},
        ),
        (
            "支持宿州学院、宿州职业技术学院与南京大学共建实验室。",
            {("宿州学院", "南京大学", "innovation"), ("宿州职业技术学院", "南京大学", "innovation")},
        ),
        ("推动市第一人民医院与南京大学联合办学。", {("市第一人民医院", "南京大学", "public-service")}),
        ("支持端砚、砀山酥梨、灵璧石等特产赴上海展销。", {("宿州市", "上海市", "trade")}),
        ("增开至上海、杭州等航点。", {("宿州市", "上海市", "transport"), ("宿州市", "杭州市", "transport")}),
        (
            "新增通车里程90公里，实施一批项目，实现与徐州市多路对接。",
            {("宿州市", "徐州市", "transport")},
        ),
        ("推动与徐州市科技合作。实施一批工程，加强与徐州市对接。", {("宿州市", "徐州市", "innovation")}),
        (
            "引导砀山县与港澳及杭州市签订直供协议。",
            {("砀山县", "港澳", "agreement"), ("砀山县", "杭州市", "agreement")},
        ),
        (
            "探索与徐州市铜山区、泉山区，蚌埠市固镇县共建产业合作园。",
            {
                ("宿州市", "铜山区", "joint-park"),
                ("宿州市", "泉山区", "joint-park"),
                ("宿州市", "固镇县", "joint-park"),
            },
        ),
        ("与徐州市建立枯水期会商机制。", {("宿州市", "徐州市", "water-ecology")}),
        ("与重庆市联合实施市场准入异地同标。", {("宿州市", "重庆市", "governance")}),
        ("与招商局港口、徐州市共同开行快线。", {("宿州市", "徐州市", "transport"), ("宿州市", "招商局", "transport")}),
        ("在砀山县—丰县毗邻地带（砀山县城关、丰县王沟镇）设立产业合作示范园区。", {("砀山县", "丰县", "joint-park")}),
        ("与港澳新缔结姊妹学校20对。", {("宿州市", "港澳", "pairing")}),
        (
            "推动江宁区与砀山县、浦口区与萧县签订新一轮合作协议。",
            {("砀山县", "江宁区", "agreement"), ("萧县", "浦口区", "agreement")},
        ),
        (
            "做好杭州市余杭区—萧县及灵璧县、杭州市滨江区—泗县结对合作。",
            {("萧县", "余杭区", "pairing"), ("灵璧县", "余杭区", "pairing"), ("泗县", "滨江区", "pairing")},
        ),
        (
            "推动砀山县、萧县分别与徐州市铜山区、淮安市盱眙县结对。",
            {("砀山县", "铜山区", "pairing"), ("萧县", "盱眙县", "pairing")},
        ),
        ("支持灵璧县依托轴承等产业，与徐州市睢宁县共建产业园。", {("灵璧县", "睢宁县", "joint-park")}),
        (
            "推动砀山梨园、萧县皇藏峪与徐州联手开发旅游产品。",
            {("砀山县", "徐州市", "public-service"), ("萧县", "徐州市", "public-service")},
        ),
        (
            "在上海闵行、杭州余杭设立科创飞地3个。",
            {("宿州市", "闵行区", "joint-park"), ("宿州市", "余杭区", "joint-park")},
        ),
        ("面向上海、南京供应农产品。", {("宿州市", "上海市", "industry"), ("宿州市", "南京市", "industry")}),
        ("推进宿徐同城化。", {("宿州市", "徐州市", "strategic")}),
        ("打造沪苏浙资源外溢承载区。", set()),
        ("与徐州共同编制沱河流域防治方案。", {("宿州市", "徐州市", "water-ecology")}),
    ],
)
def test_states_ties(text: str, expected: set[tuple[str, str, str]]) -> None:
    """A joining word ties the most specific own side to each other side; form outranks topic."""
    assert expected == ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "人均收入与长三角平均水平的差距进一步缩小。",
        "抢抓长三角一体化机遇。",
        "落实国家和省支持皖北发展政策。",
        "加强与安徽省有关部门汇报衔接。",
        "徐州—淮北—阜阳高速公路开工。",
        "埇桥区与萧县合作建设园区。",
        "加强区域合作和跨界协作。",
        "南京与上海共建生态城。",
        "组织参加重庆英才大会。",
        "实施沱河、新汴河流域生态补偿。",
        "提升融入长三角地区的接入能力。",
        "支持宿州学院参与研究。",
        "争取报国家发展改革委对接审批。",
        "共建苏皖北部医疗中心。",
    ],
)
def test_states_no_tie(text: str) -> None:
    """Comparisons, slogans, superiors, own places among themselves and unnamed others are no ties."""
    assert set() == ties(text)


def test_plan_of_the_centre_ties_nobody() -> None:
    """A plan of the whole country has no other side."""
    assert set() == ties("支持长三角与京津冀合作。", CENTRE)


def test_group_keeps_its_members() -> None:
    """沪苏浙 is one partner that stands for three places."""
    (tie,) = facts("加强与沪苏浙科技合作。", CooperationTie)
    assert ["上海市", "江苏省", "浙江省"] == [member.name for member in tie.partner.members]
