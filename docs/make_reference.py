"""Writes `reference.md` beside it from the commands and the questions themselves: `make docs`; a test compares."""

from collections.abc import Iterator
from pathlib import Path

import click

from cli import VERBS, command, deltakg
from queries.catalogue import Question, names, question

REFERENCE = Path(__file__).with_name("reference.md")
_WIDTH = 100
_HEAD = """\
# Reference

Made from the program by `make docs`: what `--help` prints, and what each question of the catalogue asks.
"""


def commands() -> Iterator[str]:
    """The help of every command."""
    context = click.Context(deltakg, info_name="deltakg", terminal_width=_WIDTH, max_content_width=_WIDTH)
    yield "## Commands\n"
    for name in VERBS:
        wanted = command(name)
        yield _help(wanted, context, name)
        for member in wanted.commands.values() if isinstance(wanted, click.Group) else ():
            yield _help(member, context, f"{name} {member.name}")


def _help(wanted: click.Command, context: click.Context, name: str) -> str:
    inner = click.Context(wanted, context, info_name=name, terminal_width=_WIDTH, max_content_width=_WIDTH)
    return f"### deltakg {name}\n\n```text\n{wanted.get_help(inner).strip()}\n```\n"


def questions() -> Iterator[str]:
    """What every question asks, and how."""
    yield "## Questions\n"
    yield from (_described(question(name)) for name in names())


def _described(asked: Question) -> str:
    lines = [
        f"### {asked.name}\n",
        f"{asked.title('en')}. {asked.description('en')}\n",
        f"{asked.title('zh')}。{asked.description('zh')}\n",
        "| parameter | names a | says | 说明 | example |",
        "| --- | --- | --- | --- | --- |",
    ]
    for parameter in asked.parameters:
        kinds = " or ".join(parameter.kinds)
        lines.append(
            f"| `{parameter.name}` | {kinds} | {parameter.titles['en']} | {parameter.titles['zh']} "
            f"| {parameter.example} |"
        )
    return "\n".join([*lines, f"\n    {asked.example()}\n"])


def reference() -> str:
    """The text of the reference as the program is now."""
    return "\n".join([_HEAD, *commands(), *questions()])


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8", newline="\n")
