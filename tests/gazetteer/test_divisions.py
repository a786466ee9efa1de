"""The table of divisions, and looking things up in it."""

import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from gazetteer.divisions import COUNTRY, Gazetteer, gazetteer

PLACES = gazetteer()


def names(name: str) -> list[str]:
    """Write what a name may mean, with parents."""
    return [PLACES.path(division.code) for division in PLACES.named(name)]


def test_counts_are_those_of_the_ministry() -> None:
    """Every level has as many divisions as the ministry counts: 34, 333 and 2,845 at the end of 2025."""
    counts = Counter(division.level for division in PLACES.divisions())
    assert counts == {"country": 1, "province": 34, "prefecture": 333, "county": 2845}


def test_townships_are_complete() -> None:
    """There are 38,723 townships, each in a county that exists, no code twice."""
    townships = PLACES.townships(COUNTRY)
    assert 38_723 == len(townships) == len({township.code for township in townships})
    assert {"county", "prefecture"} == {PLACES[township.parent].level for township in townships}


def test_prefectures_may_have_townships_of_their_own() -> None:
    """东莞市 and its like have no counties at all, 大兴安岭地区 and 海西 some townships beside their counties."""
    parents = {township.parent for township in PLACES.townships(COUNTRY) if township.parent.endswith("00")}
    assert {"东莞市", "中山市", "儋州市", "嘉峪关市"} == {
        PLACES[code].name for code in parents if PLACES.children(code) == PLACES.townships(code)
    }
    assert {"大兴安岭", "海西"} == {
        PLACES[code].short for code in parents if PLACES.children(code) != PLACES.townships(code)
    }


def test_codes_are_unique_and_in_order() -> None:
    """Divisions come in the order of their codes, none twice."""
    codes = [division.code for division in PLACES.divisions()]
    assert sorted(set(codes)) == codes


def test_every_parent_exists_and_is_of_a_higher_level() -> None:
    """A county lies in a prefecture or right in a province, a prefecture in a province, a province in the country."""
    pairs = {
        (division.level, PLACES[division.parent].level) for division in PLACES.divisions() if division.code != COUNTRY
    }
    assert {
        ("province", "country"),
        ("prefecture", "province"),
        ("county", "prefecture"),
        ("county", "province"),
    } == pairs


def test_virtual_levels_are_skipped() -> None:
    """No division is called 市辖区, and districts of a municipality lie right in it."""
    assert PLACES.named("市辖区") == ()
    assert [division.name for division in PLACES.divisions() if "直辖" in division.name] == []
    assert PLACES.path("110105") == "北京市朝阳区"
    assert PLACES.path("429004") == "湖北省仙桃市"
    assert PLACES.path("659001") == "新疆维吾尔自治区石河子市"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("徐州", "320300"),
        ("徐州市", "320300"),
        ("铜山区", "320312"),
        ("铜山", "320312"),
        ("萧县", "341322"),
        ("广西", "450000"),
        ("内蒙古", "150000"),
        ("西藏", "540000"),
        ("香港", "810000"),
        ("台湾省", "710000"),
        ("延边", "222400"),
        ("恩施", "422800"),
        ("大兴安岭", "232700"),
        ("阿里", "542500"),
        ("锡林郭勒", "152500"),
        ("浦东", "310115"),
        ("神农架", "429021"),
        ("长白", "220623"),
        ("东乡族自治县", "622926"),
        ("鄂伦春", "150723"),
        ("龙胜", "450328"),
        ("井陉", "130121"),
        ("清新", "441803"),
        ("中国", COUNTRY),
    ],
)
def test_full_and_short_names_are_found(name: str, code: str) -> None:
    """A full or a short name leads to the division, the highest first."""
    assert code == PLACES.named(name)[0].code


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("铜山县", "江苏省徐州市铜山区"),
        ("吴江市", "江苏省苏州市吴江区"),
        ("吴江县", "江苏省苏州市吴江区"),
        ("襄樊市", "湖北省襄阳市"),
        ("宿县地区", "安徽省宿州市"),
        ("思茅市", "云南省普洱市"),
        ("居巢区", "安徽省合肥市巢湖市"),
        ("铜陵县", "安徽省铜陵市义安区"),
        ("芜湖县", "安徽省芜湖市湾沚区"),
        ("绍兴县", "浙江省绍兴市柯桥区"),
        ("星子县", "江西省九江市庐山市"),
        ("綦江县", "重庆市綦江区"),
        ("闸北区", "上海市静安区"),
        ("白下区", "江苏省南京市秦淮区"),
        ("邳县", "江苏省徐州市邳州市"),
    ],
)
def test_former_names_lead_to_what_continues_them(former: str, today: str) -> None:
    """A former name leads to the division of today, through several renamings and mergers."""
    assert today in names(former)


