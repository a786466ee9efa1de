"""What is said of an answer without rows."""

import pytest

from queries.ask import ask
from queries.emptiness import why
from queries.engine import Embedded

READ = "documents read: qiaocheng, suzhou, xuzhou"


@pytest.mark.parametrize(
    ("name", "arguments", "level", "said"),
    [
        ("projects-involving", ["宜宾"], None, ["the graph knows 宜宾市, and no plan names it", READ]),
        (
            "measures-involving",
            ["泉山区", "xuzhou"],
            "named",
            ["the graph knows 泉山区; facts that name it: 2 in suzhou", "in all plans together there are 1 row", READ],
        ),
        (
            "cooperation-between",
            ["谯城", "中国矿业大学"],
            None,
            ["the graph knows 谯城区; facts that name it: 3 in qiaocheng, 1 in xuzhou", "中国矿业大学", READ],
        ),
        ("measures-naming-region", ["淮海经济区"], None, ["the graph knows 淮海经济区, and no plan names it", READ]),
        ("projects-named", ["战略合作"], None, ["passages whose text holds 战略合作: 3; `deltakg query", READ]),
        ("projects-named", ["戰略合作"], None, ["passages whose text holds 战略合作: 3; `deltakg query", READ]),
        ("measures-mentioning", ["戰略合作"], None, ["passages whose text holds 战略合作: 3; `deltakg query", READ]),
        ("measures-involving", ["淮海经济区"], "named", ["淮海经济区, and no plan names it", READ]),
        (
            "measures-involving",
            ["埇桥区"],
            None,
            ["facts that name it: 1 in suzhou", "--level as-group gives 3 rows", READ],
        ),
        ("targets-by-year", ["2035"], None, [READ]),
    ],
)
def test_an_empty_answer_explains_itself(
    name: str, arguments: list[str], level: str | None, said: list[str], engine: Embedded
) -> None:
    """It says what the graph knows of each name, what would give rows, and which documents were read."""
    asked = ask(engine, name, arguments, level=level)
    assert () == asked.rows.rows
    lines = list(why(engine, asked, arguments, level=level))
    for line in said:
        assert any(line in told for told in lines), lines
    assert READ == lines[-1]


def test_near_names_are_offered(engine: Embedded) -> None:
    """Of a place that no plan names, those that plans do name and that look like it are offered."""
    asked = ask(engine, "measures-involving", ["亳州市"], level="named")
    (line,) = (line for line in why(engine, asked, ["亳州市"], level="named") if line.startswith("plans name"))
    assert "宿州市" in line
    assert "徐州市" in line
