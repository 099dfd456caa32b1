"""Carries out the calls of resource methods."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx

from .._hooks import HookContext
from ..utils.eventstreaming import EventStream, EventStreamAsync, JsonLines, JsonLinesAsync
from .decode import Drift, decode_reply, error_of, item_decoder, outcome_of
from .exchange import Exchange, Flow, Read, exchange
from .logs import writes
from .operation import Call, Operation, Reply
from .pages import NextPage, Pagination
from .prepared import prepare
from .requests import Draft, build_request, draft_request, validated
from .retry import RetryPolicy
from .security import Credentials, alternatives_of, credentials_of, scopes_of, security_of

if TYPE_CHECKING:
    from pydantic import ValidationError

    from ..basesdk import BaseSDK
    from ..httpclient import AsyncHttpClient, HttpClient
    from ..sdkconfiguration import SDKConfiguration

ERROR_STATUSES = ("4XX", "5XX")
STREAMED = ("binary", "events", "data", "lines")


class Job(NamedTuple):
    """One call of a method."""

    sdk: BaseSDK
    operation: Operation[Any]
    arguments: Any
    call: Call
    client: HttpClient | AsyncHttpClient
    awaits: bool
    url: str | None

    @property
    def config(self) -> SDKConfiguration:
        """The configuration of the client."""
        return self.sdk.sdk_configuration


def perform(job: Job) -> Flow[Any]:
    """The whole call: arguments, credentials, exchange, result."""
    operation, config, call = job.operation, job.config, job.call
    plan = prepare(operation, config.globals)
    request = validated(plan, job.arguments)
    draft = draft_request(operation, plan, config, request, call, job.url)
    security = security_of(operation, config, call)
    source = config.security if security is not None else None
    context = HookContext(config, draft.server, operation.id, scopes_of(operation, config), source)
    trusted = job.url is None or _same_origin(draft.url, draft.server)
    credentials = credentials_of(security if trusted else None, alternatives_of(operation, config))
    stream = any(reply.codec in STREAMED for reply in operation.replies)
    policy = RetryPolicy.of(call.retries, config.retry_config, operation.retries)
    settings = Exchange(config, context, policy, ERROR_STATUSES, stream)
    response = yield from _send(job, settings, draft, credentials, call.http_headers if trusted else None)
    result = yield from _result(job, context, request, response)
    return result


def _send(job: Job, settings: Exchange, draft: Draft, credentials: Credentials, extra: Mapping[str, str] | None) -> Flow[httpx.Response]:
    """Sends the request, with a token where the credentials are those of a client, unless the caller gave one of their own."""
    request = build_request(job.client, draft, credentials, extra)
    if credentials.grant is None or "authorization" in request.headers:
        response = yield from exchange(settings, request)
        return response
    from .oauth2 import authorized, token_source

    send = partial(exchange, settings, request)
    repeatable = draft.body is None or draft.body.stream is None or draft.body.stream.repeatable
    source = token_source(job.config, credentials.grant, draft.server, awaits=job.awaits)
    response = yield from authorized(job.config, job.client, source, request, send, repeatable=repeatable)
    return response


def _result(job: Job, context: HookContext, request: Any, response: httpx.Response) -> Flow[Any]:
    """The decoded success, or the error raised."""
    operation, config = job.operation, job.config
    reply, failure = outcome_of(operation, response)
    if not response.is_closed and (reply is None or reply.codec not in STREAMED):
        yield Read(response)
    if reply is None:
        raise error_of(operation, failure, response, config)

    def drift(error: ValidationError) -> None:
        if writes(config.debug_logger):
            config.debug_logger.debug("The response does not match its description: %s", error)
        config.hooks.mismatch(context, response, error)

    body = _streamed(job, reply, response, drift) if reply.codec in STREAMED else decode_reply(reply, response, config, drift)
    return _wrapped(job, request, response, body)


def _streamed(job: Job, reply: Reply, response: httpx.Response, drift: Drift) -> Any:
    if reply.type is None:
        return response
    decoder = item_decoder(reply.type(), job.config, response, drift)
    if reply.codec == "lines":
        lines: Any = JsonLinesAsync if job.awaits else JsonLines
        return lines(response, decoder, client_ref=job.sdk)
    stream: Any = EventStreamAsync if job.awaits else EventStream
    return stream(response, decoder, reply.sentinel, client_ref=job.sdk, data_only=reply.codec == "data")


def _wrapped(job: Job, request: Any, response: httpx.Response, body: Any) -> Any:
    """The response class around a body, with what it declares beside it: headers, and the way to the next page."""
    operation = job.operation
    if operation.wrap is None:
        return body
    wrapper: Any = operation.wrap()
    values: dict[str, Any] = {"result": body} if "result" in wrapper.model_fields else {}
    if "headers" in wrapper.model_fields:
        values["headers"] = response_headers(response.headers)
    if operation.pages is not None:
        values["next"] = _next_page(job, operation.pages, request, response, body)
    return wrapper.model_construct(**values)


def _next_page(job: Job, pages: Pagination, request: Any, response: httpx.Response, body: Any) -> NextPage:
    """The options of the call hold for its following pages too."""

    def fetch() -> Any:
        step = pages.next(request, body, response)
        return None if step is None else job.sdk.call_operation(job.operation, step.arguments, job.call, step.url)

    async def fetch_async() -> Any:
        step = pages.next(request, body, response)
        return None if step is None else await job.sdk.call_operation_async(job.operation, step.arguments, job.call, step.url)

    return NextPage(fetch, fetch_async, pages.results, awaitable=job.awaits and job.config.async_next)


def response_headers(headers: httpx.Headers) -> dict[str, list[str]]:
    """All values of each header, by lower-case name."""
    values: dict[str, list[str]] = {}
    for name, value in headers.multi_items():
        values.setdefault(name.lower(), []).append(value)
    return values


def _same_origin(url: str, server: str) -> bool:
    """Credentials go to the server they are for, not to whatever host a page names."""
    one, other = httpx.URL(url), httpx.URL(server)
    return (one.scheme, one.host, one.port) == (other.scheme, other.host, other.port)
