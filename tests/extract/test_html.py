"""Web pages: the text of the article and no more, and pages that are refused."""

import time
from html import escape
from pathlib import Path

import pytest

from extract.errors import DocumentError
from extract.files.html import read_html

PLAN = Path("plan.html")
MEASURES = [
    f"（{number}）推进{what}建设。加快{what}项目前期工作，完善配套设施，提升服务能力。（{who}牵头，市财政局等按职责分工负责）"
    for number, what, who in (
        ("一", "云川港", "市交通运输局"),
        ("二", "澜江航道", "市水利局"),
        ("三", "青屏产业园", "市发展改革委"),
        ("四", "白渡水源地", "市生态环境局"),
    )
]
TITLE = "云川市融入澜江经济带行动计划（2022—2024年）"
ARTICLE = [TITLE, "云政〔2022〕3号", "为加快融入澜江经济带，制定本计划。", "一、重点任务", *MEASURES]


def text(body: str, head: str = "") -> str:
    """The text of a page."""
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return read_html(page.encode(), PLAN)[0]


def printed(said: list[str], tag: str = "p") -> str:
    """Paragraphs of a page."""
    return "\n".join(f"<{tag}>{escape(line)}</{tag}>" for line in said)


def refused(data: bytes) -> str:
    """Why a page is refused: one line that begins with its name."""
    with pytest.raises(DocumentError) as error:
        read_html(data, PLAN)
    message = str(error.value)
    assert message.startswith("plan.html: ")
    assert "\n" not in message
    return message


MENU = "<ul>" + "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(12)) + "</ul>"


@pytest.mark.parametrize(
    "page",
    [
        f"<div id=top>{MENU}</div><div class=content><div id=zoom>{printed(ARTICLE)}</div></div><div>{MENU}</div>",
        f"<nav>首页 &gt; 政策</nav><article>{printed(ARTICLE)}</article><footer>主办单位：云川市人民政府</footer>",
        f"<table><tr><td>{MENU}</td><td>{printed(ARTICLE)}</td></tr></table><script>责任单位：脚本</script>",
        f"<form><div>{printed(ARTICLE, 'div')}</div><select><option>选项</option></select></form>",
        f"<div>{'<br>'.join(map(escape, ARTICLE))}</div><div style='display: none'>隐藏（市教育局负责）</div>",
        f"<div><h1>{TITLE}</h1><div>{printed(ARTICLE[1:4])}</div><div>{printed(ARTICLE[4:])}</div></div>",
        f"<div>{printed(ARTICLE)}</div>".replace("行动计划", "<span>行动</span><b>计划</b>"),
        printed(ARTICLE),
    ],
    ids=["divs", "article", "layout table", "form", "breaks", "parts", "inline", "bare"],
)
def test_the_article_is_read_whole(page: str) -> None:
    """Every paragraph of the article is a line, whatever it is laid out with; menus, scripts and feet are none."""
    assert ARTICLE == [line.removeprefix("# ") for line in text(page).splitlines()]


def test_a_page_without_an_article_is_read_whole() -> None:
    """A page of hardly any text is read as it is."""
    assert "一、甲\n二、乙" == text("<p>一、甲</p><p>二、乙</p>")


def test_clauses_beside_the_article_are_kept() -> None:
    """Where a part of the page beside the article states duties the whole page is read."""
    beside = "<div class=sidebar><p>五、保障（市监察局负责）</p></div>"
    said = text(f"<div><div class=content>{printed(ARTICLE * 3)}</div></div>{beside}")
    assert "五、保障（市监察局负责）" in said.splitlines()


def test_the_title_may_stand_in_the_head_alone() -> None:
    """A title that only the head of the page says stands in front of the text."""
    body = printed(ARTICLE[1:])
    for head in (f'<meta name="ArticleTitle" content="{TITLE}">', f"<title>{TITLE}_云川市人民政府</title>"):
        assert [TITLE, *ARTICLE[1:]] == text(body, head).splitlines()
    assert ARTICLE[1:] == text(body, "<title>政策文件</title>").splitlines()


RECORD = [
    ("索 引 号：", "000014349/2022"),
    ("主题分类：", "综合政务"),
    ("发文机关：", "云川市"),
    ("发文字号：", "云政〔2022〕3号"),
]


def test_the_record_in_a_catalogue_is_no_table() -> None:
    """Of the table in which a site records a paper its number is read, and nothing else."""
    record = "".join(f"<tr><td>{label}</td><td>{said}</td></tr>" for label, said in RECORD)
    body = f"<div><table>{record}</table>{printed([TITLE, *ARTICLE[2:4]])}</div>"
    assert ["云政〔2022〕3号", TITLE, *ARTICLE[2:4]] == text(body).splitlines()


def test_headings_are_marked() -> None:
    """A short heading is marked as in Markdown; a sentence set as one is not."""
    body = f"<h2>保障措施</h2><p>加强统筹。</p><h3>压实责任。甲负责。</h3>{printed(ARTICLE)}"
    said = text(body).splitlines()
    assert ["# 保障措施", "加强统筹。", "压实责任。甲负责。"] == said[:3]


