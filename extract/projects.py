"""Component `projects`: concrete undertakings, their stage by the verb that governs them, the places they involve.

A clause is read as verb and object; the object is a list whose members may share a head
(`宿州—固镇、徐州—淮北—阜阳高速公路` are two roads) or a modifier (`管网蚌埠—宿州段、淮北—宿州段`).
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc

from extract.brackets import split
from extract.components import Found, Passage, mark, marked, passage, place_entity
from extract.facts import Entity, ProjectMention, Stage
from gazetteer.divisions import COUNTRY

_SENTENCE = re.compile(r"[^。；;！\n]+")
_QUOTES = re.compile(r"[“”‘’\"]")
_DASH = "—－–―～~"
_CHAIN = re.compile(rf"[{_DASH}-]|至")
_EXTENDS = re.compile(r"延伸(?:到|至)")
_MADE_INTO = re.compile(
    r"(?:将|把)(?P<what>[^，]{2,60}?)(?:打造|建设|培育|布局|发展|建)(?:成为?|为|成)(?P<made>[^，]{2,40})$"
)
_LINE = re.compile(r"(?:高速|高铁|铁路|国道|省道|航道|干线)$")
_OWN_NAME = re.compile(r"(?:[河江湖海]|[A-Z0-9]|号|高速|高铁|铁路)$")
_ETC = re.compile(r"等(?!级|高)")
_SOFT = re.compile(r"以及|和|及|与")
_ASIDE = re.compile(
    r"在[^，、]{1,14}?(?=建设|设立|建立|组建|搭建|打造|布局)|与[^，]{2,25}?(?:合作|联合|共同|联手)(?=打造|建设|共建|搭建|设立)"
    r"|[\u4e00-\u9fff]{2,4}[县区市](?=创建|争创|申报|建设|打造)"
)
_RELIED_ON = re.compile(r"(?:依托|以)[^，]{2,25}?(?=(?:建设|打造|搭建|组建|建成)[^，]{3,})")
_DESCRIBED = re.compile(r"(?:具有|融合?|集|基于|面向|服务|覆盖|连通|辐射|涵盖|以)[^，]*的(?=[^的]+$)")
_NAMED = re.compile(r"“[^“”]{2,20}”[\u4e00-\u9fff]{0,6}?(?:工程|平台|园区|产业园)")
_SITE = re.compile(r"(?:园|园区|区|带|小镇|基地)$")
_AWARDED = re.compile(r"(?:创建|争创|申报)$")
_TITLE = re.compile(r"[^，。；：]{4,25}(?=。)")
_TRAILING = re.compile(r"(?:等)?(?:重大|重点)?(?:项目|工作)?$")
_MIN_MODIFIER = 2
_MAX_NAME = 40
_NO_NAME = re.compile(r"\d+(?:个|家|条|项)|联合(?!创新|实验|研究|体|培养|办学)")
_WITH = re.compile(r"与(?P<other>[^，与]{2,20}?)的?$")


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `projects.toml`."""

    heads: tuple[str, ...]
    classes: frozenset[str]
    several: tuple[str, ...]
    need_place: tuple[str, ...]
    in_use: tuple[str, ...]
    class_endings: tuple[str, ...]
    sums_of_class: tuple[str, ...]
    weak: frozenset[str]
    not_in_names: tuple[str, ...]
    positions: tuple[str, ...]
    scopes: tuple[str, ...]
    not_heads: tuple[str, ...]
    verbs: dict[str, Stage]
    adverbs: frozenset[str]
    tails: tuple[tuple[str, Stage | None], ...]


@cache
def words() -> Words:
    """The word lists, longest first where the longest must win."""
    table = tomllib.loads(files("extract").joinpath("projects.toml").read_text(encoding="utf-8"))
    tails = [(t, None if stage == "none" else stage) for stage, listed in table["tails"].items() for t in listed]
    return Words(
        heads=tuple(sorted(set(table["heads"]), key=len, reverse=True)),
        classes=frozenset(table["classes"]),
        several=tuple(table["several"]),
        need_place=tuple(table["need_place"]),
        in_use=tuple(table["in_use"]),
        class_endings=tuple(table["class_endings"]),
        sums_of_class=tuple(table["sums_of_class"]),
        weak=frozenset(table["weak"]),
        not_in_names=tuple(table["not_in_names"]),
        positions=tuple(table["positions"]),
        scopes=tuple(table["scopes"]),
        not_heads=tuple(table["not_heads"]),
        verbs={verb: stage for stage, listed in table["stages"].items() for verb in listed},
        adverbs=frozenset(table["adverbs"]["words"]),
        tails=tuple(sorted(tails, key=lambda t: len(t[0]), reverse=True)),
    )


