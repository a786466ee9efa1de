"""What a plan relies on in another province: 依托佛山中德工业服务区."""

import re
from collections.abc import Iterator, Sequence

from extract.components import Found, overlaps
from extract.facts import PartnerKind
from extract.partners.extents import Organization
from extract.partners.words import words
from extract.projects.objects import Undertaking

_KINDS: tuple[tuple[re.Pattern[str], PartnerKind], ...] = (
    (re.compile("(?:中心|平台)$"), "platform"),
    (re.compile("(?:园区|产业园|科技园|[新园]区|服务区|功能区|特区|城|谷)$"), "park"),
)
_JOINED = re.compile("[的和与及、]")
_SITES = ("platform", "park")
_SHORTEST = 4


def relied(
    grounds: Sequence[Undertaking], named: Sequence[Organization], places: Sequence[Found]
) -> Iterator[Organization]:
    """Centres, platforms and parks among the undertakings outside that the unit relies on.

    Args:
        grounds: those undertakings.
        named: the organisations that the text names by themselves; what holds such a name is told by it.
        places: the divisions that the text names; the name of what is relied on begins with one.
    """
    taken = [run for organization in named for run in organization.runs]
    ends = {place.start: place.end for place in places}
    for ground in grounds:
        first = ground.runs[0][0]
        rest = ground.name[ends.get(first, first) - first :]
        kind = _kind(rest) if len(rest) < len(ground.name) and _JOINED.search(rest) is None else None
        if kind and not any(overlaps(*run, taken) for run in ground.runs):
            yield Organization(ground.name, kind, ground.runs, "relied")


def _kind(rest: str) -> PartnerKind | None:
    """What a name is by its ending, where that does not stand alone behind its place (上海平台)."""
    endings = (kind for ending, kind in words().endings if kind in _SITES and rest.endswith(ending))
    known: PartnerKind | None = next(endings, None)
    known = known or next((kind for pattern, kind in _KINDS if pattern.search(rest)), None)
    return known if len(rest) >= _SHORTEST else None
