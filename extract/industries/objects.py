"""Industries by what is done with a list of goods: those that 主攻 governs, and those that 配套 and 产品 close."""

import re
from collections.abc import Iterator, Sequence

from extract.components import Found, floor_of, scan, stop_of
from extract.industries.goods import goods, is_branch, is_goods
from extract.industries.lists import DEPENDENT, GROUP, JOINED, Run, is_known, members_of, name_start, named
from extract.industries.words import governs, grammar, pursuit_scanner, words

_STOPS = "，。；：《》“”（）\n"
_SOME = re.compile(
    "等|业务|业态(?=[，。；、])|环节|项目(?=[，。；、]|建设|$)|订单|全?链条|路径|配套|短板|缺口|外溢|溢出|转移|产能|[一二两三四五六七八九十\\d]+[大个条类](?!人)"
)
_LINKS = re.compile("等[^，。；、]{0,6}(?:弱项|难题|薄弱环节)")
_BRANDS = re.compile(
    "等[^，。；]{0,20}(?:品牌|(?:特色|优质|名优)农(?:副|特)?产品|土特产|特产|商标|企业|公司|景区|产品认证|旅游|文创|体验|小吃|美食|龙头|种业)"
)
_FINANCE = re.compile("首台|险|贷|首批次|债")
_MATCHED, _MOVED = (
    "(?:就近|本地|省内|市内|区内)?配套(?=[，。；、（在]|布局|项目|企业|落地|能力)",
    "项目(?=转移|落户|集聚|外迁)",
)
_CLOSES = (
    f"上下游{_MATCHED}|产业链{_MATCHED}|{_MATCHED}|领域{_MOVED}|{_MOVED}|短板(?=[，。；、])|缺口(?=[，。；、])"
    "|(?:劳动密集型|密集型|配套|关联|上下游|加工型|加工|制造|生产型|出口型)企业"
    "|(?:关键|核心)?(?:零部件|零配件|部件|材料)?(?<![型套联游务头干主级类小新])(?:企业|机构(?=[，。；、集落入布]|$))(?!家|化|级|标准|信息|股权|联盟|技术|主体)|(?:关键|薄弱|重点)?环节(?=[，。；、补延拓强固建企配布集]|$)|全?链条(?=[，。；、]|$)"
    "|(?:精深加工|深加工)(?=[，。；、]|企业|$)|(?:就近|本地|省内|市内|区内|区域|和)*配套率|路径(?=[，。；、]|$)|产品体系|(?:制造)?落地(?=[，。；]|$)"
    "|向(?:终端|下游|高端|中高端|精深加工|精细化)[^，。；]{0,6}(?=延伸|发展|攀升|迈进|转型)"
)
_GOODS = re.compile(  # each of its ways begins with a character: a search passes over all others at once
    f"(?=[等落精深上产配项领短缺劳密关加制生出零部材企机环薄全链就本省市区路向核])(?:{_CLOSES}|等(?:{_CLOSES})|等(?P<kind>[^，。；、（）等]{{0,6}}?)(?P<made>产品|零部件|元器件|部件|器件|药物|制品|业务|(?:重点|重大)?项目))"
)
_TAKES_PROJECTS = re.compile("推动|推进|加快|实施|支持|引进|招引|布局|承接|谋划|招商|培育")
_SURELY = re.compile("(?:优势|下游|终端|高端|系列|拳头|深加工|精深加工|主导|主打|关键|新型|高附加值)*")
_NO_GOODS = re.compile(
    "金融|信贷|保险|理财|债|贷|旅游|文旅|文化|文创|农|特色|品牌|地理|认证|服务|数据|线路|地标|政务|公共|审批|行政"
)
_MAKES = re.compile(
    "突破|提升|完善|发展|壮大|做[大强优精]|主攻|主抓|延伸|生产|培育|引导|研发|研制|开发|推出|攻关|布局|承接|引进|拓展|开展"
)
_SUPPLIES = re.compile(
    "承接|补齐|补强|推动|推进|促进|提升|鼓励|组织|引进|招引|带动|新建|开展|拓展|开发|发展|集聚|支持|引导|吸引|引育|培育|完善|延伸|打通|提高|配套|对接"
)
_TURNS = re.compile("向(?P<list>[^，。；：向]{4,50}?)(?:等(?:方向|领域|产业)?)?(?:延伸|拓展|转型|升级|迈进|转变|攀升)")
_ALONG = re.compile(  # 推动磷化工高端化发展, 促进纺织、建材转型升级
    "(?=[推促加支引带])(?:推动|推进|促进|加快|支持|引导|带动)(?P<list>[^，。；：“”（）]{2,40}?)(?=[等产行向全协联一提高智绿集规融品低特园链创错振跨方发数转改优扩做延补强建固])(?:等(?:[^，。；、等]{0,6}(?:装备|产品|设备|工业|制造业|农业))?)?(?:产业|行业)?"
    "(?:向(?!社会|群众|基层|农村)|(?:全链条|全产业链|协同|联动|一体化|提速|[高智绿集规融品低特园链][\u4e00-\u9fff]{1,2}化|创新|集聚|集群|高质量|高端|融合|错位|提档|振兴|跨越)+发展"
    "|(?:、?[高智绿数规品低][\u4e00-\u9fff]{1,2}化)+(?=[，。；]|转型)"
    "|(?:方式)?发展(?=[，。；、和])|(?:绿色|数字化|智能化|低碳|数智化)?(?:低碳发展|转型(?:升级|发展|(?=[，。；、]))|改造(?:升级|提升))"
    "|(?:提档|优化|提质)升级|(?<=[装产设][备品业])升级(?=[，。；、])|提质(?:增效|扩容|增量)|扩容提质|做大做强|做优做强|(?:(?:延|补|强|建|固)链){2})"
)
_WIDE = re.compile(
    "(?=[制服])(?P<name>制造业|服务业)(?=高质量|高端化|智能化|绿色化|数字化|数智化|转型|技术改造|技改|智改|提质|扩容|升级|重点产业链|优化|扩大开放|强链|核心竞争力)"
    "(?![^，。；]{0,14}(?:领导小组|专班|大会|学院|资金|基金|工作|专家|咨询|案例|诊断|评估))"
)
_ENLARGED = re.compile(
    "(?=[扩提释做增壮][大建升高放加])(?:扩大|扩建|提升|提高|释放|做大|增加|壮大)(?P<list>[^，。；：“”（）]{2,50}?)"
    "(?:种植(?:面积|规模)|养殖(?:面积|规模)|基础产能|产能|生产规模|生产能力|规模|产量|生产)(?=[，。；、]|释放|$)"
)
_NO_OBJECT = frozenset("、和与及，的")
_ENDS = frozenset("，。；、集落入布")
_LEAST, _ONE_NAME, _BUSINESS = 2, 16, "业务"
_REACH = 160


