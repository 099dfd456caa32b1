from dataclasses import dataclass, field

import httpx

from .._runtime.errors import NoResponseError as NoResponseError
from .._runtime.errors import ResponseError, data_message
from ..types import BaseModel


class SampleError(ResponseError):
    """The base class."""


class SDKError(SampleError):
    """The default error."""


@dataclass(unsafe_hash=True)
class ResponseValidationError(SampleError):
    """A response that does not match."""

    cause: Exception | None = field(default=None, hash=False)

    def __init__(self, message: str, raw_response: httpx.Response, cause: Exception, body: str | None = None) -> None:
        super().__init__(message, raw_response, body)
        self.cause = cause


class ConflictErrorData(BaseModel):
    message: str
    code: int


@dataclass(unsafe_hash=True)
class ConflictError(SampleError):
    """Conflict."""

    data: ConflictErrorData = field(hash=False)

    def __init__(self, data: ConflictErrorData, raw_response: httpx.Response, body: str | None = None) -> None:
        super().__init__(data_message(data, raw_response, body), raw_response, body)
        self.data = data
