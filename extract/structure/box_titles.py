"""Items of a box whose titles a single space parts from what is said of them, a line each."""

import re

_ITEM = r"[ \u3000]*{title}[^\s。；，！？：\d（(][^\s。；，！？：]{{2,27}})[ \u3000](?=\S)[^\n]{{12,}}[。；]"
_LINE = re.compile(f"^{_ITEM.format(title='(?P<title>')}$", re.MULTILINE)
_SPACE = re.compile(r"[ \u3000]")
_BOX = re.compile(
    rf"^[ \u3000]*专栏[^\n]{{0,50}}\n(?P<items>(?:{_ITEM.format(title='(?:')}(?:\n|\Z)){{2,}})", re.MULTILINE
)


_FIGURE_BEHIND = re.compile(r"^(?P<box>[ \u3000]*专栏[ \u3000]*\d{1,2})[ \u3000](?=[ \u3000]*\d)", re.MULTILINE)


def parted_titles(text: str) -> str:
    """The text with a colon for the space between the number of a box and a title that begins with one: 专栏1 5G网络.

    Args:
        text: of a document; a character stands for one.
    """
    return _FIGURE_BEHIND.sub(r"\g<box>：", text) if "专栏" in text else text


def titled_items(text: str) -> dict[int, re.Match[str]]:
    """The space behind the title of each such item, by the place where its line starts; a box has two or more.

    Args:
        text: of a document.
    """
    found: dict[int, re.Match[str]] = {}
    for box in _BOX.finditer(text) if "专栏" in text else ():
        for line in _LINE.finditer(text, box.start("items"), box.end()):
            space = _SPACE.search(text, line.start("title"))
            if space:
                found[line.start()] = space
    return found
