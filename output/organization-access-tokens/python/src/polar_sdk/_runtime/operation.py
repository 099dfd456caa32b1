"""What the runtime knows of an operation: one descriptor that its blocking and its `async` method share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeVar

from ..types.basemodel import UNSET, OptionalNullable

if TYPE_CHECKING:
    from ..utils.retries import RetryConfig
    from .pages import Pagination
    from .prepared import Prepared
    from .retry import RetryDefaults
    from .security import Alternatives

ResultT = TypeVar("ResultT")

Thunk = Callable[[], Any]
"""Returns a type when it is first needed, so that a resource module loads without its models."""

Codec = Literal["json", "text", "binary", "events", "data", "lines", "none"]


class Reply(NamedTuple):
    """A success: its status ("200", "2XX" or "default"), its media type, and how its body is read."""

    status: str
    media_type: str | None
    codec: Codec
    type: Thunk | None = None
    sentinel: str | None = None

    @classmethod
    def json(cls, status: str, type: Thunk, media_type: str = "application/json") -> Reply:
        """A JSON value."""
        return cls(status, media_type, "json", type)

    @classmethod
    def text(cls, status: str, media_type: str = "text/plain") -> Reply:
        """Text, returned as `str`."""
        return cls(status, media_type, "text")

    @classmethod
    def binary(cls, status: str, media_type: str = "application/octet-stream") -> Reply:
        """Bytes, returned as an `httpx.Response` whose body is still to be read."""
        return cls(status, media_type, "binary")

    @classmethod
    def events(
        cls,
        status: str,
        type: Thunk,
        media_type: str = "text/event-stream",
        sentinel: str | None = None,
        *,
        data_only: bool = False,
    ) -> Reply:
        """Server-sent events, one `type` each (`data_only`: of their data); an event whose data is the sentinel ends the stream."""
        return cls(status, media_type, "data" if data_only else "events", type, sentinel)

    @classmethod
    def lines(cls, status: str, type: Thunk, media_type: str = "application/jsonl") -> Reply:
        """JSON lines, one `type` each."""
        return cls(status, media_type, "lines", type)

    @classmethod
    def empty(cls, status: str) -> Reply:
        """No content, returned as None."""
        return cls(status, None, "none")


class Failure(NamedTuple):
    """A declared error: its status and media type; `types` returns the exception's class and the type of its data."""

    status: str
    types: Callable[[], tuple[type[Exception], Any]]
    media_type: str = "application/json"


class Call(NamedTuple):
    """The options that every method takes."""

    retries: OptionalNullable[RetryConfig] = UNSET
    server_url: str | None = None
    timeout_ms: int | None = None
    http_headers: Mapping[str, str] | None = None
    accept: str | None = None
    security: Any = None


@dataclass(eq=False)
class Operation(Generic[ResultT]):
    """An operation of the API.

        LIST: Operation[models.TokenList] = Operation(
            "tokens:list",
            "GET",
            "/v1/tokens/",
            request=lambda: models.TokensListRequest,
            replies=[Reply.json("200", lambda: models.TokenList)],
            failures=[Failure("422", lambda: (models.InvalidError, models.InvalidErrorData))],
        )

    `request` is the model whose fields carry `FieldMetadata`; with `body`, a media type, it is the type of the whole body.
    `wrap` is the class that holds the decoded body as `result`, for operations with pages or response headers.
    `security` is the type of the method's own `security` argument; `anonymous` sends no credential at all. `alternatives` says which
    credentials together are enough and which scopes they need, where that is not what the client has for all operations.
    `hidden_globals` names values of the client that no argument of the method stands for.
    """

    id: str
    method: str
    path: str
    request: Thunk | None = None
    body: str | None = None
    body_required: bool = True
    replies: Sequence[Reply] = ()
    failures: Sequence[Failure] = ()
    wrap: Thunk | None = None
    pages: Pagination | None = None
    retries: RetryDefaults | None = None
    timeout_ms: int | None = None
    servers: Sequence[str] = ()
    security: Thunk | None = None
    anonymous: bool = False
    alternatives: Alternatives | None = None
    hidden_globals: Sequence[str] = ()
    prepared: Prepared | None = field(default=None, init=False, repr=False)
    """What was worked out at the first call: the encode plan and the decoders."""
