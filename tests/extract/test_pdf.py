"""PDF files: the lines of their text layer, and files that are refused."""

import time
import zlib
from pathlib import Path

import pytest

from extract.errors import DocumentError
from extract.files import pdf
from extract.files.pdf import read_pdf
from extract.plan import Document
from extract.structure.plans import plan
from tests.extract.papers import as_pdf, assembled
from tests.extract.papers import pdf as printed

PLAN = Path("plan.pdf")
TITLE = "云川市港口发展行动方案"
BODY = [TITLE, "一、重点任务", "（一）建设白渡港区。加快前期工作，每年引进项目不少于2个。（市交通运输局牵头）"]


def page(*lines: str, top: float = 780) -> list[tuple[float, float, str]]:
    """The lines of a page, one below the other."""
    return [(72, top - 24 * n, line) for n, line in enumerate(lines)]


def text(*pages: list[tuple[float, float, str]], rotate: int = 0) -> str:
    """The text of a PDF of these pages."""
    return read_pdf(printed(list(pages), rotate=rotate), PLAN)[0]


def refused(data: bytes) -> str:
    """Why a file is refused: one line that begins with its name."""
    with pytest.raises(DocumentError) as error:
        read_pdf(data, PLAN)
    message = str(error.value)
    assert message.startswith("plan.pdf: ")
    assert "\n" not in message
    return message


def test_lines_are_read_in_order_and_pages_are_parted() -> None:
    """A line is a line, a page ends in a form feed; page numbers are left out."""
    assert "\n".join(BODY) + "\f" + "\n".join(BODY) == text(page(*BODY), page(*BODY))


def test_pieces_of_a_line_are_put_together() -> None:
    """What a page draws in pieces on one line, and in whatever order, is one line; far apart they are columns."""
    first, second, number = (100, 780, "云政发〔2022〕3"), (100, 740, "关于印发方案的通知"), (220, 780, "号")
    assert "云政发〔2022〕3号\n关于印发方案的通知" == text([first, second, number])
    assert "云政发〔2022〕3号\n关于印发方案的通知" == text([number, second, first])
    assert "云川市人民政府\u3000\u3000签发人：甲乙" == text([(72, 780, "云川市人民政府"), (400, 780, "签发人：甲乙")])


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_turned_pages_are_read(rotate: int) -> None:
    """A table is often set across the paper: a page that is shown turned gives its lines as they are seen."""
    assert "\n".join(BODY) == text(page(*BODY), rotate=rotate)


def test_page_numbers_and_running_titles_are_left_out() -> None:
    """What stands highest or lowest on many pages is no part of a sentence that goes over them."""
    head = [(72.0, 810.0, "云川市人民政府公报 2022年第3期")]
    foot = [[(280.0, 50.0, f"第 {n} 页 共 4 页")] for n in range(1, 5)]
    said = [
        f"加快建设{where}，推进航道疏浚工程，完善{where}设施，" for where in ("白渡港", "青屏港", "柳浦港", "云川港")
    ]
    pages = [head + page(line, line[::-1], top=760) + foot[n] for n, line in enumerate(said)]
    lines = text(*pages).replace("\f", "\n").splitlines()
    assert [printed for line in said for printed in (line, line[::-1])] == lines


def test_a_sentence_goes_over_pages() -> None:
    """A measure that a page cuts is one unit, and quotes its characters on both pages."""
    lines = [
        TITLE,
        "一、重点任务",
        "（一）加快建设白渡港区。推进澜江航道",
        "疏浚工程。（市交通运输局牵头）",
        "（二）开展巡查。",
    ]
    said = text(page(*lines[:3]), page(*lines[3:]))
    document = Document("made-up", "0" * 64, "", pdf.READER, said)
    units = {unit.id: unit for unit in plan(document).units}
    assert "加快建设白渡港区。推进澜江航道疏浚工程。（市交通运输局牵头）" == units["一（一）"].text
    assert (0, said.index("\f") + 1) == document.page_starts()
    assert () == Document("made-up", "0" * 64, "utf-8", "text", said).page_starts()


def test_a_scan_is_said_to_be_one() -> None:
    """A file whose pages have no text, or next to none, is a scan."""
    message = refused(printed([[], [], []], numbered=False))
    assert "is a scan: 3 of its 3 pages have no text; recognise the text (OCR) first and save it" in message
    assert "is a scan: 2 of its 2 pages have no text" in refused(printed([[], []]))
    assert "is a scan: 2 of its 2 pages have hardly any text" in refused(printed([page("附件"), []]))
    assert "is a scan: its only page has no text" in refused(leaves("x"))


