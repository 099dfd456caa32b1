"""From a response to a value or an error."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel as PydanticBaseModel
from pydantic import TypeAdapter, ValidationError

from .errors import status_message
from .guards import is_dict
from .lax import fit
from .media import matches_media, media_type_of
from .styles import json_text

if TYPE_CHECKING:
    import httpx

    from .configuration import Configuration
    from .operation import Failure, Operation, Reply

Drift = Callable[[ValidationError], None]
"""Told of a response that does not match its description."""


class Outcome(NamedTuple):
    """What a response was declared as: a success, an error, or nothing at all."""

    reply: Reply | None
    failure: Failure | None


def outcome_of(operation: Operation[Any], response: httpx.Response) -> Outcome:
    """Finds the declaration of a response: exact statuses first, then `4XX`, then `default`."""
    code = str(response.status_code)
    media_type = media_type_of(response.headers.get("content-type"))
    for pattern in (code, f"{code[0]}XX", "default"):
        for reply in operation.replies:
            if _same(reply.status, pattern) and _is_success(reply, response.status_code, media_type):
                return Outcome(reply, None)
        for failure in operation.failures:
            if _same(failure.status, pattern) and matches_media(media_type, failure.media_type):
                return Outcome(None, failure)
    return Outcome(None, None)


def _is_success(reply: Reply, status: int, media_type: str) -> bool:
    """A `default` response stands for success where it is no error by its status."""
    fits = reply.media_type is None or matches_media(media_type, reply.media_type)
    return fits and (reply.status != "default" or status < 400)


def _same(declared: str, pattern: str) -> bool:
    return declared == pattern or declared.upper() == pattern.upper()


def decode_reply(reply: Reply, response: httpx.Response, config: Configuration, drift: Drift) -> Any:
    """The value of a success whose body has been read."""
    if reply.codec == "none":
        return None
    if reply.codec == "text" or reply.type is None:
        return response.text
    return decode_json(reply.type(), response, config, drift)


def decode_json(kind: Any, response: httpx.Response, config: Configuration, drift: Drift) -> Any:
    """Reads JSON straight from the bytes; what does not fit is kept as far as possible, or raised if the SDK is strict."""
    try:
        return json_decoder(kind)(response.content)
    except ValidationError as error:
        if config.validation == "strict":
            raise validation_error(config, response, error) from error
        drift(error)
    try:
        value = json.loads(response.content)
    except (ValueError, RecursionError) as error:
        raise validation_error(config, response, error) from error
    return fit(kind, value)


def item_decoder(kind: Any, config: Configuration, response: httpx.Response, drift: Drift) -> Callable[[str], Any]:
    """Reads one item of a stream, an event or a line; `data` of an event that was declared as text stays text even if it is JSON."""
    decode = json_decoder(kind)

    def item(raw: str) -> Any:
        try:
            return decode(raw.encode())
        except ValidationError as error:
            mismatch = error
        try:
            value = json.loads(raw)
        except (ValueError, RecursionError):
            value = raw
        if is_dict(value) and "data" in value and not isinstance(value["data"], str):
            try:
                return decode(json.dumps({**value, "data": json_text(value["data"])}).encode())
            except ValidationError:
                pass
        if config.validation == "strict":
            raise validation_error(config, response, mismatch) from mismatch
        drift(mismatch)
        return fit(kind, value)

    return item


@cache
def json_decoder(kind: Any) -> Callable[[bytes], Any]:
    """Reads values of a type from JSON bytes; made once per type."""
    if isinstance(kind, type) and issubclass(kind, PydanticBaseModel):
        return kind.model_validate_json
    return _adapter(kind).validate_json


def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def validation_error(config: Configuration, response: httpx.Response, cause: Exception) -> Exception:
    """The SDK's `ResponseValidationError`."""
    body = response.text if response.is_closed else ""  # of a stream, the rest is not read for the sake of a message
    return config.error_types().validation(f"Response validation failed: {cause}", response, cause, body)


def error_of(operation: Operation[Any], failure: Failure | None, response: httpx.Response, config: Configuration) -> Exception:
    """The error to raise for a response that is not a success.

    A declared error whose body does not match its description becomes the default error, so that status and body are not hidden.
    """
    body = response.text
    if failure is None:
        reason = "API error occurred" if response.status_code >= 400 else "Unexpected response received"
        return config.error_types().default(status_message(response, body, reason), response, body)
    error_class, data_type = failure.types()
    build: Callable[..., Exception] = error_class
    try:
        return build(json_decoder(data_type)(response.content), response, body)
    except ValidationError as error:
        if config.validation == "strict":
            return validation_error(config, response, error)
    return config.error_types().default(status_message(response, body), response, body)
