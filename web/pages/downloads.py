"""Tables as files: CSV and XLSX for spreadsheets, JSON for programs.

A text of a document may begin like a formula (`=HYPERLINK(…)`). In XLSX it is written as a string, which no
program evaluates. CSV knows no strings, so there an apostrophe stands before it, as spreadsheets have it; a
sign or a number alone stays as it is. JSON has every text as it is.
"""

import csv
import io
import json
from datetime import UTC, datetime

from web.pages.tables import Table, is_number

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
"""The formats with their media types."""

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60
_LONGEST_CELL = 32_767
"""Characters that a cell of a spreadsheet may hold."""
_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)
"""The time that files say they were made at, so that the same table gives the same file."""


def written(table: Table, form: str) -> bytes:
    """A table as a file, with all its columns.

    Args:
        table: with all its rows.
        form: one of `FORMATS`.
    """
    heads = [column.title for column in table.columns]
    keys = [column.key for column in table.columns]
    rows = [[row.cells[key].text if key in row.cells else "" for key in keys] for row in table.rows]
    if form == "xlsx":
        return _xlsx(table, heads, keys, rows)
    if form == "json":
        said = [dict(zip(keys, row, strict=True)) for row in rows]
        return json.dumps(said, ensure_ascii=False, indent=1).encode(errors="backslashreplace") + b"\n"
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows([[plain(text) for text in row] for row in [heads, *rows]])
    return b"\xef\xbb\xbf" + out.getvalue().encode(
        errors="backslashreplace"
    )  # the mark that spreadsheets know UTF-8 by


def plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula when it reads CSV."""
    return f"'{text}" if text.startswith(_BEGINS_FORMULA) and len(text) > 1 and not is_number(text) else text


def _xlsx(table: Table, heads: list[str], keys: list[str], rows: list[list[str]]) -> bytes:
    from xlsxwriter import Workbook  # type: ignore[import-untyped] # noqa: PLC0415 - untyped, slow, seldom needed

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": table.title, "created": _ALWAYS.replace(tzinfo=None)})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True, "bottom": 1})
    wrapping = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (head, key) in enumerate(zip(heads, keys, strict=True)):
        widest = max((_width(row[column]) for row in rows), default=0)
        sheet.set_column(column, column, max(8, min(_WIDEST, max(widest, _width(head)) + 2)))
        sheet.write_string(0, column, head, bold)
        for number, row in enumerate(rows, start=1):
            if key in table.numbers and is_number(row[column]):
                sheet.write_number(number, column, float(row[column]), wrapping)
            else:
                sheet.write_string(number, column, row[column][:_LONGEST_CELL], wrapping)
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(heads) - 1)
    book.close()
    return out.getvalue()


def _width(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)
