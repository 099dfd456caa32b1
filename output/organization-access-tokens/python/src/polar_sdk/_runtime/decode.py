"""From a response to a value or an error."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel as PydanticBaseModel
from pydantic import TypeAdapter, ValidationError

from .errors import status_message
from .guards import is_dict
from .lax import fit
from .media import is_declared
from .pages import json_content, json_of

if TYPE_CHECKING:
    import httpx

    from .configuration import Configuration
    from .operation import Operation, Rule

Drift = Callable[[ValidationError], None]
"""Told of a response that does not match its description."""


def rules_of(operation: Operation[Any], response: httpx.Response) -> Sequence[Rule]:
    """What a response was declared as: exact statuses before `4XX` before `default`; several where only the body can tell them apart."""
    code = str(response.status_code)
    content_type = response.headers.get("content-type")
    for pattern in (code, f"{code[0]}XX", "DEFAULT"):
        for rule in operation.responses:
            if rule.status.upper() == pattern and (rule.type is None or is_declared(content_type, rule.media_type)):
                return [other for other in operation.responses if (other.status, other.media_type) == (rule.status, rule.media_type)]
    return []


def decode_success(rule: Rule, response: httpx.Response, config: Configuration, drift: Drift) -> Any:
    """The value of a success whose body has been read; a success without a body is one all the same.

    What does not fit is kept as far as possible, or raised if the SDK is strict.
    """
    if rule.type is None:
        return None
    if rule.read == "text":
        return response.text
    if response.content == b"" and config.validation != "strict":
        return None
    kind = rule.type()
    try:
        content = json_content(rule, response)
    except ValueError as error:
        raise validation_error(config, response, error) from error
    try:
        return json_decoder(kind)(content)
    except ValidationError as error:
        if config.validation == "strict":
            raise validation_error(config, response, error) from error
        drift(error)
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise validation_error(config, response, error) from error
    return fit(kind, value)


def misfit_of(kind: Any, config: Configuration, response: httpx.Response, drift: Drift) -> Callable[[str, ValueError], Any]:
    """What becomes of an item of a stream that does not fit: it is kept as far as possible, or raised if the SDK is strict."""

    def misfit(raw: str, error: ValueError) -> Any:
        if config.validation == "strict" or not isinstance(error, ValidationError):
            raise validation_error(config, response, error) from error
        drift(error)
        try:
            value = json.loads(raw)
        except (ValueError, RecursionError):
            value = raw
        return fit(kind, value)

    return misfit


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


def error_of(rules: Sequence[Rule], response: httpx.Response, config: Configuration, drift: Drift) -> Exception:
    """The error to raise for a response that is not a success: of the declared ones the first whose type fits, else what fits of the first.

    A body that is no JSON at all gives the default error, so that status and body are not hidden.
    """
    body = response.text
    mismatch: ValidationError | None = None
    for rule in rules:
        try:
            return _built(rule, json_decoder(_type_of(rule))(json_content(rule, response)), response, body)
        except ValidationError as error:
            mismatch = mismatch or error
        except ValueError:
            continue
    if mismatch is not None and config.validation == "strict":
        return validation_error(config, response, mismatch)
    if mismatch is not None and is_dict(value := json_of(response, rules[0])):
        drift(mismatch)
        return _built(rules[0], fit(_type_of(rules[0]), value), response, body)
    is_declared = response.status_code >= 400 or rules
    return config.error_types().default(
        status_message(response, body, "API error occurred" if is_declared else "Unexpected response received"), response, body
    )


def _type_of(rule: Rule) -> Any:
    return Any if rule.type is None else rule.type()


def _built(rule: Rule, data: Any, response: httpx.Response, body: str) -> Exception:
    build: Callable[..., Exception] = Exception if rule.error is None else rule.error()
    return build(data, response, body)
