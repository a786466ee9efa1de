"""Make `extract/words/common_words.csv`: common words of two characters, of which no proper name is made.

Needs the package `jieba` (MIT), whose dictionary counts words. Run by hand:

    python -m extract.scripts.make_common > extract/words/common_words.csv
"""

from importlib.metadata import version
from importlib.resources import files

from gazetteer.divisions import gazetteer

_COMMON = 200
_LENGTH = 2
_NAMES = ("ns", "nt", "nz", "x")
_PEOPLE, _NO_NAME = "nr", 300  # more often than this it is a word, though jieba counts it among names of people: 智慧


def main() -> None:
    """Print the table."""
    words = set()
    for line in files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split()
        least = _NO_NAME if tag.startswith(_PEOPLE) else _COMMON
        if len(word) == _LENGTH and int(count) >= least and not tag.startswith(_NAMES) and not gazetteer().named(word):
            words.add(word)
    print(f"# common words of two characters; jieba {version('jieba')} (MIT); made by extract/scripts/make_common.py")
    print("word")
    print("\n".join(sorted(words)))


if __name__ == "__main__":
    main()
