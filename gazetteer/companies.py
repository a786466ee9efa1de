"""The short names that companies are listed by on the exchanges of Shanghai, Shenzhen and Beijing.

The table is `companies.csv` in this folder.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType


@cache
def companies() -> Mapping[str, bool]:
    """Give all short names, each with whether it reads like common words besides (绿色动力, 东方电子)."""
    text = Path(__file__).with_name("companies.csv").read_text(encoding="utf-8")
    rows = (row.split(",") for row in text.splitlines()[2:])
    return MappingProxyType({name: ordinary == "1" for name, ordinary in rows})