@pytest.mark.parametrize(
    ("items", "numbers"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3><li>甲</li><li value=7>乙</li><li>丙</li></ol>", ["3. 甲", "7. 乙", "8. 丙"]),
        ("<ol type=A><li>甲</li><li>乙</li></ol>", ["A. 甲", "B. 乙"]),
        ('<ol style="list-style-type:cjk-ideographic"><li>甲</li></ol>', ["一、甲"]),
        ('<ol style="list-style:none"><li>甲</li></ol>', ["甲"]),
        ("<ol><li>1．甲</li><li><b>2</b>．乙</li></ol>", ["1．甲", "2．乙"]),
        ("<ol><li>甲<ol><li>子</li></ol></li><li>乙</li></ol>", ["1. 甲", "1. 子", "2. 乙"]),
        ("<ul><li>甲</li></ul>", ["甲"]),
    ],
)
def test_numbers_of_lists_are_in_the_text(items: str, numbers: list[str]) -> None:
    """Numbers that a page counts itself stand in the text; an item that prints its own keeps that."""
    assert numbers == text(items).splitlines()


def test_lines_of_the_source_are_no_lines() -> None:
    """A line end in the source is nothing between Chinese characters, and a space between words."""
    assert "加快建设云川港 AI center\n  缩进" == text("<p>加快建设\n  云川港 AI\ncenter</p><pre>  缩进</pre>").replace(
        "\n缩进", "\n  缩进"
    )


def test_tables_are_rows() -> None:
    """Cells stand between bars behind their caption; what is merged downwards stands in each row."""
    table = (
        "<table><caption>表1 分工</caption><thead><tr><th>任务<th colspan=2>责任单位</thead>"
        "<tr><td>建设港口<td rowspan=2>市交通运输局<td>市财政局<br>市水利局<tr><td>疏浚<p>航道</p><td>市教育局</table>"
    )
    assert [
        "表1 分工",
        "| 任务 | 责任单位 | 责任单位 |",
        "| 建设港口 | 市交通运输局 | 市财政局<br>市水利局 |",
        "| 疏浚<br>航道 | 市交通运输局 | 市教育局 |",
        "表后",
    ] == text(f"{table}表后").splitlines()


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        ("utf-8", "utf-8"),
        ("gb18030", "gb2312"),
        ("gbk", "GBK"),
        ("utf-8", "gb2312"),
        ("gb18030", ""),
        ("gb18030", "x-unknown"),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("big5", "big5"),
    ],
)
def test_encodings_are_recognised(codec: str, declared: str) -> None:
    """A page is read in the encoding that it is in; what it declares decides where UTF-8 does not."""
    body = ARTICLE if codec != "big5" else ["雲川市港口發展行動方案", "一、總體要求", "加快建設白渡港區。"]
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    data = f"<html><head>{meta}</head><body>{printed(body)}</body></html>".encode(codec)
    said, used = read_html(data, PLAN)
    assert body == said.splitlines()
    assert data.decode(used)


def test_a_page_of_xml_is_read() -> None:
    """A page that declares itself XML, with its encoding, is read like any other."""
    page = '<?xml version="1.0" encoding="UTF-8"?><html xmlns="x"><body><p>一、甲</p></body></html>'
    assert "一、甲" == read_html(page.encode(), PLAN)[0]


@pytest.mark.parametrize("page", ["", " ", "<html></html>", "<p></p>", "<script>甲</script>", "<!-- 甲 -->", "<?xml?>"])
def test_a_page_without_text_is_refused(page: str) -> None:
    """A page that says nothing is refused with what to do."""
    assert "save the whole page as .html again, or give its text alone" in refused(page.encode())


@pytest.mark.parametrize("tag", ["div", "font", "table", "ol", "li", "b"])
def test_deep_pages_end(tag: str) -> None:
    """A page that is nested without end is read whole or refused, in good time."""
    start = time.process_time()
    page = (f"<{tag}>" * 100_000 + "一、甲").encode()
    if tag == "li":  # an item ends where the next begins
        assert "一、甲" == read_html(page, PLAN)[0]
    else:
        assert "is no readable web page; save the whole page as .html again" in refused(page)
    assert time.process_time() - start < 10


@pytest.mark.slow
@pytest.mark.parametrize(
    "said",
    [
        "<p>一、甲</p>",
        "<li>甲",
        "<ol><li>甲</ol>",
        "<td>甲",
        "<table><tr><td>甲<td>乙</table>",
        "<a href=x>甲</a>",
        "<h1>甲</h1>",
    ],
)
def test_long_pages_end(said: str) -> None:
    """A page of a hundred thousand of one element is read in good time."""
    start = time.process_time()
    read_html((said * 100_000).encode(), PLAN)
    assert time.process_time() - start < 40
