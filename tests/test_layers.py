"""The folders of the source, and which may import from which."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = ("deltakg", "ontology", "gazetteer", "extract", "kg", "queries", "viz", "web", "commands", "cli")
"""The way of the data: a module imports from its own folder and from those left of it."""

STEPS = (
    "files",
    "clauses",
    "structure",
    "responsibilities",
    "policies",
    "places",
    "projects",
    "partners",
    "regions",
    "targets",
    "cooperation",
    "industries",
)
"""The folders of `extract/`: a module there imports from its own, from those before it, and from `extract/` itself."""

MODULES = sorted(
    path.relative_to(ROOT)
    for layer in LAYERS
    for path in [*(ROOT / layer).rglob("*.py"), ROOT / f"{layer}.py"]
    if path.exists()
)
PACKAGES = [path for path in MODULES if path.name == "__init__.py"]
AN_IRI = re.compile(r"(?:https?|urn|file):\S")


def tree(module: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def layer(name: str) -> int:
    """How far right a module stands, by its dotted name or path; -1 for what is not ours."""
    top = name.removesuffix(".py").replace("/", ".").split(".")[0]
    return LAYERS.index(top) if top in LAYERS else -1


def imported(module: ast.Module) -> Iterator[str]:
    """The names of the modules that a module imports, at any depth, also for its types alone."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def docstrings(module: ast.Module) -> Iterator[ast.expr]:
    """The strings that stand as statements: docstrings of modules, classes, functions and attributes."""
    return (node.value for node in ast.walk(module) if isinstance(node, ast.Expr))


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_data_flow_one_way(module: Path) -> None:
    """A module imports from its own folder and from those left of it, by absolute names."""
    names = list(imported(tree(module)))
    assert [] == [name for name in names if name.startswith(".")]
    assert [] == [name for name in names if layer(name) > layer(str(module))]


@pytest.mark.parametrize("module", [path for path in MODULES if path.match("extract/*/*.py")], ids=str)
def test_extraction_goes_step_by_step(module: Path) -> None:
    """The folders of `extract/` stand in a row: none needs one that comes after it."""
    step = module.parts[1]
    names = [name.split(".") for name in imported(tree(module)) if name.startswith("extract.")]
    needed = {parts[1] for parts in names if parts[1] in STEPS}
    assert step in {*STEPS, "scripts", "words"}
    assert needed <= {step, *STEPS[: STEPS.index(step) if step in STEPS else 0]}


@pytest.mark.parametrize("package", PACKAGES, ids=str)
def test_a_package_imports_nothing(package: Path) -> None:
    """An `__init__.py` is a docstring and no more: importing a value type imports nothing else."""
    body = tree(package).body
    assert ast.get_docstring(tree(package))
    assert 1 == len(body)


@pytest.mark.parametrize("module", [path for path in MODULES if path.parts[0] != "ontology"], ids=str)
def test_iris_stand_in_the_ontology(module: Path) -> None:
    """No module outside `ontology/` writes an IRI: a misspelt one is an AttributeError, not a new term."""
    syntax = tree(module)
    said = set(docstrings(syntax))
    constants = [node.value for node in ast.walk(syntax) if isinstance(node, ast.Constant) and node not in said]
    assert [] == [value for value in constants if isinstance(value, str) and AN_IRI.search(value)]


def test_every_source_folder_is_a_layer() -> None:
    """No folder of modules stands beside the layers, and each layer that exists is a package or a module."""
    beside = {"tests", "benchmarks", "docs", "build", "dist"}
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")} | {path.stem for path in ROOT.glob("*.py")}
    assert set() == folders - set(LAYERS)
    holding = {path.relative_to(ROOT).parts[0] for path in ROOT.glob("[!.]*/**/*.py")}
    assert set() == holding - set(LAYERS) - beside
