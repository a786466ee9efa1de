"""What a plan prints about itself: title, number, issuer, adoption, period, jurisdiction."""

import re
from dataclasses import dataclass

from extract.outline import Node
from gazetteer.divisions import COUNTRY, Division, gazetteer

_TITLE_WORDS = (
    "方案|计划|规划|纲要|意见|措施|通知|办法|决定|细则|要点|清单|条例|规定|政策|倡议|指引|导则|公告|函|报告|行动"
)
_TITLE = re.compile(rf"(?:{_TITLE_WORDS})(?:[（(][^（()）]{{0,20}}[)）])*$")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［（(【](?:19|20)\d{2}[〕\]］）)】]第?\d{1,5}号?")
_GLUED_TITLE = re.compile(rf"^.*(?:{_TITLE_WORDS})(?=[\u4e00-\u9fff]{{1,8}}[〔\[［（(【]\d{{4}}[〕\]］）)】]第?\d)")
_LETTERHEAD = re.compile(r"(?:文件|公告|令)$")
_ISSUING = re.compile(r"^(?P<issuer>.{2,30}?)(?:印发|关于)")
_BODY_END = re.compile(r"(?:政府|办公室|办公厅|委员会|[厅局委部办院会]|领导小组)$")
_ADOPTED = re.compile(
    r"(?:经|已)[^。；]{0,12}?(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日[^。；]{0,40}?(?:审议通过|审定|通过|同意)"
)
_PERIOD = re.compile(r"[（(](?P<first>20\d{2})年?[-—–―－~～至](?P<last>20\d{2})年?[）)]")
_QUOTED = re.compile(r"《([^《》]{4,80})》")
_CENTRAL = re.compile(r"^(?:国务院|中共中央|中华人民共和国|国家)")


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
    """What stands before the first heading, and the signature, say of a plan."""
    head = [p.text for p in root.paragraphs]
    titles = _titles([p.text for p in root.paragraphs if p.heading])
    body = "\n".join(p.text for p in root.paragraphs if not p.heading)
    title = _title(titles, body)
    issuer = _issuer(titles, [p.text for node in root.walk() for p in node.paragraphs if p.heading])
    adopted = _ADOPTED.search(body)
    period = _PERIOD.search(title or "") or next((m for t in titles if (m := _PERIOD.search(t))), None)
    return Metadata(
        title=title,
        number=_number(head),
        issuer=issuer,
        adopted=f"{adopted['y']}-{int(adopted['m']):02}-{int(adopted['d']):02}" if adopted else None,
        period=(int(period["first"]), int(period["last"])) if period else None,
        jurisdiction=_jurisdiction([title or "", issuer or "", *titles, stem]),
    )


def _titles(headings: list[str]) -> list[str]:
    """The titles of the head: a title that is set in several lines is one."""
    joined: list[str] = []
    open_title = False
    for text in headings:
        if open_title and not _NUMBER.search(joined[-1]) and not _LETTERHEAD.search(joined[-1]):
            joined[-1] += text
        else:
            joined.append(text)
        open_title = not _TITLE.search(joined[-1]) and not re.search(r"[日号）)\d]$|" + _BODY_END.pattern, joined[-1])
    return joined


def _title(titles: list[str], body: str) -> str | None:
    """The plan's own title: the last one over the text; a notice names it between 《 》 if it stands nowhere else."""
    own = [_NUMBER.sub("", _unglued(t)[0]) for t in titles]
    own = [t for t in own if _TITLE.search(t)]
    plans = [t for t in own if not t.endswith("通知")]
    if plans:
        return plans[-1]
    for text in (*own, body):
        quoted = _QUOTED.search(text)
        if quoted and _TITLE.search(quoted[1]):
            return quoted[1]
    return own[-1] if own else (titles[0] if titles else None)


def _unglued(text: str) -> tuple[str, str]:
    """A title and the number that is printed right behind it (…实施意见国办发〔2020〕24号)."""
    glued = _GLUED_TITLE.match(text)
    return (glued[0], text[glued.end() :]) if glued else (text, text)


def _number(head: list[str]) -> str | None:
    joined = "\n".join(head)
    for text in (*head, re.sub(r"(?<=\d)\n(?=号)", "", joined)):
        tail = _unglued(text)[1]
        found = _NUMBER.search(tail)
        if found and "《" not in text[: text.find(found[0])] and len(text) < 120:  # noqa: PLR2004 - a line of the head
            return found[0] if found[0].endswith("号") or "\n号" not in joined else found[0] + "号"
    return None


def _issuer(titles: list[str], headings: list[str]) -> str | None:
    """Who issued it: the subject of 印发 or 关于 in the title over a notice, the letterhead, or the signature."""
    for text in titles:
        found = _ISSUING.match(text)
        if found and _BODY_END.search(found["issuer"]):
            return found["issuer"]
    for text in titles:
        if _BODY_END.search(text):
            return text
    return next((t for t in reversed(headings) if _BODY_END.search(t) and len(t) < 30), None)  # noqa: PLR2004 - a name


def _jurisdiction(sources: list[str]) -> str:
    """The division that the first telling text names at its start, as deep as the names go on; "" where none does."""
    for text in sources:
        if _CENTRAL.match(text):
            return COUNTRY
        division = leading_division(text.removeprefix("中共"))
        if division is not None:
            return division.code
    for text in sources:
        division = _anywhere(text)
        if division is not None:
            return division.code
    return ""


def leading_division(text: str) -> Division | None:
    """The division named at the start of a text, the lowest of a chain (亳州市谯城区 … is 谯城区)."""
    found: Division | None = None
    at = 0
    while True:
        below = _named_at(text, at, found)
        if below is None:
            return found
        found, at = below


def _named_at(text: str, at: int, above: Division | None) -> tuple[Division, int] | None:
    places = gazetteer()
    for length in range(min(11, len(text) - at), 1, -1):
        name = text[at : at + length]
        candidates = [
            d
            for d in places.named(name)
            if d.code != COUNTRY
            and (d.name == name or not (d.ordinary or above is not None))
            and (above is None or (d.code != above.code and places.within(d.code, above.code)))
        ]
        if candidates and (above is not None or len({d.level for d in candidates}) < len(candidates) + 1):
            first = candidates[0]
            same_level = [d for d in candidates if d.level == first.level]
            if len(same_level) == 1:
                return first, at + length
    return None


def _anywhere(text: str) -> Division | None:
    for at in range(len(text)):
        found = _named_at(text, at, None)
        if found is not None and found[0].name == text[at : found[1]]:
            return leading_division(text[at:])
    return None