def test_former_names_are_latest_first() -> None:
    """吴江区 was a city before it was a county."""
    assert PLACES["320509"].former == ("吴江市", "吴江县")


@pytest.mark.parametrize("name", ["当涂县", "萧县", "徐州市", "郊区", "当涂"])
def test_no_former_name_is_a_name_of_today_nor_a_mere_side(name: str) -> None:
    """A division that kept its name has no former one, and 郊区 is nobody's."""
    assert [division.name for division in PLACES.divisions() if name in division.former] == []


def test_divisions_abolished_last_are_known() -> None:
    """渝北区 of 重庆市 went into 两江新区 in 2025, whose name no earlier year has."""
    assert names("渝北区") == ["重庆市两江新区"]
    assert PLACES["500157"].since == 2025


def test_divisions_of_earlier_years_have_codes_of_their_own() -> None:
    """闸北区 lasted until 2014 and lies in 静安区 today; 江干区 was split and lies in the city alone."""
    [zhabei], [jianggan] = PLACES.earlier("闸北区"), PLACES.earlier("江干区")
    assert PLACES.path(zhabei.code) == "上海市静安区闸北区"
    assert PLACES.path(jianggan.code) == "浙江省杭州市江干区"
    assert PLACES.earlier("闸北区", 2015) == (zhabei,)
    assert PLACES.earlier("闸北区", 2016) == ()
    assert zhabei not in PLACES.divisions()


def test_split_divisions_have_no_successor() -> None:
    """江干区 of 杭州市 went to more than one district, so its name leads nowhere today."""
    assert PLACES.named("江干区") == ()


def test_higher_levels_come_first_then_codes() -> None:
    """朝阳 is the prefecture in 辽宁省 first; 鼓楼区 is four districts in the order of their codes."""
    assert [division.code for division in PLACES.named("铁岭")] == ["211200", "211221"]
    assert [division.level for division in PLACES.named("朝阳")] == ["prefecture", "county", "county", "county"]
    assert [PLACES[division.parent].name for division in PLACES.named("鼓楼区")] == [
        "南京市",
        "徐州市",
        "福州市",
        "开封市",
    ]
    assert PLACES.named("徐州")[0].name == "徐州市"


def test_a_name_of_today_comes_before_a_former_one() -> None:
    """城关区 is that of 拉萨市 and of 兰州市 before 安源区, which was called so and has a smaller code."""
    assert [division.code for division in PLACES.named("城关区")] == ["540102", "620102", "360302"]


@pytest.mark.parametrize("name", ["", "淮城", "县", "萧", "徐州省"])
def test_unknown_names_are_nobody(name: str) -> None:
    """A name that no division has gives nothing."""
    assert PLACES.named(name) == ()


def test_lookup_by_code() -> None:
    """Codes of six and of nine digits are known, others are None or a KeyError."""
    assert PLACES["320312"].name == "铜山区"
    assert PLACES["341602100"].name == "古井镇"
    assert PLACES.get("999999") is None
    assert PLACES.get("341602999") is None
    with pytest.raises(KeyError):
        PLACES["999999"]


def test_townships_of_qiaocheng() -> None:
    """谯城区 has 古井镇 and 十八里镇; its prefecture and province have them too."""
    townships = PLACES.townships("341602")
    assert {"古井镇", "十八里镇", "花戏楼街道"} <= {township.name for township in townships}
    assert len(townships) == 25
    assert set(townships) <= set(PLACES.townships("341600")) <= set(PLACES.townships("340000"))
    assert PLACES.townships("999999") == ()


def test_short_names_of_townships() -> None:
    """A township's short name goes without its ending and its ethnic groups."""
    shorts = {township.name: township.short for township in PLACES.townships(COUNTRY)}
    assert shorts["古井镇"] == "古井"
    assert shorts["花戏楼街道"] == "花戏楼"
    assert shorts["新发朝鲜民族乡"] == "新发"
    assert shorts["叶赫满族镇"] == "叶赫"
    assert shorts["唐镇"] == ""


def test_children_are_the_next_level_that_exists() -> None:
    """A province has prefectures and the counties that it governs directly; a county has townships."""
    hubei = [child.name for child in PLACES.children("420000")]
    assert len(hubei) == 17
    assert {"武汉市", "仙桃市", "神农架林区"} <= set(hubei)
    assert [child.name for child in PLACES.children("341300")] == ["埇桥区", "砀山县", "萧县", "灵璧县", "泗县"]
    assert PLACES.townships("341602") == PLACES.children("341602")
    assert PLACES.children("999999") == ()


