"""The command line: one group of verbs, whose modules are imported when they are used.

Answers go to standard output; how names were read, progress and errors go to standard error. The exit
status is 0, 1 for an error that can be explained, 2 for wrong usage or an unknown name, 130 after Ctrl-C.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from keyword import iskeyword

import click

from commands.completion import COMPLETE
from commands.options import examples, store_options
from commands.output import ReaderLeftError
from deltakg import DeltakgError, __version__

VERBS = {
    "build": "writing",
    "add": "writing",
    "import": "writing",
    "remove": "writing",
    "query": "asking",
    "ask": "plain",
    "queries": "asking",
    "chain": "chains",
    "sparql": "asking",
    "facts": "showing",
    "show": "showing",
    "stats": "showing",
    "export": "showing",
    "explain": "reviewing",
    "candidates": "reviewing",
    "validate": "validating",
    "reason": "reasoning",
    "why": "reasoning",
    "evaluate": "evaluating",
    "viz": "picturing",
    "centroids": "placing",
    "serve": "serving",
    "completion": "completion",
}
"""Each verb and the module of `commands` that holds it, in the order in which help lists them."""

_INTERRUPTED = 130
_NARROW = frozenset({"ascii", "us-ascii", "ansi_x3.4-1968", "iso8859-1", "latin-1"})


def command(verb: str) -> click.Command:
    """Import the command of a verb."""
    found = getattr(import_module(f"commands.{VERBS[verb]}"), f"{verb}_" if iskeyword(verb) else verb)
    assert isinstance(found, click.Command)  # noqa: S101 - VERBS is ours
    return found


class _Verbs(click.Group):
    """A group that imports a verb when it is used, or when its help is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in VERBS:
            return command(cmd_name)
        if ctx.resilient_parsing or not cmd_name.isidentifier():
            return None
        raise click.NoSuchCommand(cmd_name, possibilities=VERBS, ctx=ctx)


@click.group(
    cls=_Verbs,
    epilog=examples("deltakg build documents", "deltakg query projects-involving 徐州"),
)
@store_options
@click.version_option(__version__, prog_name="deltakg")
def deltakg() -> None:
    """A knowledge graph of Chinese regional plans, whose every answer quotes the sentence it rests on."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what follows the program's name, those of the process where None.

    Returns:
        The exit status.
    """
    try:
        outcome = deltakg.main(arguments, prog_name="deltakg", complete_var=COMPLETE, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return _INTERRUPTED
    except ReaderLeftError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left goes nowhere
        return 0
    except DeltakgError as error:
        click.echo(f"Error: {error}", err=True)
        return int(getattr(error, "exit_status", 1))
    except OSError as error:  # what the system refuses is no fault of the program
        click.echo(f"Error: {error}", err=True)
        return 1
    return outcome if isinstance(outcome, int) else 0


def main() -> None:
    """Run the program and end it at once: to take an open store apart takes as long as to ask it."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal is left as it is set, unless it is set to what cannot show a plan.
        if stream and (stream.encoding.lower() in _NARROW or not stream.isatty()):
            stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    status = run()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    os._exit(status)
