"""Carries out the calls of resource methods, as `CONTRACT.md` of sdksmith says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx

from .._hooks import HookContext
from ..utils.eventstreaming import EventStream, EventStreamAsync, JsonLines, JsonLinesAsync
from ..utils.headers import get_response_headers
from .decode import Drift, decode_success, described, error_of, json_decoder, misfit_of, undescribed
from .errors import unanswered
from .exchange import Exchange, Flow, Read, exchange, same_origin
from .logs import writes
from .operation import Call, Operation, Pagination, Rule
from .pages import NextPage, Sent, Step, next_step
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
STREAMED = ("stream", "events", "lines")


class Job(NamedTuple):
    """One call of a method."""

    sdk: BaseSDK
    operation: Operation[Any]
    arguments: Any
    call: Call
    client: HttpClient | AsyncHttpClient
    awaits: bool
    step: Step

    @property
    def config(self) -> SDKConfiguration:
        """The configuration of the client."""
        return self.sdk.sdk_configuration


def perform(job: Job) -> Flow[Any]:
    """The whole call: arguments, credentials, exchange, result."""
    operation, config, call = job.operation, job.config, job.call
    plan = prepare(operation, config.globals)
    request = validated(plan, job.arguments)
    draft = draft_request(operation, plan, config, request, call, job.step)
    security = security_of(operation, config, call)
    source = config.security if security is not None else None
    context = HookContext(config, draft.server, operation.id, scopes_of(operation, config), source)
    trusted = job.step.url is None or same_origin(httpx.URL(draft.url), httpx.URL(draft.server))
    credentials = credentials_of(security if trusted else None, alternatives_of(operation, config))
    stream = any(rule.read in STREAMED for rule in operation.responses)
    policy = RetryPolicy.of(call.retries, config.retry_config, operation.retry)
    follows = bool(getattr(job.client, "follow_redirects", False))
    settings = Exchange(config, context, policy, ERROR_STATUSES, stream, follows, tuple(credentials.headers))
    sent = None if operation.pages is None else draft.sent()
    try:
        response = yield from _send(job, settings, draft, credentials, call.http_headers if trusted else None)
        result = yield from _result(job, context, sent, response)
    except httpx.TransportError as error:
        raise unanswered(operation.id, error) from error
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


def _result(job: Job, context: HookContext, sent: Sent | None, response: httpx.Response) -> Flow[Any]:
    """The decoded success, or the error raised."""
    config = job.config
    rules, instead = described(job.operation, response, config)
    rule = rules[0] if rules and rules[0].error is None else None
    if not response.is_closed and (rule is None or rule.read not in STREAMED):
        yield Read(response)

    def drift(error: ValidationError) -> None:
        if writes(config.debug_logger):
            config.debug_logger.debug("The response does not match its description: %s", error)
        config.hooks.mismatch(context, response, error)

    if rule is None:
        raise error_of(job.operation, rules, response, config, drift)
    if instead is not None:
        drift(undescribed(instead, response))
    body = _streamed(job, rule, response, drift) if rule.read in STREAMED else decode_success(rule, response, config, drift)
    return _wrapped(job, sent, response, rule, body)


def _streamed(job: Job, rule: Rule, response: httpx.Response, drift: Drift) -> Any:
    if rule.read == "stream" or rule.type is None:
        return response
    kind = rule.type()
    decode = json_decoder(kind)

    def decoder(raw: str) -> Any:
        return decode(raw.encode())

    misfit = misfit_of(kind, job.config, response, drift)
    broken = partial(unanswered, job.operation.id)
    if rule.read == "lines":
        lines: Any = JsonLinesAsync if job.awaits else JsonLines
        records = rule.media_type.lower().endswith("json-seq")
        return lines(response, decoder, client_ref=job.sdk, misfit=misfit, records=records, broken=broken)
    stream: Any = EventStreamAsync if job.awaits else EventStream
    return stream(response, decoder, rule.sentinel, client_ref=job.sdk, data_only=rule.data_only, misfit=misfit, broken=broken)


def _wrapped(job: Job, sent: Sent | None, response: httpx.Response, rule: Rule, body: Any) -> Any:
    """The response class around a body, with what it declares beside it: headers, and the way to the next page."""
    operation = job.operation
    if operation.wrap is None:
        return body
    wrapper: Any = operation.wrap()
    values: dict[str, Any] = {"result": body} if "result" in wrapper.model_fields else {}
    if "headers" in wrapper.model_fields:
        values["headers"] = get_response_headers(response.headers)
    if operation.pages is not None and sent is not None:
        values["next"] = _next_page(job, operation.pages, sent, response, rule)
    return wrapper.model_construct(**values)


def _next_page(job: Job, pages: Pagination, sent: Sent, response: httpx.Response, rule: Rule) -> NextPage:
    """The arguments and options of the call hold for its following pages too."""
    operation, arguments, call = job.operation, job.arguments, job.call

    def fetch() -> Any:
        step = next_step(pages, sent, response, rule)
        return None if step is None else job.sdk.call_operation(operation, arguments, call, step)

    async def fetch_async() -> Any:
        step = next_step(pages, sent, response, rule)
        return None if step is None else await job.sdk.call_operation_async(operation, arguments, call, step)

    return NextPage(fetch, fetch_async, pages.items, awaitable=job.awaits and job.config.async_next)
