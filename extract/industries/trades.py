"""Trades by what is done with them, and in the names of parks and bases: 五金出口, 生猪养殖, …柠檬和晚熟柑橘基地."""

from collections.abc import Iterator

from extract.components import scan
from extract.industries.lists import Run
from extract.industries.words import trade_scanner, words

_MOST = 24


def dealt_in(text: str, trades: dict[int, int]) -> Iterator[Run]:
    """The goods of a list with what is done with them: 五金、陶瓷、玩具出口, 生猪养殖."""
    for match in words().dealings.finditer(text) if "口" in text or "外销" in text else ():
        yield from _joined_back(text, match.start(), trades)
    for end, start in trades.items():
        worked = words().worked.match(text, end)
        if worked:
            yield start, worked.end()


def in_names(text: str, trades: dict[int, int]) -> Iterator[Run]:
    """The trades in the name of a park or a base: 柠檬 and 晚熟柑橘 in 达川柠檬和晚熟柑橘基地."""
    for end, start in list(trades.items()):
        part = words().part.match(text, end)
        facility = words().facilities.match(text, part.end() if part else end)
        if facility and not (facility[0] == "工程" and text[start:end] in words().networks):
            if part:
                trades[part.end()] = start
            yield from _joined_back(text, part.end() if part else end, trades)


def trades_of(text: str) -> dict[int, int]:
    """Where each trade that a text names ends, and where it starts."""
    return {end: start for start, end in scan(trade_scanner(), text)}


def _joined_back(text: str, end: int, trades: dict[int, int]) -> Iterator[Run]:
    """The trades of a list that ends somewhere, from the last to the first."""
    for _ in range(_MOST):
        start = trades.get(end)
        if start is None:
            return
        quality = max((q for q in range(max(0, start - 4), start) if _qualifies(text, q, start)), default=start)
        yield quality, end
        joint = next((j for j in ("以及", "、", "和", "与", "及") if text.endswith(j, 0, quality)), None)
        if joint is None:
            return
        end = quality - len(joint)


def _qualifies(text: str, start: int, end: int) -> bool:
    return words().qualities.fullmatch(text, start, end) is not None