def test_ancestors_and_path() -> None:
    """Ancestors go upwards to the country, which no path names."""
    assert [above.name for above in PLACES.ancestors("320312")] == ["徐州市", "江苏省", "中华人民共和国"]
    assert PLACES.ancestors(COUNTRY) == ()
    assert PLACES.path("320312") == "江苏省徐州市铜山区"
    assert PLACES.path("341602100") == "安徽省亳州市谯城区古井镇"
    assert PLACES.path(COUNTRY) == "中华人民共和国"


@pytest.mark.parametrize(
    ("code", "area", "expected"),
    [
        ("320312", "320300", True),
        ("320312", "320312", True),
        ("320312", "320000", True),
        ("341602100", "341600", True),
        ("429004", "420000", True),
        ("320300", "320312", False),
        ("341322", "320300", False),
        ("999999", "100000", False),
    ],
)
def test_within(code: str, area: str, *, expected: bool) -> None:
    """A division lies in itself and in all its ancestors."""
    assert expected is PLACES.within(code, area)


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        line.split()
        for line in """
        亳州市 Bozhou
        六安市 Lu'an
        濉溪县 Suixi
        砀山县 Dangshan
        埇桥区 Yongqiao
        厦门市 Xiamen
        重庆市 Chongqing
        长沙市 Changsha
        长治市 Changzhi
        朝阳市 Chaoyang
        蚌埠市 Bengbu
        蚌山区 Bengshan
        台州市 Taizhou
        丽水市 Lishui
        乐清市 Yueqing
        乐山市 Leshan
        乐亭县 Laoting
        铅山县 Yanshan
        大埔县 Dabu
        番禺区 Panyu
        东阿县 Dong'e
        单县 Shanxian
        浚县 Xunxian
        枞阳县 Zongyang
        涡阳县 Guoyang
        歙县 Shexian
        黟县 Yixian
        盱眙县 Xuyi
        邳州市 Pizhou
        睢宁县 Suining
        陕西省 Shaanxi
        山西省 Shanxi
        西安市 Xi'an
        淮安市 Huai'an
        吕梁市 Lüliang
        什邡市 Shifang
        洪洞县 Hongtong
        珲春市 Hunchun
        漯河市 Luohe
        闵行区 Minhang
        六合区 Luhe
        长丰县 Changfeng
        天长市 Tianchang
        马尾区 Mawei
        成都市 Chengdu
        都江堰市 Dujiangyan
        昌都市 Changdu
        内蒙古自治区 Neimenggu
        萧县 Xiaoxian
        """.strip().splitlines()
    ],
)
def test_pinyin_follows_the_reading_of_the_place(name: str, pinyin: str) -> None:
    """Characters with several readings have the one that the place has."""
    assert pinyin == PLACES.named(name)[0].pinyin


@pytest.mark.parametrize(
    ("code", "english"),
    [
        ("100000", "China"),
        ("320300", "Xuzhou"),
        ("320312", "Tongshan District"),
        ("341322", "Xiao County"),
        ("371722", "Shan County"),
        ("340000", "Anhui"),
        ("150000", "Inner Mongolia"),
        ("610000", "Shaanxi"),
        ("810000", "Hong Kong"),
        ("320583", "Kunshan City"),
        ("310115", "Pudong New Area"),
        ("222400", "Yanbian Korean Autonomous Prefecture"),
        ("422800", "Enshi Tujia Miao Autonomous Prefecture"),
        ("150724", "Ewenki Autonomous Banner"),
        ("152500", "Xilinguole League"),
        ("429021", "Shennongjia Forestry District"),
    ],
)
def test_english_names(code: str, english: str) -> None:
    """Provinces and prefecture-level cities go by their name alone, the others with their kind."""
    assert english == PLACES[code].english


@pytest.mark.parametrize(
    "name", ["合作", "资源", "东方", "和平", "解放", "富裕", "平安", "公安", "鼓楼", "朝阳", "通道", "城中", "市北"]
)
def test_ordinary_words_are_marked(name: str) -> None:
    """A short name that is a word of Chinese beside being a name says so."""
    assert {True} == {division.ordinary for division in PLACES.named(name)}


