"""The names of indicators: what leads to them and on from them is no part (到2025年全市…均)."""

import re

from extract.targets.words import words

_STRIP = re.compile(
    r"^(?:(?:(?:通勤|通达|直达|覆盖)、|[、（(](?=其中)|[（(]?\d{1,2}[）)]|[一两二三四五1-5]?年内|、(?=20\d{2}年)|全年|当年|本年度?|年度(?=\S)|同比|环比|[1-9]\d?月底?前|年底前?|“?十[四五六]五”?(?:期间|末|时期)|末|到(?![位达账港])|至|重点(?=抓好|完成|推进)|力争|确保|努力|争取|实现|其中|分别|使(?!用)|推动|推进|加快|积极|全面|基本(?!公共|医疗|养老|农田|单位|药物|建设|功能|生活|保险|草原|民生)|总体|全[市区县省州盟旗镇域]|我[市区县省]|各[县区]+|每年|年均|年平均|均(?!衡)|再(?!生|制造|利用|就业|贷)|且|并(?!网|购)|以|的|约|将|保持(?=[\u4e00-\u9fff]{3})|稳定(?=[\u4e00-\u9fff]{3})(?!性|运行|就业|脱贫|增收)|和(?!谐|美|睦|平)|及(?!时)"
    r"|20\d{2}年底?前?|(?:比|较)20\d{2}年|(?:培育|建设(?!用地)|建成(?!区)|创建|打造|取得|完成|支持|引进|培养|新建|推出|共建)(?=[\u4e00-\u9fff“]{2}))[，：]?)+"
)
_TRAIL = re.compile(
    r"(?:[到至]?20\d{2}年(?:底|末|前)?|年均|年平均|[年月]人均|均|同比|分别|力争|要|应|将|总体|全部|都|各|也|已|累计|比20\d{2}年|较20\d{2}年|保持|稳定|增速|每年|约|[一二两三四五]年|[从由](?:目前|现在|原来|20\d{2}年)?的?[\d.:：]+[^，\d]{0,5})+$"
)
_LABEL = re.compile(r"^[^\n：，、]{2,10}：(?=[^\n：]{2})")  # of a cell, of a list: 建设内容：
_RHYTHM = re.compile("(?:每人)?每[周月天日季年]度?|每人|累计")
OF_LAST = re.compile("占.+|总[数量]|总数量")
"""A share of the last indicator: 占GDP比重."""
FROM = re.compile("[从由](?:目前|现在|现有|原来|原有|上年|20\\d{2}年底?)?的?$")
"""Words that lead to the figure from which an aim rises: 从20%提高到24%."""
_SHORTEST = 2
_VERB_ALONE = re.compile("落实|认定|开展|要?将|安排|推进|加快|办好|用足|设置|抓好")
_TAIL = re.compile(
    "(?:使用|货运|客运|运输|吞吐|进出口|排放|消费|出栏|存栏|保有|发电|用水|销售|交易|成交|供应)(?:总量|总额|量|额)$|总产值$|产值$|增加值$"
    "|(?:覆盖|普及|利用|达标|合格|参保|处理|参合|入学|巩固|转化|机械化|就诊|知晓|满意)率$"
)
JOBS = re.compile("(?P<name>(?:城镇|城乡|农村)新增就业(?:人数|人口|岗位)?)(?:达到?|完成|实现|稳定在|保持在)?$")
"""An indicator that holds a word that compares."""
EACH = re.compile("(?<![平年人户亩地日月周])均|各$|分别")
"""Words that give the figure behind them to each name of a list."""
ADVERBS = re.compile("(?:进一步|稳步|逐步|持续|继续|大幅|全部|基本|有望|同步|整体|平均|稳定|稳中|率先|努力)+")
"""Words that tell how something moves; the indicator of a clause that has them alone stands before it."""
_OF_PLACE = re.compile("[\u4e00-\u9fff]{1,6}?[市县区州盟旗](?![场域面])")
_BRACKETS = dict.fromkeys(map(ord, "（）()"))


def indicator(written: str) -> str:
    """The indicator without what leads to it and what leads on from it (到2025年全市…均)."""
    written = _LABEL.sub("", written)
    led = _STRIP.sub("", written.lstrip("）)").strip("、：:—"))
    name = (_TRAIL.sub("", led) or led).strip("、：:的—")
    if name.count("（") + name.count("(") != name.count("）") + name.count(")"):
        name = name.translate(
            _BRACKETS
        )  # one stands in it, its partner behind the figure: 集聚区（起步区面积60平方公里）
    return name if name.count("“") == name.count("”") else name.strip("“”")


def is_no_name(name: str) -> bool:
    """Whether words name no indicator: none, a rhythm (每月), how something moves, or a verb alone (落实, 认定)."""
    if len(name) < _SHORTEST:
        return True
    return any(pattern.fullmatch(name) for pattern in (_RHYTHM, ADVERBS, _VERB_ALONE, words().makes))


def with_tail(names: list[str]) -> list[str]:
    """The names of a list, each with the noun of the last that measures all of them: 铁路和水路货运量."""
    tail = _TAIL.search(names[-1]) if names else None
    if tail is None or len(names[-1]) - len(tail[0]) < _SHORTEST:
        return names
    return [one if words().amounts.search(one) or one.endswith(("率", tail[0])) else one + tail[0] for one in names]


def goes_on_from(last: str, name: str) -> str:
    """The last indicator with its share, or for another place where only that is named; else "".

    研发投入增长12%，占GDP比重达到2.5%; 长春市推广汽车250辆，白城市不少于150辆.
    """
    if OF_LAST.fullmatch(name):
        return last + name
    first = _OF_PLACE.match(last)
    return name + last[first.end() :] if first and _OF_PLACE.fullmatch(name) else ""
