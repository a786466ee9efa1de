"""Members of a list of regions that share the head of its last: 中西部、东北地区, 东、中、西部地区."""

from functools import cache

from extract.regions.heads import Named
from gazetteer.regions import region_named, regions

_JOINTS = frozenset("、和与及")
_SIDES = frozenset("东中西")
_LONGEST = 6
_SHORT = 2


def lent_heads(text: str, found: list[Named], places: list[tuple[int, int]]) -> list[Named]:
    """The regions, by the name that is listed, that come to be one with the head of the last of their list.

    Args:
        text: the text as read.
        found: the regions that have been found in it.
        places: where divisions are named; behind one 东部 is a part of that (内蒙古东部和江苏沿海地区).
    """
    out: list[Named] = []
    for start, end, *_ in found:
        if start > 0 and text[start - 1] in _JOINTS:
            heads = [text[at:end] for at in range(start + 1, end - 1)]  # 西部地区: 部地区, 地区
            at = start - 1
            while at > 0 and text[at] in _JOINTS and (member := _member(text, at, heads)) is not None:
                begins, head = member
                if any(b == begins for _, b in places):
                    break
                out.append((begins, at, text[begins:at] + head, "headed"))
                heads, at = [head], begins - 1
    return out


def _member(text: str, end: int, heads: list[str]) -> tuple[int, str] | None:
    """Where a member of a list starts that ends there, and the head with which it is a region that is listed."""
    for size in range(_LONGEST, 0, -1):
        start = end - size
        if start < 0 or text[start:end] not in _beginnings() or (size < _SHORT and text[start] not in _SIDES):
            continue
        for head in heads:
            whole = size < _SHORT and not head.startswith("部")  # 远东、东北亚国家
            if not whole and region_named(text[start:end] + head) is not None:
                return start, head
    return None


@cache
def _beginnings() -> frozenset[str]:
    """What the names of listed regions begin with."""
    names = (name for region in regions().values() for name in (region.name, *region.aliases))
    return frozenset(name[:size] for name in names for size in range(1, min(len(name), _LONGEST + 1)))
