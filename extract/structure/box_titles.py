"""Items of a box whose titles a single space parts from what is said of them, a line each."""

import re

_ITEM = r"[ \u3000]*{title}[^\s。；，！？：\d（(][^\s。；，！？：]{{2,27}})[ \u3000](?=\S)[^\n]{{12,}}[。；]"
_LINE = re.compile(f"^{_ITEM.format(title='(?P<title>')}$", re.MULTILINE)
_SPACE = re.compile(r"[ \u3000]")
_BOX = re.compile(
    rf"^[ \u3000]*专栏[^\n]{{0,50}}\n(?P<items>(?:{_ITEM.format(title='(?:')}(?:\n|\Z)){{2,}})", re.MULTILINE
)


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
