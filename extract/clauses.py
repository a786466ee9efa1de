"""Responsibility clauses: where a measure says who leads it and who supports it, and how such a clause is read.

The forms are those of Chinese official papers: `（甲牵头，乙、丙等按职责分工负责）`, `（责任单位：甲、乙）`,
`（牵头单位：甲；配合单位：乙）`, `（甲、乙等负责）`, and lines `牵头单位：甲`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.brackets import OPENING, bracketed, split
from extract.facts import Role

_WHO = "(?:责任)?(?:单位|部门|地区|机构|处室|领导)"
_LABEL = re.compile(
    rf"(?P<lead>(?:主要)?牵头(?:责任)?{_WHO}?|主办{_WHO}|主责{_WHO}|主要责任{_WHO}|第一责任{_WHO})(?:[（(][^（()）]*[)）])?[：:]"
    rf"|(?P<support>(?:责任|配合|参与|参加|协办|协同|协作|支持|承办|落实|实施|负责|成员|相关责任)(?:[和与及、]?(?:配合|参与|协办|落实))?{_WHO}"
    r"|责任主体)(?:[（(][^（()）]*[)）])?[：:]"
)
_OTHER_LABEL = re.compile(
    r"(?:完成|办结|推进)?(?:时限|时间|期限|节点|进度)(?:安排|要求)?[：:]|备注[：:]|分管领导[：:]|责任领导[：:]"
)
_DUTY = r"(?:按照?|根据|依据|依)?(?:各自)?(?:职责|职能|责任|任务|权限)?(?:范围|权限)?(?:分工)?(?:要求)?(?:内)?"
_VERB = re.compile(
    rf"(?:分别|共同|联合|具体|各自|统筹|{_DUTY})*"
    r"(?P<verb>牵头负责|负责牵头|牵头(?:推进|落实|实施|组织实施|组织)?|主办|负责(?:落实|推进|实施|组织实施|抓好落实|指导)?"
    r"|配合(?:落实|实施|推进)?|参与|参加|协同(?:推进|配合)?|协助|协办|落实|组织实施|支持)$"
)
FIRST_LEADS = re.compile(
    r"(?:列|排|居|位列|排名|排列|列在|排在)?(?:第一|首)(?:位|个|名|家)?(?:的|者)?(?:责任)?(?:单位|部门)?(?:的|者)?(?:为|是|即为?)(?:主要)?(?:牵头|主办|主要责任|主责)"
)
"""The statement that the body named first leads (列第一位的为牵头单位)."""
_ENDS = re.compile(
    r"(?:[局委办厅部院署会社行处所站队校团馆台厂网司]|中心|政府|部门|单位|地区|公司|集团|县区|区县|乡镇|街道|园区|机构|企业|银行|大学|[县市区镇乡])$"
)
_SOFT = re.compile(r"以及|及其|及|和|与|会同|并")
_LEVELS = "(?:省|自治区|直辖市|设区的?市|地级市|市|自治州|州|地区|盟|自治县|县|区|旗|乡|镇|民族乡|街道|街|园区|开发区|功能区|管理区|新区|县级)"
_EACH = re.compile(rf"各{_LEVELS}+$")
_EACH_NEXT = re.compile(
    rf"{_LEVELS}+(?:[（(〔［\[][^）)〕］\]]*[）)〕］\]])?(?:级)?(?:人民政府|政府|管委会|管理委员会|办事处|党工委|党委)?$"
)
_GENERIC = re.compile(r"(?:有关|相关)?(?:部门|单位|机构|地区)(?:$|[以及和与])")
_MAX_NAME = 40


@dataclass(frozen=True, slots=True)
class Named:
    """A body that a clause names, by its place in the text of the unit."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, its place in the text of the unit (brackets included), and the bodies that it names."""

    start: int
    end: int
    named: tuple[Named, ...]


def clauses(text: str, *, first_leads: bool) -> Iterator[Clause]:
    """The responsibility clauses of a unit's text, in order.

    Args:
        text: the text as read.
        first_leads: the document has said that the body named first leads (列第一位的为牵头单位，下同).
    """
    taken = -1
    for start, end in bracketed(text):
        inner = (start + 1, end - 1 if text[end - 1] not in OPENING and end - start > 1 else end)
        if text[end - 1] == "\n" or end == len(text) and text[end - 1] not in "）)〕］]】":
            inner = (start + 1, end)
        content = text[inner[0] : inner[1]]
        stated = FIRST_LEADS.search(content) is not None
        content = _without_remark(content)
        if _is_clause(content):
            yield Clause(start, end, tuple(_read(content, inner[0], first_leads=first_leads or stated)))
            taken = end
    yield from _lines(text, taken, first_leads=first_leads)


def _lines(text: str, taken: int, *, first_leads: bool) -> Iterator[Clause]:
    """Clauses without brackets: a line, or the last sentence of one, that begins with 牵头单位： and the like."""
    run: list[tuple[int, int]] = []
    for start, end in split(text, "\n。"):
        at = start + len(text[start:end]) - len(text[start:end].lstrip())
        if _LABEL.match(text, at, end) and at > taken - 1 and not text[max(0, at - 1)] in OPENING:
            run.append((at, end))
        elif run and not _OTHER_LABEL.match(text, at, end):
            yield _line_clause(text, run, first_leads=first_leads)
            run = []
    if run:
        yield _line_clause(text, run, first_leads=first_leads)


