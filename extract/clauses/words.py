"""The words of responsibility clauses: labels (牵头单位：), verbs (按职责分工负责), and what else marks who leads."""

import re

from extract.brackets import CLOSING, OPENING
from extract.clauses.notes import FIRST_LEADS, note
from extract.facts import Role

_WHO = "(?:单位|部门|地区|机构|处室|科室|股室|主体)"
_RANK = (
    "(?:第[一二三四](?!责任)|(?:[省市州县区旗]|自治区)[级直]|[市州县区][（(][市州县区旗、]{1,3}[）)]|地方|属地|市县)?"
)
_LEADER = f"{_RANK}(?:主要)?(?:牵头(?:责任|领导|负责)?|主办|主责|主要责任|第一责任)"
_SUPPORTER = (
    f"{_RANK}(?:其[他它])?(?:相关|主要|联合|共同|直接|具体)?(?:有关|主体责任|责任|配合|参与|参加|协办|协同|协作|协助|协调|支持|支撑|保障|承办|承担|落实|实施|执行|推进|完成|组织实施|组织(?!机构)|负责|成员"
    "|(?:行业)?主管|监管(?!机构)|督办|督导|指导)"
)
_OF_LEVEL = "(?:[省市州县区旗](?:级|委|政府)?)"
_OTHER = (
    "(?:完成|办结|推进|整改)?(?:时限|时间|期限|节点|进度)(?:安排|要求|节点)?|备注"
    rf"|{_OF_LEVEL}?(?:(?:第一|直接|具体)?(?:分管|责任|牵头|包抓|包保|包联|联系|督导|挂钩|挂联|挂点|主管|协管|协助|配合|负责|总)){_OF_LEVEL}?"
    "(?:领导|负责人|责任人|负责同志|同志|副?[省市州县区]长|人)|[省市州县区旗]级?领导"
)
_SAYS = (
    rf"(?:(?P<lead>{_LEADER}{_WHO})|(?P<support>{_SUPPORTER}(?:[和与及、]?(?:配合|参与|协办|落实|责任))?{_WHO}|(?:责任|任务|工作|职责|部门)?分工)|(?P<other>{_OTHER}))"
    r"(?:[及和与、]其?(?:负责人|责任人|联系人|领导))?(?:[（(][^（()）]{0,20}[)）])?"
)
LABEL = re.compile(rf"{_SAYS}[为是]?[：:]")
"""A label in front of bodies, `lead` or `support`, or of persons and times, `other`."""
ENDS_IN_LABEL = re.compile(rf"{_SAYS}[为是]?[：:]$")
"""A label at the end of a line, whose bodies stand in the next."""
BRACKETED_LABEL = re.compile(rf"[{re.escape(OPENING)}]{_SAYS}[{re.escape(CLOSING)}][：:]?")
_BARE_LABEL = re.compile(
    rf"(?!{_RANK}[有相]关)(?:(?P<lead>{_LEADER}{_WHO})|(?P<support>{_SUPPORTER}{_WHO}))[为是]?(?![、，,；;。.及和与按等）)])"
)
_AND_SO_ON = re.compile("等(?:部门|单位)?")
SHORT_LABEL = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[局委办厅部院会府司团心关社联])(?=(?:牵头|主办|主责|配合|协办|协同)[：:]))(?:(?P<lead>(?:牵头|主办|主责)(?:责任)?|{_LEADER}{_WHO}[为是])|(?P<support>(?:配合|协办|协同|协作|参与)(?:责任)?|(?:主体)?责任(?:落实)?|落实|(?!{_RANK}[有相]关){_SUPPORTER}{_WHO}[为是])"
    r"|(?P<other>(?!)))(?:[：:]|(?<=[为是]))"
)
"""A label of one word, which may also be the heading of something else: 参与：动员各方力量."""
_OF_DEEDS = re.compile(
    "(?<=[；;，,。])(?P<other>[\u4e00-\u9fff]{0,4}(?:措施|任务|目标|举措|内容|要求|成果|进展|说明|依据|电话|邮箱|方式|标准|指标|成效|安排|步骤|联系人))"
    "(?P<lead>(?!))?(?P<support>(?!))?[：:]"
)
_LABEL_ENDS = ("单位", "部门", "主体")
_ENDS_LABEL = re.compile("[：:为是]")
_LEADING_VERBS = (
    "牵头负责|负责牵头|总牵头|负总责|牵头(?:抓总|总抓|总负责|推进|落实|实施|组织实施|组织|各自(?:领域|工作|任务))?|主办|主责"
    "|为(?:主要)?(?:牵头|主责|主办)(?:单位|部门)"
)
_SUPPORTING_VERBS = (
    "负责(?:落实|推进|实施|组织实施|抓好落实|指导)?|配合(?:落实|实施|推进)?|参与|参加|协同(?:推进|配合)?|协助|协办|落实"
    "|组织实施|具体实施|(?:具体)?抓好落实|牵总|抓总|总负责|总协调|统筹(?:协调|推进|抓总)?|为主|支持|承办|承接|办理|协作|为(?:责任|配合|参与|协办|协同|协助|支持)(?:单位|部门|主体)"
)
_WEAK_VERBS = (
    "推进(?:落实|实施)?|推动(?:落实)?|贯彻落实|督促(?:落实|指导)?|督导|指导|组织|实施|执行|联动|协调"  # of things, too
)
_VERB = re.compile(rf"(?:(?P<lead>{_LEADING_VERBS})|(?P<support>{_SUPPORTING_VERBS})|(?P<weak>{_WEAK_VERBS}))$")
_LONGEST_VERB = 8
_BY_DUTY = re.compile("(?:职责|职能|任务|分工)负责$|为责任(?:单位|部门|主体)$")
_OF_ANY = re.compile("各|有关|相关|其他")
_LONGEST_LEADERS = 60
_DUTY = (
    "按照", "按", "根据", "依据", "依", "各自", "职责", "职能", "责任", "任务", "权限", "范围", "分工", "要求", "内",
    "分别", "共同", "联合", "负责", "双", "具体", "统筹", "积极", "主动", "做好", "分头",
    "负总责并", "并", "分项", "分段", "分块", "分线", "分级", "分类", "分片",
)  # fmt: skip
_MARKED = re.compile(
    "[（(〔［【](?:按(?:照)?(?:各自)?职责(?:分工)?|分别|共同|总)?(?:(?P<lead>牵头|主办|主责)|(?P<support>配合|协办|参与|负责))"
    "(?:单位|部门)?[）)〕］】]$"
)
_MARKED_IN_FRONT = re.compile(
    "[（(〔［【](?:(?P<lead>牵头|主办|主责)|(?P<support>配合|协办|参与|责任|负责))(?:单位|部门)?[）)〕］】](?=[\u4e00-\u9fff])"
)
_LEADS_IN_BRACKET = re.compile("[\u4e00-\u9fff][（(〔［【](?:牵头|主办|主责)(?:单位|部门)?[）)〕］】]")
_BY_RULE = re.compile(r"(?:按照?|根据|依据|本着|遵循|坚持)[“”\w、]+的?原则$")
_LONGEST_RULE = 30
_STAR = "[*＊★☆※▲△●◆◎#＃]"
_STAR_SAID = re.compile(
    rf"[（(〔［【](?:注[：:])?(?:标|标注|带|加)?[“\"]?{_STAR}[”\"]?(?:号|标)?的?[为是系][^（(〔［【]{{2,14}}[）)〕］】]$"
)
_ANY_MARK = re.compile(f"{_STAR}|[（(〔［【][牵主配协参按分共总负]")
_ANSWERS = re.compile("(?:主要|第一)责任(?:单位|部门|主体)[为是]?[：:]$")
_LONGEST_LABEL = 10
_STARRED = re.compile(f"{_STAR}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff）)])(?:{_STAR}|[（(〔［【]{_STAR}[）)〕］】])$")
_STAR_HELPS = re.compile(
    rf"(?:标|标注|标有|带|加|打|有|注)[“\"]?(?P<star>{_STAR})[”\"]?(?:号|标)?的?.{{0,6}}?[为是](?:配合|协办|参与|协同|协助)"
)
"""A star may mark those that help, too: 带△的为配合单位."""
_NOTE_NEAR = 200
_MENTIONS = "(?:以上|上述|其中|所列|下列|各项|责任|任务|工作|措施)*(?:单位|部门)?(?:名单)?中?"
REMARK = re.compile(
    rf"(?:以)?下同|以下(?:均需|均由|各项|各条|工作|任务)|不再(?:一一|逐一|另行)?(?:列出|列举|赘述|单列|重复|注明)|{_MENTIONS}(?:{FIRST_LEADS.pattern}|(?:加粗|黑体|带?下?划线)的?.{{0,4}}[为是]牵头)|{_MENTIONS}$"
    rf"|(?:注[：:])?(?:标|标注|标有|带|加|打|有|注)[“\"]?(?:{_STAR}[”\"]?(?:号|标)?的?.{{0,6}}[为是]|号?的.{{0,6}}[为是]牵头)"
)
"""A part of a clause that names nobody: 下同, 列第一位的为牵头单位, 标*的为牵头单位."""
_FOR_ALL = re.compile(
    "[，,；;。](?:(?:以下|以上|各项|上述|其[他余]|后续)[^，,；;。]*|均[需由须应][^，,；;。]*)(?:[，,；;。][^，,；;。]{0,8}?)?"
    "不再(?:一一|逐一|另行|分别)?(?:列出|列举|赘述|单列|重复|注明|标注)"
)


