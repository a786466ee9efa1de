"""Word files: what a reader of the printed paper sees, and files that are refused."""

import struct
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from extract.errors import DocumentError
from extract.files.docx import MAX_EXPANDED, MAX_XML, read_docx
from tests.extract.papers import package, word

PLAN = Path("plan.docx")
LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/>{3}<w:lvlText w:val="{2}"/></w:lvl>'
LISTS = (
    '<w:abstractNum w:abstractNumId="1">'
    + LEVEL.format(0, "chineseCounting", "%1、", "")
    + LEVEL.format(1, "chineseCounting", "（%2）", "")
    + LEVEL.format(2, "decimal", "%3．", '<w:lvlRestart w:val="0"/>')
    + LEVEL.format(3, "decimalEnclosedCircle", "%4", "")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + LEVEL.format(0, "chineseCounting", "第%1章", '<w:pStyle w:val="Chapter"/>')
    + LEVEL.format(1, "decimal", "%1.%2", "<w:isLgl/>")
    + LEVEL.format(2, "bullet", "\uf0b7", "")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="chapter"/>'
    '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Below"><w:name w:val="below"/><w:basedOn w:val="Chapter"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
)


def text(*body: str, numbering: str = "", styles: str = "") -> str:
    """The text of a Word file that holds this."""
    return read_docx(word(body, numbering=numbering, styles=styles), PLAN)


def item(said: str, level: int, use: int = 1) -> str:
    """A paragraph of a list."""
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{use}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{said}</w:t></w:r></w:p>"
    )