@dataclass(slots=True)
class Item:
    """A member of a list: the runs of text that make its name, in order, and what they read together."""

    runs: list[tuple[int, int]]

    def name(self, text: str) -> str:
        """The name, runs joined."""
        return "".join(text[a:b] for a, b in self.runs)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A project found: its name, stage, the runs it rests on, and the stretch of text whose places it involves."""

    name: str
    stage: Stage
    runs: tuple[tuple[int, int], ...]
    around: tuple[tuple[int, int], ...]
    rule: str


@Language.component("projects")
def projects(doc: Doc) -> Doc:
    """Emit a mention of each undertaking that the unit's body names."""
    here = passage(doc)
    text = here.unit.text
    places: list[Found] = doc.user_data.get("places", [])
    skip = [*marked(doc, "clauses")]
    found: dict[str, Undertaking] = {}
    for undertaking in [*_titles(here, text), *_sentences(text, skip, places, here)]:
        key = _QUOTES.sub("", undertaking.name)
        title = next((t for t in found if key.endswith(t) and found[t].rule == "title"), None)
        if title is not None:
            found[title] = _merged(found[title], undertaking)
            continue
        known = found.get(key)
        if known is None or (known.rule == "title" and known.stage == "underway"):
            found[key] = undertaking
    mark(doc, "projects", (run for u in found.values() for run in u.runs))
    doc.user_data["projects"] = list(found.values())
    for undertaking in found.values():
        here.facts.append(_fact(here, undertaking, places))
    return doc


def _merged(title: Undertaking, again: Undertaking) -> Undertaking:
    """The undertaking of a heading, with what the text below says of it."""
    return Undertaking(title.name, again.stage, title.runs, (*title.around, *again.runs, *again.around), title.rule)


def _fact(here: Passage, undertaking: Undertaking, places: Sequence[Found]) -> ProjectMention:
    within = {
        p.division.code: place_entity(p.division)
        for p in places
        if any(a <= p.start and p.end <= b for a, b in (*undertaking.runs, *undertaking.around))
    }
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


def _titles(here: Passage, text: str) -> Iterator[Undertaking]:
    """The run-in heading of a box item that names an undertaking (1. 高标准农田建设工程。).

    A site involves the places of its item; a programme those that its own name says.
    """
    if here.unit.kind != "box":
        return
    match = _TITLE.match(text)
    if match and _head(match[0]) and not match[0].startswith(("打造", "推进", "加快", "实施")):
        stage: Stage = "planned" if "创建" in match[0] else "underway"
        site = ((match.end(), len(text)),) if _SITE.search(match[0]) else ()
        yield Undertaking(match[0], stage, (match.span(),), site, "title")


def _sentences(
    text: str, skip: Sequence[tuple[int, int]], places: Sequence[Found], here: Passage
) -> Iterator[Undertaking]:
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        end = min([a for a, _ in skip if start <= a < end] or [end])
        if end <= start:
            continue
        verb: Stage | None = None
        for a, b in split(text[start:end], "，,：:"):
            at, until = start + a, start + b
            made = _MADE_INTO.search(text, at, until)
            if made:
                yield from _made(text, made, places, here)
                continue
            chain = _verbs(text, at, until)
            verb = chain[1] if chain else None
            if chain is not None and verb is not None:
                yield from _objects(text, chain[0], until, verb, places)
                named = _NAMED.match(text, chain[0], until)
                if named:
                    yield Undertaking(named[0], verb, (named.span(),), (), "quoted")


def _made(text: str, made: re.Match[str], places: Sequence[Found], here: Passage) -> Iterator[Undertaking]:
    """将甲、乙等乡镇的部分区域打造成 X: X involves them; the whole jurisdiction made into X is a positioning aim."""
    inside = [p for p in places if made.start("what") <= p.start < made.end("what")]
    own = here.profile.own
    if not inside or (own is not None and any(p.division.code == own.code for p in inside) and len(inside) == 1):
        return
    start, end = made.span("made")
    start = max(
        [start, *(start + text[start:end].rfind(word) + len(word) for word in ("个", "条") if word in text[start:end])]
    )
    name = text[start:end]
    if _head(name) and _specific(name, "打造", places, (start, end)):
        yield Undertaking(name, "underway", ((start, end),), (made.span("what"),), "made_into")


def _verbs(text: str, start: int, end: int) -> tuple[int, Stage | None] | None:
    """Where the object of a clause begins, and the stage of the verb before it; None where no verb stands there.

    Adverbs, 与…合作 and 在… before the last verb are passed over (积极推动与甲合作打造 X).
    """
    at, last, stage = start, start, None
    while at < end:
        relied_on = _RELIED_ON.match(text, at, end)
        at = relied_on.end() if relied_on else at
        word = next((w for w in leading_words() if text.startswith(w, at) and at + len(w) <= end), None)
        if word is None:
            aside = _ASIDE.match(text, at, end)
            if aside is None:
                break
            at = aside.end()
            continue
        at += len(word)
        found = words().verbs.get(word)
        if found is not None:
            last = at
            stage = found if stage is None or not (stage == "planned" and found == "underway") else stage
    return (last, stage) if stage is not None else None


