"""From a response to a value or an error."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel as PydanticBaseModel
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from .build import adapter_of
from .errors import status_message
from .guards import is_dict
from .lax import fit
from .media import is_text, nearness
from .pages import json_content, json_of

if TYPE_CHECKING:
    import httpx

    from .configuration import Configuration
    from .operation import Operation, Rule

Drift = Callable[[ValidationError], None]
"""Told of a response that does not match its description."""


class Described(NamedTuple):
    """What a response was declared as: the rules that only its body can tell apart, and why they stand in where none is exact."""

    rules: Sequence[Rule]
    instead: str | None = None


def described(operation: Operation[Any], response: httpx.Response, config: Configuration) -> Described:
    """Exact statuses before `4XX` before `default`, of one status the nearest media type.

    A 2XX is never an error, so a lax SDK reads one that is declared nowhere as another success of the operation.
    """
    code = str(response.status_code)
    succeeded = code[0] == "2"
    rules = [rule for rule in operation.responses if not succeeded or rule.error is None]
    content_type = response.headers.get("content-type")
    same = [[rule for rule in rules if rule.status.upper() == pattern] for pattern in (code, f"{code[0]}XX", "DEFAULT")]
    for group in same:
        if found := _nearest(group, content_type):
            return Described(found)
    if not succeeded or config.validation == "strict":
        return Described([])
    successes = [*same[0], *same[1], *(rule for rule in rules if rule.status[0] == "2")]
    typed = [rule for rule in successes if rule.type is not None]
    found = _nearest(typed, content_type) or typed[:1] or successes[:1]
    return Described(found, f"Status {code} with the type {content_type or 'of nothing'} is not described")


def _nearest(rules: Sequence[Rule], content_type: str | None) -> Sequence[Rule]:
    """The rules of the nearest media type; one without a body fits whatever comes."""
    scores = [1 if rule.type is None else nearness(content_type, rule.media_type) for rule in rules]
    best = max(scores, default=0)
    if best == 0:
        return []
    rule = rules[scores.index(best)]
    return [other for other in rules if (other.status, other.media_type) == (rule.status, rule.media_type)]


def undescribed(reason: str, response: httpx.Response) -> ValidationError:
    """What tells of a response that no rule describes."""
    error = PydanticCustomError("response_undescribed", "{reason}", {"reason": reason})
    return ValidationError.from_exception_data("Response", [{"type": error, "input": response.status_code}])


def decode_success(rule: Rule, response: httpx.Response, config: Configuration, drift: Drift) -> Any:
    """The value of a success whose body has been read; a success without a body is one all the same.

    What does not fit is kept as far as possible, or raised if the SDK is strict.
    """
    if rule.type is None:
        return None
    kind = rule.type()
    if rule.read == "text":
        return response.text if kind is str else _decode_text(kind, response, config, drift)
    if response.content == b"" and config.validation != "strict":
        drift(undescribed("The body is missing", response))
        return None
    return decode_json(rule, response, config, drift)


def _decode_text(kind: Any, response: httpx.Response, config: Configuration, drift: Drift) -> Any:
    """Text that stands for a value of another type: a date, an enum, or as JSON has it a number or a truth value."""
    misfit: ValidationError | None = None
    readings: list[tuple[Callable[[Any], Any], Any]] = [
        (adapter_of(kind).validate_python, response.text),
        (json_decoder(kind), response.content),
    ]
    for read, source in readings:
        try:
            return read(source)
        except ValidationError as error:
            misfit = error
    if misfit is not None and config.validation == "strict":
        raise validation_error(config, response, misfit) from misfit
    if misfit is not None:
        drift(misfit)
    return response.text


def decode_json(rule: Rule, response: httpx.Response, config: Configuration, drift: Drift) -> Any:
    """Reads JSON straight from the bytes, or XML as JSON; what does not fit is kept as far as possible, or raised if the SDK is strict."""
    kind = _type_of(rule)
    try:
        content = json_content(rule, response)
    except ValueError as error:
        if config.validation == "strict":
            raise validation_error(config, response, error) from error
        drift(undescribed(str(error), response))
        return _undecoded(response)
    try:
        return json_decoder(kind)(content)
    except ValidationError as error:
        if config.validation == "strict":
            raise validation_error(config, response, error) from error
        drift(error)
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return _undecoded(response)
    return fit(kind, value)


def _undecoded(response: httpx.Response) -> str | bytes:
    return response.text if is_text(response.headers.get("content-type")) else response.content


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
    """Reads values of a type from JSON bytes, by the names of the wire alone; made once per type."""
    held: Any = kind
    is_model = isinstance(kind, type) and issubclass(kind, PydanticBaseModel)
    read: Callable[..., Any] = held.model_validate_json if is_model else adapter_of(kind).validate_json
    return partial(read, by_alias=True, by_name=False)


def validation_error(config: Configuration, response: httpx.Response, cause: Exception) -> Exception:
    """The SDK's `ResponseValidationError`."""
    import httpx

    try:
        body = response.text
    except httpx.ResponseNotRead:  # a stream is not read for the sake of a message
        body = ""
    return config.error_types().validation(f"Response validation failed: {cause}", response, cause, body)


def error_of(
    operation: Operation[Any], rules: Sequence[Rule], response: httpx.Response, config: Configuration, drift: Drift
) -> Exception:
    """The error to raise for a response that is not a success: of the declared ones the first whose type fits, else the one that fits best.

    A body that is no JSON at all gives the default error, so that status and body are not hidden.
    """
    body = response.text
    misfits: list[tuple[ValidationError, Rule]] = []
    for rule in rules:
        try:
            return _built(rule, json_decoder(_type_of(rule))(json_content(rule, response)), response, body)
        except ValidationError as error:
            misfits.append((error, rule))
        except ValueError:
            continue
    if misfits:
        mismatch, rule = min(misfits, key=lambda misfit: misfit[0].error_count())
        if config.validation == "strict":
            return validation_error(config, response, mismatch)
        if is_dict(value := json_of(response, rule)):
            drift(mismatch)
            return _built(rule, fit(_type_of(rule), value), response, body)
    reason = "API error occurred" if response.status_code >= 400 or rules else "Unexpected response received"
    return config.error_types().default(status_message(response, body, f"{reason} in {operation.id}"), response, body)


def _type_of(rule: Rule) -> Any:
    return Any if rule.type is None else rule.type()


def _built(rule: Rule, data: Any, response: httpx.Response, body: str) -> Exception:
    build: Callable[..., Exception] = Exception if rule.error is None else rule.error()
    return build(data, response, body)
