"""What a plan prints about itself: title, number, issuer, adoption, period, jurisdiction."""

import re
from dataclasses import dataclass

from extract.structure.paragraphs import Paragraph
from extract.structure.tree import Node
from extract.titles import GLUED, LONGEST, NUMBER, is_title
from gazetteer.divisions import COUNTRY, Division, gazetteer
from ontology.departments import department

_LETTERHEAD = re.compile(r"(?:文件|公告|令)$")
_ISSUING = re.compile(r"(?P<issuer>.{2,40}?)(?:印发|关于)")
_BODY = re.compile(r"(?:政府|办公室|办公厅|委员会|[厅局委部办院会署]|领导小组)$")
_DATE = r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
_DATED = re.compile(r"[\d〇零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月.{1,3}日.*")
_ADOPTED = re.compile(rf"(?:经|已)[^。；]{{0,12}}?{_DATE}[^。；]{{0,40}}?(?:审议通过|审定|通过|同意)")
_PERIOD = re.compile(r"[（(](?P<first>20\d{2})年?[-—–―－~～至](?P<last>20\d{2})年?[）)]")
_FIVE_YEARS = re.compile("十(?P<short>[二三四五六])五(?!年)|第十(?P<long>[二三四五六])个五年规划")
_FIRST_YEARS = {"二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}
_ONLY_BRACKETED = re.compile(r"[（(][^（()）]{2,20}[)）]")
_QUOTED = re.compile(r"《([^《》]{4,80})》")
_CENTRAL = re.compile("国务院|中共中央|中央办公厅|中华人民共和国|国家")
_DIRECTIVE = re.compile("关于|印发|转发|[《“（(]|推进|推动|促进|支持|加快|实施|加强")
_MOST_HEADINGS = 40
_LONGEST_ISSUER = 30
_LONGEST_NAME = 11
_FULL_WIDTH = str.maketrans("()", "（）")  # as the titles of official papers are set, however a file types them


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of a plan that its text prints; None and "" where it does not."""

    title: str | None = None
    number: str | None = None
    issuer: str | None = None
    adopted: str | None = None
    period: tuple[int, int] | None = None
    jurisdiction: str = ""


def metadata(root: Node, stem: str) -> Metadata:
    """What stands before the first numbered part, and the signature, say of a plan.

    Args:
        root: the outline of the document.
        stem: the name of its file, which may tell the jurisdiction where the text does not.
    """
    paragraphs = root.paragraphs
    if root.children[:1] and root.children[0].kind == "annex" and not _titles(_headings(paragraphs)):
        paragraphs = (
            paragraphs + root.children[0].paragraphs
        )  # the plan stands without its notice (附件1 above the title)
    lines = _headings(paragraphs)
    body = "\n".join(p.text for p in paragraphs if not p.heading)
    titles = _titles(lines)
    title = _title(titles, body)
    issuer = _issuer(titles, [*lines, *_closing_lines(root)])
    adopted = _ADOPTED.search(body)
    period = next((found for text in (title or "", *titles) if (found := _period(text))), None)
    return Metadata(
        title=title.translate(_FULL_WIDTH) if title else None,
        number=_number(lines),
        issuer=issuer,
        adopted=f"{adopted['y']}-{int(adopted['m']):02}-{int(adopted['d']):02}" if adopted else None,
        period=period,
        jurisdiction=_jurisdiction([title or "", issuer or "", *titles, stem], root),
    )


def _closing_lines(root: Node) -> list[str]:
    """The lines that stand for themselves behind the text of the last part."""
    last = next((node for node in reversed(list(root.walk())) if node.paragraphs), root)
    return [p.text for p in last.paragraphs[1:] if p.heading and len(p.text) <= LONGEST][-_MOST_HEADINGS:]


def _period(title: str) -> tuple[int, int] | None:
    """The first and last year that a title prints, or those of the five-year plan that it names."""
    printed = _PERIOD.search(title)
    if printed:
        return int(printed["first"]), int(printed["last"])
    named = _FIVE_YEARS.search(title)
    if named is None:
        return None
    first = _FIRST_YEARS[named["short"] or named["long"]]
    return first, first + 4


def _headings(paragraphs: list[Paragraph]) -> list[str]:
    return [p.text for p in paragraphs if p.heading and len(p.text) <= LONGEST][:_MOST_HEADINGS]


def _titles(lines: list[str]) -> list[str]:
    """The lines of the head, a title that is set in several lines as one."""
    joined: list[str] = []
    for text in lines:
        if joined and _is_open(joined[-1], text):
            joined[-1] += text
        else:
            joined.append(text)
    return joined


def _is_open(before: str, text: str) -> bool:
    """A line goes on with a title: what stands before is not yet one, or what follows is its period in brackets."""
    if len(before) + len(text) > LONGEST or NUMBER.search(before) or _LETTERHEAD.search(before):
        return False
    if is_title(before) and text.startswith(("和", "及", "暨")):
        return True
    if is_title(before):
        return _ONLY_BRACKETED.fullmatch(text) is not None and not before.endswith(("）", ")"))
    return re.search(r"[日号）)\d：]$|年.{1,3}月$", before) is None and _BODY.search(before) is None


def _title(titles: list[str], body: str) -> str | None:
    """The plan's own title: the last one over the text; a notice names it between 《 》 if it stands nowhere else."""
    own = [_unglued(text) for text in titles]
    own = [text for text in own if is_title(text)]
    plans = [text for text in own if not text.endswith("通知")]
    if plans:
        return plans[-1]
    for text in (*own, body):
        quoted = _QUOTED.search(text)
        if quoted and is_title(quoted[1]):
            return quoted[1]
    return own[-1] if own else (titles[0] if titles else None)


def _unglued(text: str) -> str:
    """A title without the number that is printed right behind it (…实施意见国办发〔2020〕24号)."""
    glued = GLUED.match(text)
    return glued[0] if glued else NUMBER.sub("", text)


def _number(lines: list[str]) -> str | None:
    for i, text in enumerate(lines):
        glued = GLUED.match(text)
        at = glued.end() if glued else 0
        found = NUMBER.search(text, at)
        if found is None or "《" in text[at : found.start()]:
            continue
        parted = not found[0].endswith("号") and "号" in lines[i + 1 : i + 4]
        return found[0] + "号" * parted
    return None


def _issuer(titles: list[str], lines: list[str]) -> str | None:
    """Who issued it: the subject of 印发 or 关于 in the title over a notice, the letterhead, or the signature.

    A letterhead says 文件 or stands over a number, a signature over a date.
    """
    for text in titles:
        found = _ISSUING.match(text)
        if found and _BODY.search(found["issuer"]):
            return found["issuer"]
    for i, text in enumerate(lines):
        signed = _DATED.search(text) or any(_DATED.search(near) or NUMBER.search(near) for near in lines[i + 1 : i + 4])
        name = _DATED.sub("", text).removesuffix("文件")
        if (signed or name != text) and _BODY.search(name) and len(name) < _LONGEST_ISSUER and not is_title(name):
            return name
    return None


def _jurisdiction(sources: list[str], root: Node) -> str:
    """The division that the first telling text names at its start, as deep as the names go on; "" where none does."""
    for text in sources:
        if _CENTRAL.match(text) or _begins_with_ministry(text):
            return COUNTRY
        division = leading_division(text.removeprefix("中共"))
        if division is not None:
            return _spoken_of(division, text.removeprefix("中共"), root).code
    return next((found.code for text in sources if (found := _named_inside(text)) is not None), "")


def _spoken_of(division: Division, text: str, root: Node) -> Division:
    """Of a brief name that is a county's short one too (巴州) the division of whose parts the document says more."""
    places = gazetteer()
    brief = next((name for name in division.brief if text.startswith(name)), None)
    others = [d for d in places.named(brief) if d.short == brief] if brief else []
    if not others:
        return division
    body = "".join(p.text for node in root.walk() for p in node.paragraphs)

    def said(one: Division) -> int:
        kin = (one, *(d for d in places.ancestors(one.code) if d.code != COUNTRY), *places.children(one.code))
        names = {d.name for d in kin} | {d.short for d in kin if not d.ordinary and d.short != brief} - {""}
        return sum(body.count(name) for name in names)

    return max((division, *others), key=said)


def _begins_with_ministry(text: str) -> bool:
    departments = (department(text[:end]) for end in range(3, _LONGEST_NAME + 1))
    return any(found is not None and found.stem == found.national for found in departments)


def leading_division(text: str) -> Division | None:
    """The division named at the start of a text, the lowest of a chain (亳州市谯城区 … is 谯城区)."""
    return _chain(text, 0)


def _named_inside(text: str) -> Division | None:
    """The division whose full name stands behind a word such as 印发 (关于印发象州县…方案)."""
    for word in _DIRECTIVE.finditer(text):
        first = _named_at(text, word.end(), None)
        if first is not None and first[0].is_whole(text[word.end() : first[1]]):
            return _chain(text, word.end())
    return None


def _chain(text: str, at: int) -> Division | None:
    found: Division | None = None
    while (below := _named_at(text, at, found)) is not None:
        found, at = below
    return found


def _named_at(text: str, at: int, above: Division | None) -> tuple[Division, int] | None:
    """The one division that the longest name at a place may mean, and where the name ends.

    Behind a division only those in it count, by full name; before any, a short name too that is no ordinary word.
    """
    places = gazetteer()
    for end in range(min(at + _LONGEST_NAME, len(text)), at + 1, -1):
        name = text[at:end]
        candidates = [d for d in places.named(name) if d.code != COUNTRY]
        if above is None:
            candidates = [d for d in candidates if d.is_whole(name) or not d.ordinary]
        else:
            candidates = [
                d for d in candidates if d.is_whole(name) and places.within(d.code, above.code) and d != above
            ]
        if candidates and [d.level for d in candidates].count(candidates[0].level) == 1:
            return candidates[0], end
    return None