def leaves(kinds: str) -> bytes:
    """A PDF whose pages show text (`t`), something else (`x`) or nothing (`-`)."""
    words = b"BT /F 12 Tf 72 700 Td (PROJECTS %s) Tj ET"
    drawn = {"t": words, "x": b"0 0 400 600 re f", "-": b""}
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    first = 4
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(kinds)))
    objects = [ROOT, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kinds), kids), font]
    for n, kind in enumerate(kinds):
        shown = drawn[kind].replace(b"%s", bytes([65 + n]) * 9)  # what stands on each page would be a running title
        content = b"<< /Length %d >> stream\n%s\nendstream" % (len(shown), shown)
        about = b"/MediaBox [0 0 612 842] /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R" % (first + 2 * n + 1)
        objects += [b"<< /Type /Page /Parent 2 0 R %s >>" % about, content]
    return assembled(objects)


@pytest.mark.parametrize(
    ("kinds", "unread"),
    [("ttt", ()), ("tttx", (4,)), ("xtt", (1,)), ("tx", (2,)), ("t--", ()), ("xtttx", (1, 5)), ("t-x", (3,))],
)
def test_pages_that_cannot_be_read_are_told(kinds: str, unread: tuple[int, ...]) -> None:
    """A cover or a seal hinders nothing, and empty pages do not count; the numbers of the other pages are given."""
    said, pages = read_pdf(leaves(kinds), PLAN)
    assert kinds.count("t") == said.count("PROJECTS")
    assert unread == pages


def test_a_file_most_pages_of_which_are_pictures_is_a_scan() -> None:
    """Where less than half of a file can be read, a plan would seem shorter than it is."""
    assert "is a scan: 3 of its 4 pages have no text; recognise the text" in refused(leaves("txxx"))
    assert "is a scan: 2 of its 3 pages have no text" in refused(leaves("xtx"))


@pytest.mark.parametrize(
    ("unread", "notice"),
    [
        ((), ""),
        ((4,), "plan: page 4 has no text, or hardly any"),
        ((1, 3, 4, 5, 9), "plan: pages 1, 3–5, 9 have no text, or hardly any"),
    ],
)
def test_one_line_names_the_pages_that_cannot_be_read(unread: tuple[int, ...], notice: str) -> None:
    """Pages in a row are named by the first and the last of them."""
    document = Document("plan", "0" * 64, "", pdf.READER, "", unread=unread)
    assert notice == document.notice().partition(" (")[0]


LOCKED = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"28" * 32 + b"> /U <" + b"31" * 32 + b"> >>"
    b" /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
)
ROOT = b"<< /Type /Catalog /Pages 2 0 R >>"


def test_a_password_is_asked_for_no_second_time() -> None:
    """A file that opens with a password alone is refused, with what to do."""
    data = assembled([ROOT, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", b"<< /Type /Page /Parent 2 0 R >>"], LOCKED)
    assert "is protected by a password; save it without one" in refused(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"%PDF-1.7\n" + bytes(range(256)) * 40,
        as_pdf(TITLE)[:200],
        assembled([ROOT]),
        assembled([ROOT, b"<< /Type /Pages /Count 0 /Kids [] >>"]),
        assembled([ROOT, b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]),
        assembled([b"<< /Type /Catalog /Pages 1 0 R >>"]),
        assembled([ROOT, b"[" * 100_000]),
        assembled([ROOT, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", b"<<" * 50_000]),
    ],
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    """What is cut short, empty or turned in itself is no PDF that can be read; it is said in one line."""
    assert "; " in refused(data)


def test_absurd_claims_are_refused() -> None:
    """A file that claims a billion pages, or holds more than any plan, is refused in good time."""
    start = time.monotonic()
    for count in (2**31 - 1, 10**6):
        kids = b"<< /Type /Pages /Count %d /Kids [3 0 R] >>" % count
        refused(assembled([ROOT, kids, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"]))
    many = b"<< /Type /Pages /Count 3000 /Kids [" + b"3 0 R " * 3000 + b"] >>"
    one = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] >>"
    assert "has more than 2000 pages, which no plan has" in refused(assembled([ROOT, many, one]))
    assert time.monotonic() - start < 30


def stuffed(content: bytes) -> bytes:
    """A PDF of one page whose content unpacks to this."""
    packed = zlib.compress(content, 9)
    return assembled(
        [
            ROOT,
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Contents 4 0 R >>",
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed),
        ]
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "content", [b" " * 600_000_000, b"q " * 50_000_000, b"[" * 50_000_000], ids=["spaces", "states", "arrays"]
)
def test_a_bomb_ends(content: bytes) -> None:
    """A page that unpacks to a hundred megabytes and more is refused, in a process of its own and good time."""
    start = time.monotonic()
    assert "; " in refused(stuffed(content))
    assert time.monotonic() - start < 200


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is read for longer than any plan takes is refused."""
    monkeypatch.setattr(pdf, "_PATIENCE", 0.001)
    assert "takes more memory or time than any plan" in refused(as_pdf(TITLE))