@cache
def leading_words() -> tuple[str, ...]:
    """The verbs and adverbs that may stand before an object, the longest first."""
    return tuple(sorted({*words().verbs, *words().adverbs}, key=len, reverse=True))


def _objects(text: str, start: int, end: int, stage: Stage, places: Sequence[Found]) -> Iterator[Undertaking]:
    """The undertakings that a verb's object lists."""
    verb = text[max(0, start - 4) : start]
    if text.startswith(words().several, start):
        return
    end, stage, tail = _without_tail(text, start, end, stage)
    if (verb.endswith("加强") and tail not in ("保护管理", "管理保护")) or (
        verb.endswith("接") and stage == "underway"
    ):
        return
    described = _DESCRIBED.match(text, start, end)
    start = described.end() if described else start
    extends = _EXTENDS.search(text, start, end)
    # 支持甲县创建 X: the title would be the county's
    around = ((max(0, start - 12), start),) if _AWARDED.search(verb) else ()
    if extends:
        around, end = ((extends.end(), end),), extends.start()
    other = _WITH.search(text, start, end) if tail.endswith("衔接") else None
    if other:
        around, end = (other.span("other"),), other.start()
    etc = _etc(text, start, end)
    if etc is not None and text.endswith(words().sums_of_class, etc, end):
        return
    stop = etc if etc is not None else end
    summed = text[etc + 1 : end] if etc is not None else ""
    items = _items(text, start, stop, places)
    for item in _completed(text, items, places, etc, summed):
        name = item.name(text).strip("的")
        if _head(name) and _specific(name, verb, places, item.runs[0]):
            yield Undertaking(name, _stage(name, stage), tuple(item.runs), around, "object")


def _stage(name: str, stage: Stage) -> Stage:
    return "planned" if stage == "underway" and name.endswith("创建工程") else stage


def _without_tail(text: str, start: int, end: int, stage: Stage) -> tuple[int, Stage, str]:
    """The object without what ends it (…等项目前期工作), and the stage that an earlier-stage noun gives."""
    found = ""
    for tail, says in words().tails:
        if text.endswith(tail, start, end) and end - len(tail) > start:
            end -= len(tail)
            found = tail
            if says is not None and not (says == "operating" and stage == "planned"):
                stage = says
            break
    if text.endswith("的", start, end):
        end -= 1
    for tail in ("等项目", "项目", "等工作"):
        if text.endswith(tail, start, end) and not text.endswith(("示范项目", "互补项目"), start, end):
            end -= len(tail)
            break
    if text.endswith("等", start, end):
        end -= 1
    return end, stage, found


def _etc(text: str, start: int, end: int) -> int | None:
    match = _ETC.search(text, start, end)
    return match.start() if match else None


def _items(text: str, start: int, end: int, places: Sequence[Found]) -> list[Item]:
    """The members of a list; 和 parts two of them where what stands before it is whole."""
    items = []
    for a, b in split(text[start:end], "、"):
        at, until = start + a, start + b
        cut = at
        for soft in _SOFT.finditer(text, at, until):
            left = text[cut : soft.start()]
            if soft.start() > cut and soft.end() < until and (_head(left) or _is_place(cut, soft.start(), places)):
                items.append(Item([(cut, soft.start())]))
                cut = soft.end()
        items.append(Item([(cut, until)]))
    return items


def _is_place(start: int, end: int, places: Sequence[Found]) -> bool:
    """A run that is names of places, also joined by dashes."""
    at = start
    for place in sorted(places, key=lambda p: p.start):
        if place.start == at and place.end <= end:
            at = place.end
            while at < end and _CHAIN.match(text_at(places, at)):
                at += 1
    return at == end


def text_at(places: Sequence[Found], at: int) -> str:
    """A dash where two places are one character apart, else nothing."""
    return "—" if any(p.start == at + 1 for p in places) else ""


def _places_end(start: int, end: int, places: Sequence[Found]) -> int:
    """The end of the chain of places that begins a run."""
    at = start
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        if place.start == at and place.end <= end:
            at = place.end
            if any(p.start == at + 1 for p in places) and at + 1 < end:
                at += 1
    return at


