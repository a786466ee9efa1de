"""Bodies that each have a business of their own: 市教育局负责培训，市财政局负责资金."""

import re
from functools import cache
from typing import NamedTuple

from extract.clauses.bodies import bodies, in_brackets, is_known_body
from extract.clauses.words import before_duty
from extract.facts import Role
from extract.word_lists import either, word_lists

_SHORTEST = 3
_LONGEST = 60
_SIGNS = frozenset("、，,；;。")
_BY = re.compile("(?<!自)由(?!于)")


class Share(NamedTuple):
    """What a part of a clause says of bodies and their business.

    Attributes:
        names: where the bodies stand.
        role: what they do.
        plain: the word for it is one of any duty (负责), which a label in front may outrank.
    """

    names: list[tuple[int, int]]
    role: Role
    plain: bool


@cache
def _verb() -> re.Pattern[str]:
    words = word_lists("bodies")["duties"]
    return re.compile(
        rf"(?P<lead>{either(words['leading'])})|(?P<plain>{either(words['plain'])})|{either(words['supporting'])}"
    )


@cache
def _duty() -> re.Pattern[str]:
    words = word_lists("bodies")["duties"]
    return re.compile(f"(?:{either(words['how'])})?(?:{either([*words['leading'], *words['plain'], *words['own']])})")


def says_duty(text: str, start: int, end: int) -> bool:
    """Whether a word stands in a clause for what bodies do, with more of its part behind it."""
    return any(text[verb.end()] not in _SIGNS for verb in _verb().finditer(text, start, end - 1) if verb.end() < end)


def share(text: str, start: int, end: int) -> Share | None:
    """The bodies in front of a word for what they do, behind which their business stands; None where it says none.

    Args:
        text: of a clause.
        start: where the part begins.
        end: where it ends, or where the word begins in which it ends.
    """
    for verb in _verb().finditer(text, start + _SHORTEST, min(end, start + _LONGEST)):
        if in_brackets(text, start, verb.start()):  # 市教育局（牵头）
            continue
        names = bodies(text, start, before_duty(text, start, verb.start()))
        if names and all(is_known_body(text[slice(*name)]) for name in names):
            return Share(names, "lead" if verb["lead"] else "support", verb["plain"] is not None)
    return None


def behind_business(text: str, start: int, end: int) -> int:
    """Where the bodies begin behind the business that they are given (培训由市教育局); the start where none is."""
    by = next(_BY.finditer(text, start + 1, end), None)
    if by is None or by.end() == end:
        return start
    names = bodies(text, by.end(), end)
    return by.end() if names and all(is_known_body(text[slice(*name)]) for name in names) else start


def is_business(text: str, start: int, end: int) -> bool:
    """Whether a part behind a business that a body was given goes on with it (市教育局负责培训、考核)."""
    return not all(is_known_body(text[slice(*name)]) for name in bodies(text, start, end))


def is_duty(text: str, start: int, end: int) -> bool:
    """Whether a part says what those named before it do, and names nobody (市教育局，负责制定方案)."""
    verb = _duty().match(text, start, end)
    if verb is None or verb.end() == end:
        return False
    return not any(is_known_body(text[slice(*name)]) for name in bodies(text, verb.end(), end))
