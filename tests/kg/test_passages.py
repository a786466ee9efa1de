"""The sentence of a unit that says a fact."""

import pytest

from kg.passages import passage, unit_texts, words_of
from kg.store import Reader
from queries.engine import Embedded

TEXT = "推进一体化。开工建设宿州—固镇、徐州—淮北—阜阳高速公路。\n到2023年达到500公里。（市交通运输局牵头）"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("宿州—固镇高速公路",), "开工建设宿州—固镇、徐州—淮北—阜阳高速公路。"),
        (("徐州市",), "开工建设宿州—固镇、徐州—淮北—阜阳高速公路。"),
        (("里程", "500", "公里", "2023"), "到2023年达到500公里。"),
        (("市交通运输局",), "（市交通运输局牵头）"),
        (("无此事物",), TEXT),
        ((), TEXT),
    ],
)
def test_the_sentence_that_shares_most_is_taken(words: tuple[str, ...], sentence: str) -> None:
    """A name that stands in pieces is found too; where nothing is shared the whole text stands."""
    assert sentence == passage(TEXT, words)


def test_without_a_text_there_is_no_sentence() -> None:
    """A unit whose text is unknown gives nothing."""
    assert "" == passage("", ("徐州市",))


def test_words_are_those_that_a_plan_prints() -> None:
    """Names of stages, kinds, mechanisms and operators are ours and are not looked for."""
    assert ("徐州市",) == words_of("徐州市")
    assert ("某路", "宿州市") == words_of({"name": "某路", "stage": "planned", "places": ["宿州市"]})
    target = {"indicator": "里程", "op": ">=", "value": 500, "unit": "", "year": None}
    assert ("里程", "500") == words_of(target)


def test_texts_of_a_store(plans: Embedded) -> None:
    """The texts of the plans that are asked for are given, by unit, with ids folded."""
    reader: Reader = plans.reader
    texts = unit_texts(reader, ["suzhou"])
    assert 87 == len(texts)
    assert {"suzhou"} == {stem for stem, _ in texts}
    assert "徐州市铜山区" in texts["suzhou", "15"]
    assert {} == unit_texts(reader, [])