LIST_MARK = "[•●◆■▪·○◎★☆▲△▶►◇□﹒∙※➢✓→⇒➤➔✦❖◉☉]"
"""What a point of a list, or a label, may begin with."""
_OPENS = re.compile(rf"(?:{LIST_MARK}+|[{re.escape(OPENING)}])?")


def is_labelled(text: str) -> bool:
    """Whether a line says by a label in front who does something or until when (牵头单位：…, 完成时限：…)."""
    start = _OPENS.match(text).end()  # type: ignore[union-attr]  # it matches nothing, too
    return LABEL.match(text, start) is not None or BRACKETED_LABEL.match(text) is not None


def names_bodies(label: str) -> bool:
    """Whether a label, such as the header of a column, says that what follows are responsible bodies."""
    match = LABEL.fullmatch(label.rstrip("：:") + "：")
    return match is not None and match["other"] is None


def is_bare_label(line: str) -> bool:
    """Whether a line is a label of bodies and nothing more, without a colon: 牵头单位."""
    return len(line) <= _LONGEST_LABEL and line.endswith(_LABEL_ENDS) and _BARE_LABEL.fullmatch(line) is not None


def label_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label that stands there."""
    run = (text, start, end)
    return LABEL.match(*run) or BRACKETED_LABEL.match(*run) or SHORT_LABEL.match(*run)


def labels(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The labels of a clause, in order; one that it begins with needs no colon (责任单位市教育局)."""
    first = label_at(text, start, end) or _BARE_LABEL.match(text, start, end)
    at = first.end() if first else start
    if _ENDS_LABEL.search(text, at, end) is None:
        return [first] if first else []
    others = [*LABEL.finditer(text, at, end), *SHORT_LABEL.finditer(text, at, end), *_OF_DEEDS.finditer(text, at, end)]
    others.sort(key=re.Match.start)
    return [first, *others] if first else others


