"""Reading a question that someone wrote into a file."""

import sys
from pathlib import Path

from queries.errors import QuestionFileError


def question_file(path: str) -> str:
    """The text of a file, or of standard input.

    Args:
        path: the file, `-` for standard input.

    Raises:
        QuestionFileError: where it cannot be read, or is no UTF-8.
    """
    name = "standard input" if path == "-" else path
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise QuestionFileError(name, f"line {line} is no UTF-8; save the file as UTF-8") from None
    except OSError as error:
        raise QuestionFileError(name, f"cannot be read ({error.strerror or error})") from error
