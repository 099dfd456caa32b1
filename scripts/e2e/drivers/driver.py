"""Calls a generated Python SDK as a list of calls says: JSON on standard input, one JSON list of outcomes on standard output.

    {"folder": "…/python", "mode": "sync", "url": "http://127.0.0.1:1234",
     "calls": [{"id": "1", "resource": ["tokens"], "method": "list", …}]}
    →  [{"id": "1", "waits": [], "drifts": 0, "value": {"items": []}},
        {"id": "2", "waits": [500], "drifts": 0, "error": {"kind": "status", "name": "NotFound", "status": 404, "data": {}}}]

It knows no API: resources, methods and arguments come by name; whether an SDK gathers arguments in one `request` is read off the signature.
Time stands still but for the waits that the SDK asks for, which are over at once, and for timeouts, which are over when the server says that
it keeps the request waiting.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import datetime
import decimal
import importlib
import inspect
import io
import json
import os
import queue
import sys
import threading

import httpx
import pydantic
import pydantic_core
from turned_clock import TurnedClock


def main():
    """Runs all calls in one process."""
    job = json.load(sys.stdin)
    source = os.path.join(job["folder"], "src")
    sys.path.insert(0, source)
    module = next(name for name in sorted(os.listdir(source)) if os.path.exists(os.path.join(source, name, "sdk.py")))
    package = importlib.import_module(module)
    job["clock"] = TurnedClock(importlib.import_module(module + "._runtime.clock"))
    if job["mode"] == "async":
        outcomes = asyncio.run(run_async(package, module, job))
    else:
        outcomes = [outcome_of(job, call, lambda call=call: called(package, module, job, call)) for call in job["calls"]]
    json.dump(outcomes, sys.stdout)


class Silence(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Sends requests with all the time that they need. When the server says that it keeps one waiting, the time that the SDK gave it is over."""

    def __init__(self, job, call):
        self.clock, self.url = job["clock"], f"{job['server']}/~silence/{call['id']}"
        self.attempts = 0

    def begin(self, request):
        """The limit that the SDK set, the request without it, and the address that answers when the limit counts."""
        self.attempts += 1
        patient = httpx.Request(
            request.method,
            request.url,
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "timeout": {}},
        )
        return request.extensions["timeout"]["read"], patient, f"{self.url}/{self.attempts}"

    def late(self, limit, request):
        if limit is None:
            raise AssertionError("the request waits for ever: it has no timeout")
        self.clock.time += limit
        return httpx.ReadTimeout("the time is over", request=request)

    def handle_request(self, request):
        limit, patient, address = self.begin(request)
        send = httpx.HTTPTransport().handle_request
        first = queue.Queue()

        def put(kind, get):
            try:
                first.put((kind, get()))
            except httpx.TransportError as error:
                first.put((kind, error))

        for kind, get in (("answer", lambda: send(patient)), ("silence", lambda: httpx.get(address, timeout=None))):
            threading.Thread(target=put, args=(kind, get), daemon=True).start()
        kind, found = first.get()
        if kind == "silence":
            raise self.late(limit, request)
        if isinstance(found, Exception):
            raise found
        return found

    async def handle_async_request(self, request):
        limit, patient, address = self.begin(request)
        answer = asyncio.create_task(httpx.AsyncHTTPTransport().handle_async_request(patient))
        silence = asyncio.create_task(httpx.AsyncClient(timeout=None).get(address))
        await asyncio.wait({answer, silence}, return_when=asyncio.FIRST_COMPLETED)
        if not answer.done():
            answer.cancel()
            raise self.late(limit, request)
        silence.cancel()
        return answer.result()


def client_of(package, module, job, call):
    """The root class with the credentials of the call; an SDK that takes several has one `security`."""
    found = vars(importlib.import_module(module + ".sdk")).values()
    root = next(one for one in found if inspect.isclass(one) and one.__module__ == module + ".sdk" and hasattr(one, "__enter__"))
    accepted = inspect.signature(root.__init__).parameters
    given = {name: value for name, value in call["credentials"].items() if name in accepted}
    if not given and call["credentials"] and "security" in accepted:
        given["security"] = getattr(package.models, call["credentialType"])(**call["credentials"])
    if call["silence"]:
        transport = Silence(job, call)
        given |= {"client": httpx.Client(transport=transport), "async_client": httpx.AsyncClient(transport=transport)}
    if call["server"] != "document":
        given["server_url"] = job["url"]
    client = root(**given, **call["client"])
    client.sdk_configuration.hooks.register_mismatch_hook(Drifts(call))
    return client


