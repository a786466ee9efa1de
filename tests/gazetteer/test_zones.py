"""Zones have names in Latin letters where they are called after their division."""

import pytest

from gazetteer.divisions import gazetteer
from gazetteer.zones import zone_names


@pytest.mark.parametrize(
    ("name", "code", "english", "pinyin"),
    [
        ("宿州高新区", "341300", "Suzhou High-tech Zone", "Suzhou Gaoxinqu"),
        ("谯城经开区", "341602", "Qiaocheng Economic Development Zone", "Qiaocheng Jingkaiqu"),
        ("萧县经济开发区", "341322", "Xiaoxian Economic Development Zone", "Xiaoxian Jingji Kaifaqu"),
    ],
)
def test_a_zone_is_called_after_its_division(name: str, code: str, english: str, pinyin: str) -> None:
    """By its short name, or its full one where that is short."""
    assert (english, pinyin) == zone_names(name, gazetteer()[code])


@pytest.mark.parametrize("name", ["宿马园区", "宿州", "宿州新片", "高新区", ""])
def test_no_name_is_guessed(name: str) -> None:
    """Of a zone with a name of its own, or of a kind that the table lacks."""
    assert zone_names(name, gazetteer()["341300"]) is None
