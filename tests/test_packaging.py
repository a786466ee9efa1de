"""What a wheel holds, what the lock files say, and that an installed deltakg needs no checkout."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FOLDERS = ("ontology", "gazetteer", "extract", "kg", "queries", "viz", "web", "commands")
TOP_LEVEL = {*FOLDERS, "cli.py", "deltakg.py"}
LOCKS = {
    "requirements.lock": [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]],
    "benchmarks/requirements.lock": PROJECT["dependency-groups"]["bench"],
    "gazetteer/scripts/requirements.lock": PROJECT["dependency-groups"]["data"],
}


def normal(requirement: str) -> str:
    """The name in a requirement, as registries compare names."""
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert 0 == run.returncode, run.stderr
    (file,) = folder.glob("*.whl")
    return ZipFile(file)


def test_the_top_level_of_the_wheel(wheel: ZipFile) -> None:
    """A wheel puts the folders of the design, `cli.py` and `deltakg.py` at top level, and nothing else."""
    top = {name.split("/")[0] for name in wheel.namelist()}
    assert TOP_LEVEL == {name for name in top if not name.endswith(".dist-info")}


def test_no_dependency_ships_our_names() -> None:
    """Nothing that is installed has a module or folder named as one of ours, which stand in the checkout."""
    ours = {name.removesuffix(".py") for name in TOP_LEVEL}
    folders = {Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")}
    assert set() == ours & {path.name.split(".")[0] for folder in folders for path in folder.iterdir()}


def test_the_wheel_holds_all_data(wheel: ZipFile) -> None:
    """Every module and data file of the folders is in the wheel, save the scripts that made the data."""
    sources = ROOT / "web" / "assets"  # of the bundle, which is in the wheel where it is there
    files = {
        path.relative_to(ROOT).as_posix()
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
        and not {"__pycache__", "scripts", "node_modules"} & set(path.parts)
        and sources not in path.parents
    }
    assert files == {name for name in wheel.namelist() if "/" in name and ".dist-info/" not in name}


@pytest.mark.slow
def test_the_wheel_works_without_the_checkout(wheel: ZipFile, tmp_path: Path) -> None:
    """Unpacked elsewhere, the wheel builds a store and answers from it with its own data alone."""
    wheel.extractall(tmp_path / "installed")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    program = "import sys, cli, kg.store; print(kg.store.__file__); sys.exit(cli.main())"

    def deltakg(*arguments: str) -> str:
        command = [sys.executable, "-P", "-c", program, *arguments, "--store", "store"]
        run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert (0, True) == (run.returncode, run.stdout.startswith(str(tmp_path))), run.stderr
        return run.stdout

    deltakg("build", str(ROOT / "documents"))
    assert "宿州徐州现代产业园区" in deltakg("query", "projects-involving", "徐州", "--format", "csv")


@pytest.mark.parametrize("dependency", PROJECT["project"]["dependencies"])
def test_a_dependency_is_used(dependency: str) -> None:
    """What an install brings is imported by the source somewhere."""
    files = [ROOT / "cli.py", *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))]
    names = {path.parts[0].removesuffix(".py") for path in distribution(normal(dependency)).files or ()}
    pattern = re.compile(rf"^\s*(?:import|from) (?:{'|'.join(map(re.escape, names))})\b", re.MULTILINE)
    assert any(pattern.search(path.read_text(encoding="utf-8")) for path in files)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_every_dependency(lock: str) -> None:
    """A lock pins all that `pyproject.toml` asks for and that requires, each with hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    assert {normal(requirement) for requirement in LOCKS[lock]} <= {normal(pin) for pin in pins}
    assert [] == [pin for pin in pins if not re.match(r"[\w.-]+==\S+ (; .*)?\\\n +--hash=sha256:[0-9a-f]{64}", pin)]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place(lock: str) -> None:
    """A lock holds names, versions, markers and hashes: no host, no address, no path of the machine that made it."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert [] == [
        line for line in text.splitlines() if re.search(r"://|--\w*(index|find-links|host)|(^|\s)/\w|@", line)
    ]


def test_the_locks_agree() -> None:
    """No package is pinned to one version here and to another there."""
    pins: dict[tuple[str, str], set[str]] = {}
    for lock in LOCKS:
        for name, version, marker in re.findall(
            r"^([\w.-]+)==(\S+)(.*) \\$", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE
        ):
            pins.setdefault((name, marker), set()).add(version)
    assert {} == {pin: versions for pin, versions in pins.items() if len(versions) > 1}
