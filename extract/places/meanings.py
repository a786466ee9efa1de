"""What the name of a division may mean in a plan: in its year, near its jurisdiction, beside what else is named."""

import re
from collections.abc import Callable, Sequence

from extract.components import Found, Profile, within
from extract.places.printed import printed_whole
from gazetteer.divisions import COUNTRY, Division, gazetteer

_LATELY = 5  # years for which people go on using a name
_NUMBER_YEAR = re.compile(r"〔(\d{4})〕")
_RANKS = {"country": 0, "province": 1, "prefecture": 2, "county": 3, "township": 4}


class Meanings:
    """Chooses among the divisions of a name.

    Args:
        profile: that of the plan.
        found: what the text has been found to name so far, by its run; it grows while the text is read.
    """

    def __init__(self, profile: Profile, found: dict[tuple[int, int], Found]) -> None:
        self._profile = profile
        self._found = found
        if "places.own" not in profile.memory:  # once a plan
            own = profile.own
            profile.memory["places.own"] = _year(profile), (own, *gazetteer().ancestors(own.code)) if own else ()
        self._year: int | None
        self._own: tuple[Division, ...]
        self._year, self._own = profile.memory["places.own"]
        self.province = self._own_at("province")
        """The plan's own province."""
        city = self.province if self.province and self.province.name.endswith("市") else None
        self.county = self._own_at("county")
        """The plan's own county."""
        self.prefecture = self._own_at("prefecture") or self._own_at("county") or city
        """The plan's own prefecture; where it has none, its county, or the municipality that is a province."""

    def candidates(self, name: str) -> tuple[Division, ...]:
        """What a name may mean in the plan's year: not what was made later, but what was still there then."""
        places, year = gazetteer(), self._year
        if name in places.earlier_shorts:
            return places.earlier_short(name, year)
        found = [d for d in places.named(name) if not (year and d.since > year and name == d.name)]
        if name in places.earlier_names():
            last = max((d.until for d in places.earlier(name)), default=0)
            then = [d for d in places.earlier(name, year) if year or d.until == last]
            if then:
                found = sorted([*(d for d in found if d.name == name), *then], key=lambda d: _RANKS[d.level])
        if len(found) > 1 and name in found[0].brief and any(name == d.short for d in found):
            found = self._called(found)
        return tuple(found)

    def _called(self, found: list[Division]) -> list[Division]:
        """Of a prefecture's brief name that is a county's short one too the county near the plan, if one is: 巴州."""
        prefecture, *rest = found
        own = [d for d in rest if self.near(d)]
        return found if self.near(prefecture) or self.printed(prefecture) else own or found

    def gone_lately(self, name: str) -> bool:
        """Whether a former name was in use a few years before the plan."""
        return bool(self._year and gazetteer().earlier(name, self._year - _LATELY))

    def choose(self, candidates: Sequence[Division]) -> Division | None:
        """The one meant: the highest level; among equals the nearest to the plan, else the one in a named parent."""
        if not candidates:
            return None
        level = candidates[0].level
        equals = [d for d in candidates if d.level == level]
        if len(equals) > 1:
            equals = self.nearest(equals)
        return equals[0] if len(equals) == 1 else None

    def nearest(self, equals: list[Division]) -> list[Division]:
        """Of divisions of one name and level those in the smallest area of the plan's own, else in a named parent."""
        places = gazetteer()
        for area in self._own:
            if area.code != COUNTRY:
                near = [d for d in equals if within(d.code, area.code)]
                if near:
                    return near
        printed = [d for d in equals if d.name in printed_whole(self._profile)]
        if len(printed) == 1:
            return printed
        named = {f.division.code for f in self._found.values()}
        whole = [d for d in equals if self._printed_whole(d)]
        if len(whole) == 1:
            return whole
        return [d for d in equals if any(a.code in named for a in places.ancestors(d.code) if a.code != COUNTRY)]

    def _printed_whole(self, division: Division) -> bool:
        """Somewhere in the plan the name stands behind that of its parent (北京市通州区)."""
        known: dict[str, bool] = self._profile.memory.setdefault("divisions behind their parents", {})
        if division.code not in known:
            above = gazetteer().get(division.parent)
            names = {above.name, above.short} - {""} if above and above.code != COUNTRY else set()
            known[division.code] = any(self._profile.prints(f"{name}{division.name}") for name in names)
        return known[division.code]

    def printed(self, division: Division) -> bool:
        """Whether the plan prints its full name somewhere."""
        return division.name in printed_whole(self._profile)

    def parent_printed(self, division: Division) -> bool:
        """Whether the city or province that it lies in is named in the text, as far as it has been read."""
        named = {f.division.code for f in self._found.values()}
        return any(a.code in named for a in gazetteer().ancestors(division.code) if a.code != COUNTRY)

    def proves(self, stem: str, behind: Sequence[str]) -> bool:
        """Whether the plan prints a name somewhere with one of some words behind it.

        Args:
            stem: the name.
            behind: the words.
        """
        known: dict[str, bool] = self._profile.memory.setdefault("proven stems", {})
        if stem not in known:
            known[stem] = any(self._profile.prints(stem + word) for word in behind)
        return known[stem]

    def proves_town(self, town: Division, stem: str, behind: Sequence[str]) -> bool:
        """Whether the plan prints a township in full, behind its county, or as `proves` says of its stem."""
        if self.proves(stem, behind):
            return True
        county = gazetteer().get(town.parent)
        short = county.short if county else ""
        known: dict[str, bool] = self._profile.memory.setdefault("proven townships", {})
        if town.code not in known:
            whole = town.name != stem and self._profile.prints(town.name)
            known[town.code] = whole or bool(short and self._profile.prints(short + stem))
        return known[town.code]

    def stems_printed(self, stems: Callable[[str], dict[str, Division]]) -> dict[str, Division]:
        """The townships of the counties that the plan prints in full, by stems that mean one of them alone.

        Args:
            stems: gives the townships of a county by their stems.
        """
        known: dict[str, Division] | None = self._profile.memory.get("stems of printed counties")
        if known is None:
            found: dict[str, list[Division]] = {}
            counties = {d.code: d for name in printed_whole(self._profile) for d in self.candidates(name)}
            for county in counties.values():
                if county.level == "county":
                    for stem, town in stems(county.code).items():
                        found.setdefault(stem, []).append(town)
            known = {stem: towns[0] for stem, towns in found.items() if len(towns) == 1}
            self._profile.memory["stems of printed counties"] = known
        return known

    def near(self, division: Division) -> bool:
        """In the plan's own province."""
        return self.province is not None and within(division.code, self.province.code)

    def _own_at(self, level: str) -> Division | None:
        return next((area for area in self._own if area.level == level), None)


def _year(profile: Profile) -> int | None:
    """The year that a plan was adopted in, else the first of its period, else that of its number (〔2022〕11号)."""
    plan = profile.plan
    if plan.adopted:
        return int(plan.adopted[:4])
    if plan.period:
        return plan.period[0]
    number = _NUMBER_YEAR.search(plan.number or "")
    return int(number[1]) if number else None
