"""Made-up plans of every layout, and texts of any kind, for the property tests."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from hypothesis import strategies as st

AGENCIES = (
    "市发展改革委",
    "市教育局",
    "市自然资源和规划局",
    "市农业农村局",
    "青屏县人民政府",
    "各县区人民政府",
    "市管园区管委会",
)
CHINESE = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
TOPICS = ("总体要求", "实施产业协作行动", "提升互联互通水平", "加强生态共治", "推动公共服务共享", "保障措施")
TITLES = (
    "建设现代港口",
    "培育轴承产业",
    "打造科创平台",
    "完善养老服务",
    "强化水源保护",
    "深化数据共享",
    "加强组织领导",
)
SENTENCES = (
    "加快建设云川—泽川城际铁路，开展青屏至泽川高速公路前期研究。",
    "支持青屏县与泽川市柳浦区共建产业园，每年引进项目不少于5个。",
    "推进轴承、食品、竹木家居等产业链协同；共同编制招商图谱。",
    "到2025年，港口吞吐量达到3000万吨（含江海联运1200万吨）。",
    "落实《澜江经济带发展规划》，完善“一网通办”事项清单。",
    "参与建设澜江中游科技创新共同体，引进中试平台2家以上！",
    "建立健全流域生态补偿机制，水质达标率保持在95%以上。",
)


@dataclass(slots=True)
class MadeUp:
    """A plan before it is printed.

    Attributes:
        paragraphs: what is printed, each with whether it is a heading.
        units: the text of each unit by its id, without newlines and the § of passages.
    """

    paragraphs: list[tuple[str, bool]] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)

    def heading(self, text: str) -> None:
        """Print a heading."""
        self.paragraphs.append((text, True))

    def say(self, unit: str, text: str, number: str = "") -> None:
        """Print a paragraph of a unit, with a number in front."""
        self.paragraphs.append((number + text, False))
        self.units[unit] = self.units.get(unit, "") + text


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """A paragraph: sentences, and a clause or none."""
    said = "".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=4)))
    who = draw(st.lists(st.sampled_from(AGENCIES), min_size=0, max_size=4, unique=True))
    if len(who) > 1:
        said += f"（{who[0]}牵头，{'、'.join(who[1:])}等按职责分工负责）"
    elif who:
        said += f"（{who[0]}负责）"
    return said


@st.composite
def running_plans(draw: st.DrawFn) -> MadeUp:
    """A plan whose measures run on through its sections: 1．, 2．… or, below 1． that restarts, （1）, （2）…."""
    plan, count = _begun(draw), 0
    brackets = draw(st.booleans())
    for section in range(draw(st.integers(2, 4))):
        plan.heading(f"{CHINESE[section]}、{TOPICS[section]}")
        for below in range(draw(st.integers(2, 4))):
            if brackets:
                plan.heading(f"{below + 1}．{draw(st.sampled_from(TITLES))}")
            for _ in range(draw(st.integers(1, 3)) if brackets else 1):
                count += 1
                plan.say(str(count), draw(bodies()), f"（{count}）" if brackets else f"{count}．")
    return plan


@st.composite
def nested_plans(draw: st.DrawFn) -> MadeUp:
    """A plan of sections, subsections and items that restart (一、（一）1．)."""
    plan = _begun(draw)
    for section in range(draw(st.integers(2, 4))):
        top = CHINESE[section]
        plan.heading(f"{top}、{TOPICS[section]}")
        if draw(st.booleans()):
            plan.say(top, draw(st.sampled_from(SENTENCES)))
        for below in range(draw(st.integers(2, 3))):
            path = f"{top}（{CHINESE[below]}）"
            title = draw(st.sampled_from(TITLES))
            items = draw(st.sampled_from((0, 2, 3)))
            if draw(st.booleans()) or items:
                plan.heading(f"（{CHINESE[below]}）{title}")
                if not items:
                    plan.say(path, draw(bodies()))
            else:
                plan.say(path, f"{title}。{draw(bodies())}", f"（{CHINESE[below]}）")
            for item in range(items):
                plan.say(f"{path}{item + 1}", f"{draw(st.sampled_from(TITLES))}。{draw(bodies())}", f"{item + 1}．")
    return plan


@st.composite
def chaptered_plans(draw: st.DrawFn) -> MadeUp:
    """A plan of chapters and sections: 第一章 第一节."""
    plan = _begun(draw)
    for chapter in range(draw(st.integers(2, 4))):
        path = f"第{CHINESE[chapter]}章"
        plan.heading(f"{path}\u3000{TOPICS[chapter]}")
        for section in range(draw(st.integers(0, 3))):
            below = f"第{CHINESE[section]}节"
            plan.heading(f"{below} {draw(st.sampled_from(TITLES))}")
            plan.say(path + below, draw(bodies()))
        if path + "第一节" not in plan.units:
            plan.say(path, draw(bodies()))
    return plan


@st.composite
def decimal_plans(draw: st.DrawFn) -> MadeUp:
    """A plan in decimal numbers: 1, 1.1, 1.1.1."""
    plan = _begun(draw)
    for first in range(1, draw(st.integers(2, 4)) + 1):
        plan.heading(f"{first} {TOPICS[first]}")
        for second in range(1, draw(st.integers(1, 3)) + 1):
            plan.heading(f"{first}.{second} {draw(st.sampled_from(TITLES))}")
            thirds = draw(st.integers(0, 2))
            for third in range(1, thirds + 1):
                plan.heading(f"{first}.{second}.{third} {draw(st.sampled_from(TITLES))}")
                plan.say(f"{first}.{second}.{third}", draw(bodies()))
            if not thirds:
                plan.say(f"{first}.{second}", draw(bodies()))
    return plan


def _begun(draw: st.DrawFn) -> MadeUp:
    plan = MadeUp()
    plan.heading(draw(st.sampled_from(("云川市融入澜江经济带行动计划（2022—2024年）", "青屏县产业发展实施方案"))))
    plan.say("前言", "为加快高质量发展，结合实际，制定本方案。")
    return plan


PLANS = st.one_of(running_plans(), nested_plans(), chaptered_plans(), decimal_plans())


def in_lines(plan: MadeUp) -> str:
    """Printed a paragraph a line."""
    return "\n".join(text for text, _ in plan.paragraphs)


def spaced(plan: MadeUp) -> str:
    """Printed with empty lines, indents and the line ends of Windows."""
    return "\r\n\r\n".join(f"\u3000\u3000{text}" for text, _ in plan.paragraphs) + "\r\n"


def in_one_line(plan: MadeUp) -> str:
    """Printed in one line, paragraphs parted by wide spaces alone."""
    return "\u3000\u3000".join(text for text, _ in plan.paragraphs)


def as_markdown(plan: MadeUp) -> str:
    """Printed as Markdown, headings marked, some text in bold."""
    return "\n\n".join(f"## **{text}**" if heading else text for text, heading in plan.paragraphs)


def in_wide_digits(plan: MadeUp) -> str:
    """Printed with full-width figures, as PDF files give them."""
    return in_lines(plan).translate({c: c + 0xFEE0 for c in range(0x30, 0x3A)})


def over_pages(plan: MadeUp) -> str:
    """Printed with page numbers inside the longer paragraphs, which they cut in two."""
    printed, page = [], 0
    for text, heading in plan.paragraphs:
        at = next((n for n in range(55, len(text)) if _is_word(text[n - 1 : n + 1])), None)
        if at and not heading:
            page += 1
            printed.append(f"{text[:at]}\n\n— {page} —\n\n{text[at:]}")
        else:
            printed.append(text)
    return "\n\n".join(printed)


def columns(text: str) -> int:
    """How wide a text is printed: two columns for a Chinese character, one for a Latin one."""
    return sum(1 if c.isascii() else 2 for c in text)


def broken(text: str, margin: int) -> list[str]:
    """The lines of a paragraph: no figure is cut, none begins with a closing mark or ends with an opening one.

    Args:
        text: the paragraph.
        margin: how many columns a line has.
    """
    lines = [""]
    for word in re.findall(r"[A-Za-z0-9.%+:]+|.", text):
        if columns(lines[-1] + word) > margin and word[0] not in "，。；：、！？）)〕”’》】%":
            kept = lines[-1].rstrip("（(〔“《")
            lines[-1:] = [kept, lines[-1][len(kept) :]]
        lines[-1] += word
    return lines


def wrapped(plan: MadeUp, margin: int = 72) -> str:
    """Printed with lines broken at the margin."""
    return "\n".join(line for text, _ in plan.paragraphs for line in broken(text, margin))


def narrowly_wrapped(plan: MadeUp) -> str:
    """Printed with lines broken after 26 Chinese characters."""
    return wrapped(plan, 52)


def _is_word(text: str) -> bool:
    """Whether it is Chinese characters alone: a page may break elsewhere, but this is where it shows."""
    return all("\u4e00" <= c <= "\u9fff" for c in text)


PRINTERS = (in_lines, spaced, in_one_line, as_markdown, in_wide_digits, over_pages, wrapped, narrowly_wrapped)

MARKS = (
    *"（()）〔〕“”《》。；：，、.1２９一二十百|#*>\n\r\t \u3000-—…·￥$\u2028\ufeff",
    *(
        "第一章",
        "一、",
        "（一）",
        "1.",
        "（1）",
        "1.1",
        "附件1",
        "专栏1",
        "目录",
        "负责",
        "牵头单位：",
        "责任单位",
        "方案",
        "①",
        "一是",
    ),
    *(
        "2021年1月1日",
        "抄送：",
        "市教育局",
        "各市、县",
        "|a|b|\n",
        "——",
        "&nbsp;",
        "国办发〔2020〕24号",
        "职责权限",
        "列第一位的为牵头单位",
    ),
)
"""What a text of the genre is made of, down to what breaks readers."""


def texts() -> st.SearchStrategy[str]:
    """Any text: of any characters, and of the marks that structure rests on."""
    marked: st.SearchStrategy[Iterable[str]] = st.lists(
        st.one_of(st.sampled_from(MARKS), st.text(max_size=3)), max_size=60
    )
    return st.one_of(st.text(max_size=200), marked.map("".join))


WORDS = (  # noqa: SIM905 - so many words are read more easily than so many quotation marks
    "徐州市 徐州 埇桥区 萧县 宿州 沪苏浙 长三角 皖北 铜山区 合作 资源 市发展改革委 市教育局 推进 加快建设 "
    "打造 谋划 支持 依托 参与 对接 承接 落实 根据 达到 不低于 新增 分别下降 产业园 高速公路 城际铁路 "
    "研究院 数据中心 平台 基地 工程 项目前期工作 等 一批 与 和 、 — ， 的 徐工集团 浙江大学 行业协会 "
    "战略合作 产业链 备忘录 云计算 新能源汽车 农产品加工 产业 流域 沱河 2025年 每年 30% 5.5亿元 3家 1:2 "
    "Ⅲ类 以上 左右 《行动计划》 《 》 “一核” “ ” （ ） （市教育局牵头，市财政局配合） 森林覆盖率 "
    "对口 我市 将 打造成 延伸到 1号线 流动 成都市 合肥—新沂 "
).split()
"""What passages of plans are made of, for the components of extraction."""


def sayings() -> st.SearchStrategy[str]:
    """A paragraph of words of the genre in any order, which ends like a sentence."""
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(lambda words: f"推进工作，{''.join(words)}。")