def run(said: str, properties: str = "") -> str:
    """A run of text."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{said}</w:t></w:r>"


def row(*cells: str) -> str:
    """A row of a table; a cell may begin with its properties."""
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def cell(said: str, properties: str = "") -> str:
    """What a cell of a table holds."""
    return f"<w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{said}</w:t></w:r></w:p>"


def refused(data: bytes) -> str:
    """Why a file is refused: one line that begins with its name."""
    with pytest.raises(DocumentError) as error:
        read_docx(data, PLAN)
    message = str(error.value)
    assert message.startswith("plan.docx: ")
    assert "\n" not in message
    return message


def test_numbers_of_lists_are_in_the_text() -> None:
    """Numbers that Word counts itself stand in the text as it prints them, each level in its form."""
    said = text(
        item("总体要求", 0),
        item("指导思想", 1),
        item("基本原则", 1),
        item("建设港口。", 2),
        item("重点任务", 0),
        item("交通", 1),
        item("疏浚航道。", 2),
        item("甲", 3),
        item("乙", 3),
        numbering=LISTS,
    )
    numbers = ["一、", "（一）", "（二）", "1．", "二、", "（一）", "2．", "①", "②"]
    assert numbers == [line.split(" ")[0] for line in said.splitlines()]


def test_lists_start_over_where_they_say_so() -> None:
    """A use of a list goes on with its numbers unless it starts anew; an empty paragraph is counted, not printed."""
    said = text(item("甲", 0), item("", 0), item("乙", 0), item("丙", 0, use=3), item("丁", 0, use=3), numbering=LISTS)
    assert "一、 甲\n三、 乙\n一、 丙\n二、 丁" == said


def test_styles_number_their_paragraphs() -> None:
    """A style, or one that it is based on, puts its paragraphs on a list; other levels may be written in figures."""
    chapters = [f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(style)}</w:p>' for style in ("Chapter", "Below")]
    said = text(*chapters, item("节", 1, use=2), item("点", 2, use=2), numbering=LISTS, styles=STYLES)
    assert "第一章 Chapter\n第二章 Below\n2.1 节\n点" == said
    plain = (
        '<w:p><w:pPr><w:pStyle w:val="Chapter"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>' + run("无") + "</w:p>"
    )
    assert "无" == text(plain, numbering=LISTS, styles=STYLES)


def test_a_list_that_is_missing_numbers_nothing() -> None:
    """A paragraph of a list that the file does not hold has no number."""
    assert "甲\n乙" == text(item("甲", 0, use=77), item("乙", 99, use=2), numbering=LISTS)
    assert "甲" == text(item("甲", 0))


def test_tracked_changes_are_read_in_their_last_state() -> None:
    """Insertions are text, deletions are not; where the end of a paragraph was deleted the next goes on with it."""
    who = 'w:id="1" w:author="a"'
    changed = (
        f"<w:p>{run('建设')}<w:ins {who}>{run('新')}</w:ins><w:del {who}><w:r><w:delText>旧</w:delText></w:r></w:del>"
    )
    joined = f"<w:p><w:pPr><w:rPr><w:del {who}/></w:rPr></w:pPr>{run('加快')}</w:p>"
    moved = f"<w:p><w:moveFrom {who}>{run('前')}</w:moveFrom><w:moveTo {who}>{run('后')}</w:moveTo></w:p>"
    gone = f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del {who}/></w:rPr></w:pPr></w:p>'
    said = text(f"{changed}{run('港口')}</w:p>", joined, "推进", moved, gone, item("列", 0), numbering=LISTS)
    assert "建设新港口\n加快推进\n后\n一、 列" == said


def test_what_is_not_printed_is_no_text() -> None:
    """Hidden text, codes of fields, marks of notes, comments and a table of contents are left out."""
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent><w:p>{run('目录一')}</w:p></w:sdtContent></w:sdt>"
    )
    entry = f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{run("目录二")}</w:p>'
    shown = run("乙", '<w:vanish w:val="0"/>')
    hidden = f"<w:p>{run('甲')}{run('隐', '<w:vanish/>')}{shown}</w:p>"
    field = (
        f'<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{run("丙")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    )
    assert "甲乙\n丙" == text(contents, entry, hidden, field, styles=STYLES)


def test_marks_inside_a_paragraph() -> None:
    """Tabs, breaks, links, fields, content controls and ruby give their characters."""
    inside = (
        f"<w:hyperlink>{run('链')}</w:hyperlink><w:fldSimple>{run('域')}</w:fldSimple>"
        f"<w:sdt><w:sdtContent>{run('控')}</w:sdtContent></w:sdt>"
        f"<w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('字')}</w:rubyBase></w:ruby></w:r>"
    )
    marks = "<w:r><w:tab/><w:t>后</w:t><w:br/><w:t>行</w:t><w:noBreakHyphen/><w:t>尾</w:t></w:r>"
    assert "链域控字\t后\n行-尾" == text(f"<w:p>{inside}{marks}</w:p>")


def test_a_text_box_stands_behind_its_paragraph() -> None:
    """What a text box says is read once, although Word writes it in two forms."""
    box = f"<w:txbxContent><w:p>{run('框内')}</w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f"<w:r><mc:AlternateContent {mc}><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert "段落\n框内\n下段" == text(f"<w:p>{both}{run('段落')}</w:p>", "下段")


def test_tables_are_rows() -> None:
    """Cells stand between bars; what is merged downwards stands in each row, deleted rows in none."""
    table = (
        "<w:tbl>"
        + row(cell("任务"), cell("责任单位", '<w:gridSpan w:val="2"/>'))
        + row(cell("建设港口"), cell("市交通运输局", '<w:vMerge w:val="restart"/>'), cell("市财政局"))
        + row(cell("疏浚航道"), cell("", "<w:vMerge/>"), cell("市水利局"))
        + f'<w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr><w:tc>{cell("删")}</w:tc></w:tr>'
        + f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>{cell("尾")}</w:tc></w:tr>'
        + "</w:tbl>"
    )
    assert [
        "| 任务 | 责任单位 | 责任单位 |",
        "| 建设港口 | 市交通运输局 | 市财政局 |",
        "| 疏浚航道 | 市交通运输局 | 市水利局 |",
        "|  | 尾 |  |",
    ] == text(table).splitlines()


def test_a_table_in_a_cell_is_its_lines() -> None:
    """A cell that holds a table holds the lines of its cells, and numbers of lists are counted there too."""
    inner = f"<w:tbl>{row(cell('甲'), cell('乙'))}</w:tbl><w:p/>"
    table = f"<w:tbl>{row(inner, item('列', 0))}{row(cell('丙'), item('列', 0))}</w:tbl>"
    assert "| 甲<br>乙 | 一、 列 |\n| 丙 | 二、 列 |" == text(table, numbering=LISTS)


def test_headings_are_marked() -> None:
    """A short paragraph in the style of a heading is one; a measure in that style is none."""
    heading, measure = (
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run(said)}</w:p>'
        for said in ("保障措施", "加强统筹。甲负责。")
    )
    assert "# 保障措施\n加强统筹。甲负责。" == text(heading, measure)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", word(["甲"])[:2000], word(["甲"])[:-30], package({"a": b"b"})])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    """What is cut short, or an archive of something else, is no Word file."""
    assert "is no whole Word file; open it in a word processor and save it as .docx again" in refused(data)


def replaced(part: str, said: bytes) -> bytes:
    """A Word file with another part in place of its own."""
    with zipfile.ZipFile(BytesIO(word(["甲"]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return package(parts | {part: said})


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml"])
@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"<w:document>",
        b"<a/>",
        b'<!DOCTYPE a [<!ENTITY a "'
        + b"x" * 999
        + b'"><!ENTITY b "'
        + b"&a;" * 999
        + b'">]><a>'
        + b"&b;" * 999
        + b"</a>",
        b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]><a>&a;</a>',
        b"<a>" * 100_000,
    ],
    ids=["empty", "open", "other", "entities", "external", "deep"],
)
def test_damaged_parts_are_refused(part: str, said: bytes) -> None:
    """A part that is no XML, is something else, declares entities or is nested without end is a damaged file."""
    assert "is no whole Word file" in refused(replaced(part, said))


def test_a_document_with_entities_is_refused() -> None:
    """No Word file declares entities, so one that does is not read, not even where they are harmless."""
    with zipfile.ZipFile(BytesIO(word(["甲"]))) as archive:
        document = archive.read("word/document.xml").replace(
            b"<w:document", b'<!DOCTYPE d [<!ENTITY a "b">]><w:document', 1
        )
    assert "is no whole Word file" in refused(replaced("word/document.xml", document))


def test_a_bomb_is_refused() -> None:
    """A file that unpacks to more than a plan needs is refused in good time, also where it lies about that."""
    bomb = package({"word/media/image1.png": b" " * (MAX_EXPANDED + 1)})
    assert len(bomb) < MAX_EXPANDED // 100
    start = time.process_time()
    assert "unpacks to more than 64 MB, or 24 MB of text, which no plan needs" in refused(bomb)
    assert time.process_time() - start < 5
    assert "24 MB of text" in refused(package({"word/document.xml": b" " * (MAX_XML + 1)}))
    for sign, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):  # the two places that claim a size
        place = bomb.index(sign) + at
        bomb = bomb[:place] + struct.pack("<I", 100) + bomb[place + 4 :]
    refused(bomb)


def test_a_file_of_many_parts_is_refused() -> None:
    """A package of more parts than any Word file has is not unpacked."""
    assert "unpacks to more than" in refused(package({f"word/{n}.xml": b"" for n in range(6000)}))
