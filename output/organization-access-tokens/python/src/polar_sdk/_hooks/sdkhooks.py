"""The hooks of one client."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .registration import init_hooks
from .sdkinit import SDKInit
from .types import (
    AfterErrorContext,
    AfterErrorHook,
    AfterSuccessContext,
    AfterSuccessHook,
    BeforeRequestContext,
    BeforeRequestHook,
    HookContext,
    Hooks,
    MismatchHook,
)

if TYPE_CHECKING:
    import httpx
    from pydantic import ValidationError

ValueT = TypeVar("ValueT")


class SDKHooks(SDKInit, Hooks):
    """Holds the hooks of a client and runs them in the order of their registration."""

    def __init__(self) -> None:
        super().__init__()
        self.before_request_hooks: list[BeforeRequestHook] = []
        self.after_success_hooks: list[AfterSuccessHook] = []
        self.after_error_hooks: list[AfterErrorHook] = []
        self.mismatch_hooks: list[MismatchHook] = []
        init_hooks(self)

    def register_before_request_hook(self, hook: BeforeRequestHook) -> None:
        """Adds a hook that runs before each request."""
        self.before_request_hooks.append(hook)

    def register_after_success_hook(self, hook: AfterSuccessHook) -> None:
        """Adds a hook that runs after each success."""
        self.after_success_hooks.append(hook)

    def register_after_error_hook(self, hook: AfterErrorHook) -> None:
        """Adds a hook that runs after each failed attempt."""
        self.after_error_hooks.append(hook)

    def register_mismatch_hook(self, hook: MismatchHook) -> None:
        """Adds a hook that is told of responses that do not match their description."""
        self.mismatch_hooks.append(hook)

    def before_request(self, hook_ctx: BeforeRequestContext, request: httpx.Request) -> httpx.Request:
        """The request as the hooks want it sent."""
        for hook in self.before_request_hooks:
            request = _value(hook.before_request(hook_ctx, request))
        return request

    def after_success(self, hook_ctx: AfterSuccessContext, response: httpx.Response) -> httpx.Response:
        """The response as the hooks want it read."""
        for hook in self.after_success_hooks:
            response = _value(hook.after_success(hook_ctx, response))
        return response

    def after_error(
        self, hook_ctx: AfterErrorContext, response: httpx.Response | None, error: Exception | None
    ) -> tuple[httpx.Response | None, Exception | None]:
        """The response or the error as the hooks want it handled."""
        for hook in self.after_error_hooks:
            response, error = _value(hook.after_error(hook_ctx, response, error))
        return response, error

    def mismatch(self, hook_ctx: HookContext, response: httpx.Response, error: ValidationError) -> None:
        """Tells the hooks of a response that does not match its description."""
        for hook in self.mismatch_hooks:
            hook.mismatch(hook_ctx, response, error)


def _value(result: ValueT | Exception) -> ValueT:
    if isinstance(result, Exception):
        raise result
    return result
