"""Lists of bodies that white space parts behind a label of responsibility (责任单位：市教育局  市财政局)."""

import re
from collections.abc import Iterator

from extract.brackets import CLOSING, OPENING
from extract.clauses.bodies import is_body, is_known_body
from extract.clauses.words import ENDS_IN_LABEL, LABEL
from extract.numbering import COUNTED, number_at
from extract.structure.cell_fitting import parts_bodies

_GAP = re.compile(r"[ \t\u00a0\u3000]+")
_ENDS = re.compile(
    rf"[。{re.escape(CLOSING)}](?=[ \t\u3000]*(?:\n|$))|\n[ \t\u3000]*(?:\n|[{re.escape(OPENING)}])|[ \t]\||<br"
)
_STOPS = "：、，；"
_BEHIND = re.compile(r"[\s、，；。：]")
_HEADING = re.compile(r"专栏|附[件表录]|\W{0,2}\d{1,3}\W{0,2}\n")
_COLON = re.compile("[：:]")
_COUNTED = re.compile(rf"{COUNTED}[ \t\u3000]")
_BARE = re.compile(r"\d{1,2}(?:\.\d{1,2})*[ \u3000]")
_MOST_LINES, _LONGEST, _SHORTEST = 5, 400, 3
_LONGEST_LABEL = 24


def parted(text: str) -> str:
    """The text with 、 for the white space between two bodies behind a label, and for a line end between them.

    A line end counts where white space has parted bodies in the list before it, or where lines of one body each go on;
    one in the middle of a name parts none.

    Args:
        text: of a document, its punctuation that of Chinese.

    Returns:
        A text of the same length.
    """
    marks = [at for label in _labels(text) if not label["other"] for at in _joints(text, label.end())]
    if not marks:
        return text
    read = list(text)
    for at in marks:
        read[at] = "、"
    return "".join(read)


def _labels(text: str) -> Iterator[re.Match[str]]:
    """The labels of a text, each looked for in front of a colon."""
    for colon in _COLON.finditer(text):
        at = colon.start() + 1
        if label := ENDS_IN_LABEL.search(text, max(0, at - _LONGEST_LABEL), at):
            yield label


def _joints(text: str, start: int) -> list[int]:
    """The places of white space in the list that begins there which stand between two bodies."""
    end = _end_of_list(text, start)
    joints: list[int] = []
    begins = start
    for gap in re.finditer(rf"(?:{_GAP.pattern})?\n\s*|{_GAP.pattern}", text[start:end]):
        at, behind = start + gap.start(), start + gap.end()
        broken = "\n" in gap[0]
        if _is_number(text, behind):
            break  # 责任单位：市教育局　　（二）建设…
        counts = joints or not broken or _parts_lines(text, begins, at, behind)
        if counts and _is_name(text, begins, at, left=True) and _is_name(text, behind, end, left=False):
            joints.append(at)
        elif broken:
            continue  # the name goes on in the next line
        begins = behind
    return joints


def _parts_lines(text: str, start: int, end: int, behind: int) -> bool:
    """Whether a line end stands between two bodies, in a list that no sign parts (a line end breaks those anywhere)."""
    listed = text.find("、", start, end) >= 0
    return not listed and _is_line_of_body(text, behind) and parts_bodies(*_beside(text, end, behind))


def _beside(text: str, end: int, start: int) -> tuple[str, str]:
    """What ends a line, behind the last sign in it, and the next line: 会保障局 is the rest of a name."""
    line = text[max(0, end - _LONGEST_LABEL) : end]
    return line[max(map(line.rfind, _STOPS + "\n")) + 1 :].lstrip(), text[start : start + _LONGEST].partition("\n")[
        0
    ].rstrip()


def _is_line_of_body(text: str, start: int) -> bool:
    """Whether a line is a body and nothing more, and no signature: a label, a number or such a line comes behind it."""
    line, _, behind = text[start : start + _LONGEST].partition("\n")
    behind = behind.lstrip()
    return is_known_body(line.rstrip()) and (
        not behind
        or LABEL.match(behind) is not None
        or number_at(behind, 0) is not None
        or _BARE.match(behind) is not None
        or (is_known_body(behind.partition("\n")[0].rstrip()) and _is_line_of_body(behind, 0))
    )


def _is_number(text: str, at: int) -> bool:
    """Whether a part begins there, its number parted from its text by a sign or by white space (任务2　建设…)."""
    return number_at(text, at) is not None or _COUNTED.match(text, at) is not None


def _end_of_list(text: str, start: int) -> int:
    """Where the list ends: at a stop, a bracket or an empty line, or in front of a number or another label."""
    end = min(len(text), start + _LONGEST)
    if ends := _ENDS.search(text, start, end):
        end = ends.start()
    for _ in range(_MOST_LINES):
        line = text.find("\n", start, end)
        if line < 0:
            return end
        begins = line + 1 + len(text[line + 1 : end]) - len(text[line + 1 : end].lstrip())
        if _is_number(text, begins) or LABEL.match(text, begins) or _HEADING.match(text, begins):
            return line
        start = begins
    return start


def _is_name(text: str, start: int, end: int, *, left: bool) -> bool:
    """Whether a body ends in front of the white space, or one begins behind it, which the line end may break."""
    if left:
        begins = max(text.rfind(stop, start, end) for stop in _STOPS) + 1
        name = "".join(text[max(begins, start) : end].split())
        return len(name) >= _SHORTEST and is_body(name)
    stop = _BEHIND.search(text, start, end)
    until = stop.start() if stop else end
    broken = text.startswith("\n", until)
    label = LABEL.match("".join(text[start : start + _LONGEST_LABEL].split()))  # a line end may break it: 配↵合单位
    return until - start >= (1 if broken else _SHORTEST) and label is None
