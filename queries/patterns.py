"""What a question says by its form: quotations, numbers of measures, years, facts, and names left blank."""

import re

from queries.spans import CJK

PATTERNS = (
    ("quoted", re.compile(r"[“\"「『‘](?P<it>[^”\"」』’“]{1,40})[”\"」』’]")),
    ("titled", re.compile(r"《(?P<it>[^》]{2,80})》")),
    ("unit", re.compile(r"第?(?P<it>\d{1,3}|[一二三四五六七八九十百]{1,5})(?:条|项措施|号措施|条措施)(?!以上)")),
    ("unit", re.compile(r"第(?P<it>\d{1,3}|[一二三四五六七八九十百]{1,5})项")),
    ("unit", re.compile(r"(?:措施|任务|条款|条目)(?:第|编号)?(?P<it>\d{1,3})(?!\d)")),
    ("unit", re.compile(r"[(#§](?P<it>\d{1,3}|[一二三四五六七八九十百]{1,5})(?:\)|\b)")),
    (
        "unit",
        re.compile(
            r"\b(?:measure|article|item|task|unit|clause|point|provision|paragraph|action|entry|no\.?|number)\s+"
            r"(?:no\.?\s*|number\s+|#)?(?P<it>\d{1,3})\b"
        ),
    ),
    ("year", re.compile(r"(?<!\d)(?P<it>(?:19|20)\d\d)(?!\d)(?:\s?年)?")),
    ("fact", re.compile(r"\b(?P<it>(?=[a-f]*\d)[0-9a-f]{8,16})\b")),
)
"""What stands between marks, numbers of measures, years and facts, by kind."""
LITERAL = (
    re.compile(
        rf"(?:字面上?|关键词|关键字|检索词|搜索词|\b(?:word|term|phrase|string|wording|text|keyword|expression)s?\b)"
        rf"(?:是|为|有|出现|提到|含有?|包含|写着?|\s*:)?\s*(?P<it>[{CJK}]{{2,10}})"
    ),
    re.compile(
        rf"(?:出现|包含|含有?|带有?|写有|写了?|提到|提及|检索|搜索?|有)(?:了|过|一下)?(?P<it>[{CJK}]{{2,8}}?)"
        rf"(?:这|这个|这一|的)?(?:个词|词|一词|二字|[两三四几]个?字|字样|字眼|说法|提法|表述)"
    ),
)
"""A text that is said to be one, without quotation marks."""
BLANKS = re.compile(r"[×xX*○〇△□]{2,}[市县区省局委]?|某[某个]*(?:市|县|区|省|局|地|部门|单位|企业|公司|项目)")
"""What stands for a name that is not said."""
PLACEHOLDER = re.compile(r"^(?:[×xX*○〇△□]{2,}|某+|…+)|(?:[×xX*○〇△□]{2,}|…+)$")
"""What stands in a quotation for the rest of a name: “××机场” is whatever is called an airport."""
EXAMPLE = re.compile(
    r"\(?(?:\be\.\s?g\.|\bfor (?:example|instance)\b|\bsuch as\b|比如|例如|譬如|诸如)说?[^,。?!;:()]*\)?"
    r"|\([^()]*(?:\betc\b\.?|\band so (?:on|forth)\b|\band the like\b|等等?|之类)\s*\)"
)
"""What is said to be an example."""