def _line_clause(text: str, run: list[tuple[int, int]], *, first_leads: bool) -> Clause:
    leads = any((m := _LABEL.match(text, a, b)) and m["lead"] for a, b in run)
    named = [n for a, b in run for n in _read(text[a:b], a, first_leads=first_leads and not leads)]
    return Clause(run[0][0], run[-1][1], tuple(named))


def _without_remark(content: str) -> str:
    """The clause without the remark behind it (。列第一位的为牵头单位，下同)."""
    for stop in re.finditer(r"[。，；,;]", content):
        rest = content[stop.end() :]
        if FIRST_LEADS.match(rest) or re.match(r"下同|以下同|完成时[限间]|责任人", rest):
            return content[: stop.start()]
    return content.rstrip("。；;，,")


def _is_clause(content: str) -> bool:
    if _LABEL.match(content):
        return True
    verb = _VERB.search(content)
    if verb is None or content.startswith(("由", "以下", "含", "包括")) and len(content) < 8:  # noqa: PLR2004
        return False
    before = content[: verb.start()].removesuffix("等")
    first = re.split(r"[、，,；;]", before)[0]
    return bool(first) and (_ENDS.search(_bare(before)) is not None or "牵头" in content)


def _bare(name: str) -> str:
    """A name without a second name in brackets behind it."""
    return re.sub(r"[（(〔［\[][^）)〕］\]]*[）)〕］\]]$", "", name)


def _read(content: str, offset: int, *, first_leads: bool) -> Iterator[Named]:
    """The bodies that a clause names, with their roles."""
    found: list[tuple[int, int, Role | None]] = []
    for start, end in split(content, "；;"):
        found += _segment(content, start, end)
    if first_leads and found and not any(role == "lead" for _, _, role in found):
        found[0] = (*found[0][:2], "lead")
    for start, end, role in found:
        yield Named(offset + start, offset + end, role or "support")


def _segment(content: str, start: int, end: int) -> list[tuple[int, int, Role | None]]:
    """One segment between semicolons: names pile up until a verb says what they do."""
    found: list[tuple[int, int, Role | None]] = []
    pending: list[tuple[int, int]] = []
    labelled: Role | None = None
    for a, b in _chunks(content, start, end):
        label = _LABEL.match(content, a, b)
        if label:
            found += [(*name, labelled) for name in pending]
            pending, labelled = [], "lead" if label["lead"] else "support"
            a = label.end()  # noqa: PLW2901 - the label is no part of the name
        verb = _VERB.search(content, a, b)
        if verb is None or _whole_name(content[a:b]):
            pending += _names(content, a, b)
            continue
        pending += _names(content, a, verb.start())
        role: Role = "lead" if re.search("牵头|主办", verb["verb"]) else "support"
        found += [(*name, role) for name in pending]
        pending = []
    return found + [(*name, labelled) for name in pending]


def _whole_name(chunk: str) -> bool:
    """What looks like a verb is the end of a name."""
    return chunk.endswith(("支持中心", "协同中心"))


def _chunks(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between commas; 各市、县〔市、区〕政府 is one."""
    parts = [(start + a, start + b) for a, b in split(content[start:end], "、，,")]
    merged: list[tuple[int, int]] = []
    for a, b in parts:
        if merged and _opens_list(content[slice(*merged[-1])]) and _continues_list(content[a:b]):
            merged[-1] = (merged[-1][0], b)
        else:
            merged.append((a, b))
    return merged


def _opens_list(chunk: str) -> bool:
    label = _LABEL.match(chunk)
    text = chunk[label.end() :] if label else chunk
    return all(_EACH.match(p) or _EACH_NEXT.match(p) for p in re.split("、", text)) and text.startswith("各")


def _continues_list(chunk: str) -> bool:
    verb = _VERB.search(chunk)
    name = chunk[: verb.start()] if verb else chunk
    return _EACH_NEXT.match(name.removesuffix("等")) is not None


def _names(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """The names in a chunk: 等, 及, 和 between bodies part them, inside a name they do not."""
    text = content[start:end]
    lead = len(text) - len(re.sub(r"^(?:由|以及|及|和|其中)", "", text))
    start, text = start + lead, text[lead:]
    cut = 0
    names: list[tuple[int, int]] = []
    for match in re.finditer(r"等(?=.)|" + _SOFT.pattern, text):
        left, right = text[cut : match.start()], text[match.end() :]
        if match.start() < cut or _inside_brackets(text, match.start()) or len(right) < 2:  # noqa: PLR2004
            continue
        if _ENDS.search(_bare(left)) and not _GENERIC.match(right):
            names.append((start + cut, start + match.start()))
            cut = match.end()
    rest = re.sub(r"等(?:部门|单位)?$", "", text[cut:]) or ""
    if rest:
        names.append((start + cut, start + cut + len(rest)))
    return [(a, b) for a, b in names if 2 <= b - a <= _MAX_NAME]  # noqa: PLR2004 - 县委 is the shortest


def _inside_brackets(text: str, at: int) -> bool:
    return any(a < at < b for a, b in bracketed(text))
