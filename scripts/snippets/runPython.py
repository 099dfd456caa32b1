"""Runs snippets one after another: `{url, prefixes, files}` on standard input, for each file null or what went wrong on standard output."""

import contextlib
import io
import json
import re
import runpy
import sys
from pathlib import Path

import httpx

ORDER = json.load(sys.stdin)
sys.path.insert(0, json.loads(Path("pyrightconfig.json").read_text())["extraPaths"][0])
PREFIX = re.compile(f"^(?:{'|'.join(ORDER['prefixes'])})(?=/)") if ORDER["prefixes"] else None
LIMIT = 20
sent = 0

plain_send = httpx.HTTPTransport.handle_request


def redirected(transport, request):
    """Whatever server the snippet names, the mock answers."""
    global sent
    sent += 1
    if sent > LIMIT:
        raise RuntimeError(f"more than {LIMIT} requests")
    target = httpx.URL(ORDER["url"])
    path = request.url.raw_path.decode("ascii")
    request.url = request.url.copy_with(
        scheme=target.scheme, host=target.host, port=target.port, raw_path=(PREFIX.sub("", path, count=1) if PREFIX else path).encode("ascii")
    )
    request.headers["host"] = f"{target.host}:{target.port}"
    return plain_send(transport, request)


httpx.HTTPTransport.handle_request = redirected


def run(file: str) -> str | None:
    global sent
    sent = 0
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            runpy.run_path(file)
    except Exception as error:  # noqa: BLE001
        return f"{type(error).__name__}: {error} {getattr(error, 'body', '')}"[:600]
    return None


print(json.dumps([run(file) for file in ORDER["files"]]))
