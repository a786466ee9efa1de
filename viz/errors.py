"""What can go wrong in drawing, each error holding what offended and saying what to do."""

from deltakg import DeltakgError


class PictureError(DeltakgError, ValueError):
    """There is nothing to draw of what was asked.

    Attributes:
        asked: what was to be drawn.
    """

    def __init__(self, asked: str, reason: str) -> None:
        super().__init__(f"{asked}: {reason}")
        self.asked = asked


class MissingPackageError(DeltakgError, ImportError):
    """A package that a picture takes its parts from is not installed, or lacks them.

    Attributes:
        package: the name of the package.
    """

    def __init__(self, package: str, reason: str) -> None:
        super().__init__(f"{package} {reason}")
        self.package = package
