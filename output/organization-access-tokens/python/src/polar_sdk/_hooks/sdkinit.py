"""The hook that runs when a client is made; it may change the configuration."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..sdkconfiguration import SDKConfiguration


class SDKInitHook(ABC):
    """Runs when a client is made."""

    @abstractmethod
    def sdk_init(self, config: SDKConfiguration) -> SDKConfiguration:
        """Returns the configuration to use."""


class SDKInit:
    """Runs the hooks of this kind."""

    def __init__(self) -> None:
        self.sdk_init_hooks: list[SDKInitHook] = []

    def register_sdk_init_hook(self, hook: SDKInitHook) -> None:
        """Adds a hook that runs when a client is made."""
        self.sdk_init_hooks.append(hook)

    def sdk_init(self, config: SDKConfiguration) -> SDKConfiguration:
        """The configuration as the hooks want it."""
        for hook in self.sdk_init_hooks:
            config = hook.sdk_init(config)
        return config

    def configure(self, config: SDKConfiguration) -> SDKConfiguration:
        """The configuration as the hooks want it."""
        return self.sdk_init(config)
