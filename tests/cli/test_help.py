"""What the command line says of itself."""

import re
import shlex
from collections.abc import Callable

import click
import pytest

from cli import VERBS, command, deltakg
from deltakg import __version__
from queries.catalogue import names

Run = Callable[..., tuple[int, str, str]]


def members(verb: str) -> list[str]:
    """The verbs of a group, none where it is no group."""
    found = command(verb)
    return [f"{verb} {name}" for name in found.commands] if isinstance(found, click.Group) else []


every_verb = pytest.mark.parametrize("verb", [name for verb in VERBS for name in (verb, *members(verb))])
every_verb_that_works = pytest.mark.parametrize("verb", [name for verb in VERBS for name in members(verb) or [verb]])


def wanted(verb: str) -> click.Command:
    """The command of a verb, which may be one of a group."""
    group, _, name = verb.partition(" ")
    found = command(group)
    return found.commands[name] if name and isinstance(found, click.Group) else found


def options(verb: str) -> set[str]:
    """The long options of a verb."""
    return {name for parameter in wanted(verb).params for name in parameter.opts if name.startswith("--")}


def examples(text: str) -> list[str]:
    """The calls that a help text shows."""
    return re.findall(r"^    (\S.*)$", text.partition("Example")[2], re.MULTILINE)


def test_the_verbs_are_listed_in_their_order(run: Run) -> None:
    """The help lists every verb, in the order of the work, each with a sentence that is not cut."""
    status, out, _ = run("--help")
    assert status == 0
    listed = re.findall(r"^  ([a-z]+)  +(.*)$", out.partition("Commands:")[2], re.MULTILINE)
    assert list(VERBS) == [verb for verb, _ in listed]
    assert [] == [verb for verb, says in listed if not says.endswith(".") or says.endswith("...")]


@every_verb
def test_every_verb_has_help_with_an_example(verb: str) -> None:
    """The help of a verb says what it does and shows a call that its options and arguments allow."""
    found, path = wanted(verb), verb.split()
    context = click.Context(found, click.Context(deltakg, info_name="deltakg"), info_name=verb)
    calls = examples(found.get_help(context))
    assert found.help
    assert calls
    for call in calls:
        words = shlex.split(call.partition(" > ")[0].replace('eval "$(', "").rstrip(')"'))
        assert ["deltakg", *path] == words[: 1 + len(path)]
        found.make_context(verb, words[1 + len(path) :])


@every_verb_that_works
def test_every_verb_takes_the_common_options(verb: str) -> None:
    """Every verb that uses a store can be told which, and to be quiet; reading verbs write in formats, to files."""
    expected = set() if verb == "completion" else {"--store", "--quiet"}
    if verb not in {"build", "add", "import", "remove", "serve", "completion"}:
        expected |= {"--format", "--output"}
    assert expected <= options(verb)


def test_examples_of_questions_are_questions() -> None:
    """The questions that help texts show are in the catalogue."""
    epilogs = [deltakg.epilog or "", command("query").epilog or ""]
    asked = {name for text in epilogs for name in re.findall(r"deltakg query (\S+)", text)}
    assert asked
    assert set() == asked - set(names())


def test_the_version_is_said(run: Run) -> None:
    """`--version` prints the version."""
    assert run("--version")[:2] == (0, f"deltakg, version {__version__}\n")
