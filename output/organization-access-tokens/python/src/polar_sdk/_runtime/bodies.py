"""Request bodies: JSON, forms, multipart, text and streams."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote_plus

import httpx
from pydantic import BaseModel as PydanticBaseModel
from typing_extensions import assert_never

from ..types.basemodel import Unset
from ..utils.metadata import FormMetadata, MultipartFormMetadata, find_field_metadata
from .dump import Dump, dump_any, field_dumper
from .guards import field_value, is_dict, is_list
from .styles import Pairs, json_text, query_pairs, text

if TYPE_CHECKING:
    from .operation import Write

CHUNK = 65536


class FileStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A file that is sent as it is read, by either kind of client; each attempt starts where the file stood."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._start: int | None = file.tell() if hasattr(file, "seek") and hasattr(file, "tell") else None

    @property
    def repeatable(self) -> bool:
        """Whether the file can be read again."""
        return self._start is not None

    def __iter__(self) -> Iterator[bytes]:
        """The chunks of the file."""
        if self._start is not None:
            self._file.seek(self._start)
        while chunk := self._file.read(CHUNK):
            yield chunk.encode() if isinstance(chunk, str) else chunk

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """The chunks of the file; reading blocks for one chunk at a time."""
        for chunk in self:
            yield chunk


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
    """An encoded body; a multipart one is left to httpx, which chooses the boundary."""

    media_type: str | None
    content: bytes | None = None
    stream: FileStream | None = None
    files: list[tuple[str, Any]] | None = None


def encode_body(value: Any, write: Write, media_type: str, dump: Dump) -> EncodedBody:
    """Encodes a body; except in JSON, bytes, text and files that the caller has encoded are sent as they are."""
    if write == "json":
        return encode_json(dump(value), media_type)
    if isinstance(value, (bytes, bytearray)):
        return EncodedBody(media_type, bytes(value))
    if isinstance(value, str):
        return EncodedBody(media_type, value.encode())
    if hasattr(value, "read"):
        return EncodedBody(media_type, stream=FileStream(value))
    match write:
        case "multipart":
            return EncodedBody(None, files=multipart_parts(value))
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


def encode_json(value: Any, media_type: str) -> EncodedBody:
    """A JSON value as a body."""
    return EncodedBody(media_type, json_text(value).encode())


def form_pairs(value: Any) -> Pairs:
    """The pairs of a form body, escaped: lists repeat the name, objects are JSON, unless a field asks for a style."""
    pairs: Pairs = []
    for wire, dumped, _, form in _fields(value, FormMetadata):
        how = form or FormMetadata()
        item = dumped()
        is_json = how.json or (how.style is None and is_dict(item))
        if is_json:
            pairs.append((quote_plus(wire), quote_plus(json_text(item))))
        else:
            pairs += query_pairs(wire, item, how.style or "form", how.explode, quote_plus)
    return pairs


def multipart_parts(value: Any) -> list[tuple[str, Any]]:
    """The parts of a multipart body as httpx takes them: `(name, (file name, content, content type))`."""
    parts: list[tuple[str, Any]] = []
    for wire, dumped, raw, metadata in _fields(value, MultipartFormMetadata):
        how = metadata or MultipartFormMetadata()
        if how.file or _is_file(raw):
            name = f"{wire}{how.arrays}" if is_list(raw) else wire
            parts += [(name, _file_part(file)) for file in (raw if is_list(raw) else [raw])]
            continue
        item = dumped()
        if how.json or is_dict(item):
            parts.append((wire, (None, json_text(item), how.content_type or "application/json")))
        elif is_list(item):
            parts += [(f"{wire}{how.arrays}", _text_part(entry, how)) for entry in item]
        else:
            parts.append((wire, _text_part(item, how)))
    return parts


def _text_part(value: Any, how: MultipartFormMetadata) -> Any:
    return (None, text(value)) if how.content_type is None else (None, text(value), how.content_type)


def _is_file(value: Any) -> bool:
    return isinstance(value, (bytes, bytearray)) or hasattr(value, "read")


def _file_part(file: Any) -> Any:
    """A file model, or bytes or an open file by itself."""
    if _is_file(file):
        name = getattr(file, "name", None)
        return (name.rsplit("/", 1)[-1] if isinstance(name, str) else "file", file)
    content_type = getattr(file, "content_type", None)
    return (file.file_name, file.content) if content_type is None else (file.file_name, file.content, content_type)


def _fields(value: Any, kind: type[Any]) -> Iterator[tuple[str, Any, Any, Any]]:
    """Wire name, a function that dumps the value, the value itself and its metadata, of each given field."""
    if isinstance(value, PydanticBaseModel):
        for name, field in type(value).model_fields.items():
            item = field_value(value, name)
            if item is None or isinstance(item, Unset):
                continue
            yield (
                field.alias or name,
                _later(field_dumper(field) if not _is_file(item) else dump_any, item),
                item,
                find_field_metadata(field, kind),
            )
        for name, item in (value.model_extra or {}).items():
            yield name, _later(dump_any, item), item, None
        return
    if is_dict(value):
        for name, item in value.items():
            if item is not None:
                yield name, _later(dump_any, item), item, None
        return
    raise TypeError(f"A form is made of fields; {type(value).__name__} has none.")


def _later(dump: Dump, value: Any) -> Any:
    return lambda: dump(value)
