"""Component `projects`: concrete undertakings, their stage by the verb that governs them, the places they involve.

A clause is read as verb and object; the object is a list whose members may share a head
(`宿州—固镇、徐州—淮北—阜阳高速公路` are two roads) or a modifier (`管网蚌埠—宿州段、淮北—宿州段`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract.brackets import split
from extract.components import Found, Passage, mark, marked, overlaps, passage, place_entity
from extract.facts import Entity, ProjectMention, Stage
from extract.projects.actors import OF_MANY, by_any, of_any
from extract.projects.awards import award_of
from extract.projects.boxes import cells, drop_umbrellas, itemized, staged, titles
from extract.projects.counts import summed_up
from extract.projects.governed import is_named, objects
from extract.projects.headings import addressed, drop_headings, heading_end
from extract.projects.involved import involved, is_ground
from extract.projects.lists import items
from extract.projects.names import head_of, joins_places
from extract.projects.objects import Undertaking, is_one_of_own, outside
from extract.projects.quoted import quoted, quoted_grounds
from extract.projects.relied import based, explained, of_others
from extract.projects.served import acting, moved, raised, titled
from extract.projects.standing import next_phases, parted, standing
from extract.projects.subjects import bare_behind, bare_members, making, subject
from extract.projects.systems import LINKS, linked
from extract.projects.told import NOBODY, as_told, by_actor, done_to, labelled, through, told_by
from extract.projects.turned import made_of, turned
from extract.projects.verbs import RELIED_ON, beside_verb, governing, said_behind
from extract.projects.words import heads_of, words
from extract.tracing import is_tracing, reject
from extract.word_lists import word_lists
from gazetteer.divisions import COUNTRY

_SENTENCE = re.compile(r"[^。；;！\n]+")
_QUOTES = re.compile(r"[“”‘’\"]")
_UMBRELLA = re.compile(
    r"(?P<name>“(?:[一两二三四五六七八九十百]+[\u4e00-\u9fff]{0,2}[港心园区带廊核地轴台镇湾网厅片城圈极谷岛翼环门]、?){2,6}”"
    r"(?:的?[\u4e00-\u9fff]{2,8}?(?:示范区|园区|产业园))?)(?:建设|项目|$)"
)
_BODY = re.compile(r"大学|学院|公司|集团|研究院|研究所|实验室|医院|院所|银行")
_MOVES = ("支持", "鼓励", "引导", "推动", "组织", "指导", "促进", "推进")
_CARES = (
    *_MOVES,
    *("加快", "做好", "抓好", "办好", "建好", "用好", "保障", "确保", "提升", "优化"),
    *("扩大", "带动", "服务", "紧盯", "发挥", "完善"),
)
_MARK = re.compile(r"[A-Z\d“—–]|[\u4e00-\u9fff]{2}[至到经][\u4e00-\u9fff]{2}|[一二三四五六七八九]期")
_LINE_IN_NAME = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,5}?)(?:铁路|高铁|高速公路|高速)(?=[\u4e00-\u9fff])")
_EXAMPLES = re.compile(r"等(?:一批|[^，、。等]{0,8}(?:载体|平台|项目|工程|园区|通道|断头路|瓶颈路))")
_ANYWHERE = re.compile(r"(?:鼓励|引导)[^，。]{0,12}在[^，。]{2,16}?(?:设立|建设|建立|布局|设置|组建|打造)$")
_WORKS_ON = ("完善提升", "改造提升", "整治提升", "建设提升", "打造提升")
_OF_LEVEL = re.compile(r"(?:国家|省)(?!级)")
_LONGEST_SUMMED = 120
_LONGEST_VERB = 4
_HEADINGS = ("title", "cell")


@Language.component("projects")
def projects(doc: Doc) -> Doc:
    """Emit a mention of each undertaking that the unit's body names."""
    here = passage(doc)
    text = here.unit.text
    places: list[Found] = doc.user_data.get("places", [])
    skip = [*marked(doc, "clauses")]
    found: dict[str, Undertaking] = {}
    boxes = itemized(here, text, places, skip)
    heading = heading_end(here)
    read = [*titles(here, text), *cells(text, places), *boxes, *_sentences(text, skip, places, here)]
    for undertaking in sorted(read, key=lambda u: u.rule == "quoted"):
        if undertaking.rule == "quoted" and any(overlaps(*undertaking.runs[0], u.runs) for u in found.values()):
            continue
        key = _QUOTES.sub("", undertaking.name)
        title = next((t for t in found if key.endswith(t) and found[t].rule in _HEADINGS), None)
        if title is not None:
            found[title] = _merged(found[title], undertaking)
            continue
        known = found.get(key)
        headed = known is not None and (known.rule in _HEADINGS or known.runs[-1][1] <= heading)
        if known is None or (headed and known.stage == "underway"):
            found[key] = undertaking
    for undertaking in list(next_phases(text, list(found.values()))):
        found.setdefault(undertaking.name, undertaking)
    others = [key for key, u in found.items() if of_others(text, u, places, here)]
    doc.user_data["relied"] = [found.pop(key) for key in others]
    found = {key: u for key, u in found.items() if is_one_of_own(u, text, places, here.profile.own)}
    drop_umbrellas(text, found)
    drop_headings(here, found)
    mark(doc, "projects", (run for u in found.values() for run in u.runs))
    doc.user_data["projects"] = list(found.values())
    for undertaking in found.values():
        here.facts.append(_fact(here, undertaking, places))
    return doc


