"""How two sides act together."""

import pytest

from tests.extract.test_cooperation import ties


@pytest.mark.parametrize(
    ("text", "partner", "mechanism"),
    [
        ("与合肥工业大学合作开展黑猪品种选育和火腿加工工艺研究。", "合肥工业大学", "innovation"),
        ("与华为开展港口装备、5G、北斗等技术攻关。", "华为", "innovation"),
        ("联合徐工集团共建智慧物流创新平台。", "徐工集团", "innovation"),
        ("与南京大学开展光伏合作。", "南京大学", "innovation"),
        ("与南京大学联合培养教师。", "南京大学", "public-service"),
        ("支持宿州高新技术产业开发区与徐州市建立合作关系。", "徐州市", "strategic"),
        ("与河南省建立黄河流域联动机制。", "河南省", "strategic"),
        ("与徐州市新兴产业（新一代信息技术、新能源）计划对接。", "徐州市", "industry"),
        ("与徐州市建立森林防火联防机制。", "徐州市", "water-ecology"),
        ("与徐州市联合举办专场招聘会。", "徐州市", "public-service"),
        ("与徐州市开展氟化工、储能等产业链协作。", "徐州市", "industry"),
        ("在产业协作、人才流动、公共服务等方面与徐州市先行先试。", "徐州市", "industry"),
        ("与徐州市推进电子证照跨市通办。", "徐州市", "data"),
        ("加强与上海期货交易所合作，扩大原油交割库规模。", "上海期货交易所", "finance"),
        ("与徐州市共建淮海经济区文化旅游廊道。", "徐州市", "public-service"),
        ("推动徐州市与宿州市产业园区共建。", "徐州市", "joint-park"),
        ("与徐州市加强黄河下游生态保护协同。", "徐州市", "water-ecology"),
        ("参与长三角国家枢纽节点建设。", "长三角", "data"),
        ("开展南京都市圈旅游年票合作。", "南京都市圈", "public-service"),
        ("推动园区合作，与徐州市铜山区共建产业园。", "铜山区", "joint-park"),
        ("在徐州市推广应用产业数字监管平台。", "徐州市", "data"),
        ("与徐州市毗邻地区在水果加工、家居制造等领域开展合作。", "徐州市", "joint-park"),
        ("组织企业参加徐州、连云港等地水果展示展销活动。", "徐州市", "trade"),
        ("面向徐州市开展中药材展销。", "徐州市", "trade"),
        ("引进徐州市会展、设计、检测等机构。", "徐州市", "industry"),
        ("联合徐州市共建污水处理设施。", "徐州市", "water-ecology"),
        ("与徐州市缔结友好学校，开展研学交流。", "徐州市", "pairing"),
        ("联合徐州市绘制新能源汽车产业链图谱。", "徐州市", "industry"),
        ("与徐州市毗邻地区开展界河联防联治。", "徐州市", "water-ecology"),
        ("引进徐州企业发展生态畜牧业。", "徐州市", "industry"),
        ("联合徐州市发展煤化工产业。", "徐州市", "industry"),
        ("与徐州市推动高质量一体化合作。", "徐州市", "strategic"),
        ("与徐州市共建开放科研平台。", "徐州市", "innovation"),
        ("建设科创飞地。支持企业在徐州市设立离岸孵化器。", "徐州市", "joint-park"),
        ("深化开发区合作共建。支持园区与徐州市开展运营合作。", "徐州市", "joint-park"),
        ("深化与浙江大学校地合作，建好茶叶科技小院。", "浙江大学", "strategic"),
        ("与浙江大学合作，建好茶叶科技小院。", "浙江大学", "innovation"),
        ("吸引华为在宿设立区域总部、研发中心。", "华为", "industry"),
        ("支持与徐州市在智能网联、动力电池领域合作。", "徐州市", "industry"),
        ("与徐州市合作开发新能源重卡。", "徐州市", "industry"),
        ("与徐州市共同打造风电装备基地。", "徐州市", "industry"),
        ("做好与徐州市的支援合作。", "徐州市", "pairing"),
        ("扩大徐州异地就医直接结算范围。", "徐州市", "public-service"),
        ("引导徐州市社会资本投向我市重点产业。", "徐州市", "finance"),
    ],
)
def test_reads_the_mechanism(text: str, partner: str, mechanism: str) -> None:
    """The head of the object decides, and what fits the partner; names and brackets are no topic."""
    found = {tie for tie in ties(text) if tie[1] != "连云港市"}
    assert {("宿州市" if "高新技术" not in text else "宿州高新技术产业开发区", partner, mechanism)} == found


HUANGSHAN = "341000"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("与合肥、芜湖形成1小时通勤圈。", {("黄山市", "合肥市", "transport"), ("黄山市", "芜湖市", "transport")}),
        ("推动输气管网与浙江省互联互通。", {("黄山市", "浙江省", "energy")}),
        ("推动政务数据平台与河南省互联互通。", {("黄山市", "河南省", "data")}),
        ("健全与宣城市横向生态保护补偿机制。", {("黄山市", "宣城市", "water-ecology")}),
        ("加快与宣城市互联互通。", {("黄山市", "宣城市", "transport")}),
        ("推动市人民医院与上海瑞金医院组建医联体。", {("市人民医院", "上海瑞金医院", "alliance")}),
        ("支持市人民医院与上海瑞金医院共建医联体。", {("市人民医院", "上海瑞金医院", "public-service")}),
        (
            "推动徽州区茶叶、祁门县红茶与安溪县茶产业互补发展。",
            {("徽州区", "安溪县", "industry"), ("祁门县", "安溪县", "industry")},
        ),
        ("与宣城市产业优势互补。", {("黄山市", "宣城市", "industry")}),
        (
            "推进皖南职业教育集团与上海城建职业学院联合开展人才培养。",
            {("皖南职业教育集团", "上海城建职业学院", "innovation")},
        ),
        ("支持黄山学院与安徽大学开展联合培养、联合攻关。", {("黄山学院", "安徽大学", "innovation")}),
        (
            "配合推进杭州至临安高速公路建设。",
            {("黄山市", "杭州市", "transport"), ("黄山市", "临安区", "transport")},
        ),
        ("参与长三角产业合作区建设。", {("黄山市", "长三角", "joint-park")}),
        ("推进长三角产业合作区建设，完善路网。", set()),
        ("依托宁波舟山港拓展海铁联运业务。", set()),
        ("皖浙合作示范区建设取得明显成效。", set()),
        ("围绕打造长三角旅游合作目的地目标。", set()),
    ],
)
def test_acts_with_others_and_what_but_rests_on_them(text: str, expected: set[tuple[str, str, str]]) -> None:
    """What complements, and a line that one helps build, join; what one but relies on or aims at does not."""
    assert expected == ties(text, HUANGSHAN)
