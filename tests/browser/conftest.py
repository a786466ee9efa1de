"""A browser for tests: Debian's Chromium without its own errands, and pages that remember what they asked for."""

import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
)
"""Chromium asks for nothing by itself, and runs where a container gives it no namespace of its own."""


class Watched:
    """A page, with what it did that it should not.

    Attributes:
        page: the page.
        complaints: errors and warnings on its console, and exceptions.
        requests: addresses outside the page that it asked for.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on(
            "console", lambda said: self.complaints.append(said.text) if said.type in {"error", "warning"} else None
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda asked: self.requests.append(asked.url))

    def outside(self) -> list[str]:
        """The addresses that lie outside the file that was opened."""
        own = self.page.url.partition("#")[0]
        return [one for one in self.requests if one.partition("#")[0] != own and not one.startswith(("data:", "blob:"))]

    def serious(self) -> list[tuple[str, list[object]]]:
        """The serious and critical violations that axe finds, with what they are in."""
        axe = import_module("axe_playwright_python.sync_playwright").Axe()  # which says nothing of its types
        return [
            (one["id"], [node["target"] for node in one["nodes"]])
            for one in axe.run(self.page).response["violations"]
            if one["impact"] in {"serious", "critical"}
        ]


Open = Callable[..., Watched]
"""Opens a page: its HTML as a file, and the options of a browser's context."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window; where there is none, tests that need it are skipped."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open HTML from a file, as a reader would from a memory stick."""
    contexts: list[BrowserContext] = []

    def call(html: str, *, width: int = 1400, height: int = 900, dark: bool = False, offline: bool = True) -> Watched:
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            offline=offline,
            accept_downloads=True,
        )
        contexts.append(context)
        watched = Watched(context.new_page())
        watched.page.goto(file.as_uri())
        return watched

    yield call
    for context in contexts:
        context.close()
