"""Undertakings that exist and are served: 提升甲火车站服务水平, 支持甲景区创建国家5A级景区, 鼓励甲机场增设航线."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.components import Found
from extract.facts import Stage
from extract.projects.governed import objects
from extract.projects.lists import items
from extract.projects.names import head_of
from extract.projects.objects import Undertaking, role
from extract.projects.proper import holds_a_name, holds_a_word, is_ordinary
from extract.projects.refusals import refused
from extract.projects.words import leading_word, words
from extract.word_lists import either, word_lists

_LONGEST_SAID = 14
_SHORTEST = 3
_LEAST_NAMED = 4
_LONGEST_ACTOR = 32
_IN_CLAUSE = re.compile(r"[的等将把在与从向以对为和及、由让使]")
_BECOMES = re.compile(
    r"(?!.*(?:联盟|规划|机械|行动|计划|体系|集群|布局|产业带|使用))(?:提质|提档|提级|提速|扩容|扩能|扩产|扩大|升级|转型|改造|优化|完善|建成|开放|投产|投用|投运|运营|规范|稳定|满产"
    r"|满负荷|达产|应用|示范|招商|产能|智能化|数字化|信息化|常态化|规范化|下水|爬坡|品质|功能|复工|续建|焕新|更新|有序|高效|释放|增加|增强|实体化|对外|向社会|做大|做强|做优|落地|发展|并网|封关|通关|前期|收尾|绿色化|低碳化|适老化|清洁化|货物|通航)"
)
_OF_OTHERS = re.compile(r"联盟|协会|商会|经济带|公司|集团|企业")


def raised(text: str, start: int, end: int, places: Sequence[Found]) -> Iterator[Undertaking]:
    """The undertakings of which a clause says what they are to be able to do (提升甲、乙通用机场综合保障能力).

    Args:
        text: of the unit.
        start: where the clause goes on behind adverbs, or behind its verb.
        end: where it ends.
        places: those that the unit names.
    """
    known = _served()
    if text[end - 1] not in known.last or not text.endswith(known.abilities, start, end):
        return
    verb = known.raises.match(text, start, end)
    begin = verb.end() if verb else start
    if verb is None and not text.endswith(known.serving, 0, start):
        return
    several = text.rfind("等", begin, end) > 0
    for until in range(end - 2, max(begin + _SHORTEST, end - (2 if several else 1) * _LONGEST_SAID), -1):
        said = text[until:end]
        last = text.rfind("、", begin, until) + 1 or begin
        role_of = role(text, last, until)
        if not (head_of(text[last:until]) or role_of) or not _says_ability(said) or _OF_OTHERS.search(said):
            continue
        if text.endswith(known.no_seats, last, until):
            return
        stage: Stage = "operating" if known.running.search(said) else "underway"
        read = list(objects(text, begin, until - len(role_of), stage, places, "建设"))
        if 2 * sum(holds_a_name(u.name, u.runs[0], places) for u in read) > len(read):
            yield from (replace(u, stage=stage, rule="raised") for u in read)
        return


def _says_ability(said: str) -> bool:
    """Whether words, or the members of a list that 等 sums up, are ordinary ones (孵化、培训等功能)."""
    if "体系" in said or "机制" in said:
        return False
    said = said.replace("“", "").replace("”", "")
    return is_ordinary(said) or (said[-3:-2] == "等" and all(is_ordinary(part) for part in said[:-3].split("、")))


def titled(text: str, start: int, end: int, places: Sequence[Found]) -> Iterator[Undertaking]:
    """The works that are to win a title (支持甲灌区创建国家水利风景区), besides the title itself."""
    match = _served().titled.search(text, start, end)
    if match is not None:
        yield from _works(text, match.span("works"), "planned", places)


def acting(text: str, start: int, end: int, places: Sequence[Found]) -> Iterator[Undertaking]:
    """The works that a clause begins with and that are to do something (甲小镇增设标准厂房, 乙水利枢纽要抓好移民安置).

    Args:
        text: of the unit.
        start: where the clause begins, behind dates.
        end: where it ends.
        places: those that the unit names.
    """
    known = _served()
    said = known.does.search(text, start + _LEAST_NAMED, min(end, start + _LONGEST_ACTOR))
    if said is None or _IN_CLAUSE.search(text, start, said.start()) or leading_word(text, start, end):
        return
    run = (start, said.start())
    name = text[slice(*run)]
    own = any(p.start == start and p.end < run[1] for p in places) or holds_a_word(name)
    if (
        head_of(name)
        and own
        and not name.endswith(known.no_actors)
        and not refused(name, run, "", places, trusted=True)
    ):
        yield Undertaking(name, "underway", (run,), (), "acting")


def moved(text: str, start: int, end: int, stage: Stage, places: Sequence[Found]) -> Iterator[Undertaking]:
    """The works that are to do something, which they cannot by themselves (鼓励甲机场、乙机场等运输机场增设航线).

    Args:
        text: of the unit.
        start: where what 支持 and the like govern begins.
        end: where the clause ends.
        stage: of the verb.
        places: those that the unit names.
    """
    for match in _served().works.finditer(text, start + _SHORTEST, end):
        if _served().acts.match(text, match.end(), end) or _is_said(text[match.end() : end]):
            yield from _works(text, (start, match.end()), stage, places)
            return


def _is_said(said: str) -> bool:
    """Whether what stands behind works says in a few ordinary words what becomes of them (规范发展)."""
    return 1 < len(said) <= _LONGEST_SAID and _BECOMES.match(said) is not None and is_ordinary(said)


def _works(text: str, run: tuple[int, int], stage: Stage, places: Sequence[Found]) -> Iterator[Undertaking]:
    """The members of a list if each of them is works with a name of its own."""
    start, end = run
    etc = text.rfind("等", start, end)
    end = etc if etc > start and "、" in text[start:etc] and is_ordinary(text[etc + 1 : end]) else end
    found = []
    for item in items(text, start, end, places):
        name, at = item.name(text), item.runs[0]
        works = text.endswith(_served().all_works, *at) and head_of(name) and holds_a_name(name, at, places)
        said = "的" in name or "由" in name
        if not works or len(name) < _LEAST_NAMED or said or refused(name, at, "", places, trusted=True):
            return
        found.append(Undertaking(name, stage, tuple(item.runs), (), "served"))
    yield from found


@dataclass(frozen=True, slots=True)
class Served:
    """The words of `[served]` in `project_frames.toml`."""

    abilities: tuple[str, ...]
    last: frozenset[str]
    raises: re.Pattern[str]
    serving: tuple[str, ...]
    running: re.Pattern[str]
    no_works: tuple[str, ...]
    no_seats: tuple[str, ...]
    no_actors: tuple[str, ...]
    does: re.Pattern[str]
    all_works: tuple[str, ...]
    works: re.Pattern[str]
    acts: re.Pattern[str]
    titled: re.Pattern[str]


@cache
def _served() -> Served:
    table = word_lists("project_frames")
    listed = table["served"]
    works = {*table["standing"]["works"], *listed["works"]} - {*words().acts, *words().acts_of_named, "段", "节点"}
    works -= set(listed["no_works"])
    moves = either(listed["moves"])
    return Served(
        abilities=tuple(listed["abilities"]),
        last=frozenset(word[-1] for word in listed["abilities"]),
        raises=re.compile(either(listed["raises"])),
        serving=(*listed["serving"], *listed["raises"]),
        running=re.compile(either(listed["running"])),
        no_works=tuple(listed["no_works"]),
        no_seats=tuple(listed["no_seats"]),
        no_actors=(*listed["no_seats"], *listed["no_actors"]),
        does=re.compile(f"(?:{either(listed['does'])})(?=[^，。]{{2}})"),
        all_works=tuple(works),
        works=re.compile(either(works)),
        acts=re.compile(either(listed["acts"])),
        titled=re.compile(
            rf"(?:{moves})(?P<works>[^，：:。；（(]{{3,60}}?)(?:积极|成功|加快|联合|合力)?(?:{either(listed['awards'])})(?=[^，。]{{4,}})"
        ),
    )
