"""Writes `pictures/` beside it: screenshots of the pictures and of the workbench, of the two plans, in Chinese.

`make docs` runs it last. It needs Debian's `chromium` and `fonts-noto-cjk`; where there is no Chromium it says so and
leaves the pictures as they are. Another version of Chromium or of the fonts gives other bytes.
"""

import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from kg.build import build

HERE = Path(__file__).parent
FOLDER = HERE / "pictures"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ("--disable-background-networking", "--disable-component-update", "--no-first-run", "--no-sandbox")
WIDE, HIGH = 1100, 760
TALL = {"place": 960, "sparql": 1020}
"""Of the window, in pixels; some need more height."""
LARGEST = 150_000
"""Bytes that a screenshot may have: it is kept in the repository."""
_MOST, _AS_THEY_ARE, _ALIKE = 256, 48, 250
"""Colours of a picture, those taken however alike they are, and the squared distance within which others are alike."""
PICTURES = {
    "graph": "/pictures/graph",
    "matrix": "/pictures/matrix",
    "home": "/",
    "plan": "/id/plan/suzhou#u-15",
    "place": "/id/place/320300",
    "cooperation": "/cooperation",
    "sparql": "/sparql/page?query=SELECT DISTINCT ?name ?stage {\n  ?project a dk:Project ; rdfs:label ?name .\n"
    '  ?fact dk:project ?project ; dk:stage ?stage\n  FILTER(LANG(?name) = "zh")\n}\nORDER BY ?name\nLIMIT 5',
}
"""Each file and what it shows. The map is not among them: nobody may pass its outlines on."""

_WITHOUT_OUTLINES = """for (const map of document.querySelectorAll(".atlas")) {
  map.parentElement.classList.remove("intro", "figures");
  map.remove();
}"""
"""Takes the small maps from a page, for the same reason."""

_PIXELS = """async shot => {
  const image = new Image(); image.src = "data:image/png;base64," + shot; await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), on = canvas.getContext("2d");
  on.drawImage(image, 0, 0);
  const bytes = on.getImageData(0, 0, image.width, image.height).data, parts = [];
  for (let at = 0; at < bytes.length; at += 32768) parts.push(String.fromCharCode(...bytes.subarray(at, at + 32768)));
  return [image.width, image.height, btoa(parts.join(""))];
}"""
"""Reads the pixels of a PNG: its width and height, and four bytes each."""


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """Serve a store on a free port: where."""
    command = [sys.executable, "-c", "from cli import main; main()", "--store", str(store), "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own
    try:
        said = process.stderr.readline() if process.stderr else ""
        found = re.search(r"http://\S+", said)
        if not found:
            raise SystemExit(said)
        yield found[0].rstrip("/")
    finally:
        process.kill()
        process.communicate()


def shoot(page: Page, address: str, file: Path) -> None:
    """Write what a page shows, once it is still.

    Raises:
        SystemExit: where the picture is larger than a repository should hold.
    """
    page.goto(address, wait_until="networkidle")
    page.wait_for_function("!document.querySelector('[aria-busy=true]')")
    page.evaluate(_WITHOUT_OUTLINES)
    shot = page.screenshot(animations="disabled", caret="hide")
    page.goto("about:blank")
    width, height, encoded = page.evaluate(_PIXELS, b64encode(shot).decode())
    small = paletted(width, height, b64decode(encoded))
    if len(small) > LARGEST:
        msg = f"{file.name} would have {len(small):,} bytes, more than {LARGEST:,}; make the window smaller"
        raise SystemExit(msg)
    file.write_bytes(small)


def paletted(width: int, height: int, rgba: bytes) -> bytes:
    """A PNG of at most 256 colours: the most frequent and those unlike them; any other becomes the nearest of these.

    Args:
        width: in pixels.
        height: in pixels.
        rgba: four bytes a pixel, row by row.
    """
    pixels = [rgba[at : at + 3] for at in range(0, len(rgba), 4)]
    number = Counter(pixels)
    palette: list[bytes] = []
    places: dict[bytes, int] = {}
    for colour in sorted(number, key=lambda one: (-number[one], one)):
        nearest = min(range(len(palette)), key=lambda place: _apart(palette[place], colour), default=None)
        if (
            nearest is None
            or len(palette) < _AS_THEY_ARE
            or (len(palette) < _MOST and _apart(palette[nearest], colour) > _ALIKE)
        ):
            nearest = len(palette)
            palette.append(colour)
        places[colour] = nearest
    found = bytes(places[pixel] for pixel in pixels)
    rows = b"".join(b"\0" + found[at : at + width] for at in range(0, len(found), width))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)  # eight bits that count in a palette
    parts = ((b"IHDR", head), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _apart(one: bytes, other: bytes) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def main() -> None:
    """Write all pictures."""
    if CHROMIUM is None:
        sys.stderr.write("No screenshots: there is no Chromium (apt-get install chromium fonts-noto-cjk)\n")
        return
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = Path(folder, "store")
        build(store, [HERE.parent / "documents"])
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        page = browser.new_page(locale="zh-CN", color_scheme="light", reduced_motion="reduce")
        with serving(store) as address:
            for name, path in PICTURES.items():
                page.set_viewport_size({"width": WIDE, "height": TALL.get(name, HIGH)})
                shoot(page, address + quote(path, safe="/?=&#"), FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
