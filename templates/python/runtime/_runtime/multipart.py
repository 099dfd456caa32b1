"""Multipart bodies, written as browsers write them (RFC 7578; WHATWG HTML, 4.10.21.8)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from ..utils.metadata import MultipartFormMetadata
from .fields import form_fields
from .files import GivenFile, given_file
from .guards import is_dict, is_list
from .styles import json_text, query_pairs, text


class Part(NamedTuple):
    """One part: text, or a file under a name."""

    name: str
    content: Any
    file_name: str | None = None
    media_type: str | None = None


def multipart_parts(value: Any) -> list[Part]:
    """The parts of a form: a file, an object as JSON, each item of a list, anything else as text, unless a field asks for a type or a style."""
    parts: list[Part] = []
    for wire, dumped, raw, metadata in form_fields(value, MultipartFormMetadata):
        how = metadata or MultipartFormMetadata()
        name = f"{wire}{how.arrays}" if is_list(raw) else wire
        items = raw if is_list(raw) else [raw]
        files = [] if how.json else [file for file in map(given_file, items) if file is not None]
        if files and len(files) == len(items):
            parts += [_file_part(name, wire, file, how.content_type or "") for file in files]
            continue
        item = dumped()
        if how.json:
            parts.append(Part(wire, json_text(item), None, how.content_type or "application/json"))
        elif how.style is not None:
            parts += [Part(key, one) for key, one in query_pairs(wire, item, how.style, how.explode)]
        else:
            parts += [_text_part(name, one, how.content_type) for one in (item if is_list(item) else [item]) if one is not None]
    return parts


def write_multipart(parts: Sequence[Part]) -> tuple[str, list[Any]]:
    """The boundary, and bytes and files in the order in which they are sent."""
    boundary = os.urandom(16).hex()
    pieces: list[Any] = []
    for part in parts:
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(part.name)}"'
        if part.file_name is not None:
            head += f'; filename="{_quoted(part.file_name)}"'
        if part.media_type is not None:
            head += f"\r\nContent-Type: {part.media_type}"
        content = part.content.encode() if isinstance(part.content, str) else part.content
        pieces += [f"{head}\r\n\r\n".encode(), content, b"\r\n"]
    return boundary, [*pieces, f"--{boundary}--\r\n".encode()]


def _file_part(name: str, field: str, file: GivenFile, declared: str) -> Part:
    """A file without a name is called as its field: servers know files by having one."""
    return Part(name, file.content, field if file.name is None else file.name, file.type_of(declared))


def _text_part(name: str, value: Any, media_type: str | None) -> Part:
    return Part(name, text(value), None, media_type or ("application/json" if is_dict(value) or is_list(value) else None))


def _quoted(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
