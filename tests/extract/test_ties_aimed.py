"""Ties of clauses that aim at others or only name a relation; bodies of others, and what looks like them."""

import pytest

from extract.facts import CooperationTie, PartnerMention
from tests.extract.passages import facts

MIANYANG, HUIZHOU, YUEYANG, JIUJIANG, WEINAN, WUHU = "510700", "441300", "430600", "360400", "610500", "340200"


def ties(text: str, jurisdiction: str) -> set[tuple[str, str]]:
    """Partner and mechanism of the ties that a text states."""
    return {(f.partner.name, f.mechanism) for f in facts(text, CooperationTie, jurisdiction)}


def partners(text: str, jurisdiction: str) -> set[tuple[str, str]]:
    """Name and kind of the partners that a text mentions."""
    return {(f.organization.name, f.partner_kind) for f in facts(text, PartnerMention, jurisdiction)}


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        (
            "瞄准深圳、东莞等重点城市，聚焦电子信息开展精准招商。",
            YUEYANG,
            {("深圳市", "industry"), ("东莞市", "industry")},
        ),
        ("以长三角为重点，开展驻点招商。", JIUJIANG, {("长三角", "industry")}),
        ("聚焦长三角，优化营商环境。", JIUJIANG, set()),
        ("以粤桂合作特别试验区（梧州）、梧州高新区为重点，加快厂房建设。", "450400", set()),
        ("主动融入西安都市圈，先从临界处破题。", WEINAN, {("西安都市圈", "strategic")}),
        ("提高与广州整车企业的就近配套率。", HUIZHOU, {("广州市", "industry")}),
        ("支持重庆户籍老年人来绵养老。", MIANYANG, {("重庆市", "public-service")}),
        ("落实京津冀及周边地区秋冬季大气污染综合治理攻坚行动方案。", "130900", {("京津冀及周边地区", "water-ecology")}),
        ("落实总体方案赋予北向拓展带的政策。", "320600", set()),
        ("深化与上港集团合作，加密集装箱航线。", YUEYANG, {("上港集团", "strategic")}),
        (
            "加强与湘潭、长沙的沟通联系，健全信息通报机制。",
            YUEYANG,
            {("湘潭市", "strategic"), ("长沙市", "strategic")},
        ),
        ("支持企业对接上海证券交易所科创板。", WEINAN, {("上海证券交易所", "finance")}),
        ("建成芜湖宣州机场。", WUHU, set()),
        ("推进川渝天然气管道互联互通。", MIANYANG, set()),
        ("推动川渝“一卡通”互通使用。", MIANYANG, {("重庆市", "strategic")}),
        ("鼓励县级医院加入京津医院医联体。", "130900", {("京津", "public-service")}),
        ("选派干部赴深圳挂职锻炼。", JIUJIANG, {("深圳市", "innovation")}),
        ("设立驻深圳、广州等招商联络处。", JIUJIANG, {("深圳市", "industry"), ("广州市", "industry")}),
        ("对接深圳、合肥等城市数字经济先行经验。", JIUJIANG, {("深圳市", "benchmark"), ("合肥市", "benchmark")}),
        ("在武汉、赣州布局陆地港。", JIUJIANG, {("武汉市", "transport"), ("赣州市", "transport")}),
        ("建设粤港澳大湾区国际科技创新中心。", "440000", set()),
        ("组织参加上海、杭州、南京等地农产品展销会。", JIUJIANG, set()),
        ("扩大对东盟、南亚等地出口。", JIUJIANG, {("东盟", "trade"), ("南亚", "trade")}),
        (
            "推动与黄山市、景德镇市景区联票互免。",
            JIUJIANG,
            {("黄山市", "public-service"), ("景德镇市", "public-service")},
        ),
        ("深化县区结对合作。推动与黄冈市建立合作关系。", JIUJIANG, {("黄冈市", "pairing")}),
        ("提升科创平台能级。加强与武汉市联动。", JIUJIANG, {("武汉市", "innovation")}),
        ("支持鹏城实验室、琶洲实验室联合龙头企业研发大模型。", "440000", set()),
        ("开行九江至深圳盐田港海铁联运班列。", JIUJIANG, {("深圳市", "trade")}),
        ("加强与湖北、湖南在风光储方面的合作。", JIUJIANG, {("湖北省", "energy"), ("湖南省", "energy")}),
        ("与国药控股、华润医药建立供销合作。", JIUJIANG, {("国药控股", "industry"), ("华润医药", "industry")}),
        ("与国药控股、华润医药等企业合作。", JIUJIANG, {("国药控股", "strategic"), ("华润医药", "strategic")}),
        ("协调国家电网东北分部推进电网互通。", "210100", set()),
        ("建立与武汉市“研发+制造”协同发展模式。", JIUJIANG, {("武汉市", "innovation")}),
        ("打通与安徽宿松断头路。", JIUJIANG, {("宿松县", "transport")}),
        ("支持庐山云雾茶进入北京、上海等高端消费市场。", JIUJIANG, {("北京市", "industry"), ("上海市", "industry")}),
        ("加强与华侨城集团对接洽谈，策划一批文旅项目。", JIUJIANG, {("华侨城集团", "industry")}),
    ],
)
def test_ties_of_aims_and_relations(text: str, jurisdiction: str, expected: set[tuple[str, str]]) -> None:
    """Aiming at a place ties if something is to be drawn from it; a relation alone is strategic; a line is not one."""
    assert expected == ties(text, jurisdiction)


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("与吴江区东航路、华为大道对接。", "330400", set()),
        (
            "深化与四川省人民医院医联体合作。",
            MIANYANG,
            {("四川省人民医院", "hospital")},
        ),
        ("鼓励县级医院加入成渝医院医联体。", MIANYANG, set()),
        (
            "加强与深圳前海、珠海横琴等片区合作。",
            YUEYANG,
            {("深圳前海片区", "park"), ("珠海横琴片区", "park")},
        ),
        (
            "复制推广中国（湖南）自由贸易试验区改革试点经验。",
            YUEYANG,
            {("中国（湖南）自由贸易试验区", "park")},
        ),
        ("抢抓中国（湖南）自由贸易试验区机遇，深化合作。", YUEYANG, set()),
        ("主动承接进口博览会溢出效应。", "330400", {("进口博览会", "event")}),
        ("推动市中医院与省人民医院共建专科联盟，支持本地茶企发展。", JIUJIANG, {("省人民医院", "hospital")}),
        ("支持本地茶企与小罐茶等知名品牌开展代工合作。", JIUJIANG, {("小罐茶", "company")}),
        ("对接香港联交所，支持企业境外上市。", JIUJIANG, {("香港联交所", "finance")}),
        ("组团参加广交会、德国汉诺威工业展。", JIUJIANG, {("广交会", "event"), ("德国汉诺威工业展", "event")}),
        ("办好黄山旅游节和九江龙虾节。", JIUJIANG, {("黄山旅游节", "event"), ("九江龙虾节", "event")}),
        ("发展粮食银行、时间银行，推进京东休闲旅游示范区建设。", JIUJIANG, set()),
        ("与宁东能源化工基地协同发展。", JIUJIANG, set()),
        ("与盐田港、厦门港深化启运港退税。", JIUJIANG, {("盐田港", "other"), ("厦门港", "other")}),
        (
            "学习借鉴川渝高竹新区、遂潼川渝毗邻地区一体化发展先行区经验。",
            MIANYANG,
            {("川渝高竹新区", "park"), ("遂潼川渝毗邻地区一体化发展先行区", "park")},
        ),
        ("复制推广辽宁自贸试验区沈阳片区经验。", "210100", set()),
        ("配合示范区执委会完善机制。", "330400", {("示范区执委会", "government")}),
    ],
)
def test_names_bodies_of_others(text: str, jurisdiction: str, expected: set[tuple[str, str]]) -> None:
    """A street is no company, a class of hospitals none, and a free trade zone above counts where it is looked to."""
    assert expected == partners(text, jurisdiction)