def note_apart(text: str, start: int, end: int) -> re.Match[str] | None:
    """The note on who leads that stands first in a clause, unless in a label (责任单位（第一个为牵头单位）：)."""
    stated = note(text, start, end)
    label = label_at(text, start, end) if stated else None
    return stated if stated and not (label and stated.end() < label.end()) else None


def before_for_all(text: str, start: int, end: int) -> int:
    """Where a clause ends that goes on with who takes part in all that follows（以下任务均需各区县落实，不再单列）."""
    if text[end - 1 : end] in tuple(CLOSING) and (
        said := _STAR_SAID.search(text, max(start, end - _LONGEST_RULE), end)
    ):
        return said.start()
    match = _FOR_ALL.search(text, start, end) if text.find("不再", start, end) >= 0 else None
    return match.start() if match else end


def verb_at_end(text: str, start: int, end: int) -> tuple[int, Role, bool] | None:
    """Where the words begin that say what the bodies before them do (等按职责分工负责), and the role that they give.

    The last says that the verb is also one of other things than bodies (推进).
    """
    match = _VERB.search(text, max(start, end - _LONGEST_VERB), end)
    if match is None:
        return None
    at = before_duty(text, start, match.start())
    return at, "lead" if match["lead"] else "support", match["weak"] is not None


