"""Make `extract/words/ordinary.csv`: ordinary words of two characters, by the first of them (农: 村业民机…).

A name that such words cover is that of a class (农村道路, 污水管网); one that they do not cover holds a name of its own
(喜珍电路). Needs the package `jieba` (MIT), whose dictionary counts words and says which are names. Run by hand:

    python -m extract.scripts.make_ordinary > extract/words/ordinary.csv
"""

from collections import defaultdict
from importlib.metadata import version
from importlib.resources import files

_COMMON = 80
_LENGTH = 2
_NAMES = ("nr", "ns", "nt", "nz", "i", "x", "t", "m")


def main() -> None:
    """Print the table."""
    seconds: dict[str, set[str]] = defaultdict(set)
    for line in files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split()
        if len(word) == _LENGTH and int(count) >= _COMMON and not tag.startswith(_NAMES):
            seconds[word[0]].add(word[1])
    source = f"jieba {version('jieba')} (MIT)"
    print(f"# ordinary words of two characters; {source}; made by extract/scripts/make_ordinary.py")
    print("first,seconds")
    print("\n".join(f"{first},{''.join(sorted(seconds[first]))}" for first in sorted(seconds)))


if __name__ == "__main__":
    main()
