"""Make `extract/words/place_cuts.csv`: the words whose seam looks like a place (医保 and 定点 around 保定).

For each two-character short name of a province or prefecture: common words that end in its first character, and
common words that begin with its second. Then words of two characters that could be two cities, were they not words:
黄金 is not 黄山市 and 金华市. Needs the package `jieba` (MIT), whose dictionary counts words. Run by hand:

    python -m extract.scripts.make_cuts > extract/words/place_cuts.csv
"""

from importlib.metadata import version
from importlib.resources import files

from gazetteer.divisions import gazetteer

_COMMON = 100
_KNOWN = 3
_LENGTH = 2
_CITIES = ("北京市", "天津市", "上海市", "重庆市")
_NAMES = ("nr", "ns", "nt", "nz", "i", "x")


def main() -> None:
    """Print the table."""
    names = [d.short for d in gazetteer().divisions() if d.level in {"province", "prefecture"}]
    names = [name for name in names if len(name) == _LENGTH]
    cities = [d for d in gazetteer().divisions() if d.level == "prefecture" or d.name in _CITIES]
    single = {character for city in cities for character in city.abbreviations}
    characters = single | {character for city in cities for character in city.short}
    firsts, seconds = {name[0] for name in names}, {name[1] for name in names}
    rows = set()
    for line in files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split()
        pair = len(word) == _LENGTH and set(word) <= characters and set(word) & single
        if pair and int(count) >= _KNOWN and not tag.startswith(("nr", "ns")):
            rows.add(f"{word},pair")
        if len(word) != _LENGTH or int(count) < _COMMON or tag.startswith(_NAMES) or gazetteer().named(word):
            continue
        if word[1] in firsts:
            rows.add(f"{word},before")
        if word[0] in seconds:
            rows.add(f"{word},after")
    print(f"# words around short names of places; jieba {version('jieba')} (MIT); made by extract/scripts/make_cuts.py")
    print("word,side")
    print("\n".join(sorted(rows)))


if __name__ == "__main__":
    main()
