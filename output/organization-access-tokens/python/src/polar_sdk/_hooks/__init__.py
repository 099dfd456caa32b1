"""Hooks: code of yours that runs when a client is made and around each request. Register yours in `registration.py`."""

from .sdkhooks import SDKHooks
from .sdkinit import SDKInitHook
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

__all__ = [
    "AfterErrorContext",
    "AfterErrorHook",
    "AfterSuccessContext",
    "AfterSuccessHook",
    "BeforeRequestContext",
    "BeforeRequestHook",
    "HookContext",
    "Hooks",
    "MismatchHook",
    "SDKHooks",
    "SDKInitHook",
]
