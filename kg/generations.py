"""How a store comes to have a new generation: written aside, then made current by one atomic rename.

    lock                             held by the one writer; the system releases it when the process ends
    generations/<n>/manifest.json    what it holds (see `kg.manifest`)
    generations/<n>/derived.nq       what was derived from several documents
    shards/<key>.nq                  N-Quads of one document, made once
    texts/<sha256>.txt               its text as decoded

Nothing that a reader may have open is ever changed. What a killed writer leaves unfinished begins
with a dot, or is a generation above the current one; the next writer removes it.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import BusyStoreError, NoStoreError, NotAStoreError, StorePath
from kg.pointer import FORMAT, POINTER, current

FOLDERS = ("generations", "shards", "texts")
_LOCK = "lock"
_KEPT = 2


class Writer:
    """The one writer of a store, inside `writing`.

    Attributes:
        store: the store's folder.
        begun: the folder of the generation to be, where `begin` made it.
    """

    def __init__(self, store: Path) -> None:
        self.store = store
        self.begun = store / "generations" / ".new"
        self._saved: list[Path] = []
        self._before = self.current

    @property
    def current(self) -> int | None:
        """Number of the current generation, None before the first.

        It is read each time: a writer that is interrupted may know less than the disk.
        """
        try:
            return current(self.store, replacing=True)
        except NoStoreError:
            return None

    def begin(self) -> Path:
        """Make the folder of a generation to be; one that was begun before is given up."""
        shutil.rmtree(self.begun, ignore_errors=True)
        self.begun.mkdir()
        return self.begun

    def save(self, path: Path, content: bytes) -> None:
        """Write a new file so that it is there whole or not at all, and stays if the generation is published."""
        self._saved.append(path)
        _write(path, content)

    def publish(self, base: str) -> int:
        """Make the generation that was begun the current one; from here on it is what readers open.

        Args:
            base: its base IRI, which readers find in the lock that they hold.
        """
        generation = (self.current or 0) + 1
        (self.begun / _LOCK).write_text(base, encoding="utf-8")
        for parent, _, names in os.walk(self.begun):
            for name in names:
                _sync(Path(parent, name))
            _sync(Path(parent))
        self.begun.rename(self._folder(generation))
        _sync(self.store / "generations")
        _write(self.store / POINTER, b"%d %d\n" % (FORMAT, generation))
        with suppress(OSError):  # it is current, whether or not the folder could be settled
            _sync(self.store)
        return generation

    def prune(self) -> list[int]:
        """Remove the generations that nobody needs; returns those that stay.

        The current one stays, the one before it, and any that a reader holds.
        """
        numbers = sorted(self._numbers(), reverse=True)
        return numbers[:_KEPT] + [number for number in numbers[_KEPT:] if not self._remove(number)]

    def clean(self) -> None:
        """Remove what was never finished: what begins with a dot, and generations that never became current.

        Where none became current, that is also what was saved for it.
        """
        newest = self.current
        if newest == self._before:
            for path in self._saved:
                path.unlink(missing_ok=True)
        (self.store / f".{POINTER}").unlink(missing_ok=True)
        for name in FOLDERS:
            for path in (self.store / name).glob(".*"):
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()
        for number in self._numbers():
            if number > (newest or 0):
                shutil.rmtree(self._folder(number))

    def manifests(self, generations: list[int]) -> Iterator[Path]:
        """The manifests of these generations."""
        return (self._folder(generation) / "manifest.json" for generation in generations)

    def _folder(self, generation: int) -> Path:
        return self.store / "generations" / str(generation)

    def _numbers(self) -> list[int]:
        return [int(path.name) for path in (self.store / "generations").iterdir() if path.name.isdigit()]

    def _remove(self, generation: int) -> bool:
        """Remove a generation unless a reader holds it."""
        lock = self._folder(generation) / _LOCK
        try:
            # Where a removal was cut short the lock has gone already, and so have the readers.
            with lock.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                lock.unlink()
        except BlockingIOError:
            return False
        except FileNotFoundError:
            pass
        shutil.rmtree(self._folder(generation), ignore_errors=True)
        return True


@contextmanager
def writing(store: StorePath, *, create: bool) -> Iterator[Writer]:
    """Hold the writer's lock; what was left unfinished is removed, before by others and after by us.

    Args:
        store: the folder.
        create: whether to make it where it is not there; it is taken away again where nothing was published.

    Raises:
        NotAStoreError: where the folder holds something else.
        BusyStoreError: where another process is writing.
        StoreError: as `kg.pointer.current` does.
    """
    path = Path(store)
    if not create:
        current(path)
    made = not path.exists()
    try:
        _open_folder(path)
        with _locked(path):
            writer = Writer(path)
            try:
                for name in FOLDERS:
                    (path / name).mkdir(exist_ok=True)
                writer.clean()
                yield writer
            finally:
                with suppress(OSError):  # what stays is removed by the next writer
                    writer.clean()
    finally:
        with suppress(OSError):
            _withdraw(path, whole=made)


@contextmanager
def _locked(store: Path) -> Iterator[None]:
    with (store / _LOCK).open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyStoreError(store) from None
        yield


def _open_folder(path: Path) -> None:
    """Make the folder, or see that it is a store's or empty."""
    try:
        path.mkdir(parents=True)
    except FileExistsError:
        if not (path.is_dir() and _is_ours(path)):
            raise NotAStoreError(path) from None


def _is_ours(folder: Path) -> bool:
    """Whether a folder holds a store, or nothing but what a store begins with."""
    names = {child.name for child in folder.iterdir()}
    return POINTER in names or names <= {f".{POINTER}", _LOCK, *FOLDERS}


def _withdraw(store: Path, *, whole: bool) -> None:
    """Take away what was made for a store that never came to be; a store stays, and what another is writing."""
    if (store / POINTER).exists() or not _is_ours(store):
        return
    with _locked(store):
        for name in FOLDERS:
            shutil.rmtree(store / name, ignore_errors=True)
        (store / _LOCK).unlink(missing_ok=True)
    if whole:
        store.rmdir()


def _write(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    temporary = path.with_name(f".{path.name}")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _sync(path: Path) -> None:
    """Have the system write a file or a folder to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
