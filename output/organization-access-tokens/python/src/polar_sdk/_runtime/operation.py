"""What the runtime knows of an operation: one descriptor that its blocking and its `async` method share.

What each key means, and what comes of it, is said in `CONTRACT.md` of sdksmith for all languages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, Protocol, TypeAlias, TypeVar

from ..types.basemodel import UNSET, OptionalNullable

if TYPE_CHECKING:
    from ..utils.retries import RetryConfig
    from .prepared import Prepared
    from .security import Alternatives

ResultT = TypeVar("ResultT")
WholeT = TypeVar("WholeT")
ItemT = TypeVar("ItemT")

Thunk = Callable[[], Any]
"""Returns a type when it is first needed, so that a resource module loads without its models."""

Write = Literal["json", "xml", "text", "binary", "form", "multipart", "lines"]
Read = Literal["json", "xml", "text", "stream", "events", "lines"]

Path: TypeAlias = Sequence[str | int]
"""A path by the names of the wire; negative positions count from the end."""
Place: TypeAlias = str | Path
"""A parameter or a header by name, or a path in the JSON of the body."""


class Markup(Protocol):
    """How the root of an XML body stands, and what writes and reads such a body."""

    def write(self, kind: Any, value: Any) -> bytes:
        """The document of a JSON value."""
        ...

    def read(self, kind: Any, content: bytes) -> bytes:
        """The JSON of a document; raises ValueError where it is none."""
        ...


class Either(Generic[WholeT, ItemT]):
    """What an operation gives that answers as a whole or with a stream of items. There are no values of it."""


class Body(NamedTuple):
    """How the body is written. `type`: the argument is the whole body; without one a field of the request is.

    Without a media type it is the usual one of `write`. `stream_field`: where this field is true the answer is to be a stream.
    """

    type: Thunk | None = None
    write: Write = "json"
    media_type: str | None = None
    required: bool = True
    xml: Markup | None = None
    stream_field: str | None = None


class Rule(NamedTuple):
    """One response that the document describes.

        Rule("200", lambda: models.Token)
        Rule("200", lambda: models.Event, "text/event-stream", "events", sentinel="[DONE]")
        Rule("404", lambda: models.NotFoundErrorData, error=lambda: models.NotFoundError)
        Rule("204")

    Without a type there is no body; `error` is the class of the exception that it stands for. `data_only`: of events the data alone are
    read and given, and the type is theirs.
    """

    status: str
    type: Thunk | None = None
    media_type: str = "application/json"
    read: Read = "json"
    error: Thunk | None = None
    sentinel: str | None = None
    data_only: bool = False
    xml: Markup | None = None


class Pagination(NamedTuple):
    """How the pages of a result follow each other.

    `input` and `limit` are places in the request, `items` and `last` paths in the body of the response, `next` a place in the response.
    `first` and `size` are what a server takes where nothing is sent at `input` and `limit`.
    """

    kind: Literal["page", "offset", "cursor", "url", "link"]
    input: Place = ""
    limit: Place | None = None
    items: Path | None = None
    last: Path | None = None
    next: Place = ()
    first: int | None = None
    size: int | None = None


class Retry(NamedTuple):
    """When a call is repeated, unless the caller says otherwise; times in milliseconds."""

    statuses: Sequence[str] = ("429", "500", "502", "503", "504")
    connection: bool = False
    initial: int = 500
    max: int = 60000
    exponent: float = 1.5
    budget: int = 3600000


class Call(NamedTuple):
    """The options that every method takes."""

    retries: OptionalNullable[RetryConfig] = UNSET
    server_url: str | None = None
    timeout_ms: int | None = None
    http_headers: Mapping[str, str] | None = None
    accept: str | None = None
    security: Any = None


def optional_body(parts: dict[str, Any], initial: Mapping[str, Any] | None = None) -> dict[str, Any] | None:
    """The body that arguments make; None where each is what it is when nobody gives it: None, or its `initial` value."""
    known = initial or {}
    return None if all(value == known.get(name) for name, value in parts.items()) else parts


@dataclass(eq=False)
class Operation(Generic[ResultT]):
    """An operation of the API.

        LIST: Operation[models.TokenList] = Operation(
            "tokens:list",
            "GET",
            "/v1/tokens/",
            request=lambda: models.TokensListRequest,
            responses=[
                Rule("200", lambda: models.TokenList),
                Rule("422", lambda: models.InvalidErrorData, error=lambda: models.InvalidError),
            ],
        )

    `request` is the model whose fields carry `FieldMetadata`. `wrap` is the class that holds the value as `result`, beside the headers
    of the response or the way to the next page. `security` is the type of the method's own `security` argument; `alternatives` says which
    credentials together are enough, where that is not what the client has for all operations.
    """

    id: str
    method: str
    path: str
    request: Thunk | None = None
    body: Body | None = None
    responses: Sequence[Rule] = ()
    wrap: Thunk | None = None
    pages: Pagination | None = None
    retry: Retry | None = None
    timeout_ms: int | None = None
    servers: Sequence[str] = ()
    security: Thunk | None = None
    anonymous: bool = False
    alternatives: Alternatives | None = None
    globals: Sequence[str] = ()
    prepared: Prepared | None = field(default=None, init=False, repr=False)
    """What was worked out at the first call: the encode plan."""