@pytest.mark.parametrize(
    "name", ["成都", "合肥", "徐州", "阿里", "海南", "兴业", "长安", "宝山", "江北", "西湖", "萧县"]
)
def test_mere_place_names_are_not_ordinary(name: str) -> None:
    """A short name that means nothing but places is no ordinary word."""
    assert {False} == {division.ordinary for division in PLACES.named(name)}


def test_provinces_have_their_official_abbreviations() -> None:
    """All 34 provinces have one character or two, the usual one first, and no two share one."""
    provinces = [division for division in PLACES.divisions() if division.level == "province"]
    characters = "".join(division.abbreviations for division in provinces)
    assert len([division for division in provinces if division.abbreviations]) == 34
    assert len(characters) == len(set(characters))
    assert PLACES["310000"].abbreviations == "沪申"
    assert PLACES["340000"].abbreviations == "皖"


def test_loading_is_fast() -> None:
    """Reading the divisions and indexing their names takes less than 25 ms of processor time."""
    taken = []
    for _ in range(5):
        start = time.process_time()
        Gazetteer().named("徐州")
        taken.append(time.process_time() - start)
    assert min(taken) < 0.025


def test_loading_imports_nothing_heavy() -> None:
    """The gazetteer needs nothing but the standard library, and reads no townships unasked."""
    program = (
        "import sys; before = set(sys.modules)\n"
        "import gazetteer.divisions, gazetteer.regions, gazetteer.universities\n"
        "gazetteer.divisions.gazetteer().named('徐州'); gazetteer.regions.regions()\n"
        "own = {name.split('.')[0] for name in set(sys.modules) - before} - {'gazetteer'}\n"
        "print(sorted(own - sys.stdlib_module_names), '_townships' in vars(gazetteer.divisions.gazetteer()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] False"


@pytest.mark.parametrize(
    ("code", "pinyin", "english"),
    [
        ("341321114", "Dangcheng", "Dangcheng Town"),
        ("340722118", "Zongyang", "Zongyang Town"),
        ("310113103", "Yanghang", "Yanghang Town"),
        ("450105103", "Suxu", "Suxu Town"),
        ("110101001", "Donghuamen", "Donghuamen Subdistrict"),
        ("653124999", "Kuiyibagequgongsuo", "Kuiyibage District Office"),
    ],
)
def test_a_township_has_its_names_in_latin_letters(code: str, pinyin: str, english: str) -> None:
    """Characters of several readings have that of the place."""
    assert (pinyin, english) == (PLACES[code].pinyin, PLACES[code].english)


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("常营回族乡", "Changying Hui Ethnic Township"),
        ("音河达斡尔鄂温克民族乡", "Yinhe Daur Ewenki Ethnic Township"),
        ("鄂温克民族苏木", "Ewenki Ethnic Sum"),
        ("民族团结乡", "Minzutuanjie Township"),
    ],
)
def test_an_ethnic_township_names_its_peoples(name: str, english: str) -> None:
    """As GB/T 3304 spells them."""
    assert {english} == {township.english for township in PLACES.townships(COUNTRY) if township.name == name}


def test_all_but_one_division_have_pinyin_and_english() -> None:
    """Also those of earlier years; no dictionary at hand reads the first character of 𰝟渡镇."""
    earlier = [one for name in PLACES.earlier_names() for one in PLACES.earlier(name)]
    every = [*PLACES.divisions(), *PLACES.townships(COUNTRY), *earlier]
    assert len(every) > 43_000
    assert ["𰝟渡镇"] == [one.name for one in every if not (one.pinyin and one.english)]


def test_autonomous_areas_have_brief_names() -> None:
    """Every autonomous prefecture, county and banner is known by its short name with its ending, some by others."""
    autonomous = [d for d in PLACES.divisions() if "自治" in d.name and d.level != "province"]
    assert 30 + 117 + 3 == len(autonomous)
    assert [] == [d.name for d in autonomous if d.short + d.name[-1] not in d.brief]
    assert ["云南省大理白族自治州"] == names("大理州")
    assert ["云南省昆明市石林彝族自治县"] == names("石林县")
    assert ["新疆维吾尔自治区巴音郭楞蒙古自治州", "四川省巴中市巴州区"] == names("巴州")


def test_brief_names_are_those_of_divisions() -> None:
    """Each row of the table names a division of today, once."""
    rows = (Path(__file__).parents[2] / "gazetteer" / "brief_names.csv").read_text(encoding="utf-8").splitlines()[2:]
    assert len(rows) == len(set(rows))
    assert [] == [
        row for row in rows if not any(d.is_whole(row.split(",")[0]) for d in PLACES.named(row.split(",")[1]))
    ]
