"""Makes clients of a generated Python SDK and calls them step by step: JSON on standard input, one JSON list of outcomes per session out.

    {"folder": "…/python", "mode": "sync", "sessions": [{"id": "1", "client": {"security": {"token": "t"}}, "env": {},
     "steps": [{"kind": "call", "times": 1, "resource": ["calls"], "method": "read", …}, {"kind": "turn", "seconds": 60}]}]}
    →  [{"id": "1", "errors": [null]}]

It knows no API: what is named comes by its name in the SDK.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor


def main():
    """Runs all sessions in one process."""
    job = json.load(sys.stdin)
    source = os.path.join(job["folder"], "src")
    sys.path.insert(0, source)
    module = next(name for name in sorted(os.listdir(source)) if os.path.exists(os.path.join(source, name, "sdk.py")))
    outcomes = []
    for session in job["sessions"]:
        os.environ.update(session["env"])
        if job["mode"] == "async":
            errors = asyncio.run(run_async(module, session))
        else:
            errors = run(module, session)
        for name in session["env"]:
            del os.environ[name]
        outcomes.append({"id": session["id"], "errors": errors})
    json.dump(outcomes, sys.stdout)


class Clock:
    """The clock of all clients of a session, which only its steps move."""

    def __init__(self):
        self.seconds = 1_000_000.0

    def now(self):
        """The time."""
        return self.seconds


def client_of(module, session, clock):
    """The root class with the options of a session, and its tokens on the session's clock."""
    package = importlib.import_module(module)
    found = vars(importlib.import_module(module + ".sdk")).values()
    root = next(one for one in found if inspect.isclass(one) and one.__module__ == module + ".sdk")
    accepted = inspect.signature(root.__init__).parameters
    options = session["client"]
    given = {"server_url": options["serverURL"], **options["variables"]}
    if options["security"]:
        given["security"] = package.models.Security(**options["security"])
    if options["server"] is not None:
        given["server" if "server" in accepted else "server_idx"] = options["server"]
    client = root(**given)
    client.sdk_configuration.tokens.now = clock.now
    return client


def bound(client, step, suffix):
    """A method and its keyword arguments."""
    owner = client
    for attribute in step["resource"]:
        owner = getattr(owner, attribute)
    method = getattr(owner, step["method"] + suffix)
    accepted = inspect.signature(method).parameters
    given = {"server_url": step["serverURL"]}
    if "security" in accepted:
        given["security"] = step["security"]
    given.update({"request": step["body"]} if "request" in accepted else step["body"] or {})
    return method, given


def run(module, session):
    """The errors of all calls, in order; calls at the same time are threads."""
    clock = Clock()
    client = client_of(module, session, clock)
    errors = []
    for step in session["steps"]:
        if step["kind"] == "turn":
            clock.seconds += step["seconds"]
        elif step["kind"] == "client":
            client = client_of(module, session, clock)
        else:
            method, given = bound(client, step, "")
            with ThreadPoolExecutor(step["times"]) as pool:
                calls = [pool.submit(method, **given) for _ in range(step["times"])]
            errors += [described(call.exception()) for call in calls]
    return errors


async def run_async(module, session):
    """The errors of all calls, in order; calls at the same time are tasks of one loop."""
    clock = Clock()
    client = client_of(module, session, clock)
    errors = []
    for step in session["steps"]:
        if step["kind"] == "turn":
            clock.seconds += step["seconds"]
        elif step["kind"] == "client":
            client = client_of(module, session, clock)
        else:
            method, given = bound(client, step, "_async")
            results = await asyncio.gather(*(method(**given) for _ in range(step["times"])), return_exceptions=True)
            errors += [described(result) for result in results]
    return errors


def described(result):
    """What an exception says, its status first; null for anything else."""
    if not isinstance(result, BaseException):
        return None
    return f"{getattr(result, 'status_code', '')} {type(result).__name__}: {result}".strip()[:500]


main()
