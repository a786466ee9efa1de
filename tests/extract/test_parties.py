"""Who of the own side ties to whom: zones, institutions, companies and places that act."""

import pytest

from tests.extract.test_cooperation import ties

HUNAN_COUNTY = "360300"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "支持宿州经开区引进南京大学，加入长三角高新区联盟。",
            {("宿州经开区", "南京大学", "innovation"), ("宿州经开区", "长三角高新区联盟", "alliance")},
        ),
        ("争取徐州市在我市建立粮食储备基地。", {("宿州市", "徐州市", "industry")}),
        (
            "支持中粮集团、徐工集团在萧县、泗县投资建设加工项目。",
            {
                ("萧县", "中粮集团", "industry"),
                ("泗县", "中粮集团", "industry"),
                ("萧县", "徐工集团", "industry"),
                ("泗县", "徐工集团", "industry"),
            },
        ),
        (
            "深化复旦大学附属中山医院与市立医院、江苏省人民医院与埇桥区人民医院合作。",
            {
                ("市立医院", "复旦大学附属中山医院", "public-service"),
                ("埇桥区人民医院", "江苏省人民医院", "public-service"),
            },
        ),
        ("推进安徽科技学院与上海海事大学合作办学。", {("安徽科技学院", "上海海事大学", "public-service")}),
        ("推动黄藏峪国家级森林公园与南京博物院合作办展。", {("黄藏峪国家级森林公园", "南京博物院", "public-service")}),
        (
            "支持市立医院与南京鼓楼医院共建专科，推进徐州、宿州检查检验结果互认。",
            {
                ("市立医院", "南京鼓楼医院", "public-service"),
                ("宿州市", "徐州市", "public-service"),
            },
        ),
        (
            "支持符离集烧鸡、砀山酥梨、灵璧轴承等特色产业面向上海销售。",
            {("宿州市", "上海市", "industry")},
        ),
        (
            "优化砀山至丰县、灵璧至睢宁等跨市公交线路。",
            {("砀山县", "丰县", "transport"), ("灵璧县", "睢宁县", "transport")},
        ),
        (
            "以砀山—丰县、灵璧—睢宁交界地带融合发展示范点为重点探索改革。",
            {("砀山县", "丰县", "joint-park"), ("灵璧县", "睢宁县", "joint-park")},
        ),
        ("推动皇藏峪与明月山互送客源。", {("皇藏峪", "明月山", "public-service")}),
        (
            "争取国家电投、三峡集团在宿投资新能源汽车项目。",
            {("宿州市", "国家电投", "industry"), ("宿州市", "三峡集团", "industry")},
        ),
        ("争取将徐州轨道交通6号线延伸至萧县。", {("萧县", "徐州市", "transport")}),
        (
            "推动宿州高新区与徐州高新区加强科技合作，学习借鉴园区管理经验。",
            {("宿州高新区", "徐州高新区", "innovation"), ("宿州高新区", "徐州高新区", "benchmark")},
        ),
        ("推进徐工集团（萧县）产业园等共建园区建设。", {("萧县", "徐工集团", "joint-park")}),
    ],
)
def test_finds_the_party(text: str, expected: set[tuple[str, str, str]]) -> None:
    """The most specific actor at home is the party, wherever it stands beside its partner."""
    assert expected == ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "支持徐工集团、中粮集团等龙头企业牵头开展产业链协同改造。",
        "支持中粮集团在我市做大做强，扩大产能布局。",
        "接待上海游客突破1200万人次。",
        "加强与省推进长三角一体化发展领导小组办公室的对接。",
        "支持埇桥区北部片区对接萧县。",
        "开展徐州猪、砀山梨种质资源保护和交流。",
        "积极融入长三角，协同发展。",
    ],
)
def test_finds_none(text: str) -> None:
    """Companies that are at home already, guests and superiors tie nobody."""
    assert set() == ties(text)


def test_cities_known_together_are_one_side() -> None:
    """长株潭 is one partner, as the area called so; 沪宁 are two cities."""
    assert {("萍乡市", "长株潭", "industry")} == ties("面向长株潭供应农产品。", HUNAN_COUNTY)
    assert {("宿州市", "上海市", "industry"), ("宿州市", "南京市", "industry")} == ties("承接沪宁产业转移。")
