"""Make `extract/words/shapes.csv`: the parts that a simplified character is written of.

Needs the package `cjk-semantic-split` (MIT), whose table follows 《通用规范汉字表》 (GF 0013-2013). Run by hand:

    python extract/scripts/make_shapes.py > extract/words/shapes.csv
"""

import re
from importlib.metadata import version
from importlib.resources import files

_PART = re.compile(r"\[\d+\]:(\S)")


def main() -> None:
    """Print the table."""
    package = "cjk-semantic-split"
    table = files("chinese_decompose").joinpath("data/decomp_zh-Hans-general.txt").read_text(encoding="utf-8")
    print(f"# parts of characters; {package} {version(package)} (MIT); made by extract/scripts/make_shapes.py")
    print("character,parts")
    for line in sorted(table.splitlines()):
        character, _, parts = line.partition("\t")
        written = "".join(_PART.findall(parts))
        if len(character) == 1 and len(written) > 1:
            print(f"{character},{written}")


if __name__ == "__main__":
    main()
