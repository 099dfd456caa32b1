"""Operations that between them use every part of the runtime."""

from __future__ import annotations

from typing import Any

from . import models
from ._runtime.operation import Call, Failure, Operation, Reply
from .basesdk import BaseSDK

CONFLICT = Failure("409", lambda: (models.ConflictError, models.ConflictErrorData))


class Things(BaseSDK):
    """Calls any operation."""

    def do(self, operation: Operation[Any], arguments: Any = None, **options: Any) -> Any:
        return self._call(operation, arguments, Call(**options))

    async def do_async(self, operation: Operation[Any], arguments: Any = None, **options: Any) -> Any:
        return await self._call_async(operation, arguments, Call(**options))


def get(**options: Any) -> Operation[Any]:
    """A GET of one thing."""
    return Operation(
        "things:get", "GET", "/things/1", **{"replies": [Reply.json("200", lambda: models.Thing)], "failures": [CONFLICT], **options}
    )
