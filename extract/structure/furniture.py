"""What printers, browsers and web sites put around a paper: page numbers, ornaments, fields of a record."""

import re

DASHES = "-—–―－─_=·."
"""What stands around a page number."""
_PAGE_NUMBER = re.compile(r"(?:第?\d{1,4}页?(?:[,，/共第]{1,2}\d{1,4}页?)?)?")
_PAGE_NUMBER_LENGTH = 20
_PRINTED = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\d{1,2}:\d{2}(?:AM|PM)?|(?:file|https?)://[!-~]{3,300}?(?:\d{1,3}/\d{1,3})?"
)
# What a web site prints around a paper: where it stands in the site, the fields of its record, what a reader may press.
_OF_SITE = re.compile(
    r"(?:(?:您|现在|当前)(?:现在|当前)?(?:所在)?的?位置|(?:信息)?索[引取]号|(?:公文)?(?:分类|种类|类别|体裁|文种)"
    r"|(?:主题|体裁|组配|信息)(?:分类|词)|发[布文]机[构关]|发文字号|文件编号|(?:统一|规范性文件)登记号|成文日期"
    r"|发布(?:日期|时间|单位)|公开(?:日期|时间|方式|形式|范围|类别|属性)|(?:有|时)效性|(?:生成|生效|失效|废止|印发)日期"
    r"|信息(?:来源|名称)|来源|标?题|关键词|浏览(?:次数|量)|点击(?:数|量)|阅读(?:量|次数)|字[体号]|[上下]一[篇条]|责任编辑"
    r"|分享到?|相关(?:政策)?(?:解读|链接|阅读|新闻)|(?:政策|图文|文件)解读|解读链接|附件下载)[：:】].{0,120}|(?:【?(?:打印|关闭|大中小|收藏|我要纠错)(?:本页|此页|窗口)?】?)+|扫一扫.{0,40}"
)
NUMBER_ALONE = re.compile(
    r"[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]"
)
"""A line that holds the number of a part and nothing else: a browser sets it apart from its text."""
_ORNAMENT = re.compile(r"(.)\1{7,}")


_GAZETTE = re.compile(r"[\u4e00-\u9fff]{2,16}(?:公报|政报)[·.]?\d{4}年?[·.]?(?:总?第)?\d{1,3}[期号]")


def is_furniture(text: str) -> bool:
    """Whether a line is a page number with dashes or 页 around it, an ornament, or what stands around a paper.

    Args:
        text: the line, without white space.
    """
    if _PRINTED.fullmatch(text) or _OF_SITE.fullmatch(text) or _GAZETTE.fullmatch(text):
        return True
    bare = text.strip(DASHES)
    if NUMBER_ALONE.fullmatch(text):
        return False
    if bare == text and bare.isdecimal():
        return False
    is_page = len(bare) <= _PAGE_NUMBER_LENGTH and _PAGE_NUMBER.fullmatch(bare) is not None
    return is_page or _ORNAMENT.fullmatch(text) is not None
