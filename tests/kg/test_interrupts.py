"""Ctrl-C while a store is changed."""

import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from signal import SIGINT, default_int_handler, getsignal, raise_signal

import pytest

from kg.inputs import silent
from kg.interrupts import LAST, Interruptible


class Deaf:
    """Ctrl-C is pressed as it goes, where nothing can be raised."""

    def __del__(self) -> None:
        raise_signal(SIGINT)


def swallow() -> None:
    """Ctrl-C is pressed, and nothing comes of it."""
    with suppress(KeyboardInterrupt):
        raise_signal(SIGINT)


def test_ctrl_c_ends_the_work_at_once() -> None:
    """As it usually does."""
    with pytest.raises(KeyboardInterrupt), Interruptible(silent):
        raise_signal(SIGINT)
    assert getsignal(SIGINT) is default_int_handler


def test_what_was_swallowed_is_raised_at_the_next_step() -> None:
    """The step is told first, so that it is seen how far the work was."""
    told: list[tuple[str, int, int]] = []

    def work(progress: Interruptible) -> None:
        for number in (1, 2, 3):
            progress("read", number, 3)
            swallow()

    with pytest.raises(KeyboardInterrupt), Interruptible(lambda *step: told.append(step)) as progress:
        work(progress)
    assert [("read", 1, 3), ("read", 2, 3)] == told


@pytest.mark.parametrize("press", [swallow, Deaf])
def test_the_last_step_may_be_the_one_that_ends_it(
    press: Callable[[], object], capsys: pytest.CaptureFixture[str]
) -> None:
    """The change is not published yet; there is no traceback where Python could raise nothing."""

    def work(progress: Interruptible) -> None:
        press()
        progress(LAST, 1, 1)
        pytest.fail("it was published")

    with pytest.raises(KeyboardInterrupt), Interruptible(silent) as progress:
        work(progress)
    assert ("", "") == capsys.readouterr()


def test_an_interrupt_that_became_an_error_is_one_again() -> None:
    """As where a package takes it for a failed import."""

    def work() -> None:
        swallow()
        raise ImportError

    with pytest.raises(KeyboardInterrupt) as raised, Interruptible(silent):
        work()
    assert isinstance(raised.value.__cause__, ImportError)


def test_a_second_ctrl_c_does_not_disturb_the_tidying_up() -> None:
    """Who presses it again in impatience leaves nothing behind."""
    tidied = []

    def work() -> None:
        try:
            raise_signal(SIGINT)
        finally:
            raise_signal(SIGINT)
            tidied.append(True)

    with pytest.raises(KeyboardInterrupt), Interruptible(silent):
        work()
    assert tidied


def test_ctrl_c_after_the_last_step_is_too_late() -> None:
    """The change is being made, and is said to have been made."""
    with Interruptible(silent) as progress:
        progress(LAST, 1, 1)
        raise_signal(SIGINT)


def test_an_ignored_ctrl_c_stays_ignored() -> None:
    """As in a job that runs in the background."""
    signal.signal(SIGINT, signal.SIG_IGN)
    try:
        with Interruptible(silent) as progress:
            raise_signal(SIGINT)
            progress("read", 1, 1)
        assert getsignal(SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(SIGINT, default_int_handler)


def test_other_threads_may_work_too() -> None:
    """Only the main thread may say what Ctrl-C does; elsewhere it is left as it is."""
    done = []

    def work() -> None:
        with Interruptible(silent) as progress:
            progress(LAST, 1, 1)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done