def pursued(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The members of a list of goods that a verb governs whose object is always an industry (主攻, 主抓, 招引).

    Args:
        text: of a unit.
        masked: the text with its bracketed runs blanked.
        places: the divisions named.
    """
    for verb, first in scan(pursuit_scanner(), masked):
        if masked[first : first + 1] in _NO_OBJECT:
            continue
        stop = stop_of(masked, first, _STOPS)
        stop = min(stop, first + _REACH)
        end = some.start() if (some := _SOME.search(masked, first, stop)) else stop
        if end - first > _ONE_NAME and not JOINED.search(masked, first, end):
            continue
        if _BRANDS.match(masked, end) or _LINKS.match(masked, end) or GROUP.match(masked, end):
            continue
        if _FINANCE.search(masked, first, end):
            continue
        members = [m for m in members_of(text, masked, first, end, places) if m[0] >= first]
        narrow = masked[verb:first] in words().narrow
        if len(members) < _LEAST and not narrow:
            members = [m for m in members if is_known(text, *m)]
            sure = members
        else:
            sure = [m for m in members if is_industry(text, *m) and text[slice(*m)] not in words().members]
        if not all(m in sure or may_be(text, *m) for m in members):
            members = sure
        elif not narrow and not sure:
            members = []
        for x, y in members:
            yield from named(text, x, y)


def supplied(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The members of a list that 配套, 项目转移 or 等下游产品 close, where what governs it makes or takes them."""
    for match in _GOODS.finditer(masked):
        floor = floor_of(masked, match.start(), _STOPS)
        project = (match["made"] or "").endswith("项目")
        verbs = _TAKES_PROJECTS if project else _MAKES if match["made"] else _SUPPLIES
        if match["made"] == _BUSINESS:
            verbs = _SUPPLIES  # 支持保税维修、离岸贸易等业务
        if not verbs.search(masked, floor, match.start()) or (match["kind"] and _NO_GOODS.search(match["kind"])):
            continue
        members = members_of(text, masked, floor, match.start(), places)
        sure = [m for m in members if is_industry(text, *m)]
        open_kind = match["made"] and (match["made"] != "产品" or not _SURELY.fullmatch(match["kind"]))
        if project:
            members = [m for m in members if is_known(text, *m) or goods().ends.of(text, *m)]
        open_kind = open_kind or match[0].endswith("企业")
        if open_kind and 2 * len(sure) < len(members):
            members = sure
        if match[0] == "企业" and masked[match.end() : match.end() + 1] not in _ENDS and len(sure) < len(members):
            continue
        if len(members) >= _LEAST and all(may_be(text, *m) for m in members):
            for x, y in members:
                yield from named(text, x, y)


def turned_to(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The members of a list of goods towards which an industry goes (向休闲食品、预制菜延伸), where most are known."""
    for match in _TURNS.finditer(masked) if "向" in masked else ():
        members = members_of(text, masked, *match.span("list"), places)
        sure = [m for m in members if is_industry(text, *m)]
        if len(members) >= _LEAST and 2 * len(sure) > len(members) and all(may_be(text, *m) for m in members):
            for x, y in members:
                yield from named(text, x, y)


def brought_on(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """Trades and goods that are to grow, move on or be transformed (推动磷化工高端化发展); public services are none."""
    for match in _ALONG.finditer(masked):
        members = members_of(text, masked, *match.span("list"), places)
        sure = [m for m in members if _moves_on(text, *m)]
        if len(sure) > 1 and 2 * len(sure) >= len(members):
            sure += [(x, y) for x, y in members if text[x:y] in words().members]
        for x, y in sure:
            if not governs(text, x, y):
                yield from named(text, x, y)
    for match in _WIDE.finditer(masked):  # 推动制造业高端化发展
        floor = floor_of(masked, match.start(), f"、{_STOPS}")
        if name_start(text, floor, match.start() + 1, places) in (match.start(), match.start() + 1):
            yield match.span("name")


def enlarged(text: str, masked: str, places: Sequence[Found]) -> Iterator[Run]:
    """The goods and trades of which more is to be made (扩建抗体、医美材料产能)."""
    for match in _ENLARGED.finditer(masked) if "产" in masked or "规模" in masked else ():
        for x, y in members_of(text, masked, *match.span("list"), places):
            if is_industry(text, x, y) and may_be(text, x, y) and text[x:y] not in goods().done.words:
                yield from named(text, x, y)


def _moves_on(text: str, x: int, y: int) -> bool:
    name = text[x:y]
    if name in words().trades or name in words().governed or is_goods(text, x, y):
        return True
    return grammar().fullmatch(text, x, y) is not None or (
        name.endswith("业") and (name[:-1] in words().members or name[:-1] in words().trades)
    )


def is_industry(text: str, x: int, y: int) -> bool:
    """Whether a member of such a list is called like an industry or like goods."""
    if is_known(text, x, y) or text[x:y] in words().members or text[x:y] in words().technologies:
        return True
    return is_branch(text, x, y) and not governs(text, x, y)


def may_be(text: str, x: int, y: int) -> bool:
    """Whether a member of such a list can be goods: no thing of another kind by its end."""
    if (tail := DEPENDENT.search(text, x, y)) and tail.start() > x:
        y = tail.start()  # 燃料电池电堆及系统
    if grammar().fullmatch(text, x, y) or is_goods(text, x, y):
        return True
    return not words().no_goods.of(text, x, y) and not governs(text, x, y)
