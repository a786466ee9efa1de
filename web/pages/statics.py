"""The files that pages load: our own, those of pictures, and the editor where `make assets` has bundled it."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from viz.page import text_of

FOLDER: Traversable = files("web").joinpath("static")
"""Where they are."""
EDITOR = "editor.js"
"""The bundle; its licences stand beside it. Without it the field of the SPARQL page stays plain."""
VIS_NETWORK, PICTURE = "vis-network.js", "picture.js"
"""What networks are drawn with: the script that pyvis bundles, and the geometry of the explorer."""


def held(name: str) -> bytes | None:
    """What a file holds, None where there is none of that name."""
    if name == VIS_NETWORK:
        from viz.explorer import vis_network  # noqa: PLC0415 - slow to import, and only networks need it

        return vis_network().encode()
    if name == PICTURE:
        return text_of("assets/picture.js").encode()
    if name not in {file.name for file in FOLDER.iterdir()}:
        return None
    return FOLDER.joinpath(name).read_bytes()


@cache
def address(name: str) -> str:
    """The address of a file, which changes with what is in it."""
    digest = sha256(held(name) or b"").hexdigest()
    return f"/static/{name}?v={digest[:12]}"


def has_editor() -> bool:
    """Whether there is a bundle of the editor."""
    return FOLDER.joinpath(EDITOR).is_file()
