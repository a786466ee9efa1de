"""Asking an endpoint in the place of a store."""

from collections.abc import Callable

import pytest

from tests.queries.servers import Reply, scripted

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def without_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the environment holds any."""
    for name in ("USER", "PASSWORD", "TOKEN"):
        monkeypatch.delenv(f"DELTAKG_ENDPOINT_{name}", raising=False)


def test_an_endpoint_answers_in_every_format(run: Run) -> None:
    """What it says is printed as an answer of a store is."""
    one = Reply(body=b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "5"}}]}}')
    with scripted(one) as server:
        for form, expected in (("csv", "x\n5\n"), ("json", '[\n{"x": "5"}\n]\n')):
            assert (0, expected, "") == run("sparql", "SELECT ?x {}", "--endpoint", server.url, "-F", form)


def test_what_goes_wrong_is_one_line(run: Run) -> None:
    """An error of the endpoint ends with status 1; nothing is printed."""
    with scripted(Reply(404, b"", ())) as server:
        status, out, said = run("query", "projects-involving", "徐州", "--endpoint", server.url)
    assert (1, "") == (status, out)
    assert f"Error: {server.url}: is no endpoint (404 Not Found); check the address\n" == said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--endpoint", "http://127.0.0.1:9/", "--store", "x"), "a store or an endpoint, not both"),
        (("--timeout", "3"), "--timeout is for --endpoint"),
        (("--endpoint", "http://127.0.0.1:9/", "--timeout", "0"), "--timeout"),
    ],
)
def test_options_that_contradict_are_wrong_usage(arguments: tuple[str, ...], said: str, run: Run) -> None:
    """A store and an endpoint at once, a time for a store, or no time at all."""
    status, out, error = run("sparql", "ASK {}", *arguments)
    assert (2, "") == (status, out)
    assert said in error


def test_an_unsafe_question_is_not_sent(run: Run) -> None:
    """What is refused of a store is refused of an endpoint too."""
    with scripted(Reply()) as server:
        assert 1 == run("sparql", "SELECT * { SERVICE <http://x> {} }", "--endpoint", server.url)[0]
    assert [] == server.requests
