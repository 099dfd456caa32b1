"""Request bodies by serialization method."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..types.basemodel import Unset

if TYPE_CHECKING:
    from .._runtime.operation import Write

SERIALIZATION_METHOD_TO_CONTENT_TYPE = {
    "json": "application/json",
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data",
    "raw": "application/octet-stream",
    "string": "text/plain",
}
_WRITES: Mapping[str, Write] = {"json": "json", "form": "form", "multipart": "multipart", "raw": "binary", "string": "text"}


@dataclass
class SerializedRequestBody:
    """An encoded body."""

    media_type: str | None = None
    content: Any | None = None
    data: Any | None = None
    files: Any | None = None


def serialize_request_body(
    request_body: Any, nullable: bool, optional: bool, serialization_method: str, request_body_type: Any
) -> SerializedRequestBody | None:
    """Encodes a body; None when an optional one was not given."""
    from .._runtime.bodies import encode_body
    from .._runtime.dump import dumper

    if isinstance(request_body, Unset) or (request_body is None and not nullable):
        if optional:
            return None
        raise ValueError("request body is required")
    media_type = SERIALIZATION_METHOD_TO_CONTENT_TYPE[serialization_method]
    body = encode_body(request_body, _WRITES[serialization_method], media_type, dumper(request_body_type))
    return SerializedRequestBody(body.media_type, body.content if body.stream is None else body.stream)
