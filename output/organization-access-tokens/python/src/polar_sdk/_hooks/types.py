"""The kinds of hooks, and what a hook is told about the call."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .sdkinit import SDKInitHook

if TYPE_CHECKING:
    import httpx
    from pydantic import ValidationError

    from ..sdkconfiguration import SDKConfiguration


class HookContext:
    """The call that a hook runs for."""

    config: SDKConfiguration
    base_url: str
    operation_id: str
    oauth2_scopes: list[str] | None
    security_source: Any | Callable[[], Any] | None

    def __init__(
        self,
        config: SDKConfiguration,
        base_url: str,
        operation_id: str,
        oauth2_scopes: list[str] | None,
        security_source: Any | Callable[[], Any] | None,
    ) -> None:
        self.config = config
        self.base_url = base_url
        self.operation_id = operation_id
        self.oauth2_scopes = oauth2_scopes
        self.security_source = security_source


class BeforeRequestContext(HookContext):
    """The call whose request is about to be sent."""

    def __init__(self, hook_ctx: HookContext) -> None:
        super().__init__(hook_ctx.config, hook_ctx.base_url, hook_ctx.operation_id, hook_ctx.oauth2_scopes, hook_ctx.security_source)


class AfterSuccessContext(HookContext):
    """The call that was answered."""

    def __init__(self, hook_ctx: HookContext) -> None:
        super().__init__(hook_ctx.config, hook_ctx.base_url, hook_ctx.operation_id, hook_ctx.oauth2_scopes, hook_ctx.security_source)


class AfterErrorContext(HookContext):
    """The call that failed."""

    def __init__(self, hook_ctx: HookContext) -> None:
        super().__init__(hook_ctx.config, hook_ctx.base_url, hook_ctx.operation_id, hook_ctx.oauth2_scopes, hook_ctx.security_source)


class BeforeRequestHook(ABC):
    """Sees each request before it is sent."""

    @abstractmethod
    def before_request(self, hook_ctx: BeforeRequestContext, request: httpx.Request) -> httpx.Request | Exception:
        """Returns the request to send; an exception that is returned is raised."""


class AfterSuccessHook(ABC):
    """Sees the response of each call that succeeded."""

    @abstractmethod
    def after_success(self, hook_ctx: AfterSuccessContext, response: httpx.Response) -> httpx.Response | Exception:
        """Returns the response to go on with; an exception that is returned is raised."""


class AfterErrorHook(ABC):
    """Sees each attempt that failed: with a response, or with the error of the transport."""

    @abstractmethod
    def after_error(
        self, hook_ctx: AfterErrorContext, response: httpx.Response | None, error: Exception | None
    ) -> tuple[httpx.Response | None, Exception | None] | Exception:
        """Returns the response or the error to go on with; an exception that is returned is raised at once."""


class MismatchHook(ABC):
    """Sees each response that does not match its description and was kept as far as it fits."""

    @abstractmethod
    def mismatch(self, hook_ctx: HookContext, response: httpx.Response, error: ValidationError) -> None:
        """Told what does not match."""


class Hooks(ABC):
    """Where hooks are registered."""

    @abstractmethod
    def register_sdk_init_hook(self, hook: SDKInitHook) -> None:
        """Adds a hook that runs when a client is made."""

    @abstractmethod
    def register_before_request_hook(self, hook: BeforeRequestHook) -> None:
        """Adds a hook that runs before each request."""

    @abstractmethod
    def register_after_success_hook(self, hook: AfterSuccessHook) -> None:
        """Adds a hook that runs after each success."""

    @abstractmethod
    def register_after_error_hook(self, hook: AfterErrorHook) -> None:
        """Adds a hook that runs after each failed attempt."""

    @abstractmethod
    def register_mismatch_hook(self, hook: MismatchHook) -> None:
        """Adds a hook that is told of responses that do not match their description."""
