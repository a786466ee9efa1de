"""How sentences and lines end, in full-width and half-width punctuation alike: officials mix both."""

import re

STOP = r"(?:[。！？；!?;]|(?<=[\u4e00-\u9fff%）)”])\.(?![\dA-Za-z.]))"
"""Pattern of what ends a sentence or a part of one; a half-width full stop only behind a Chinese character."""

COLON = r"(?:：|:(?!\d))"
"""Pattern of a colon that is none between the figures of a time or a ratio."""

HAS_STOP = re.compile(STOP)
"""Somewhere in a text a sentence ends."""

TERMINAL = re.compile(rf"(?:{STOP}|{COLON}|…)[”’」』》）)〕\]]*$")
"""The end of a line that ends a sentence, or opens a list."""

BREAK_OFF = re.compile(r"[、，,（(〔【［〖《“—]$")
"""The end of a line that breaks off."""

ENOUGH = 80
"""So many characters at the end of a text tell how it ends: long ones are not searched whole."""


def tail(text: str) -> str:
    """As much of the end of a text as tells how it ends."""
    return text[-ENOUGH:]
