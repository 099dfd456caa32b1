"""File content in requests."""

from __future__ import annotations

import io
import os
from typing import IO, Annotated, Any, TypeAlias

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema


class _FileSchema:
    """Accepts files in all their forms, unread."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_check)


def _check(value: Any) -> Any:
    from .._runtime.files import given_file

    if given_file(value) is not None:
        return value
    raise PydanticCustomError("file_content", "Input should be bytes, a path, a file opened in binary mode, or one of these with a name")


_Content: TypeAlias = bytes | IO[bytes] | io.BufferedReader | os.PathLike[str]
FileContent: TypeAlias = Annotated[_Content | tuple[str, _Content] | tuple[str, _Content, str], _FileSchema()]
"""A file: bytes, a path, or a file opened for reading bytes, which is sent as it is read; `(name, content)` and `(name, content, type)` say more of it."""
