"""Where the server is reached, and which names it answers to."""

from ipaddress import ip_address

from starlette.requests import Request

from web.service import service_of
from web.settings import Settings

_ANY = frozenset({"0.0.0.0", "::"})  # noqa: S104 - what listening to every address is called


def address_of(request: Request) -> str:
    """Where the server is reached: as it was told, else as this request has it; ends in a slash."""
    base = service_of(request).settings.base_url or str(request.base_url)
    return f"{base.rstrip('/')}/"


def is_ours(host: str, settings: Settings) -> bool:
    """Whether a Host header names this server.

    A page of another name, which its owner has pointed here, cannot read the graph through a reader's browser.

    Args:
        host: the header, with or without a port.
        settings: of the server; where it listens to every address, each of them names it.
    """
    name = _name(host)
    if "*" in settings.hosts or name in settings.hosts:
        return True
    return bool(_ANY & set(settings.hosts)) and _is_address(name)


def _name(host: str) -> str:
    name = host.strip().lower()
    if name.startswith("["):
        inner, bracket, port = name[1:].partition("]")
        return inner if bracket and _is_port(port) else ""
    name, colon, port = name.partition(":")
    return name.removesuffix(".") if _is_port(colon + port) else ""


def _is_port(text: str) -> bool:
    return not text or (text[0] == ":" and (text[1:].isdecimal() or len(text) == 1) and text.isascii())


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
