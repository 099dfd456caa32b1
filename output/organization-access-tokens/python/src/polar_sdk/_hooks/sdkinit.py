"""The hook that runs when a client is made; it may replace the server's URL and the HTTP client."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..httpclient import HttpClient
    from ..sdkconfiguration import SDKConfiguration


class SDKInitHook(ABC):
    """Runs when a client is made."""

    @abstractmethod
    def sdk_init(self, base_url: str, client: HttpClient) -> tuple[str, HttpClient]:
        """Returns the URL and the client to use."""


class SDKInit:
    """Runs the hooks of this kind."""

    def __init__(self) -> None:
        self.sdk_init_hooks: list[SDKInitHook] = []

    def register_sdk_init_hook(self, hook: SDKInitHook) -> None:
        """Adds a hook that runs when a client is made."""
        self.sdk_init_hooks.append(hook)

    def sdk_init(self, base_url: str, client: HttpClient) -> tuple[str, HttpClient]:
        """The URL and the client as the hooks want them."""
        for hook in self.sdk_init_hooks:
            base_url, client = hook.sdk_init(base_url, client)
        return base_url, client

    def configure(self, config: SDKConfiguration) -> SDKConfiguration:
        """The configuration as the hooks want it."""
        client = config.client if self.sdk_init_hooks else None
        if client is None:
            return config
        url, variables = config.get_server_details()
        for name, value in variables.items():
            url = url.replace(f"{{{name}}}", value)
        new_url, new_client = self.sdk_init(url, client)
        if new_url != url:
            config.server_url = new_url
        if new_client is not client:
            config.client = new_client
        return config
