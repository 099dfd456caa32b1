"""What the root class and all resource classes share."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from ._runtime.operation import Call, Either, ItemT, Operation, ResultT, WholeT

if TYPE_CHECKING:
    from types import TracebackType

    import httpx
    from typing_extensions import Self

    from ._hooks import HookContext
    from ._runtime.pages import Step
    from .sdkconfiguration import SDKConfiguration
    from .utils.eventstreaming import EventStream, EventStreamAsync, JsonLines, JsonLinesAsync
    from .utils.retries import RetryConfig

_CLOSED = "This client is closed: its `with` block has ended. Make a new one to send requests."


class BaseSDK:
    """Holds the configuration, sends requests, and makes the resources below it when they are first used."""

    sdk_configuration: SDKConfiguration
    parent_ref: object | None

    _resources: ClassVar[Mapping[str, tuple[str, str]]] = {}
    """Attribute → module and class: `{"tokens": (".tokens", "Tokens")}`."""

    def __init__(self, sdk_config: SDKConfiguration, parent_ref: object | None = None) -> None:
        self.sdk_configuration = sdk_config
        self.parent_ref = parent_ref

    if not TYPE_CHECKING:  # a checker knows the annotated attributes only, so that it finds a misspelt one

        def __getattr__(self, name: str) -> Any:
            """Makes a resource at its first use and keeps it."""
            found = self._resources.get(name)
            if found is None:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            module, class_name = found
            resource = getattr(import_module(module, __package__), class_name)(self.sdk_configuration, parent_ref=self)
            setattr(self, name, resource)
            return resource

    def __dir__(self) -> list[str]:
        """All attributes, resources that are not made yet included."""
        return sorted({*super().__dir__(), *self._resources})

    def _call(self, operation: Operation[ResultT], arguments: Any, call: Call) -> ResultT:
        """Calls an operation and waits for its result."""
        return self.call_operation(operation, arguments, call)

    async def _call_async(self, operation: Operation[ResultT], arguments: Any, call: Call) -> ResultT:
        """Calls an operation without blocking."""
        return await self.call_operation_async(operation, arguments, call)

    def _events(self, operation: Operation[ResultT], arguments: Any, call: Call) -> EventStream[ResultT]:
        """Calls an operation whose answer is a stream of events."""
        stream: Any = self.call_operation(operation, arguments, call)
        events: EventStream[ResultT] = stream
        return events

    async def _events_async(self, operation: Operation[ResultT], arguments: Any, call: Call) -> EventStreamAsync[ResultT]:
        """Calls an operation whose answer is a stream of events, without blocking."""
        stream: Any = await self.call_operation_async(operation, arguments, call)
        events: EventStreamAsync[ResultT] = stream
        return events

    def _lines(self, operation: Operation[ResultT], arguments: Any, call: Call) -> JsonLines[ResultT]:
        """Calls an operation whose answer is a stream of JSON lines."""
        stream: Any = self.call_operation(operation, arguments, call)
        lines: JsonLines[ResultT] = stream
        return lines

    async def _lines_async(self, operation: Operation[ResultT], arguments: Any, call: Call) -> JsonLinesAsync[ResultT]:
        """Calls an operation whose answer is a stream of JSON lines, without blocking."""
        stream: Any = await self.call_operation_async(operation, arguments, call)
        lines: JsonLinesAsync[ResultT] = stream
        return lines

    def _whole_or_events(self, operation: Operation[Either[WholeT, ItemT]], arguments: Any, call: Call) -> WholeT | EventStream[ItemT]:
        """Calls an operation that answers as a whole or with a stream of events."""
        result: Any = self.call_operation(operation, arguments, call)
        either: WholeT | EventStream[ItemT] = result
        return either

    async def _whole_or_events_async(
        self, operation: Operation[Either[WholeT, ItemT]], arguments: Any, call: Call
    ) -> WholeT | EventStreamAsync[ItemT]:
        """Calls an operation that answers as a whole or with a stream of events, without blocking."""
        result: Any = await self.call_operation_async(operation, arguments, call)
        either: WholeT | EventStreamAsync[ItemT] = result
        return either

    def _whole_or_lines(self, operation: Operation[Either[WholeT, ItemT]], arguments: Any, call: Call) -> WholeT | JsonLines[ItemT]:
        """Calls an operation that answers as a whole or with JSON lines."""
        result: Any = self.call_operation(operation, arguments, call)
        either: WholeT | JsonLines[ItemT] = result
        return either

    async def _whole_or_lines_async(
        self, operation: Operation[Either[WholeT, ItemT]], arguments: Any, call: Call
    ) -> WholeT | JsonLinesAsync[ItemT]:
        """Calls an operation that answers as a whole or with JSON lines, without blocking."""
        result: Any = await self.call_operation_async(operation, arguments, call)
        either: WholeT | JsonLinesAsync[ItemT] = result
        return either

    def call_operation(self, operation: Operation[ResultT], arguments: Any, call: Call, step: Step | None = None) -> ResultT:
        """Calls an operation; `step` leads to a following page."""
        from ._runtime.engine import Job, perform
        from ._runtime.exchange import run
        from ._runtime.pages import Step

        client = self.sdk_configuration.client
        if client is None:
            raise RuntimeError(_CLOSED)
        result: ResultT = run(perform(Job(self, operation, arguments, call, client, awaits=False, step=step or Step())), client)
        return result

    async def call_operation_async(self, operation: Operation[ResultT], arguments: Any, call: Call, step: Step | None = None) -> ResultT:
        """Calls an operation without blocking; `step` leads to a following page."""
        from ._runtime.engine import Job, perform
        from ._runtime.exchange import run_async
        from ._runtime.pages import Step

        client = self.sdk_configuration.loop_client()
        if client is None:
            raise RuntimeError(_CLOSED)
        result: ResultT = await run_async(perform(Job(self, operation, arguments, call, client, awaits=True, step=step or Step())), client)
        return result

    def do_request(
        self,
        hook_ctx: HookContext,
        request: httpx.Request,
        error_status_codes: list[str],
        stream: bool = False,
        retry_config: tuple[RetryConfig, list[str]] | None = None,
    ) -> httpx.Response:
        """Sends a request of your own with this client's hooks, retries and logging."""
        from ._runtime.exchange import exchange, run

        client = self.sdk_configuration.client
        if client is None:
            raise RuntimeError(_CLOSED)
        return run(exchange(_exchange(self.sdk_configuration, client, hook_ctx, error_status_codes, stream, retry_config), request), client)

    async def do_request_async(
        self,
        hook_ctx: HookContext,
        request: httpx.Request,
        error_status_codes: list[str],
        stream: bool = False,
        retry_config: tuple[RetryConfig, list[str]] | None = None,
    ) -> httpx.Response:
        """Sends a request of your own with this client's hooks, retries and logging, without blocking."""
        from ._runtime.exchange import exchange, run_async

        client = self.sdk_configuration.loop_client()
        if client is None:
            raise RuntimeError(_CLOSED)
        return await run_async(
            exchange(_exchange(self.sdk_configuration, client, hook_ctx, error_status_codes, stream, retry_config), request), client
        )


