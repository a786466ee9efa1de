"""Completion in a shell: what may follow what was typed, and the script that asks for it."""
# ruff: noqa: PLC0415 - each verb imports what it needs

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from commands.options import examples, language_of_heads
from commands.output import asked, write
from deltakg import DeltakgError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from queries.engine import Engine

COMPLETE = "_DELTAKG_COMPLETE"


def _completed(context: click.Context, find: "Callable[[Engine], Iterable[str]]") -> list[str]:
    """What a store can complete; a store that cannot be read completes nothing."""
    try:
        with context.scope(cleanup=False), asked() as engine:
            return list(find(engine))
    except (DeltakgError, OSError, click.UsageError):
        return []


def complete_question(context: click.Context, parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """Complete the name of a question."""
    from click.shell_completion import CompletionItem

    from queries.catalogue import names, question

    del parameter
    with context.scope(cleanup=False):
        language = language_of_heads()
    return [CompletionItem(name, help=question(name).title(language)) for name in names() if name.startswith(begun)]


def complete_argument(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Complete an argument of a question by its kind."""
    from queries.catalogue import question
    from queries.names import completions, resolve

    del parameter
    given: tuple[str, ...] = context.params.get("arguments") or ()

    def find(engine: "Engine") -> list[str]:
        wanted = question(context.params["name"]).arguments[len(given)]
        plan = resolve(engine, ("plan",), given[-1]).taken.iri if wanted.kinds == ("unit",) else ""
        return completions(engine, wanted.kinds, begun, plan=plan)

    try:
        return _completed(context, find)
    except (IndexError, KeyError):
        return []


def complete_name(*kinds: str) -> "Callable[[click.Context, click.Parameter, str], list[str]]":
    """A function that completes the name of something of these kinds, such as `place`."""

    def complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
        from queries.names import completions

        del parameter
        return _completed(context, lambda engine: completions(engine, kinds, begun))

    return complete


def complete_stem(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Complete the stem of a plan."""
    from queries.lookup import stems

    del parameter
    return [stem for stem in _completed(context, stems) if stem.startswith(begun)]


def complete_level(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Complete a level of involvement."""
    from queries.parameters import LEVELS

    del context, parameter
    return [level for level in LEVELS if level.startswith(begun)]


@click.command(epilog=examples('eval "$(deltakg completion bash)"'))
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the script for completion in a shell."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found:
        write(
            [found(click.get_current_context().find_root().command, {}, "deltakg", COMPLETE).source(), "\n"], "", None
        )
