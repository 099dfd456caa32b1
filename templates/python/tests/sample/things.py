"""Operations that between them use every part of the runtime."""

from __future__ import annotations

from typing import Any

from . import models
from ._runtime.operation import Call, Operation, Rule
from .basesdk import BaseSDK

CONFLICT = Rule("409", lambda: models.ConflictErrorData, error=lambda: models.ConflictError)


class Things(BaseSDK):
    """Calls any operation."""

    def do(self, operation: Operation[Any], arguments: Any = None, **options: Any) -> Any:
        return self._call(operation, arguments, Call(**options))

    async def do_async(self, operation: Operation[Any], arguments: Any = None, **options: Any) -> Any:
        return await self._call_async(operation, arguments, Call(**options))


def get(responses: Any = None, **options: Any) -> Operation[Any]:
    """A GET of one thing."""
    successes = responses or [Rule("200", lambda: models.Thing)]
    return Operation("things:get", "GET", "/things/1", responses=[*successes, CONFLICT], **options)
