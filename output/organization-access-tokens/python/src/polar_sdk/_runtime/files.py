"""Files that callers give: bytes, open files, paths, each with a name and a type where the caller says so."""

from __future__ import annotations

import io
import os
from collections.abc import AsyncIterator, Iterator
from typing import Any, NamedTuple

import httpx

from .guards import is_bytes, is_path, is_tuple

CHUNK = 65536
_TYPES = {
    "avif": "image/avif",
    "csv": "text/csv",
    "flac": "audio/flac",
    "gif": "image/gif",
    "html": "text/html",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "md": "text/markdown",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "mpeg": "video/mpeg",
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webp": "image/webp",
    "xml": "application/xml",
    "zip": "application/zip",
}


class GivenFile(NamedTuple):
    """What a caller says of a file; the content is bytes, a path, or what can be read."""

    name: str | None
    content: Any
    media_type: str | None = None

    def type_of(self, declared: str) -> str:
        """Its type among those that the document allows (`image/png, image/*`; none: any): its own, what its name tells, or the first."""
        ending = (self.name or "").lower().rpartition(".")[2]
        own = self.media_type or _TYPES.get(ending)
        kinds = [kind.strip() for kind in declared.split(",") if kind.strip()]
        if own is not None and (not kinds or any(_matches(own, kind) for kind in kinds)):
            return own
        return next((kind for kind in kinds if "*" not in kind), own or "application/octet-stream")


def given_file(value: Any) -> GivenFile | None:
    """A file in any of its forms, `(name, content)` and `(name, content, type)` among them; None for anything else."""
    if is_bytes(value):
        return GivenFile(None, bytes(value))
    if is_path(value):
        return GivenFile(os.path.basename(os.fspath(value)), value)
    if hasattr(value, "read"):
        name = getattr(value, "name", None)
        return GivenFile(os.path.basename(name) if isinstance(name, str) else None, value)
    if is_tuple(value):
        name, content, media_type = (*value, None, None, None)[:3]
        inner = given_file(content) if 2 <= len(value) <= 3 and isinstance(name, str) else None
        return None if inner is None or not isinstance(media_type, (str, type(None))) else GivenFile(name, inner.content, media_type)
    name, content = getattr(value, "file_name", None), getattr(value, "content", None)
    inner = given_file(content) if isinstance(name, str) else None
    return None if inner is None else GivenFile(name, inner.content, getattr(value, "content_type", None))


class FileStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Bytes and files that are sent as they are read, by either kind of client; each attempt starts where the files stood."""

    def __init__(self, *pieces: Any) -> None:
        """Raises OSError for a path that leads to no file."""
        self._pieces = [(piece, _start(piece), _size(piece)) for piece in pieces]

    @property
    def repeatable(self) -> bool:
        """Whether all of it can be read again."""
        return all(start is not None for _, start, _ in self._pieces)

    @property
    def size(self) -> int | None:
        """Number of bytes; None where a file does not tell."""
        sizes = [size for _, _, size in self._pieces if size is not None]
        return sum(sizes) if len(sizes) == len(self._pieces) else None

    def __iter__(self) -> Iterator[bytes]:
        """The bytes in chunks."""
        for piece, start, _ in self._pieces:
            if isinstance(piece, bytes):
                yield piece
            elif is_path(piece):
                with open(piece, "rb") as file:
                    yield from _chunks(file)
            else:
                if start is not None:
                    piece.seek(start)
                yield from _chunks(piece)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """The same; reading blocks for one chunk at a time."""
        for chunk in self:
            yield chunk


def _chunks(file: Any) -> Iterator[bytes]:
    while chunk := file.read(CHUNK):
        yield chunk.encode() if isinstance(chunk, str) else chunk


def _start(piece: Any) -> int | None:
    """Where reading begins; None for what can be read once only."""
    if isinstance(piece, (bytes, os.PathLike)):
        return 0
    seekable = piece.seekable() if hasattr(piece, "seekable") else hasattr(piece, "seek")
    return piece.tell() if seekable and hasattr(piece, "tell") else None


def _size(piece: Any) -> int | None:
    if isinstance(piece, bytes):
        return len(piece)
    if is_path(piece):
        return os.stat(piece).st_size
    start = None if isinstance(piece, io.TextIOBase) else _start(piece)
    if start is None:
        return None
    end = piece.seek(0, os.SEEK_END)
    piece.seek(start)
    return end - start if isinstance(end, int) else None


def _matches(kind: str, pattern: str) -> bool:
    """Whether a type is `image/png`, one of `image/*`, or any; parameters count for nothing."""
    from .media import matches_media, media_type_of

    return matches_media(media_type_of(kind), pattern)
