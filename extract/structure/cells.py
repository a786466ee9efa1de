"""What labels say of the cells of a table, and of the lines of a list: which name projects, and until when."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extract.word_lists import either, word_lists

_YEAR = re.compile(r"20\d{2}(?=年|\D?$|[.\-/])")
_OF_YEAR = re.compile(r"\d月|全年|年内|年底|当年|[一二三四]季度")
_LASTS = re.compile("[^：]*(?:年限|起止|期限|周期|工期|建设时间|开竣工)[^：]*：")
_PERIOD = re.compile(r"20\d{2}年?(?:\d{1,2}月)?[-—–－~～至到]{1,2}(?=20\d{2})")


def project_cells(text: str) -> Iterator[tuple[int, int]]:
    """Where a line behind a label such as 项目名称 names an undertaking: the runs of what stands behind the label.

    Args:
        text: of a unit; the text of a row has a line for each cell.
    """
    for match in _labelled("projects", text):
        if match["said"]:
            yield match.span("said")


def stage_cells(text: str) -> Iterator[tuple[int, int]]:
    """Where a line behind a label such as 建设性质 says how far an undertaking is: the runs behind the label.

    Args:
        text: of a unit; the text of a row has a line for each cell.
    """
    for match in _labelled("stages", text):
        yield match.span("said")


def due_year(text: str, this_year: int | None = None) -> int | None:
    """The year by which all of a unit is to be done (完成时限：2025年底); None where it names none, or several.

    Args:
        text: of a unit, with lines behind labels.
        this_year: of a plan for one year, which a month or 全年 speaks of (完成时限：10月底前).
    """
    lines = [_until(match[0]) for match in _labelled("due", text)]
    years = {int(year) for line in lines for year in _YEAR.findall(line)}
    if not years and any(_OF_YEAR.search(line) for line in lines):
        return this_year
    return years.pop() if len(years) == 1 else None


def _until(line: str) -> str:
    """A line of a label without the year in which what it says begins: 建设年限：2018—2022."""
    return _PERIOD.sub("", line) if _LASTS.match(line) else line


@lru_cache(maxsize=1024)
def numbers_rows(header: str) -> bool:
    """Whether a header says that its column numbers the rows."""
    return header in word_lists("cells")["numbers"]


def _labelled(kind: str, text: str) -> Iterator[re.Match[str]]:
    return _label(kind).finditer(text) if "：" in text or ":" in text else iter(())


@cache
def _label(kind: str) -> re.Pattern[str]:
    labels = either(word_lists("cells")[kind])
    before = "^|(?<=[；;（(〔［【])" if kind == "due" else "^"  # a clause says until when behind the bodies
    return re.compile(
        rf"(?:{before})(?:{labels})(?:[（(][^（()）\n]{{0,12}}[)）])?[：:](?P<said>[^\n；;）)〕］】]*"
        + (")" if kind == "due" else r"[^\n]*)"),
        re.MULTILINE,
    )
