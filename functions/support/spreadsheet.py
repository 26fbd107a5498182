"""Rows as CSV, sent while they are read. No cell is ever taken for a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from functions.support.streaming_http import Response, StreamingResponse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet would calculate
MARK = "\ufeff"  # by which spreadsheets know that this is UTF-8
BATCH = 200  # rows sent at a time


def spreadsheet[Row: BaseModel](rows: Iterable[Row], columns: type[Row], name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(_lines(rows, columns), media_type="text/csv; charset=utf-8", headers=headers)


def _lines(rows: Iterable[BaseModel], columns: type[BaseModel]) -> Iterator[str]:
    buffer = StringIO()
    write = csv.writer(buffer).writerow
    buffer.write(MARK)
    write(columns.model_fields)
    for number, row in enumerate(rows, 1):
        write([safe(value) for value in row.model_dump(mode="json").values()])
        if number % BATCH == 0:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def safe(value: object) -> str:
    """A leading apostrophe makes a spreadsheet show the text as it is."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