class RootSDK(BaseSDK):
    """The client as a context manager: leaving the block closes the HTTP clients that it made itself."""

    def __init__(self, sdk_config: SDKConfiguration) -> None:
        sdk_config.document_server()  # an unknown server is the caller's mistake, to be heard of at once
        super().__init__(sdk_config.hooks.configure(sdk_config), parent_ref=None)
        weakref.finalize(self, _close, self.sdk_configuration)

    def dynamic_import(self, modname: str, retries: int = 3) -> Any:
        """Imports a module; tried again when another thread imports it at the same time."""
        for attempt in range(retries):
            try:
                return import_module(modname)
            except KeyError:
                if attempt == retries - 1:
                    raise
        raise KeyError(f"Failed to import module {modname!r} after {retries} attempts.")

    def __enter__(self) -> Self:
        """Nothing to open: connections are made when they are needed."""
        return self

    async def __aenter__(self) -> Self:
        """Nothing to open: connections are made when they are needed."""
        return self

    def __exit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None:
        """Closes the blocking client unless a user supplied it."""
        config = self.sdk_configuration
        client = _made(config, "client")
        config.client = None
        if client is not None and not config.client_supplied:
            client.close()

    async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None:
        """Closes the `async` client unless a user supplied it."""
        config = self.sdk_configuration
        client = config.loop_client() if _made(config, "async_client") is not None else None
        config.async_client = None
        if client is not None and not config.async_client_supplied:
            await client.aclose()


def _made(config: SDKConfiguration, name: str) -> Any:
    """A client that exists; reading the attribute would make one."""
    return vars(config).get(name)


def _close(config: SDKConfiguration) -> None:
    """Runs when a client that nobody closed is collected."""
    client = None if config.client_supplied else _made(config, "client")
    async_client = None if config.async_client_supplied else _made(config, "async_client")
    if client is None and async_client is None:
        return
    from .httpclient import close_clients  # loaded with the clients

    close_clients(config, client, config.client_supplied, async_client, config.async_client_supplied)


def _exchange(config: Any, client: Any, context: Any, statuses: list[str], stream: bool, retries: tuple[RetryConfig, list[str]] | None) -> Any:
    from ._runtime.exchange import Exchange
    from ._runtime.retry import RetryPolicy

    policy = None if retries is None else RetryPolicy.of(retries[0], None, None, tuple(retries[1]))
    return Exchange(config, context, policy, tuple(statuses), stream, bool(getattr(client, "follow_redirects", False)))
