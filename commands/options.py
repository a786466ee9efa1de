"""The options that verbs share, and what they were given."""

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from queries.formats import FORMATS

Command = TypeVar("Command", bound=Callable[..., Any])

LANGUAGES = ("en", "zh")
PATH = click.Path(readable=False)  # what cannot be read is no wrong usage: whoever reads it says so


def examples(*calls: str) -> str:
    """The end of a verb's help; the mark keeps click from filling the lines."""
    return "\n".join(("\b", f"Example{'s' if len(calls) > 1 else ''}:", *(f"  {call}" for call in calls)))


def setting(name: str) -> Any:  # noqa: ANN401 - options have many types
    """A setting that may stand before or after the verb; the one after it counts."""
    return click.get_current_context().meta.get(f"deltakg.{name}")


def remember(context: click.Context, parameter: click.Parameter, value: object) -> None:
    """Keep the value of an option that may stand before or after the verb."""
    if value is not None and value is not False:
        context.meta[f"deltakg.{parameter.name}"] = value


def store_options(command: Command) -> Command:
    """The options that every verb has, which may also stand before it."""
    store = click.option(
        "--store",
        type=PATH,
        metavar="FOLDER",
        expose_value=False,
        callback=remember,
        help="The store. [env: DELTAKG_STORE; default: .deltakg]",
    )
    quiet = click.option(
        "--quiet", "-q", is_flag=True, expose_value=False, callback=remember, help="Print no progress and no notices."
    )
    return store(quiet(command))


def engine_options(command: Command) -> Command:
    """The options of every verb that may ask an endpoint in the place of a store."""
    endpoint = click.option(
        "--endpoint",
        metavar="URL",
        expose_value=False,
        callback=remember,
        help="Ask this SPARQL endpoint in the place of a store. [env, for credentials: DELTAKG_ENDPOINT_USER and "
        "DELTAKG_ENDPOINT_PASSWORD, or DELTAKG_ENDPOINT_TOKEN]",
    )
    timeout = click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        expose_value=False,
        callback=remember,
        help="How long the endpoint may take for an answer. [default: 60]",
    )
    return endpoint(timeout(command))


def output_options(formats: tuple[str, ...] = FORMATS) -> Callable[[Command], Command]:
    """The options of every verb that prints an answer, given to it as `form` and `output`."""

    def decorate(command: Command) -> Command:
        default = formats[0]
        form = click.option(
            "--format", "-F", "form", type=click.Choice(formats), help=f"[default: by the file's name, else {default}]"
        )
        output = click.option(
            "--output", "-o", type=PATH, metavar="FILE", help="Write to a file instead, whole or not at all."
        )
        language = click.option(
            "--language",
            type=click.Choice(LANGUAGES),
            expose_value=False,
            callback=remember,
            help="Of heads and titles. [env: DELTAKG_LANGUAGE; default: en]",
        )
        return form(output(language(store_options(command))))

    return decorate


def store_folder() -> str:
    """Say where the store is: by option, by environment, or `.deltakg` here."""
    return str(setting("store") or os.environ.get("DELTAKG_STORE") or ".deltakg")


def language_of_heads() -> str:
    """Say which language heads and titles are in."""
    language = setting("language") or os.environ.get("DELTAKG_LANGUAGE")
    return language if language in LANGUAGES else LANGUAGES[0]
