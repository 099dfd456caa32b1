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

from turned_clock import TurnedClock


def main():
    """Runs all sessions in one process."""
    job = json.load(sys.stdin)
    source = os.path.join(job["folder"], "src")
    sys.path.insert(0, source)
    module = next(name for name in sorted(os.listdir(source)) if os.path.exists(os.path.join(source, name, "sdk.py")))
    clock = TurnedClock(importlib.import_module(module + "._runtime.clock"))
    outcomes = []
    for session in job["sessions"]:
        clock.begin(1)
        os.environ.update(session["env"])
        if job["mode"] == "async":
            errors = asyncio.run(run_async(module, session, clock))
        else:
            errors = run(module, session, clock)
        for name in session["env"]:
            del os.environ[name]
        outcomes.append({"id": session["id"], "errors": errors})
    json.dump(outcomes, sys.stdout)


def client_of(module, session):
    """The root class with the options of a session."""
    found = vars(importlib.import_module(module + ".sdk")).values()
    root = next(one for one in found if inspect.isclass(one) and one.__module__ == module + ".sdk" and hasattr(one, "__enter__"))
    accepted = inspect.signature(root.__init__).parameters
    options = session["client"]
    given = {"server_url": options["serverURL"], **options["variables"], **options["options"]}
    if options["security"]:
        given["security"] = options["security"]
    if options["server"] is not None:
        given["server" if "server" in accepted else "server_idx"] = options["server"]
    return root(**given)


def bound(client, step, suffix):
    """A method and its keyword arguments."""
    owner = client
    for attribute in step["resource"]:
        owner = getattr(owner, attribute)
    method = getattr(owner, step["method"] + suffix)
    accepted = inspect.signature(method).parameters
    given = {"server_url": step["serverURL"], "http_headers": step["headers"]}
    if step["security"] is not None:
        given["security"] = step["security"]
    given.update({"request": step["body"]} if "request" in accepted else step["body"] or {})
    return method, given


def run(module, session, clock):
    """The errors of all calls, in order; calls at the same time are threads."""
    client = client_of(module, session)
    errors = []
    for step in session["steps"]:
        if step["kind"] == "turn":
            clock.time += step["seconds"]
        elif step["kind"] == "client":
            client = client_of(module, session)
        else:
            method, given = bound(client, step, "")
            with ThreadPoolExecutor(step["times"]) as pool:
                calls = [pool.submit(method, **given) for _ in range(step["times"])]
            errors += [described(call.exception()) for call in calls]
    return errors


async def run_async(module, session, clock):
    """The errors of all calls, in order; calls at the same time are tasks of one loop."""
    client = client_of(module, session)
    errors = []
    for step in session["steps"]:
        if step["kind"] == "turn":
            clock.time += step["seconds"]
        elif step["kind"] == "client":
            client = client_of(module, session)
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
