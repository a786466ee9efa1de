"""Universities and their seats."""

import pytest

from gazetteer.divisions import gazetteer
from gazetteer.universities import universities, university_named


@pytest.mark.parametrize(
    ("name", "seat"),
    [
        ("中国矿业大学", "江苏省徐州市"),
        ("中国矿业大学（北京）", "北京市"),
        ("中国石油大学(华东)", "山东省青岛市"),
        ("浙江大学", "浙江省杭州市"),
        ("南京农业大学", "江苏省南京市"),
        ("宿州学院", "安徽省宿州市"),
        ("亳州学院", "安徽省亳州市"),
        ("南昌交通学院", "江西省南昌市"),
    ],
)
def test_a_university_has_its_seat(name: str, seat: str) -> None:
    """A university is found by its name in full-width or half-width brackets, and lies where it lies."""
    university = university_named(name)
    assert university is not None
    assert seat == gazetteer().path(university.code)


def test_all_are_complete() -> None:
    """Each of the 2,756 has a seat that exists and an identifier of ten digits that no other has."""
    every = universities().values()
    assert 2756 == len(every) == len({university.identifier for university in every})
    assert all(gazetteer().get(university.code) for university in every)
    assert {10} == {len(university.identifier) for university in every}


def test_unknown_names_are_none() -> None:
    """What is no university is None, also a part of a name."""
    assert university_named("矿业大学") is None