def first_ends(text: str, start: int, end: int) -> int:
    """Where the first body ends, or those that lead, if a sentence says so of them or shares a duty; else -1."""
    led = text.find("牵头", start, min(end, start + _LONGEST_LEADERS))
    duty = _BY_DUTY.search(text, max(start, end - _LONGEST_VERB), end) if led < 0 else None
    if duty and not _OF_ANY.match(text, start):
        first = text.find("、", start, end)  # 市教育局、市财政局按职责分工负责
        return duty.start() if first < 0 else first
    return led


def before_duty(text: str, start: int, at: int) -> int:
    """Where the words begin that say how a duty is done, in front of the verb at a place (按职责分工|负责)."""
    while before := next((word for word in _DUTY if text.endswith(word, start, at)), None):
        at -= len(before)
    if text.endswith("原则", start, at) and (rule := _BY_RULE.search(text, max(start, at - _LONGEST_RULE), at)):
        return rule.start()
    return at


def as_marked(text: str, found: list[tuple[int, int, Role | None]]) -> list[tuple[int, int, Role | None]]:
    """The bodies with the role that a bracket behind one of them, or a star, gives: 市财政局（牵头）、★市金融办."""
    if not found or _ANY_MARK.search(text, found[0][0], found[-1][1]) is None:
        return found
    marks = [_mark(text, start, end) for start, end, _ in found]
    leads = any(mark and _leads(mark) for mark in marks)
    start = found[0][0]
    answers = _ANSWERS.search(text, max(0, start - _LONGEST_LABEL), start) is not None  # 主要责任单位：甲（牵头）、乙
    return [
        (*_unmarked(start, end, mark), "lead" if _leads(mark) else "support")
        if mark
        else (start, end, "support" if leads and (answers or role != "lead") else role)
        for mark, (start, end, role) in zip(marks, found, strict=True)
    ]


def marks_leader(text: str, start: int, end: int) -> bool:
    """Whether a bracket of its own behind one of the bodies says that it leads: 市财政局（牵头）."""
    return _LEADS_IN_BRACKET.search(text, start, end) is not None


def _mark(text: str, start: int, end: int) -> re.Match[str] | None:
    behind = _MARKED.search(text, start, end) or _STARRED.search(text, start, end)
    return behind or _MARKED_IN_FRONT.match(text, start, end)


def _leads(mark: re.Match[str]) -> bool:
    if mark.re is not _STARRED:
        return mark["lead"] is not None
    text, near = mark.string, _STAR_HELPS.finditer(mark.string, mark.start(), mark.end() + _NOTE_NEAR)
    return not any(note["star"] in text[mark.start() : mark.end()] for note in near)


def _unmarked(start: int, end: int, mark: re.Match[str]) -> tuple[int, int]:
    return (mark.end(), end) if mark.start() == start else (start, mark.start())


def says_what(text: str, start: int, end: int) -> bool:
    """Whether nothing stands behind a body in its part of a clause but the word for what it does."""
    if rest := _AND_SO_ON.match(text, start, end):
        start = rest.end()
    verb = verb_at_end(text, start - 1, end) if start < end else None
    return start == end or (verb is not None and verb[0] <= start)
