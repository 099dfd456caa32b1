"""The address that a call goes to.

A server of the document may be relative (`/api/v3`): it says where the API stands on a host that only the caller knows, so it cannot be
used alone. `server_url` names the host. One rule joins the two: a `server_url` that is a host alone is completed by the relative server,
one with a path of its own is the whole address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from .configuration import Configuration
    from .operation import Call, Operation

_ABSOLUTE = re.compile(r"[a-z][a-z\d+.-]*://", re.IGNORECASE)


def server_address(operation: Operation[Any], config: Configuration, call: Call) -> str:
    """The call's own server, else the operation's, else the client's; a relative one of the operation stands on the client's host."""
    own = next(iter(operation.servers), None)
    client = client_address(config)
    if call.server_url is not None:
        address = completed(call.server_url, own or filled(*config.document_server()))
    elif own is None:
        address = client
    else:
        address = urljoin(client, own)
    if _ABSOLUTE.match(address) is None:
        named = f'The server "{address}" names no scheme and host' if address else "The document names no server"
        raise ValueError(f'{named}: set server_url to where the API is, such as "https://api.example.com".')
    return address.rstrip("/")


def client_address(config: Configuration) -> str:
    """The address of the client's server, not always a whole one."""
    address = filled(*config.get_server_details())
    return completed(address, filled(*config.document_server()))


def completed(address: str, server: str) -> str:
    """A host alone with the path of a relative server; every other address as it is."""
    is_host = _ABSOLUTE.match(address) is not None and urlsplit(address).path in ("", "/")
    return urljoin(address, server) if is_host and _ABSOLUTE.match(server) is None else address


def filled(template: str, variables: Mapping[str, str]) -> str:
    """A URL with its variables filled in."""
    for name, value in variables.items():
        template = template.replace(f"{{{name}}}", value)
    return template
