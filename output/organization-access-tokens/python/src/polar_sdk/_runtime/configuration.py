"""What the runtime needs of an SDK's configuration; the SDK's own `SDKConfiguration` adds its fields."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from ..types.basemodel import OptionalNullable

if TYPE_CHECKING:
    import ssl

    from .._hooks import SDKHooks
    from ..httpclient import AsyncHttpClient, HttpClient
    from ..utils.logger import Logger
    from ..utils.retries import RetryConfig
    from .oauth2 import TokenCache
    from .security import Alternatives


class ErrorTypes(NamedTuple):
    """The errors that the runtime raises by itself."""

    default: Callable[..., Exception]
    validation: Callable[..., Exception]
    no_response: Callable[..., Exception]


class OnDemand:
    """A client that is made when it is first read, unless one was given; None once it is closed.

    Making one costs tens of milliseconds (certificates are read), and few programs need both kinds.
    """

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self._make = make
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        """Learns the name of the attribute."""
        self._name = name

    def __get__(self, config: Any, owner: type | None = None) -> Any:
        """The client."""
        if config is None:
            raise AttributeError(self._name)  # a dataclass must not take this object for the default of its field
        state: dict[str, Any] = config.__dict__
        if state.get(self._name) is None and self._name not in state["_touched"]:
            with state["_lock"]:
                if state.get(self._name) is None:
                    # What closes it later must be loaded: a finalizer that imports can break the import that it interrupts.
                    import_module("..httpclient", __package__)
                    state[self._name] = self._make(config)
        return state.get(self._name)

    def __set__(self, config: Any, value: Any) -> None:
        """None after construction means closed."""
        state: dict[str, Any] = config.__dict__
        if "_touched" not in state:
            state["_touched"], state["_lock"] = set[str](), threading.RLock()
        if self._name in state:
            state["_touched"].add(self._name)
        state[self._name] = value


class Configuration:
    """The part of `SDKConfiguration` that all SDKs share."""

    client_supplied: bool
    async_client_supplied: bool
    debug_logger: Logger
    security: Any
    user_agent: str
    retry_config: OptionalNullable[RetryConfig]
    timeout_ms: int | None

    validation: ClassVar[Literal["lax", "strict"]] = "lax"
    """Whether a response that does not match its description is an error."""
    environment: ClassVar[Mapping[str, str | Mapping[str, str]] | None] = None
    """The variables that credentials are read from: `{"token": "ACME_TOKEN"}`, or one for each part of a credential."""
    alternatives: ClassVar[Alternatives | None] = None
    """Which of the client's credentials together are enough; None: all that are given."""
    async_next: ClassVar[bool] = False
    """Whether `next` of a page that an `async` method returned is to be awaited."""
    globals: Any = None

    @staticmethod
    def security_model() -> Any:
        """The model of the client's credentials."""
        return None

    @staticmethod
    def error_types() -> ErrorTypes:
        """The errors that the runtime raises by itself."""
        raise NotImplementedError

    def get_server_details(self) -> tuple[str, dict[str, str]]:
        """The URL of the server and the values of its variables."""
        raise NotImplementedError

    def document_server(self) -> tuple[str, dict[str, str]]:
        """The server of the document that the client uses, and the values of its variables, whatever `server_url` says."""
        return "", {}

    if TYPE_CHECKING:
        client: HttpClient | None
        async_client: AsyncHttpClient | None
    else:
        client = OnDemand(lambda config: config.make_client())
        async_client = OnDemand(lambda config: config.make_async_client())

    def make_client(self) -> HttpClient:
        """A blocking client with the SDK's own settings."""
        import httpx

        return httpx.Client(follow_redirects=True, timeout=None, verify=self.ssl_context())

    def make_async_client(self) -> AsyncHttpClient:
        """A client for `async` code with the SDK's own settings."""
        import httpx

        return httpx.AsyncClient(follow_redirects=True, timeout=None, verify=self.ssl_context())

    def loop_client(self) -> AsyncHttpClient | None:
        """The `async` client for the event loop that runs; None once it is closed.

        Connections belong to the loop that opened them, so each further loop has a client of its own, unless a user supplied one.
        """
        client = self.async_client
        state = self.__dict__
        if client is None or self.async_client_supplied or "async_client" in state["_touched"]:
            return client
        import asyncio

        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return client  # another library than asyncio
        with state["_lock"]:
            if "_loop_clients" not in state:
                state["_loop_clients"] = weakref.WeakKeyDictionary({loop: client})
            clients: weakref.WeakKeyDictionary[Any, AsyncHttpClient] = state["_loop_clients"]
            if loop not in clients:
                clients[loop] = self.make_async_client()
            return clients[loop]

    def ssl_context(self) -> ssl.SSLContext:
        """The one TLS context of both clients."""
        import httpx

        context: ssl.SSLContext | None = self.__dict__.get("_ssl_context")
        if context is None:
            context = self.__dict__["_ssl_context"] = httpx.create_ssl_context()
        return context

    @property
    def hooks(self) -> SDKHooks:
        """The hooks of this client."""
        found: SDKHooks | None = self.__dict__.get("_hooks")
        if found is None:
            from .._hooks import SDKHooks

            found = self.__dict__["_hooks"] = SDKHooks()
        return found

    @property
    def tokens(self) -> TokenCache:
        """The OAuth 2 tokens of this client."""
        found: TokenCache | None = self.__dict__.get("_tokens")
        if found is None:
            from .oauth2 import TokenCache

            shared: TokenCache = self.__dict__.setdefault("_tokens", TokenCache())  # of two threads that come first one wins
            return shared
        return found