class Drifts:
    """Counts how often the SDK tells of an answer that is not as described."""

    def __init__(self, call):
        self.call = call
        call["drifts"] = 0

    def mismatch(self, hook_ctx, response, error):
        self.call["drifts"] += 1


def prepared(package, module, job, call, suffix):
    """The client, the bound method and its keyword arguments."""
    client = client_of(package, module, job, call)
    owner = client
    for attribute in call["resource"]:
        owner = getattr(owner, attribute)
    method = getattr(owner, call["method"] + suffix)
    return client, method, keywords(importlib.import_module(module + ".utils"), inspect.signature(method).parameters, job, call)


def keywords(utils, accepted, job, call):
    """Arguments by name, in whichever of the shapes the method takes them."""
    given = {"http_headers": {"x-call": call["id"], **call["headers"]}}
    if call["server"] == "call":
        given["server_url"] = job["url"]
    if call["timeoutMs"] is not None:
        given["timeout_ms"] = call["timeoutMs"]
    if call["retries"] is not None:
        one = call["retries"]
        backoff = utils.BackoffStrategy(one["initial"], one["max"], one["exponent"], one["budget"])
        given["retries"] = utils.RetryConfig("backoff", backoff, one["connection"])
    if call["security"] is not None and "security" in accepted:
        given["security"] = call["security"]
    arguments = {one["argument"]: revived(one["value"]) for one in call["arguments"]}
    values = {one["name"]: revived(one["value"]) for one in call["arguments"]}
    body = call["body"]
    if "request" in accepted and not call["gathered"]:
        return given if body is None else {**given, "request": revived(body["value"])}
    if "request" in accepted and not any(name in accepted for name in arguments):
        whole = {} if body is None else {body["name"]: revived(body["value"])}
        return {**given, "request": {**values, **whole}}
    if body is None:
        return {**given, **arguments}
    if body["name"] in accepted and not body["arguments"]:
        return {**given, **arguments, body["name"]: revived(body["value"])}
    fields = body["value"] if isinstance(body["value"], dict) else {}
    named = {"additional_properties" if name == "$rest" else body["arguments"].get(name, name): revived(value) for name, value in fields.items()}
    return {**given, **arguments, **named}


def revived(value):
    """Plain JSON with tagged scalars → values as a caller writes them."""
    if isinstance(value, list):
        return [revived(item) for item in value]
    if not isinstance(value, dict):
        return value
    match next(iter(value.items()), ("", None)):
        case ("$instant", str() as text):
            return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
        case ("$date", str() as text):
            return datetime.date.fromisoformat(text)
        case ("$bytes" | "$instant" | "$date", plain):
            return plain
        case ("$integer", text):
            return int(text)
        case ("$content", text):
            return text.encode()
        case ("$file", str() as text):
            file = io.BytesIO(text.encode())
            file.name = "example.txt"
            return file
        case ("$file", given):
            content = given["text"].encode() if "text" in given else base64.b64decode(given["base64"])
            if "name" not in given:
                return io.BytesIO(content)
            return (given["name"], content, given["type"]) if "type" in given else (given["name"], content)
        case ("$raw", text):
            return base64.b64decode(text)
    rest = revived(value["$rest"]) if "$rest" in value else {}
    return {**{key: revived(one) for key, one in value.items() if key != "$rest"}, **rest}


def called(package, module, job, call):
    """One call of a sync method, its result read as `take` says."""
    client, method, arguments = prepared(package, module, job, call, "")
    with client:
        result = method(**arguments)
        if call["take"] == "pages":
            pages = []
            while result is not None:
                pages.append(shown(call, result if call["encoding"] else result.result))
                result = result.next()
            return pages
        if call["take"] == "items":
            return [shown(call, item) for item in result.items()]
        if call["take"] == "stream":
            with result as stream:
                return [shown(call, event) for event in stream]
        if isinstance(result, httpx.Response):
            return {"$bytes": base64.b64encode(result.read()).decode()}
        return shown(call, result)


