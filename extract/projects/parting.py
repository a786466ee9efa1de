"""Names that join two things, or say that one is carried out: each thing with a name of its own."""

import re
from collections.abc import Iterator

_TWO = re.compile(r"(?P<of>[^、，]{2,16}?)(?P<first>\d{1,2})号?[、和](?P<second>\d{1,2})(?P<what>号[^、，]{2,10})$")
_WATERS = re.compile(
    r"(?P<of>)(?P<first>[\u4e00-\u9fff]{1,3}[江河湖])和(?P<second>[\u4e00-\u9fff]{1,3}[江河湖])"
    r"(?P<what>(?![江河湖流道])[^江河湖和、，]{2,12}工程)$"
)
_CARRIED_OUT = re.compile(r"(?P<of>[^、，的]{2,}[段路道桥线站场])(?:实施|进行|开展)(?P<what>[^、，的]{2,12}工程)$")


def apart(text: str, name: str, runs: list[tuple[int, int]]) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """Things told apart by two numbers or two waters, each by itself (甲核电3、4号机组, 甲江和乙江防护林工程).

    甲高速公路乙段实施扩容改造工程 is read without its verb.
    """
    works = name.endswith("工程")
    two = _TWO.match(text, *runs[0]) if len(runs) == 1 and "号" in name else None
    two = two or (_WATERS.match(text, *runs[0]) if len(runs) == 1 and works and "和" in name else None)
    done = _CARRIED_OUT.match(text, *runs[0]) if len(runs) == 1 and works and two is None else None
    told: list[tuple[tuple[int, int], ...]]
    if two:
        told = [(two.span("of"), two.span(number), two.span("what")) for number in ("first", "second")]
    elif done:
        told = [(done.span("of"), done.span("what"))]
    else:
        yield name, tuple(runs)
        return
    for parts in told:
        yield "".join(text[a:b] for a, b in parts), tuple((a, b) for a, b in parts if a < b)