def _completed(text: str, items: list[Item], places: Sequence[Found], etc: int | None, summed: str) -> list[Item]:
    """The members made whole: one without a head takes the next one's, one without a modifier the first one's."""
    done: list[Item] = []
    for i, item in enumerate(items):
        start, end = item.runs[0]
        if _head(text[start:end]) or _LINE.search(text[start:end]):
            done.append(item)
            continue
        lender = next((other for other in items[i + 1 :] if _head(text[slice(*other.runs[0])])), None)
        if etc is not None and lender is None and end - start <= _MIN_MODIFIER:
            continue
        if summed.endswith(("工程", "铁路", "公路", "航道")) and lender is not items[-1] and etc is not None:
            done.append(Item([(start, end), (etc + 1, etc + 1 + len(summed))]))
        elif lender is not None:
            a, b = lender.runs[0]
            head = _shared_head(text, (start, end), (a, b), places)
            if head:
                done.append(Item([(start, end), head]))
    _lend_modifier(text, done, places)
    for i, item in enumerate(done[:-1]):
        start, end = item.runs[0]
        if len(item.runs) == 1 and _LINE.search(text[start:end]):
            a, b = done[-1].runs[0]
            line = re.match(r"[\u4e00-\u9fff]{2,4}?(?:高速|高铁|铁路)(?=[\u4e00-\u9fff]+[“”])", text[a:b])
            if line:
                done[i] = Item([(start, end), (a + line.end(), b)])
    return done


def _shared_head(
    text: str, item: tuple[int, int], lender: tuple[int, int], places: Sequence[Found]
) -> tuple[int, int] | None:
    """The run of the lender that its list shares: what follows its places where the item ends in one, else its head."""
    a, b = lender
    if any(p.end == item[1] for p in places):
        cut = _places_end(a, b, places)
        return (cut, b) if cut > a else None
    river = re.match(r"[\u4e00-\u9fff]{1,3}[河江湖](?=流域|综合|治理)", text[a:b])
    if river and re.search(r"[河江湖]$", text[slice(*item)]):
        return a + river.end(), b
    head = next((h for h in _compound_heads() if text.endswith(h, a, b) and b - len(h) > a), None)
    return (b - len(head), b) if head else None


@cache
def _compound_heads() -> tuple[str, ...]:
    """Heads with what usually stands before them (研发平台, 综合治理工程)."""
    before = ("研发", "创新", "公共服务", "综合治理", "改扩建", "建设", "示范", "现代", "合作", "产业", "")
    return tuple(sorted((b + h for b in before for h in words().heads), key=len, reverse=True))


def _lend_modifier(text: str, items: list[Item], places: Sequence[Found]) -> None:
    """A modifier in front of the first member's places counts for those after it that begin with a place."""
    if len(items) < 2:  # noqa: PLR2004 - a list has two members
        return
    a, b = items[0].runs[0]
    first = next((p.start for p in sorted(places, key=lambda p: p.start) if a < p.start < b), None)
    if first is None or first - a < _MIN_MODIFIER or _head_inside(text[a:first]) is None:
        return
    for item in items[1:]:
        start = item.runs[0][0]
        if any(p.start == start for p in places):
            item.runs.insert(0, (a, first))


def _head_inside(modifier: str) -> str | None:
    return _head(modifier) or ("段" if _LINE.search(modifier) else None)


def _head(name: str) -> str | None:
    """The head that ends a name, None where it ends in none."""
    bare = _QUOTES.sub("", name)
    if bare.endswith(words().not_heads):
        return None
    if re.search(r"[\u4e00-\u9fff]段$", bare) or re.search(r"\d+号线$", bare) or bare.endswith("扩建"):
        return "段"
    return next((head for head in words().heads if bare.endswith(head)), None)


def _specific(name: str, verb: str, places: Sequence[Found], run: tuple[int, int]) -> bool:
    """One instance is meant: its name has a place, or says what it is for; no class, no positioning aim."""
    bare = _QUOTES.sub("", re.sub(r"[（(][^（()）]*[）)]", "", name))
    known = words()
    if bare in known.classes or bare.startswith(known.several) or len(name) > _MAX_NAME:
        return False
    named = any(run[0] <= p.start < run[1] for p in places)
    if (bare.endswith(known.class_endings) and not named) or _NO_NAME.search(bare):
        return False
    if any(word in bare for word in known.not_in_names) and not bare.endswith("工程"):
        return False
    if re.search("的.{1,6}$", bare) and not named:
        return False
    if "打造" in verb and _is_position(bare):
        return False
    heads = [head for head in known.heads if bare.endswith(head)] or [""]
    if heads[0] in known.need_place and not named and not _OWN_NAME.search(bare[: -len(heads[0])]):
        return False
    modifier = len(bare) - len(heads[-1])
    return modifier > (3 if heads[-1] in known.weak and not named else 1)


def _is_position(bare: str) -> bool:
    """A scope or a rank in front of 基地, 中心 and the like: what a place wants to be, not what is built."""
    known = words()
    return (
        bare.endswith(known.positions) and any(s in bare[:-2] for s in known.scopes) and not bare.endswith(known.in_use)
    )
