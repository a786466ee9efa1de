"""Makes `companies.csv` out of the packages adata and jieba of the dependency group `data`.

    python gazetteer/scripts/make_companies.py [FOLDER]

adata ships the short names that companies are listed by on the exchanges of Shanghai, Shenzhen and Beijing. jieba says
which of them read like common words (机器人, 绿色动力): those count for companies only where the sentence says so.
"""

import csv
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEADER = "name,ordinary"
SOURCE = (
    "# short names of listed companies (adata 2.9.5, Apache-2.0); words by jieba 0.42.1 (MIT);"
    " made by gazetteer/scripts/make_companies.py; see gazetteer/SOURCES.md"
)
STATUS = re.compile(r"^(?:\*?ST|S|XD|XR|DR|N|C)+|退$|-.*$|(?<=[\u4e00-\u9fff])(?:A|B|AB)$")
FACILITY = re.compile(r"(?:港|机场|高速|铁路)$")
NAMES = ("nt", "nz")
PEOPLE = ("nr", "nrt", "nrfg", "ns", *NAMES)
COMMON, FREQUENT = 10, 300
WHOLE, HALF = 4, 2


def listed() -> Iterator[str]:
    """Give every short name without marks of its state and class: 万科 for 万  科Ａ."""
    for row in csv.DictReader((package("adata") / "stock" / "cache" / "code.csv").open(encoding="utf-8")):
        name = STATUS.sub("", unicodedata.normalize("NFKC", row["short_name"]).replace(" ", ""))
        if re.fullmatch("[\u4e00-\u9fff]{3,6}", name) and not FACILITY.search(name):
            yield name


@cache
def package(name: str) -> Path:
    """Give the folder of a package; ModuleNotFoundError where it is not installed."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name)
    return Path(spec.origin).parent


@cache
def words() -> dict[str, tuple[int, str]]:
    """Give jieba's words with count and part of speech."""
    lines = (package("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    return {word: (int(count), tag) for word, count, tag in (line.split() for line in lines)}


def is_word(name: str) -> bool:
    """Say whether a name is a word of the language, and no name."""
    if name not in words() or words()[name][1] in NAMES:
        return False
    return len(name) < WHOLE and words()[name][1] not in PEOPLE


def is_ordinary(name: str) -> bool:
    """Say whether a name reads like common words: shorter than four, or made of them, or across two of them."""
    if words().get(name, (0, ""))[1] in NAMES:
        return False
    if len(name) < WHOLE or name[1:].startswith("新能源"):
        return True
    count, tag = words().get(name[:HALF], (0, ""))
    if tag == "ns":
        return is_common(name[HALF:])
    across = words().get(name[1 : 1 + HALF], (0, ""))[0] >= FREQUENT
    return count >= (FREQUENT if tag in PEOPLE else COMMON) or across


def is_common(word: str) -> bool:
    """Say whether jieba knows a word that is no name."""
    count, tag = words().get(word, (0, ""))
    return count >= COMMON and tag not in PEOPLE


def main(folder: Path) -> None:
    """Write the table into a folder, sorted by name."""
    sys.path.insert(0, str(ROOT))
    from gazetteer.divisions import gazetteer  # noqa: PLC0415 - found only once the project's folder is in the path

    names = sorted({name for name in listed() if not is_word(name) and not gazetteer().named(name)})
    rows = [f"{name},{int(is_ordinary(name)) or ''}" for name in names]
    (folder / "companies.csv").write_text("\n".join([SOURCE, HEADER, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "gazetteer")