async def run_async(package, module, job):
    """The same calls one after the other in an event loop."""
    outcomes = []
    for call in job["calls"]:
        job["clock"].begin(call["chance"])
        waits = job["clock"].waits
        try:
            outcome = {"value": await called_async(package, module, job, call)}
        except Exception as error:
            outcome = {"error": described(error)}
        outcomes.append({"id": call["id"], "waits": waits, "drifts": call.get("drifts", 0), **outcome})
    return outcomes


async def called_async(package, module, job, call):
    """One call of an async method, its result read as `take` says."""
    client, method, arguments = prepared(package, module, job, call, "_async")
    async with client:
        result = await method(**arguments)
        if call["take"] == "pages":
            pages = []
            while result is not None:
                pages.append(shown(call, result if call["encoding"] else result.result))
                result = await result.next_async()
            return pages
        if call["take"] == "items":
            return [shown(call, item) async for item in result.items_async()]
        if call["take"] == "stream":
            async with result as stream:
                return [shown(call, event) async for event in stream]
        if isinstance(result, httpx.Response):
            return {"$bytes": base64.b64encode(await result.aread()).decode()}
        return shown(call, result)


def outcome_of(job, call, run):
    """The value of a call, or what it raised."""
    job["clock"].begin(call["chance"])
    waits = job["clock"].waits
    try:
        outcome = {"value": run()}
    except Exception as error:
        outcome = {"error": described(error)}
    return {"id": call["id"], "waits": waits, "drifts": call.get("drifts", 0), **outcome}


def described(error):
    """An exception in words that both languages share."""
    name = type(error).__name__
    data = plain(error.data) if hasattr(error, "data") else None
    known = {"name": name, "message": str(error)[:1500], "status": getattr(error, "status_code", None), "data": data}
    if isinstance(error, httpx.TimeoutException):
        return {"kind": "timeout", **known}
    if isinstance(error, httpx.TransportError):
        return {"kind": "connection", **known}
    if known["status"] is not None:
        return {"kind": "mismatch" if name == "ResponseValidationError" else "status", **known}
    return {"kind": "input" if isinstance(error, (pydantic.ValidationError, ValueError, TypeError)) else "other", **known}


def shown(call, value):
    """What a call gives: with the names of the wire, or as the SDK writes it."""
    return plain(value) if call["encoding"] is None else written(value, call["encoding"])


def written(value, encoding):
    """A value as the SDK writes it: a model dumps itself, what is no model goes as pydantic writes it."""
    match encoding:
        case {"kind": "member", "field": field, "of": of}:
            return written(getattr(value, field, value), of)
        case {"kind": "array", "of": of} if isinstance(value, list):
            return [written(item, of) for item in value]
        case {"kind": "map", "of": of} if isinstance(value, dict):
            return {key: written(item, of) for key, item in value.items()}
    if isinstance(value, httpx.Response):
        return plain(value.read())
    if isinstance(value, pydantic.BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, bytes) and encoding["kind"] == "plain":
        return plain(value)
    text = pydantic_core.to_jsonable_python(value, by_alias=True, bytes_mode="base64")
    match encoding:
        case {"type": "bytes", "wire": "base64url"} if isinstance(value, bytes):
            return text.rstrip("=").replace("+", "-").replace("/", "_")
        case {"type": "decimal", "wire": "number"} if isinstance(value, decimal.Decimal):
            return float(value)
        case {"type": "integer", "wire": "string"}:
            return str(value)
    return text


def plain(value):
    """A value as JSON with the names of the wire."""
    if isinstance(value, httpx.Response):
        return {"$bytes": base64.b64encode(value.read()).decode()}
    if isinstance(value, pydantic.BaseModel):
        apart = {name for name in type(value).model_fields if isinstance(getattr(value, name), httpx.Response) or callable(getattr(value, name))}
        return exact(value.model_dump(by_alias=True, mode="json", exclude=apart, exclude_unset=True, warnings="none"))
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    with contextlib.suppress(AttributeError):
        return value.isoformat()
    return exact(value)


def exact(value):
    """Integers that JSON of JavaScript would round are tagged."""
    if isinstance(value, list):
        return [exact(item) for item in value]
    if isinstance(value, dict):
        return {key: exact(item) for key, item in value.items()}
    return {"$integer": str(value)} if type(value) is int and abs(value) > 2**53 else value


main()