def _merged(title: Undertaking, again: Undertaking) -> Undertaking:
    """The undertaking of a heading, with what the text below says of it."""
    around = (*title.around, *again.runs, *again.around)
    return Undertaking(title.name, again.stage, title.runs, around, title.rule, again.sides)


def _fact(here: Passage, undertaking: Undertaking, places: Sequence[Found]) -> ProjectMention:
    within = {p.division.code: place_entity(p.division) for p in involved(here.unit.text, undertaking, places)}
    own = here.profile.own
    return ProjectMention(
        unit=here.unit.id,
        rule=f"projects.{undertaking.rule}",
        as_written=undertaking.name,
        evidence=here.evidence(*undertaking.runs),
        project=Entity("project", undertaking.name, own.code if own else COUNTRY),
        stage=undertaking.stage,
        places=tuple(within.values()),
    )


def _sentences(
    text: str, skip: Sequence[tuple[int, int]], places: Sequence[Found], here: Passage
) -> Iterator[Undertaking]:
    for sentence in _SENTENCE.finditer(text):
        told = NOBODY
        held: list[Undertaking] = []
        for at, until, stage in staged(text, *sentence.span()) if "：" in sentence[0] else ():
            held += [u for u in objects(text, at, until, stage, places, "建设") if is_named(u, text, places)]
        if held or (text[sentence.end() - 1] == "：" and addressed(here)):
            yield from held
            continue
        named = labelled(text, *sentence.span(), places)
        for start, end in outside(sentence.span(), skip):
            for at, until in split(text, "，,：:", start, end):
                made = turned(text, at, until)
                if made:
                    yield from (as_told(u, named) for u in made_of(text, made, places, here))
                    continue
                yield from through(text, at, until, held)
                told = told_by(text, at, until, told, places)
                held = []
                for a, b, bearer in by_actor(text, at, until, told, places):
                    told = bearer
                    found = [u for run in parted(text, a, b) for u in _clause(text, *run, places)]
                    held += [u if is_ground(text, a, u, places) else as_told(as_told(u, told), named) for u in found]
        yield from held


def _clause(text: str, at: int, until: int, places: Sequence[Found]) -> Iterator[Undertaking]:
    """The undertakings of a clause: relied on, governed by a verb, in front of what is said of them, or in quotes."""
    done = done_to(text, at, until)
    if done:  # 对甲水库、乙水库等15座水库实施除险加固
        yield from objects(text, *done, "underway", places, "实施")
        return
    listed = explained(text, at, until)
    if listed is not None:  # “两轴”，即甲走廊和乙走廊
        yield from (u for u in objects(text, listed, until, "underway", places, "建设") if is_named(u, text, places))
        return
    begin, verb = governing(text, at, until)
    if text[until - 1] in LINKS and text.find("与", begin, until) >= 0:
        yield from linked(text, begin, until, places)
    summed = summed_up(text, begin, min(until, begin + _LONGEST_SUMMED), places) if verb is None else None
    found, rest = standing(text, begin, until, summed, places) if summed is not None else ([], begin)
    if found:
        yield from found
        yield from _inside(text, rest, until, None, places)
        return
    yield from _relied_on(text, at, until, places)
    follows = None if text.endswith("依托", at, begin) else said_behind(text, (at, begin), until, verb)
    if follows:
        read = list(objects(text, *follows, places))
        taken = [run for u in read for run in u.runs]
        read += [u for u in bare_behind(text, follows, until, places) if not overlaps(*u.runs[0], taken)]
    else:
        read = list(_governed(text, at, begin, until, verb, places)) if verb is not None else []
    read = read or (list(acting(text, at, until, places)) if verb is None and begin == at else [])
    read = read or list(raised(text, begin, until, places)) or _ungoverned(text, begin, until, verb, places)
    if not read and text.endswith(_MOVES if verb is None else _CARES, 0, begin):
        moves: Stage = "planned" if text.endswith("鼓励", 0, begin) else "underway"
        stage = moves if verb is None or text.endswith("支持", 0, begin) else verb
        read = list(moved(text, begin, until, stage, places))
    yield from read
    if any(u.stage == "planned" for u in read):
        yield from titled(text, at, until, places)
    if verb is None and not follows and is_tracing():
        _note_ungoverned(text, at, until)
    if text.find("“", max(0, at - 1), until) >= 0:
        yield from quoted(text, at, until, verb or "underway")


