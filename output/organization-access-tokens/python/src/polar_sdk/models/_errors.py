"""Errors."""

from dataclasses import dataclass, field
from typing import Optional

import httpx

from .._runtime.errors import ResponseError, data_message
from ._organization_access_tokens import HTTPValidationErrorData
from .._runtime.errors import NoResponseError as NoResponseError


class PolarError(ResponseError):
    """The base class of all errors that a response can raise."""


class SDKError(PolarError):
    """A response that is neither a declared success nor a declared error."""


@dataclass(unsafe_hash=True)
class ResponseValidationError(PolarError):
    """A response that does not match its description."""

    cause: Optional[Exception] = field(default=None, hash=False)

    def __init__(self, message: str, raw_response: httpx.Response, cause: Exception, body: Optional[str] = None) -> None:
        super().__init__(message, raw_response, body)
        self.cause = cause


@dataclass(unsafe_hash=True)
class HTTPValidationError(PolarError):
    """The request was understood, but some of its values are not allowed."""

    data: HTTPValidationErrorData = field(hash=False)

    def __init__(self, data: HTTPValidationErrorData, raw_response: httpx.Response, body: Optional[str] = None) -> None:
        super().__init__(data_message(data, raw_response, body), raw_response, body)
        self.data = data
