"""The words in which the titles of official papers end."""

import re

_WORDS = (
    "方案|计划|规划|纲要|意见|措施|通知|办法|决定|细则|要点|清单|条例|规定|政策|倡议|指引|导则|公告|函|报告|行动|预案"
)

TITLE_END = re.compile(rf"(?:{_WORDS})(?:[（(][^（()）]{{0,20}}[)）]){{0,2}}$")
"""The end of a title, with the period or the state of the text behind it (（2021-2023年）, （试行）)."""

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［（(【](?:19|20)\d{2}[〕\]］）)】]第?\d{1,5}号?")
"""The number of a paper: 宿长三角办〔2021〕1号, brackets of any shape; a broken line may have parted 号 from it."""

GLUED = re.compile(
    rf"[^。；：]{{2,100}}(?:{_WORDS})(?=[\u4e00-\u9fff]{{1,8}}[〔\[［（(【](?:19|20)\d{{2}}[〕\]］）)】]第?\d)"
)
"""A title with the number of the paper printed right behind it (…实施意见国办发〔2020〕24号)."""

LONGEST = 100
"""More characters than this make no title."""


def is_title(text: str) -> bool:
    """Whether a line ends as a title does."""
    return len(text) <= LONGEST and TITLE_END.search(text) is not None
