"""Branches that a sentence grows, and those that it but keeps within bounds."""

import pytest

from tests.extract.test_industries import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进唐山焦化、陶瓷等行业挥发性有机物污染治理，实施示范项目。", set()),
        ("推动淄博陶瓷、玻璃企业错峰生产，完善服务体系。", set()),
        ("推进临汾铸造行业煤炭消费减量替代，发展清洁取暖。", set()),
        ("以包装印刷、木制家具等行业为重点，推动使用低挥发性涂料。", set()),
        ("以钢铁、建材等行业为重点，推进节能改造和污染物深度治理。", {"钢铁", "建材"}),
        ("推动郑州水泥、陶瓷行业节能降碳改造，培育绿色建材产业。", {"水泥", "陶瓷", "绿色建材"}),
        ("推进存量煤电机组供热改造，推动船舶受电设施改造。", set()),
        ("推动城市公交、网约车等领域车辆新能源化，建设充电设施。", set()),
        ("加快发展光伏发电，推进秸秆综合利用、农膜回收。", {"光伏发电"}),
        ("建设秸秆综合利用产业园。", {"秸秆综合利用"}),
        ("推广节能环保农机，建设节能环保示范园区。", set()),
        ("壮大宜兴节能环保产业，发展节能环保装备。", {"节能环保", "节能环保装备"}),
        ("完善建筑、交通等领域基础设施能源消费统计制度，建设平台。", set()),
    ],
)
def test_what_is_emitted_and_burnt(text: str, expected: set[str]) -> None:
    """What a branch emits or burns, and machines called after it, are no industry; to make it better is to grow it."""
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依法规范平台经济、房地产等领域经营秩序，推动健康发展。", set()),
        ("健全钢铁、建材等重点行业的碳排放统计核算体系。", set()),
        ("将水泥、钢铁等行业企业纳入碳排放权交易市场，开展试点示范。", set()),
        ("持续推进旅游、餐饮、住宿等行业文明创建，提升服务水平。", set()),
        ("对食品、医疗器械、特种设备等行业实行严格监管，建设示范市场。", set()),
        ("推进金融、电信、互联网等重点行业反诈防诈。", set()),
        ("引导电商企业、快递企业选购使用绿色包装，推进示范。", set()),
        ("督促物流企业落实安全生产责任，建设平台。", set()),
        ("对接粤港澳大湾区，发展食品、医疗器械产业。", {"食品", "医疗器械"}),
        ("对接上海发展生物医药，培育医药流通企业。", {"生物医药", "医药流通"}),
    ],
)
def test_what_is_administered(text: str, expected: set[str]) -> None:
    """A field that is ordered, counted or supervised, and companies that owe something, are no industry that grows."""
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支持硅棒、切片、光伏组件等环节强链补链。", {"硅棒", "切片", "光伏组件"}),
        ("巩固光刻胶、靶材领域优势，引进亿元以上装备制造项目。", {"光刻胶", "靶材", "装备制造"}),
        ("发挥十堰在曲轴、制动系统、汽车轴承等领域的配套优势。", {"曲轴", "制动系统", "汽车轴承"}),
        ("研发400G光模块、8英寸碳化硅。", {"光模块", "碳化硅"}),
        ("发展高附加值、高时效性临空装备制造产业。", {"临空装备制造"}),
        ("推动智能网联汽车、软件信息世界级先进产业集群建设。", {"智能网联汽车", "软件信息"}),
        ("建设保定智能电网装备创新型产业集群。", {"智能电网装备"}),
        ("发展户外体验和乡村旅游，建设水稻种业高地。", {"户外体验", "乡村旅游", "水稻种业"}),
        ("聚焦武汉地区汽车、电子信息等产业集群，发展汽车曲轴。", {"汽车", "电子信息", "汽车曲轴"}),
        ("大力发展公铁、铁水等多式联运，推动加工贸易梯度转移。", {"多式联运", "加工贸易"}),
        ("做响阳澄湖文旅产业，推进磷化工精深加工。", {"文旅", "磷化工精深加工"}),
        ("建设废钢铁、废塑料等再生资源加工产业集群。", {"废钢铁", "废塑料", "再生资源加工"}),
        ("推动深海养殖、油气开发等产业集聚发展。", {"深海养殖", "油气开发"}),
        ("扩大玉米带状复合种植，支持规模化发展。", set()),
    ],
)
def test_where_names_begin_and_end(text: str, expected: set[str]) -> None:
    """A name begins behind its size, its rank and its praise, and a list goes on over its first member and its sum."""
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支持江阴长泾湾新材料基地、靖江水洲船舶装备园建设。", {"新材料", "船舶装备"}),
        ("在各乡镇建设农村电商服务点，完善新能源汽车充换电设施。", set()),
        ("推动石化中下游产业链延伸，加快商业航天、北斗及应用等产业链提升。", {"石化", "商业航天", "北斗及应用"}),
        ("加快黄酒、烤烟、陶瓷等特色轻工业转型升级。", {"黄酒", "烤烟", "陶瓷"}),
        ("扩大优质水稻、专用小麦种植面积。", {"水稻", "专用小麦"}),
        ("建设舟山（普陀）国家远洋渔业基地。", {"远洋渔业"}),
        ("鼓励社会资本投资养老、托育、家政等服务业，发展壮大村级集体经济。", {"养老", "托育", "家政"}),
        ("推动桐城塑料包装产业升级，加快蛋鸡、奶牛标准化规模养殖场建设。", {"塑料包装", "蛋鸡", "奶牛"}),
        ("支持保税维修、离岸贸易、飞机租赁等业务发展。", {"保税维修", "离岸贸易", "飞机租赁"}),
        ("形成生物医药为主导，节能环保为补充的产业格局。", {"生物医药", "节能环保"}),
    ],
)
def test_sites_and_lists_of_trades(text: str, expected: set[str]) -> None:
    """The place of a site is no part of its branch; a stop of a network is none; trades that are done are ones."""
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("旅游业要以国内旅游为重点。", {"旅游业"}),
        ("鼓励研究开发深潜水装备、甲板机械、单点系泊系统。", {"深潜水装备", "甲板机械", "单点系泊系统"}),
        ("加快研发和产业化高端影像设备、骨科植入器械。", {"高端影像设备", "骨科植入器械"}),
        ("实施创新药物研发和产业化项目。", set()),
        ("加快节能家电、锌锰电池产业化。", {"节能家电", "锌锰电池"}),
        ("提高盾构机和养路机械的研制能力。", {"盾构机", "养路机械"}),
        ("加快粮食生产和农业产业化经营。", set()),
        ("推进广告业、会展业集聚发展。", {"广告业", "会展业"}),
        ("促进仪器仪表、传感器等关键产品国产替代。", {"仪器仪表", "传感器"}),
        ("促进铝合金、锂电池等上下游企业协同配套。", {"铝合金", "锂电池"}),
        ("做强新一代电子信息制造业。", {"新一代电子信息制造业"}),
        ("打造世界一流化工新材料产业集群。", {"化工新材料"}),
    ],
)
def test_goods_that_are_developed_and_made(text: str, expected: set[str]) -> None:
    """What is researched and brought to industry is a product line; a project of doing so says nothing of its own."""
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支持江西鹰潭铜产业做大做强。", {"铜"}),
        ("发展即时物流，鼓励独立储能参与电力市场。", {"即时物流", "独立储能"}),
        ("实施奶业振兴、肉牛产业发展行动。", {"肉牛"}),
        ("做优河源茶花、湛江地瓜干等特色农产品。", set()),
        ("发展动漫游戏出口，推进滩羊、枸杞等特色种养。", {"动漫游戏", "滩羊", "枸杞"}),
        ("支持院校开设新能源汽车技术专业，建设实训基地。", set()),
        ("推动铁路运输比例提升，开通低空物流航线10条。", set()),
    ],
)
def test_words_that_look_like_names(text: str, expected: set[str]) -> None:
    """A metal of one character is a trade in front of 产业; a deed, a rate or a single product is none."""
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("制定智能网联汽车、工业机器人等标准。", {"智能网联汽车", "工业机器人"}),
        ("加快精准农业、智能农机、绿色农机等标准制定。", {"精准农业", "智能农机", "绿色农机"}),
        ("发展适应丘陵作业、小农生产的小型农机以及适合特产采收的专用农机。", {"小型农机", "专用农机"}),
        ("建立健全现代农机流通体系。", {"农机流通"}),
        ("推进新闻传播领域智能体研发。", {"新闻传播"}),
        ("加强面向工业控制的存储芯片、车规级AI芯片自主研发。", {"存储芯片", "车规级AI芯片"}),
        ("攻克基础工艺、电子信息等“卡脖子”问题。", set()),
        ("开发智能客服和聊天机器人等媒体工具。", set()),
        ("加快新型农机产品检测鉴定，建立检验检测认证体系。", set()),
    ],
)
def test_standards_uses_and_models_name_branches(text: str, expected: set[str]) -> None:
    """Lists for which standards are made, goods that suit a use, fields of models; problems and tools name none."""
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进铸造、家具等重点行业挥发性有机物治理。", set()),
        ("完善大数据、人工智能等新领域、新业态知识产权保护制度。", set()),
        ("健全无人机生产、销售、维修等全流程监管机制，加快研究低空经济统计分类。", set()),
        ("促进房地产市场平稳健康发展，健全网络安全保障体系。", set()),
        ("发展网络安全产业，推动钢铁、建材等重点行业节能降碳改造。", {"网络安全", "钢铁", "建材"}),
        ("加强与成都、重庆、贵阳等城市在文旅、物流、装备制造等领域合作。", {"文旅", "物流", "装备制造"}),
        ("推动诸暨市袜业与瑞安市汽摩配产业互补发展。", {"袜业", "汽摩配"}),
        ("打造世界橡胶轮胎产业集群。", {"橡胶轮胎"}),
        ("推动红色旅游与生态旅游、历史文化旅游融合发展。", {"红色旅游", "生态旅游", "历史文化旅游"}),
    ],
)
def test_fields_that_are_protected_and_fields_of_cooperation(text: str, expected: set[str]) -> None:
    """What is protected, counted or policed names no branch; fields behind 等城市在 do, without place and praise."""
    assert expected == named(text)
