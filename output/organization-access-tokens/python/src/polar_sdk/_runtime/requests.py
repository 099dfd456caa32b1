"""From the arguments of a call to an `httpx.Request`; servers, credentials and links as `CONTRACT.md` of sdksmith says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, quote_plus

import httpx

from ..types.basemodel import UNSET, Unset
from .bodies import EncodedBody, encode_body, encode_json
from .guards import field_value
from .pages import Sent, Step, replaced
from .prepared import Param, Prepared, allows_reserved
from .security import Credentials
from .servers import server_address
from .styles import Pairs, header_text, json_text, path_text, query_pairs, text

if TYPE_CHECKING:
    from ..httpclient import AsyncHttpClient, HttpClient
    from .configuration import Configuration
    from .operation import Call, Operation

_RESERVED = ":/?[]@!$'()*,;"


class Draft(NamedTuple):
    """A request that lacks only its credentials and its client."""

    method: str
    server: str
    url: str
    query: Pairs
    raw_query: tuple[str, ...]
    headers: Mapping[str, str]
    cookies: Pairs
    body: EncodedBody | None
    timeout: float | None
    parameters: Mapping[str, Any]
    """What the parameters were made of, by wire name."""
    json: Any
    """What the body was made of, if it is JSON."""

    def sent(self) -> Sent:
        """What following pages are asked with."""
        url = httpx.Request(self.method, self.url, params=list(self.query) or None).url
        return Sent(str(url), self.parameters, self.json)


def draft_request(operation: Operation[Any], plan: Prepared, config: Configuration, request: Any, call: Call, step: Step) -> Draft:
    """Places the parts of a validated request; `step` is how that of a following page differs from the first."""
    given = config.globals
    url = step.url
    parameters: dict[str, Any] = {}
    server = server_address(operation, config, call)
    query: Pairs = list(plan.fixed_query)
    raw_query: list[str] = []
    headers: dict[str, str] = {}
    cookies: Pairs = []
    for param in plan.params:
        value = parameters[param.wire] = step.value if param.wire == step.input else param.value(request, given)
        if value is None:
            continue
        if param.place == "header":
            if sent := _param_text(param, value):
                headers[param.wire] = sent
            continue
        pairs = _pairs(param, value)
        if param.place == "cookie":
            cookies += pairs
        elif allows_reserved(param):
            raw_query += [f"{quote_plus(name)}={quote(item, safe=_RESERVED)}" for name, item in pairs]
        else:
            query += pairs
    body, json = _body(plan, request, step)
    timeout = next((ms for ms in (call.timeout_ms, config.timeout_ms, operation.timeout_ms) if ms is not None), None)
    return Draft(
        method=operation.method,
        server=server,
        url=server + _path(plan, request, given, step, parameters) if url is None else url,
        query=query if url is None else [],
        raw_query=tuple(raw_query) if url is None else (),
        headers={**headers, "Accept": call.accept or plan.accept, "user-agent": config.user_agent},
        cookies=cookies,
        body=body,
        timeout=None if timeout is None else timeout / 1000,
        parameters=parameters,
        json=json,
    )


def build_request(
    client: HttpClient | AsyncHttpClient, draft: Draft, credentials: Credentials, extra: Mapping[str, str] | None
) -> httpx.Request:
    """The request itself. A header of a later group replaces an earlier one of the same name, in any case of letters."""
    body = draft.body
    groups = (draft.headers, credentials.headers, _body_headers(body), _cookie_header(draft.cookies + credentials.cookies), extra or {})
    named = {name.lower(): (name, value) for group in groups for name, value in group.items()}
    headers = httpx.Headers(list(named.values()), encoding="utf-8")
    url = draft.url
    known = {name for name, _ in draft.query} | set(httpx.URL(url).params)
    query = draft.query + [pair for pair in credentials.query if pair[0] not in known]
    if draft.raw_query:
        url += ("&" if "?" in url else "?") + "&".join(
            [*(f"{quote_plus(name)}={quote_plus(item)}" for name, item in query), *draft.raw_query]
        )
        query = []
    request = client.build_request(
        draft.method,
        url,
        params=list(query) or None,
        headers=headers,
        content=None if body is None else body.content,
        files=None if body is None else body.files,
        timeout=httpx.USE_CLIENT_DEFAULT if draft.timeout is None else draft.timeout,
    )
    if body is not None and body.stream is not None:
        request.stream = body.stream
        request.headers["Transfer-Encoding"] = "chunked"
        request.headers.pop("Content-Length", None)
    return request


def validated(plan: Prepared, arguments: Any) -> Any:
    """The arguments as the operation's request model, or as the type of its body, UNSET for none; raises before anything is sent."""
    if plan.validate is None:
        return None
    body = plan.body
    if body is not None and body.name is None and not body.required:
        if isinstance(arguments, Unset) or (arguments is None and not body.nullable):
            return UNSET
    return plan.validate(arguments)


def _path(plan: Prepared, request: Any, given: Any, step: Step, parameters: dict[str, Any]) -> str:
    parts: list[str] = []
    for index, part in enumerate(plan.path):
        if index % 2 == 0:
            parts.append(part)
            continue
        param = plan.path_params.get(part)
        value = None if param is None else step.value if part == step.input else param.value(request, given)
        parameters[part] = value
        if param is None or value is None:
            raise ValueError(f"A value for the path parameter {part!r} is required.")
        encoded = (
            quote(json_text(value), safe="") if param.how.serialization else path_text(part, value, param.how.style, param.how.explode)
        )
        if encoded in (".", ".."):  # dot segments are removed before sending, RFC 3986, 5.2.4
            raise ValueError(f"The path parameter {part!r} cannot be {encoded!r}: it would address another resource.")
        parts.append(encoded)
    return "".join(parts)


def _pairs(param: Param, value: Any) -> Pairs:
    if param.how.serialization:
        return [(param.wire, json_text(value))]
    return query_pairs(param.wire, value, param.how.style, param.how.explode)


def _param_text(param: Param, value: Any) -> str:
    return json_text(value) if param.how.serialization else header_text(value, param.how.explode)


def _body(plan: Prepared, request: Any, step: Step) -> tuple[EncodedBody | None, Any]:
    """The body, and the JSON that it was made of."""
    body = plan.body
    if body is None:
        return None, None
    value = request if body.name is None else field_value(request, body.name)
    json = None
    if isinstance(value, Unset) or (value is None and body.name is not None and not body.required):
        if isinstance(step.input, str):
            return None, None
    elif body.markup is not None:
        return EncodedBody(body.media_type, body.markup(body.dump(value))), None
    elif body.write != "json":
        return encode_body(value, body.write, body.media_type, body.dump), None
    else:
        json = body.dump(value)
    if not isinstance(step.input, str):
        json = replaced(json, step.input, step.value)
    return encode_json(json, body.media_type), json


def _body_headers(body: EncodedBody | None) -> Mapping[str, str]:
    return {} if body is None or body.media_type is None else {"content-type": body.media_type}


def _cookie_header(cookies: Pairs) -> Mapping[str, str]:
    return {"Cookie": "; ".join(f"{name}={quote(text(value), safe=_COOKIE_SAFE)}" for name, value in cookies)} if cookies else {}


_COOKIE_SAFE = "!#$&'()*+-./:<=>?@[]^_`{|}~"
