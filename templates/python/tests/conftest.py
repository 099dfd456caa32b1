"""Generates the Python SDKs of `specs/wire`, which the tests import as `wire_sdk` and, with the options of older SDKs, `wire_variant`."""

from __future__ import annotations

import asyncio
import importlib
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

PACKAGES = ("wire_sdk", "wire_variant")


def pytest_configure(config: pytest.Config) -> None:
    """Generates the packages before any test module imports them; `npm run build` makes the generator."""
    root = config.rootpath
    work = root / "build" / f"python-runtime-tests-{sys.version_info.minor}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name in ("openapi.yaml", "sdks.yaml"):
        shutil.copy(root / "specs" / "wire" / name, work)
    command = ["node", "dist/generator/main.js", "generate", "--quiet", "--target", "python", "--config", work / "sdks.yaml", "--out", work]
    subprocess.run(command, cwd=root, check=True)
    sys.path[:0] = [str(work / "python" / "src"), str(work / "python-variant" / "src")]


@dataclass
class Seen:
    """A request as the server saw it."""

    method: str
    target: str
    headers: dict[str, str]
    raw_headers: list[tuple[str, str]]
    body: bytes

    @property
    def path(self) -> str:
        """The path as it was sent."""
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        """The pairs of the query."""
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class Answer:
    """What the server answers; the body may come in pieces."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    chunks: list[bytes] | None = None


class Server:
    """A real HTTP server on the loopback that answers from a list, or from a function."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.answers: list[Answer] = []
        self.handler: Callable[[Seen], Answer] | None = None
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _answer(self) -> None:
                length = int(self.headers.get("content-length") or 0)
                body = self.rfile.read(length)
                if self.headers.get("transfer-encoding") == "chunked":
                    body = self._chunked()
                lower = {name.lower(): value for name, value in self.headers.items()}
                seen = Seen(self.command, self.path, lower, list(self.headers.items()), body)
                outer.seen.append(seen)
                answer = outer.handler(seen) if outer.handler is not None else outer.answers.pop(0)
                self._send(answer)

            def _chunked(self) -> bytes:
                parts: list[bytes] = []
                while size := int(self.rfile.readline(), 16):
                    parts.append(self.rfile.read(size))
                    self.rfile.readline()
                self.rfile.readline()
                return b"".join(parts)

            def _send(self, answer: Answer) -> None:
                headers = dict(answer.headers)
                body = answer.body
                if body is not None and not isinstance(body, bytes):
                    body = json.dumps(body).encode()
                    headers.setdefault("content-type", "application/json")
                self.send_response(answer.status)
                if answer.chunks is not None:
                    headers["transfer-encoding"] = "chunked"
                elif answer.status != 204:
                    headers["content-length"] = str(len(body or b""))
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                if answer.chunks is not None:
                    for chunk in answer.chunks:
                        self.wfile.write(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
                        self.wfile.flush()
                    self.wfile.write(b"0\r\n\r\n")
                elif body:
                    self.wfile.write(body)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()

    def answer(self, *answers: Answer) -> None:
        """The answers to come."""
        self.answers += answers

    @property
    def last(self) -> Seen:
        """The last request."""
        return self.seen[-1]

    def close(self) -> None:
        """Stops."""
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    """A server of the test's own."""
    one = Server()
    yield one
    one.close()


class Clock:
    """A clock that only tests turn: waiting turns it at once."""

    def __init__(self) -> None:
        self.time = 1706702400.0  # 2024-01-31T12:00:00Z
        self.share = 1.0
        self.waits: list[float] = []

    def now(self) -> float:
        """What the clock shows."""
        return self.time

    steady = now

    def chance(self) -> float:
        """The most that chance can give."""
        return self.share

    def sleep(self, seconds: float) -> None:
        """Turns the clock."""
        self.waits.append(seconds)
        self.time += seconds

    async def sleep_async(self, seconds: float) -> None:
        """The same."""
        self.sleep(seconds)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time of both SDKs, in each test."""
    turned = Clock()
    for package in PACKAGES:
        real = importlib.import_module(f"{package}._runtime.clock")
        for name in ("now", "steady", "chance", "sleep", "sleep_async"):
            monkeypatch.setattr(real, name, getattr(turned, name))
    return turned


@pytest.fixture(params=["blocking", "async"])
def call(request: pytest.FixtureRequest, server: Server) -> Callable[..., Any]:
    """Calls a method, blocking and awaiting: `call("answers.get_thing", sdk={"timeout_ms": 5}, retries=None)`."""

    def made(path: str, *, package: str = "wire_sdk", sdk: dict[str, Any] | None = None, **arguments: Any) -> Any:
        root: Any = importlib.import_module(package).Wire
        resource, method = path.split(".")
        given = {"server_url": server.url, **(sdk or {})}
        if request.param == "blocking":
            with root(**given) as client:
                return getattr(getattr(client, resource), method)(**arguments)

        async def main() -> Any:
            async with root(**given) as client:
                return await getattr(getattr(client, resource), f"{method}_async")(**arguments)

        return asyncio.run(main())

    return made
