"""What a plan relies on in another province: 依托佛山中德工业服务区."""

import re
from collections.abc import Iterator, Sequence

from extract.components import overlaps
from extract.facts import PartnerKind
from extract.partners.extents import Organization
from extract.partners.words import words
from extract.projects.objects import Undertaking

_KINDS: tuple[tuple[re.Pattern[str], PartnerKind], ...] = (
    (re.compile("(?:中心|平台)$"), "platform"),
    (re.compile("(?:园区|产业园|科技园|[新园]区|服务区|功能区|特区|城|谷)$"), "park"),
)


def relied(grounds: Sequence[Undertaking], named: Sequence[Organization]) -> Iterator[Organization]:
    """Centres, platforms and parks among the undertakings outside that the unit relies on.

    Args:
        grounds: those undertakings.
        named: the organisations that the text names by themselves; what holds such a name is told by it.
    """
    taken = [run for organization in named for run in organization.runs]
    for ground in grounds:
        kind = _kind(ground.name)
        if kind and not any(overlaps(*run, taken) for run in ground.runs):
            yield Organization(ground.name, kind, ground.runs, "relied")


def _kind(name: str) -> PartnerKind | None:
    known = next(
        (kind for ending, kind in words().endings if name.endswith(ending) and kind in ("platform", "park")), None
    )
    return known or next((kind for pattern, kind in _KINDS if pattern.search(name)), None)
