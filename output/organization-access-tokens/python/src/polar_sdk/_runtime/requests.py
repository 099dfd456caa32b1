"""From the arguments of a call to an `httpx.Request`; servers, credentials and links as `CONTRACT.md` of sdksmith says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

import httpx

from ..types.basemodel import UNSET, Unset
from ..utils.metadata import PathParamMetadata, QueryParamMetadata
from .bodies import EncodedBody, encode_body, encode_json
from .guards import field_value, wire_value
from .media import accept_header
from .pages import Sent, Step, replaced
from .prepared import Param, Prepared
from .security import Credentials
from .servers import server_address
from .styles import Escape, Pairs, escaped, escaped_in_path, escaped_unreserved, header_text, is_empty, json_text, path_text, query_pairs

if TYPE_CHECKING:
    from ..httpclient import AsyncHttpClient, HttpClient
    from .configuration import Configuration
    from .operation import Call, Operation


class Draft(NamedTuple):
    """A request that lacks only its credentials and its client."""

    method: str
    server: str
    url: str
    query: tuple[str, ...]
    """Its pairs, escaped: `name=value`."""
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
        return Sent(str(httpx.URL(with_query(self.url, self.query))), self.parameters, self.json)


def draft_request(operation: Operation[Any], plan: Prepared, config: Configuration, request: Any, call: Call, step: Step) -> Draft:
    """Places the parts of a validated request; `step` is how that of a following page differs from the first."""
    given = config.globals
    url = step.url
    parameters: dict[str, Any] = {}
    server = server_address(operation, config, call)
    query = [plan.fixed_query] if plan.fixed_query else []
    headers: dict[str, str] = {}
    cookies: Pairs = []
    for param in plan.params:
        value = parameters[param.wire] = step.value if param.wire == step.input else param.value(request, given)
        if value is None:
            continue
        if param.place == "header":
            if param.how.serialization or not is_empty(value):
                headers[param.wire] = _param_text(param, value)
        elif param.place == "cookie":
            cookies += _pairs(param, value, escaped)
        elif param.how.style == "querystring" and param.how.serialization:
            query.append(escaped(json_text(value)))
        else:
            query += [f"{name}={item}" for name, item in _query_pairs(param, value)]
    body, json = _body(plan, request, step)
    timeout = next((ms for ms in (call.timeout_ms, config.timeout_ms, operation.timeout_ms) if ms is not None), None)
    return Draft(
        method=operation.method,
        server=server,
        url=server + _path(plan, request, given, step, parameters) if url is None else url,
        query=tuple(query) if url is None else (),
        headers={**headers, "Accept": call.accept or _accept(operation, plan, request), "user-agent": config.user_agent},
        cookies=cookies,
        body=body,
        timeout=None if timeout is None else timeout / 1000,
        parameters=parameters,
        json=json,
    )


def _accept(operation: Operation[Any], plan: Prepared, request: Any) -> str:
    """Where a field of the body asks for a stream or for none, the types are those of what it asks for."""
    field = None if operation.body is None else operation.body.stream_field
    if field is None or plan.body is None:
        return plan.accept
    body = request if plan.body.name is None else field_value(request, plan.body.name)
    return accept_header(operation, streamed=wire_value(body, field) is True)


def build_request(
    client: HttpClient | AsyncHttpClient, draft: Draft, credentials: Credentials, extra: Mapping[str, str] | None
) -> httpx.Request:
    """The request itself. A header of a later group replaces an earlier one of the same name, in any case of letters."""
    body = draft.body
    groups = (draft.headers, credentials.headers, _body_headers(body), _cookie_header(draft.cookies, credentials.cookies), extra or {})
    named = {name.lower(): (name, value) for group in groups for name, value in group.items()}
    headers = httpx.Headers(list(named.values()), encoding="utf-8")
    url = with_query(draft.url, draft.query)
    known = httpx.URL(url).params
    keys = [f"{escaped(name)}={escaped(value)}" for name, value in credentials.query if name not in known]
    request = client.build_request(
        draft.method,
        with_query(url, keys),
        headers=headers,
        content=None if body is None else body.content,
        timeout=httpx.USE_CLIENT_DEFAULT if draft.timeout is None else draft.timeout,
    )
    if body is not None and body.stream is not None:
        request.stream = body.stream
        request.headers.pop("Content-Length", None)
        size = body.stream.size
        request.headers.update({"Transfer-Encoding": "chunked"} if size is None else {"Content-Length": str(size)})
    return request


def with_query(url: str, pairs: Sequence[str]) -> str:
    """An address with further pairs in its query."""
    return url + ("&" if "?" in url else "?") + "&".join(pairs) if pairs else url


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
        how = param.how
        escape = escaped_in_path if isinstance(how, PathParamMetadata) and how.allow_reserved else escaped
        encoded = escaped(json_text(value)) if how.serialization else path_text(part, value, how.style, how.explode, escape)
        if encoded == "" or value == "" or (is_empty(value) and not how.serialization):
            raise ValueError(f"The path parameter {part!r} cannot be empty: it would address another resource.")
        # A slash of a value is no border of the template's segments.
        parts.append(encoded.replace("/", "\0"))
    path = "".join(parts)
    for own, segment in zip("".join(plan.path[::2]).split("/"), path.split("/"), strict=True):
        if segment != own and (segment == "" or any(map(_DOTS.fullmatch, segment.split("\0")))):  # dot segments are removed before sending, RFC 3986, 5.2.4
            raise ValueError(f"{segment!r} cannot be a segment of a path: it would address another resource.")
    return path.replace("\0", "/")


_DOTS = re.compile(r"(?:\.|%2E){1,2}", re.IGNORECASE)


def _query_pairs(param: Param, value: Any) -> Pairs:
    how = param.how
    of_query = how if isinstance(how, QueryParamMetadata) else QueryParamMetadata()
    pairs = _pairs(param, value, escaped_unreserved if of_query.allow_reserved else escaped)
    return pairs or ([(escaped(param.wire), "")] if of_query.allow_empty else [])


def _pairs(param: Param, value: Any, escape: Escape) -> Pairs:
    if param.how.serialization:
        return [(escape(param.wire), escape(json_text(value)))]
    return query_pairs(param.wire, value, param.how.style, param.how.explode, escape)


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
    return {} if body is None else {"content-type": body.media_type}


def _cookie_header(cookies: Pairs, keys: Pairs) -> Mapping[str, str]:
    """Parameters, which are escaped already, and credentials."""
    pairs = [*cookies, *((name, quote(value, safe=_COOKIE_SAFE)) for name, value in keys)]
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in pairs)} if pairs else {}


_COOKIE_SAFE = "!#$&'()*+-./:<=>?@[]^_`{|}~"
