"""Characters of a text as they are read: of any script, width and keyboard, those that the genre prints.

Each stands for one, so that places in the text stay.
"""

import re

# Full-width letters, digits and signs of arithmetic are folded, one character to one, and half-width punctuation of
# Chinese text is widened: a comma, not that of 10,000 or of English.
_FOLD = {c: c - 0xFEE0 for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_FOLD |= {
    0xFF05: ord("%"),
    0xFF0B: ord("+"),
    0xFF0E: ord("."),
    **dict(zip(map(ord, "「」『』︰﹕꞉"), "“”“”：：：", strict=True)),
}
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_NARROW_MARK = re.compile(r"(?<=[^\x00-\x7f])[,;:?!](?!//)|(?<!&nbsp)(?<!&e[mn]sp)[,;:?!](?=\s?[^\x00-\x7f])")
_ONE = re.compile(r"(?m:^)(?<![^\n])[—－-](?=、)")  # 一 that was set, or read, as a dash
_RATIO = re.compile(r"(?<=[\u4e00-\u9fff）)])∶(?=\D)")
_NARROW_STOP = re.compile(r"(?<=[\u4e00-\u9fff”）%])(?<![一二三四五六七八九十])\.(?![a-z.])")
_SENTENCE = re.compile(r"[^。]+")
# Characters in frequent use that only one script has.
_TRADITIONAL = re.compile(
    "[國發實區對總業產務體機關與進設動點責單會門開經濟長東車場貿資專項標強應導線網電學醫療養創態環護綠園農鄉縣億協調聯廣論]"
)
_SIMPLIFIED = re.compile(
    "[国发实区对总业产务体机关与进设动点责单会门开经济长东车场贸资专项标强应导线网电学医疗养创态环护绿园农乡县亿协调联广论]"
)
_FEW = 2
_PIECE = re.compile(r"[^。\n]+[。\n]*|[。\n]+")


def plain(text: str) -> str:
    """The text in simplified characters, half-width letters and digits, and the punctuation of Chinese."""
    return _widened(_simplified(text).translate(_FOLD))


def _widened(text: str) -> str:
    """The text with the punctuation of Chinese where half-width marks and straight quotes stand for it.

    A dot is a stop in a text that has hardly any other; straight quotes open and close in turns within a sentence.
    """
    text = _NARROW_MARK.sub(lambda mark: _WIDE[mark[0]], text)
    text = _RATIO.sub("：", text) if "∶" in text else text
    text = _ONE.sub("一", text) if "、" in text else text
    stops = text.count(".") > text.count("。") and len(_NARROW_STOP.findall(text))
    if stops and stops > text.count("。"):
        text = _NARROW_STOP.sub("。", text)
    return _SENTENCE.sub(lambda sentence: _quoted(sentence[0]), text) if '"' in text else text


def _quoted(sentence: str) -> str:
    first, *parts = sentence.split('"')
    if len(parts) % 2:
        return sentence
    return first + "".join(("”" if n % 2 else "“") + part for n, part in enumerate(parts))


def _simplified(text: str) -> str:
    """The text in simplified characters, one for one: all where most is traditional, else the sentences that are."""
    if _TRADITIONAL.search(text) is None:
        return text
    whole = _surplus(text) > 0
    pieces = [text] if whole else _PIECE.findall(text)
    passages = {0} if whole else _passages(pieces)
    if not passages:
        return text
    table = _table({c for n in passages for c in pieces[n]})
    return "".join(piece.translate(table) if n in passages else piece for n, piece in enumerate(pieces))


def _passages(pieces: list[str]) -> set[int]:
    """Which sentences are in traditional characters: those that several tell, and such as one tells beside them."""
    surpluses = list(map(_surplus, pieces))
    found = {n for n, surplus in enumerate(surpluses) if surplus >= _FEW}
    for places, step in ((range(len(pieces)), -1), (range(len(pieces) - 1, -1, -1), 1)):
        for n in places:
            if surpluses[n] > 0 and n + step in found:
                found.add(n)
    return found


def _surplus(text: str) -> int:
    """How many more of its characters are traditional than simplified, of those that tell the scripts apart."""
    return len(_TRADITIONAL.findall(text)) - len(_SIMPLIFIED.findall(text))


def _table(characters: set[str]) -> dict[int, str]:
    """The simplified characters for traditional ones."""
    from opencc import OpenCC  # noqa: PLC0415 - only the rare document in traditional characters pays for it

    table: dict[int, str] = {}
    for script in ("t2s", "hk2s", "tw2s"):  # 衛 is 衞 in Hong Kong
        convert = OpenCC(script).convert
        table |= {ord(c): simple for c in characters if len(simple := convert(c)) == 1 and simple != c}
    return table
