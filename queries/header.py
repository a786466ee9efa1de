r"""The header of a `.rq` file: lines of `#+ key: value`, a flat subset of YAML.

A value is text, plain or in double quotes (`\"` and `\\` are the only escapes). What YAML would read
otherwise than as this text is refused, so that any YAML reader gives the same mapping.
"""

from queries.errors import HeaderError

MARK = "#+"
_NOT_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def parse(text: str) -> dict[str, str]:
    """Read the header of a query.

    Args:
        text: the whole `.rq` file; its header is the lines at its top that begin with `#+`.

    Raises:
        HeaderError: where a line is not in the subset, or a key stands twice.
    """
    header: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.startswith(MARK):
            break
        key, colon, value = line[len(MARK) :].strip(" ").partition(": ")
        if not colon or not _is_key(key):
            raise HeaderError(number, f"expected `#+ key: value`, found {line!r}")
        if key in header:
            raise HeaderError(number, f"{key} stands twice")
        header[key] = _value(value, number)
    return header


def _is_key(key: str) -> bool:
    words = key.replace(".", "-").split("-")
    return key.isascii() and all(word.isidentifier() for word in words) and key not in _NOT_TEXT


def _value(value: str, number: int) -> str:
    if value.startswith('"'):
        inner = value[1:-1]
        if len(value) > 1 and value.endswith('"') and _is_quotable(inner):
            return inner.replace('\\"', '"').replace("\\\\", "\\")
        raise HeaderError(number, f"a quoted value ends in a quote and escapes only quotes and backslashes: {value}")
    is_text = value[:1].isalpha() and value.isprintable() and value.lower() not in _NOT_TEXT
    if is_text and not value.endswith(":") and ": " not in value and " #" not in value:
        return value
    raise HeaderError(number, f"put this value in double quotes: {value}")


def _is_quotable(inner: str) -> bool:
    unescaped = inner.replace("\\\\", "").replace('\\"', "")
    return inner.isprintable() and '"' not in unescaped and "\\" not in unescaped
