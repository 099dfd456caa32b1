"""Builds the validators of models that are nested deeper than Python's stack is."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from pydantic import TypeAdapter

ResultT = TypeVar("ResultT")

_STACK = 256 * 1024 * 1024
"""Bytes; only what is used is taken."""
_DEEPEST = 100_000
_turn = threading.Lock()


def adapter_of(kind: Any) -> TypeAdapter[Any]:
    """The adapter of a type, ready to be used."""
    return deeply(lambda: _built(kind))


def _built(kind: Any) -> TypeAdapter[Any]:
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    # That of a model puts it off.
    adapter.rebuild()
    return adapter


def deeply(work: Callable[[], ResultT]) -> ResultT:
    """Runs what follows the nesting of models: at once, else with a deep stack."""
    try:
        return work()
    except RecursionError:
        return with_deep_stack(work)


def with_deep_stack(work: Callable[[], ResultT]) -> ResultT:
    """Runs what recurses deeply in a thread that has the stack for it."""
    done: Future[ResultT] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:
            done.set_exception(error)

    with _turn:
        limit, size = sys.getrecursionlimit(), threading.stack_size(_STACK)
        try:
            sys.setrecursionlimit(_DEEPEST)
            thread = threading.Thread(target=run)
            thread.start()
            thread.join()
        finally:
            threading.stack_size(size)
            sys.setrecursionlimit(limit)
    return done.result()