def _ungoverned(text: str, begin: int, until: int, verb: Stage | None, places: Sequence[Found]) -> list[Undertaking]:
    """The undertakings that a clause begins with, and those made in its middle."""
    read = list(_inside(text, begin, until, verb, places))
    if not read and verb is None:
        read, rest = standing(text, begin, until, None, places)
        if read and rest < until:
            read += _inside(text, rest, until, None, places)
    return read


def _relied_on(text: str, at: int, until: int, places: Sequence[Found]) -> Iterator[Undertaking]:
    """What a clause relies on (依托甲、乙建设…; 以甲为主阵地)."""
    relies = text.find("依托", at, until) >= 0
    relied_on = RELIED_ON.search(text, at, until) if relies else None
    if relied_on and relied_on[0].startswith("依托"):
        yield from objects(text, relied_on.start() + 2, relied_on.end(), "operating", places)
    for begin, end, stage in based(text, at, until):
        start, verb = governing(text, begin, end)  # 以建设甲走廊为抓手
        yield from objects(text, start if verb else begin, end, verb or stage, places, "" if verb else "依托")
    yield from quoted_grounds(text, at, until) if relies else ()


def _governed(
    text: str, at: int, begin: int, until: int, verb: Stage, places: Sequence[Found]
) -> Iterator[Undertaking]:
    """The undertakings that a verb in front governs, and the umbrella that it may govern."""
    sides = beside_verb(text, at, begin, places) if begin - at > _LONGEST_VERB else ()
    any_body = begin - at > _LONGEST_VERB and by_any(text, at, begin, places)
    anywhere = not sides and _ANYWHERE.search(text, at, begin) is not None
    opens = text.endswith(_opens(), 0, begin) and not text.endswith(_WORKS_ON, 0, begin)
    if text.endswith(("企业用好", "企业利用"), at, begin):
        return
    examples = opens and _EXAMPLES.search(text, begin, until) is not None
    for undertaking in objects(text, begin, until, verb, places, sided=bool(sides)):
        if of_any(undertaking.name) and OF_MANY.search(text, at, begin):
            continue  # 鼓励有条件的县设立基金
        if anywhere and not is_named(undertaking, text, places):
            continue  # 鼓励在交通枢纽设立旅游集散中心
        if any_body and not (_is_marked(undertaking, text, places) or _OF_LEVEL.match(undertaking.name)):
            continue
        if (
            not opens
            or undertaking.stage == "preparatory"
            or (undertaking.stage == "planned" and verb != "planned")
            or _is_marked(undertaking, text, places)
            or (len(undertaking.runs) > 1 and is_named(undertaking, text, places))
            or (examples and is_named(undertaking, text, places))
        ):
            yield replace(undertaking, sides=sides) if sides else undertaking
    umbrella = _UMBRELLA.match(text, begin, until)
    if umbrella:
        yield Undertaking(umbrella["name"], verb, (umbrella.span("name"),), (), "umbrella")


def _inside(text: str, begin: int, end: int, verb: Stage | None, places: Sequence[Found]) -> Iterator[Undertaking]:
    """The undertakings that a clause begins with and says something of, and what a body named in it makes."""
    said = subject(text, begin, end, places) if verb is None else None
    if said is not None:
        found = [u for u in objects(text, *said.run, said.stage, places, "建设") if is_named(u, text, places)]
        yield from (replace(u, rule="subject") for u in found or bare_members(text, said, places))
    if verb is not None and not text.endswith(_MOVES, 0, begin):
        return
    for at, stage in making(text, begin if said is None else said.rest, end):
        actor = any(begin <= p.start < at for p in places) or _BODY.search(text, begin, at) is not None
        sides = beside_verb(text, begin, at, places)
        read = objects(text, at, end, verb or stage, places, text[at - 2 : at], sided=bool(sides))
        made = [replace(u, rule="made", sides=sides) for u in read]
        if made and OF_MANY.search(text, begin, at):
            made = [u for u in made if not of_any(u.name)]
        if made:
            yield from (
                u
                for u in made
                if actor
                or any(a <= p.start < b for p in places for a, b in u.runs)
                or award_of(u.name, text[at - 2 : at])
            )
            return


@cache
def _opens() -> tuple[str, ...]:
    return tuple(word_lists("project_frames")["opens"]["words"])


def _is_marked(undertaking: Undertaking, text: str, places: Sequence[Found]) -> bool:
    """Whether a place, a number or marks stand in a name, or places of which one character each is left."""
    line = next((h for h in heads_of(undertaking.name) if h in words().lines), "")
    if line and joins_places(undertaking.name.removesuffix(line)):
        return True
    inner = _LINE_IN_NAME.match(undertaking.name)
    if inner is not None and joins_places(inner["stem"]):
        return True  # 新长铁路外绕工程
    return any(_MARK.search(text, a, b) or any(a <= p.start < b for p in places) for a, b in undertaking.runs)


def _note_ungoverned(text: str, start: int, end: int) -> None:
    """Note the members of a clause without a governing verb that end in a head."""
    for item in items(text, start, end, ()):
        a, b = item.runs[0]
        a = text.rfind("的", a, b) + 1 or a
        if head_of(text[a:b]):
            reject("projects.no_verb", a, b)
