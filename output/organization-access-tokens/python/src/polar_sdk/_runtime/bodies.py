"""Request bodies: JSON, forms, multipart, text and files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote_plus

from typing_extensions import assert_never

from ..utils.metadata import FormMetadata
from .dump import Dump
from .fields import form_fields
from .files import FileStream, given_file
from .guards import is_dict, is_list
from .multipart import multipart_parts, write_multipart
from .styles import Pairs, json_text, query_pairs, text

if TYPE_CHECKING:
    from .operation import Write

USUAL_TYPES: Mapping[Write, str] = {
    "json": "application/json",
    "xml": "application/xml",
    "text": "text/plain",
    "binary": "application/octet-stream",
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data",
    "lines": "application/jsonl",
}


class EncodedBody(NamedTuple):
    """An encoded body: bytes, or files that are sent as they are read."""

    media_type: str
    content: bytes | None = None
    stream: FileStream | None = None


def encode_body(value: Any, write: Write, media_type: str, dump: Dump) -> EncodedBody:
    """Encodes a body; except in JSON, bytes, text and files that the caller has encoded are sent as they are."""
    if write == "json":
        return encode_json(dump(value), media_type)
    if isinstance(value, str):
        return EncodedBody(media_type, value.encode())
    file = given_file(value)
    if file is not None:
        return _of_pieces(file.type_of(media_type) if write == "binary" else media_type, [file.content])
    match write:
        case "multipart":
            boundary, pieces = write_multipart(multipart_parts(value))
            return _of_pieces(f"{media_type}; boundary={boundary}", pieces)
        case "form":
            return EncodedBody(media_type, "&".join(f"{name}={item}" for name, item in form_pairs(value)).encode())
        case "lines":
            lines = [dump(value)] if not is_list(value) else dump(value)
            before = "\x1e" if media_type.endswith("json-seq") else ""  # RFC 7464
            return EncodedBody(media_type, "".join(f"{before}{json_text(line)}\n" for line in lines).encode())
        case "text" | "binary" | "xml":
            return EncodedBody(media_type, text(dump(value)).encode())
        case _:
            assert_never(write)


def _of_pieces(media_type: str, pieces: list[Any]) -> EncodedBody:
    if all(isinstance(piece, bytes) for piece in pieces):
        return EncodedBody(media_type, b"".join(pieces))
    return EncodedBody(media_type, stream=FileStream(*pieces))


def encode_json(value: Any, media_type: str) -> EncodedBody:
    """A JSON value as a body."""
    return EncodedBody(media_type, json_text(value).encode())


def form_pairs(value: Any) -> Pairs:
    """The pairs of a form body, escaped: lists repeat the name, objects are JSON, unless a field asks for a style."""
    pairs: Pairs = []
    for wire, dumped, _, form in form_fields(value, FormMetadata):
        how = form or FormMetadata()
        item = dumped()
        is_json = how.json or (how.style is None and is_dict(item))
        if is_json:
            pairs.append((quote_plus(wire), quote_plus(json_text(item))))
        else:
            pairs += query_pairs(wire, item, how.style or "form", how.explode, quote_plus)
    return pairs
