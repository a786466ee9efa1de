"""Industries that the title of a measure names, where it runs into the text (大数据及信息技术产业)."""

import re
from collections.abc import Iterator

from extract.industry_lists import DEPENDENT, RANKED, SOFT, Run, is_known, name_start, named
from extract.industry_words import grammar, words

_TITLE = re.compile(
    r"^(?:(?:做强|做大|做优|发展|培育|壮大|振兴)(?:做强|做大|壮大)?)?(?P<name>[\u4e00-\u9fffA-Z0-9、]{2,14}?)(?P<head>全?产业(?:链|集群)?)?(?=[。（])",
    re.MULTILINE,
)


def headed(text: str) -> Iterator[Run]:
    """What the title that runs into a unit names (汽车及零部件产业链。大数据及信息技术产业。)."""
    for match in _TITLE.finditer(text):
        start, end = match.span("name")
        known = is_known(text, start, end) and match["name"] not in words().no_industry
        if match["head"] and RANKED.search(text, start, end):
            continue
        if not match["head"]:
            if match["name"] == "农业" or (known and match["name"].endswith(("业", "经济"))):
                yield start, end
            elif joint := SOFT.search(match["name"]):
                halves = [(start, start + joint.start()), (start + joint.end(), end)]  # 现代物流和电子商务。
                if all(grammar().fullmatch(text, *half) for half in halves):
                    yield from halves
        elif known or DEPENDENT.search(match["name"]):
            yield from named(text, start, end)
        else:
            parts = [(start + p.start(), start + p.end()) for p in re.finditer("[^、和与及]+", match["name"])]
            if all(name_start(text, x, y, ()) == x for x, y in parts):
                for x, y in parts:
                    yield from named(text, x, y)
