"""File content in requests."""

from __future__ import annotations

import io
from typing import IO, Annotated, Any, TypeAlias

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema


class _FileSchema:
    """Accepts bytes and whatever can be read, unread."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_check)


def _check(value: Any) -> Any:
    if isinstance(value, (bytes, bytearray)) or hasattr(value, "read"):
        return value
    raise PydanticCustomError("file_content", "Input should be bytes or a file opened in binary mode")


FileContent: TypeAlias = Annotated[bytes | IO[bytes] | io.BufferedReader, _FileSchema()]
"""The content of a file: bytes, or a file opened for reading bytes, which is sent as it is read."""
