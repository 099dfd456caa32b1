"""One call from request to response, written once for blocking and `async` code.

A flow is a generator that yields what has to be done outside of it: sending, reading a body, waiting. `run` does it blocking and
`run_async` awaiting; everything else (hooks, retries, logging, tokens) is the same code.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from .._hooks import AfterErrorContext, AfterSuccessContext, BeforeRequestContext
from . import clock
from .logs import log_request, log_response, writes
from .retry import Attempts, matches_status

if TYPE_CHECKING:
    from concurrent.futures import Future

    import httpx

    from .._hooks import HookContext, SDKHooks
    from ..httpclient import AsyncHttpClient, HttpClient
    from .configuration import Configuration
    from .retry import RetryPolicy

ResultT = TypeVar("ResultT")


class Send(NamedTuple):
    """Send a request; the answer is a response, and no redirect is followed. `foreign`: not with the authentication of the HTTP client."""

    request: httpx.Request
    stream: bool
    foreign: bool = False


class Read(NamedTuple):
    """Read the body of a response that was opened as a stream."""

    response: httpx.Response


class Sleep(NamedTuple):
    """Wait."""

    seconds: float


class Wait(NamedTuple):
    """Wait for what another call is fetching; the answer is its result."""

    promise: Future[Any]


Effect: TypeAlias = Send | Read | Sleep | Wait
Flow: TypeAlias = Generator[Effect, Any, ResultT]


def run(flow: Flow[ResultT], client: HttpClient) -> ResultT:
    """Runs a flow in blocking code."""
    try:
        effect = next(flow)
        while True:
            try:
                result = _perform(effect, client)
            except BaseException as error:  # an interrupted flow must keep its promises, too
                effect = flow.throw(error)
            else:
                effect = flow.send(result)
    except StopIteration as stop:
        value: ResultT = stop.value
        return value


async def run_async(flow: Flow[ResultT], client: AsyncHttpClient) -> ResultT:
    """Runs a flow in `async` code."""
    try:
        effect = next(flow)
        while True:
            try:
                result = await _perform_async(effect, client)
            except BaseException as error:
                effect = flow.throw(error)
            else:
                effect = flow.send(result)
    except StopIteration as stop:
        value: ResultT = stop.value
        return value


def _perform(effect: Effect, client: HttpClient) -> Any:
    if isinstance(effect, Send):
        return client.send(effect.request, stream=effect.stream, **_send_options(effect, client))
    if isinstance(effect, Read):
        return effect.response.read()
    if isinstance(effect, Wait):
        return effect.promise.result()
    clock.sleep(effect.seconds)
    return None


async def _perform_async(effect: Effect, client: AsyncHttpClient) -> Any:
    if isinstance(effect, Send):
        return await client.send(effect.request, stream=effect.stream, **_send_options(effect, client))
    if isinstance(effect, Read):
        return await effect.response.aread()
    if isinstance(effect, Wait):
        import asyncio  # only waiting needs it

        return await asyncio.shield(asyncio.wrap_future(effect.promise))
    await clock.sleep_async(effect.seconds)
    return None


def _send_options(effect: Send, client: HttpClient | AsyncHttpClient) -> dict[str, Any]:
    """A client that says nothing of redirects does what it likes with them."""
    own = {"follow_redirects": False} if hasattr(client, "follow_redirects") else {}
    return {**own, "auth": None} if effect.foreign else own


class Exchange(NamedTuple):
    """The settings of one call. `follows`: redirects are followed; `secrets`: headers that go to no other origin."""

    config: Configuration
    context: HookContext
    policy: RetryPolicy | None
    error_statuses: tuple[str, ...]
    stream: bool
    follows: bool
    secrets: tuple[str, ...] = ()


def exchange(settings: Exchange, request: httpx.Request) -> Flow[httpx.Response]:
    """Sends a request, again if the policy says so, with the hooks around each attempt.

    Before-request and after-error hooks run for each attempt, after-success hooks once. When no attempt is left, the last response is
    returned, or the last exception raised.
    """
    hooks = settings.config.hooks
    attempts = None if settings.policy is None else Attempts(settings.policy)
    while True:
        try:
            response = yield from _attempt(settings, hooks, request)
        except Exception as error:
            delay = None if attempts is None else attempts.after_error(error)
            if delay is None:
                raise
        else:
            delay = None if attempts is None else attempts.after_response(response)
            if delay is None:
                break
            if settings.stream:
                yield Read(response)  # gives the connection back
        yield Sleep(delay)
    if hooks.after_success_hooks and not _is_error(settings, response):
        response = hooks.after_success(AfterSuccessContext(settings.context), response)
    return response


def _attempt(settings: Exchange, hooks: SDKHooks, request: httpx.Request) -> Flow[httpx.Response]:
    logger = settings.config.debug_logger
    if hooks.before_request_hooks:
        request = hooks.before_request(BeforeRequestContext(settings.context), request)
    if logs := writes(logger):
        log_request(logger, request)
    try:
        response: httpx.Response | None = yield Send(request, settings.stream)
        if settings.follows and response is not None:
            response = yield from _redirected(settings, request, response)
    except Exception as error:
        if not hooks.after_error_hooks:
            raise
        response = _after_error(settings, hooks, None, error)
        return response
    if response is None:
        raise settings.config.error_types().no_response()
    if logs:
        log_response(logger, response, streamed=settings.stream)
    if _is_error(settings, response):
        if settings.stream:
            yield Read(response)
        if hooks.after_error_hooks:
            return _after_error(settings, hooks, response, None)
    return response


_MAX_REDIRECTS = 20


def _redirected(settings: Exchange, request: httpx.Request, response: httpx.Response) -> Flow[httpx.Response]:
    """Follows redirects: on one origin with all that the request had, to another one without credentials."""
    history: list[httpx.Response] = []
    while (following := response.next_request) is not None:
        if len(history) == _MAX_REDIRECTS:
            import httpx

            raise httpx.TooManyRedirects("Exceeded maximum allowed redirects.", request=request)
        if settings.stream:
            yield Read(response)  # gives the connection back
        foreign = not same_origin(following.url, request.url)
        if foreign:
            for name in ("authorization", "proxy-authorization", *settings.secrets):
                following.headers.pop(name, None)
        elif "cookie" in request.headers:
            following.headers["cookie"] = request.headers["cookie"]
        if following.method != request.method:  # nor is there a body any more
            following.headers.pop("content-type", None)
        history.append(response)
        request = following
        response = yield Send(request, settings.stream, foreign)
        response.history = list(history)
    return response


def same_origin(one: httpx.URL, other: httpx.URL) -> bool:
    """Scheme, host and port are the same."""
    return (one.scheme, one.host, one.port) == (other.scheme, other.host, other.port)


def _after_error(settings: Exchange, hooks: SDKHooks, response: httpx.Response | None, error: Exception | None) -> httpx.Response:
    response, error = hooks.after_error(AfterErrorContext(settings.context), response, error)
    if error is not None:
        raise error
    if response is None:
        raise settings.config.error_types().no_response()
    return response


def _is_error(settings: Exchange, response: httpx.Response) -> bool:
    return matches_status(settings.error_statuses, response.status_code)
