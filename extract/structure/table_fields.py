"""The fields of a line of a table that lost its frame, and what makes a line one of headers."""

import re

Run = tuple[int, int]

LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_BAR = re.compile("[｜│┃¦]")
PARTED = re.compile(rf"{_BAR.pattern}|[\u3000\t]+|[ \u00a0]{{2,}}")
_HEADER = re.compile("序号|指标|单位|目标|任务|项目|名称|牵头|责任|时限|内容|属性|20\\d{2}年?")
FEWEST_COLUMNS, _FEWEST_HEADERS = 3, 2
_LONGEST_HEADER = 14
STOP = re.compile("[。；;]")
HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节]"
)


def fields(text: str, start: int, end: int) -> list[Run]:
    """The runs of a line that wide white space or bars part; between bars empty ones too."""
    bars = list(_BAR.finditer(text, start, end))
    if bars:
        edges = [start, *(edge for bar in bars for edge in bar.span()), end]
        runs = list(zip(edges[::2], edges[1::2], strict=True))
        return runs[runs[0][0] == runs[0][1] : len(runs) - (runs[-1][0] == runs[-1][1])]  # a frame at the ends
    runs = pieces(text, start, end)
    return [] if any(STOP.search(text, a, b) for a, b in runs) and len(runs) < FEWEST_COLUMNS else runs


def pieces(text: str, start: int, end: int) -> list[Run]:
    """The runs of a line that wide white space or bars part, sentences too."""
    edges = [start, *(edge for gap in PARTED.finditer(text, start, end) for edge in gap.span()), end]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]


def words(text: str, start: int, end: int) -> list[Run]:
    """The runs of a line that any white space parts."""
    return [match.span() for match in re.compile(r"\S+").finditer(text, start, end)]


def wide_words(text: str, start: int, end: int) -> list[Run]:
    """The runs of a line that wide white space parts, single spaces in them."""
    return [match.span() for match in re.compile(r"\S+(?: \S+)*").finditer(text, start, end)]


def is_header(text: str, runs: list[Run]) -> bool:
    """Whether the fields of a line are headers: three or more short ones, some of them words that head columns."""
    said = [text[a:b] for a, b in runs]
    return (
        len(said) >= FEWEST_COLUMNS
        and all(len(name) <= _LONGEST_HEADER and not STOP.search(name) for name in said)
        and sum(_HEADER.search(name) is not None for name in said) >= _FEWEST_HEADERS
    )


def stripped(text: str, start: int, end: int) -> Run | None:
    """A line without the white space around it; None where it says nothing."""
    said = text[start:end]
    first = start + len(said) - len(said.lstrip())
    return (first, first + len(said.strip())) if said.strip() else None


def columns(printed: str) -> int:
    """How wide a text is printed: two columns for a Chinese character, one for a Latin."""
    return 2 * len(printed) - len(printed.encode("ascii", "ignore"))
