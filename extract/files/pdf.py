"""PDF files: their text layer by PDFium, in a process of its own (see `extract.files.pdf_worker`)."""

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

from extract.errors import DocumentError
from extract.files.pdf_worker import CPU_SECONDS, FEWEST, MAX_CHARACTERS, MAX_PAGES

READER = "pdf (pypdfium2)"
"""What a document says of how its text was made."""

_PATIENCE = 5 * CPU_SECONDS
_REASONS = {
    "password": "is protected by a password; save it without one",
    "corrupt": "is no whole PDF; get the file again, or print it to a new PDF",
    "pages": f"has more than {MAX_PAGES} pages, which no plan has; save those of the plan as a file of their own",
    "characters": f"has more than {MAX_CHARACTERS // 10**6} million characters, which no plan has; "
    "save the pages of the plan as a file of their own",
}
_TOO_MUCH = "takes more memory or time than any plan; print it to a new PDF, or give the text alone"


def read_pdf(data: bytes, path: Path) -> tuple[str, tuple[int, ...]]:
    """The text of a PDF: a line for each that is printed, pages parted by a form feed.

    Page numbers and running titles are left out.

    Args:
        data: the bytes of the file.
        path: the file, for messages.

    Returns:
        The text, and the numbers of the pages, from 1, that show something and have next to no text: a cover, a seal,
        a scanned page.

    Raises:
        DocumentError: where it is no PDF, is protected, is a scan for the most part, or takes more than a plan may.
    """
    with as_file(files("extract.files").joinpath("pdf_worker.py")) as worker:
        command = [sys.executable, "-I", str(worker)]
        try:
            run = subprocess.run(command, input=data, capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603 - our own program
        except subprocess.TimeoutExpired as error:
            raise DocumentError(path, _TOO_MUCH) from error
    if run.returncode:
        raise DocumentError(path, _TOO_MUCH)
    said = json.loads(run.stdout)
    if "refused" in said:
        raise DocumentError(path, _REASONS[said["refused"]])
    characters: list[int] = said["characters"]
    bare = [page for page, many in enumerate(characters, start=1) if many < FEWEST]
    unread = tuple(page for page in bare if said["shows"][page - 1])
    if 2 * len(unread) > len(characters) or len(bare) == len(characters):
        raise DocumentError(path, _scanned(unread or bare, characters))
    return said["text"], unread


def _scanned(pages: Sequence[int], characters: Sequence[int]) -> str:
    """What is said of a file most pages of which cannot be read."""
    of = f"{len(pages)} of its {len(characters)} pages have" if len(characters) > 1 else "its only page has"
    any_ = "hardly any" if any(characters[page - 1] for page in pages) else "no"
    return f"is a scan: {of} {any_} text; recognise the text (OCR) first and save it as .pdf or .txt"
