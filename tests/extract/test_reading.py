"""Files that are read, in every encoding, and files that are refused."""

import codecs
import hashlib
import os
from pathlib import Path

import pytest

from deltakg import DeltakgError
from extract.errors import DocumentError, InputNotFoundError
from extract.files import reading
from extract.files.kinds import SUFFIXES
from extract.files.reading import find, read
from extract.files.sources import SOURCES
from extract.structure.plans import plan
from tests.extract.papers import WRITERS, as_word, package

TEXT = "云川市港口发展行动方案\r\n\r\n一、总体要求\n\n加快建设白渡港区，打造“一核两翼”格局。\n"
TRADITIONAL = "雲川市港口發展行動方案\n\n一、總體要求\n\n加快建設白渡港區，打造區域航運中心。\n"


def written(folder: Path, data: bytes, name: str = "plan.txt") -> Path:
    """A file of these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def said(error: DeltakgError) -> str:
    """The message, which is one line."""
    message = str(error)
    assert "\n" not in message
    return message


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("gb18030", b""),
        ("gbk", b""),
        ("gb2312", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
    ],
)
def test_encodings_are_recognised(tmp_path: Path, codec: str, mark: bytes) -> None:
    """A file in any common encoding gives its text: no byte order mark, line ends as they are."""
    data = mark + TEXT.encode(codec)
    document = read(written(tmp_path, data))
    assert TEXT == document.text
    assert hashlib.sha256(data).hexdigest() == document.sha256
    assert ("plan", "text") == (document.stem, document.reader)
    assert TEXT == data.decode(document.encoding)


def test_big5_is_recognised(tmp_path: Path) -> None:
    """A file in Big5 gives its text as it is; characters of the traditional script are read as the simplified ones."""
    document = read(written(tmp_path, TRADITIONAL.encode("big5")))
    assert TRADITIONAL == document.text
    found = plan(document)
    assert "云川市港口发展行动方案" == found.title
    assert ["加快建设白渡港区，打造区域航运中心。"] == [unit.text for unit in found.units]
    assert "加快建設白渡港區" == document.text[found.units[0].offsets[0] : found.units[0].offsets[8]]


def test_figures_alone_may_be_utf_16(tmp_path: Path) -> None:
    """UTF-16 whose bytes are UTF-8 by chance is told by its null characters."""
    text = "一二三丁七万丈三上下不与丐丑专且丕世丘丙\n" * 5
    assert text == read(written(tmp_path, text.encode("utf-16-le"))).text


@pytest.mark.parametrize(
    ("data", "reason", "remedy"),
    [
        (b"", "empty", "give a document with text"),
        (codecs.BOM_UTF8 + b" \n\t\n", "empty", "give a document with text"),
        (bytes(range(256)) * 20, "binary", "export the document"),
        (b"%PDF-1.7\n" + bytes(range(1, 32)) * 30, "no whole PDF", "get the file again"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "old office file", "save it as .docx or .pdf"),
        (rb"{\rtf1\ansi}", "rich text", "save it as .docx or .pdf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "picture", "recognise its text (OCR)"),
        ("一、总体要求".encode() * 9 + b"\xff\xff\xfe", "byte 162 (0xff) is not utf-8", "save it as UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8A", "is not utf-16", "save it as UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, reason: str, remedy: str) -> None:
    """Empty, binary and undecodable files give one line: which file, what is wrong, what to do."""
    path = written(tmp_path, data)
    with pytest.raises(DocumentError) as refused:
        read(path)
    message = said(refused.value)
    assert message.startswith(f"{path}: ")
    assert reason in message
    assert remedy in message
    assert path == refused.value.path


@pytest.mark.parametrize("name", ["plan.txt", "plan.html", "plan.pdf", "plan.docx"])
@pytest.mark.parametrize("suffix", WRITERS)
def test_a_file_is_what_it_holds(tmp_path: Path, suffix: str, name: str) -> None:
    """A Word file or a PDF under another name is read as what it is, a page under that of a text too."""
    path = written(tmp_path, WRITERS[suffix](TEXT), name)
    if suffix == ".html" and name in {"plan.pdf", "plan.docx"}:
        with pytest.raises(DocumentError, match=r"is no \.(pdf|docx) file inside; name it by what it is"):
            read(path)
    else:
        document = read(path)
        assert suffix[1:] in document.reader
        assert "加快建设白渡港区" in document.text
        assert ("utf-8" if suffix == ".html" else "") == document.encoding


def test_an_archive_is_no_document(tmp_path: Path) -> None:
    """An archive of anything but a Word file is refused under any name but .docx, which says that it is one."""
    for name, reason in (("plan.txt", "is an archive; unpack it"), ("plan.docx", "is no whole Word file")):
        with pytest.raises(DocumentError, match=reason):
            read(written(tmp_path, package({"xl/workbook.xml": b"<a/>"}), name))


def test_too_long_a_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that no plan fills is refused, from whatever file it comes."""
    monkeypatch.setattr(reading, "MAX_CHARACTERS", 10)
    with pytest.raises(DocumentError, match=r"which no plan has; give the plan alone"):
        read(written(tmp_path, as_word(TEXT), "plan.docx"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is an error that also FileNotFoundError catches."""
    with pytest.raises(FileNotFoundError) as missing:
        read(tmp_path / "none.txt")
    assert f"{tmp_path / 'none.txt'}: no such file; check the path" == str(missing.value)
    assert isinstance(missing.value, InputNotFoundError)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """What the system refuses to read is said in its words."""
    with pytest.raises(DocumentError, match=r"cannot be read \(.*\); check"):
        read(tmp_path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_huge_file_is_refused(tmp_path: Path, suffix: str) -> None:
    """A file that no plan fills is refused before it is read."""
    path = tmp_path / f"huge{suffix}"
    with path.open("wb") as file:
        file.truncate(500 * 2**20)
    with pytest.raises(DocumentError, match=r"larger than \d+ MB.*; give the text alone"):
        read(path)


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    """What is no file is not read: it might never end."""
    path = tmp_path / "plan.txt"
    os.mkfifo(path)
    with pytest.raises(DocumentError, match="is no file but a device or a pipe; save the document to a file"):
        read(path)


def test_a_text_that_is_no_plan_is_named(tmp_path: Path) -> None:
    """A text with neither heading nor numbered passage is refused under the name of its file."""
    path = written(tmp_path, "今天天气很好，我们去公园散步。\n".encode(), "note.md")
    with pytest.raises(DocumentError) as refused:
        plan(read(path))
    assert f"{path}: no heading and no numbered passage found; check that this is the text of a plan" == said(
        refused.value
    )


def test_a_folder_stands_for_its_documents(tmp_path: Path) -> None:
    """A folder gives the documents in it, in order of their names, not what lies below; each document comes once."""
    names = ["b.txt", "a.md", "c.MARKDOWN", "sources.toml", "z.pdf", "w.docx", "p.HTM"]
    paths = {name: written(tmp_path, b"x", name) for name in names}
    (tmp_path / "d.txt").mkdir()
    written(tmp_path / "d.txt", b"x", "below.txt")
    documents = sorted(paths[name] for name in names if name != SOURCES)
    assert (tuple(documents), ()) == find([tmp_path])
    others = [path for path in documents if path.name != "b.txt"]
    assert (paths["b.txt"], *others) == find([paths["b.txt"], tmp_path]).paths


def test_what_else_is_in_a_folder_is_skipped(tmp_path: Path) -> None:
    """Hidden files, locks and backups of office programs, and files of other kinds are left out, and named."""
    plan_ = written(tmp_path, b"x", "plan.docx")
    skipped = [written(tmp_path, b"x", name) for name in (".hidden.txt", "plan.docx.bak", "plan.xls", "~$plan.docx")]
    assert ((plan_,), tuple(skipped)) == find([tmp_path])
    assert ((plan_,), tuple(skipped[1:])) == find([tmp_path / "*pl*"])


def test_a_pattern_stands_for_its_documents(tmp_path: Path) -> None:
    """A pattern gives the documents that match it, also below folders; a file of that very name comes first."""
    below = tmp_path / "2021"
    below.mkdir()
    paths = [written(tmp_path, b"x", "b.txt"), written(below, b"x", "a.pdf")]
    assert (paths[1], paths[0]) == find([tmp_path / "**" / "*.*"]).paths
    assert (paths[0],) == find([tmp_path / "?.txt"]).paths
    named = written(tmp_path, b"x", "[1].txt")
    assert (named,) == find([named]).paths
    with pytest.raises(InputNotFoundError, match="no documents match this pattern; they should be"):
        find([tmp_path / "*.docx"])


def test_inputs_that_hold_nothing_are_named(tmp_path: Path) -> None:
    """A missing input and a folder without documents are errors of their own."""
    with pytest.raises(InputNotFoundError, match="no such file or folder; check the path"):
        find([tmp_path / "none"])
    with pytest.raises(
        InputNotFoundError, match=r"no documents in this folder; they should be \.txt, .* or \.pdf files"
    ):
        find([tmp_path])


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("plan.doc", "save it as .docx or .pdf"),
        ("plan.WPS", "save it as .docx or .pdf"),
        ("plan.rtf", "save it as .docx or .pdf"),
        ("plan.xls", "save its sheet as .html, or put it into a .docx"),
        ("plan.jpg", "recognise its text (OCR) first and give that"),
        ("plan.zip", "unpack it and give the documents in it"),
        ("plan.exe", "give .txt, .md, .markdown, .html, .htm, .xhtml, .docx or .pdf"),
    ],
)
def test_other_kinds_are_refused(tmp_path: Path, name: str, remedy: str) -> None:
    """A file of a kind that cannot be read is refused by its name, with what to do."""
    path = written(tmp_path, b"x", name)
    with pytest.raises(DocumentError) as refused:
        find([path])
    assert f"{path}: cannot read this kind of file; {remedy}" == said(refused.value)


def test_sources_say_what_the_text_does_not(tmp_path: Path) -> None:
    """A field of `sources.toml` fills what the text does not print, and is marked; what is printed stays."""
    path = written(tmp_path, TEXT.encode())
    (tmp_path / SOURCES).write_text(
        '[plan]\ntitle = "另一个标题"\nnumber = "云政〔2024〕1号"\nadopted = 2024-01-02\njurisdiction = "341300"\n',
        encoding="utf-8",
    )
    found = plan(read(path))
    assert "云川市港口发展行动方案" == found.title
    assert ("云政〔2024〕1号", "2024-01-02", "341300") == (found.number, found.adopted, found.jurisdiction)
    assert {"number", "adopted", "jurisdiction"} == found.supplied


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ("[plan", "is no readable TOML"),
        ('plan = "x"', "[plan] is no table"),
        ('[plan]\nauthor = "x"', "[plan] author: known fields are title, number"),
        ("[plan]\nnumber = 1", "[plan] number: known fields are title, number"),
        ('[plan]\nadopted = "2024-13-01"', "2024-13-01 is no date; write it as 2021-04-28"),
        ('[plan]\njurisdiction = "宿州市"', "宿州市 is no code of a division"),
    ],
)
def test_wrong_sources_are_named(tmp_path: Path, toml: str, reason: str) -> None:
    """A mistake in `sources.toml` names that file, the table and the field."""
    path = written(tmp_path, TEXT.encode())
    (tmp_path / SOURCES).write_text(toml, encoding="utf-8")
    with pytest.raises(DocumentError) as refused:
        read(path)
    assert tmp_path / SOURCES == refused.value.path
    assert reason in said(refused.value)


def test_documents_are_equal_wherever_they_lie(tmp_path: Path) -> None:
    """Where a file lies is for messages alone: the same bytes under the same name are the same document."""
    (tmp_path / "other").mkdir()
    assert read(written(tmp_path, TEXT.encode())) == read(written(tmp_path / "other", TEXT.encode()))
